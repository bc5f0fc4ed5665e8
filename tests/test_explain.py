"""summitquiz explain, as somebody at a terminal meets it: cards, facts without one, abstentions, and what names nothing."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from summitquiz.cli import main

ARTICLE = """Gespräche in Meseberg

Der Präsident Carl Dorn hat sich am Montag in Meseberg mit der Kanzlerin Anna Berg getroffen. \
Laut der Nachrichtenagentur Kurier dauerte das Treffen gut drei Stunden. Ursprünglich waren zwei Stunden vorgesehen. \
Anna Berg forderte in Meseberg ein gemeinsames Budget für die Eurozone.

Im Sommer soll der Klimagipfel in Genf stattfinden. Er lobte danach das Abkommen von Minsk.
"""
LINES = 80


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "meseberg.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks/blatt.txt").write_text(ARTICLE, encoding="utf-8")
    deck("blatt")
    return tmp_path


def deck(name: str, more: str = "") -> str:
    """Write a definition of a deck from the one article, and give its path."""
    path = Path(f"decks/{name}.yaml")
    path.write_text(f"title: Deck {name}\narticles:\n- {{file: blatt.txt, published: 2018-06-20}}\n{more}", encoding="utf-8")
    return str(path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def explain(*arguments: str) -> str:
    """What explain prints, blanks and line breaks made one blank."""
    result = run("explain", *arguments)
    assert result.exit_code == 0, result.output
    assert max(len(line) for line in result.output.splitlines()) <= LINES
    return " ".join(result.output.split())


def facts(*arguments: str) -> dict[str, Any]:
    """The fact file of the article."""
    result = run("facts", *(arguments or ("decks/blatt.yaml",)), "--format", "json")
    content: dict[str, Any] = json.loads(result.output)
    return content


def fact(answer: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in facts()["facts"] if one["answer"] == answer)
    return found


def place(found: dict[str, Any]) -> str:
    return f"{found['article']}:{found['start']}-{found['end']}"


def left(gate: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in facts()["abstained"] if one["gate"] == gate)
    return found


def refused(*arguments: str) -> str:
    """The one line with which explain refuses."""
    result = run("explain", *arguments)
    assert result.exit_code == 1, result.output
    assert result.output.startswith("summitquiz: ")
    (line,) = result.output.strip().splitlines()
    return line


@pytest.mark.usefixtures("here")
def test_a_card_shows_sentence_rules_event_gates_and_template() -> None:
    printed = explain(fact("gut drei Stunden")["id"])
    for part in (
        "question Wie lange dauerte laut der Nachrichtenagentur Kurier das Treffen von Carl Dorn und Anna Berg",
        "answer gut drei Stunden",
        "sentence Laut der Nachrichtenagentur Kurier dauerte das Treffen [gut drei Stunden].",
        "duration “gut drei Stunden”: PT3H, more_than (de.duration.measured)",
        "cue “Laut der Nachrichtenagentur Kurier”: die Nachrichtenagentur Kurier (de.attribution.laut)",
        "event das Treffen von Carl Dorn und Anna Berg",
        "rule de.length.verb",
        "says die Nachrichtenagentur Kurier",
        "8 source kept: passed; says who: die Nachrichtenagentur Kurier, says how sure: more_than",
        "template how_long.was: [{about}: ]Wie lange dauerte[ {according_to}] {event}[ {when}]?",
    ):
        assert part in printed
    assert [f" {number} " in printed for number in range(1, 11)] == [True] * 10
    assert printed.count("passed;") == 10
    assert "stopped" not in printed


def test_every_id_and_place_that_facts_prints_can_be_asked_for(here: Path) -> None:
    name = "nord-west-deutsche-allgemeine-zeitung-am-sonntag.txt"  # would be broken at its hyphens
    (here / "meseberg.txt").rename(here / name)
    printed = run("facts", name, "--published", "2018-06-20").output
    wanted = re.findall(r"\S+:\d+-\d+|[0-9a-f]{12}(?=\n)", printed)
    assert len(wanted) > 2 * len(facts(name)["facts"])
    for one in wanted:
        assert explain(one, name, "--published", "2018-06-20")


@pytest.mark.usefixtures("here")
def test_a_plan_and_a_date_say_how_they_were_read() -> None:
    assert "planned" in explain(fact("zwei Stunden")["id"])
    printed = explain(fact("18. Juni 2018")["id"])
    assert "time “Montag”: 2018-06-18, counted from another date" in printed
    assert "3 reference time: passed; the date is 2018-06-18, counted" in printed
    assert "appeared 2018-06-20, known to the day" in printed


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("length", [4, 6, 12])
def test_the_beginning_of_an_id_is_enough(length: int) -> None:
    name = fact("gut drei Stunden")["id"]
    assert explain(name[:length]) == explain(name) == explain(f"{name}-question") == explain(f"{name}-que")


@pytest.mark.usefixtures("here")
def test_a_place_shows_all_that_rests_on_its_words() -> None:
    at = place(fact("gut drei Stunden")["evidence"][0])
    assert "answer gut drei Stunden" in explain(at)
    several = explain(place(fact("in Meseberg")["evidence"][0]))
    assert several.count("gates 1 evidence: passed; “Meseberg”") == 2  # where the two met, and where one of them did


@pytest.mark.usefixtures("here")
def test_an_abstention_shows_gate_meaning_and_sentence() -> None:
    printed = explain(place(left("pronoun")))
    assert "gate pronoun, one of gate 5 (without article): A pronoun stands for somebody or something" in printed
    assert "sentence [Er] lobte danach das Abkommen von Minsk." in printed
    assert "asked who, by rule de.clause.subject" in printed


@pytest.mark.usefixtures("here")
def test_an_abstention_says_what_can_be_done() -> None:
    undated = next(one for one in facts("meseberg.txt")["abstained"] if one["gate"] == "reference_time")
    assert "to do If the article's day is not known yet, name it with --published" in explain(place(undated), "meseberg.txt")
    assert "[Montag]" in explain(place(undated), "meseberg.txt")


@pytest.mark.parametrize(
    ("definition", "answer", "why"),
    [
        ("ask: [who]", "gut drei Stunden", "no card the deck asks only who, and the fact tells how_long"),
        ("questions: 1", "Anna Berg", "and the deck takes 1 (`questions` in its definition)"),
        ("templates: own", "gut drei Stunden", "gate gives_away, one of gate 7 (not given away)"),
    ],
)
def test_a_fact_without_a_card_says_why(here: Path, definition: str, answer: str, why: str) -> None:
    (here / "decks/own").mkdir()
    (here / "decks/own/own.yaml").write_text(
        'templates:\n- {id: how_long.was, pattern: length, ask: how_long, question: "Wie viele Stunden?", examples: []}\n',
        encoding="utf-8",
    )
    printed = explain(fact(answer)["id"], deck("other", definition))
    assert why in printed
    assert "no card" in printed
    assert "sentence" in printed


def test_a_stopped_card_shows_which_gate_stopped_it(here: Path) -> None:
    (here / "decks/own").mkdir()
    (here / "decks/own/own.yaml").write_text(
        "templates:\n- {id: how_long.was, pattern: length, ask: how_long, examples: [],\n"
        '   question: "Wie lange dauerte {event}?"}\n',
        encoding="utf-8",
    )
    printed = explain(fact("gut drei Stunden")["id"], deck("other", "templates: own"))
    assert "8 source kept: stopped (source_lost); says who: die Nachrichtenagentur Kurier" in printed
    assert printed.count("passed;") == 9


def test_reports_that_contradict_each_other_are_both_named(here: Path) -> None:
    for name, length in (("elbe", "drei Stunden"), ("saar", "zehn Minuten")):
        text = f"---\npublisher: Kurier {name}\n---\nDas Treffen von Anna Berg und Carl Dorn in Meseberg dauerte {length}.\n"
        (here / f"{name}.txt").write_text(text, encoding="utf-8")
    inputs = ("elbe.txt", "saar.txt", "--published", "2018-06-20")
    one, other = [found for found in facts(*inputs)["facts"] if found["ask"] == "how_long"]
    printed = explain(one["id"], *inputs)
    assert f"but {other['id']}: zehn Minuten, only one of them can be true" in printed
    assert f"10 agreement: passed; contradicted by {other['id']}, so the question must name a source" in printed
    assert "laut „Kurier elbe“" in printed


def test_a_fact_that_repeats_another_names_its_card(here: Path) -> None:
    content = facts()
    length = next(one for one in content["facts"] if one["answer"] == "gut drei Stunden")
    content["facts"].append(length | {"id": "once more"})
    (here / "own.yaml").write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    assert f"no card the card {length['id']}-question asks the same" in explain("once more", "own.yaml")


def test_a_fact_file_explains_its_cards_without_the_article(here: Path) -> None:
    run("build", "decks/blatt.yaml", "--format", "facts")
    path = "build/blatt/blatt-facts.yaml"
    (here / "decks/blatt.txt").unlink()
    name = next(one["id"] for one in yaml.safe_load((here / path).read_text(encoding="utf-8"))["facts"])
    printed = explain(name, path)
    assert "gates 1 evidence: passed" in printed
    assert "not known from a fact file" in printed
    gone = next(one for one in yaml.safe_load((here / path).read_text(encoding="utf-8"))["abstained"])
    assert f"gate {gone['gate']}," in explain(place(gone), path)


ODD = ["a:1-2", "[x] *?", "ä – „b“", "-n", "Fact 7/8", "…\\d+"]


@pytest.mark.parametrize("name", ODD)
def test_ids_of_a_fact_file_may_hold_any_characters(here: Path, name: str) -> None:
    content = facts()
    content["facts"][0]["id"] = name
    (here / "own.yaml").write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    assert f"fact {name}: " in explain("--", name, "own.yaml")


@pytest.mark.usefixtures("here")
def test_an_id_in_two_decks_is_explained_in_both() -> None:
    deck("second")
    printed = explain(fact("gut drei Stunden")["id"])
    assert "“Deck blatt”" in printed
    assert "“Deck second”" in printed


def test_an_id_that_begins_several_names_them(here: Path) -> None:
    content = facts()
    for number, one in enumerate(content["facts"]):
        one["id"] = f"fact-{number}"
    (here / "own.yaml").write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    line = refused("fact", "own.yaml")
    assert f"'fact' begins the ids of {len(content['facts'])} facts: fact-0 (" in line
    assert line.count("fact-") == 5
    assert "write more" in line
    assert "answer" in explain("fact-1", "own.yaml")  # the whole id of one, though others begin so


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("zzzzzzzz", "no card or fact has an id that begins with 'zzzzzzzz'; `summitquiz facts` prints all ids"),
        ("abc", "write at least 4 characters"),
        ("", "write at least 4 characters"),
        ("blatt:1-2", "nothing was found at 'blatt:1-2'; near are blatt:"),
        ("blat:1-2", "nothing was found in an article 'blat'; articles with findings are blatt"),
        ("blatt:99999999999-1", "no card or fact"),
        ("\x1b[31mrot", "\\x1b[31mrot"),
    ],
)
def test_what_names_nothing_is_one_clear_line(wanted: str, words: str) -> None:
    assert words in refused(wanted)


@pytest.mark.usefixtures("here")
def test_a_mistyped_id_gets_the_nearest() -> None:
    name = fact("gut drei Stunden")["id"]
    assert f"near are {name}" in refused(f"{name[:5]}x{name[6:]}")


def test_the_terminal_is_safe_from_the_article(here: Path) -> None:
    (here / "meseberg.txt").write_text(ARTICLE.replace("in Meseberg ein", "in Mese\xadberg\x1b[31m ein"), encoding="utf-8")
    for one in facts("meseberg.txt")["facts"]:
        assert "\x1b" not in run("explain", one["id"], "meseberg.txt").output
