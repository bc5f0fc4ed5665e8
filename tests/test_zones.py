"""Zones: what is found as no evidence, what is left as evidence, and that no zone overlaps another."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from summitquiz.german.zones import find_zones
from summitquiz.model import Article, Kind, Span
from summitquiz.reading.article import load
from summitquiz.reading.document import read
from tests.corpus import FOLDER, Row, problem
from tests.corpus import load as rows_of

if TYPE_CHECKING:
    from pathlib import Path

    from summitquiz.model import Mention

ROWS = rows_of(FOLDER / "german" / "zones.yaml")
VALUES = {"dateline", "caption", "credit", "byline", "notice", "links", "header"}


def zones(folder: Path, text: str) -> list[Mention]:
    path = folder / "a.txt"
    path.write_text(text, encoding="utf-8")
    article = load(path)
    return find_zones(article, read(article).sentences)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_corpus(row: Row, tmp_path: Path) -> None:
    found = zones(tmp_path, row.text)
    assert problem(row, [(mention.span, {"zone": mention.value, "rule": mention.rule}) for mention in found]) is None


def test_every_value_has_rows() -> None:
    assert {row.value["zone"] for row in ROWS if row.value} == VALUES


def test_zones_come_in_order_and_apart(tmp_path: Path) -> None:
    text = (
        "Rat einigt sich\n\nVon Max Muster\n\nStand: 25.04.2019\n\nDer Präsident am Flughafen. Foto: dpa\n\n"
        "Oslo (dpa) – Der Rat hat sich am Montag geeinigt (siehe Seite 3). Das war alles.\n\n"
        "Streit um Wasser\n\nDie Staatschefs reisten ab. (dpa)\n\n"
        "Mehr zum Thema\nStaatschefs reisen nach Nairobi\n\nAnzeige"
    )
    found = zones(tmp_path, text)
    assert [mention.value for mention in found] == [
        "byline",
        "header",
        "caption",
        "credit",
        "dateline",
        "links",
        "header",
        "credit",
        "links",
        "links",
        "notice",
    ]
    assert all(mention.kind is Kind.ZONE for mention in found)
    assert all(before.span.end <= after.span.start for before, after in itertools.pairwise(found))


def test_a_title_is_no_zone(tmp_path: Path) -> None:
    title = "Oslo – Der Rat einigt sich"
    found = zones(tmp_path, f"{title}\n\nDer Rat hat sich am Montag geeinigt.")
    assert found == []


def test_an_article_without_sentences() -> None:
    assert find_zones(Article("a", ""), ()) == []
    assert find_zones(Article("a", "date 2019", body_start=9), ())[0].span == Span(0, 9)
