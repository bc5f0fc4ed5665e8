"""One event, whatever number of mentions tell of it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from summitquiz.knowledge.differences import called_alike, is_single_day
from summitquiz.model import Mention, Place, Timex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summitquiz.knowledge.persons import Profile
    from summitquiz.model import EventMention, PartialDate, Span

FAMILY = {
    "meeting": "meeting",
    "session": "meeting",
    "talks": "talks",
    "visit": "visit",
    "journey": "visit",
    "arrival": "arrival",
}
_TWO = 2
PLACED = {"meeting", "talks"}  # families of events that a headline names by their place alone
_SOLD_OUT = {"negated", "hypothetical"}  # an event of which this is said is not what an article is about
_ABOUT = {"über", "zu", "zum", "zur", "wegen"}
_YEAR_AND_MONTH = 7  # letters of a month in ISO form


@dataclass(slots=True)
class Happening:
    """An event as far as its mentions tell. `place` and `time` are the mentions that say where and when."""

    noun: str
    sort: str
    plural: bool
    name: bool
    people: list[Profile] = field(default_factory=list)
    group: str = ""
    adjective: str = ""
    place: tuple[str, Mention] | None = None
    time: tuple[str, Mention] | None = None
    mentions: list[tuple[str, EventMention]] = field(default_factory=list)
    whole: Happening | None = None  # the meeting of which these are the talks
    opens: set[str] = field(default_factory=set)  # the articles that open with it
    apart: str = ""  # the month or the place of a meeting whose people met at another time as well

    @property
    def family(self) -> str:
        """Sorts that may name the same thing: a summit and a talk, a visit and a journey."""
        return FAMILY.get(self.sort, self.sort)

    @property
    def days(self) -> bool:
        """Whether it lasted more than one day, so that a single one is not its date."""
        return any(mention.days for _, mention in self.mentions)

    @property
    def when(self) -> Mention | None:
        """The mention that says when it was; no more than its month, where a single day is known of several."""
        mention = self.time[1] if self.time else None
        value = mention.value if mention else None
        if mention is None or not isinstance(value, Timex) or not (self.days and is_single_day(value)):
            return mention
        return replace(mention, value=replace(value, value=value.value[:_YEAR_AND_MONTH], mod=None))

    @property
    def known(self) -> bool:
        """Whether the event can be told from others: by its people, its group or its own name."""
        words = self.group.split()
        hyphened = any("-" in word.strip("-") for word in words)
        if words[:1] and words[0] in _ABOUT:
            return True
        telling = hyphened or any(w.isupper() for w in words) or sum(w[0].isupper() for w in words) > 1
        attributed = any(word.islower() and word.endswith("en") for word in words[1:-1])
        telling = telling or (attributed and self.time is not None)
        if len(self.people) > 1 or (self.people and not self.plural and self.family in {"visit", "arrival"}):
            return True
        return bool((self.name and self._well_known) or telling or self._placed)

    @property
    def _well_known(self) -> bool:
        """Whether its name tells it from others: "das Wirtschaftsforum", "eine Geberkonferenz in Paris", not "ein Forum"."""
        if "-" in self.noun or self.adjective or self.place:
            return True
        return any(m.noun == self.noun and (m.definite or m.plural or m.phrase == m.span) for _, m in self.mentions)

    @property
    def large(self) -> bool:
        """Whether it is a summit or a conference, at whose edge others meet."""
        return any(mention.large for _, mention in self.mentions)

    @property
    def members(self) -> bool:
        """Whether its group can be named alone: "die EU-Außenminister", not "die westlichen Verhandlungspartner"."""
        return (self.group.split(" ")[0] not in _ABOUT and "-" in self.group) or sum(
            word[0].isupper() for word in self.group.split()
        ) > 1

    def beside(self, other: Happening) -> bool:
        """Whether both were at one place, at no different times as far as is known."""
        timed = self.time and other.time and self.time[1].value != other.time[1].value
        return not timed and called_alike(self.place, other.place[1] if other.place else None)

    @property
    def numbered_there(self) -> bool:
        """Whether its number counts the visits to its place alone: "der erste Besuch in den USA"."""
        return self.family == "visit" and bool(self.adjective) and self.place is not None

    @property
    def _placed(self) -> bool:
        """Whether nothing but its place tells it from others: "der Krisengipfel in Minsk"."""
        told = self.people or self.group or self.name
        return not told and self.place is not None and self.family in PLACED

    @property
    def named_by_place(self) -> bool:
        """Whether its name holds its place, so that nobody need ask where it was."""
        return self.numbered_there or self._placed

    @property
    def key(self) -> str:
        """What identifies the event for ever: kind, people or group or name. No wording and no order."""
        who = "+".join(sorted(p.name for p in self.people)) or self.group or (self.noun if self.name else "")
        if self._placed and self.place and isinstance(self.place[1].value, Place):
            who = self.place[1].value.name
        return f"{self.family}|{who}|{self.adjective}" + (f"|{self.apart}" if self.apart else "")

    def long_before(self, published: PartialDate | None) -> bool:
        """Whether it was in a year before that of an article; news gives no bare year for what it is about."""
        value = self.time[1].value.value if self.time and isinstance(self.time[1].value, Timex) else ""
        if published is None:
            return bool(re.fullmatch(r"\d{4}", value))
        return value[:4].isdigit() and int(value[:4]) < published.year - (published.month == 1)

    def doubtful(self, article: str) -> bool:
        """Whether an article denies it, or only holds it possible and tells nothing that happened at it."""
        mentions = [m for where, m in self.mentions if where == article]
        if any(m.during and m.modality == "actual" and not m.hearsay for m in mentions):
            return any(m.modality == "negated" for m in mentions)
        return any(m.modality in _SOLD_OUT or m.hearsay for m in mentions)


def one_of(several: Happening, adjective: str) -> Happening:
    """ "die letzten Gespräche" are one of several: an event of their own, with the name of all."""
    return Happening(several.noun, several.sort, several.plural, several.name, several.people, several.group, adjective)


def tell_apart(happenings: Sequence[Happening]) -> None:
    """Give each of several meetings of the same people a key of its own; the one that opens an article keeps the plain one."""
    alike: dict[str, list[Happening]] = defaultdict(list)
    for happening in happenings:
        alike[happening.key].append(happening)
    for same in alike.values():
        main = next((h for h in same if h.opens), same[0])
        for happening in same:
            named = any(mention.people for _, mention in happening.mentions)  # "das Treffen vom 8. Februar" may be of others
            happening.apart = _when_or_where(happening) if named and happening is not main else ""


def _when_or_where(happening: Happening) -> str:
    if happening.time and isinstance(happening.time[1].value, Timex):
        return happening.time[1].value.value[:_YEAR_AND_MONTH]
    place = happening.place[1].value if happening.place else None
    return place.name if isinstance(place, Place) else ""


def told_by_place(mention: EventMention, by_span: Mapping[Span, Mention], *, opens: bool) -> bool:
    """Whether headline or lead, where an article `opens`, names a meeting by its place alone: "Krisengipfel in Minsk";
    elsewhere by its year too."""
    own = [by_span[s].value for s in (mention.place, mention.time) if s in by_span and s and mention.phrase.covers(s)]
    there = any(isinstance(value, Place) and value.preposition in {"in", "auf"} for value in own)
    year = next((value for value in own if isinstance(value, Timex)), None)
    told = (opens and not mention.owned) or (year is not None and year.value.isdigit())
    return there and told and not mention.people and FAMILY.get(mention.sort) in PLACED
