"""Weekdays that are still to come: "Am Montag reist er nach Paris" is said of the next one, "Am Montag reiste er" of the last,
and so is "Er ist diesen Montag gereist".

The rules for times see words, no tenses; a plain weekday is the last one to them where no auxiliary looks ahead.
"""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

from summitquiz.german.agreement import is_present
from summitquiz.german.segments import FINITE
from summitquiz.german.verbs import is_set
from summitquiz.model import Timex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.model import Document, Mention, PartialDate, Sentence, Token

_RULE = "de.date.weekday"
_ANNOUNCING = frozenset(("will", "wollen", "soll", "sollen"))
_AHEAD = 0.12  # the share of announcing sentences from which on a report in the present is a preview
_OPENING = 2  # words before the weekday: "Noch am Montag"
_PARTING = frozenset((",", ":", ";", "–", "„"))  # another clause stands before them
_PERFECT = frozenset(("haben", "sein"))
_PARTS = frozenset((":", "–", "-", "—", ";", "."))  # between the parts of a headline
_DAY = 10  # letters of a day in ISO form


def with_coming_days(document: Document, times: Sequence[Mention], published: PartialDate) -> list[Mention]:
    """The times; of a report in the past, or a preview, a weekday in a sentence in the present is the coming one."""
    title = document.article.title_span
    times = [_gone(time, document.sentences, published) for time in times]
    times = [_of_no_verb(time, document, published) for time in times] if title else times
    verbs = [verb for s in document.sentences if (verb := _first_verb(s.tokens)) and not _perfect(verb, s.tokens)]
    if 2 * sum(map(is_present, verbs)) >= len(verbs) and sum(map(_looks_ahead, verbs)) < _AHEAD * len(verbs):
        return list(times)  # a reportage tells of what is past in the present, too
    body = [s for s in document.sentences if not (title and title.covers(s.span))]  # "Merkel trifft am Montag …": over
    return [_coming(time, body, published) for time in times]


def _looks_ahead(verb: Token) -> bool:
    """Whether a finite verb announces: soll, will, wird."""
    modal = verb.tag == "VMFIN" and verb.text.lower() in _ANNOUNCING
    return modal or (verb.lemma.lower() == "werden" and verb.text.lower() in {"wird", "werden"})


def _first_verb(tokens: Sequence[Token]) -> Token | None:
    return next((t for t in tokens if t.tag in FINITE), None)


def _coming(time: Mention, sentences: Sequence[Sentence], published: PartialDate) -> Mention:
    if time.rule != _RULE or not isinstance(time.value, Timex) or not time.value.resolved:
        return time
    day = time.value.value[:_DAY]
    here = next((s for s in sentences if s.span.covers(time.span)), None)
    if here is None or len(day) < _DAY or day >= str(published):
        return time
    before = [t for t in here.tokens if t.span.end <= time.span.start]
    behind = next((t for t in here.tokens if t.span.start >= time.span.end), None)
    verb = _first_verb(before) or behind
    opens = len(before) <= _OPENING or verb in before
    plain = not any(t.text in _PARTING for t in before) and before[-1:] != [] and before[-1].text.lower() == "am"
    if verb is None or verb.tag != "VVFIN" or not (is_set(verb.lemma) and is_present(verb)) or not (opens and plain):
        return time
    return _shifted(time, time.value, 7)


def _gone(time: Mention, sentences: Sequence[Sentence], published: PartialDate) -> Mention:
    """The time; "diesen Montag" of a past tense, where it would lie after the article, is the Monday before."""
    if time.rule != _RULE or not isinstance(time.value, Timex) or not time.value.resolved or len(str(published)) < _DAY:
        return time
    here = next((s for s in sentences if s.span.covers(time.span)), None)
    if here is None or time.value.value[:_DAY] <= str(published):
        return time
    near = [t for t in here.tokens if time.span.covers(t.span) or t.span.end == time.span.start - 1]
    verb = _first_verb(here.tokens)
    if verb is None or verb.tag == "VMFIN" or not any(t.text.lower().startswith("dies") for t in near):
        return time
    preterite = verb.tag == "VVFIN" and not is_present(verb)
    return _shifted(time, time.value, -7) if _perfect(verb, here.tokens) or preterite else time


def _of_no_verb(time: Mention, document: Document, published: PartialDate) -> Mention:
    """The time; a headline's weekday beside no verb may be the last one or the next: "Vierer-Gipfel am Mittwoch in Minsk"."""
    title = document.article.title_span
    if time.rule != _RULE or not isinstance(time.value, Timex) or not title or not title.covers(time.span):
        return time
    tokens = [t for s in document.sentences for t in s.tokens if title.covers(t.span)]
    at = next((i for i, t in enumerate(tokens) if time.span.covers(t.span)), 0)
    first = next((i + 1 for i in range(at, -1, -1) if tokens[i].text in _PARTS), 0)
    last = next((i for i in range(at, len(tokens)) if tokens[i].text in _PARTS), len(tokens))
    day = time.value.value[:_DAY]
    if any(t.tag in FINITE or t.tag == "VVPP" for t in tokens[first:last]) or day == str(published) or "X" in day:
        return time
    number = datetime.date.fromisoformat(day).isoweekday()
    return replace(time, value=replace(time.value, value=f"XXXX-WXX-{number}", anchored=False))


def _perfect(verb: Token, tokens: Sequence[Token]) -> bool:
    """Whether a finite verb is haben or sein beside a participle: "ist empfangen worden"."""
    return verb.lemma.lower() in _PERFECT and any(t.tag in {"VVPP", "VAPP"} for t in tokens)


def _shifted(time: Mention, value: Timex, days: int) -> Mention:
    day = datetime.date.fromisoformat(value.value[:_DAY]) + datetime.timedelta(days=days)
    return replace(time, value=replace(value, value=day.isoformat() + value.value[_DAY:]))
