"""The clauses of a German sentence: where the finite verb stands, what stands before it and what belongs to it.

The topological model of German grammar: front field, finite verb, middle field, and clauses hung on behind. Only main clauses
with the verb in second place are returned; a question or a conditional with the verb first is no statement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from summitquiz.model import Sentence, Span, Token

FINITE = {"VVFIN", "VAFIN", "VMFIN"}
_DASHES = {"–", "—", "-"}
_BREAKS = {";", ":", *_DASHES}
_SPLIT = {",", ";", ":", "–", "—", "-"}
_OPENING, _CLOSING = set('„"»«“‘‚›‹'), set('“"«»”’‘›‹')
_SUBORDINATORS = {"KOUS", "KOUI", "PRELS", "PRELAT", "PWAV", "PWS", "PWAT"}
_BEFORE_SUBORDINATOR = {"KON", "ADV", "APPR", "PTKNEG", "APPRART"}
_COORDINATORS = {
    "und",
    "aber",
    "doch",
    "denn",
    "oder",
    "jedoch",
    "allerdings",
}  # behind a comma they open a clause of their own
_ADVERBIAL = {
    "weil",
    "nachdem",
    "da",
    "obwohl",
    "während",
    "sodass",
    "indem",
    "als",
    "bevor",
    "wobei",
    "wo",
    "woraufhin",
    "worauf",
    "obgleich",
}
_DETERMINERS = {"der", "die", "das", "den", "dem", "dessen", "deren", "denen", "welche", "welcher", "welches"}


@dataclass(frozen=True, slots=True)
class Clause:
    """A main clause. `front`, `field` and `tail` are its front field, middle field and the clauses hung on behind.

    `tail` starts with its comma. `complete`: nothing of the sentence's other clauses was cut off before the clause's own end.
    """

    front: tuple[Token, ...]
    verb: Token
    field: tuple[Token, ...]
    tail: tuple[Token, ...] = ()

    @property
    def tokens(self) -> tuple[Token, ...]:
        """All words in text order."""
        return (*self.front, self.verb, *self.field, *self.tail)

    @property
    def tail_optional(self) -> bool:
        """Whether the clauses behind can be missed: relative and adverbial clauses can, what a verb demands ("dass", "ob") cannot."""
        words = self.tail[1:4]
        if not words:
            return False
        relative = words[0].tag in {"PRELS", "PRELAT"} or (
            words[0].tag == "APPR" and len(words) > 1 and words[1].tag in {"PRELS", "PRELAT"}
        )
        return relative or words[0].text.lower() in _ADVERBIAL

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
        last = next((t for t in reversed(self.field) if t.tag in {"VVPP", "VVINF", "VVIZU"}), None)
        if self.verb.tag in {"VAFIN", "VMFIN"} and last:
            return last.lemma.lower()
        particle = self.particle
        return (particle.text.lower() if particle else "") + self.verb.lemma.lower()


@dataclass(frozen=True, slots=True)
class _Segment:
    tokens: tuple[Token, ...]
    mark: Token | None  # the comma, dash or colon before it

    @property
    def finite(self) -> int | None:
        return next((i for i, token in enumerate(self.tokens) if token.tag in FINITE), None)

    @property
    def subordinate(self) -> bool:
        for i, token in enumerate(self.tokens):
            if token.tag in _SUBORDINATORS:
                return True
            if token.text.lower() in _DETERMINERS and self.mark and self._verb_last() and i < 2 and not self._article(i):
                return True
            if token.tag not in _BEFORE_SUBORDINATOR or i > 1:
                break
        return self.finite is None and any(t.tag in {"VVIZU", "PTKZU"} for t in self.tokens)

    def _verb_last(self) -> bool:
        return bool(self.tokens) and self.tokens[-1].tag in FINITE

    def _article(self, i: int) -> bool:
        """Whether the determiner at `i` heads a noun phrase right before a finite verb: "die Delegation sprach"."""
        return (
            self.finite is not None and self.finite - i <= 3 and self.finite == len(self.tokens) - 1 and len(self.tokens) <= 4
        )


def main_clauses(sentence: Sentence, skip: Sequence[Span] = (), whole: Sequence[Span] = ()) -> list[Clause]:
    """The sentence's statements in text order.

    `skip` are spans that do not belong to the prose (datelines, credits), `whole` spans at whose commas no clause ends (names with
    an apposition).
    """
    tokens = [t for t in sentence.tokens if not any(zone.overlaps(t.span) for zone in skip)]
    words = _without_asides(_without_brackets(tokens))
    if not words or words[-1].text in {"?", "!"} or _quotes_speech(words):
        return []
    clauses: list[Clause] = []
    for segments in _parts(list(_segments(words, whole))):
        while segments:
            clause, segments = _next_clause(segments)
            if clause is None:
                break
            clauses.extend(_coordinated(clause))
    return clauses


def _parts(segments: list[_Segment]) -> list[list[_Segment]]:
    """The segments parted at a dash, semicolon or colon; two dashes enclose an aside that tears the sentence: nothing is left of it."""
    breaks = [i for i, segment in enumerate(segments) if segment.mark and segment.mark.text in _BREAKS]
    if sum(segments[i].mark.text in {"–", "—", "-"} for i in breaks if segments[i].mark) > 1:  # type: ignore[union-attr]
        return []
    edges = [0, *breaks, len(segments)]
    parts = [segments[a:b] for a, b in zip(edges, edges[1:], strict=False) if a < b]
    kept = [part for k, part in enumerate(parts) if not (k and _label(part[0].mark, parts[k - 1]))]
    return [[replace(part[0], mark=None), *part[1:]] for part in kept]


def _label(mark: Token | None, before: list[_Segment]) -> bool:
    """Whether a colon follows a mere label: "Kerry: …", "Tageszeitung: …" give somebody's words."""
    return mark is not None and mark.text == ":" and all(segment.finite is None for segment in before)


