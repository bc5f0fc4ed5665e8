"""What a clause tells of its events.

Their time and place ("Im März soll die Konferenz in Genf stattfinden"), and who takes part ("Kerry sagte bei einem Besuch").
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summitquiz.german.as_of import is_now
from summitquiz.german.asides import asides
from summitquiz.german.attachment import token_before
from summitquiz.german.clauses import Clause, main_clauses
from summitquiz.german.cues import adjective_modality, given_up, hearsay, modality, reported, was_planned
from summitquiz.german.nouns import event_noun
from summitquiz.german.partners import partners, receiver, with_owner
from summitquiz.german.reporting_clauses import reporting_clause
from summitquiz.german.subjects import find_subject
from summitquiz.german.taking_part import both_meet, governed, led_to, lowered, take_part
from summitquiz.german.timeline import is_day, times_in, to_come
from summitquiz.german.verbs import bounds, happens, meets, reports
from summitquiz.model import EventMention, Kind, Modality, Sentence, Span, Timex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.view import View


_NEXT = len(" am ")  # between an event and the date behind it: "vor Beginn der Konferenz am 24. März kam es zu …"


def bind(view: View, events: Sequence[EventMention]) -> list[EventMention]:
    """The event mentions with the time and place of their clause, where that clause is about one event alone."""
    bound = {event.span: event for event in events}
    told: list[EventMention] = []
    for sentence, zones in view.prose():
        whole = view.unbroken(sentence.span)
        for clause in main_clauses(sentence, zones, whole):
            _take_place(view, sentence, clause, bound)
            take_part(view, sentence, clause, bound)
            _still_to_come(view, sentence, clause, bound)
            told += _told_by_verb(view, sentence, clause, events)
            _spoken_after(view, clause, bound)
        for clause, doer in asides(view, sentence, zones, whole):
            if doer is None and not given_up(clause.tokens):  # "den Gipfel, der für Mai geplant ist", not what it was at first
                _take_place(view, sentence, clause, bound)
        behind = reporting_clause(sentence, zones, whole)
        if behind:
            take_part(view, sentence, behind, bound)
            _spoken_after(view, behind, bound)
    title = view.document.article.title_span
    for span, event in bound.items():
        if title and title.covers(span) and event.time and not any(v.resolved for _, v in view.times(Kind.TIME, event.time)):
            bound[span] = replace(event, modality="hypothetical")  # on a weekday that may be the next one
    owned = (with_owner(view, event) for event in bound.values())
    return sorted([*owned, *told], key=lambda event: event.span)


def _take_place(view: View, sentence: Sentence, clause: Clause, bound: dict[Span, EventMention]) -> None:
    """Give the event that a clause is about the clause's time and place, unless another has told already that it took place."""
    event = _subject(clause, sentence, list(bound.values()))
    if (
        event
        and (happens(clause.lemma) or bounds(clause) or _came_about(clause))
        and not (event.told and event.modality == "actual")
    ):
        bound[event.span] = _with_adverbials(view, clause, event, list(bound.values()))


def _still_to_come(view: View, sentence: Sentence, clause: Clause, bound: dict[Span, EventMention]) -> None:
    """Make a plan of the events at which something will be done after the article was written, "kommen im April am Rande der
    Tagung zusammen", and of what does something on a day in the present: "Am Samstag berät der Parteitag in Rom"."""
    times = times_in(view, clause) if is_now(clause) else []
    coming = any(time.resolved and to_come(view, time) for _, time in times)
    for span, event in list(bound.items()) if coming else ():
        if event.sentence == sentence.span and event.during and not event.time and any(t.span == span for t in clause.tokens):
            bound[span] = replace(event, during=False, modality="planned")
    doer = _subject(clause, sentence, list(bound.values())) if times else None
    if doer and doer.modality == "actual" and not (doer.told or doer.during):
        bound[doer.span] = replace(doer, modality="planned" if coming else "hypothetical")


def _spoken_after(view: View, clause: Clause, bound: dict[Span, EventMention]) -> None:
    """Give a talk of some hours the day on which somebody spoke after it: "sagte X am Mittwoch nach dem Gespräch"."""
    days = [m.span for m, time in times_in(view, clause) if time.resolved and is_day(view, m.span)]
    if not reports(clause) or len(days) != 1:
        return
    for span, event in list(bound.items()):
        here = any(t.span == span for t in clause.tokens) and not event.phrase.covers(days[0])
        hours = event.duration is not None and not event.days
        before = token_before(clause, event.phrase)
        if here and hours and event.during and event.time is None and before is not None and before.text == "nach":
            bound[span] = replace(event, time=days[0])


