"""Time and place of a clause given to the event that the clause is about: "Im März soll die Konferenz in Genf stattfinden"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summitquiz.german.clauses import Clause, main_clauses
from summitquiz.german.cues import modality
from summitquiz.german.verbs import happens
from summitquiz.model import EventMention, Kind, Sentence, Span, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.view import View

_OBLIQUE = {"APPR", "APPRART"}


def bind(view: View, events: Sequence[EventMention]) -> list[EventMention]:
    """The event mentions with the time and place of their clause, where that clause is about one event alone."""
    bound = {event.span: event for event in events}
    for sentence, zones in view.prose():
        whole = [person.phrase for _, person in view.people(sentence.span)]
        for clause in main_clauses(sentence, zones, whole):
            event = _subject(clause, sentence, events)
            if event and happens(clause.lemma):
                bound[event.span] = _with_adverbials(view, clause, event)
    return [bound[event.span] for event in events]


def _subject(clause: Clause, sentence: Sentence, events: Sequence[EventMention]) -> EventMention | None:
    """The only event noun of the clause that no preposition governs."""
    words = (*clause.front, *clause.field)
    reach = Span(words[0].span.start, words[-1].span.end)
    here = [e for e in events if e.sentence == sentence.span and reach.covers(e.span)]
    free = [e for e in here if not _governed(words, e)]
    return free[0] if len(free) == 1 else None


def _governed(words: Sequence[Token], event: EventMention) -> bool:
    start = event.phrase.start
    for i, token in enumerate(words):
        if token.span.start == start:
            return token.tag in _OBLIQUE or (i > 0 and words[i - 1].tag in _OBLIQUE)
    return True


def _with_adverbials(view: View, clause: Clause, event: EventMention) -> EventMention:
    words = (*clause.front, clause.verb, *clause.field)
    reach = Span(words[0].span.start, words[-1].span.end)
    times = [m.span for m, _ in view.times(Kind.TIME, reach) if not event.phrase.covers(m.span)]
    places = [m.span for m, p in view.places(reach) if p.preposition in {"in", "auf", "an", "bei"} and not event.phrase.covers(m.span)]
    return replace(
        event,
        told=True,
        modality=event.modality if event.modality != "actual" else modality(clause.tokens),
        time=event.time or (times[0] if len(times) == 1 else None),
        place=event.place or (places[0] if len(places) == 1 else None),
    )
