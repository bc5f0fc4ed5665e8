"""Clauses of a frame by commas, conjunctions and finite verbs: where speech begins, ends, and what is subordinate to what."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from summitquiz.german.frames import QUOTE, Frame, Unit
from summitquiz.german.phrases import noun_phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.reporting import Report
    from summitquiz.model import Span

_SUBORDINATORS = {
    *("dass", "daß", "ob", "weil", "da", "als", "nachdem", "während", "obwohl", "wenn", "falls", "bevor", "ehe", "seit"),
    *("um", "ohne", "indem", "sodass", "wobei", "wodurch", "womit", "wohingegen", "statt", "anstatt", "sobald"),
    *("wie", "wo", "warum", "weshalb", "wann", "wer", "was", "welche", "welcher", "welches", "bis", "solange", "sofern"),
}
_RELATIVE = {"PRELS", "PRELAT", "PWAV", "PWS", "PWAT", "KOUS", "KOUI"}
_ARTICLES = {"der", "die", "das", "den", "dem", "deren", "dessen", "denen"}
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
_NAMED_THINGS = (
    *("zeitung", "magazin", "sender", "film", "schiff", "projekt", "sendung", "album", "buch", "lied", "song", "titel"),
    *("agentur", "partei", "organisation", "verein", "gruppe", "aktion", "unternehmen", "firma", "zeitschrift", "blatt"),
    *("motto", "namen", "name", "serie", "roman", "programm", "operation", "bündnis", "raumschiff"),
)
_NAME_PARTICLES = {"am", "im", "of", "the", "and", "de", "la", "der", "die", "das", "des", "von", "und", "für", "in", "&", "zu"}
_HOW = {"erklären", "erläutern", "schildern", "berichten", "erzählen", "beschreiben", "fragen", "wissen", "sagen"}
_PLAIN = {"sagen", "meinen", "betonen", "antworten", "fragen", "schreiben", "erklären"}
_STOPS = {":", ";"}


def subjunctive(unit: Unit, sure: bool = False) -> bool:
    """Konjunktiv: a form from the closed list, or a 3rd person like gebe, which is the infinitive less its -n."""
    if unit.lower in (_SURE_SUBJUNCTIVE if sure else _SUBJUNCTIVE):
        return True
    lemma = unit.lemma.lower()
    return unit.finite and unit.lower.endswith("e") and unit.lower in {lemma[:-1], lemma[:-1] + "e"}


def segment_start(frame: Frame, at: int) -> int:
    """Where the stretch between commas that holds unit `at` begins."""
    start = at
    while start > 0:
        unit = frame.units[start - 1]
        if unit.is_comma or unit.text in _STOPS or (unit.tag == QUOTE and unit.words > 2):
            break
        start -= 1
    return start


def has_main_clause(units: Sequence[Unit]) -> bool:
    """Whether the units hold a finite verb of a main clause, not only of clauses under it."""
    return main_verb(units) is not None


def main_verb(units: Sequence[Unit]) -> Unit | None:
    """The first finite verb that stands in no subordinate clause. A verb right after a comma belongs to what was before."""
    for start, stop in segments(units):
        part = units[start:stop]
        if part[0].finite:
            return part[0]
        finite = next((unit for unit in part if unit.finite), None)
        if finite is not None and not opens_subordinate(part[0]) and not (start and relative(part)):
            return finite
    return None


def segments(units: Sequence[Unit]) -> list[tuple[int, int]]:
    """The stretches between commas, dashes, colons and semicolons, none empty, as unit indices."""
    borders = [-1, *(k for k, unit in enumerate(units) if unit.is_comma or unit.text in _STOPS), len(units)]
    return [(before + 1, after) for before, after in pairwise(borders) if before + 1 < after]


def relative(part: Sequence[Unit]) -> bool:
    """A relative clause whatever the tagger says: der/die/das … with the finite verb last, and not just a short main clause."""
    words = [unit for unit in part if unit.text not in {".", "!", "?", ")"}]
    if not words or words[0].lower not in _ARTICLES or not words[-1].finite:
        return False
    phrase = noun_phrase(words, 0)
    return phrase is None or phrase.end != len(words) - 1


def opens_subordinate(unit: Unit) -> bool:
    """Whether a clause that begins with this word is subordinate."""
    return unit.lower in _SUBORDINATORS or unit.tag in _RELATIVE


def inverted(frame: Frame, at: int) -> bool:
    """Whether the verb at `at` follows the words it reports: „…“, sagte X."""
    units = frame.units
    if at == 0:
        return False
    if units[at - 1].tag == QUOTE:
        return units[at - 1].words > 2 or at == 1
    if not units[at - 1].is_comma or at < 2:
        return False
    start = speech_start(frame, at)
    if units[at - 2].tag == QUOTE and (start == at - 2 or units[at - 2].words > 4):
        return True
    return not opens_subordinate(units[start]) and has_main_clause(units[start : at - 1])


def coordinated(frame: Frame, at: int) -> bool:
    """Whether the verb at `at` shares the subject of a clause before: … und sagte."""
    return at > 0 and frame.units[at - 1].tag == "KON"


def speech_start(frame: Frame, at: int) -> int:
    """Where the words before a reporting clause begin: after a colon or semicolon, else with the frame."""
    for start in range(at - 1, 0, -1):
        if frame.units[start - 1].text in _STOPS:
            return start
    return 0


def subordinate(frame: Frame, at: int) -> bool:
    """Whether the verb at `at` stands in a clause under another."""
    start = segment_start(frame, at)
    return start < at and opens_subordinate(frame.units[start])


def clause_start(frame: Frame, at: int) -> int:
    """Where the main clause of the verb at `at` begins: appositions and relative clauses before the verb belong to it."""
    start = segment_start(frame, at)
    base = speech_start(frame, at)
    if start > base and not has_main_clause(frame.units[base : start - 1]):
        return base
    return start


def clause_around(frame: Frame, at: int) -> tuple[int, int]:
    """The clause that unit `at` stands in: a relative or other subordinate clause between commas, else the whole frame."""
    for start, stop in segments(frame.units):
        if start <= at < stop:
            part = frame.units[start:stop]
            return (start, stop) if opens_subordinate(part[0]) or relative(part) else (0, len(frame.units))
    return 0, len(frame.units)


def clause_stop(frame: Frame, report: Report) -> int:
    """Where the clause of a report ends: before the next clause with a verb of its own, or with the frame."""
    for start, stop in segments(frame.units):
        part = frame.units[start:stop]
        if start > report.end and (
            frame.units[start - 1].text in _STOPS or opens_subordinate(part[0]) or any(u.finite for u in part)
        ):
            return start
    return len(frame.units)


def colon_after(frame: Frame, at: int) -> int | None:
    """The first colon after unit `at` that has words behind it."""
    for index in range(at + 1, len(frame.units) - 1):
        if frame.units[index].text == ":":
            return index
    return None


def verb_last(frame: Frame, report: Report) -> bool:
    """Whether the finite verb closes a clause that begins with wie."""
    return wie_clause(frame, report) is not None


def wie_clause(frame: Frame, report: Report) -> int | None:
    """The unit of the wie that opens the report's clause (wie X sagte), None when none does."""
    start = segment_start(frame, report.at)
    following = frame.units[report.end + 1] if report.end + 1 < len(frame.units) else None
    closed = following is None or following.is_comma or following.text in {".", ":"}
    return start if closed and start < report.at and frame.units[start].lower == "wie" else None


