"""The options of a card as shown, and their letters in the key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.export.paper import FIRST_VERSION, shuffled

if TYPE_CHECKING:
    from summitquiz.model import Card


def shown(card: Card, seed: int, version: str = FIRST_VERSION) -> tuple[str, ...]:
    """The card's choices in the order of a version: mixed, but for those of the first version that are no pairs.

    "richtig" always stands before "falsch".
    """
    if card.kind == "true_false" or (version == FIRST_VERSION and not card.prompts):
        return card.choices
    return shuffled(card.choices, card.choices, seed, f"{version} {card.id}")


def letter(place: int) -> str:
    """The letter of the option at this place, counted from 0."""
    return chr(ord("A") + place)


def letters(card: Card, options: tuple[str, ...]) -> str:
    """Where the right ones stand among the options shown: "B"; "1 B, 2 A, 3 C" for pairs; "" for what has no letters."""
    if card.prompts:
        return ", ".join(f"{n} {letter(options.index(choice))}" for n, choice in enumerate(card.choices, start=1))
    return letter(options.index(card.answer)) if card.kind == "choice" and card.answer in options else ""
