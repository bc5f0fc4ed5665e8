"""Times and lengths beside a given one: as exact as it, clear of all that it allows, in even steps."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.model import PartialDate

T = TypeVar("T")

_STEPS = 4  # on each side
_DAYS = 9  # between days: more than an event lasts, and clear of meetings that are held every week or month
_CLEAR = 1.25  # by how much a length must be longer than another that it cannot be taken for
_DURATION = re.compile(r"(PT?)(\d+(?:\.\d+)?)(\D+)")
_NUMBERS = {  # that people say, by unit
    "PTM": (5, 10, 15, 20, 30, 40, 50, 75, 90, 120),
    "PTH": (1, 2, 3, 4, 5, 6, 8, 10, 12),
    "PD": (1, 2, 3, 4, 5, 7, 10, 14),
    "PW": (1, 2, 3, 4, 6, 8),
    "PM": (1, 2, 3, 4, 6, 9, 12),
    "PY": (1, 2, 3, 4, 5, 7, 10, 15),
}


class Days(NamedTuple):
    """The first and the last day of a date."""

    first: datetime.date
    last: datetime.date


def days(value: str) -> Days | None:
    """The days of a TIMEX3 year, month, day or range of days; None for other values."""
    start, _, end = value.partition("/")
    try:
        if end:
            return Days(datetime.date.fromisoformat(start), datetime.date.fromisoformat(end))
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            return Days(datetime.date.fromisoformat(value), datetime.date.fromisoformat(value))
        if re.fullmatch(r"\d{4}-\d{2}", value):
            first = datetime.date.fromisoformat(f"{value}-01")
            return Days(first, _month_later(first) - datetime.timedelta(days=1))
        return Days(datetime.date(int(value), 1, 1), datetime.date(int(value), 12, 31))
    except ValueError:
        return None


def dates_beside(value: str, published: PartialDate | None, *, past: bool) -> tuple[list[str], list[str]]:
    """Earlier and later dates, the nearest first; none of what is past begins after the day of publication, none of what is to
    come before it."""
    if days(value) is None:
        return [], []
    earlier = [_moved(value, -step) for step in range(1, _STEPS + 1)]
    later = [_moved(value, step) for step in range(1, _STEPS + 1)]
    today = days(str(published)) if published else None
    if today is None:
        return earlier, later
    if past:
        return earlier, [date for date in later if _starts(date) <= today.last]
    return [date for date in earlier if _starts(date) >= today.first], later


def amount(value: str) -> float:
    """The number in a duration of one unit: 2 in PT2H; 0 for other values."""
    found = _DURATION.fullmatch(value)
    return float(found[2]) if found else 0


def lengths_beside(value: str, low: float, high: float) -> tuple[list[str], list[str]]:
    """Shorter and longer durations in the unit of `value`, the nearest first.

    `low` and `high` are the least and the most that its hedge allows, as shares of it; those found, under the same hedge, are
    clear of it.
    """
    found = _DURATION.fullmatch(value)
    if found is None or found[1] + found[3] not in _NUMBERS:
        return [], []
    prefix, number, unit = found.groups()
    numbers = _NUMBERS[prefix + unit]
    shorter = [n for n in reversed(numbers) if n * high * _CLEAR <= float(number) * low]
    longer = [n for n in numbers if n * low >= float(number) * high * _CLEAR]
    return [f"{prefix}{n}{unit}" for n in shorter], [f"{prefix}{n}{unit}" for n in longer]


def around(before: Sequence[T], after: Sequence[T], count: int, draw: int) -> list[T]:
    """`count` things of both sides, the nearest first; `draw` says how many come from before. Fewer, if there are fewer."""
    least, most = max(0, count - len(after)), min(count, len(before))
    taken = least + draw % (most - least + 1) if most >= least else most
    return [*before[:taken], *after[: count - taken]]


def _starts(value: str) -> datetime.date:
    found = days(value)
    assert found is not None
    return found.first


def _moved(value: str, steps: int) -> str:
    """The date so many steps of days, months or years later, as exact as it is."""
    if "/" in value:
        return "/".join(_moved(day, steps) for day in value.split("/"))
    if value.count("-") == 2:
        return str(datetime.date.fromisoformat(value) + datetime.timedelta(days=_DAYS * steps))
    if "-" in value:
        year, month = divmod(int(value[:4]) * 12 + int(value[5:]) - 1 + steps, 12)
        return f"{year:04}-{month + 1:02}"
    return f"{int(value) + steps:04}"


def _month_later(first: datetime.date) -> datetime.date:
    return (first + datetime.timedelta(days=31)).replace(day=1)
