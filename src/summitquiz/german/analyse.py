"""All German rules in their order: an article in, a reading out."""

from __future__ import annotations

from dataclasses import replace

from summitquiz.german.bindings import bind
from summitquiz.german.claims import find_claims
from summitquiz.german.coming import with_coming_days
from summitquiz.german.dated_nouns import find_dated_nouns
from summitquiz.german.datelines import with_datelines
from summitquiz.german.delegates import find_delegates
from summitquiz.german.events import find_events
from summitquiz.german.lasting import find_lengths, find_talk_lengths
from summitquiz.german.organisations import find_organisations
from summitquiz.german.parts import find_parts
from summitquiz.german.people import find_people
from summitquiz.german.period import period_of
from summitquiz.german.places import find_places
from summitquiz.german.quote_claims import find_quote_claims
from summitquiz.german.speech import find_attributions, find_quotes
from summitquiz.german.temporal import find_times
from summitquiz.german.venue_phrases import find_venues
from summitquiz.german.view import View
from summitquiz.german.zones import find_zones
from summitquiz.model import Article, Document, Kind, Mention, PartialDate, Reading, Timex
from summitquiz.reading.document import read

_DAYPART = "de.time.daypart"


def analyse(article: Article) -> Reading:
    """Read an article: its sentences, everything recognised in them, its event mentions, and what can be asked."""
    document = read(article)
    zones = find_zones(article, document.sentences)
    document = _with(replace(document, sentences=with_datelines(document.sentences, zones)), zones)
    people = find_people(document)
    document = _with(document, people)
    document = _with(document, find_places(document, people) + find_organisations(document))
    document = _with(document, find_venues(document, document.mentions))
    document = _with(document, _sure_times(document, find_times(article.text, article.published)))
    if article.published is None:
        document = replace(document, article=replace(article, period=period_of(document)))
    document = _with(document, find_quotes(document))
    document = _with(document, find_attributions(document))
    view = View(document)
    events = bind(view, find_events(view))
    dated = find_dated_nouns(view)
    never = [event.phrase for event in events if event.modality in {"negated", "hypothetical"}]
    claims = (
        find_claims(view, events, [*(claim.gap for claim in dated if claim.gap), *never])
        + dated
        + find_lengths(view, events)
        + find_talk_lengths(view, events)
        + find_parts(view, events)
        + find_delegates(view, events)
        + find_quote_claims(view)
    )
    return Reading(document, tuple(events), tuple(claims))


def _sure_times(document: Document, times: list[Mention]) -> list[Mention]:
    """The times but those in an organisation's name: "die Welt am Sonntag"; those that are not sure without their day."""
    bodies = [m.span for m in document.mentions if m.kind is Kind.ORGANISATION]
    published = document.article.published
    apart = [time for time in times if not any(body.covers(time.span) for body in bodies)]
    if published is None:
        return apart
    return with_coming_days(document, [_sure(time, published) for time in apart], published)


def _sure(time: Mention, published: PartialDate) -> Mention:
    """A mere part of a day without its day, where that would lie after the article; any other time unchanged.

    Such a one is of a day named before: "Am Montag beginnt der Gipfel. X sagte in der Nacht ab".
    """
    if time.rule != _DAYPART or not isinstance(time.value, Timex):
        return time
    value = time.value.value
    late = value[: len(str(published))] > str(published)
    return replace(time, value=replace(time.value, value=f"XXXX-XX-XXT{value.partition('T')[2]}")) if late else time


def _with(document: Document, mentions: list[Mention]) -> Document:
    found = sorted([*document.mentions, *mentions], key=lambda m: (m.span, m.kind))
    return replace(document, mentions=tuple(found))
