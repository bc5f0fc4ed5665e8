"""For the first time in how long: "die erste Reise in die USA seit sechs Jahren", "erstmals seit zwölf Jahren"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.german.asking import Asker
from summitquiz.german.attachment import token_before
from summitquiz.german.timeline import times_in
from summitquiz.model import Claim, Kind, Sentence, Span, Token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summitquiz.german.clauses import Clause
    from summitquiz.german.subjects import Subject
    from summitquiz.german.view import View

_SUPERLATIVE = ("ste", "sten", "ster", "stes", "stem")
_AGAIN = {"erstmals", "erst", "mal", "wieder", "zuletzt"}


def first_since(view: View, sentence: Sentence, clause: Clause, subject: Subject | None) -> Iterator[Claim]:
    """For the first time in how long something happened, which only a gap can ask: "die erste Begegnung der beiden […]"."""
    for mention, value in times_in(view, clause, Kind.DURATION):
        since = token_before(clause, mention.span)
        if since is None or since.text.lower() != "seit" or "X" in value.value or not _first(clause, since):
            continue
        gap = Span(since.span.start, mention.span.end)
        claim = Claim(
            "how_long", "clause", mention.span, sentence.span, "de.clause.first_since", gap=gap, gapped=True, bare=True
        )
        yield Asker(view, clause, subject).for_adverbial(claim, gap, "Welche Zeitspanne")
        return


def resumed(clause: Clause, since: Token) -> bool:
    """Whether what the clause tells has not gone on since then: "erstmals seit fast zwei Jahren", "der schwerste Angriff seit
    einem Jahr"."""
    ahead = token_before(clause, since.span)
    alone = ahead is not None and ahead.text.lower() in _AGAIN
    return alone or any(t.tag == "ADJA" and t.text.endswith(_SUPERLATIVE) for t in _before(clause, since))


def _first(clause: Clause, since: Token) -> bool:
    """Whether a word before "seit" says that it was the first."""
    before = [*clause.front[:1], *_before(clause, since)]
    return any(t.text.lower() == "erstmals" or (t.tag == "ADJA" and t.text.startswith("erst")) for t in before)


def _before(clause: Clause, since: Token) -> list[Token]:
    """The words of the part of the clause in which "seit" stands, up to it."""
    part = clause.front if since in clause.front else clause.field
    return [t for t in part if t.span.end <= since.span.start]
