"""The facts of a fact file, with their evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from summitquiz.corrections.fields import items, record, reference, span, text, verbatim
from summitquiz.corrections.follows import asked_when, from_attribution, from_label, settled
from summitquiz.model import ASKS, Evidence, Fact, Mod, Modality

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from summitquiz.corrections.fields import Fields
    from summitquiz.corrections.follows import Wording
    from summitquiz.yaml_positions import Value

_NEEDED = ("id", "event", "ask", "answer", "modality", "evidence", "pattern")
_ALLOWED = ("value", "mod", "attribution", "conflicts", "slots")


@dataclass(frozen=True, slots=True)
class Known:
    """What facts refer to: the events' labels and the articles, by id, and the language of the questions."""

    labels: Mapping[str, Value]
    articles: Collection[str]
    wording: Wording


def read_all(value: Value, known: Known) -> list[Fact]:
    """All facts of the list, in its order; raises the value's error for a fact that stands twice with one answer."""
    found: list[Fact] = []
    answers: set[tuple[str, str]] = set()
    for item in value.as_list():
        fact = _fact(item, known)
        if (fact.id, fact.answer) in answers:
            raise item.fields()["id"].fail(f"the fact {fact.id!r} with the answer {fact.answer!r} stands twice; keep one")
        answers.add((fact.id, fact.answer))
        found.append(asked_when(fact, known.wording))
    return settled(found)


def _fact(item: Value, known: Known) -> Fact:
    fields = record(item, _NEEDED, _ALLOWED)
    evidence = tuple(_evidence(one, known.articles) for one in fields["evidence"].as_list())
    if not evidence:
        raise fields["evidence"].fail("'evidence' is empty; a fact rests on at least one sentence")
    return Fact(
        id=fields["id"].as_text(),
        event=reference(fields["event"], known.labels, "event"),
        ask=fields["ask"].as_choice(ASKS),  # type: ignore[arg-type]
        answer=fields["answer"].as_text(),
        evidence=evidence,
        value=text(fields, "value"),
        mod=fields["mod"].as_choice(get_args(Mod)) if "mod" in fields else None,  # type: ignore[arg-type]
        modality=fields["modality"].as_choice(get_args(Modality)),  # type: ignore[arg-type]
        attribution=text(fields, "attribution"),
        conflicts=tuple(one.as_text() for one in items(fields, "conflicts")),
        pattern=fields["pattern"].as_text(),
        slots=_slots(fields, known),
    )


def _slots(fields: Fields, known: Known) -> dict[str, str]:
    written = fields["slots"].fields() if "slots" in fields else {}
    slots = {name: verbatim(value) for name, value in written.items()}
    label = known.labels[fields["event"].as_text()]
    follow = from_label(label, fields["pattern"].as_text(), slots, known.wording)
    if "attribution" in fields and "according_to" not in slots:
        follow |= from_attribution(fields["attribution"], known.wording)
    return follow | slots


def _evidence(item: Value, articles: Collection[str]) -> Evidence:
    fields = record(item, ("article", "start", "end", "text", "rule", "sentence"), ("sentence_start",))
    words, sentence = verbatim(fields["text"]), verbatim(fields["sentence"])
    if words not in sentence:
        raise fields["text"].fail(f"'text' must stand in its sentence, but {words!r} does not")
    place = span(fields)
    if place.end - place.start != len(words):
        raise fields["end"].fail(f"'end' must be {place.start + len(words)}, as 'text' has {len(words)} characters")
    return Evidence(
        article=reference(fields["article"], articles, "article"),
        span=place,
        text=words,
        sentence=sentence,
        rule=fields["rule"].as_text(),
        sentence_start=fields["sentence_start"].as_int(minimum=0) if "sentence_start" in fields else None,
    )
