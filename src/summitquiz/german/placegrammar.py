"""What stands before a place's name: preposition, article, adjectives, "Hauptstadt", "im Osten", "Ägyptens"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from summitquiz.german import lexicon
from summitquiz.german.countries import adjective_country, country_code

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.model import Token

_DETERMINERS = ("ART", "PPOSAT", "PDAT", "PIAT")
_CONTRACTED = {
    **dict.fromkeys(("im", "am", "beim", "vom", "zum"), "dem"),
    **dict.fromkeys(("ins", "ans", "aufs"), "das"),
    "zur": "der",
}
_MASCULINE = ("ort", "staat", "bezirk", "kreis", "raum", "osten", "westen", "norden", "süden")
_MOST_ADJECTIVES = 4


@dataclass(frozen=True, slots=True)
class Setting:
    """How a name stands in its phrase.

    `start`: index of the phrase's first token; `preposition` as a Place has it, `near`: the preposition's own word, whatever
    it is; `article`: the article before the name, in lower case, dem for the one inside "im"; `direct`: nothing stands between
    preposition and name; `type_noun`: "Hafenstadt"; `part`: "Osten" in "im Osten Russlands"; `stated`: the country the words
    give; `outer`: the noun before the preposition (Regierung in …).
    """

    start: int
    preposition: str | None = None
    near: str | None = None
    article: str | None = None
    direct: bool = False
    type_noun: str | None = None
    part: str | None = None
    stated: str | None = None
    outer: str | None = None


@cache
def words() -> dict[str, Any]:
    """words/places.yaml, its lists as sets."""
    data = lexicon.load("places")
    return {key: frozenset(map(str, value)) if isinstance(value, list) else value for key, value in data.items()}


def setting(tokens: Sequence[Token], first: int, genitive: bool) -> Setting:
    """How the name that begins at token `first` stands; `genitive`: it may depend on a noun before it ("Osten Russlands")."""
    return _Walk(tokens, first).run(genitive)


def leads_there(here: Setting, article: str | None) -> bool:
    """Whether in, auf or an takes the accusative here, so that the words say whither: "in die Türkei", "ins Weiße Haus".

    `article`: the name's own, as its Toponym has it, which tells "in den Iran" from "in den USA".
    """
    if here.preposition not in ("in", "auf", "an"):
        return False
    if here.article == "den":
        noun = (here.part or here.type_noun or "").lower()
        return noun.endswith(_MASCULINE) if noun else article == "der"
    return here.article in ("die", "das", "eine", "einen", "ein", "diese", "diesen", "ihre", "seine")


def is_type_noun(token: Token) -> bool:
    """Whether a place's name can follow this noun as its own: Hafenstadt, Insel, Provinz."""
    if not token.text[0].isupper() or token.tag not in ("NN", "NE"):
        return False
    lower = token.text.lower()
    return token.text.rpartition("-")[2] in words()["type_words"] or lower.endswith(_type_endings())


def is_region_noun(noun: str | None) -> bool:
    """Whether a noun makes a region of the city's name behind it: "die Provinz Kandahar"."""
    return noun is not None and noun.lower().endswith(tuple(words()["region_endings"]))


@cache
def _type_endings() -> tuple[str, ...]:
    return tuple(words()["type_endings"])


class _Walk:
    """Reads the tokens leftwards from a name."""

    def __init__(self, tokens: Sequence[Token], first: int) -> None:
        self.tokens = tokens
        self.first = first
        self.at = first - 1  # the next token to read
        self.article: str | None = None
        self.stated: str | None = None
        self.type_noun: str | None = None
        self.adjectives = 0
        self.part: str | None = None

    def run(self, genitive: bool) -> Setting:
        if not genitive:
            self._type_noun()
            self._owner()
            self._adjectives()
            self._determiner()
        if not self._part(genitive) and genitive:
            return Setting(self.first)
        return self._setting()

    def _token(self, back: int = 0) -> Token | None:
        return self.tokens[self.at - back] if self.at >= back else None

    def _type_noun(self) -> None:
        token = self._token()
        if token and is_type_noun(token):
            self.type_noun = token.text
            self.at -= 1

    def _owner(self) -> None:
        """Ägyptens in "Ägyptens Hauptstadt Kairo"."""
        owner = self._token()
        self.stated = country_code(owner.text) if owner and owner.text.endswith(("s", "'", "’")) else None
        self.at -= 1 if self.stated else 0

    def _adjectives(self) -> None:
        while (token := self._token()) and self.adjectives < _MOST_ADJECTIVES:
            country = adjective_country(token.text) if token.tag in ("ADJA", "ADJD", "NN", "NE") else None
            if not (country or token.tag == "ADJA" or token.text[0].isdigit()):
                return
            self.stated = self.stated or country
            self.adjectives += 1
            self.at -= 1

    def _determiner(self) -> None:
        token = self._token()
        if token and token.tag in _DETERMINERS:
            self.article = token.text.lower()
            self.at -= 1

    def _part(self, genitive: bool) -> bool:
        """Step over "im Osten" before a genitive or "von": "im äußersten Osten Russlands", "in der Nähe von Kiew"."""
        link = self._token()
        owned = genitive or (self.at + 1 < self.first and self.tokens[self.at + 1].text in ("der", "des"))
        if link and link.text == "von":
            part = self._token(1)
        elif owned:
            part = link
        else:
            return False
        if part is None or not (part.text in words()["directions"] or part.text == "Nähe"):
            return False
        self.part, self.article = part.text, None
        self.at -= 1 if part is link else 2
        self._adjectives()
        self._determiner()
        return True

    def _setting(self) -> Setting:
        token = self._token()
        known = words()["prepositions"]
        near = token.text.lower() if token and (token.tag in ("APPR", "APPRART") or token.text.lower() in known) else None
        described = self.article or self.adjectives or self.type_noun
        outer = self.tokens[self.at - 1].text if near and self.at >= 1 else None
        preposition = "nahe" if self.part == "Nähe" else known.get(near)
        return Setting(
            start=self.at if near else self.at + 1 if described else self.first,
            preposition=preposition if near else None,
            near=near,
            article=_CONTRACTED.get(near or "") or self.article,
            direct=near is not None and self.at == self.first - 1,
            type_noun=self.type_noun,
            part=self.part,
            stated=self.stated,
            outer=outer,
        )
