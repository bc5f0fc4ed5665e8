"""The quiz to print: NAME-quiz-A.html for pupils and NAME-key-A.html, with answers and evidence, for the teacher.

They are two files, and the template of the quiz never gets to see an answer, so that none can be found in the quiz's source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from summitquiz.errors import ExportError
from summitquiz.export.citation import Citation, citations
from summitquiz.export.files import write_text
from summitquiz.export.options import letters, shown
from summitquiz.export.paper import FIRST_VERSION, by_heading, selection, shuffled
from summitquiz.export.rendering import render, theme_text

if TYPE_CHECKING:
    from pathlib import Path

    from summitquiz.model import Ask, Card, CardKind, Deck

T = TypeVar("T")

_GAP = "[…]"
_LONGEST_FOOT = 70  # characters of the title that fit beside the page number


@dataclass(frozen=True, slots=True)
class _Question:
    """A question as the pupil sees it. `parts` is its text, cut at the gap when it is a cloze; `prompts` are to be matched."""

    number: int
    kind: CardKind
    ask: Ask
    parts: tuple[str, ...]
    choices: tuple[str, ...]
    prompts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Key:
    """A question with what the teacher needs to mark and to defend it; `letters` are those of the right options."""

    question: _Question
    answer: str
    letters: str
    also: tuple[str, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class _Group(Generic[T]):
    """Questions, or their keys, that stand under one heading; without one its text is empty."""

    heading: str
    entries: list[T]


def write(deck: Deck, folder: Path, version: str = FIRST_VERSION) -> list[Path]:
    """Write the quiz and its key into `folder` and return their paths, the quiz first.

    Version A keeps the deck's order; any other mixes questions and options by the deck's seed, the same every time.
    Raises ExportError when a file cannot be written or the version is not made of letters and digits.
    """
    if not re.fullmatch(r"[A-Za-z0-9]+", version):
        raise ExportError(f"the version {version!r} must be made of letters and digits, for example A or B")
    printed, left_out = selection(deck.cards)
    groups = by_heading(shuffled(printed, [card.id for card in printed], deck.seed, version))
    number = count(1)
    keys = [_Group(heading, [_key(next(number), card, deck, version) for card in cards]) for heading, cards in groups]
    questions = [_Group(group.heading, [key.question for key in group.entries]) for group in keys]
    common = {"deck": deck, "version": version, "style": theme_text("quiz/style.css")}
    pages = {
        "quiz": render("quiz/quiz.html", **common, **_frame(deck, "Quiz", version), groups=questions, total=len(printed)),
        "key": render("quiz/key.html", **common, **_frame(deck, "Lösungen", version), groups=keys, left_out=left_out),
    }
    paths = []
    for name, page in pages.items():
        path = folder / f"{deck.name}-{name}-{version}.html"
        write_text(path, page)
        paths.append(path)
    return paths


def _frame(deck: Deck, sheet: str, version: str) -> dict[str, Any]:
    """What stands around the questions: the heading and, as a CSS string, the foot of each page."""
    title = deck.title or deck.name
    short = title if len(title) <= _LONGEST_FOOT else title[: _LONGEST_FOOT - 1].rstrip() + "…"
    return {"title": title, "sheet": sheet, "foot": _css_string(f"{short} · {sheet} {version}")}


def _css_string(text: str) -> str:
    """The text in CSS escapes, so that no quotation mark or tag in it can end the string or the style sheet."""
    return "".join(char if char.isalnum() else f"\\{ord(char):x} " for char in text)


def _key(number: int, card: Card, deck: Deck, version: str) -> _Key:
    choices = shown(card, deck.seed, version)
    parts = tuple(card.headless.split(_GAP)) if card.kind == "cloze" else (card.headless,)
    prompts = card.prompts if card.kind == "matching" else ()  # the dates of events to be ordered are the answer
    question = _Question(number, card.kind, card.ask, parts, choices, prompts)
    return _Key(question, card.answer, letters(card, choices), card.accept, citations(card, deck))
