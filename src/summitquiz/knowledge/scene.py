"""What is being established: people, events, the words for them, and the books in which facts and abstentions are kept."""

from __future__ import annotations

import hashlib
import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summitquiz.errors import FormError
from summitquiz.model import Abstention, Evidence, Fact, Kind, Place, Span, Timex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summitquiz.knowledge.events import Events
    from summitquiz.knowledge.persons import People
    from summitquiz.knowledge.phrasing import Phrasing
    from summitquiz.model import Article, Ask, Claim, Document, Mention, Mod, Modality, PartialDate, Period

_RELATIVE = re.compile(r", (?:(?:in|mit|bei|an|auf|von|zu|über|um) )?(?:dem|der|die|das|den|denen|dessen|deren) ")
_APOSTROPHES = str.maketrans("’′`´", "''''")
_SINCE = re.compile(r"\bseit (?:[\w-]+ ){0,6}$")  # "seit dem Amtsantritt Trumps im": up to now
_CONTEXT = 2  # sentences before that set the time of a sentence without a date
_DECEMBER = 12
_FIRST_DAYS = 2  # of a month
_MONTH = 7  # length of 2019-04


@dataclass(slots=True)
class Scene:
    """Everything the fact makers share. `labels` are the events by id, as (kind, label, people)."""

    people: People
    events: Events
    phrasing: Phrasing
    documents: Mapping[str, Document]
    claims: Mapping[str, Sequence[Claim]]
    facts: list[Fact] = field(default_factory=list)
    abstained: list[Abstention] = field(default_factory=list)
    labels: dict[str, tuple[str, str, tuple[str, ...]]] = field(default_factory=dict)

    def event_id(self, key: str, kind: str, label: str, people: tuple[str, ...] = ()) -> str:
        """The id of the event with this key; an event new to the deck is entered."""
        event = "e" + digest(key)[:8]
        self.labels.setdefault(event, (kind, label, people))
        return event

    def abstain(self, article: Article, span: Span, gate: str) -> None:
        """Enter something seen and not asked."""
        self.abstained.append(Abstention(article.id, span, span.of(article.text), gate))

    def enter(
        self,
        ask: Ask,
        pattern: str,
        key: str,
        event: str,
        answer: str,
        evidence: Evidence,
        slots: dict[str, str],
        value: str | None = None,
        mod: Mod | None = None,
        modality: Modality = "actual",
        attribution: str | None = None,
    ) -> None:
        """Enter a fact. `key` is what its id is made of: nothing that another wording, order or article would change."""
        if attribution:
            slots = slots | {"according_to": self.phrasing.according_to(attribution)}
        identity = digest(f"{ask}|{modality}|{attribution or ''}|{key}")[:12]
        self.facts.append(
            Fact(identity, event, ask, answer, (evidence,), value, mod, modality, attribution, (), pattern, slots)
        )


def digest(text: str) -> str:
    """A short fixed fingerprint of a text, in hexadecimal."""
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()


def evidence(article: Article, span: Span, sentence: Span, rule: str) -> Evidence:
    """The words at `span` as evidence, with their whole sentence."""
    return Evidence(article.id, span, span.of(article.text), sentence.of(article.text), rule, sentence.start)


def source_in(document: Document, sentence: Span, words: Span) -> str | None:
    """Who says what `words` tell, when their sentence names a source: "die Nachrichtenagentur Ria".

    A reporting verb speaks for what it reports, not for its own clause: in "X sagte am Montag, …" nobody but us says Monday.
    """
    quoted = any(m.kind is Kind.QUOTE and m.span.covers(words) for m in document.mentions)
    for mention in document.mentions:
        names = mention.kind is Kind.CUE and mention.rule.startswith("de.attribution") and bool(mention.value)
        aside = _RELATIVE.search(document.article.text, words.end, max(words.end, mention.span.start))
        if names and sentence.covers(mention.span) and not aside and (quoted or not mention.rule.endswith("reported")):
            return str(mention.value)  # not of "das Gespräch, in dem es nach Angaben von X um … ging"
    return None


