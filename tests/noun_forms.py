"""Gender, number and case of German nouns after german-nouns, a list made of the German Wiktionary; compounds by their end."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_COLUMN = re.compile(r"(nominativ|genitiv|dativ|akkusativ) (singular|plural)\*?(?: (\d|stark|schwach|gemischt))?$")
_CASES = {"nominativ": "nom", "genitiv": "gen", "dativ": "dat", "akkusativ": "acc"}
_DECLENSIONS = {"stark": "strong", "schwach": "weak", "gemischt": "mixed"}
_NAMES = {"Vorname", "Nachname", "Familienname", "Buchstabe", "Suffix", "Affix"}
_SHORTEST = 3  # letters of the parts of a compound
_LONG = 6  # letters of a second part that no misspelling ends in by chance
_SHORT_ENDS = {"Amt", "Rat", "Tag", "Akt", "Ort", "Weg"}  # others of three letters are the ends of other words: Mediator
_NO_ENDS = {"Schaft", "Eizes"}  # nouns that other words end in: Führerschaft, Würgereizes
_LINKS = ("", "s", "es", "n", "en", "er", "-")  # what may stand between them
_FIRST_PARTS = frozenset("Außen Innen Sonder Spitzen Mini Erst Vor Groß Alt Neu Ex Ko Mit Haupt Neben Zwischen".split())
_MORE = Path(__file__).parent / "corpus/german/nouns.yaml"


class Reading(NamedTuple):
    """What a form of a noun can be: `gender` m, f, n or p (plural), `case`, and `declension`: strong, weak or mixed for a noun
    that is inflected like an adjective (der Vorsitzende, ein Vorsitzender), else ""."""

    gender: str
    case: str
    declension: str = ""


NO_FORM = Reading("", "")  # of a weak noun with the -s of a strong one: Präsidents


@cache
def readings(word: str) -> frozenset[Reading]:
    """All that a noun's form can be; empty for a word that is not known."""
    last = word.rpartition("-")[2] or word
    known = _forms().get(word, set()) | _forms().get(last, set())
    if not known and last.endswith("s") and any(_weak_genitive(last[:-1] + ending) for ending in ("en", "n")):
        return frozenset({NO_FORM})
    return frozenset(known or next((_forms()[end] for end in _ends(last)), set()))


def is_listed(word: str) -> bool:
    """Whether the list has a noun's form as it stands, or as a compound of two with a long second part: Kremlsprecher."""
    return word in _forms() or any(len(end) >= _LONG for end in _ends(word))


def _weak_genitive(form: str) -> bool:
    return Reading("m", "gen") in _forms().get(form, ())


def _ends(word: str) -> Iterator[str]:
    """The nouns at the end of a compound, the longest first, where what stands before them is a word too."""
    for cut in range(_SHORTEST, len(word) - _SHORTEST + 1):
        head, end = word[:cut], word[cut:].capitalize()
        long = (len(end) > _SHORTEST or end in _SHORT_ENDS) and end not in _NO_ENDS
        if long and end in _forms() and any(head.removesuffix(link) in _heads() for link in _LINKS):
            yield end


@cache
def _heads() -> frozenset[str]:
    return frozenset(_forms()) | _FIRST_PARTS


@cache
def _forms() -> Mapping[str, set[Reading]]:
    found: dict[str, set[Reading]] = defaultdict(set)
    with files("german_nouns").joinpath("nouns.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if not _NAMES & set(row["pos"].split(",")):
                for form, reading in _row(row):
                    found[form].add(reading)
    for entry in yaml.safe_load(_MORE.read_text(encoding="utf-8")):
        for word in entry["forms"].split():
            found[word] |= {Reading(gender, case) for gender in entry["gender"] for case in entry["cases"].split()}
    return dict(found)


def _row(row: Mapping[str, str]) -> Iterator[tuple[str, Reading]]:
    """The forms of one entry of the list. Columns with a figure belong to the gender with that figure."""
    genders = {key: row[key] for key in row if key.startswith("genus") and row[key]}
    for column, form in row.items():
        place = _COLUMN.match(column) if form else None
        if place:
            case, number, kind = place.groups()
            sorts = ["p"] if number == "plural" else list(genders.values())
            if number == "singular" and f"genus {kind}" in genders:
                sorts = [genders[f"genus {kind}"]]
            for sort in sorts or "mfn":
                yield form, Reading(sort, _CASES[case], _DECLENSIONS.get(kind or "", ""))
    if row["dativ singular"] == row["nominativ singular"] + "e":  # the list has only the old dative: dem Landsmanne
        yield row["nominativ singular"], Reading(row["genus"], "dat")
    if "adjektivische" in row["pos"] and row["lemma"].endswith("er"):
        yield from _women(row["lemma"].removesuffix("er"))


def _women(stem: str) -> Iterator[tuple[str, Reading]]:
    """The feminine forms of Vorsitzender and the like, which the list has for few."""
    for declension in _DECLENSIONS.values():
        oblique = "er" if declension == "strong" else "en"
        for case in _CASES.values():
            yield stem + ("e" if case in ("nom", "acc") else oblique), Reading("f", case, declension)
