"""A row of an explanation, and words of an article as they stand in one."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple


class Row(NamedTuple):
    """One row: a short head, empty where the row goes on with the head above, and a text of any length."""

    head: str
    text: str


BLANK = Row("", "")


def listed(head: str, texts: list[str]) -> list[Row]:
    """Rows under one head."""
    return [Row("" if number else head, text) for number, text in enumerate(texts)]


def one_line(text: str) -> str:
    """The text in one line, without characters that are not seen or that would move a terminal's cursor."""
    return " ".join("".join(_shown(character) for character in text).split())


def quoted(text: str) -> str:
    """Words of the article, told from our own."""
    return f"“{text.strip()}”"


def _shown(character: str) -> str:
    if character.isprintable():
        return character
    return "" if unicodedata.category(character) == "Cf" else " "  # soft hyphens and the like stand inside words
