"""Who took part for which country, in a list with the countries in brackets: "nahmen Rafael Correa (Ecuador) und … teil"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summitquiz.errors import FormError
from summitquiz.german.forms import GermanForms
from summitquiz.model import Claim, Kind, Place, Slot, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summitquiz.german.view import View
    from summitquiz.model import EventMention, Sentence, Stem

_FORMS = GermanForms()
_TAKING_PART = re.compile(r"\b(?:nehmen|nimmt|nahm|nahmen)\b.*\bteil\b|\b(?:haben|hat)\b.*\bteilgenommen\b", re.DOTALL)
_ARTICLES = {"in": "", "in den": "die ", "in der": "die "}
_NOT = re.compile(r"\b(?:nicht|kein\w*|ohne|statt|anstelle)\b")
_BRACKET = re.compile(r"\s?\(\s?([^()]{3,40}?)\s?\)")


def find_delegates(view: View, events: Sequence[EventMention]) -> list[Claim]:
    """Who took part for a country, in text order: in the summit spoken of last, or in what a heading says."""
    return [
        claim
        for sentence, zones in view.prose()
        if not any(zone.overlaps(sentence.span) for zone in zones)
        and _TAKING_PART.search(sentence.span.of(view.text))
        and not _NOT.search(sentence.span.of(view.text))
        for claim in _claims(view, sentence, _summit(events, sentence))
    ]


def _summit(events: Sequence[EventMention], sentence: Sentence) -> EventMention | None:
    """The last event with a name of its own before a sentence."""
    return next((e for e in reversed(events) if e.name and e.span.end <= sentence.span.start), None)


def _claims(view: View, sentence: Sentence, summit: EventMention | None) -> Iterator[Claim]:
    for mention, person in view.people(sentence.span):
        bracket = _BRACKET.match(view.text, mention.span.end, sentence.span.end)
        if bracket is None or not person.name or " " not in person.name:
            continue
        inside = Span(*bracket.span(1))
        countries = [m.value for m in view.within(Kind.PLACE, inside) if m.span == inside and isinstance(m.value, Place)]
        if not countries or countries[0].kind != "country" or not countries[0].country:
            continue
        country = _for_country(countries[0].country)
        if not country:
            continue
        where: Stem = (" an ", Slot(summit.span, "event", "dat")) if summit else ()
        stem = ("nahm ", Slot(mention.span, "time"), f" {country}", *where, " teil")
        claim = Claim("who", "clause", mention.span, sentence.span, "de.delegate", stem)
        yield replace(claim, people=(mention.span,), question_word="Wer", bare=summit is None)


def _for_country(code: str) -> str:
    """ "für Chile", "für die Schweiz"; "" where the country's article is not known."""
    try:
        name = _FORMS.country_name(code)
        before = _FORMS.place_in(name).removesuffix(name).strip()
    except FormError:
        return ""
    article = _ARTICLES.get(before)
    return "" if article is None else f"für {article}{name}"
