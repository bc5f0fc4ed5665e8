"""Quotations and their speakers: direct speech, indirect speech, and words said according to somebody.

Found sentence by sentence (frames): a reporting verb, its subject, and the words it reports. Where the subject is not sure, the
quotation has no speaker. Attributions (laut, nach Angaben von) are in `attribution`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summitquiz.german import speech_clauses as cw
from summitquiz.german.attribution import find_attributions, sources
from summitquiz.german.frames import QUOTE, Frame, Unit, frames
from summitquiz.german.reporting import Report, reports
from summitquiz.german.speakers import Speaker, Speakers
from summitquiz.model import Kind, Mention, Quotation, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summitquiz.model import Document

__all__ = ["find_attributions", "find_quotes"]


@dataclass(frozen=True, slots=True)
class Speech:
    """Words said, before their speaker is resolved. `span` has the quotation marks, `words` has not."""

    span: Span
    words: Span
    direct: bool
    speaker: Speaker | None
    verb: str | None
    rule: str


def find_quotes(document: Document) -> list[Mention]:
    """The quotations of a document that has its PERSON and ORGANISATION mentions, in text order.

    Each is a mention of kind QUOTE with a Quotation as value; `speaker` is None where it is not sure.
    """
    speakers = Speakers(document.mentions)
    found: list[Speech] = []
    previous: list[Speech] = []
    context: list[Frame] = []
    for frame in frames(document):
        context = [before for before in context if before.paragraph == frame.paragraph][-3:]
        here = _unique(list(_in_frame(frame, speakers)))
        if not here and context:
            here = list(_continued(frame, previous))
        last = [speech.speaker for speech in previous]
        here = [replace(speech, speaker=speakers.resolve(speech.speaker, context, last)) for speech in here]
        found += here
        previous = here
        context.append(frame)
    return [_mention(speech) for speech in sorted(found, key=lambda speech: speech.span)]


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


def _in_frame(frame: Frame, speakers: Speakers) -> Iterator[Speech]:
    for report in reports(frame):
        if report.joined or cw.verb_last(frame, report):
            yield from _as_reported(frame, report, speakers)
        elif cw.inverted(frame, report.at):
            yield from _after_speech(frame, report, speakers)
        elif not cw.subordinate(frame, report.at):
            yield from _before_speech(frame, report, speakers)
    yield from _so(frame, speakers)
    yield from _with_words(frame, speakers)
    yield from _it_says(frame, speakers)
    yield from _name_colon(frame, speakers)
    for source in sources(frame, speakers):
        yield _clause(frame, 0, len(frame.units), source.speaker, None, "de.speech.according_to")


# --- „…“, sagte X ---------------------------------------------------------------------------------------------------------


def _after_speech(frame: Frame, report: Report, speakers: Speakers) -> Iterator[Speech]:
    """The words stand first: „…“, sagte X. What goes on after the clause („…“, sagte X, „…“) is X's too."""
    if not report.verb.frames or "direct" not in report.verb.takes:
        return
    if report.verb.lemma == "zitieren" or report.passive:
        who = _who(frame, report.at, report, speakers)
    else:
        who = speakers.after(frame, report.at + 1)
    start = cw.speech_start(frame, report.at)
    yield from _words(frame, start, report.at, who, report.verb.lemma, "de.speech.after")
    yield from _resumed(frame, report, who)


def _resumed(frame: Frame, report: Report, who: Speaker | None) -> Iterator[Speech]:
    """„A“, sagte X, „B“ · „A“, sagte X: „B“ · „A“, sagte X, das sei „B“."""
    for at in range(report.at + 1, len(frame.units)):
        unit = frame.units[at]
        opened = frame.units[at - 1].is_comma or frame.units[at - 1].text in {":", ".", "und"}
        if unit.quoted and (unit.words > 1 if opened else unit.words > 3) and not cw.name_like(frame, at):
            yield Speech(unit.span, unit.quoted.inner, True, who, report.verb.lemma, "de.speech.direct_resumed")


