"""One event, many mentions: which nouns of a deck's articles mean the same meeting, visit or summit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.knowledge.differences import (
    called_alike,
    called_otherwise,
    clash,
    is_indoors,
    long_past,
    numbered_otherwise,
    places_differ,
    times_apart,
)
from summitquiz.knowledge.happening import FAMILY, PLACED, Happening, one_of, told_by_place
from summitquiz.knowledge.participants import Participants, opening_end
from summitquiz.knowledge.pointing_back import TALKING, PointingBack, place_of
from summitquiz.model import Kind, Mention, Span, Timex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.knowledge.persons import People, Profile
    from summitquiz.model import Document, EventMention, PartialDate

_TWO = 2


class Events:
    """The events of a deck; `at` tells which one a mention means."""

    def __init__(self, people: People) -> None:
        self._people = people
        self._participants = Participants(people)
        self._happenings: list[Happening] = []
        self._mentions: dict[tuple[str, Span], Happening] = {}
        self._back = PointingBack(people, self._mentions)
        self._principal: dict[str, tuple[list[Profile], int]] = {}  # article → the two who meet, and where that is told
        self._published: dict[str, PartialDate | None] = {}
        self._opening: dict[str, int] = {}  # article → where its headline and lead end

    def at(self, article: str, span: Span) -> Happening | None:
        """The event that the noun at `span` means; None where that is not sure."""
        return self._mentions.get((article, span))

    def two(self, document: Document, sentence: Span) -> list[Profile]:
        """Whom "die beiden" means where nobody else is named: the two of the sentence before, or those who meet."""
        article = document.article.id
        principals, told = self._principal.get(article, ([], 0))
        principals = principals if told < sentence.start else []  # whom it names only later, nobody means yet
        named = self._participants.named_before(document, sentence)
        two = named if len(named) == _TWO else principals if all(p in principals for p in named) else []
        return two if all(p in two for p in self._people.within(article, sentence)) else []  # "in Putins Residenz": one of them

    def principals(self, article: str) -> list[Profile]:
        """The two who meet, by an article's first meeting of two; nobody where there is none."""
        return self._principal.get(article, ([], 0))[0]

    def within(self, article: str, span: Span) -> list[Happening]:
        """The different events mentioned inside `span`."""
        found: list[Happening] = []
        for (where, place), happening in self._mentions.items():
            if where == article and span.covers(place) and happening not in found:
                found.append(happening)
        return found

    def main(self, article: str) -> Happening | None:
        """What an article is about: the first event of headline and lead that is known, nowhere called off or merely possible.

        One known by its place alone comes behind those that say who, but for a summit or a conference.
        """
        day = self._published.get(article)
        told = [h for h in self._happenings if h.known and article in h.opens and not h.doubtful(article)]
        opening = [h for h in told if not h.long_before(day)]
        first = opening[0] if opening else None
        best = next((h for h in opening if not h.named_by_place or h.people), first)
        beside = first and best and first.large and not best.large  # at a summit told of first, two have met as well
        return first if beside else best

    def opening(self, article: str) -> int:
        """Where an article's headline and lead end."""
        return self._opening.get(article, 0)

    def large(self, article: str) -> list[Happening]:
        """The summits and conferences that an article tells of, nowhere called off or merely possible."""
        told = [h for h in self._happenings if any(a == article and m.large for a, m in h.mentions)]
        return [h for h in told if not h.doubtful(article)]

    def all(self) -> list[Happening]:
        """Every event, in order of first mention."""
        return list(self._happenings)

    def read(self, document: Document, mentions: Sequence[EventMention]) -> None:
        """Group one article's event mentions, those that say who before those that only point back."""
        article = document.article.id
        by_span = {m.span: m for m in document.mentions if m.kind in {Kind.PLACE, Kind.TIME}}
        self._published[article] = document.article.published
        self._opening[article] = opening_end(document)
        principals, _ = self._principal[article] = self._participants.principals(article, mentions)
        for mention in mentions:
            people = self._participants.taking_part(document, mention, principals)
            theirs = (
                principals and mention.definite and is_indoors(place_of(document, mention))
            )  # "Das Gespräch im Kreml": of the two
            placed = not theirs and told_by_place(mention, by_span, opens=mention.sentence.end <= self._opening[article])
            if people or mention.group or mention.name or placed or self._told_by(article, mention):
                self._add(article, mention, people, by_span)
        for mention in mentions:
            if (article, mention.span) not in self._mentions:
                people = self._participants.taking_part(document, mention, principals)
                if mention.other or (mention.people and not people):
                    continue  # "die Unterredung mit dem Vorsitzenden": of somebody whom nobody knows
                target = self._back.meant(document, mention) if mention.definite else self._back.lasted(article, mention)
                several = target if mention.adjectives and target and not target.adjective else None
                if target is None and (mention.definite or self._back.spoken_after(document, mention, principals)):
                    target = self._back.talks_of(document, mention)
                if target and not called_otherwise(target, mention):
                    target = one_of(several, mention.adjectives) if several else target
                    own = mention.time is not None and mention.phrase.covers(mention.time)  # "das Gespräch am Freitag"
                    self._join(target, article, mention, by_span if mention.told or own else {})

    def _told_by(self, article: str, mention: EventMention) -> str:
        """The group that tells a mention from others, or what headline or lead say that the talks were about."""
        talks = FAMILY.get(mention.sort) in PLACED and not mention.people and not mention.name
        opens = mention.sentence.end <= self._opening[article] or any(h.group == mention.topic for h in self._happenings)
        return mention.group or (mention.topic if talks and opens else "")

    def _add(self, article: str, mention: EventMention, people: list[Profile], by_span: dict[Span, Mention]) -> None:
        group = self._told_by(article, mention)
        for happening in self._happenings:
            headed = len(people) == _TWO and self._heads(happening, article, mention)
            if happening.group == group and self._same(happening, mention, happening.people if headed else people, by_span):
                happening.people = happening.people or people
                self._join(happening, article, mention, by_span)
                return
        new = Happening(mention.noun, mention.sort, mention.plural, mention.name, people, group, mention.adjectives)
        if mention.both and new.family in TALKING:
            met = [h for h in self._happenings if h.family in TALKING and not h.whole and h.people == people]
            new.whole, new.time = (met[0], met[0].time) if len(met) == 1 else (None, None)
        self._join(new, article, mention, by_span)

    def _heads(self, happening: Happening, article: str, mention: EventMention) -> bool:
        """Whether a headline's event that names nobody is the lead's of two: "Gipfel in Hanoi", "Der Gipfel von X und Y"."""
        alone = not happening.people and happening.opens == {article} and len(happening.mentions) == 1
        return alone and happening.noun == mention.noun and mention.sentence.end <= self._opening[article]

    def _same(self, happening: Happening, mention: EventMention, people: list[Profile], by_span: dict[Span, Mention]) -> bool:
        if happening.family != FAMILY.get(mention.sort, mention.sort):
            return False
        if {p.name for p in people} != {p.name for p in happening.people}:
            return False
        if (mention.name or happening.name) and mention.noun != happening.noun and not people:
            return False
        if numbered_otherwise(happening, mention):
            return False
        if any(clash(mention, other) for _, other in happening.mentions):
            return False
        time = by_span.get(mention.time) if mention.time else None
        if happening.opens and not happening.time and long_past(time, [self._published[a] for a in happening.opens]):
            return False  # what an article opens with is not what it dates a month before
        if times_apart(happening.time, time):
            return False
        place = by_span.get(mention.place) if mention.place else None
        if happening.numbered_there and place and not called_alike(happening.place, place):
            return False  # "nach seinem Besuch in Washington" is part of "der erste Besuch in den USA", or another
        return not places_differ(happening.place, place)

    def _join(self, happening: Happening, article: str, mention: EventMention, by_span: dict[Span, Mention]) -> None:
        """Give an event a mention; with its first, it is one of the deck's, so that none is left without."""
        if not happening.mentions:
            self._happenings.append(happening)
        self._mentions[article, mention.span] = happening
        happening.mentions.append((article, mention))
        if mention.sentence.end <= self._opening[article]:
            happening.opens.add(article)
        if mention.place and mention.sort != "call" and not happening.place and mention.place in by_span:
            happening.place = (article, by_span[mention.place])
        if mention.time and not happening.time and mention.time in by_span:
            value = by_span[mention.time].value
            if isinstance(value, Timex) and value.resolved:
                happening.time = (article, by_span[mention.time])
