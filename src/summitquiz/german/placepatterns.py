"""Names of places that no list holds but whose shape tells them: "Schloss Neuburg", "Koubbeh-Palast", "Wiener Rathaus",
"Schillerstraße", and "Nord-" before "und Südkorea"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from summitquiz.german import gazetteer
from summitquiz.german.countries import adjective_country, capital, country_code
from summitquiz.german.gazetteer import Entry, Found
from summitquiz.german.placegrammar import words
from summitquiz.german.toponyms import Toponym

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.model import PlaceKind, Span, Token


def shaped(text: str, tokens: Sequence[Token], position: int, taken: Sequence[Span]) -> tuple[Found, int] | None:
    """The place that the words from token `position` on make by their shape, and the token after it; None if they make none."""
    token = tokens[position]
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    if following is not None and _adjoins(token, following) and not any(following.span.overlaps(name) for name in taken):
        two = text[token.span.start : following.span.end]
        if _typed(token, following) or _adjectival(token, following):
            return _building(two), position + 2
    capital = _capital(tokens, position)
    if capital:
        return capital
    typed = _after_type(text, tokens, position, taken)
    if typed:
        return typed
    if token.text.endswith("-"):
        return _halved(tokens, position)
    if _hyphened(token.text):
        return _building(token.text), position + 1
    if _street(token.text):
        street = Toponym(token.text, "die" if _feminine(token.text) else "der")
        return Found(Entry(street, "other", None), rule="de.place.street"), position + 1
    return None


def _adjoins(token: Token, following: Token) -> bool:
    return token.span.end + 1 == following.span.start and following.text[0].isupper()


def _typed(token: Token, following: Token) -> bool:
    """Schloss Neuburg, Hotel Adlon."""
    return token.text in words()["building_first"] and following.tag in ("NE", "FM") and following.text.isalpha()


def _adjectival(token: Token, following: Token) -> bool:
    """Wiener Rathaus, Pariser Platz: an adjective of a city, and what stands in one."""
    return (
        token.text.endswith("er")
        and following.text in words()["town_buildings"]
        and token.tag in ("ADJA", "NE", "NN")
        and len(token.text) > 4
    )


def _hyphened(word: str) -> bool:
    """Koubbeh-Palast, Konrad-Adenauer-Haus: a name, a hyphen, a type of building."""
    head, _, last = word.rpartition("-")
    return last in words()["building_last"] and head[:1].isupper() and not head.isupper() and head not in words()["no_names"]


def _building(name: str) -> Found:
    toponym = gazetteer.building(name) or Toponym(name, "das")
    street = name.endswith(_street_endings())
    return Found(Entry(toponym, "other" if street else "building", None), rule="de.place.street" if street else None)


def _street(word: str) -> bool:
    lower = word.lower()
    return (
        word[0].isupper()
        and lower.endswith(_street_endings())
        and not lower.endswith(_common_streets())
        and lower not in _street_endings()
    )


def _feminine(word: str) -> bool:
    return word.endswith(("straße", "strasse", "gasse", "allee", "chaussee", "promenade"))


@cache
def _street_endings() -> tuple[str, ...]:
    return tuple(words()["street_endings"])


@cache
def _common_streets() -> tuple[str, ...]:
    return tuple(words()["common_streets"] - words()["street_endings"])


def _halved(tokens: Sequence[Token], position: int) -> tuple[Found, int] | None:
    """Nord- in "Nord- und Südkorea"."""
    first = tokens[position].text[:-1]
    if (
        first not in words()["prefixes"]
        or position + 2 >= len(tokens)
        or tokens[position + 1].text not in ("und", "oder", "bis", "sowie")
    ):
        return None
    second = tokens[position + 2].text
    base = next((second[len(prefix) :] for prefix in words()["prefixes"] if second.startswith(prefix)), "")
    found = gazetteer.lookup(first + base) if base else None
    return (found, position + 1) if found else None


def _capital(tokens: Sequence[Token], position: int) -> tuple[Found, int] | None:
    """The capital in "der deutschen Hauptstadt", "Ägyptens Hauptstadt", "der Hauptstadt Vietnams", where no name follows."""
    if tokens[position].text != "Hauptstadt":
        return None
    before, after = tokens[position - 1] if position else None, tokens[position + 1] if position + 1 < len(tokens) else None
    if after is not None and after.text[0].isupper():
        owner = after.text if after.text.endswith("s") else ""
        code, last = country_code(owner), position + 2
    else:
        code, last = (adjective_country(before.text) or country_code(before.text)) if before else None, position + 1
    city = capital(code) if code else None
    found = gazetteer.lookup(city) if city and code not in ("SU", "DD", "YU", "CS") else None
    return (Found(found.entry, rule="de.place.capital"), last) if found else None


def _after_type(text: str, tokens: Sequence[Token], position: int, taken: Sequence[Span]) -> tuple[Found, int] | None:
    """An unknown proper noun, or two, after its type: "auf der Insel Nias", "in der Kleinstadt San Marcos"."""
    kind = _kind(tokens[position - 1]) if position else None
    if kind is None or not _proper(tokens[position], taken):
        return None
    last = position + 1
    if last < len(tokens) and _proper(tokens[last], taken):
        last += 1
    name = text[tokens[position].span.start : tokens[last - 1].span.end]
    toponym = Toponym(name, preposition="auf" if kind == "island" else "in")
    return Found(Entry(toponym, kind, None), rule="de.place.typed"), last


def _proper(token: Token, taken: Sequence[Span]) -> bool:
    plain = token.tag == "NE" and token.text[0].isupper() and not token.text.isupper()
    return plain and not any(token.span.overlaps(name) for name in taken)


def _kind(token: Token) -> PlaceKind | None:
    """The kind of place that a noun makes of the name behind it: Insel, Kleinstadt, Provinz."""
    lower = token.text.lower()
    if token.tag != "NN" or not token.text[0].isupper():
        return None
    return next((kind for kind, endings in words()["typed"].items() if lower.endswith(tuple(endings))), None)
