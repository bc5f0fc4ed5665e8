"""The noun phrase that ends in a name or an office: der frühere russische Außenminister, Bayerns Ministerpräsident.

What follows the office is for office_attributes.py.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summitquiz.german import names
from summitquiz.german.countries import adjective_country, country_code, demonym_country
from summitquiz.german.office_attributes import state_of
from summitquiz.german.offices import OfficeWord, read_office
from summitquiz.german.place_words import is_place, place_name

if TYPE_CHECKING:
    from summitquiz.model import Gender, Office, Token

_MEN = frozenset({"dem", "den", "des", "im", "vom", "zum", "beim", "ein", "einem", "einen", "eines", "sein", "ihr"})
_WOMEN = frozenset({"die", "eine", "einer", "zur", "seine", "ihre"})


@dataclass(frozen=True, slots=True)
class Front:
    """What stands before a name, or before and with an office: where the phrase begins, and what it tells."""

    start: int  # the phrase's first token
    office: OfficeWord | None = None
    at: int | None = None  # the office's token
    gender: Gender | None = None  # from a title or an article
    titled: bool = False
    article: str | None = None  # lower case; a preposition that holds one (im) too
    possessed: bool = False  # a country in the genitive, or a possessive, makes the phrase definite


def front_of(row: tuple[Token, ...], first: int) -> Front:
    """The phrase that ends before token `first`: titles, office, adjectives, article."""
    index = first - 1
    front = Front(first)
    while index >= 0 and names.is_title(row[index].text):
        gender = names.title_gender(row[index].text)
        front = replace(front, start=index, titled=True, gender=front.gender or gender)
        index -= 1
    office = _holder_noun(row[index].text) if index >= 0 else None
    if office is None and not front.titled:
        return front
    return with_office(row, index, office, front) if office else _modifiers(row, front)


def _holder_noun(word: str) -> OfficeWord | None:
    """The office or occupation that a noun names; an inhabitant's name (der Franzose) counts as an occupation."""
    if office := read_office(word):
        return office
    return OfficeWord("", "", None, None, role=True) if demonym_country(word) else None


def with_office(row: tuple[Token, ...], index: int, office: OfficeWord, front: Front | None = None) -> Front:
    """The phrase whose office is token `index`, with what modifies it to the left."""
    front = replace(front or Front(index), start=index, office=office, at=index)
    return _modifiers(row, front)


def _modifiers(row: tuple[Token, ...], front: Front) -> Front:
    """Take adjectives, a country in the genitive and an article to the left into the phrase."""
    index = _before_coordination(row, front.start) - 1
    office = _coordinated(row, front)
    while index >= 0 and _is_modifier(row[index]):
        office = office and _modified(office, row[index].text)
        index -= 1
    if index < front.start - 1 and index > 0 and row[index].tag in ("ADV", "ADJD") and row[index - 1].tag in ("ART", "APPRART"):
        index -= 1  # der neu gewählte Präsident
    article, possessed = _determiner(row, index)
    owners = _owners(row, index) if possessed and not article else 1
    if possessed and not article and office:
        office = _owned(office, " ".join(token.text for token in row[index - owners + 1 : index + 1]))
    if article or possessed:
        index -= owners
    inside = article in ("im", "vom", "zum", "zur", "beim", "am")  # a preposition is no part of the phrase
    gender: Gender | None = "m" if article in _MEN else "f" if article in _WOMEN else None
    start = index + 2 if inside else index + 1
    return replace(front, start=start, office=office, gender=front.gender or gender, article=article, possessed=possessed)


def _before_coordination(row: tuple[Token, ...], start: int) -> int:
    """Where the phrase begins when the office shares its head with another: [Staats- und] Parteichef."""
    shared = start >= 2 and row[start - 1].text in ("und", "sowie") and row[start - 2].text.endswith("-")
    return start - 2 if shared else start


def _coordinated(row: tuple[Token, ...], front: Front) -> OfficeWord | None:
    start = _before_coordination(row, front.start)
    if front.office is None or start == front.start:
        return front.office
    both = " ".join(token.text for token in row[start : front.start])
    return _titled(front.office, f"{both} ", f"{both} ")


def _titled(office: OfficeWord, men: str, women: str) -> OfficeWord:
    """The office with words before its title, in the form for a man and for a woman."""
    return replace(
        office,
        masculine=office.masculine and men + office.masculine,
        feminine=office.feminine and women + office.feminine,
    )


def _modified(office: OfficeWord, word: str) -> OfficeWord:
    """The office with what an adjective says: its country or state, that it is over, that it is not the office itself."""
    lower = word.lower()
    qualifier = next((stem for stem in names.words("offices", "qualifiers") if lower.startswith(stem)), None)
    if qualifier:
        return _titled(office, f"{qualifier}er ", f"{qualifier}e ")
    if lower.startswith(tuple(names.words("offices", "former"))):
        return replace(office, former=True)
    return _owned(office, word)


def _owned(office: OfficeWord, word: str) -> OfficeWord:
    """The office with the country or the state that an adjective or a genitive names, unless it has one."""
    if office.country or office.of:
        return office
    country = adjective_country(word) or country_code(word)
    return replace(office, country=country, of=None if country else state_of(word) or place_name(word))


def _determiner(row: tuple[Token, ...], index: int) -> tuple[str | None, bool]:
    """Article or possessive at `index`, and whether it possesses: a possessive, or a country or state in the genitive."""
    if index < 0:
        return None, False
    token = row[index]
    lower = token.text.lower()
    if token.tag in ("ART", "PDAT", "APPRART") or lower in ("der", "die", "den", "dem", "des"):
        return lower, False
    if token.tag == "PPOSAT":
        return lower, True
    owners = _owners(row, index)
    before = row[index - owners].tag if index >= owners else ""
    return None, owners > 0 and before not in ("ART", "APPRART")


def _owners(row: tuple[Token, ...], index: int) -> int:
    """How many tokens up to `index` name a country, a state or a city in the genitive: [Bayerns], [New Yorks]."""
    text = row[index].text
    if not text.endswith(("s", "'", "’")) or text == "US":
        return 0
    both = f"{row[index - 1].text} {text}" if index else text
    if index and is_place(both):
        return 2
    return 1 if country_code(text) or state_of(text) or is_place(text) else 0


def _is_modifier(token: Token) -> bool:
    text = token.text
    adjective = token.tag == "ADJA" and text[-1] != "."
    return adjective or bool(adjective_country(text) and text[-1] in "nremsr") or text in ("Ex", "Noch")


def as_office(office: OfficeWord | None, gender: Gender | None) -> Office | None:
    """The office of a phrase as the model has it; None for a role or none at all."""
    return office.office(gender) if office else None
