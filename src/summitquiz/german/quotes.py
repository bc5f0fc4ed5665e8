"""Quotation marks: which stretches of a text stand in them, whatever style the newspaper has.

Marks are paired inside one paragraph only; one that finds no partner there counts as no quotation at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summitquiz.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# An opening mark and what may close it. Several have more than one: old systems mix typographic and typewriter marks.
_CLOSERS = {"„": '“”"‟', "“": "”“", '"': '"“”', "»": "«", "«": "»", "‚": "‘’", "‘": "’", "›": "‹", "‹": "›", "”": "”"}
_MARK = re.compile(f"[{''.join(_CLOSERS)}]")
_BEFORE_OPENING = " \t\n\u00a0([{–—-:/…"


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words in quotation marks: `span` has the marks, `inner` has not."""

    span: Span
    inner: Span


def quoted_spans(text: str, within: Span) -> list[Quoted]:
    """The outermost quotations of one paragraph (`within`, in characters of `text`), in text order."""
    return list(_pairs(text, within))


def _pairs(text: str, within: Span) -> Iterator[Quoted]:
    after = within.start
    dead: set[str] = set()  # openers that already searched to the end in vain: the search stays linear
    for match in _MARK.finditer(text, within.start, within.end):
        position, mark = match.start(), match[0]
        if position < after or mark in dead or not _can_open(text, position, within):
            continue
        end = _closing(text, position, within)
        if end is None:
            dead.add(mark)
        else:
            yield Quoted(Span(position, end + 1), Span(position + 1, end))
            after = end + 1


def _can_open(text: str, position: int, within: Span) -> bool:
    before = text[position - 1] if position > within.start else " "
    after = text[position + 1] if position + 1 < within.end else " "
    return before in _BEFORE_OPENING and not after.isspace()


def _closing(text: str, opener: int, within: Span) -> int | None:
    """Where the quotation opened at `opener` ends: the first fitting mark with a word or full stop before it."""
    for match in re.compile(f"[{_CLOSERS[text[opener]]}]").finditer(text, opener + 2, within.end):
        position = match.start()
        after = text[position + 1] if position + 1 < within.end else " "
        if not text[position - 1].isspace() and not after.isalnum():
            return position
    return None
