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


def answer_to(
    scene: Scene, document: Document, claim: Claim, people: Sequence[Profile]
) -> tuple[str, str | None, Mod | None]:  # fmt: skip
    """Answer, TIMEX3 value and mod of a claim; `people` are the persons who answer. Raises Stopped where there is none."""
    if claim.group:
        words = claim.answer.of(document.article.text)
        tokens = (t for s in document.sentences for t in s.tokens if t.span.start == claim.answer.start)
        first = next(tokens)
        small = first.tag == "ART" or (first.tag in {"ADJA", "CARD"} and not first.lemma.endswith("er"))  # "Londoner"
        return named_in(scene, document, words[0].lower() + words[1:] if small else words), None, None
    if claim.ask == "who":
        return scene.phrasing.join([p.name for p in people]), None, None
    mention = mention_at(document, claim)
    if isinstance(mention.value, Place):
        return place_answer(scene, document.article, mention, claim.whither), None, None
    if isinstance(mention.value, Timex):
        value = mention.value
        if claim.ask == "when":
            date = value.value.split("T")[0]
            if scene.phrasing.is_night(mention):
                return scene.phrasing.at(mention), date, value.mod
            exact = date.count("-") == 2 or len(date) == 2  # a day or a century has an article: "seit dem 1. März"
            since = _since(claim) + ("dem " if _since(claim) and exact else "")
            words = scene.phrasing.when_answer(date, value.mod)
            return since + (words.removeprefix("in ") if since else words), date, value.mod  # "seit den 1990er-Jahren"
        if mention.rule.endswith("adjective"):
            return scene.phrasing.length(value.value, value.mod), value.value, value.mod  # "nach sechstägigen Gesprächen"
        words = length_in(document, mention, claim)
        after = claim.rule.endswith("after")  # "nach zwei Tagen", unlike "seit zwei Tagen", answers in the nominative
        if claim.question_word == "Nach wie langer Zeit":
            return f"nach {words}", value.value, value.mod
        return scene.phrasing.length_said(words) if after else _since(claim) + words, value.value, value.mod
    raise Stopped("value")


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
