"""Persons: every row of the corpus, every rule exercised, and what holds for any text."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from summitquiz.german.people import find_people
from summitquiz.model import Article, Mention, Person, Span
from summitquiz.reading.document import read
from tests import corpus

ROWS = corpus.load(corpus.FOLDER / "german/people.yaml")
RULES = {"title", "office", "role", "full", "bracket", "apposed", "again", "famous", "speaks", "listed", "names", "holder"}


def people(text: str) -> list[Mention]:
    """The persons of a text."""
    return find_people(read(Article("test", text)))


def shown(mention: Mention, keys: Any) -> dict[str, Any]:
    """What a mention says under the keys that a row compares."""
    assert isinstance(mention.value, Person)
    person, office = mention.value, mention.value.office
    all_ = {
        "name": person.name,
        "gender": person.gender,
        "genitive": person.genitive,
        "rule": mention.rule,
        "title": office and office.title,
        "country": office and office.country,
        "of": office and office.of,
        "former": bool(office and office.former),
    }
    return {key: all_[key] for key in keys}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_row(row: corpus.Row) -> None:
    """The marked words are found with the row's name, office and gender; nothing is found where nothing is."""
    found = [(mention.span, shown(mention, row.value or ())) for mention in people(row.text)]
    assert corpus.problem(row, found) is None


def test_every_rule_has_a_row() -> None:
    """No rule goes without an example."""
    used = {mention.rule.removeprefix("de.person.") for row in ROWS for mention in people(row.text)}
    assert used == RULES


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Dann kam der russische Außenminister Sergej Dubow an.", "der russische Außenminister Sergej Dubow"),
        ("Dann kam Nordkoreas Machthaber Kim Jong Sam an.", "Nordkoreas Machthaber Kim Jong Sam"),
        ("Dann kam der neu gewählte Präsident Boris Lenkow an.", "der neu gewählte Präsident Boris Lenkow"),
        ("Gespräche mit Frau Dr. Angela Schmidt", "Frau Dr. Angela Schmidt"),
        ("Rede vom Präsidenten Boris Lenkow", "Präsidenten Boris Lenkow"),
        ("Dann sprach Petro Marschenko, der Präsident der Ukraine, weiter.", "Petro Marschenko, der Präsident der Ukraine"),
        ("Der Chefunterhändler der Regierung, Humberto Ruiz, ging.", "Der Chefunterhändler der Regierung, Humberto Ruiz"),
        ("Der Minister der Ukraine in Wien blieb.", "Der Minister der Ukraine in Wien"),
    ],
)
def test_phrase(text: str, phrase: str) -> None:
    """The phrase reaches from the article or adjective to the last word of the name or the apposition."""
    (mention,) = people(text)
    assert isinstance(mention.value, Person)
    assert mention.value.phrase.of(text) == phrase
    assert mention.value.phrase.covers(mention.span)


def test_mentions_are_in_order_and_apart() -> None:
    """Mentions come in text order and share no character."""
    text = "Präsident Boris Lenkow, Kanzlerin Beate Lohmann und der Minister trafen Lenkows Sprecher Ivo Karst."
    spans = [mention.span for mention in people(text)]
    assert spans == sorted(spans)
    assert not any(left.overlaps(right) for left, right in itertools.pairwise(spans))
    assert Span(10, 22) in spans


def test_nothing_in_nothing() -> None:
    """An empty text, and one without letters, hold nobody."""
    assert people("") == people("… 12 – !") == []
