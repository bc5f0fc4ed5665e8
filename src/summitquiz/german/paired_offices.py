"""Offices in the plural of several countries, and in the same order those who hold them: "die Außenminister der USA und
Russlands, Antony Blinken und Sergej Lawrow"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from summitquiz.german.countries import country_code
from summitquiz.german.office_phrases import Front
from summitquiz.german.offices import OfficeWord, read_office

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.appositions import Named
    from summitquiz.model import Token

_FARTHEST = 14  # tokens between the office and the first name
_LEAST = 4  # tokens before that name: the office, two countries, a comma
_BETWEEN = frozenset(("von", "der", "des", "und", "sowie", ","))
_PLURAL = frozenset(("die", "den", "der"))
_AND = frozenset(("und", "sowie"))


def with_paired_offices(found: Sequence[Named]) -> list[Named]:
    """The names in text order, those of such a list with their office; the names must be as many as the countries."""
    paired = list(found)
    for i, first in enumerate(found):
        office, codes = _offices_before(first.chain.tokens, first.chain.first)
        row = found[i : i + len(codes)]
        if office and len(codes) > 1 and len(row) == len(codes) and _is_list(row):
            for k, code in enumerate(codes):
                gender = row[k].chain.gender() or office.gender  # "die Außenminister": no plural tells of its women
                one = replace(office, country=code, number=None, gender=gender)
                paired[i + k] = replace(found[i + k], front=Front(row[k].chain.first, one))
    return paired


def _offices_before(row: Sequence[Token], name: int) -> tuple[OfficeWord | None, list[str]]:
    """The office in the plural whose countries end at the comma before a name, and their codes; none for anything else."""
    codes: list[str] = []
    if name < _LEAST or row[name - 1].text != ",":
        return None, []
    k = name - 2
    while k >= max(0, name - _FARTHEST):
        word = row[k].text
        double = country_code(f"{row[k - 1].text} {word}")  # Vereinigten Staaten
        if code := double or country_code(word):
            codes.insert(0, code)
        elif (office := read_office(word)) and not office.role:
            article = row[k - 1].text.lower() if k else ""
            plural = office.number == "pl" or (office.number is None and article in _PLURAL)
            return (office, codes) if plural else (None, [])
        elif word not in _BETWEEN:
            break
        k -= 2 if double else 1
    return None, []


def _is_list(row: Sequence[Named]) -> bool:
    """Whether bare names follow each other with commas, the last behind "und"."""
    tokens = row[0].chain.tokens
    if any(named.chain.tokens is not tokens or named.front.office for named in row):
        return False
    marks = [tokens[a.chain.last + 1].text for a, b in pairwise(row) if b.chain.first == a.chain.last + 2]
    return len(marks) == len(row) - 1 and marks[-1] in _AND and all(mark == "," for mark in marks[:-1])
