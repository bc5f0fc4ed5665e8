"""The words that temporal rules hang on: which classes a single word is of.

The rules are tried only near such words. A word is looked at once: first by one pattern for all classes, as most are of none.
"""

from __future__ import annotations

import functools
import re

from summitquiz.german.patterns import either, words

KNOWN_WORDS = 60_000  # as many words are remembered; a newspaper's year has more, one issue fewer


@functools.lru_cache(maxsize=KNOWN_WORDS)
def classes(word: str) -> tuple[str, ...]:
    """The classes of a word, as rules name them; empty for most."""
    if not _any_class().match(word):
        return ()
    return tuple(name for name, pattern in _class_patterns().items() if pattern.match(word))


@functools.cache
def _any_class() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{source})\\Z" for source in _sources().values()))


@functools.cache
def _class_patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(rf"(?:{source})\Z") for name, source in _sources().items()}


@functools.cache
def _sources() -> dict[str, str]:
    """A pattern for each class; they may overlap."""
    cues, calendar, units = "time_cues", "calendar", "units"
    numbers = [*words("numbers", "tens")]
    return {
        "number": r"\d.*",
        "month": either([*words(calendar, "months"), *words(calendar, "month_abbreviations")]) + "s?",
        "weekday": either(words(calendar, "weekdays")) + r"(?!s\Z)\w*",
        "weekdays": either(day.lower() for day in words(calendar, "weekdays")) + r"\w*s",
        "season": r"(?:Früh|Spät|Hoch)?" + either([*words(calendar, "seasons"), "sommer", "herbst"]) + r"\w*",
        "unit": either([*words(units, "nouns"), *words(units, "compounds")]) + "n?",
        "stem": r"\w*" + either([*words(units, "adjective_stems"), "Jährig"]) + r"(?:e[mnrs]?)?",
        "often": either([*words(units, "frequency_adverbs"), "wochentags", "werktags", "feiertags"]) + r"(?:e[mnrs]?)?",
        "long": r"\w*lang(?:e[mnrs]?)?",
        "dayword": either([*words(cues, "day_adverbs"), *words(cues, "day_adjectives")]) + r"(?:e[mnrs]?)?",
        "daypart": either([*words(calendar, "dayparts"), "Mitternacht"]) + "s?",
        "edge": r"(?:Vor|Folge|Jahres|Monats|Wochen|[Hh]euer|[Hh]eurig)\w*",
        "yearpart": r"Quartals?|Halbjahre?s?|Jahreshälfte|Trimesters?",
        "holiday": either(name.split()[-1] for name in words(calendar, "holidays")) + r"s?|Weihnachts\w+",
        "decade": r"(?:\d\d)?\d0er|" + either(f"{ten}er" for ten in numbers) + r"(?:n|jahren?)?",
        "after": either(words(cues, "after_words")),
        "reference": either(
            word
            for name in [*words(cues, "references"), *words(cues, "ages")]
            for word in name.split()
            if word not in ("vor", "im", "in", "zur")
        )
        + r"(?:e[mnrs]?)?",
        "clock": r"Uhr|\d+h",
        "hours": r"[A-Z][a-z]+stunden",
        "clockword": r"[Hh]alb|[Vv]iertel|dreiviertel",
        "rhythm": r"\w*(?:[Tt]akt|[Rr]hythmus|[Aa]bstand)(?:es|s)?",
    }
