"""The building blocks of the temporal patterns: a notation, and the alternations made of the word lists.

In a pattern, `{month}` stands for the alternation of that name, and a blank for white space of one to three characters.
Every pattern begins and ends at the border of a word. Lower-case words match with a capital too, as at a sentence's start.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any

from summitquiz.german import numbers
from summitquiz.german.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Iterable

MACRO = re.compile(r"\{([a-z_]+)\}")
ENDING = "(?:e[nmrs]?)"


def words(name: str, key: str) -> dict[str, Any]:
    """One table of a word list; not to be changed."""
    table: dict[str, Any] = load_once(name)[key]
    return table


load_once = functools.cache(load)


def either(items: Iterable[str]) -> str:
    """An alternation of words, longest first; those in lower case also with a capital."""
    ordered = sorted(items, key=len, reverse=True)
    return "(?:" + "|".join(_cased(item) for item in ordered) + ")"


def _cased(word: str) -> str:
    escaped = re.escape(word).replace(r"\ ", " ")
    first = word[0]
    return f"[{first}{first.upper()}]{escaped[1:]}" if first.islower() else escaped


def rule_pattern(source: str) -> re.Pattern[str]:
    """Compile a pattern in the notation above."""
    return re.compile(r"(?<![\w§$€])" + expand(source) + r"(?!\w|-[A-Za-zÄÖÜ])")


def expand(source: str) -> str:
    """A pattern's source with its blocks filled in."""
    filled = MACRO.sub(lambda m: blocks()[m[1]], source)
    return filled.replace(" ?", r"\s{0,3}").replace(" ", r"\s{1,3}")


@functools.cache
def blocks() -> dict[str, str]:
    """The building blocks by name."""
    calendar, units, cues = load_once("calendar"), load_once("units"), load_once("time_cues")
    vague = load_once("numbers")["vague"]
    number = numbers.word_pattern()
    halves = rf"(?:[Aa]nderthalb|[Dd]reiviertel|[Ee]in(?:ein|drei)viertel|{_initial(number)}(?:und)?einhalb)"
    return {
        "month": either(calendar["months"]),
        "mon": "(?:" + either(calendar["months"]) + "|" + either(calendar["month_abbreviations"]) + r"\.)",
        "weekday": either(calendar["weekdays"]),
        "weekdaily": either(day.lower() for day in calendar["weekdays"]),
        "wd": "(?:" + either(calendar["weekday_abbreviations"]) + r"\.?)",
        "daypart": either(calendar["dayparts"]),
        "season": either(calendar["seasons"]),
        "holiday": either(calendar["holidays"]),
        "unit": either(units["nouns"]),
        "lumps": either(units["compounds"]),
        "stem": "(?:" + "|".join(units["adjective_stems"]) + ")",
        "often": either(units["frequency_adverbs"]) + ENDING + "?",
        "digits": f"(?:{numbers.DIGITS})",
        "number": f"(?:{numbers.DIGITS}|{halves}|[Ee]ine[mnrs]?|{_initial(number)})",
        "numword": f"(?:{halves}|{_initial(number)})",
        "vague": either(vague),
        "ordinal": either(load_once("numbers")["ordinals"]) + ENDING,
        "hedge": either(cues["hedges"]),
        "exact": either(cues["exact"]),
        "hedgeadj": either(cues["hedge_adjectives"]) + ENDING,
        "part": either(cues["parts"]),
        "partadj": either(cues["part_adjectives"]) + ENDING,
        "shift": either(cues["shifts"]) + ENDING,
        "textshift": either(cues["text_shifts"]) + ENDING,
        "after": either(cues["after_words"]),
        "dayadv": either(cues["day_adverbs"]),
        "dayadj": either(cues["day_adjectives"]) + ENDING,
        "reference": either(cues["references"]),
        "age": either(cues["ages"]),
        "det": "(?:[Dd](?:er|ie|as|en|em|es))",
        "year": r"(?:1[0-9]|20)\d\d(?!\d|[.,:]\d)",
        "day": r"(?:0?[1-9]|[12]\d|3[01])",
        "dash": r"\s?(?:-|–|—)\s?",
        "clock": r"(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?",
    }


def _initial(pattern: str) -> str:
    """A number-word pattern that takes a capital at its start, as at a sentence's."""
    return f"(?:{pattern}|(?=[A-Z])(?i:{pattern}))"
