"""German numbers in words and digits: eins … neunhundertneunundneunzig, anderthalb, dreieinhalb, 2.500, 3,5."""

from __future__ import annotations

import functools
import re
from typing import Any

from summitquiz.german.lexicon import load

DIGITS = r"\d{1,3}(?:\.\d{3}){1,3}(?:,\d{1,2})?|\d{1,6}(?:,\d{1,2})?½?"
_ONE = re.compile(r"eine[mnrs]?|eins")
_HALF = {
    "anderthalb": 1.5,
    "eineinhalb": 1.5,
    "einundeinhalb": 1.5,
    "halb": 0.5,
    "dreiviertel": 0.75,
    "eineinviertel": 1.25,
    "eindreiviertel": 1.75,
    "½": 0.5,
}


@functools.cache
def lexicon() -> dict[str, Any]:
    """The word list."""
    return dict(load("numbers"))


@functools.cache
def number_words() -> dict[str, int]:
    """Number words below a hundred, einundzwanzig included, with their values."""
    words = lexicon()
    below = {one + "und" + ten: value + tens for one, value in words["ones"].items() for ten, tens in words["tens"].items()}
    return {**words["ones"], **words["small"], **words["tens"], **below, "eins": 1}


@functools.cache
def word_pattern() -> str:
    """A pattern, linear and without groups, for number words up to 999, not inflected."""
    words = lexicon()
    ones = "|".join(words["ones"])
    tens = "|".join(words["tens"])
    small = "|".join(sorted(words["small"], key=len, reverse=True))
    below = rf"(?:(?:{ones})und)?(?:{tens})|{small}|{ones}"
    return rf"(?:(?:{ones})?hundert(?:und)?(?:{below})?|(?:{ones})?tausend|{below})"


def parse_number(text: str) -> float | None:
    """The value of a number in words or digits, None if it is none.

    >>> parse_number("anderthalb"), parse_number("dreieinhalb"), parse_number("2.500"), parse_number("fünfunddreißig")
    (1.5, 3.5, 2500.0, 35.0)
    """
    word = text.strip().lower()
    if word[:1].isdigit() or word == "½":
        return _from_digits(word)
    if word in _HALF:
        return _HALF[word]
    if word.endswith("einhalb"):
        whole = _below_thousand(word.removesuffix("einhalb").removesuffix("und"))
        return whole + 0.5 if whole else None
    if _ONE.fullmatch(word):
        return 1.0
    return _below_thousand(word)


def _from_digits(text: str) -> float | None:
    """12, 2.500, 3,5, 2½."""
    half = 0.5 if text.endswith("½") else 0.0
    if not re.fullmatch(r"(?:\d{1,3}(?:\.\d{3})+|\d+)?(?:,\d+)?", text.rstrip("½")):
        return None
    return float(text.rstrip("½").replace(".", "").replace(",", ".") or 0) + half


def _below_thousand(word: str) -> float | None:
    """Hundreds, tens and ones; also tausend and its multiples up to neuntausend."""
    if word.endswith("tausend"):
        head = word.removesuffix("tausend")
        return 1000.0 * number_words().get(head, 0) or None if head else 1000.0
    head, hundred, rest = word.rpartition("hundert")
    rest = rest.removeprefix("und") if hundred else rest
    value = float(number_words().get(rest, 0))
    if rest and not value:
        return None
    if not hundred:
        return value or None
    hundreds = number_words().get(head, 0) if head else 1
    return 100.0 * hundreds + value if 0 < hundreds < 20 else None
