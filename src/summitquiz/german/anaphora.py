"""Definite nouns that point back: "das mit Spannung erwartete Urteil", of which the article has told before.

Words: words/vague.yaml.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.german.definite import complements, definite
from summitquiz.german.vagueness import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.view import View
    from summitquiz.model import Token


def points_back(view: View, tokens: Sequence[Token], i: int, hung: bool) -> bool:
    """Whether the noun at `i` is definite, is told from others of its kind by nothing beside it, and was spoken of before.

    `hung`: clauses hang on behind `tokens`, which tell what a noun at their end means: "die Ansicht, dass".
    """
    noun = tokens[i]
    if noun.tag != "NN" or "-" in noun.text or noun.text in words("unique") or not definite(tokens, i):
        return False
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    if (hung and behind is None) or (
        behind is not None and (behind.text == "," or behind.tag.startswith("APPR") or complements(tokens, i + 1))
    ):
        return False
    return view.nouns.get(noun.lemma.lower(), noun.span.end) <= noun.span.start
