"""Judges whether the noun groups of a German text agree: article, adjectives and noun in gender, number and case.

A group passes when one reading of it agrees; nouns that are not known pass. What a verb asks of its object is not judged.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from summitquiz.model import Article, Token
from summitquiz.reading.document import read
from tests.noun_forms import Reading, readings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

GENDERS, CASES = "mfnp", ("nom", "gen", "dat", "acc")
_PREPOSITIONS = {
    ("dat",): "mit bei von zu nach aus seit gegenüber außer samt",
    ("acc",): "für gegen ohne durch um pro per",
    ("dat", "acc"): "in an auf über unter vor hinter neben zwischen ab",
    ("gen", "dat"): "während wegen trotz angesichts statt anlässlich laut dank innerhalb außerhalb binnen",
}
GOVERNED = {word: cases for cases, words in _PREPOSITIONS.items() for word in words.split()}
CONTRACTED = {
    **dict.fromkeys("am im beim zum vom".split(), "dem"),
    **dict.fromkeys("ins ans fürs aufs ums durchs".split(), "das"),
    "zur": "der",
}
CONTRACTED_CASE = {"dem": ("dat",), "das": ("acc",), "der": ("dat",)}

# The endings of adjectives by declension, each row for one gender in the order of CASES.
STRONG = {"m": "er en em en", "f": "e er er e", "n": "es en em es", "p": "e er en e"}
WEAK = {"m": "e en en en", "f": "e en en e", "n": "e en en e", "p": "en en en en"}
MIXED = {"m": "er en en en", "f": "e en en e", "n": "es en en es", "p": "en en en en"}
ENDINGS = {
    (name, gender, case): ending
    for name, table in (("strong", STRONG), ("weak", WEAK), ("mixed", MIXED))
    for gender, row in table.items()
    for case, ending in zip(CASES, row.split(), strict=True)
}

# The endings of determiners likewise.
DER = {"m": "er es em en", "f": "e er er e", "n": "es es em es", "p": "e er en e"}
EIN = {"m": "- es em en", "f": "e er er e", "n": "- es em -", "p": "e er en e"}
ARTICLE = {"m": "der des dem den", "f": "die der der die", "n": "das des dem das", "p": "die der den die"}
SINGULAR_ONLY = {"ein", "jed"}

FIGURES = set("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split())
UNCOUNTED = set("Uhr Prozent Grad Mann Mal Euro Dollar Pfund Stück Yen Rubel Franken Prozentpunkte".split())
INSIDE = {"ADJA", "CARD", "ADV", "ADJD", "PIAT", "PIDAT"}
DETERMINERS = {"ART", "PDAT", "PPOSAT", "PIAT", "PIDAT", "PWAT", "PIS", "APPRART"}
NAME_BEGINS = {"Premier", "Super", "Union"}  # of English names: Premier League, Super Bowl, Union Buildings
FIXED = {("ein", "paar"), ("vor", "allem")}
MEASURED = re.compile(r"(?:end|alt|lang|breit|hoh|groß|teur)e[nmrs]?$")
MAY_BE_RELATIVE = set("der die das den dem".split())


class Group(NamedTuple):
    """A noun group: the cases its preposition allows, its determiner in lower case or "", its adjectives, its noun."""

    text: str
    cases: tuple[str, ...]
    determiner: str
    adjectives: tuple[str, ...]
    noun: str
    counted: bool  # zwei, drei … stands in it


def disagreeing(text: str) -> list[str]:
    """The noun groups of a text that agree in no reading, in order."""
    sentences = read(Article("text", text)).sentences
    found = [one for sentence in sentences for one in groups(sentence.tokens, text)]
    return [ways[0].text for ways in found if not any(agrees(group) for group in ways)]


def agrees(group: Group) -> bool:
    """Whether some gender, number and case fits article, adjectives, noun and preposition; True for unknown nouns."""
    known = readings(group.noun)
    return not known or any(
        (reading.gender, reading.case) == (option.gender, option.case)
        and reading.declension in ("", option.declension)
        and reading.case in group.cases
        and all(_fits(adjective, option) for adjective in group.adjectives)
        for reading, option in product(known, _options(group))
    )


def groups(tokens: Sequence[Token], text: str) -> Iterator[list[Group]]:
    """The noun groups of a sentence that begin with an article, another determiner, an adjective or a figure.

    A group has several ways to be read where its noun may be an adjective of the next noun (ans Tote Meer) or a word before it
    the noun (beim RBB-Sender Radioeins).
    """
    end = 0
    for start in range(len(tokens)):
        stop = _behind(tokens, start)
        if start < end or not _begins(tokens, start) or not _is_noun(tokens, stop):
            continue
        end = stop + 1
        ways = [_group(tokens, start, stop, text)]
        if _as_adjective(tokens, stop):
            ways.append(_group(tokens, start, stop + 1, text))
        ways += [_group(tokens, start, at, text) for at in range(start + 1, stop) if _may_be_noun(tokens[at])]
        measured = ways[0].determiner and any(t.tag == "CARD" for t in tokens[start:stop])
        if not measured and not _belongs_to_later(tokens, stop):
            yield ways


def _behind(tokens: Sequence[Token], start: int) -> int:
    """Where the words that may stand between a group's first word and its noun end."""
    stop = start + 1
    while stop < len(tokens) and (tokens[stop].tag in INSIDE or _joins(tokens, stop)):
        stop += 1
    return stop


