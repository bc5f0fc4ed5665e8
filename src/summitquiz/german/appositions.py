"""A name with its phrase, and the office that may follow it: Wolodymyr Selenskyj, Präsident der Ukraine, …"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summitquiz.german.office_attributes import behind
from summitquiz.german.office_phrases import with_office
from summitquiz.german.offices import OfficeWord, read_office

if TYPE_CHECKING:
    from summitquiz.german.chains import Chain
    from summitquiz.german.office_phrases import Front

CLOSERS = frozenset({",", ".", "(", ")", ":", ";", "–", "-", "!", "?"})
FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN"})
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
    if row[index].text == "(" and index + 3 < len(row) and row[index + 2].text == ")":
        index += 3
    if row[index].text != ",":
        return named
    for position in range(index + 1, min(index + FARTHEST_OFFICE, len(row))):
        office = read_office(row[position].text)
        if office and not office.role:
            return _closed_apposition(named, index, position, office)
        if row[position].tag not in ("ART", "ADJA", "PPOSAT"):
            return named
    return named


def _closed_apposition(named: Named, comma: int, position: int, office: OfficeWord) -> Named:
    row = named.chain.tokens
    end, office = behind(row, position, office)
    front = with_office(row, position, office)
    closed = end + 1 >= len(row) or row[end + 1].text in CLOSERS
    if not closed or front.start != comma + 1 or office.number == "pl" or (front.article in ("die",) and office.gender == "m"):
        return named
    return replace(named, front=replace(front, start=named.front.start), end=end)
