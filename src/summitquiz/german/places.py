"""Places: cities, countries, buildings, regions, islands and waters, with the phrase that they stand in.

Rule ids: de.place.city, .country, .building, .region, .island, .water, .continent, .other, .street by what it is;
de.place.dateline at the head of a report; de.place.metonym where the name stands for a government or nothing shows a place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summitquiz.german import gazetteer
from summitquiz.german.countries import capital_country, country_code
from summitquiz.german.placegrammar import Setting, setting, words
from summitquiz.model import Kind, Mention, Place, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summitquiz.german.gazetteer import Entry, Found
    from summitquiz.model import Document, Sentence, Token

_ARTICLES = ("der", "die", "das", "den", "dem", "des", "am", "im", "vom", "zum", "zur", "beim", "ans", "ins")
_JOINTS = ("und", "oder", "sowie", "/", "bis", "&")


@dataclass(frozen=True, slots=True)
class _Match:
    """A name in a sentence: tokens `first` up to, not including, `last`."""

    first: int
    last: int
    found: Found
    setting: Setting


def find_places(document: Document, people: Sequence[Mention]) -> list[Mention]:
    """All places of a document in text order. `people`: the persons found before; what overlaps one is no place."""
    taken = [mention.span for mention in people]
    mentions: list[Mention] = []
    paragraph = -1
    for sentence in document.sentences:
        names = [span for span in taken if span.overlaps(sentence.span)]
        reader = _Reader(document.article.text, sentence, names, opens=sentence.paragraph != paragraph)
        mentions.extend(reader.mentions())
        paragraph = sentence.paragraph
    return mentions


class _Reader:
    """Finds the places of one sentence. `opens`: it is the first of its paragraph, where a dateline may stand."""

    def __init__(self, text: str, sentence: Sentence, taken: Sequence[Span], opens: bool) -> None:
        self.text = text
        self.tokens: Sequence[Token] = sentence.tokens
        self.taken = taken
        self.opens = opens

    def mentions(self) -> Iterator[Mention]:
        previous: _Match | None = None
        dateline = self.opens
        for match in self._matches():
            match = self._joined(match, previous)
            dateline = dateline and self._heads_report(match, previous)
            yield self._mention(match, dateline)
            previous = match

    def _matches(self) -> Iterator[_Match]:
        position = 0
        while position < len(self.tokens):
            match, position = self._match(position)
            if match:
                yield match

    def _match(self, position: int) -> tuple[_Match | None, int]:
        """The longest name at a token, and where to go on."""
        token = self.tokens[position]
        if not token.text[0].isupper():
            return None, position + 1
        longest = gazetteer.MOST_WORDS if gazetteer.may_start(token.text) else 1
        for last in range(min(position + longest, len(self.tokens)), position, -1):
            span = self._span(position, last)
            words_here = span.of(self.text)
            if gazetteer.is_other(words_here):
                return None, last
            found = gazetteer.lookup(words_here) or _capitals(words_here)
            if found and not any(span.overlaps(name) for name in self.taken):
                here = setting(self.tokens, position, found.genitive)
                if found.genitive and not here.type_noun:  # "in Ägyptens Hauptstadt": the preposition is the next noun's
                    here = Setting(position)
                match = _Match(position, last, found, here)
                return (match if self._accepted(match) else None), last
        return None, position + 1

    def _span(self, first: int, last: int) -> Span:
        return Span(self.tokens[first].span.start, self.tokens[last - 1].span.end)

    # --- is it a place at all? ---

    def _accepted(self, match: _Match) -> bool:
        entry = match.found.entry
        return not self._in_other_name(match) and self._well_governed(match, entry) and self._grade_met(match, entry)

    def _in_other_name(self, match: _Match) -> bool:
        before = self._text(match.first - 1)
        after = self.tokens[match.last] if match.last < len(self.tokens) else None
        if before in words()["before"] or (after is not None and after.text in words()["after"]):
            return True
        placed = match.setting.preposition is not None and match.setting.direct
        return bool(
            after and after.tag in ("NE", "FM") and after.text[0].isupper() and not placed and not self._starts_name(match.last)
        )

    def _starts_name(self, position: int) -> bool:
        """Whether a person or a place begins at this token."""
        token = self.tokens[position]
        return any(token.span.overlaps(name) for name in self.taken) or gazetteer.lookup(token.text) is not None

    def _well_governed(self, match: _Match, entry: Entry) -> bool:
        """A name that takes an article has one, and one that takes none has none."""
        before = self.tokens[match.first - 1] if match.first else None
        article = before is not None and before.text.lower() in _ARTICLES
        if entry.toponym.article is None:
            return not (before is not None and article and before.tag != "PRELS") or entry.toponym.preposition == "auf"
        if entry.kind == "water" and " " not in entry.toponym.name:
            return article or match.setting.article
        return True

    def _grade_met(self, match: _Match, entry: Entry) -> bool:
        name = self._text(match.first)
        placed = match.setting.preposition is not None
        if name in words()["peoples"] and self._text(match.first - 1) in ("die", "den", "der", "viele", "Die", "Viele", "alle"):
            return False
        if entry.grade == "sure" or match.setting.type_noun:
            return True
        if entry.grade == "town":
            return placed or self.tokens[match.first].tag == "NE"
        return placed and match.setting.direct and match.setting.preposition in ("in", "aus", "nach", "bei", "auf")

    def _text(self, position: int) -> str | None:
        return self.tokens[position].text if 0 <= position < len(self.tokens) else None

    # --- how does it stand? ---

    def _joined(self, match: _Match, previous: _Match | None) -> _Match:
        """In "in Paris und den Niederlanden" the second name shares the first one's preposition."""
        here = match.setting
        if previous is None or here.near is not None or here.start != previous.last + 1:
            return match
        joint = self._text(previous.last)
        listed = joint == "," and self._text(match.last) in (",", *_JOINTS)
        if joint in _JOINTS or listed:
            before = previous.setting
            return replace(match, setting=replace(here, preposition=before.preposition, near=before.near, direct=before.direct))
        return match

    def _heads_report(self, match: _Match, previous: _Match | None) -> bool:
        start = 0 if previous is None else previous.last + 1
        following = self._text(match.last)
        joined = previous is None or self._text(previous.last) in ("/", ",")
        if match.first != start or not joined or match.last >= len(self.tokens):
            return False
        if following in ("(", "-", "–", "—", "/", ":", ".") and self.text[self.tokens[match.last - 1].span.end :][:1] != "-":
            return True
        return previous is not None and following is not None and following[0].isupper()

    def _mention(self, match: _Match, dateline: bool) -> Mention:
        entry, here = match.found.entry, match.setting
        span = self._span(match.first, match.last)
        stated, capital = here.stated, (here.type_noun or "").lower().endswith("hauptstadt")
        after = self._capital_after(match)
        place = Place(
            name=entry.toponym.name,
            kind=entry.kind,
            phrase=Span(self.tokens[here.start].span.start, span.end),
            country=entry.country,
            preposition=here.preposition,
            stated_country=stated or after,
            capital=capital or after is not None,
        )
        if dateline:
            return Mention(span, Kind.PLACE, replace(place, preposition=None), "de.place.dateline")
        if self._metonym(match):
            return Mention(span, Kind.PLACE, replace(place, preposition=None), "de.place.metonym")
        return Mention(span, Kind.PLACE, place, f"de.place.{entry.kind}")

    def _capital_after(self, match: _Match) -> str | None:
        """The country in "Hanoi, der Hauptstadt Vietnams" and "Hanoi, die Hauptstadt von Vietnam"."""
        texts = [self._text(match.last + offset) for offset in range(5)]
        if texts[0] != "," or texts[1] not in ("der", "die", "Hauptstadt") or "Hauptstadt" not in texts[1:3]:
            return None
        rest = texts[texts.index("Hauptstadt") + 1 :]
        name = rest[1] if len(rest) > 1 and rest[0] in ("von", "der", "des") else rest[0] if rest else None
        return country_code(name) if name else None

    def _metonym(self, match: _Match) -> bool:
        here, entry = match.setting, match.found.entry
        if here.type_noun or match.found.genitive:
            return False
        if here.outer in words()["governments"] and entry.kind == "city":
            return True
        if here.near in words()["addressed"] and entry.toponym.preposition != "auf" and entry.toponym.article is None:
            return here.direct and entry.kind in ("city", "country")
        if here.preposition is None or (here.preposition == "von" and not (here.outer or "a")[0].isupper()):
            return entry.kind == "city" and capital_country(entry.toponym.name) is not None and not self._travelled()
        return False

    def _travelled(self) -> bool:
        return any(token.lemma in words()["travel_verbs"] for token in self.tokens)


def _capitals(name: str) -> Found | None:
    """A name in capital letters, as datelines have it: "BERLIN"."""
    return gazetteer.lookup(name.title()) if name.isupper() and len(name) > 4 else None
