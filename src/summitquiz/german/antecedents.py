"""Whom er and sie mean as the subject of a reporting clause, where that is sure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summitquiz.german.phrases import may_be_subject, noun_phrase
from summitquiz.german.speaker_mentions import phrase_of, within
from summitquiz.model import Mention, Person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.frames import Frame
    from summitquiz.german.speakers import Speaker


_RIVALS = {"er": {"der", "ein", "dieser", "sein", "ihr"}, "sie": {"die", "eine", "diese", "seine", "ihre"}}


def resolve(
    speaker: Speaker | None, people: Sequence[Mention], before: Sequence[tuple[Frame, Sequence[Speaker | None]]]
) -> Speaker | None:
    """A pronoun replaced by the person it must mean, None when that is not sure; other speakers as they are.

    `before` are the sentences before in the same paragraph with their speakers, nearest last. The nearest that has a fitting
    person decides; between it and the pronoun only sentences of speech or with the same pronoun may stand.
    """
    if speaker is None or speaker.pronoun is None:
        return speaker
    for frame, said in reversed(before):
        fits = [who for who in said if who is not None and who.mention is not None and _fits(who.mention, speaker.pronoun)]
        if fits:
            return replace(speaker, who=fits[-1].who, mention=fits[-1].mention)
        named = [m for m in within(people, frame.span) if _fits(m, speaker.pronoun)]
        if len(named) == 1 and _may_be_meant(named[0], frame, speaker.pronoun):
            return replace(speaker, who=named[0].span, mention=named[0])
        if named or not (said or any(unit.lower == speaker.pronoun for unit in frame.units)):
            return None
    return None


def _fits(mention: Mention, pronoun: str) -> bool:
    """Whether the pronoun may mean the person; an unknown gender fits both."""
    gender = mention.value.gender if isinstance(mention.value, Person) else None
    return gender in {None, "m" if pronoun == "er" else "f"}


def _may_be_meant(mention: Mention, frame: Frame, pronoun: str) -> bool:
    """Whether the only person of a sentence can be its subject: in no genitive, behind no preposition, beside no other noun
    of that gender in the first place (Ein Vertrauter von X kam. Er …)."""
    if isinstance(mention.value, Person) and mention.value.genitive:
        return False
    start = phrase_of(mention).start
    before = next((unit for unit in reversed(frame.units) if unit.span.end <= start), None)
    if before is not None and before.tag in {"APPR", "APPRART", "KOKOM"}:
        return False
    first = noun_phrase(frame.units, 0)
    rival = first is not None and frame.units[0].lower in _RIVALS[pronoun] and may_be_subject(frame.units, first)
    return not rival or first is None or frame.units[first.core - 1].span.end > start
