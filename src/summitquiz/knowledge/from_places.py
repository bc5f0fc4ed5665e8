"""Facts about places that the words give: "die vietnamesische Hauptstadt Hanoi", "in der russischen Stadt Wladiwostok"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.errors import FormError
from summitquiz.knowledge.scene import Scene, evidence
from summitquiz.model import Kind, Place

if TYPE_CHECKING:
    from summitquiz.model import Mention, Reading, Span


def _matters(scene: Scene, article: str, mention: Mention, sentence: Span) -> bool:
    """Whether a place stands in headline or lead, or is where one of the events was."""
    there = any(h.place and h.place[1].value == mention.value for h in scene.events.all())
    return there or sentence.end <= scene.events.opening(article)


def enter_places(scene: Scene, reading: Reading) -> None:
    """One fact for each city whose country the words beside it state."""
    article = reading.document.article
    for mention in reading.document.mentions:
        place = mention.value
        if mention.kind is not Kind.PLACE or not isinstance(place, Place) or place.kind != "city" or not place.stated_country:
            continue
        sentence = next((s for s in reading.document.sentences if s.span.covers(mention.span)), None)
        if sentence is None or not (place.capital or _matters(scene, article.id, mention, sentence.span)):
            continue  # where a report's by-places lie, nobody need learn from it
        try:
            country = scene.phrasing.country(place.stated_country)
            inside = scene.phrasing.place_in(country)
        except FormError:
            continue
        answer = (
            country if place.capital or not inside.startswith("i") else inside
        )  # "In welchem Land liegt …": not "auf Malta"
        key = f"country|{place.name}"
        event = scene.event_id(key, "Ort", place.name)
        proof = evidence(article, place.phrase, sentence.span, "de.place.stated_country")
        slots = {"place": place.name, "capital": "yes" if place.capital else ""}
        scene.enter("where", "country", key, event, answer, proof, slots)
