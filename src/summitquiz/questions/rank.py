"""Which cards, in which order: what the article is about before side matters, spread over the kinds of question."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from summitquiz.model import ASKS, OPEN_KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summitquiz.model import Ask, Card, Knowledge

_SHARE = 4  # every fourth card of a deck that cannot take all is no open question
_FREE = 2  # cards that a sentence may give before those of other sentences go first: many of one answer each other
_WEIGHTS = {
    "partner": 4,
    "visitor": 4,
    "caller": 4,
    "length": 4,
    "place": 3,
    "time": 3,
    "clause": 2,
    "quote": 2,
    "part": 3,
    "office": 1,
}


def rank(cards: Sequence[Card], knowledge: Knowledge, most: int | None = None) -> list[Card]:
    """The cards in order: open questions, then those on several facts, then the closed ones, each the weightiest first.

    `most`: the deck takes only so many; then a quarter of the first `most` are no open questions, where there are enough.
    """
    patterns = {fact.id: fact.pattern for fact in knowledge.facts}
    lengths = {article.id: max(1, len(article.text)) for article in knowledge.articles}

    def weight(card: Card) -> tuple[float, int]:
        first = card.evidence[0]
        depth = first.span.start / lengths[first.article]  # 0 for the headline, 1 for the last word
        return (-_WEIGHTS.get(patterns[card.fact], 1) - len(card.evidence) + 2 * depth, first.span.start)

    main = [card for card in cards if card.kind in OPEN_KINDS]
    joint = [card for card in cards if card.prompts]
    closed = [card for card in cards if card.kind not in OPEN_KINDS and not card.prompts]
    opened, others = _spread(main, weight), [*joint, *_spread(closed, weight)]
    if most is None or len(cards) <= most:
        return [*opened, *others]
    mixed = max(most - len(opened), min(len(others), most // _SHARE))
    return [*opened[: most - mixed], *others[:mixed], *opened[most - mixed :], *others[mixed:]]


def _spread(cards: Sequence[Card], weight: Callable[[Card], tuple[float, int]]) -> list[Card]:
    """The weightiest first, one question word after the other as long as each has any."""
    queues: dict[Ask, list[Card]] = defaultdict(list)
    for card in sorted(cards, key=weight):
        queues[card.ask].append(card)
    ranked: list[Card] = []
    used: Counter[str] = Counter()
    while any(queues.values()):
        for ask in ASKS:
            if queues[ask]:
                card = min(queues[ask], key=lambda one: (max(0, used[_sentence(one)] - _FREE), weight(one)))
                queues[ask].remove(card)
                used[_sentence(card)] += 1
                ranked.append(card)
    return ranked


def _sentence(card: Card) -> str:
    return card.evidence[0].sentence
