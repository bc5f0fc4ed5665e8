"""Whether a name is a place's, as the gazetteer has it."""

from __future__ import annotations

from functools import cache

from summitquiz.german.gazetteer import is_other, lookup


@cache
def is_place(name: str) -> bool:
    """Whether a name, in any case, is a place's that nobody would take for a person's name."""
    found = lookup(name)
    return is_other(name) or (found is not None and found.entry.grade == "sure")


@cache
def may_be_place(name: str) -> bool:
    """Whether a name is a place's, be it a small town's or one that is a person's name or a word as well (Kos, Hagen)."""
    return lookup(name) is not None or is_other(name)


def place_name(name: str) -> str | None:
    """The dictionary form of a place's name that nobody would take for a person's: Londons → London; None for other words."""
    found = lookup(name)
    return found.entry.toponym.name if found and found.entry.grade == "sure" else None
