"""DATE rules for times counted from the publication date: vergangene Woche, vor zwei Monaten, in drei Tagen, Vorjahr."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.german.numbers import parse_number
from summitquiz.german.patterns import words
from summitquiz.german.readings import PART, Match, follows, hedge_mod, part_mod, rule, shift_of, time
from summitquiz.german.reference import Frame, shifted
from summitquiz.german.tense import tense
from summitquiz.model import PartialDate, Span
from summitquiz.rules import calendar

if TYPE_CHECKING:
    from summitquiz.model import Mod
    from summitquiz.rules.engine import Reading

SINGULAR = r"(?P<unit>Woche|Monat(?:s|es)?|Quartals?|Jahr(?:es)?|Jahrzehnts?|Jahrhunderts?)"
HALF = r"(?:[Ee]ine?[mnrs]? (?:{hedgeadj} )?)?[Hh]albe[mnrs]?"  # eine halbe, eine knappe halbe
COUNT = r"(?P<n>" + HALF + r"|{number}|{vague})"
HEDGED = r"(?:(?P<hedge>{hedge}) )?(?:{exact} )?" + COUNT + r" (?:(?P<hedgeadj>{hedgeadj}) )?(?P<unit>{unit})"
EDGES: dict[str, Mod] = {"ende": "end", "schluss": "end", "beginn": "start", "anfang": "start", "mitte": "mid"}
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
MULTIPLES = {"S6": ("M", 6), "ML": ("CE", 10)}  # units counted in others


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


def edge_of(match: Match, frame: Frame) -> Reading | None:
    """Jahresende (2014), Monatsbeginn, Wochenmitte; a Wochenende is no edge."""
    mod = EDGES[match["edge"] or match["other"]]
    if match["year"]:
        return time(match["year"], mod)
    return time(shifted(frame.reference, {"Monats": "M", "Wochen": "W", None: "Y"}[match["unit"]], 0), mod, True)


def neighbour(match: Match, frame: Frame) -> Reading:
    """Vorjahr, Vormonat, Vorwoche, heuer: from the date named last in the sentence for a year, else from the reference."""
    word = match["word"]
    unit = "Y" if word.lower().startswith(("vorjahr", "heu", "folgejahr")) else "M" if "monat" in word else "W"
    shift = 0 if word.lower().startswith("heu") else 1 if word.startswith("Folge") else -1
    story = frame.story(match.start(), 0, written=True) if follows(match, "compared") else None
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
    """A number, also "einem halben" and "viertel"."""
    if text.lower().endswith("viertel"):
        return 0.75 if "drei" in text.lower() else 0.25
    return 0.5 if "halb" in text and "einhalb" not in text and "anderthalb" not in text.lower() else parse_number(text)


def moved(base: PartialDate | None, unit: str, count: float | None) -> tuple[str, Mod | None]:
    """The value `count` units from a date, and `approx` when it had to be counted in smaller units."""
    unit, factor = MULTIPLES.get(unit, (unit, 1))
    if unit[0] == "T":
        return "XXXX-XX-XXTXX:XX", None
    if count is None:
        return shifted(None, unit, 0), None
    count *= factor
    if count == int(count):
        day = calendar.date_of(base) if base else None
        if unit == "W" and day and abs(count) >= 4:
            return _month_of_week(base, int(count))
        return shifted(base, unit, int(count)), None
    if unit == "Y":
        return shifted(base, "M", int(count * 12)), "approx"
    return shifted(None, unit, 0), None


def _month_of_week(base: PartialDate | None, weeks: int) -> tuple[str, Mod | None]:
    """From four weeks on the month is meant, roughly; if the week lies in one."""
    days = {shifted(base, "D", 7 * weeks + margin)[:7] for margin in (-3, 3)}
    return (days.pop(), "approx") if len(days) == 1 else (shifted(base, "W", weeks), None)


def looks_ahead(match: Match) -> bool:
    """ "in zwei Jahren" is a date in a clause that looks forward, else a length; so is always "in zwei Stunden"."""
    if words("units", "nouns")[match["unit"]][0] == "T":
        return False
    return tense(match.string, Span(*match.span())) == "future"


RULES = [
    rule(
        "de.date.shifted",
        "unit",
        PART + r"(?:{det} )?(?P<shift>{shift}) " + SINGULAR + r"(?! (?:des Jahres )?[12]\d\d\d)",  # "im letzten Quartal 2004"
        shifted_unit,
    ),
    rule(
        "de.date.part_of_unit",
        "unit",
        r"(?P<part>{part}) (?:des|der) (?P<shift>)(?P<unit>Jahres|Monats|Woche|Quartals|Jahrzehnts|Jahrhunderts)",
        shifted_unit,
    ),
    rule(
        "de.date.edge",
        "edge",
        r"(?:Jahres(?P<edge>ende|schluss|beginn|anfang|mitte)s?(?: (?P<year>{year}))?"
        r"|(?P<unit>Monats|Wochen)(?P<other>ende|beginn|anfang|mitte)s?)",
        edge_of,
        lambda match: not match[0].startswith("Wochenende"),
    ),
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
]
