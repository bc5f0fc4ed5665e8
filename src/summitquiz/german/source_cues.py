"""Cues that qualify a claim: the source that a sentence names, the reporting clause, demnach, and hedges like offenbar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.german.attribution import sources, words
from summitquiz.german.sourcenames import nominative
from summitquiz.model import Kind, Mention, Person, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summitquiz.german.frames import Frame
    from summitquiz.german.speakers import Speaker, Speakers
    from summitquiz.german.speech_parts import Speech


def named_sources(frame: Frame, speakers: Speakers) -> Iterator[Mention]:
    """laut X, nach Angaben von X, X zufolge; value: the source in the nominative."""
    for source in sources(frame, speakers):
        who = source.speaker
        name = ""
        if who and not who.pronoun:
            name = _person(who) or nominative([unit for unit in frame.units if who.words.covers(unit.span)])
        yield Mention(source.span, Kind.CUE, name, source.rule)


def speech_cue(speech: Speech, text: str) -> Mention | None:
    """The reporting clause of a speech: sagte Putin, berichtet die Nachrichtenagentur Ria."""
    if speech.cue is None:
        return None
    name = _person(speech.speaker) or speech.source or (speech.speaker.words.of(text) if speech.speaker else "")
    first, *rest = name.split() or [""]
    if first in {"Der", "Die", "Das", "Ein", "Eine"}:
        first = first.lower()
    return Mention(speech.cue, Kind.CUE, " ".join([first, *rest]), "de.attribution.reported")


def _person(speaker: Speaker | None) -> str | None:
    """The person's name, when the speaker is a person with a name."""
    if speaker is None or speaker.mention is None or not isinstance(speaker.mention.value, Person):
        return None
    return speaker.mention.value.name


def hedges(frame: Frame) -> Iterator[Mention]:
    """offenbar, wohl, dem Vernehmen nach; and demnach, which points to a source before."""
    units = frame.units
    wellbeing = any(unit.lemma in words("wellbeing") for unit in units)
    for at, unit in enumerate(units):
        if unit.lower in words("backward"):
            yield Mention(unit.span, Kind.CUE, "", "de.attribution.backward")
        elif unit.lower in words("hedges") and unit.tag != "ADJA" and not (unit.lower == "wohl" and wellbeing):
            yield Mention(unit.span, Kind.CUE, "", "de.hedge.adverb")
        elif " ".join(u.lower for u in units[at : at + 3]) in words("hedge_phrases"):
            yield Mention(Span(unit.span.start, units[at + 2].span.end), Kind.CUE, "", "de.hedge.phrase")
