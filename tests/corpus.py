"""Corpus files: tables of what a rule must find and what it must not, and the check of one row.

A corpus is a YAML list of rows, independent of language and of the kind of mention:

    - value: {value: PT2H, mod: more_than}      # what the marked words mean, in the form the caller compares
      texts: ["[gut zwei Stunden] lang", …]     # exactly one [marked] span a text; other finds outside it are allowed
    - none: ["der 35-Jährige", …]               # nothing may be found
    - given: {reference: 2019-04-25}            # alone: holds for all rows below; inside a row: for that row only

`load` reads a file into `Row`s, `problem` says what is wrong with what was found for one of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from summitquiz.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FOLDER = Path(__file__).parent / "corpus"
KEYS = {"value", "texts", "none", "given", "note"}


@dataclass(frozen=True, slots=True)
class Row:
    """One text of a corpus, without its brackets. `span` is None where nothing may be found."""

    text: str
    span: Span | None
    value: Any
    given: Mapping[str, Any]
    where: str

    def __str__(self) -> str:
        return f"{self.where}: {self.text}"


def load(path: Path) -> list[Row]:
    """The rows of a corpus file, in order; raises ValueError for a row of another shape, so that no typing error passes."""
    rows: list[Row] = []
    given: dict[str, Any] = {}
    for number, entry in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), 1):
        where = f"{path.name}, entry {number}"
        if not entry.keys() <= KEYS or (("texts" in entry) != ("value" in entry)):
            raise ValueError(f"{where}: expected value and texts, none, or given; found {sorted(entry)}")
        if entry.keys() <= {"given", "note"}:
            given = entry["given"]
            continue
        context = given | entry.get("given", {})
        rows += [_marked(text, entry["value"], context, where) for text in entry.get("texts", [])]
        rows += [Row(text, None, None, context, where) for text in entry.get("none", [])]
    return rows


def problem(row: Row, found: Iterable[tuple[Span, Any]]) -> str | None:
    """What is wrong with the spans and values found in the row's text, or None.

    The message begins with `no match`, `partial match`, `more than one reading`, `wrong value` or `should find nothing`.
    """
    found = list(found)
    if row.span is None:
        return f"should find nothing: {_shown(row, found)}" if found else None
    touching = [(span, value) for span, value in found if span.overlaps(row.span)]
    exact = [value for span, value in touching if span == row.span]
    if not touching:
        return f"no match for {row.span.of(row.text)!r}"
    if not exact:
        return f"partial match of {row.span.of(row.text)!r}: {_shown(row, touching)}"
    if len(touching) > 1:
        return f"more than one reading of {row.span.of(row.text)!r}: {_shown(row, touching)}"
    if exact[0] != row.value:
        return f"wrong value for {row.span.of(row.text)!r}: expected {row.value}, found {exact[0]}"
    return None


def _marked(text: str, value: Any, given: Mapping[str, Any], where: str) -> Row:
    """The row for a text with one [marked] span."""
    if text.count("[") != 1 or text.count("]") != 1 or text.index("]") < text.index("["):
        raise ValueError(f"{where}: mark exactly one [span] in {text!r}")
    before, rest = text.split("[")
    inside, after = rest.split("]")
    return Row(before + inside + after, Span(len(before), len(before) + len(inside)), value, given, where)


def _shown(row: Row, found: Iterable[tuple[Span, Any]]) -> str:
    """What was found, for a message."""
    return "; ".join(f"{span.of(row.text)!r} = {value}" for span, value in found)
