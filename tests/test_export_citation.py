"""The words that stand under an answer: date, source, and the sentence with the answer's words marked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summitquiz.export.citation import citations, german_date
from summitquiz.model import Deck, Evidence, PartialDate, Source, Span
from tests.deck_samples import make_card


@pytest.mark.parametrize(
    ("iso", "printed"),
    [("2019-04-25", "25. April 2019"), ("2019-03-01", "1. März 2019"), ("2019-04", "April 2019"), ("2019", "2019")],
)
def test_german_date(iso: str, printed: str) -> None:
    assert german_date(PartialDate.parse(iso)) == printed


def test_marks_the_words_at_their_place_when_the_sentence_has_one() -> None:
    sentence = "Salzau – Der Rat tagte in Salzau."
    evidence = Evidence("a", Span(126, 132), "Salzau", sentence, "r", sentence_start=100)
    card = replace(make_card(1, "where", "question", "Wo?", "in Salzau", sentence), evidence=(evidence,))
    (found,) = citations(card, Deck("d", "D", (card,), ()))
    assert (found.before, found.words, found.after) == ("Salzau – Der Rat tagte in ", "Salzau", ".")


@pytest.mark.parametrize(
    ("sentence", "words", "marked"),
    [
        ("Der Rat tagte in Salzau.", "in Salzau", "Der Rat tagte [in Salzau]."),
        ("In Salzaus Nähe liegt Salzau.", "Salzau", "In Salzaus Nähe liegt [Salzau]."),
        ("Die Salzaubrücke ist gesperrt.", "Salzau", "Die [Salzau]brücke ist gesperrt."),
        ("Zweimal Ole, immer Ole.", "Ole", "Zweimal [Ole], immer Ole."),
        ("„(Ja.)“", "(Ja.)", "„[(Ja.)]“"),
        ("Davon steht hier nichts.", "Salzau", "Davon steht hier nichts."),
        ("Ohne Worte.", "", "Ohne Worte."),
    ],
)
def test_marks_the_words_in_the_sentence(sentence: str, words: str, marked: str) -> None:
    card = make_card(1, "where", "question", "Wo?", words, sentence)
    card = replace(card, evidence=(Evidence("a", Span(0, 1), words, sentence, "r"),))
    (found,) = citations(card, Deck("d", "D", (card,), ()))
    assert found.before + (f"[{found.words}]" if found.words else "") + found.after == marked


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (Source("a", "Titel", "Blatt", PartialDate(2019, 4), "https://e.org"), ("Titel", "Blatt, April 2019", "https://e.org")),
        (Source("a", None, "Blatt", None, None), ("a", "Blatt", None)),
        (Source("a", "Titel", None, PartialDate(2019), None), ("Titel", "2019", None)),
        (Source("a", None, None, None, "javascript:alert(1)"), ("a", "", None)),
        (Source("b", "Anderer", None, None, None), ("a", "", None)),
    ],
)
def test_cites_what_is_known(source: Source, expected: tuple[str, str, str | None]) -> None:
    card = make_card(1, "where", "question", "Wo?", "hier", "Es war hier.", article="a")
    (found,) = citations(card, Deck("d", "D", (card,), (source,)))
    assert (found.title, found.details, found.url) == expected


def test_each_sentence_comes_once() -> None:
    card = make_card(1, "where", "question", "Wo?", "hier", "Es war hier.", article="a")
    again, other = replace(card.evidence[0], text="Es"), replace(card.evidence[0], article="b")
    card = replace(card, evidence=(*card.evidence, again, other))
    assert [found.title for found in citations(card, Deck("d", "D", (card,), ()))] == ["a", "b"]
