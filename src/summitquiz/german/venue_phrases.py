"""Venues that a whole phrase names: "in der österreichischen Botschaft", "in der Aula der Universität Zürich",
"im Restaurant „Zur Post“", "im Präsidentenpalast". Words: words/places.yaml.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.german.countries import adjective_country
from summitquiz.german.placegrammar import words
from summitquiz.german.segments import QUOTES
from summitquiz.model import Kind, Mention, Place, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summitquiz.model import Document, PlaceKind, Token

RULE = "de.place.venue"
_PREPOSITIONS = {"im": "in", "am": "an", "in": "in", "auf": "auf", "an": "an"}
_DATIVE = {"der", "dem"}
_GENITIVE = {"der", "des"}
_NAMED = {"NE", "FM"}
_LONGEST_QUOTE = 6  # words of a venue's name in quotation marks


def find_venues(document: Document, known: Iterable[Mention]) -> list[Mention]:
    """The venues of a document in text order. `known`: the persons and places found before, which no venue's name takes in."""
    mentions = list(known)
    people = [m.span for m in mentions if m.kind is Kind.PERSON]
    buildings = [m.span for m in mentions if isinstance(m.value, Place) and m.value.kind in {"building", "other"}]
    text = document.article.text
    found = (_venue(text, s.tokens, i, people) for s in document.sentences for i in range(len(s.tokens) - 1))
    return [m for m in found if m and not any(m.span.start == b.start or m.span.end == b.start for b in buildings)]


def _venue(text: str, tokens: Sequence[Token], i: int, people: Sequence[Span]) -> Mention | None:
    """The venue whose phrase opens with the preposition at `i`."""
    preposition = _PREPOSITIONS.get(tokens[i].text.lower())
    first = i + 1 if tokens[i].text.lower() in {"im", "am"} else i + 2
    if preposition is None or (first == i + 2 and tokens[i + 1].text.lower() not in _DATIVE):
        return None
    noun = next((k for k in range(first, len(tokens)) if tokens[k].tag != "ADJA"), len(tokens))
    if noun == len(tokens) or not _is_venue(tokens[noun]):
        return None
    end = _complement(tokens, noun + 1, people)
    if not (end > noun + 1 or _alone(tokens[noun].text) or any(map(_tells, tokens[first:noun]))):
        return None
    span = Span(tokens[first].span.start, tokens[end - 1].span.end)
    phrase = Span(tokens[i].span.start, span.end)
    kind: PlaceKind = "other" if tokens[noun].text.lower().endswith(tuple(words()["no_buildings"])) else "building"
    return Mention(span, Kind.PLACE, Place(span.of(text), kind, phrase, preposition=preposition), RULE)


def _is_venue(token: Token) -> bool:
    if token.text in words()["no_venues"]:
        return False
    return token.tag in {"NN", "NE"} and token.text.lower().endswith(tuple(words()["venues"]))


def _alone(noun: str) -> bool:
    """Whether a compound says which venue it is without more: Präsidentenpalast, Kreishaus."""
    return noun in words()["venues_known"] or any(
        noun.lower().endswith(end) and len(noun) > len(end) for end in words()["venues_alone"]
    )


def _tells(adjective: Token) -> bool:
    """Whether an adjective says of which country or town, or makes a name: österreichisch, Osloer, Alter, sogenannt."""
    return adjective.text[0].isupper() or bool(adjective_country(adjective.text)) or adjective.text.startswith("sogenannt")


def _complement(tokens: Sequence[Token], start: int, people: Sequence[Span]) -> int:
    """The index behind what names a venue after its noun: a name, one in quotation marks, a genitive; `start` without one."""
    here = tokens[start] if start < len(tokens) else None
    if here is None or any(here.span.overlaps(person) for person in people):
        return start
    if here.text in QUOTES:
        closing = next(
            (k for k in range(start + 1, min(start + _LONGEST_QUOTE + 2, len(tokens))) if tokens[k].text in QUOTES), 0
        )
        return closing + 1 if closing > start + 1 else start
    if here.tag in _NAMED:
        return _run(tokens, start, people)
    if here.text in _GENITIVE:
        noun = next((k for k in range(start + 1, len(tokens)) if tokens[k].tag != "ADJA"), len(tokens))
        named = noun < len(tokens) and tokens[noun].tag in {"NN", "NE"}
        return _run(tokens, noun + 1, people) if named else start
    if here.text == "von" and start + 1 < len(tokens) and tokens[start + 1].tag == "NE":
        end = _run(tokens, start + 1, people)
        return end if end > start + 1 else start
    return start


def _run(tokens: Sequence[Token], start: int, people: Sequence[Span]) -> int:
    """The index behind the proper nouns that follow each other from `start` on."""
    k = start
    while k < len(tokens) and tokens[k].tag in _NAMED and not any(tokens[k].span.overlaps(p) for p in people):
        k += 1
    return k
