"""DATE rules for days and months of the calendar, in every written form; also spans of days as intervals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summitquiz.german.patterns import expand
from summitquiz.german.readings import (
    YEAR_AFTER,
    Match,
    after,
    before,
    follows,
    month_number,
    ordinal_number,
    part_mod,
    rule,
    shift_of,
    time,
    year_of,
)
from summitquiz.model import Span
from summitquiz.rules import calendar

if TYPE_CHECKING:
    from summitquiz.german.reference import Frame
    from summitquiz.rules.engine import Reading

WEEKDAY_BEFORE = r"(?:(?:{weekday}(?:vormittag|nachmittag|abend|nacht|morgen)?|{wd})(?:,? (?:den |dem |der )?))?"
DAY = r"(?P<day>{day})"
NUMERIC = WEEKDAY_BEFORE + DAY + r"\. ?(?P<month>0?[1-9]|1[0-2])\."
JOINED = r"(?: (?:und|bis|oder|sowie) (?:am |zum |einschließlich )?|{dash}|/)"
BEFORE_MONTH = re.compile(rf"\b{expand('{month}')}(?:\s+(?:und|oder|bis|sowie)\s+|,\s*|\s?[-–/]\s?)\Z")
AFTER_MONTH = re.compile(expand(r" ?(?:und|bis|oder|/|–|-) ?(?:zum |Anfang |Mitte |Ende )?{month}(?!\w)"))
SEPTEMBER_11 = re.compile(r"\b(?:Terrora|A)(?:nschl[aä]ge?n?|ttentate?n?)\s+(?:vom|am|des|von)\s+\Z")


def day(match: Match, frame: Frame) -> Reading | None:
    """24. April (2019), Mittwoch, 24. April, der erste Mai."""
    return _reading(match, frame, month_number(match["month"]), ordinal_number(match["day"]))


def numeric_day(match: Match, frame: Frame) -> Reading | None:
    """24.4.2019, 24.04.19, am 24.4."""
    return _reading(match, frame, int(match["month"]), int(match["day"]))


def _reading(match: Match, frame: Frame, month: int, number: int) -> Reading | None:
    """One day; None when the calendar has none such."""
    value, anchored = _value(match, frame, month, number)
    return time(value, anchored=anchored) if value else None


def _value(match: Match, frame: Frame, month: int, number: int) -> tuple[str | None, bool]:
    """The value of a day whose year is in the groups of YEAR_AFTER, or must be found, and whether it was counted."""
    year, counted = year_of(match, frame)
    if not number or not calendar.valid_day(year, month, number):
        return None, False
    if year:
        return f"{year:04}-{month:02}-{number:02}", counted
    if (month, number) == (9, 11) and SEPTEMBER_11.search(before(match)):
        return "2001-09-11", False
    return frame.day(Span(*match.span()), month, number)


def days(match: Match, frame: Frame) -> Reading | None:
    """24. und 25. September, 3. bis 5. Mai 2019: an interval."""
    first = int(match["first"])
    value, anchored = _value(match, frame, month_number(match["month"]), int(match["day"]))
    if not value or first >= int(match["day"]):
        return None
    return time(f"{value[:-2]}{first:02}/{value}", anchored=anchored)


def contiguous(match: Match) -> bool:
    """bis and dashes join any days, und only neighbours: the 3. and the 7. are no interval."""
    return match["join"].strip()[:3] in ("bis", "-", "–", "—") or int(match["day"]) - int(match["first"]) == 1


def days_across(match: Match, frame: Frame) -> Reading | None:
    """28. April bis 3. Mai: an interval over the end of a month, or of a year."""
    value, anchored = _value(match, frame, month_number(match["month"]), int(match["day"]))
    if not value:
        return None
    month, first = month_number(match["firstmonth"]), int(match["first"])
    year = f"{int(value[:4]) - (month > int(value[5:7])):04}" if value[:4].isdigit() else "XXXX"
    known = int(year) if year.isdigit() else None
    if not calendar.valid_day(known, month, first):
        return None
    return time(f"{year}-{month:02}-{first:02}/{value}", anchored=anchored)


def iso_day(match: Match, _: Frame) -> Reading | None:
    """2019-04-24."""
    year, month, number = (int(part) for part in match[0].split("-"))
    return time(match[0]) if calendar.valid_day(year, month, number) else None


def month(match: Match, frame: Frame) -> Reading | None:
    """(Anfang) April (2019); without a year the one that the clause and the reference give."""
    number = month_number(match["month"])
    year, counted = year_of(match, frame)
    if year:
        return time(f"{year:04}-{number:02}", part_mod(match), counted)
    value, anchored = frame.month(Span(*match.span()), number)
    return time(value, part_mod(match), anchored)


def months(match: Match, _: Frame) -> Reading | None:
    """Mai bis September 1945, Mai/Juni 2005: an interval."""
    first, last, year = month_number(match["month"]), month_number(match["last"]), int(match["year"])
    return time(f"{year - (first > last):04}-{first:02}/{year:04}-{last:02}")


def shifted_month(match: Match, frame: Frame) -> Reading:
    """Im kommenden Mai, im vergangenen Mai, diesen Mai."""
    number, shift, reference = month_number(match["month"]), shift_of(match["shift"]), frame.reference
    if not reference or not reference.month:
        return time(f"XXXX-{number:02}")
    steps = (number - reference.month) % 12 if shift > 0 else -((reference.month - number) % 12)
    if not shift:
        steps = number - reference.month
    else:
        steps = (steps or 12 * shift) + 12 * (shift - (1 if shift > 0 else -1)) * (steps != 0)
    return time(calendar.shift_months(reference.year, reference.month, steps), anchored=True)


def month_cued(match: Match) -> bool:
    """Mai and August are names too: a month alone needs a preposition, a part of it or another month beside it."""
    if match["part"] or follows(match, "month") or BEFORE_MONTH.search(before(match)):
        return True
    return bool(AFTER_MONTH.match(after(match)))


RULES = [
    rule("de.date.day", "month", WEEKDAY_BEFORE + DAY + r"\.? ?(?P<month>{mon})" + YEAR_AFTER + "?", day),
    rule("de.date.day.word", "month", r"(?P<day>{ordinal}) (?P<month>{month})" + YEAR_AFTER + "?", day),
    rule(
        "de.date.days",
        "month",
        r"(?P<first>{day})\.?(?P<join>" + JOINED + ")" + DAY + r"\. ?(?P<month>{mon})" + YEAR_AFTER + "?",
        days,
        contiguous,
    ),
    rule(
        "de.date.days.across",
        "month",
        r"(?P<first>{day})\. ?(?P<firstmonth>{mon}) ?(?:bis|–|-)(?: zum| einschließlich)? ?"
        + DAY
        + r"\. ?(?P<month>{mon})"
        + YEAR_AFTER
        + "?",
        days_across,
    ),
    rule(
        "de.date.day.listed",  # the 3. of "3., 4. und 7. Oktober": the month stands after the last
        "month",
        r"(?P<span>"
        + DAY
        + r"\.)(?=(?:(?:,| und| oder| sowie|,? und| bis|{dash}|/)? ?(?:auf den |auf |am |den |vom |zum )?{day}\.){1,9}"
        + r" ?(?P<month>{mon})(?:"
        + YEAR_AFTER
        + ")?)",
        day,
    ),
    rule("de.date.numeric", "number", NUMERIC + r" ?(?:(?P<year>{year})|(?P<short>\d\d)(?![\d:.]))", numeric_day),
    rule(
        "de.date.numeric.yearless",
        "number",
        NUMERIC + r"(?! ?\d)",
        numeric_day,
        lambda match: not match[0][0].isdigit() or follows(match, "day_in_digits"),
    ),
    rule("de.date.iso", "number", r"(?:1[0-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])", iso_day),
    rule("de.date.month", "month", r"(?:(?P<part>{part}|{partadj}) (?:des Monats )?)?(?P<month>{mon})/?" + YEAR_AFTER, month),
    rule(
        "de.date.months",
        "month",
        r"(?P<month>{month})(?: bis | und |{dash}|/)(?P<last>{month}) (?:des Jahres )?(?P<year>{year})",
        months,
    ),
    rule("de.date.month.alone", "month", r"(?:(?P<part>{part}|{partadj}) (?:des )?)?(?P<month>{month})s?", month, month_cued),
    rule("de.date.month.shifted", "month", r"(?:{det} )?(?P<shift>{shift}) (?P<month>{month})s?", shifted_month),
]
