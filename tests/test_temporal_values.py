"""Numbers, calendar arithmetic, and how far a reference date resolves a relative one."""

from __future__ import annotations

import datetime

import pytest

from summitquiz.german.durations import length
from summitquiz.german.numbers import parse_number
from summitquiz.german.temporal import find_times, length_of
from summitquiz.german.tense import tense
from summitquiz.model import Kind, PartialDate, Span, Timex
from summitquiz.rules import calendar


def only(text: str, reference: PartialDate | None = None) -> Timex:
    """The value of the one mention in a text."""
    [mention] = find_times(text, reference)
    assert isinstance(mention.value, Timex)
    return mention.value


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("eins", 1), ("ein", 1), ("einer", 1), ("Eine", 1), ("zwo", 2), ("zwölf", 12), ("einundzwanzig", 21), ("dreißig", 30),
        ("dreissig", 30), ("fünfundneunzig", 95), ("hundert", 100), ("hundertfünfzig", 150), ("dreihundertfünfundsechzig", 365),
        ("neunzehnhundert", 1900), ("tausend", 1000), ("zweitausend", 2000), ("anderthalb", 1.5), ("eineinhalb", 1.5),
        ("dreieinhalb", 3.5), ("zweiundeinhalb", 2.5), ("2", 2), ("2.500", 2500), ("3,5", 3.5), ("1.234.567", 1234567),
        ("2½", 2.5), ("", None),
        ("Haus", None), ("2.50", None), ("1,2,3", None), ("12.", None), ("einhalb", None), ("undhundert", None),
    ],
)  # fmt: skip
def test_parse_number(text: str, number: float | None) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize(
    ("year", "day"),
    [(1943, "04-25"), (1954, "04-18"), (2000, "04-23"), (2008, "03-23"), (2011, "04-24"), (2019, "04-21"), (2038, "04-25")],
)
def test_easter(year: int, day: str) -> None:
    assert calendar.easter(year).isoformat() == f"{year}-{day}"


@pytest.mark.parametrize(
    ("day", "code", "back", "value"),
    [
        ("2019-04-25", "SU", True, "2018-SU"), ("2019-04-25", "SU", False, "2019-SU"), ("2019-07-01", "SU", True, "2019-SU"),
        ("2019-01-10", "WI", True, "2018-WI"), ("2019-12-05", "WI", False, "2019-WI"), ("2019-12-05", "SP", False, "2020-SP"),
    ],
)  # fmt: skip
def test_season(day: str, code: str, back: bool, value: str) -> None:
    assert calendar.season(datetime.date.fromisoformat(day), code, back) == value


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        (2, "TH", "PT2H"), (1.5, "TH", "PT1H30M"), (0.5, "TH", "PT30M"), (3.5, "Y", "P3Y6M"), (1.5, "D", "P1DT12H"),
        (0.5, "Y", "P6M"),
        (2.5, "W", "P2.5W"), (None, "TM", "PTXM"), (2, "DE", "P20Y"), (None, "DE", "PXDE"), (0.5, "CE", "P50Y"),
        (3, "Q", "P9M"),
    ],
)  # fmt: skip
def test_length(count: float | None, unit: str, value: str) -> None:
    assert length(count, unit) == value


@pytest.mark.parametrize(
    ("text", "reference", "value"),
    [
        ("am Mittwoch", "2019-04-25", "2019-04-24"), ("am Mittwoch", "2019-04", "XXXX-WXX-3"),
        ("am Mittwoch", None, "XXXX-WXX-3"),
        ("im Februar", "2019-04", "2019-02"), ("im Februar", "2019", "XXXX-02"), ("im Februar", None, "XXXX-02"),
        ("am 24. April", "2019-04", "2019-04-24"), ("am 24. April", "2019", "XXXX-04-24"), ("am 24. April", None, "XXXX-04-24"),
        ("gestern", "2019-04", "XXXX-XX-XX"), ("letztes Jahr", "2019", "2018"), ("letztes Jahr", None, "XXXX"),
        ("vor zwei Monaten", "2019", "XXXX-XX"), ("vorige Woche", "2019-04", "XXXX-WXX"), ("vor drei Jahren", "2019", "2016"),
        ("vor drei Jahren", "0002-01-01", "XXXX"), ("übermorgen", "9999-12-31", "XXXX-XX-XX"),
        ("Er wird im Mai kommen.", "9999-06-20", "XXXX-05"),
        ("Er wird am 5. Januar kommen.", "9999-06-20", "XXXX-01-05"), ("Er kam am 5. Mai.", "0001-01-02", "XXXX-05-05"),
    ],
)  # fmt: skip
def test_precision_is_never_invented(text: str, reference: str | None, value: str) -> None:
    found = only(text, PartialDate.parse(reference) if reference else None)
    assert (found.value, found.anchored) == (value, "X" not in value)


def test_what_the_words_say_in_full_is_not_anchored() -> None:
    assert not only("am 24. April 2019", PartialDate(2019, 4, 25)).anchored


def test_ago_still_tells_how_long() -> None:
    text = "Vor rund zwei Monaten scheiterte der Gipfel in Hanoi."
    [mention] = find_times(text, None)
    assert mention.kind is Kind.TIME
    assert length_of(mention, text) == Timex("DURATION", "P2M", "approx")
    assert length_of(find_times("gestern", None)[0], "gestern") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Am [Mittwoch] hatte Kim die Grenze überquert.", "past"), ("Er ist am [Mittwoch] eingetroffen.", "past"),
        ("Das Treffen ist für [Mittwoch] geplant.", "future"), ("Er sagte, am [Mittwoch] werde er kommen.", "future"),
        ("Am [Mittwoch] wird der Vertrag unterzeichnet.", "future"), ("Der Gipfel am [Mittwoch].", None),
        ("Gestern kam er. Am [Mittwoch] beginnt der Gipfel.", "future"), ("Die wichtigsten Gäste am [Mittwoch].", None),
    ],
)  # fmt: skip
def test_tense(text: str, expected: str | None) -> None:
    start, end = text.index("["), text.index("]") - 1
    assert tense(text.replace("[", "").replace("]", ""), Span(start, end)) == expected


@pytest.mark.parametrize(
    ("value", "begins"),
    [
        ("2019-W17", "2019-04-22"), ("2019-W17-WE", "2019-04-27"), ("2020-W53", "2020-12-28"), ("2019-SP", "2019-03"),
        ("2019-WI", "2019-12"), ("2019-Q3", "2019-07"), ("2019-H2", "2019-07"), ("2019-04-24/2019-04-26", "2019-04-24"),
        ("2019-04-24TEV", "2019-04-24"), ("2019-04", "2019-04"), ("2019", "2019"), ("201", "201"), ("XXXX-02", "XXXX-02"),
    ],
)  # fmt: skip
def test_a_date_begins_on_a_day_that_compares(value: str, begins: str) -> None:
    assert Timex("DATE", value).begins == begins
