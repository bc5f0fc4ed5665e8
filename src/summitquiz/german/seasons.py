"""DATE rules for seasons, quarters, halves of a year, and feast days."""

from __future__ import annotations

import datetime
import re

from summitquiz.german.patterns import words
from summitquiz.german.readings import PART, YEAR_AFTER, Match, before, ordinal_number, part_mod, rule, shift_of, time, year_of
from summitquiz.german.reference import Frame
from summitquiz.model import Span
from summitquiz.rules import calendar
from summitquiz.rules.engine import Reading

SEASON_CUE = re.compile(
    r"\b(?:[Ii]m|[Dd]en|[Vv]om|[Zz]um|[Bb]is|[Ss]eit|[Ss]eit dem|[Dd]er|[Dd]es|[Dd]en ganzen|[Üü]ber den|[Nn]ach|[Vv]or|[Aa]b|im (?:Früh|Spät|Hoch)|ganzen|gesamten|strengen|heißen|kalten)\s+$"
)


def season(match: Match, frame: Frame) -> Reading:
    """Im Herbst (2014), im kommenden Sommer, im Winter 2014/15."""
    code = words("calendar", "seasons")[match["season"]]
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
    return bool(
        match["part"] or match["shift"] or match["rel"] or match["year"] or match["short"] or SEASON_CUE.search(before(match))
    )


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


def holiday(match: Match, frame: Frame) -> Reading:
    """Ostern, zu Weihnachten 2004, Heiligabend."""
    rule_ = words("calendar", "holidays")[" ".join(match["holiday"].split())]
    year, counted = year_of(match, frame)
    if match["shift"] and frame.reference:
        year, counted = _shifted_year(frame, rule_, shift_of(match["shift"])), True
    if year:
        return time(_feast(year, rule_), anchored=counted)
    if isinstance(rule_, str):
        month, day = (int(part) for part in rule_.split("-"))
        value, anchored = frame.day(Span(*match.span()), month, day)
        return time(value, anchored=anchored)
    return _movable(match, frame, rule_)


def _movable(match: Match, frame: Frame, rule_: int) -> Reading:
    """A feast that hangs on Easter, in the nearest year."""
    today = frame.today
    if not today:
        return time("XXXX-XX-XX")
    years = [year for year in (today.year - 1, today.year, today.year + 1) if 0 < year < 9999]
    looks = frame.looks(Span(*match.span()))
    gaps = {year: (datetime.date.fromisoformat(_feast(year, rule_)) - today).days for year in years}
    if looks == "past" and any(gap <= 0 for gap in gaps.values()):
        year = max(year for year, gap in gaps.items() if gap <= 0)
    else:
        year = min(gaps, key=lambda each: abs(gaps[each]))
    return time(_feast(year, rule_), anchored=True)


def _feast(year: int, rule_: str | int) -> str:
    """The date of a feast in a year."""
    if isinstance(rule_, str):
        return f"{year:04}-{rule_}"
    day = calendar.shift_days(calendar.easter(year), rule_)
    return day.isoformat() if day else "XXXX-XX-XX"


def _shifted_year(frame: Frame, rule_: str | int, shift: int) -> int | None:
    """Vergangene Weihnachten: the last ones before the reference."""
    if not frame.today:
        return None
    year = frame.today.year
    passed = _feast(year, rule_) < frame.today.isoformat()
    if shift < 0:
        return year if passed else year - 1
    return year + 1 if shift > 0 and passed else year


RULES = [
    rule(
        "de.date.season",
        "season",
        PART
        + r"(?:(?:{det} )?(?P<shift>{shift}) (?:[a-zäöüß]+e[nrm] )?)?(?:Früh|Spät|Hoch)?(?P<season>{season})s?(?:monaten?)?(?:"
        + YEAR_AFTER
        + r"(?:/\d\d)?)?",
        season,
        season_cued,
    ),
    rule(
        "de.date.part",
        "yearpart",
        PART
        + r"(?:(?:der|die|das|des|dem) )?(?P<ordinal>{ordinal}|[1-4]\.) (?P<what>Quartals?|Halbjahre?s?|Jahreshälfte|Trimesters?)"
        + YEAR_AFTER
        + "?",
        part_of_year,
    ),
    rule("de.date.holiday", "holiday", r"(?:(?P<shift>{shift}) )?(?P<holiday>{holiday})" + YEAR_AFTER + "?", holiday),
]
