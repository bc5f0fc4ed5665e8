"""What a clause tells of its events.

Their time and place ("Im März soll die Konferenz in Genf stattfinden"), and who takes part ("Kerry sagte bei einem Besuch").
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summitquiz.german.agreement import is_present
from summitquiz.german.asides import asides
from summitquiz.german.attachment import token_before
from summitquiz.german.clauses import Clause, main_clauses, reporting_clause
from summitquiz.german.cues import adjective_modality, hearsay, modality, reported, was_planned
from summitquiz.german.fronts import may_be_subject
from summitquiz.german.nouns import event_noun
from summitquiz.german.partners import MEETING, partners, with_owner
from summitquiz.german.people_phrases import both_at
from summitquiz.german.subjects import Subject, find_subject
from summitquiz.german.timeline import times_in
from summitquiz.german.verbs import arrives, bounds, happens, meets, moves, perfected
from summitquiz.model import EventMention, Kind, Modality, Sentence, Span, Timex, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.view import View

_GOING = {"visit", "journey", "arrival"}
_SHORT = {"visit", "meeting", "call", "press", "reception", "signing"}  # sorts of events that seldom last several days
_OBLIQUE = {"APPR", "APPRART"}


def bind(view: View, events: Sequence[EventMention]) -> list[EventMention]:
    """The event mentions with the time and place of their clause, where that clause is about one event alone."""
    bound = {event.span: event for event in events}
    told: list[EventMention] = []
    for sentence, zones in view.prose():
        whole = view.unbroken(sentence.span)
        for clause in main_clauses(sentence, zones, whole):
            _take_place(view, sentence, clause, bound)
            _take_part(view, sentence, clause, bound)
            told += _told_by_verb(view, sentence, clause, events)
        for clause, doer in asides(view, sentence, zones, whole):
            if doer is None:  # "den Gipfel, der für Mai geplant ist"
                _take_place(view, sentence, clause, bound)
        behind = reporting_clause(sentence, zones, whole)
        if behind:
            _take_part(view, sentence, behind, bound)
    owned = (with_owner(view, event) for event in bound.values())
    return sorted([*owned, *told], key=lambda event: event.span)


def _take_place(view: View, sentence: Sentence, clause: Clause, bound: dict[Span, EventMention]) -> None:
    """Give the event that a clause is about the clause's time and place, unless another has told already that it took place."""
    event = _subject(clause, sentence, list(bound.values()))
    if event and happens(clause.lemma) and not (event.told and event.modality == "actual"):
        bound[event.span] = _with_adverbials(view, clause, event, list(bound.values()))


def _told_by_verb(view: View, sentence: Sentence, clause: Clause, events: Sequence[EventMention]) -> list[EventMention]:
    """A meeting of two persons that a verb tells: "Putin und Kim haben sich am Donnerstag in Wladiwostok getroffen"."""
    how, subject = meets(clause), find_subject(view, clause)
    here = [e for e in events if e.sentence == sentence.span]
    event = event_noun(how.noun) if how and how.noun else None
    if event and how and _both(clause) and not reported(clause.verb) and how.preposition not in _lower(clause.field):
        verb = clause.verb.span
        mention = EventMention(verb, verb, event[0].noun, event[0].sort, sentence.span, False, False, both=True)
        return [_with_adverbials(view, clause, mention, here)]
    if how is None or event is None or subject is None or not subject.people or reported(clause.verb):
        return []
    others = partners(view, clause, subject, how)
    people = (*subject.people, *(others.people if others else ()))
    if len(people) != 2:
        return []
    verb = clause.verb.span
    spans = tuple(m.span for m in people)
    mention = EventMention(
        verb,
        verb,
        event[0].noun,
        event[0].sort,
        sentence.span,
        definite=False,
        plural=False,
        adjectives="erste" if _for_the_first_time(clause) else "",
        people=spans,
        also=bool(others and others.also),
    )
    return [_with_adverbials(view, clause, mention, here)]


