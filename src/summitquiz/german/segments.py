"""A sentence split at its commas, dashes and colons: the pieces that clauses are made of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.verbs import says

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summitquiz.model import Span, Token

FINITE = {"VVFIN", "VAFIN", "VMFIN"}
CLOSING = {"VVPP", "VAPP", "VVINF", "VAINF", "PTKVZ", "VVIZU"}  # what ends a main clause with two verbs
_RIVERS = {"Oder", "Main", "Saale", "Havel", "Spree", "Elbe", "Weser", "Rhein", "Donau", "Neiße"}
_CONTRASTS = {"aber", "sondern", "jedoch", "allerdings", "wenngleich", "wohl"}
_DASHES = {"–", "—", "-"}
_BREAKS = {";", ":", *_DASHES}
_SPLIT = {",", *_BREAKS}
QUOTES = set('„“”"»«‚‘’›‹')
_SUBORDINATORS = {"KOUS", "KOUI", "PRELS", "PRELAT", "PWAV", "PWS", "PWAT"}
_BEFORE_SUBORDINATOR = {"KON", "ADV", "APPR", "PTKNEG", "APPRART"}
_DETERMINERS = {"der", "die", "das", "den", "dem", "dessen", "deren", "denen", "welche", "welcher", "welches"}
_CONJUNCTIONS = frozenset("als wenn nachdem da weil obwohl während seit bis sobald bevor indem".split())
_NOMINAL = {"ART", "ADJA", "NN", "NE"}
_OF_ADJECTIVE = {"ADJA", "ADV", "ADJD", "APPR", "APPRART", "NE", "CARD"}
_SHORT = 3  # words of a noun phrase with its verb: "die Delegation sprach"


@dataclass(frozen=True, slots=True)
class Segment:
    """The words between two commas; `mark` is the comma, dash or colon before them."""

    tokens: tuple[Token, ...]
    mark: Token | None

    @property
    def finite(self) -> int | None:
        """Index of the first finite verb."""
        return next((i for i, token in enumerate(self.tokens) if token.tag in FINITE), None)

    @property
    def _words(self) -> tuple[Token, ...]:
        """The tokens without the quotation marks around them: "„dass es gerecht zugeht“"."""
        marks = [t.text in QUOTES for t in self.tokens]
        start = next((i for i, mark in enumerate(marks) if not mark), 0)
        end = next((i for i in range(len(marks), start, -1) if not marks[i - 1]), len(marks))
        return self.tokens[start:end]

    @property
    def subordinate(self) -> bool:
        """Whether a conjunction, a relative pronoun or an infinitive with zu makes it a subordinate clause."""
        for i, token in enumerate(self._words):
            if token.tag in _SUBORDINATORS:
                return not self._goes_on(i)
            if token.text.lower() in _DETERMINERS and self.mark and self.verb_last() and i < 2 and not self._article(i):
                return True
            if token.tag not in _BEFORE_SUBORDINATOR or i > 1:
                break
        opening = self._words[self._words[0].tag == "KON" and len(self._words) > 1]  # "Doch [als] …"
        if opening.text.lower() in _CONJUNCTIONS and self.verb_last():
            return True  # whatever the tagger made of the conjunction
        return self.finite is None and any(t.tag in {"VVIZU", "PTKZU"} for t in self.tokens)

    @property
    def names_source(self) -> bool:
        """Whether it says from whom the clause behind comes, or how it came to be known: "Wie X mitteilte, …"."""
        return self.tokens[0].text == "Wie" and len(self.tokens) > 1 and self.verb_last()

    def verb_last(self) -> bool:
        return bool(self.tokens) and self._words[-1].tag in FINITE

    def _goes_on(self, i: int) -> bool:
        """Whether what looks like a relative pronoun at `i` heads the subject of a statement: ", der Iran folgte im Mai"."""
        noun, verb = ([*self._words[i + 1 : i + 3], None, None])[:2]
        told = noun is not None and noun.tag in {"NN", "NE"} and verb is not None and verb.tag == "VVFIN"
        return told and self._words[i].text.lower() in _DETERMINERS and not self.verb_last()

    def _article(self, i: int) -> bool:
        """Whether the determiner at `i` heads a noun phrase right before a finite verb: "die Delegation sprach"."""
        verb = self.finite
        return verb is not None and verb - i <= _SHORT and verb == len(self.tokens) - 1 and len(self.tokens) <= _SHORT + 1


def told_aside(segments: Sequence[Segment]) -> bool:
    """Whether what hangs on the front field only tells of its name: "In der Aula der Universität Zürich, wo …,"."""
    if len(segments) < 2 or segments[0].finite is not None or not all(s.subordinate for s in segments[1:]):
        return False
    front, opening = segments[0].tokens, segments[1].tokens[:2]
    known = front[-1].tag == "NE" or front[-1].text in lexicon.load("vague")["unique"]
    named = known and (front[0].tag in {"APPR", "APPRART"} or {t.tag for t in front} <= _NOMINAL)
    return named and (opening[0].text == "wo" or any(t.tag in {"PRELS", "PRELAT"} for t in opening))


def purpose_of(segments: Sequence[Segment]) -> tuple[Token, ...]:
    """An infinitive clause that hangs on a noun phrase in front, with its comma: "Der Versuch[, den Krieg abzuwenden], …"."""
    if len(segments) != 2 or segments[0].finite is not None or segments[0].tokens[0].tag != "ART":
        return ()
    infinitive = segments[1].finite is None and segments[1].tokens[-1].tag in {"VVIZU", "VVINF"} and segments[1].subordinate
    hangs = infinitive and segments[0].tokens[-1].tag == "NN" and segments[1].mark is not None
    return (segments[1].mark, *segments[1].tokens) if hangs and segments[1].mark else ()


def rejoined(segments: list[Segment]) -> list[Segment]:
    """The segments, with the end of a clause put back behind its comma: "hat ohne Einigung, [aber mit Fortschritt geendet]"."""
    joined: list[Segment] = []
    for segment in segments:
        if joined and _closes(segment, joined[-1]):
            comma = (segment.mark,) if segment.mark else ()
            joined[-1] = replace(joined[-1], tokens=(*joined[-1].tokens, *comma, *segment.tokens))
        else:
            joined.append(segment)
    return joined


def _closes(segment: Segment, before: Segment) -> bool:
    """Whether a contrast without a finite verb ends with the participle or infinitive that the clause before it lacks."""
    verb = before.tokens[before.finite] if before.finite is not None else None
    open_ = verb is not None and verb.tag in {"VAFIN", "VMFIN"} and before.tokens[-1].tag not in CLOSING
    contrast = segment.tokens[0].text in _CONTRASTS and segment.mark is not None and segment.mark.text == ","
    return open_ and contrast and segment.finite is None and not before.subordinate and segment.tokens[-1].tag in CLOSING


def parts(segments: list[Segment]) -> list[list[Segment]]:
    """The segments parted at dashes, semicolons and colons. Nothing is left where more than one dash tears the sentence."""
    marks = [segment.mark.text if segment.mark else "" for segment in segments]
    breaks = [i for i, mark in enumerate(marks) if mark in _BREAKS]
    if sum(mark in _DASHES for mark in marks) > 1:
        return []
    edges = [0, *breaks, len(segments)]
    found = [segments[a:b] for a, b in pairwise(edges) if a < b]
    announced = [part[0].mark is not None and part[0].mark.text == ":" for part in (*found[1:], [Segment((), None)])]
    kept = [k for k, part in enumerate(found) if not (k and _label(part[0].mark, found[k - 1]))]
    told = [_before_last(found[k]) if announced[k] and not _closed(found[k]) else found[k] for k in kept]
    return [[replace(part[0], mark=None), *part[1:]] for part in told if part]


def _closed(part: list[Segment]) -> bool:
    """Whether what stands before a colon is whole: its verb has its end, and tells of no words: "schaltete sich ein: …"."""
    last = part[-1].tokens[-1]
    verbs = [t for segment in part for t in segment.tokens if t.tag in {"VVFIN", "VVPP", "VVINF", "VVIZU"}]
    particle = last.text.lower() if last.tag == "PTKVZ" else ""
    return last.tag in CLOSING and not any(says(t.lemma.lower()) or says(particle + t.lemma.lower()) for t in verbs)


def _before_last(part: list[Segment]) -> list[Segment]:
    """The segments before the last clause that "und" joins: "X sagte ab, [und Y machte öffentlich, warum: …]"."""
    joined = [k for k, segment in enumerate(part) if k and segment.tokens[0].tag == "KON" and segment.finite is not None]
    return part[: joined[-1]] if joined else []


def _label(mark: Token | None, before: list[Segment]) -> bool:
    """Whether a colon follows a mere label: "Kerry: …", "Tageszeitung: …" give somebody's words."""
    return mark is not None and mark.text == ":" and all(segment.finite is None for segment in before)


