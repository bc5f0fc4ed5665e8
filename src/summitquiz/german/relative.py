"""DATE rules for times counted from the publication date: gestern, vergangene Woche, vor zwei Monaten, in drei Tagen, Vorjahr."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from summitquiz.german.patterns import load_once, words
from summitquiz.german.readings import PART, Match, after, before, hedge_mod, inflected, number, part_mod, rule, shift_of, time
from summitquiz.german.reference import Frame, shifted
from summitquiz.german.tense import clause, tense
from summitquiz.model import PartialDate, Span
from summitquiz.rules import calendar

if TYPE_CHECKING:
    from summitquiz.rules.engine import Reading

SINGULAR = r"(?P<unit>Woche|Monat(?:s|es)?|Quartals?|Jahr(?:es)?|Jahrzehnts?|Jahrhunderts?)"
COUNT = r"(?P<n>(?:eine?[mnrs]? )?halbe[mnrs]?|{number}|{vague})"
HEDGED = r"(?:(?P<hedge>{hedge}) )?(?:{exact} )?" + COUNT + r" (?:(?P<hedgeadj>{hedgeadj}) )?(?P<unit>{unit})"
NO_TOMORROW = re.compile(
    r"\b(?:am|[Jj]eden|[Dd]iesen|[Dd]er|den|gestern|heute|[Gg]uten|zum|vom|frühen|späten|eines|nächsten|folgenden|Sonntag|[Gg]egen|[Bb]is)\s+$"
)
SENTENCE_START = re.compile(r"(?:^|[.!?:;\"„“»›«\n]\s*|[–-]\s)$")
NOT_TODAY = re.compile(r"\b(?:[Bb]is|[Vv]on|[Nn]och|[Dd]as|[Aa]uch)\s+$")
NOT_TODAY_AFTER = re.compile(r"\s+(?:noch|schon|wie|wieder)\b")
UNITS = {
    "Tag": "D",
    "Woche": "W",
    "Wochenende": "WE",
    "Monat": "M",
    "Quartal": "Q",
    "Jahr": "Y",
    "Jahrzehnt": "DE",
    "Jahrhundert": "CE",
}
GRAIN = {"TS": "T", "TM": "T", "TH": "T", "S6": "M", "ML": "CE"}


def day_word(match: Match, frame: Frame) -> Reading:
    """Gestern, heute Abend, morgen früh."""
    shift = words("time_cues", "day_adverbs")[match["word"].lower()]
    code = daypart_code(match["daypart"])
    if not shift and not code and _nowadays(match):
        return time("PRESENT_REF")
    return time(shifted(frame.reference, "D", shift) + code, anchored=True)


def _nowadays(match: Match) -> bool:
    """Heute noch, bis heute, heute gibt es: the present, no day."""
    if NOT_TODAY.search(before(match)) or NOT_TODAY_AFTER.match(after(match)):
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


def is_tomorrow(match: Match) -> bool:
    """Morgen with a capital is tomorrow only at a sentence's start, and never after an article or a preposition."""
    if match["word"] == "Morgen" and not SENTENCE_START.search(before(match)):
        return False
    return match["word"].lower() != "morgen" or not NO_TOMORROW.search(before(match))


def day_adjective(match: Match, frame: Frame) -> Reading:
    """Am gestrigen Tag, der heutige Abend; before another noun "heutig" is nowadays."""
    shift = inflected(words("time_cues", "day_adjectives"), match["adj"])
    count = shift if isinstance(shift, int) else 0
    if not count and not match["noun"]:
        return time("PRESENT_REF")
    code = daypart_code(match["daypart"]) if match["daypart"] else ""
    return time(shifted(frame.reference, "D", count) + code, anchored=True)


def shifted_unit(match: Match, frame: Frame) -> Reading:
    """Vergangene Woche, im kommenden Jahr, Ende dieses Monats, Anfang des Jahres."""
    unit = next(
        code
        for name, code in UNITS.items()
        if match["unit"].removesuffix("es").removesuffix("s").removesuffix("e") in (name, name.removesuffix("e"))
    )
    base = frame.reference if match["shift"] else _told_of(match, frame) or frame.reference
    return time(shifted(base, unit, shift_of(match["shift"] or "dies")), part_mod(match), True)


def _told_of(match: Match, frame: Frame) -> PartialDate | None:
    """The year that a story of the past is in: "1991 … Ende des Jahres trat er zurück"."""
    story = frame.story(match.start(), 1, written=True)
    return story if story and frame.looks(Span(*match.span())) == "past" else None


def edge_of(match: Match, frame: Frame) -> Reading:
    """Jahresende, Monatsbeginn, Wochenmitte."""
    unit = {"Jahres": "Y", "Monats": "M", None: "W"}[match["unit"]]
    mod = {"ende": "end", "schluss": "end", "beginn": "start", "anfang": "start", "mitte": "mid"}[match["edge"] or match["weekedge"]]
    return time(shifted(frame.reference, unit, 0), mod, True)  # type: ignore[arg-type]


