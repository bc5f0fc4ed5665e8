"""Facts → cards: for each fact an open question that fits, and the gates that a finished question has to pass."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summitquiz.errors import FormError
from summitquiz.model import OPEN_KINDS, Abstention, Card, Fact
from summitquiz.questions import gates
from summitquiz.questions.templates import Template, slots_of
from summitquiz.questions.wording import draw

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from summitquiz.model import Ask, Knowledge

_DOING = {"partner", "visitor", "caller", "clause"}  # facts of who did what: one question a sentence for each answer


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a fact: its card, if a template fits, and why that card is not asked, if it is not.

    `gate` is the gate that stopped it; `repeats` the id of the card that asks the same.
    """

    fact: Fact
    card: Card | None
    gate: str | None = None
    repeats: str | None = None

    @property
    def abstention(self) -> Abstention | None:
        """What is noted of a fact that a gate stopped."""
        first = self.fact.evidence[0]
        return Abstention(first.article, first.span, first.text, self.gate) if self.gate else None


def ask_all(knowledge: Knowledge, templates: Sequence[Template], asks: Collection[Ask], seed: int) -> list[Outcome]:
    """What becomes of all facts whose question is among `asks`, in the order of the facts."""
    around = gates.surroundings(knowledge)
    tried = [_tried(fact, templates, seed, around) for fact in knowledge.facts if fact.ask in asks]
    return _without_repeats(_without_ambiguous(tried))


def asked_cards(outcomes: Sequence[Outcome]) -> list[Card]:
    """The cards that are asked."""
    return [one.card for one in outcomes if one.card and not one.gate and not one.repeats]


def _tried(fact: Fact, templates: Sequence[Template], seed: int, around: gates.Surroundings) -> Outcome:
    """The fact with its card and the gate that stops it, as far as that shows on the card alone."""
    made = _card(fact, templates, seed)
    if made is None:
        return Outcome(fact, None, "template")
    card, template = made
    return Outcome(fact, card, gates.stopped_by(gates.Case(card, fact, template, around)))


def _card(fact: Fact, templates: Sequence[Template], seed: int) -> tuple[Card, Template] | None:
    """The card of a fact: the seed draws among the templates that can ask it, so that nobody learns the pattern."""
    fitting = [template for template in templates if template.kind in OPEN_KINDS and template.fits(fact)]
    slots = slots_of(fact)
    while fitting:
        template = fitting.pop(draw(f"{seed}|{fact.id}") % len(fitting))
        try:
            question, answer = template.render(slots)
        except FormError:
            continue
        accept = tuple(filter(None, [fact.slots.get("accept")]))
        return template.card(fact, question, answer, accept=accept), template
    return None


def _without_ambiguous(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The outcomes, with those stopped whose question another card asks with another answer."""
    ambiguous = gates.ambiguous(asked_cards(outcomes))
    hit = [one.card is not None and not one.gate and one.card.question in ambiguous for one in outcomes]
    return [replace(one, gate="ambiguous") if stop else one for one, stop in zip(outcomes, hit, strict=True)]


def _without_repeats(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The outcomes, with those marked that ask what an earlier one does, in its words or of the same words of an article."""
    seen: dict[str, str] = {}
    kept = []
    for one in outcomes:
        if one.card is None or one.gate:
            kept.append(one)
            continue
        marks = (one.card.question, one.card.id, *_marks(one.card, one.fact.pattern))
        earlier = next((seen[mark] for mark in marks if mark in seen), None)
        if earlier is None:
            seen |= dict.fromkeys(marks, one.card.id)
        kept.append(replace(one, repeats=earlier))
    return kept


def _marks(card: Card, pattern: str) -> list[str]:
    """What two cards share that rest on the same words: their place, and for doers their sentence and answer."""
    first = card.evidence[0]
    if card.ask != "who":
        return [f"{card.ask}|{first.article}|{first.span.start}"]
    return [f"who|{first.article}|{first.sentence}|{card.answer}"] if pattern in _DOING else []