def without_brackets(tokens: Sequence[Token]) -> list[Token]:
    """The words outside brackets, without the full stop at their end; a river stays that tells a town from others:
    "Frankfurt (Oder)"."""
    depth, kept = 0, []
    named = {k + d for k, t in enumerate(tokens) if _tells_town(tokens, k) for d in (-1, 0, 1)}
    for k, token in enumerate(tokens):
        if k in named:
            kept.append(token)
            continue
        depth += token.text in {"(", "["}
        if not depth:
            kept.append(token)
        depth -= token.text in {")", "]"} and depth > 0
    while kept and set(kept[-1].text) <= {".", "…"}:
        kept.pop()
    return kept


def _tells_town(tokens: Sequence[Token], i: int) -> bool:
    """Whether a river stands alone in brackets behind a name."""
    around = [t.text for t in tokens[max(0, i - 1) : i + 2]]
    return around[:1] == ["("] and around[2:] == [")"] and i > 1 and tokens[i - 2].tag == "NE" and tokens[i].text in _RIVERS


def without_asides(words: list[Token]) -> list[Token]:
    """Without what stands between two dashes, and other names: "Gauck reiste – wie Köhler – nach", "X, genannt Y, reiste"."""
    called = next((i for i, (a, b) in enumerate(pairwise(words)) if a.text == "," and b.text in {"genannt", "alias"}), None)
    closing = next((i for i in range((called or 0) + 2, len(words)) if words[i].text == ","), len(words))
    words = words if called is None else words[:called] + words[closing + 1 :]
    dashes = [i for i, token in enumerate(words) if token.text in _DASHES]
    return words[: dashes[0]] + words[dashes[1] + 1 :] if len(dashes) == 2 else words