def _without_brackets(tokens: Sequence[Token]) -> list[Token]:
    depth, kept = 0, []
    for token in tokens:
        depth += token.text in {"(", "["}
        if not depth:
            kept.append(token)
        depth -= token.text in {")", "]"} and depth > 0
    while kept and kept[-1].text in {".", "…"}:
        kept.pop()
    return kept


def _without_asides(words: list[Token]) -> list[Token]:
    """Without what stands between two dashes: "Gauck reiste – wie Köhler – nach Polen"."""
    dashes = [i for i, token in enumerate(words) if token.text in _DASHES]
    return words[: dashes[0]] + words[dashes[1] + 1 :] if len(dashes) == 2 else words


def _quotes_speech(words: Sequence[Token]) -> bool:
    """Whether quotation marks enclose a clause: such a sentence is left to the rules for speech."""
    inside = False
    for token in words:
        if token.text in _OPENING | _CLOSING:
            inside = not inside
        elif inside and token.tag in FINITE:
            return True
    return False


def _segments(words: Sequence[Token], whole: Sequence[Span]) -> Iterator[_Segment]:
    current: list[Token] = []
    mark: Token | None = None
    for token in words:
        if token.text in _SPLIT and not any(span.covers(token.span) for span in whole):
            if current:
                yield _Segment(tuple(current), mark)
            current, mark = [], token
        else:
            current.append(token)
    if current:
        yield _Segment(tuple(current), mark)


def _next_clause(segments: list[_Segment]) -> tuple[Clause | None, list[_Segment]]:
    """The first main clause of the segments and the segments after it."""
    for i, segment in enumerate(segments):
        if segment.subordinate or segment.finite is None:
            continue
        front = [t for s in segments[:i] for t in ((s.mark, *s.tokens) if s.mark and s is not segments[0] else s.tokens)]
        before = segment.tokens[: segment.finite]
        if i and before and segment.mark:
            apposition = i == 1 and before[0].tag == "ART" and segments[0].finite is None and segments[0].tokens[-1].tag == "NE"
            if not apposition:
                return None, []
            front = [*front, segment.mark, *before]  # "Javier Solana, der Vertreter der EU will …", its second comma missing
        elif before:
            front = list(before)
        if not front:
            return None, []
        end = _tail_end(segments, i)
        tail = tuple(t for s in segments[i + 1 : end] for t in ((s.mark, *s.tokens) if s.mark else s.tokens))
        clause = Clause(tuple(_strip(front)), segment.tokens[segment.finite], segment.tokens[segment.finite + 1 :], tail)
        return clause, segments[end:]
    return None, []


def _tail_end(segments: Sequence[_Segment], core: int) -> int:
    """Index of the first segment behind `core` that opens a main clause of its own."""
    for i in range(core + 1, len(segments)):
        segment = segments[i]
        if segment.tokens[0].text.lower() in _COORDINATORS:
            return i
    return len(segments)


def _strip(front: list[Token]) -> list[Token]:
    """Without a conjunction that links to the sentence before ("Und Putin …", "Doch am Montag …")."""
    while len(front) > 1 and front[0].text.lower() in {"und", "doch", "aber", "denn", "oder"}:
        front = front[1:]
    return front


def _coordinated(clause: Clause) -> list[Clause]:
    """Split "traf Merkel und reiste nach Rom" into two clauses with the same front field."""
    finites = [i for i, t in enumerate(clause.field) if t.tag in FINITE]
    if not finites:
        return [clause]
    second = finites[0]
    if second == 0 or clause.field[second - 1].text not in {"und", "sowie"}:
        return []  # a second finite verb that we cannot place: better no clause than a torn one
    first = replace(clause, field=clause.field[: second - 1], tail=())
    rest = replace(clause, verb=clause.field[second], field=clause.field[second + 1 :])
    return [first, *_coordinated(rest)]


def reporting_clause(sentence: Sentence, skip: Sequence[Span] = (), whole: Sequence[Span] = ()) -> Clause | None:
    """The clause behind reported words, verb first: "…, sagte Kerry am Sonntag in Kairo"; its front field is empty."""
    tokens = [t for t in sentence.tokens if not any(zone.overlaps(t.span) for zone in skip)]
    segments = list(_segments(_without_brackets(tokens), whole))
    for segment in segments[1:]:
        if segment.finite == 0 and segment.mark and segment.mark.text == ",":
            return Clause((), segment.tokens[0], segment.tokens[1:])
    return None
