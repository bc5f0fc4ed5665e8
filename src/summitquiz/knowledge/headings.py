"""The heading of a question that would float without it: the report's headline, or the main event of its article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from summitquiz.knowledge.clarity import dated, needs_heading
from summitquiz.knowledge.headline import headline, lead, names_all
from summitquiz.knowledge.scene import tells_of_before
from summitquiz.knowledge.stopped import Stopped
from summitquiz.knowledge.topic import heading
from summitquiz.model import Slot

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summitquiz.knowledge.persons import Profile
    from summitquiz.knowledge.scene import Scene
    from summitquiz.model import Claim, Document, Span

_NEAR = 2  # sentences before another one that tell what it speaks of


@dataclass(frozen=True, slots=True)
class Asked:
    """A claim, its stem in words, once more without the month of publication, its answer, and the persons who answer."""

    claim: Claim
    stem: str
    undated: str
    answer: str
    people: Sequence[Profile]


def heading_of(scene: Scene, document: Document, asked: Asked, slots: dict[str, str], *, loose: bool) -> dict[str, str]:
    """What stands before a question that needs it: its article's headline, or the main event where there is none that tells
    enough, or where others did the same.

    `slots`: what the question says besides. `loose`: it asks of a meeting on no certain day. A headline makes the month of
    publication needless: then `when` comes back empty. Raises Stopped where the question says too little and no heading more.
    """
    claim = asked.claim
    alone = claim.pattern == "clause" and not (loose or claim.floating)
    needed = not alone or needs_heading(document, claim, asked.stem, slots)
    by_title = _by_title(scene, document, asked, slots, headline)
    if by_title and not claim.also:
        found = by_title
    elif not needed or (claim.loose and claim.ask != "where"):
        found = {}
    else:
        by_lead = partial(lead, sentence=claim.sentence)
        by_event = {} if claim.loose else _by_event(scene, document, asked, slots)
        first, second = (by_event, by_title) if document.article.published else (by_title, by_event)
        found = first or second or _by_title(scene, document, asked, slots, by_lead)  # "rund um das Treffen": in which year?
        found = found or _by_title(scene, document, asked, slots, partial(headline, masked=True))
    if claim.floating and not _holds(document, claim, found.get("about", "")):
        raise Stopped(claim.floating)
    return found


def _holds(document: Document, claim: Claim, about: str) -> bool:
    """Whether a heading says enough for a stem that says too little by itself; for "Wer saß im Auto?" none does."""
    told = any(isinstance(part, Slot) and part.what != "time" for part in claim.stem) and not claim.common
    return bool(about and document.article.title) and names_all(about, claim.undefined) and (told or claim.floating == "vague")


def _by_title(
    scene: Scene, document: Document, asked: Asked, slots: dict[str, str], said: Callable[..., str]
) -> dict[str, str]:
    """The report as `said` by its headline or first sentence, with its own day where no other is asked or told, which then
    says how things stood as well.
    """
    stand = slots.get("stand", "")
    claim, known = asked.claim, document.article.published is not None
    needed = stand or (claim.present and not known) or not dated(asked.undated, slots | {"when": ""})
    day = bool(needed) and not (known and claim.ask == "when")
    title = said(scene, document, answer=asked.answer, people=asked.people, dates=day)
    return {"about": f"{title} ({stand})" if stand and not day else title, "stand": "", "when": ""} if title else {}


def _by_event(scene: Scene, document: Document, asked: Asked, slots: dict[str, str]) -> dict[str, str]:
    """The article's main event, with how things stood; not of what was long before."""
    claim, stand = asked.claim, slots.get("stand", "")
    if (tells_of_before(document, claim.sentence) or _of_another(scene, document, claim.sentence)) and claim.ask != "when":
        return {}
    if _tells_main(scene, document, claim.sentence):
        return {}  # "Rund um das Treffen von X und Y: Mit wem ist X zusammengekommen?"
    if not document.article.published and not slots.get("when") and re.search(r"\d{4}", asked.stem):
        return {}  # in which year it was, the heading does not know
    has_date = claim.ask == "when" or dated(asked.stem, slots)
    about = heading(scene, document.article.id, asked.stem, asked.answer, [p.name for p in asked.people], has_date)
    return {"about": f"{about} ({stand})" if stand else about, "stand": ""} if about else {}


def _tells_main(scene: Scene, document: Document, sentence: Span) -> bool:
    """Whether a verb of the sentence tells the article's main event itself: "X ist mit Y zusammengekommen"."""
    main = scene.events.main(document.article.id)
    told = [m for a, m in main.mentions if a == document.article.id and m.sentence == sentence] if main else []
    return any(m.span == m.phrase for m in told)


def _of_another(scene: Scene, document: Document, sentence: Span) -> bool:
    """Whether the two sentences before one, in its paragraph, speak of events, none of which is the article's main one."""
    article = document.article.id
    number = next(i for i, s in enumerate(document.sentences) if s.span == sentence)
    here, near = document.sentences[number], document.sentences[max(0, number - _NEAR) : number]
    told = [e for s in near if s.paragraph == here.paragraph for e in scene.events.within(article, s.span) if e.known]
    main, own = scene.events.main(article), scene.events.within(article, sentence)
    if main and any(event.people and all(p in main.people for p in event.people) for event in told):
        return False  # of the same people: the talks, their dinner
    return bool(told) and main not in [*told, *own] and not any(event.whole is main for event in told)
