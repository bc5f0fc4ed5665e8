"""Adverbials of time inside a clause: where one begins, and how it reads without the article's date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summitquiz.errors import FormError
from summitquiz.german.forms import GermanForms
from summitquiz.german.vagueness import Unfit
from summitquiz.model import Kind, Mention, Span, Timex, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.view import View

_FORMS = GermanForms()
_POINTS = {"", "am", "im", "in", "an", "zu"}  # prepositions of a point in time; "" for "gestern"
_CLOCK = {"um", "gegen", "vor", "nach"}
_CLOCK_TIMES = ("Uhr", "Mitternacht")
_BEFORE = {"ART", "PDAT", "APPR", "APPRART", "ADJA"}
_NO_YEAR = re.compile(r"XXXX-\d\d(?:-\d\d)?")
_LONGEST = 80  # characters of a temporal expression


class Adverbial(NamedTuple):
    """A time with the preposition that governs it; `end` is the index of the token behind."""

    value: Timex
    preposition: str
    end: int
    night: bool = False  # "in der Nacht zum Dienstag": the one before its day
    clock: bool = False  # a time of day alone: "um 15 Uhr"
    yearless: bool = False  # "am 27. April", in an article of unknown date; not "im Juli des Vorjahres"

    @property
    def stays(self) -> bool:
        """Whether the words mean the same without the article: an absolute date that is no day or month without its year, or
        such a one where no date of publication tells the year."""
        if self.yearless:
            return True
        return (
            self.value.resolved
            and not self.value.anchored
            and "-W" not in self.value.value
            and self.preposition not in {"am", "im"}
        )

    def absolute(self) -> str:
        """The words that say it without the article; "" when the article does not tell. Raises Unfit when no form fits."""
        if self.clock:
            return ""  # "um 15 Uhr": of which day, the article's course tells
        if self.preposition in _CLOCK and "T" in self.value.value and date_part(self.value.value):
            return _FORMS.date(date_part(self.value.value))  # "um 15 Uhr am Sonntagnachmittag": the day
        if self.preposition not in _POINTS:
            raise Unfit("relative_date" if self.value.anchored else "date_form")
        if not self.value.resolved or "-W" in self.value.value:
            return ""  # a week is counted in more ways than one
        try:
            day, mod = date_part(self.value.value), self.value.mod
            about = mod in {"less_than", "more_than"} and day.isdigit()  # "vor knapp drei Jahren"
            date = _FORMS.date(day, "approx" if about else mod)
            return night_before(date) if self.night else date
        except FormError as error:
            raise Unfit("date_form") from error


def adverbial_at(view: View, tokens: Sequence[Token], i: int) -> Adverbial | None:
    """The adverbial of time that begins at `i`, its preposition and article included."""
    j = i
    while j < min(len(tokens), i + 3) and tokens[j].tag in _BEFORE and _time_at(view, tokens[j]) is None:
        j += 1
    mention = _time_at(view, tokens[j]) if j < len(tokens) else None
    if mention is None or not isinstance(mention.value, Timex):
        return None
    preposition = tokens[i].text.lower() if tokens[i].tag.startswith("APPR") and j > i else ""
    if j > i and not preposition:
        return None
    if preposition == "an" and j > i + 1 and tokens[i + 1].text in {"den", "die", "das"}:
        return None  # "erinnerte an den Winter 1992"
    nested = any(t.tag in {"APPR", "APPRART", "ADV"} for t in tokens[i + 2 : j + 1]) and tokens[i + 1].tag == "ART"
    if j > i + 1 and nested:
        return None  # "in einer gestern veröffentlichten Rede": it begins at "gestern"
    end = next((k for k in range(j, len(tokens)) if tokens[k].span.start >= mention.span.end), len(tokens))
    if "," in mention.span.of(view.text) and end < len(tokens) and tokens[end].text == ",":
        end += 1  # "am Donnerstag, den 3. Juni, in Berlin": the second comma goes with the first
    said = mention.span.of(view.text)
    clock = preposition in _CLOCK and said.endswith(_CLOCK_TIMES)
    aside = i > 0 and tokens[i - 1].text == ","  # ", am 22. Dezember,": which day is meant, stands before
    no_year = yearless(mention, mention.value, view.text) and not aside
    return Adverbial(mention.value, preposition, end, is_night(mention), clock, no_year)


def yearless(mention: Mention, value: Timex, text: str) -> bool:
    """Whether a time is a day or a month of which nobody says the year: "am 27. April"; not "im Juli des Vorjahres"."""
    return bool(_NO_YEAR.fullmatch(value.value)) and "ahr" not in mention.span.of(text)


def date_part(value: str) -> str:
    """A TIMEX3 value without its time of day: 2008-03-26TMO → 2008-03-26."""
    return value if value.startswith("P") else value.split("T")[0]


def is_night(time: Mention) -> bool:
    """Whether a time is a night that it names by the day after it: "in der Nacht zum Dienstag"."""
    return time.rule == "de.time.night"


def night_before(date: str) -> str:
    """The night before a day, as an adverbial: "am 9. September 2008" → "in der Nacht zum 9. September 2008"."""
    return f"in der Nacht zum {date.removeprefix('am ')}"


def _time_at(view: View, token: Token) -> Mention | None:
    reach = Span(token.span.start, token.span.start + _LONGEST)
    return next((m for m, _ in view.times(Kind.TIME, reach) if m.span.start == token.span.start), None)
