"""What office a colleague holds: in "Außenministerin X traf ihren türkischen Amtskollegen Y", Y is foreign minister."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summitquiz.german.names import words
from summitquiz.german.offices import read_office

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summitquiz.german.appositions import Named
    from summitquiz.german.offices import OfficeWord


def with_colleagues(found: Iterable[Named]) -> list[Named]:
    """Give colleagues of another country the office that stands before them in their sentence, if it can be no other's."""
    read: list[Named] = []
    for named in found:
        office = _office_of(named, read)
        read.append(replace(named, front=replace(named.front, office=office)) if office else named)
    return read


def _office_of(named: Named, before: list[Named]) -> OfficeWord | None:
    """The office of everybody who is named before the colleague in the sentence; None where there are two, or none."""
    own = named.front.office
    if own is None or own.country is None or not _is_colleague(own):
        return None
    others = [other for other in before if other.chain.tokens is named.chain.tokens]
    offices = [other.front.office for other in others if other.front.office and not other.front.office.role]
    if not offices or len(offices) < len(others) or len({office.masculine for office in offices}) > 1:
        return None
    between = named.chain.tokens[others[-1].chain.last + 1 : named.front.start]
    if offices[0].former or offices[0].of or _is_colleague(offices[0]) or any(_is_office(token.text) for token in between):
        return None
    return replace(offices[0], country=own.country, gender=own.gender, number=own.number)


def _is_office(word: str) -> bool:
    office = read_office(word)
    return office is not None and not office.role


def _is_colleague(office: OfficeWord) -> bool:
    return office.masculine.lower() in words("offices", "colleagues")
