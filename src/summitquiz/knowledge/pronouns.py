"""Whom a pronoun means: er, sie, ihn, ihm, beide."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from summitquiz.knowledge.stopped import Stopped
from summitquiz.model import Kind, Person, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.knowledge.persons import Profile
    from summitquiz.knowledge.scene import Scene
    from summitquiz.model import Claim, Document, Sentence

BOTH = ("die beiden", "beide")
_DETERMINERS = {"ART", "PPOSAT", "PDAT", "PIAT"}
_FINITE = {"VVFIN", "VAFIN", "VMFIN"}
_THEM = {"ihn", "ihm", "sie", "ihr"}
_SUBJECTS = {"de.clause.subject", "de.clause.group"}


def meant(scene: Scene, document: Document, sentence: Span, span: Span) -> list[Profile]:
    """The persons whom a pronoun that is a subject means. Raises Stopped where nobody is sure to be meant."""
    if not span.of(document.article.text).lower().startswith(BOTH):
        return [pronoun(scene, document, sentence, span)]
    two = scene.events.two(document, sentence)
    if not two:
        raise Stopped("pronoun")
    return two


def pronoun(scene: Scene, document: Document, sentence: Span, span: Span) -> Profile:
    """er or sie: the subject of the clause before, or of the sentence right before, when it is a person of that gender and
    nobody comes between."""
    article = document.article
    if own := _of_clause_before(scene, document, sentence, span):
        return own
    here, before = document.with_before(sentence)
    intruders = scene.people.within(article.id, Span(here.span.start, span.start))
    if before is None or intruders or _clause_before(here, span):
        raise Stopped("pronoun")
    gender = "m" if span.of(article.text).lower() == "er" else "f"
    subjects = [c for c in scene.claims[article.id] if c.ask == "who" and c.sentence == before.span and _acts(c)]
    if not subjects:
        return _only_one(scene, document, before, here, gender)
    if any(c.group or len(c.people) > 1 for c in subjects):
        raise Stopped("pronoun")
    found = [
        scene.people.at(article.id, c.people[0]) if c.people else pronoun(scene, document, before.span, c.answer)
        for c in subjects
    ]
    if found[0] is None or found[0].gender != gender or any(one is not found[0] for one in found):
        raise Stopped("pronoun")
    return found[0]


def _clause_before(here: Sentence, span: Span) -> bool:
    """Whether a clause about somebody or something stands before a pronoun in its sentence: "Der König bleibt; er soll …"."""
    before = [t for t in here.tokens if t.span.end <= span.start]
    verb = next((i for i, t in enumerate(before) if t.tag in _FINITE), len(before))
    parted = any(t.text in {",", ";"} for t in before[verb:])
    behind = next((t for t in before[verb + 1 :] if t.tag != "PRF"), None)  # "16 Tage war der Zug unterwegs, am Samstag …"
    subject = behind is not None and behind.tag in _DETERMINERS and not behind.text.endswith(("en", "em"))
    return parted and (subject or any(t.tag in _DETERMINERS for t in before[:verb]))


def _of_clause_before(scene: Scene, document: Document, sentence: Span, span: Span) -> Profile | None:
    """The one person whom a sentence names before a pronoun, where it is the subject of a clause of that sentence."""
    article = document.article.id
    subjects = [
        c
        for c in scene.claims[article]
        if c.ask == "who" and c.sentence == sentence and c.answer.end <= span.start and _acts(c)
    ]
    named = scene.people.within(article, Span(sentence.start, span.start))
    here = next(s for s in document.sentences if s.span == sentence)
    if any(t.tag == "PPER" and t.text in _THEM and t.span.end <= span.start for t in here.tokens):
        return None  # "wird ihn X empfangen; noch am Montag reist er ab"
    fits = "m" if span.of(document.article.text).lower() == "er" else "f"
    sure = len(named) == 1 and named[0].gender == fits and len({c.answer for c in subjects}) == 1 and not subjects[0].group
    return named[0] if sure and [scene.people.at(article, p) for p in subjects[0].people] == named else None


def _acts(claim: Claim) -> bool:
    """Whether a claim asks for the subject of its sentence's main clause, or for who says what it says."""
    return claim.rule in _SUBJECTS or claim.pattern in {"quote", "statement"}


def him(scene: Scene, document: Document, sentence: Span, span: Span) -> Profile:
    """ihn or ihm: the one man of whom the sentence before speaks, not named here, where nobody is in a clause before."""
    article = document.article
    here, before = document.with_before(sentence)
    found = scene.people.within(article.id, before.span) if before else []
    first = before.tokens[0] if before else None
    alone = len(found) == 1 and found[0].gender == "m" and found[0] not in scene.people.within(article.id, here.span)
    earlier = [t for t in here.tokens if t.span.end <= span.start]
    alone = alone and not any(a.text in {"dem", "den"} and b.tag == "NN" for a, b in pairwise(earlier))  # "dankte dem Wirt"
    parted = [t.span.start for t in earlier if t.text in {",", ";", "–"}]
    alone = alone and not (parted and scene.people.within(article.id, Span(here.span.start, parted[-1])))  # "X kam, da ihm …"
    if before is None or not alone or (first and first.text.lower() in {"er", "sie"}):
        raise Stopped("pronoun")
    return found[0]


def others_before(scene: Scene, document: Document, claim: Claim, speakers: Sequence[Profile]) -> bool:
    """Whether the sentence before one names others of the speakers' gender, whom "er" may mean; not whom this one names too."""
    article = document.article.id
    number = next(i for i, s in enumerate(document.sentences) if s.span == claim.sentence)
    here = scene.people.within(article, claim.sentence)
    before = scene.people.within(article, document.sentences[number - 1].span) if number else []
    return any(p.gender == one.gender for p in before if p not in here for one in speakers)


def _only_one(scene: Scene, document: Document, before: Sentence, here: Sentence, gender: str) -> Profile:
    """The one person whom the sentence before names, where no noun phrase at its head and no pronoun may be meant instead.

    Whom this sentence itself names is not he.
    """
    article = document.article
    named = [m.span for m in document.mentions if m.kind is Kind.PERSON and before.span.covers(m.span)]
    found = scene.people.at(article.id, named[0]) if len(named) == 1 else None
    unsure = before.tokens[0].tag in _DETERMINERS or any(t.text.lower() in {"er", "sie"} for t in before.tokens)
    unsure = unsure or (found is not None and _governed(document, before, named[0]))
    if found is None or found.gender != gender or unsure or found in scene.people.within(article.id, here.span):
        raise Stopped("pronoun")
    return found


def _governed(document: Document, sentence: Sentence, name: Span) -> bool:
    """Whether a preposition governs a name with its phrase: "wurde [von Kanzler X] empfangen"; not "von [X' Reise]"."""
    person = next((m.value for m in document.mentions if m.span == name and isinstance(m.value, Person)), None)
    before = [t for t in sentence.tokens if person and t.span.end <= person.phrase.start]
    return bool(before) and before[-1].tag in {"APPR", "APPRART"} and person is not None and not person.genitive
