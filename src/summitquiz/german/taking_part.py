"""Who takes part in the events of a clause: its subject, whom it met there, or "die beiden"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summitquiz.german.agreement import is_present
from summitquiz.german.countries import country_code
from summitquiz.german.cues import modality
from summitquiz.german.fronts import may_be_subject
from summitquiz.german.nouns import event_noun
from summitquiz.german.partners import MEETING, TRAVEL, partners
from summitquiz.german.people_phrases import both_at
from summitquiz.german.subjects import Subject, find_subject
from summitquiz.german.timeline import times_in
from summitquiz.german.verbs import arrives, bids, happens, meets, moves, perfected, stays
from summitquiz.model import EventMention, Kind, Sentence, Span, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.clauses import Clause
    from summitquiz.german.view import View
    from summitquiz.model import Mention, Timex

_AND_THE = re.compile(r"(?:,| und) (?:die|das) ")  # "die Regierung und die Rebellen": each has its own genitive
_DATIVES = ("dem ", "seinem ", "ihrem ")
_SHORT = {"visit", "meeting", "call", "press", "reception", "signing"}  # sorts of events that seldom last several days
_OBLIQUE = {"APPR", "APPRART"}
_MOST_HOURS = 8


def take_part(view: View, sentence: Sentence, clause: Clause, bound: dict[Span, EventMention]) -> None:
    """Give the clause's subject to the events in it that say nobody, or only the other side."""
    subject = find_subject(view, clause)
    both = both_meet(clause)
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
        if event.both and (_of_many(view, clause, subject) or _others_own(clause, subject, event)):
            bound[span] = event = replace(event, both=False)  # "Ihren ersten Gipfel hielten die vier Gründungsstaaten 2009 ab"
        if both and not event.people:
            bound[span] = replace(event, both=True)
        elif (
            subject
            and not subject.span.overlaps(event.phrase)
            and not (bids(clause) and not clause.passive and led_to(words, event))
        ):
            there = _has_come(clause) and modality(clause.tokens) == "actual"
            bound[span] = _with_subject(view, clause, _on_that_day(view, clause, event), subject, there)


def _of_many(view: View, clause: Clause, subject: Subject | None) -> bool:
    """Whether "ihr" means a body or its members, whoever else meets: "Die Regierungschefs der EU … bei ihrem Gipfel", "will sie
    ihren Gipfel abhalten".
    """
    if subject:
        return subject.pronoun == "sie" and not subject.plural
    body = bool(clause.front) and view.within(Kind.ORGANISATION, Span(clause.front[0].span.start, clause.front[-1].span.end))
    members = any(t.text.endswith("Regierungschefs") for t in clause.front)
    return bool(body or members) and not {"beiden", "zwei"} & set(lowered(clause.front))


def _others_own(clause: Clause, subject: Subject | None, event: EventMention) -> bool:
    """Whether "ihr" may mean the clause's own subject, and no two persons: a body, or somebody unknown."""
    words = (*clause.front, *clause.field)
    theirs = next((t.text.lower() for t in words if t.span.start == event.phrase.start), "")
    nominative = happens(clause.lemma) or clause.passive or clause.verb.lemma.lower() == "sein"  # "Ihr Treffen fand … statt"
    acts = theirs == "ihren" or not nominative
    unknown = subject is None and acts and not governed(words, event) and "beiden" not in lowered(words)
    return unknown or (subject is not None and subject.group)


def _has_come(clause: Clause) -> bool:
    """Whether a visitor is there or has set out: "ist nach China gereist", "weilt in Rom"; not "trifft am Freitag ein"."""
    told = not is_present(clause.verb) or perfected(clause)
    return (moves(clause) and told and not bids(clause)) or (arrives(clause.lemma) and (told or stays(clause.lemma)))


def _on_that_day(view: View, clause: Clause, event: EventMention) -> EventMention:
    """The event with the clause's day, where what the clause tells happened at it: "sagte er am Sonntag bei einem Besuch"; or
    right after one of some hours: "einigten sich am Montag nach vierstündigen Verhandlungen".
    """
    words = [*clause.front, *clause.field]
    before = [t.text.lower() for t in words if t.span.end <= event.phrase.start][-1:]
    times = times_in(view, clause)
    at = (before == ["bei"] and event.sort in _SHORT) or (before == ["in"] and event.sort == "call")
    at = at and not event.duration and not event.time
    hours = [v.value for m, v in view.times(Kind.DURATION, event.phrase) if m.span == event.duration]
    short = _some_hours(hours[0], times) if hours else bool(event.people) and not event.plural
    at = at or (before == ["nach"] and event.sort in MEETING and not event.time and short and not moves(clause))
    own = len(times) == 1 and modality(clause.tokens) == "actual" and not event.phrase.covers(times[0][0].span)
    return replace(event, time=times[0][0].span) if at and own else event


