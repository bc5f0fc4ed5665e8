"""Runs of words that may be a person's name: first names, initials, particles, surnames, a ruler's number.

A chain is only a candidate. How sure it is to be a person is for people.py to say, from what stands around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summitquiz.german import names
from summitquiz.german.chain_starts import true_start
from summitquiz.german.name_ends import body_at, ends_in_genitive, is_body, is_city, is_no_last, is_whole
from summitquiz.german.name_words import NAME_TAGS, is_name_word, is_possible
from summitquiz.german.offices import read_office
from summitquiz.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.model import Gender, Token

MOST_WORDS = 7
_SYLLABLES = re.compile(r"[A-Z][a-z]{1,3}-[A-Z][a-z]{2,5}")  # of a name that the tagger takes for a noun


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

    @property
    def before(self) -> Token | None:
        """The token before the chain."""
        return self.tokens[self.first - 1] if self.first else None

    @property
    def after(self) -> Token | None:
        """The token behind the chain."""
        return self.tokens[self.last + 1] if self.last + 1 < len(self.tokens) else None

    def begins_with_first_name(self) -> bool:
        """Whether the first word is a first name or an initial, and another word follows."""
        first, *others = self.words
        initial = names.is_initial(first) and not all(map(names.is_initial, others))
        return bool(others) and (names.is_first(first) or initial)

    def gender(self) -> Gender | None:
        """The gender that the first name tells; None for one word, and where the family name comes first."""
        family_first = self.words[0] in names.words("titles", "family_first")
        return names.first_gender(self.words[0]) if self.last > self.first and not family_first else None

    def without_particles(self) -> Chain | None:
        """The chain from its first word that is no particle; None if it does not begin with one."""
        start = self.first
        while start < self.last and self.tokens[start].text in names.linking() and not names.is_first(self.tokens[start].text):
            start += 1
        return Chain(self.tokens, start, self.last) if start > self.first else None


def find_chains(tokens: Sequence[Token]) -> list[Chain]:
    """All chains of a sentence, left to right, none overlapping another."""
    row = tuple(tokens)
    chains = []
    index = 0
    while index < len(row):
        if size := body_at(row, index):
            index += size
            continue
        last = _chain_end(row, index)
        if last is None:
            index += 1
        else:
            first = true_start(row, index, last)
            chains.append(Chain(row, first, last))
            index = last + 1
    return chains


def _chain_end(row: tuple[Token, ...], start: int) -> int | None:
    """The last token of the chain that begins at `start`, or None if none does."""
    end = _opening(row, start)
    if end is None:
        return None
    while end + 1 < len(row) and end - start + 1 < MOST_WORDS:
        step = _step(row, start, end)
        if step is None:
            break
        end = step
    return end


def _opening(row: tuple[Token, ...], start: int) -> int | None:
    """The last token of a chain's first part: a name word, an initial with what follows, particles and a name."""
    token = row[start]
    if names.is_initial(token.text):
        named = _name_at(row, start + 1) and _adjacent(row, start) and not is_city(row[start + 1])  # "H. Belgrad, 3. Juni"
        return start + 1 if named else None
    if token.text in names.linking() and not names.is_first(token.text):
        end = _over_particles(row, start)
        usable = end is not None and row[end].tag in NAME_TAGS and not names.is_first(row[end].text)
        begins = end is not None and end + 1 < len(row) and names.is_first(row[end + 1].text)  # "von Virginia [Tim Kaine]"
        return end if usable and not begins else None
    if start and names.is_title(row[start - 1].text) and is_possible(token):
        return start
    return start if is_name_word(token) else None


def _step(row: tuple[Token, ...], start: int, end: int) -> int | None:
    """The end of the chain when it takes what follows `end`: a name word, an initial, or particles and a name word."""
    if not _adjacent(row, end):
        return None
    following = row[end + 1].text
    if following in names.words("titles", "suffixes") and end > start:
        return end + 1
    numbered = names.is_royal(following) and (len(following) > 2 or not _name_at(row, end + 2))
    if numbered and (end == start or names.is_first(row[end].text)):
        return end + 1
    if names.is_initial(following):
        return end + 1 if _takes_initial(row, start, end) else None
    if _is_letter_name(row, start, end):
        return end + 2
    if following in names.words("titles", "particles"):
        return _over_particles(row, end + 1) if _takes_particle(row, start, end) else None
    return end + 1 if _continues(row, start, end) else None


