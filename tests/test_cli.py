"""The command line as a user meets it: what it writes, what it says, and what it does with bad input."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import yaml
from click.testing import CliRunner, Result

from summitquiz.cli import main

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = """Angela Merkel trifft Emmanuel Macron in Meseberg

Bundeskanzlerin Angela Merkel hat sich am Montag in Meseberg mit dem französischen Präsidenten Emmanuel Macron getroffen. \
Das Treffen dauerte knapp drei Stunden. \
Ursprünglich waren zwei Stunden vorgesehen. Eine gemeinsame Erklärung wurde nicht verabschiedet.
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "meseberg.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_build_writes_deck_quiz_key_cards_and_facts(here: Path) -> None:
    result = run("build", "meseberg.txt", "--published", "2018-06-20", "--title", "Meseberg")
    assert result.exit_code == 0, result.output
    written = {path.name for path in (here / "build/meseberg").iterdir()}
    assert written >= {f"meseberg{end}" for end in (".apkg", "-quiz-A.html", "-key-A.html", ".json", "-facts.yaml")}
    assert written >= {"meseberg-quiz-B.html", "meseberg-key-B.html"}
    cards = json.loads((here / "build/meseberg/meseberg.json").read_text(encoding="utf-8"))["cards"]
    facts = yaml.safe_load((here / "build/meseberg/meseberg-facts.yaml").read_text(encoding="utf-8"))
    assert {card["fact"] for card in cards} <= {fact["id"] for fact in facts["facts"]}
    assert facts["schema"] == 1
    assert "Meseberg" in result.output
    assert max(len(line) for line in result.output.splitlines()) <= 80


def test_planned_and_real_length_stay_apart(here: Path) -> None:
    run("build", "meseberg.txt", "--published", "2018-06-20", "--format", "json")
    cards = json.loads((here / "build/meseberg/meseberg.json").read_text(encoding="utf-8"))["cards"]
    lengths = {card["answer"]: card["question"] for card in cards if card["ask"] == "how_long"}
    assert set(lengths) == {"knapp drei Stunden", "zwei Stunden"}
    assert "ursprünglich" in lengths["zwei Stunden"]
    assert "ursprünglich" not in lengths["knapp drei Stunden"]


def test_format_limits_the_outputs(here: Path) -> None:
    run("build", "meseberg.txt", "--format", "json", "--output", "out")
    assert [path.name for path in (here / "out/meseberg").iterdir()] == ["meseberg.json"]


def test_same_input_gives_same_bytes(here: Path) -> None:
    outputs = []
    for folder in ("one", "two"):
        run("build", "meseberg.txt", "--published", "2018-06", "--output", folder)
        outputs.append({path.name: path.read_bytes() for path in (here / folder / "meseberg").iterdir()})
    assert outputs[0] == outputs[1]


def test_build_without_arguments_builds_every_deck(here: Path) -> None:
    (here / "decks").mkdir()
    for name in ("one", "two"):
        (here / f"decks/{name}.txt").write_text(ARTICLE, encoding="utf-8")
        (here / f"decks/{name}.yaml").write_text(f"title: {name}\narticles: [{name}.txt]\nquestions: 2\n", encoding="utf-8")
    result = run("build")
    assert result.exit_code == 0, result.output
    for name in ("one", "two"):
        assert len(json.loads((here / f"build/{name}/{name}.json").read_text(encoding="utf-8"))["cards"]) == 2


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("form", ["table", "yaml", "json"])
def test_facts_prints_what_was_found_and_left_out(form: str) -> None:
    result = run("facts", "meseberg.txt", "--published", "2018-06-20", "--format", form)
    assert result.exit_code == 0, result.output
    assert "knapp drei Stunden" in result.output
    if form == "table":
        assert max(len(line) for line in result.output.splitlines()) <= 80
    if form == "yaml":
        assert yaml.safe_load(result.output)["facts"]
    if form == "json":
        assert json.loads(result.output)["facts"]


def test_month_precision_gives_a_weekday_no_date(here: Path) -> None:
    run("build", "meseberg.txt", "--published", "2018-06", "--format", "json")
    cards = json.loads((here / "build/meseberg/meseberg.json").read_text(encoding="utf-8"))["cards"]
    assert cards
    assert all(card["ask"] != "when" for card in cards)


BAD = [
    (("build", "missing.txt"), 1, "missing.txt"),
    (("build", "."), 1, "."),
    (("build", "empty.txt"), 1, "empty.txt"),
    (("build", "picture.txt"), 1, "picture.txt"),
    (("build", "english.txt"), 1, "english.txt"),
    (("build", "deck.yaml"), 1, "deck.yaml:1"),
    (("build", "nodeck.yaml"), 1, "nodeck.yaml"),
    (("build", "bad-date.txt"), 1, "bad-date.txt:2"),
    (("build", "meseberg.txt", "--published", "2018-13"), 2, "2018-13"),
    (("build", "meseberg.txt", "--format", "pdf"), 2, "pdf"),
    (("build", "deck.yaml", "meseberg.txt"), 2, "deck definition"),
    (("build", "old-facts.yaml"), 1, "old-facts.yaml:1:9"),
    (("facts", "old-facts.yaml"), 1, "old-facts.yaml:1:9"),
    (("build", "old-facts.yaml", "--published", "2018"), 2, "fact file"),
    (("build", "meseberg.txt", "other/meseberg.txt"), 2, "same file name"),
    (("facts",), 1, "decks"),
]


@pytest.mark.parametrize(
    ("arguments", "status", "words"), BAD, ids=lambda part: " ".join(part) if isinstance(part, tuple) else ""
)
def test_bad_input_is_one_clear_line_and_writes_nothing(
    here: Path, arguments: tuple[str, ...], status: int, words: str
) -> None:
    (here / "empty.txt").write_text("", encoding="utf-8")
    (here / "picture.txt").write_bytes(bytes(range(256)) * 20)
    (here / "english.txt").write_text(
        "The president of the country met the minister of the other country. " * 9, encoding="utf-8"
    )
    (here / "deck.yaml").write_text("titel: x\narticles: [meseberg.txt]\n", encoding="utf-8")
    (here / "old-facts.yaml").write_text("schema: 0\narticles: []\nevents: []\nfacts: []\n", encoding="utf-8")
    (here / "bad-date.txt").write_text(f"---\npublished: gestern\n---\n{ARTICLE}", encoding="utf-8")
    before = {path.name for path in here.iterdir()}
    result = run(*arguments)
    assert result.exit_code == status, result.output
    assert words in result.output
    assert "Traceback" not in result.output
    if status == 1:
        assert len(result.output.strip().splitlines()) == 1
        assert result.output.startswith("summitquiz: ")
    assert {path.name for path in here.iterdir()} == before


def test_a_deck_that_fails_leaves_the_last_one_as_it_was(here: Path) -> None:
    run("build", "meseberg.txt", "--format", "json")
    kept = (here / "build/meseberg/meseberg.json").read_bytes()
    (here / "meseberg.txt").write_text("", encoding="utf-8")
    assert run("build", "meseberg.txt", "--format", "json").exit_code == 1
    assert (here / "build/meseberg/meseberg.json").read_bytes() == kept
