"""Cities that a noun points back to: "in der usbekischen Stadt", where the article has named one city of that country."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from summitquiz.german.countries import adjective_country
from summitquiz.german.placegrammar import words
from summitquiz.model import Kind, Mention, Place, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summitquiz.model import Document, Token

_NAMES = {"NE", "FM"}


def told_cities(document: Document, places: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions of such cities. `places`: those that the article names."""
    for sentence in document.sentences:
        for i, (adjective, noun) in enumerate(pairwise(sentence.tokens)):
            country = adjective_country(adjective.text) if adjective.tag == "ADJA" and _is_city(noun.text) else None
            behind = sentence.tokens[i + 2 : i + 3]
            if country is None or (behind and behind[0].tag in _NAMES):
                continue
            start, names = _phrase(sentence.tokens, i), _named(places, country, noun.span.start)
            if start is not None and len(names) == 1:
                place = Place(names.pop(), "city", Span(start, noun.span.end), country, "in", country)
                yield Mention(noun.span, Kind.PLACE, place, "de.place.told")


def _is_city(noun: str) -> bool:
    return noun == "Stadt" or (noun.endswith("stadt") and noun not in words()["no_cities"])


def _phrase(tokens: Sequence[Token], adjective: int) -> int | None:
    """Where "in der" before an adjective starts; None where something else stands there."""
    if adjective < 2 or [t.text.lower() for t in tokens[adjective - 2 : adjective]] != ["in", "der"]:
        return None
    return tokens[adjective - 2].span.start


def _named(places: Sequence[Mention], country: str, before: int) -> set[str]:
    """The cities of a country that were named before an offset."""
    values = (m.value for m in places if m.span.start < before and isinstance(m.value, Place))
    return {place.name for place in values if place.kind == "city" and place.country == country}
