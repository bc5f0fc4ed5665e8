"""Speech without a reporting verb: …, so X · mit den Worten · heißt es in … · X: „…“ · laut X."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summitquiz.german import speech_clauses as cw
from summitquiz.german.attribution import sources
from summitquiz.german.frames import QUOTE, Frame
from summitquiz.german.sourcenames import behind_preposition
from summitquiz.german.speech_parts import Speech, clause, hull, said
from summitquiz.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summitquiz.german.frames import Unit
    from summitquiz.german.speakers import Speaker, Speakers


def without_verb(frame: Frame, speakers: Speakers) -> Iterator[Speech]:
    """Everything that a frame reports in other ways than by a reporting verb."""
    yield from _so(frame, speakers)
    yield from _with_words(frame, speakers)
    yield from it_says(frame, speakers)
    yield from _name_colon(frame, speakers)
    yield from _according_to(frame, speakers)


def _so(frame: Frame, speakers: Speakers) -> Iterator[Speech]:
    """…, so X."""
    units = frame.units
    for at in range(1, len(units) - 1):
        if units[at].text == "so" and (units[at - 1].is_comma or units[at - 1].tag == QUOTE):
            who = speakers.at(frame, at + 1)
            if who is not None and not cw.finite_near(frame, at + 1, who.words) and cw.says_something(frame, at):
                cue = Span(units[at].span.start, who.words.end)
                yield from _cued(said(frame, cw.speech_start(frame, at), _end(frame, at, who), who, "so", "de.speech.so"), cue)


def _end(frame: Frame, at: int, who: Speaker) -> int:
    """Where the words end that a so X at `at` reports: before it, or with the sentence that it interrupts."""
    after = next((k for k in range(at, len(frame.units)) if frame.units[k].span.start >= who.words.end), at)
    quoted = any(unit.tag == QUOTE for unit in frame.units[:at])
    apposition = after + 1 < len(frame.units) and frame.units[after + 1].tag in {"NN", "NE"}  # so X, Leiter der Behörde
    return at if quoted or apposition or cw.has_end(frame, after) else cw.semicolon_after(frame, after)


def _cued(speeches: Iterator[Speech], cue: Span, source: str | None = None) -> Iterator[Speech]:
    return (replace(speech, cue=cue, source=source) for speech in speeches)


def _with_words(frame: Frame, speakers: Speakers) -> Iterator[Speech]:
    """X verabschiedete sich mit den Worten: „…“ · Mit den Worten „…“ verabschiedete sich X."""
    units = frame.units
    at = next((k for k in range(2, len(units) - 1) if _words_phrase(units, k)), None)
    quote = next((k for k in range(at + 1, len(units)) if units[k].tag == QUOTE), None) if at is not None else None
    if at is None or quote is None or any(unit.is_comma for unit in units[at:quote]):
        return
    start = cw.speech_start(frame, at)
    verb = next((k for k in range(start, len(units)) if units[k].finite and (k < at or k > quote)), None)
    if verb is not None:
        who = speakers.subject(frame, start, verb) if verb < at else speakers.after(frame, verb + 1)
        yield from said(frame, quote, quote + 1, who, units[verb].lemma, "de.speech.with_words")


def _words_phrase(units: Sequence[Unit], at: int) -> bool:
    return units[at].text == "Worten" and units[at - 2].lower == "mit" and units[at - 1].tag != "PPOSAT"


def it_says(frame: Frame, speakers: Speakers) -> Iterator[Speech]:
    """„…“, heißt es in einer Erklärung · In dem Schreiben heißt es: „…“ · Aus Paris hieß es, …"""
    units = frame.units
    for at in range(len(units) - 1):
        if units[at].lower in {"heißt", "hieß"} and "es" in {units[at + 1].lower, units[at - 1].lower if at else ""}:
            place = speakers.place_of_words(frame, at)
            who = place[1] if place else None
            verb = hull(units[at].span, units[at + 1].span) if units[at + 1].lower == "es" else units[at].span
            cue = hull(verb, Span(units[place[0]].span.start, place[1].words.end)) if place else verb
            words = _words_said(frame, at)
            if words:
                name = behind_preposition(frame.units, place[0], place[1].words) if place else None
                yield from _cued(said(frame, *words, who, "heißen", "de.speech.it_says"), cue, name)
            return


def _words_said(frame: Frame, at: int) -> tuple[int, int] | None:
    """The units that stand for the words of a heißt es at `at`: before it, after a colon, or after a comma."""
    if cw.inverted(frame, at):
        return cw.speech_start(frame, at), at
    for following in range(at + 1, len(frame.units) - 1):
        if frame.units[following].text in {":", ","}:
            return following + 1, len(frame.units)
    return None


def _name_colon(frame: Frame, speakers: Speakers) -> Iterator[Speech]:
    """Putin: „…“ – a heading or a caption."""
    units = frame.units
    colon = next((at for at, unit in enumerate(units) if unit.text == ":"), None)
    if colon is None or colon + 1 >= len(units) or units[colon + 1].tag != QUOTE or any(unit.finite for unit in units[:colon]):
        return
    who = speakers.first(frame, 0, colon)
    if who is not None and who.mention is not None and who.words.end == units[colon - 1].span.end:
        yield from said(frame, colon + 1, len(units), who, "", "de.speech.name")


def _according_to(frame: Frame, speakers: Speakers) -> Iterator[Speech]:
    """Laut X, nach Angaben von X: the whole sentence, or the subordinate clause in which the words stand."""
    for source in sources(frame, speakers):
        if source.speaks:
            start, stop = cw.clause_around(frame, source.at)
            yield clause(frame, start, stop, source.speaker, None, "de.speech.according_to")
