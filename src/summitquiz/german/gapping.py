"""A second predicate whose subject stands in the first half: "Am Montag traf Kerry Lawrow und reiste nach Rom"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.segments import FINITE
from summitquiz.german.subjects import find_subject

if TYPE_CHECKING:
    from summitquiz.german.clauses import Clause
    from summitquiz.german.subjects import Subject
    from summitquiz.german.view import View


def second_half(view: View, clause: Clause, subject: Subject | None) -> tuple[Clause, Subject] | None:
    """The second predicate as a clause that its subject opens: "Kerry reiste nach Rom"; None where there is none, where the
    subject is not known, or where the second half may have one of its own."""
    half = clause.then
    if half is None or subject is None or subject.front or any(t.tag in FINITE for t in half.field):
        return None
    if any(t.text.lower() in lexicon.load("vague")["pointers"] for t in clause.front[:1]):
        return None  # "Damals hatte X die Gespräche eröffnet und …": that was then, too
    if find_subject(view, replace(half, front=clause.front)) is not None:
        return None
    front = tuple(t for t in clause.field if subject.span.covers(t.span))
    whole = replace(half, front=front)
    found = find_subject(view, whole)
    return (whole, found) if found is not None else None
