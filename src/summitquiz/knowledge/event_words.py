"""An event in words: its label in all cases, and the slots that templates use of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.knowledge.scene import place_answer, published_when, tells_of_before
from summitquiz.model import Timex

if TYPE_CHECKING:
    from collections.abc import Collection

    from summitquiz.knowledge.happening import Happening
    from summitquiz.knowledge.scene import Scene
    from summitquiz.model import Case, Document, EventMention, Modality


_TWO = 2


class EventWords:
    """The words for one event. Raises FormError when its noun is none of the lexicon's.

    `called`: the mention whose noun the label takes, where persons tell which event is meant ("das Gespräch von …" is what one
    sentence has a length for, "das Treffen von …" all the rest of the article). `unnumbered`: without
    "der erste".
    """

    def __init__(
        self, scene: Scene, happening: Happening, called: EventMention | None = None, *, unnumbered: bool = False
    ) -> None:
        self._scene, self._it = scene, happening
        names = [p.name for p in happening.people]
        other = called if called and names and called.noun != happening.noun else None
        self._noun = other or happening
        adjective = "" if unnumbered else other.adjectives if other else happening.adjective
        self.label = scene.phrasing.label(self._noun.noun, self._noun.plural, adjective, names, happening.group)
        if happening.named_by_place:
            self.label += f" {self.place()}"
        self.id = scene.event_id(happening.key, happening.noun, self.label, tuple(names))

    def form(self, case: Case) -> str:
        """The label in a case."""
        return self._scene.phrasing.decline(self.label, case)

    def without(self, names: Collection[str], case: Case, *, placed: bool) -> str:
        """The label in a case without the persons `names`; "" when nobody or nothing is left to tell it by.

        Where place or time tell it (`placed`), none of two is named: of two who met, the one would give the other away; and a
        visit is known without its visitor.
        """
        people = [p.name for p in self._it.people]
        others = [name for name in people if name not in names]
        if len(others) == len(people):
            return self.form(case)
        if self._it.family == "visit" and placed and not others:
            return self._bare(case)
        if not others or self._it.family not in {"meeting", "talks"}:
            return ""
        bare = self._bare(case)
        return bare if placed and len(people) == _TWO else f"{bare} {self._scene.phrasing.together_with(others)}"

    def at_its_place(self, case: Case) -> str:
        """The event by its place alone: "dem Treffen in Genf"; "" where that is not known. Raises FormError as `place` does."""
        place = self.place()
        return f"{self._bare(case)} {place}" if place else ""

    def _bare(self, case: Case) -> str:
        phrasing = self._scene.phrasing
        return phrasing.decline(phrasing.label(self._noun.noun, self._noun.plural, "", (), ""), case)

    def place(self, whither: bool = False) -> str:
        """Where the event was, or whither it led; "" when that is not known. Raises FormError where no form is known."""
        if self._it.place is None:
            return ""
        article, mention = self._it.place
        return place_answer(self._scene, self._scene.documents[article].article, mention, whither)

    def own_time(self) -> str:
        """When the event was, as an adverbial, if its mentions say so; "" otherwise."""
        when = self._it.when
        return self._scene.phrasing.at(when) if when else ""

    @property
    def opens(self) -> bool:
        """Whether some article opens with the event: then it is what the article is about."""
        return bool(self._opened())

    def _opened(self) -> set[str]:
        return self._it.opens | (self._it.whole.opens if self._it.whole else set())

    def _article_time(self) -> str:
        """The month, or at least the year, of an article that opens with the event: that is when it was."""
        for article, document in self._scene.documents.items():
            told = article in self._opened() and document.article.year_known
            when = published_when(self._scene, document.article) if told else ""
            if when and not self._long_before(document):
                return when
        return ""

    def _long_before(self, document: Document) -> bool:
        """Whether an article speaks of the event where it tells of an older time, or on a day whose year nobody knows."""
        told = self._it.mentions + (self._it.whole.mentions if self._it.whole else [])
        ours = [mention for article, mention in told if article == document.article.id]
        days = {m.time for m in ours if m.time}
        unknown = any(m.span in days and isinstance(m.value, Timex) and _yearless(m.value) for m in document.mentions)
        return unknown or any(m.remembered or tells_of_before(document, m.sentence, m.span) for m in ours)

    def stand(self) -> str:
        """ "Stand April 2019": dates a plan by the first dated article that tells of it."""
        dates = [
            d.article.published for article, _ in self._it.mentions if (d := self._scene.documents[article]).article.published
        ]
        return f"{self._scene.phrasing.as_of} {self._scene.phrasing.when_answer(str(dates[0])[:7], None)}" if dates else ""

    def placed(self, slots: dict[str, str]) -> dict[str, str]:
        """The slots, with the event's place behind its label where no date tells which of several it was, or of a journey."""
        travel = self._it.family == "visit"
        place = self.place(whither=self._noun.sort == "journey")
        if (slots["when"] and not travel) or not place or place in self.label:
            return slots
        return slots | {name: f"{slots[name]} {place}" for name in ("event", "event.gen", "event.dat")}

    def slots(self, modality: Modality) -> dict[str, str]:
        """What templates can say of the event; a plan is dated only by its own mentions."""
        given_up = any(m.given_up for _, m in self._it.mentions)
        return {
            "event": self.label,
            "event.gen": self.form("gen"),
            "event.dat": self.form("dat"),
            "when": self.own_time() or (self._article_time() if modality == "actual" else ""),
            "stand": "" if modality == "actual" or given_up or self.own_time() else self.stand(),
            "first": self._scene.phrasing.at_first if modality == "planned" and given_up else "",
            "noun": self._noun.noun,
            "number": "p" if self._noun.plural else "s",
            "sort": self._it.family,
        }


def _yearless(time: Timex) -> bool:
    """Whether a day or month is told and its year not found: XXXX-05-03; a weekday, XXXX-WXX-7, is always near."""
    return time.value.startswith("XXXX-") and time.value[len("XXXX-")].isdigit()
