"""When what a clause tells was so: at the time of writing, up to it, or about when the article appeared."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.agreement import is_present
from summitquiz.german.timeline import times_in
from summitquiz.german.verbs import perfected, pluperfect
from summitquiz.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.clauses import Clause
    from summitquiz.german.subjects import Subject
    from summitquiz.german.view import View
    from summitquiz.model import Token

_MONTHS = re.compile(r"P[\dX.]+[YM]")  # a length in years or months
_OFTEN = {"oft", "häufig", "meist", "meistens", "fällen", "regelmäßig", "stets", "immer", "üblicherweise", "jahrelang"}
_LEAD = 3  # sentences: of whom they tell that he died, the article is about
_NOW = {"inzwischen", "mittlerweile", "heute", "derzeit", "zurzeit", "nun"}


def anchorable(view: View, clause: Clause, subject: Subject | None) -> bool:
    """Whether what the clause tells happened about when the article appeared: no present, no pluperfect, no plan, no length of
    months, nothing that a dead person did.
    """
    if clause.aside or is_now(clause):
        return False  # when that was, its own words say or nobody; "vertritt" has its "Stand April 2007"
    lengths = (value.value for mention, value in times_in(view, clause, Kind.DURATION))
    if any(_MONTHS.match(length) for length in lengths):
        return False
    verb = clause.verb
    last = clause.field[-1].tag if clause.field else ""
    if clause.lemma in lexicon.load("event_verbs")["habitual"] or any(t.text.lower() in _OFTEN for t in clause.tokens):
        return False
    past = not pluperfect(clause) and verb.tag != "VMFIN" and last != "VVINF"
    return past and not (subject and _dead(view, subject))


def is_now(clause: Clause) -> bool:
    """Whether the clause tells what is so at the time of writing, or will be; "hat … gesagt" tells what was."""
    return is_present(clause.verb) and (clause.verb.lemma == "werden" or not perfected(clause))


def fades(words: Sequence[Token]) -> bool:
    """Whether words tell what is so only at the time of writing: "die inzwischen fast verlassen ist"."""
    return any(t.text in _NOW for t in words)


def counts_to_now(clause: Clause) -> bool:
    """Whether the clause counts up to the time of writing: "sein letzter Besuch", "war zuletzt im Mai in Rom", "hat seit
    2012 nicht mehr gesprochen"."""
    words = [t.text.lower() for t in (*clause.front, *clause.field)]  # not "…, welche die seit 1993 geschlossene Grenze öffnen"
    last = any(t.tag == "ADJA" and t.text.startswith("letzt") and _so_far(before) for before, t in pairwise(clause.tokens))
    return last or "zuletzt" in words or (is_present(clause.verb) and "seit" in words)


def was_last(clause: Clause) -> bool:
    """Whether somebody had been the last one up to what the article tells: "Als letzter Kanzler war X 2021 dort gewesen"."""
    return pluperfect(clause) and any(
        a.text.lower() == "als" and b.text.startswith("letzt") for a, b in pairwise(clause.tokens)
    )


def _so_far(before: Token) -> bool:
    """Whether "letzter" behind this word means the last one so far: "ihr letzter", "den bislang letzten", "das letzte", not
    "nach einem letzten Gespräch"."""
    word = before.text.lower()
    return before.tag == "PPOSAT" or (before.tag == "ART" and not word.startswith("ein")) or word in {"bislang", "bisher"}


def stands(clause: Clause) -> bool:
    """Whether the clause tells what is wanted, due or possible now: a modal verb in the present."""
    word = clause.verb.text.lower()
    return clause.verb.tag == "VMFIN" and (word.startswith("möchte") or not word.endswith(("te", "ten")))


def _dead(view: View, subject: Subject) -> bool:
    """Whether the article tells of the subject's death; a pronoun stands for whose death it opens with."""
    if subject.pronoun:
        return any(number < _LEAD for number in view.deaths.values())
    names = (value.name for m in subject.people for _, value in view.people(m.span))
    return any(name and name.split()[-1] in view.deaths for name in names)
