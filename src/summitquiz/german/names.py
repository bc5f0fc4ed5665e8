"""What names are made of: first names with their gender, surnames, particles, titles, and words that are no names.

Data: words/first_names.yaml, surnames.yaml, more_names.yaml, titles.yaml and not_names.yaml, each with its source.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from summitquiz.german import lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summitquiz.model import Gender

INITIAL = re.compile(r"(?:[A-ZÄÖÜÉŠŽČÇŁ]|Th|Ph|Ch|Chr|Joh|Hj|Wm|Ju|Yu|Je|Cs|Sz|Gy|Zs)\.(?:-?[A-ZÄÖÜ]\.)*")
ROYAL = re.compile(r"[IVX]{1,5}\.?")
WORD = re.compile(r"(?:[dDLO]['’]|al-|el-|as-|at-|ad-|asch-|ash-|Al-|El-)?[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:[-'’][^\W\d_]+)*")


@cache
def first_names() -> Mapping[str, Gender | None]:
    """First name → gender of who bears it, None where either may."""
    banned = words("not_names", "not_first", "calendar")
    named: dict[str, Gender | None] = dict.fromkeys(words("first_names", "either"))
    keys: tuple[tuple[str, Gender], ...] = (("male", "m"), ("female", "f"))
    for file in ("first_names", "more_names"):
        for key, gender in keys:
            for name in words(file, key):
                sure = file == "more_names" or named.get(name, gender) == gender
                named[name] = gender if sure else None
    for name in words("more_names", "male") & words("more_names", "female"):
        named[name] = None
    own = words("more_names", "male") | words("more_names", "female")
    return {name: gender for name, gender in named.items() if name in own or name not in banned}


@cache
def surnames() -> frozenset[str]:
    """Surnames, common ones and those of people in world politics."""
    return words("surnames", "surnames") | words("more_names", "more_surnames") | famous()


@cache
def famous() -> frozenset[str]:
    """Surnames that newspapers use alone, of people in world politics since 1945."""
    return words("more_names", "surnames")


@cache
def not_names() -> frozenset[str]:
    """Capitalised words that are never a person's name."""
    return words("not_names", "calendar", "nouns") - words("more_names", "surnames")


def is_common_surname(word: str) -> bool:
    """Whether a word of the dictionary or the calendar is a surname as well: Kaiser, Graf, Winter, Freitag."""
    return word in words("not_names", "calendar", "common_surnames") and word in surnames()


def first_gender(name: str) -> Gender | None:
    """The gender that a first name tells; of a double name (Karl-Theodor, Anne Marie) its first part decides."""
    known = first_names()
    return known.get(name) or known.get(name.split("-")[0])


def is_first(name: str) -> bool:
    """Whether a word is a first name: listed, or a hyphenated pair of which both are (Jean-Claude), or of Korea (Yong-ho)."""
    known = first_names()
    if name in known:
        return True
    first, hyphen, second = name.partition("-")
    return bool(hyphen) and first in known and (second in known or second.capitalize() in known or second.islower())


def is_initial(word: str) -> bool:
    """Whether a word is an initial: W., Th., J.-P."""
    return bool(INITIAL.fullmatch(word)) and not is_title(word)


def is_royal(word: str) -> bool:
    """Whether a word numbers a ruler: II., XVI."""
    return bool(ROYAL.fullmatch(word))


def is_word(word: str) -> bool:
    """Whether a word is written as a name is: a capital, then letters, hyphens, apostrophes; not an acronym."""
    return bool(WORD.fullmatch(word)) and not (word.isupper() and len(word) > 1)


def is_title(word: str) -> bool:
    """Whether a word is a form of address or a degree: Frau, Dr., Sir."""
    return word in words("titles", "masculine", "feminine", "either")


def linking() -> frozenset[str]:
    """Particles with which a surname may begin."""
    return words("titles", "linking")


@cache
def title_gender(word: str) -> Gender | None:
    """The gender that a form of address tells (Herr, Lady); None for Dr. and for words that are no title."""
    return "m" if word in words("titles", "masculine") else "f" if word in words("titles", "feminine") else None


@cache
def words(file: str, *keys: str) -> frozenset[str]:
    """The words of one or several blocks of a word list."""
    data: dict[str, Any] = _data(file)
    return frozenset(word for key in keys for word in data[key].split())


@cache
def _data(file: str) -> dict[str, Any]:
    data: dict[str, Any] = lexicon.load(file)
    return data
