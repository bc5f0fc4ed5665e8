"""Where the subject of a clause stands in its middle field, and what stands before it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summitquiz.german.adverbials import adverbial_at
from summitquiz.german.restate import HIM
from summitquiz.german.segments import CLOSING
from summitquiz.german.verbs import bounds, happens
from summitquiz.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.clauses import Clause
    from summitquiz.german.subjects import Subject
    from summitquiz.german.view import View
    from summitquiz.model import Slot, Token


def him_first(clause: Clause, subject: Subject | None) -> int:
    """1 where a pronoun stands before the subject, whose place a name would take: "empfing ihn der Präsident"; else 0."""
    field = clause.field
    named = subject and not subject.front and not subject.pronoun
    return int(bool(named) and field[:1] != () and field[0].tag == "PPER" and field[0].text in HIM)


def date_first(view: View, field: Sequence[Token]) -> int:
    """Index behind the date that opens a middle field; 0 where none does."""
    here = adverbial_at(view, field, 0) if field else None
    return here.end if here and here.absolute() else 0


def subject_end(clause: Clause, subject: Subject | None) -> int:
    """Offset behind a subject that follows the verb, or behind a pronoun there; 0 when the subject stands in front."""
    field = clause.field
    if subject and not subject.front:
        return subject.span.end
    return field[0].span.end if field and field[0].tag == "PPER" else 0


def apposed(subject: Subject | None, text: str, behind: Sequence[Token]) -> bool:
    """Whether the words behind a subject begin with the comma that closes its apposition. `text`: the article's."""
    words = subject.span.of(text) if subject else ""
    return "," in words and bool(behind) and behind[0].text == ","


def manner_last(clause: Clause, front: Sequence[Token], field: Sequence[Token]) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Front field and middle field of a clause about an event, with how it began or ended before its verb: "[Mit einem Eklat]
    hat der Besuch begonnen" asks "Wann hat der Besuch mit einem Eklat begonnen?"."""
    manner = bool(front) and front[0].text.lower() in {"mit", "ohne", "unter"} and not any(t.text == "," for t in front)
    if not manner or not (bounds(clause) or happens(clause.lemma)):
        return tuple(front), tuple(field)
    end = len(field)
    while end and field[end - 1].tag in CLOSING:
        end -= 1
    end -= 2 * ([t.text for t in field[end - 2 : end]] == ["zu", "Ende"])
    first = replace(front[0], text=front[0].text.lower())
    return ((), (*field[:end], first, *front[1:], *field[end:])) if end < len(field) else (tuple(front), tuple(field))


def needs_comma(subject: Subject | None, text: str, parts: Sequence[str | Slot]) -> bool:
    """Whether the comma behind an apposition of a subject in front is missing in `parts`: "X, der Leiter des Amtes[,]"."""
    if subject is None or not subject.front or not subject.people or "," not in parts or parts[-1] == ",":
        return False
    behind = "," in Span(subject.span.start, subject.people[0].span.start).of(text)
    last = Span(subject.span.start, subject.people[-1].span.start).of(text).rpartition(" und ")[2]
    return len(subject.people) == 1 or behind or "," in last  # "die Präsidenten Polens und Russlands, X und Y[,]"