def _takes_initial(row: tuple[Token, ...], start: int, end: int) -> bool:
    """Whether an initial goes on the name: George W. Bush, Werner H. Spross; or ends it: Günther P."""
    if end + 2 < len(row) and (is_possible(row[end + 2]) or names.is_initial(row[end + 2].text)):
        return True
    return end == start and names.is_first(row[end].text)


def _name_at(row: tuple[Token, ...], index: int) -> bool:
    """Whether a name, another initial or a particle stands at `index`."""
    if index >= len(row):
        return False
    text = row[index].text
    return is_possible(row[index]) or names.is_initial(text) or text in names.words("titles", "particles")


def _is_letter_name(row: tuple[Token, ...], start: int, end: int) -> bool:
    """Thomas L. where the full stop is a token of its own: only before a bracket or a comma."""
    if end + 3 >= len(row) or not names.is_first(row[start].text):
        return False
    letter, dot, after = row[end + 1 : end + 4]
    return len(letter.text) == 1 and letter.text.isupper() and dot.text == "." and after.text in ("(", ",")


def _takes_particle(row: tuple[Token, ...], start: int, end: int) -> bool:
    """Whether a particle may follow: a German preposition only behind first names (not "Klose vom FC Bayern")."""
    following = row[end + 1].text
    if following not in names.words("titles", "prepositions"):
        return True
    return all(names.is_first(row[index].text) or names.is_initial(row[index].text) for index in range(start, end + 1))


def _over_particles(row: tuple[Token, ...], index: int) -> int | None:
    """The name word behind one to three particles: Ursula [von der Leyen], Abdel [Fattah al] …"""
    for end in range(index, min(index + 3, len(row) - 1)):
        if not _adjacent(row, end):
            return None
        following = row[end + 1]
        if following.text in names.words("titles", "articles") and row[end].text in names.words("titles", "before_article"):
            continue
        if following.text not in names.words("titles", "particles"):
            return end + 1 if _closes_particles(row, index, end + 1) else None
    return None


def _closes_particles(row: tuple[Token, ...], index: int, last: int) -> bool:
    """Whether the word behind particles is a name; behind von, zu and their like only one tagged or listed as a name."""
    word = row[last]
    if not is_possible(word) or word.text in names.words("not_names", "not_last"):
        return False
    strict = row[index].text in names.words("titles", "prepositions")
    return not strict or word.tag in NAME_TAGS or word.text in names.surnames()


def _continues(row: tuple[Token, ...], start: int, end: int) -> bool:
    """Whether the next word belongs to the name: a name by its tag or the lists; behind first names any noun."""
    following = row[end + 1]
    if end == start and names.is_first(row[end].text) and names.is_common_surname(following.text):
        behind = row[end + 2] if end + 2 < len(row) else None
        another = behind is not None and (behind.tag in NAME_TAGS or names.is_first(behind.text))
        return not another  # Martin [Kaiser]; Kerry König Abdullah
    if not is_possible(following) or is_no_last(row, end + 1) or is_body(row, start, end + 1):
        return False
    before = [row[index].text for index in range(start, end + 1)]
    if is_whole(before) and names.is_first(following.text) and end + 2 < len(row) and is_possible(row[end + 2]):
        return False  # "hatte François Hollande [Angela Merkel] begleitet"
    if ends_in_genitive(before) or (len(before) > 1 and is_city(following)):
        return False
    if following.tag in {*NAME_TAGS, "VAINF"} or names.is_first(following.text) or following.text[0].islower():
        return True  # Thein [Sein], Zeid Raad [al-Hussein]
    if _SYLLABLES.fullmatch(following.text) and start and read_office(row[start - 1].text):
        return True  # der Delegierte Lumumba [Di-Aping]
    if len(before) == 1 and before[0] in names.words("not_names", "word_firsts") and start == 0:
        return following.text in names.surnames()
    complete = len(before) > 1 and before[-1] in names.surnames()  # Pernell Harris [Botschaften]
    if not complete and all(names.is_first(word) or names.is_initial(word) for word in before):
        return True
    return following.text in names.surnames() and len(before) < 3 and any(names.is_first(word) for word in before)


def _adjacent(row: tuple[Token, ...], left: int) -> bool:
    """Whether at most two blanks stand behind token `left`: newspapers' texts often double them."""
    return left + 1 < len(row) and row[left + 1].span.start - row[left].span.end <= 2
