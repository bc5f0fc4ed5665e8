"""Outputs are written whole or not at all, and a refusal of the system is explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summitquiz.errors import ExportError
from summitquiz.export.files import write_text, writing

if TYPE_CHECKING:
    from pathlib import Path


def test_makes_missing_folders_and_leaves_only_the_file(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deep" / "ähre.json"
    write_text(path, "Grüße\n")
    assert path.read_bytes() == "Grüße\n".encode()
    assert list(path.parent.iterdir()) == [path]


def test_a_failing_block_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "quiz.html"
    path.write_text("old")

    def write_half() -> None:
        with writing(path) as beside:
            beside.write_text("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_half()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_old_file_stands_until_the_new_one_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "quiz.html"
    path.write_text("old")
    with writing(path) as beside:
        beside.write_text("new")
        assert path.read_text() == "old"
        assert beside.parent == path.parent
    assert path.read_text() == "new"


def test_new_files_have_the_permissions_of_any_other_file(tmp_path: Path) -> None:
    ordinary = tmp_path / "ordinary"
    ordinary.write_text("")
    write_text(tmp_path / "ours", "")
    assert (tmp_path / "ours").stat().st_mode == ordinary.stat().st_mode


def test_the_longest_possible_name_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 255)
    write_text(path, "x")
    assert path.read_text() == "x"


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("folder", "a folder has the name of the file"),
        ("file/quiz.html", "a file stands where a folder must be"),
        ("file/deep/quiz.html", "a file stands where a folder must be"),
        ("n" * 256, "choose a shorter name"),
    ],
)
def test_a_refusal_names_the_path_and_a_way_out(tmp_path: Path, name: str, remedy: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError, match=remedy) as caught:
        write_text(tmp_path / name, "x")
    assert caught.value.where == str(tmp_path / name)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


def test_a_full_disk_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"no space left on device.*free some space"), writing(tmp_path / "a"):
        raise OSError(28, "No space left on device")
