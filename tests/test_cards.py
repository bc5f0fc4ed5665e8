"""Short texts and the cards that they must give, and must not: the whole line but for files."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from summitquiz.german.analyse import analyse
from summitquiz.german.phrasing import GermanPhrasing
from summitquiz.knowledge.establish import establish
from summitquiz.model import ASKS, OPEN_KINDS, Article, Card, Knowledge, PartialDate, Span
from summitquiz.questions.ask import ask_all, asked_cards
from summitquiz.questions.templates import load_templates

ROWS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "corpus/german/cards.yaml").read_text(encoding="utf-8"))[
    "rows"
]


@cache
def cards_of(text: str, published: str | None, title: str | None = None) -> tuple[Knowledge, tuple[Card, ...]]:
    """The cards of a text, with every question template's first wording (clozes left out)."""
    whole, span = (f"{title}\n\n{text}", Span(0, len(title))) if title else (text, None)
    article = Article("a", whole, title, published=PartialDate.parse(published) if published else None, title_span=span)
    knowledge = establish([analyse(article)], GermanPhrasing())
    templates = [template for template in load_templates() if template.kind == "question"]
    cards = asked_cards(ask_all(knowledge, templates, ASKS, seed=0))
    return knowledge, tuple(cards)


def rendered(row: dict[str, Any]) -> set[tuple[str, str]]:
    """All questions of a row's text with their answers, whichever template the seed draws."""
    knowledge, _ = cards_of(row["text"], str(row["published"]) if row.get("published") else None, row.get("title"))
    found = set()
    for template in load_templates():
        if template.kind in OPEN_KINDS:
            cards = asked_cards(ask_all(knowledge, [template], ASKS, seed=0))
            found |= {(card.question, card.answer) for card in cards}
    return found


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][:50])
def test_text_gives_the_cards_of_its_row(row: dict[str, Any]) -> None:
    found = rendered(row)
    wanted = {(question, answer) for question, answer in row.get("cards", [])}
    assert wanted <= found


@pytest.mark.parametrize("row", [row for row in ROWS if row.get("none")], ids=lambda row: row["text"][:50])
def test_text_gives_no_card_with_the_words_its_row_forbids(row: dict[str, Any]) -> None:
    for question, answer in rendered(row):
        for words in row["none"]:
            assert words not in f"{question} {answer}"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][:50])
def test_every_card_is_backed_by_the_words_at_its_offsets(row: dict[str, Any]) -> None:
    knowledge, cards = cards_of(row["text"], str(row["published"]) if row.get("published") else None, row.get("title"))
    (article,) = knowledge.articles
    for card in cards:
        for evidence in card.evidence:
            assert evidence.span.of(article.text) == evidence.text
            assert evidence.text in evidence.sentence
            assert evidence.sentence in f"{row.get('title', '')}\n{row['text']}"


def test_same_text_gives_same_cards_in_same_order() -> None:
    row = next(row for row in ROWS if "Meseberg" in row["text"])
    cards_of.cache_clear()
    first = cards_of(row["text"], "2018-06-20")[1]
    cards_of.cache_clear()
    assert cards_of(row["text"], "2018-06-20")[1] == first
