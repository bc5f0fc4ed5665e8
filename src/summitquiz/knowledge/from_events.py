"""Facts from event mentions: who met whom, where, when and for how long."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from summitquiz.errors import FormError
from summitquiz.knowledge.apart import by_office
from summitquiz.knowledge.event_words import EventWords
from summitquiz.knowledge.outlook import Outlook
from summitquiz.knowledge.scene import Scene, current, evidence, place_answer, published_when, source_in
from summitquiz.model import Kind, Mention, Modality, Place, Span, Timex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summitquiz.knowledge.happening import Happening
    from summitquiz.knowledge.persons import Profile
    from summitquiz.model import Article, Ask, EventMention, Evidence

_TWO = 2
_DAY = 2  # hyphens of a full date
_SAYING_WHERE = {"in", "auf", "an", "bei", "nach", "von"}
_ASKED: tuple[Modality, ...] = ("actual", "planned")


def enter_events(scene: Scene) -> None:
    """Turn every event that can be named into facts."""
    for happening in scene.events.all():
        if not happening.known:
            continue
        try:
            _Maker(scene, happening).enter()
        except FormError:
            first = happening.mentions[0]
            scene.abstain(scene.documents[first[0]].article, first[1].span, "form")


class _Maker:
    """Makes the facts of one event."""

    def __init__(self, scene: Scene, happening: Happening) -> None:
        self.scene, self.it = scene, happening
        self.words = EventWords(scene, happening)
        self.event = self.words.id
        self.outlook = Outlook(scene, happening, bool(self.words.own_time()))
        self.modality = self.outlook.modality()
        self.attribution = scene.phrasing.hearsay if self.outlook.hearsay() else None

    def enter(self) -> None:
        """Enter what is known; a negated or merely possible event is asked about by nobody."""
        if self.modality not in _ASKED:
            article, mention = self.it.mentions[0]
            self.scene.abstain(self._article(article), mention.span, self.modality)
            return
        slots = self._slots()
        floating = not slots["when"] and not slots["stand"]
        vague = not (self.it.people or self.it.group) or (self.it.family == "visit" and not self.it.adjective)
        if floating and self.it.whole:
            return  # nothing is asked of the talks; their meeting is entered itself
        if self.outlook.undated() and self.modality == "actual":
            self._who_by_office()
        if self.outlook.undated() or (floating and (vague or not self.words.opens)):
            article, mention = self.it.mentions[0]
            self.scene.abstain(self._article(article), mention.span, "undated")  # which of the G8's summits?
            return
        self._who()
        self._where()
        self._when()
        self._how_long()

    def _article(self, article: str) -> Article:
        return self.scene.documents[article].article

    def _slots(self) -> dict[str, str]:
        return self.words.slots(self.modality)

    def _place_words(self, whither: bool = False) -> str:
        words = self.words.place(whither)
        return "" if words in self.words.label else words

    def _who(self) -> None:
        people = self.it.people
        if self.it.family == "meeting" and len(people) == 2:
            for person, other in ((people[0], people[1]), (people[1], people[0])):
                if self._met_beside_others(person, other):
                    continue
                for article, mention, span in self._spans(person.name):
                    slots = self._slots() | {"other": other.name, "place": self._place_words()}
                    if not slots["place"] and not slots["when"]:
                        continue  # the two may have met often
                    proof = evidence(self._article(article), span, mention.sentence, "de.event.participant")
                    self._fact("who", "partner", person.name, proof, slots, apart=person.name)
        if self.it.family == "meeting" and self.it.members and not people and not self.it.plural:
            self._members()
        if self.it.family == "visit" and len(people) == 1 and self.it.place and self._one_visitor():
            for article, mention, span in self._spans(people[0].name):
                there = self._place_words(whither=self.modality == "planned")
                slots = self._slots() | {"place": there, "visit": self.scene.phrasing.visit(self.it.noun)}
                proof = evidence(self._article(article), span, mention.sentence, "de.event.visitor")
                self._fact("who", "visitor", people[0].name, proof, slots, apart=people[0].name)

    def _who_by_office(self) -> None:
        """Whom somebody met at a place, in an article without a date: asked by the office that nobody else held then."""
        if self.it.family != "meeting" or len(self.it.people) != _TWO or self._hosted():
            return
        for person, other in (self.it.people, self.it.people[::-1]):
            for name, mention, span in self._spans(person.name):
                article = self._article(name)
                word = (
                    by_office(self.scene, article, person, "dat")
                    if current(self.scene.documents[name], mention.sentence)
                    else ""
                )
                slots = self._slots() | {
                    "other": other.name,
                    "place": self._place_words(),
                    "when": published_when(self.scene, article),
                }
                if word and slots["place"]:
                    proof = evidence(article, span, mention.sentence, "de.event.participant")
                    slots["which"] = f"{word[0].lower()}{word[1:]}"
                    self._fact("who", "partner", person.name, proof, slots, apart=person.name)

    def _members(self) -> None:
        """Which group came together, where day or place tell the meeting from others."""
        words = self.it.group.partition(" ")[2]
        slots = self._slots() | {"place": self._place_words(), "gathering": self.scene.phrasing.gathering(self.it.noun)}
        with suppress(FormError):
            answer = self.scene.phrasing.members(self.it.group)
            for name, mention in self.it.mentions if slots["place"] and slots["when"] else ():
                article = self._article(name)
                start = article.text.find(words, mention.sentence.start, mention.sentence.end)
                if start >= 0:
                    proof = evidence(article, Span(start, start + len(words)), mention.sentence, "de.event.group")
                    self._fact("who", "members", answer, proof, slots, apart=answer)

    def _one_visitor(self) -> bool:
        """Whether month and country leave one visitor: many come in a month, but not on a day or for a state visit."""
        value = self.it.time[1].value if self.it.time else None
        day = isinstance(value, Timex) and value.value.count("-") == _DAY
        special = self.scene.phrasing.visit(self.it.noun) != self.scene.phrasing.plain_visit
        return (day or special) and not self.it.adjective

    def _met_beside_others(self, person: Profile, other: Profile) -> bool:
        """Whether `other` met more people than this person: the article says "auch", or tells of another meeting there."""
        if self._hosted():
            return True
        last = [self.scene.people.at(article, m.people[-1]) for article, m in self.it.mentions if m.also and m.people]
        rest = [h for h in self.scene.events.all() if h is not self.it and len(h.people) > 1 and other in h.people]
        return person in last or any(person not in h.people and h.beside(self.it) for h in rest)

    def _hosted(self) -> bool:
        """Whether the articles name somebody else as host or participant of what they open with: then more than two met."""
        for article in self.it.opens:
            parts = [c for c in self.scene.claims[article] if c.pattern == "part"]
            others = [p for c in parts if (p := self.scene.people.at(article, c.answer)) and p not in self.it.people]
            if others and self.scene.events.main(article) is self.it:
                return True
        return False

    def _fact(
        self,
        ask: Ask,
        pattern: str,
        answer: str,
        proof: Evidence,
        slots: dict[str, str],
        value: Timex | None = None,
        apart: str = "",
    ) -> None:
        """Enter a fact that holds as the event does. `apart` tells it from others of its pattern."""
        key = f"{self.it.key}|{apart}" if apart else self.it.key
        told, mod = (value.value, value.mod) if value else (None, None)
        self.scene.enter(ask, pattern, key, self.event, answer, proof, slots, told, mod, self.modality, self.attribution)

    def _spans(self, name: str) -> Iterator[tuple[str, EventMention, Span]]:
        """Where the event's mentions name a person."""
        for article, mention in self.it.mentions:
            for span in mention.people:
                person = self.scene.people.at(article, span)
                if person and person.name == name:
                    yield article, mention, span

    def _where(self) -> None:
        if self.it.named_by_place:
            return  # the label says it
        for article, mention in self.it.mentions:
            found = self._mention(article, mention.place, Kind.PLACE)
            place = found.value if found else None
            if found is None or not isinstance(place, Place) or place.preposition not in _SAYING_WHERE:
                continue
            whither = self.it.family in {"visit", "arrival"}
            if (place.preposition == "nach" and not whither) or (place.preposition == "von" and whither):
                continue
            answer = place_answer(self.scene, self._article(article), found, whither)
            proof = evidence(self._article(article), found.span, mention.sentence, "de.event.place")
            kinds = {"city": place.kind == "city", "whole_country": place.kind == "country"}
            kinds["building"] = place.kind == "building" and place.preposition == "in"
            slots = self._slots() | {"country": place.country or ""} | {k: "yes" if so else "" for k, so in kinds.items()}
            slots["inside"] = self._inside(place)
            self._fact("where", "place", answer, proof, slots)

    def _inside(self, place: Place) -> str:
        """In which country a city lies, where the country's forms are known."""
        with suppress(FormError):
            return self.scene.phrasing.place_in(self.scene.phrasing.country(place.country or ""))
        return ""

    def _when(self) -> None:
        for article, mention in self.it.mentions:
            found = self._mention(article, mention.time, Kind.TIME)
            if found and isinstance(found.value, Timex) and found.value.resolved:
                value = found.value.value.split("T")[0]
                if self.modality == "planned" and self.outlook.over(value):
                    self.scene.abstain(self._article(article), found.span, "reference_time")
                    continue  # planned for a day that is past: one of the two is read wrongly
                answer = self.scene.phrasing.when_answer(value, found.value.mod)
                asked = self.scene.phrasing.which_time(value, found.value.mod, planned=self.modality == "planned")
                there = self._place_words(whither=self.it.sort == "journey")  # "der Besuch in Polen", "die Reise nach Polen"
                slots = self._slots() | {"place": there, "when": "", "asked": asked}
                slots["stand"] = "" if self.modality == "actual" or slots["first"] else self.words.stand()
                proof = evidence(self._article(article), found.span, mention.sentence, "de.event.time")
                self._fact("when", "time", answer, proof, slots, replace(found.value, value=value))

    def _how_long(self) -> None:
        for article, mention in self.it.mentions:
            found = self._mention(article, mention.duration, Kind.DURATION)
            if found and isinstance(found.value, Timex):
                value = found.value
                answer = self.scene.phrasing.length(value.value, value.mod)
                days = found.rule.endswith("adjective") and not value.value.startswith("PT")
                words = EventWords(self.scene, self.it, mention)
                slots = words.slots(self.modality) | ({"scheduled": "yes"} if days else {})  # "der zweitägige Besuch"
                proof = evidence(self._article(article), found.span, mention.sentence, "de.event.length")
                self.scene.enter(
                    "how_long",
                    "length",
                    f"{self.it.key}|{value.value}",
                    self.event,
                    answer,
                    proof,
                    slots,
                    value.value,
                    value.mod,
                    "actual" if mention.during else mention.modality,
                    self._source(article, mention),
                )

    def _source(self, article: str, mention: EventMention) -> str | None:
        return source_in(self.scene.documents[article], mention.sentence, mention.duration or mention.span) or self.attribution

    def _mention(self, article: str, span: Span | None, kind: Kind) -> Mention | None:
        if span is None:
            return None
        return next((m for m in self.scene.documents[article].mentions if m.span == span and m.kind is kind), None)
