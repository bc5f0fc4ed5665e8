"""What keeps two events apart: their numbers, times, places, lengths and names."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from summitquiz.model import Mention, Place, Timex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.knowledge.happening import Happening
    from summitquiz.model import EventMention, PartialDate

_DAY = 10  # letters of a day in ISO form
_MONTH = 31  # days
_SPREAD = 7  # days: a summit has several
_TWO = 2


def numbered_otherwise(happening: Happening, mention: EventMention) -> bool:
    """Whether a mention has another number than an event: "der erste Gipfel" behind "der vierte", "der nächste" behind it."""
    told = {m.adjectives for _, m in happening.mentions} | {happening.adjective}
    if mention.adjectives:
        return bool(told - {""}) and mention.adjectives not in told
    return bool(happening.adjective) and any(
        (m.modality == "actual") != (mention.modality == "actual") for _, m in happening.mentions
    )


def long_past(time: Mention | None, published: Sequence[PartialDate | None]) -> bool:
    """Whether a date lies more than a month before each of some articles."""
    value = time.value.value[:_DAY] if time and isinstance(time.value, Timex) and time.value.resolved else ""
    days = [str(day) for day in published if day and len(str(day)) == _DAY]
    if not days or not re.fullmatch(r"\d{4}-\d{2}(?:-\d{2})?", value):
        return False
    last = date.fromisoformat(value if len(value) == _DAY else f"{value}-28")
    return all((date.fromisoformat(day) - last).days > _MONTH for day in days)


def called_alike(known: tuple[str, Mention] | None, new: Mention | None) -> bool:
    """Whether two places have one name."""
    one, other = known[1].value if known else None, new.value if new else None
    return isinstance(one, Place) and isinstance(other, Place) and one.name == other.name


def places_differ(known: tuple[str, Mention] | None, new: Mention | None) -> bool:
    """Whether two places exclude each other: two different cities, or two different countries."""
    if known is None or new is None:
        return False
    one, other = known[1].value, new.value
    if not isinstance(one, Place) or not isinstance(other, Place):
        return False
    abroad = bool(one.country and other.country and one.country != other.country)
    return abroad or (one.kind == other.kind and one.name != other.name)


def is_indoors(place: Mention | None) -> bool:
    """Whether a place is a building, which no other meeting need have had: "das Gespräch im Kreml"."""
    return place is not None and isinstance(place.value, Place) and place.value.kind == "building"


def clash(one: EventMention, other: EventMention) -> bool:
    """Whether one of two mentions tells that its event took place, and the other of something to come, or called off."""
    pairs = ((one, other), (other, one))
    return any(a.told and a.modality == "actual" and b.modality != "actual" for a, b in pairs)


def times_apart(known: tuple[str, Mention] | None, new: Mention | None) -> bool:
    """Whether two times are more than a few days apart: a summit has several days."""
    one, other = known[1].value if known else None, new.value if new else None
    if not isinstance(one, Timex) or not isinstance(other, Timex) or not (one.resolved and other.resolved):
        return False
    if not all(re.fullmatch(r"[\d-]+(?:T.*)?", t.value) for t in (one, other)):
        return False  # a week, a season
    a, b = sorted((one.value.split("T")[0], other.value.split("T")[0]), key=len)
    if len(a) == _DAY:
        return abs((date.fromisoformat(a) - date.fromisoformat(b)).days) > _SPREAD
    return not b.startswith(a)


def is_single_day(time: Timex) -> bool:
    """Whether a time is one day, or a part of it."""
    return len(time.value.split("T")[0]) == _DAY


def outlasts(mention: EventMention, happening: Happening) -> bool:
    """Whether a mention is of what went on for days, as a meeting of two on one day does not, with which no article opens."""
    time = happening.time[1].value if happening.time else None
    one_day = isinstance(time, Timex) and is_single_day(time)
    return mention.days and len(happening.people) == _TWO and one_day and not happening.opens


def called_otherwise(happening: Happening, mention: EventMention) -> bool:
    """Whether the noun is of another event than a meeting of two: "die Zwei-plus-Vier-Gespräche", not "das Obama-Treffen"; "der
    Gipfel", unless the article opens with it. Or than a summit: "das Gespräch" at its edge.
    """
    of_that_name = happening.noun.casefold().endswith(mention.noun.casefold())  # "Sechs-Parteien-Gespräche", "die Gespräche"
    if mention.small and not (happening.people or of_that_name) and any(m.large or m.compound for _, m in happening.mentions):
        return True
    of_two = len(happening.people) == _TWO and not happening.large
    if mention.large and of_two and not happening.opens:
        return True
    hyphened = mention.compound and "-" in mention.noun and mention.noun != happening.noun
    theirs = any(person.name.split()[-1] in mention.noun for person in happening.people)
    return hyphened and bool(happening.people) and not theirs
