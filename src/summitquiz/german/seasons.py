"""DATE rules for seasons, quarters and halves of a year."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from summitquiz.german.patterns import words
from summitquiz.german.readings import PART, YEAR_AFTER, Match, follows, ordinal_number, part_mod, rule, shift_of, time, year_of
from summitquiz.model import Span
from summitquiz.rules import calendar

if TYPE_CHECKING:
    from summitquiz.german.reference import Frame
    from summitquiz.rules.engine import Reading


def season(match: Match, frame: Frame) -> Reading:
    """Im Herbst (2014), im kommenden Sommer, im Winter 2014/15."""
    code = words("calendar", "seasons")[match["season"].capitalize()]
    year, counted = year_of(match, frame)
    if year:
        return time(f"{year:04}-{code}", part_mod(match), counted)
    today = frame.today or _month_start(frame)
    if not today:
        return time(f"XXXX-{code}", part_mod(match))
    shift = shift_of(match["shift"]) if match["shift"] else None
    return time(_season_value(match, frame, today, code, shift), part_mod(match), True)


def _season_value(match: Match, frame: Frame, today: datetime.date, code: str, shift: int | None) -> str:
    """Counted from a day: by the adjective, by the tense, else the one of the same year."""
    looks = {None: frame.looks(Span(*match.span())), -1: "past", 1: "future"}.get(shift)
    if looks is None:
        return f"{today.year:04}-{code}"
    return calendar.season(today, code, looks == "past")


def _month_start(frame: Frame) -> datetime.date | None:
    reference = frame.reference
    return datetime.date(reference.year, reference.month, 1) if reference and reference.month else None


def season_cued(match: Match) -> bool:
    """Sommer and Winter are surnames: alone they need a word before them."""
    return bool(match["part"] or match["shift"] or match["rel"] or match["year"] or match["short"] or follows(match, "season"))


def part_of_year(match: Match, frame: Frame) -> Reading | None:
    """Erstes Halbjahr 2014, im dritten Quartal, der zweiten Jahreshälfte."""
    number = ordinal_number(match["ordinal"])
    letter, parts = ("H", 2) if match["what"].startswith(("Halb", "Jahresh")) else ("Q", 4)
    if not 0 < number <= parts:
        return None
    year, counted = year_of(match, frame)
    if year:
        return time(f"{year:04}-{letter}{number}", part_mod(match), counted)
    reference = frame.reference
    if not reference or not reference.month:
        return time(f"XXXX-{letter}{number}", part_mod(match))
    begun = (number - 1) * 12 // parts < reference.month
    past = not begun and frame.looks(Span(*match.span())) == "past"
    return time(f"{reference.year - past:04}-{letter}{number}", part_mod(match), True)


RULES = [
    rule(
        "de.date.season",
        "season",
        PART
        + r"(?:(?:{det} )?(?P<shift>{shift}) (?:[a-zäöüß]{2,20}e[nrm] )?)?"
        + r"(?:(?:Früh|Spät|Hoch|Mitt)(?=[a-z]))?(?P<season>{season}|sommer|herbst|winter)s?(?:monaten?)?(?! \d\d\b)(?:"
        + YEAR_AFTER
        + r"(?:/\d\d)?)?",
        season,
        season_cued,
    ),
    rule(
        "de.date.part",
        "yearpart",
        PART
        + r"(?:(?:der|die|das|des|dem) )?(?P<ordinal>{ordinal}|[1-4]\.) "
        + r"(?P<what>Quartals?|Halbjahre?s?|Jahreshälfte|Trimesters?)"
        + YEAR_AFTER
        + "?",
        part_of_year,
    ),
]
