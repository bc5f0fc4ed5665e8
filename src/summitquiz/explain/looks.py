"""The ten gates over one card: what each looked at, and whether the card passed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summitquiz.explain.names import named, titles
from summitquiz.explain.row import Row, listed, quoted
from summitquiz.explain.seek import place_of
from summitquiz.explain.sight import reading_of
from summitquiz.model import Kind, Timex
from summitquiz.questions.gates import GATES, Case, surroundings, telling_words
from summitquiz.questions.templates import load_templates

if TYPE_CHECKING:
    from collections.abc import Callable

    from summitquiz.build import Built
    from summitquiz.model import Card
    from summitquiz.questions.ask import Outcome


def gates(built: Built, outcome: Outcome) -> list[Row]:
    """One row a gate; none for a fact without a card, which has nothing that gates could look at."""
    if outcome.card is None:
        return []
    case = _case(built, outcome, outcome.card)
    stops = {number: name for name, number, passes in reversed(GATES) if not passes(case)}
    if outcome.gate:
        stops.setdefault(named(outcome.gate).gate or 0, outcome.gate)
    return listed("gates", [_line(number, title, stops.get(number), built, case) for number, title in titles().items()])


def _line(number: int, title: str, stop: str | None, built: Built, case: Case) -> str:
    verdict = f"stopped ({stop})" if stop else "passed"
    return f"{number} {title}: {verdict}; {_LOOKS[number](built, case)}"


def _case(built: Built, outcome: Outcome, card: Card) -> Case:
    template = next(one for one in load_templates(built.definition.templates) if one.id == card.template)
    return Case(card, outcome.fact, template, surroundings(built.knowledge))


def _evidence(_built: Built, case: Case) -> str:
    first = case.card.evidence[0]
    same = "is the answer" if case.card.answer == first.text else f"is answered as {quoted(case.card.answer)}"
    return f"{quoted(first.text)} at {place_of(first.article, first.span)} {same}"


def _modality(_built: Built, case: Case) -> str:
    if case.fact.pattern == "clause":
        return "the question keeps the sentence's own verb"
    told = {"actual": "it is told as something that happened", "planned": "a plan, which only templates for plans may ask"}
    return told.get(case.fact.modality, f"it is {case.fact.modality}")


def _reference_time(built: Built, case: Case) -> str:
    if case.fact.ask != "when":
        when = case.fact.slots.get("when") or case.fact.slots.get("stand")
        return f"the answer is no date; the question is dated {quoted(when)}" if when else "the answer is no date"
    return f"the date is {case.fact.value}{_counted(built, case)}"


def _counted(built: Built, case: Case) -> str:
    """How the words of the answer came to their date, when they were relative; a fact file does not tell."""
    first = case.card.evidence[0]
    reading = reading_of(built, first.article)
    times = [m.value for m in reading.document.mentions if m.span == first.span and m.kind is Kind.TIME] if reading else []
    if reading is None or not any(isinstance(value, Timex) and value.anchored for value in times):
        return ""
    date = reading.document.article.published
    known = f"appeared {date}, known to the {date.precision}" if date else "is undated"
    return f", counted from another date; the article {known}"


def _event(_built: Built, case: Case) -> str:
    return f"the fact belongs to {case.fact.event} alone"


def _alone(_built: Built, case: Case) -> str:
    people = [name for name in case.around.participants.get(case.fact.event, ()) if name in case.card.question]
    year = re.search(r"\b\d{4}\b", case.card.question)
    return _and(
        [f"names {' and '.join(people)} in full" if people else "", f"has the year {year[0]}" if year else "has no year"]
    )


def _one_answer(built: Built, _case: Case) -> str:
    others = sum(one.card is not None for one in built.outcomes) - 1
    return f"compared with the questions of {others} other facts"


def _not_given_away(_built: Built, case: Case) -> str:
    words = telling_words(case.card.answer)
    return (
        f"looked for {', '.join(map(quoted, words))} in the question" if words else "the answer has no name or noun to look for"
    )


def _source(_built: Built, case: Case) -> str:
    who, sure = case.fact.attribution, case.fact.mod
    parts = [f"says who: {who}" if who else "", f"says how sure: {sure}" if sure else ""]
    own = "the question keeps the sentence's own words" if case.fact.pattern == "clause" else "the fact has none to keep"
    return _and(parts) or own


def _prose(_built: Built, _case: Case) -> str:
    return "looked for captions, credits, datelines, bylines, notices and links at the evidence"


def _agreement(_built: Built, case: Case) -> str:
    if case.fact.conflicts:
        return f"contradicted by {', '.join(case.fact.conflicts)}, so the question must name a source"
    return "another answer is told too, and both can be true" if case.fact.slots.get("differs") else "no report contradicts it"


def _and(parts: list[str]) -> str:
    return ", ".join(part for part in parts if part)


_LOOKS: dict[int, Callable[[Built, Case], str]] = {
    1: _evidence,
    2: _modality,
    3: _reference_time,
    4: _event,
    5: _alone,
    6: _one_answer,
    7: _not_given_away,
    8: _source,
    9: _prose,
    10: _agreement,
}
