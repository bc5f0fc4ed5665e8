"""What office a colleague holds: in "Außenministerin X traf ihren türkischen Amtskollegen Y", Y is foreign minister."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summitquiz.german.names import words
from summitquiz.german.offices import is_unique, read_office

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summitquiz.german.appositions import Named
    from summitquiz.german.offices import OfficeWord


def with_colleagues(found: Iterable[Named]) -> list[Named]:
    """Give a minister's colleague from another country the same office, if it can be no other's; other colleagues have none.

    Only ministers: whom a chancellor or a president calls a colleague may bear another title at home.
    """
    read: list[Named] = []
    for named in found:
        own = named.front.office
        if own is not None and _is_colleague(own):
            office = _office_of(named, own, read) or replace(own, role=True)
            named = replace(named, front=replace(named.front, office=office))
        read.append(named)
    return read


def _office_of(named: Named, own: OfficeWord, before: list[Named]) -> OfficeWord | None:
    """The ministry of everybody who is named before the colleague in the sentence; None where there are two, or none."""
    others = [other for other in before if other.chain.tokens is named.chain.tokens]
    offices = [other.front.office for other in others if other.front.office and not other.front.office.role]
    if not offices or len(offices) < len(others) or len({office.masculine for office in offices}) > 1:
        return None
    first = offices[0]
    between = named.chain.tokens[others[-1].chain.last + 1 : named.front.start]
    minister = first.masculine.endswith("minister") and is_unique(first.masculine) and first.masculine != "Premierminister"
    if own.country is None or not minister or first.former or first.of or any(_is_office(token.text) for token in between):
        return None
    titles = (first.masculine, first.feminine)
    masculine, feminine = ((title.removeprefix("Bundes")).capitalize() for title in titles)
    return replace(first, masculine=masculine, feminine=feminine, country=own.country, gender=own.gender, number=own.number)


def _is_office(word: str) -> bool:
    office = read_office(word)
    return office is not None and not office.role


def _is_colleague(office: OfficeWord) -> bool:
    return office.masculine.lower() in words("offices", "colleagues")
