"""What a stem leaves open that only the article tells, or its headline: "das Abkommen", "hier"."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from summitquiz.german.anaphora import points_back
from summitquiz.german.vagueness import Unfit, mere_paper, some_people, synonyms, undefined, words
from summitquiz.german.worth import is_thin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.view import View
    from summitquiz.model import Stem, Token

_THERE = {"hier", "dort", "dazu", "hierzu", "dabei", "hierbei", "dagegen"}


_RELATIVE = {"der", "die", "das", "dem", "den", "dessen", "deren"}


class Floating:
    """What was met while a stem was written: `nouns` that the article has to define, others that point back, words left out."""

    def __init__(self) -> None:
        self.nouns: list[str] = []
        self.signed = False  # a paper is signed on a day at a place: no other was
        self._points_back = self._lost = self._place_lost = False

    def clear(self) -> None:
        """Begin anew."""
        self.nouns.clear()
        self._points_back = self._lost = self._place_lost = False

    def note(self, view: View, tokens: Sequence[Token], i: int, tail: Sequence[Token]) -> None:
        """Look at the word at `i`, which goes into the stem. `tail`: the clauses hung on behind."""
        told = (mere_paper(tokens, i) and (self.signed or tells_which(tail))) or _says_to_do_what(tokens[i], tail)
        if undefined(tokens, i) and not told:
            self.nouns.append(synonyms(tokens[i].text))
        self._points_back = self._points_back or some_people(tokens, i)
        self._points_back = self._points_back or points_back(view, tokens, i, hung=bool(tail))

    def dropped(self, token: Token) -> None:
        """Look at a word that is left out because it only links."""
        self._lost = self._lost or token.text.lower() in _THERE
        self._place_lost = self._place_lost or token.text.lower() in {"dort", "hier"}

    @property
    def vague(self) -> bool:
        """Whether a definite noun means what only the article, or its headline, tells."""
        return self._points_back or bool(self.nouns)

    def gate(self, stem: Stem, *, dated: bool, placed: bool) -> str:
        """The gate that stops a stem unless a headline says what it is about; "" where it stands by itself.

        `dated`: a day counts as a noun; `placed`: where it was needs no "dort". Raises Unfit for a stem that says
        too little because it lost a word that says where or to what.
        """
        thin = is_thin(stem, dated)
        if (thin and self._lost) or (self._place_lost and not placed):
            raise Unfit("too_little")  # "Wer wollte sich [hier] auf keinen Kompromiss einlassen?"
        return "vague" if self.vague else "too_little" if thin else ""


def tells_which(tail: Sequence[Token]) -> bool:
    """Whether a relative clause hangs on behind: "einen Vertrag unterzeichnet, der die Zölle abschafft"."""
    opening = [t for t in tail[:3] if not t.tag.startswith("APPR")]
    return [t.text for t in opening[:1]] == [","] and opening[1:2] != [] and opening[1].text in _RELATIVE


def _says_to_do_what(noun: Token, tail: Sequence[Token]) -> bool:
    """Whether an infinitive hangs on behind that tells what is meant: "der Versuch ist gescheitert, den Krieg abzuwenden"."""
    clause = list(takewhile(lambda t: t.text != ",", tail[1:]))
    infinitive = any(t.tag in {"PTKZU", "VVIZU"} for t in clause[-2:]) and not clause[0].tag.startswith("KOU")
    return infinitive and bool({noun.text, noun.lemma} & words("purposes"))
