"""Where a claim comes from: laut X, nach Angaben von X, X zufolge, wie X berichtete; and how sure it is: offenbar, wohl."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import yaml

from summitquiz.german.frames import Frame, Unit, frames
from summitquiz.german.phrases import noun_phrase
from summitquiz.german.speakers import Speaker, Speakers
from summitquiz.model import Kind, Mention, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summitquiz.model import Document

_STATEMENT_STARTS = ("ART", "PPOSAT", "ADJA", "PIAT", "CARD")


@dataclass(frozen=True, slots=True)
class Source:
    """The words that name a source, and who it is; `speaker` is None where it stands in the sentence before."""

    span: Span
    speaker: Speaker | None
    rule: str


@cache
def _words() -> dict[str, frozenset[str]]:
    path = resources.files("summitquiz.german") / "words" / "attribution.yaml"
    return {key: frozenset(words) for key, words in yaml.safe_load(path.read_text(encoding="utf-8")).items()}


def sources(frame: Frame, speakers: Speakers) -> list[Source]:
    """The sources that a frame names without a reporting verb."""
    found = []
    for at, unit in enumerate(frame.units):
        if unit.lower == "laut" and unit.tag != "ADJA":
            found.append(_laut(frame, at, speakers))
        elif unit.lower == "nach":
            found.append(_nach(frame, at, speakers))
        elif unit.lower == "zufolge":
            found.append(_zufolge(frame, at, speakers))
    return [source for source in found if source]


def _laut(frame: Frame, at: int, speakers: Speakers) -> Source | None:
    phrase = noun_phrase(frame.units, at + 1)
    if phrase is None:
        return None
    who = speakers.of(frame, phrase)
    return Source(Span(frame.units[at].span.start, who.words.end), who, "de.attribution.laut")


def _nach(frame: Frame, at: int, speakers: Speakers) -> Source | None:
    """Nach Angaben von X, nach russischen Angaben."""
    units = frame.units
    noun = at + 1
    while noun < len(units) and units[noun].tag in _STATEMENT_STARTS:
        noun += 1
    if noun >= len(units) or units[noun].text not in _words()["statements"]:
        return None
    if units[noun].text in _words()["indefinite"] and units[at + 1].lower in {
        "dem",
        "der",
        "den",
        "diesem",
        "dieser",
        "seiner",
    }:
        return None
    follow = noun + 1
    if follow < len(units) and units[follow].lower in {"von", "vom", "aus"}:
        follow += 1
    whose = noun_phrase(units, follow) if follow < len(units) else None
    if whose is not None and (follow > noun + 1 or _may_own(units[follow])):
        who = speakers.of(frame, whose)
        span = Span(units[at].span.start, who.words.end)
    else:
        words = Span(units[at + 1].span.start, units[noun].span.end)
        who, span = Speaker(words, words), Span(units[at].span.start, units[noun].span.end)
    return Source(span, who, "de.attribution.nach")


def _may_own(unit: Unit) -> bool:
    """Whether a genitive can begin here: des Kremls, Putins, russischer Medien."""
    return unit.tag in {"ART", "PPOSAT", "NE", "PDAT"} or (unit.tag == "ADJA" and unit.text.endswith("er"))


def _zufolge(frame: Frame, at: int, speakers: Speakers) -> Source | None:
    for start in range(max(0, at - 14), at):
        phrase = noun_phrase(frame.units, start)
        if phrase is not None and phrase.end == at:
            who = speakers.of(frame, phrase)
            return Source(Span(who.words.start, frame.units[at].span.end), who, "de.attribution.zufolge")
    return None


def find_attributions(document: Document) -> list[Mention]:
    """Cues for the source of a claim and for its sureness, in text order."""
    speakers = Speakers(document.mentions)
    return [mention for frame in frames(document) for mention in _cues(frame, speakers)]


def _cues(frame: Frame, speakers: Speakers) -> Iterator[Mention]:
    for source in sources(frame, speakers):
        yield Mention(source.span, Kind.CUE, "", source.rule)