def _both(clause: Clause) -> bool:
    """Whether "die beiden" or "beide" is the subject: in front, or behind the verb where no subject can stand in front."""
    behind = [t for t in clause.field if t.tag != "PRF"]
    in_front = _lower(clause.front[:2]) == ["die", "beiden"] or _lower(clause.front) == ["beide"]
    return in_front or (not may_be_subject(clause) and both_at(behind) > 0)


def _for_the_first_time(clause: Clause) -> bool:
    """Whether it never happened before: "erstmals", not "erstmals seit zwei Jahren", "erstmals wieder"."""
    words = _lower(clause.field)
    behind = words[words.index("erstmals") + 1 :][:1] if "erstmals" in words else ["seit"]
    return behind[:1] not in (["seit"], ["wieder"])


def _lower(tokens: Sequence[Token]) -> list[str]:
    return [token.text.lower() for token in tokens]


def _take_part(view: View, sentence: Sentence, clause: Clause, bound: dict[Span, EventMention]) -> None:
    """Give the clause's subject to the events in it that say nobody, or only the other side."""
    subject = find_subject(view, clause)
    both = _both(clause)
    words = (*clause.front, *clause.field)
    for span, event in list(bound.items()):
        if (
            event.sentence != sentence.span
            or not any(t.span == span for t in words)
            or event.definite
            or event.group
            or event.name
        ):
            continue
        if event.both and _others_own(clause, subject, event):
            bound[span] = event = replace(event, both=False)  # "Ihren ersten Gipfel hielten die vier Gründungsstaaten 2009 ab"
        if both and not event.people:
            bound[span] = replace(event, both=True)
        elif subject and not subject.span.overlaps(event.phrase):
            there = (arrives(clause.lemma) or _left_for(clause)) and modality(clause.tokens) == "actual"
            bound[span] = _with_subject(view, _on_that_day(view, clause, event), subject, there)


def _others_own(clause: Clause, subject: Subject | None, event: EventMention) -> bool:
    """Whether "ihr" may mean the clause's own subject, and no two persons: a body, or somebody unknown."""
    words = (*clause.front, *clause.field)
    theirs = next((t.text.lower() for t in words if t.span.start == event.phrase.start), "")
    nominative = happens(clause.lemma) or clause.passive or clause.verb.lemma.lower() == "sein"  # "Ihr Treffen fand … statt"
    acts = theirs == "ihren" or not nominative
    unknown = subject is None and acts and not _governed(words, event) and "beiden" not in _lower(words)
    return unknown or (subject is not None and subject.group)


def _left_for(clause: Clause) -> bool:
    """Whether a visitor has set out: "ist zu einem dreitägigen Besuch nach China gereist"."""
    return moves(clause) and (not is_present(clause.verb) or perfected(clause))


def _on_that_day(view: View, clause: Clause, event: EventMention) -> EventMention:
    """The event with the clause's day, where what the clause tells happened at it: "sagte er am Sonntag bei einem Besuch"; or
    right after one of some hours: "einigten sich am Montag nach vierstündigen Verhandlungen".
    """
    words = [*clause.front, *clause.field]
    before = [t.text.lower() for t in words if t.span.end <= event.phrase.start][-1:]
    times = times_in(view, clause)
    at = before == ["bei"] and event.sort in _SHORT and not event.duration and not event.time
    hours = [v.value for m, v in view.times(Kind.DURATION, event.phrase) if m.span == event.duration]
    short = hours[0].startswith("PT") if hours else bool(event.people) and not event.plural
    at = at or (before == ["nach"] and event.sort in MEETING and not event.time and short)
    own = len(times) == 1 and modality(clause.tokens) == "actual" and not event.phrase.covers(times[0][0].span)
    return replace(event, time=times[0][0].span) if at and own else event