def place_answer(scene: Scene, article: Article, mention: Mention, whither: bool) -> str:
    """A place as an answer. Where the article calls it by another name than the lexicon, or the lexicon lacks its forms, the
    article's own words are the answer."""
    place = mention.value
    if not isinstance(place, Place):
        raise FormError("no place")
    own = place.phrase.of(article.text)
    told_by_rank = mention.rule.endswith(("capital", "told"))  # "in der vietnamesischen Hauptstadt" is answered by its name
    words = mention.span.of(article.text).translate(_APOSTROPHES)
    beside = place.preposition == "bei" and place.kind == "city"  # "bei San Francisco" is not in it
    if not beside and (told_by_rank or place.name.casefold() in words.casefold()):
        with suppress(FormError):
            return (scene.phrasing.place_to if whither else scene.phrasing.place_in)(place.name)
    if whither or place.preposition in {None, "von", "nach"}:
        raise FormError(f"no form of {place.name!r}")
    return own[0].lower() + own[1:]


def current(document: Document, sentence: Span) -> bool:
    """Whether a sentence without a date tells of the time of its article, which has one."""
    known = document.article.published or document.article.period
    return known is not None and not tells_of_before(document, sentence)


def tells_of_before(document: Document, sentence: Span, event: Span | None = None) -> bool:
    """Whether a sentence tells of a time long before that of its article, as far as that is known.

    News goes on in the time it named last: an older date in the sentence itself, or as the last one before it in its paragraph
    or in the two sentences before it, sets an older time; not one since which it counts behind `event`: "der erste Besuch seit
    dem Amtsantritt im Januar 2017".
    """
    article = document.article
    published = article.published or (article.period.start if article.period else None)
    number = next((i for i, s in enumerate(document.sentences) if s.span == sentence), None)
    if published is None or number is None:
        return number is None
    here = document.sentences[number]
    near = document.sentences[max(0, number - _CONTEXT)].span.start
    start = min(near, next(s.span.start for s in document.sentences if s.paragraph == here.paragraph))
    values = [(m.span, m.value) for m in document.mentions if m.kind is Kind.TIME and start <= m.span.start < here.span.end]
    times = [(span, t) for span, t in values if isinstance(t, Timex) and t.resolved]
    told = [(span, t) for span, t in times if here.span.covers(span)] or times[-1:]
    return any(
        _old(t.value, published) and not (event and _SINCE.search(article.text, event.end, span.start)) for span, t in told
    )


def _old(value: str, published: PartialDate) -> bool:
    """Whether a date lies a year back, or more than a month in the year of publication."""
    found = re.match(r"(\d{4})(?:-(\d{2}))?", value)
    if not found:
        return bool(re.match(r"\d{2,3}$", value))  # a decade or a century
    year, month = int(found[1]), int(found[2] or published.month or 12)
    months = (published.year - year) * 12 + (published.month or 12) - month
    return months > 1 if found[2] else year < published.year


def _years(period: Period) -> tuple[int, int]:
    """The first and the last year of a period; one of which it holds but a month is not counted."""
    start = period.start.year + (period.start.month == _DECEMBER)
    end = period.end.year - (period.end.month == 1)
    return (start, end) if start <= end else (period.start.year, period.end.year)


def full_years(period: Period) -> tuple[int, int] | None:
    """The first and the last of the years that lie wholly in a period; None where none does."""
    start = period.start.year + ((period.start.month or 1) > 1)
    end = period.end.year - ((period.end.month or _DECEMBER) < _DECEMBER)
    return (start, end) if start <= end else None


def year_of(period: Period) -> int | None:
    """The one year in which a period lies, if it does."""
    first, last = _years(period)
    return first if first == last else None


def published_when(scene: Scene, article: Article, *, lasting: bool = False) -> str:
    """The month in which the article appeared, as an adverbial: "im April 2019"; "" when it is not known.

    News of the first days of a month tell of the days before: "um den 1. April 2019"; what is `lasting`, an office, was so at
    least then: "Anfang April 2019". An article without a date may at least tell in which year it was written.
    """
    date, year = article.published, year_of(article.period) if article.period else None
    if date is None:
        return scene.phrasing.between(year, year) if year else ""
    if lasting:
        return scene.phrasing.when(str(date)[:_MONTH], "start" if date.day == 1 else None)
    first = date.day is not None and date.day <= _FIRST_DAYS
    return scene.phrasing.when(str(date) if first else str(date)[:_MONTH], "approx" if first else None)
