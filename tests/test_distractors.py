"""Wrong answers: of the kind of the right one, in its form, and wrong for certain; where that is not sure, there are none."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitquiz.errors import FormError
from summitquiz.german.alternatives import GermanAlternatives
from summitquiz.model import Article, Entity, Event, Evidence, Fact, Knowledge, PartialDate, Span
from summitquiz.questions.distractors import WANTED, Distractors
from summitquiz.questions.spans import days

GERMAN = GermanAlternatives()


def fact(id: str, ask: str, pattern: str, answer: str, sentence: str = "", event: str = "e1", **more: Any) -> Fact:
    sentence = sentence or f"Satz {id} mit {answer}."
    proof = Evidence("a", Span(0, 1), answer, sentence, "test")
    return Fact(id, event, ask, answer, (proof,), pattern=pattern, **more)  # type: ignore[arg-type]


def person(id: str, name: str, office: str | None, country: str | None, gender: str = "m") -> Entity:
    return Entity(id, "person", name, (name.rpartition(" ")[2],), office, country, gender)  # type: ignore[arg-type]


PEOPLE = (
    person("p1", "Carl Dorn", "Außenminister", "RU"),
    person("p2", "Anna Berg", "Präsidentin", "FR", "f"),
    person("p3", "Emil Falk", "Präsident", "RU"),
    person("p4", "Gero Hahn", "Premierminister", "GB"),
    person("p5", "Ivo Jung", "Kanzler", "AT"),
    person("p6", "Karl Loos", None, None),  # a reporter
    person("p7", "Dora Fink", "Ministerin", "IT", "f"),
    person("p8", "Olaf Rieck", "Ministerpräsident", "PL"),
)


def known(*facts: Fact, published: str = "2019-04-30", participants: tuple[str, ...] = ("p1", "p2")) -> Knowledge:
    article = Article("a", "", published=PartialDate.parse(published))
    return Knowledge((article,), (Event("e1", "Treffen", "das Treffen", participants),), PEOPLE, facts, ())


def rivals(one: Fact, question: str, *others: Fact, seed: int = 0, **more: Any) -> list[str]:
    """The wrong answers to a fact of a deck."""
    options = Distractors(known(one, *others, **more), GERMAN, seed).options(one, question)
    assert not options or options[0].answer == one.answer
    return [option.answer for option in options[1:]]


# --- persons ------------------------------------------------------------------------------------------------------------------

QUOTE = fact("f1", "who", "quote", "Carl Dorn", slots={"words": "„Das war ein guter Anfang“"}, event="e2")
SAID = "Wer sagte: „Das war ein guter Anfang“?"


def test_persons_have_the_answers_gender_and_an_office() -> None:
    found = rivals(QUOTE, SAID)
    assert len(found) == WANTED
    assert set(found) <= {"Emil Falk", "Gero Hahn", "Ivo Jung", "Olaf Rieck"}


@pytest.mark.parametrize(
    ("case", "question", "others", "never"),
    [
        (replace(QUOTE, event="e1"), SAID, (), "Emil Falk"),  # takes part
        (QUOTE, "Wer sagte zu Emil Falk: „Das war ein guter Anfang“?", (), "Emil Falk"),
        (
            fact("f1", "who", "quote", "Carl Dorn", "Dorn sagte Falks Berater: „Das war ein guter Anfang“."),
            SAID,
            (),
            "Emil Falk",
        ),
        (
            QUOTE,
            SAID,
            (fact("f2", "who", "statement", "Emil Falk", slots={"words": "Das war ein sehr guter Anfang"}),),
            "Emil Falk",
        ),
        (QUOTE, "Wer sagte den Briten: „Das war ein guter Anfang“?", (), "Gero Hahn"),  # his country is named
    ],
)
def test_who_may_have_done_it_too_is_no_rival(case: Fact, question: str, others: tuple[Fact, ...], never: str) -> None:
    for seed in range(10):
        assert never not in rivals(case, question, *others, seed=seed, participants=("p1", "p2", "p3"))
    assert any(never in rivals(QUOTE, SAID, seed=seed) for seed in range(10))


def test_an_office_gives_only_compatriots_with_another_office() -> None:
    office = fact("f1", "who", "office", "Carl Dorn", slots={"office": "russischer Außenminister", "when": "im April 2019"})
    too = fact("f2", "who", "office", "Emil Falk", slots={"office": "russischer Präsident", "when": "im April 2019"})
    assert rivals(office, "Wer war im April 2019 russischer Außenminister?", too) == ["Emil Falk"]
    assert rivals(office, "Wer war im April 2019 russischer Außenminister?") == []  # whom it calls so, may be long dead
    holder = fact("f1", "who", "office", "Emil Falk", slots={"office": "russischer Minister", "when": "im April 2019"})
    assert rivals(holder, "Wer war im April 2019 russischer Minister?") == []  # Carl Dorn is one


DECLARED = "Am 17. Juni 2018 erklärte Carl Dorn den Gipfel für beendet."
DAY = fact("w", "when", "clause", "17. Juni 2018", DECLARED, "e3", value="2018-06-17")
ENDED = fact("f1", "who", "clause", "Carl Dorn", DECLARED, "e2", slots={"word": "Wer"})


def test_what_somebody_did_is_asked_with_rivals_only_where_the_day_is_named() -> None:
    named = rivals(ENDED, "Wer erklärte am 17. Juni 2018 den Gipfel für beendet?", DAY)
    assert set(named) == {"Gero Hahn", "Ivo Jung", "Olaf Rieck"}  # not Falk, of the same government
    assert rivals(ENDED, "Wer erklärte den Gipfel für beendet?", DAY) == []
    assert rivals(ENDED, "Wer erklärte am 17. Juni 2018 den Gipfel für beendet?") == []


MET = fact("f1", "who", "partner", "Carl Dorn", slots={"other": "Anna Berg", "when": "im April 2019", "place": "in Genf"})
WITH = "Mit wem traf sich Anna Berg im April 2019 in Genf?"
BESIDE = "Anna Berg sprach mit Ivo Jung."


@pytest.mark.parametrize(
    ("others", "place", "found"),
    [
        ((), "in Genf", {"Gero Hahn", "Ivo Jung", "Olaf Rieck"}),  # not Falk, who may have come along with Dorn
        ((), "in Wien", {"Gero Hahn", "Olaf Rieck"}),  # Jung is at home there
        ((fact("f2", "where", "clause", "in Rom", BESIDE, "e4"),), "in Genf", {"Gero Hahn", "Olaf Rieck"}),
        (
            (fact("f2", "when", "clause", "Mai 2011", BESIDE, "e4", value="2011-05"),),
            "in Genf",
            {"Gero Hahn", "Ivo Jung", "Olaf Rieck"},
        ),
    ],
)
def test_whom_somebody_may_have_met_there_is_no_rival(others: tuple[Fact, ...], place: str, found: set[str]) -> None:
    assert set(rivals(replace(MET, slots=MET.slots | {"place": place}), WITH, *others)) == found


def test_politicians_of_another_time_are_no_rivals() -> None:
    old = replace(DAY, evidence=(replace(DAY.evidence[0], article="old", sentence="Gero Hahn sprach 2005."),))
    articles = (Article("a", "", published=PartialDate(2019)), Article("old", "", published=PartialDate(2005)))
    deck = replace(known(QUOTE, old), articles=articles)
    for seed in range(10):
        assert "Gero Hahn" not in [one.answer for one in Distractors(deck, GERMAN, seed).options(QUOTE, SAID)]


# --- places -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("in Hanoi", ["in Genf", "in Bangkok", "in Vientiane"]),  # the deck's own first, then capitals near
        ("im Iran", ["im Irak", "in Pakistan", "in Turkmenistan"]),
        ("in der Schweiz", ["in Österreich", "in Liechtenstein", "in Deutschland"]),
        ("in Kleinkleckersdorf", []),
        ("am Rande der Flottenschau", []),
        ("in Córdoba", []),  # which of them?
    ],
)
def test_places_are_of_one_kind_and_form(answer: str, found: list[str]) -> None:
    elsewhere = fact("f2", "where", "place", "in Genf", event="e2")
    assert rivals(fact("f1", "where", "place", answer), "Wo fand das Treffen statt?", elsewhere) == found


def test_places_of_the_event_its_sentence_and_its_question_are_none() -> None:
    place = fact("f1", "where", "place", "in Wien", "Das Berner Außenamt lud nach Wien ein.")
    same = fact("f2", "where", "place", "in Prag")
    found = rivals(place, "Wo fand das Treffen von Anna Berg und dem Berliner Senat statt?", same)
    assert found == ["in Budapest", "in Bratislava", "in Ljubljana"]


def test_a_plan_may_have_moved_to_another_place_of_the_deck() -> None:
    plan = fact("f1", "where", "place", "in Hanoi", modality="planned")
    assert "in Genf" not in rivals(
        plan, "Wo sollte das Treffen stattfinden?", fact("f2", "where", "place", "in Genf", event="e2")
    )


@pytest.mark.parametrize(
    ("city", "answer", "said"),
    [
        ("Hanoi", "Vietnam", [("Vietnam", "von Vietnam"), ("Thailand", "von Thailand")]),
        ("Teheran", "Iran", [("Iran", "des Iran"), ("Irak", "des Irak")]),
        ("Sotschi", "in Russland", [("in Russland", "in Russland"), ("in Kasachstan", "in Kasachstan")]),
    ],
)
def test_countries_are_said_as_a_statement_needs_them(city: str, answer: str, said: list[tuple[str, str]]) -> None:
    assert list(GERMAN.countries(city, answer)[:2]) == said


@pytest.mark.parametrize(("city", "answer"), [("Jerusalem", "in Israel"), ("Hanoi", "Laos"), ("Nirgendwo", "Laos")])
def test_a_city_that_lies_in_no_country_for_certain_is_not_asked(city: str, answer: str) -> None:
    with pytest.raises(FormError):
        GERMAN.countries(city, answer)


def test_neighbours_are_countries_of_the_list_and_never_their_own() -> None:
    from summitquiz.german import lexicon
    from summitquiz.german.countries import countries

    rows = lexicon.load("neighbours")["neighbours"]
    assert {code for row in rows.values() for code in row} | set(rows) <= set(countries())
    assert [code for code, row in rows.items() if code in row or len(set(row)) < len(row) or len(row) < WANTED] == []


# --- dates and lengths --------------------------------------------------------------------------------------------------------

WHEN = "Wann fand das Treffen in Genf statt?"


def dated(value: str, answer: str, **more: Any) -> Fact:
    return fact("f1", "when", "time", answer, value=value, **more)


@pytest.mark.parametrize(
    ("case", "allowed"),
    [
        (dated("2019-02", "Februar 2019"), {"November 2018", "Dezember 2018", "Januar 2019", "März 2019", "April 2019"}),
        (dated("2019-04-12", "12. April 2019"), {"3. April 2019", "21. April 2019", "30. April 2019"}),  # its month tells which
        (
            dated("2019-04-12", "12. April 2019", slots={"about": "Zur Meldung „X“"}),
            {"16. März 2019", "25. März 2019", "3. April 2019", "21. April 2019", "30. April 2019"},
        ),
        (dated("2019-04-02", "2. April 2019"), {"11. April 2019"}),  # always the earliest
        (dated("2019-04-29", "29. April 2019"), {"20. April 2019"}),  # always the latest: too few for a choice
        (
            dated("2019-06", "Anfang Juni 2019", mod="start", modality="planned"),
            {
                "Anfang Mai 2019",
                "Anfang Juli 2019",
                "Anfang August 2019",
                "Anfang September 2019",
            },
        ),
        (dated("2019-05-03", "3. Mai 2019", modality="planned"), {"12. Mai 2019"}),  # no plan of yesterday's
        (dated("2019-02", "um den Februar 2019", mod="approx"), set()),
        (dated("2019-02", "März 2019"), set()),  # corrected by hand
        (dated("2019-SU", "Sommer 2019"), set()),
    ],
)
def test_dates_are_as_exact_and_not_after_the_report(case: Fact, allowed: set[str]) -> None:
    for seed in range(10):
        found = rivals(case, WHEN, seed=seed)
        assert set(found) <= allowed
        assert len(found) == min(len(allowed), WANTED)


def test_dates_of_much_the_same_question_and_of_long_events_are_none() -> None:
    case = dated("2019-02", "Februar 2019", slots={"event": "das Treffen in Genf"})
    other = replace(case, id="f2", event="e2", value="2019-03-05", answer="5. März 2019")
    for seed in range(10):
        assert "März 2019" not in rivals(case, WHEN, other, seed=seed)
    assert rivals(case, WHEN, fact("f3", "how_long", "length", "zwei Wochen", value="P2W")) == []


@pytest.mark.parametrize(
    ("value", "mod", "answer", "found"),
    [
        (
            "PT2H",
            "more_than",
            "gut zwei Stunden",
            {"gut eine Stunde", "gut vier Stunden", "gut fünf Stunden", "gut sechs Stunden"},
        ),
        (
            "PT2H",
            "approx",
            "rund zwei Stunden",
            {"rund eine Stunde", "rund vier Stunden", "rund fünf Stunden", "rund sechs Stunden"},
        ),
        ("PT2H", "more_than", "mehr als zwei Stunden", set()),  # "mehr als eine Stunde" is true too
        ("PT2H", "at_most", "bis zu zwei Stunden", set()),
        ("P2D", None, "zwei Tage", {"einen Tag", "drei Tage", "vier Tage", "fünf Tage"}),
        ("PT1H30M", None, "eine Stunde und 30 Minuten", set()),
        ("PT2H", None, "zweieinhalb Stunden", set()),  # corrected by hand
        ("P2D", None, "vier Stunden", set()),
        ("PTXH", None, "mehrere Stunden", set()),
    ],
)
def test_lengths_are_clear_of_what_the_answer_allows(value: str, mod: Any, answer: str, found: set[str]) -> None:
    case = fact("f1", "how_long", "length", answer, value=value, mod=mod)
    seen = {one for seed in range(30) for one in rivals(case, "Wie lange dauerte es?", seed=seed)}
    assert seen == found


def test_no_rival_for_what_reports_differ_in() -> None:
    case = fact("f1", "how_long", "length", "zwei Tage", value="P2D")
    assert rivals(case, "?")
    assert rivals(replace(case, conflicts=("f9",)), "?") == []
    assert rivals(replace(case, slots={"differs": "yes"}), "?") == []


# --- whatever the fact --------------------------------------------------------------------------------------------------------

CITIES = ["in Wien", "in Genf", "in Hanoi", "in Washington", "in Den Haag", "in Pjöngjang", "in Kairo", "in Sotschi"]
COUNTRIES = ["im Iran", "in den USA", "in der Türkei", "auf Kuba", "in Polen", "in Ägypten"]


@given(st.sampled_from([*CITIES, *COUNTRIES]), st.lists(st.sampled_from([*CITIES, *COUNTRIES])), st.integers(0, 50))
def test_no_place_equals_holds_or_overlaps_the_answer(answer: str, elsewhere: list[str], seed: int) -> None:
    others = [fact(f"o{n}", "where", "place", place, event=f"o{n}") for n, place in enumerate(elsewhere)]
    found = rivals(fact("f1", "where", "place", answer), "Wo?", *others, seed=seed)
    assert len({answer, *found}) == len(found) + 1 == WANTED + 1
    assert all(answer not in one and one not in answer for one in found)
    kind = COUNTRIES if answer in COUNTRIES else CITIES
    assert not set(found) & (set(CITIES + COUNTRIES) - set(kind))


@given(st.dates(datetime.date(1950, 1, 1), datetime.date(2050, 1, 1)), st.sampled_from([10, 7, 4]), st.integers(0, 50))
def test_no_date_overlaps_the_answer(date: datetime.date, exact: int, seed: int) -> None:
    value = str(date)[:exact]
    case = dated(value, GERMAN.date(value, None)[0], slots={"about": "Zur Meldung „X“"})
    right, *wrong = Distractors(known(case, published="2060"), GERMAN, seed).options(case, WHEN)
    own = days(value)
    assert own
    assert len(wrong) == WANTED
    assert right.rank == own.first.toordinal()
    shortest = {10: 0, 7: 27, 4: 364}[exact]  # days from the first to the last of a day, month or year
    assert all(one.rank > own.last.toordinal() or one.rank + shortest < own.first.toordinal() for one in wrong)


UNITS = st.sampled_from(["PT{}H", "PT{}M", "P{}D", "P{}W", "P{}M", "P{}Y"])
HEDGES = st.sampled_from(["", "gut ", "knapp ", "rund "])


@given(st.integers(1, 20), UNITS, HEDGES, st.integers(0, 50))
def test_no_length_overlaps_the_answer(number: int, unit: str, hedge: str, seed: int) -> None:
    value = unit.format(number)
    case = fact("f1", "how_long", "length", hedge + GERMAN.length(value), value=value)
    low, high = GERMAN.hedge(hedge.strip())
    for one in Distractors(known(case), GERMAN, seed).options(case, "?")[1:]:
        assert one.rank * high < number * low or one.rank * low > number * high
        assert one.answer.startswith(hedge)
