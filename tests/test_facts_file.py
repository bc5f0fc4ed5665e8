"""A teacher corrects the fact file and builds again: the cards follow, learners' notes are updated, mistakes are named."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from click.testing import CliRunner, Result

from summitquiz.cli import main
from tests.anki_collection import Learner
from tests.html_text import text_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ARTICLE = """Angela Merkel trifft Emmanuel Macron in Meseberg

Bundeskanzlerin Angela Merkel hat sich am Montag in Meseberg mit dem französischen Präsidenten Emmanuel Macron getroffen. \
Das Treffen dauerte knapp drei Stunden. Ursprünglich waren zwei Stunden vorgesehen. \
Emmanuel Macron forderte in Meseberg ein gemeinsames Budget für die Eurozone.
"""
FACTS = "build/meseberg/meseberg-facts.yaml"

# As somebody may write it: only what is needed, and comments.
OWN = """\
schema: 1  # of the fact file
articles:
  - {id: blatt, published: 2018-06-20, publisher: Elbkurier}
events:
  - {id: e1, kind: Treffen, label: das Treffen von Anna Berg und Carl Dorn, participants: [p1]}
  - {id: e2, kind: clause, label: Wo traf Anna Berg im Juni 2018 die Unterhändler}
entities:
  - {id: p1, kind: person, name: Anna Berg}
facts:
  - id: f1
    event: e1
    ask: how_long
    answer: gut zwei Stunden
    value: PT2H
    mod: more_than
    modality: actual
    attribution: die Nachrichtenagentur Ria
    evidence:
      - {article: blatt, start: 30, end: 46, text: gut zwei Stunden, rule: own, sentence: "Es waren gut zwei Stunden."}
    conflicts: [f9]  # was deleted
    pattern: length
    slots: {sort: meeting, when: im Juni 2018}
  - id: f2
    event: e2
    ask: where
    answer: in Genf
    modality: actual
    evidence:
      - {article: blatt, start: 100, end: 104, text: Genf, rule: own, sentence: Man traf sich in Genf.}
    pattern: clause
    slots: {word: Wo}
