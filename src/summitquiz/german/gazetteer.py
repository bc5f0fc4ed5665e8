"""Which words are names of places: countries, cities, regions, islands, waters and venues, in all their cases.

Sources: words/countries.yaml, words/regions.yaml, words/venues.yaml (own), words/cities.txt (GeoNames, CC BY 4.0).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, cast

from summitquiz.german import lexicon
from summitquiz.german.countries import Country, capital_country, capital_name, countries, country_code, name_forms
from summitquiz.german.toponyms import Toponym, genitive

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from summitquiz.german.toponyms import Article
    from summitquiz.model import Case, PlaceKind

Grade = Literal["sure", "town", "doubtful"]
_CASES: tuple[Case, ...] = ("nom", "gen", "dat", "acc")
_FORMER = ("SU", "DD", "YU", "CS")
_UNIONS = ("EU", "UN", "NATO")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "′": "'", "`": "'", "´": "'", "\u00a0": " ", "\n": " "})
MOST_WORDS = 7  # no name in the lists has more


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the lists. `grade`: sure; town, a small one; doubtful, also a word or a person's name."""

    toponym: Toponym
    kind: PlaceKind
    country: str | None
    grade: Grade = "sure"
    bare: bool = True  # it also stands without its article


@dataclass(frozen=True, slots=True)
class Found:
    """An entry as a text names it; `genitive`: with the -s of a name without article; `rule` where it is not the kind's."""

    entry: Entry
    genitive: bool = False
    rule: str | None = None


def lookup(words: str) -> Found | None:
    """The place that these words name, exactly as they stand, in any case; None when the lists have none."""
    plain = words.translate(_PLAIN)
    entry = _exact(plain)
    bare = _exact(plain[:-1]) if plain.endswith(("s", "'")) and len(plain) > 3 else None
    if bare and bare.toponym.article is None and (entry is None or entry.toponym.name == bare.toponym.name != plain):
        return Found(bare, genitive=True)
    return Found(entry) if entry else None


def is_other(words: str) -> bool:
    """Whether these words hold a place's name but name a club, a newspaper or a company."""
    return words.translate(_PLAIN) in _others()


def may_start(word: str) -> bool:
    """Whether a name of several words can begin with this one."""
    return word in _heads()


def _exact(words: str) -> Entry | None:
    entry = _named().get(words)
    if entry:
        return entry
    country, kind = _cities().get(words) or (capital_country(words), "city")
    if country is None:
        return None
    grade: Grade = "sure" if kind == "city" else "town" if kind == "town" else "doubtful"
    return Entry(Toponym(capital_name(words)), "city", None if country == "?" else country, grade)


@cache
def _named() -> Mapping[str, Entry]:
    """Every form of every name but the cities'. Countries go before regions, these before venues."""
    found: dict[str, Entry] = {}
    for form, entry in _all_forms():
        found.setdefault(form, entry)
    return found


def _all_forms() -> Iterator[tuple[str, Entry]]:
    for country in countries().values():
        if country.code not in _UNIONS:
            yield from _country_forms(country)
    doubtful = set(lexicon.load("places")["doubtful"])
    for file in ("regions", "venues"):
        for group in lexicon.load(file):
            for name in group["names"]:
                yield from _group_forms(name, group, "doubtful" if name in doubtful else "sure")


def _country_forms(country: Country) -> Iterator[tuple[str, Entry]]:
    """The forms that are this country's alone: what two share (Kongo) stands among the regions."""
    entry = Entry(country.toponym, "country", country.code, bare=country.bare)
    yield from ((form, entry) for form in name_forms(country) if country_code(form))


def _group_forms(name: str, group: dict[str, Any], grade: Grade) -> Iterator[tuple[str, Entry]]:
    toponym = Toponym(name, group.get("article"), group.get("preposition", "in"))
    entry = Entry(toponym, group["kind"], group.get("country"), grade, bare=toponym.article is None)
    for case in _CASES:
        yield toponym.declined(case), entry
    yield name, entry  # without an article, adjectives end as the list has them
    if toponym.article:
        yield genitive(toponym.declined("nom")), entry


@cache
def _cities() -> Mapping[str, tuple[str, str]]:
    """Name → country code (? for several) and class."""
    found: dict[str, tuple[str, str]] = {}
    for line in lexicon.text("cities.txt").splitlines():
        if not line.startswith("#"):
            country, kind, names = line.split(" ", 2)
            found.update(dict.fromkeys(names.split(";"), (country, kind)))
    return found


@cache
def _others() -> frozenset[str]:
    return frozenset(lexicon.load("places")["others"])


@cache
def _heads() -> frozenset[str]:
    """First words of the names that have several, as a tokeniser cuts them."""
    several = re.compile(r"[ ,.'’-]")
    names = [name for name in (*_named(), *_cities(), *_others()) if several.search(name)]
    return frozenset(re.split(cut, name)[0] for name in names for cut in (r"[ ,'’]", r"[ ,.'’]"))


def toponym(name: str) -> Toponym | None:
    """The grammar of a place by a name that the lists or the types of building know; None for any other."""
    entry = _exact(name.translate(_PLAIN))
    return entry.toponym if entry else building(name)


def building(name: str) -> Toponym | None:
    """The grammar of a name that says what building it is: "Schloss Neuburg", "Koubbeh-Palast"; None for any other."""
    types = _types()
    head, blank, last = name.partition(" ")
    if blank:
        grammar = types["building_first"].get(head) or (types["town_buildings"].get(last) if head.endswith("er") else None)
    else:
        grammar = types["building_last"].get(name.rpartition("-")[2]) if "-" in name else None
    if not grammar:
        return None
    article, _, preposition = grammar.partition(" ")
    return Toponym(name, cast("Article", article), preposition or "in", fixed=True)


@cache
def _types() -> Mapping[str, Mapping[str, str]]:
    """The types of building, before and behind a name, with their grammar."""
    places = lexicon.load("places")
    return {key: places[key] for key in ("building_first", "building_last", "town_buildings")}
