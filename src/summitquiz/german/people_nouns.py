"""Nouns for people in public life, by the ends of compounds: Außenminister, Unterhändler, Rebellen.

Words: words/groups.yaml.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from summitquiz.german import lexicon

if TYPE_CHECKING:
    from summitquiz.model import Token

_ENDINGS = ("", "n", "en", "e", "s")


def names_people(token: Token) -> bool:
    """Whether a noun in the plural means people in public life."""
    return token.tag == "NN" and token.text != token.lemma + "s" and is_for_people(token.text)


def is_for_people(word: str) -> bool:
    """Whether a noun, in any form, means people in public life."""
    return word.lower().endswith(_forms())


@cache
def _forms() -> tuple[str, ...]:
    return tuple(noun.lower() + ending for noun in lexicon.load("groups")["people"] for ending in _ENDINGS)
