"""Places: the corpus, and what holds for every text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from summitquiz.german import gazetteer, lexicon
from summitquiz.german.places import RULES, find_places
from summitquiz.model import Article, Kind, Mention, Person, Place, Span
from summitquiz.reading.document import read
from tests import corpus

if TYPE_CHECKING:
    from collections.abc import Iterable

ROWS = corpus.load(corpus.FOLDER / "german/places.yaml")


def people(text: str, names: Iterable[str]) -> list[Mention]:
    """Mentions of the given persons wherever the text holds their names."""
    spans = [Span(*match.span()) for name in names for match in re.finditer(re.escape(name), text)]
    return [Mention(span, Kind.PERSON, Person(span.of(text), span), "test") for span in sorted(spans)]


def places(text: str, names: Iterable[str] = ()) -> list[Mention]:
    return find_places(read(Article("test", text)), people(text, names))


def shown(text: str, mention: Mention, keys: Iterable[str]) -> dict[str, Any]:
    """What a row compares of a mention."""
    place = mention.value
    assert isinstance(place, Place)
    values = {
        "name": place.name,
        "kind": place.kind,
        "rule": mention.rule.removeprefix("de.place."),
        "country": place.country,
        "preposition": place.preposition,
        "stated": place.stated_country,
        "capital": place.capital,
        "phrase": place.phrase.of(text),
    }
    return {key: values[key] for key in keys}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_corpus(row: corpus.Row) -> None:
    found = places(row.text, row.given.get("people", ()))
    keys = row.value.keys() if row.value else ("name", "rule")
    problem = corpus.problem(row, [(mention.span, shown(row.text, mention, keys)) for mention in found])
    assert problem is None, f"{row}\n{problem}"


def test_every_rule_has_a_row() -> None:
    assert {f"de.place.{row.value['rule']}" for row in ROWS if row.value and "rule" in row.value} == RULES


def test_the_texts_with_nothing_to_find_outnumber_a_quarter_of_the_others() -> None:
    nothing = sum(row.span is None for row in ROWS)
    assert nothing * 4 > len(ROWS) - nothing


def test_mentions_come_in_order_with_their_phrases_around_them() -> None:
    text = "Moskau – In Paris und Rom, im Westen der Ukraine und auf der Krim.\n\nSie kamen nach Wien und in die USA."
    found = places(text)
    assert [mention.span.of(text) for mention in found] == ["Moskau", "Paris", "Rom", "Ukraine", "Krim", "Wien", "USA"]
    for mention in found:
        assert isinstance(mention.value, Place)
        assert mention.value.phrase.covers(mention.span)
        assert mention.kind is Kind.PLACE


def test_a_person_leaves_the_places_beside_it() -> None:
    text = "Jack London lebte in London."
    assert [mention.span for mention in places(text, ["Jack London"])] == [Span(21, 27)]


@pytest.mark.parametrize("text", ["", "Kein Ort.", "in in in im im", "In", "Hauptstadt", "Nord- und", "Schloss", "/ – Berlin"])
def test_odd_texts_raise_nothing(text: str) -> None:
    assert len(places(text)) <= 1


@pytest.mark.parametrize(
    "piece", ["am ", "Berlin ", "in Berlin, ", "Berlin/", "der Hauptstadt ", "im Osten der ", "Nord- und "]
)
def test_long_lines_are_read_to_their_end(piece: str) -> None:
    text = piece * 5_000 + "in Rom."
    assert not places(text) or places(text)[-1].span.end >= len(text) - len(piece) - 6


@pytest.mark.parametrize(
    ("name", "country", "grade"),
    [
        ("Berlin", "DE", "sure"),
        ("Gifhorn", "DE", "town"),
        ("Essen", "DE", "doubtful"),
        ("Brest", None, "sure"),
        ("Jekaterinburg", "RU", "sure"),
    ],
)
def test_the_lists_tell_country_and_grade(name: str, country: str | None, grade: str) -> None:
    found = gazetteer.lookup(name)
    assert found is not None
    assert (found.entry.country, found.entry.grade) == (country, grade)


@pytest.mark.parametrize("word", ["Mitte", "Favoriten", "Haus", "Freitag", "Merkel", "Favoritens", "", "s"])
def test_common_words_are_no_names(word: str) -> None:
    assert gazetteer.lookup(word) is None


def test_other_spellings_lead_to_listed_names() -> None:
    for spelling, name in lexicon.load("spellings").items():
        found = gazetteer.lookup(spelling)
        assert found is not None, spelling
        assert found.entry.toponym.name == name
