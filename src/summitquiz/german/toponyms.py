"""Place names as nouns: article, preposition and cases of Irak, Niederlande, Weißes Haus, Schloss Elmau.

A toponym with an article is declined weakly after it ("in den Vereinigten Staaten"); without one it stands bare ("in Polen").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from summitquiz.model import Case

Article = Literal["der", "die", "das", "plural"]

_ARTICLES: dict[Article, dict[Case, str]] = {
    "der": {"nom": "der", "gen": "des", "dat": "dem", "acc": "den"},
    "die": {"nom": "die", "gen": "der", "dat": "der", "acc": "die"},
    "das": {"nom": "das", "gen": "des", "dat": "dem", "acc": "das"},
    "plural": {"nom": "die", "gen": "der", "dat": "den", "acc": "die"},
}
_STRONG: dict[Article, str] = {"der": "er", "die": "e", "das": "es", "plural": "e"}  # how the name's adjectives end in the file
_MASCULINE = ("Roter", "Großer", "Kleiner", "Naher", "Ferner", "Mittlerer", "Heiliger", "Neuer", "Alter", "Weißer", "Schwarzer")
_CONTRACTED = {
    "in dem": "im",
    "in das": "ins",
    "an dem": "am",
    "an das": "ans",
    "bei dem": "beim",
    "von dem": "vom",
    "zu dem": "zum",
}
_ENDLESS = re.compile("(?:as|es|(?<![ae])is|(?<!a)us)$|^Palais$")  # des Kaukasus, des Wallis, but des Hauses, des Kreises
_SIBILANTS = ("s", "ß", "x", "z", "ce")


def genitive(name: str) -> str:
    """A bare name in the genitive: Putins, Polens; after a sibilant an apostrophe (Merz', Honduras')."""
    if not name:
        raise ValueError("a name must not be empty")
    return f"{name}'" if name.endswith(_SIBILANTS) else f"{name}s"


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name with its grammar.

    `preposition` says where one is ("in", "auf", "an", "bei"); `of`, where given, is the whole genitive; `state`: no genitive
    -s after the article (des Irak, but des Weißen Hauses), and one comes "aus" it even when it is an island (aus Kuba, but von
    Sylt); `dative`: the name in the dative where the rules do not yield it; `fixed`: the first word is the noun, whatever its
    ending.
    """

    name: str
    article: Article | None = None
    preposition: str = "in"
    of: str | None = None
    state: bool = False
    dative: str | None = None
    fixed: bool = False

    def declined(self, case: Case) -> str:
        """The name alone, as it stands after its article: "Vereinigten Staaten" (dat), "Weißen Hauses" (gen)."""
        if case == "dat" and self.dative:
            return self.dative
        if self.article is None:
            return self.name
        words = self.name.split(" ")
        head = 0 if self.fixed else self._head(words)
        ending = "e" if self._keeps_e(case) else "en"
        cut = len(_STRONG[self.article])
        adjectives = [word[:-cut] + ending if self._bends(word) else word for word in words[:head]]
        return " ".join([*adjectives, self._noun(words[head], case), *words[head + 1 :]])

    def phrase(self, case: Case) -> str:
        """The name with its article where it has one: "die Schweiz", "dem Iran", "Polen"."""
        bare = self.declined(case)
        return f"{_ARTICLES[self.article][case]} {bare}" if self.article else bare

    def at(self) -> str:
        """Where: "in Polen", "im Irak", "auf den Philippinen"."""
        return self.after(self.preposition, "dat")

    def to(self) -> str:
        """Whither: "nach Polen", "in die Schweiz", "auf die Krim"."""
        if self.article is None:
            return self.after("nach", "dat") if self.preposition in ("in", "auf") else self.after("zu", "dat")
        return self.after("zu", "dat") if self.preposition == "bei" else self.after(self.preposition, "acc")

    def source(self) -> str:
        """Whence: "aus Polen", "aus der Schweiz", "von der Krim"."""
        out = self.preposition == "in" or (self.state and self.article is None)
        return self.after("aus" if out else "von", "dat")

    def genitive(self) -> str:
        """The genitive with its article: "Polens", "der Schweiz", "des Irak"."""
        return self.of or (self.phrase("gen") if self.article else genitive(self.name))

    def after(self, preposition: str, case: Case) -> str:
        """The phrase after a preposition, contracted where German does so: "im Irak", "beim Vatikan"."""
        phrase = self.phrase(case)
        if self.article is None:
            return f"{preposition} {phrase}"
        article, rest = phrase.split(" ", 1)
        joined = f"{preposition} {article}"
        return f"{_CONTRACTED.get(joined, joined)} {rest}"

    def _keeps_e(self, case: Case) -> bool:
        return self.article != "plural" and (case == "nom" or (case == "acc" and self.article != "der"))

    def _head(self, words: list[str]) -> int:
        """Where the head noun stands: after the words that end as adjectives do and that another capital follows."""
        assert self.article is not None
        for position, (word, following) in enumerate(pairwise(words)):
            town = (
                self.article == "der" and not word.endswith("scher") and word not in _MASCULINE
            )  # Genfer See: never inflected
            if town or not (word.endswith(_STRONG[self.article]) and following[0].isupper()):
                return self._last_capital(words) if self.article == "plural" else position
        return len(words) - 1

    def _bends(self, word: str) -> bool:
        """Whether a word before the noun is an adjective with an ending; "Genfer" in "Genfer See" has none."""
        assert self.article is not None
        town = self.article == "der" and not word.endswith("scher") and word not in _MASCULINE
        return word.endswith(_STRONG[self.article]) and not town

    @staticmethod
    def _last_capital(words: list[str]) -> int:
        """The last of the capitalised words at the beginning: Alpen in "Schweizer Alpen", Staaten in "Staaten von Amerika"."""
        return next((position for position, word in enumerate(words) if not word[0].isupper()), len(words)) - 1

    def _noun(self, noun: str, case: Case) -> str:
        if self.article in ("der", "das") and case == "gen" and not self.state:
            return noun + ("" if _ENDLESS.search(noun) else "es" if noun.endswith(("s", "ß", "x", "z")) else "s")
        if self.article == "plural" and case == "dat" and not noun.endswith(("n", "s")) and not noun.isupper():
            return f"{noun}n"
        return noun
