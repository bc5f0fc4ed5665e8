"""What follows an office and says whose it is: der Präsident [der Ukraine], Botschafter [in Washington], Chef [der FPÖ]."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from summitquiz.german import names
from summitquiz.german.countries import adjective_country, country_code
from summitquiz.german.offices import OfficeWord, lexicon_data, read_office
from summitquiz.german.organisations import organisation_name
from summitquiz.german.place_words import is_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from summitquiz.model import Token

_GENITIVES = frozenset({"der", "des", "dieser", "dieses", "seiner", "ihrer", "seines", "ihres"})
_OWNERS = frozenset({"von", "vom"})
_PURPOSES = frozenset({"für"})
_PLACES = frozenset({"in", "im", "bei", "beim"})


def behind(row: tuple[Token, ...], index: int, office: OfficeWord) -> tuple[int, OfficeWord]:
    """Read what follows an office at `index`: up to three genitives or prepositional phrases.

    Returns the last token of the phrase, and the office with the country or the body that the first of them names.
    """
    end = index
    for position in range(3):
        last, words = _group(row, end + 1)
        if not words:
            break
        opener = row[end + 1].text
        if position == 0 and opener not in _PURPOSES and opener not in _PLACES:
            office = _owned(office, words)
        end = last
        if opener in _PLACES:
            break
    return end, office


def _owned(office: OfficeWord, words: list[str]) -> OfficeWord:
    """The office with whose it is, when the words name a country, a state, an organisation or a party."""
    if office.country or office.of:
        return office
    for size in range(len(words), 0, -1):
        for start in range(len(words) - size + 1):
            phrase = " ".join(words[start : start + size])
            if code := country_code(phrase):
                return replace(office, country=code)
            body = organisation_name(phrase) or state_of(phrase)
            if body or phrase in names.words("office_countries", "of"):
                return replace(office, of=body or phrase)
    code = next((found for found in map(adjective_country, words[:-1]) if found), None)
    return replace(office, country=code) if code else office


def _group(row: tuple[Token, ...], start: int) -> tuple[int, list[str]]:
    """One group of (preposition, article,) adjectives and nouns: its last token and the words after the article."""
    if start >= len(row):
        return start, []
    begin = _opening(row, start)
    if begin is None:
        return start, []
    nouns = begin
    while nouns < len(row) and (row[nouns].tag == "ADJA" or _joins(row, nouns)):
        nouns += 1
    index = nouns
    while index < len(row) and row[index].tag in ("NN", "NE", "FM", "XY") and not (index > nouns and _may_be_name(row, index)):
        index += 1
    words = [token.text for token in row[begin:index]]
    if index == nouns or (_may_be_name(row, nouns) and not country_code(row[nouns].text)):
        return start, []
    if row[start].text in _PLACES and not (is_place(" ".join(words)) or organisation_name(" ".join(words))):
        return start, []
    return index - 1, words


def _opening(row: tuple[Token, ...], start: int) -> int | None:
    """Where the words of a group begin, behind its preposition and article; None where no group begins."""
    text = row[start].text
    if text in _GENITIVES:
        return start + 1
    if text in _OWNERS or text in _PURPOSES or text in _PLACES:
        article = start + 1 < len(row) and row[start + 1].tag in ("ART", "PPOSAT")
        return start + 2 if article else start + 1
    bare_genitive = text.endswith("s") and (country_code(text) or state_of(text))
    return start if bare_genitive else None


def _joins(row: tuple[Token, ...], index: int) -> bool:
    """Whether an "und" joins two adjectives of one group."""
    return row[index].text in ("und", "sowie") and index + 1 < len(row) and row[index - 1].tag == row[index + 1].tag == "ADJA"


def _may_be_name(row: tuple[Token, ...], index: int) -> bool:
    """Whether a person's name begins at `index`: a first name and another capitalised word."""
    text = row[index].text
    if not (names.is_first(text) and row[index].tag in ("NE", "FM", "XY", "NN")) or index + 1 >= len(row):
        return False
    following = row[index + 1].text
    return (following[:1].isupper() and read_office(following) is None) or following in names.words("titles", "particles")


def state_of(word: str) -> str | None:
    """The part of a state (Bayern, Tirol, Katalonien) that a name, its genitive or its adjective means; None for others."""
    return _states().get(word) or _states().get(word.removesuffix("s"))


@cache
def _states() -> Mapping[str, str]:
    forms: dict[str, str] = {}
    for name, adjectives in lexicon_data()["states"].items():
        forms[name] = name
        forms.update(
            {f"{adjective}{ending}": name for adjective in adjectives.split() for ending in ("e", "en", "er", "em", "es")}
        )
    return forms
