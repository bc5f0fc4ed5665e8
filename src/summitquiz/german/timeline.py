"""The time line of an article: each time belongs to the clause in whose words it stands, and what the clause tells takes it."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.model import Kind, Span

if TYPE_CHECKING:
    from summitquiz.german.clauses import Clause
    from summitquiz.german.view import View
    from summitquiz.model import Mention, Timex


def times_in(view: View, clause: Clause, kind: Kind = Kind.TIME) -> list[tuple[Mention, Timex]]:
    """The times (or durations) of a clause in text order: those in its own words, not in brackets or clauses hung on."""
    tokens = clause.tokens
    reach = Span(tokens[0].span.start, tokens[-1].span.end)
    return [(mention, value) for mention, value in view.times(kind, reach) if inside(clause, mention.span)]


def is_day(view: View, time: Span | None) -> bool:
    """Whether a time is exact to the day, or to the hour."""
    return time is not None and any(m.span == time and v.value.count("-") > 1 for m, v in view.times(Kind.TIME, time))


def to_come(view: View, value: Timex) -> bool:
    """Whether a time begins only after the article appeared."""
    written = str(view.document.article.published or "")
    return bool(written) and value.begins[: len(written)] > written[: len(value.begins)]


def signs(view: View, clause: Clause) -> bool:
    """Whether a clause tells on which day, and where, a paper was signed."""
    signed = clause.lemma in lexicon.load("event_verbs")["signing"]
    somewhere = any(p.preposition for _, p in (*view.places(clause.reach), *view.venues(clause.reach)))
    return signed and somewhere and any(is_day(view, mention.span) for mention, _ in times_in(view, clause))


def inside(clause: Clause, span: Span) -> bool:
    """Whether a mention stands in the clause itself: not behind it, in brackets, or in a clause hung on the front."""
    own = () if clause.front_clause else takewhile(lambda token: token.text != ",", clause.front)
    return any(token.span.overlaps(span) for token in (*own, *clause.field))
