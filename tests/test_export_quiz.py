"""The quiz and its key as files: what each holds, and that the quiz holds no answer."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from summitquiz.errors import ExportError
from summitquiz.export import quiz
from summitquiz.model import Card, Deck
from tests.deck_samples import DECK, make_card
from tests.html_text import text_of

if TYPE_CHECKING:
    from pathlib import Path


def write(deck: Deck, folder: Path, version: str = "A") -> tuple[str, str]:
    """The HTML of the quiz and of the key."""
    paths = quiz.write(deck, folder, version)
    assert [path.name for path in paths] == [f"{deck.name}-quiz-{version}.html", f"{deck.name}-key-{version}.html"]
    sheet, key = (path.read_text(encoding="utf-8") for path in paths)
    return sheet, key


def items(html: str) -> list[str]:
    """The text of every question."""
    return [text_of(part) for part in re.split(r'<li class="question"[^>]*>', html)[1:]]


def deck_of(*cards: Card, title: str = "Deck") -> Deck:
    return Deck("deck", title, cards, ())


@pytest.mark.parametrize("version", ["A", "B"])
def test_every_question_is_asked_and_answered_under_its_number(tmp_path: Path, version: str) -> None:
    sheet, key = write(DECK, tmp_path, version)
    asked, answered = items(sheet), items(key)
    assert len(asked) == len(answered) == len(DECK.cards) - 1  # one tells the answer of another
    for question, answer in zip(asked, answered, strict=True):
        (card,) = [card for card in DECK.cards if answer.startswith(card.question)]
        before, _, after = card.question.partition("[…]")
        assert question.startswith(before.strip())
        assert after.strip() in question
        assert card.answer in answer.removeprefix(card.question)
        assert card.evidence[0].sentence in answer
        assert all(choice in question for choice in card.choices)


def test_the_key_marks_the_words_and_names_the_source(tmp_path: Path) -> None:
    _, key = write(DECK, tmp_path)
    assert "empfing" in key
    assert "<mark>Präsident Ärmin Öztürk-Großmann</mark> empfing die Königin" in key
    assert "Silberstädter Merkur, 25. April 2019" in text_of(key)
    assert "Hafenblatt, April 2019" in text_of(key)


@pytest.mark.parametrize("version", ["A", "B"])
def test_the_quiz_holds_no_answer_anywhere_in_its_source(tmp_path: Path, version: str) -> None:
    sheet, _ = write(DECK, tmp_path, version)
    for card in DECK.cards:
        if not card.choices and card.answer != "in Silberstadt":  # that question is not printed
            assert card.answer not in text_of(sheet)
            assert card.answer not in sheet
        assert card.id not in sheet
        assert card.fact not in re.sub(r"#[0-9a-f]{6}", "", sheet)
        assert card.evidence[0].sentence not in text_of(sheet) or card.kind == "true_false"


def test_right_options_look_like_the_others(tmp_path: Path) -> None:
    sheet, _ = write(DECK, tmp_path)
    options = re.findall(r"<li role=\"none\">.*?</li>", sheet)
    shapes = {re.sub(r"antwort-\d+|<span class=\"letter\">.</span>|<span>.*?</span>", "", option) for option in options}
    assert len(options) == sum(len(card.choices) for card in DECK.cards if not card.prompts)
    assert len(shapes) == 2  # with a letter and without one


@pytest.mark.parametrize("version", ["A", "B", "C"])
def test_the_key_names_the_letter_that_the_quiz_shows(tmp_path: Path, version: str) -> None:
    sheet, key = write(DECK, tmp_path, version)
    checked = 0
    for question, answer in zip(items(sheet), items(key), strict=True):
        card = next(card for card in DECK.cards if answer.startswith(card.question))
        if card.kind == "choice":
            letter = re.search(r"\b([A-D]) " + re.escape(card.answer), question)
            assert letter
            assert f"{letter[1]} {card.answer}" in answer
            checked += 1
    assert checked == 6


@pytest.mark.parametrize("version", ["A", "B", "C"])
def test_the_key_names_the_letters_of_pairs_and_orders(tmp_path: Path, version: str) -> None:
    sheet, key = write(DECK, tmp_path, version)
    for card in DECK.cards[-2:]:
        (question,) = [text for text in items(sheet) if text.startswith(card.question)]
        (answer,) = [text for text in items(key) if text.startswith(card.question)]
        letters = [re.search(rf"\b([A-C]) {re.escape(choice)}", question)[1] for choice in card.choices]  # type: ignore[index]
        assert letters != ["A", "B", "C"]
        assert ", ".join(f"{n} {letter}" for n, letter in enumerate(letters, start=1)) in answer
        assert all((prompt in question) == (card.kind == "matching") for prompt in card.prompts)


def test_version_a_keeps_the_order_and_b_has_another_for_questions_and_options(tmp_path: Path) -> None:
    first, second = (items(write(DECK, tmp_path, version)[0]) for version in "AB")
    assert first != second
    assert first == items(write(DECK, tmp_path)[0])

    def options(asked: list[str]) -> list[str]:
        return [next(text for text in asked if text.startswith(card.question)) for card in DECK.cards if card.kind == "choice"]

    assert all(one != other for one, other in zip(options(first), options(second), strict=True))
    assert [text for text in first if "richtig falsch" in text]
    assert all("falsch richtig" not in text for text in second)


def test_the_same_deck_gives_the_same_bytes_and_another_seed_another_version_b(tmp_path: Path) -> None:
    assert write(DECK, tmp_path / "1", "B") == write(DECK, tmp_path / "2", "B")
    assert write(replace(DECK, seed=8), tmp_path, "B") != write(DECK, tmp_path, "B")
    unpaired = replace(DECK, cards=DECK.cards[:-2])
    assert write(replace(unpaired, seed=8), tmp_path, "A") == write(unpaired, tmp_path, "A")


def test_a_heading_stands_once_above_its_questions_and_those_without_come_first(tmp_path: Path) -> None:
    def about(number: int, heading: str, question: str, article: str = "merkur") -> Card:
        card = make_card(
            number, "who", "question", f"{heading}: {question}", f"Antwort {number}", f"Antwort {number}.", article=article
        )
        return replace(card, heading=heading)

    deck = deck_of(
        about(1, "Zur Meldung „Fähren“", "Wer unterschrieb den Fährvertrag?"),
        about(2, "Zur Meldung „Häfen“", "Wer eröffnete das Hafenfest?", article="blatt"),
        make_card(3, "who", "question", "Wer fuhr 2019 nach Althafen?", "Antwort 3", "Antwort 3."),
        about(4, "Zur Meldung „Fähren“ vom 2. Mai 2019", "Wer lobte die Lotsen?"),
        about(5, "Zur Meldung „Fähren“", "Wer lehnte die Brücke ab?"),
    )
    for page in write(deck, tmp_path):
        told = re.findall(r"Zur Meldung „\w+“(?: vom 2. Mai 2019)?|Wer \w+", text_of(page))
        assert told[:4] == ["Wer fuhr", "Zur Meldung „Fähren“", "Wer unterschrieb", "Wer lehnte"]
        assert told[4:] == ["Zur Meldung „Fähren“ vom 2. Mai 2019", "Wer lobte", "Zur Meldung „Häfen“", "Wer eröffnete"]


def test_blanks_show_what_is_asked_and_not_how_long_the_answer_is(tmp_path: Path) -> None:
    def blanks(answer: str) -> str:
        cloze = make_card(1, "who", "cloze", "Auch […] kam.", answer, answer)
        return write(deck_of(cloze, make_card(2, "who", "question", "Wer kam?", answer, answer)), tmp_path)[0]

    assert blanks("Ole") == blanks("Botschafterin Käthe Löwe aus Althafen")


def test_what_is_left_out_is_told_to_the_teacher_alone(tmp_path: Path) -> None:
    sheet, key = write(DECK, tmp_path)
    left_out = DECK.cards[1]
    assert left_out.question not in text_of(sheet)
    assert f"{left_out.question} {left_out.answer}" in text_of(key).partition("Nicht im Quiz")[2]
    assert "Nicht im Quiz" not in write(replace(DECK, cards=DECK.cards[:1]), tmp_path)[1]


def test_other_right_answers_stand_in_the_key(tmp_path: Path) -> None:
    card = make_card(1, "who", "question", "Wer?", "Ole Düne", "Ole Düne war es.", accept=("Minister Düne", "<Ole>"))
    sheet, key = write(deck_of(card), tmp_path)
    assert "Auch richtig: Minister Düne · <Ole>" in text_of(key)
    assert "Minister" not in sheet


def test_hostile_text_is_only_text(tmp_path: Path) -> None:
    hostile = "</style><script>alert(1)</script> {{ 7*7 }} {% raw %} \"'&amp; \\22 <!--"
    card = make_card(1, "who", "choice", hostile, hostile, hostile, choices=(hostile, "zwei"))
    for html in write(deck_of(card, title=hostile), tmp_path):
        assert "<script" not in html
        assert html.count("</style>") == 1
        assert text_of(html).count(hostile) >= 3


def test_pages_need_nothing_from_elsewhere(tmp_path: Path) -> None:
    for html in write(DECK, tmp_path):
        assert html.startswith('<!DOCTYPE html>\n<html lang="de">')
        assert not re.search(r"<(script|link|img|iframe)|@import|url\(", html)
        assert "default-src 'none'" in html
        assert re.findall(r'href="([^"]*)"', html) in ([], ["https://example.org/a?b=1&amp;c=2"] * 9)


def test_a_quiz_of_one_question_and_of_none(tmp_path: Path) -> None:
    one = text_of(write(deck_of(DECK.cards[0]), tmp_path)[0])
    assert "· 1 Frage" in one
    assert "1 Fragen" not in one
    assert "0 Fragen" in text_of(write(deck_of(), tmp_path)[0])


@pytest.mark.parametrize("version", ["", "../A", "A B"])
def test_a_version_that_is_no_name_is_refused(tmp_path: Path, version: str) -> None:
    with pytest.raises(ExportError, match="letters and digits"):
        quiz.write(DECK, tmp_path, version)
    assert list(tmp_path.iterdir()) == []
