"""What follows an office and says whose it is: der Präsident [der Ukraine], Botschafter [in Washington], Chef [der FPÖ]."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from summitquiz.german import names
from summitquiz.german.countries import country_code
from summitquiz.german.offices import OfficeWord, is_unique, lexicon_data, read_office
from summitquiz.german.organisations import organisation_name
from summitquiz.german.place_words import is_place, place_name
from summitquiz.german.segments import FINITE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summitquiz.model import Token

_GENITIVES = frozenset({"der", "des", "dieser", "dieses", "seiner", "ihrer", "seines", "ihres"})
_OWNERS = frozenset({"von", "vom"})
_PURPOSES = frozenset({"für"})
_PLACES = frozenset({"in", "im", "bei", "beim"})


def behind(row: tuple[Token, ...], index: int, office: OfficeWord) -> tuple[int, OfficeWord]:
    """Read what follows an office at `index`: up to three genitives or prepositional phrases.

    Returns the last token of the phrase, and the office with the country or the body that the first of them names; what the
    office is for (Kommissar für Menschenrechte) goes into its title.
    """
    end = index
    for position in range(3):
        last, words = _group(row, end + 1)
        opener = row[end + 1].text if words else ""
        if not words or (opener in _PLACES and is_unique(office.masculine) and _goes_on(row, last + 1)):
            break
        if opener in _PURPOSES and (position == 0 or office.country):
            office = with_purpose(office, " ".join(token.text for token in row[end + 1 : last + 1]))
        elif position == 0 and opener not in _PLACES:
            office = _owned(office, words, " ".join(token.text for token in row[end + 1 : last + 1]))
        elif opener in _GENITIVES and office.owner:  # "der Partei [des Bundesstaates Mississippi]"
            whose = " ".join([office.owner, *(token.text for token in row[end + 1 : last + 1])])
            named = row[last].tag == "NE"  # not so "des Ausschusses des Parlaments": of which?
            office = replace(office, owner=whose if named else None)
        end = last
        if opener in _PLACES:
            break
    return end, office


def _goes_on(row: tuple[Token, ...], index: int) -> bool:
    """Whether the clause's own words follow: "wird der Kanzler in Brüssel erwartet", and not "Der Präsident in Kiew sagte"."""
    return index < len(row) and row[index].tag not in FINITE and row[index].text != ","


def with_purpose(office: OfficeWord, purpose: str) -> OfficeWord:
    """The office with what it is for in its title: Kommissar für Menschenrechte."""
    return replace(
        office,
        masculine=office.masculine and f"{office.masculine} {purpose}",
        feminine=office.feminine and f"{office.feminine} {purpose}",
    )


def _owned(office: OfficeWord, words: list[str], group: str) -> OfficeWord:
    """The office with whose it is: a country, a state, an organisation; any other body as the text has it ("der Kommission"),
    so that nobody takes a commission's president for a country's."""
    if office.country or office.of:
        return office
    phrase = " ".join(words)
    plain = [word for word in words if word not in names.words("office_countries", "kinds")]
    owner = " ".join(plain)
    if not plain or words[0][0].isdigit() or read_office(words[-1]):
        return office
    if code := country_code(phrase) or country_code(owner):
        return replace(office, country=code)
    body = organisation_name(phrase) or organisation_name(words[-1]) or state_of(owner) or place_name(owner)
    return replace(office, of=body or group, owner=group)


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
    while index < len(row) and row[index].tag in ("NN", "NE", "FM", "XY") and not (index > nouns and _ends_before(row, index)):
        index += 1
    words = [token.text for token in row[begin:index]]
    if index == nouns or (_may_be_name(row, nouns) and not country_code(row[nouns].text)):
        return start, []
    if row[start].text in _PLACES and not (is_place(" ".join(words)) or organisation_name(" ".join(words))):
        return start, []
    if row[start].text in _PURPOSES:
        index = _over_purposes(row, index)
    return index - 1, words


def _over_purposes(row: tuple[Token, ...], index: int) -> int:
    """Behind a second purpose: für Bergbau [und Verkehr]."""
    end = index
    if index < len(row) and row[index].text in ("und", "sowie"):
        end += 1
        while end < len(row) and row[end].tag == "ADJA":
            end += 1
    is_noun = end < len(row) and row[end].tag == "NN" and read_office(row[end].text) is None
    return end + 1 if end > index and is_noun else index


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


def _ends_before(row: tuple[Token, ...], index: int) -> bool:
    """Whether a group ends before `index` because a name begins there: der Minister für Inneres [Chatuna Kalmachelidse]."""
    if _may_be_name(row, index):
        return True
    noun, name = row[index - 1], row[index : index + 2]
    unknown = len(name) == 2 and all(token.tag == "NE" and not is_place(token.text) for token in name)
    return unknown and noun.tag == "NN" and noun.text not in names.words("not_names", "named_things")


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
def state_adjective(name: str) -> str | None:
    """The adjective of a part of a state, without ending: niedersächsisch; None for any other name."""
    adjectives: str | None = lexicon_data()["states"].get(name)
    return adjectives.split()[0] if adjectives else None


@cache
def _states() -> Mapping[str, str]:
    forms: dict[str, str] = {}
    for name, adjectives in lexicon_data()["states"].items():
        forms[name] = name
        forms.update(
            {f"{adjective}{ending}": name for adjective in adjectives.split() for ending in ("e", "en", "er", "em", "es")}
        )
    return forms
