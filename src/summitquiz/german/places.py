"""Places: cities, countries, buildings, regions, islands and waters, with the phrase that they stand in.

Rule ids: de.place.city, .country, .building, .region, .island, .water, .continent, .other by what the lists say it is;
.capital for "in der deutschen Hauptstadt"; .street, .town ("Bad X") and .typed ("auf der Insel X") for names that no list has;
.dateline at the head of a report; .metonym where the name stands for a government: "Washington verlangt", "die Führung in
Peking".

A Place's preposition is "nach" wherever the words say whither, also in "in die Türkei" and "auf die Krim".
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from summitquiz.german.countries import capital_country, country_code
from summitquiz.german.placegrammar import is_region_noun, leads_there, words
from summitquiz.german.placenames import Match, PlaceNames
from summitquiz.german.told_cities import told_cities
from summitquiz.model import Kind, Mention, Place, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summitquiz.model import Document, Sentence

LISTED = ("city", "country", "building", "region", "island", "water", "continent", "other")
RULES = frozenset(f"de.place.{rule}" for rule in (*LISTED, "capital", "street", "town", "typed", "dateline", "metonym", "told"))
_LONGEST_DATELINE = 10  # tokens
_JOINTS = ("und", "oder", "sowie", "/", "bis", "&")
_DASHES = ("–", "—", "-")


def find_places(document: Document, people: Sequence[Mention]) -> list[Mention]:
    """All places of a document in text order. `people`: the persons found before; what overlaps one is no place."""
    persons = sorted(mention.span for mention in people)
    mentions: list[Mention] = []
    paragraph = -1
    for sentence in document.sentences:
        first = bisect_left(persons, sentence.span)
        last = bisect_left(persons, Span(sentence.span.end, 0))
        places = _Places(document.article.text, sentence, persons[first:last], opens=sentence.paragraph != paragraph)
        mentions.extend(places.mentions())
        paragraph = sentence.paragraph
    return sorted([*mentions, *told_cities(document, mentions)], key=lambda mention: mention.span)


class _Places:
    """The places of one sentence as mentions. `opens`: it is the first of its paragraph, where a dateline may stand."""

    def __init__(self, text: str, sentence: Sentence, persons: Sequence[Span], opens: bool) -> None:
        self.text = text
        self.tokens = sentence.tokens
        self.names = PlaceNames(text, sentence.tokens, persons)
        self.opens = opens

    def mentions(self) -> Iterator[Mention]:
        """All of them, in order."""
        previous: Match | None = None
        heading = self.opens
        for name in self.names:
            match = self._joined(name, previous)
            listed = match is not name  # beside a place in a list, a doubtful name is one too
            if not (listed or self.names.certain(match)) or self._repeats(match, previous):
                continue
            heading = heading and self._heads_report(match, previous)
            dateline = heading or self._before_dash(match)
            yield self._mention(match, "dateline" if dateline else "metonym" if self._metonym(match) else None)
            previous = match

    def _joined(self, match: Match, previous: Match | None) -> Match:
        """In "in Paris und den Niederlanden" the second name shares the first one's preposition."""
        here = match.setting
        if previous is None or here.near is not None or here.start != previous.last + 1:
            return match
        joint = self.names.word(previous.last)
        listed = joint == "," and self.names.word(match.last) in (",", *_JOINTS)
        if joint in _JOINTS or listed:
            before = previous.setting
            shared = replace(here, preposition=before.preposition, near=before.near, direct=before.direct)
            return replace(match, setting=replace(shared, article=here.article or before.article))
        return match

    def _repeats(self, match: Match, previous: Match | None) -> bool:
        """Whether this is the apposition in "in Hanoi, der Hauptstadt Vietnams", which the name before has taken in."""
        if previous is None or match.found.rule != "de.place.capital" or self.names.word(previous.last) != ",":
            return False
        return match.found.entry.toponym == previous.found.entry.toponym

    def _heads_report(self, match: Match, previous: Match | None) -> bool:
        """Whether names alone stand before this one in a paragraph, and a sign of a dateline or another capital follows."""
        start = 0 if previous is None else previous.last + 1
        joined = previous is None or self.names.word(previous.last) in ("/", ",")
        following = self.names.word(match.last)
        if match.first != start or not joined or following is None:
            return False
        end = self.tokens[match.last - 1].span.end
        if following in ("(", *_DASHES, "/", ":", ".") and self.text[end : end + 1] != "-":
            return True
        return previous is not None and following[0].isupper()

    def _before_dash(self, match: Match) -> bool:
        """Whether names alone stand from a sentence's begin, or a heading's full stop, to a dash: "Dubai/Washington –"."""
        first, last = match.first, match.last
        while first and match.last - first < _LONGEST_DATELINE and self._in_names(first - 1):
            first -= 1
        while last < len(self.tokens) and last - first < _LONGEST_DATELINE and self._in_names(last):
            last += 1
        if self.names.word(last) not in _DASHES:
            return False
        end = self.tokens[last].span.end
        return self.text[end : end + 1].isspace() and (first == 0 or self.names.word(first - 1) in (".", "!", "?"))

    def _in_names(self, position: int) -> bool:
        token = self.tokens[position]
        return token.text in ("/", ",") or (token.tag == "NE" and token.text[0].isupper())

    def _mention(self, match: Match, unplaced: str | None) -> Mention:
        """`unplaced`: the rule by which the name says nothing of where something is."""
        entry, here = match.found.entry, match.setting
        described = match.found.rule == "de.place.capital"  # "der deutschen Hauptstadt" does not say that it is Berlin
        after = None if described else self._capital_after(match)
        span = self.names.span(match.first, match.last)
        place = Place(
            name=entry.toponym.name,
            kind="region" if entry.kind == "city" and is_region_noun(here.type_noun) else entry.kind,
            phrase=Span(self.tokens[here.start].span.start, span.end),
            country=entry.country,
            preposition=None if unplaced else "nach" if leads_there(here, entry.toponym.article) else here.preposition,
            stated_country=None if described else here.stated or after,
            capital=after is not None or (here.type_noun or "").lower().endswith("hauptstadt"),
        )
        rule = f"de.place.{unplaced or entry.kind}"
        return Mention(span, Kind.PLACE, place, rule if unplaced else match.found.rule or rule)

    def _capital_after(self, match: Match) -> str | None:
        """The country in "Hanoi, der Hauptstadt Vietnams" and "Hanoi, die Hauptstadt von Vietnam"."""
        texts = [token.text for token in self.tokens[match.last : match.last + 7]]
        if texts[:1] != [","] or "Hauptstadt" not in texts[1:3]:
            return None
        rest = texts[texts.index("Hauptstadt") + 1 :]
        rest = rest[1:] if rest[:1] in (["von"], ["der"], ["des"]) else rest
        codes = (country_code(" ".join(rest[:size])) for size in (3, 2, 1))
        return next((code for code in codes if code), None)

    def _metonym(self, match: Match) -> bool:
        here, entry = match.setting, match.found.entry
        if match.found.genitive:
            return False
        if here.preposition in words()["addressed"] and here.preposition != entry.toponym.preposition:
            return entry.kind in ("city", "country")  # "der Druck auf Moskau", "ein Appell an die USA"
        if here.type_noun or entry.kind != "city":
            return False
        if here.outer in words()["governments"]:
            return True
        bare = here.preposition is None or (here.preposition == "von" and not (here.outer or "a")[0].isupper())
        return bare and capital_country(entry.toponym.name) is not None and not self._travelled

    @cached_property
    def _travelled(self) -> bool:
        """Whether somebody reaches or visits a place in this sentence: its object is the city itself."""
        return any(token.lemma in words()["travel_verbs"] for token in self.tokens)
