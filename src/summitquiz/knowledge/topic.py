"""What an article is about, as the heading of a question that would float without it: "Rund um das Treffen von …: Wer …?"."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from summitquiz.errors import FormError
from summitquiz.knowledge.event_words import EventWords
from summitquiz.knowledge.outlook import Outlook

if TYPE_CHECKING:
    from collections.abc import Collection

    from summitquiz.knowledge.scene import Scene

_TWO = 2


def heading(scene: Scene, article: str, question: str, answer: str, names: Collection[str], dated: bool) -> str:
    """The main event of an article as the heading of a question about it; "" where none fits.

    It tells nothing of the answer: the persons `names`, who answer, are left out of it, and so is its place when that answers.
    Nor does it repeat what the question names. `dated`: the question has its date already.
    """
    main = scene.events.main(article)
    if main is None or any(main.noun in question and p.name in question for p in main.people):
        return ""
    if (main.name or main.named_by_place) and main.noun in question:
        return ""
    if main.group and main.group.split()[-1] in question:
        return ""
    if any(m.given_up for _, m in main.mentions) and Outlook(scene, main, dated=True).modality() != "actual":
        return ""  # "Rund um das Treffen in Washington", which was called off
    try:
        event = EventWords(scene, main, unnumbered=main.family == "visit")  # the first of what, the heading does not say
        place, time = _place(event), event.slots("actual")["when"]
        known = scene.documents[article].article.published is not None
        if not (known or main.people or event.own_time()):
            return ""  # "Rund um das Herbsttreffen in Brüssel": of which year?
        words = event.without(names, "acc", placed=bool(known and place and (dated or time)))
        when = "" if dated or _shared(time, answer) else time
    except FormError:
        return ""
    if main.named_by_place and not main.people and not (dated or time):
        return ""  # many talks were held there
    where = place if place and not _shared(place, f"{words} {answer} {question}") else ""
    topics = [m.topic for name, m in main.mentions if name == article and m.topic and m.topic != main.group]
    matter = next((t for t in topics if not _shared(t, f"{words} {answer} {question}")), "")
    text = " ".join(part for part in (words, matter, where, when) if part)
    told = bool(words) and bool(where or when or len(words.split()) > _TWO) and not _shared(answer, text)
    return f"{scene.phrasing.about} {text}" if told else ""


def _place(event: EventWords) -> str:
    with suppress(FormError):
        return event.place()
    return ""


def _shared(words: str, text: str) -> bool:
    """Whether a name or noun of `words` stands in `text`."""
    named = re.findall(r"[A-ZÄÖÜ](?:[\w-]{2,}|\d+)", words)
    leagues = [part for word in named for part in word.split("-")[:-1] if re.search(r"\d", part)]  # G8-Staaten, G8-Gipfel
    return any(re.search(rf"\b{re.escape(w)}", text) for w in [*named, *leagues])
