"""Single words that name an office, and the names of organisations."""

from __future__ import annotations

import pytest

from summitquiz.german.names import first_gender, is_first, is_initial, is_royal, surnames
from summitquiz.german.offices import is_unique, read_office
from summitquiz.german.organisations import find_organisations
from summitquiz.model import Article, Office
from summitquiz.reading.document import read
from tests import corpus

ORGANISATIONS = corpus.load(corpus.FOLDER / "german/organisations.yaml")


@pytest.mark.parametrize(
    ("word", "office"),
    [
        ("Präsidenten", Office("Präsident")),
        ("Präsidentin", Office("Präsidentin")),
        ("Außenministers", Office("Außenminister")),
        ("US-Präsident", Office("Präsident", "US")),
        ("EU-Kommissar", Office("Kommissar", "EU")),
        ("Ex-US-Präsidentin", Office("Präsidentin", "US", former=True)),
        ("Exkanzler", Office("Kanzler", former=True)),
        ("Altbundespräsident", Office("Bundespräsident", former=True)),
        ("Kremlchef", Office("Kremlchef", "RU")),
        ("CDU-Chefin", Office("Chefin", of="CDU")),
        ("PYD-Chef", Office("Chef", of="PYD")),
        ("Iran-Beauftragter", Office("Iran-Beauftragter")),
        ("UN-Botschafterin", Office("Botschafterin", "UN")),
        ("Vizepremier", Office("Vizepremier")),
        ("Landeshauptfrau", Office("Landeshauptfrau")),
        ("Staatsoberhaupt", Office("Staatsoberhaupt")),
        ("Exekutivdirektor", Office("Exekutivdirektor")),
    ],
)
def test_office(word: str, office: Office) -> None:
    """A word in any case is read to its dictionary form, its country or body, and whether it is over."""
    read_word = read_office(word)
    assert read_word is not None
    assert read_word.office(read_word.gender) == office


@pytest.mark.parametrize("word", ["Lautsprecher", "Reiseführer", "Halle", "Minister-", "präsidial", "", "Herr", "Kirche"])
def test_no_office(word: str) -> None:
    """Words that only end like an office, or are none, are none."""
    assert read_office(word) is None


@pytest.mark.parametrize(
    ("title", "unique"),
    [
        ("Außenminister", True),
        ("Bundeskanzlerin", True),
        ("Präsident", True),
        ("Kommissionspräsidentin", True),
        ("Minister", False),
        ("Staatsminister", False),
        ("Botschafterin", False),
        ("Sprecher", False),
        ("Amtskollege", False),
        ("stellvertretender Außenminister", False),
        ("Vizepräsident", False),
    ],
)
def test_is_unique(title: str, unique: bool) -> None:
    """Offices that several people hold at once make no question for one name."""
    assert is_unique(title) is unique


@pytest.mark.parametrize("word", ["Trainer", "Schauspielerin", "Oppositionspolitikers", "Nachfolger"])
def test_role(word: str) -> None:
    """An occupation stands before a name, but is no office."""
    read_word = read_office(word)
    assert read_word is not None
    assert read_word.role
    assert read_word.office("m") is None


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Angela", "f"), ("Wladimir", "m"), ("Jean-Claude", "m"), ("Anne-Marie", "f"), ("Kim", None), ("Xyz", None)],
)
def test_first_gender(name: str, gender: str | None) -> None:
    """A first name tells a gender unless it is either's or unknown."""
    assert first_gender(name) == gender


def test_words_that_are_no_first_names() -> None:
    """Months, cities and common words are left out of the lists, names of the world's regions are in."""
    assert not [word for word in ("April", "Paris", "China", "Villa", "Sommer", "Kirche", "London") if is_first(word)]
    assert all(map(is_first, ("Sergej", "Recep", "Shinzo", "Abdel", "Ngozi", "Yong-ho", "Zoltán", "Xanana")))
    assert "Erdogan" in surnames()


def test_initials_and_numbers() -> None:
    """W. and Th. are initials, Dr. and St. are not; II. numbers a ruler."""
    assert [word for word in ("W.", "Th.", "Dr.", "St.", "am.") if is_initial(word)] == ["W.", "Th."]
    assert [word for word in ("II.", "XVI", "2.", "C-") if is_royal(word)] == ["II.", "XVI"]


@pytest.mark.parametrize("row", ORGANISATIONS, ids=str)
def test_organisation(row: corpus.Row) -> None:
    """The marked words are found with the dictionary name; nothing is found where nothing is."""
    mentions = find_organisations(read(Article("test", row.text)))
    found = [(mention.span, {"name": mention.value, "rule": mention.rule}) for mention in mentions]
    keys = row.value or {}
    assert corpus.problem(row, [(span, {key: value[key] for key in keys}) for span, value in found]) is None