def quotes_speech(words: Sequence[Token]) -> bool:
    """Whether quotation marks enclose a clause: such a sentence is left to the rules for speech.

    What begins in small letters belongs to the clause around it: "werde dafür sorgen, „dass es gerecht zugeht“".
    """
    inside = own = False
    for before, token in pairwise(words):
        if before.text in QUOTES:
            inside, own = not inside, token.text[:1].isupper()
        if inside and own and token.tag in FINITE:
            return True
    return False


def quoted_at(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word at `i` stands between quotation marks."""
    before = [t.text for t in tokens[:i]]
    return sum(map(before.count, "„»")) > sum(map(before.count, "“”«"))


def segments_of(words: Sequence[Token], whole: Sequence[Span]) -> Iterator[Segment]:
    """The words split at commas, dashes and colons, but not at those inside the spans `whole`."""
    current: list[Token] = []
    mark: Token | None = None
    for i, token in enumerate(words):
        if token.text in _SPLIT and not (any(span.covers(token.span) for span in whole) or _between_adjectives(words, i)):
            if current:
                yield Segment(tuple(current), mark)
            current, mark = [], token
        else:
            current.append(token)
    if current:
        yield Segment(tuple(current), mark)


def _between_adjectives(words: Sequence[Token], comma: int) -> bool:
    """Whether a comma stands between the adjectives of one noun: "nach mehr als viertägigem, zeitweise erbittertem Ringen"."""
    if words[comma].text != "," or not comma or words[comma - 1].tag != "ADJA":
        return False
    behind = list(takewhile(lambda t: t.tag in _OF_ADJECTIVE, words[comma + 1 :]))
    noun = words[comma + 1 + len(behind) : comma + 2 + len(behind)]
    return bool(behind) and behind[-1].tag == "ADJA" and bool(noun) and noun[0].tag == "NN"
