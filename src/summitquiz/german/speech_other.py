"""Speech without a reporting verb: …, so X · mit den Worten · heißt es in … · X: „…“ · laut X."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.german import speech_clauses as cw
from summitquiz.german.attribution import sources
from summitquiz.german.frames import QUOTE, Frame
from summitquiz.german.speech_parts import Speech, clause, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summitquiz.german.speakers import Speakers


def without_verb(frame: Frame, speakers: Speakers) -> Iterator[Speech]:
    """Everything that a frame reports in other ways than by a reporting verb."""
    yield from _so(frame, speakers)
    yield from _with_words(frame, speakers)
    yield from _it_says(frame, speakers)
    yield from _name_colon(frame, speakers)
    yield from _according_to(frame, speakers)


def _so(frame: Frame, speakers: Speakers) -> Iterator[Speech]:
    """…, so X."""
    units = frame.units
    for at in range(1, len(units) - 1):
        if units[at].text == "so" and (units[at - 1].is_comma or units[at - 1].tag == QUOTE):
            who = speakers.at(frame, at + 1)
            if who is not None and not cw.finite_near(frame, at + 1, who.words):
                yield from said(frame, cw.speech_start(frame, at), at, who, "so", "de.speech.so")


def _with_words(frame: Frame, speakers: Speakers) -> Iterator[Speech]:
    """X verabschiedete sich mit den Worten: „…“"""
    units = frame.units
    for at in range(2, len(units) - 1):
        if units[at].text == "Worten" and units[at - 2].lower == "mit" and units[at - 1].tag != "PPOSAT":
            verb = cw.main_verb(units[:at])
            quote = next((k for k in range(at + 1, len(units)) if units[k].tag == QUOTE), None)
            if verb is None or quote is None or any(unit.is_comma for unit in units[at:quote]):
                return
            index = units.index(verb)
            who = speakers.subject(frame, cw.clause_start(frame, index), index)
            yield from said(frame, quote, len(units), who, verb.lemma, "de.speech.with_words")
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
            yield from said(frame, cw.speech_start(frame, at), at, who, "heißen", "de.speech.it_says")
        elif colon is not None:
            yield from said(frame, colon + 1, len(units), who, "heißen", "de.speech.it_says")
        return


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
