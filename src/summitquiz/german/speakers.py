"""Who speaks: the subject of a reporting clause, and the person or organisation it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summitquiz.german.frames import QUOTE, Frame, Unit
from summitquiz.german.phrases import Phrase, is_bare, may_be_subject, noun_phrase
from summitquiz.german.speaker_mentions import has_name, is_medium, phrase_of, possessor, within
from summitquiz.model import Kind, Mention, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_PRONOUNS = {"er", "sie"}
_UNNAMED = {"ich", "wir", "man", "es", "du"}  # subjects that name nobody
_WHERE_SAID = {"in", "im", "aus", "von", "vom", "bei", "beim", "seitens", "vonseiten"}  # hieß es aus dem Kreml
_PLACE_REACH = 12  # units
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
        self.people = sorted((m for m in mentions if m.kind is Kind.PERSON), key=lambda m: m.span)
        self.organisations = sorted((m for m in mentions if m.kind is Kind.ORGANISATION), key=lambda m: m.span)
        self._starts = {start: m for m in reversed(self.people) for start in (phrase_of(m).start, m.span.start)}

    def after(self, frame: Frame, index: int) -> Speaker | None:
        """The subject that follows a finite verb: adverbs, datives and prepositional phrases between are passed over."""
        units = frame.units
        at = index
        while at < len(units) and not units[at].is_comma and units[at].text not in _CLAUSE_ENDS:
            unit = units[at]
            if unit.lower in _PRONOUNS:
                return _pronoun(units, at)
            if unit.lower in _UNNAMED:
                return None
            if unit.tag in {"APPR", "APPRART"} and unit.span.start not in self._starts:
                at = self._behind_preposition(units, at)
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

    def _behind_preposition(self, units: Sequence[Unit], at: int) -> int:
        """Past the phrase of the preposition at `at`, but not past a person in it: in Wien | Karl Meier."""
        inner = noun_phrase(units, at + 1)
        if inner is None:
            return at + 1
        return next((k for k in range(at + 2, inner.end) if units[k].span.start in self._starts), inner.end)

    def first(self, frame: Frame, index: int, verb: int) -> Speaker | None:
        """The subject that stands at `index` before its verb at `verb`, None when another part of the clause stands there."""
        units = frame.units[:verb]
        while index < verb and (
            units[index].tag in {"KON"} or units[index].lower in {"auch", "nur", "selbst", "sogar", "doch"}
        ):
            index += 1
        index += _name_prefix(units, index)
        if index >= verb:
            return None
        if units[index].lower in _PRONOUNS:
            return _pronoun(units, index) if all(u.lower in _AFTER_SUBJECT for u in units[index + 1 :]) else None
        if index + 1 == verb and units[index].content.istitle():
            return Speaker(units[index].span, units[index].span)  # „Radio Wien“ berichtete
        phrase = self._phrase(units, index)
        if phrase is None or not may_be_subject(units, phrase) or not _only_attributes(units, phrase.end):
            return None
        return self.of(frame, phrase)

    def at(self, frame: Frame, index: int, oblique: bool = False) -> Speaker | None:
        """The noun phrase or pronoun right at `index`, a nominative unless `oblique`."""
        if frame.units[index].lower in _PRONOUNS:
            return _pronoun(frame.units, index)
        phrase = self._phrase(frame.units, index)
        if phrase is None or not (oblique or may_be_subject(frame.units, phrase)):
            return None
        return self.of(frame, self._without_next(frame, phrase) if oblique else phrase)

    def _without_next(self, frame: Frame, phrase: Phrase) -> Phrase:
        """Two nouns without an article are two phrases: laut Verfassung | Politiker …; unless they name a person."""
        first, second = frame.units[phrase.start], frame.units[phrase.start + 1 : phrase.start + 2]
        if first.tag != "NN" or not second or phrase.core < phrase.start + 2 or second[0].tag != "NN":
            return phrase
        core = Span(first.span.start, frame.units[phrase.core - 1].span.end)
        return phrase if self._person(frame, core) else Phrase(phrase.start, phrase.start + 1, phrase.start + 1)

    def subject(self, frame: Frame, start: int, verb: int, object_first: bool = False) -> Speaker | None:
        """The subject of the clause that begins at `start` and has its finite verb second, at `verb`.

        `object_first`: the verb is one before which a thing may stand as object (Die Lage nannte X ernst).
        """
        if frame.units[start].tag in {"PIS", "PDS"} and start < verb:
            return None  # Beide sagten …: nobody's name
        following = frame.units[verb + 1] if verb + 1 < len(frame.units) else None
        if following is not None and following.lower == "er":
            return _pronoun(frame.units, verb + 1)
        first = self.first(frame, start, verb)
        if first is None:
            return self.after(frame, verb + 1)
        thing = object_first and first.mention is None and first.pronoun is None
        if thing and following is not None and following.span.start in self._starts:
            return self.after(frame, verb + 1)
        return first

    def of(self, frame: Frame, phrase: Phrase) -> Speaker:
        """The speaker a noun phrase names: a person mention, an organisation, or the phrase itself."""
        units = frame.units
        core = Span(units[phrase.start].span.start, units[phrase.core - 1].span.end)
        whole = Span(core.start, units[phrase.end - 1].span.end)
        person = None if is_medium(units, phrase) else self._person(frame, core)
        if person is not None and has_name(person):
            return Speaker(Span(core.start, max(core.end, phrase_of(person).end)), person.span, person)
        apposition = self._apposition(frame, phrase)
        if apposition is not None:
            return Speaker(whole, apposition.span, apposition)
        if person is not None:
            return Speaker(whole, person.span, person)
        for mention in within(self.organisations, frame.span):
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

    def place_of_words(self, frame: Frame, verb: int) -> tuple[int, Speaker] | None:
        """Where it says so, and the unit of its preposition: heißt es in einer Erklärung, hieß es aus dem Kreml."""
        units = frame.units
        after = range(verb + 1, min(len(units), verb + _PLACE_REACH))
        stop = next((at for at in after if units[at].is_comma or units[at].text in _CLAUSE_ENDS), len(units))
        before = () if units[verb - 1].is_comma else range(max(0, verb - _PLACE_REACH), verb)
        spots = [at for at in (*before, *after) if at < stop and units[at].lower in _WHERE_SAID]
        for at in sorted(spots, key=lambda at: (units[at].lower != "aus", at)):
            phrase = self._phrase(units, at + 1) if at + 1 < len(units) else None
            if phrase is not None:
                return at, self.of(frame, phrase)
        return None

    def _phrase(self, units: Sequence[Unit], at: int) -> Phrase | None:
        """The noun phrase at `at`; where a person mention begins, it is at least that (Von der Leyen)."""
        phrase = noun_phrase(units, at)
        mention = self._starts.get(units[at].span.start)
        if mention is None:
            return phrase
        end = next((k for k in range(at, len(units)) if units[k].span.end >= mention.span.end), len(units) - 1) + 1
        return phrase if phrase and phrase.end >= end else Phrase(at, end, end)

    def _person(self, frame: Frame, core: Span) -> Mention | None:
        return next(
            (m for m in within(self.people, frame.span) if phrase_of(m).overlaps(core) and not possessor(m, core)), None
        )

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
        for mention in within(self.people, frame.span):
            if begin < phrase_of(mention).start and mention.span.end == end:
                return Speaker(mention.span, mention.span, mention)
        return None


def _pronoun(units: Sequence[Unit], at: int) -> Speaker | None:
    """A single er or sie; er und Kim are two."""
    if at + 1 < len(units) and units[at + 1].tag == "KON":
        return None
    return Speaker(units[at].span, units[at].span, pronoun=units[at].lower)


def _name_prefix(units: Sequence[Unit], index: int) -> int:
    """How many words stand before a surname: Von der Leyen."""
    words = [unit.lower for unit in units[index : index + 2]]
    return 2 if words == ["von", "der"] else 1 if words[:1] in (["von"], ["van"], ["de"]) and units[index + 1 :] else 0


def _new_start(unit: Unit) -> bool:
    """A capital article inside a sentence: a heading ran into it."""
    return unit.tag == "ART" and unit.text[:1].isupper()


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
