"""Closed questions: one right option, statements that say what their key says, pairs of what belongs together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from summitquiz.build import build
from summitquiz.deck import load_deck
from summitquiz.german.alternatives import GermanAlternatives
from summitquiz.model import ASKS, OPEN_KINDS, Article, Card, Entity, Event, Evidence, Fact, Knowledge, PartialDate, Span
from summitquiz.questions.ask import ask_all, asked_cards
from summitquiz.questions.closed import close
from summitquiz.questions.groups import group
from summitquiz.questions.rank import rank
from summitquiz.questions.templates import load_templates
from tests.test_sample_deck import DECK

if TYPE_CHECKING:
    from summitquiz.model import CardKind

TEMPLATES = load_templates()
TEXT = "x" * 200
FORMS = {"number": "s", "sort": "meeting"}


def fact(id: str, ask: str, pattern: str, answer: str, event: str = "e1", **more: Any) -> Fact:
    start = int(id[1:])
    proof = Evidence("a", Span(start, start + 1), "x", f"Satz {id}.", "test")
    return Fact(id, event, ask, answer, (proof,), pattern=pattern, **more)  # type: ignore[arg-type]


def office(id: str, answer: str, title: str, when: str = "im April 2019", **more: Any) -> Fact:
    return fact(id, "who", "office", answer, id, slots={"office": title, "when": when}, **more)


def event(id: str, label: str, value: str, answer: str, **more: Any) -> Fact:
    return fact(
        id, "when", "time", answer, id, value=value, slots=FORMS | {"event": label, "place": "in Genf", "asked": "Wann"}, **more
    )


def person(id: str, name: str, gender: str) -> Entity:
    return Entity(id, "person", name, (), "Minister", "XX", gender)  # type: ignore[arg-type]


MEN = ("Carl Dorn", "Emil Falk", "Gero Hahn", "Ivo Jung", "Kai Lenz", "Max Nolte", "Otto Pahl")
WOMEN = ("Anna Berg", "Dora Fink")
PEOPLE = tuple(person(f"p{n}", name, "m" if name in MEN else "f") for n, name in enumerate((*MEN, *WOMEN)))


def made(*facts: Fact, seed: int = 0) -> list[Card]:
    """All cards of a deck of these facts, ranked."""
    article = Article("a", TEXT, published=PartialDate(2019, 4, 30))
    events = tuple(Event(name, "x", "x") for name in {one.event for one in facts})
    known = Knowledge((article,), events, PEOPLE, facts, ())
    cards = asked_cards(ask_all(known, TEMPLATES, ASKS, seed))
    closed = close(known, cards, TEMPLATES, GermanAlternatives(), seed)
    return rank([*group(known, cards, TEMPLATES, seed), *closed, *cards], known)


def of(kind: CardKind, cards: list[Card]) -> list[Card]:
    return [card for card in cards if card.kind == kind]


# --- choices and statements ---------------------------------------------------------------------------------------------------

TALK = FORMS | {"event": "das Treffen von Anna Berg"}
LENGTH = fact("f1", "how_long", "length", "gut zwei Stunden", value="PT2H", mod="more_than", slots=TALK)
PLACE = fact("f2", "where", "place", "in Genf", "e2", slots=FORMS | {"event": "der Gipfel", "when": "am 5. Mai 2018"})
CAPITAL = fact("f3", "where", "country", "Vietnam", "e3", slots={"place": "Hanoi", "capital": "yes"})
TIME = event("f4", "der Klimagipfel", "2019-02", "Februar 2019")
FACTS = (LENGTH, PLACE, CAPITAL, TIME)
SEEDS = range(60)
CLOSED = [card for seed in SEEDS for card in made(*FACTS, seed=seed) if card.kind not in OPEN_KINDS]


def test_every_fact_has_its_open_question_and_at_most_one_closed_one() -> None:
    for seed in SEEDS:
        cards = made(*FACTS, seed=seed)
        assert [card.kind in OPEN_KINDS for card in cards] == [True] * 4 + [False] * 4
        assert sorted(card.fact for card in cards[:4]) == sorted(card.fact for card in cards[4:]) == ["f1", "f2", "f3", "f4"]


def test_the_seed_draws_kind_wording_truth_and_place_of_the_right_option() -> None:
    for one in FACTS:
        cards = [card for card in CLOSED if card.fact == one.id]
        assert {card.kind for card in cards} == {"choice", "true_false"}
        right = [card.answer == "richtig" for card in of("true_false", cards)]
        assert len(right) / 4 < sum(right) < len(right) * 3 / 4
        assert len({card.choices.index(card.answer) for card in of("choice", cards)}) >= 2
        assert len({card.template for card in cards}) == 4


def test_a_choice_holds_the_answer_of_the_fact_once() -> None:
    answers = {one.id: one.answer for one in FACTS}
    for card in of("choice", CLOSED):
        assert card.answer == answers[card.fact]
        assert len(card.choices) == len(set(card.choices)) == 4
        assert card.choices.count(card.answer) == 1


def test_dates_and_lengths_stand_in_their_order() -> None:
    times = ["November 2018", "Dezember 2018", "Januar 2019", "Februar 2019", "März 2019", "April 2019"]
    lengths = ["gut eine Stunde", "gut zwei Stunden", "gut vier Stunden", "gut fünf Stunden", "gut sechs Stunden"]
    for card in of("choice", CLOSED):
        scale = {"f1": lengths, "f4": times}.get(card.fact)
        assert scale is None or sorted(card.choices, key=scale.index) == list(card.choices)


SAID = {"f1": "gut zwei Stunden", "f2": "in Genf", "f3": "von Vietnam", "f4": "im Februar 2019"}


def test_a_statement_is_right_where_it_says_the_right_value_and_names_it_where_it_does_not() -> None:
    answers = {one.id: one.answer for one in FACTS}
    for card in of("true_false", CLOSED):
        assert card.choices == ("richtig", "falsch")
        right = card.answer == "richtig"
        assert (SAID[card.fact] in card.question) == right
        assert right or card.answer == f"falsch (richtig: {answers[card.fact]})"


@pytest.mark.parametrize(
    "never",
    [
        replace(LENGTH, slots=LENGTH.slots | {"differs": "yes", "according_to": "laut „Elbkurier“"}),
        replace(LENGTH, answer="mehr als zwei Stunden"),
        replace(PLACE, slots=PLACE.slots | {"when": ""}),  # they may have met elsewhere too
        replace(PLACE, slots=PLACE.slots | {"sort": "visit"}, answer="nach Kairo"),  # a journey leads to many places
        replace(TIME, slots=TIME.slots | {"number": "p"}),
        fact("f5", "who", "clause", "Carl Dorn", slots={"word": "Welcher Minister", "stem": "kam auch"}),
        fact("f5", "when", "clause", "Februar 2019", value="2019-02", slots={"asked": "Wann", "stem": "traf Anna Berg ihn"}),
    ],
)
def test_what_may_have_other_right_answers_is_only_asked_openly(never: Fact) -> None:
    for seed in SEEDS:
        cards = made(never, seed=seed)
        assert cards
        assert all(card.kind in OPEN_KINDS for card in cards)


def test_one_event_gives_one_statement() -> None:
    where = replace(PLACE, event=TIME.event)
    assert all(len(of("true_false", made(TIME, where, seed=seed))) <= 1 for seed in SEEDS)


# --- several facts at once ----------------------------------------------------------------------------------------------------

HELD = tuple(office(f"o{n}", name, f"Minister von Land {n}") for n, name in enumerate(MEN))


@pytest.mark.parametrize(("facts", "count"), [(HELD, 6), (HELD[:3], 3), (HELD[:2], 0)])
def test_offices_are_matched_with_their_holders(facts: tuple[Fact, ...], count: int) -> None:
    cards = of("matching", made(*facts))
    assert len(cards) == (count > 0)
    for card in cards:
        holders = {one.slots["office"]: one.answer for one in facts}
        assert len(card.prompts) == len(card.choices) == count
        assert all(holders[prompt] == choice for prompt, choice in zip(card.prompts, card.choices, strict=True))
        assert "im April 2019" in card.question
        assert card.answer == "; ".join(
            f"{choice} – {prompt}" for prompt, choice in zip(card.prompts, card.choices, strict=True)
        )
        assert set(card.fact.split()) <= {one.id for one in facts}


def test_offices_of_different_dates_are_dated_one_by_one() -> None:
    (card,) = of("matching", made(*HELD[:2], office("o9", "Ivo Jung", "Kanzler", "im Mai 2018")))
    assert "2019" not in card.question
    assert set(card.prompts) == {
        "Minister von Land 0 (im April 2019)", "Minister von Land 1 (im April 2019)", "Kanzler (im Mai 2018)"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("other", "count"),
    [
        (office("o9", "Anna Berg", "Ministerin von Land 9"), 3),  # the only woman would give herself away
        (office("o9", "Carl Dorn", "Kanzler"), 3),  # holds two
        (office("o9", "Ivo Jung", "Minister von Land 1", "im Mai 2018"), 0),  # one office, two holders: neither
        (office("o9", "Ivo Jung", "Kanzler", attribution="die Agentur"), 3),
        (office("o9", "Ivo Jung", "Kanzler"), 4),
    ],
)
def test_what_gives_itself_away_or_is_not_sure_is_not_matched(other: Fact, count: int) -> None:
    for seed in SEEDS:
        assert sum(len(card.prompts) for card in of("matching", made(*HELD[:3], other, seed=seed))) == count


DATES = ["3. Mai 2018", "Juni 2018", "24. November 2018"]
EVENTS = (
    event("t1", "der Hafengipfel", "2018-05-03", "3. Mai 2018"),
    event("t2", "der Klimagipfel", "2018-06", "Juni 2018"),
    event("t3", "die Konferenz", "2018-11-24", "24. November 2018"),
)


@pytest.mark.parametrize(
    ("other", "dates"),
    [
        (event("t4", "der Rat", "2017-01", "Januar 2017"), ["Januar 2017", *DATES]),
        (event("t4", "der Rat", "2018", "2018"), DATES),  # not exact enough
        (
            event("t4", "der Rat", "2017-01", "Anfang Januar 2017", mod="start"),
            ["3. Mai 2018", "Juni 2018", "24. November 2018"],
        ),
        (
            event("t4", "der Rat", "2019-09", "September 2019", modality="planned"),
            ["3. Mai 2018", "Juni 2018", "24. November 2018"],
        ),
    ],
)
def test_events_are_put_in_order_from_the_earliest(other: Fact, dates: list[str]) -> None:
    (card,) = of("ordering", made(*EVENTS, other))
    assert list(card.prompts) == dates
    assert card.answer.startswith(f"{card.choices[0]} ({dates[0]}); ")
    assert not any(date in card.question for date in dates)


def test_of_events_that_overlap_only_one_is_ordered() -> None:
    for seed in SEEDS:
        cards = of("ordering", made(*EVENTS, event("t4", "der Rat", "2018-05", "Mai 2018"), seed=seed))
        assert all(len({"3. Mai 2018", "Mai 2018"} & set(card.prompts)) == 1 for card in cards)
    assert of("ordering", made(*EVENTS[:2])) == []


# --- the whole line -----------------------------------------------------------------------------------------------------------


def test_open_questions_come_first_and_leave_a_quarter_of_a_short_deck_to_others() -> None:
    definition = load_deck(DECK)
    whole = build(replace(definition, questions=None)).deck.cards
    openly = sum(card.kind in OPEN_KINDS for card in whole)
    assert {card.kind for card in whole[:openly]} <= set(OPEN_KINDS)
    assert {card.kind for card in whole[openly:]} == {"choice", "true_false", "matching"}
    assert build(replace(definition, questions=10)).deck.cards == (*whole[:8], *whole[openly : openly + 2])
    assert build(replace(definition, questions=len(whole) + 1)).deck.cards == whole


def test_the_same_seed_gives_the_same_cards_and_another_one_others() -> None:
    definition = replace(load_deck(DECK), questions=None)
    first, again = (build(definition).deck.cards for _ in range(2))
    assert first == again
    assert build(replace(definition, seed=1)).deck.cards != first
