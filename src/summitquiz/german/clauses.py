"""The clauses of a German sentence: where the finite verb stands, what stands before it and what belongs to it.

The topological model of German grammar: front field, finite verb, middle field, and clauses hung on behind. Only main clauses
with the verb in second place are returned; a question or a conditional with the verb first is no statement.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from summitquiz.german.clause_ends import participle_mended
from summitquiz.german.clause_tails import contrasts, denies, resumption, sets_against, tail_end
from summitquiz.german.cues import perfect_infinitive
from summitquiz.german.offices import read_office
from summitquiz.german.segments import (
    CLOSING,
    FINITE,
    Segment,
    parts,
    purpose_of,
    quotes_speech,
    rejoined,
    segments_of,
    told_aside,
    without_asides,
    without_brackets,
)
from summitquiz.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.model import Sentence, Token

_NO_SUBJECT = {"APPR", "APPRART", "ADV", "PROAV", "ADJD", "KOUS"}
_VERBS = FINITE | {"VVIZU", "PTKZU", "VVINF"}
_PARTICIPLES = frozenset(("VVPP", "VAPP"))
_INFINITIVES = frozenset(("VVINF", "VAINF", "VMINF", "VVIZU"))
_CONTENT = frozenset(("dass", "ob", "wie"))
_ADVERBIAL = frozenset("ohne weil nachdem da obwohl während sodass indem als bevor wobei wo woraufhin worauf obgleich".split())


@dataclass(frozen=True, slots=True)
class Clause:
    """A main clause. `front`, `field` and `tail` are its front field, middle field and the clauses hung on behind.

    `tail` starts with its comma.
    """

    front: tuple[Token, ...]
    verb: Token
    field: tuple[Token, ...]
    tail: tuple[Token, ...] = ()
    resumed: bool = False  # it goes on behind a clause that interrupts it: "hat X, der krank ist, die Erlaubnis entzogen"
    aside: bool = False  # it is a relative clause, made into a main clause
    then: Clause | None = None  # its subject's second predicate, without front: "Am Montag traf Kerry Lawrow [und] reiste ab"
    source: tuple[Token, ...] = ()  # "Wie das Ministerium am Montag mitteilte", in front of it: not part of what it tells

    @property
    def tokens(self) -> tuple[Token, ...]:
        """All words in text order."""
        return tuple(sorted((*self.front, self.verb, *self.field, *self.tail), key=lambda token: token.span))

    @property
    def reach(self) -> Span:
        """From its first to its last word."""
        tokens = self.tokens
        return Span(tokens[0].span.start, tokens[-1].span.end)

    @property
    def tail_optional(self) -> bool:
        """Whether the clauses behind can be missed: relative and adverbial ones can, what a verb demands ("dass") cannot."""
        words = self.tail[1:4]
        if not words or self.resumed:
            return False
        relative = words[0].tag in {"PRELS", "PRELAT"} or (
            words[0].tag == "APPR" and len(words) > 1 and words[1].tag in {"PRELS", "PRELAT"}
        )
        listing = words[0].text == "darunter" or [t.text for t in words[:2]] in (["unter", "ihnen"], ["unter", "denen"])
        return relative or listing or words[0].tag == "KOUI" or words[0].text.lower() in _ADVERBIAL

    @property
    def passive(self) -> bool:
        """Whether something is done to the subject: "wurde … empfangen"; "wurde" is no future."""
        past = self.verb.text.lower() in {"wurde", "wurden"}
        return past or (self.verb.lemma.lower() == "werden" and any(t.tag == "VVPP" for t in self.field))

    @property
    def tail_hangs(self) -> bool:
        """Whether what follows hangs on the clause's last noun: a relative clause or an apposition."""
        words = self._hung
        first = words[0].tag if words else ""
        apposed = first == "ART" and not any(t.tag in _VERBS for t in words)
        return (apposed or first in {"PRELS", "PRELAT"}) and not self.resumed

    @property
    def tail_names_subject(self) -> bool:
        """Whether a nominative hangs on behind, which only the subject can have: "wurde X getötet, ein Führer der Garde"."""
        words = self._hung
        verbless = not any(t.tag in _VERBS for t in words)
        named = bool(words) and (words[0].text in {"ein", "der"} or read_office(words[0].text) is not None)
        closed = bool(self.field) and self.field[-1].tag in CLOSING
        return named and verbless and (closed or not self.resumed)

    @property
    def _hung(self) -> tuple[Token, ...]:
        """What hangs on behind, up to its next comma."""
        return tuple(takewhile(lambda t: t.text != ",", self.tail[1:]))

    @property
    def front_clause(self) -> bool:
        """Whether a clause stands in front: "Nachdem X abgereist war, …", "Um Zeit zu sparen, …"."""
        verbs = any(token.tag in FINITE or token.tag in {"PTKZU", "VVIZU"} for token in self.front)
        return verbs or (bool(self.front) and self.front[0].tag in {"KOUS", "KOUI"})  # "treffen" may look like an infinitive

    @property
    def announces(self) -> bool:
        """Whether the clauses behind say what a "darauf" or "so" of this one means: dass, ob, wie, zu; no relative clause."""
        first = self.tail[1] if len(self.tail) > 1 else None
        infinitive = any(t.tag in {"PTKZU", "VVIZU"} for t in self.tail)
        return first is not None and (first.text.lower() in _CONTENT or first.tag.startswith("PW") or infinitive)

    @property
    def hearsay(self) -> bool:
        """Whether a modal verb only says how sure it is: "soll gedroht haben", "dürfte gewesen sein"."""
        return self.verb.tag == "VMFIN" and perfect_infinitive((*self.field, *self.tail))

    @property
    def unfinished(self) -> bool:
        """Whether a modal verb lacks its infinitive: the clause has been cut."""
        return self.verb.tag == "VMFIN" and not any(t.tag in _INFINITIVES for t in (*self.front, *self.field, *self.tail))

    @property
    def reflexive(self) -> Token | None:
        """The clause's sich, where it stands near the verb: a question has it right behind."""
        return next((token for token in self.field[:5] if token.text == "sich"), None)

    @property
    def particle(self) -> Token | None:
        """The separated particle of the verb ("nahm … teil"), if any."""
        return next((token for token in reversed(self.field) if token.tag == "PTKVZ"), None)

    @property
    def lemma(self) -> str:
        """The verb's dictionary form with its particle: teilnehmen for "nahm … teil"; for "hat … gesagt" it is sagen."""
        words = (*self.front[:1], *self.field)  # "[Begonnen] hatte das Treffen am Donnerstag"
        last = next((t for t in reversed(words) if t.tag in {"VVPP", "VVINF", "VVIZU"}), None)
        if self.verb.tag in {"VAFIN", "VMFIN"} and last:
            return last.lemma.lower()
        particle = self.particle
        return (particle.text.lower() if particle else "") + self.verb.lemma.lower()


