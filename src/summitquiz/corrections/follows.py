"""What follows from an event's label, a fact's source and the other facts, once somebody has corrected them.

The counterpart of `export.facts_file`, which leaves out what follows from label and source. A slot that is written in the file
goes before.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from summitquiz.errors import FormError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.model import Case, Fact, Mod
    from summitquiz.yaml_positions import Value

_WHOLE = {"office": "office", "country": "place"}  # by pattern: the slot that is the whole label
_GAP = "[…]"


class Wording(Protocol):
    """What the language must be able to say of a corrected label or source. All raise FormError for what it cannot form."""

    def decline(self, label: str, case: Case) -> str:
        """An event's label in another case."""

    def plural(self, label: str) -> bool:
        """Whether an event's label is plural."""

    def according_to(self, source: str) -> str:
        """Who says so: "laut der Nachrichtenagentur Ria"."""

    def which_time(self, value: str, mod: Mod | None, planned: bool = False) -> str:
        """The question word for a date: "An welchem Tag im April 2019"."""


def from_label(label: Value, pattern: str, slots: dict[str, str], wording: Wording) -> dict[str, str]:
    """What templates can say of an event: its forms for a fact that has `sort` among its slots, else the words of the question,
    or of the sentence with a gap where only a gap can ask.

    Raises the label's error for a label that cannot be declined, or does not begin with the question word of its fact.
    """
    if "sort" in slots and "event" not in slots:
        return _forms(label, wording)
    words = label.as_text()
    if pattern == "clause" and "stem" not in slots:
        if "word" not in slots and _GAP in words:
            return {"cloze": words}
        word = slots.get("word", "")
        if not words.startswith(f"{word} "):
            raise label.fail(f"'label' must begin with {word!r}, the `word` of the fact that asks so, but is {words!r}")
        return {"stem": words.removeprefix(f"{word} ")}
    return {_WHOLE[pattern]: words} if pattern in _WHOLE else {}


def from_attribution(attribution: Value, wording: Wording) -> dict[str, str]:
    """Who says so, in words for a question; raises the value's error for what has no such form."""
    try:
        return {"according_to": wording.according_to(attribution.as_text())}
    except FormError as problem:
        raise attribution.fail(f"'attribution' cannot be put into a question: {problem}") from problem


def asked_when(fact: Fact, wording: Wording) -> Fact:
    """A fact about a date with the question word for it, so that a corrected date is not asked for in the old month.

    A word of the template's own ("Seit wann") stays.
    """
    word = fact.slots.get("word", "Wann")
    if fact.ask != "when" or "asked" in fact.slots:
        return fact
    if word == "Wann":
        word = wording.which_time(fact.value or "", fact.mod)
    return replace(fact, slots=fact.slots | {"asked": word})


def settled(facts: Sequence[Fact]) -> list[Fact]:
    """The facts, with `differs` and conflicts only where the reports in the file still differ.

    A fact whose rivals were deleted, or corrected to say the same, can be asked without its source.
    """
    answers: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for fact in facts:
        answers[_topic(fact)].add(fact.value or fact.answer)
    ids = Counter(fact.id for fact in facts)
    kept = []
    for fact in facts:
        alone = len(answers[_topic(fact)]) == 1
        slots = {name: words for name, words in fact.slots.items() if not (alone and name == "differs")}
        conflicts = tuple(one for one in fact.conflicts if ids[one] > (one == fact.id) and not alone)
        kept.append(replace(fact, slots=slots, conflicts=conflicts))
    return kept


def _topic(fact: Fact) -> tuple[str, ...]:
    return fact.event, fact.ask, fact.modality, fact.pattern


def _forms(label: Value, wording: Wording) -> dict[str, str]:
    words = label.as_text()
    try:
        return {
            "event": words,
            "event.gen": wording.decline(words, "gen"),
            "event.dat": wording.decline(words, "dat"),
            "number": "p" if wording.plural(words) else "s",
        }
    except FormError as problem:
        raise label.fail(
            f"'label' cannot be declined: {problem}; write it in the nominative, with der, die or das and a noun "
            'for a meeting, talk or visit: "das Treffen von …"'
        ) from problem
