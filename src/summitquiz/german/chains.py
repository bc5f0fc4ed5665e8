"""Runs of words that may be a person's name: first names, initials, particles, surnames, a ruler's number.

A chain is only a candidate. How sure it is to be a person is for people.py to say, from what stands around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summitquiz.german import names
from summitquiz.german.countries import adjective_country, country_code, demonym_country
from summitquiz.german.offices import read_office
from summitquiz.model import Span, Token

MOST_WORDS = 7
_NAME_TAGS = frozenset({"NE", "FM", "XY"})


@dataclass(frozen=True, slots=True)
class Chain:
    """The tokens `first` to `last` (inclusive) of a sentence, as a possible name."""

    tokens: tuple[Token, ...]
    first: int
    last: int

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name as the text has them."""
        return tuple(token.text for token in self.tokens[self.first : self.last + 1])

    @property
    def span(self) -> Span:
        """From the first word's start to the last one's end."""
        return Span(self.tokens[self.first].span.start, self.tokens[self.last].span.end)

    def begins_with_first_name(self) -> bool:
        """Whether the first word is a first name or an initial, and another word follows."""
        return self.last > self.first and (names.is_first(self.words[0]) or names.is_initial(self.words[0]))


def find_chains(tokens: Sequence[Token]) -> list[Chain]:
    """All chains of a sentence, left to right, none overlapping another."""
    row = tuple(tokens)
    chains = []
    index = 0
    while index < len(row):
        last = _chain_end(row, index)
        if last is None:
            index += 1
        else:
            chains.append(Chain(row, index, last))
            index = last + 1
    return chains


def _chain_end(row: tuple[Token, ...], start: int) -> int | None:
    """The last token of the chain that begins at `start`, or None if none does."""
    if not _begins(row, start):
        return None
    end = start
    while end + 1 < len(row) and end - start + 1 < MOST_WORDS:
        step = _step(row, start, end)
        if step is None:
            break
        end = step
    return None if end == start and names.is_initial(row[end].text) else end


def _begins(row: tuple[Token, ...], index: int) -> bool:
    token = row[index]
    if names.is_initial(token.text):
        return index + 1 < len(row) and _is_name_word(row[index + 1])
    if token.text in names.words("titles", "linking"):
        return False
    return _is_name_word(token)


def _step(row: tuple[Token, ...], start: int, end: int) -> int | None:
    """The end of the chain when it takes what follows `end`: a name word, an initial, or particles and a name word."""
    if not _adjacent(row[end], row[end + 1]):
        return None
    following = row[end + 1]
    if names.is_initial(following.text) and _comes_name(row, end + 2):
        return end + 1
    if _is_letter_name(row, start, end):
        return end + 2
    if following.text in names.words("titles", "particles"):
        return _over_particles(row, end + 1)
    if end >= start and names.is_royal(following.text) and names.is_first(row[end].text):
        return end + 1
    if following.text in names.words("titles", "suffixes") and end > start:
        return end + 1
    return end + 1 if _continues(row, start, end) else None


def _comes_name(row: tuple[Token, ...], index: int) -> bool:
    if index >= len(row):
        return False
    text = row[index].text
    return _is_name_word(row[index]) or names.is_initial(text) or text in names.words("titles", "particles")


def _is_letter_name(row: tuple[Token, ...], start: int, end: int) -> bool:
    """Thomas L. at the end of a sentence, where the full stop is a token of its own: only before a bracket or a comma."""
    if end + 3 >= len(row) or not names.is_first(row[start].text):
        return False
    letter, dot, after = row[end + 1 : end + 4]
    return len(letter.text) == 1 and letter.text.isupper() and dot.text == "." and after.text in ("(", ",")


def _over_particles(row: tuple[Token, ...], index: int) -> int | None:
    """The name word behind one to three particles: Ursula [von der Leyen], Abu [Bakr al] …"""
    for end in range(index, min(index + 3, len(row) - 1)):
        if row[end].text not in names.words("titles", "particles") or not _adjacent(row[end], row[end + 1]):
            return None
        following = row[end + 1]
        if following.text not in names.words("titles", "particles"):
            return end + 1 if _is_name_word(following, loose=True) and following.text not in _places_after(row[end]) else None
    return None


def _places_after(particle: Token) -> frozenset[str]:
    """Words that turn "von X" into where somebody is from, or whose he is."""
    return names.words("not_names", "not_last", "nouns") if particle.text.islower() else frozenset()


def _continues(row: tuple[Token, ...], start: int, end: int) -> bool:
    """Whether the next word belongs to the name: a name by its tag or the lists; behind a first name any noun."""
    following = row[end + 1]
    if not _is_name_word(following, loose=True) or following.text in names.words("not_names", "not_last"):
        return False
    if following.tag in _NAME_TAGS or names.is_first(following.text):
        return True
    before = [row[index].text for index in range(start, end + 1)]
    named = all(names.is_first(word) or names.is_initial(word) for word in before)
    return named or (following.text in names.surnames() and any(names.is_first(word) for word in before) and len(before) < 3)


def _is_name_word(token: Token, *, loose: bool = False) -> bool:
    """Whether a word may be part of a name. `loose`: a name stands before it, so that a noun will do too."""
    text = token.text
    if not names.is_word(text) or text in names.not_names() or len(text) < 2:
        return False
    if text in names.words("titles", "masculine", "feminine", "either") or _is_other(text):
        return False
    if token.tag in _NAME_TAGS or names.is_first(text) or text in names.famous():
        return True
    return loose and token.tag in ("NN", "ADJA", "ADJD", "VVIMP", "VVFIN", "VVINF", "VVPP", "TRUNC", "ADV", "PIS", "CARD")


def _is_other(text: str) -> bool:
    """Whether a word names a country, its people, or an office."""
    if text in names.famous() and not country_code(text):
        return False
    office = read_office(text)
    if office is not None:
        return not (office.role and text in names.surnames())
    return bool(country_code(text) or adjective_country(text) or demonym_country(text))


def _adjacent(left: Token, right: Token) -> bool:
    """Whether nothing but one blank, or nothing at all, stands between two tokens."""
    return right.span.start - left.span.end <= 1