def main_clauses(sentence: Sentence, skip: Sequence[Span] = (), whole: Sequence[Span] = ()) -> list[Clause]:
    """The sentence's statements in text order.

    `skip` are spans that do not belong to the prose (datelines, credits), `whole` spans at whose commas no clause ends (names
    with an apposition).
    """
    tokens = [t for t in sentence.tokens if not any(zone.overlaps(t.span) for zone in skip)]
    words = without_asides(without_brackets(tokens))
    if not words or words[-1].text in {"?", "!"} or quotes_speech(words):
        return []
    clauses: list[Clause] = []
    for segments in parts(rejoined(list(segments_of(words, whole)))):
        while segments:
            clause, segments = _next_clause(segments)
            if clause is None:
                break
            clauses.extend(_coordinated(clause))
    return clauses


def _next_clause(segments: list[Segment]) -> tuple[Clause | None, list[Segment]]:
    """The first main clause of the segments and the segments after it."""
    source: tuple[Token, ...] = ()
    if len(segments) > 1 and segments[0].names_source:
        source, segments = segments[0].tokens, segments[1:]
    for i, segment in enumerate(segments):
        if segment.subordinate or segment.finite is None:
            continue
        before = segment.tokens[: segment.finite]
        purpose = () if before else purpose_of(segments[:i])  # "Der Versuch, den Krieg abzuwenden, ist gescheitert"
        opening = segments[:1] if purpose or (not before and told_aside(segments[:i])) else segments[:i]
        front = [t for s in opening for t in ((s.mark, *s.tokens) if s.mark and s is not segments[0] else s.tokens)]
        if i and before and segment.mark:
            apposition = i == 1 and before[0].tag == "ART" and segments[0].finite is None and segments[0].tokens[-1].tag == "NE"
            if not apposition:
                return None, []
            front = [*front, segment.mark, *before]  # "Javier Solana, der Vertreter der EU will …", its second comma missing
        elif before:
            front = list(before)
        elif segment.mark and len(opening) > 1:
            front = [*front, segment.mark]  # the comma that closes what hangs on the front field
        if not source and all(token.tag == "KON" for token in front):
            return None, []  # "hört eine Vorlesung – und warnt vor …"
        end = tail_end(segments, i)
        end = next((k for k in range(i + 1, end) if sets_against(segments[k], front)), end)
        contrast = any(map(contrasts, segments[i + 1 : end]))
        if contrast or (end < len(segments) and denies(segments[end])):
            return None, []  # "unterstützt die Forderung, allerdings nicht …": what is cut off turns the statement round
        clause = _clause(segment.tokens[segment.finite :], segments[i + 1 : end], purpose)
        return replace(clause, front=tuple(_strip(front)), source=source), segments[end:]
    return None, []


