"""The PERSON and ORGANISATION mentions around a speaker: which lie in a sentence, how far they reach, what is no person."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.model import Mention, Person, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.frames import Unit
    from summitquiz.german.phrases import Phrase


@cache
def _media() -> tuple[str, ...]:
    return tuple(lexicon.load("attribution")["media"])


def is_medium(units: Sequence[Unit], phrase: Phrase) -> bool:
    """A newspaper or agency with its name: die Nachrichtenagentur Ria is no person."""
    return any(unit.lower.endswith(_media()) for unit in units[phrase.start : phrase.core])


def has_name(mention: Mention) -> bool:
    """Whether the person has a name, not only an office."""
    return not isinstance(mention.value, Person) or mention.value.name is not None


def within(mentions: Sequence[Mention], span: Span) -> Sequence[Mention]:
    """The mentions, sorted by their spans, that begin inside `span`."""
    return mentions[bisect_left(mentions, span.start, key=_start) : bisect_left(mentions, span.end, key=_start)]


def _start(mention: Mention) -> int:
    return mention.span.start


def phrase_of(mention: Mention) -> Span:
    """The whole noun phrase of a person mention."""
    return mention.value.phrase if isinstance(mention.value, Person) else mention.span


def possessor(mention: Mention, core: Span) -> bool:
    """Whether the person only owns a noun of the phrase: die Äußerungen Hubers, Jelzins Sprecher."""
    person = mention.value
    if not isinstance(person, Person) or not person.genitive:
        return False
    return person.phrase.start > core.start or person.phrase.end < core.end
