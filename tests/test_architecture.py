"""Imports run one way, and files stay small: what the source says of itself, read without running it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import summitquiz

ROOT = Path(summitquiz.__file__).parent
MOST_LINES = 260
GROUND = {"model", "errors", "yaml_positions"}
ROOMS = ("reading", "rules", "german", "knowledge", "questions", "export")
ALLOWED: dict[str, set[str]] = {  # what a room may import besides itself; cli stands on top and may import all
    "__init__": set(),
    "model": set(),
    "errors": set(),
    "yaml_positions": {"errors", "model"},
    "reading": GROUND,
    "rules": GROUND,
    "knowledge": GROUND,
    "questions": GROUND,
    "export": GROUND,
    "german": {*GROUND, "reading", "rules"},
    "deck": GROUND,
    "corrections": {*GROUND, "reading", "deck"},
    "build": {*GROUND, *ROOMS, "corrections", "deck"},
    "explain": {*GROUND, "questions", "export", "build"},
    "report": {*GROUND, "build", "explain"},
}
FILES = sorted(ROOT.rglob("*.py"))
SMALL = [file for file in FILES if file.name != "model.py"]  # it is one vocabulary, looked up and not read through


def room(parts: tuple[str, ...]) -> str:
    """The room of a module: `reading` for summitquiz.reading.tokens, `deck` for summitquiz.deck."""
    return parts[1] if len(parts) > 1 else "__init__"


def imports(file: Path) -> set[str]:
    """The rooms a file imports from, at its head and inside functions."""
    package = ("summitquiz", *file.relative_to(ROOT).parent.parts)
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(filter(None, (base, node.module)))
            names = [f"{module}.{alias.name}" if module == "summitquiz" else module for alias in node.names]
        found |= {room(tuple(name.split("."))) for name in names if name.split(".")[0] == "summitquiz"}
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_arrow_runs_back_or_sideways(file: Path) -> None:
    own = room(("summitquiz", *file.relative_to(ROOT).with_suffix("").parts))
    if own != "cli":
        assert imports(file) - {own} <= ALLOWED[own] | {"__init__"}


@pytest.mark.parametrize("file", SMALL, ids=lambda file: str(file.relative_to(ROOT)))
def test_files_stay_small(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize(
    ("source", "rooms"),
    [
        ("import summitquiz.build", {"build"}),
        ("from summitquiz import deck", {"deck"}),
        ("from summitquiz.german.dates import x", {"german"}),
        ("from ..german import x", {"german"}),
        ("from . import tokens", {"reading"}),
        ("def f():\n    from summitquiz.export.anki import x", {"export"}),
        ("import json", set()),
    ],
)
def test_all_kinds_of_import_are_seen(source: str, rooms: set[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "reading").mkdir()
    file = tmp_path / "reading" / "a.py"
    file.write_text(source, encoding="utf-8")
    monkeypatch.setattr(f"{__name__}.ROOT", tmp_path)
    assert imports(file) == rooms
