"""Cards on several facts at once: offices to be matched with their holders, events to be put in order."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from summitquiz.errors import FormError
from summitquiz.model import Card
from summitquiz.questions import gates
from summitquiz.questions.spans import days
from summitquiz.questions.templates import fill, slots_of
from summitquiz.questions.wording import digest, draw

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summitquiz.model import CardKind, Fact, Gender, Knowledge
    from summitquiz.questions.templates import Template

_FEWEST, _MOST = 3, 6
_JOINT = "; "


def group(knowledge: Knowledge, cards: Sequence[Card], templates: Sequence[Template], seed: int) -> list[Card]:
    """At most one matching and one ordering card, of facts that are asked one by one in `cards`."""
    asked = {card.fact for card in cards}
    facts = [fact for fact in knowledge.facts if fact.id in asked and _sure(fact)]
    around = gates.surroundings(knowledge)
    makers: dict[CardKind, list[Fact]] = {"matching": _holders(facts, knowledge, seed), "ordering": _dated(facts, seed)}
    made = (_card(kind, chosen, templates, seed, around) for kind, chosen in makers.items() if len(chosen) >= _FEWEST)
    return [card for card in made if card]


def _sure(fact: Fact) -> bool:
    """Whether it happened, and nobody tells otherwise or has to be named for it."""
    return fact.modality == "actual" and not (fact.conflicts or fact.attribution or fact.slots.get("differs"))


def _holders(facts: Iterable[Fact], knowledge: Knowledge, seed: int) -> list[Fact]:
    """Offices of different persons, in the seed's order; a gender that only one of them has would give that one away."""
    genders: dict[str, Gender] = {entity.name: entity.gender for entity in knowledge.entities if entity.gender}
    found: dict[str, Fact] = {}
    for fact in facts:
        if fact.pattern == "office" and fact.answer in genders:
            found.setdefault(fact.answer, fact)
    headings = Counter(fact.slots.get("about", "") for fact in found.values())
    common = headings.most_common(1)[0][0] if headings else ""  # one heading stands over all of them
    found = {name: fact for name, fact in found.items() if fact.slots.get("about", "") == common}
    offices = Counter(fact.slots.get("office", "") for fact in found.values())
    alone = [fact for fact in found.values() if offices[fact.slots.get("office", "")] == 1]
    chosen = sorted(alone, key=lambda fact: draw(f"{seed}|{fact.id}|matching"))[:_MOST]
    count = Counter(genders[fact.answer] for fact in chosen)
    return [fact for fact in chosen if count[genders[fact.answer]] > 1]


def _dated(facts: Iterable[Fact], seed: int) -> list[Fact]:
    """Events from the earliest to the latest, none of which overlaps another; all of them are dated to a month or a day."""
    exact = [fact for fact in facts if fact.pattern == "time" and not fact.mod and (fact.value or "").count("-") in (1, 2)]
    chosen: list[Fact] = []
    for fact in sorted(exact, key=lambda fact: draw(f"{seed}|{fact.id}|ordering")):
        own = days(fact.value or "")
        spans = [days(other.value or "") for other in chosen]
        if own and all(span and (own.last < span.first or span.last < own.first) for span in spans):
            chosen.append(fact)
    return sorted(chosen[:_MOST], key=lambda fact: fact.value or "")


def _card(
    kind: CardKind, facts: Sequence[Fact], templates: Sequence[Template], seed: int, around: gates.Surroundings
) -> Card | None:
    """The card of these facts by the first template in the seed's order that asks all of them."""
    id = digest(" ".join(sorted(fact.id for fact in facts)))[:12]
    fitting = [one for one in templates if one.kind == kind and all(one.fits(fact) for fact in facts)]
    for template in sorted(fitting, key=lambda one: draw(f"{seed}|{id}|{one.id}")):
        try:
            card = _filled(id, facts, template)
        except FormError:
            continue
        if gates.well_formed(gates.Case(card, facts[0], template, around)) and len(set(card.choices)) == len(
            set(card.prompts)
        ) == len(facts):
            return card
    return None


def _filled(id: str, facts: Sequence[Fact], template: Template) -> Card:
    """Question and pairs: what all facts share stands in the question, what they differ in, with each of them."""
    slots = [slots_of(fact) for fact in facts]
    shared = {name: value for name, value in slots[0].items() if all(other.get(name) == value for other in slots)}
    own = [{name: value for name, value in one.items() if name not in shared} for one in slots]
    prompts = [fill(template.prompt, one) for one in own]
    pairs = [fill(template.answer, one | {"prompt": prompt}) for one, prompt in zip(own, prompts, strict=True)]
    left, right = (prompts, [fact.answer for fact in facts])
    if template.kind == "ordering":
        left, right = right, left
    question, about = fill(template.question, shared), shared.get("about", "")
    return Card(
        f"{id}-{template.kind}",
        " ".join(fact.id for fact in facts),
        template.ask,
        template.kind,
        question,
        _JOINT.join(pairs),
        tuple(proof for fact in facts for proof in fact.evidence[:1]),
        template.id,
        choices=tuple(right),
        prompts=tuple(left),
        heading=about if question.startswith(about) else "",
    )
