"""Which tokens of a sentence name a place, and whether they do so here: not inside a club's, a newspaper's or a person's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summitquiz.german import gazetteer
from summitquiz.german.placegrammar import Setting, setting, words
from summitquiz.german.placepatterns import Spot, house, is_capitalised, shaped
from summitquiz.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summitquiz.german.gazetteer import Entry, Found
    from summitquiz.model import Token

_ARTICLES = ("der", "die", "das", "den", "dem", "des", "am", "im", "vom", "zum", "zur", "beim", "ans", "ins")
_MANY = ("die", "den", "der", "viele", "alle")  # before the plural of a people
_OF = ("der", "des", "von")
_DIRECT = ("in", "aus", "nach", "auf")  # what makes a doubtful name a place


@dataclass(frozen=True, slots=True)
class Match:
    """A name in a sentence: tokens `first` up to, not including, `last`."""

    first: int
    last: int
    found: Found
    setting: Setting


class PlaceNames:
    """The places named in one sentence. `taken`: spans of the persons in it."""

    def __init__(self, text: str, tokens: Sequence[Token], taken: Sequence[Span]) -> None:
        self.text = text
        self.tokens = tokens
        self.taken = taken

    def __iter__(self) -> Iterator[Match]:
        position = 0
        while position < len(self.tokens):
            match, position = self._match(position)
            if match:
                yield match

    def span(self, first: int, last: int) -> Span:
        """The span of tokens `first` up to, not including, `last`."""
        return Span(self.tokens[first].span.start, self.tokens[last - 1].span.end)

    def word(self, position: int) -> str | None:
        """The token at a position, None beyond the sentence."""
        return self.tokens[position].text if 0 <= position < len(self.tokens) else None

    def certain(self, match: Match) -> bool:
        """Whether a name that is also a word, a person's or a people's stands as a place's does."""
        entry, here, name = match.found.entry, match.setting, self.word(match.first)
        if name in words()["peoples"] and (self.word(match.first - 1) or "").lower() in _MANY:
            return False
        if entry.grade == "sure" or here.type_noun:
            return True
        if entry.grade == "town":
            return here.preposition is not None or self.tokens[match.first].tag == "NE"
        return here.direct and here.preposition in _DIRECT

    def _match(self, position: int) -> tuple[Match | None, int]:
        """The longest name at a token, and where to go on."""
        token = self.tokens[position]
        if not is_capitalised(token.text):
            return None, position + 1
        if whole := house(self._spot(position)):
            return self._as_match(position, *whole)
        for last in range(min(position + gazetteer.most_words(token.text), len(self.tokens)), position, -1):
            span = self.span(position, last)
            name = span.of(self.text)
            if gazetteer.is_other(name):
                return None, last
            found = gazetteer.lookup(name) or _capitals(name)
            if found and not self._is_taken(span) and not self._runs_on(last):
                match = Match(position, last, found, setting(self.tokens, position, found.genitive))
                return (match if self._is_place(match) else None), last
        return self._shaped(position)

    def _runs_on(self, last: int) -> bool:
        """Whether the name's last word begins another one: "Berliner Schloss" in "im Berliner Schloss Bellevue"."""
        if last >= len(self.tokens) or self.tokens[last - 1].text not in words()["building_first"]:
            return False
        return gazetteer.lookup(self.span(last - 1, last + 1).of(self.text)) is not None

    def _shaped(self, position: int) -> tuple[Match | None, int]:
        """A name by its shape at a token that begins none of the lists."""
        shape = None if self._is_taken(self.tokens[position].span) else shaped(self._spot(position))
        return self._as_match(position, *shape) if shape else (None, position + 1)

    def _spot(self, position: int) -> Spot:
        return Spot(self.text, self.tokens, position, self.taken)

    def _as_match(self, position: int, found: Found, size: int) -> tuple[Match, int]:
        return Match(position, position + size, found, setting(self.tokens, position, found.genitive)), position + size

    def _is_taken(self, span: Span) -> bool:
        return any(span.overlaps(name) for name in self.taken)

    def _is_place(self, match: Match) -> bool:
        return not self._in_other_name(match) and self._well_governed(match, match.found.entry)

    def _in_other_name(self, match: Match) -> bool:
        """Whether the words beside it make the name a club's, a court's, a newspaper's."""
        if self.word(match.first - 1) in words()["before"] or self.word(match.last) in words()["after"]:
            return True
        here, entry = match.setting, match.found.entry
        placed = here.preposition is not None and (here.direct or entry.toponym.article is not None)
        if gazetteer.is_double(entry.toponym.name):  # Berlin-Kreuzberg, but "die Achse Berlin-Paris"
            return not placed
        if placed or here.type_noun:
            return False
        return self._foreign(match.last) or (entry.kind == "city" and self._foreign(match.first - 1))

    def _foreign(self, position: int) -> bool:
        """Whether a proper noun stands here that is neither a person's nor a place's: then the name is part of a longer one."""
        if not 0 <= position < len(self.tokens):
            return False
        token = self.tokens[position]
        named = token.tag in ("NE", "FM") and token.text[0].isupper()
        return named and not self._is_taken(token.span) and gazetteer.lookup(token.text) is None

    def _well_governed(self, match: Match, entry: Entry) -> bool:
        """A river has its article, and what takes none has none, but for "im Berlin der Zwanziger" and relative "die"."""
        before = self.tokens[match.first - 1] if match.first else None
        article = before is not None and before.text.lower() in _ARTICLES
        if entry.toponym.article is None:
            of_a_time = entry.grade == "sure" and self.word(match.first - 1) in ("im", "Im") and self.word(match.last) in _OF
            relative = before is not None and before.tag == "PRELS"
            return not article or of_a_time or relative or entry.kind == "building" or entry.toponym.preposition == "auf"
        if entry.kind == "water" and " " not in entry.toponym.name:
            return article or match.setting.article is not None
        return True


def _capitals(name: str) -> Found | None:
    """A name in capital letters, as datelines have it: "BERLIN"."""
    return gazetteer.lookup(name.title()) if name.isupper() and len(name) > 4 else None
