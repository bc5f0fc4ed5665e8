"""What the language checks find in the cards of an article: groups that do not agree, words that are not spelt right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.model import ASKS, Article, Card, Knowledge, PartialDate
from summitquiz.questions.ask import ask_all, asked_cards
from summitquiz.questions.templates import load_templates
from tests.agreement import disagreeing
from tests.spelling import misspelt

if TYPE_CHECKING:
    from collections.abc import Iterator


def every_card(knowledge: Knowledge) -> list[Card]:
    """The cards of all facts in all wordings, whichever the seed would draw."""
    found: dict[tuple[str, str], Card] = {}
    for template in load_templates():
        for card in asked_cards(ask_all(knowledge, [template], ASKS, seed=0)):
            found.setdefault((card.question, card.answer), card)
    return list(found.values())


def known(text: str, published: str | None) -> Knowledge:
    """What the program knows after reading one text."""
    from summitquiz.build import know

    return know([Article("a", text, published=PartialDate.parse(published) if published else None)])[0]


def faults(text: str, source: str = "") -> Iterator[str]:
    """What is wrong with a question or an answer, in words; `source` is the article that it was made from."""
    yield from (f"agreement: {group}" for group in disagreeing(text))
    yield from (f"spelling: {word}" for word in misspelt(text, source))


def card_faults(card: Card, source: str) -> list[str]:
    """What is wrong with a card's question and answer."""
    return [*faults(card.question, source), *faults(card.answer, source)]