def _group(tokens: Sequence[Token], start: int, stop: int, text: str) -> Group:
    first = tokens[start].text.lower()
    inside = tokens[start:stop]
    determiner = CONTRACTED.get(first, first) if _determiner(first) or first in CONTRACTED else ""
    governed = _governed(tokens, start)
    cases = CONTRACTED_CASE[determiner] if first in CONTRACTED else governed or CASES
    begin = tokens[start - 1 if governed else start].span.start
    return Group(
        text[begin : tokens[stop].span.end],
        cases,
        determiner,
        tuple(t.text for t in inside[1 if determiner else 0 :] if t.tag in {"ADJA", "NN", "PIAT", "PIDAT"}),
        tokens[stop].text,
        any(t.text.lower() in FIGURES for t in inside) and tokens[stop].text not in UNCOUNTED,
    )


def _governed(tokens: Sequence[Token], start: int) -> tuple[str, ...] | None:
    """The cases that a preposition before a group allows; None without one."""
    before = [token.text.lower() for token in tokens[max(0, start - 5) : start]]
    if not before or tokens[start - 1].tag != "APPR":
        return None
    from_there = before[-1] == "aus" and {"von", "vom"} & set(before)  # von der Station aus
    to_be = before[-1] == "zu" and tokens[start].tag in {"ADJA", "PIAT"}  # die zu schaffende Verfassung, zu wenig Anreize
    behind = before[-1] == "nach" and {"vernehmen", "meinung", "ansicht"} & set(before)  # dem Vernehmen nach
    return None if from_there or to_be or behind else GOVERNED.get(before[-1])


def _begins(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    word = token.text.lower()
    if word in FIGURES:
        return True
    if (word in MAY_BE_RELATIVE or word.startswith("welch")) and any(t.text == "," for t in tokens[max(0, at - 2) : at]):
        return False  # "der Präsident, den Minister schätzen"
    if any(pair in FIXED for pair in ((_word(tokens, at - 1), word), (word, _word(tokens, at + 1)))):
        return False
    if word == "ihr" and at and tokens[at - 1].tag == "APPR":
        return False  # "von ihr geplante Gespräche"
    if token.tag in DETERMINERS and (word in CONTRACTED or _determiner(word)):
        return True
    before_figure = at + 1 < len(tokens) and tokens[at + 1].tag == "CARD"  # a verb with a wrong tag: hier gelten drei Regeln
    return token.tag in {"ADJA", "PIAT", "PIDAT"} and not before_figure


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text.lower() if 0 <= at < len(tokens) else ""


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma or "und" stands between two adjectives: "ein kurzes, offenes Gespräch"."""
    around = tokens[at - 1 : at + 2]
    return len(around) == 3 and around[1].text in {",", "und", "oder"} and around[0].tag == around[2].tag == "ADJA"


def _is_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun that can be judged stands there: no acronym, no first word of a name (Westminster Abbey)."""
    if at >= len(tokens):
        return False
    word, tag = tokens[at].text, tokens[at].tag
    named = at + 1 < len(tokens) and tokens[at + 1].tag in {"NE", "FM"} and (tag == "NE" or word in NAME_BEGINS)
    place = tag == "NE" and "-" not in word
    return (tag == "NN" or place) and not named and not word.isupper()


def _may_be_noun(token: Token) -> bool:
    """Whether a word may be a noun despite its tag: beim RBB-Sender Radioeins, die Ankünfte Anfang Mai; not das Weiße Haus."""
    word = token.text
    hyphened = "-" in word and word.rpartition("-")[2][:1].isupper()
    return hyphened or (word[:1].isupper() and {r.declension for r in readings(word)} == {""})


def _belongs_to_later(tokens: Sequence[Token], at: int) -> bool:
    """Whether an adjective that takes an object or a measure follows the noun: das zwei Stunden lange Treffen."""
    return at + 1 < len(tokens) and tokens[at + 1].tag == "ADJA" and bool(MEASURED.search(tokens[at + 1].text))


def _as_adjective(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun looks like the adjective of the noun behind it."""
    return tokens[at].text.endswith(("e", "en", "er", "es")) and at + 1 < len(tokens) and tokens[at + 1].tag == "NN"


def _options(group: Group) -> Iterator[Reading]:
    """What the determiner can be, with the declension that it asks of the words behind it."""
    if group.determiner:
        found = iter(_determiner(group.determiner))
    else:  # without a preposition, what stands before may decline the adjective: die von ihr geplanten Gespräche
        kinds = ("strong",) if len(group.cases) < len(CASES) or group.counted else ("strong", "weak", "mixed")
        found = (Reading(*parts) for parts in product(GENDERS, CASES, kinds))
    yield from (option for option in found if option.gender == "p" or not group.counted)


@cache
def _determiner(word: str) -> tuple[Reading, ...]:
    """The readings of a determiner; empty for any other word."""
    tables = [("", ARTICLE, "weak")]
    tables += [(stem, DER, "weak") for stem in ("dies", "jen", "jed", "welch", "manch", "all")]
    tables += [(stem, EIN, "mixed") for stem in ("ein", "kein", "mein", "dein", "sein", "ihr", "unser", "unsr", "euer", "eur")]
    return tuple(
        Reading(gender, case, declension)
        for stem, table, declension in tables
        for gender, row in table.items()
        for case, ending in zip(CASES, row.split(), strict=True)
        if stem + ending.strip("-") == word and not (gender == "p" and stem in SINGULAR_ONLY)
    )


def _fits(adjective: str, option: Reading) -> bool:
    """Whether the adjective has the ending wanted. Ordinals in figures, the 1990er and Berliner have none."""
    if adjective.endswith("er") and not adjective[0].islower():
        return True
    ending = re.search(r"e[nrms]?$", adjective)
    return ending is None or ending[0] == ENDINGS[option.declension, option.gender, option.case]
