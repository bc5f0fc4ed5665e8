"""The lines of an article as the zone rules look at them, and the words those rules share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from summitquiz.german import lexicon
from summitquiz.model import Kind, Mention, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.model import Article, Sentence, Token

NAMES = frozenset({"NE", "NN", "FM", "XY", "TRUNC"})  # the tags a name's parts may get; unknown names are often tagged as nouns


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an article. `body` counts the lines after the title from 0 and is -1 for the title itself."""

    text: str
    span: Span
    sentences: tuple[Sentence, ...]
    body: int

    @property
    def tokens(self) -> list[Token]:
        """All tokens of the line."""
        return [token for sentence in self.sentences for token in sentence.tokens]


def lines_of(article: Article, sentences: Sequence[Sentence]) -> list[Line]:
    """Group sentences by paragraph, in text order."""
    title = article.title_span
    found: list[Line] = []
    body = 0
    for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph):
        members = tuple(group)
        span = Span(members[0].span.start, members[-1].span.end)
        is_title = title is not None and title.overlaps(span)
        found.append(Line(span.of(article.text), span, members, -1 if is_title else body))
        body += not is_title
    return found


def zone(value: str, span: Span, rule: str | None = None) -> Mention:
    """A mention of a stretch of text that is no evidence."""
    return Mention(span, Kind.ZONE, value, f"de.zone.{rule or value}")


@cache
def words() -> dict[str, Any]:
    """The word lists of zones.yaml."""
    data: dict[str, Any] = lexicon.load("zones")
    return data


@cache
def agency_pattern() -> str:
    """A regular expression for the name of one agency, longest first, capitals as the agencies write them or all capital."""
    names = {form for name in words()["agencies"] for form in (name, name.upper(), name.lower(), name.capitalize())}
    return _either(names)


@cache
def picture_pattern() -> str:
    """A regular expression for the name of one news or picture agency."""
    names = {form for name in words()["picture_agencies"] for form in (name, name.upper(), name.lower())}
    return f"(?:{_either(names)}|{agency_pattern()})"


def either(key: str) -> str:
    """A regular expression for any entry of one list of zones.yaml."""
    return _either(set(words()[key]))


def _either(names: set[str]) -> str:
    return "(?:" + "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name))) + r")(?![\w])"


def has_verb(tokens: Sequence[Token]) -> bool:
    """Whether a finite verb is among the tokens: names and credits have none."""
    return any(token.tag.endswith("FIN") for token in tokens)


def inside(tokens: Sequence[Token], span: Span) -> list[Token]:
    """The tokens that lie in a span."""
    return [token for token in tokens if span.covers(token.span)]
