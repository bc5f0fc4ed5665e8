"""Deck definitions: what they hold, and what is refused with file, line and column."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summitquiz.deck import ArticleEntry, load_deck
from summitquiz.errors import DeckError
from summitquiz.model import PartialDate

if TYPE_CHECKING:
    from pathlib import Path


def deck(folder: Path, text: str) -> Path:
    for name in ("a.txt", "b.html"):
        (folder / name).write_text("Text", encoding="utf-8")
    (folder / "texte").mkdir()
    (folder / "texte" / "c.txt").write_text("Text", encoding="utf-8")
    path = folder / "gipfel.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_everything(tmp_path: Path) -> None:
    text = """
title: Gipfel 2019
articles:
- a.txt
- {file: b.html, title: Titel, published: 2019-02, publisher: Bote, url: "https://bote.example"}
- file: texte/c.txt
  title:
ask: [how_long, who]
questions: 20
seed: 7
templates: texte
"""
    found = load_deck(deck(tmp_path, text))
    assert found.articles == (
        ArticleEntry(tmp_path / "a.txt"),
        ArticleEntry(tmp_path / "b.html", "Titel", PartialDate(2019, 2), "Bote", "https://bote.example"),
        ArticleEntry(tmp_path / "texte" / "c.txt"),
    )
    assert (found.name, found.title, found.ask, found.questions, found.seed) == (
        "gipfel",
        "Gipfel 2019",
        ("who", "how_long"),
        20,
        7,
    )
    assert found.templates == tmp_path / "texte"


def test_defaults(tmp_path: Path) -> None:
    found = load_deck(deck(tmp_path, "articles: [a.txt]"))
    assert (found.title, found.ask, found.questions, found.seed) == ("gipfel", ("who", "where", "when", "how_long"), None, 0)
    assert found.templates is None


REFUSED = [
    ("artikel: [a.txt]", ":1:1", "unknown key 'artikel'; did you mean 'articles'?"),
    ("articles: [a.txt]\nxyzzy: 1", ":2:1", "unknown key 'xyzzy'; known are title"),
    ("title: A", "", "no key 'articles'"),
    ("", "", "no key 'articles'"),
    ("articles: []", ":1:11", "is empty"),
    ("articles: a.txt", ":1:11", "must be a list"),
    ("- a.txt", ":1:1", "must be a mapping"),
    ("articles:\n- {file: a.txt, titel: B}", ":2:17", "did you mean 'title'?"),
    ("articles:\n- {title: B}", ":2:3", "needs the key 'file'"),
    ("articles:\n- {file: a.txt, published: Mai}", ":2:28", "'published' must be a date"),
    ("articles:\n- {file: a.txt, published: 2019-02-30}", ":2:28", "must be a date"),
    ("articles:\n- a.txt\n- fehlt.txt", ":3:3", "no such file: 'fehlt.txt'"),
    ("articles:\n- texte", ":2:3", "is no file"),
    ("articles:\n- a.txt\n- ./a.txt", ":3:3", "stands twice"),
    ("articles:\n- ../a.txt", ":2:3", "inside the folder"),
    ("articles:\n- texte/../a.txt", ":2:3", "inside the folder"),
    ("articles:\n- /etc/passwd", ":2:3", "inside the folder"),
    ("articles:\n- 'texte\\c.txt'", ":2:3", "inside the folder"),
    ("articles:\n- [a.txt]", ":2:3", "must be a text"),
    ("articles:\n-", ":2:2", "must be a text, but is empty"),
    ("articles: [a.txt]\nask: who", ":2:6", "must be a list"),
    ("articles: [a.txt]\nask: [whom]", ":2:7", "did you mean 'who'?"),
    ("articles: [a.txt]\nask: []", ":2:6", "'ask' is empty"),
    ("articles: [a.txt]\nquestions: 0", ":2:12", "must be 1 or more"),
    ("articles: [a.txt]\nquestions: viele", ":2:12", "whole number, but is 'viele'"),
    ("articles: [a.txt]\nquestions: 2.5", ":2:12", "whole number"),
    ("articles: [a.txt]\nseed: true", ":2:7", "whole number"),
    ("articles: [a.txt]\ntemplates: fehlt", ":2:12", "no such folder"),
    ("articles: [a.txt]\ntitle: A\ntitle: B", ":3:1", "'title' stands twice"),
    ("title: [a]]", ":1:11", "not valid YAML"),
    ("articles: [a.txt]\ntitle: 'a", ":2:10", "not valid YAML"),
    ("articles: [a.txt]\n? [x]\n: 1", ":2:3", "must be a word"),
    ("articles: [a.txt]\ntitle: \x07", "", "not valid YAML"),
]


@pytest.mark.parametrize(("text", "where", "message"), REFUSED, ids=[row[0] for row in REFUSED])
def test_refused(tmp_path: Path, text: str, where: str, message: str) -> None:
    path = deck(tmp_path, text)
    with pytest.raises(DeckError) as caught:
        load_deck(path)
    assert caught.value.where == f"{path}{where}"
    assert message in caught.value.message
    assert "\n" not in str(caught.value)


def test_articles_with_the_same_stem_would_share_an_id(tmp_path: Path) -> None:
    path = deck(tmp_path, "articles:\n- a.txt\n- texte/a.md")
    (tmp_path / "texte" / "a.md").write_text("Text", encoding="utf-8")
    with pytest.raises(DeckError, match="share the id 'a'"):
        load_deck(path)


def test_links_may_not_lead_out(tmp_path: Path) -> None:
    (tmp_path / "aussen.txt").write_text("Text", encoding="utf-8")
    inside = tmp_path / "deck"
    inside.mkdir()
    path = deck(inside, "articles:\n- link.txt")
    (inside / "link.txt").symlink_to(tmp_path / "aussen.txt")
    with pytest.raises(DeckError, match="leads out"):
        load_deck(path)
    (inside / "link.txt").unlink()
    (inside / "link.txt").symlink_to(inside / "a.txt")
    assert load_deck(path).articles[0].path.name == "a.txt"


def test_missing_definition_folder_and_bytes(tmp_path: Path) -> None:
    with pytest.raises(DeckError, match="no such file"):
        load_deck(tmp_path / "fehlt.yaml")
    with pytest.raises(DeckError, match="folder"):
        load_deck(tmp_path)
    (tmp_path / "b.yaml").write_bytes(b"title: \xff")
    with pytest.raises(DeckError, match="UTF-8"):
        load_deck(tmp_path / "b.yaml")


@pytest.mark.parametrize(
    "text", ["a: " + "[" * 50_000, "- " * 50_000, "a: " + "{a: " * 50_000], ids=["lists", "blocks", "mappings"]
)
def test_endless_nesting_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "gipfel.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DeckError, match=r"gipfel\.yaml"):
        load_deck(path)
