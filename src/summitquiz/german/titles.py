"""Titles that may mean one and the same office."""

from __future__ import annotations

from functools import cache

from summitquiz.german import lexicon


@cache
def _classes() -> dict[str, str]:
    return {title: name for name, titles in lexicon.load("office_classes").items() for title in titles}


def masculine(title: str) -> str:
    """The masculine of a feminine title: Bundeskanzlerin → Bundeskanzler; any other title unchanged."""
    return title.removesuffix("in") if title.endswith("in") and len(title) > 5 else title


def same_office(one: str, other: str) -> bool:
    """Whether two titles can mean one office: equal, one the end of the other (Minister, Außenminister), or of one class."""
    a, b = masculine(one), masculine(other)
    if a == b or a.lower().endswith(b.lower()) or b.lower().endswith(a.lower()):
        return True
    classes = _classes()
    return a in classes and classes[a] == classes.get(b)
