"""Quotations and their speakers: direct speech, indirect speech, and words said according to somebody.

Found sentence by sentence (frames): a reporting verb, its subject, and the words it reports. Where the subject is not sure, the
quotation has no speaker.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summitquiz.german import speech_wording as wording
from summitquiz.german.antecedents import resolve
from summitquiz.german.frames import QUOTE, Frame, frames
from summitquiz.german.source_cues import hedges, named_sources, speech_cue
from summitquiz.german.speakers import Speaker, Speakers
from summitquiz.german.speech_other import without_verb
from summitquiz.german.speech_parts import Speech, clause, said
from summitquiz.german.speech_verbs import with_verb
from summitquiz.model import Kind, Mention, Quotation, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summitquiz.model import Document

__all__ = ["find_attributions", "find_quotes"]


def find_quotes(document: Document) -> list[Mention]:
    """The quotations of a document that has its PERSON and ORGANISATION mentions, in text order.

    Each is a mention of kind QUOTE with a Quotation as value; `speaker` is None where it is not sure.
    """
    return [_mention(speech) for speech in sorted(_speeches(document, frames(document)), key=lambda speech: speech.span)]


def find_attributions(document: Document) -> list[Mention]:
    """Cues for the source of a claim (de.attribution.*) and for how sure it is (de.hedge.*), in text order.

    The value names the source as it should be named (der Kreml, russische Angaben, a person's name); it is empty where the
    source stands in the sentence before, or nobody knows it, and for hedges.
    """
    speakers = Speakers(document.mentions)
    framed = frames(document)
    found = [cue for speech in _speeches(document, framed) if (cue := speech_cue(speech, document.article.text))]
    for frame in framed:
        found += [*named_sources(frame, speakers), *hedges(frame)]
    return sorted({cue.span: cue for cue in reversed(found)}.values(), key=lambda cue: cue.span)


def _speeches(document: Document, framed: list[Frame]) -> list[Speech]:
    speakers = Speakers(document.mentions)
    found: list[Speech] = []
    previous: list[Speech] = []
    context: list[tuple[Frame, list[Speaker | None]]] = []
    for frame in framed:
        context = [row for row in context if row[0].paragraph == frame.paragraph][-3:]
        here = _unique([*with_verb(frame, speakers), *without_verb(frame, speakers)])
        if all(speech.cue is None for speech in here):
            here += _continued(frame, previous if context else [])
        here = [replace(speech, speaker=resolve(speech.speaker, speakers.people, context)) for speech in here]
        found += here
        previous = here
        context.append((frame, [speech.speaker for speech in here]))
    return found


def _mention(speech: Speech) -> Mention:
    who = speech.speaker
    value = Quotation(speech.words, speech.direct, who.who if who else None, speech.verb, who.words if who else None)
    return Mention(speech.span, Kind.QUOTE, value, speech.rule)


def _unique(found: list[Speech]) -> list[Speech]:
    """One reading for each span: the first with a speaker, else the first."""
    best: dict[Span, Speech] = {}
    for speech in found:
        if speech.span not in best or (best[speech.span].speaker is None and speech.speaker is not None):
            best[speech.span] = speech
    return list(best.values())


def _continued(frame: Frame, previous: list[Speech]) -> Iterator[Speech]:
    """A sentence of quotations alone, or in the Konjunktiv, right after speech in the same paragraph is the same speaker's.

    A sentence in the Konjunktiv with no speech before it is somebody's, nobody knows whose.
    """
    who, verb = (previous[-1].speaker, previous[-1].verb) if previous else (None, None)
    everything = (frame, 0, len(frame.units), who)
    if all(unit.tag == QUOTE or unit.text in {".", ",", "–"} for unit in frame.units):
        if previous and previous[-1].rule != "de.speech.according_to":
            yield from said(*everything, verb or "", "de.speech.continued")
    elif wording.main_subjunctive(frame) or (previous and wording.lone_dass(frame)):
        rule = "de.speech.indirect_continued" if previous else "de.speech.indirect_open"
        yield replace(clause(*everything, verb, rule), direct=False)
