"""TIME rules: clock times, alone and in pairs, and the parts of the day. They take their day from a date named just before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summitquiz.german.dates import day
from summitquiz.german.daywords import daypart_code
from summitquiz.german.numbers import parse_number
from summitquiz.german.readings import YEAR_AFTER, Match, after, before, follows, rule, time
from summitquiz.german.reference import OPEN, Frame
from summitquiz.model import Timex
from summitquiz.rules import calendar

if TYPE_CHECKING:
    from summitquiz.model import Mod
    from summitquiz.rules.engine import Reading

CLOCK = r"(?P<hour>[01]?\d|2[0-4])(?:[.:](?P<minute>[0-5]\d))?"
LAST = r"(?P<lasthour>[01]?\d|2[0-4])(?:[.:](?P<lastminute>[0-5]\d))?"
ZONE = r"(?: (?:MEZ|MESZ|GMT|UTC|Ortszeit|[Oo]rtszeit))?"
PART_OF_DAY = (
    r"(?: (?P<part>morgens|früh|vormittags|mittags|nachmittags|abends|nachts|in der Früh|am Abend|am Morgen|am Nachmittag))?"
)
REPEATED = re.compile(
    r"\b(?:[Jj]eweils|[Tt]äglich|[Ww]ochentags|[Ww]erktags|[Mm]eist|beispielsweise|[Gg]eöffnet|[Öö]ffnungszeiten|tags)\b[^.;]*$"
)
LATE = {"nachmittag": range(1, 8), "abend": range(4, 12), "nachts": range(9, 13)}  # twelve at night ends the day
MEASURE = re.compile(
    r"[.,:]\d|\s*(?:%|\d|auf\b|[Pp]rozent|[Mm]illi|Euro|Dollar|Franken|[A-ZÄÖÜ][a-zäöü]*(?:[Mm]eter|punkte|sekunden)|Meter|Grad)"
)


def clock(match: Match, frame: Frame) -> Reading | None:
    """17.30 Uhr, 3 Uhr morgens, acht Uhr abends."""
    value = _clock_value(match["hour"], match["minute"], match.groupdict().get("part"))
    if value is None:
        return None
    day, anchored = _day_near(match, frame)
    return time(day + value, _approx(match), anchored)


def clock_word(match: Match, frame: Frame) -> Reading | None:
    """Halb acht, Viertel nach drei, dreiviertel neun: minutes before or after an hour in words."""
    hour = parse_number(match["word"])
    if hour is None or not 0 < hour <= 24:
        return None
    minutes = {"halb": -30, "viertel nach": 15, "viertel vor": -15, "viertel": -45, "dreiviertel": -15}.get(
        (match["half"] or "").lower().strip(), 0
    )
    total = int(hour) * 60 + minutes
    value = _clock_value(str(total // 60), f"{total % 60:02}", match["part"] or after(match))
    day, anchored = _day_near(match, frame)
    return time(day + (value or ""), _approx(match), anchored) if value else None


def _clock_value(hour: str, minute: str | None, part: str | None) -> str | None:
    """T17:30; after nachmittags, abends, nachts the hours up to twelve that they name are counted on from noon."""
    number = int(hour)
    latest = next((hours for word, hours in LATE.items() if part and word in part.lower()), range(0))
    if number in latest:
        number += 12
    return None if number > 24 else f"T{number:02}:{minute or '00'}"


def _approx(match: Match) -> Mod | None:
    return "approx" if follows(match, "clock_roughly") else None


def clocks(match: Match, frame: Frame) -> Reading | None:
    """16 bis 17.30 Uhr, 10-18 Uhr: an interval."""
    first = _clock_value(match["hour"], match["minute"], None)
    last = _clock_value(match["lasthour"], match["lastminute"], match["part"])
    if first is None or last is None:
        return None
    day, anchored = _day_near(match, frame)
    return time(f"{day}{first}/{day}{last}", anchored=anchored)


def clock_listed(match: Match, frame: Frame) -> Reading | None:
    """A time whose Uhr stands after a later one."""
    value = _clock_value(match["hour"], match["minute"], None)
    day, anchored = _day_near(match, frame)
    return time(day + value, anchored=anchored) if value else None


def _day_near(match: Match, frame: Frame) -> tuple[str, bool]:
    """The day that a time of day belongs to: one named in this or the last sentence."""
    at = match.start()
    lost = REPEATED.search(before(match, 40)) or (
        frame.story(at, 0) is None and (frame.told_before(at) or frame.between_days(at))
    )
    story = None if lost else frame.story(at, 1)
    return (str(story), True) if story and calendar.date_of(story) else (OPEN["D"], False)


def daypart(match: Match, frame: Frame) -> Reading:
    """Am Nachmittag, am späten Abend, in der Nacht, nachts."""
    day, anchored = _day_near(match, frame)
    return time(day + daypart_code(match["daypart"]), anchored=anchored)


def daypart_of_date(match: Match, frame: Frame) -> Reading | None:
    """Am Morgen des 5. September 2006."""
    date = day(match, frame)
    if date is None or not isinstance(date.value, Timex):
        return None
    return time(date.value.value + daypart_code(match["daypart"]), anchored=date.value.anchored)


def midnight(match: Match, frame: Frame) -> Reading:
    """Mitternacht is the end of its day."""
    day, anchored = _day_near(match, frame)
    return time(f"{day}T24:00", _approx(match), anchored)


def daypart_cued(match: Match) -> bool:
    """A part of a day, not "ein Abend", "Guten Morgen" or "der Nahe Osten am Morgen danach"."""
    return follows(match, "daypart")


HOUR_WORD = r"(?P<word>(?:eins|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf))"

RULES = [
    rule("de.time.clock", "clock", r"(?:Punkt )?" + CLOCK + r" ?(?:Uhr|h)" + PART_OF_DAY + ZONE, clock),
    rule("de.time.clock.minutes", "clock", r"(?P<hour>[01]?\d|2[0-4]) Uhr (?P<minute>[0-5]\d)" + PART_OF_DAY, clock),
    rule(
        "de.time.clock.colon",
        "number",
        r"(?P<hour>[01]?\d|2[0-4])[.:](?P<minute>[0-5]\d)",
        clock,
        lambda match: follows(match, "clock_in_digits") and not MEASURE.match(after(match)),
    ),
    rule(
        "de.time.clock.listed",  # the 14.00 of "14.00 und 17.40 Uhr"
        "clock",
        r"(?P<span>"
        + CLOCK
        + r")(?=(?:,| und| oder| sowie| ?/) ?(?:um )?{clock}(?:(?:,| und| oder) ?(?:um )?{clock}){0,5} Uhr)",
        clock_listed,
    ),
    rule(
        "de.time.clocks", "clock", CLOCK + r"(?: Uhr)?(?: bis |{dash})(?:gegen )?" + LAST + r" ?(?:Uhr|h)" + PART_OF_DAY, clocks
    ),
    rule(
        "de.time.clock.word",
        "clock",
        r"(?P<half>[Hh]alb |[Vv]iertel (?:nach |vor )?|[Dd]reiviertel )?" + HOUR_WORD + r" Uhr" + PART_OF_DAY,
        clock_word,
    ),
    rule(
        "de.time.clock.half",
        "clockword",
        r"(?:[Uu]m|[Gg]egen|[Bb]is|[Aa]b|kurz (?:vor|nach)) (?P<span>(?P<half>halb |[Vv]iertel (?:vor|nach) |dreiviertel )"
        + HOUR_WORD
        + r"(?: Uhr)?"
        + PART_OF_DAY
        + ")",
        clock_word,
    ),
    rule("de.time.daypart", "daypart", r"(?P<daypart>{daypart})s?", daypart, daypart_cued),
    rule(
        "de.time.daypart.hours",
        "hours",
        r"(?:frühen |späten )?(?P<daypart>Morgen|Vormittag|Mittag|Nachmittag|Abend|Nacht)s?stunden",
        daypart,
    ),
    rule(
        "de.time.daypart.date",
        "month",
        r"(?:frühen |späten )?(?P<daypart>{daypart})s? (?:des|vom) (?P<day>{day})\. ?(?P<month>{mon})(?:" + YEAR_AFTER + ")?",
        daypart_of_date,
    ),
    rule("de.time.midnight", "daypart", r"Mitternacht", midnight),
]
