"""Every name under which something is left out is explained, and every name explained is one that the sources use."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest
import yaml

import summitquiz
from summitquiz.build import build
from summitquiz.deck import load_deck
from summitquiz.explain.names import named, names, titles
from summitquiz.german.analyse import analyse
from summitquiz.german.phrasing import GermanPhrasing
from summitquiz.knowledge.establish import establish
from summitquiz.model import ASKS, Article, PartialDate
from summitquiz.questions.ask import ask_all
from summitquiz.questions.gates import GATES
from summitquiz.questions.templates import load_templates

ROOT = Path(summitquiz.__file__).parent
TREES = [ast.parse(file.read_text(encoding="utf-8")) for file in sorted(ROOT.rglob("*.py")) if file.parent != ROOT / "explain"]
TEXTS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "corpus/german/cards.yaml").read_text(encoding="utf-8"))[
    "rows"
]
FIRST = {"Unfit", "_Stopped", "zone"}  # calls whose first argument is a name
LAST = {"abstain", "Outcome"}  # calls whose last one is


def given(tree: ast.AST) -> set[str]:
    """The names that a source file leaves something out under, as far as they are written out where it does."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            places = node.args[:1] if called in FIRST else node.args[-1:] if called in LAST else []
            found |= texts([*places, *(word.value for word in node.keywords if word.arg == "gate")])
        if isinstance(node, ast.Assign) and any(isinstance(to, ast.Name) and to.id == "gate" for to in node.targets):
            found |= texts([node.value])
    return found


def texts(nodes: list[ast.expr]) -> set[str]:
    """The words of all texts in some expressions."""
    parts = [part for node in nodes for part in ast.walk(node) if isinstance(part, ast.Constant)]
    return {part.value for part in parts if isinstance(part.value, str) and part.value}


def in_sources() -> set[str]:
    return {name for tree in TREES for name in given(tree)} | {name for name, _, _ in GATES}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('raise Unfit("pointer")', {"pointer"}),
        ('raise Unfit("relative_date" if anchored else "date_form")', {"relative_date", "date_form"}),
        ('scene.abstain(article, span, "undated")', {"undated"}),
        ('yield replace(claim, gate="reference_time")', {"reference_time"}),
        ('gate = gate or "form"', {"form"}),
        ('yield zone("links", span, "link-list")', {"links"}),
        ('Outcome(fact, None, "template")', {"template"}),
        ("raise _Stopped(claim.gate)", set()),
        ('gate = ""', set()),
    ],
)
def test_all_ways_to_leave_out_are_seen(source: str, found: set[str]) -> None:
    assert given(ast.parse(source)) == found


def test_every_name_in_the_sources_is_explained() -> None:
    assert len(in_sources()) > 20
    assert in_sources() <= names().keys()


def test_every_name_explained_stands_in_the_sources() -> None:
    words = {
        node.value
        for tree in TREES
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert names().keys() <= words


def test_builds_leave_nothing_out_under_another_name() -> None:
    found = {left.gate for left in build(load_deck(Path(__file__).parents[1] / "decks/wladiwostok-2019.yaml")).abstained}
    for row in TEXTS:
        found |= left_out(row["text"], row.get("published"))
    assert len(found) > 15
    assert found <= names().keys()


def left_out(text: str, published: object) -> set[str]:
    article = Article("a", text, published=PartialDate.parse(str(published)) if published else None)
    knowledge = establish([analyse(article)], GermanPhrasing())
    stopped = ask_all(knowledge, load_templates(), ASKS, seed=0)
    return {left.gate for left in knowledge.abstained} | {one.gate for one in stopped if one.gate}


def test_every_gate_has_a_title_and_some_name() -> None:
    assert list(titles()) == list(range(1, 11))
    assert {name.gate for name in names().values()} == set(titles())


@pytest.mark.parametrize(("name", "number"), [(name, number) for name, number, _ in GATES] + [("ambiguous", 6)])
def test_gates_over_cards_have_the_number_that_is_explained(name: str, number: int) -> None:
    assert named(name).gate == number


@pytest.mark.parametrize("name", names().values(), ids=lambda name: name.name)
def test_every_name_says_what_it_means_in_a_sentence(name: Any) -> None:
    for text in (name.means, name.remedy):
        assert not text or (text[0].isupper() and text.endswith("."))
    assert name.means


def test_a_name_of_nobody_is_no_fault() -> None:
    assert named("whatever").gate is None
    assert named("whatever").means