def _words(frame: Frame, start: int, stop: int, who: Speaker | None, verb: str, rule: str) -> Iterator[Speech]:
    """The words of the units `start` to `stop`: quotations alone are direct speech, anything else is a clause."""
    units = [unit for unit in frame.units[start:stop] if not unit.is_comma and unit.text not in {"…", "."}]
    if units and all(unit.tag == QUOTE for unit in units):
        for unit in units:
            if unit.quoted:
                yield Speech(unit.span, unit.quoted.inner, True, who, verb, rule.replace("speech.", "speech.direct_"))
        return
    if units:
        yield _clause(frame, start, stop, who, verb, rule.replace("speech.", "speech.indirect_"))
        yield from _partial(frame, start, stop, who, verb, needs=3)


def _clause(frame: Frame, start: int, stop: int, who: Speaker | None, verb: str | None, rule: str) -> Speech:
    """A clause without quotation marks; its closing comma or full stop is not part of it."""
    units = frame.units[start:stop]
    while len(units) > 1 and (units[-1].is_comma or units[-1].text in {".", ":", ";"}):
        units = units[:-1]
    span = Span(units[0].span.start, units[-1].span.end)
    return Speech(span, span, cw.direct_wording(units), who, verb, rule)


def _partial(frame: Frame, start: int, stop: int, who: Speaker | None, verb: str, needs: int) -> Iterator[Speech]:
    """Quoted words inside a clause: at least `needs` of them, and no name of a newspaper or a ship."""
    for at in range(start, stop):
        unit = frame.units[at]
        if unit.quoted and unit.words >= needs and not cw.name_like(frame, at):
            yield Speech(unit.span, unit.quoted.inner, True, who, verb, "de.speech.partial")


# --- X sagte: „…“ ---------------------------------------------------------------------------------------------------------


def _before_speech(frame: Frame, report: Report, speakers: Speakers) -> Iterator[Speech]:
    verb = report.verb
    start = cw.clause_start(frame, report.at)
    who = _who(frame, start, report, speakers)
    colon = cw.colon_after(frame, report.end)
    if colon is not None:
        words = frame.units[colon + 1 :]
        if words[0].tag == QUOTE or cw.own_wording_after_colon(words, verb.lemma):
            yield from _words(frame, colon + 1, len(frame.units), who, verb.lemma, "de.speech.before")
        return
    clause = cw.complement(frame, report) if "clause" in verb.takes else None
    if clause is not None:
        yield from _words(frame, clause, len(frame.units), who, verb.lemma, "de.speech.before")
    elif "phrase" in verb.takes:
        yield from _partial(frame, start, cw.clause_stop(frame, report), who, verb.lemma, needs=2)
        yield from _labelled(frame, start, cw.clause_stop(frame, report), who, verb.lemma)


def _who(frame: Frame, start: int, report: Report, speakers: Speakers) -> Speaker | None:
    """The speaker of a clause whose verb comes before the words it reports."""
    if report.passive:
        return speakers.subject(frame, start, report.at) if report.verb.lemma == "zitieren" else None
    if report.verb.lemma == "zitieren":
        return speakers.quoted_person(frame, report.at)
    if cw.coordinated(frame, report.at):
        first = cw.main_verb(frame.units[: report.at])
        if first is None:
            return None
        at = frame.units.index(first)
        return speakers.subject(frame, cw.clause_start(frame, at), at)
    return speakers.subject(frame, start, report.at)


def _labelled(frame: Frame, start: int, stop: int, who: Speaker | None, verb: str) -> Iterator[Speech]:
    """A single quoted word as somebody's judgement: X nannte das „absurd“, als „absurd“."""
    for at in range(start + 1, stop):
        unit = frame.units[at]
        if unit.quoted and unit.words == 1 and unit.content[:1].islower() and _judging(frame.units[at - 1]):
            yield Speech(unit.span, unit.quoted.inner, True, who, verb, "de.speech.label")


def _judging(before: Unit) -> bool:
    return before.lower in {"als", "das", "dies", "ihn", "es", "sie"}


