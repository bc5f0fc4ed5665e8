"""The parts that speech is made of: a quotation, a clause without marks, a few quoted words in a clause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summitquiz.german import speech_wording as wording
from summitquiz.german.frames import QUOTE, Frame, Unit
from summitquiz.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summitquiz.german.speakers import Speaker

_SENTENCE = 3  # words: a longer quotation is no mere word or name
_JUDGING = {"als", "von", "das", "dies", "ihn", "es"}  # what stands before a quoted word that is a judgement


@dataclass(frozen=True, slots=True)
class Speech:
    """Words said, before their speaker is resolved. `span` has the quotation marks, `words` has not."""

    span: Span
    words: Span
    direct: bool
    speaker: Speaker | None
    verb: str | None
    rule: str
    cue: Span | None = None  # the reporting verb with its subject
    source: str | None = None  # how the speaker is named, where its words are no nominative


def hull(one: Span, other: Span) -> Span:
    """The smallest span that covers both."""
    return Span(min(one.start, other.start), max(one.end, other.end))


def said(frame: Frame, start: int, stop: int, who: Speaker | None, verb: str, rule: str) -> Iterator[Speech]:
    """The words of the units `start` to `stop`: quotations alone are direct speech, anything else is a clause."""
    quoted = _quotations(frame.units[start:stop])
    if quoted:
        for unit in quoted:
            if unit.quoted:
                yield Speech(unit.span, unit.quoted.inner, True, who, verb, rule.replace("speech.", "speech.direct_"))
    elif start < stop:
        yield clause(frame, start, stop, who, verb, rule.replace("speech.", "speech.indirect_"))
        yield from partial(frame, start, stop, who, verb, needs=3)


def _quotations(units: Sequence[Unit]) -> list[Unit]:
    """The quotations, when the units are nothing else, or begin with a long one that ends its clause."""
    quoted = [unit for unit in units if unit.tag == QUOTE]
    others = [unit for unit in units if unit.tag != QUOTE and not unit.is_comma and unit.text not in {"…", "."}]
    if not others:
        return quoted
    ends = len(units) > 1 and (units[1].is_comma or units[1].text == "und")
    return quoted[:1] if units[0].words > _SENTENCE and ends else []


def clause(frame: Frame, start: int, stop: int, who: Speaker | None, verb: str | None, rule: str) -> Speech:
    """A clause without quotation marks; its closing comma or full stop is not part of it."""
    units = frame.units[start:stop]
    while len(units) > 1 and (units[-1].is_comma or units[-1].text in {".", ":", ";"}):
        units = units[:-1]
    span = Span(units[0].span.start, units[-1].span.end)
    return Speech(span, span, wording.direct_wording(units, verb), who, verb, rule)


def partial(frame: Frame, start: int, stop: int, who: Speaker | None, verb: str, needs: int) -> Iterator[Speech]:
    """Quoted words inside a clause: at least `needs` of them, and no name of a newspaper or a ship."""
    for at in range(start, stop):
        unit = frame.units[at]
        if unit.quoted and unit.words >= needs and not wording.name_like(frame, at):
            yield Speech(unit.span, unit.quoted.inner, True, who, verb, "de.speech.partial")


def labelled(frame: Frame, start: int, stop: int, who: Speaker | None, verb: str) -> Iterator[Speech]:
    """A single quoted word as somebody's judgement: X nannte das „absurd“, als „absurd“."""
    for at in range(start + 1, stop):
        unit = frame.units[at]
        judged = frame.units[at - 1].lower in _JUDGING or (verb == "nennen" and unit.content[:1].islower())
        if unit.quoted and unit.words == 1 and judged:
            yield Speech(unit.span, unit.quoted.inner, True, who, verb, "de.speech.label")
