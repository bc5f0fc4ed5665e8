"""What looks like a time and is none: ages, ordinal minutes, large numbers, scores.

These rules take the words and give no mention. Whether -jährig tells an age is decided here too, for the rule that reads it.
"""

from __future__ import annotations

import functools
import re

from summitquiz.german.patterns import load_once
from summitquiz.german.readings import Match, after, follows, nothing, rule

NOUN = re.compile(r"\s+(?:[a-zäöüß-]+\s+){0,3}([A-ZÄÖÜ][\w-]*)")
SMALL_COUNT = 5  # from here on a -jährig without a noun we know is an age


@functools.cache
def _endings(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?i:.*(?:{'|'.join(load_once('ages')[key])}))\Z")


def is_age(match: Match, count: float | None) -> bool:
    """Whether -jährig is an age: by the noun after it; without a noun that we know, by the number of years."""
    if count is None:
        return False
    noun = NOUN.match(after(match, 60))
    if noun and _endings("length_endings").match(noun[1]):
        return False
    if noun and (noun[1] in load_once("ages")["persons"] or _endings("person_endings").match(noun[1])):
        return True
    return count >= SMALL_COUNT


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
