"""An event in words: its label in all cases, and the slots that templates use of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.model import Timex

if TYPE_CHECKING:
    from summitquiz.knowledge.events import Happening
    from summitquiz.knowledge.scene import Scene
    from summitquiz.model import Case


class EventWords:
    """The words for one event. Raises FormError when its noun is none of the lexicon's."""

    def __init__(self, scene: Scene, happening: Happening) -> None:
        self._scene, self._it = scene, happening
        names = [p.name for p in happening.people]
        self.label = scene.phrasing.label(happening.noun, happening.plural, happening.adjective, names, happening.group)
        self.id = scene.event_id(happening.key, happening.noun, self.label, tuple(names))

    def form(self, case: Case) -> str:
        """The label in a case."""
        return self._scene.phrasing.decline(self.label, case)

    def own_time(self) -> str:
        """When the event was, as an adverbial, if its mentions say so; "" otherwise."""
        value = self._it.time[1].value if self._it.time else None
        return self._scene.phrasing.when(value.value.split("T")[0], value.mod) if isinstance(value, Timex) else ""

    def slots(self, published: str) -> dict[str, str]:
        """What templates can say of the event; `published` stands for its time when no mention gives one."""
        return {
            "event": self.label,
            "event.gen": self.form("gen"),
            "event.dat": self.form("dat"),
            "when": self.own_time() or published,
            "noun": self._it.noun,
            "number": "p" if self._it.plural else "s",
            "sort": self._it.family,
        }
