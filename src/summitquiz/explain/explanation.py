"""Why a card says what it says, why a fact makes no card, and why something was left out: as rows to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.explain.looks import gates
from summitquiz.explain.names import named, titles
from summitquiz.explain.row import BLANK, Row, listed, quoted
from summitquiz.explain.seek import place_of
from summitquiz.explain.sight import asked, reading_of, seen, sentence_around
from summitquiz.export.citation import marked
from summitquiz.model import Abstention, Evidence, Fact, Span
from summitquiz.questions.ask import asked_cards
from summitquiz.questions.rank import rank
from summitquiz.questions.templates import load_templates

if TYPE_CHECKING:
    from summitquiz.build import Built
    from summitquiz.model import Article, Card, Entity
    from summitquiz.questions.ask import Outcome
    from summitquiz.questions.templates import Template


def explain(built: Built, found: Fact | Abstention) -> list[Row]:
    """All that led to a card, to a fact without one, or to an abstention."""
    return _of_fact(built, found) if isinstance(found, Fact) else _of_abstention(built, found)


def _of_fact(built: Built, fact: Fact) -> list[Row]:
    outcome = next((one for one in built.outcomes if one.fact is fact), None)
    card = outcome.card if outcome else None
    return [
        *_verdict(built, fact, outcome),
        *([Row("question", card.question)] if card else []),
        Row("answer", card.answer if card else fact.answer),
        BLANK,
        *_first_evidence(built, fact.evidence[0]),
        BLANK,
        *_event(built, fact),
        *_told(built, fact),
        BLANK,
        *(gates(built, outcome) if outcome else []),
        *_templates(built, fact, card),
    ]


def _of_abstention(built: Built, left: Abstention) -> list[Row]:
    return [
        Row("left out", quoted(left.text)),
        *_gate(left.gate),
        BLANK,
        *_surroundings(built, left),
    ]


# --- why there is a card, or none -----------------------------------------------------------------------------------------


def _verdict(built: Built, fact: Fact, outcome: Outcome | None) -> list[Row]:
    if outcome is None:
        return [Row("no card", f"the deck asks only {', '.join(built.definition.ask)}, and the fact tells {fact.ask}")]
    if outcome.gate:
        return [Row("no card", f"of fact {fact.id}: a gate stopped it"), *_gate(outcome.gate)]
    if outcome.repeats:
        return [_repeat(built, outcome.repeats)]
    return [_place_in_deck(built, outcome.card)] if outcome.card else []


def _repeat(built: Built, earlier: str) -> Row:
    card = next(one for one in asked_cards(built.outcomes) if one.id == earlier)
    return Row("no card", f"the card {earlier} asks the same, or of the same words: {quoted(card.question)}")


def _place_in_deck(built: Built, card: Card) -> Row:
    if card in built.deck.cards:
        number = built.deck.cards.index(card) + 1
        return Row("card", f"{card.id}, number {number} of {len(built.deck.cards)} in {quoted(built.deck.title)}")
    ranked = rank(asked_cards(built.outcomes), built.knowledge, None)
    place = f"in order of importance it is number {ranked.index(card) + 1} of {len(ranked)}"
    return Row("no card", f"{place}, and the deck takes {built.definition.questions} (`questions` in its definition)")


def _gate(name: str) -> list[Row]:
    gate = named(name)
    number = f", one of gate {gate.gate} ({titles()[gate.gate]})" if gate.gate else ""
    return [Row("gate", f"{name}{number}: {gate.means}"), *([Row("to do", gate.remedy)] if gate.remedy else [])]


# --- where it stands ------------------------------------------------------------------------------------------------------


def _first_evidence(built: Built, evidence: Evidence) -> list[Row]:
    reading = reading_of(built, evidence.article)
    sentence = sentence_around(reading, evidence.span) if reading else evidence.span
    return [*_cited("sentence", built, evidence), *seen(reading, sentence)]


def _cited(head: str, built: Built, evidence: Evidence) -> list[Row]:
    """A sentence with the words in brackets, and where it was printed."""
    before, words, after = marked(evidence)
    return [Row(head, f"{before}[{words}]{after}"), _source(built, evidence.article, evidence.span)]


def _source(built: Built, article: str, span: Span) -> Row:
    return Row(
        "", f"{place_of(article, span)} {_printed(next(a for a in built.knowledge.articles if a.id == article))}".strip()
    )


def _printed(article: Article) -> str:
    parts = [quoted(article.title) if article.title else "", article.publisher, str(article.published or "undated")]
    return f"({', '.join(part for part in parts if part)})"


def _surroundings(built: Built, left: Abstention) -> list[Row]:
    reading = reading_of(built, left.article)
    if reading is None:
        return [_source(built, left.article, left.span)._replace(head="place"), *seen(None, left.span)]
    sentence = sentence_around(reading, left.span)
    text = reading.document.article.text
    whole = f"{text[sentence.start : left.span.start]}[{left.text}]{text[left.span.end : sentence.end]}"
    return [
        Row("sentence", whole),
        _source(built, left.article, left.span),
        *asked(reading, left.span),
        *seen(reading, sentence),
    ]


# --- what is known --------------------------------------------------------------------------------------------------------


def _event(built: Built, fact: Fact) -> list[Row]:
    event = next(one for one in built.knowledge.events if one.id == fact.event)
    people = {entity.id: entity for entity in built.knowledge.entities}
    taking_part = [_entity(people[one]) for one in event.participants if one in people]
    return [Row("event", f"{event.label} ({event.id}, {event.kind})"), *listed("with", taking_part)]


def _entity(entity: Entity) -> str:
    return ", ".join(part for part in (entity.name, entity.office, entity.country) if part)


def _told(built: Built, fact: Fact) -> list[Row]:
    value = f", {', '.join(part for part in (fact.value, fact.mod) if part)}" if fact.value else ""
    return [
        Row("fact", f"{fact.id}: {fact.ask}, {fact.answer}{value}; {fact.modality}"),
        Row("rule", f"{fact.evidence[0].rule}, for a fact of the pattern {fact.pattern}"),
        *([Row("says", fact.attribution)] if fact.attribution else []),
        *listed("but", _rivals(built, fact)),
        *(row for one in fact.evidence[1:] for row in _cited("also", built, one)),
    ]


def _rivals(built: Built, fact: Fact) -> list[str]:
    """Other answers to the same about the event, where reports differ."""
    if not (fact.conflicts or fact.slots.get("differs")):
        return []
    topic = (fact.event, fact.ask, fact.modality, fact.pattern)
    others = [one for one in built.knowledge.facts if (one.event, one.ask, one.modality, one.pattern) == topic]
    both = {True: "only one of them can be true", False: "both can be true"}
    return [f"{one.id}: {one.answer}, {both[one.id in fact.conflicts]}" for one in others if one is not fact]


def _templates(built: Built, fact: Fact, card: Card | None) -> list[Row]:
    """The template that made the card, and which others fit; without a card, what the templates for such a fact want."""
    templates = load_templates(built.definition.templates)
    if card is None:
        near = [one for one in templates if (one.pattern, one.ask) == (fact.pattern, fact.ask)]
        return listed("templates", [_wanted(one) for one in near])
    used = next(one for one in templates if one.id == card.template)
    others = ", ".join(one.id for one in templates if one.fits(fact) and one is not used)
    return [Row("template", f"{used.id}: {used.question} – {used.answer}"), Row("also fit", others or "no others")]


def _wanted(template: Template) -> str:
    """A template with the slots it asks for."""
    conditions = ", ".join(f"{slot}: {value}" for slot, value in template.conditions.items())
    return f"{template.id}: {template.question}{f' – if {conditions}' if conditions else ''}"
