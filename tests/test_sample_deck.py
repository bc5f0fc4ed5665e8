"""The sample deck, built whole: its two reports differ as real ones do, and the cards must not hide it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

from summitquiz.build import Built, build, write
from summitquiz.deck import load_deck
from summitquiz.model import OPEN_KINDS

if TYPE_CHECKING:
    from summitquiz.model import Card

DECK = Path(__file__).parents[1] / "decks/wladiwostok-2019.yaml"


@pytest.fixture(scope="module")
def built() -> Built:
    return build(load_deck(DECK))


def lengths(built: Built) -> list[Card]:
    return [card for card in built.deck.cards if card.ask == "how_long" and card.kind in OPEN_KINDS]


def test_as_many_cards_as_the_definition_asks_for(built: Built) -> None:
    assert len(built.deck.cards) == load_deck(DECK).questions


def test_every_question_word_is_there(built: Built) -> None:
    assert {card.ask for card in built.deck.cards} == {"who", "where", "when", "how_long"}


def test_open_questions_and_closed_ones_are_there(built: Built) -> None:
    assert {card.kind for card in built.deck.cards} == {"question", "cloze", "choice", "true_false", "matching"}


def test_hedged_length_keeps_qualifier_and_source(built: Built) -> None:
    (card,) = [card for card in lengths(built) if "zwei Stunden" in card.answer]
    assert card.answer == "gut zwei Stunden"
    assert "laut der Nachrichtenagentur Ria" in card.question
    assert card.value == "PT2H"


def test_two_lengths_that_can_both_be_true_are_asked_by_source_and_called_no_conflict(built: Built) -> None:
    (card,) = [card for card in lengths(built) if card.answer == "mehr als eine Stunde"]
    assert "laut „Hansisches Abendblatt“" in card.question
    assert not any(fact.conflicts for fact in built.knowledge.facts)


def test_planned_length_is_asked_as_planned(built: Built) -> None:
    (card,) = [card for card in lengths(built) if card.answer == "50 Minuten"]
    assert "sollte" in card.question


def test_nothing_of_datelines_credits_and_bylines_is_on_a_card(built: Built) -> None:
    texts = " ".join(f"{card.question} {card.answer}" for card in built.deck.cards)
    for word in ("Kassel", "Stralsund", "Hallmann", "Wennemann", "Aschoff"):
        assert word not in texts


def test_a_refused_declaration_is_asked_of_nobody(built: Built) -> None:
    assert not any("Erklärung" in card.answer for card in built.deck.cards)


def test_weekday_has_no_date_where_only_the_month_is_known(built: Built) -> None:
    for card in built.deck.cards:
        if card.ask == "when" and all(one.article == "hansisches-abendblatt" for one in card.evidence):
            assert "Mittwoch" not in card.evidence[0].text


def test_anki_takes_every_card(built: Built, tmp_path: Path) -> None:
    write(built, tmp_path, ["apkg"])
    collection = Collection(str(tmp_path / "collection.anki2"))
    try:
        package = str(tmp_path / f"{built.deck.name}.apkg")
        log = collection.import_anki_package(
            ImportAnkiPackageRequest(package_path=package, options=ImportAnkiPackageOptions())
        ).log
        assert len(log.new) == len(built.deck.cards)
        for card in collection.find_cards(""):
            rendered = collection.get_card(card).render_output()
            assert rendered.question_text
            assert rendered.answer_text
        assert not collection.get_empty_cards().notes
    finally:
        collection.close()
