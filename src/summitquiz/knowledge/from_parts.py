"""Facts about the part that somebody has in an event: its host, who mediates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.errors import FormError
from summitquiz.knowledge.event_words import EventWords
from summitquiz.knowledge.outlook import Outlook
from summitquiz.knowledge.scene import Scene, evidence

if TYPE_CHECKING:
    from summitquiz.knowledge.happening import Happening
    from summitquiz.model import Claim, Reading


def enter_parts(scene: Scene, reading: Reading) -> None:
    """One fact for each person whom the article gives a part in an event that can be named."""
    for claim in reading.claims:
        if claim.pattern == "part":
            _enter(scene, reading, claim)


def _enter(scene: Scene, reading: Reading, claim: Claim) -> None:
    article = reading.document.article
    person = scene.people.at(article.id, claim.answer)
    named = scene.events.at(article.id, claim.event) if claim.event else None
    happening = named or _implied(scene, reading, claim)
    if person is None or not person.full:
        scene.abstain(article, claim.answer, "surname_only")
    elif happening is None or not _told(happening):
        scene.abstain(article, claim.answer, "event_unclear")
    else:
        try:
            _fact(scene, reading, claim, happening, person.name)
        except FormError:
            scene.abstain(article, claim.answer, "form")


def _implied(scene: Scene, reading: Reading, claim: Claim) -> Happening | None:
    """Whose host a host is: "der Gastgeber des Treffens" is that of what the article is about; one of whom no more is said,
    that of the only event of his sentence."""
    article = reading.document.article.id
    named = [event.span for event in reading.events if event.sentence == claim.sentence]
    if claim.event or not named:
        main = scene.events.main(article)
        said = next((event for event in reading.events if event.span == claim.event), None)
        other = main is None or main.family == "call" or (said is not None and said.large and not main.large)
        return None if other else main  # "der Gastgeber der Tagung" is not that of the telephone call
    return scene.events.at(article, named[0]) if len(named) == 1 else None


def _told(happening: Happening) -> bool:
    """Whether the event can be told from others, by a place and time if by nothing else."""
    return happening.known or bool(happening.place and happening.time)


def _fact(scene: Scene, reading: Reading, claim: Claim, happening: Happening, name: str) -> None:
    article = reading.document.article
    words = EventWords(scene, happening)
    if Outlook(scene, happening, dated=bool(words.own_time())).modality() not in {"actual", "planned"}:
        scene.abstain(article, claim.answer, "hypothetical")
        return
    place = "" if words.place() in words.label else words.place()
    slots = words.slots("actual") | {"part": claim.question_word, "place": place}
    if not slots["when"] and not slots["place"]:
        scene.abstain(article, claim.answer, "undated")
        return
    proof = evidence(article, claim.answer, claim.sentence, claim.rule)
    scene.enter("who", "part", f"part|{claim.question_word}|{happening.key}", words.id, name, proof, slots)
