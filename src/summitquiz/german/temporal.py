"""Times, durations and sets in German text: one pass of character rules, no tagger.

>>> from summitquiz.model import PartialDate
>>> [mention] = find_times("Sie trafen sich im Februar.", PartialDate(2019, 4))
>>> mention.value.value, mention.value.anchored
('2019-02', True)
"""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summitquiz.german import (
    dates,
    daywords,
    durations,
    holidays,
    not_times,
    relative,
    seasons,
    sets,
    story,
    times,
    weekdays,
    years,
)
from summitquiz.german.reference import Frame
from summitquiz.german.triggers import classes
from summitquiz.model import Kind, Mod, Timex
from summitquiz.rules.engine import Ruleset

if TYPE_CHECKING:
    from summitquiz.model import Mention, PartialDate

BOUND = re.compile(
    r"\b([Bb]is|[Ss]pätestens|[Ff]rühestens|[Uu]m|[Ee]twa|[Cc]irca|[Uu]ngefähr)\s+(?:zum\s+|im\s+|am\s+|Jahr\s+)?$"
)
RANGE = re.compile(r",?\s{1,3}bis\s{1,3}(?:zum |zur |einschließlich )?")  # von Dienstag bis Freitag bounds nothing
BOUNDS: dict[str, Mod] = {
    "bis": "at_most",
    "spätestens": "at_most",
    "frühestens": "at_least",
    "um": "approx",
    "etwa": "approx",
    "circa": "approx",
    "ungefähr": "approx",
}
FILES = (not_times, dates, years, seasons, holidays, daywords, relative, story, weekdays, times, durations, sets)


def find_times(text: str, reference: PartialDate | None) -> list[Mention]:
    """The temporal expressions in `text`: mentions of kind TIME (dates and times of day), DURATION and SET with a Timex value.

    In text order, none overlapping another; spans are offsets into `text`. `reference` is what relative dates are counted from,
    usually the publication date. What it is too coarse for keeps an X in its value (XXXX-WXX-3).
    """
    frame = Frame(text, reference)
    found: list[Mention] = []
    for mention in ruleset().find(text, frame):
        frame.note(mention)
        joined = found and RANGE.fullmatch(text, found[-1].span.end, mention.span.start)
        found.append(mention if joined else bounded(mention, text))
    return found


def bounded(mention: Mention, text: str) -> Mention:
    """The mention with the modifier of a word before it that bounds its date: bis 2017, spätestens im Mai, um 1900."""
    value = mention.value
    cue = BOUND.search(text, max(0, mention.span.start - 24), mention.span.start)
    if not cue or not isinstance(value, Timex) or value.type != "DATE" or value.mod or re.search("/|_REF", value.value):
        return mention
    mod: Mod = BOUNDS[cue[1].lower()]
    return replace(mention, value=replace(value, mod=mod)) if mod != "approx" or len(value.value) == 4 else mention


def length_of(mention: Mention, text: str) -> Timex | None:
    """The length that a date like "vor zwei Monaten" or "in drei Tagen" names; None for any other mention.

    It needs no reference: how long ago something is can be asked where when it was cannot be known.
    """
    if not mention.rule.startswith(("de.date.ago", "de.date.ahead")):
        return None
    words = mention.span.of(text).split(maxsplit=1)[1]
    inner = [each.value for each in find_times("seit " + words, None) if each.kind is Kind.DURATION]
    return inner[0] if inner and isinstance(inner[0], Timex) else None


@functools.cache
def ruleset() -> Ruleset[Frame]:
    """All temporal rules, compiled."""
    return Ruleset([rule for file in FILES for rule in file.RULES], classes)
