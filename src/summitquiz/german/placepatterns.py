"""Names of places that no list holds but whose shape or company tells them: "Schloss Neuburg", "Berlin-Buckow", "Bad Birnbach",
"die Insel Nias", "Nord-" before "und Südkorea", "die deutsche Hauptstadt"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summitquiz.german import gazetteer
from summitquiz.german.countries import adjective_country, capital, country_code
from summitquiz.german.gazetteer import Entry, Found
from summitquiz.german.placebuildings import headed, of_town, one_word, typed
from summitquiz.german.placegrammar import words
from summitquiz.german.toponyms import Toponym

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.model import PlaceKind, Span, Token

Shape = tuple[Found, int]  # a place and how many tokens it has
_ARTICLE = re.compile(r"(?:a[ltsnrd]|el|esch|asch|ash|esh)-[A-ZÄÖÜ]")  # the Arabic one
_FORMER = ("SU", "DD", "YU", "CS")
_LONGEST = 3  # proper nouns in a name
_BEFORE_HOUSES = ("im", "am", "vom", "zum", "beim", "das", "dem", "des", "der", "die")
_JOINTS = ("und", "oder", "bis", "sowie")


def is_capitalised(word: str) -> bool:
    """Whether a word begins like a name: Ula, al-Ula."""
    return word[0].isupper() or _ARTICLE.match(word) is not None


@dataclass(frozen=True, slots=True)
class Spot:
    """A token in its sentence. `taken`: spans of the persons there."""

    text: str
    tokens: Sequence[Token]
    position: int
    taken: Sequence[Span]

    def token(self, offset: int = 0) -> Token | None:
        """The token so many places on; None beyond the sentence, and where a person is named."""
        index = self.position + offset
        if not 0 <= index < len(self.tokens):
            return None
        token = self.tokens[index]
        return None if any(token.span.overlaps(name) for name in self.taken) else token

    def word(self, offset: int = 0) -> str:
        """The token's text, empty where there is none."""
        token = self.token(offset)
        return token.text if token else ""

    def proper(self, offset: int = 0) -> bool:
        """Whether a proper noun stands there that is no acronym."""
        token = self.token(offset)
        return token is not None and token.tag == "NE" and is_capitalised(token.text) and not token.text.isupper()

    def run(self, offset: int = 0) -> int:
        """How many proper nouns follow each other from there on, three at most."""
        return next((size for size in range(_LONGEST) if not self.proper(offset + size)), _LONGEST)

    def words(self, size: int) -> str:
        """So many tokens from here on, as the text has them."""
        return self.text[self.tokens[self.position].span.start : self.tokens[self.position + size - 1].span.end]

    def adjoins(self) -> bool:
        """Whether a capitalised word follows after one blank."""
        here, following = self.token(), self.token(1)
        return bool(here and following and here.span.end + 1 == following.span.start and following.text[0].isupper())


def shaped(spot: Spot) -> Shape | None:
    """The place that begins at this token by its shape; None if none does."""
    for pattern in (_pair, _capital, _town, _after_type, _halved, _single):
        shape = pattern(spot)
        if shape:
            return shape
    return None


def _pair(spot: Spot) -> Shape | None:
    here, following = spot.token(), spot.token(1)
    if here is None or following is None or not spot.adjoins():
        return None
    size = 1 + spot.run(1)
    found = typed(spot.words(size), following) if size > 1 else None
    if found:
        return found, size
    listed = gazetteer.lookup(f"{spot.word(1)} {spot.word(2)}")  # "Wiener Palais Coburg": the palace's name begins later
    found = None if listed else of_town(here, following)
    return (found, 2) if found else None


