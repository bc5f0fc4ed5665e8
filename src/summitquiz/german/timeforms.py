"""TIMEX3 dates in German words.

What no wording fits without a guess (an open X, a night that belongs to two days, a winter that belongs to two years) is a
FormError.
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, NamedTuple

from summitquiz.errors import FormError
from summitquiz.german import lexicon

if TYPE_CHECKING:
    from collections.abc import Callable

    from summitquiz.model import Mod

_SEASONS = {"SP": "Frühling", "SU": "Sommer", "FA": "Herbst"}
_QUARTERS = ("ersten", "zweiten", "dritten", "vierten")
_YEAR = 4  # letters of a year
_INSIDE_YEAR = re.compile(r"\d{4}-(?:0[2-9]|1[01])")  # a month that is neither the first nor the last of its year
_DAY_PARTS = {"MO": "Morgen", "MI": "Mittag", "AF": "Nachmittag", "EV": "Abend"}
_PARTS: dict[Mod, str] = {"start": "Anfang", "mid": "Mitte", "end": "Ende"}


class _Wording(NamedTuple):
    """A date: its preposition ("" for a bare year) and the rest."""

    preposition: str
    words: str


def adverbial(value: str, mod: Mod | None = None) -> str:
    """When: "am 25. April 2019", "im Februar 2019", "2009", "vom 24. bis 25. September 2009"; raises FormError."""
    preposition, words = _dated(value)
    if mod in _PARTS:
        return _part(value, words, mod)
    if mod == "approx" and _INSIDE_YEAR.fullmatch(value):
        return value[:_YEAR]  # a month more or less, it was that year
    if mod == "approx":
        day = preposition in ("", "am")
        return f"um {'den ' if preposition else ''}{words}" if day else f"ungefähr {preposition} {words}"
    if mod:
        raise FormError(f"no wording for the date {value} with {mod}")
    return f"{preposition} {words}" if preposition else words


def answer(value: str, mod: Mod | None = None) -> str:
    """The date without its preposition, as an answer: "25. April 2019", "Anfang Juni 2014"; raises FormError."""
    preposition, words = _dated(value)
    if mod in _PARTS:
        return _part(value, words, mod)
    if mod == "approx":
        return (
            f"etwa im {words}"
            if _INSIDE_YEAR.fullmatch(value)
            else f"ungefähr {words}"
            if preposition not in ("", "am")
            else f"um {'den ' if preposition else ''}{words}"
        )
    if mod:
        raise FormError(f"no wording for the date {value} with {mod}")
    short = preposition in ("am", "im") and not words.startswith(("Wochenende", *_DAY_PARTS.values(), *_QUARTERS))
    return words if short or not preposition else f"{preposition} {words}"


def which(value: str, mod: Mod | None = None, planned: bool = False) -> str:
    """The question word for a date, with the month or year in which it lies; raises FormError.

    "An welchem Tag im April 2019", for what was `planned` "Für welchen Tag im April 2019". What happened once may have happened
    again: without the month, nobody knows which day is asked for.
    """
    year, _, rest = value.partition("-")
    known = year.isdigit() and len(year) == _YEAR
    if known and not mod and re.fullmatch(r"\d\d-\d\d", rest):
        return f"{'Für welchen' if planned else 'An welchem'} Tag {adverbial(value.rpartition('-')[0])}"
    if known and not mod and re.fullmatch(r"\d\d", rest):
        return f"{'Für welchen' if planned else 'In welchem'} Monat des Jahres {year}"
    if known and not mod and not rest:
        return "Für welches Jahr" if planned else "In welchem Jahr"
    when = "Für wann" if planned else "Wann"
    return f"{when} im Jahr {year}" if known and rest else when


def _part(value: str, words: str, mod: Mod | None) -> str:
    """Anfang Juni 2014: of months, years and decades only."""
    assert mod is not None
    if re.fullmatch(r"\d{4}(-\d{2})?", value):
        return f"{_PARTS[mod]} {words}"
    if re.fullmatch(r"\d{3}", value):
        return f"{_PARTS[mod]} der {words.removesuffix('n')}"
    raise FormError(f"no wording for the date {value} with {mod}")


def _dated(value: str) -> _Wording:
    """The wording for a date; FormError when the value is open or of no known form."""
    first, slash, last = value.partition("/")
    if slash:
        return _range(first, last)
    for pattern, word in _FORMS:
        match = re.fullmatch(pattern, value)
        if match:
            try:
                return word(*match.groups())
            except (ValueError, IndexError, KeyError):
                break
    raise FormError(f"no wording for the date {value!r}")


def _year(year: str) -> _Wording:
    return _Wording("", str(int(year)))


def _month(year: str, month: str) -> _Wording:
    return _Wording("im", f"{_month_name(month)} {int(year)}")


def _day(year: str, month: str, day: str) -> _Wording:
    date = datetime.date(int(year), int(month), int(day))
    return _Wording("am", f"{date.day}. {_month_name(date.month)} {date.year}")


def _time(year: str, month: str, day: str, hour: str, minute: str | None) -> _Wording:
    time = datetime.time(int(hour), int(minute or 0))
    clock = f"{time.hour}.{time.minute:02}" if time.minute else f"{time.hour}"
    return _Wording("am", f"{_day(year, month, day).words} um {clock} Uhr")


def _day_part(year: str, month: str, day: str, part: str) -> _Wording:
    return _Wording("am", f"{_DAY_PARTS[part]} des {_day(year, month, day).words}")


def _season(year: str, season: str) -> _Wording:
    return _Wording("im", f"{_SEASONS[season]} {int(year)}")


def _quarter(year: str, number: str) -> _Wording:
    return _Wording("im", f"{_QUARTERS[int(number) - 1]} Quartal {int(year)}")


def _half(year: str, number: str) -> _Wording:
    return _Wording("im", f"{_QUARTERS[int(number) - 1]} Halbjahr {int(year)}")


def _week(year: str, week: str) -> _Wording:
    monday = datetime.date.fromisocalendar(int(year), int(week), 1)
    return _Wording("in der", f"Woche {_between(monday, monday + datetime.timedelta(days=6))}")


def _weekend(year: str, week: str) -> _Wording:
    saturday = datetime.date.fromisocalendar(int(year), int(week), 6)
    return _Wording("am", f"Wochenende {_between(saturday, saturday + datetime.timedelta(days=1))}")


def _decade(tens: str) -> _Wording:
    return _Wording("in den", f"{tens}0er-Jahren")


def _century(hundreds: str) -> _Wording:
    return _Wording("im", f"{int(hundreds) + 1}. Jahrhundert")


def _range(first: str, last: str) -> _Wording:
    try:
        start, end = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    except ValueError:
        raise FormError(f"no wording for the dates {first}/{last}") from None
    if start >= end:
        raise FormError(f"the dates {first}/{last} are no span")
    prefix, _, rest = _between(start, end).partition(" ")
    return _Wording(prefix, rest)


def _between(start: datetime.date, end: datetime.date) -> str:
    """vom 24. bis 25. September 2009; months and years are said once where they are the same."""
    month = "" if (start.year, start.month) == (end.year, end.month) else f" {_month_name(start.month)}"
    year = "" if start.year == end.year else f" {start.year}"
    return f"vom {start.day}.{month}{year} bis {end.day}. {_month_name(end.month)} {end.year}"


def _month_name(month: str | int) -> str:
    """The first of a month's names in the calendar: Januar before Jänner."""
    months: dict[str, int] = lexicon.load("calendar")["months"]
    for name, number in months.items():
        if number == int(month):
            return name
    raise ValueError(month)


_FORMS: tuple[tuple[str, Callable[..., _Wording]], ...] = (
    (r"(\d{4})", _year),
    (r"(\d{4})-(\d{2})", _month),
    (r"(\d{4})-(\d{2})-(\d{2})", _day),
    (r"(\d{4})-(\d{2})-(\d{2})T(\d{2})(?::(\d{2}))?(?::00)?", _time),
    (r"(\d{4})-(\d{2})-(\d{2})T(MO|MI|AF|EV)", _day_part),
    (r"(\d{4})-(SP|SU|FA)", _season),
    (r"(\d{4})-Q([1-4])", _quarter),
    (r"(\d{4})-H([12])", _half),
    (r"(\d{4})-W(\d{2})", _week),
    (r"(\d{4})-W(\d{2})-WE", _weekend),
    (r"(\d{3})", _decade),
    (r"(\d{2})", _century),
)
