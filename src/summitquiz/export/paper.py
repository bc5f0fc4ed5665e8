"""Which cards stand together on one sheet of paper, and in which order.

On paper all questions are seen at once: one may answer another, which cannot happen in Anki. So of each fact only one card is
printed, and none whose answer another question on the sheet tells.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.model import Card

T = TypeVar("T")

FIRST_VERSION = "A"  # the version in the deck's own order

# From this share of common names, nouns and figures on, two questions speak of the same thing.
_SAME_TOPIC = 0.5
_TELLING_WORD = re.compile(r"[A-ZÄÖÜ]\w+|\d+")


def selection(cards: Sequence[Card]) -> tuple[tuple[Card, ...], tuple[Card, ...]]:
    """The cards to print, in the order given, and those left out because one of the two would tell the other's answer."""
    kept = list(_one_a_fact(cards))
    left_out: list[Card] = []
    clashes = {card.id: {other.id for other in kept if _clash(card, other)} for card in kept}
    # The card with most clashes goes first, the later one of two equal ones: so the fewest and the least important go.
    while any(clashes.values()):
        worst = max(reversed(kept), key=lambda card: len(clashes[card.id]))
        kept.remove(worst)
        left_out.append(worst)
        for other in clashes.pop(worst.id):
            clashes[other].discard(worst.id)
    return tuple(kept), tuple(left_out)


def shuffled(things: Sequence[T], keys: Sequence[str], seed: int, version: str) -> tuple[T, ...]:
    """The things in the version's order: as given for A, else mixed by `seed` and version, the same on every machine.

    `keys` name the things one by one. Two things or more never stay as they were.
    """
    if version == FIRST_VERSION or len(things) < 2:
        return tuple(things)
    marks = [hashlib.sha256(f"{seed} {version} {key}".encode()).digest() for key in keys]
    order = sorted(range(len(things)), key=lambda place: (marks[place], place))
    if order == list(range(len(things))):
        order = [*order[1:], order[0]]
    return tuple(things[place] for place in order)


def _one_a_fact(cards: Sequence[Card]) -> list[Card]:
    """One card of each fact, of the kind that is rarest so far, so that the sheet mixes its kinds."""
    by_fact: dict[str, list[Card]] = {}
    for card in cards:
        by_fact.setdefault(card.fact, []).append(card)
    used: Counter[str] = Counter()
    chosen = []
    for rivals in by_fact.values():
        card = min(rivals, key=lambda rival: used[rival.kind])
        used[card.kind] += 1
        chosen.append(card)
    return chosen


def _clash(card: Card, other: Card) -> bool:
    return card.id != other.id and (_tells(card, other) or _tells(other, card))


def _tells(teller: Card, asked: Card) -> bool:
    """Whether the question of `teller` holds the answer of `asked` and speaks of the same thing."""
    if asked.kind == "true_false" or asked.answer.casefold() not in teller.question.casefold():
        return False
    if not re.search(rf"(?<!\w){re.escape(asked.answer)}(?!\w)", teller.question, re.IGNORECASE):
        return False  # only a part of another word
    topic, told = _topic(asked.question), _topic(teller.question)
    return not topic or len(topic & told) / len(topic) >= _SAME_TOPIC


def _topic(question: str) -> set[str]:
    """The names, nouns and figures of a question; its first word is capital for another reason."""
    return set(_TELLING_WORD.findall(question.partition(" ")[2]))
