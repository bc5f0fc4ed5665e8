"""SET rules: what recurs. täglich, jeden Montag, alle sechs Monate, montags, pro Jahr, im Zweistundentakt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summitquiz.german.daywords import SENTENCE_START, daypart_code
from summitquiz.german.durations import length
from summitquiz.german.numbers import parse_number
from summitquiz.german.patterns import words
from summitquiz.german.readings import Match, before, inflected, ordinal_number, repeated, rule
from summitquiz.german.relative import half

if TYPE_CHECKING:
    from summitquiz.german.reference import Frame
    from summitquiz.rules.engine import Reading

QUANTITY = re.compile(
    r"(?:\d|\b(?:[Mm]illionen|[Mm]illiarden|hundert|tausend))"
    r"(?:\s+(?:Euro|Cent|Dollar|Mark|Prozent|Mal|[A-ZÄÖÜ][a-zäöüß]{2,30}[nrs])){1,2}\s+\Z"
)
UNIT_OF_RHYTHM = r"(?P<unit>[Ss]ekunden|[Mm]inuten|[Ss]tunden|[Tt]ages|[Ww]ochen|[Mm]onats|[Jj]ahres)"
TAKT = UNIT_OF_RHYTHM + r"-?(?:[Tt]akt|[Rr]hythmus|[Aa]bstand)(?:es|s)?"


def adverb(match: Match, _: Frame) -> Reading:
    """Täglich, alljährlichen."""
    value = inflected(words("units", "frequency_adverbs"), match["word"])
    return repeated(str(value))


def every_unit(match: Match, _: Frame) -> Reading:
    """Jeden Tag, jedes zweite Jahr, jede Woche."""
    count = ordinal_number(match["ordinal"]) if match["ordinal"] else 1
    return repeated(length(count or 1, words("units", "nouns")[match["unit"]]))


def every_so_many(match: Match, _: Frame) -> Reading:
    """Alle sechs Monate, alle paar Jahre, alle halbe Stunde."""
    count = None if "paar" in match["n"] else half(match["n"])
    return repeated(length(count, words("units", "nouns")[match["unit"]]))


def per_unit(match: Match, _: Frame) -> Reading:
    """Pro Jahr, einmal im Monat, zweimal die Woche, am Tag after a price."""
    return repeated(length(1, words("units", "nouns")[match["unit"]]))


def each_weekday(match: Match, _: Frame) -> Reading:
    """Jeden Montag(abend), montags."""
    name = match["weekday"][0].upper() + match["weekday"][1:]
    return repeated(f"XXXX-WXX-{words('calendar', 'weekdays')[name]}{daypart_code(match.groupdict().get('daypart'))}")


def each_daypart(match: Match, _: Frame) -> Reading:
    """Jeden Abend."""
    return repeated("XXXX-XX-XX" + daypart_code(match["daypart"]))


def each_season(match: Match, _: Frame) -> Reading:
    """Jeden Sommer."""
    return repeated(f"XXXX-{words('calendar', 'seasons')[match['season']]}")


def each_month(match: Match, _: Frame) -> Reading:
    """Jeden Mai."""
    return repeated(f"XXXX-{words('calendar', 'months')[match['month']]:02}")


def working_days(_: Match, __: Frame) -> Reading:
    """Wochentags, werktags."""
    return repeated("XXXX-WXX-XX")


def in_rhythm(match: Match, _: Frame) -> Reading | None:
    """Im Zweistundentakt, im Stundentakt, im 15-Minuten-Takt."""
    number = parse_number(match["n"].rstrip("-")) if match["n"] else 1
    unit = {"s": "TS", "m": "TM", "st": "TH", "t": "D", "w": "W", "mo": "M", "j": "Y"}
    stem = match["unit"].lower()
    code = next((unit[key] for key in ("st", "mo", "s", "m", "t", "w", "j") if stem.startswith(key)), None)
    return repeated(length(number, code)) if code and number else None


EVERY = r"[Jj]ede[mnrs]?"
RULES = [
    rule("de.set.adverb", "often", r"(?:(?:{numword}|mehr|{digits}-?)mal )?(?P<word>{often})", adverb),
    rule("de.set.every", "unit", EVERY + r" (?:einzelnen? )?(?:(?P<ordinal>{ordinal}) )?(?P<unit>{unit})", every_unit),
    rule("de.set.every.number", "unit", r"[Aa]lle (?:{hedge} )?(?P<n>paar|{number}|halbe) (?P<unit>{unit})", every_so_many),
    rule(
        "de.set.per.price",
        "unit",
        r"(?P<span>(?:im|am|in der|die) (?P<unit>Tag|Woche|Monat|Jahr|Stunde))",
        per_unit,
        lambda match: bool(QUANTITY.search(before(match, 40))),
    ),
    rule("de.set.per", "unit", r"(?:[Pp]ro|[Jj]e) (?P<unit>Sekunde|Minute|Stunde|Tag|Woche|Monat|Quartal|Jahr)", per_unit),
    rule(
        "de.set.times",
        "unit",
        r"(?:(?:{numword}|mehr|{digits}-?|ein paar )[Mm]al|ein einziges Mal) "
        r"(?:(?:im|am|pro|je|die|in der) )(?P<unit>Stunde|Tag|Woche|Monat|Jahr)",
        per_unit,
    ),
    rule(
        "de.set.weekday",
        "weekday",
        EVERY
        + r" (?:{ordinal} )?(?P<weekday>{weekday})(?P<daypart>morgen|vormittag|mittag|nachmittag|abend|nacht)?(?: im Monat)?",
        each_weekday,
    ),
    rule(
        "de.set.weekday.adverb",
        "weekdays",
        r"(?P<weekday>{weekdaily})(?P<daypart>morgen|vormittag|mittag|nachmittag|abend)?s",
        each_weekday,
        lambda match: match[0][0].islower() or bool(SENTENCE_START.search(before(match))),
    ),
    rule("de.set.daypart", "daypart", EVERY + r" (?P<daypart>{daypart})", each_daypart),
    rule("de.set.season", "season", EVERY + r" (?P<season>{season})", each_season),
    rule("de.set.month", "month", EVERY + r" (?P<month>{month})", each_month),
    rule("de.set.working_days", "often", r"(?:[Ww]ochentags|[Ww]erktags|[Ff]eiertags)", working_days),
    rule("de.set.rhythm", "rhythm", r"(?P<n>{digits}-?|{numword})?-?" + TAKT, in_rhythm),
]
