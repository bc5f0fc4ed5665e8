"""DATE rules for years and what is counted in years: spans of years, decades, centuries."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from summitquiz.german.patterns import either, load_once, words
from summitquiz.german.readings import PART, Match, after, before, follows, ordinal_number, part_mod, rule, time

if TYPE_CHECKING:
    from summitquiz.german.reference import Frame
    from summitquiz.model import Mod
    from summitquiz.rules.engine import Reading

SIGN_BEFORE = re.compile(r"(?:[§$€£#+]\s?|[\d:.,]|\d\s|\w-)\Z")
YEAR_BEFORE = re.compile(r"(?:[(/–-]\s?|\d{4}[,–-]?\s)\Z")
DASH_WORD = re.compile(r"-[A-Za-zÄÖÜäöü]|\s?(?:%|°|€|\$)")
OTHER_END = re.compile(r"(?:\s(?:und|bis|oder)\s|\s?[-–/]\s?)[\d.]+\s([A-ZÄÖÜ][\w-]*)")
COUNTED = re.compile(r"(?:\w*(?:innen|linge|werber|[Mm]eter)|[\w-]+-(?:Dollar|Euro|Mark)|[A-Z]{2}\d+)\Z")  # 2014 MU69 is a rock
NEXT_WORD = re.compile(r"\s{1,3}([A-ZÄÖÜ][\w-]*)")
DECADE_LEAD = re.compile(r"\b(?:[Dd](?:e[rn]|ie)|Anfang|Mitte|Ende)\s")
BC = r"(?P<bc> ?v(?:\. ?|or )Chr(?:\.|istus))?"


def year(match: Match, _: Frame) -> Reading:
    """2009, das Jahr 2009, Ende 2009."""
    if match["bc"]:
        return time(f"BC{match['year']}", part_mod(match))
    return time(match["year"], part_mod(match))


def is_year(match: Match) -> bool:
    """Four digits are a year if nothing is counted by them; a round or early one needs more to show it."""
    if match["lead"] or match["part"] or match["bc"]:
        return True
    left, right = before(match), after(match)
    if _is_number(match) or DASH_WORD.match(right):
        return False
    cued = follows(match, "year") or bool(YEAR_BEFORE.search(left))
    noun = NEXT_WORD.match(right) or OTHER_END.match(right)
    if noun and (noun[1] in _counted() or COUNTED.match(noun[1])) and not (cued and left.rstrip().endswith(("Jahr", "Jahre"))):
        return False
    number = int(match["year"])
    return cued or (1500 < number < 2100 and not (noun and number % 100 == 0))


def _is_number(match: Match) -> bool:
    """Whether what stands before four digits makes them a number of something."""
    return bool(SIGN_BEFORE.search(before(match))) or follows(match, "no_year")


@functools.cache
def _counted() -> frozenset[str]:
    """The nouns that are counted in thousands."""
    return frozenset(load_once("counted")["nouns"])


def years(match: Match, _: Frame) -> Reading | None:
    """2007 bis 2013, 2015/16: an interval."""
    first, last = match["year"], match["last"]
    end = int(last) if len(last) == 4 else int(first[:2] + last)
    if len(last) == 2 and end <= int(first):
        end += 100
    if not int(first) < end:
        return None
    return time(f"{first}/{end:04}")


def is_years(match: Match) -> bool:
    """A dash or a slash between numbers joins years only if these are some."""
    close = (
        len(match["last"]) == 4
        or (match["join"] == "/" and (int(match["year"][2:]) + 1) % 100 == int(match["last"]))
        or (match["join"] != "-" and int(match["year"][2:]) < int(match["last"]))
        or bool(match["lead"])
    )
    return close and not _is_number(match) and not DASH_WORD.match(after(match))


def decade(match: Match, _: Frame) -> Reading | None:
    """Die 1970er Jahre, den neunziger Jahren, der 80er."""
    digits, word = match["digits"], (match["word"] or "").lower()
    tens = int(digits) if digits else words("numbers", "tens").get(word.removesuffix("er"), 0)
    if tens % 10:
        return None
    if tens < 100:
        tens += 1900
    return time(str(tens)[:3], _half_mod(match["half"]) or part_mod(match))


def is_decade(match: Match) -> bool:
    """ "80er" alone is many things: it needs Jahre, or digits and an article."""
    return "ahr" in match[0] or bool(match["digits"] and DECADE_LEAD.search(match[0]))


def century(match: Match, _: Frame) -> Reading | None:
    """20. Jahrhundert, zweite Hälfte des 19. Jahrhunderts."""
    number = ordinal_number(match["ordinal"])
    if not 0 < number < 40:
        return None
    value = f"BC{number - 1:02}" if match["bc"] else f"{number - 1:02}"
    return time(value, _half_mod(match["half"]) or part_mod(match))


def _half_mod(words_: str | None) -> Mod | None:
    """The first half of a century is its start, the second its end."""
    if not words_:
        return None
    return "start" if re.match(r"(?:der )?(?:ersten?|1\.)", words_) else "end"


LEAD = r"(?P<lead>(?:{det} )?(?:ganzen? |gesamten? )?(?:Jahr(?:e[sn]?)?|Gesamtjahr(?:es)?|Kalenderjahr(?:es)?) )?"
TENS_WORD = either(f"{ten}er" for ten in words("numbers", "tens"))
HALF = r"(?P<half>(?:der |die )?(?:ersten?|zweiten?|1\.|2\.) Hälfte (?=de[rs] ))?"

RULES = [
    rule("de.date.year", "number", PART + LEAD + r"(?P<year>{year})" + BC, year, is_year),
    rule(
        "de.date.years",
        "number",
        LEAD + r"(?P<year>{year})(?P<join> bis (?:ins Jahr )?|/|{dash})(?P<last>(?:1[0-9]|20)\d\d|\d\d)(?![\d.,:]\d)",
        years,
        is_years,
    ),
    rule(
        "de.date.decade",
        "decade",
        PART + HALF + r"(?:{det} )?(?:(?P<digits>(?:1[0-9]|20)?\d0)er|(?P<word>" + TENS_WORD + r"))(?:(?: |-)?[Jj]ahren?)?",
        decade,
        is_decade,
    ),
    rule(
        "de.date.decade.listed",  # the first of "in den sechziger und siebziger Jahren"
        "decade",
        PART
        + r"(?P<span>(?P<half>)(?:{det} )?(?:(?P<digits>(?:1[0-9]|20)?\d0)er|(?P<word>"
        + TENS_WORD
        + r")))(?=-?(?: und | oder | bis |/)(?:(?:in )?die )?(?:(?:1[0-9]|20)?\d0er|"
        + TENS_WORD
        + r")(?: |-)?[Jj]ahren?)",
        decade,
    ),
    rule(
        "de.date.decade.noun",
        "decade",
        r"(?:(?P<part>{part}) der |[Dd]en )(?P<half>)(?P<digits>)(?P<word>" + TENS_WORD + r")n?",
        decade,
    ),
    rule(
        "de.date.century.listed",  # the first of "im 18. und 19. Jahrhundert"
        "unit",
        PART
        + r"(?P<span>(?P<half>)(?P<bc>)(?P<ordinal>\d\d?\.|{ordinal}))"
        + r"(?= (?:und|oder|bis(?: ins| zum)?) (?:\d\d?\.|{ordinal}) Jahrhunderts?)",
        century,
    ),
    rule(
        "de.date.century",
        "unit",
        PART + HALF + r"(?:(?:des|das|dem) )?" + r"(?P<ordinal>\d\d?\.|{ordinal}) Jahrhunderts?" + BC,
        century,
    ),
]
