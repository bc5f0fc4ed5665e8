"""Sentences with their quotations folded: what the rules for speech look at.

A quotation may hold several sentences, and the clause that reports it stands outside: „A. B.“, sagte X. A frame is all of it:
the words outside quotation marks as they are, each quotation as one unit. The sentence borders of the reading stage count only
outside quotations.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from summitquiz.german.quotes import Quoted, quoted_spans
from summitquiz.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summitquiz.model import Document, Token

QUOTE = "QUOTE"  # the tag of a folded quotation
_FULL_STOPS = ".!?…"
_ALWAYS_FINITE = {"sei", "seien", "wolle", "solle", "könne", "müsse", "dürfe", "möge", "werde", "habe"}
_LONGEST = 400  # words or units: what is longer is no sentence
_DASHES = {"-", "–", "—"}


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, a punctuation mark or a folded quotation. A quotation has no `text`; its words are in `content`."""

    span: Span
    text: str
    tag: str
    lemma: str
    quoted: Quoted | None = None
    content: str = ""

    @property
    def words(self) -> int:
        """How many words stand between the quotation marks; 0 for a plain word."""
        return len(self.content.split())

    @property
    def lower(self) -> str:
        """The text in lower case, for look-up."""
        return self.text.lower()

    @property
    def finite(self) -> bool:
        """Whether it is a finite verb."""
        return (self.tag.startswith("V") and self.tag.endswith("FIN")) or self.text in _ALWAYS_FINITE

    @property
    def is_comma(self) -> bool:
        """A comma, or a dash that may stand for one."""
        return self.text == "," or self.text in _DASHES


@dataclass(frozen=True, slots=True)
class Frame:
    """One sentence with folded quotations; `paragraph` as in Sentence."""

    units: tuple[Unit, ...]
    paragraph: int

    @property
    def span(self) -> Span:
        """From the first unit to the last."""
        return Span(self.units[0].span.start, self.units[-1].span.end)


def frames(document: Document) -> list[Frame]:
    """All frames of the document in text order; none is empty."""
    text = document.article.text
    found: list[Frame] = []
    for paragraph, group in groupby(document.sentences, key=lambda sentence: sentence.paragraph):
        sentences = [sentence for sentence in group if len(sentence.tokens) <= _LONGEST]
        if not sentences:
            continue
        whole = Span(sentences[0].span.start, sentences[-1].span.end)
        quotations = [_folded(quoted, text) for quoted in quoted_spans(text, whole)]
        units = _merged((token for sentence in sentences for token in sentence.tokens), quotations)
        found += [
            Frame(tuple(part), paragraph)
            for part in _split(units, [sentence.span.end for sentence in sentences], text)
            if len(part) <= _LONGEST
        ]
    return found


def _folded(quoted: Quoted, text: str) -> Unit:
    return Unit(quoted.span, "", QUOTE, "", quoted, quoted.inner.of(text))


def _merged(tokens: Iterable[Token], quotations: list[Unit]) -> list[Unit]:
    """Tokens outside the quotations, and the quotations, in text order."""
    covered = {at for unit in quotations for at in range(unit.span.start, unit.span.end)}
    words = [Unit(t.span, t.text, t.tag, t.lemma) for t in tokens if t.span.start not in covered]
    return sorted([*words, *quotations], key=lambda unit: unit.span)


def _split(units: list[Unit], ends: list[int], text: str) -> Iterator[list[Unit]]:
    """Cut where a sentence ends outside quotations, or where a quotation ends one itself."""
    part: list[Unit] = []
    for unit in units:
        if part and _border(part, unit, ends, text):
            yield part
            part = []
        part.append(unit)
    if part:
        yield part


def _border(part: list[Unit], after: Unit, ends: list[int], text: str) -> bool:
    before = part[-1]
    if after.is_comma or after.text in {".", ":", ";", ")", "?", "!"} or after.text[:1].islower():
        return False
    if before.quoted and before.words > 2 and text[before.quoted.inner.end - 1] in _FULL_STOPS:
        return True
    nearest = bisect_left(ends, before.span.end)
    return nearest < len(ends) and ends[nearest] <= after.span.start