def _clause(core: tuple[Token, ...], behind: list[Segment], purpose: tuple[Token, ...]) -> Clause:
    """A clause without its front field: `core` from its finite verb on, and what hangs on behind."""
    verb, *field = core
    if back := resumption(verb, field, behind):
        field, behind = [*field, *behind[back].tokens], behind[back + 1 :]  # what stood between tells of a name
    tail = (*purpose, *(t for s in behind for t in ((s.mark, *s.tokens) if s.mark else s.tokens)))
    return Clause((), verb, tuple(field), tail, any(not s.subordinate and s.finite is None for s in behind[1:]))


def _strip(front: list[Token]) -> list[Token]:
    """Without a conjunction that links to the sentence before ("Und Putin …", "Doch am Montag …")."""
    while len(front) > 1 and front[0].text.lower() in {"und", "doch", "aber", "denn", "oder"}:
        front = front[1:]
    return front


def _coordinated(clause: Clause) -> list[Clause]:
    """Split "traf Merkel und reiste nach Rom" into two clauses with the same front field."""
    clause = participle_mended(clause)
    finites = [i for i, t in enumerate(clause.field) if t.tag in FINITE]
    if not finites:
        return _two_predicates(clause)
    second = finites[0]
    if second == 0 or clause.field[second - 1].text not in {"und", "sowie"}:
        return []  # a second finite verb that we cannot place: better no clause than a torn one
    first = replace(clause, field=clause.field[: second - 1], tail=())
    if not clause.front or clause.front[0].tag in _NO_SUBJECT:
        return [replace(first, then=replace(clause, front=(), verb=clause.field[second], field=clause.field[second + 1 :]))]
    rest = replace(clause, verb=clause.field[second], field=clause.field[second + 1 :])
    return [first, *_coordinated(rest)]


def _two_predicates(clause: Clause) -> list[Clause]:
    """Split "hat den Präsidenten empfangen und die Einladung verteidigt" into two clauses with one auxiliary."""
    ends = [i for i, t in enumerate(clause.field) if t.tag in _PARTICIPLES | _INFINITIVES]
    if clause.verb.tag not in {"VAFIN", "VMFIN"} or len(ends) < 2 or ends[-1] != len(clause.field) - 1:
        return [clause]
    first = ends[0]
    joined = clause.field[first + 1].text == "und" and ends[-1] > first + 2
    if not joined or clause.field[ends[-1]].tag != clause.field[first].tag:
        return [clause]
    before = replace(clause, field=clause.field[: first + 1], tail=())
    if not clause.front or clause.front[0].tag in _NO_SUBJECT:
        return [replace(before, then=replace(clause, front=(), field=clause.field[first + 2 :]))]
    return [before, replace(clause, field=clause.field[first + 2 :])]
