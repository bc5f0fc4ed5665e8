"""Where a name really begins in a run of words tagged as names: not at a noun, and not at a city that stands before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.german import names
from summitquiz.german.offices import read_office
from summitquiz.german.place_words import is_place

if TYPE_CHECKING:
    from summitquiz.model import Token

LONGEST_FIRST_NAME = 9  # letters of one that our lists may lack


def true_start(row: tuple[Token, ...], first: int, last: int) -> int:
    """The token with which the name in `first` to `last` begins."""
    return _without_role(row, _without_city(row, first, last), last)


def _without_role(row: tuple[Token, ...], first: int, last: int) -> int:
    """Where the name really begins when a noun tagged as a name stands before it: [Studioleiterin] Anne Reidt."""
    text = row[first].text
    if last - first < 2 or not names.is_first(row[first + 1].text) or names.is_first(text) or row[first].tag == "FM":
        return first
    if names.is_initial(text) or text in names.words("titles", "family_first", "particles"):
        return first
    noun = text not in names.surnames() and (text.endswith(("r", "n")) or len(text) > LONGEST_FIRST_NAME)
    return first + 1 if noun or read_office(text) else first


def _without_city(row: tuple[Token, ...], first: int, last: int) -> int:
    """Where the name begins when a city stands before it: der Bürgermeister von [New York] Michael Bloomberg."""
    for size in (3, 2, 1):
        rest = first + size
        city = " ".join(token.text for token in row[first:rest])
        if rest < last and is_place(city) and names.is_first(row[rest].text) and not (size == 1 and names.is_first(city)):
            return rest
    return first
