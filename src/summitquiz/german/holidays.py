"""DATE rules for feast days: Ostern, Weihnachten 2004, Karfreitag, der zweite Weihnachtstag, Weihnachtssonntag.

A feast of several days is an interval: "zu Weihnachten" does not say on which of them.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from summitquiz.german.patterns import words
from summitquiz.german.readings import YEAR_AFTER, Match, ordinal_number, rule, shift_of, time, year_of
from summitquiz.german.reference import OPEN, Frame
from summitquiz.model import Span
from summitquiz.rules import calendar

if TYPE_CHECKING:
    from summitquiz.rules.engine import Reading

Day = str | int  # month-day, or days from Easter Sunday


def holiday(match: Match, frame: Frame) -> Reading:
    """Ostern, zu Weihnachten 2004, vergangene Pfingsten, Heiligabend."""
    entry = words("calendar", "holidays")[" ".join(match["holiday"].split())]
    days: list[Day] = entry if isinstance(entry, list) else [entry]
    year, counted = _year(match, frame, days[0])
    return time("/".join(dict.fromkeys(_feast(year, day) for day in days)), anchored=counted)


def christmas_day(match: Match, frame: Frame) -> Reading | None:
    """Erster, zweiter Weihnachtsfeiertag."""
    number = ordinal_number(match["ordinal"])
    if number not in (1, 2):
        return None
    day = f"12-{24 + number}"
    year, counted = _year(match, frame, day)
    return time(_feast(year, day), anchored=counted)


def christmas_weekday(match: Match, frame: Frame) -> Reading:
    """Weihnachtssonntag: the one of Christmas Eve and the two days after it that is a Sunday."""
    number = words("calendar", "weekdays")[match["weekday"].capitalize()]
    year, counted = _year(match, frame, "12-25")
    for day in (24, 25, 26) if year else ():
        if datetime.date(year or 1, 12, day).isoweekday() == number:
            return time(f"{year:04}-12-{day}", anchored=counted)
    return time(OPEN["D"])


def _year(match: Match, frame: Frame, day: Day) -> tuple[int | None, bool]:
    """The year that the words give, or in which the feast lies nearest in the direction the clause looks."""
    year, counted = year_of(match, frame)
    if year:
        return year, counted
    if not frame.today:
        return (_year_of_month(match, frame, day) if isinstance(day, str) else None), True
    years = [each for each in range(frame.today.year - 1, frame.today.year + 2) if 0 < each <= datetime.MAXYEAR]
    gaps = {each: (datetime.date.fromisoformat(_feast(each, day)) - frame.today).days for each in years}
    shift = shift_of(match["shift"]) if match.groupdict().get("shift") else None
    looks = {None: frame.looks(Span(*match.span())), -1: "past", 1: "future"}.get(shift)
    passed, coming = [each for each in years if gaps[each] <= 0], [each for each in years if gaps[each] >= 0]
    if looks == "past" and passed:
        return passed[-1], True
    if looks == "future" and coming:
        return coming[0], True
    return min(years, key=lambda each: abs(gaps[each])), True


def _year_of_month(match: Match, frame: Frame, day: str) -> int | None:
    """The year of a fixed feast when only the month of the reference is known."""
    value, _ = frame.day(Span(*match.span()), *(int(part) for part in day.split("-")))
    return int(value[:4]) if value[:4].isdigit() else None


def _feast(year: int | None, day: Day) -> str:
    """The date of one day of a feast."""
    if isinstance(day, str):
        return f"{year or 'XXXX':04}-{day}"
    found = calendar.shift_days(calendar.easter(year), day) if year else None
    return found.isoformat() if found else OPEN["D"]


RULES = [
    rule("de.date.holiday", "holiday", r"(?:(?P<shift>{shift}) )?(?P<holiday>{holiday})s?(?:" + YEAR_AFTER + ")?", holiday),
    rule(
        "de.date.holiday.christmas",
        "holiday",
        r"(?P<ordinal>{ordinal}|[12]\.) Weihnachts(?:feier)?tag(?:es|s)?(?:" + YEAR_AFTER + ")?",
        christmas_day,
    ),
    rule(
        "de.date.holiday.weekday",
        "holiday",
        r"Weihnachts(?P<weekday>montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)(?:" + YEAR_AFTER + ")?",
        christmas_weekday,
    ),
]
