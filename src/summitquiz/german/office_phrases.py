"""The noun phrase around a name or an office: article, adjectives, country, office, and what the office is for.

"der frühere russische Außenminister" stands before the name, "Präsident der Ukraine," behind it, and between the office and
the name there may be a genitive: "der Chefunterhändler der Regierung, Humberto Pérez,".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from summitquiz.german import names
from summitquiz.german.countries import adjective_country, country_code
from summitquiz.german.offices import OfficeWord, read_office
from summitquiz.model import Gender, Office, Token

FORMER = (
    "ehemalig",
    "früher",
    "einstig",
    "vormalig",
    "gewesen",
    "abgewählt",
    "gestürzt",
    "entmachtet",
    "abgesetzt",
    "damalig",
    "verstorben",
)
_GENITIVE_ARTICLES = frozenset({"der", "des", "dieser", "dieses", "seiner", "ihrer", "seines", "ihres"})
_OF_PREPOSITIONS = frozenset({"von", "vom", "für", "in", "im", "beim", "bei", "aus", "zur", "zum", "am", "an"})
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
    office = read_office(row[index].text) if index >= 0 else None
    if office is None and not front.titled:
        return front
    return with_office(row, index, office, front) if office else _modifiers(row, front)


def with_office(row: tuple[Token, ...], index: int, office: OfficeWord, front: Front | None = None) -> Front:
    """The phrase whose office is token `index`, with what modifies it to the left."""
    front = replace(front or Front(index), start=index, office=office, at=index)
    return _modifiers(row, front)


def _modifiers(row: tuple[Token, ...], front: Front) -> Front:
    """Take adjectives, a country in the genitive and an article to the left into the phrase."""
    index = front.start - 1
    country, former = None, False
    while index >= 0 and _is_modifier(row[index]):
        country = country or adjective_country(row[index].text)
        former = former or row[index].text.lower().startswith(FORMER)
        index -= 1
    article, possessed, owner = _determiner(row, index)
    if article or possessed:
        index -= 1
    inside = article in ("im", "vom", "zum", "zur", "beim", "am")  # a preposition is no part of the phrase
    gender: Gender | None = "m" if article in _MEN else "f" if article in _WOMEN else None
    office = front.office
    if office:
        office = replace(office, country=office.country or owner or country, former=office.former or former)
    start = index + 2 if inside else index + 1
    return replace(front, start=start, office=office, gender=front.gender or gender, article=article, possessed=possessed)


def _determiner(row: tuple[Token, ...], index: int) -> tuple[str | None, bool, str | None]:
    """Article or possessive at `index`, whether it possesses, and the country that does."""
    if index < 0:
        return None, False, None
    token = row[index]
    lower = token.text.lower()
    if token.tag in ("ART", "PDAT", "APPRART") or lower in ("der", "die", "den", "dem", "des"):
        return lower, False, None
    if token.tag == "PPOSAT":
        return lower, True, None
    owner = country_code(token.text) if token.text.endswith(("s", "'", "’")) else None
    before = row[index - 1].tag if index else ""
    if owner and owner not in ("US",) and before not in ("ART", "APPRART"):
        return None, True, owner
    return None, False, None


def _is_modifier(token: Token) -> bool:
    text = token.text
    return (
        (token.tag == "ADJA" and token.text[-1] != ".")
        or bool(adjective_country(text) and text[-1] in "nremsr")
        or text in ("Ex", "Noch")
    )


def behind(row: tuple[Token, ...], index: int, office: OfficeWord) -> tuple[int, OfficeWord]:
    """Read what follows an office at `index`: genitives and prepositional phrases that say whose it is.

    Returns the last token of the phrase and the office with the country or the body it found.
    """
    end = index
    for last, words in _groups(row, index + 1):
        code = next((found for found in map(country_code, _phrases(words)) if found), None)
        code = code or next((found for found in map(adjective_country, words) if found), None)
        if code and not office.country:
            office = replace(office, country=code)
        elif not code and not office.of and last == end + len(words) + 1 and _is_body(words):
            office = replace(office, of=words[-1])
        end = last
    return end, office


def _is_body(words: list[str]) -> bool:
    return words[-1] in names.words("office_countries", "of") or (words[-1].isupper() and len(words[-1]) > 1)


def _phrases(words: list[str]) -> Iterator[str]:
    """All the words together, then each alone: "Vereinigten Staaten", "Staaten"."""
    for size in range(len(words), 0, -1):
        yield from (" ".join(words[start : start + size]) for start in range(len(words) - size + 1))


def _groups(row: tuple[Token, ...], start: int) -> Iterator[tuple[int, list[str]]]:
    """Up to three groups of (preposition, article,) adjectives and nouns: last token and the words after the article."""
    for _ in range(3):
        end, words = _group(row, start)
        if not words:
            return
        yield end, words
        start = end + 1


def _group(row: tuple[Token, ...], start: int) -> tuple[int, list[str]]:
    index = start
    opened = False
    while index < len(row) and (
        row[index].text in _GENITIVE_ARTICLES
        or row[index].text in _OF_PREPOSITIONS
        or (opened and row[index].tag in ("ART", "PPOSAT"))
    ):
        opened = True
        index += 1
    if not opened and not _is_genitive_country(row, index):
        return start, []
    begin = index
    while index < len(row) and (row[index].tag == "ADJA" or (row[index].text in ("und", "sowie") and _joins(row, index))):
        index += 1
    nouns = index
    while index < len(row) and row[index].tag in ("NN", "NE", "FM", "XY") and not (index > nouns and _may_be_name(row, index)):
        index += 1
    if index == nouns or (_may_be_name(row, nouns) and not country_code(row[nouns].text)):
        return start, []
    return index - 1, [token.text for token in row[begin:index]]


def _joins(row: tuple[Token, ...], index: int) -> bool:
    """Whether an "und" joins two adjectives of one group."""
    return index + 1 < len(row) and row[index - 1].tag == row[index + 1].tag == "ADJA"


def _is_genitive_country(row: tuple[Token, ...], index: int) -> bool:
    return index < len(row) and row[index].text.endswith("s") and bool(country_code(row[index].text))


def _may_be_name(row: tuple[Token, ...], index: int) -> bool:
    """Whether a person's name begins at `index`: a first name and another capitalised word."""
    text = row[index].text
    if not (names.is_first(text) and row[index].tag in ("NE", "FM", "XY", "NN")) or index + 1 >= len(row):
        return False
    following = row[index + 1].text
    return (following[:1].isupper() and read_office(following) is None) or following in names.words("titles", "particles")


def as_office(office: OfficeWord | None, gender: Gender | None) -> Office | None:
    """The office of a phrase as the model has it; None for a role or none at all."""
    return office.office(gender) if office else None
