"""The same inputs and seed give the same bytes: whatever order a run's hashes have, on every Python from 3.11 to 3.13."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import summitquiz
from tests.test_sample_deck import DECK

RUN = "from summitquiz.cli import main; main()"
SOURCE = Path(summitquiz.__file__).parents[1]
WITHOUT_ZLIB = (".json", ".yaml", ".html")  # the package is compressed, and each Python may bring another zlib
PYTHONS = [f"python3.{minor}" for minor in (11, 12, 13) if minor != sys.version_info.minor]


def built_by(python: str, folder: Path, hash_seed: str = "0") -> dict[str, bytes]:
    """The files that a build of the sample deck writes in a process of its own, by name."""
    settings = os.environ | {"PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(SOURCE)}
    arguments = ["build", str(DECK), "--output", str(folder)]
    subprocess.run([python, "-c", RUN, *arguments], env=settings, check=True, capture_output=True)
    files = {file.name: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    assert f"{DECK.stem}.json" in files
    return files


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What this Python writes."""
    return built_by(sys.executable, tmp_path_factory.mktemp("reference"))


@pytest.mark.parametrize("hash_seed", ["1", "4711"])
def test_any_order_of_hashes_gives_the_same_files(hash_seed: str, reference: dict[str, bytes], tmp_path: Path) -> None:
    assert built_by(sys.executable, tmp_path, hash_seed) == reference


@pytest.mark.parametrize("name", PYTHONS)
def test_any_python_gives_the_same_texts(name: str, reference: dict[str, bytes], tmp_path: Path) -> None:
    python = shutil.which(name)
    if python is None or not runs_the_program(python):
        pytest.skip(f"no {name} on PATH that has the program's dependencies")
    found = built_by(python, tmp_path, "random")
    assert texts(found) == texts(reference)


def runs_the_program(python: str) -> bool:
    """Whether this Python can import what a build needs."""
    needs = "import ablaut, choppa, click, genanki, jinja2, numpy, trafilatura, yaml; from HanTa import HanoverTagger"
    return subprocess.run([python, "-c", needs], capture_output=True, check=False).returncode == 0


def texts(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files that are not compressed."""
    return {name: content for name, content in files.items() if name.endswith(WITHOUT_ZLIB)}
