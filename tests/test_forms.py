"""Word forms: what templates get, and that what the lexicon lacks is an error."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from summitquiz.errors import FormError
from summitquiz.german import gazetteer, lexicon
from summitquiz.german.forms import GermanForms

if TYPE_CHECKING:
    from summitquiz.model import Gender, Mod

FORMS = GermanForms()


@pytest.mark.parametrize(
    ("name", "genitive"),
    [
        ("Wladimir Putin", "Wladimir Putins"),
        ("Merz", "Merz'"),
        ("Kim Jong Un", "Kim Jong Uns"),
        ("António Guterres", "António Guterres'"),
        ("Ursula von der Leyen", "Ursula von der Leyens"),
        ("Karl Strauß", "Karl Strauß'"),
        ("Beatrix", "Beatrix'"),
        ("François Fillon", "François Fillons"),
        ("Beyoncé", "Beyoncés"),
        ("Maurice", "Maurice'"),
        ("Johannes Paul II.", "Johannes Pauls II."),
        ("Elizabeth II.", "Elizabeths II."),
        ("Moritz IV.", "Moritz' IV."),
    ],
)
def test_genitive(name: str, genitive: str) -> None:
    assert FORMS.genitive(name) == genitive


@pytest.mark.parametrize("name", ["", "  ", "G8", "Martin King jr.", "Niemand (SPD)"])
def test_no_genitive_of_what_is_no_name(name: str) -> None:
    with pytest.raises(FormError):
        FORMS.genitive(name)


@pytest.mark.parametrize(
    ("name", "at", "to", "source"),
    [
        ("Wladiwostok", "in Wladiwostok", "nach Wladiwostok", "aus Wladiwostok"),
        ("Den Haag", "in Den Haag", "nach Den Haag", "aus Den Haag"),
        ("Russland", "in Russland", "nach Russland", "aus Russland"),
        ("Iran", "im Iran", "in den Iran", "aus dem Iran"),
        ("Schweiz", "in der Schweiz", "in die Schweiz", "aus der Schweiz"),
        ("Philippinen", "auf den Philippinen", "auf die Philippinen", "von den Philippinen"),
        ("Kongo", "im Kongo", "in den Kongo", "aus dem Kongo"),
        ("Krim", "auf der Krim", "auf die Krim", "von der Krim"),
        ("Balkan", "auf dem Balkan", "auf den Balkan", "vom Balkan"),
        ("Naher Osten", "im Nahen Osten", "in den Nahen Osten", "aus dem Nahen Osten"),
        ("Westjordanland", "im Westjordanland", "ins Westjordanland", "aus dem Westjordanland"),
        ("Abruzzen", "in den Abruzzen", "in die Abruzzen", "aus den Abruzzen"),
        ("Schweizer Alpen", "in den Schweizer Alpen", "in die Schweizer Alpen", "aus den Schweizer Alpen"),
        ("Rocky Mountains", "in den Rocky Mountains", "in die Rocky Mountains", "aus den Rocky Mountains"),
        ("Kanarische Inseln", "auf den Kanarischen Inseln", "auf die Kanarischen Inseln", "von den Kanarischen Inseln"),
        ("Sylt", "auf Sylt", "nach Sylt", "von Sylt"),
        ("Bodensee", "am Bodensee", "an den Bodensee", "vom Bodensee"),
        ("Genfer See", "am Genfer See", "an den Genfer See", "vom Genfer See"),
        ("Teutoburger Wald", "im Teutoburger Wald", "in den Teutoburger Wald", "aus dem Teutoburger Wald"),
        ("Persischer Golf", "am Persischen Golf", "an den Persischen Golf", "vom Persischen Golf"),
        ("Kölner Dom", "im Kölner Dom", "in den Kölner Dom", "aus dem Kölner Dom"),
        ("Südserbien", "in Südserbien", "nach Südserbien", "aus Südserbien"),
        ("Nordirak", "im Nordirak", "in den Nordirak", "aus dem Nordirak"),
        ("Bad Lerchau", "in Bad Lerchau", "nach Bad Lerchau", "aus Bad Lerchau"),
        ("Schwarzes Meer", "am Schwarzen Meer", "ans Schwarze Meer", "vom Schwarzen Meer"),
        ("Weißes Haus", "im Weißen Haus", "ins Weiße Haus", "aus dem Weißen Haus"),
        ("Schloss Elmau", "auf Schloss Elmau", "nach Schloss Elmau", "von Schloss Elmau"),
        ("Schloss Bellevue", "im Schloss Bellevue", "ins Schloss Bellevue", "aus dem Schloss Bellevue"),
        ("Kreml", "im Kreml", "in den Kreml", "aus dem Kreml"),
        ("Hofburg", "in der Hofburg", "in die Hofburg", "aus der Hofburg"),
        (
            "Große Halle des Volkes",
            "in der Großen Halle des Volkes",
            "in die Große Halle des Volkes",
            "aus der Großen Halle des Volkes",
        ),
        ("Roter Platz", "auf dem Roten Platz", "auf den Roten Platz", "vom Roten Platz"),
        ("Camp David", "in Camp David", "nach Camp David", "aus Camp David"),
        ("Bürgenstock", "auf dem Bürgenstock", "auf den Bürgenstock", "vom Bürgenstock"),
        ("Schloss Ahrenfels", "im Schloss Ahrenfels", "ins Schloss Ahrenfels", "aus dem Schloss Ahrenfels"),
        ("Villa Rosa", "in der Villa Rosa", "in die Villa Rosa", "aus der Villa Rosa"),
        ("Kaserne Nord", "in der Kaserne Nord", "in die Kaserne Nord", "aus der Kaserne Nord"),
        ("Narandscha-Palast", "im Narandscha-Palast", "in den Narandscha-Palast", "aus dem Narandscha-Palast"),
        ("Grazer Rathaus", "im Grazer Rathaus", "ins Grazer Rathaus", "aus dem Grazer Rathaus"),
        ("Rhone", "an der Rhone", "an die Rhone", "von der Rhone"),
        ("Innere Mongolei", "in der Inneren Mongolei", "in die Innere Mongolei", "aus der Inneren Mongolei"),
        ("Pariser Platz", "auf dem Pariser Platz", "auf den Pariser Platz", "vom Pariser Platz"),
    ],
)
def test_places(name: str, at: str, to: str, source: str) -> None:
    assert (FORMS.place_in(name), FORMS.place_to(name), FORMS.place_from(name)) == (at, to, source)


@pytest.mark.parametrize(
    ("name", "genitive"),
    [
        ("Kaukasus", "des Kaukasus"),
        ("Wallis", "des Wallis"),
        ("Ganges", "des Ganges"),
        ("Palais Schaumburg", "des Palais Schaumburg"),
        ("Weißes Haus", "des Weißen Hauses"),
        ("Markusplatz", "des Markusplatzes"),
        ("Rhein", "des Rheins"),
        ("Rhone", "der Rhone"),
    ],
)
def test_genitive_of_places_with_an_article(name: str, genitive: str) -> None:
    toponym = gazetteer.toponym(name)
    assert toponym
    assert toponym.genitive() == genitive


def test_every_listed_place_has_a_well_formed_phrase() -> None:
    begins = ("in ", "im ", "auf ", "an ", "am ")
    names = [name for file in ("regions", "venues") for group in lexicon.load(file) for name in group["names"]]
    phrases = {name: FORMS.place_in(name) for name in names}
    assert [phrase for phrase in phrases.values() if not phrase.startswith(begins) or phrase.split(" ", 1)[1][0] == " "] == []
    for name, phrase in phrases.items():
        assert gazetteer.lookup(
            phrase.split(" ", 2 if phrase.startswith(("in der ", "in den ", "auf de", "an der ", "auf de")) else 1)[-1]
        )
        assert name.split(" ")[-1].rstrip("en") in phrase


@pytest.mark.parametrize("name", ["Nirgendheim", "", "Merkel", "Haus", "Schloss"])
def test_unknown_places_are_errors(name: str) -> None:
    for form in (FORMS.place_in, FORMS.place_to, FORMS.place_from):
        with pytest.raises(FormError):
            form(name)


def test_countries() -> None:
    assert (FORMS.country_name("US"), FORMS.country_genitive("US"), FORMS.country_genitive("FR")) == (
        "USA",
        "der USA",
        "Frankreichs",
    )
    with pytest.raises(FormError):
        FORMS.country_name("XX")


RUSSIAN: dict[tuple[Gender, bool], tuple[str, str, str, str]] = {  # nominative, genitive, dative, accusative
    ("m", True): ("russische", "russischen", "russischen", "russischen"),
    ("f", True): ("russische", "russischen", "russischen", "russische"),
    ("n", True): ("russische", "russischen", "russischen", "russische"),
    ("m", False): ("russischer", "russischen", "russischen", "russischen"),
    ("f", False): ("russische", "russischen", "russischen", "russische"),
    ("n", False): ("russisches", "russischen", "russischen", "russisches"),
}


@pytest.mark.parametrize(("gender", "definite"), RUSSIAN)
def test_adjectives(gender: Gender, definite: bool) -> None:
    cases = [FORMS.adjective("RU", gender, case, definite) for case in ("nom", "gen", "dat", "acc")]
    assert tuple(cases) == RUSSIAN[gender, definite]


def test_adjectives_without_inflection_or_country() -> None:
    assert FORMS.adjective("HK", "m", "dat") == "Hongkonger"
    for code in ("EU", "XX"):
        with pytest.raises(FormError):
            FORMS.adjective(code, "m")


@pytest.mark.parametrize(
    ("gender", "forms"),
    [
        ("m", ["Präsident", "Präsidenten", "Präsidenten", "Präsidenten"]),
        ("m", ["Minister", "Ministers", "Minister", "Minister"]),
        ("m", ["Kollege", "Kollegen", "Kollegen", "Kollegen"]),
        ("m", ["Vorsitzender", "Vorsitzenden", "Vorsitzenden", "Vorsitzenden"]),
        ("m", ["Diplomat", "Diplomaten", "Diplomaten", "Diplomaten"]),
        ("f", ["Vorsitzende", "Vorsitzenden", "Vorsitzenden", "Vorsitzende"]),
        ("f", ["Bundeskanzlerin", "Bundeskanzlerin", "Bundeskanzlerin", "Bundeskanzlerin"]),
        ("m", ["Papst", "Papstes", "Papst", "Papst"]),
        ("m", ["Oberst", "Obersts", "Oberst", "Oberst"]),
        ("m", ["Nuntius", "Nuntius", "Nuntius", "Nuntius"]),
        ("m", ["Präses", "Präses", "Präses", "Präses"]),
        ("m", ["Emissär", "Emissärs", "Emissär", "Emissär"]),
        ("m", ["Ministerialdirigent", "Ministerialdirigenten", "Ministerialdirigenten", "Ministerialdirigenten"]),
        ("n", ["Staatsoberhaupt", "Staatsoberhaupts", "Staatsoberhaupt", "Staatsoberhaupt"]),
        ("m", ["Außenminister", "Außenministers", "Außenminister", "Außenminister"]),
        (
            "m",
            [
                "Präsident der Kommission",
                "Präsidenten der Kommission",
                "Präsidenten der Kommission",
                "Präsidenten der Kommission",
            ],
        ),
    ],
)
def test_offices(gender: Gender, forms: list[str]) -> None:
    assert [FORMS.office(forms[0], case) for case in ("nom", "gen", "dat", "acc")] == forms
    assert FORMS.office_gender(forms[0]) == gender


@pytest.mark.parametrize("title", ["Baum", "", "Merkel"])
def test_unknown_offices_are_errors(title: str) -> None:
    with pytest.raises(FormError):
        FORMS.office(title, "gen")
    with pytest.raises(FormError):
        FORMS.office_gender(title)


@pytest.mark.parametrize(
    ("value", "mod", "adverbial", "answer"),
    [
        ("2019-04-25", None, "am 25. April 2019", "25. April 2019"),
        ("2019-04-01", None, "am 1. April 2019", "1. April 2019"),
        ("2019-02", None, "im Februar 2019", "Februar 2019"),
        ("2009", None, "2009", "2009"),
        ("2014-06", "start", "Anfang Juni 2014", "Anfang Juni 2014"),
        ("2014-06", "mid", "Mitte Juni 2014", "Mitte Juni 2014"),
        ("2014", "end", "Ende 2014", "Ende 2014"),
        ("2014", "approx", "um 2014", "um 2014"),
        ("2014-06", "approx", "2014", "etwa im Juni 2014"),
        ("2014-06-03", "approx", "um den 3. Juni 2014", "um den 3. Juni 2014"),
        ("2009-09-24/2009-09-25", None, "vom 24. bis 25. September 2009", "vom 24. bis 25. September 2009"),
        ("2009-09-30/2009-10-02", None, "vom 30. September bis 2. Oktober 2009", "vom 30. September bis 2. Oktober 2009"),
        ("2009-12-30/2010-01-02", None, "vom 30. Dezember 2009 bis 2. Januar 2010", "vom 30. Dezember 2009 bis 2. Januar 2010"),
        ("2014-SU", None, "im Sommer 2014", "Sommer 2014"),
        ("2014-Q2", None, "im zweiten Quartal 2014", "im zweiten Quartal 2014"),
        ("2014-H1", None, "im ersten Halbjahr 2014", "im ersten Halbjahr 2014"),
        ("2019-W17", None, "in der Woche vom 22. bis 28. April 2019", "in der Woche vom 22. bis 28. April 2019"),
        ("2019-W17-WE", None, "am Wochenende vom 27. bis 28. April 2019", "am Wochenende vom 27. bis 28. April 2019"),
        ("199", None, "in den 1990er-Jahren", "in den 1990er-Jahren"),
        ("199", "end", "Ende der 1990er-Jahre", "Ende der 1990er-Jahre"),
        ("19", None, "im 20. Jahrhundert", "20. Jahrhundert"),
        ("2019-04-25T14:30", None, "am 25. April 2019 um 14.30 Uhr", "25. April 2019 um 14.30 Uhr"),
        ("2019-04-25T08:00", None, "am 25. April 2019 um 8 Uhr", "25. April 2019 um 8 Uhr"),
        ("2019-04-25TEV", None, "am Abend des 25. April 2019", "am Abend des 25. April 2019"),
    ],
)
def test_dates(value: str, mod: Mod | None, adverbial: str, answer: str) -> None:
    assert (FORMS.date(value, mod), FORMS.date_answer(value, mod)) == (adverbial, answer)


@pytest.mark.parametrize(
    ("value", "mod"),
    [
        ("XXXX-02", None), ("2019-XX", None), ("2019-13", None), ("2019-00", None), ("2019-02-30", None), ("2019-W60", None),
        ("2019-04-25TNI", None), ("2019-WI", None), ("PRESENT_REF", None), ("", None), ("2019-04-25T25:00", None),
        ("2019-02-03/2019-02-01", None), ("2019-02/2019-03", None), ("2019-04-25", "start"), ("2019", "more_than"),
        ("2019-SU", "mid"), ("PT2H", None), ("2019-04-25 ", None),
    ],
)  # fmt: skip
def test_dates_without_a_wording_are_errors(value: str, mod: Mod | None) -> None:
    for form in (FORMS.date, FORMS.date_answer):
        with pytest.raises(FormError):
            form(value, mod)


@pytest.mark.parametrize(
    ("value", "mod", "words"),
    [
        ("PT2H", None, "zwei Stunden"),
        ("PT1H", "more_than", "mehr als eine Stunde"),
        ("PT50M", "less_than", "knapp 50 Minuten"),
        ("P2M", "approx", "rund zwei Monate"),
        ("P24Y", None, "24 Jahre"),
        ("P1.5Y", None, "anderthalb Jahre"),
        ("P3.5Y", "approx", "rund dreieinhalb Jahre"),
        ("PT0.5H", None, "eine halbe Stunde"),
        ("P0.5Y", "at_least", "mindestens ein halbes Jahr"),
        ("P1D", None, "einen Tag"),
        ("P1M", "at_most", "höchstens einen Monat"),
        ("P12D", None, "zwölf Tage"),
        ("P13D", None, "13 Tage"),
        ("PT90M", None, "90 Minuten"),
        ("PT1H30M", None, "anderthalb Stunden"),
        ("P3DT4H", None, "drei Tage und vier Stunden"),
        ("PT2.25H", None, "2,25 Stunden"),
        ("PTXH", None, "mehrere Stunden"),
        ("PXD", None, "mehrere Tage"),
        ("P2DE", None, "zwei Jahrzehnte"),
        ("P12000Y", None, "12.000 Jahre"),
    ],
)
def test_durations(value: str, mod: Mod | None, words: str) -> None:
    assert FORMS.duration(value, mod) == words


@pytest.mark.parametrize(
    ("value", "mod"),
    [
        ("P", None),
        ("PT", None),
        ("P2", None),
        ("2H", None),
        ("P0D", None),
        ("P1Y2M3D", None),
        ("PTXH", "approx"),
        ("P2Y", "start"),
        ("", None),
    ],
)
def test_durations_without_a_wording_are_errors(value: str, mod: Mod | None) -> None:
    with pytest.raises(FormError):
        FORMS.duration(value, mod)


def test_every_whole_number_of_every_unit_has_a_wording() -> None:
    for number, unit in itertools.product(range(1, 40), ("D", "W", "M", "Y")):
        words = FORMS.duration(f"P{number}{unit}").split(" ")
        assert len(words) == 2
        assert (number == 1) == words[0].startswith("ein")


def test_lists() -> None:
    assert [FORMS.join(names) for names in (["A"], ["A", "B"], ["A", "B", "C"])] == ["A", "A und B", "A, B und C"]
    with pytest.raises(FormError):
        FORMS.join([])
