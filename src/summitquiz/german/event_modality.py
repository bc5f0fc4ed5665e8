"""Whether an event that a noun names took place, was planned, was called off or is only wished for.

Words: words/cues.yaml.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.cues import adjective_modality, modality, said_to_be_over, verb_lemmas, was_planned
from summitquiz.german.definite import INDEFINITE
from summitquiz.german.segments import FINITE
from summitquiz.model import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.view import View
    from summitquiz.model import Modality, Token

_AHEAD = {"Absage", "Verschiebung", "Planung", "Vorbereitung", "Vorbereitungen", "Ankündigung", "Vorabend", "Termin"}
_BREAKS = {",", ";", ":", "–"}
_ABOUT = {
    "auf",
    "zu",
    "zum",
    "zur",
    "um",
    "für",
    "über",
    "von",
    "vom",
    "gegen",
}  # with which verbs govern an event
DATIVE = {"dem", "einem", "diesem", "der", "einer", "dieser"}
_WISHED = {"über", "für", "gegen", "um"}
_PUT_OFF = {"verschieben", "vertagen", "verlegen"}
_OPEN, _COMING = {"bereit", "offen"}, {"Gespräch", "Planung", "Vorbereitung", "Aussicht"}
_TO_BE = {"kommen", "zustandekommen", "geben"}  # "dazu kam es nicht", "kam nicht zustande"
_ORDER: tuple[Modality, ...] = ("negated", "hypothetical", "planned")


def event_modality(view: View, tokens: Sequence[Token], left: int, i: int, *, dated: bool) -> Modality:
    """The modality of the event whose noun phrase reaches from `left` to its noun at `i`; `dated`: it has a date of its own."""
    if any(t.text.lower().startswith("kein") for t in tokens[max(0, i - 3) : i]):
        return "negated"
    adjectives = [t for t in tokens[left:i] if t.tag == "ADJA"]
    own = adjective_modality(adjectives)
    if own != "actual" or (dated and any(map(is_over, adjectives))):
        return own
    if left and tokens[left].text == "des" and tokens[left - 1].tag == "NN":
        return "planned" if tokens[left - 1].text in _AHEAD else "actual"  # "der Abschluss des Gipfels soll …"
    segment = words_around(tokens, i)
    if governed := _told_by_verb(tokens, segment, left):
        return governed
    found = modality(segment if any(t.tag in FINITE for t in segment) else tokens)
    if found == "planned" and not dated and was_planned(segment):
        return "hypothetical"
    if (found == "planned" and _planned_length(view, tokens, i)) or (
        found == "hypothetical" and said_to_be_over(tokens, left, i)
    ):
        return "actual"
    return "actual" if found == "negated" else found  # what is denied need not be the event: the clause's own rule decides


def governs(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb before an event says what somebody did about it: to propose it, to call it off, to announce it."""
    lists, segment = lexicon.load("cues")["governing"], words_around(tokens, i)
    acts = any(t.tag == "VVFIN" or (t.tag == "VAFIN" and t.lemma == "haben") for t in segment if t.span < tokens[i].span)
    return acts and bool(verb_lemmas(segment) & {verb for kind in _ORDER for verb in lists[kind]})


def words_around(tokens: Sequence[Token], i: int) -> Sequence[Token]:
    """The words around an index that no punctuation parts from it."""
    first = next((k + 1 for k in range(i, -1, -1) if tokens[k].text in _BREAKS), 0)
    last = next((k for k in range(i, len(tokens)) if tokens[k].text in _BREAKS), len(tokens))
    return tokens[first:last]


def is_over(adjective: Token) -> bool:
    """Whether an adjective says of an event that it is over: der letzte, der damalige."""
    return dictionary_form(adjective.text) in lexicon.load("events")["past"]


def dictionary_form(adjective: str) -> str:
    """Weak nominative singular: ersten, erstes, erster → erste."""
    word = adjective.lower()
    for ending in ("en", "em", "er", "es"):
        if word.endswith(ending):
            return word[: -len(ending)] + "e"
    return word


def _told_by_verb(tokens: Sequence[Token], segment: Sequence[Token], left: int) -> Modality | None:
    """What the verb says of the event that it governs: "lehnte ein Treffen ab", "hofft auf ein Treffen"; None for any other."""
    first, before = tokens[left], tokens[left - 1] if left else None
    preposition = first if first.tag == "APPRART" else before if before is not None and before.tag == "APPR" else None
    word = preposition.text.lower() if preposition else ""
    if word and (word not in _ABOUT or (word == "auf" and first.text.lower() in DATIVE)):
        return None  # "bei einem Treffen", "auf dem Gipfel": something was done there
    verbs = verb_lemmas(segment)
    if any(t.tag == "VAFIN" for t in segment) and not any(t.tag in {"VVPP", "VAPP", "VVINF"} for t in segment):
        verbs |= {t.lemma.lower() for t in tokens[-2:] if t.tag == "VVPP"}  # "hat ein Treffen, das X anregte, abgelehnt"
    if word == "auf" and verbs & _PUT_OFF:
        return "planned"  # "wurde auf einen Sondergipfel verschoben"
    if word in _WISHED and first.text.lower() in INDEFINITE:
        return "hypothetical"  # "sprachen über ein Treffen", "offen für einen Besuch"
    open_ = any(t.text.lower() in _OPEN for t in segment) or any(
        a.text.lower() in {"im", "in"} and b.text in _COMING for a, b in pairwise(segment)
    )
    denied = any(t.tag == "PTKNEG" for t in segment) and any(t.text in {"es", "zustande"} for t in segment)
    if denied and verbs & _TO_BE:
        return "negated"
    if open_ and any(t.lemma.lower() in {"sein", "stehen", "zeigen", "erklären"} for t in segment):
        return "hypothetical"  # "ist zu einem Treffen bereit", "im Gespräch ist ein Treffen"
    lists = lexicon.load("cues")["governing"]
    if told := next((kind for kind in _ORDER if verbs & set(lists[kind])), None):
        return told
    went = word in {"zu", "zum", "zur"} and verbs & (set(lexicon.load("event_verbs")["moving"]) - _TO_BE)
    return "planned" if went else None  # "flog zu Gesprächen nach Paris": what he went there for


def _planned_length(view: View, tokens: Sequence[Token], i: int) -> bool:
    """Whether it is a length that was planned: "für das Treffen waren 90 Minuten angesetzt"."""
    behind = Span(tokens[i].span.end, tokens[-1].span.end)
    before = [t.text.lower() for t in tokens[:i] if t.tag in {"APPR", "APPRART"}][-1:]
    return before == ["für"] and bool(view.times(Kind.DURATION, behind))
