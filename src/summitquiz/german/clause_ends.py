"""What opens and closes a clause: by whose word it is, the participle in front, the verb at its end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.segments import FINITE
from summitquiz.model import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.clauses import Clause
    from summitquiz.german.view import View
    from summitquiz.model import Token


_STATES = {"sein", "bleiben", "werden"}
_LACKING = {"VAFIN": "VVPP", "VMFIN": "VVINF"}  # what a clause with this finite verb ends with
_QUOTES = set('„“”"»«‚‘')
_SOMEBODY = ("kreise", "kreisen", "diplomaten", "insider", "insidern", "eingeweihte", "beobachter", "vertraute", "vertrauten")


def participle_last(clause: Clause) -> Clause:
    """ "Begleitet wurde X von Y" in the order of "X wurde von Y begleitet"; its adverb goes with it. So "Empfangen worden war
    er", "Unterzeichnet werden soll der Vertrag" and "Leer blieb der Stuhl".
    """
    *adverbs, last = [token.tag for token in clause.front if token.tag not in {"VAPP", "VAINF"}] or [""]
    stays = last == "ADJD" and not adverbs and clause.lemma in _STATES  # "Leer blieb der Stuhl"
    if not stays and (last != "VVPP" or any(tag not in {"ADJD", "ADV"} for tag in adverbs)):
        return clause
    first = replace(clause.front[0], text=clause.front[0].text.lower())
    return replace(clause, front=(), field=(*clause.field, first, *clause.front[1:]))


def participle_mended(clause: Clause) -> Clause:
    """With the participle or infinitive at its end that was taken for something else: "hatte den Kollegen in New York
    [orientiert]", "wollen sich in Rom [wiedersehen]", "ist für Mai [anberaumt]".
    """
    last = clause.field[-1] if clause.field else None
    participle = lexicon.load("event_verbs")["participles"].get(last.text) if last is not None and last.tag == "ADJD" else None
    if last is not None and participle:
        return replace(clause, field=(*clause.field[:-1], replace(last, tag="VVPP", lemma=participle)))
    alone = sum(t.tag in FINITE for t in clause.field) == 1
    if (
        last is None
        or last.tag != "VVFIN"
        or not alone
        or clause.verb.tag not in _LACKING
        or not last.text.endswith(("t", "en"))
    ):
        return clause
    return replace(clause, field=(*clause.field[:-1], replace(last, tag=_LACKING[clause.verb.tag])))


def source_of(view: View, clause: Clause) -> str | None:
    """Who says what a clause tells, by the clause in front of it ("Wie das Außenministerium mitteilte, …").

    None where there is no such clause, or it names nobody ("Wie bekannt wurde, …"); "" where the name stands elsewhere.
    """
    if not clause.source:
        return None
    if any(t.text.lower().endswith(_SOMEBODY) for t in clause.source):
        return ""  # "Wie aus Delegationskreisen verlautete": somebody says it, and nobody is named
    cues = view.within(Kind.CUE, Span(clause.source[0].span.start, clause.source[-1].span.end))
    named = any(t.tag == "NE" or t.text in _QUOTES for t in clause.source)  # "Wie „heise online“ berichtet": by a name
    return next((str(cue.value) for cue in cues if cue.rule.startswith("de.attribution")), "" if named else None)


def closes(tokens: Sequence[Token]) -> bool:
    """Whether a participle or infinitive that a clause ends with stands at the end of some words."""
    return bool(tokens) and tokens[-1].tag in {"VVPP", "VVINF", "VAPP", "VAINF"}
