"""What is printed together: one card a fact, none that another one answers, and versions in a fixed other order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from summitquiz.export.paper import selection, shuffled
from tests.deck_samples import make_card

if TYPE_CHECKING:
    from summitquiz.model import Card, CardKind

ROUND = "des Hafenrats von Nordmark und Südsee im April 2019"


def card(number: int, question: str, answer: str, kind: CardKind = "question") -> Card:
    return make_card(number, "where", kind, question, answer, f"Satz mit {answer}.")


def test_a_fact_is_printed_once_and_kinds_are_mixed() -> None:
    cards = [
        replace(card(number, f"Frage {number}?", f"Antwort {number}", kind), fact=f"f{number}")
        for number in (1, 2, 3)
        for kind in ("question", "choice", "cloze")
    ]
    printed, left_out = selection(cards)
    assert [(one.fact, one.kind) for one in printed] == [("f1", "question"), ("f2", "choice"), ("f3", "cloze")]
    assert left_out == ()


@pytest.mark.parametrize(
    ("teller", "asked", "answer"),
    [
        (f"Wie lange dauerte die Sitzung {ROUND} in Salzau?", f"Wo fand die Sitzung {ROUND} statt?", "in Salzau"),
        (f"Wie lange sprach Ole Düne bei der Sitzung {ROUND}?", f"Wer sprach bei der Sitzung {ROUND}?", "Ole Düne"),
        (
            f"Wie lange sprachen Ole Düne und Ruth Ähre bei der Sitzung {ROUND}?",
            f"Wer sprach bei der Sitzung {ROUND}?",
            "Ruth Ähre und Ole Düne",
        ),
        (f"Wer kam IN SALZAU zur Sitzung {ROUND} zu spät?", f"Wo fand die Sitzung {ROUND} statt?", "in Salzau"),
    ],
)
def test_a_question_whose_answer_another_one_tells_is_left_out(teller: str, asked: str, answer: str) -> None:
    telling, told = card(1, teller, "x"), card(2, asked, answer)
    assert selection([telling, told]) == ((telling,), (told,))


def test_questions_on_one_sentence_speak_of_the_same_thing() -> None:
    sentence = "Ole Düne und Ruth Ähre trafen sich im Mai 2019 in Salzau zum ersten Mal."
    teller = make_card(1, "who", "question", "Wer kam in Salzau zusammen?", "Ole Düne und Ruth Ähre", sentence)
    told = make_card(2, "where", "question", "Wo lernten Minister Ole Düne und Ruth Ähre sich kennen?", "in Salzau", sentence)
    assert selection([teller, told]) == ((teller,), (told,))


def test_as_few_as_possible_are_left_out() -> None:
    told = card(1, f"Wo fand die Sitzung {ROUND} statt?", "in Salzau")
    tellers = tuple(card(n, f"Wer kam als {n}. zur Sitzung {ROUND} in Salzau?", f"Gast {n}") for n in (2, 3, 4))
    assert selection([told, *tellers]) == (tellers, (told,))


def test_who_was_told_only_by_questions_that_are_left_out_comes_back() -> None:
    told = card(1, f"Wer leitete die Sitzung {ROUND}?", "Ole")
    between = [card(n, f"Wer kam als Nummer {n} mit Ole zur Sitzung {ROUND}?", f"Gast {n}") for n in (2, 3, 4)]
    last = card(5, f"Wer begrüßte Gast 2, Gast 3 und Gast 4 bei der Sitzung {ROUND}?", "Ruth")
    assert selection([told, *between, last]) == ((told, last), tuple(between))


@pytest.mark.parametrize(
    ("other", "asked", "answer"),
    [
        ("Wer sprach im April 2019 mit Ole Düne?", "Wer sagte im April 2019: „Das geht“?", "Ole Düne"),  # at the same time
        ("Wer wohnte 2017 in Salzau?", f"Wo fand die Sitzung {ROUND} statt?", "in Salzau"),  # speaks of something else
        (
            f"Wie hoch ist der Turm in Salzaubergen {ROUND}?",
            f"Wo fand die Sitzung {ROUND} statt?",
            "in Salzau",
        ),  # part of a word
    ],
)
def test_a_mere_mention_tells_nothing(other: str, asked: str, answer: str) -> None:
    cards = (card(1, other, "x"), card(2, asked, answer))
    assert selection(cards) == (cards, ())


def test_the_first_of_two_that_tell_each_other_is_printed() -> None:
    first = card(1, f"Wo fand die Sitzung {ROUND} unter Ole Düne statt?", "in Salzau")
    second = card(2, f"Wer leitete die Sitzung {ROUND} in Salzau?", "Ole Düne")
    assert selection([first, second]) == ((first,), (second,))


def joint(kind: CardKind, *pairs: tuple[str, str], facts: str = "f1 f2 f3") -> Card:
    """A card on several facts, each a prompt and its choice."""
    prompts, choices = (tuple(pair[side] for pair in pairs) for side in (0, 1))
    made = make_card(9, "who", kind, "Was gehört zusammen?", "siehe oben", "Beleg.", choices=choices)
    return replace(made, fact=facts, prompts=prompts)


OFFICES = (("Hafenminister von Nordmark", "Ole Düne"), ("Fischereirat von Südsee", "Ruth Ähre"), ("Lotse", "Bo Sund"))
DATES = (("2. Mai 2018", "der Hafenrat von Salzau"), ("Juni 2018", "der Lotsenrat"), ("Juli 2018", "die Regatta"))


def test_a_card_on_several_facts_is_printed_in_place_of_theirs() -> None:
    single = [card(n, f"Frage {n}?", f"Antwort {n}") for n in (1, 2, 3, 4)]
    single = [replace(one, fact=f"f{n}") for n, one in enumerate(single, start=1)]
    matching = joint("matching", *OFFICES)
    assert selection([*single, matching]) == ((single[3], matching), ())


@pytest.mark.parametrize(
    ("several", "teller", "told"),
    [
        (joint("matching", *OFFICES), "Wo sprach Ole Düne, der Hafenminister von Nordmark?", True),
        (joint("matching", *OFFICES), "Wo sprach Ole Düne mit dem Lotsen?", False),
        (joint("ordering", *DATES), "Wer leitete am 2. Mai 2018 den Hafenrat von Salzau?", True),
        (joint("ordering", *DATES), "Wer leitete am 2. Mai 2018 die Werft?", False),
    ],
)
def test_where_a_question_tells_a_pair_the_facts_are_printed_one_by_one(several: Card, teller: str, told: bool) -> None:
    single = [replace(card(n, f"Frage {n}?", f"Antwort {n}"), fact=f"f{n}") for n in (1, 2, 3)]
    telling = replace(card(4, teller, "x"), fact="f4")
    printed, left_out = selection([telling, *single, several])
    assert printed == ((telling, *single) if told else (telling, several))
    assert left_out == ((several,) if told else ())


def test_pairs_tell_what_they_name() -> None:
    asked = replace(card(4, "Wer hat den Vorsitz im Hafenrat von Salzau?", "Ole Düne"), fact="f4")
    telling = joint("ordering", ("2018", "der Hafenrat von Salzau unter Ole Düne"), *DATES[1:])
    assert selection([asked, telling]) == ((telling,), (asked,))


def test_the_right_value_of_a_statement_is_not_told() -> None:
    openly = replace(card(1, f"Wo fand die Sitzung {ROUND} statt?", "in Salzau"), fact="f1")
    claim = replace(card(2, f"Richtig oder falsch: Die Sitzung {ROUND} war in Torfmoor?", "falsch", "true_false"), fact="f1")
    teller = replace(card(3, f"Wie lange dauerte die Sitzung {ROUND} in Salzau?", "x"), fact="f3")
    other = replace(card(4, "Frage?", "x"), fact="f0")
    assert selection([other, openly, claim, teller]) == ((other, teller), (claim,))


def test_options_of_much_the_same_question_tell_its_answer() -> None:
    choice = replace(card(1, f"Wo tagte die Sitzung {ROUND}?", "in Salzau", "choice"), choices=("in Salzau", "in Torfmoor"))
    same = card(2, f"Wo fand die Sitzung {ROUND} statt?", "in Salzau")
    elsewhere = card(3, "Wo wohnte Ole Düne im Mai 2017?", "in Salzau")
    assert selection([choice, same, elsewhere]) == ((choice, elsewhere), (same,))


def test_version_a_keeps_the_order_and_others_change_it_the_same_way_every_time() -> None:
    letters = tuple("abcdefgh")
    assert shuffled(letters, letters, 1, "A") == letters
    other = shuffled(letters, letters, 1, "B")
    assert other == shuffled(letters, letters, 1, "B") == tuple("gaebfhdc")
    assert len({other, shuffled(letters, letters, 1, "C"), shuffled(letters, letters, 2, "B")}) == 3


@pytest.mark.parametrize("seed", range(20))
def test_two_things_change_places(seed: int) -> None:
    assert shuffled("xy", "xy", seed, "B") == ("y", "x")
