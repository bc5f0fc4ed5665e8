"""What the facts of one event share: its words, whether it took place, and where its mentions name whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summitquiz.knowledge.differences import is_single_day
from summitquiz.knowledge.event_words import EventWords
from summitquiz.knowledge.headline import headline, report
from summitquiz.knowledge.outlook import Outlook
from summitquiz.model import Timex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summitquiz.knowledge.happening import Happening
    from summitquiz.knowledge.scene import Scene
    from summitquiz.model import Article, Ask, EventMention, Evidence, Kind, Mention, Span


_STEM = 5  # letters by which two words are akin: Gipfeltreffen, Gipfel


class EventFacts:
    """Enters facts of one event."""

    def __init__(self, scene: Scene, happening: Happening) -> None:
        self.scene, self.it = scene, happening
        self.words = EventWords(scene, happening)
        self.event = self.words.id
        self.outlook = Outlook(scene, happening, bool(self.words.own_time()))
        self.undated = self.outlook.undated()
        self.modality = self.outlook.modality()
        self.attribution = scene.phrasing.hearsay if self.outlook.hearsay() else None

    def _article(self, article: str) -> Article:
        return self.scene.documents[article].article

    def _slots(self) -> dict[str, str]:
        return self.words.slots(self.modality)

    def _place_words(self, whither: bool = False) -> str:
        words = self.words.place(whither)
        return "" if words in self.words.label else words

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
        slots = slots | self._about(slots, answer, proof)
        if self._floats(slots, proof):
            return
        told, mod = (value.value, value.mod) if value else (None, None)
        self.scene.enter(ask, pattern, key, self.event, answer, proof, slots, told, mod, self.modality, self.attribution)

    def _floats(self, slots: dict[str, str], proof: Evidence) -> bool:
        """Whether nothing tells which of many events a question without a date means; then it is abstained."""
        somewhere = not slots.get("place") and not (self.words.own_time() and self.words.opens)
        once = "other" in slots and (bool(self.it.apart) or somewhere)  # whom he met long before, or at a summit: others, too
        floats = not slots.get("about") and (self.undated or once or not _dated(slots))
        if floats:
            self.scene.abstain(self._article(proof.article), proof.span, "undated")  # which of the G8's summits?
        return floats

    def _about(self, slots: dict[str, str], answer: str, proof: Evidence) -> dict[str, str]:
        """The article's headline, where neither people nor a name of its own tell which event is meant, or where two met nobody
        knows where; for a visitor of a month, and of what no lead tells; for an event without a date; and for every event of an
        article without one."""
        named = self.it.name and any(m.compound or m.group for _, m in self.it.mentions)  # "der Gipfel in Wales": whose?
        told = slots.get("other") and slots.get("place") if "other" in slots else self.it.people or named
        told = told and not ("other" in slots and self.it.apart) and ("visit" not in slots or self._on_a_day())
        sure = self._on_a_day() or self.it.opens or (self.it.name and not slots["stand"])
        if told and sure and _dated(slots) and not self.undated:
            return {}
        answering = [p for p in self.it.people if p.name == answer]
        document = self.scene.documents[proof.article]
        if self.undated or not document.article.published:
            sentence = next(s.span for s in document.sentences if s.span.covers(proof.span))
            about = report(self.scene, document, sentence, answer, answering)
            told = len(self.it.people) != 1 or self._shares(about, answer)  # "Dissident freigelassen": which visit of X?
            about = about if told else ""
        else:
            about = headline(self.scene, document, answer, answering, dates=False)
        stand = f" ({slots['stand']})" if slots["stand"] else ""
        return {"about": f"{about}{stand}", "stand": ""} if about else {}

    def _on_a_day(self) -> bool:
        """Whether the day is known, not only the month."""
        value = self.it.time[1].value if self.it.time else None
        return isinstance(value, Timex) and is_single_day(value)

    def _shares(self, heading: str, answer: str) -> bool:
        """Whether a heading has a word of the event's name, beside the answer's."""
        stems = {word[:_STEM].casefold() for word in re.findall(r"[A-ZÄÖÜ]\w{3,}", self.words.label) if word not in answer}
        return any(stem in heading.casefold() for stem in stems)

    def _spans(self, name: str) -> Iterator[tuple[str, EventMention, Span]]:
        """Where the event's mentions name a person."""
        for article, mention in self.it.mentions:
            for span in mention.people:
                person = self.scene.people.at(article, span)
                if person and person.name == name:
                    yield article, mention, span

    def _mention(self, article: str, span: Span | None, kind: Kind) -> Mention | None:
        if span is None:
            return None
        return next((m for m in self.scene.documents[article].mentions if m.span == span and m.kind is kind), None)


def _dated(slots: dict[str, str]) -> bool:
    """Whether a question tells when something was, or asks so."""
    return bool(slots.get("when") or slots.get("stand") or "asked" in slots)
