"""Where the subject of a clause stands in its middle field, and what stands before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.german.adverbials import adverbial_at
from summitquiz.german.restate import HIM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.clauses import Clause
    from summitquiz.german.subjects import Subject
    from summitquiz.german.view import View
    from summitquiz.model import Token


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
