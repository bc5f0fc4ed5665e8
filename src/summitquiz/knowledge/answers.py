"""The answer to a claim: its words, its value, and how sure the value is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.knowledge.scene import Scene, place_answer
from summitquiz.knowledge.stopped import Stopped
from summitquiz.knowledge.two_countries import named_in
from summitquiz.model import Claim, Kind, Mention, Place, Timex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.knowledge.persons import Profile
    from summitquiz.model import Document, Mod


_DAY, _CENTURY = 2, 2  # hyphens of a full date, letters of a century in ISO form


def answer_to(
    scene: Scene, document: Document, claim: Claim, people: Sequence[Profile]
) -> tuple[str, str | None, Mod | None]:  # fmt: skip
    """Answer, TIMEX3 value and mod of a claim; `people` are the persons who answer. Raises Stopped where there is none."""
    if claim.group:
        words = " ".join(claim.answer.of(document.article.text).split())
        tokens = (t for s in document.sentences for t in s.tokens if t.span.start == claim.answer.start)
        first = next(tokens)
        small = first.tag == "ART" or (first.tag in {"ADJA", "CARD"} and not first.lemma.endswith("er"))  # "Londoner"
        return named_in(scene, document, words[0].lower() + words[1:] if small else words), None, None
    if claim.ask == "who":
        return scene.phrasing.join([p.name for p in people]), None, None
    mention = mention_at(document, claim)
    if isinstance(mention.value, Place):
        return place_answer(scene, document.article, mention, claim.whither), None, None
    if not isinstance(mention.value, Timex):
        raise Stopped("value")
    if claim.rule.endswith("yearless"):
        return _yearless(document, claim), mention.value.value, mention.value.mod
    if claim.ask == "when":
        return _date(scene, claim, mention, mention.value)
    return _length(scene, document, claim, mention), mention.value.value, mention.value.mod


def _date(scene: Scene, claim: Claim, mention: Mention, value: Timex) -> tuple[str, str, Mod | None]:
    """A date as it answers: "25. April 2019", "seit dem 1. März 2018", "bis Ende 2010"."""
    date = value.value.split("T")[0]
    if scene.phrasing.is_night(mention):
        return scene.phrasing.at(mention), date, value.mod
    words = scene.phrasing.when_answer(date, value.mod)
    if claim.question_word == "Bis wann":
        day = date.count("-") == _DAY and not value.mod
        return ("bis zum " if day else "bis ") + words.removeprefix("in "), date, value.mod
    if claim.question_word in {"Für wann", "Auf wann"}:
        words = words.removeprefix("vom ")  # "15. bis 16. Oktober 2013"
    exact = date.count("-") == _DAY or len(date) == _CENTURY  # a day or a century has an article: "seit dem 1. März"
    since = _since(claim) + ("dem " if _since(claim) and exact else "")
    return since + (words.removeprefix("in ") if since else words), date, value.mod  # "seit den 1990er-Jahren"


def _yearless(document: Document, claim: Claim) -> str:
    """A day or month without its year in the article's words: "18. Februar", "seit Ende September"."""
    before = {"Bis wann": "bis zum " if claim.answer.of(document.article.text)[0].isdigit() else "bis ", "Seit wann": "seit "}
    return before.get(claim.question_word, "") + claim.answer.of(document.article.text)


def _length(scene: Scene, document: Document, claim: Claim, mention: Mention) -> str:
    """A length as it answers: "zwei Stunden", "seit zwei Jahren", "binnen eines Monats"."""
    assert isinstance(mention.value, Timex)
    if mention.rule.endswith("adjective"):
        said = mention.span.of(document.article.text)  # "nach sechstägigen Gesprächen"
        return scene.phrasing.length(mention.value.value, mention.value.mod, said)
    if claim.gap and claim.rule.endswith(("within", "for", "during", "first_since")):
        whole = claim.gap.of(document.article.text)
        return whole[0].lower() + whole[1:]
    words = length_in(document, mention, claim)
    if claim.question_word == "Nach wie langer Zeit":
        return f"nach {words}"
    after = claim.rule.endswith("after")  # "nach zwei Tagen", unlike "seit zwei Tagen", answers in the nominative
    return scene.phrasing.length_said(words) if after else _since(claim) + words


def length_in(document: Document, mention: Mention, claim: Claim) -> str:
    """A length in the article's words, as inside a sentence: "Rund 40 Minuten sprach …"."""
    words = mention.span.of(document.article.text)
    return words[0].lower() + words[1:] if mention.span.start == claim.sentence.start else words


def _since(claim: Claim) -> str:
    """The preposition that the answer repeats from the question: "Seit wann? – seit 2011"."""
    return "seit " if claim.question_word.startswith("Seit") else ""


def mention_at(document: Document, claim: Claim) -> Mention:
    """The place, time or length that answers a claim. Raises Stopped where none is known."""
    for mention in document.mentions:
        if mention.span == claim.answer and mention.kind in {Kind.PLACE, Kind.TIME, Kind.DURATION}:
            return mention
    raise Stopped("value")
