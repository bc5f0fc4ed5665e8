"""A name with its phrase, and the office that may follow it: Wolodymyr Selenskyj, Präsident der Ukraine, …"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summitquiz.german import names
from summitquiz.german.countries import country_code
from summitquiz.german.office_attributes import behind
from summitquiz.german.office_phrases import with_office
from summitquiz.german.offices import OfficeWord, read_office

if TYPE_CHECKING:
    from summitquiz.german.chains import Chain
    from summitquiz.german.office_phrases import Front
    from summitquiz.model import Token

CLOSERS = frozenset({",", ".", "(", ")", ":", ";", "–", "-", "!", "?", "alias"})
FARTHEST_OFFICE = 6  # tokens between the comma and the office of an apposition


@dataclass(frozen=True, slots=True)
class Named:
    """A chain held for a person's name: the phrase around it, and the rule that says so."""

    chain: Chain
    front: Front
    rule: str
    end: int  # the phrase's last token


def with_apposition(named: Named) -> Named:
    """Add the office that follows a name: Wolodymyr Selenskyj, Präsident der Ukraine, …"""
    row, index = named.chain.tokens, named.chain.last + 1
    if named.front.office or index + 1 >= len(row):
        return named
    index = over_bracket(row, index - 1) + 1
    if index >= len(row):
        return named
    if row[index].text != ",":
        return named
    for position in range(index + 1, min(index + FARTHEST_OFFICE, len(row))):
        office = read_office(row[position].text)
        if office and not office.role:
            return _closed_apposition(named, index, position, office)
        owner = row[position].text.endswith("s") and country_code(row[position].text)  # Macron, Frankreichs Präsident,
        if row[position].tag not in ("ART", "ADJA", "PPOSAT") and not owner:
            return named
    return named


def agrees(chain: Chain, office: OfficeWord) -> bool:
    """Whether the first name's gender is not against the office's: in "Angela Merkel, der Präsident und …" it is."""
    gender = chain.gender()
    return gender is None or office.gender in (None, "n", gender)


def goes_on(chain: Chain) -> bool:
    """Whether a comma and another name or office follow, so that the name is one of a list and no apposition."""
    return _lists_on(chain.tokens, chain.last + 1)


def _lists_on(row: tuple[Token, ...], comma: int) -> bool:
    """Whether token `comma` is one and a name or an office follows it."""
    if comma + 1 >= len(row) or row[comma].text != ",":
        return False
    following = row[comma + 1]
    return following.tag == "NE" or names.is_first(following.text) or read_office(following.text) is not None


def over_bracket(row: tuple[Token, ...], end: int) -> int:
    """The last token of one word in brackets that follows token `end`, or `end`: Merkel (CDU), die Atombehörde (IAEA)."""
    bracket = end + 3 < len(row) and row[end + 1].text == "(" and row[end + 3].text == ")"
    return end + 3 if bracket else end


def _whose(row: tuple[Token, ...], end: int) -> int:
    """The last token of the person behind an office whose it is: der Berater [von Ministerpräsident Abiy Ahmed]; else `end`."""
    opened = end + (row[end + 1 : end + 2] != () and row[end + 1].text == "von")
    if opened == end and (row[end - 1].text != "von" or not _of_person(row[end])):
        return end
    last = opened
    while last + 1 < len(row) and _of_person(row[last + 1]):
        last += 1
    return last if last > opened else end


def _of_person(token: Token) -> bool:
    return token.tag == "NE" or (token.tag == "NN" and read_office(token.text) is not None)


def _closed_apposition(named: Named, comma: int, position: int, office: OfficeWord) -> Named:
    row = named.chain.tokens
    end, office = behind(row, position, office)
    front = with_office(row, position, office)
    end = _whose(row, end)
    closed = end + 1 >= len(row) or row[end + 1].text in CLOSERS
    if not agrees(named.chain, office) or _lists_on(row, end + 1):
        return named
    if not closed or front.start != comma + 1 or office.number == "pl" or (front.article in ("die",) and office.gender == "m"):
        return named
    return replace(named, front=replace(front, start=named.front.start), end=end)
