"""Other persons for a question that a person answers: politicians of the deck who cannot be the answer."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from summitquiz.questions.spans import days
from summitquiz.questions.wording import alike

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summitquiz.model import Entity, Fact, Knowledge
    from summitquiz.questions.alternatives import Alternatives
    from summitquiz.questions.spans import Days
_DAY = 2  # hyphens of a full date
_YEARS = 1  # between reports whose politicians can be taken for each other


class Persons:
    """The politicians of a deck, and who of them did what."""

    def __init__(self, knowledge: Knowledge, alternatives: Alternatives) -> None:
        self._known, self._alternatives = knowledge, alternatives
        self._facts = [fact for fact in knowledge.facts if fact.ask == "who"]
        self._sentences: dict[str, list[Fact]] = defaultdict(list)
        for fact in knowledge.facts:
            for proof in fact.evidence:
                self._sentences[proof.sentence].append(fact)
        self._naming: dict[str, list[str]] = {}  # sentences by the id of whom they name, as far as looked for
        self._participants = {event.id: set(event.participants) for event in knowledge.events}
        self._published = {article.id: article.published for article in knowledge.articles}

    def rivals(self, fact: Fact, question: str) -> list[str]:
        """Names of persons of the answer's gender who did not do what `question` asks, as far as the deck can tell."""
        answer = self._entity(fact.answer)
        if answer is None or not answer.gender or (fact.pattern == "clause" and not self._on_one_day(fact, question)):
            return []
        named = self._alternatives.countries_in(question)
        texts = [question, *(proof.sentence for proof in fact.evidence), *self._answers_like(fact, question)]
        return [
            one.name
            for one in self._known.entities
            if one.id != answer.id
            and (one.gender, one.kind, " " in one.name, bool(one.office)) == (answer.gender, "person", True, True)
            and _plausible(one, answer, named)
            and self._contemporary(one, fact)
            and not self._involved(one, answer, fact)
            and not any(_names(one, text) for text in texts)
            and not self._holds_it_too(one, answer, fact)
            and (fact.pattern != "office" or (self._in_office(one) and (answer.country in named or self._of_rank(one, answer))))
        ]

    def _involved(self, one: Entity, answer: Entity, fact: Fact) -> bool:
        """Whether somebody takes part in the event, or may have done the same."""
        if one.id in self._participants.get(fact.event, set()):
            return True
        if fact.pattern == "clause":
            return one.country is None or one.country == answer.country  # who may have spoken or acted for the answer
        return fact.pattern == "partner" and (self._delegate(one, fact) or self._may_have_met(one, fact))

    def _contemporary(self, one: Entity, fact: Fact) -> bool:
        """Whether the reports that name somebody are of much the same time as the one that tells the fact, as far as known."""
        own = self._published.get(fact.evidence[0].article)
        proofs = [proof for text in self._sentences_with(one) for other in self._sentences[text] for proof in other.evidence]
        dates = [date for proof in proofs if (date := self._published.get(proof.article))]
        return own is None or not dates or any(abs(date.year - own.year) <= _YEARS for date in dates)

    def _sentences_with(self, one: Entity) -> list[str]:
        """The sentences of the deck's evidence that name somebody."""
        if one.id not in self._naming:
            self._naming[one.id] = [text for text in self._sentences if _names(one, text)]
        return self._naming[one.id]

    def _entity(self, name: str) -> Entity | None:
        return next((one for one in self._known.entities if one.name == name), None)

    def _on_one_day(self, fact: Fact, question: str) -> bool:
        """Whether the question names the day: what somebody did at no certain time, others may have done too."""
        near = [other for proof in fact.evidence for other in self._sentences[proof.sentence] if other.ask == "when"]
        return any(other.answer in question and (other.value or "").count("-") == _DAY for other in near)

    def _delegate(self, one: Entity, fact: Fact) -> bool:
        """Whether somebody may have come along with one of the two who met, or have received them in his country."""
        place = self._alternatives.country_of(fact.slots["place"]) if fact.slots.get("place") else ""
        two = [self._entity(name) for name in (fact.answer, fact.slots.get("other", ""))]
        lands = [place, *(person.country if person else None for person in two)]
        return one.country is None or None in lands or one.country in lands

    def _answers_like(self, fact: Fact, question: str) -> Iterator[str]:
        """The answers to other questions whose words are much the same; who holds an office holds no other of that country."""
        for other in self._facts:
            words = " ".join(other.slots.get(slot, "") for slot in ("stem", "words", "office"))
            if other.id != fact.id and alike(question, words) and not fact.pattern == other.pattern == "office":
                yield other.answer

    def _may_have_met(self, one: Entity, fact: Fact) -> bool:
        """Whether a sentence names somebody beside the one who met the answer, and does not tell of another time."""
        other = self._entity(fact.slots.get("other", ""))
        if other is None:
            return True
        when = self._time(fact)
        shared = [text for text in self._sentences_with(one) if _names(other, text)]
        return not all(self._told_of_another_time(text, when) for text in shared)

    def _told_of_another_time(self, sentence: str, when: Days | None) -> bool:
        times = [time for fact in self._sentences[sentence] if (time := self._time(fact))]
        return bool(times) and all(_disjoint(when, time) for time in times)

    def _time(self, fact: Fact) -> Days | None:
        """When a fact's event was: at its own date, else, where the question is dated at all, in the month of the report."""
        values = {other.value for other in self._known.facts if other.event == fact.event and other.ask == "when"}
        if fact.ask == "when" or values:
            return days(min(value or "" for value in values)) if len(values) == 1 else None
        published = self._published.get(fact.evidence[0].article)
        dated = fact.slots.get("when") and published and published.month and published.day != 1
        return days(f"{published}"[:7]) if dated else None

    def _in_office(self, one: Entity) -> bool:
        """Whether the deck asks for an office of somebody: he had one then, unlike who is only told of."""
        return any(fact.pattern == "office" and fact.answer == one.name for fact in self._facts)

    def _of_rank(self, one: Entity, answer: Entity) -> bool:
        """Whether somebody's own office makes him a likely answer where the question names no country: "Wer war CSU-Chef?"."""
        if answer.country:
            return one.country == answer.country
        return one.country is None and self._alternatives.same_rank(one.office or "", answer.office or "")

    def _holds_it_too(self, one: Entity, answer: Entity, fact: Fact) -> bool:
        """Whether somebody holds the office asked for, or may hold it."""
        if fact.pattern != "office" or one.country not in (None, answer.country):
            return False
        asked = fact.slots.get("office", "").rpartition(" ")[2]
        return any(self._alternatives.same_office(one.office or "", title) for title in (asked, answer.office or asked))


def _plausible(one: Entity, answer: Entity, named: frozenset[str]) -> bool:
    """Whether the countries that a question names point at both persons or at neither."""
    if answer.country in named:
        return one.country == answer.country
    return not named or (None not in (one.country, answer.country) and one.country not in named)


def _names(one: Entity, text: str) -> bool:
    """Whether a text names somebody, be it by surname alone."""
    words = (one.name, *one.aliases, one.name.rpartition(" ")[2])
    return any(word in text and re.search(rf"(?<!\w){re.escape(word)}(?:s|')?(?!\w)", text) for word in words)


def _disjoint(one: Days | None, other: Days | None) -> bool:
    return bool(one and other) and (one.last < other.first or other.last < one.first)  # type: ignore[union-attr]
