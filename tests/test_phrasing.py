"""Offices in questions: the adjective and the question word take the title's gender, not its holder's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summitquiz.german.phrasing import GermanPhrasing
from summitquiz.model import Office

if TYPE_CHECKING:
    from summitquiz.model import Gender

PHRASING = GermanPhrasing()
ROWS: list[tuple[str, Gender | None, str, str]] = [
    ("Außenminister", "m", "russischer Außenminister", "Welcher russische Außenminister"),
    ("Außenministerin", "f", "russische Außenministerin", "Welche russische Außenministerin"),
    ("Außenminister", None, "russischer Außenminister", "Welcher russische Außenminister"),
    ("Premier", "f", "russischer Premier", "Welcher russische Premier"),
    ("Staatsoberhaupt", "m", "russisches Staatsoberhaupt", "Welches russische Staatsoberhaupt"),
    ("Staatsoberhaupt", "f", "russisches Staatsoberhaupt", "Welches russische Staatsoberhaupt"),
]


@pytest.mark.parametrize(("title", "holder", "predicate", "question"), ROWS)
def test_an_office_agrees_with_its_title(title: str, holder: Gender | None, predicate: str, question: str) -> None:
    office = Office(title, "RU")
    assert (PHRASING.office(office, holder), PHRASING.which(office, holder)) == (predicate, question)


@pytest.mark.parametrize(("holder", "question"), [("m", "Welcher Vize"), ("f", "Welche Vize"), (None, "Welcher Vize")])
def test_a_title_for_both_takes_its_holders_gender(holder: Gender | None, question: str) -> None:
    assert PHRASING.which(Office("Vize", owner="der Partei"), holder) == f"{question} der Partei"
