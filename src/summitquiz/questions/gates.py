"""The last gates: what a finished question must not be. Each gate is a function of one card and its surroundings.

The rules and `knowledge` stop most of what cannot be asked before it is a fact; here the finished card is looked at once more,
so that neither a template nor a corrected fact file leads around a gate. Numbers are those of the README.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from summitquiz.model import Card, Fact, Knowledge, Span
    from summitquiz.questions.templates import Template

_STEM = 6  # letters: Österr for Österreich and österreichisch
_SMALL = 4  # letters: shorter words of an answer are prepositions and numerals
_NO_PROSE = {"dateline", "caption", "credit", "byline", "notice", "links"}  # a crosshead is the article's own, like its title
_ASKED = {"actual", "planned"}
_PLAIN_LENGTH = 2  # words of a length that nothing qualifies: "zwei Stunden"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known around the cards of a deck, by article, event and person."""

    texts: Mapping[str, str]
    events: Mapping[str, int]  # how many events have this id
    participants: Mapping[str, tuple[str, ...]]  # the full names of an event's persons
    no_prose: Mapping[str, Sequence[Span]]  # what was left out of an article because it stands in a caption, a dateline, …


@dataclass(frozen=True, slots=True)
class Case:
    """A finished card as a gate looks at it."""

    card: Card
    fact: Fact
    template: Template
    around: Surroundings


def surroundings(knowledge: Knowledge) -> Surroundings:
    """What the gates need to know of a deck's articles."""
    names = {entity.id: entity.name for entity in knowledge.entities if entity.kind == "person"}
    no_prose: dict[str, list[Span]] = defaultdict(list)
    for left in knowledge.abstained:
        if left.gate in _NO_PROSE:
            no_prose[left.article].append(left.span)
    return Surroundings(
        texts={article.id: article.text for article in knowledge.articles},
        events=Counter(event.id for event in knowledge.events),
        participants={e.id: tuple(names[p] for p in e.participants if p in names) for e in knowledge.events},
        no_prose=no_prose,
    )


def evidence_holds(case: Case) -> bool:
    """Gate 1: the evidence is the text at its offsets."""
    evidence = case.card.evidence
    return bool(evidence) and all(one.span.of(case.around.texts[one.article]) == one.text for one in evidence)


def asked_as_told(case: Case) -> bool:
    """Gate 2: what is denied or only possible is not asked; a plan is asked by a template that is for plans."""
    if case.fact.modality == "planned":
        return "planned" in case.template.conditions.get("modality", "").split("|")
    return case.fact.modality in _ASKED


def date_is_resolved(case: Case) -> bool:
    """Gate 3: a date that answers is one on the calendar: no part of it is open, and none still hangs on a reference time.

    The year may be open under the heading of a report of which nobody knows the year.
    """
    value = case.fact.value or ""
    named = case.fact.slots.get("about") and re.fullmatch(r"XXXX-\d\d(?:-\d\d)?", value)
    return case.fact.ask != "when" or bool(named or (re.match(r"\d", value) and "X" not in value))


def has_one_event(case: Case) -> bool:
    """Gate 4: exactly one event has the fact."""
    return case.around.events.get(case.fact.event, 0) == 1


def names_in_full(case: Case) -> bool:
    """Gate 5: the question names none of the event's persons by the last name alone, without first name or office before it; a
    headline in it may, where the full name stands behind."""
    named = case.around.participants.get(case.fact.event, ())
    people = [name.split() for name in named if name not in case.card.question]
    words = re.findall(r"\w+", case.card.question)
    alone = {word for before, word in pairwise(["", *words]) if not before[:1].isupper()}
    return not any(len(parts) > 1 and parts[-1] in alone for parts in people)


def well_formed(case: Case) -> bool:
    """Gate 5: a question ends with its mark, has no empty gap, no doubled blank."""
    text = case.card.question
    ends = text.endswith("?") or "[…]" in text
    return ends and not re.search(r"\s{2}|[{}]|\s[,.;?]|,\s*\?", text) and bool(case.card.answer.strip())


_DAY = re.compile(r"\d{1,2}\. [A-ZÄÖÜ]\w+")


def names_no_answer(case: Case) -> bool:
    """Gate 7: neither the whole answer, nor a word of it, nor its stem stands in the question."""
    asked = case.card.question.casefold()
    if case.card.kind == "true_false":
        return True  # it states an answer, and which one is right is asked
    answer = case.card.answer
    day = case.fact.ask == "when" and _DAY.search(answer)  # "An welchem Tag im April 2019?": the month is not asked
    telling = (day[0],) if day else (answer, *(_stem(word) for word in telling_words(answer)))
    return not any(re.search(rf"(?<!\w){re.escape(word.casefold())}", asked) for word in telling)


def keeps_source(case: Case) -> bool:
    """Gate 8: what somebody claims is asked as his claim."""
    return not case.fact.attribution or _says_source(case)


def keeps_qualifier(case: Case) -> bool:
    """Gate 8: "gut zwei Stunden" is not answered with two hours, "Ende April" not with April."""
    fact = case.fact
    plain = len((fact.value or "").split("-")) if fact.ask == "when" else _PLAIN_LENGTH
    return not fact.mod or len(fact.answer.split()) > plain


def rests_on_prose(case: Case) -> bool:
    """Gate 9: no evidence is among what was left out as caption, credit, dateline, byline, notice or list of links."""
    return not any(one.span.overlaps(span) for one in case.card.evidence for span in case.around.no_prose.get(one.article, ()))


def names_its_report(case: Case) -> bool:
    """Gate 10: what another report contradicts is asked with its source."""
    return not case.fact.conflicts or _says_source(case)


GATES: tuple[tuple[str, int, Callable[[Case], bool]], ...] = (  # name under which a gate stops a card, its number, the gate
    ("evidence", 1, evidence_holds),
    ("modality", 2, asked_as_told),
    ("reference_time", 3, date_is_resolved),
    ("event_unclear", 4, has_one_event),
    ("surname_only", 5, names_in_full),
    ("malformed", 5, well_formed),
    ("gives_away", 7, names_no_answer),
    ("source_lost", 8, keeps_source),
    ("qualifier_lost", 8, keeps_qualifier),
    ("no_prose", 9, rests_on_prose),
    ("contradicted", 10, names_its_report),
)


def stopped_by(case: Case) -> str | None:
    """The name of the first gate that stops a card; None for a card that passes them all."""
    return next((name for name, _, passes in GATES if not passes(case)), None)


def ambiguous(cards: Sequence[Card]) -> set[str]:
    """Gate 6: the questions of cards that another card of the deck asks with another answer."""
    answers: dict[str, set[str]] = defaultdict(set)
    for card in cards:
        answers[_plain(card.question)].add(_plain(card.answer))
    return {card.question for card in cards if len(answers[_plain(card.question)]) > 1}


def telling_words(answer: str) -> list[str]:
    """The names and nouns of an answer, or the year that is all of it: what its question must not hold."""
    if answer.isdigit():
        return [answer]
    return [word for word in re.findall(r"\w+", answer) if len(word) >= _SMALL and word[0].isupper()]


def _stem(word: str) -> str:
    """The beginning that a name shares with what is formed from it: Brasil for Brasilien and Brasilia."""
    return word[:_STEM] if len(word) > _STEM else word


def _says_source(case: Case) -> bool:
    words = case.fact.slots.get("according_to", "")
    return bool(words) and words in case.card.question


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()
