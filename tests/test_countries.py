"""Countries: every place phrase, adjective, inhabitant and capital, in all forms that a text can hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from summitquiz.errors import FormError
from summitquiz.german import countries as c

TABLE = Path(__file__).parent / "corpus/german/country_forms.txt"
ROWS = [[cell.strip() for cell in line.split("|")] for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]]
NO_MEMBERS = {"XK", "TW", "PS", "VA", "EH", "HK", "MO", "GL", "FO", "PR", "GI", "SU", "DD", "YU", "CS", "EU", "UN", "NATO"}
ADJECTIVE_ENDINGS = ["", "e", "en", "er", "em", "es"]


def test_the_table_holds_every_country_and_all_193_members() -> None:
    codes = [row[0] for row in ROWS]
    assert codes == list(c.countries())
    assert len(set(codes) - NO_MEMBERS) == 193


@pytest.mark.parametrize(("code", "at", "to", "source", "genitive"), [row[:5] for row in ROWS])
def test_place_phrases(code: str, at: str, to: str, source: str, genitive: str) -> None:
    toponym = c.countries()[code].toponym
    assert (toponym.at(), toponym.to(), toponym.source(), c.country_genitive(code)) == (at, to, source, genitive)


@pytest.mark.parametrize(("code", "adjective"), [(row[0], row[5]) for row in ROWS if row[5] != "-"])
def test_adjectives_in_all_inflections(code: str, adjective: str) -> None:
    assert c.adjective(code) == adjective
    if adjective[0].isupper() and adjective.endswith("er"):  # Hongkonger: never inflected
        assert c.adjective_country(adjective) == code
        return
    expected = None if adjective == "kongolesisch" else code
    words = [
        form
        for ending in ADJECTIVE_ENDINGS
        for form in (adjective + ending, (adjective + ending)[0].upper() + (adjective + ending)[1:])
    ]
    assert [c.adjective_country(word) for word in words] == [expected] * len(words)


@pytest.mark.parametrize("code", [row[0] for row in ROWS if row[0] not in NO_MEMBERS])
def test_inhabitants_in_all_forms(code: str) -> None:
    people = c.countries()[code].people
    assert people, "every member of the UN has a word for its people"
    for entry in people:
        man = entry.split("/")[0].removesuffix("*")
        forms = [man, f"{man}n"] if man.endswith("e") else [man, f"{man}s", f"{man}n" if man.endswith("er") else f"{man}en"]
        expected = None if man == "Kongolese" else code
        assert [c.demonym_country(form) for form in forms] == [expected] * len(forms)


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Russin", "RU"),
        ("Russinnen", "RU"),
        ("Französin", "FR"),
        ("Französinnen", "FR"),
        ("Deutscher", "DE"),
        ("Deutschen", "DE"),
        ("Israelis", "IL"),
        ("Israelin", "IL"),
        ("Ungarin", "HU"),
        ("Amerikanerinnen", "US"),
        ("Türkin", "TR"),
        ("Brite", "GB"),
        ("Griechin", "GR"),
        ("Chinesin", "CN"),
        ("Schweizerin", "CH"),
        ("Filipina", "PH"),
        ("Kölner", None),
        ("Tourist", None),
    ],
)
def test_inhabitants(word: str, code: str | None) -> None:
    assert c.demonym_country(word) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("US-amerikanischen", "US"),
        ("amerikanische", "US"),
        ("Schweizer", "CH"),
        ("weißrussische", "BY"),
        ("belarussischer", "BY"),
        ("niederländisches", "NL"),
        ("holländischem", "NL"),
        ("saudischen", "SA"),
        ("sowjetischen", "SU"),
        ("Französische", "FR"),
        ("kongolesische", None),
        ("koreanischen", None),
        ("europäische", None),
        ("politische", None),
        ("schweizer", None),
        ("deutsch-französische", None),
        ("en", None),
        ("", None),
    ],
)
def test_adjectives(word: str, code: str | None) -> None:
    assert c.adjective_country(word) == code


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_names_are_read_in_every_case(row: list[str]) -> None:
    code, at, to, _, genitive = row[:5]
    toponym = c.countries()[code].toponym
    article = toponym.article is not None
    forms = [toponym.name, toponym.declined("dat"), toponym.declined("acc")]
    forms.append(genitive.split(" ", 1)[1] if article or genitive.startswith("von ") else genitive)
    assert [c.country_code(form) for form in forms] == [code] * len(forms)
    assert at.endswith(toponym.declined("dat"))
    assert to.endswith(toponym.declined("acc" if article and not to.startswith("zu ") else "dat"))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("US", "US"),
        ("Vereinigten Staaten von Amerika", "US"),
        ("Vereinigten Königreichs", "GB"),
        ("Vereinigten Königreich", "GB"),
        ("Weißrusslands", "BY"),
        ("Birma", "MM"),
        ("Birmas", "MM"),
        ("Tschechischen Republik", "CZ"),
        ("Irans", "IR"),
        ("Iraks", "IQ"),
        ("Europäischen Union", "EU"),
        ("Uno", "UN"),
        ("Vereinten Nationen", "UN"),
        ("NATO", "NATO"),
        ("Nato", "NATO"),
        ("DDR", "DD"),
        ("Palästinensischen Gebieten", "PS"),
        ("Volksrepublik China", "CN"),
        ("Moldawien", "MD"),
        ("DR Kongo", "CD"),
        ("Côte d’Ivoire", "CI"),
        ("Kongo", None),
        ("Korea", None),
        ("Bayern", None),
        ("", None),
        ("russland", None),
    ],
)
def test_country_codes(name: str, code: str | None) -> None:
    assert c.country_code(name) == code


@pytest.mark.parametrize(("code", "capital"), [(row[0], row[6]) for row in ROWS])
def test_capitals(code: str, capital: str) -> None:
    assert (c.capital(code) or "-") == capital
    if capital != "-" and code not in ("SU", "DD", "YU", "CS"):
        assert c.capital_country(capital) == code


def test_other_spellings_of_capitals() -> None:
    assert [c.capital_country(city) for city in ("Kyjiw", "Tokyo", "Kapstadt", "Köln")] == ["UA", "JP", "ZA", None]


@pytest.mark.parametrize("function", [c.country_name, c.country_genitive, c.adjective, c.capital])
def test_unknown_codes_are_errors(function: object) -> None:
    assert callable(function)
    with pytest.raises(FormError):
        function("XX")


def test_a_union_has_no_adjective() -> None:
    with pytest.raises(FormError):
        c.adjective("EU")


@pytest.mark.parametrize(
    ("spelling", "name"),
    [("Kyjiw", "Kiew"), ("Washington, D.C.", "Washington"), ("Kapstadt", "Kapstadt"), ("Köln", "Köln"), ("Peking", "Peking")],
)
def test_capitals_have_one_name(spelling: str, name: str) -> None:
    assert c.capital_name(spelling) == name
