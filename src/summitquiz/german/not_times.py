"""What looks like a time and is none: ages, ordinal minutes, large numbers, scores.

These rules take the words and give no mention. Whether -jährig tells an age is decided here too, for the rule that reads it.
"""

from __future__ import annotations

import functools
import re

from summitquiz.german.patterns import load_once
from summitquiz.german.readings import Match, after, before, follows, nothing, rule

NOUN = re.compile(r"\s+(?:[a-zäöüß-]+en?\s+){0,2}([A-ZÄÖÜ][\w-]*)")
SENTENCE_START = re.compile(r"(?:^|[.!?:\n„“\"»]\s*)\Z")
SMALL_COUNT = 5  # from here on a -jährig without a noun after it is an age


@functools.cache
def _endings(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?i:.*(?:{'|'.join(load_once('ages')[key])}))\Z")


def is_age(match: Match, count: float | None) -> bool:
    """Whether -jährig is an age: it is unless a noun for something that lasts follows, or none and the number is small."""
    if count is None:
        return False
    if match[0][0].isupper() and not SENTENCE_START.search(before(match)):
        return True  # die Vierjährige; der Dreißigjährige Krieg is a name
    noun = NOUN.match(after(match, 60))
    if not noun:
        return count >= SMALL_COUNT
    return noun[1] in load_once("ages")["persons"] or not _endings("length_endings").match(noun[1])


AGE = r"(?:{number}|{vague})"
RULES = [
    rule("de.not.age.noun", "stem", r"(?:{hedge} )?(?:{digits}-?|{numword}-?)Jährige[mnrs]?", nothing),
    rule(
        "de.not.age.old",
        "unit",
        r"(?:{hedge} )?(?:{number}(?: bis | oder | und |, ))?"
        + AGE
        + r" (?:Tage?|Wochen?|Monate?|Jahren?) (?:alt|jung|jünger|älter)(?:e[mnrs]?)?",
        nothing,
    ),
    rule(
        "de.not.age.at",
        "unit",
        r"(?:im Alter von|Alter zwischen|[Mm]it|[Aa]b|(?:[Zz]wischen|[Vv]on) {number} (?:und|bis)) (?:{hedge} )?"
        + AGE
        + r" (?:(?:bis|und) {number} )?Jahren",
        nothing,
    ),
    rule(
        "de.not.age.under",
        "unit",
        r"(?:[Uu]nter|[Üü]ber|bis) {number} Jahren?",
        nothing,
        lambda match: follows(match, "age_groups"),
    ),
    rule("de.not.minute", "unit", r"(?:\d{1,3}\.|{ordinal}) (?:Minute|Sekunde)", nothing),
    rule("de.not.number", "number", r"\d{1,3}(?:\.\d{3}){1,4}", nothing),
    rule(
        "de.not.score", "number", r"\d{1,3}:\d{1,3}(?::\d{1,3})?", nothing, lambda match: not follows(match, "clock_in_digits")
    ),
]