def _told_by_verb(view: View, sentence: Sentence, clause: Clause, events: Sequence[EventMention]) -> list[EventMention]:
    """A meeting of two persons that a verb tells: "Putin und Kim haben sich am Donnerstag in Wladiwostok getroffen"."""
    if _by_hearsay(view, clause):
        return []  # "haben sich nach Angaben des Kreml getroffen": the clause's own questions say so
    how, subject = meets(clause), find_subject(view, clause)
    beside = lowered((*clause.front, *clause.field))
    here = [e for e in events if e.sentence == sentence.span]
    event = event_noun(how.noun) if how and how.noun else None
    if (
        event
        and how
        and both_meet(clause)
        and not reported(clause.verb)
        and how.preposition not in lowered((*clause.front, *clause.field))
    ):
        verb = clause.verb.span
        mention = EventMention(verb, verb, event[0].noun, event[0].sort, sentence.span, False, False, both=True)
        return _dated(view, clause, _with_adverbials(view, clause, mention, here))
    if how is None or event is None or subject is None or not subject.people or reported(clause.verb):
        return []
    others = receiver(view, clause) if clause.passive else partners(view, clause, subject, how)
    people = (*subject.people, *(others.people if others else ()))
    third = others is None and how.preposition in beside  # "X und Y trafen sich mit ihnen"
    if len(people) != 2 or third:
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
    return _dated(view, clause, _with_adverbials(view, clause, mention, here))


def _dated(view: View, clause: Clause, event: EventMention) -> list[EventMention]:
    """A meeting in the present only where a day tells whether it is over: "treffen sich in Genf" may be still to come."""
    times = view.times(Kind.TIME, event.time) if event.time else []
    return [] if is_now(clause) and not any(value.resolved for _, value in times) else [event]


def _by_hearsay(view: View, clause: Clause) -> bool:
    """Whether a clause names its source, or says how sure it is: "laut dem Kreml", "offenbar"."""
    cues = view.within(Kind.CUE, Span(clause.tokens[0].span.start, clause.tokens[-1].span.end))
    return any(cue.rule.startswith(("de.attribution", "de.hedge")) and not cue.rule.endswith("reported") for cue in cues)


def _for_the_first_time(clause: Clause) -> bool:
    """Whether it never happened before: "erstmals", not "erstmals seit zwei Jahren", "erstmals wieder"."""
    words = lowered(clause.field)
    behind = words[words.index("erstmals") + 1 :][:1] if "erstmals" in words else ["seit"]
    return behind[:1] not in (["seit"], ["wieder"])


def _came_about(clause: Clause) -> bool:
    """Whether a clause says "es kam zu": "kam es in Paris zu einem Treffen"."""
    return clause.lemma == "kommen" and any(t.text.lower() == "es" for t in (*clause.front, *clause.field))


def _subject(clause: Clause, sentence: Sentence, events: Sequence[EventMention]) -> EventMention | None:
    """The only event noun of the clause that no preposition governs."""
    words = (*clause.front, *clause.field)
    reach = Span(words[0].span.start, words[-1].span.end)
    here = [e for e in events if e.sentence == sentence.span and reach.covers(e.span)]
    came = _came_about(clause)
    free = [e for e in here if not governed(words, e) or (came and led_to(words, e))]
    return free[0] if len(free) == 1 else None


def _whole(clause: Clause, event: EventMention, time: Timex) -> bool:
    """Whether a time can hold the whole event: the day on which it began or ended may be one of several, the month of a single
    meeting is not."""
    return not bounds(clause) or (not event.plural and len(time.value) < len("2019-02-27"))


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
    ahead = any(o is not event and o.ahead and o.phrase.start < words.start <= o.phrase.end + _NEXT for o in events)
    return not (between or others or ahead or event.phrase.covers(words))


def _with_adverbials(view: View, clause: Clause, event: EventMention, events: Sequence[EventMention]) -> EventMention:
    words = (*clause.front, clause.verb, *clause.field)
    reach = Span(words[0].span.start, words[-1].span.end)
    times = [
        m.span
        for m, v in times_in(view, clause)
        if _free(clause, event, events, m.span) and _whole(clause, event, v) and not _bounded(clause, m.span)
    ]
    places = [
        m.span
        for m, p in view.places(reach)
        if p.preposition in {"in", "auf", "an", "bei"} and _free(clause, event, events, m.span)
    ]
    if bounds(clause) and is_day(view, event.time) and event.phrase > clause.verb.span:
        event = replace(event, time=None)  # "endete der Gipfel in Brüssel am Freitag": of several days the last
    event = replace(event, time=event.time or (times[0] if len(times) == 1 else None))
    return replace(
        event,
        told=True,
        hearsay=event.hearsay or hearsay(clause.tokens),
        modality=_told_as(view, clause, event),
        place=event.place or (places[0] if len(places) == 1 else None),
    )


def _told_as(view: View, clause: Clause, event: EventMention) -> Modality:
    """What the clause says of its event, an adjective before the noun first: "hatte begonnen und sollte zwei Tage dauern"."""
    own = adjective_modality([t for t in clause.tokens if t.tag == "ADJA" and event.phrase.covers(t.span)])
    if own != "actual" or event.modality == "negated":
        return own if own != "actual" else event.modality
    if was_planned(clause.tokens) and not event.time:
        return "hypothetical"
    found = modality(clause.tokens)
    return "planned" if found == "actual" and is_now(clause) and _to_come(view, clause, event) else found


def _to_come(view: View, clause: Clause, event: EventMention) -> bool:
    """Whether a date of the event or of its clause is not over when the article appears: "treffen sich heute in Genf"."""
    own = view.times(Kind.TIME, event.time) if event.time else []
    dates = [*own, *((m, v) for m, v in times_in(view, clause) if not _bounded(clause, m.span))]
    published = str(view.document.article.published or "9999")
    return any(v.begins[:4].isdigit() and v.begins[: len(published)] >= published for _, v in dates)
