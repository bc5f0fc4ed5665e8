"""Which words are names of places: countries, cities, regions, islands, waters and venues, in all their cases.

Sources: words/countries.yaml, words/regions.yaml, words/venues.yaml (own), words/spellings.yaml (own),
words/cities.txt (GeoNames, CC BY 4.0).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
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
_UNIONS = ("EU", "UN", "NATO")
_GERMAN = ("DE", "AT", "CH")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "′": "'", "`": "'", "´": "'", "\u00a0": " ", "\n": " "})
_BETWEEN = re.compile("[ ']")


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the lists. `grade`: sure; town, a small one; doubtful, also a word or a person's name."""

    toponym: Toponym
    kind: PlaceKind
    country: str | None
    grade: Grade = "sure"


@dataclass(frozen=True, slots=True)
class Found:
    """An entry as a text names it; `genitive`: with the -s of a name without article; `rule` where it is not the kind's."""

    entry: Entry
    genitive: bool = False
    rule: str | None = None


@lru_cache(maxsize=50_000)
def lookup(words: str) -> Found | None:
    """The place that these words name, exactly as they stand, in any case; None when the lists have none."""
    plain = words.translate(_PLAIN)
    entry = _exact(plain)
    bare = _exact(plain[:-1]) if plain.endswith(("s", "'")) and len(plain) > 3 else None
    if bare and (entry is None or (bare.toponym.article is None and entry.toponym.name == bare.toponym.name != plain)):
        return Found(bare, genitive=bare.toponym.article is None)
    return Found(entry) if entry else None


def is_other(words: str) -> bool:
    """Whether these words hold a place's name but name a club, a newspaper or a company."""
    return words.translate(_PLAIN) in _others()


def is_double(name: str) -> bool:
    """Whether a name joins two of the lists and is none of its own: Berlin-Kreuzberg, Berlin-Paris."""
    return "-" in name and name not in _cities() and name not in _named() and _district(name) is not None


def most_words(first: str) -> int:
    """How many tokens the longest name has that begins with this one; 1 where none has several."""
    return _heads().get(first, 1)


def _exact(words: str) -> Entry | None:
    words = lexicon.load("spellings").get(words, words)
    entry = _named().get(words)
    if entry:
        return entry
    country, kind = _cities().get(words) or (capital_country(words), "city")
    if country is None:
        return _part(words) or _district(words)
    grade: Grade = "sure" if kind == "city" else "town" if kind == "town" else "doubtful"
    return Entry(Toponym(capital_name(words)), "city", None if country == "?" else country, grade)


def _part(words: str) -> Entry | None:
    """A part of a country, region or large city by its point of the compass: Südbulgarien, West-Berlin."""
    for prefix in _prefixes():
        base = words.removeprefix(prefix).removeprefix("-").capitalize() if words.startswith(prefix) else ""
        entry = _named().get(base) or (_exact(base) if _cities().get(base, ("", ""))[1] == "city" else None)
        owned = base.endswith("s") and base[:-1] in _named()
        if entry and not owned and entry.grade == "sure" and entry.kind in ("country", "region", "city", "continent"):
            whole = entry.toponym
            return Entry(Toponym(words, whole.article, whole.preposition, state=whole.state), "region", entry.country)
    return None


def _district(words: str) -> Entry | None:
    """A part of a town, both in the lists: Berlin-Kreuzberg, Genf-Cointrin."""
    town, hyphen, part = words.partition("-")
    listed = part in lexicon.load("places")["town_parts"]
    if not hyphen or town not in _cities() or not (listed or part in _cities()):
        return None
    country, kind = _cities()[town]
    return Entry(Toponym(words), "city", country) if kind == "city" and (listed or country in _GERMAN) else None


@cache
def _prefixes() -> tuple[str, ...]:
    """Points of the compass, the longest first."""
    return tuple(sorted(lexicon.load("places")["prefixes"], key=len, reverse=True))


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
    entry = Entry(country.toponym, "country", country.code)
    yield from ((form, entry) for form in name_forms(country) if country_code(form))


def _group_forms(name: str, group: dict[str, Any], grade: Grade) -> Iterator[tuple[str, Entry]]:
    article = group.get("article")
    toponym = Toponym(name, article, group.get("preposition", "in"))
    entry = Entry(toponym, group["kind"], group.get("country"), grade)
    yield name, entry
    if article:  # without one, the name never changes but for the genitive, which `lookup` reads
        yield from ((toponym.declined(case), entry) for case in _CASES)
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
def _heads() -> Mapping[str, int]:
    """First tokens of the names that have several (with and without a full stop) → how many they have at most."""
    found: dict[str, int] = {}
    for name in (*_named(), *_cities(), *_others()):
        if " " in name or "'" in name:
            head = _BETWEEN.split(name, maxsplit=1)[0]
            size = 1 + len(_BETWEEN.findall(name)) + name.count(",") + name.count("'")
            for word in {head, head.rstrip(".,")}:
                found[word] = max(size, found.get(word, 1))
    return found


def toponym(name: str) -> Toponym | None:
    """The grammar of a place by a name that the lists or the types of building know; None for any other."""
    entry = _exact(name.translate(_PLAIN))
    if entry:
        return entry.toponym
    words = lexicon.load("places")
    begins = (*words["town_begins"], *words["far_town_begins"])
    town = name.partition(" ")[0] in begins or name.partition("-")[0] in _cities()
    return building(name) or (Toponym(name) if town and len(name.split(" ")) < 3 else None)


def building(name: str) -> Toponym | None:
    """The grammar of a name that says what building it is: "Schloss Neuburg", "Koubbeh-Palast"; None for any other."""
    types = _types()
    head, blank, last = name.partition(" ")
    if blank:
        grammar = types["building_first"].get(head) or (types["town_buildings"].get(last) if head.endswith("er") else None)
        grammar = grammar or types["building_behind"].get(name.rpartition(" ")[2])
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
    return {key: places[key] for key in ("building_first", "building_last", "building_behind", "town_buildings")}
