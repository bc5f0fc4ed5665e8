"""Who speaks: the subject of a reporting clause, and the person or organisation it stands for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summitquiz.german.frames import QUOTE, Frame, Unit
from summitquiz.german.phrases import Phrase, is_bare, may_be_subject, noun_phrase
from summitquiz.model import Kind, Mention, Person, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_PRONOUNS = {"er", "sie"}
_CLAUSE_ENDS = {":", ".", ";", "?", "!"}
# Between a subject in the first place and its verb only these adverbs stand: Putin selbst sagte …
_AFTER_SUBJECT = {
    "aber",
    "jedoch",
    "hingegen",
    "dagegen",
    "indes",
    "indessen",
    "selbst",
    "allerdings",
    "wiederum",
    "freilich",
    "auch",
}
_AFTER_SUBJECT |= {"sowie", "und", "oder", "heute", "gestern", "persönlich", "seinerseits", "ihrerseits", "zudem"}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: `words` as the reporting clause has them (pronoun, noun phrase), `who` the mention they stand for."""

    words: Span
    who: Span
    mention: Mention | None = None
    pronoun: str | None = None


class Speakers:
    """Resolves noun phrases and pronouns of one document against its PERSON and ORGANISATION mentions."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.people = [m for m in mentions if m.kind is Kind.PERSON]
        self.organisations = [m for m in mentions if m.kind is Kind.ORGANISATION]
        self._starts = {start: m for m in reversed(self.people) for start in (phrase_of(m).start, m.span.start)}

    def after(self, frame: Frame, index: int) -> Speaker | None:
        """The subject that follows a finite verb: adverbs, datives and prepositional phrases between are passed over."""
        units = frame.units
        at = index
        while at < len(units) and not units[at].is_comma and units[at].text not in _CLAUSE_ENDS:
            unit = units[at]
            if unit.lower in _PRONOUNS:
                return _pronoun(unit)
            if unit.tag in {"APPR", "APPRART"} and unit.span.start not in self._starts:
                inner = noun_phrase(units, at + 1)
                at = inner.end if inner else at + 1
                continue
            phrase = self._phrase(units, at)
            if phrase is None:
                if unit.tag in {QUOTE, "PTKNEG", "KON"} or unit.finite:
                    return None
                at += 1
            elif may_be_subject(units, phrase):
                return self.of(frame, phrase)
            else:
                late = self._late_name(frame, phrase)
                if late is not None:
                    return late
                at = phrase.end
        return None

    def first(self, frame: Frame, index: int, verb: int) -> Speaker | None:
        """The subject that stands at `index` before its verb at `verb`, None when another part of the clause stands there."""
        units = frame.units[:verb]
        while index < verb and (
            units[index].tag in {"KON"} or units[index].lower in {"auch", "nur", "selbst", "sogar", "doch"}
        ):
            index += 1
        if index >= verb:
            return None
        if units[index].lower in _PRONOUNS:
            return _pronoun(units[index]) if all(u.lower in _AFTER_SUBJECT for u in units[index + 1 :]) else None
        phrase = self._phrase(units, index)
        if phrase is None or not may_be_subject(units, phrase) or not _only_attributes(units, phrase.end):
            return None
        return self.of(frame, phrase)

    def at(self, frame: Frame, index: int, oblique: bool = False) -> Speaker | None:
        """The noun phrase or pronoun right at `index`, a nominative unless `oblique`."""
        if frame.units[index].lower in _PRONOUNS:
            return _pronoun(frame.units[index])
        phrase = self._phrase(frame.units, index)
        return self.of(frame, phrase) if phrase and (oblique or may_be_subject(frame.units, phrase)) else None

    def subject(self, frame: Frame, start: int, verb: int) -> Speaker | None:
        """The subject of the clause that begins at `start` and has its finite verb second, at `verb`."""
        following = frame.units[verb + 1] if verb + 1 < len(frame.units) else None
        if following is not None and following.lower == "er":
            return _pronoun(following)
        first = self.first(frame, start, verb)
        if first is None:
            return self.after(frame, verb + 1)
        if first.mention is None and first.pronoun is None and following is not None and following.span.start in self._starts:
            return self.after(frame, verb + 1)  # Die Lage nannte Putin …: the thing stands first
        return first

    def of(self, frame: Frame, phrase: Phrase) -> Speaker:
        """The speaker a noun phrase names: a person mention, an organisation, or the phrase itself."""
        units = frame.units
        core = Span(units[phrase.start].span.start, units[phrase.core - 1].span.end)
        whole = Span(core.start, units[phrase.end - 1].span.end)
        for mention in self.people:
            if phrase_of(mention).overlaps(core):
                return Speaker(whole, mention.span, mention)
        apposition = self._apposition(frame, phrase)
        if apposition is not None:
            return Speaker(whole, apposition.span, apposition)
        for mention in self.organisations:
            if mention.span.overlaps(core) and mention.span.end >= core.end:
                return Speaker(whole, mention.span, mention)
        return Speaker(whole, whole)

    def quoted_person(self, frame: Frame, verb: int) -> Speaker | None:
        """Whom an active zitiert quotes: its object, when that is a person or an accusative (zitiert einen Augenzeugen)."""
        for at in range(verb + 1, len(frame.units)):
            if frame.units[at].is_comma or frame.units[at].text in _CLAUSE_ENDS:
                return None
            phrase = self._phrase(frame.units, at)
            if phrase is not None and (frame.units[at].span.start in self._starts or frame.units[at].lower in {"einen", "den"}):
                return self.of(frame, phrase)
        return None

    def place_of_words(self, frame: Frame, verb: int) -> Speaker | None:
        """Where it says so: heißt es in einer Erklärung, hieß es aus dem Kreml, In dem Schreiben heißt es."""
        units = frame.units
        spots = [*range(verb + 1, min(len(units), verb + 8)), *range(max(0, verb - 12), verb)]
        for at in spots:
            if units[at].lower in {"in", "im", "aus", "von", "vom", "bei", "beim"}:
                phrase = self._phrase(units, at + 1) if at + 1 < len(units) else None
                if phrase is not None:
                    return self.of(frame, phrase)
        return None

    def resolve(self, speaker: Speaker | None, before: Sequence[Frame], last: Sequence[Speaker | None]) -> Speaker | None:
        """A pronoun replaced by the person it must mean, None when that is not sure; other speakers as they are.

        `before` are the sentences before in the same paragraph, nearest last; `last` the speakers of the nearest one.
        """
        if speaker is None or speaker.pronoun is None:
            return speaker
        fits = [who for who in last if who is not None and who.mention is not None and _fits(who.mention, speaker.pronoun)]
        if fits:
            return replace(speaker, who=fits[-1].who, mention=fits[-1].mention)
        for frame in reversed(before):
            named = [m for m in self.people if frame.span.covers(m.span) and _fits(m, speaker.pronoun)]
            if len(named) == 1:
                return replace(speaker, who=named[0].span, mention=named[0])
            if named or not any(unit.lower == speaker.pronoun for unit in frame.units):
                return None
        return None

    def _phrase(self, units: Sequence[Unit], at: int) -> Phrase | None:
        """The noun phrase at `at`; where a person mention begins, it is at least that (Von der Leyen)."""
        phrase = noun_phrase(units, at)
        mention = self._starts.get(units[at].span.start)
        if mention is None:
            return phrase
        end = next((k for k in range(at, len(units)) if units[k].span.end >= mention.span.end), len(units) - 1) + 1
        return phrase if phrase and phrase.end >= end else Phrase(at, end, end)

    def _apposition(self, frame: Frame, phrase: Phrase) -> Mention | None:
        """Der Sprecher der Präsidentin, Karl Meier, …"""
        units = frame.units
        if phrase.end + 1 >= len(units) or units[phrase.end].text != "," or is_bare(units, phrase):
            return None
        mention = self._starts.get(units[phrase.end + 1].span.start)
        return mention if mention is not None and _closed(units, mention.span.end) else None

    def _late_name(self, frame: Frame, phrase: Phrase) -> Speaker | None:
        """A person right behind a dative: sagte der Zeitung X Karl Meier."""
        begin, end = frame.units[phrase.start].span.end, frame.units[phrase.core - 1].span.end
        for mention in self.people:
            if begin < phrase_of(mention).start and mention.span.end == end:
                return Speaker(mention.span, mention.span, mention)
        return None


def phrase_of(mention: Mention) -> Span:
    """The whole noun phrase of a person mention."""
    return mention.value.phrase if isinstance(mention.value, Person) else mention.span


def _pronoun(unit: Unit) -> Speaker:
    return Speaker(unit.span, unit.span, pronoun=unit.lower)


def _fits(mention: Mention, pronoun: str) -> bool:
    """Whether the pronoun may mean the person; an unknown gender fits both."""
    gender = mention.value.gender if isinstance(mention.value, Person) else None
    return gender in {None, "m" if pronoun == "er" else "f"}


def _only_attributes(units: Sequence[Unit], at: int) -> bool:
    """Whether what stands between a subject's nouns and its verb can belong to the subject."""
    if at >= len(units):
        return True
    unit = units[at]
    return unit.is_comma or unit.text == "(" or unit.tag in {"APPR", "APPRART", "CARD"} or unit.lower in _AFTER_SUBJECT


def _closed(units: Sequence[Unit], end: int) -> bool:
    """Whether a comma or the end of the clause follows the character `end`."""
    following = next((unit for unit in units if unit.span.start >= end), None)
    return following is None or following.text in {",", ".", ":", "(", ")", ";"}
