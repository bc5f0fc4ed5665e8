"""The gates over finished cards: for each, cards that it stops under its name, and close ones that pass."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from summitquiz.model import (
    ASKS,
    Abstention,
    Article,
    Ask,
    Card,
    Entity,
    Event,
    Evidence,
    Fact,
    Knowledge,
    Mod,
    Modality,
    Span,
)
from summitquiz.questions.ask import ask_all
from summitquiz.questions.gates import GATES, Case, stopped_by, surroundings
from summitquiz.questions.templates import Template

TEXT = "Anna Berg und Carl Dorn sprachen gut zwei Stunden in Genf."
WORDS = Span(33, 49)  # gut zwei Stunden
QUESTION = "Wie lange dauerte das Treffen von Anna Berg und Carl Dorn im Mai 2019?"


@dataclass(frozen=True, slots=True)
class Given:
    """A sound card in a few words; a row changes what it is about."""

    question: str = QUESTION
    answer: str = "gut zwei Stunden"
    ask: Ask = "how_long"
    value: str | None = "PT2H"
    mod: Mod | None = "more_than"
    modality: Modality = "actual"
    template_for: str = ""  # the modality that the template asks for
    attribution: str | None = None
    according_to: str = ""
    conflicts: tuple[str, ...] = ()
    events: tuple[str, ...] = ("e1",)
    text: str = TEXT[33:49]
    left_out: str = ""  # the gate of an abstention at `left_at`
    left_at: Span = WORDS


def case(given: Given) -> Case:
    """The card as a gate meets it."""
    evidence = Evidence("a", WORDS, given.text, TEXT, "de.test")
    slots = {"according_to": given.according_to}
    fact = Fact(
        "f1", "e1", given.ask, given.answer, (evidence,), given.value, given.mod, given.modality, given.attribution,
        given.conflicts, "length", slots,
    )  # fmt: skip
    conditions = {"modality": given.template_for} if given.template_for else {}
    template = Template("t", "length", given.ask, "question", given.question, "{answer}", conditions, ())
    card = Card("f1-question", "f1", given.ask, "question", given.question, given.answer, (evidence,), "t", given.value)
    left = (Abstention("a", given.left_at, given.left_at.of(TEXT), given.left_out),) if given.left_out else ()
    knowledge = Knowledge(
        articles=(Article("a", TEXT),),
        events=tuple(Event(name, "Treffen", "das Treffen", ("p1", "p2")) for name in given.events),
        entities=(Entity("p1", "person", "Anna Berg"), Entity("p2", "person", "Carl Dorn")),
        facts=(fact,),
        abstained=left,
    )
    return Case(card, fact, template, surroundings(knowledge))


RIA = "laut der Nachrichtenagentur Ria"
STOPPED: list[tuple[str, dict[str, Any]]] = [
    ("evidence", {"text": "gut drei Stunden"}),
    ("modality", {"modality": "negated"}),
    ("modality", {"modality": "hypothetical"}),
    ("modality", {"modality": "planned"}),
    ("modality", {"modality": "planned", "template_for": "actual"}),
    ("reference_time", {"ask": "when", "value": "XXXX-05", "mod": None}),
    ("reference_time", {"ask": "when", "value": "XXXX-WXX-3", "mod": None}),
    ("reference_time", {"ask": "when", "value": "PAST_REF", "mod": None}),
    ("reference_time", {"ask": "when", "value": None, "mod": None}),
    ("event_unclear", {"events": ()}),
    ("event_unclear", {"events": ("e2",)}),
    ("event_unclear", {"events": ("e1", "e1")}),
    ("surname_only", {"question": "Wie lange dauerte das Treffen von Berg und Carl Dorn im Mai 2019?"}),
    ("surname_only", {"question": "Wie lange sprach Dorn in Genf mit Anna Berg?"}),
    ("malformed", {"question": QUESTION.replace(" im", "  im")}),
    ("malformed", {"question": QUESTION.replace("2019", "{when}")}),
    ("malformed", {"question": QUESTION.rstrip("?")}),
    ("malformed", {"answer": " ", "mod": None}),
    ("gives_away", {"question": "Wie viele Stunden dauerte das Treffen?"}),
    ("gives_away", {"question": "Wie lange dauerte das Stundengespräch?", "answer": "gut eine Stunde"}),
    ("gives_away", {"question": "Wann fand das Treffen von 2009 statt?", "answer": "2009", "value": "2009", "mod": None}),
    (
        "gives_away",
        {"question": "Stand Mai 2019: Wann beginnt es?", "answer": "Mai 2019", "value": "2019-05", "mod": None},
    ),
    ("source_lost", {"attribution": "die Nachrichtenagentur Ria", "according_to": RIA}),
    ("source_lost", {"attribution": "die Nachrichtenagentur Ria"}),
    ("qualifier_lost", {"answer": "zwei Stunden"}),
    ("qualifier_lost", {"ask": "when", "value": "2019-04", "mod": "end", "answer": "April 2019"}),
    ("no_prose", {"left_out": "caption"}),
    ("no_prose", {"left_out": "dateline", "left_at": Span(37, 41)}),
    ("contradicted", {"conflicts": ("f2",)}),
    ("contradicted", {"conflicts": ("f2",), "according_to": RIA}),
]
PASSED: list[dict[str, Any]] = [
    {},
    {"modality": "planned", "template_for": "planned"},
    {"modality": "planned", "template_for": "actual|planned"},
    {"ask": "when", "value": "2019-05-03", "mod": None},
    {"ask": "when", "value": "2019-W17", "mod": None},
    {"ask": "when", "value": "199", "mod": None},  # the nineties
    {"value": "PTXH", "mod": None, "answer": "mehrere Stunden"},  # a length may stay open: it is no date
    {"events": ("e1", "e2")},
    {"question": "Wie lange dauerte der Besuch von Anna Berg in Bergen im Mai 2019?"},
    {"question": "Wie lange dauerte das Treffen von Präsidentin Berg und Carl-Maria Dorn im Mai 2019?"},
    {"question": "Wie lange dauerte die Übernachtung?", "answer": "eine Nacht", "mod": None},
    {"question": "[…] dauerte das Treffen im Mai 2019."},
    {"question": f"Wie lange dauerte {RIA} das Treffen?", "attribution": "die Nachrichtenagentur Ria", "according_to": RIA},
    {"answer": "zwei Stunden", "mod": None},
    {"ask": "when", "value": "2019-04", "mod": "end", "answer": "Ende April 2019"},
    {"left_out": "undated"},
    {"left_out": "header"},  # a crosshead is the article's own, like its title
    {"left_out": "caption", "left_at": Span(0, 9)},
    {"question": f"Wie lange dauerte {RIA} das Treffen?", "conflicts": ("f2",), "according_to": RIA},
]


@pytest.mark.parametrize(("gate", "row"), STOPPED, ids=str)
def test_gate_stops_the_card_under_its_name(gate: str, row: dict[str, Any]) -> None:
    assert stopped_by(case(Given(**row))) == gate


@pytest.mark.parametrize("row", PASSED, ids=str)
def test_close_card_passes(row: dict[str, Any]) -> None:
    assert stopped_by(case(Given(**row))) is None


def test_every_gate_stops_some_row() -> None:
    assert {name for name, _ in STOPPED} == {name for name, _, _ in GATES}


def asked_twice(question: str, answer: str) -> list[str | None]:
    """The gates that stop two facts with these questions and answers."""
    one = case(Given())
    other = replace(one.fact, id="f2", answer=answer, slots={"own": question})
    first = replace(one.fact, slots={"own": QUESTION})
    knowledge = Knowledge((Article("a", TEXT),), (Event("e1", "Treffen", "das Treffen"),), (), (first, other), ())
    template = Template("t", "length", "how_long", "question", "{own}", "{answer}", {}, ())
    return [outcome.gate for outcome in ask_all(knowledge, [template], ASKS, seed=0)]


def test_one_question_with_two_answers_is_stopped_both_times() -> None:
    assert asked_twice(QUESTION, "gut drei Stunden") == ["ambiguous", "ambiguous"]
    assert asked_twice(QUESTION.replace("Wie lange", "wie lange –"), "gut drei Stunden") == ["ambiguous", "ambiguous"]


def test_two_questions_or_one_answer_pass() -> None:
    assert asked_twice(QUESTION.replace("Mai", "Juni"), "gut drei Stunden") == [None, None]
    assert asked_twice(QUESTION, "gut zwei Stunden") == [None, None]
