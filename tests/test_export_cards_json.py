"""NAME.json holds every card whole, in a fixed form."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from summitquiz.errors import ExportError
from summitquiz.export import cards_json
from summitquiz.model import Deck
from tests.deck_samples import DECK

if TYPE_CHECKING:
    from pathlib import Path


def test_holds_everything_of_every_card(tmp_path: Path) -> None:
    path = tmp_path / "deck.json"
    cards_json.write(DECK, path)
    content = json.loads(path.read_text(encoding="utf-8"))
    assert (content["schema"], content["deck"], content["title"]) == (1, DECK.name, DECK.title)
    assert [source["published"] for source in content["sources"]] == ["2019-04-25", "2019-04", None]
    assert len(content["cards"]) == len(DECK.cards)
    for written, card in zip(content["cards"], DECK.cards, strict=True):
        for name in ("id", "fact", "ask", "kind", "question", "answer", "value", "template"):
            assert written[name] == getattr(card, name)
        assert tuple(written["choices"]) == card.choices
        assert tuple(written["accept"]) == card.accept
        assert tuple(written["prompts"]) == card.prompts
        for found, evidence in zip(written["evidence"], card.evidence, strict=True):
            assert (found["start"], found["end"]) == evidence.span
            assert found["text"] == evidence.text
            assert (found["article"], found["sentence"], found["rule"]) == (evidence.article, evidence.sentence, evidence.rule)


def test_is_readable_by_people_and_always_the_same(tmp_path: Path) -> None:
    first, second = tmp_path / "1.json", tmp_path / "2.json"
    cards_json.write(DECK, first)
    cards_json.write(DECK, second)
    assert first.read_bytes() == second.read_bytes()
    text = first.read_text(encoding="utf-8")
    assert text.endswith("\n}\n")
    assert '\n      "question": "Wo trafen sich die Königin' in text


def test_an_empty_deck_is_a_deck(tmp_path: Path) -> None:
    cards_json.write(Deck("leer", "Leer", (), ()), tmp_path / "leer.json")
    assert json.loads((tmp_path / "leer.json").read_text())["cards"] == []


def test_refuses_with_the_path(tmp_path: Path) -> None:
    (tmp_path / "deck.json").mkdir()
    with pytest.raises(ExportError, match=r"deck\.json"):
        cards_json.write(DECK, tmp_path / "deck.json")
