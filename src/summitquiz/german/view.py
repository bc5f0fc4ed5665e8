"""A document's mentions, ready to be asked for by place and kind."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from functools import cached_property
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from summitquiz.german.people_nouns import means_group
from summitquiz.german.segments import FINITE
from summitquiz.german.venue_phrases import RULE
from summitquiz.model import Document, Kind, Mention, Person, Place, Sentence, Span, Timex

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORTEST = 4  # letters of a noun that a compound may end with
_BRACKETS = re.compile(r"\([^()]*\)")
_LAST = re.compile(r"(?:und|sowie)(?: (?:die|der|den|das))?(?: \d+)?")
_DIED = {"starb", "gestorben", "verstarb", "verstorben", "verstorbene", "verstorbenen", "verstorbener", "tot"}
_CLOSING = re.compile(r"(?: \([^()]*\))?,")
_PARTED = re.compile(r",(?: (?:die|der|den|dem|das))?(?: \d+)?")  # between two names of a list, articles of countries included


class View:
    """What the rules for clauses and events ask of a document. `text` is the article's text."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.article.text
        self._by_kind: dict[Kind, list[Mention]] = defaultdict(list)
        for mention in sorted(document.mentions, key=lambda m: m.span):
            self._by_kind[mention.kind].append(mention)
        self._starts = {kind: [m.span.start for m in mentions] for kind, mentions in self._by_kind.items()}

    def within(self, kind: Kind, span: Span) -> list[Mention]:
        """The mentions of a kind that lie inside `span`, in text order."""
        mentions = self._by_kind.get(kind, [])
        first = bisect_left(self._starts.get(kind, []), span.start)
        found = []
        for mention in mentions[first:]:
            if mention.span.start >= span.end:
                break
            if span.covers(mention.span):
                found.append(mention)
        return found

    def people(self, span: Span) -> list[tuple[Mention, Person]]:
        """The person mentions inside `span` with their values."""
        return [(m, m.value) for m in self.within(Kind.PERSON, span) if isinstance(m.value, Person)]

    def places(self, span: Span) -> list[tuple[Mention, Place]]:
        """The places inside `span`; governments called by their capital, and venues, left out."""
        found = self.within(Kind.PLACE, span)
        return [(m, m.value) for m in found if isinstance(m.value, Place) and not m.rule.endswith(("metonym", "venue"))]

    def venues(self, span: Span) -> list[tuple[Mention, Place]]:
        """The venues inside `span` that a phrase names: "in der österreichischen Botschaft"."""
        found = self.within(Kind.PLACE, span)
        return [(m, m.value) for m in found if isinstance(m.value, Place) and m.rule == RULE]

    def times(self, kind: Kind, span: Span) -> list[tuple[Mention, Timex]]:
        """The temporal expressions of a kind inside `span`."""
        return [(m, m.value) for m in self.within(kind, span) if isinstance(m.value, Timex)]

    def unbroken(self, span: Span) -> list[Span]:
        """The spans inside `span` at whose commas no clause ends: names with their apposition, lists ("A, B und C")."""
        phrases = [self._closed(person.phrase) for _, person in self.people(span)]
        places = self.places(span)
        phrases += [self._closed(m.span) for m, _ in places if "," in m.span.of(self.text)]  # "Washington, D.C.,"
        times = self.within(Kind.TIME, span)
        phrases += [self._closed(m.span) for m in times if "," in m.span.of(self.text)]  # "Montag, den 3. Mai,"
        names = {m.span for m, place in places if place.kind == "country"}
        names |= {m.span for m in self.within(Kind.ORGANISATION, span)}
        names |= {t.span for s in self.document.sentences if s.span.overlaps(span) for t in s.tokens if means_group(t)}
        names = {name for name in names if self.text[name.start - 1 : name.start] != "("}  # "Olaf Scholz (SPD), …": no item
        items = sorted(phrases + [name for name in names if not any(phrase.overlaps(name) for phrase in phrases)])
        return [*phrases, *map(self._closed, self._lists(items))]

    def _closed(self, phrase: Span) -> Span:
        """The phrase with the comma that closes its apposition: "der Innenminister, Wolfgang Schäuble (CDU), legte …"."""
        closing = _CLOSING.match(self.text, phrase.end) if "," in phrase.of(self.text) else None
        if closing is None:
            return phrase
        sentence = next(s for s in self.document.sentences if s.span.covers(phrase))
        behind = list(takewhile(lambda t: t.text != ",", (t for t in sentence.tokens if t.span.start >= closing.end())))
        # "X, der Emir von Y, in Z und [sagte]"
        joined = [t for before, t in pairwise(behind) if before.text in {"und", "sowie"}]
        clause = not behind or behind[0].tag == "KON" or any(t.tag in FINITE and t not in joined for t in behind)
        return phrase if clause else Span(phrase.start, closing.end())

    def _lists(self, items: list[Span]) -> list[Span]:
        """Runs of names that commas part, the last two an "und"."""
        found = []
        start = 0
        for i, (one, other) in enumerate(pairwise(items)):
            between = _BRACKETS.sub("", self.text[one.end : other.start]).strip()
            if _LAST.fullmatch(between) and i > start:
                found.append(Span(items[start].start, other.end))
            if not _PARTED.fullmatch(between):
                start = i + 1
        return found

    @cached_property
    def nouns(self) -> dict[str, int]:
        """Every noun's lemma in lower case, and every end of a compound that may be one → where its first sentence ends."""
        found: dict[str, int] = {}
        for sentence in self.document.sentences:
            for lemma in (token.lemma.lower() for token in sentence.tokens if token.tag == "NN"):
                for ending in (lemma, *(lemma[i:] for i in range(1, len(lemma) - _SHORTEST + 1))):
                    found.setdefault(ending, sentence.span.end)
        return found

    @cached_property
    def deaths(self) -> dict[str, int]:
        """The last names of those of whom a sentence says that they died → the number of the first such sentence.

        Of all whom the sentence names, it is the first.
        """
        found: dict[str, int] = {}
        for number, sentence in enumerate(self.document.sentences):
            person = next((p for _, p in self.people(sentence.span)), None)
            if person and person.name and any(t.text.lower() in _DIED for t in sentence.tokens):
                found.setdefault(person.name.split()[-1], number)
        return found

    @cached_property
    def zones(self) -> list[Mention]:
        """The parts of the text that are no evidence."""
        return self._by_kind.get(Kind.ZONE, [])

    def prose(self) -> Iterator[tuple[Sentence, list[Span]]]:
        """The sentences that state something, each with the spans in it that do not belong to the prose."""
        for sentence in self.document.sentences:
            zones = [zone.span for zone in self.zones if zone.span.overlaps(sentence.span)]
            if not any(zone.covers(sentence.span) for zone in zones):
                yield sentence, zones
