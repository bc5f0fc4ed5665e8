"""What questions must know of the language and its world to offer wrong answers; the language room implements it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.model import Mod


Words = tuple[str, str]  # for an answer ("25. April 2019") and for a statement ("am 25. April 2019")


class Option(NamedTuple):
    """A possible answer: as an answer ("25. April 2019"), and as it stands in a statement ("am 25. April 2019").

    `rank` says where it stands among its rivals, when they are dates or lengths.
    """

    answer: str
    said: str
    rank: float = 0


class Alternatives(Protocol):
    """Words of one language for answers and their rivals. Every method raises FormError for what its lists lack."""

    def date(self, value: str, mod: Mod | None) -> Words:
        """A TIMEX3 date."""

    def length(self, value: str) -> str:
        """A TIMEX3 duration without hedge: "zwei Stunden"."""

    def hedge(self, words: str) -> tuple[float, float]:
        """The least and the most that a hedge ("gut", "rund", or none) allows, as shares of the length behind it.

        FormError for one that is open to a side, as "mehr als" is.
        """

    def places(self, answer: str, known: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """Cities for a city, countries for a country, in the form of `answer` ("in Genf", "im Iran"), the likeliest first.

        Those of `known`, which are answers of the deck, then neighbours, then well-known meeting places. None of them is the
        answer, lies in it or holds it.
        """

    def countries(self, city: str, answer: str) -> tuple[Words, ...]:
        """The answer, the country in which `city` lies, and behind it its neighbours. FormError where it is disputed."""

    def country_of(self, place: str) -> str | None:
        """The code of the country in which a place lies, or which it is: "in Genf", "im Iran"; None where that is not known."""

    def countries_in(self, text: str) -> frozenset[str]:
        """The codes of the countries that the words name: "Polens", "polnische"."""

    def same_rank(self, one: str, other: str) -> bool:
        """Whether two offices are of one rank: two ministers, two heads of a state or a government, two leaders of parties."""

    def same_office(self, one: str, other: str) -> bool:
        """Whether two titles can mean one office."""
