"""Countries and unions: names, adjectives and inhabitants to codes, and codes back to German.

Codes are ISO 3166-1 alpha-2, with XK for Kosovo, SU, DD, YU and CS for former states, and EU, UN and NATO for the unions.
The data and its source: words/countries.yaml. A word that two states share (Kongo, kongolesisch) has no code.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from summitquiz.errors import FormError
from summitquiz.german import lexicon
from summitquiz.german.toponyms import Toponym, genitive

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from summitquiz.model import Case

_CASES: tuple[Case, ...] = ("nom", "gen", "dat", "acc")
_ADJECTIVE_ENDINGS = ("", "e", "en", "er", "em", "es")


@dataclass(frozen=True, slots=True)
class Country:
    """A row of words/countries.yaml; `names`: other names, `capitals`: every spelling, `seats`: other seats of government."""

    code: str
    toponym: Toponym
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capital: str | None
    capitals: tuple[str, ...]
    seats: tuple[str, ...]
    former: bool  # it is no more
    renamed: tuple[str, str]  # the day of its new name and the adjective before it; empty ones where it kept its name


@cache
def countries() -> Mapping[str, Country]:
    """All countries and unions by code."""
    return {row["code"]: _country(row) for row in lexicon.load("countries")}


def adjective_country(word: str) -> str | None:
    """The country of an adjective in any inflection: "russischen", "Russische", "US-amerikanischer", "Schweizer" → code."""
    index = _adjectives()
    if word in index:
        return index[word]
    lower = word.lower()
    return next((index[stem] for stem in _stems(lower) if stem in index), None)


def country_code(name: str) -> str | None:
    """The code of a country's name, in any case: "Nordkoreas", "US", "Vereinigten Staaten", "Niederlanden"."""
    return _names().get(name.replace("’", "'"))


def demonym_country(word: str) -> str | None:
    """The country of an inhabitant's name, any gender, number and case: "Russin", "Amerikanern", "Deutschen"."""
    return _demonyms().get(word)


def country_name(code: str) -> str:
    """The name that we write for a code: "Russland", "USA". Raises FormError for an unknown code."""
    return _country_of(code).toponym.name


def country_genitive(code: str) -> str:
    """The country in the genitive, with its article: "Russlands", "der USA", "des Irak". Raises FormError if unknown."""
    return _country_of(code).toponym.genitive()


def adjective(code: str, on: str = "") -> str:
    """The adjective's stem, as it was written `on` a date in ISO form: "russisch". Raises FormError for an unknown code, or one
    without an adjective (EU)."""
    country = _country_of(code)
    if not country.adjectives:
        raise FormError(f"no adjective is known for {code}")
    until, earlier = country.renamed
    return earlier if on and on < until else country.adjectives[0]


def is_former(code: str) -> bool:
    """Whether a country is no more. Raises FormError for an unknown code."""
    return _country_of(code).former


def capital(code: str) -> str | None:
    """The capital in German spelling, None where there is none. Raises FormError for an unknown code."""
    return _country_of(code).capital


def capital_country(city: str) -> str | None:
    """The country whose capital or second seat `city` is, in any of the spellings that we read; former states do not count."""
    return _capitals().get(city)


def capital_name(spelling: str) -> str:
    """A capital's name as we write it, for any of its spellings (Kyjiw → Kiew); any other word unchanged."""
    code = capital_country(spelling)
    country = countries()[code] if code else None
    return country.capital if country and country.capital and spelling in country.capitals else spelling


def name_forms(country: Country) -> Iterator[str]:
    """Every name of the country in every case, as it may stand in a text."""
    for name in (country.toponym.name, *country.names):
        yield name
        own = country.toponym if name == country.toponym.name else _guess(name, country.toponym)
        yield from (own.declined(case) for case in _CASES)
        if not name.isupper():
            yield genitive(name)


def _country_of(code: str) -> Country:
    try:
        return countries()[code]
    except KeyError:
        raise FormError(f"no country is known by the code {code!r}") from None


def _country(row: dict[str, Any]) -> Country:
    toponym = Toponym(
        row["name"],
        row.get("article"),
        row.get("preposition", "in"),
        of=row.get("genitive"),
        state=True,
        dative=row.get("dative"),
    )
    return Country(
        code=row["code"],
        toponym=toponym,
        names=tuple(row.get("names", ())),
        adjectives=tuple(row["adjectives"]),
        people=tuple(row["people"]),
        capital=row.get("capital"),
        capitals=tuple(name for name in (row.get("capital"), *row.get("capitals", ())) if name),
        seats=tuple(row.get("seats", ())),
        former=row.get("former", False),
        renamed=(str(row["renamed"]["since"]), row["renamed"]["before"]) if "renamed" in row else ("", ""),
    )


def _guess(name: str, like: Toponym) -> Toponym:
    """The grammar of another name of a country: what its first word looks like decides, for reading only."""
    first = name.split(" ")[0]
    if " " in name and first.endswith("es"):
        return Toponym(name, "das")
    if " " in name and first.endswith("er"):
        return Toponym(name, "der")
    if " " in name and first.endswith("e"):
        return Toponym(name, "plural" if name.endswith(("Staaten", "Nationen", "Gebiete")) or "Staaten " in name else "die")
    return Toponym(name, like.article, state=True)


def _stems(word: str) -> Iterator[str]:
    for ending in _ADJECTIVE_ENDINGS:
        if word.endswith(ending):
            yield word[: len(word) - len(ending)]


@cache
def _adjectives() -> Mapping[str, str]:
    pairs = ((adjective, code) for code, country in countries().items() for adjective in country.adjectives)
    return _unshared((word if word[0].isupper() and word[1:].islower() else word.lower(), code) for word, code in pairs)


@cache
def _names() -> Mapping[str, str]:
    return _unshared((form, code) for code, country in countries().items() for form in name_forms(country))


@cache
def _demonyms() -> Mapping[str, str]:
    return _unshared(
        (form, code) for code, country in countries().items() for entry in country.people for form in _people_forms(entry)
    )


@cache
def _capitals() -> Mapping[str, str]:
    living = (country for country in countries().values() if not country.former)
    return _unshared((name, country.code) for country in living for name in (*country.capitals, *country.seats))


def _unshared(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Word → code, without the words that belong to two codes."""
    found: dict[str, str] = {}
    shared = set()
    for word, code in pairs:
        if found.setdefault(word, code) != code:
            shared.add(word)
    return {word: code for word, code in found.items() if word not in shared}


def _people_forms(entry: str) -> Iterator[str]:
    """All forms of "Russe", "Amerikaner", "Franzose/Französin", "Deutsche*"."""
    if entry.endswith("*"):
        stem = entry.removesuffix("e*")
        yield from (stem + ending for ending in ("e", "en", "er", "em"))
        return
    man, _, woman = entry.partition("/")
    woman = woman or (man.removesuffix("e") + "in")
    endings = ("", "n") if man.endswith("e") else ("", "s", "n") if man.endswith("er") else ("", "s", "n", "en")
    yield from (man + ending for ending in endings)
    yield woman
    if woman.endswith("in"):
        yield f"{woman}nen"
