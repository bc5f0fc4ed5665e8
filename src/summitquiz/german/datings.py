"""The times in a clause as a question has them: absolute, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.german.adverbials import Adverbial, adverbial_at, date_part
from summitquiz.german.definite import DEFINITE
from summitquiz.german.vagueness import Unfit, words
from summitquiz.model import Kind, Slot, Span, Timex, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.view import View

_ALREADY = {"bereits", "schon", "noch", "erst"}
_ALTHOUGH = {"obwohl", "obgleich", "obschon", "wenngleich"}
_FOCUS = {"bereits", "schon", "erst", "noch", "gerade"}
_NEARLY = {"kurz", "um"}  # "um kurz vor 12 Uhr"
_APPEARED = frozenset(
    "veröffentlichten veröffentlichtem veröffentlichte erschienenen ausgestrahlten ausgestrahltem publizierten".split()
)
_ALL_ALONG = {"über", "hindurch", "lang"}
_LONGEST = 40  # letters of a date
_DAY = 2  # hyphens of a full date


class Datings:
    """Rewrites times. `now`: the clause tells what is so at the time of writing."""

    def __init__(self, view: View) -> None:
        self._view = view
        self.now = False
        self.clear()

    def clear(self) -> None:
        """Begin anew."""
        self.dated = False  # whether a time stands in what was rewritten
        self.days = 0  # how many days that the article gave by weekday or date alone stand in it
        self._at: list[int] = []  # where rewritten times stand among the parts
        self._value = ""  # of the last of them
        self._apposed = False  # whether a time without a date was let go before the comma of one that has it

    def add(self, parts: list[tuple[str | Slot, bool]], tokens: Sequence[Token], i: int, blank: bool) -> int | None:
        """Rewrite a time adverbial that starts at `i`; the index behind it, None when none starts there or it can stay."""
        here = adverbial_at(self._view, tokens, i)
        if here is None and (again := self._said_again(parts, tokens, i)):
            return again
        if here is None:
            self._refuse_open_length(tokens, i)
            return None
        if tokens[i].text.lower() in words("pointers"):
            raise Unfit("pointer")  # "damals": when, only the article tells
        behind = tokens[here.end] if here.end < len(tokens) else None
        if behind is not None and behind.tag == "ADJA" and "jährig" in behind.text:
            raise Unfit("relative_date")  # "dem heute 77-jährigen": his age is that of the article's day
        article = tokens[i].tag == "ART" or (i and tokens[i - 1].tag == "ART")
        all_night = here.night and not here.preposition
        if all_night or (article and behind is not None and behind.text in _ALL_ALONG):
            raise Unfit("torn")  # "saßen den Freitag über zusammen", "die Nacht zum Montag"
        self._refuse_yearless(here)
        self.dated = here.value.resolved or here.value.type == "TIME"
        if here.stays or _inside_quotation(parts):
            return None  # what somebody said is not put in other words
        date = here.absolute()
        if not date:
            _let_go(parts)
            self._apposed = (
                behind is not None and behind.text == "," and adverbial_at(self._view, tokens, here.end + 1) is not None
            )
            return here.end + (self._apposed or (behind is not None and behind.text in _APPEARED))
        if self.now and self._past(here.value):
            raise Unfit("reference_time")  # "Am Sonntag bricht er auf": the last or the coming one
        end = here.end + (here.end < len(tokens) and tokens[here.end].text == "Ortszeit")
        if self._at and self._at[-1] == len(parts) - 2 and parts[-1][0] == ",":
            del parts[-2:]  # "einen Monat später, am 16. Dezember, will er": the day alone
            end += end < len(tokens) and tokens[end].text == ","
        self._write(parts, date, date_part(here.value.value), blank)
        closed = self._apposed and end < len(tokens) and tokens[end].text == ","  # "Tage davor, am 3. Juni[,] hatte"
        self._apposed = False
        return end + closed

    def _write(self, parts: list[tuple[str | Slot, bool]], date: str, value: str, blank: bool) -> None:
        contrasted = any(str(part) in _ALTHOUGH for part, _ in parts)  # "saßen mit am Tisch, obwohl … erst am 1. Januar …"
        if parts and str(parts[-1][0]).lower() in _ALREADY and not contrasted:
            parts.pop()  # "bereits am Montag": before what, the question does not say
        if self._at and self._at[-1] == len(parts) - 1 and value.startswith(self._value):
            parts.pop()  # "heuer schon im Februar": the month has its year
            self._at.pop()
        if parts and str(parts[-1][0]).lower() == "bis":
            date = date.replace("in der Nacht", "in die Nacht", 1)
        self._value = value
        self._at.append(len(parts))
        self.days += value.count("-") == _DAY
        parts.append((date, blank))

    def _said_again(self, parts: list[tuple[str | Slot, bool]], tokens: Sequence[Token], i: int) -> int | None:
        """Leave out the rest of a date that a comma parts, whose day is written already: "am Dienstag, den 20. Juni, …"."""
        behind_date = bool(self._at) and self._at[-1] == len(parts) - 2 and parts[-1][0] == ","
        reach = Span(max(0, tokens[i].span.start - _LONGEST), tokens[-1].span.end)
        times = [m.span for m, _ in self._view.times(Kind.TIME, reach)] if behind_date else []
        date = next((span for span in times if span.start < tokens[i].span.start < span.end), None)
        if date is None:
            return None
        del parts[-1:]
        end = next((k for k in range(i, len(tokens)) if tokens[k].span.start >= date.end), len(tokens))
        return end + (end < len(tokens) and tokens[end].text == ",")

    def _past(self, value: Timex) -> bool:
        """Whether a day counted from the article's lies before it."""
        published = self._view.document.article.published
        return value.anchored and published is not None and date_part(value.value)[: len(str(published))] < str(published)

    def _refuse_yearless(self, here: Adverbial) -> None:
        """Raise Unfit for "im Januar" of a report that may be of any of four years."""
        if here.yearless and not self._view.document.article.year_known:
            raise Unfit("undated")

    def _refuse_open_length(self, tokens: Sequence[Token], i: int) -> None:
        """Raise Unfit for "seit einem Jahr" in an article without a date: up to when, nobody knows."""
        if tokens[i].text.lower() != "seit" or self._view.document.article.published:
            return
        reach = Span(tokens[i].span.end, tokens[-1].span.end)
        if any(m.span.start <= tokens[i].span.end + 1 for m, _ in self._view.times(Kind.DURATION, reach)):
            raise Unfit("undated")


def _let_go(parts: list[tuple[str | Slot, bool]]) -> None:
    """Take back the word that a time without a date hung on: "bereits am Vormittag". Raises Unfit for "bis heute" and for
    "verbrachte das Wochenende", which no adverbial is.
    """
    last = str(parts[-1][0]).lower() if parts else ""
    if last == "bis":
        raise Unfit("relative_date")
    if last in DEFINITE or last == "wie":  # "eine Bedrohung wie [einst] der Totalitarismus"
        raise Unfit("torn")
    if last in _FOCUS:
        parts.pop()
    while parts and str(parts[-1][0]).lower() in _NEARLY:
        parts.pop()


def _inside_quotation(parts: Sequence[tuple[str | Slot, bool]]) -> bool:
    """Whether a quotation was opened in what was written so far, and not closed."""
    said = "".join(part for part, _ in parts if isinstance(part, str))
    return sum(map(said.count, "„»")) > sum(map(said.count, "“«")) or said.count('"') % 2 == 1
