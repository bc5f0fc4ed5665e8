"""Closed questions: for a fact that is asked already, a multiple choice or a statement that is right or wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.errors import FormError
from summitquiz.questions import gates
from summitquiz.questions.distractors import WANTED, Distractors
from summitquiz.questions.templates import slots_of
from summitquiz.questions.wording import draw

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from summitquiz.model import Card, CardKind, Fact, Knowledge
    from summitquiz.questions.alternatives import Alternatives, Option
    from summitquiz.questions.templates import Template

_SCALES = ("when", "how_long")  # their options stand in the order of time or length
_GAP = "[…]"


def close(
    knowledge: Knowledge, cards: Sequence[Card], templates: Sequence[Template], alternatives: Alternatives, seed: int
) -> list[Card]:
    """At most one closed card for each card's fact, of a kind that the seed draws among those that can be made for it."""
    facts = {fact.id: fact for fact in knowledge.facts}
    distractors = Distractors(knowledge, alternatives, seed)
    around = gates.surroundings(knowledge)
    dated = {article.id for article in knowledge.articles if article.published}
    found: list[Card] = []
    stated: set[str] = set()  # events: a second right statement on one would say the same
    for card in cards:
        fact = facts[card.fact]
        if _floats(fact, dated):
            continue  # what else may have been so at another time, is not provably false
        options = distractors.options(fact, card.question)
        kinds = sorted(_KINDS, key=lambda kind: draw(f"{seed}|{fact.id}|{kind}"))
        fitting = (kind for kind in kinds if kind != "true_false" or fact.event not in stated)
        made = next((one for kind in fitting if (one := _made(kind, fact, options, templates, seed, around))), None)
        if made:
            found.append(made)
            stated |= {fact.event} if made.kind == "true_false" else set()
    ambiguous = gates.ambiguous(found)
    return [card for card in found if card.question not in ambiguous]


def _floats(fact: Fact, dated: Collection[str]) -> bool:
    """Whether who or where is known of no certain time: no article with a date says it; not so whose an office was."""
    told = any(one.article in dated for one in fact.evidence)
    return fact.ask in {"who", "where"} and fact.pattern not in {"country", "office"} and not told


def _made(
    kind: CardKind, fact: Fact, options: Sequence[Option], templates: Sequence[Template], seed: int, around: gates.Surroundings
) -> Card | None:
    """The card of one kind, by the first template in the seed's order that can be filled and passes the gates."""
    fitting = [one for one in templates if one.kind == kind and one.fits(fact)]
    for template in sorted(fitting, key=lambda one: draw(f"{seed}|{fact.id}|{one.id}")):
        try:
            card = _KINDS[kind](fact, options, template, seed)
        except FormError:
            continue
        if card and gates.stopped_by(gates.Case(card, fact, template, around)) is None:
            return card
    return None


def _choice(fact: Fact, options: Sequence[Option], template: Template, seed: int) -> Card | None:
    if len(options) <= WANTED:
        return None
    question, answer = template.render(slots_of(fact))
    return template.card(fact, question, answer, tuple(option.answer for option in _shown(fact, options, seed)))


def _shown(fact: Fact, options: Sequence[Option], seed: int) -> Sequence[Option]:
    """Dates and lengths from the least to the greatest, all others as the seed has it."""
    if fact.ask in _SCALES:
        return sorted(options, key=lambda option: option.rank)
    return sorted(options, key=lambda option: draw(f"{seed}|{fact.id}|{option.answer}|place"))


def _true_false(fact: Fact, options: Sequence[Option], template: Template, seed: int) -> Card | None:
    """A statement with the right answer or a wrong one; none where only right ones could be made."""
    if len(options) < 2:
        return None
    chance = draw(f"{seed}|{fact.id}|true")
    right, claimed = options[0], options[0] if chance % 2 else options[1 + chance // 2 % (len(options) - 1)]
    slots = slots_of(fact) | {
        "answer": claimed.answer,
        "said": claimed.said,
        "statement": _statement(fact.slots.get("cloze", ""), claimed.said),
        "option": template.options[claimed != right],
        "right": right.answer if claimed != right else "",
    }
    question, answer = template.render(slots)
    tells = claimed != right and right.said.casefold() in question.casefold()
    return None if tells else template.card(fact, question, answer, template.options)


def _statement(cloze: str, words: str) -> str:
    """The sentence with the words in its gap."""
    whole = cloze.replace(_GAP, words)
    return whole[:1].upper() + whole[1:]


_KINDS: dict[CardKind, Callable[[Fact, Sequence[Option], Template, int], Card | None]] = {
    "choice": _choice,
    "true_false": _true_false,
}
