"""Whether what a clause or a noun phrase tells happened, was planned, was denied or is only possible."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Any

from summitquiz.german import lexicon
from summitquiz.german.nouns import event_noun
from summitquiz.german.segments import FINITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.model import Modality, Token

_FUTURE = {"wird", "werden"}
_SUBJUNCTIVE = frozenset(
    "sei seien habe werde könne müsse solle wolle dürfe möge hätte hätten wäre wären würde würden könnte könnten dürfte "
    "dürften müsste müssten gäbe käme ginge".split()
)


@cache
def _cues(modality: str, group: str) -> frozenset[str]:
    lists: dict[str, Any] = lexicon.load("cues")[modality]
    return frozenset(lists.get(group, ()))


def modality(tokens: Sequence[Token]) -> Modality:
    """The modality of a clause given by all its words: negation counts before possibility, possibility before plan.

    "wird … empfangen" (present passive) and "wird … teilnehmen" (future) are told apart by the participle and the infinitive.
    """
    tokens = without_comparison(tokens)
    said = [t for i, t in enumerate(tokens) if t.tag != "PTKVZ" and not _without_result(tokens, i)]  # nor does "fand … statt"
    words = [token.text.lower() for token in said]
    if any(w in _cues("negated", "words") | _cues("negated", "participles") for w in words) or _calls_off(tokens):
        return "negated"
    verbs = {t.text.lower() for t in tokens if t.tag in FINITE}
    if verbs & _cues("hypothetical", "verbs") or any(w in _cues("hypothetical", "words") for w in words):
        return "hypothetical"
    infinitive = any(t.tag in {"VVINF", "VAINF"} for t in tokens)
    planned = verbs & _cues("planned", "verbs")
    if planned - _FUTURE or (planned and infinitive) or any(w in _cues("planned", "participles") for w in words):
        return "planned"
    return "actual"


def _calls_off(tokens: Sequence[Token]) -> bool:
    """Whether a finite verb says that something will not be: "sagt … ab", "verschob", "fällt aus"."""
    return bool(verb_lemmas(tokens) & _cues("negated", "verbs"))


def verb_lemmas(tokens: Sequence[Token]) -> set[str]:
    """The infinitives of the full verbs among words, separated particles joined: "sagte … ab" is absagen."""
    particle = next((t.text.lower() for t in reversed(tokens) if t.tag == "PTKVZ"), "")
    finite = {particle + t.lemma.lower() for t in tokens if t.tag == "VVFIN"}
    return finite | {t.lemma.lower() for t in tokens if t.tag == "VVPP"}


def _without_result(tokens: Sequence[Token], i: int) -> bool:
    """Whether only what came of it is denied: "ging ohne Einigung zu Ende"."""
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    return tokens[i].text.lower() == "ohne" and behind is not None and event_noun(behind.text) is None


def without_comparison(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words without "als vorgesehen": "dauerte länger als ursprünglich geplant" plans nothing, what it tells is real."""
    words = [t.text.lower() for t in tokens]
    planned = _cues("planned", "participles") | {"gedacht", "veranschlagt"}
    for i, word in enumerate(words):
        end = next((k for k in range(i + 1, min(i + 5, len(words))) if words[k] in planned), None)
        if word in {"als", "wie"} and end:
            return [*tokens[:i], *tokens[end + 1 :]]  # "anders als geplant trafen sie sich nicht"
    return tokens


def given_up(tokens: Sequence[Token]) -> bool:
    """Whether a clause says that a plan is one no more: "das ursprünglich geplante Treffen", "wurde abgesagt"."""
    return any(_stem(token.text) in lexicon.load("cues")["given_up"] for token in tokens)


def was_planned(tokens: Sequence[Token]) -> bool:
    """Whether a clause tells of a plan in the past, "war geplant": it may have come about, or not."""
    words = {token.text.lower() for token in tokens}
    return bool(words & {"war", "waren"} and words & _cues("planned", "participles"))


def perfect_infinitive(tokens: Sequence[Token]) -> bool:
    """Whether words hold what with a modal verb says how sure something is: "(soll) gedroht haben", "(dürfte) gewesen sein"."""
    return any(a.tag in {"VVPP", "VAPP"} and b.text in {"haben", "sein"} for a, b in pairwise(tokens))


def hearsay(tokens: Sequence[Token]) -> bool:
    """Whether only reports tell what a clause tells: "Medienberichten zufolge", "laut Gerüchten"."""
    words = {token.text.lower() for token in tokens}
    return bool(words & _cues("hearsay", "reports") and words & _cues("hearsay", "according"))


def reported(verb: Token) -> bool:
    """Whether a finite verb stands in the subjunctive of reported speech (sei, habe, komme): somebody else claims it.

    A singular verb in -e that is no weak preterite (-te) and none of wurde, ging and the like is the first subjunctive; so is
    one that lacks nothing but the infinitive's n (warte, erwarte).
    """
    word = verb.text.lower()
    if word in _SUBJUNCTIVE:
        return True
    stem = verb.lemma.lower() == f"{word}n"
    return verb.tag == "VVFIN" and word.endswith("e") and (stem or not word.endswith(("te", "wurde")))


def may_be_reported(verb: Token) -> bool:
    """Whether a finite verb's preterite is its second subjunctive too, or nearly: wollte, hielten, blieben; not kam, hielt."""
    word = verb.text.lower()
    return word.endswith(("te", "ten")) or re.search(r"(?:ie\w+|ing)en$", word) is not None


def adjective_modality(adjectives: Sequence[Token]) -> Modality:
    """The modality that adjectives give their noun: "der geplante Gipfel", "das abgesagte Treffen"."""
    for kind in ("negated", "hypothetical", "planned"):
        stems = _cues(kind, "adjectives")
        if any(_stem(token.text) in stems for token in adjectives):
            return kind
    return "actual"


def _stem(adjective: str) -> str:
    word = adjective.lower()
    for ending in ("en", "em", "er", "es", "e"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)]
    return word


def said_to_be_over(tokens: Sequence[Token], left: int, i: int) -> bool:
    """Whether somebody tells how a certain one was: "Das Gespräch sei „offen und hart“ gewesen"."""
    verb = tokens[i + 1] if i + 1 < len(tokens) else None
    if verb is None or verb.text not in {"sei", "seien", "habe", "hätten"} or tokens[left].tag not in {"ART", "PDAT"}:
        return False
    behind = takewhile(lambda t: t.tag not in FINITE, tokens[i + 2 :])
    return any(t.tag in {"VVPP", "VAPP"} for t in behind)
