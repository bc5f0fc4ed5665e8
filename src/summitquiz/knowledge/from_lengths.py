"""Facts from lengths that a verb gives: "Das Gespräch dauerte zwei Stunden"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.knowledge.answers import length_in, mention_at
from summitquiz.knowledge.event_words import EventWords
from summitquiz.knowledge.headline import headline
from summitquiz.knowledge.outlook import Outlook
from summitquiz.knowledge.scene import Scene, current, evidence, published_when, source_in
from summitquiz.knowledge.stopped import Stopped
from summitquiz.model import Timex

if TYPE_CHECKING:
    from summitquiz.knowledge.happening import Happening
    from summitquiz.model import Claim, Document, EventMention

_TWO = 2


def enter_length(scene: Scene, document: Document, claim: Claim) -> None:
    """A length that a verb gives: it belongs to the event named beside it, or to the one the sentence before speaks of.

    Raises Stopped where neither is known, and FormError.
    """
    article = document.article
    happening = scene.events.at(article.id, claim.event) if claim.event else _last_event(scene, document, claim)
    if happening is None or not happening.known:
        raise Stopped("event_unclear")
    mention = mention_at(document, claim)
    if not isinstance(mention.value, Timex):
        raise Stopped("value")
    if claim.modality not in {"actual", "planned"}:
        raise Stopped(claim.modality)
    if claim.present and claim.modality == "actual" and not claim.reported:
        raise Stopped("hypothetical")  # "der am Montag beginnt und zwei Tage dauert": how long it was, nobody knows yet
    value = mention.value
    source = source_in(document, claim.sentence, claim.answer)
    if claim.reported and not source:
        raise Stopped("source_lost")
    answer = scene.phrasing.length_said(length_in(document, mention, claim))
    proof = evidence(article, mention.span, claim.sentence, claim.rule)
    event = EventWords(scene, happening, _spoken_of(document, claim, happening))
    slots = event.slots("actual")
    if not slots["when"] and len(happening.people) == _TWO and article.year_known and current(document, claim.sentence):
        slots["when"] = published_when(scene, article)
    dated, alone = bool(slots["when"] or article.published), len(happening.people) > 1 or happening.name
    about = "" if alone and dated else headline(scene, document, answer, [], dates=not dated)
    if not (slots["when"] or about):
        raise Stopped("undated")  # "Wie lange dauerte der G20-Gipfel?": which?
    main = scene.events.main(article.id)
    if not alone and main is not None and main is not happening and main is not happening.whole:
        raise Stopped("event_unclear")  # "Nach fünf Stunden endete die Unterredung": not the one of the headline
    slots["about"] = about
    lasted = any(c.ask == "how_long" and c.modality == "actual" for c in scene.claims[article.id])
    took_place = lasted and Outlook(scene, happening, dated=bool(event.own_time())).modality() == "actual"
    said = scene.phrasing.at_first in claim.sentence.of(article.text).lower()
    if claim.modality == "planned" and (took_place or said or any(m.given_up for _, m in happening.mentions)):
        slots["first"] = scene.phrasing.at_first  # it came to be otherwise
    slots = event.placed(slots)
    scene.enter(
        "how_long", "length", f"{happening.key}|{value.value}", event.id, answer, proof, slots,
        value.value, value.mod, claim.modality, source,
    )  # fmt: skip


def _spoken_of(document: Document, claim: Claim, happening: Happening) -> EventMention | None:
    """The words that a length is said of: those of its own clause, or the last ones before it."""
    here = [m for article, m in happening.mentions if article == document.article.id and m.span < claim.answer]
    return next((m for _, m in happening.mentions if m.span == claim.event), here[-1] if here else None)


def _last_event(scene: Scene, document: Document, claim: Claim) -> Happening | None:
    """The event of the sentence before, when that speaks of just one."""
    number = next(i for i, s in enumerate(document.sentences) if s.span == claim.sentence)
    if not number:
        return None
    found = scene.events.within(document.article.id, document.sentences[number - 1].span)
    return found[0] if len(found) == 1 else None


def has_lasted(scene: Scene, document: Document, claim: Claim) -> bool:
    """Whether a length is that of an event which a question names, or may differ from one: talks of the same two."""
    lasted = [fact for fact in scene.facts if fact.ask == "how_long" and fact.evidence[0].article == document.article.id]
    here = {person.name for person in scene.people.within(document.article.id, claim.sentence)}
    here |= {person.name for person in scene.events.two(document, claim.sentence)} if not here else set()
    talked = (set(scene.labels[fact.event][2]) for fact in lasted if fact.pattern != "clause")
    return any(fact.evidence[0].span.overlaps(claim.answer) for fact in lasted) or any(two and two <= here for two in talked)
