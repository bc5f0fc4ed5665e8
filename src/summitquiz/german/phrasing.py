"""The German of questions and answers: labels of events, cases, adverbials, offices, sources."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summitquiz.errors import FormError
from summitquiz.german import report_names, timeforms
from summitquiz.german.adverbials import date_part, is_night, night_before
from summitquiz.german.bodies import named_by_capital, names_body
from summitquiz.german.countries import adjective_country, country_code, demonym_country
from summitquiz.german.groups import nominative_plural
from summitquiz.german.lengths import accusative
from summitquiz.german.nouns import article, contract, decline, event_noun, is_plural
from summitquiz.german.office_phrasing import OfficePhrasing
from summitquiz.german.people_nouns import is_for_people
from summitquiz.german.place_questions import place_question
from summitquiz.german.said_by import according_to
from summitquiz.model import PartialDate, Timex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.model import Case, Mention, Mod, Period, Place


class GermanPhrasing(OfficePhrasing):
    """Implements the phrasing that knowledge asks for, over the lexicon's forms."""

    as_of = "Stand"
    about = "Rund um"
    at_first = "ursprünglich"
    plain_visit = "zu einem Besuch"
    hearsay = "Medienberichten"
    then = "damals"

    def label(self, noun: str, plural: bool, adjective: str, people: Sequence[str], group: str) -> str:
        """An event's name in the nominative; raises FormError when `noun` is no event noun of the lexicon."""
        found = event_noun(noun)
        if found is None:
            raise FormError(f"{noun!r} is no event noun")
        word = found[0].plural if plural else found[0].noun
        parts = [article(found[0].gender, "nom", plural), " ".join(a + "n" if plural else a for a in adjective.split()), word]
        if people:
            parts += ["von", self.join(people)]
        elif group:
            parts.append(group)
        return " ".join(part for part in parts if part)

    def bare_event(self, word: str, case: Case) -> str:
        """An event by its noun alone, with its article: "der Wahl"; `word` is the noun in any form."""
        found = event_noun(word)
        if found is None:
            raise FormError(f"{word!r} is no event noun")
        return self.decline(self.label(found[0].noun, found[1], "", (), ""), case)

    def visit(self, noun: str) -> str:
        """The purpose of a journey by its noun; a mere journey is a visit as well."""
        return f"zu einem {noun}" if noun.endswith("besuch") else self.plain_visit

    def members(self, group: str) -> str:
        """Who takes part, by the group in the genitive; raises FormError for a body."""
        found = nominative_plural(group)
        if found is None:
            raise FormError(f"{group!r} is no group of people")
        return found

    def gathering(self, noun: str) -> str:
        """What somebody comes together for: "einem Treffen"; raises FormError when `noun` is no event noun."""
        found = event_noun(noun)
        if found is None:
            raise FormError(f"{noun!r} is no event noun")
        return f"{'einer' if found[0].gender == 'f' else 'einem'} {noun}"

    def summit(self, noun: str) -> str:
        """The gathering where an event has a name of its own, "einem Gipfel"; "" for a mere meeting."""
        found = event_noun(noun)
        return self.gathering(noun) if found and found[0].named else ""

    def decline(self, label: str, case: Case) -> str:
        """The label in another case."""
        return label if case == "nom" else decline(label, case)

    def plural(self, label: str) -> bool:
        """Whether a label is plural; raises FormError when it is no nominative with its article."""
        return is_plural(label)

    def contract(self, text: str) -> str:
        """Prepositions and articles contracted."""
        return contract(text)

    def genitive(self, name: str) -> str:
        """A name's genitive: Putins, Merz'."""
        return self._forms.genitive(name)

    def join(self, names: Sequence[str]) -> str:
        """A list in words."""
        return self._forms.join(names)

    def together_with(self, names: Sequence[str]) -> str:
        """Who took part beside others."""
        return f"mit {self.join(names)}"

    def when(self, value: str, mod: Mod | None) -> str:
        """A date as an adverbial: "am 25. April 2019"."""
        return self._forms.date(value, mod)

    def at(self, time: Mention) -> str:
        """When something was by a time of the article, as an adverbial; "" where that is none."""
        if not isinstance(time.value, Timex):
            return ""
        date = self.when(date_part(time.value.value), time.value.mod)
        return night_before(date) if is_night(time) else date

    def is_night(self, time: Mention) -> bool:
        """Whether a time is a night that belongs to two days."""
        return is_night(time)

    def between(self, first: int, last: int) -> str:
        """Years between which something was, as an adverbial: "zwischen 2013 und 2017"; "2015" for one."""
        return f"zwischen {first} und {last}" if first < last else self._forms.date(str(first))

    def when_answer(self, value: str, mod: Mod | None) -> str:
        """A date as an answer: "25. April 2019"."""
        return self._forms.date_answer(value, mod)

    def which_time(self, value: str, mod: Mod | None, planned: bool = False) -> str:
        """The question word for a date: "An welchem Tag im April 2019", "Für welchen Tag im April 2019"."""
        return timeforms.which(value, mod, planned)

    def length(self, value: str, mod: Mod | None, said: str = "") -> str:
        """A duration in words."""
        return self._forms.duration(value, mod, said)

    def length_said(self, words: str) -> str:
        """A length in the words of a text as an answer: "zwei Tage"."""
        return accusative(words)

    def countries(self, codes: Sequence[str], case: Case) -> str:
        """Countries in words, in the genitive or dative: "Nordkoreas und Russlands", "dem Iran und den USA"."""
        if case == "gen":
            return self.join([self._forms.country_genitive(code) for code in codes])
        return self.join([self._forms.place_from(self._forms.country_name(code)).partition(" ")[2] for code in codes])

    def place_in(self, name: str) -> str:
        """Where."""
        return self._forms.place_in(name)

    def country(self, code: str) -> str:
        """A country's name."""
        return self._forms.country_name(code)

    def which_place(self, place: Place, words: str, *, whither: bool, exact: bool) -> str:
        """What asks for a place that the article calls by these words, where it is more than "wo" or "wohin"."""
        word = place_question(place, words, whither=whither, exact=exact)
        return "" if word == "Wo" or (whither and place.kind not in {"country", "city", "region"}) else word

    def place_to(self, name: str) -> str:
        """Whither."""
        return self._forms.place_to(name)

    def talks(self, noun: str, where: str) -> str:
        """A label for talks known by their place alone."""
        found = event_noun(noun)
        if found is None or not found[1] or found[0].sort not in {"meeting", "talks"}:
            raise FormError(f"{noun!r} may be any event")
        return f"die {found[0].plural} {where}"

    def according_to(self, source: str) -> str:
        """Who says so, in the dative after "laut"."""
        return according_to(source)

    def report(self, publisher: str | None, title: str | None, published: str | None) -> str:
        """An article as a source: its newspaper, else its title, else its date."""
        return report_names.source(publisher, title, published)

    def headline(self, title: str, appeared: PartialDate | Period | None) -> str:
        """The report that a question is about, with its date or the months between which it appeared."""
        return report_names.headline(title, appeared)

    def names(self, body: str, text: str) -> bool:
        """Whether a text names a country or an organisation, be it by another name or as the first part of a compound."""
        return names_body(body, text)

    def names_country(self, text: str) -> bool:
        """Whether a text has a country's name, its adjective or its people."""
        return any(adjective_country(w) or country_code(w) or demonym_country(w) for w in _words(text))

    def names_people(self, text: str) -> bool:
        """Whether a text has a word for people in public life."""
        return any(map(is_for_people, _words(text)))

    def named_by_capital(self, body: str, text: str) -> bool:
        """Whether a text means a country of `body` by its capital."""
        return named_by_capital(body, text)


def _words(text: str) -> list[str]:
    return re.findall(r"[\w-]+", text)