def house(spot: Spot) -> Shape | None:
    """Names behind an article up to the foreign word for a building: "im Lancaster House", "im Beijing Conference Center"."""
    first = spot.token()
    if spot.word(-1).lower() not in _BEFORE_HOUSES or first is None or first.tag == "ADJA":
        return None  # not "das Militärhistorische Museum"
    for size in range(2, _LONGEST + 1):
        if not all(is_capitalised(spot.word(k) or "-") and spot.word(k).isalpha() for k in range(size)):
            return None
        found = headed(spot.words(size)) if any(spot.proper(k) for k in range(size)) else None
        if found:
            return found, size
    return None


def _single(spot: Spot) -> Shape | None:
    found = one_word(spot.word()) or _district(spot)
    return (found, 1) if found else None


def _district(spot: Spot) -> Found | None:
    """Berlin-Buckow: a city, a hyphen and an unknown name, behind "in" and the like without article."""
    if not spot.proper() or spot.word(-1).lower() not in ("in", "aus", "nach", "bei"):
        return None
    city = gazetteer.lookup(spot.word().partition("-")[0]) if "-" in spot.word() else None
    if city is None or city.entry.kind != "city" or city.entry.grade != "sure":
        return None
    return Found(Entry(Toponym(spot.word()), "city", city.entry.country), rule="de.place.town")


def _town(spot: Spot) -> Shape | None:
    """Bad Birnbach, St. Georgen; behind "in" and the like also San Marcos, Fort Benning."""
    before = spot.word(-1).lower()
    far = spot.word() in words()["far_town_begins"] and before in ("in", "aus", "nach", "bei")
    near = spot.word() in words()["town_begins"] and before in ("in", "aus", "nach", "bei", "von", "und", ",")
    if not (far or near) or not (spot.adjoins() and spot.proper(1)):
        return None
    return Found(Entry(Toponym(f"{spot.word()} {spot.word(1)}"), "city", None), rule="de.place.town"), 2


def _after_type(spot: Spot) -> Shape | None:
    """Unknown proper nouns after their type: "auf der Insel Nias", "in der Kleinstadt Manaus Novo"."""
    before = spot.token(-1)
    kind = kind_before(before) if before else None
    if kind is None or not spot.proper():
        return None
    size = spot.run()
    toponym = Toponym(spot.words(size), preposition="auf" if kind == "island" else "in")
    return Found(Entry(toponym, kind, None), rule="de.place.typed"), size


def kind_before(token: Token) -> PlaceKind | None:
    """The kind of place that a noun makes of the name behind it: Insel, Kleinstadt, Provinz."""
    lower = token.text.lower()
    if token.tag != "NN" or not token.text[0].isupper():
        return None
    return next((kind for kind, endings in words()["typed"].items() if lower.endswith(tuple(endings))), None)


def ends_house(before: Token, last: Token) -> bool:
    """Whether a name behind an article ends like that of a building: "im Lancaster House"."""
    return before.text.lower() in _BEFORE_HOUSES and last.text in words()["building_behind"]


def _halved(spot: Spot) -> Shape | None:
    """Nord- in "Nord- und Südkorea"."""
    prefixes = words()["prefixes"]
    first, second = spot.word().removesuffix("-"), spot.word(2)
    if not spot.word().endswith("-") or first not in prefixes or spot.word(1) not in _JOINTS:
        return None
    bases = {second.removeprefix(prefix) for prefix in prefixes} - {second}
    found = next((found for base in sorted(bases) if (found := gazetteer.lookup(first + base))), None)
    return (found, 1) if found else None


def _capital(spot: Spot) -> Shape | None:
    """The capital in "der deutschen Hauptstadt", "Ägyptens Hauptstadt", "der Hauptstadt Vietnams", where no name follows."""
    if spot.word() != "Hauptstadt":
        return None
    before, after = spot.word(-1), spot.word(1)
    if after[:1].isupper():
        code, size = country_code(after) if after.endswith("s") else None, 2
    else:
        code, size = adjective_country(before) or country_code(before), 1
    city = capital(code) if code else None
    found = gazetteer.lookup(city) if city and code not in _FORMER else None
    return (Found(found.entry, rule="de.place.capital"), size) if found else None
