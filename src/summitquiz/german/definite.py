"""Noun phrases with a definite article, and what beside a noun tells it from others of its kind. Words: words/vague.yaml."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.countries import adjective_country, capital_country

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.model import Token

DEFINITE = frozenset("der die das dem den des am im zum zur vom beim ins".split())
INDEFINITE = frozenset("ein eine einen einem einer".split())
_COMPLEMENTS = frozenset(
    "der des seines ihres seiner ihrer von vom zwischen eines einer mit über zur zum in im für gegen auf".split()
)
_OWNERS = frozenset("der des von vom aus beider".split())
_LONGEST_ATTRIBUTE = 7  # words before a noun among which its article is looked for
_ATTRIBUTE, _ATTRIBUTE_END = {"ADJA", "ADJD", "ADV"}, {"ADJA", "VVFIN"}  # a participle is often tagged as a verb


def definite(tokens: Sequence[Token], i: int) -> bool:
    """Whether a definite article opens the noun phrase with its head at `i`, and no adjective in it tells the noun from others.

    "das Urteil", "das mit Spannung erwartete Urteil"; not "das deutsche Urteil".
    """
    j = i - 1
    while j >= 0 and tokens[j].tag in _ATTRIBUTE:
        if _tells(tokens[j].text):
            return False
        j -= 1
    if j >= 0 and tokens[j].text.lower() in DEFINITE:
        return True
    attribute = tokens[max(0, i - _LONGEST_ATTRIBUTE) : i]
    return bool(attribute) and attribute[-1].tag in _ATTRIBUTE_END and _spans_attribute(attribute)


def _spans_attribute(attribute: Sequence[Token]) -> bool:
    """Whether an article opens "das mit Spannung erwartete": a preposition or a counted noun right behind it."""
    for k, (article, behind) in enumerate(pairwise(attribute)):
        counted = [t.tag for t in attribute[k + 1 : k + 3]] == ["CARD", "NN"]  # "das 35 Artikel umfassende Papier"
        if article.tag in {"ART", "PDS"} and article.text.lower() in DEFINITE and (behind.tag == "APPR" or counted):
            return True
    return False


def _tells(adjective: str) -> bool:
    """Whether an adjective names a country, belongs to a name, or says between whom."""
    last = adjective.rpartition("-")[2]
    stem = adjective.lower().rstrip("nmrs").removesuffix("e")
    return adjective[0].isupper() or adjective_country(last) is not None or stem in lexicon.load("vague")["telling"]


def told_by(tokens: Sequence[Token], i: int) -> bool:
    """Whether a genitive, a name or a "von" behind a noun says of whom."""
    return i < len(tokens) and (tokens[i].tag in {"NE", "ADJA"} or tokens[i].text.lower() in _OWNERS)


def in_capital(tokens: Sequence[Token], i: int) -> bool:
    """Whether a capital behind a government tells whose it is: "die Regierung in Addis Abeba"."""
    if i >= len(tokens) or tokens[i].text != "in":
        return False
    name = [t.text for t in tokens[i + 1 : i + 3] if t.tag == "NE"]
    return any(capital_country(" ".join(name[:n])) for n in (1, 2))


def idiom(tokens: Sequence[Token], i: int) -> bool:
    """Whether a noun only belongs to a turn of phrase: "auf den [Weg] gebracht", "in der [Lage]"."""
    before = " ".join(t.text.lower() for t in tokens[max(0, i - 2) : i])
    return any(f" {before} {tokens[i].text}".endswith(f" {turn}") for turn in lexicon.load("vague")["turns"])


def complements(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word opens what tells the noun before it from others of its kind: a genitive, a name, "von", "zwischen".

    "auf einer Pressekonferenz" and "in einer Rede" tell where something was said.
    """
    token, behind = tokens[i], tokens[i + 1].text if i + 1 < len(tokens) else ""
    if token.text in {"auf", "in"} and behind in {"einer", "einem"}:
        return False
    genitive = token.tag == "ADJA" and token.text.endswith("er")  # "die Namen prominenter Spender"
    return genitive or token.tag in {"NE", "CARD"} or token.text.lower() in _COMPLEMENTS
