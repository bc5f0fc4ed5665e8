"""The word forms that question templates ask for. What the lexicon lacks is a FormError, never a guess."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summitquiz.errors import FormError
from summitquiz.german import countries, gazetteer, lengths, timeforms
from summitquiz.german.offices import read_office
from summitquiz.german.toponyms import genitive

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.toponyms import Toponym
    from summitquiz.model import Case, Gender, Mod

_NUMERAL = re.compile(r"(.+) ([IVX]+\.)")  # Johannes Paul II.
_WEAK = ("e", "ist", "ent", "ant", "at", "soph")  # Kollege, Jurist, Dirigent: masculine nouns for persons
_ADJECTIVE_ENDINGS: dict[tuple[Gender, Case], str] = {  # after ein; all others, and all after der, end in -en or -e
    ("m", "nom"): "er",
    ("n", "nom"): "es",
    ("n", "acc"): "es",
}


class GermanForms:
    """German forms of names, places, offices, dates and durations. Every method raises FormError for what it cannot say."""

    def genitive(self, name: str) -> str:
        """A person's or place's bare name: Putins, Merz', Kim Jong Uns, Johannes Pauls II."""
        name = name.strip()
        numbered = _NUMERAL.fullmatch(name)
        if numbered:
            return f"{self.genitive(numbered[1])} {numbered[2]}"
        if not name or not name[-1].isalpha():
            raise FormError(f"no genitive is known for {name!r}")
        return genitive(name)

    def place_in(self, name: str) -> str:
        """Where: "in Wladiwostok", "im Iran", "auf den Philippinen", "im Weißen Haus"."""
        return self._toponym(name).at()

    def place_to(self, name: str) -> str:
        """Whither: "nach Russland", "in die Schweiz", "auf die Krim"."""
        return self._toponym(name).to()

    def place_from(self, name: str) -> str:
        """Whence: "aus Russland", "aus der Schweiz", "von der Krim"."""
        return self._toponym(name).source()

    def country_name(self, code: str) -> str:
        """The name of a country or union: "Russland", "USA"."""
        return countries.country_name(code)

    def country_genitive(self, code: str) -> str:
        """With its article: "Russlands", "der USA", "des Irak"."""
        return countries.country_genitive(code)

    def adjective(self, code: str, gender: Gender, case: Case = "nom", definite: bool = True, on: str = "") -> str:
        """A country's adjective before a singular noun, after der/die/das (`definite`) or ein: "russische", "russischer".

        `on`: the date of which the question tells, in ISO form; countries change their names.
        """
        stem = countries.adjective(code, on)
        if stem.endswith("er") and stem[0].isupper():  # Hongkonger is never inflected
            return stem
        if case in ("gen", "dat") or (case == "acc" and gender == "m"):
            return f"{stem}en"
        return stem + ("e" if definite else _ADJECTIVE_ENDINGS.get((gender, case), "e"))

    def office(self, title: str, case: Case = "nom") -> str:
        """An office's title in the singular: Präsident → Präsidenten, Minister → Ministers; "Präsident der Kommission" too."""
        first, head, rest = _headed(title)
        return first + self._office_noun(head, case) + rest

    def office_gender(self, title: str, holder: Gender | None = None) -> Gender:
        """The grammatical gender of a title: Präsidentin f, Vorsitzender m, Staatsoberhaupt n; the holder's for Vize."""
        head = _headed(title)[1]
        word = read_office(head)
        if word is None or word.number == "pl":
            raise FormError(f"no office is known by the title {head!r}")
        if word.gender:
            return word.gender
        if word.masculine == word.feminine:
            return holder or "m"
        feminine = word.feminine.lower() if word.masculine else head.lower()
        return "f" if head.lower().endswith(("in", "frau")) or (feminine and head.lower().endswith(feminine)) else "m"

    def date(self, value: str, mod: Mod | None = None) -> str:
        """An ISO or TIMEX3 date as an adverbial: "am 25. April 2019", "im Februar 2019", "2009", "Anfang Juni 2014"."""
        return timeforms.adverbial(value, mod)

    def date_answer(self, value: str, mod: Mod | None = None) -> str:
        """A date as a bare answer: "25. April 2019", "Februar 2019", "Anfang Juni 2014"."""
        return timeforms.answer(value, mod)

    def duration(self, value: str, mod: Mod | None = None, said: str = "") -> str:
        """An ISO 8601 duration in the accusative: "zwei Stunden", "mehr als eine Stunde", "anderthalb Jahre"."""
        return lengths.duration(value, mod, said)

    def join(self, names: Sequence[str]) -> str:
        """A list: "A", "A und B", "A, B und C"."""
        if not names:
            raise FormError("a list needs a name")
        *others, last = names
        return f"{', '.join(others)} und {last}" if others else last

    def _toponym(self, name: str) -> Toponym:
        toponym = gazetteer.toponym(name)
        if toponym is None:
            raise FormError(f"no place is known by the name {name!r}")
        return toponym

    def _office_noun(self, noun: str, case: Case) -> str:
        word = read_office(noun)
        gender = self.office_gender(noun)
        assert word is not None
        if case == "nom":
            return noun
        if word.feminine.endswith("e") and word.masculine.endswith("er"):  # der Vorsitzende, des Vorsitzenden
            if gender == "m":
                return noun.removesuffix("r") + "n"
            return noun if case == "acc" else f"{noun}n"
        if gender == "f":
            return noun
        if word.weak or (word.role and noun.endswith(_WEAK)):
            return f"{noun}n" if noun.endswith("e") else f"{noun}en"
        if word.role and not noun.endswith("er"):
            raise FormError(f"how {noun!r} is declined is not known")
        if case != "gen":
            return noun
        if noun.endswith(("us", "es")):
            return noun  # des Nuntius, des Präses
        return noun + ("es" if noun.endswith(("s", "ß", "x", "z", "apst")) else "s")


def _headed(title: str) -> tuple[str, str, str]:
    """A title before its noun, the noun, and behind it: "Staats- und |Parteichef|", "|Präsident| der Kommission"."""
    first, both, last = title.rpartition("- und ")
    head, blank, rest = last.partition(" ")
    return first + both, head, blank + rest
