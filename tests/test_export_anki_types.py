"""Note types never lose their ids, bring new looks to those who have them, and can be read by day and by night."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from summitquiz.export import anki, anki_package, anki_types
from summitquiz.export.rendering import theme_text
from tests.anki_collection import Learner
from tests.browser import new_page
from tests.deck_samples import DECK

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

HEADING = "Zur Meldung „Fährengipfel endet mit einem Feuerwerk“ vom 25. April 2019"
# The longest of each kind shows most.
LONGEST = [max((card for card in DECK.cards if card.kind == kind), key=lambda card: len(card.evidence[0].sentence))
           for kind in anki_types.NOTE_TYPES]  # fmt: skip
CARDS = [replace(card, question=f"{HEADING}: {card.question}", heading=HEADING) for card in LONGEST]


@pytest.fixture(scope="module")
def learner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Learner]:
    folder = tmp_path_factory.mktemp("types")
    anki.write(replace(DECK, cards=tuple(CARDS)), folder / "deck.apkg")
    someone = Learner(folder)
    someone.import_package(folder / "deck.apkg")
    yield someone
    someone.collection.close()


def test_ids_are_as_first_published(learner: Learner) -> None:
    found = {
        note_type["id"]: ([field["id"] for field in note_type["flds"]], [template["id"] for template in note_type["tmpls"]])
        for note_type in learner.collection.models.all()
        if note_type["name"].startswith("summitquiz")
    }
    fields = [4101001, 4101002, 4101003, 4101004, 4101005, 4101006, 4101007, 4101008, 4101009]
    assert found == {
        1795305601: (fields, [4102001]),
        1795305602: (fields, [4102002]),
        1795305603: (fields, [4102003]),
        1795305604: (fields, [4102004]),
        1795305605: (fields, [4102005]),
        1795305606: (fields, [4102006]),
    }


def test_new_looks_have_a_new_time() -> None:
    """Whoever changes fields, templates or style sheet raises LOOKS_MOD and writes both down here."""
    parts = [theme_text(f"anki/{name}") for kind in anki_types.NOTE_TYPES.values() for name in (kind.front, kind.back)]
    looks = json.dumps([parts, theme_text("anki/style.css"), anki_types.FIELDS])
    assert (hashlib.sha256(looks.encode()).hexdigest()[:12], anki_types.LOOKS_MOD) == ("0ba78e51f2f1", 1795395600)


def test_new_looks_reach_those_who_have_the_deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    learner = Learner(tmp_path)
    anki.write(DECK, tmp_path / "deck.apkg")
    learner.import_package(tmp_path / "deck.apkg")
    monkeypatch.setattr(anki_package, "LOOKS_MOD", anki_types.LOOKS_MOD + 1)
    monkeypatch.setattr(anki_types, "theme_text", lambda name: theme_text(name).replace("Auch richtig:", "Ebenso:"))
    corrected = replace(DECK.cards[0], accept=("er selbst",))
    anki.write(replace(DECK, cards=(corrected, *DECK.cards[1:])), tmp_path / "deck.apkg")
    assert learner.import_package(tmp_path / "deck.apkg") == {"updated": 1, "duplicate": len(DECK.cards) - 1}
    assert "Ebenso: er selbst" in learner.faces(corrected)[1]
    learner.collection.close()


def test_a_field_that_takes_a_spare_one_reaches_those_who_have_the_deck(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner = Learner(tmp_path)
    with monkeypatch.context() as before:
        spare = tuple(("Reserve 1" if name == "Anlass" else name, id) for name, id in anki_types.FIELDS)
        before.setattr(anki_types, "FIELDS", spare)
        before.setattr(anki_types, "theme_text", lambda name: theme_text(name).replace("Anlass", "Reserve 1"))
        before.setattr(anki_package, "LOOKS_MOD", anki_types.LOOKS_MOD - 1)
        anki.write(DECK, tmp_path / "deck.apkg")
        learner.import_package(tmp_path / "deck.apkg")
    first = DECK.cards[0]
    headed = replace(first, question=f"Zum Hafenfest: {first.question}", heading="Zum Hafenfest")
    anki.write(replace(DECK, cards=(headed, *DECK.cards[1:])), tmp_path / "deck.apkg")
    assert learner.import_package(tmp_path / "deck.apkg") == {"updated": 1, "duplicate": len(DECK.cards) - 1}
    assert '<p class="heading">Zum Hafenfest</p>' in learner.faces(headed)[0]
    learner.collection.close()


# --- on screen ----------------------------------------------------------------------------------------------------------------


def show(learner: Learner, number: int, night: str, width: int) -> Page:
    """The back of a card in the browser, framed as Anki's programs frame it."""
    output = learner.find(CARDS[number]).render_output()
    page = new_page(width)
    page.set_content(
        f"<!doctype html><html><head><style>{output.css}</style></head>"
        f'<body class="card {night}">{output.answer_text}</body></html>'
    )
    return page


@pytest.mark.parametrize("number", range(len(CARDS)))
@pytest.mark.parametrize("width", [320, 360, 800, 1600])
def test_cards_fit_the_screen(learner: Learner, number: int, width: int) -> None:
    page = show(learner, number, "", width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    box = page.locator(".back").bounding_box()
    assert box is not None
    assert box["width"] <= 38 * 16
    assert abs(box["x"] - (width - box["x"] - box["width"])) < 2  # in the middle
    page.close()


# Contrast as WCAG 2.2 counts it, of every element that holds text against the nearest ground under it.
CONTRASTS = """() => {
  const channels = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = colour => channels(colour).slice(0, 3).map(c => c / 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const opaque = c => c.length < 4 || c[3];
  const ground = e => opaque(channels(getComputedStyle(e).backgroundColor)) ? e : ground(e.parentElement);
  return [...document.querySelectorAll('body *')]
    .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
    .map(e => { const [a, b] = [light(getComputedStyle(e).color), light(getComputedStyle(ground(e)).backgroundColor)].sort();
                return [e.className || e.tagName, (b + 0.05) / (a + 0.05)]; });
}"""


@pytest.mark.parametrize("number", range(len(CARDS)))
@pytest.mark.parametrize("night", ["", "nightMode", "night_mode"])
def test_all_text_stands_out_from_its_ground(learner: Learner, number: int, night: str) -> None:
    page = show(learner, number, night, 360)
    contrasts = page.evaluate(CONTRASTS)
    assert {"heading", "question", "MARK"} <= {name for name, _ in contrasts}
    assert [(name, contrast) for name, contrast in contrasts if contrast < 4.5] == []
    page.close()


@pytest.mark.parametrize("night", ["nightMode", "night_mode"])
def test_night_is_dark(learner: Learner, night: str) -> None:
    grounds = []
    for mode in ("", night):
        page = show(learner, 0, mode, 360)
        grounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        page.close()
    assert grounds == ["rgb(253, 252, 249)", "rgb(29, 28, 26)"]
