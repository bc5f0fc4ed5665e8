"""A clause as a sentence with a gap: its words in the article's own order, […] for what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.german.as_of import is_now
from summitquiz.german.segments import QUOTES
from summitquiz.german.vagueness import Unfit

if TYPE_CHECKING:
    from summitquiz.german.clauses import Clause
    from summitquiz.german.restate import Restater
    from summitquiz.model import Span, Token


def write_sentence(
    text: Restater, clause: Clause, verb: Token, gap: Span, *, tail: bool, opened: bool, subject_first: bool
) -> None:
    """Write a clause into `text`, with […] for the words at `gap`. Raises Unfit.

    `verb`: its finite verb as the question has it; `tail`: with what hangs on behind; `opened`: with its front field;
    `subject_first`: that is the subject.
    """
    front = clause.front if opened else ()
    text.subject_said = subject_first
    text.hung, text.tail, text.times.now = tail and bool(clause.tail), clause.tail, is_now(clause)
    text.add(front, gap=gap)
    if front and front[-1].text in QUOTES:
        text.comma()  # "„Afrika den Afrikanern“[,] rief X"
    if not text.parts:
        raise Unfit("word_order")  # the front field fell away: what is left is no statement
    if clause.front_clause and clause.front[-1].text != ",":
        text.comma()
    text.announced = text.hung and clause.announces
    text.add((verb, *clause.field, *(clause.tail if tail else ())), gap=gap)
