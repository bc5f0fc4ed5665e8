"""Text → sentences, by LanguageTool's rules for German (SRX, through choppa), mended where news differs from them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from summitquiz.model import Span
from summitquiz.reading.language import function_words

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE = re.compile(r"[^\n]+")
WINDOW = 4000  # characters given to the rules at once; a "sentence" that fills them is no prose and is cut at a blank
STOP = re.compile(r"[.!?…](?=.)")  # no rule finds a border without one before it
ORDINAL = re.compile(r"\b(?:ihre?[mnrs]?|seine?[mnrs]?|zum|zur|beim|vom|dem|des)\s\d{1,3}\.\s*$")  # "zu ihrem 12. Gipfel"
NUMBER = re.compile(r"(?:^|[\s(])\d{1,3}\.\s*$")


def split(text: str, start: int = 0) -> list[Span]:
    """The sentences of `text` from `start` on, in order, without blanks at their ends. A line break always ends a sentence."""
    return [span for line in lines(text, start) for span in split_line(text, line)]


def lines(text: str, start: int = 0) -> Iterator[Span]:
    """The non-empty lines of `text` from `start` on: its paragraphs."""
    return (Span(*match.span()) for match in LINE.finditer(text, start) if match.group().strip())


def split_line(text: str, line: Span) -> list[Span]:
    """The sentences inside one line."""
    spans: list[Span] = []
    for span in _segments(text, line):
        if spans and _goes_on(text, spans[-1], span):
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    trimmed = (_trim(text, part) for span in spans for part in _missed(text, span))
    return [span for span in trimmed if span.start < span.end]


def _goes_on(text: str, before: Span, after: Span) -> bool:
    """Whether the rules parted a sentence: a date with blanks, the number of a minute or a place, or a small letter next."""
    number = NUMBER.search(text[max(before.start, before.end - 6) : before.end])
    ordinal = ORDINAL.search(text[max(before.start, before.end - 16) : before.end])
    lone = number is not None and before.end - before.start <= 6
    if after.end - before.start > WINDOW:
        return False
    return bool(ordinal) or text[after.start].islower() or lone or (number is not None and text[after.start].isdigit())


def _segments(text: str, line: Span) -> Iterator[Span]:
    """What the rules make of a line, read through a window that moves on from the last border found."""
    start = line.start
    while start < line.end:
        window = text[start : min(line.end, start + WINDOW)]
        parts = _by_rules(window) if STOP.search(window) else [window]
        if start + len(window) < line.end:
            last = parts.pop()
            if len(last) > WINDOW // 2:
                parts.append(last[: last.rfind(" ") + 1 or len(last)])
        for part in parts:
            yield Span(start, start + len(part))
            start += len(part)


def _by_rules(window: str) -> list[str]:
    from choppa import SrxTextIterator

    return [str(part) for part in SrxTextIterator(_rules(), "de_one", window)]


def _missed(text: str, span: Span) -> Iterator[Span]:
    """Parts of a sentence that are sentences: what German writes with a capital only at a sentence's start begins another."""
    start = span.start
    for match in _opening().finditer(text, span.start + 1, span.end):
        if text[start : match.start()].strip(" .0123456789"):  # not after the number of a list's item
            yield Span(start, match.start())
            start = match.start()
    yield Span(start, span.end)


@cache
def _opening() -> re.Pattern[str]:
    """A capitalised function word after an abbreviation, an ordinal or dots; any capital after a full stop in parentheses."""
    words = "|".join(sorted(word.capitalize() for word in function_words()))
    ends = (r"\w\.[A-Z]\.", r"\d\.", r"Mio\.", r"Mrd\.", r"Jr\.", r"Sr\.", r"…", r"\.\.\.")
    after = "|".join(f"(?<={end} )" for end in ends)
    return re.compile(rf"(?:{after})(?:{words})(?= )|(?<=[a-zäöüß][.!?]\) )(?=[„\"»(]?[A-ZÄÖÜ])")


def _trim(text: str, span: Span) -> Span:
    words = span.of(text)
    return Span(span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip()))


@cache
def _rules() -> Any:
    """The rules, without three whose cost grows with the cube of the number of full stops and colons.

    They keep abbreviations in parentheses together; a fourth one, which stays, does so too, for up to 100 characters.
    """
    from choppa import DEFAULT_SRX_RULESET, SrxDocument

    document = SrxDocument(ruleset=DEFAULT_SRX_RULESET)
    for language in document.get_language_rule_list("de_one"):
        language.rules[:] = [rule for rule in language.rules if rule.before_pattern.count("*?") < 2]
    return document
