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
_SHORTEST = 2  # units of a main clause: Es reicht
_STOPS = {":", ";"}
_OCCASIONS = frozenset(
    "Frage Fragen Bemerkung Vorwurf Vorwürfe Vorhalt Einwand Hinweis Kritik Aussage Äußerung Ankündigung".split()
)


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
    if words and words[0].tag in {"APPR", "APPRART"}:
        words = words[1:]  # in der er …
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
        return speech_start(frame, at) == at - 1 and _says(units[at - 1])
    if not units[at - 1].is_comma or at < 2:
        return False
    start = speech_start(frame, at)
    if units[at - 2].tag == QUOTE and (start == at - 2 or units[at - 2].words > 4):
        return True
    words = units[start : at - 1]
    return at - start > _SHORTEST and not opens_subordinate(units[start]) and not _occasion(words) and has_main_clause(words)


def _occasion(units: Sequence[Unit]) -> bool:
    """Whether words only say what somebody answers: "Auf die Frage, ob …", "Auf Trumps Bemerkung, man werde …"."""
    first = units[slice(*segments(units)[0])]
    told = any(unit.text in _OCCASIONS for unit in first)
    return first[0].tag in {"APPR", "APPRART"} and told and not any(unit.finite for unit in first)


def _says(quote: Unit) -> bool:
    """Whether a quotation right before a verb is speech, and no name: „Wer kommt?“ fragte X, but „Radio Wien“ meldete."""
    return quote.content[-1:] in {".", "!", "?", "…", ","} or any(word[:1].islower() for word in quote.content.split()[1:])


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
    if frame.units[start].lower == "als" and frame.units[start + 1].tag == QUOTE:
        return False  # Als „absurd“ bezeichnete X …
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


def semicolon_after(frame: Frame, at: int) -> int:
    """The first colon or semicolon after unit `at`, else the frame's end."""
    return next((k for k in range(at, len(frame.units)) if frame.units[k].text in _STOPS), len(frame.units))


def has_end(frame: Frame, at: int) -> bool:
    """Whether the sentence ends at unit `at`, or goes on with a subordinate clause only."""
    rest = frame.units[at + 1 :]
    return not rest or not frame.units[at].is_comma or opens_subordinate(rest[0])


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


def says_something(frame: Frame, at: int) -> bool:
    """Whether a quotation or a main clause stands before unit `at`: otherwise it is no reporting clause."""
    before = frame.units[speech_start(frame, at) : at]
    return any(unit.tag == QUOTE for unit in before) or has_main_clause(before)


def finite_near(frame: Frame, at: int, words: Span) -> bool:
    """Whether a finite verb follows the phrase at once: "so X kommt" is no report."""
    following = next((unit for unit in frame.units[at:] if unit.span.start >= words.end), None)
    return following is not None and following.finite
