"""What knowledge must be able to say in the language of the articles; the language room implements it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.model import Case, Gender, Mention, Mod, Office, PartialDate, Period, Place


class Phrasing(Protocol):
    """Words and forms of one language. Every method raises FormError for what its lexicon lacks."""

    as_of: str  # the word before a date that says when something stood so: "Stand"
    at_first: str  # the adverb of a plan given up: "ursprünglich"
    about: str  # the preposition, with the accusative, of what a question is about: "Rund um"
    plain_visit: str  # the purpose of a journey of which no more is known: "zu einem Besuch"
    then: str  # at the time of a report that a question names
    hearsay: str  # the source of what only unnamed reports tell: "Medienberichten"

    def label(self, noun: str, plural: bool, adjective: str, people: Sequence[str], group: str) -> str:
        """An event's name in the nominative: "das erste Treffen von Kim Jong Un und Wladimir Putin"."""

    def bare_event(self, word: str, case: Case) -> str:
        """An event by its noun alone, with its article: "der Wahl"; `word` is the noun in any form."""

    def visit(self, noun: str) -> str:
        """The purpose of a journey by its noun: "zu einem Staatsbesuch"; `plain_visit` for nouns that say no more."""

    def members(self, group: str) -> str:
        """Who takes part, by the group in the genitive: "der EU-Außenminister" → "die EU-Außenminister"."""

    def gathering(self, noun: str) -> str:
        """What somebody comes together for: "einem Treffen"."""

    def summit(self, noun: str) -> str:
        """What somebody comes together for where it has a name of its own: "einem Gipfel"; "" for a mere meeting."""

    def decline(self, label: str, case: Case) -> str:
        """The label in another case."""

    def contract(self, text: str) -> str:
        """A sentence with its prepositions and articles contracted: "bei dem" → "beim"."""

    def genitive(self, name: str) -> str:
        """A person's name in the genitive."""

    def join(self, names: Sequence[str]) -> str:
        """A list in words: "A, B und C"."""

    def together_with(self, names: Sequence[str]) -> str:
        """Who took part beside others: "mit A und B"."""

    def when(self, value: str, mod: Mod | None) -> str:
        """A TIMEX3 date as an adverbial: "im April 2019"."""

    def headline(self, title: str, appeared: PartialDate | Period | None) -> str:
        """The report that a question is about, with its date or the months between which it appeared, where one is given:
        "Zur Meldung „…“ vom 24. April 2019"."""

    def at(self, time: Mention) -> str:
        """When something was by a time of the article, as an adverbial: "in der Nacht zum 9. April 2019"."""

    def is_night(self, time: Mention) -> bool:
        """Whether a time is a night that belongs to two days: "in der Nacht zum 9. April 2019"."""

    def between(self, first: int, last: int) -> str:
        """Years between which something was, as an adverbial: "zwischen 2013 und 2017"; "2015" for one."""

    def when_answer(self, value: str, mod: Mod | None) -> str:
        """A TIMEX3 date as an answer: "April 2019"."""

    def which_time(self, value: str, mod: Mod | None, planned: bool = False) -> str:
        """The question word for a TIMEX3 date, with the month or year in which it lies: "An welchem Tag im April 2019"; for
        what was planned for it: "Für welchen Tag im April 2019"."""

    def length(self, value: str, mod: Mod | None, said: str = "") -> str:
        """A TIMEX3 duration, hedged as in the words that the text has for it: "mehr als eine Stunde"."""

    def length_said(self, words: str) -> str:
        """A length in the words of a text as an answer, whatever its case was there."""

    def countries(self, codes: Sequence[str], case: Case) -> str:
        """Countries in words, in the genitive or dative: "Nordkoreas und Russlands", "dem Iran und den USA"."""

    def place_in(self, name: str) -> str:
        """Where: "in Wladiwostok", "im Iran"."""

    def country(self, code: str) -> str:
        """A country's name."""

    def which_place(self, place: Place, words: str, *, whither: bool, exact: bool) -> str:
        """What asks for a place that the article calls by these words, where it is more than "wo": "In welchem Land".

        `exact`: the article has another answer to "wo" as well.
        """

    def place_to(self, name: str) -> str:
        """Whither: "nach Wladiwostok", "in den Iran"."""

    def office(self, office: Office, gender: Gender | None, on: PartialDate | None = None) -> str:
        """An office that names its holder alone, as it was called `on` a date: "russischer Außenminister"."""

    def holding(self, office: Office, gender: Gender | None) -> str:
        """In which office somebody did something: "als russischer Außenminister"."""

    def which(self, office: Office, gender: Gender | None, case: Case = "nom") -> str:
        """The question word for one holder among others: "Welcher Außenminister"."""

    def talks(self, noun: str, where: str) -> str:
        """A label for talks known by their place alone: "die Gespräche in Wladiwostok"; FormError for other events."""

    def according_to(self, source: str) -> str:
        """Who says so: "laut der Nachrichtenagentur Ria"."""

    def report(self, publisher: str | None, title: str | None, published: str | None) -> str:
        """An article as a source; "" when nothing is known of it."""

    def full_name(self, office: Office, published: PartialDate | None, surname: str) -> str | None:
        """The full name of who held an office at a time and has this surname; None where that is not known."""

    def country_of(self, name: str, title: str | None = None, published: PartialDate | None = None) -> str | None:
        """The code of the one state that had a person with this full name in an office, or the titled one; None if unknown.
        `published`: the state that had him so when an article appeared."""

    def held_by(self, office: Office, published: PartialDate | None, name: str) -> bool | None:
        """Whether somebody held an office at a time; None where that is not known."""

    def stepped_down(self, name: str, text: str) -> bool:
        """Whether a text says that somebody has left an office."""

    def is_ruler(self, office: Office) -> bool:
        """Whether who holds an office is known by the first name alone: a king, a pope."""

    def years_in_office(self, office: Office, period: Period, name: str) -> list[int]:
        """The years that a period touches all through which a person is known to have held an office."""

    def sole_holder(self, office: Office, period: Period, name: str) -> bool:
        """Whether nobody but this person is known to have held an office of one country in any month of a period."""

    def changed_hands(self, office: Office, published: PartialDate) -> bool:
        """Whether several persons are known to have held an office in the month of a date."""

    def names(self, body: str, text: str) -> bool:
        """Whether a text names a country or an organisation, be it by another name: "die Vereinten Nationen", "UN"."""

    def names_country(self, text: str) -> bool:
        """Whether a text has a country's name, its adjective or its people: "die polnische Seite"."""

    def names_people(self, text: str) -> bool:
        """Whether a text has a word for people in public life, states among them: "Nordsee-Staaten beraten"."""

    def named_by_capital(self, body: str, text: str) -> bool:
        """Whether a text means a country of `body` by its capital: "Athen und Skopje einigen sich"."""

    def same_office(self, one: str, other: str) -> bool:
        """Whether two titles can mean one office."""