def complement(frame: Frame, report: Report) -> int | None:
    """Where the clause that a verb governs begins: X sagte, [dass …] / [er komme] / [zu kommen]."""
    units = frame.units
    for start, stop in segments(units):
        if start <= report.at + 1 or not units[start - 1].is_comma:
            continue
        first, near = units[start], start == report.end + 2
        if first.tag == "KON" or (first.lower == "wie" and report.verb.lemma not in _HOW):
            continue
        if first.lower in _COMPLEMENTISERS and not _of_noun(units[start - 2], report):
            return start
        if first.tag == QUOTE and first.words > 2:
            return start
        if not opens_subordinate(first) and not relative(units[start:stop]) and _reported(units[start:stop], near):
            return start
        if first.lower == "weil":
            return None
    return None


def _of_noun(before: Unit, report: Report) -> bool:
    """Whether the dass hangs on a noun: zeigte sich überrascht von der Nachricht, dass."""
    return before.tag == "NN" and bool(report.verb.reflexive)


def _reported(units: Sequence[Unit], near: bool) -> bool:
    """A clause in the Konjunktiv or, right after the reporting verb, any main clause or an infinitive with zu."""
    finite = next((unit for unit in units if unit.finite), None)
    if finite is None:
        return near and any(unit.tag in {"VVIZU", "PTKZU"} for unit in units)
    return near or subjunctive(finite)


def main_subjunctive(frame: Frame) -> bool:
    """Whether the frame's main clause is in the Konjunktiv I: speech that goes on without a new reporting clause."""
    verb = main_verb(frame.units)
    return verb is not None and subjunctive(verb, sure=True)


def own_wording_after_colon(units: Sequence[Unit], lemma: str) -> bool:
    """Whether words after a colon without marks are speech: in the Konjunktiv, in the first person, or after a plain sagte."""
    verb = main_verb(units)
    return verb is not None and (subjunctive(verb) or first_person(units) or lemma in _PLAIN)


def first_person(units: Sequence[Unit]) -> bool:
    """Whether ich, wir or their forms stand there."""
    return any(unit.lower in _FIRST_PERSON for unit in units)


def finite_near(frame: Frame, at: int, words: Span) -> bool:
    """Whether a finite verb follows the phrase at once: "so X kommt" is no report."""
    following = next((unit for unit in frame.units[at:] if unit.span.start >= words.end), None)
    return following is not None and following.finite


def direct_wording(units: Sequence[Unit], lemma: str | None) -> bool:
    """Whether words without quotation marks are the speaker's own: first person, or a main clause as it was said."""
    if lemma is None:
        return False
    if first_person(units):
        return True
    if not units or opens_subordinate(units[0]):
        return False
    finite = next((unit for unit in units if unit.finite), None)
    return finite is not None and not subjunctive(finite) and lemma in _PLAIN


def name_like(frame: Frame, at: int) -> bool:
    """Whether the quotation at `at` is a name or title: „Bild am Sonntag“, the ship „Esperanza“."""
    if at and frame.units[at - 1].lower.endswith(_NAMED_THINGS):
        return True
    words = frame.units[at].content.split()
    return len(words) > 1 and all(word[:1].isupper() or word in _NAME_PARTICLES for word in words)
