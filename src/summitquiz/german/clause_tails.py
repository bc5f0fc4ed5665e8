"""What hangs on behind a main clause: how far it reaches, and whether it turns the statement round."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.agreement import is_present
from summitquiz.german.cues import may_be_reported, reported
from summitquiz.german.segments import CLOSING
from summitquiz.german.verbs import says

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.segments import Segment
    from summitquiz.model import Token

_OPENING = {"KOUS", "PWAV", "PRELS", "PRELAT"}
_AROUND = {"APPR", "APPRART", "NE", "ADV", "$,"}  # "sagte am Montag in Rom": only names and adverbs
_COORDINATORS = frozenset("und aber doch denn oder jedoch allerdings".split())  # behind a comma they open a clause of their own
_TURNING = frozenset("aber jedoch allerdings dennoch trotzdem hingegen dagegen indes".split())  # ", wollte jedoch nicht …"


def tail_end(segments: Sequence[Segment], core: int) -> int:
    """Index of the first segment behind `core` that opens a main clause of its own."""
    open_ = False  # whether a subordinate clause was interrupted before its verb: "dass der Plan, der …, gescheitert sei"
    for i in range(core + 1, len(segments)):
        segment = segments[i]
        if open_ and not segment.subordinate and segment.verb_last():
            open_ = False
            continue
        open_ = open_ or (segment.subordinate and segment.tokens[0].tag in _OPENING and segment.finite is None)
        verb = segment.tokens[segment.finite] if segment.finite else None
        runs_on = verb is not None and not segment.subordinate and (not reported(verb) or verb.text == "wäre")
        runs_on = runs_on and not (i == core + 1 and _said(segments[core], segment))
        joins = segment.tokens[0].text.lower() in _COORDINATORS
        contrast = joins and segment.tokens[0].text.lower() not in {"und", "oder"} and segment.finite is None
        turns = segment.finite == 0 and (any(t.text in _TURNING for t in segment.tokens) or _acts_again(segment.tokens[0]))
        if turns or contrast or (joins and segments[core].tokens[-1].tag in CLOSING):
            return i
        if runs_on and not (joins and segment.verb_last()):  # "…, der in Rom lebt, aber aus Wien stammt, …"
            return i  # a statement of its own; only the subjunctive of reported speech belongs to the clause before
    return len(segments)


def _acts_again(verb: Token) -> bool:
    """Whether a verb that opens a piece tells the next of several acts: "ließ ihn warten, [verzichtete] auf Ehren und ging"."""
    return verb.tag == "VVFIN" and not (is_present(verb) or says(verb.lemma.lower()))


def _said(core: Segment, segment: Segment) -> bool:
    """Whether it is what the clause before it reports: "beide erklärten, sie wollten die Arsenale verkleinern", "versicherte in
    Rom, die USA hielten sich daran"."""
    verb, second = core.tokens[core.finite or 0], segment.tokens[segment.finite or 0]
    pronoun = segment.tokens[0].text.lower() in {"er", "sie", "man"}
    if pronoun and second.tag == "VMFIN" and says(verb.lemma.lower()):
        return True
    behind = pairwise(core.tokens[core.finite or 0 :])
    no_object = all(b.tag in _AROUND or a.tag in {"APPR", "APPRART"} for a, b in behind)
    return no_object and verb.lemma.lower() in lexicon.load("reporting_verbs")["of_oneself"] and may_be_reported(second)


def resumption(verb: Token, field: Sequence[Token], behind: Sequence[Segment]) -> int:
    """The index of the piece with which a clause goes on and ends behind a relative clause that only tells of its last noun,
    "gab Putin, der als Erster kam, [die Einigung bekannt]", or an aside: "war am Freitag, noch vor der Feier, [aufgetreten]";
    0 where it does not.
    """
    back = next((k for k, s in enumerate(behind) if not (s.subordinate or _is_aside(s))), 0)
    relative = bool(back) and behind[0].tokens[0].tag in {"PRELS", "PRELAT", "PWAV"} and _is_told(field)
    if not (relative or (back == 1 and _is_aside(behind[0]))):
        return 0
    last = behind[back].tokens[-1].tag if behind[back].finite is None else ""
    closes = last == "PTKVZ" if verb.tag == "VVFIN" else last in CLOSING
    return back if closes and not any(t.tag in CLOSING for t in field) else 0


def _is_aside(segment: Segment) -> bool:
    """Whether a piece without a verb opens with an adverb: "noch vor der Feier"."""
    return segment.tokens[0].tag == "ADV" and not any(t.tag.startswith("V") or t.tag == "PTKVZ" for t in segment.tokens)


def _is_told(field: Sequence[Token]) -> bool:
    """Whether a middle field ends with a name, or a noun that says whose another is: "die Grenze zwischen beiden Ländern"."""
    if not field or field[-1].tag != "NN":
        return bool(field) and field[-1].tag == "NE"
    return any(a.tag == "NN" and b.tag in {"APPR", "APPRART", "ART"} for a, b in pairwise(field[-5:]))


def sets_against(segment: Segment, front: Sequence[Token]) -> bool:
    """Whether a piece says the like of another, by the preposition that opens the clause: "Auf US-Seite nahm X teil, [auf
    russischer Y]". What stands before it is complete."""
    repeated = bool(front) and segment.tokens[0].tag == "APPR" and segment.tokens[0].text.lower() == front[0].text.lower()
    return repeated and not any(t.tag.startswith("V") for t in segment.tokens)


def contrasts(segment: Segment) -> bool:
    """Whether a piece without a finite verb says it of another: "…, nicht aber von X", "…, Minister Y im April nach Tokio",
    "…, X und Y stets ihre Unschuld beteuert", "…, X für das Innere"; or tells a second act: "…, die Gespräche ausgesetzt"."""
    tags = [t.tag for t in segment.tokens]
    own = tags[0] in {"NN", "NE"} or (segment.tokens[0].text == "die" and "KOKOM" not in tags)
    if own and tags[-1] in {"VVPP", "VVINF"} and segment.finite is None and not segment.subordinate:
        return True
    verbless = not any(tag.startswith("V") for tag in tags)
    if verbless and tags[0] in {"NN", "NE"} and tags[-1] == "ADJD" and segment.tokens[-1].text.endswith("er"):
        return True  # "X sprach eine Stunde, Y etwas kürzer"
    prepositions = sum(tag in {"APPR", "APPRART"} for tag in tags)
    gapped = tags[0] in {"NN", "NE"} and "NE" in tags and prepositions > (tags[:2] != ["NE", "NE"])
    return verbless and (gapped or (denies(segment) and tags[0] == "PTKNEG"))


def denies(segment: Segment) -> bool:
    """Whether a piece without a verb of its own holds a negation."""
    return segment.finite is None and any(t.tag == "PTKNEG" or t.text.lower().startswith("kein") for t in segment.tokens)
