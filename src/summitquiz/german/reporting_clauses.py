"""The clause behind reported words, which says who said them: "…, sagte Kerry am Sonntag in Kairo"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.german.clauses import Clause
from summitquiz.german.segments import segments_of, without_brackets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.model import Sentence, Span


def reporting_clause(sentence: Sentence, skip: Sequence[Span] = (), whole: Sequence[Span] = ()) -> Clause | None:
    """The clause behind reported words, verb first; its front field is empty. Not so "X, der in Rom lebt, [wird berichten]".

    `skip` and `whole` as in main_clauses.
    """
    tokens = [t for t in sentence.tokens if not any(zone.overlaps(t.span) for zone in skip)]
    segments = list(segments_of(without_brackets(tokens), whole))
    for i, segment in enumerate(segments):
        words = any(before.finite is not None for before in segments[:i])  # not so in "Am Montag, den 3. Mai, lobte X …"
        interrupted = segments[0].finite is None and all(s.subordinate for s in segments[1:i])  # "Der Plan, der …, stieß auf"
        if words and not interrupted and segment.finite == 0 and segment.mark and segment.mark.text == ",":
            return Clause((), segment.tokens[0], segment.tokens[1:])
    return None
