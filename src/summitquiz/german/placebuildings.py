"""Buildings, streets and squares by the shape of their names: "Schloss Neuburg", "Koubbeh-Palast", "Wiener Rathaus",
"Schillerstraße"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from summitquiz.german import gazetteer
from summitquiz.german.gazetteer import Entry, Found
from summitquiz.german.placegrammar import words
from summitquiz.german.toponyms import Toponym

if TYPE_CHECKING:
    from summitquiz.model import Token

_FEMININE = ("straße", "strasse", "gasse", "allee", "chaussee", "promenade")


def typed(name: str, following: Token) -> Found | None:
    """Schloss Neuburg, Hotel Adlon: a type of building and the proper noun behind it; None for any other pair."""
    head = name.partition(" ")[0]
    fits = head in words()["building_first"] and following.tag in ("NE", "FM") and following.text.isalpha()
    return _building(name) if fits else None


def headed(name: str) -> Found | None:
    """Lancaster House, Bella Center: names that end with a foreign word for a building; None for any other words."""
    return _building(name) if name.rpartition(" ")[2] in words()["building_behind"] else None


def of_town(token: Token, following: Token) -> Found | None:
    """Wiener Rathaus, Pariser Platz: a town's adjective, and what stands in a town; None for any other pair."""
    if following.text not in words()["town_buildings"] or not token.text.endswith("er") or len(token.text) < 5:
        return None
    known = token.tag in ("ADJA", "NE") or _adjective_of_town(token.text)
    return _building(f"{token.text} {following.text}") if known else None


def _adjective_of_town(word: str) -> bool:
    stem = word.removesuffix("er")
    return any(gazetteer.lookup(name) for name in (stem, f"{stem}en", f"{stem[:-1]}en", f"{stem}e"))


def one_word(word: str) -> Found | None:
    """Koubbeh-Palast, Konrad-Adenauer-Haus, Schillerstraße, Brahmsplatz; None for any other word."""
    head, _, last = word.rpartition("-")
    named = head[:1].isupper() and not head.isupper() and head not in words()["no_names"]
    if last in words()["building_last"] and named:
        return _building(word)
    if _is_street(word.lower()) and word[0].isupper():
        street = Toponym(word, "die" if word.endswith(_FEMININE) else "der")
        return Found(Entry(street, "other", None), rule="de.place.street")
    return None


def _building(name: str) -> Found | None:
    toponym = gazetteer.building(name)
    if toponym is None:
        return None
    if name.lower().endswith(tuple(words()["street_endings"])):
        return Found(Entry(toponym, "other", None), rule="de.place.street")
    return Found(Entry(toponym, "building", None))


def _is_street(lower: str) -> bool:
    endings = words()["street_endings"]
    return lower.endswith(tuple(endings)) and lower not in endings and not lower.endswith(_common())


@cache
def _common() -> tuple[str, ...]:
    return tuple(words()["common_streets"] - words()["street_endings"])
