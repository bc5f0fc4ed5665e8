"""When an article without a date was written, as far as its people tell: while all whom it names in office held it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summitquiz.german.agreement import is_present
from summitquiz.german.office_holders import terms_of
from summitquiz.german.segments import FINITE
from summitquiz.model import Kind, PartialDate, Period, Person, Timex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summitquiz.model import Document, Sentence

_LONGEST = 5  # years: more tells a reader too little
_YEAR, _DAY = 4, 10  # letters of a date in ISO form that give the year, and the day
_LEAD = 3  # sentences: whom they name is in office when they are written


def period_of(document: Document) -> Period | None:
    """The months between which an article must have been written; None where its people leave more than five years open.

    At least two persons must tell so, or one whom the first sentences name. A past year of the text narrows it. A text
    that opens with a day of a past year and goes on to a later one looks back: whom it names was in office then.
    """
    told = _terms(document)
    lead = document.sentences[:_LEAD]
    first = any(
        m.value.name in told for s in lead for m in document.mentions if isinstance(m.value, Person) and s.span.covers(m.span)
    )
    periods = [("0000-00", "9999-99")]
    for terms in told.values():
        both = [(max(a, c), min(b, d)) for a, b in periods for c, d in terms]
        periods = [(start, end) for start, end in both if start <= end]
    if not periods or not (first or len(told) > 1):
        return None
    if _looks_back(document):
        return None
    start, end = min(periods)[0], max(end for _, end in periods)  # who held it twice leaves a gap: between its ends it was
    start = max([start, *(day[:_YEAR] for day in _past(document, document.sentences) if day < end[:_YEAR])])
    return Period(PartialDate.parse(start), PartialDate.parse(end)) if _years(start, end) <= _LONGEST else None


def _years(start: str, end: str) -> int:
    return int(end[:4]) - int(start[:4])


def _terms(document: Document) -> dict[str, list[tuple[str, str]]]:
    """The terms of those whom the article names with the office that they hold, by name."""
    people = [m.value for m in document.mentions if isinstance(m.value, Person)]
    named = [(p.name, p.office) for p in people if p.name and p.office and not p.office.former]
    return {name: terms for name, office in named if (terms := terms_of(office, name))}


def _looks_back(document: Document) -> bool:
    title = document.article.title_span
    prose = [s for s in document.sentences if not (title and title.covers(s.span)) and any(t.tag in FINITE for t in s.tokens)]
    opening = next((day[:_YEAR] for day in _past(document, prose[:_LEAD]) if len(day) == _DAY), "9999")
    return opening < max(_past(document, document.sentences), default="")[:_YEAR]


def _past(document: Document, sentences: Sequence[Sentence]) -> Iterator[str]:
    """The dates with a year that sentences tell of in the past, as far as a day: 2019, 2019-04-24."""
    for sentence in sentences:
        if _tells_of_past(sentence):
            inside = (m.value for m in document.mentions if m.kind is Kind.TIME and sentence.span.covers(m.span))
            yield from (value.value[:_DAY] for value in inside if isinstance(value, Timex) and re.match(r"\d{4}", value.value))


def _tells_of_past(sentence: Sentence) -> bool:
    verbs = [t for t in sentence.tokens if t.tag in FINITE]
    return bool(verbs) and not any(map(is_present, verbs))
