"""From readings to knowledge: people, events and facts of a deck's articles, brought together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.knowledge.events import Events
from summitquiz.knowledge.from_claims import enter_claims
from summitquiz.knowledge.from_events import enter_events
from summitquiz.knowledge.from_offices import enter_offices
from summitquiz.knowledge.from_parts import enter_parts
from summitquiz.knowledge.from_places import enter_places
from summitquiz.knowledge.happening import tell_apart
from summitquiz.knowledge.merge import merge
from summitquiz.knowledge.persons import People
from summitquiz.knowledge.scene import Scene
from summitquiz.model import Abstention, Event, Kind, Knowledge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.knowledge.phrasing import Phrasing
    from summitquiz.model import Article, Reading


def establish(readings: Sequence[Reading], phrasing: Phrasing) -> Knowledge:
    """All that the articles say, as facts; what was seen and left out is listed with the gate that stopped it."""
    people = People(phrasing)
    people.read([reading.document for reading in readings])
    events = Events(people)
    for reading in readings:
        events.read(reading.document, reading.events)
    tell_apart(events.all())
    documents = {reading.document.article.id: reading.document for reading in readings}
    scene = Scene(people, events, phrasing, documents, {reading.document.article.id: reading.claims for reading in readings})
    enter_events(scene)
    for reading in readings:
        enter_claims(scene, reading)
        enter_offices(scene, reading)
        enter_parts(scene, reading)
        enter_places(scene, reading)
        _enter_zones(scene, reading)
    articles = tuple(reading.document.article for reading in readings)
    entities = tuple(people.entities())
    ids = {entity.name: entity.id for entity in entities}
    return Knowledge(
        articles=articles,
        events=tuple(
            Event(event, kind, label, tuple(ids[name] for name in names if name in ids))
            for event, (kind, label, names) in scene.labels.items()
        ),
        entities=entities,
        facts=tuple(merge(scene.facts, articles, lambda article: _source(article, phrasing), phrasing.according_to)),
        abstained=tuple(dict.fromkeys(scene.abstained)),
    )


def _source(article: Article, phrasing: Phrasing) -> str:
    """An article as the one who says so."""
    return phrasing.report(article.publisher, article.title, str(article.published) if article.published else None)


def _enter_zones(scene: Scene, reading: Reading) -> None:
    """What stands in datelines, captions and credits is seen and not asked."""
    article = reading.document.article
    zones = [m for m in reading.document.mentions if m.kind is Kind.ZONE]
    for zone in zones:
        inside = [m for m in reading.document.mentions if m.kind is not Kind.ZONE and zone.span.covers(m.span)]
        scene.abstained += [Abstention(article.id, m.span, m.span.of(article.text), str(zone.value)) for m in inside]
