"""The German of what the lexicon yields: every event, office, country and place in all its forms agrees and is spelt right."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from summitquiz.errors import FormError
from summitquiz.german import gazetteer, lexicon
from summitquiz.german.countries import countries
from summitquiz.german.forms import GermanForms
from summitquiz.german.nouns import article
from summitquiz.german.offices import read_office
from summitquiz.german.phrasing import GermanPhrasing
from summitquiz.model import Office
from tests.language import faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summitquiz.model import Case, Gender

PHRASING, FORMS = GermanPhrasing(), GermanForms()
GOVERNING: dict[Case, str] = {"nom": "", "gen": "während ", "dat": "bei ", "acc": "für "}
EVENTS: list[str] = [entry["noun"] for entry in lexicon.load("events")["nouns"]]
PLACES = [name for file in ("regions", "venues") for group in lexicon.load(file) for name in group["names"]]
NOT_BORNE_BY_WOMEN = set(
    """Ajatollahin Ayatollahin Feldmarschallin Kardinalin Landammannin Metropolitin Mullahin Nuntiusin
    Präsesin Schahin Speakerin Taoiseachin""".split()
)  # regular forms that are read, and never written
SEATS = ("RU", "AT", "CH", "HK", "EU")  # countries with an adjective, one without endings, a body before a hyphen


def titles() -> Iterator[str]:
    """The titles of offices.yaml, of men and of women."""
    lists = lexicon.load("offices")
    words = [word for key in ("strong", "weak", "women", "neuter", "compounds") for word in lists[key].split()]
    words += [stem + "er" for stem in lists["adjectival"].split()]
    for word in (read_office(word.capitalize()) for word in words if "-" not in word):
        if word and not word.role:
            yield from (title for title in (word.masculine, word.feminine) if title and title not in NOT_BORNE_BY_WOMEN)


def wrong(*texts: str) -> list[tuple[str, str]]:
    """The texts with a fault, and the fault."""
    return [(text, fault) for text in texts for fault in faults(text)]


@pytest.mark.parametrize("noun", EVENTS)
@pytest.mark.parametrize("plural", [False, True])
def test_labels_of_events(noun: str, plural: bool) -> None:
    for adjective in ("", "zweitägige", "erste offizielle"):
        label = PHRASING.label(noun, plural, adjective, ["Anna Berg", "Carl Dorn"], "")
        assert wrong(*(GOVERNING[case] + PHRASING.decline(label, case) for case in GOVERNING)) == []
        assert wrong(PHRASING.contract(f"bei {PHRASING.decline(label, 'dat')}")) == []
    with suppress(FormError):
        assert wrong(PHRASING.talks(noun, "in Genf")) == []


@pytest.mark.parametrize("title", sorted(set(titles())))
def test_offices(title: str) -> None:
    gender: Gender = FORMS.office_gender(title)
    word = read_office(title)
    like_adjective = word and gender == "m" and word.feminine == word.masculine.removesuffix("r")
    begins = "ein" if like_adjective else article(gender, "nom")
    assert wrong(f"{begins} {title}", *(f"{GOVERNING[case]}{article(gender, case)} {FORMS.office(title, case)}"
                                        for case in GOVERNING if case != "nom")) == []  # fmt: skip
    for country in SEATS:
        with suppress(FormError):
            assert wrong(f"Wer war {PHRASING.office(Office(title, country), gender)}?") == []
    with suppress(FormError):
        assert wrong(f"{PHRASING.which(Office(title), gender)} sprach?") == []


@pytest.mark.parametrize("code", countries())
def test_countries(code: str) -> None:
    name = countries()[code].toponym.name
    assert wrong(f"die Lage {FORMS.country_genitive(code)}") == []
    if gazetteer.toponym(name):  # unions are no places
        assert wrong(PHRASING.place_in(name), PHRASING.place_to(name), FORMS.place_from(name)) == []


HOLDERS: list[tuple[Gender, str]] = [("m", "Präsident"), ("f", "Präsidentin"), ("n", "Staatsoberhaupt")]


@pytest.mark.parametrize("code", [code for code, country in countries().items() if country.adjectives])
def test_adjectives_of_countries(code: str) -> None:
    for gender, title in HOLDERS:
        for case, governing in GOVERNING.items():
            noun = FORMS.office(title, case)
            definite = f"{governing}{article(gender, case)} {FORMS.adjective(code, gender, case)} {noun}"
            indefinite = f"{governing}{INDEFINITE[gender, case]} {FORMS.adjective(code, gender, case, definite=False)} {noun}"
            assert wrong(definite, indefinite) == []


INDEFINITE: dict[tuple[Gender, Case], str] = {
    ("m", "nom"): "ein", ("m", "gen"): "eines", ("m", "dat"): "einem", ("m", "acc"): "einen",
    ("f", "nom"): "eine", ("f", "gen"): "einer", ("f", "dat"): "einer", ("f", "acc"): "eine",
    ("n", "nom"): "ein", ("n", "gen"): "eines", ("n", "dat"): "einem", ("n", "acc"): "ein",
}  # fmt: skip


@pytest.mark.parametrize("name", PLACES)
def test_places(name: str) -> None:
    toponym = gazetteer.toponym(name)
    assert toponym
    assert wrong(toponym.at(), toponym.to(), toponym.source(), f"die Lage {toponym.genitive()}") == []


@pytest.mark.parametrize("name", ["Angela Merkel", "Friedrich Merz", "Kim Jong Un", "Johannes Paul II.", "Wladimir Putin"])
def test_genitives_of_names(name: str) -> None:
    assert wrong(f"der Besuch {PHRASING.genitive(name)}") == []
