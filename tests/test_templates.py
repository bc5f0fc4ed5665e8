"""The question templates: every example comes out as written, faults name their place, an own folder adds and overrides."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitquiz.errors import FormError, TemplateError
from summitquiz.model import ASKS, OPEN_KINDS, Ask, CardKind, Evidence, Fact, Span
from summitquiz.questions.templates import Template, load_templates

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATES = load_templates()
EXAMPLES = [(template, example) for template in TEMPLATES for example in template.examples]


@pytest.mark.parametrize(("template", "example"), EXAMPLES, ids=lambda part: getattr(part, "id", None))
def test_example_renders_as_written(template: Template, example: object) -> None:
    assert template.render(example.slots) == (example.question, example.answer)  # type: ignore[attr-defined]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
def test_every_template_has_an_example(template: Template) -> None:
    assert template.examples


def test_every_question_is_covered() -> None:
    assert {template.ask for template in TEMPLATES} == set(ASKS)
    assert {template.kind for template in TEMPLATES} == set(get_args(CardKind))


@pytest.mark.parametrize("kind", [kind for kind in get_args(CardKind) if kind not in OPEN_KINDS])
def test_closed_questions_have_two_wordings_for_all_they_ask(kind: CardKind) -> None:
    sorts = Counter((one.pattern, one.ask, *sorted(one.conditions.items())) for one in TEMPLATES if one.kind == kind)
    assert min(sorts.values()) >= 2


FAULTS = [
    ("templates:\n- {id: a, pattern: clause, ask: who, question: 'Wer {stem?', examples: []}\n", "own.yaml:2:48", "not closed"),
    ("templates:\n- {id: a, pattern: clause, ask: whom, question: 'Wer?', examples: []}\n", "own.yaml:2:33", "who"),
    ("templates:\n- {id: a, pattern: clause, ask: who, examples: []}\n", "own.yaml:2:3", "question"),
    ("templates:\n- {id: a, pattern: clause, ask: who, question: 'Wer?', exmples: []}\n", "own.yaml:2", "examples"),
    (
        "templates:\n- {id: a, pattern: clause, ask: who, kind: true_false, question: 'Wer?', answer: x, options: [ja], "
        "examples: []}\n",
        "own.yaml:2:94",
        "two different words",
    ),
    (
        "templates:\n- {id: a, pattern: clause, ask: who, kind: matching, question: 'Wer?', answer: x, examples: []}\n",
        "own.yaml:2:3",
        "of kind matching needs 'prompt'",
    ),
    (
        "templates:\n- {id: a, pattern: clause, ask: who, question: 'Wer?', options: [ja, nein], examples: []}\n",
        "own.yaml:2:65",
        "no meaning for the kind 'question'",
    ),
    ("templates: [\n", "own.yaml:2", ""),
    ("", "own.yaml", "templates"),
]


@pytest.mark.parametrize(("text", "where", "words"), FAULTS)
def test_fault_names_file_line_and_what_was_expected(tmp_path: Path, text: str, where: str, words: str) -> None:
    (tmp_path / "own.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        load_templates(tmp_path)
    assert where in str(caught.value)
    assert words in str(caught.value)


def test_own_folder_adds_and_overrides(tmp_path: Path) -> None:
    own = """templates:
- {id: who.office.was, pattern: office, ask: who, question: "Wie hieß {when} der Amtsinhaber ({office})?", examples: []}
- {id: own.new, pattern: clause, ask: who, question: "Nennen Sie: {word} {stem}?", examples: []}
"""
    (tmp_path / "own.yaml").write_text(own, encoding="utf-8")
    found = {template.id: template.question for template in load_templates(tmp_path)}
    assert found["who.office.was"].startswith("Wie hieß")
    assert "own.new" in found
    assert len(found) == len(TEMPLATES) + 1


WORDS = st.text(st.characters(categories=["Lu", "Ll"]), min_size=1, max_size=12)
SLOTS = [
    "event",
    "when",
    "place",
    "other",
    "office",
    "word",
    "stem",
    "words",
    "cloze",
    "stand",
    "according_to",
    "answer",
    "number",
    "sort",
]


def fact(ask: Ask, pattern: str, slots: dict[str, str]) -> Fact:
    evidence = Evidence("a", Span(0, 1), "x", "x", "de.test")
    return Fact("1", "e", ask, slots.get("answer", "x"), (evidence,), pattern=pattern, slots=slots)


@given(st.sampled_from(TEMPLATES), st.dictionaries(st.sampled_from(SLOTS), WORDS))
def test_whatever_fills_the_slots_no_gap_stays_open(template: Template, slots: dict[str, str]) -> None:
    try:
        question, answer = template.render(slots)
    except FormError:
        return  # a slot that the template needs is empty: then there is no card
    assert "{" not in question + answer
    assert "  " not in question
    assert question.endswith("?") or template.kind == "cloze"


def test_condition_decides_which_template_asks() -> None:
    planned = fact("how_long", "length", {"number": "s", "event": "das Treffen", "answer": "50 Minuten"})
    ids = {template.id for template in TEMPLATES if template.kind == "question" and template.fits(planned)}
    assert ids == {"how_long.was"}
