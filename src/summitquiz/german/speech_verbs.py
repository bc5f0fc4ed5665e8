"""Speech with a reporting verb: „…“, sagte X · X sagte: „…“ · X sagte, dass … · wie X sagte."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summitquiz.german import speech_clauses as cw
from summitquiz.german import speech_wording as wording
from summitquiz.german.frames import QUOTE, Frame
from summitquiz.german.reporting import Report, reports, verb_list
from summitquiz.german.sourcenames import behind_preposition
from summitquiz.german.speech_parts import Speech, clause, hull, labelled, partial, said
from summitquiz.model import Kind

_SINGULAR = {"der", "das", "ein", "eine"}  # articles that no plural subject has
_NEAR = 4  # units between the parts of a cue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summitquiz.german.speakers import Speaker, Speakers
    from summitquiz.model import Span


def with_verb(frame: Frame, speakers: Speakers) -> Iterator[Speech]:
    """Everything that the reporting verbs of a frame report."""
    for report in reports(frame):
        place = speakers.place_of_words(frame, report.at) if report.verb.lemma == "verlauten" else None
        source = behind_preposition(frame.units, place[0], place[1].words) if place else None
        for speech in _of_report(frame, report, speakers):
            nested = wording.subjunctive(
                frame.units[report.at], sure=True
            )  # he is said to have said: no source of the article's
            yield replace(speech, cue=None if nested else _cue(frame, report, speech.speaker), source=source)


def _cue(frame: Frame, report: Report, who: Speaker | None) -> Span:
    """The reporting words: verb and subject where they stand together, else the verb alone."""
    split = frame.units[report.end].lower == report.verb.particle
    verb = frame.units[report.at if split else report.end].span
    if report.end - report.at <= (_NEAR if split else 2 * _NEAR):
        verb = hull(frame.units[report.at].span, frame.units[report.end].span)
    both = hull(verb, who.words) if who else verb
    if split and who and _between(frame, who.words.end, report.end) <= 1:
        both = hull(both, frame.units[report.end].span)  # teilte die Polizei mit
    wie = cw.wie_clause(frame, report)
    if wie is not None:
        both = hull(both, frame.units[wie].span)
    inside = [unit for unit in frame.units if both.covers(unit.span) and not (who and who.words.covers(unit.span))]
    return both if len(inside) <= _NEAR and not any(unit.is_comma or unit.tag == QUOTE for unit in inside) else verb


def _between(frame: Frame, end: int, at: int) -> int:
    return sum(end <= unit.span.start for unit in frame.units[:at])


def _of_report(frame: Frame, report: Report, speakers: Speakers) -> Iterator[Speech]:
    if report.joined or cw.verb_last(frame, report):
        yield from _as_reported(frame, report, speakers)
    elif cw.inverted(frame, report.at):
        yield from _after_speech(frame, report, speakers)
    elif not cw.subordinate(frame, report.at):
        yield from _before_speech(frame, report, speakers)


def _after_speech(frame: Frame, report: Report, speakers: Speakers) -> Iterator[Speech]:
    """The words stand first: „…“, sagte X. What goes on after the clause („…“, sagte X, „…“) is X's too."""
    if not report.verb.frames or "direct" not in report.verb.takes:
        return
    if report.verb.lemma == "zitieren" or report.passive:
        who = _who(frame, report.at, report, speakers)
    elif report.verb.lemma == "verlauten":
        place = speakers.place_of_words(frame, report.at)
        who = place[1] if place else None
    else:
        who = speakers.after(frame, report.at + 1)
    who = _agreeing(frame, who, report)
    start = cw.speech_start(frame, report.at)
    yield from said(frame, start, report.at, who, report.verb.lemma, "de.speech.after")
    yield from _resumed(frame, report, who)


def _resumed(frame: Frame, report: Report, who: Speaker | None) -> Iterator[Speech]:
    """„A“, sagte X, „B“ · „A“, sagte X: „B“ · „A“, sagte X, das sei „B“."""
    for at in range(report.at + 1, len(frame.units)):
        unit = frame.units[at]
        opened = frame.units[at - 1].is_comma or frame.units[at - 1].text in {":", ".", "und"}
        if unit.quoted and (unit.words > 1 if opened else unit.words > 3) and not wording.name_like(frame, at):
            yield Speech(unit.span, unit.quoted.inner, True, who, report.verb.lemma, "de.speech.direct_resumed")


def _before_speech(frame: Frame, report: Report, speakers: Speakers) -> Iterator[Speech]:
    verb = report.verb
    start = cw.clause_start(frame, report.at)
    who = _agreeing(frame, _who(frame, start, report, speakers), report)
    colon = cw.colon_after(frame, report.end)
    if colon is not None:
        words = frame.units[colon + 1 :]
        if words[0].tag == QUOTE or wording.own_wording_after_colon(words, verb.lemma):
            yield from said(frame, colon + 1, len(frame.units), who, verb.lemma, "de.speech.before")
        return
    start_of_clause = wording.complement(frame, report, who.words if who else None) if "clause" in verb.takes else None
    if start_of_clause is not None:
        yield from said(
            frame, start_of_clause, wording.complement_end(frame, start_of_clause), who, verb.lemma, "de.speech.before"
        )
    elif "phrase" in verb.takes:
        stop = cw.clause_stop(frame, report)
        found = (*partial(frame, start, stop, who, verb.lemma, needs=2), *labelled(frame, start, stop, who, verb.lemma))
        yield from (speech for speech in found if not (who and who.words.covers(speech.span)))


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
    return speakers.subject(frame, start, report.at, object_first="clause" not in report.verb.takes)


def _agreeing(frame: Frame, who: Speaker | None, report: Report) -> Speaker | None:
    """The speaker in the verb's number: with a plural, sie is nobody known, and a person is only one of several."""
    if who is None or not report.plural:
        return who
    person = who.mention is not None and who.mention.kind is Kind.PERSON
    first = next(unit for unit in frame.units if unit.span.start >= who.words.start)
    after = next((unit for unit in frame.units if unit.span.start >= who.words.end), None)
    several = after is not None and after.lower in {"und", "sowie"}
    return None if who.pronoun or person or several or first.lower in _SINGULAR else who


def _as_reported(frame: Frame, report: Report, speakers: Speakers) -> Iterator[Speech]:
    """Wie X mitteilte, …"""
    start = cw.wie_clause(frame, report)
    who = speakers.at(frame, start + 1) if start is not None else None
    if start is None or who is None or report.verb.lemma not in verb_list("with_wie"):
        return
    if start > 1:
        stop = start if cw.has_end(frame, report.end + 1) else cw.semicolon_after(frame, report.end)
        speech = clause(frame, cw.speech_start(frame, start), stop, who, report.verb.lemma, "de.speech.as_reported")
        yield replace(speech, direct=False)
    elif report.end + 2 < len(frame.units):
        for speech in said(frame, report.end + 2, len(frame.units), who, report.verb.lemma, "de.speech.as_reported"):
            yield replace(speech, direct=".direct_" in speech.rule or speech.rule == "de.speech.partial")