def neighbour(match: Match, frame: Frame) -> Reading:
    """Vorjahr, Vormonat, Vorwoche, heuer: from the date named last in the sentence for a year, else from the reference."""
    word = match["word"]
    unit = "Y" if word.lower().startswith(("vorjahr", "heu", "folgejahr")) else "M" if "monat" in word else "W"
    shift = 0 if word.lower().startswith("heu") else 1 if word.startswith("Folge") else -1
    story = frame.story(match.start(), 0, written=True) if shift else None
    return time(shifted(story or frame.reference, unit, shift), part_mod(match), True)


def ago(match: Match, frame: Frame) -> Reading:
    """Vor etwa zwei Monaten, vor drei Tagen, vor Jahren."""
    return counted(match, frame, -1)


def ahead(match: Match, frame: Frame) -> Reading:
    """In drei Tagen, in etwa einem Jahr."""
    return counted(match, frame, 1)


def counted(match: Match, frame: Frame, sign: int) -> Reading:
    """So many units from the reference, at the unit's precision; part of a year in months, four weeks and more too."""
    base = frame.reference
    count = half(match["n"]) if match["n"] else None
    value, mod = moved(base, words("units", "nouns")[match["unit"]], None if count is None else sign * count)
    if count is None:
        value = "PAST_REF" if sign < 0 else "FUTURE_REF"
    return time(value, hedge_mod(match) or mod, True)


def half(text: str) -> float | None:
    """A number, also "einem halben"."""
    return 0.5 if "halb" in text and "einhalb" not in text and "anderthalb" not in text.lower() else number(text)


def moved(base: PartialDate | None, unit: str, count: float | None) -> tuple[str, str | None]:
    """The value `count` units from a date, and `approx` when it had to be counted in smaller units."""
    unit = GRAIN.get(unit, unit)
    if count is None or unit == "T":
        return ("XXXX-XX-XXTXX:XX" if unit == "T" else shifted(None, unit, 0)), None
    if count == int(count):
        day = calendar.date_of(base) if base else None
        if unit == "W" and day and abs(count) >= 4:
            return _month_of_week(base, int(count))
        return shifted(base, unit, int(count)), None
    if unit == "Y":
        return shifted(base, "M", int(count * 12)), "approx"
    return shifted(None, unit, 0), None


def _month_of_week(base: PartialDate | None, weeks: int) -> tuple[str, str | None]:
    """From four weeks on the month is meant, roughly; if the week lies in one."""
    days = {shifted(base, "D", 7 * weeks + margin)[:7] for margin in (-3, 3)}
    return (days.pop(), "approx") if len(days) == 1 else (shifted(base, "W", weeks), None)


def looks_ahead(match: Match) -> bool:
    """ "in zwei Jahren" is a date in a clause that looks forward, else a length."""
    return tense(match.string, Span(*match.span())) == "future"


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
        r"(?P<word>{dayadv})(?: (?P<daypart>{daypart}|früh|morgens?|vormittags?|mittags?|nachmittags?|abends?|nachts?))?",
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
        "de.date.shifted",
        "unit",
        PART + r"(?:{det} )?(?P<shift>{shift}) " + SINGULAR,
        shifted_unit,
    ),
    rule(
        "de.date.part_of_unit",
        "unit",
        r"(?P<part>{part}) (?:des|der) (?P<shift>)(?P<unit>Jahres|Monats|Woche|Quartals|Jahrzehnts|Jahrhunderts)",
        shifted_unit,
    ),
    rule("de.date.edge", "edge", r"(?:(?P<unit>Jahres|Monats)(?P<edge>ende|schluss|beginn|anfang|mitte)s?|(?P<week>Wochen)(?P<weekedge>beginn|anfang|mitte)s?)", edge_of),
    rule(
        "de.date.neighbour",
        "edge",
        PART + r"(?:(?:des|dem) )?(?P<word>Vorjahr(?:e?s)?|Vormonate?s?|Vorwoche|[Hh]euer|[Hh]euriger?n?s?)",
        neighbour,
    ),
    rule("de.date.ago", "unit", r"[Vv]or (?:" + HEDGED + ")", ago),
    rule(
        "de.date.ago.vague",
        "unit",
        r"[Vv]or (?P<n>)(?:langen )?(?P<unit>Minuten|Stunden|Tagen|Wochen|Monaten|Jahren|Jahrzehnten|Jahrhunderten)",
        ago,
    ),
    rule("de.date.ahead", "unit", r"[Ii]n (?:" + HEDGED + ")", ahead, looks_ahead),
    rule("de.date.reference", "reference", r"(?P<word>{reference})(?! (?:de[rs]|seine[rs]|ihre[rs]) )", reference_word),
    rule("de.date.age", "reference", r"[Ii]n (?P<span>(?:der |naher |nächster )?(?:nahen |fernen |jüngsten )?(?P<word>{age}))", age),
]
