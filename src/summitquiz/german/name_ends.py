"""What ends a person's name: a genitive, a city, an organisation, a word that is no surname, the first name of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.german import gazetteer, names
from summitquiz.german.name_words import NAME_TAGS, is_possible
from summitquiz.german.organisations import organisation_words

if TYPE_CHECKING:
    from summitquiz.model import Token


def is_whole(before: list[str]) -> bool:
    """Whether words are a first name and a surname that is no first name."""
    return len(before) > 1 and names.is_first(before[0]) and before[-1] in names.surnames() and not names.is_first(before[-1])


def is_city(token: Token) -> bool:
    """Whether a word is a city, and nobody's surname: "als Barack Obama [Hiroshima] besuchte"."""
    found = gazetteer.lookup(token.text)
    city = found is not None and found.entry.kind == "city" and found.entry.grade == "sure"
    return city and token.text not in names.surnames()


def is_body(row: tuple[Token, ...], start: int, index: int) -> bool:
    """Whether an organisation stands at `index`; one word behind a first name is a surname (Michael Bloomberg)."""
    size = body_at(row, index)
    return size > 1 or (size == 1 and not (index == start + 1 and names.is_first(row[start].text)))


def ends_in_genitive(before: list[str]) -> bool:
    """Whether a name of two words or more ends in a genitive, so that what follows is no part of it: Matteo Salvinis [Lega]."""
    last = before[-1]
    return len(before) > 1 and last.endswith("s") and last not in names.surnames() and last[:-1] in names.surnames()


def body_at(row: tuple[Token, ...], index: int) -> int:
    """How many tokens from `index` on name an organisation; 0 if none do, or if a first name with a surname stands there."""
    size = organisation_words(row, index)
    if size == 1 and names.is_first(row[index].text) and index + 1 < len(row) and is_possible(row[index + 1]):
        return 0
    return size


def is_no_last(row: tuple[Token, ...], index: int) -> bool:
    """Whether a word like Bank or Awards ends no name; one that is a surname too (Park, Platz) does before no name."""
    text = row[index].text
    if text not in names.words("not_names", "not_last"):
        return False
    return text not in names.surnames() or row[index].tag not in NAME_TAGS
