"""Wrong answers to a fact's question: of its kind, as exact as the right one, in its form, and wrong for certain.

What the language, the deck and the calendar cannot prove wrong is no distractor; a fact for which nothing is left has none.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from summitquiz.errors import FormError
from summitquiz.questions.alternatives import Option
from summitquiz.questions.persons import Persons
from summitquiz.questions.spans import amount, around, dates_beside, days, lengths_beside
from summitquiz.questions.wording import alike, draw

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.model import Fact, Knowledge, Mod
    from summitquiz.questions.alternatives import Alternatives
    from summitquiz.questions.spans import Days

WANTED = 3  # wrong answers of a multiple choice
_MONTH, _DAY = 7, 2  # letters of a month in ISO form, hyphens of a day
_SHORT = 4  # days: a longer event may reach from one date offered to the next


class Distractors:
    """The wrong answers that a deck, its language and its seed give."""

    def __init__(self, knowledge: Knowledge, alternatives: Alternatives, seed: int) -> None:
        self._known, self._alternatives, self._seed = knowledge, alternatives, seed
        self._persons = Persons(knowledge, alternatives)
        self._published = {article.id: article.published for article in knowledge.articles}

    def options(self, fact: Fact, question: str) -> tuple[Option, ...]:
        """The right answer and behind it at most three wrong ones; () where none is wrong for certain.

        `question` is the fact's question without options: whatever it names is no answer to it.
        """
        if fact.conflicts or fact.slots.get("differs"):
            return ()
        makers = {"who": self._who, "where": self._where, "when": self._when, "how_long": self._how_long}
        try:
            found = makers[fact.ask](fact, question)
        except FormError:
            return ()
        return tuple(found) if len(found) > 1 and _all_differ(found) else ()

    def _who(self, fact: Fact, question: str) -> list[Option]:
        rivals = sorted(self._persons.rivals(fact, question), key=lambda name: self._draw(fact, name))
        return [Option(name, name) for name in (fact.answer, *rivals[:WANTED])]

    def _where(self, fact: Fact, question: str) -> list[Option]:
        texts = (question, *(proof.sentence for proof in fact.evidence))
        if fact.pattern == "country":
            words = self._alternatives.countries(fact.slots.get("place", ""), fact.answer)
            right, *near = (Option(*one) for one in words)
            return [right, *[one for one in near if not _stands(one.answer, texts)][:WANTED]]
        groups = self._alternatives.places(fact.answer, self._places_beside(fact))
        deck, *others = ([place for place in group if not _stands(place, texts)] for group in groups)
        rivals = dict.fromkeys([*deck[:1], *chain(*others), *deck[1:]])  # one of the deck's is enough: more may lie far off
        return [Option(place, place) for place in (fact.answer, *rivals)][: WANTED + 1]

    def _places_beside(self, fact: Fact) -> list[str]:
        """Places of the deck's other events; none for a plan, which may have moved there."""
        if fact.modality == "planned":
            return []
        mine = {other.answer for other in self._known.facts if other.event == fact.event}
        answers = {other.answer for other in self._known.facts if other.ask == "where"}
        named = {other.slots.get("place", "") for other in self._known.facts} - {""}
        return sorted((answers | named) - mine, key=lambda place: self._draw(fact, place))

    def _when(self, fact: Fact, question: str) -> list[Option]:
        right = self._date(fact.value or "", fact.mod)
        published = self._published.get(fact.evidence[0].article)
        past = fact.modality == "actual"
        lasting = any(other.event == fact.event and _long(other.value or "") for other in self._known.facts)
        exact = fact.mod in (None, "start", "mid", "end")
        if right.answer != fact.answer or not exact or lasting or (past and published is None):
            return []
        beside = dates_beside(fact.value or "", published, past=past)
        taken = self._dates_like(question)
        free = [[date for date in side if not _touches(date, taken)] for side in beside]
        if not fact.slots.get("about"):
            free = [[date for date in side if _tells_alike(date, fact.value or "")] for side in free]
        count = WANTED if all(free) else 1  # were the right one always the latest, it would give itself away
        chosen = around(free[0], free[1], count, self._draw(fact, question))
        return [right, *(self._date(value, fact.mod) for value in chosen)]

    def _date(self, value: str, mod: Mod | None) -> Option:
        span = days(value)
        return Option(*self._alternatives.date(value, mod), span.first.toordinal() if span else 0)

    def _dates_like(self, question: str) -> list[Days]:
        """All dates in the deck that answer questions much like this one."""
        whens = [other for other in self._known.facts if other.ask == "when"]
        near = [one for one in whens if alike(question, one.slots.get("event") or one.slots.get("stem", ""))]
        return [found for one in near if (found := days(one.value or ""))]

    def _how_long(self, fact: Fact, question: str) -> list[Option]:
        value = fact.value or ""
        words = self._alternatives.length(value)
        if not fact.answer.endswith(words):
            return []  # corrected by hand, or in words of the article's own
        hedge = fact.answer.removesuffix(words)
        low, high = self._alternatives.hedge(hedge.strip())
        told = {other.answer for other in self._known.facts if other.event == fact.event}
        shorter, longer = (
            [Option(words, words, amount(one)) for one in side if (words := hedge + self._alternatives.length(one)) not in told]
            for side in lengths_beside(value, low, high)
        )
        chosen = around(shorter, longer, WANTED, self._draw(fact, question))
        return [Option(fact.answer, fact.answer, amount(value)), *chosen]

    def _draw(self, fact: Fact, words: str) -> int:
        return draw(f"{self._seed}|{fact.id}|{words}")


def _tells_alike(date: str, right: str) -> bool:
    """Whether a day is of the right one's month: without a heading, the month tells which meeting is meant."""
    return right.count("-") != _DAY or date[:_MONTH] == right[:_MONTH]


def _stands(phrase: str, texts: Sequence[str]) -> bool:
    """Whether the names of a place phrase stand in one of the texts, be it as a part of a word: Moskauer."""
    names = re.findall(r"[A-ZÄÖÜ][\w-]+", phrase)
    return any(all(name in text for name in names) for text in texts)


def _all_differ(options: Sequence[Option]) -> bool:
    """Whether no option is another one or stands in it."""
    words = [f" {option.answer.casefold()} " for option in options]
    return not any(one in other for i, one in enumerate(words) for other in words[:i] + words[i + 1 :])


def _long(length: str) -> bool:
    """Whether a TIMEX3 duration is one of more than a few days."""
    found = re.fullmatch(r"P(\d+(?:\.\d+)?)([DWMY])", length)
    return found is not None and (found[2] != "D" or float(found[1]) > _SHORT)


def _touches(date: str, taken: Sequence[Days]) -> bool:
    own = days(date)
    return own is None or any(own.first <= span.last and span.first <= own.last for span in taken)
