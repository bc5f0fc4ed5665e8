"""The last gates: what a finished question must not be. Each gate is a function of one card and its surroundings."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summitquiz.model import Card

_SMALL = 4  # letters: shorter words of an answer are prepositions and numerals


def evidence_holds(card: Card, texts: dict[str, str]) -> bool:
    """Gate 1: the evidence is the text at its offsets."""
    return bool(card.evidence) and all(one.span.of(texts[one.article]) == one.text for one in card.evidence)


def names_no_answer(card: Card) -> bool:
    """Gate 7: neither the answer, nor a word of it, nor its stem stands in the question."""
    asked = card.question.casefold()
    if re.search(rf"(?<!\w){re.escape(card.answer.casefold())}(?!\w)", asked):
        return False
    words = [w.casefold() for w in re.findall(r"\w+", card.answer) if len(w) >= _SMALL and w[0].isupper()]
    return not any(re.search(rf"(?<!\w){re.escape(word)}", asked) for word in words)


def well_formed(card: Card) -> bool:
    """A question ends with its mark, has no empty gap, no doubled blank."""
    text = card.question
    ends = text.endswith("?") or "[…]" in text
    return ends and not re.search(r"\s{2}|[{}]|\s[,.;?]|,\s*\?", text) and bool(card.answer.strip())


def unambiguous(cards: Sequence[Card]) -> Iterable[Card]:
    """Gate 6: the cards whose question no other card of the deck asks with another answer."""
    answers: dict[str, set[str]] = defaultdict(set)
    for card in cards:
        answers[_plain(card.question)].add(_plain(card.answer))
    return (card for card in cards if len(answers[_plain(card.question)]) == 1)


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()
