"""The German of what the program writes: every question and answer agrees and is spelt right."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from summitquiz.build import know, load_articles
from summitquiz.deck import load_deck
from summitquiz.questions.templates import load_templates
from tests.language import every_card, faults, known
from tests.spelling import allowed, in_dictionaries, misspelt
from tests.test_cards import ROWS
from tests.test_sample_deck import DECK

if TYPE_CHECKING:
    from summitquiz.model import Card

EXAMPLES = [(template.id, example) for template in load_templates() for example in template.examples]


def wrong(cards: list[Card], source: str) -> list[tuple[str, str]]:
    """The questions and answers with a fault, and the fault."""
    return [(text, fault) for card in cards for text in (card.question, card.answer) for fault in faults(text, source)]


@cache
def sample_sources() -> str:
    return "\n".join(article.text for article in load_articles(load_deck(DECK)))


def test_cards_of_the_sample_deck() -> None:
    cards = every_card(know(load_articles(load_deck(DECK)))[0])
    assert cards
    assert wrong(cards, sample_sources()) == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][:50])
def test_cards_of_short_texts(row: dict[str, Any]) -> None:
    published = str(row["published"]) if row.get("published") else None
    assert wrong(every_card(known(row["text"], published)), row["text"]) == []


@pytest.mark.parametrize(("template", "example"), EXAMPLES, ids=lambda part: part if isinstance(part, str) else "")
def test_examples_of_templates(template: str, example: Any) -> None:
    assert [*faults(example.question), *faults(example.answer)] == [], template


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("die Bundeskanzlrin trafft", ["Bundeskanzlrin", "trafft"]),
        ("Das Treffen war am mittwoch", ["mittwoch"]),
        ("der Gesprech und die Verhandlunge", ["Gesprech", "Verhandlunge"]),
        ("des Präsidents", ["Präsidents"]),
        ("Angela Merkels Besuch bei Merz' Partei in Wladiwostok", []),
        ("osttimoresischer und uruguayische", []),
        ("das Außenministertreffen, das Vier-Augen-Gespräch, der Klimagipfel", []),
        ("der Hrmpf-Gipfel", ["Hrmpf-Gipfel"]),
    ],
)
def test_misspelt_words_are_found(text: str, words: list[str]) -> None:
    assert misspelt(text) == words


def test_words_that_the_article_spells_so_pass() -> None:
    assert misspelt("der Hrmpf-Gipfel in Hrmpfstadt", source="In Hrmpfstadt sprach Hrmpf") == []


def test_every_word_allowed_needs_it() -> None:
    assert [word for word in allowed() if in_dictionaries(word)] == []
