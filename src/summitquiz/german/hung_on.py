"""Whether a question takes what hangs on behind its clause: a relative clause, an apposition, a reason."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from summitquiz.german.agreement import is_present
from summitquiz.german.as_of import fades
from summitquiz.german.clause_ends import closes
from summitquiz.german.cues import reported
from summitquiz.german.segments import CLOSING, FINITE
from summitquiz.german.verbs import wants_words

if TYPE_CHECKING:
    from summitquiz.german.clauses import Clause
    from summitquiz.german.subjects import Subject
    from summitquiz.model import Span

_WHERE = ("Wo", "In welche")
_VERBS = {*FINITE, "VVIZU", "PTKZU", "VVINF"}
_LIKE = {"als", "wie"}  # ", doppelt so lange wie vorgesehen"


def tails(clause: Clause, subject: Subject | None, gap: Span, word: str) -> tuple[bool, ...]:
    """Whether to ask a clause with and without the clauses behind, in the order to try.

    What hangs on the very words at `gap`, asked for by `word`, goes with them.
    """
    if _on_answer(clause, gap) or _on_subject(clause, subject, gap) or _of_another(clause):
        return (False,)
    if not clause.tail_optional or (wants_words(clause) and not clause.tail_hangs):
        return (True,)  # "Wer sagte in seiner Rede": what, stands behind
    if _reports(clause):
        return (True,)
    there = word.startswith(_WHERE) and clause.tail[1].text == "wo"
    return (False,) if there or fades(clause.tail) or _looks_ahead(clause) else (True, False)


def _reports(clause: Clause) -> bool:
    """Whether a main clause in the subjunctive hangs on behind, its verb in second place: "erklärte am Dienstag in Bern, die
    Schweiz stehe bereit"; it is what was said."""
    words = list(takewhile(lambda t: t.text != ",", clause.tail[1:]))
    return any(reported(t) for t in words[:-1] if t.tag in FINITE)


def _looks_ahead(clause: Clause) -> bool:
    """Whether a journey of the past goes on with what is to come: "reiste nach Rom weiter, wo er am Montag sprechen will"."""
    there = [t.text for t in clause.tail[1:2]] == ["wo"]
    return there and any(t.text in {"will", "wollen"} for t in clause.tail) and not is_present(clause.verb)


def closed_behind(clause: Clause) -> bool:
    """Whether the participle or infinitive that a clause ends with stands among the clauses behind; a full verb has but a
    particle there."""
    tail = clause.tail
    if clause.verb.tag == "VVFIN" and not any(t.tag == "PTKVZ" for t in tail):
        return False
    ends = [i for i in range(1, len(tail) + 1) if i == len(tail) or tail[i].text in {",", "und"}]
    return any(closes(tail[:end]) for end in ends) and not closes(clause.field)


def _on_answer(clause: Clause, gap: Span) -> bool:
    """Whether it hangs on the last words before the verb's end, and those are asked for; ", zehn Minuten mehr" and
    ", länger als geplant" always do."""
    words = list(takewhile(lambda t: t.text != ",", clause.tail[1:]))
    verbless = bool(words) and not any(t.tag in _VERBS for t in words)
    compared = verbless and words[0].tag in {"ADJD", "ADV"} and bool(_LIKE & {t.text for t in clause.tail})
    more = compared or (verbless and words[0].tag == "CARD")
    last = [t for t in clause.field if t.tag not in CLOSING][-1:]
    return more or (clause.tail_hangs and bool(last) and gap.end >= last[0].span.end)


def _of_another(clause: Clause) -> bool:
    """Whether what hangs on behind tells of somebody else without a verb: "sprach von …, sein Kollege Lawrow von …"."""
    words = clause.tail[1:]
    doer = bool(words) and words[0].text in {"sein", "seine", "ihr", "ihre", "der"}
    preposition = next((i for i, t in enumerate(words) if t.tag in {"APPR", "APPRART"}), 0)
    named = any(t.tag == "NE" for t in words[:preposition])
    repeated = preposition and words[preposition].text in {t.text for t in clause.field}
    return doer and named and bool(repeated) and not any(t.tag in FINITE for t in words)


def _on_subject(clause: Clause, subject: Subject | None, gap: Span) -> bool:
    return subject is not None and gap == subject.span and clause.tail_names_subject
