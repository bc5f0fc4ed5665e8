"""DATE and TIME rules for weekdays, their parts, the nights between them, and weekends."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from summitquiz.german.daywords import daypart_code
from summitquiz.german.patterns import words
from summitquiz.german.readings import (
    YEAR_AFTER,
    Match,
    after,
    before,
    follows,
    inflected,
    month_number,
    ordinal_number,
    rule,
    shift_of,
    time,
    year_of,
)
from summitquiz.german.reference import OPEN, Frame, shifted
from summitquiz.model import Span
from summitquiz.rules import calendar

if TYPE_CHECKING:
    from summitquiz.rules.engine import Reading

OTHER_DAY = re.compile(r"(?:(?:tag|Mittwoch|Sonnabend)(?:,\s*|\s+(?:und|oder|bis|sowie|auf)\s+|\s?[/–-]\s?|\s+)|[(:]\s?)\Z")
NO_NAME = re.compile(r"\s+(?:[a-zäöü]|\d|\()|\s*[,)]\s*(?:\d|den|dem|um|ab|von)|\s*[–-]\s")
# The weekend before the vote is not counted from today.
AROUND = re.compile(r"\s+(?:(?:vor|nach|um)\s+(?:de[mnr]|ein|sein|ihr|dies)|des\s|vom\s)")
LINE_START = re.compile(r"(?:^|[.!?:\n]\s*)$")
PART_NAMES = "morgen|vormittag|mittag|nachmittag|abend|nacht"
DAYPART = "(?P<daypart>" + PART_NAMES + "| (?:{daypart}|früh|" + PART_NAMES + "))"
NTH = r"(?P<nth>{ordinal}|[Ll]etzte[mnrs]?)"
OF_MONTH = re.compile(r"\s+(?:im|des|eines|jeden)\s+(?:Monats?|Jahres)\b")
WEEK_OF = r"(?:(?:der|in der) )?(?P<week>{shift}) Woche"


def weekday(match: Match, frame: Frame) -> Reading:
    """Mittwoch, am kommenden Mittwoch, Mittwochabend, der gestrige Donnerstag."""
    number = words("calendar", "weekdays")[match["weekday"]]
    code = daypart_code(match["daypart"])
    word = match["shift"]
    if OF_MONTH.match(after(match)):
        return time(f"XXXX-WXX-{number}{code}")
    near = inflected(words("time_cues", "day_adjectives"), word) if word else None
    if isinstance(near, int):
        return time(shifted(frame.reference, "D", near) + code, anchored=True)
    explained = _day_in_front(match, frame, number)
    if explained:
        return explained
    value, anchored = frame.weekday(Span(*match.span()), number, shift_of(word) if word else None)
    return time(value + code, anchored=anchored)


def _day_in_front(match: Match, frame: Frame, number: int) -> Reading | None:
    """The day that a weekday in brackets only explains: am 24. März (Samstag)."""
    if not frame.said or not re.fullmatch(r"\s?\(", frame.text[frame.said[-1][0].end : match.start()]):
        return None
    said = calendar.partial(frame.said[-1][1].value)
    day = calendar.date_of(said) if said else None
    return time(day.isoformat(), anchored=True) if day and day.isoweekday() == number else None


def weekday_cued(match: Match) -> bool:
    """Sonntag and Freitag are names too: a weekday alone needs a preposition, or a sentence that goes on after it."""
    if match["shift"] or match["daypart"] or follows(match, "weekday") or OTHER_DAY.search(before(match)):
        return True
    return bool(LINE_START.search(before(match)) and NO_NAME.match(after(match)))


def weekday_of_week(match: Match, frame: Frame) -> Reading:
    """Dienstag kommender Woche, am Freitag voriger Woche."""
    number = words("calendar", "weekdays")[match["weekday"]]
    today = frame.today
    if not today:
        return time(f"XXXX-WXX-{number}")
    day = calendar.shift_days(today, number - today.isoweekday() + 7 * shift_of(match["week"]))
    return time((day.isoformat() if day else OPEN["D"]) + daypart_code(match["daypart"]), anchored=True)


def nth_weekday(match: Match, frame: Frame) -> Reading | None:
    """Am ersten Sonntag im Mai, am letzten Freitag des März 2019."""
    month, nth = month_number(match["month"]), ordinal_number(match["nth"])
    wanted = words("calendar", "weekdays")[match["weekday"]]
    year, counted = year_of(match, frame)
    if not year:
        value, counted = frame.month(Span(*match.span()), month)
        year = int(value[:4]) if counted else None
    if not year:
        return time(f"XXXX-{month:02}")
    days = [
        day
        for day in range(1, 32)
        if calendar.valid_day(year, month, day) and datetime.date(year, month, day).isoweekday() == wanted
    ]
    if nth > len(days):
        return None
    return time(f"{year:04}-{month:02}-{days[nth - 1] if nth else days[-1]:02}", anchored=counted)


_MOVED = re.compile(r" (?:\w+ )?(?:ver(?:schoben|schieben|schiebt|legt|legen|tagt|tagen)|vor(?:gezogen|ziehen|verlegt))\b")


def night(match: Match, frame: Frame) -> Reading:
    """Die Nacht zum Sonntag has the date of the day it leads to."""
    value, anchored = frame.weekday(Span(*match.span()), words("calendar", "weekdays")[match["weekday"]])
    return time(value + "TNI", anchored=anchored)


def weekend(match: Match, frame: Frame) -> Reading:
    """Am Wochenende: the last one, or the coming one if the clause looks forward; on a weekend this one."""
    today = frame.today
    if not today or AROUND.match(after(match)):
        return time(OPEN["WE"])
    shift = shift_of(match["shift"]) if match["shift"] else None
    on_it = today.isoweekday() > 5
    if shift is None:
        shift = 0 if on_it or frame.looks(Span(*match.span())) == "future" else -1
    elif shift > 0 and not on_it:
        shift -= 1  # the coming weekend is this week's
    return time(shifted(frame.reference, "WE", shift), anchored=True)


def weekend_cued(match: Match) -> bool:
    """A weekend of the calendar, not "ein Wochenende"."""
    return bool(match["shift"]) or follows(match, "weekend")


RULES = [
    rule(
        "de.date.weekday",
        "weekday",
        r"(?:(?:(?:der|die|das|den|dem|des) )?(?P<shift>{shift}|{dayadj}) )?(?:(?:früh|spät)en )?(?P<weekday>{weekday})s?(?:"
        + DAYPART
        + r"s?)?",
        weekday,
        weekday_cued,
    ),
    rule("de.date.weekday.week", "weekday", r"(?P<weekday>{weekday})(?:" + DAYPART + r")? " + WEEK_OF, weekday_of_week),
    rule(
        "de.date.week.weekday",
        "weekday",
        r"(?P<week>{shift}) Woche,? (?:am )?(?P<weekday>{weekday})(?:" + DAYPART + ")?",
        weekday_of_week,
    ),
    rule(
        "de.date.weekday.nth",
        "weekday",
        NTH + r" (?P<weekday>{weekday}) (?:im|des) (?:Monats? )?(?P<month>{month})s?(?:" + YEAR_AFTER + ")?",
        nth_weekday,
    ),
    rule(
        "de.time.night",
        "weekday",
        r"(?:Nacht (?:zum|auf|auf den|vom {weekday} zum|von {weekday} auf)|von {weekday} auf) (?P<weekday>{weekday})",
        night,
        lambda match: not match[0].startswith("von") or not _MOVED.match(after(match)),  # "von Montag auf Dienstag verschoben"
    ),
    rule("de.date.weekend", "unit", r"(?:(?:{det} )?(?P<shift>{shift}) )?Wochenendes?", weekend, weekend_cued),
]
