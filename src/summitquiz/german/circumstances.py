"""Circumstances that open a clause and that a question can go without. Words: words/circumstances.yaml."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.nouns import event_noun
from summitquiz.german.segments import FINITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.model import Token

_SETTING = {"in", "im", "bei", "beim", "während", "zum", "zur", "am", "auf", "anlässlich"}
_LENGTH = 4  # words of "kurz", "nur wenige Stunden" in front of it
_PAIR = 2  # words: "Als Ersatz"
_BEFORE = {"nach", "vor"}


def can_be_missed(front: Sequence[Token], lemma: str) -> bool:
    """Whether a front field only says on which occasion, after what or in spite of what something was done or said.

    Not so where it says by whose word, on what condition, or where, or where the verb, by its `lemma`, asks for it.
    """
    words = lexicon.load("circumstances")
    if [t.text.lower() for t in front] in [[word] for word in words["resuming"]]:
        return lemma in words["agreeing"]
    start = next((k for k, t in enumerate(front[:_LENGTH]) if t.text.lower() in _BEFORE), 0)  # "Vier Tage nach …"
    first = front[start].text.lower() if front else ""
    noun = next((t for t in front[start:] if t.tag == "NN"), None)
    main = list(takewhile(lambda t: t.text != ",", front)) if any(t.tag in FINITE for t in front) else front
    if noun is None or noun not in main or any(t.tag in FINITE for t in main):
        return False  # a clause; "Nach neun Tagen, in denen …" is none
    if first in words["demanded"].get(lemma, ()):
        return False
    if first in words["causes"] or (first == "als" and len(front) == _PAIR and noun.text in words["instead"]):
        return True
    if first in _SETTING:
        return event_noun(noun.text) is not None or noun.text.lower().endswith(tuple(w.lower() for w in words["settings"]))
    done = event_noun(noun.text) is not None or noun.text.lower().endswith(("ung", "ungen", *map(str.lower, words["befores"])))
    return first in _BEFORE and done and not noun.text.lower().endswith(tuple(map(str.lower, words["sources"])))
