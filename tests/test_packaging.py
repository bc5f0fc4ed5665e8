"""The question templates stand at the top level of the checkout, yet every way of installing must find them.

Installs into throw-away environments, without a network: the packages we depend on come from the running environment.
"""

from __future__ import annotations

import ast
import importlib.metadata
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "summitquiz"
TEMPLATES = ROOT / "question_templates"
FIND = """
import summitquiz
from summitquiz.questions.templates import template_folder
print(summitquiz.__file__, template_folder(), sep="\\n")
"""


def run(*command: str | Path, cwd: Path, path: Path | None = None) -> str:
    """Run a command with `path` and our dependencies importable, and give what it printed."""
    importable = [str(folder) for folder in (path, sysconfig.get_path("purelib"), sysconfig.get_path("platlib")) if folder]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(importable)}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def pip(*arguments: str | Path, cwd: Path) -> None:
    """Run pip without network and build isolation."""
    run(sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments, "--quiet", "--no-deps", "--no-index", cwd=cwd)


def bare_python(folder: Path) -> Path:
    """Make an environment in which nothing of ours is installed, and give its interpreter."""
    venv.create(folder, with_pip=False)
    return folder / "bin" / "python"


def found_by(python: Path, cwd: Path, path: Path | None = None) -> tuple[Path, Path]:
    """Where this interpreter finds the package, and where the package finds its templates."""
    package, templates = run(python, "-c", FIND, cwd=cwd, path=path).splitlines()
    return Path(package).parent, Path(templates)


def imported(folder: Path) -> set[str]:
    """The top-level modules that the Python files under `folder` import, wherever in a file."""
    nodes = [node for file in folder.rglob("*.py") for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level}
    return {name.split(".")[0] for name in names}


def plain(name: str) -> str:
    """A package's name as registries compare it, without version and extras."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\s<>=!~;\[]", name)[0]).lower()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-build-isolation", "--wheel-dir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_finds_the_templates_inside_itself(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    pip("install", "--target", site, wheel, cwd=tmp_path)
    package, templates = found_by(bare_python(tmp_path / "env"), tmp_path, site)
    assert package == site / "summitquiz"
    assert templates == package / "question_templates"
    assert {file.name for file in templates.iterdir()} == {file.name for file in TEMPLATES.iterdir()}


def test_an_editable_install_finds_the_templates_of_the_checkout(tmp_path: Path) -> None:
    python = bare_python(tmp_path / "env")
    pip("--python", python, "install", "--no-build-isolation", "--editable", ROOT, cwd=tmp_path)
    assert found_by(python, tmp_path) == (PACKAGE, TEMPLATES)


def test_a_plain_checkout_finds_its_own_templates(tmp_path: Path) -> None:
    assert found_by(bare_python(tmp_path / "env"), tmp_path, ROOT / "src") == (PACKAGE, TEMPLATES)


def test_the_wheel_holds_all_code_word_lists_themes_and_the_licence(wheel: Path) -> None:
    wanted = {str(file.relative_to(PACKAGE.parent)) for file in PACKAGE.rglob("*") if file.is_file() and file.suffix != ".pyc"}
    wanted |= {f"summitquiz/question_templates/{file.name}" for file in TEMPLATES.iterdir()}
    names = zipfile.ZipFile(wheel).namelist()
    assert {name for name in names if name.startswith("summitquiz/")} == wanted
    assert [name for name in names if name.endswith("licenses/LICENSE")]
    assert {name.split("/")[0].split("-")[0] for name in names} == {"summitquiz"}


@pytest.mark.parametrize(("folder", "extras"), [("src", ()), ("tests", ("dev",)), ("bench", ("dev",))])
def test_what_is_imported_is_declared(folder: str, extras: tuple[str, ...]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(name for extra in extras for name in project["optional-dependencies"][extra])]
    declared = {plain(name) for name in wanted}
    packages = importlib.metadata.packages_distributions()
    foreign = imported(ROOT / folder) - sys.stdlib_module_names - {"summitquiz", "tests"}
    undeclared = {name for name in foreign if not {plain(package) for package in packages.get(name, [])} & declared}
    assert not undeclared
