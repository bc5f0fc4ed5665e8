"""Quotation marks: which stretches of a text stand in them, whatever style the newspaper has.

Marks are paired inside one paragraph only; one that finds no partner there counts as no quotation at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summitquiz.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# An opening mark and what may close it. Several have more than one: old systems mix typographic and typewriter marks.
_CLOSERS = {"„": '“”"‟', "“": "”“", '"': '"“”', "»": "«", "«": "»", "‚": "‘’", "‘": "’", "›": "‹", "‹": "›", "”": "”"}
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
    position = within.start
    dead: set[str] = set()  # openers that already searched to the end in vain: the search stays linear
    while position < within.end:
        mark = text[position]
        end = None
        if mark in _CLOSERS and mark not in dead and _can_open(text, position, within):
            end = _closing(text, position, within)
            if end is None:
                dead.add(mark)
        if end is None:
            position += 1
        else:
            yield Quoted(Span(position, end + 1), Span(position + 1, end))
            position = end + 1


def _can_open(text: str, position: int, within: Span) -> bool:
    before = text[position - 1] if position > within.start else " "
    after = text[position + 1] if position + 1 < within.end else " "
    return before in _BEFORE_OPENING and not after.isspace()


def _closing(text: str, opener: int, within: Span) -> int | None:
    """Where the quotation opened at `opener` ends: the first fitting mark with a word or full stop before it."""
    closers = _CLOSERS[text[opener]]
    for position in range(opener + 2, within.end):
        if text[position] in closers and not text[position - 1].isspace():
            after = text[position + 1] if position + 1 < within.end else " "
            if not after.isalnum():
                return position
    return None