abstained:
  - {article: blatt, start: 0, end: 5, text: "Genf ", gate: dateline}
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "meseberg.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def built(here: Path) -> Path:
    assert run("build", "meseberg.txt", "--published", "2018-06-20", "--title", "Meseberg").exit_code == 0
    return here


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def correct(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Change the file at `path` as an editor would that keeps no comments."""
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")


def length(content: dict[str, Any]) -> dict[str, Any]:
    """The fact that says how long the meeting was."""
    (found,) = (fact for fact in content["facts"] if fact["answer"] == "knapp drei Stunden")
    assert isinstance(found, dict)
    return found


def cards(path: Path) -> dict[str, dict[str, Any]]:
    """The cards of a build by id."""
    return {card["id"]: card for card in json.loads(path.read_text(encoding="utf-8"))["cards"]}


def own(here: Path, text: str = OWN) -> dict[str, dict[str, Any]]:
    """The cards made from a fact file of one's own, by fact."""
    (here / "eigenes-facts.yaml").write_text(text, encoding="utf-8")
    result = run("build", "eigenes-facts.yaml", "--format", "json")
    assert result.exit_code == 0, result.output
    return {card["fact"]: card for card in cards(here / "build/eigenes/eigenes.json").values()}


def test_an_uncorrected_file_builds_the_same_deck_and_is_left_alone(built: Path) -> None:
    file = built / FACTS
    file.write_text("# gelesen: A. B.\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    first = {path.name: path.read_bytes() for path in file.parent.iterdir()}
    for arguments in ((FACTS,), (FACTS, "--output", "again")):
        result = run("build", *arguments)
        assert result.exit_code == 0, result.output
        assert "facts.yaml" not in result.output
    assert {path.name: path.read_bytes() for path in file.parent.iterdir()} == first
    del first[file.name]
    assert {path.name: path.read_bytes() for path in (built / "again/meseberg").iterdir()} == first


def test_the_definition_goes_along(here: Path) -> None:
    (here / "vorlagen").mkdir()
    (here / "vorlagen/own.yaml").write_text(
        "templates:\n- {id: how_long.was, pattern: length, ask: how_long, if: {modality: actual},\n"
        '   question: "Dauer {event.gen}?", examples: []}\n',
        encoding="utf-8",
    )
    (here / "deck.yaml").write_text(
        "title: Zwei in Meseberg\narticles: [{file: meseberg.txt, published: 2018-06-20, url: 'https://example.org/a'}]\n"
        "ask: [how_long, where]\nquestions: 4\nseed: 11\ntemplates: vorlagen\n",
        encoding="utf-8",
    )
    run("build", "deck.yaml")
    result = run("build", "build/deck/deck-facts.yaml", "--output", "again")
    assert result.exit_code == 0, result.output
    first, again = ((here / folder / "deck/deck.json").read_bytes() for folder in ("build", "again"))
    assert first == again
    made = json.loads(first)["cards"]
    assert {card["ask"] for card in made} == {"how_long", "where"}
    assert "Dauer des Treffens von Angela Merkel und Emmanuel Macron?" in {card["question"] for card in made}


def test_a_corrected_answer_updates_the_learners_note(built: Path) -> None:
    learner = Learner(built)
    package = built / "build/meseberg/meseberg.apkg"
    before = cards(package.with_suffix(".json"))
    assert learner.import_package(package) == {"new": len(before)}
    correct(built / FACTS, lambda content: length(content).update(answer="vier Stunden", value="PT4H", mod=None))
    assert run("build", FACTS).exit_code == 0
    after = cards(package.with_suffix(".json"))
    changed = [name for name in before if before[name] != after[name]]
    assert [(before[name]["answer"], after[name]["answer"], after[name]["value"]) for name in changed] == [
        ("knapp drei Stunden", "vier Stunden", "PT4H")
    ]
    assert learner.import_package(package) == {"updated": 1, "duplicate": len(before) - 1}
    assert learner.collection.note_count() == len(before)
    (note,) = learner.rows("select flds from notes where flds like '%vier Stunden%'")
    assert "Wie lange dauerte das Treffen" in text_of(str(note))


def test_a_removed_fact_makes_no_card(built: Path) -> None:
    path = built / "build/meseberg/meseberg.json"
    before = cards(path)
    gone = length(yaml.safe_load((built / FACTS).read_text(encoding="utf-8")))["id"]
    correct(built / FACTS, lambda content: content["facts"].remove(length(content)))
    run("build", FACTS)
    assert cards(path) == {name: card for name, card in before.items() if card["fact"] != gone}


@pytest.mark.parametrize(
    ("label", "verb"),
    [
        ("das Arbeitstreffen von Anna Berg", "dauerte"),
        ("die Gespräche von Anna Berg", "dauerten"),
        ("der zweite Gipfel", "dauerte"),
    ],
)
def test_the_question_follows_the_label(here: Path, label: str, verb: str) -> None:
    made = own(here, OWN.replace("das Treffen von Anna Berg und Carl Dorn", label))
    assert made["f1"]["question"] == f"Wie lange {verb} laut der Nachrichtenagentur Ria {label} im Juni 2018?"


def test_other_cases_follow_the_label(here: Path) -> None:
    (here / "vorlagen").mkdir()
    (here / "vorlagen/own.yaml").write_text(
        "templates:\n- {id: mine, pattern: mine, ask: how_long, examples: [],\n"
        '   question: "Dauer {event.gen} {according_to} (nach {event.dat})?"}\n',
        encoding="utf-8",
    )
    text = OWN.replace("schema: 1", "schema: 1\ndeck: {templates: vorlagen}").replace("pattern: length", "pattern: mine")
    made = own(here, text.replace("das Treffen von Anna Berg und Carl Dorn", "der erste Gipfel von Anna Berg"))
    assert made["f1"]["question"] == (
        "Dauer des ersten Gipfels von Anna Berg laut der Nachrichtenagentur Ria (nach dem ersten Gipfel von Anna Berg)?"
    )


def test_own_words_are_asked(here: Path) -> None:
    made = own(
        here,
        OWN.replace("Wo traf Anna Berg im Juni 2018 die", "Wo empfing Anna Berg 2018 die").replace("in Genf\n", "in Bern\n"),
    )
    assert (made["f2"]["question"], made["f2"]["answer"]) == ("Wo empfing Anna Berg 2018 die Unterhändler?", "in Bern")
    made = own(here, OWN.replace("slots: {word: Wo}", "slots: {word: Wo, stem: saßen die Unterhändler}"))
    assert made["f2"]["question"] == "Wo saßen die Unterhändler?"
    made = own(here, OWN.replace("die Nachrichtenagentur Ria", "der Elbkurier"))
    assert "laut dem Elbkurier" in made["f1"]["question"]
    made = own(here, re.sub("    attribution: .*\n", "", OWN))
    assert made["f1"]["question"] == "Wie lange dauerte das Treffen von Anna Berg und Carl Dorn im Juni 2018?"


def test_reports_differ_until_they_are_corrected(here: Path) -> None:
    head, rest = OWN.split("  - id: f1\n")
    one, rest = rest.split("  - id: f2\n")
    one = re.sub("    attribution: .*\n", "", "  - id: f1\n" + one).replace("{sort", "{differs: yes, sort").replace("f9", "f3")
    other = one.replace("id: f1", "id: f3").replace("value: PT2H", "value: PT1H").replace("f3]", "f1]")
    differing = head + one + other + "  - id: f2\n" + rest
    assert set(own(here, differing)) == {"f2"}  # neither can be asked without its source
    assert "reports disagree" in run("build", "eigenes-facts.yaml").output
    for text in (differing.replace(other, ""), differing.replace("PT1H", "PT2H")):
        assert own(here, text)["f1"]["question"] == "Wie lange dauerte das Treffen von Anna Berg und Carl Dorn im Juni 2018?"
        assert "reports disagree" not in run("build", "eigenes-facts.yaml").output


def test_a_corrected_article_is_cited(built: Path) -> None:
    correct(
        built / FACTS,
        lambda content: content["articles"][0].update(publisher="Elbkurier", title="Drei Stunden", published="2018-06"),
    )
    run("build", FACTS)
    key = text_of((built / "build/meseberg/meseberg-key-A.html").read_text(encoding="utf-8"))
    assert re.search(r"Drei Stunden\W+Elbkurier, Juni 2018", key)
    (source,) = json.loads((built / "build/meseberg/meseberg.json").read_text(encoding="utf-8"))["sources"]
    assert source == {"id": "meseberg", "title": "Drei Stunden", "publisher": "Elbkurier", "published": "2018-06", "url": None}


def test_a_correction_has_to_pass_the_gates(here: Path) -> None:
    (here / "eigenes-facts.yaml").write_text(OWN.replace("answer: in Genf", "answer: bei Anna Berg"), encoding="utf-8")
    result = run("build", "eigenes-facts.yaml")
    assert "left out of blatt: dateline 1, gives_away 1" in result.output


def test_corrections_are_not_lost_when_the_articles_are_built_again(built: Path) -> None:
    again = ("build", "meseberg.txt", "--published", "2018-06-20", "--title", "Anders")
    assert run(*again).exit_code == 0  # nothing was corrected
    correct(built / FACTS, lambda content: length(content).update(answer="vier Stunden"))
    before = {path.name: path.read_bytes() for path in (built / "build/meseberg").iterdir()}
    result = run(*again)
    assert (result.exit_code, len(result.output.splitlines())) == (1, 1)
    assert result.output.startswith(f"summitquiz: {FACTS}: holds corrections")
    assert {path.name: path.read_bytes() for path in (built / "build/meseberg").iterdir()} == before
    (built / FACTS).rename(built / "corrected-facts.yaml")
    assert run(*again).exit_code == 0


def test_facts_prints_a_corrected_file(here: Path) -> None:
    (here / "eigenes-facts.yaml").write_text(OWN, encoding="utf-8")
    printed = run("facts", "eigenes-facts.yaml", "--format", "yaml")
    assert printed.exit_code == 0, printed.output
    first = own(here)
    assert own(here, printed.output) == first


# What somebody may write by mistake: the words in OWN, what stands there instead, ▸ where the complaint must point, its words.
MISTAKES = [
    ("schema: 1", "schema: ▸2", "'schema' must be 1, but is 2"),
    ("schema: 1", "schema: ▸eins", "'schema' must be a whole number"),
    ("schema: 1", "schema: 1\n▸artikel: []", "unknown key 'artikel'; did you mean 'articles'?"),
    ("entities:", "▸entity:", "unknown key 'entity'"),
    ("entities:\n  - {id: p1, kind: person, name: Anna Berg}", "entities: ▸Anna Berg", "'entities' must be a list"),
    ("schema: 1", "deck: {questions: ▸0}\nschema: 1", "'questions' must be 1 or more"),
    ("schema: 1", "deck: {ask: [▸why]}\nschema: 1", "an entry of 'ask' must be one of who, where, when, how_long"),
    ("schema: 1", "deck: {templates: ▸nirgends}\nschema: 1", "no such folder: 'nirgends'"),
    ("published: 2018-06-20", "published: ▸gestern", "'published' must be a date"),
    ("published: 2018-06-20", "characters: ▸40", "'characters' must be 104 or more"),
    ("published: 2018-06-20", "characters: ▸9999999999", "'characters' must be 5000000 or less"),
    ("id: e2, kind", "id: ▸e1, kind", "the id 'e1' is used twice"),
    ("{id: e2, kind", "▸{kind", "an entry of 'events' has no key 'id'"),
    ("participants: [p1]", "participants: [▸p2]", "an entry of 'participants' must be the id of an entity"),
    ("label: das Treffen von", "label: ▸das Wesen von", "'label' cannot be declined"),
    ("label: das Treffen von", "label: ▸dem Treffen von", "'label' cannot be declined"),
    ("label: das Treffen von", "label: ▸Treffen von", "'label' cannot be declined"),
    ("label: Wo traf", "label: ▸Wann traf", "'label' must begin with 'Wo'"),
    ("    ask: how_long\n", "    ask: ▸how long\n", "'ask' must be one of who, where, when, how_long, but is 'how long'"),
    ("id: f1\n    event: e1\n    ask: how_long\n", "▸id: f1\n    event: e1\n", "an entry of 'facts' has no key 'ask'"),
    ("event: e1", "event: ▸e7", "'event' must be the id of an event in this file, but there is no 'e7'"),
    ("answer: gut zwei Stunden", "answer:▸", "'answer' must be a text, but is empty"),
    ("answer: gut zwei Stunden", "▸anwser: gut zwei Stunden", "unknown key 'anwser'; did you mean 'answer'?"),
    ("answer: gut zwei Stunden", "answer: ▸[zwei, Stunden]", "'answer' must be a text, but is a list"),
    ("mod: more_than", "mod: ▸mehr als", "'mod' must be one of approx"),
    ("modality: actual", "modality: ▸wirklich", "'modality' must be one of actual"),
    ("article: blatt, start: 30", "article: ▸tagblatt, start: 30", "'article' must be the id of an article"),
    ("text: gut zwei", "text: ▸gut drei", "'text' must stand in its sentence, but 'gut drei Stunden' does not"),
    ("end: 46", "end: ▸47", "'end' must be 46"),
    ("start: 30", "start: ▸-30", "'start' must be 0 or more"),
    ("rule: own, sentence: Man", "▸regel: own, sentence: Man", "unknown key 'regel'"),
    ("slots: {word: Wo}", "slots: ▸[Wo]", "'slots' must be a mapping"),
    ("slots: {word: Wo}", "slots: {word: ▸[Wo]}", "'word' must be a text"),
    ("conflicts: [f9]", "conflicts: ▸f9", "'conflicts' must be a list"),
    ("id: f2\n    event: e2\n    ask: where\n    answer: in Genf",
     "id: ▸f1\n    event: e2\n    ask: where\n    answer: gut zwei Stunden",
     "the fact 'f1' with the answer 'gut zwei Stunden' stands twice"),
    ("gate: dateline", "▸tor: dateline", "unknown key 'tor'"),
    ("{word: Wo}\nabstained:", "{word: Wo\nabstained▸:", "not valid YAML"),
]  # fmt: skip


@pytest.mark.parametrize(("right", "marked", "words"), MISTAKES, ids=[marked.strip()[:40] for _, marked, _ in MISTAKES])
def test_a_mistake_is_named_with_its_place_and_nothing_is_written(here: Path, right: str, marked: str, words: str) -> None:
    assert right in OWN
    before, after = OWN.replace(right, marked, 1).split("▸")
    place = f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
    (here / "eigenes-facts.yaml").write_text(before + after, encoding="utf-8")
    result = run("build", "eigenes-facts.yaml")
    assert result.exit_code == 1, result.output
    assert result.output.startswith(f"summitquiz: eigenes-facts.yaml:{place}: {words}")
    assert len(result.output.splitlines()) == 1
    assert not (here / "build").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--format", "facts"), "no fact file is written from a fact file"),
        (("--title", "Anders"), "stands alone"),
        (("meseberg.txt",), "stands alone"),
    ],
)
def test_what_makes_no_sense_with_a_fact_file_is_refused(here: Path, arguments: tuple[str, ...], words: str) -> None:
    (here / "eigenes-facts.yaml").write_text(OWN, encoding="utf-8")
    result = run("build", "eigenes-facts.yaml", *arguments)
    assert result.exit_code == 2
    assert words in result.output
    assert not (here / "build").exists()


def test_a_definition_and_a_fact_file_of_one_deck_are_not_built_over_each_other(built: Path) -> None:
    (built / "decks").mkdir()
    (built / "meseberg.txt").rename(built / "decks/meseberg.txt")
    (built / "decks/meseberg.yaml").write_text("articles: [meseberg.txt]\n", encoding="utf-8")
    (built / FACTS).rename(built / "decks/meseberg-facts.yaml")
    before = {path: path.read_bytes() for path in built.rglob("*.*") if path.is_file()}
    result = run("build")
    assert result.exit_code == 1
    assert "both make the deck 'meseberg'" in result.output
    assert {path: path.read_bytes() for path in built.rglob("*.*") if path.is_file()} == before
