"""The gaps of a stem filled with the people, events and times that its words mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summitquiz.errors import FormError
from summitquiz.knowledge.event_words import EventWords
from summitquiz.knowledge.pronouns import BOTH, him, meant, pronoun
from summitquiz.knowledge.scene import current, published_when
from summitquiz.knowledge.stopped import Stopped
from summitquiz.knowledge.two_countries import two_countries
from summitquiz.model import Place, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.knowledge.persons import Profile
    from summitquiz.knowledge.scene import Scene
    from summitquiz.model import Claim, Document, Slot, Stem

_TWICE = re.compile(r"\b((?:[\w-]+ ){1,6}[\w-]+) \1\b")  # an event's place, said of it and by its label
_MOST_PARTICLES = 3  # von und zu
_THESE = {"diese", "dieser", "dieses", "diesem", "diesen"}


class EventUnclear(Stopped):
    """Nobody knows which event is meant."""

    def __init__(self) -> None:
        super().__init__("event_unclear")


@dataclass(frozen=True, slots=True)
class Filled:
    """A stem as text. `floats`: it has an event of which only the article's headline can tell which it is: "nach der Wahl"."""

    text: str
    floats: str = ""


def fill(
    scene: Scene, document: Document, claim: Claim, stem: Stem, answering: Sequence[Profile] = (), *, beside: str | None = None
) -> Filled:
    """A stem as text. Raises Stopped where nobody knows who is meant.

    `answering`: persons whom no event in it may name. `beside`: what stands in place of the month of publication.
    """
    month = published_when(scene, document.article) if claim.anchor and current(document, claim.sentence) else ""
    text, floats = "", ""
    for part in stem:
        if isinstance(part, str):
            text += part
        elif part.what == "time":
            text += month if beside is None else beside
        else:
            words = text.rstrip().split(" ")
            try:
                filled = _filled(scene, document, claim, part, answering)
            except EventUnclear:
                pointed = _pointed_at(document.article.text, part.span)
                if not document.article.title and not pointed:
                    raise
                filled = scene.phrasing.bare_event(part.span.of(document.article.text), part.case)
                if pointed:
                    filled += f" {_just_told(scene, document, claim.sentence)}"
                else:
                    floats = filled.split()[-1]
            if part.what == "person":
                words = words[: len(words) - _particles(words, filled)]
            text = " ".join([*words[:-1], scene.phrasing.contract(f"{words[-1]} {filled}")]).lstrip()
    text = _TWICE.sub(r"\1", text)
    if re.search(r"\b([A-ZÄÖÜ]\w+) \1\b|\b([A-ZÄÖÜ]\w+ [A-ZÄÖÜ]\w+) und [^,]*\2\b", text):
        raise Stopped("torn")  # "mit Thein Thein Sein", "X und Ratsvorsitzender X": where the name begins, was read wrongly
    return Filled(re.sub(r"\s+(?=[\s,])", "", text).strip(), floats)


def _pointed_at(text: str, noun: Span) -> bool:
    """Whether "diese" stands before an event's noun: then it is the one just spoken of, and need not be the headline's."""
    before = text[: noun.start].split()
    return bool(before) and before[-1].lower() in _THESE


def _just_told(scene: Scene, document: Document, sentence: Span) -> str:
    """Where and when the one meeting of the sentence before is: "dem Treffen [in Wien am 1. Juni 2006]".

    Raises EventUnclear where it tells of none or several, or not where.
    """
    _, before = document.with_before(sentence)
    told = scene.events.within(document.article.id, before.span) if before else []
    if len(told) != 1 or told[0].family not in {"meeting", "talks"}:
        raise EventUnclear
    try:
        event = EventWords(scene, told[0])
        place, time = event.place(), event.own_time()
    except FormError:
        raise EventUnclear from None
    if not place:
        raise EventUnclear
    return f"{place} {time}".rstrip()


def _particles(words: Sequence[str], name: str) -> int:
    """How many words at the end of a text the full name behind them has itself: "gegen zu Guttenberg", "und von der Leyen"."""
    longest = range(min(_MOST_PARTICLES, len(words) - 1), 0, -1)
    return next((n for n in longest if f" {' '.join(words[len(words) - n :])} " in name), 0)


def _filled(scene: Scene, document: Document, claim: Claim, slot: Slot, answering: Sequence[Profile]) -> str:
    article = document.article
    if slot.what == "person":
        person = scene.people.at(article.id, slot.span)
        word = slot.span.of(article.text).lower()
        if person is None and word.startswith(BOTH):
            return scene.phrasing.join([p.name for p in meant(scene, document, claim.sentence, slot.span)])
        if person is None and word in {"er", "sie"}:
            person = pronoun(scene, document, claim.sentence, slot.span)
        elif person is None and word in {"ihn", "ihm"}:
            person = him(scene, document, claim.sentence, slot.span)
        if person is None or not (person.full or person.office):
            raise Stopped("person_unknown")
        return scene.phrasing.genitive(person.name) if slot.case == "gen" else person.name
    if slot.what == "countries":
        return two_countries(scene, document, slot.case)
    happening = scene.events.at(article.id, slot.span)
    known = happening if happening and happening.known else None
    if known and not known.whole:
        return _event(EventWords(scene, known), slot, answering)
    try:
        return _talks_there(scene, document, slot)  # the place gives away none of the two who talk
    except EventUnclear:
        if known is None:
            raise
        return _event(EventWords(scene, known), slot, answering)


def _event(event: EventWords, slot: Slot, answering: Sequence[Profile]) -> str:
    """An event's label that does not name those who answer: by whom else it had, or by its place."""
    words = event.without([p.name for p in answering], slot.case, placed=False) or event.at_its_place(slot.case)
    if not words:
        raise Stopped("gives_away")
    return words


def _talks_there(scene: Scene, document: Document, slot: Slot) -> str:
    """ "die Gespräche" of nobody in particular: those at the place of the article's main event."""
    words = slot.span.of(document.article.text)
    main = scene.events.main(document.article.id)
    if "-" in words or main is None or main.place is None or not isinstance(main.place[1].value, Place):
        raise EventUnclear  # "die Zwei-plus-Vier-Gespräche": others
    try:
        label = scene.phrasing.talks(words, scene.phrasing.place_in(main.place[1].value.name))
    except FormError:
        raise EventUnclear from None
    return scene.phrasing.decline(label, slot.case)
