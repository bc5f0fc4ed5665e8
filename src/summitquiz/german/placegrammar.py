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
_MOST_ADJECTIVES = 4


@dataclass(frozen=True, slots=True)
class Setting:
    """How a name stands in its phrase.

    `start`: index of the phrase's first token; `preposition` as a Place has it, `near`: the preposition's own word, whatever
    it is; `article`: an article (also one inside "im") stands there; `direct`: nothing stands between preposition and name;
    `type_noun`: "Hafenstadt"; `stated`: the country the words give; `outer`: the noun before the preposition (Regierung in …).
    """

    start: int
    preposition: str | None = None
    near: str | None = None
    article: bool = False
    direct: bool = False
    type_noun: str | None = None
    stated: str | None = None
    adjectives: int = 0
    outer: str | None = None


@cache
def words() -> dict[str, Any]:
    """words/places.yaml, its lists as sets."""
    data = lexicon.load("places")
    return {key: frozenset(map(str, value)) if isinstance(value, list) else value for key, value in data.items()}


def setting(tokens: Sequence[Token], first: int, genitive: bool) -> Setting:
    """How the name that begins at token `first` stands; `genitive`: it may depend on a noun before it ("Osten Russlands")."""
    return _Walk(tokens, first).run(genitive)


def is_type_noun(token: Token) -> bool:
    """Whether a place's name can follow this noun as its own: Hafenstadt, Insel, Provinz."""
    if not token.text[0].isupper() or token.tag not in ("NN", "NE"):
        return False
    lower = token.text.lower()
    return token.text in words()["type_words"] or lower.endswith(_type_endings())


@cache
def _type_endings() -> tuple[str, ...]:
    return tuple(words()["type_endings"])


class _Walk:
    """Reads the tokens leftwards from a name."""

    def __init__(self, tokens: Sequence[Token], first: int) -> None:
        self.tokens = tokens
        self.first = first
        self.at = first - 1  # the next token to read
        self.article = False
        self.stated: str | None = None
        self.type_noun: str | None = None
        self.adjectives = 0

    def run(self, genitive: bool) -> Setting:
        if genitive or self._determiner_before_name():
            self._direction()
        else:
            self._type_noun()
        self._adjectives()
        self._determiner()
        return self._preposition()

    def _token(self) -> Token | None:
        return self.tokens[self.at] if self.at >= 0 else None

    def _determiner_before_name(self) -> bool:
        """Whether "im Westen der Ukraine" stands here: a direction, an article, the name."""
        before = self.tokens[self.at - 1] if self.at >= 1 else None
        token = self._token()
        return bool(before and token and token.text in ("der", "des") and before.text in words()["directions"])

    def _direction(self) -> None:
        token = self._token()
        if token and token.text in ("der", "des"):
            self.at -= 1
            token = self._token()
        if token and token.text in words()["directions"]:
            self.type_noun = token.text
            self.at -= 1
        else:
            self.at = self.first - 1

    def _type_noun(self) -> None:
        token = self._token()
        if token and is_type_noun(token):
            self.type_noun = token.text
            self.at -= 1
            owner = self._token()
            code = country_code(owner.text) if owner and owner.text.endswith(("s", "'", "’")) else None
            if code:
                self.stated = code
                self.at -= 1

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
            self.article = True
            self.at -= 1

    def _preposition(self) -> Setting:
        token = self._token()
        near = (
            token.text.lower()
            if token and (token.tag in ("APPR", "APPRART") or token.text.lower() in words()["prepositions"])
            else None
        )
        if near is None:
            bare = self.at + 1 if self.article or self.adjectives or self.type_noun else self.first
            return Setting(bare, None, None, self.article, False, self.type_noun, self.stated, self.adjectives)
        direct = self.at == self.first - 1
        contracted = near not in ("in", "an") and near in ("im", "ins", "am", "ans", "beim", "vom", "zum", "zur", "aufs")
        outer = self.tokens[self.at - 1].text if self.at >= 1 else None
        preposition = words()["prepositions"].get(near)
        return Setting(
            self.at, preposition, near, self.article or contracted, direct, self.type_noun, self.stated, self.adjectives, outer
        )
