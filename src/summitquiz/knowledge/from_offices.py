"""Facts about offices: who is called Russia's foreign minister."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.errors import FormError
from summitquiz.knowledge.scene import Scene, current, evidence, published_when
from summitquiz.model import Kind, Person

if TYPE_CHECKING:
    from summitquiz.knowledge.persons import Profile
    from summitquiz.model import Office, Reading


def enter_offices(scene: Scene, reading: Reading) -> None:
    """One fact for each office that the article gives a fully named person."""
    article = reading.document.article
    entered: list[tuple[Profile, Office]] = []
    for mention in reading.document.mentions:
        person = mention.value
        if mention.kind is not Kind.PERSON or not isinstance(person, Person) or not (person.name and person.office):
            continue
        profile = scene.people.at(article.id, mention.span)
        sentence = next((s for s in reading.document.sentences if s.span.covers(mention.span)), None)
        if profile is None or not profile.full or sentence is None:
            continue
        title, country = person.office.title, person.office.country
        if any(
            profile is p and title != o.title and country == o.country and scene.phrasing.same_office(o.title, title)
            for p, o in entered
        ):
            continue  # "Staatspräsident" of whom it calls "Präsident" elsewhere: one office
        try:
            office = scene.phrasing.office(person.office, profile.gender)
        except FormError:
            scene.abstain(article, person.phrase, "office_unclear")
            continue
        mere = person.phrase.of(article.text).lower().startswith(("ein ", "eine ", "einer ", "einem ", "einen ", "eines "))
        if article.published and scene.phrasing.changed_hands(person.office, article.published):
            scene.abstain(article, person.phrase, "former")  # in November 2005, two were chancellor
            continue
        if mere or scene.phrasing.held_by(person.office, article.published, profile.name) is False:
            scene.abstain(article, person.phrase, "former")  # "gegen eine Kanzlerin Merkel"; long ago, or not yet
            continue
        when = scene.phrasing.whole_years(article.period) if article.period else published_when(scene, article)
        if any(o.former and scene.phrasing.same_office(o.title, person.office.title) for o in profile.offices):
            scene.abstain(article, person.phrase, "former")  # "der zurückgetretene Präsident": from when on, nobody says
            continue
        unsure = article.period and not scene.phrasing.held_throughout(person.office, article.period, profile.name)
        if not when or unsure or not current(reading.document, sentence.span):
            scene.abstain(article, person.phrase, "undated")
            continue
        entered.append((profile, person.office))
        key = f"office|{person.office.title}|{person.office.country or person.office.of}|{profile.name}"
        event = scene.event_id(key, "Amt", office, (profile.name,))
        proof = evidence(article, mention.span, sentence.span, "de.office.holder")
        scene.enter("who", "office", key, event, profile.name, proof, {"office": office, "when": when})
