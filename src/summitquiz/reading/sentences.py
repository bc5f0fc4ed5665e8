"""Text → sentences, by LanguageTool's rules for German (SRX, through choppa)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from summitquiz.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE = re.compile(r"[^\n]+")
WINDOW = 4000  # characters given to the rules at once: their cost grows with the square of the length
LONGEST = 4000  # a longer "sentence" is no prose; it is cut at a blank


def split(text: str, start: int = 0) -> list[Span]:
    """The sentences of `text` from `start` on, in order, without blanks at their ends. A line break always ends a sentence."""
    return [span for line in lines(text, start) for span in split_line(text, line)]


def lines(text: str, start: int = 0) -> Iterator[Span]:
    """The non-empty lines of `text` from `start` on: its paragraphs."""
    return (Span(*match.span()) for match in LINE.finditer(text, start) if match.group().strip())


def split_line(text: str, line: Span) -> list[Span]:
    """The sentences inside one line."""
    spans = [_trim(text, span) for span in _segments(text, line)]
    return [span for span in spans if span.start < span.end]


def _segments(text: str, line: Span) -> Iterator[Span]:
    from choppa import SrxTextIterator

    start, size = line.start, WINDOW
    while start < line.end:
        window = text[start : min(line.end, start + size)]
        last = start + len(window) == line.end
        parts = [str(part) for part in SrxTextIterator(_rules(), "de_one", window)]
        if not last and len(parts) == 1:
            cut = window.rfind(" ") + 1 or len(window)
            parts = [window[:cut], window[cut:]]
        for part in parts if last else parts[:-1]:
            yield Span(start, start + len(part))
            start += len(part)


def _trim(text: str, span: Span) -> Span:
    words = span.of(text)
    return Span(span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip()))


@cache
def _rules() -> Any:
    from choppa import DEFAULT_SRX_RULESET, SrxDocument

    return SrxDocument(ruleset=DEFAULT_SRX_RULESET)
