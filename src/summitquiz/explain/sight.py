"""What the rules recognised in a sentence, in words: mentions with their values and rules, and what was asked of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.explain.row import Row, listed, quoted
from summitquiz.model import Kind, Mention, Office, Person, Place, Quotation, Span, Timex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.build import Built
    from summitquiz.model import EventMention, Reading


def reading_of(built: Built, article: str) -> Reading | None:
    """The article as read; None where a fact file stands for it."""
    return next((reading for reading in built.readings if reading.document.article.id == article), None)


def sentence_around(reading: Reading, span: Span) -> Span:
    """The sentences that share a character with the span, else the line it stands in."""
    spans = [sentence.span for sentence in reading.document.sentences if sentence.span.overlaps(span)]
    if spans:
        return Span(spans[0].start, spans[-1].end)
    text = reading.document.article.text
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text))


def seen(reading: Reading | None, sentence: Span) -> list[Row]:
    """All mentions in a sentence, in text order."""
    if reading is None:
        return [Row("seen", "not known from a fact file; explain it from the deck definition or the articles")]
    text = reading.document.article.text
    mentions = [(m.span, _mention(m, text)) for m in reading.document.mentions if sentence.overlaps(m.span)]
    events = [(e.span, _event(e, text)) for e in reading.events if sentence.overlaps(e.span)]
    told = sorted([*mentions, *events], key=lambda found: found[0])
    return listed("seen", [words for _, words in told] or ["nothing that a rule knows"])


def asked(reading: Reading | None, span: Span) -> list[Row]:
    """The questions that rules wanted the words at a place to answer."""
    claims = [claim for claim in reading.claims if claim.answer == span] if reading else []
    return listed("asked", [f"{claim.ask}, by rule {claim.rule}" for claim in claims])


def _mention(mention: Mention, text: str) -> str:
    head = f"{mention.kind} {quoted(mention.span.of(text))}"
    value = _value(mention, text)
    return f"{head}: {value} ({mention.rule})" if value else f"{head} ({mention.rule})"


def _value(mention: Mention, text: str) -> str:
    value = mention.value
    if isinstance(value, Timex):
        return _time(value, mention.kind)
    if isinstance(value, Person):
        return _joined([value.name or "no name", _office(value.office)])
    if isinstance(value, Place):
        return _joined(
            [value.name, value.kind, value.country, f"after {quoted(value.preposition)}" if value.preposition else ""]
        )
    if isinstance(value, Quotation):
        return _joined([f"said by {quoted(value.speaker.of(text))}" if value.speaker else "speaker not sure", value.verb])
    return value


def _time(value: Timex, kind: Kind) -> str:
    how = "counted from another date" if value.anchored else ""
    open_date = kind is Kind.TIME and not value.resolved
    return _joined([value.value, value.mod, "no date of its own" if open_date else how])


def _office(office: Office | None) -> str:
    if office is None:
        return ""
    whose = office.country or office.of
    return f"{'former ' if office.former else ''}{office.title}{f' of {whose}' if whose else ''}"


def _event(event: EventMention, text: str) -> str:
    others = [quoted(span.of(text)) for span in event.people]
    people = f"with {', '.join(others)}" if others else "with both" if event.both else ""
    return f"event {quoted(event.span.of(text))}: " + _joined(
        [event.noun, event.modality, people, quoted(event.group) if event.group else ""]
    )


def _joined(parts: Sequence[str | None]) -> str:
    return ", ".join(part for part in parts if part)