def _as_reported(frame: Frame, report: Report, speakers: Speakers) -> Iterator[Speech]:
    """Wie X mitteilte, …"""
    start = cw.wie_clause(frame, report)
    if start is None or not {"direct", "phrase"} <= report.verb.takes:
        return
    who = speakers.first(frame, start + 1, report.at)
    if start > 1:
        yield _clause(frame, 0, start, who, report.verb.lemma, "de.speech.as_reported")
    elif report.end + 2 < len(frame.units):
        yield from _words(frame, report.end + 2, len(frame.units), who, report.verb.lemma, "de.speech.as_reported")


# --- without a reporting verb -------------------------------------------------------------------------------------------------------


def _so(frame: Frame, speakers: Speakers) -> Iterator[Speech]:
    """…, so X."""
    units = frame.units
    for at in range(1, len(units) - 1):
        if units[at].text == "so" and (units[at - 1].is_comma or units[at - 1].tag == QUOTE):
            who = speakers.at(frame, at + 1)
            if who is not None and not cw.finite_near(frame, at + 1, who.words):
                yield from _words(frame, cw.speech_start(frame, at), at, who, "so", "de.speech.so")


def _with_words(frame: Frame, speakers: Speakers) -> Iterator[Speech]:
    """X verabschiedete sich mit den Worten: „…“"""
    units = frame.units
    for at in range(2, len(units) - 1):
        if (
            units[at].text == "Worten"
            and units[at - 1].tag in {"ART", "ADJA", "PDAT"}
            and units[at - 2].lower in {"mit", "folgenden"}
        ):
            verb = cw.main_verb(units[:at])
            quote = next((k for k in range(at + 1, len(units)) if units[k].tag == QUOTE), None)
            if verb is None or quote is None or any(unit.is_comma for unit in units[at:quote]):
                return
            index = units.index(verb)
            who = speakers.subject(frame, cw.clause_start(frame, index), index)
            yield from _words(frame, quote, len(units), who, verb.lemma, "de.speech.with_words")
            return


def _it_says(frame: Frame, speakers: Speakers) -> Iterator[Speech]:
    """„…“, heißt es in einer Erklärung · In dem Schreiben heißt es: „…“"""
    units = frame.units
    for at in range(len(units) - 1):
        if units[at].lower not in {"heißt", "hieß"} or "es" not in {units[at + 1].lower, units[at - 1].lower if at else ""}:
            continue
        who = speakers.place_of_words(frame, at)
        colon = cw.colon_after(frame, at)
        if cw.inverted(frame, at):
            yield from _words(frame, cw.speech_start(frame, at), at, who, "heißen", "de.speech.it_says")
        elif colon is not None:
            yield from _words(frame, colon + 1, len(units), who, "heißen", "de.speech.it_says")
        return


def _name_colon(frame: Frame, speakers: Speakers) -> Iterator[Speech]:
    """Putin: „…“ – a heading or a caption."""
    units = frame.units
    colon = next((at for at, unit in enumerate(units) if unit.text == ":"), None)
    if colon is None or colon + 1 >= len(units) or units[colon + 1].tag != QUOTE or any(unit.finite for unit in units[:colon]):
        return
    who = speakers.first(frame, 0, colon)
    if who is not None and who.mention is not None and who.words.end == units[colon - 1].span.end:
        yield from _words(frame, colon + 1, len(units), who, "", "de.speech.name")


# --- speech that goes on --------------------------------------------------------------------------------------------------


def _continued(frame: Frame, previous: list[Speech]) -> Iterator[Speech]:
    """A sentence of quotations alone, or in the Konjunktiv, right after speech in the same paragraph is the same speaker's."""
    if not previous:
        return
    who, verb = previous[-1].speaker, previous[-1].verb
    if all(unit.tag == QUOTE or unit.text in {".", ",", "–"} for unit in frame.units):
        if previous[-1].rule != "de.speech.according_to":
            yield from _words(frame, 0, len(frame.units), who, verb or "", "de.speech.continued")
    elif cw.main_subjunctive(frame):
        yield _clause(frame, 0, len(frame.units), who, verb, "de.speech.indirect_continued")
