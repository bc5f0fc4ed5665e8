"""DURATION rules: numbers with a unit, adjectives in -stündig, spans like "die letzten fünf Jahre", and adverbs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summitquiz.german.not_times import is_age
from summitquiz.german.patterns import words
from summitquiz.german.readings import Match, after, before, duration, follows, hedge_mod, rule
from summitquiz.german.relative import HALF, half

if TYPE_CHECKING:
    from summitquiz.german.reference import Frame
    from summitquiz.rules.engine import Reading

MULTIPLES = {"DE": ("Y", 10), "CE": ("Y", 100), "ML": ("Y", 1000), "S6": ("M", 6), "Q": ("M", 3)}
SMALLER = {"Y": ("M", 12), "D": ("TH", 24), "TH": ("TM", 60), "TM": ("TS", 60)}
HEDGE = r"(?:(?P<hedge>{hedge}) )?"
QUALIFIED = HEDGE + r"(?:{exact} )?"
ADJECTIVES = r"(?:(?!{shift} |halb)[a-zäöüß]{3,20}(?:e|en|er) )?"
DIGITS_BEFORE = re.compile(r"(?:\d[.,:]|\bNr\. )\Z")
BRACKET = re.compile(r"\([^()]{0,20}\Z")  # (fünf, sechs und zehn Jahre): ages
LASTING = re.compile(r"\s+(?:lang|Dauer|Zeit|nach|vor|später|Verspätung)\b")
ONE = re.compile(r"[Ee]in(?:e[mnrs]?)?\Z")
SELDOM_ONE = {"Tag", "Tages", "Wochenende", "Jahrhundert", "Jahrhunderts", "Quartal"}
PLURAL = r"Minuten|Stunden|Tagen?|Wochen|Monaten?|Jahren?|Jahrzehnten?|Jahrhunderten?"
COMBINED = r"(?: (?:und )?(?P<rest>{number}) (?P<restunit>Monate?n?|Tage?n?|Stunden?|Minuten?|Sekunden?)"
COMBINED += r"(?! (?:länger|kürzer|mehr|weniger|früher|später)))?"  # "vier Stunden, eine Stunde länger als vorgesehen"


def length(count: float | None, unit: str) -> str:
    """The ISO 8601 value of so many units; None is an open number. A half is written in the next smaller unit."""
    if count is None:
        return _value("X", unit)
    if unit in MULTIPLES:
        unit, factor = MULTIPLES[unit]
        count *= factor
    whole = int(count)
    if count == whole:
        return _value(str(whole), unit)
    if unit not in SMALLER:
        return _value(f"{count:g}", unit)
    smaller, factor = SMALLER[unit]
    rest = f"{round((count - whole) * factor)}{smaller[-1]}"
    if not whole:
        return _value(rest[:-1], smaller)
    return _value(str(whole), unit) + ("T" if smaller[0] == "T" and unit[0] != "T" else "") + rest


def _value(count: str, unit: str) -> str:
    """PT2H for TH and P2D for D."""
    return f"PT{count}{unit[1]}" if unit[0] == "T" else f"P{count}{unit}"


def measured(match: Match, _: Frame) -> Reading | None:
    """Gut zwei Stunden, eine knappe Stunde, mehr als drei Jahre, ein paar Tage; zwei Stunden und 30 Minuten."""
    count = half(match["n"])
    value = length(count, words("units", "nouns")[match["unit"]])
    if match["rest"]:
        more = length(half(match["rest"]), words("units", "nouns")[match["restunit"]])
        value = _joined(value, more)
    return duration(value, hedge_mod(match))


def _joined(value: str, more: str) -> str:
    """P1Y and P6M make P1Y6M, PT2H and PT30M make PT2H30M."""
    rest = more.removeprefix("P")
    return value + (rest.removeprefix("T") if "T" in value else rest)


def between(match: Match, _: Frame) -> Reading | None:
    """Zwei bis drei Stunden: the shorter and the longer one."""
    unit = words("units", "nouns")[match["unit"]]
    return duration(f"{length(half(match['n']), unit)}/{length(half(match['last']), unit)}", hedge_mod(match))


def lump(match: Match, _: Frame) -> Reading:
    """Eine gute Viertelstunde, ein Vierteljahrhundert."""
    return duration(words("units", "compounds")[match["lump"]], hedge_mod(match))


def open_units(match: Match, _: Frame) -> Reading:
    """Stundenlang, seit Jahren, die letzten Tage: an open number."""
    return duration(length(None, words("units", "nouns")[match["unit"]]))


def whole(match: Match, _: Frame) -> Reading:
    """Den ganzen Tag, das ganze Jahr."""
    return duration(length(1, words("units", "nouns")[match["unit"]]))


def long_adverb(match: Match, _: Frame) -> Reading:
    """Stundenlang, jahrzehntelange."""
    stem = match["unit"].lower()
    unit = next(code for name, code in words("units", "nouns").items() if name.lower() == stem)
    return duration(length(None, unit))


def span_of(match: Match, _: Frame) -> Reading:
    """Den vergangenen fünf Jahren, die ersten zwei Tage, in den letzten Monaten."""
    both = match["both"] or match["n"] == "beiden"
    count = 2 if both else half(match["n"]) if match["n"] else None
    return duration(length(count, words("units", "nouns")[match["unit"]]), hedge_mod(match))


def adjective(match: Match, _: Frame) -> Reading | None:
    """Mehr als einstündig, 20-minütige, ein- bis zweistündig, mehrwöchiger, ganztägig."""
    unit = words("units", "adjective_stems")[match["stem"].lower()]
    word = (match["n"] or "").rstrip("-").lower()
    if word in ("mehr", "viel", "lang"):
        count: float | None = None
    elif word in ("ganz", "halb"):
        count = 1 if word == "ganz" else 0.5
    else:
        count = half(word)
        if count is None or (unit == "Y" and is_age(match, count)):
            return None
    least = half(match["low"]) if match["low"] else None
    value = f"{length(least, unit)}/{length(count, unit)}" if least else length(count, unit)
    return duration(value, hedge_mod(match))


def round_the_clock(_: Match, __: Frame) -> Reading:
    """Rund um die Uhr: a whole day."""
    return duration("PT24H")


def is_length(match: Match) -> bool:
    """Whether a number with a unit is a length: it is no part of a larger number, no "-Jahres-" and no age in brackets."""
    if DIGITS_BEFORE.search(before(match)):
        return False
    in_years = (match.groupdict().get("unit") or "").startswith("Jahr")
    return not (in_years and after(match, 1) == ")" and BRACKET.search(before(match)))


def no_article(match: Match) -> bool:
    """ "Jahre lang" is a length, "die Tage lang" are days that are long."""
    return not follows(match, "plural_article")


def rises(match: Match) -> bool:
    """Whether "sechs bis acht Monate" goes up; "2011, drei Jahre" does not, and is no range."""
    first, last = half(match["n"]), half(match["last"])
    return is_length(match) and first is not None and last is not None and first < last


def one_is_length(match: Match) -> bool:
    """ "eine Stunde" is a length; "eines Tages" and "ein Tag" are only beside a word that says so."""
    if not is_length(match):
        return False
    if match["hedge"] or "ganz" in match[0] or match["unit"] not in SELDOM_ONE or not ONE.match(match["n"]):
        return True
    return follows(match, "one_day") or bool(LASTING.match(after(match)))


RULES = [
    rule(
        "de.duration.measured",
        "unit",
        QUALIFIED
        + r"(?:weitere[nr]? |ersten |andere )?(?P<n>"
        + HALF
        + r"|(?:[Ee]ine?[mnrs]? )?dreiviertel|{number}|{vague}) "
        + r"(?:(?P<hedgeadj>{hedgeadj}) )?"
        + ADJECTIVES
        + r"(?P<unit>{unit})"
        + COMBINED,
        measured,
        one_is_length,
    ),
    rule(
        "de.duration.between",
        "unit",
        HEDGE + r"(?P<n>{number})(?: bis | oder |, |{dash})(?:zu |maximal |höchstens )?(?P<last>{number}) (?P<unit>{unit})",
        between,
        rises,
    ),
    rule(
        "de.duration.lump",
        "unit",
        HEDGE + r"(?:(?:[Ee]ine?[mnrs]?) )?(?:(?P<hedgeadj>{hedgeadj}) )?(?P<lump>{lumps})s?",
        lump,
    ),
    rule(
        "de.duration.span",
        "unit",
        HEDGE
        + r"(?:{det} |diese[nr]? )?(?:(?P<both>beiden) )?(?:(?:{shift}|{textshift}|ersten?|vielen|ganzen) )"
        + r"(?:(?P<n>{number}|{vague}|beiden) )?(?P<unit>Sekunden|"
        + PLURAL
        + ")",
        span_of,
    ),
    rule(
        "de.duration.whole",
        "unit",
        r"(?:[Dd]en|[Dd]ie|[Dd]as) (?:ganze|gesamte)n? (?P<unit>Tag|Woche|Monat|Jahr|Jahrzehnt|Jahrhundert|Stunde)(?! {year})",
        whole,
    ),
    rule(
        "de.duration.open",
        "unit",
        r"(?:[Ss]eit|[Üü]ber|[Nn]ach) (?P<span>(?:{det} )?(?P<unit>" + PLURAL + "))",
        open_units,
    ),
    rule("de.duration.open.long", "unit", r"(?P<span>(?P<unit>" + PLURAL + ")) lang", open_units, no_article),
    rule(
        "de.duration.long",
        "long",
        r"(?P<unit>[Mm]inuten|[Ss]tunden|[Tt]age|[Ww]ochen|[Mm]onate|[Jj]ahre|[Jj]ahrzehnte|[Jj]ahrhunderte)lang(?:e[mnrs]?)?",
        long_adverb,
    ),
    rule(
        "de.duration.adjective",
        "stem",
        r"(?:(?P<hedge>(?!um die|an die){hedge}) )?"
        r"(?:(?P<low>[Ee]in|{digits}|{numword})- bis )?"
        r"(?P<n>{digits}-?|[Mm]ehr|[Vv]iel|[Ll]ang|[Gg]anz|[Hh]alb|[Vv]iertel|{numword})(?P<stem>{stem})(?:e[mnrs]?)?",
        adjective,
        is_length,
    ),
    rule("de.duration.clock", "clock", r"[Rr]und um die Uhr", round_the_clock),
]
