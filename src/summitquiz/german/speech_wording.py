"""Words that are reported: clauses that a verb governs, the Konjunktiv, a speaker's own wording, names in marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.german import speech_clauses as cw
from summitquiz.german.attribution import words
from summitquiz.german.frames import QUOTE, Frame, Unit
from summitquiz.german.reporting import Report, verb_forms, verb_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.model import Span

_POINTERS = {"davor", "darauf", "dafür", "dagegen", "daran", "dazu", "davon", "darüber", "damit", "dabei", "darum", "daraus"}
_COMPLEMENTISERS = {"dass", "daß", "ob", "wie", "warum", "weshalb", "wann", "wer"}
_SURE_SUBJUNCTIVE = {
    *("sei", "seien", "habe", "werde", "könne", "müsse", "solle", "wolle", "dürfe", "möge", "wisse", "hätte", "hätten"),
}
_SUBJUNCTIVE = {
    *_SURE_SUBJUNCTIVE,
    *("wäre", "wären", "würde", "würden", "könnte", "könnten", "müsste", "müssten", "dürfte", "dürften", "sollte", "sollten"),
}
_FIRST_PERSON = {
    *("ich", "wir", "mich", "mir", "uns", "mein", "meine", "meinen", "meinem", "meiner"),
    *("unser", "unsere", "unseren", "unserem", "unserer", "unseres"),
}
_NAME_PARTICLES = {"am", "im", "of", "the", "and", "de", "la", "der", "die", "das", "des", "von", "und", "für", "in", "&", "zu"}


def subjunctive(unit: Unit, sure: bool = False) -> bool:
    """Konjunktiv: a form from the closed list, or a 3rd person like gebe, which is the infinitive less its -n."""
    if unit.lower in (_SURE_SUBJUNCTIVE if sure else _SUBJUNCTIVE):
        return True
    lemma = unit.lemma.lower()
    return unit.finite and unit.lower.endswith("e") and unit.lower in {lemma[:-1], lemma[:-1] + "e"}


def complement(frame: Frame, report: Report, subject: Span | None) -> int | None:
    """Where the clause that a verb governs begins: X sagte, [dass …] / [er komme] / [zu kommen].

    `subject` is the verb's, when known: a clause that follows it at once is governed for sure.
    """
    units = frame.units
    for start, stop in cw.segments(units):
        if start <= report.at + 1 or not units[start - 1].is_comma or units[start].tag == "KON" or units[start].finite:
            continue
        part, before = units[start:stop], units[start - 2]
        pointed = before.lower in _POINTERS and not any(unit.finite for unit in units[report.at + 1 : start])
        near = start == report.end + 2 or pointed or (subject is not None and before.span.end == subject.end)
        if _governed(part, report, before, near):
            return start
        if _bars(part):
            return None
    return None


def _own_predicate(part: Sequence[Unit]) -> bool:
    """Whether the article itself goes on in the indicative: …, nannte aber … · …, und für Y war …"""
    first = part[0]
    if first.finite:
        return not subjunctive(first)
    verb = cw.main_verb(part[1:]) if first.tag == "KON" and len(part) > 1 else None
    return verb is not None and not subjunctive(verb) and verb is not part[-1]


def _governed(part: Sequence[Unit], report: Report, before: Unit, near: bool) -> bool:
    """Whether the reporting verb governs a clause; `before` stands before its comma, `near`: the clause follows at once."""
    first = part[0]
    if first.lower == "wie":
        return near and report.verb.lemma in verb_list("how")
    if first.lower in _COMPLEMENTISERS and not _of_noun(before, report):
        return True
    if (first.tag == QUOTE and first.words > 2) or (near and _infinitive(part)):
        return True
    return not cw.opens_subordinate(first) and not cw.relative(part) and _reported(part, near)


def _bars(part: Sequence[Unit]) -> bool:
    """Whether no later clause can be the verb's: after another main clause, or a subordinate one that reports itself."""
    if part[0].lower == "wie":
        return False
    if cw.opens_subordinate(part[0]) or cw.relative(part):
        return any(unit.lower in verb_forms() for unit in part)
    return any(unit.finite for unit in part)


def complement_end(frame: Frame, start: int) -> int:
    """Where the words that begin at `start` end: before a semicolon or another predicate of the speaker (…, nannte aber …)."""
    for begin, stop in cw.segments(frame.units):
        if begin > start and frame.units[begin - 1].is_comma and _own_predicate(frame.units[begin:stop]):
            return begin
    return cw.semicolon_after(frame, start)


def _of_noun(before: Unit, report: Report) -> bool:
    """Whether the dass hangs on a noun: zeigte sich überrascht von der Nachricht, dass."""
    return before.tag == "NN" and bool(report.verb.reflexive)


def _reported(units: Sequence[Unit], near: bool) -> bool:
    """A clause in the Konjunktiv or, right after the reporting verb, any main clause."""
    finite = next((unit for unit in units if unit.finite), None)
    return finite is not None and (near or subjunctive(finite))


def _infinitive(units: Sequence[Unit]) -> bool:
    """An infinitive with zu: die Gespräche abzubrechen."""
    return any(unit.tag in {"VVIZU", "PTKZU"} for unit in units) and not any(unit.finite for unit in units)


def main_subjunctive(frame: Frame) -> bool:
    """Whether the frame's main clause is in the Konjunktiv I: speech that goes on without a new reporting clause."""
    verb = cw.main_verb(frame.units)
    return verb is not None and subjunctive(verb, sure=True)


def lone_dass(frame: Frame) -> bool:
    """A sentence that is only a clause of the one before: Nämlich dass …"""
    start = next((at for at, unit in enumerate(frame.units[:2]) if unit.lower == "dass"), None)
    return start is not None and cw.main_verb(frame.units[start:]) is None


def own_wording_after_colon(units: Sequence[Unit], lemma: str) -> bool:
    """Whether words after a colon without marks are speech: in the Konjunktiv, in the first person, or after a plain sagte."""
    verb = cw.main_verb(units)
    return verb is not None and (subjunctive(verb) or first_person(units) or lemma in verb_list("plain"))


def first_person(units: Sequence[Unit]) -> bool:
    """Whether ich, wir or their forms stand there."""
    return any(unit.lower in _FIRST_PERSON for unit in units)


def direct_wording(units: Sequence[Unit], lemma: str | None) -> bool:
    """Whether words without quotation marks are the speaker's own: first person, or a main clause as it was said."""
    if lemma is None:
        return False
    if first_person(units):
        return True
    if not units or cw.opens_subordinate(units[0]):
        return False
    finite = cw.main_verb(units)
    return finite is not None and not subjunctive(finite) and lemma in verb_list("plain")


def name_like(frame: Frame, at: int) -> bool:
    """Whether the quotation at `at` is a name or title: „Bild am Sonntag“, the ship „Esperanza“."""
    if at and frame.units[at - 1].lower.endswith(tuple(words("named_things"))):
        return True
    inside = frame.units[at].content.split()
    return len(inside) > 1 and all(word[:1].isupper() or word in _NAME_PARTICLES for word in inside)