def _with_subject(view: View, event: EventMention, subject: Subject, there: bool) -> EventMention:
    """The event with the clause's subject; `there`: the clause says that a visitor has come."""
    people = tuple(m.span for m in subject.people)
    if event.sort in _GOING and not event.people and len(people) == 1:
        return replace(event, people=people, during=event.during or there)
    if event.sort in MEETING and len(event.people) == 1 and len(people) == 1:
        return replace(event, people=(*people, *event.people))
    if event.sort in MEETING and not event.people and len(people) == 2:
        return replace(event, people=people)
    words = subject.span.of(view.text)
    if (
        event.sort in MEETING
        and not event.people
        and subject.group
        and subject.plural
        and words.lower().startswith("die ")
        and " " in words[4:]
    ):
        return replace(event, group="der " + words[4:])
    return event


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
            return token.tag in _OBLIQUE or (i > 0 and (words[i - 1].tag in _OBLIQUE or _genitive(words[i - 1], token, event)))
    return True


def _genitive(before: Token, article: Token, event: EventMention) -> bool:
    """Whether an event stands in the genitive behind a noun: "am Rande der Vollversammlung", not "am Montag der Gipfel"."""
    feminine = event.plural or ((noun := event_noun(event.noun)) is not None and noun[0].gender == "f")
    return before.tag == "NN" and (article.text in {"des", "eines"} or (feminine and article.text in {"der", "einer"}))


def _whole(clause: Clause, time: Timex) -> bool:
    """Whether a time can hold the whole event: the day on which it began or ended may be one of several, the month is not."""
    return not bounds(clause.lemma) or len(time.value) < len("2019-02-27")


def _bounded(clause: Clause, words: Span) -> bool:
    """Whether a time only says from or up to when: "laufen seit Mai"."""
    before = token_before(clause, words)
    return before is not None and before.text.lower() in {"seit", "ab", "bis", "vor", "nach", "auf"}  # "vertagt sich auf März"


def _free(clause: Clause, event: EventMention, events: Sequence[EventMention], words: Span) -> bool:
    """Whether an adverbial can be the event's: it is none inside its phrase, and no other event stands nearer before it.

    "Die Reise folgt auf den Gipfel vor zwei Monaten": that is when the summit was.
    """
    nearer = max(event.span.end, clause.verb.span.end if words > clause.verb.span else 0)
    between = any(nearer <= other.span.start and other.span.end <= words.start for other in events)
    others = any(other.phrase.covers(words) and other.place == words for other in events)  # "Nach dem Essen im Palast traf X Y"
    return not (between or others or event.phrase.covers(words))


def _with_adverbials(view: View, clause: Clause, event: EventMention, events: Sequence[EventMention]) -> EventMention:
    words = (*clause.front, clause.verb, *clause.field)
    reach = Span(words[0].span.start, words[-1].span.end)
    times = [
        m.span
        for m, v in times_in(view, clause)
        if _free(clause, event, events, m.span) and _whole(clause, v) and not _bounded(clause, m.span)
    ]
    places = [
        m.span
        for m, p in view.places(reach)
        if p.preposition in {"in", "auf", "an", "bei"} and _free(clause, event, events, m.span)
    ]
    event = replace(event, time=event.time or (times[0] if len(times) == 1 else None))
    return replace(
        event,
        told=True,
        hearsay=event.hearsay or hearsay(clause.tokens),
        modality=_told_as(clause, event),
        place=event.place or (places[0] if len(places) == 1 else None),
    )


def _told_as(clause: Clause, event: EventMention) -> Modality:
    """What the clause says of its event, an adjective before the noun first: "hatte begonnen und sollte zwei Tage dauern"."""
    own = adjective_modality([t for t in clause.tokens if t.tag == "ADJA" and event.phrase.covers(t.span)])
    if own != "actual" or event.modality == "negated":
        return own if own != "actual" else event.modality
    return "hypothetical" if was_planned(clause.tokens) and not event.time else modality(clause.tokens)
