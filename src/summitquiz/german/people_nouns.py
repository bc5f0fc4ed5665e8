"""Nouns for people in public life, by the ends of compounds: Außenminister, Unterhändler, Rebellen.

Words: words/groups.yaml.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.countries import demonym_country

if TYPE_CHECKING:
    from summitquiz.model import Token

_ENDINGS = ("", "n", "en", "e", "s")
_LEAST = 3  # letters before the last part of a compound: "Außen" + "minister"


def names_people(token: Token) -> bool:
    """Whether a noun in the plural means people in public life."""
    return token.tag == "NN" and token.text != token.lemma + "s" and is_for_people(token.text)


def is_for_people(word: str) -> bool:
    """Whether a noun, in any form, means people in public life."""
    return word.lower().endswith(_forms())


def is_person(word: str) -> bool:
    """Whether a noun, in any form, means a single person, or several: Präsidenten, Politiker; not a state or a party."""
    return word.lower().endswith(_persons())


def may_own(noun: Token) -> bool:
    """Whether a noun means people, who may be those of an "ihr": Amerikaner, Minister."""
    return noun.tag == "NN" and (is_for_people(noun.text) or demonym_country(noun.text) is not None)


@cache
def _forms() -> tuple[str, ...]:
    return _inflected("people")


@cache
def _persons() -> tuple[str, ...]:
    return _inflected("persons")


def _inflected(block: str) -> tuple[str, ...]:
    return tuple(noun.lower() + ending for noun in lexicon.load("groups")[block] for ending in _ENDINGS)


def means_group(token: Token) -> bool:
    """Whether a noun means a body or people in public life, alone or as the last part of a compound."""
    for word in (token.text.lower(), token.lemma.lower()):
        if word.endswith(tuple(lexicon.load("groups")["no_groups"])):
            return False
        for head in _heads():
            if word == head or (word.endswith(head) and len(word) - len(head) >= _LEAST):
                return True
    return False


@cache
def _heads() -> tuple[str, ...]:
    lists = lexicon.load("groups")
    return tuple(sorted({word.lower() for group in ("bodies", "people") for word in lists[group]}, key=len, reverse=True))
