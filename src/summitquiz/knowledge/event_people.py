"""Who facts of an event: whom somebody met, who was a visitor, which group came together."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from summitquiz.errors import FormError
from summitquiz.knowledge.apart import by_office
from summitquiz.knowledge.event_facts import EventFacts
from summitquiz.knowledge.scene import evidence
from summitquiz.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.knowledge.persons import Profile

_TWO = 2


class WhoFacts(EventFacts):
    """Enters who took part in one event."""

    def _who(self) -> None:
        people = self.it.people
        if self.it.family == "meeting" and len(people) == _TWO:
            self._partners(people)
        if self.it.family == "call" and len(people) == _TWO and self.modality == "actual" and self._on_a_day():
            self._callers(people)
        if self.it.family == "meeting" and self.it.members and not people and not self.it.plural:
            self._members()
        if self.it.family == "visit" and len(people) == 1 and self.it.place and self._one_visitor():
            for article, mention, span in self._spans(people[0].name):
                there = self._place_words(whither=self.modality == "planned")
                which = "" if self._stately() else by_office(self.scene, self._article(article), people[0], "nom")
                if not (which or self._stately()) and people[0].office is None:
                    continue  # "Wer war am 24. September zu einem Besuch in Rom?": many were
                slots = self._slots() | {"place": there, "visit": self.scene.phrasing.visit(self.it.noun), "which": which}
                proof = evidence(self._article(article), span, mention.sentence, "de.event.visitor")
                self._fact("who", "visitor", people[0].name, proof, slots, apart=people[0].name)

    def _partners(self, people: Sequence[Profile]) -> None:
        """Whom each of two met."""
        for person, other in ((people[0], people[1]), (people[1], people[0])):
            several = self._met_beside_others(person, other)
            for article, mention, span in self._spans(person.name):
                summit = self._at_a_summit(article)
                which = self._by_office(article, person) if several or summit else ""
                slots = self._slots() | {"other": other.name, "place": self._place_words(), "which": which}
                if (several or (summit and not slots["place"])) and not which:
                    continue
                slots["gathering"] = "" if self.it.plural else self._summit()
                slots["long_ago"] = "yes" if self.it.apart else ""  # whom else he met then, nobody says
                if not slots["place"] and not self._exact():
                    continue  # the two may have met often
                proof = evidence(self._article(article), span, mention.sentence, "de.event.participant")
                self._fact("who", "partner", person.name, proof, slots, apart=person.name)

    def _callers(self, people: Sequence[Profile]) -> None:
        """With whom somebody spoke on the telephone on a day, where a noun tells of the call: its verb is asked as a clause."""
        for person, other in ((people[0], people[1]), (people[1], people[0])):
            for article, mention, span in () if self._met_beside_others(person, other) else self._spans(person.name):
                if mention.span.of(self._article(article).text)[0].isupper():
                    proof = evidence(self._article(article), span, mention.sentence, "de.event.participant")
                    self._fact("who", "caller", person.name, proof, self._slots() | {"other": other.name}, apart=person.name)

    def _by_office(self, article: str, person: Profile) -> str:
        """ "welchem russischen Präsidenten", which tells one of several whom somebody met; "" where none does."""
        with suppress(FormError):
            which = by_office(self.scene, self._article(article), person, "dat")
            return which[:1].lower() + which[1:]
        return ""

    def _at_a_summit(self, article: str) -> bool:
        """Whether an article tells of a gathering of many, at which two may have met others as well."""
        return any(happening is not self.it for happening in self.scene.events.large(article))

    def _exact(self) -> bool:
        """Whether a month at least tells when it was."""
        return bool(self._slots()["when"]) and (
            bool(self.words.own_time()) or any(self._article(a).published for a, _ in self.it.mentions)
        )

    def _summit(self) -> str:
        """ "einem Gipfel", where some mention calls the meeting so; "" for a mere meeting."""
        return next(filter(None, (self.scene.phrasing.summit(m.noun) for _, m in self.it.mentions)), "")

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
        return (self._on_a_day() or self._stately()) and not self.it.adjective

    def _stately(self) -> bool:
        """Whether it is no plain visit, of which there are many: a state visit."""
        return self.scene.phrasing.visit(self.it.noun) != self.scene.phrasing.plain_visit

    def _met_beside_others(self, person: Profile, other: Profile) -> bool:
        """Whether `other` met more people than this person: the article says "auch", or tells of another meeting there."""
        if self._hosted() or any(m.more for _, m in self.it.mentions):
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