def _some_hours(length: str, times: Sequence[tuple[Mention, Timex]]) -> bool:
    """Whether what lasted so long was over on the day it began: not sixteen hours, nor what ended in the morning."""
    hours = re.fullmatch(r"PT(?:(\d+)H)?(?:\d+M)?", length)
    early = any(value.value.endswith(("TMO", "TNI")) for _, value in times)
    return hours is not None and int(hours[1] or 0) <= _MOST_HOURS and not (early and hours[1])


def _with_subject(view: View, clause: Clause, event: EventMention, subject: Subject, there: bool) -> EventMention:
    """The event with the clause's subject; `there`: the clause says that a visitor has come."""
    people = tuple(m.span for m in subject.people)
    how = meets(clause) if len(people) == 1 and not event.people and led_to((*clause.front, *clause.field), event) else None
    if how and (others := partners(view, clause, subject, how)) and not others.also:
        people += tuple(m.span for m in others.people)  # "Putin empfing Xi zu einem zweistündigen Gespräch"
    if event.sort == "call" and not event.people and len(people) == 1 and (other := _called(view, clause, subject)):
        return replace(event, people=(*people, other))
    if event.sort in TRAVEL and not event.people and len(people) == 1:
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
        and not (_named_last(words) or _AND_THE.search(words))
    ):
        return replace(event, group="der " + words[4:])
    return event


def _called(view: View, clause: Clause, subject: Subject) -> Span | None:
    """The one other person to whom the subject spoke on the telephone: "entschuldigte sich in einem Telefonat [bei X]",
    "versicherte dem Präsidenten X in einem Telefonat"."""
    others = [(m.span, p.phrase) for m, p in view.people(clause.reach) if p.name and not subject.span.overlaps(m.span)]
    if len(others) != 1:
        return None
    name, phrase = others[0]
    before = [t.text.lower() for t in clause.tokens if t.span.end <= phrase.start][-1:]
    spoken_to = before in (["bei"], ["gegenüber"]) or phrase.of(view.text).lower().startswith(_DATIVES)
    return name if spoken_to else None


def _named_last(words: str) -> bool:
    """Whether a country is the last of a list, "die fünf Vetomächte und Deutschland", whose genitive has another ending."""
    last = words.rpartition(" und ")[2]
    return country_code(last) is not None and not last.endswith("s") and " von " not in words


def led_to(words: Sequence[Token], event: EventMention) -> bool:
    """Whether "zu" or "zum" stands before an event: those who met did so for it."""
    return bool({"zu", "zum"} & set(lowered([t for t in words if t.span.start <= event.phrase.start][-2:])))


def both_meet(clause: Clause) -> bool:
    """Whether "die beiden" or "beide" is the subject: in front, or behind the verb where no subject can stand in front."""
    behind = [t for t in clause.field if t.tag != "PRF"]
    in_front = lowered(clause.front[:2]) == ["die", "beiden"] or lowered(clause.front) == ["beide"]
    return in_front or (not may_be_subject(clause) and both_at(behind) > 0)


def governed(words: Sequence[Token], event: EventMention) -> bool:
    """Whether a preposition or a noun before it governs an event, or it is none of the words."""
    start = event.phrase.start
    for i, token in enumerate(words):
        if token.span.start == start:
            return token.tag in _OBLIQUE or (i > 0 and (words[i - 1].tag in _OBLIQUE or _genitive(words[i - 1], token, event)))
    return True


def _genitive(before: Token, article: Token, event: EventMention) -> bool:
    """Whether an event stands in the genitive behind a noun: "am Rande der Vollversammlung", not "am Montag der Gipfel"."""
    feminine = event.plural or ((noun := event_noun(event.noun)) is not None and noun[0].gender == "f")
    return before.tag == "NN" and (article.text in {"des", "eines"} or (feminine and article.text in {"der", "einer"}))


def lowered(tokens: Sequence[Token]) -> list[str]:
    return [token.text.lower() for token in tokens]
