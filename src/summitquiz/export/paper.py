"""Which cards stand together on one sheet of paper, and in which order.

On paper all questions are seen at once: one may answer another, which cannot happen in Anki. So of each fact only one card is
printed, and none whose answer another question on the sheet tells.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from summitquiz.export.citation import MONTHS
from summitquiz.model import OPEN_KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summitquiz.model import Card

T = TypeVar("T")

FIRST_VERSION = "A"  # the version in the deck's own order

# From this share of names and nouns in common on, two questions speak of the same thing.
_SAME_TOPIC = 0.5
_PARTS = re.compile(r", | und ")
_CAPITAL_WORD = re.compile(r"[A-ZÄÖÜ]\w+")


def selection(cards: Sequence[Card]) -> tuple[tuple[Card, ...], tuple[Card, ...]]:
    """The cards to print and those left out, both in the order given.

    What is left out is told by a question that is printed, or would tell its answer. A card on several facts is printed in
    place of theirs, or theirs are.
    """
    answers = {card.fact: card.answer for card in cards if card.kind in OPEN_KINDS}
    candidates = _one_a_fact(cards)
    printed = _untold(candidates, answers)
    if lost := [card for card in candidates if card.prompts and card not in printed]:
        candidates = _one_a_fact([card for card in cards if card not in lost])
        printed = _untold(candidates, answers)
    return tuple(printed), tuple(card for card in (*candidates, *lost) if card not in printed)


def _untold(candidates: Sequence[Card], answers: Mapping[str, str]) -> list[Card]:
    """As many of the cards as can stand on one sheet."""
    tellers = {
        card.id: {other.id for other in candidates if other.id != card.id and _tells(other, card, answers)}
        for card in candidates
    }
    kept = {card.id for card in candidates}
    while told := [card.id for card in reversed(candidates) if card.id in kept and tellers[card.id] & kept]:
        # Who is told by many and tells many goes first, the later one of two equal ones: so few go, and the least important.
        kept.remove(max(told, key=lambda one: len(tellers[one] & kept) + sum(one in tellers[other] for other in kept)))
    for card in candidates:  # what told some of them may have gone too
        if not tellers[card.id] & kept and not any(card.id in tellers[other] for other in kept):
            kept.add(card.id)
    return [card for card in candidates if card.id in kept]


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


def by_heading(cards: Sequence[Card]) -> list[tuple[str, list[Card]]]:
    """The cards under their headings, those of one article side by side, else in the order given.

    Those without a heading come first: below one, they would be read as speaking of it too.
    """
    articles = list(dict.fromkeys(card.evidence[0].article for card in cards))
    groups: dict[str, list[Card]] = {}
    for card in sorted(cards, key=lambda card: articles.index(card.evidence[0].article) if card.heading else -1):
        groups.setdefault(card.heading, []).append(card)
    return list(groups.items())


def _one_a_fact(cards: Sequence[Card]) -> list[Card]:
    """One card of each fact, of the kind that is rarest so far, so that the sheet mixes its kinds; joint ones last."""
    joint = [card for card in cards if card.prompts]
    taken = {fact for card in joint for fact in card.fact.split()}
    by_fact: dict[str, list[Card]] = {}
    for card in cards:
        if not card.prompts and card.fact not in taken:
            by_fact.setdefault(card.fact, []).append(card)
    used: Counter[str] = Counter()
    chosen = []
    for rivals in by_fact.values():
        card = min(rivals, key=lambda rival: used[rival.kind])
        used[card.kind] += 1
        chosen.append(card)
    return [*chosen, *joint]


def _tells(teller: Card, asked: Card, answers: Mapping[str, str]) -> bool:
    """Whether what `teller` shows holds an answer of `asked`, all its parts, and speaks of the same thing."""
    if asked.prompts:
        return any(_tells_pair(teller, *pair) for pair in _pairs(asked))
    answer = answers.get(asked.fact, "") if asked.kind == "true_false" else asked.answer
    if not answer:
        return False
    if teller.prompts:
        return _tells_pair(teller, asked.question, answer)
    if teller.kind == "choice" and _offers(teller, asked, answer):
        return True
    return _all_in(teller.question, answer) and _same_topic(teller, asked)


def _pairs(asked: Card) -> list[tuple[str, str]]:
    """What is asked by a card on several facts, and what answers it: offices and holders, events and dates."""
    pairs = list(zip(asked.prompts, asked.choices, strict=True))
    return [(event, date) for date, event in pairs] if asked.kind == "ordering" else pairs


def _tells_pair(teller: Card, asked: str, answer: str) -> bool:
    """Whether a card names the answer and most of what is asked for; the pairs of a card on several facts are all seen."""
    seen = (teller.question, *teller.choices, *(teller.prompts if teller.kind == "matching" else ()))
    text = " ".join(seen) if teller.prompts else teller.question
    return _all_in(text, answer) and _covers(_topic(text), _topic(asked), _SAME_TOPIC)


def _offers(teller: Card, asked: Card, answer: str) -> bool:
    """Whether the answer is among the options of a question that names all that is asked for."""
    return asked.kind != "choice" and answer in teller.choices and _covers(_topic(teller.question), _topic(asked.question), 1)


def _all_in(text: str, answer: str) -> bool:
    return all(_holds(text, part) for part in _PARTS.split(answer))


def _holds(question: str, words: str) -> bool:
    """Whether the words stand in the question, as words and not as parts of longer ones."""
    if words.casefold() not in question.casefold():  # saves most of the searching
        return False
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", question, re.IGNORECASE))


def _same_topic(teller: Card, asked: Card) -> bool:
    """Whether both rest on one sentence, or their questions name much the same."""
    if {one.sentence for one in teller.evidence} & {one.sentence for one in asked.evidence}:
        return True
    told = teller.headless if teller.heading == asked.heading else teller.question
    return _covers(_topic(told), _topic(asked.headless), _SAME_TOPIC)  # of what is asked, its heading says nothing


def _covers(told: set[str], topic: set[str], share: float) -> bool:
    return bool(topic) and len(topic & told) / len(topic) >= share


def _topic(question: str) -> set[str]:
    """The names and nouns of a question. Its first word is capital for another reason, and months stand in every second one."""
    return set(_CAPITAL_WORD.findall(question.partition(" ")[2])) - set(MONTHS)
