"""Whom er and sie mean as the subject of a reporting clause, where that is sure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summitquiz.german.speakers import Speaker, within
from summitquiz.model import Mention, Person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.frames import Frame


def resolve(
    speaker: Speaker | None, people: Sequence[Mention], before: Sequence[Frame], last: Sequence[Speaker | None]
) -> Speaker | None:
    """A pronoun replaced by the person it must mean, None when that is not sure; other speakers as they are.

    `before` are the sentences before in the same paragraph, nearest last; `last` the speakers of the nearest one.
    """
    if speaker is None or speaker.pronoun is None:
        return speaker
    fits = [who for who in last if who is not None and who.mention is not None and _fits(who.mention, speaker.pronoun)]
    if fits:
        return replace(speaker, who=fits[-1].who, mention=fits[-1].mention)
    for frame in reversed(before):
        named = [m for m in within(people, frame.span) if _fits(m, speaker.pronoun)]
        if len(named) == 1:
            return replace(speaker, who=named[0].span, mention=named[0])
        if named or not any(unit.lower == speaker.pronoun for unit in frame.units):
            return None
    return None


def _fits(mention: Mention, pronoun: str) -> bool:
    """Whether the pronoun may mean the person; an unknown gender fits both."""
    gender = mention.value.gender if isinstance(mention.value, Person) else None
    return gender in {None, "m" if pronoun == "er" else "f"}
