"""Facts → cards: for each fact an open question that fits, and the gates that a finished question has to pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.errors import FormError
from summitquiz.model import OPEN_KINDS, Abstention, Card, Fact
from summitquiz.questions import gates
from summitquiz.questions.templates import Template, slots_of
from summitquiz.questions.wording import draw

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from summitquiz.model import Ask, Knowledge

_DOING = {"partner", "visitor", "clause"}  # facts of who did what: one question a sentence for each answer


def ask_all(
    knowledge: Knowledge, templates: Sequence[Template], asks: Collection[Ask], seed: int
) -> tuple[list[Card], list[Abstention]]:
    """The open questions of all facts in the order of the facts, and what the last gates stopped."""
    texts = {article.id: article.text for article in knowledge.articles}
    cards: list[Card] = []
    stopped: list[Abstention] = []
    for fact in knowledge.facts:
        if fact.ask not in asks:
            continue
        made = _cards(fact, templates, seed)
        if not made:
            stopped.append(_abstention(fact, "template"))
        for card in made:
            gate = _gate(card, texts)
            if gate:
                stopped.append(_abstention(fact, gate))
            else:
                cards.append(card)
    kept = list(gates.unambiguous(cards))
    facts = {fact.id: fact for fact in knowledge.facts}
    stopped += [_abstention(facts[card.fact], "ambiguous") for card in cards if card not in kept]
    return _without_repeats(kept, {fact.id: fact.pattern for fact in knowledge.facts}), stopped


def _cards(fact: Fact, templates: Sequence[Template], seed: int) -> list[Card]:
    """The card of a fact: the seed draws among the templates that can ask it, so that nobody learns the pattern."""
    fitting = [template for template in templates if template.kind in OPEN_KINDS and template.fits(fact)]
    slots = slots_of(fact)
    while fitting:
        template = fitting.pop(draw(f"{seed}|{fact.id}") % len(fitting))
        try:
            question, answer = template.render(slots)
        except FormError:
            continue
        card = Card(
            f"{fact.id}-{template.kind}",
            fact.id,
            fact.ask,
            template.kind,
            question,
            answer,
            fact.evidence,
            template.id,
            fact.value,
        )
        return [card]
    return []


def _gate(card: Card, texts: dict[str, str]) -> str | None:
    if not gates.evidence_holds(card, texts):
        return "evidence"
    if not gates.names_no_answer(card):
        return "gives_away"
    return None if gates.well_formed(card) else "malformed"


def _without_repeats(cards: Sequence[Card], patterns: Mapping[str, str]) -> list[Card]:
    """The first of cards that ask the same: in the same words, or of the same words of an article."""
    seen: set[str] = set()
    kept = []
    for card in cards:
        marks = {card.question, card.id, *_marks(card, patterns[card.fact])}
        if not seen & marks:
            seen |= marks
            kept.append(card)
    return kept


def _marks(card: Card, pattern: str) -> list[str]:
    """What two cards share that rest on the same words: their place, and for doers their sentence and answer."""
    first = card.evidence[0]
    if card.ask != "who":
        return [f"{card.ask}|{first.article}|{first.span.start}"]
    return [f"who|{first.article}|{first.sentence}|{card.answer}"] if pattern in _DOING else []


def _abstention(fact: Fact, gate: str) -> Abstention:
    first = fact.evidence[0]
    return Abstention(first.article, first.span, first.text, gate)
