"""What office a colleague holds: in "Außenministerin X traf ihren türkischen Amtskollegen Y", Y is foreign minister."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summitquiz.german.names import words
from summitquiz.german.office_holders import full_name, holder_country, terms_of
from summitquiz.german.offices import is_unique, read_office
from summitquiz.model import Office

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summitquiz.german.appositions import Named
    from summitquiz.german.offices import OfficeWord
    from summitquiz.model import PartialDate


def with_colleagues(found: Iterable[Named], published: PartialDate | None) -> list[Named]:
    """Give a minister's colleague from another country the same office, if it can be no other's.

    Whom a chancellor or a president calls a colleague may bear another title at home: he has the same office where the list of
    office holders knows him in it, no later than the article was `published`, else none.
    """
    named_all = list(found)
    offices = [n.front.office for n in named_all if n.front.office and not n.front.office.role]
    read: list[Named] = []
    for named in named_all:
        own = named.front.office
        if own is not None and _is_colleague(own):
            office = _office_of(named, own, read) or _listed(named, own, offices, published) or replace(own, role=True)
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
    return replace(_at_home(first), country=own.country, gender=own.gender, number=own.number)


def _listed(named: Named, own: OfficeWord, offices: list[OfficeWord], published: PartialDate | None) -> OfficeWord | None:
    """The one of an article's offices in which the list of office holders knows the colleague, in his country."""
    name = " ".join(named.chain.words)
    for office in offices:
        for one in (office, _at_home(office)):
            country = own.country or holder_country(one.masculine, name)
            borne = full_name(Office(one.masculine, country), published, name) if country and " " not in name else None
            terms = terms_of(Office(one.masculine, country), borne or name) if country else []
            if any(published is None or int(start[:4]) <= published.year for start, _ in terms):
                return replace(one, country=country, gender=own.gender, number=own.number, former=False, of=None)
    return None


def _at_home(office: OfficeWord) -> OfficeWord:
    """An office without what only a federal republic calls it."""
    masculine, feminine = (title.removeprefix("Bundes").capitalize() for title in (office.masculine, office.feminine))
    return replace(office, masculine=masculine, feminine=feminine)


def _is_office(word: str) -> bool:
    office = read_office(word)
    return office is not None and not office.role


def _is_colleague(office: OfficeWord) -> bool:
    return office.masculine.lower() in words("offices", "colleagues")
