"""Calendar arithmetic on TIMEX3 values; knows no language.

Values are strings (2019-04-24, 2019-W17, 2019-SP, 201, 20): what is unknown stays X. Weeks are ISO weeks. The date of Easter
follows the Gregorian computus (Meeus, Jones, Butcher).
"""

from __future__ import annotations

import datetime

from summitquiz.model import PartialDate

SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # meteorological: the month in which each begins


def date_of(partial: PartialDate) -> datetime.date | None:
    """The day, if it is known."""
    return datetime.date(partial.year, partial.month, partial.day) if partial.month and partial.day else None


def partial(value: str) -> PartialDate | None:
    """A day, month or year value as a date, also one with a time of day; None for any other value."""
    try:
        return PartialDate.parse(value.partition("T")[0])
    except ValueError:
        return None


def valid_day(year: int | None, month: int, day: int) -> bool:
    """Whether there is such a day (in some year, when the year is not known)."""
    try:
        datetime.date(year or 2000, month, day)
    except ValueError:
        return False
    return True


def shift_days(day: datetime.date, days: int) -> datetime.date | None:
    """The day `days` later; None beyond the calendar's ends."""
    try:
        return day + datetime.timedelta(days=days)
    except OverflowError:
        return None


def shift_months(year: int, month: int, months: int) -> str:
    """The value of the month `months` later."""
    count = year * 12 + month - 1 + months
    return f"{count // 12:04}-{count % 12 + 1:02}"


def week(day: datetime.date) -> str:
    """2019-W17."""
    year, number, _ = day.isocalendar()
    return f"{year:04}-W{number:02}"


def season(day: datetime.date, code: str, back: bool) -> str:
    """The season `code` that `day` lies in, or the last one begun (`back`), or the next one.

    A winter has the year in which it begins.
    """
    start = SEASON_STARTS[code]
    length = (day.month - start) % 12
    inside = length < 3
    year = day.year - 1 if start > day.month and (inside or back) else day.year
    if not back and not inside and start < day.month:
        year = min(year + 1, datetime.MAXYEAR)
    return f"{year:04}-{code}"


def easter(year: int) -> datetime.date:
    """Easter Sunday."""
    century = year // 100
    golden = year % 19
    skipped = century - century // 4 - (century - (century - 17) // 25) // 3 + 19 * golden + 15
    moon = skipped % 30
    moon -= (moon // 28) * (1 - (moon // 28) * (29 // (moon + 1)) * ((21 - golden) // 11))
    offset = moon - (year + year // 4 + moon + 2 - century + century // 4) % 7
    month = 3 + (offset + 40) // 44
    return datetime.date(year, month, offset + 28 - 31 * (month // 4))
