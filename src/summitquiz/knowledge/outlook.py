"""Whether an event took place, was planned or is told by hearsay, and whether its date can be right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.model import Modality, Timex

if TYPE_CHECKING:
    from summitquiz.knowledge.happening import Happening
    from summitquiz.knowledge.scene import Scene
    from summitquiz.model import Article


class Outlook:
    """How the articles look at one event. `dated`: its own mentions say when it was."""

    def __init__(self, scene: Scene, happening: Happening, dated: bool) -> None:
        self.scene, self.it, self._dated = scene, happening, dated

    def modality(self) -> Modality:
        """What is told of the event itself counts before what happened at it, and that before what is said in passing; a date
        after the article's own is a plan."""
        told = [m.modality for _, m in self.it.mentions if m.told]
        during: list[Modality] = ["actual" for _, m in self.it.mentions if m.during and m.modality == "actual"]
        passing: list[Modality] = [  # "wollen es beim Gipfel wiederholen"; who "ist zu Gesprächen gereist", is there
            "actual" if m.during and (m.modality != "planned" or m.people) else m.modality for _, m in self.it.mentions
        ]
        order: tuple[Modality, ...] = ("actual", "planned", "hypothetical", "negated")
        found = min(told, key=order.index) if told else max(during or passing, key=order.index)
        if found == "actual" and all(m.ahead for _, m in self.it.mentions):
            found = "hypothetical"
        if found == "actual" and self.it.family == "visit" and not told and not any(m.during for _, m in self.it.mentions):
            found = "hypothetical"  # "die Reise von X nach Y" in passing does not say whether it took place
        return "planned" if found == "actual" and self._to_come() else found

    def hearsay(self) -> bool:
        """Whether the clauses that tell of the event, or failing them all that name it, give only unnamed reports for it."""
        told = [m.hearsay for _, m in self.it.mentions if m.told]
        return all(told or [m.hearsay for _, m in self.it.mentions])

    def undated(self) -> bool:
        """Whether neither the event nor an article that tells of it has a date, a year at least."""
        return not self._dated and not any(self._article(a).year_known for a, _ in self.it.mentions)

    def over(self, value: Timex) -> bool:
        """Whether a date lies before all articles that tell of the event; of a plan given up, more than a year before."""
        dates = [a.published for a in (self._article(name) for name, _ in self.it.mentions) if a.published]
        first = value.begins
        if any(m.given_up for _, m in self.it.mentions):
            return any(int(first[:4]) < date.year - 1 for date in dates if first[:4].isdigit())
        return bool(dates) and all(first[: len(str(date))] < str(date)[: len(first)] for date in dates)

    def _to_come(self) -> bool:
        if self.it.time is None:
            return False
        article, mention = self.it.time
        published = self._article(article).published
        start = mention.value.begins if isinstance(mention.value, Timex) else ""
        return bool(published) and start[: len(str(published))] > str(published)[: len(start)]

    def _article(self, article: str) -> Article:
        return self.scene.documents[article].article
