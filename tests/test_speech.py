"""Quotations, speakers and sources: the corpora, and what holds for every text."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summitquiz.german import speech
from summitquiz.german.organisations import find_organisations
from summitquiz.german.people import find_people
from summitquiz.german.quotes import quoted_spans
from summitquiz.german.reporting import verb_forms
from summitquiz.german.speech import find_attributions, find_quotes
from summitquiz.model import Article, Document, Kind, Quotation, Span
from summitquiz.reading.document import read
from tests.corpus import FOLDER, Row, load, problem

if TYPE_CHECKING:
    from summitquiz.model import Mention

SPEECH = load(FOLDER / "german" / "speech.yaml")
ATTRIBUTIONS = load(FOLDER / "german" / "attributions.yaml")


def document(text: str) -> Document:
    """The text with its persons and organisations."""
    plain = read(Article(id="test", text=text))
    with_people = replace(plain, mentions=tuple(find_people(plain)))
    return replace(with_people, mentions=(*with_people.mentions, *find_organisations(with_people)))


def quotation(mention: Mention) -> Quotation:
    assert isinstance(mention.value, Quotation)
    return mention.value


def _nested(one: Span | None, other: Span) -> bool:
    return one is not None and (one.covers(other) or other.covers(one))


@pytest.mark.parametrize("row", SPEECH, ids=str)
def test_speech_corpus(row: Row) -> None:
    found = []
    for mention in find_quotes(document(row.text)):
        value = quotation(mention)
        named = value.subject if value.speaker == value.subject else value.speaker
        found.append((mention.span, [mention.rule, value.direct, named.of(row.text) if named else None]))
    # speech inside speech is another reading of other words: only what is not nested with the mark may not be there
    mark = row.span
    touching = [(span, value) for span, value in found if mark in {None, span} or not _nested(mark, span)]
    assert problem(row, touching) is None


@pytest.mark.parametrize("row", ATTRIBUTIONS, ids=str)
def test_attribution_corpus(row: Row) -> None:
    found = [(mention.span, [mention.rule, mention.value]) for mention in find_attributions(document(row.text))]
    assert problem(row, found) is None


def test_every_rule_has_a_row() -> None:
    """A rule id written in the code stands in an example too, as it is or with direct_ or indirect_ before its last part."""
    exercised = {row.value[0] for row in (*SPEECH, *ATTRIBUTIONS) if row.value}
    sources = [path.read_text(encoding="utf-8") for path in Path(speech.__file__).parent.glob("*.py")]
    written = {rule for source in sources for rule in re.findall(r'"(de\.(?:speech|attribution|hedge)\.\w+)"', source)}
    assert len(written) > 15
    plain = {re.sub(r"\.(?:in)?direct_", ".", rule) for rule in exercised}
    assert {re.sub(r"\.(?:in)?direct_", ".", rule) for rule in written} == plain


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("Er sagte „ja“ und „nein“.", ["ja", "nein"]),
        ('Er sagte "ja" und "nein".', ["ja", "nein"]),
        ("Er sagte „ja, ‚vielleicht‘ auch nein“.", ["ja, ‚vielleicht‘ auch nein"]),
        ('Er sagte „ja" und ging.', ["ja"]),
        ("Er sagte „ja und ging.", []),
        ("Kims' und Hans' Reise", []),
        ('Der 5" Nagel und das 3" Brett', []),
        ("Sie hat's gesagt, ’s war gut.", []),
        ("„“ leer", []),
    ],
)
def test_quotation_marks(text: str, inner: list[str]) -> None:
    assert [quoted.inner.of(text) for quoted in quoted_spans(text, Span(0, len(text)))] == inner


def test_marks_pair_within_a_paragraph_only() -> None:
    text = "Er sagte „das ist offen.\nUnd das ist neu“, sagte Anna Berger.\n"
    assert all(mention.rule.startswith("de.speech.indirect") for mention in find_quotes(document(text)))


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("sagte", "sagen"),
        ("forderten", "fordern"),
        ("teilte", "mitteilen"),
        ("mitteilte", "mitteilen"),
        ("rief", "rufen"),
        ("riefen", "aufrufen"),
        ("entgegnete", "entgegnen"),
        ("berichtet", "berichten"),
        ("betont", "betonen"),
        ("argumentierte", "argumentieren"),
        ("hinzugefügt", "hinzufügen"),
        ("wies", "hinweisen"),
        ("antwortete", "antworten"),
        ("meldeten", "melden"),
    ],
)
def test_verb_forms(word: str, lemma: str) -> None:
    assert lemma in {form.verb.lemma for form in verb_forms()[word]}


@pytest.mark.parametrize("word", ["geantwortetet", "gebetont", "geargumentiert", "fordernt", "meldt"])
def test_no_false_verb_forms(word: str) -> None:
    assert word not in verb_forms()


def test_a_pronoun_keeps_its_own_words() -> None:
    text = "Am Montag kam Karl Huber an. Er sagte, es sei kalt."
    (mention,) = find_quotes(document(text))
    value = quotation(mention)
    assert value.speaker is not None
    assert value.subject is not None
    assert (value.speaker.of(text), value.subject.of(text), value.verb) == ("Karl Huber", "Er", "sagen")


def test_words_are_without_marks() -> None:
    text = "„Das war ein guter Tag“, sagte Anna Berger."
    (mention,) = find_quotes(document(text))
    assert quotation(mention).words.of(text) == "Das war ein guter Tag"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "„",
        '"',
        "sagte",
        "laut",
        "zufolge",
        "nach",
        "so",
        ":",
        "„“",
        "hieß es",
        "Worten Worten",
        "wie",
    ],
)
def test_fragments_are_no_speech(text: str) -> None:
    empty = Document(Article(id="x", text=text), read(Article(id="x", text=text)).sentences if text.strip() else ())
    assert find_quotes(empty) == []


@pytest.mark.parametrize("row", SPEECH, ids=str)
def test_spans_lie_in_the_text_and_in_order(row: Row) -> None:
    mentions = find_quotes(document(row.text))
    assert [mention.span for mention in mentions] == sorted(mention.span for mention in mentions)
    for mention in mentions:
        assert mention.kind is Kind.QUOTE
        assert mention.span.covers(quotation(mention).words)
        assert mention.span.of(row.text).strip() == mention.span.of(row.text) != ""
