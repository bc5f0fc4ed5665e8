"""DATE rules for adverbs: gestern, heute Abend, morgen früh, am gestrigen Tag; jetzt, damals, in Zukunft."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from summitquiz.german.numbers import parse_number
from summitquiz.german.patterns import load_once, words
from summitquiz.german.readings import Match, after, before, follows, inflected, rule, time
from summitquiz.german.reference import OPEN, Frame, shifted
from summitquiz.german.tense import clause, tense
from summitquiz.model import Span
from summitquiz.rules import calendar

if TYPE_CHECKING:
    from summitquiz.rules.engine import Reading

SENTENCE_START = re.compile(r"(?:^|[.!?:;\"„“»›«\n]\s*|[–-]\s)$")
UNTIL = re.compile(r"\b[Bb]is zum\s+\Z")
NOT_TODAY_AFTER = re.compile(r"\s+(?:noch|schon|wie|wieder)\b")


def day_word(match: Match, frame: Frame) -> Reading:
    """Gestern, heute Abend, morgen früh."""
    shift = words("time_cues", "day_adverbs")[match["word"].lower()]
    code = daypart_code(match["daypart"])
    if not shift and not code and _nowadays(match):
        return time("PRESENT_REF")
    return time(shifted(frame.reference, "D", shift) + code, anchored=True)


def _nowadays(match: Match) -> bool:
    """Heute noch, bis heute, heute gibt es: the present, no day."""
    if follows(match, "nowadays") or NOT_TODAY_AFTER.match(after(match)):
        return True
    span = Span(*match.span())
    return bool(_states().search(clause(match.string, span))) and tense(match.string, span, clause_only=True) != "past"


@functools.cache
def _states() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load_once('time_cues')['present_states'])})\b")


def daypart_code(word: str | None) -> str:
    """TEV for Abend and abend; empty for no word."""
    if not word:
        return ""
    table = {key.lower(): code for key, code in (words("calendar", "dayparts") | words("calendar", "daypart_adverbs")).items()}
    return f"T{table[word.strip().lower()]}"


def today_ago(match: Match, frame: Frame) -> Reading:
    """Heute vor zehn Jahren: the same day of that year, month or week."""
    unit, count, today = words("units", "nouns")[match["unit"]], parse_number(match["n"]), frame.today
    if not today or count is None:
        return time(OPEN["D"])
    if unit == "W":
        return time(shifted(frame.reference, "D", int(-7 * count)), anchored=True)
    month = shifted(frame.reference, "M", int(-count * (12 if unit == "Y" else 1)))
    value = f"{month}-{today.day:02}"
    return time(value if calendar.partial(value) else OPEN["D"], anchored=True)


def is_tomorrow(match: Match) -> bool:
    """Morgen with a capital is tomorrow only at a sentence's start, and never after an article or a preposition."""
    if match["word"] == "Morgen" and not SENTENCE_START.search(before(match)):
        return False
    return match["word"].lower() != "morgen" or not follows(match, "no_tomorrow")


def day_adjective(match: Match, frame: Frame) -> Reading:
    """Am gestrigen Tag, der heutige Abend; before another noun "heutig" is nowadays."""
    shift = inflected(words("time_cues", "day_adjectives"), match["adj"])
    count = shift if isinstance(shift, int) else 0
    if not count and (not match["noun"] or UNTIL.search(before(match))):
        return time("PRESENT_REF")
    code = daypart_code(match["daypart"]) if match["daypart"] else ""
    return time(shifted(frame.reference, "D", count) + code, anchored=True)


def reference_word(match: Match, _: Frame) -> Reading:
    """Jetzt, damals, künftig."""
    word = " ".join(match["word"].split())
    table = words("time_cues", "references")
    return time(table.get(word) or table[word[0].lower() + word[1:]])


def age(match: Match, _: Frame) -> Reading:
    """In Zukunft, in der Vergangenheit."""
    return time(words("time_cues", "ages")[match["word"]])


RULES = [
    rule(
        "de.date.dayword",
        "dayword",
        r"(?P<word>{dayadv})(?: (?P<daypart>{daypart}|früh|morgens?|vormittags?|mittags?|nachmittags?|abends?|nachts?))?"
        r"(?:, {weekday},)?",  # "gestern, Montag,"
        day_word,
        is_tomorrow,
    ),
    rule(
        "de.date.dayword.adjective",
        "dayword",
        r"(?P<adj>{dayadj})(?: (?P<noun>Tage?s?|(?P<daypart>{daypart})s?))?",
        day_adjective,
    ),
    rule(
        "de.date.dayword.ago",
        "dayword",
        r"[Hh]eute vor (?:genau )?(?P<n>{number}) (?P<unit>Jahren?|Monate?n?|Wochen?)",
        today_ago,
    ),
    rule("de.date.reference", "reference", r"(?P<word>{reference})(?! (?:de[rs]|seine[rs]|ihre[rs]) )", reference_word),
    rule(
        "de.date.age",
        "reference",
        r"[Ii]n (?P<span>(?:der |naher |nächster )?(?:nahen |fernen |jüngsten )?(?P<word>{age}))",
        age,
    ),
]
