"""Spells the words of a text with the German dictionary of Debian (hunspell-de-de), which knows compounds, and german-nouns.

Right are also names of the program's lists, words that the article itself spells so, and those of spelling_allow.txt.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import hunspell

from summitquiz.german import lexicon
from tests.noun_forms import is_listed

if TYPE_CHECKING:
    from collections.abc import Iterable

DICTIONARIES = Path("/usr/share/hunspell")
ALLOWED = Path(__file__).parent / "corpus/german/spelling_allow.txt"
COUNTRIES = ALLOWED.with_name("country_forms.txt")
_ADJECTIVE = re.compile(r"e[nmrs]?$")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LISTS = ("first_names", "more_names", "surnames", "countries", "regions", "venues", "organisations", "spellings")


def misspelt(text: str, source: str = "") -> list[str]:
    """The words of a text that are not known, in order; `source` is the article that it was made from."""
    return [word for word in _WORD.findall(text) if not _right(word, _words(source))]


def _right(word: str, source: frozenset[str]) -> bool:
    if word in source or _known(word):
        return True
    return "-" in word and all(part in source or _known(part) for part in word.split("-"))


@cache
def _known(word: str) -> bool:
    return word in allowed() or in_dictionaries(word)


def in_dictionaries(word: str) -> bool:
    """Whether a dictionary or a list of names has the word; a name also with the ending of a case."""
    if _dictionary().spell(word) or is_listed(word) or _ADJECTIVE.sub("", word) in _of_countries():
        return True
    names = _names()
    return any(stem in names for stem in (word, word.rstrip("'’"), *(word.removesuffix(end) for end in ("s", "es", "n"))))


@cache
def allowed() -> frozenset[str]:
    """The words of spelling_allow.txt."""
    return frozenset(_without_comments(ALLOWED.read_text(encoding="utf-8").splitlines()).split())


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text))


@cache
def _dictionary() -> hunspell.Hunspell:
    return hunspell.Hunspell("de_DE", hunspell_data_dir=str(DICTIONARIES))


@cache
def _of_countries() -> frozenset[str]:
    """The adjectives of all countries, which the dictionary lacks by the dozen: a column of a table checked by hand."""
    rows = [line.split("|") for line in COUNTRIES.read_text(encoding="utf-8").splitlines()[1:]]
    return frozenset(row[5].strip() for row in rows)


@cache
def _names() -> frozenset[str]:
    """The words with a capital of the name lists, whole and in their parts."""
    texts = [lexicon.text("cities.txt"), *(lexicon.text(f"{name}.yaml") for name in _LISTS)]
    return frozenset(word for text in texts for word in _parts(_without_comments(text.splitlines())) if word != word.lower())


def _parts(text: str) -> Iterable[str]:
    for word in _WORD.findall(text):
        yield from (word, *word.split("-"))


def _without_comments(lines: Iterable[str]) -> str:
    return "\n".join(re.sub(r"(^|\s)#.*", "", line) for line in lines)
