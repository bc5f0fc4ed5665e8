"""Where a claim comes from: laut X, nach Angaben von X, X zufolge, wie X berichtete; and how sure it is: offenbar, wohl."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.phrases import GENITIVE, noun_phrase
from summitquiz.german.speakers import Speaker
from summitquiz.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.frames import Frame, Unit
    from summitquiz.german.speakers import Speakers

_BEFORE_STATEMENT = {"ART", "PPOSAT", "ADJA", "PIAT", "CARD", "PDAT"}
_DEFINITE = {"dem", "der", "den", "diesem", "dieser", "seiner", "seinem", "ihrer", "ihrem"}
_REACH = 14  # units that the source of a postposition may have


@dataclass(frozen=True, slots=True)
class Source:
    """A source named without a reporting verb: the words that do it, the unit they begin with, and who it is, if they say.

    `speaks`: somebody says it, other than with estimates and findings.
    """

    span: Span
    at: int
    speaker: Speaker | None
    rule: str
    speaks: bool = True


@cache
def words(key: str) -> frozenset[str]:
    """A list of words/attribution.yaml."""
    return frozenset(lexicon.load("attribution")[key])


def sources(frame: Frame, speakers: Speakers) -> list[Source]:
    """The sources that a frame names without a reporting verb."""
    finders = {"laut": _laut, "nach": _nach, "zufolge": _zufolge}
    found = [finders[unit.lower](frame, at, speakers) for at, unit in enumerate(frame.units) if unit.lower in finders]
    return [source for source in found if source is not None]


def _laut(frame: Frame, at: int, speakers: Speakers) -> Source | None:
    if frame.units[at].tag == "ADJA" or at + 1 == len(frame.units):
        return None
    who = speakers.at(frame, at + 1, oblique=True)
    if who is None or who.pronoun:
        return None
    return Source(Span(frame.units[at].span.start, who.words.end), at, who, "de.attribution.laut")


def _nach(frame: Frame, at: int, speakers: Speakers) -> Source | None:
    """Nach Angaben von X, nach russischen Angaben."""
    units = frame.units
    noun = next((k for k in range(at + 1, len(units)) if units[k].tag not in _BEFORE_STATEMENT), len(units))
    if noun == len(units) or not _statement(units[noun].text) or _in_time(units[noun].text, units[at + 1].lower):
        return None
    follow = noun + 1
    named = follow + 1 < len(units) and units[follow].lower in {"von", "vom", "aus"}
    follow += named
    owned = follow < len(units) and (named or _may_own(units, follow))
    who = speakers.at(frame, follow, oblique=True) if owned else _whose(units[at + 1 : noun + 1])
    end = who.words.end if who else units[noun].span.end
    return Source(Span(units[at].span.start, end), at, who, "de.attribution.nach", units[noun].text not in words("findings"))


def _whose(units: Sequence[Unit]) -> Speaker | None:
    """Who makes a statement that no name follows: itself, or nobody named here (den Angaben zufolge)."""
    if any(unit.lemma == "eigen" for unit in units):
        return None  # the subject's own
    if units[0].lower in {"den", "dem", "der", "diesen", "diesem", "dieser"} and len(units) == 2:
        return None
    span = Span(units[0].span.start, units[-1].span.end)
    return Speaker(span, span, pronoun=_possessor(units[0]))


def _possessor(unit: Unit) -> str | None:
    """Nach ihren Worten: whose they are stands in the sentence before."""
    return next((pronoun for stem, pronoun in (("ihr", "sie"), ("sein", "er")) if unit.lower.startswith(stem)), None)


def _statement(noun: str) -> bool:
    ends = tuple(words("statement_ends"))
    return noun in words("statements") or noun in words("findings") or noun.lower().endswith(ends)


def _in_time(noun: str, before: str) -> bool:
    """Whether it is rather after the report than according to it."""
    return noun in words("indefinite") and before in _DEFINITE


def _may_own(units: Sequence[Unit], at: int) -> bool:
    """Whether a genitive can begin here: des Kremls, der Polizei, Putins, russischer Medien; not der Ehemann."""
    unit = units[at]
    if unit.lower == "der":
        phrase = noun_phrase(units, at)
        return phrase is None or not units[phrase.core - 1].text.endswith("mann")
    return unit.lower in GENITIVE or unit.tag == "NE" or (unit.tag == "ADJA" and unit.text.endswith("er"))


def _zufolge(frame: Frame, at: int, speakers: Speakers) -> Source | None:
    """Berichten zufolge, dem Sprecher des Präsidenten zufolge: the longest noun phrase that ends there."""
    for start in range(max(0, at - _REACH), at):
        phrase = noun_phrase(frame.units[:at], start)
        if phrase is not None and phrase.end == at:
            who = speakers.at(frame, start, oblique=True)
            if _statement(frame.units[at - 1].text):  # 75 Schulkinder Berichten zufolge: two phrases
                start = _statement_start(frame, at - 1)
                who = _whose(frame.units[start:at])
            span = Span(frame.units[start].span.start, frame.units[at].span.end)
            return Source(span, start, who, "de.attribution.zufolge", frame.units[at - 1].text not in words("findings"))
    return None


def _statement_start(frame: Frame, noun: int) -> int:
    start = noun
    while start and frame.units[start - 1].tag in _BEFORE_STATEMENT:
        start -= 1
    return start
