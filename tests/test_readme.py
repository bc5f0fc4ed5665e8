"""The README's console blocks are what the program prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from summitquiz.cli import main

ROOT = Path(__file__).parents[1]
BLOCKS = re.findall(r"```console\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
COMMANDS = re.findall(r"^\$ \.venv/bin/summitquiz (.*)\n((?:(?!\$ ).*\n)*)", "".join(BLOCKS), re.MULTILINE)


def test_there_are_commands_to_check() -> None:
    assert len(COMMANDS) == 4


@pytest.mark.parametrize(("command", "printed"), COMMANDS)
def test_command_prints_what_the_readme_shows(
    command: str, printed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "decks").symlink_to(ROOT / "decks")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, command.split())
    assert result.exit_code == 0
    for part in printed.split("…\n"):  # what the README leaves out
        assert part in result.output
