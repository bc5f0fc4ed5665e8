"""Other answers in German: dates and lengths in words, places near a place, and what a hedge allows.

Sources: words/neighbours.yaml, words/hedges.yaml (own).
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from summitquiz.errors import FormError
from summitquiz.german import countries, gazetteer, lengths, lexicon, timeforms
from summitquiz.german.titles import same_office, same_rank

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from summitquiz.german.toponyms import Toponym
    from summitquiz.model import Mod, PlaceKind

_FORMS: tuple[Callable[[Toponym], str], ...] = (
    lambda place: place.at(),  # "in Genf"
    lambda place: place.to(),  # "nach Genf"
    lambda place: place.name,
)
_PHRASE = re.compile(r"(?:[a-zäöü]+ )*(.+)")  # prepositions and articles before a name


class _Answer(NamedTuple):
    """A place that answers: its grammar, what it is, where it lies, and which form of it the answer is."""

    place: Toponym
    kind: PlaceKind
    country: str
    form: Callable[[Toponym], str]


class GermanAlternatives:
    """Implements the alternatives that questions ask for, over the lexicon."""

    def date(self, value: str, mod: Mod | None) -> tuple[str, str]:
        """A date for an answer and for a statement: "25. April 2019", "am 25. April 2019"."""
        return timeforms.answer(value, mod), timeforms.adverbial(value, mod)

    def length(self, value: str) -> str:
        """A duration without hedge."""
        return lengths.duration(value)

    def hedge(self, words: str) -> tuple[float, float]:
        """What a hedge allows, as shares of the length behind it; raises FormError for one that is open to a side."""
        if not words:
            return 1.0, 1.0
        bounds = lexicon.load("hedges").get(words)
        if bounds is None:
            raise FormError(f"how much {words!r} allows is not known")
        low, high = bounds
        return low, high

    def places(self, answer: str, known: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """Cities for a city, countries for a country, in its form: those of `known`, those near it, well-known ones."""
        here = _read(answer)
        near = lexicon.load("neighbours")["neighbours"].get(here.country, [])
        deck = [other.place for phrase in known if (other := _readable(phrase)) and other.kind == here.kind]
        if here.kind == "country":
            groups: tuple[Iterable[Toponym], ...] = (deck, [_country(code) for code in near])
        else:
            capitals = [countries.capital(code) for code in (here.country, *near)]
            groups = (deck, _cities(capitals), _cities(lexicon.load("neighbours")["cities"]))
        return tuple(tuple(dict.fromkeys(here.form(p) for p in group if _apart(p, here.place))) for group in groups)

    def countries(self, city: str, answer: str) -> tuple[tuple[str, str], ...]:
        """The country in which a city lies and its neighbours: "Iran", "des Iran"; "Laos", "von Laos"; "in Russland" twice."""
        here, lies = _read(answer), _read(city)
        if lies.country != here.country or here.kind != "country" or city in lexicon.load("neighbours")["disputed"]:
            raise FormError(f"in which country {city!r} lies is not sure")
        near = [_country(code) for code in lexicon.load("neighbours")["neighbours"].get(here.country, [])]
        said = _of if answer == here.place.name else here.form
        return tuple((here.form(place), said(place)) for place in (here.place, *near))

    def country_of(self, place: str) -> str | None:
        """The country of a place phrase; None where it is not known."""
        found = _readable(place)
        return found.country if found else None

    def countries_in(self, text: str) -> frozenset[str]:
        """The countries whose name, adjective or inhabitants stand in a text."""
        words = [part for word in re.findall(r"[\w-]+", text) for part in {word, *word.split("-")}]
        readers = (countries.country_code, countries.adjective_country, countries.demonym_country)
        return frozenset(code for word in words for read in readers if (code := read(word)))

    def same_rank(self, one: str, other: str) -> bool:
        """Whether two offices are of one rank."""
        return same_rank(one, other)

    def same_office(self, one: str, other: str) -> bool:
        """Whether two titles can mean one office."""
        return same_office(one, other)


def _read(phrase: str) -> _Answer:
    """What a place phrase means; raises FormError for what is no form of one city or country of the lists."""
    match = _PHRASE.fullmatch(phrase)
    found = gazetteer.lookup(match[1]) if match else None
    if found is None or found.entry.country is None or found.entry.kind not in ("city", "country"):
        raise FormError(f"{phrase!r} is no city and no country")
    entry = found.entry
    form = next((form for form in _FORMS if form(entry.toponym) == phrase), None)
    if form is None:
        raise FormError(f"{phrase!r} is no form of {entry.toponym.name!r}")
    assert entry.country is not None
    return _Answer(entry.toponym, entry.kind, entry.country, form)


def _readable(phrase: str) -> _Answer | None:
    with suppress(FormError):
        return _read(phrase)
    return None


def _of(place: Toponym) -> str:
    """Of which country: "des Iran", "von Polen"."""
    return place.genitive() if place.article else place.after("von", "dat")


def _country(code: str) -> Toponym:
    return countries.countries()[code].toponym


def _cities(names: Iterable[str | None]) -> list[Toponym]:
    return [place for name in names if name and (place := gazetteer.toponym(name))]


def _apart(one: Toponym, other: Toponym) -> bool:
    """Whether neither name is a part of the other: Berlin and Berlin-Kreuzberg are not told apart."""
    return one.name not in other.name and other.name not in one.name
