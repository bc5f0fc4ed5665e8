"""Definite nouns that point back: "das mit Spannung erwartete Urteil", of which the article has told before.

Words: words/vague.yaml.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.german.vagueness import complements, definite, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.view import View
    from summitquiz.model import Token

_SHORTEST = 4  # letters of a noun that a compound may end with


def points_back(view: View, tokens: Sequence[Token], i: int, hung: bool) -> bool:
    """Whether the noun at `i` is definite, is told from others of its kind by nothing beside it, and was spoken of before.

    `hung`: clauses hang on behind `tokens`, which tell what a noun at their end means: "die Ansicht, dass".
    """
    noun = tokens[i]
    if noun.tag != "NN" or "-" in noun.text or noun.text in words("unique") or not definite(tokens, i):
        return False
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    if (hung and behind is None) or (
        behind is not None and (behind.text == "," or behind.tag.startswith("APPR") or complements(behind))
    ):
        return False
    return any(_means(token, noun) for token in _before(view, noun))


def _before(view: View, noun: Token) -> list[Token]:
    """The nouns of all sentences before that of `noun`."""
    earlier = [s for s in view.document.sentences if s.span.end <= noun.span.start]
    return [token for sentence in earlier for token in sentence.tokens if token.tag == "NN"]


def _means(earlier: Token, noun: Token) -> bool:
    """Whether the earlier word is the same noun, or a compound that ends with it."""
    same, tail = noun.lemma.lower(), earlier.lemma.lower()
    return tail == same or (len(same) >= _SHORTEST and tail.endswith(same))
