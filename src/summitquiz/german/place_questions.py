"""The question word for a place: "Wo", "In welchem Land", "Auf welcher Insel", "In welche Stadt"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summitquiz.german import gazetteer, lexicon
from summitquiz.german.countries import capital

if TYPE_CHECKING:
    from summitquiz.model import Gender, Place

_WHITHER: dict[str, str] = {"city": "In welche Stadt", "country": "In welches Land", "region": "In welche Region"}
_MISSING: dict[str, str] = {
    "building": "Welches Gebäude",
    "country": "Welches Land",
    "region": "Welche Region",
    "island": "Welche Insel",
}
_VISITED: dict[str, str] = {**_MISSING, "city": "Welche Stadt"}
_WHICH: dict[Gender, str] = {"m": "welchem", "n": "welchem", "f": "welcher"}
_RANKED = re.compile(r"(?:(im|am)|(in|auf|an) (?:der|dem)) (?:[a-zäöüß]+en )*([A-ZÄÖÜ][\w-]+) ")
_FULL = {"im": "In", "am": "An"}


def place_question(place: Place, words: str, *, whither: bool, indoors: bool = False, exact: bool = False) -> str:
    """The question word for a place that the article calls by these words, with their preposition.

    A country is not asked with "wo", which a city in it would answer as well; nor is what the words call an island or a state.
    `indoors`: it is a building; `exact`: the article has another answer to "wo" as well, a building or a country.
    """
    if whither:
        return _WHITHER.get(place.kind, "Wohin")
    city_state = place.country is not None and capital(place.country) == place.name
    if place.kind == "country" and place.preposition == "in" and not city_state:
        return "In welchem Land"
    if indoors and not place.name.lower().endswith(tuple(lexicon.load("places")["outdoors"])):
        return "In welchem Gebäude"
    if place.kind == "building":
        return "Wo genau"  # "am Flughafen": of its city, too, it would be right to say so
    part = gazetteer.lookup(place.name.partition("-")[0]) is not None and "-" in place.name  # "in Wien-Meidling"
    exact = exact and not part
    return _by_rank(words) or (_by_size(place) if exact and place.kind == "city" and place.preposition == "in" else "Wo")


def missing_place(place: Place) -> str:
    """What is missing where a sentence has a gap for a place: "Welche Stadt"."""
    if place.kind == "city":
        return "Welcher Ort" if _is_town(place) else "Welche Stadt"
    return _MISSING.get(place.kind, "Welche Ortsangabe")


def visited_place(place: Place) -> str:
    """What asks for a place that somebody visited, where its kind is known: "Welches Land"."""
    if place.kind == "building":
        return "Was"
    return "Welchen Ort" if place.kind == "city" and _is_town(place) else _VISITED.get(place.kind, "")


def _by_size(place: Place) -> str:
    """ "In welchem Ort" for a small town."""
    return "In welchem Ort" if _is_town(place) else "In welcher Stadt"


def _is_town(place: Place) -> bool:
    found = gazetteer.lookup(place.name)
    return found is None or found.entry.grade == "town"


def _by_rank(words: str) -> str:
    """ "Auf welcher Insel" for "auf der Insel Nias"; "" where the words do not say what the place is."""
    found = _RANKED.match(f"{words[0].lower()}{words[1:]} ")
    rank = found[3] if found else ""
    genders: dict[str, Gender] = lexicon.load("places")["ranks"]
    gender = genders.get(rank.rpartition("-")[2])
    if found is None or gender is None or words.endswith(rank):
        return ""
    return f"{_FULL.get(found[1], '') or found[2].capitalize()} {_WHICH[gender]} {rank}"
