"""Event mentions: nouns for meetings, visits and talks, and what their noun phrase says of who, where, when and how long."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summitquiz.german.countries import adjective_country
from summitquiz.german.cues import adjective_modality, modality
from summitquiz.german.nouns import EventNoun, event_noun
from summitquiz.model import EventMention, Kind, Modality, Sentence, Span, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.view import View

_ORDINALS = {"erste", "zweite", "dritte", "vierte", "fünfte", "sechste", "siebte", "achte", "neunte", "zehnte"}
_DURING = {
    "bei",
    "beim",
    "während",
    "nach",
    "seit",
    "im",
    "auf",
    "rande",
    "rahmen",
    "anlässlich",
    "beginn",
    "auftakt",
    "abschluss",
}
_BOTH = {"ihr", "ihre", "ihrem", "ihren", "ihres", "ihrer"}
_LEFT = {"ART", "PPOSAT", "PDAT", "ADJA", "CARD", "PIAT", "APPRART", "KOKOM", "ADV", "ADJD"}
_MOST_LEFT = 9  # words of an attribute before its noun: "der ursprünglich für Anfang Juni 2014 geplante Gipfel"
_STOP = {"VVFIN", "VAFIN", "VMFIN"}


@dataclass(slots=True)
class _Reading:
    """What is read from the words behind an event noun."""

    people: list[Span] = field(default_factory=list)
    place: Span | None = None
    time: Span | None = None
    group: str = ""
    end: int = 0


def find_events(view: View) -> list[EventMention]:
    """All event mentions of the document's prose, in text order."""
    found = []
    for sentence, zones in view.prose():
        tokens = [t for t in sentence.tokens if not any(z.overlaps(t.span) for z in zones)]
        for i, token in enumerate(tokens):
            noun = event_noun(token.text) if token.tag in {"NN", "NE", "VVFIN", "VVINF"} else None
            if noun and not _inside_name(view, token):
                found.append(_mention(view, sentence, tokens, i, *noun))
    return found


def _inside_name(view: View, token: Token) -> bool:
    return any(
        mention.span.overlaps(token.span)
        for mention in view.within(Kind.ORGANISATION, Span(token.span.start - 60, token.span.end + 60))
    )


def _mention(view: View, sentence: Sentence, tokens: Sequence[Token], i: int, noun: EventNoun, plural: bool) -> EventMention:
    left = _left(view, tokens, i)
    before = tokens[left:i]
    right = _right(view, tokens, i + 1)
    owner = _owner(view, tokens, left)
    adjectives = [t for t in before if t.tag == "ADJA"]
    determiner = before[0].text.lower() if before else ""
    plural = plural or (
        noun.plural == tokens[i].text
        and ((determiner == "die" and noun.gender != "f") or (determiner == "den" and noun.gender == "n"))
    )
    return EventMention(
        span=tokens[i].span,
        phrase=Span((tokens[left].span.start if not owner else owner[0].start), tokens[right.end - 1].span.end),
        noun=noun.noun,
        sort=noun.sort,
        sentence=sentence.span,
        definite=determiner in {"der", "die", "das", "dem", "den", "des", "im", "am", "beim", "zum", "zur", "vom"}
        or bool(owner),
        plural=plural,
        adjectives=" ".join(_dictionary(t.text) for t in adjectives if _tells(t)),
        people=(*owner, *right.people),
        both=determiner in _BOTH,
        group=right.group,
        name=noun.named or any(adjective_country(t.text) for t in adjectives),
        place=right.place,
        time=right.time or _time_before(view, tokens[left].span.start, tokens[i].span.start),
        duration=_duration(view, tokens, i),
        during=_during(tokens, left),
        modality=_modality(tokens, i, adjectives),
    )


def _dictionary(adjective: str) -> str:
    """Weak nominative singular: ersten, erstes, erster → erste."""
    word = adjective.lower()
    for ending in ("en", "em", "er", "es"):
        if word.endswith(ending):
            return word[: -len(ending)] + "e"
    return word


def _left(view: View, tokens: Sequence[Token], i: int) -> int:
    """Index of the first token of the noun phrase whose head stands at `i`."""
    j = i
    while j > 0 and tokens[j - 1].tag in _LEFT:
        j -= 1
        if tokens[j].tag in {"ART", "PPOSAT", "PDAT", "APPRART"}:
            return j
    if (
        j < i
        and tokens[j].tag == "ADJA"
        and view.times(Kind.TIME, Span(tokens[max(0, j - 4)].span.start, tokens[j].span.start))
    ):
        for k in range(j, max(-1, i - _MOST_LEFT), -1):
            if tokens[k].tag == "ART":
                return k
    return j


def _owner(view: View, tokens: Sequence[Token], left: int) -> list[Span]:
    """A genitive before the noun: "Kims erste Reise", "Nicolas Sarkozys Staatsbesuch"."""
    if not left:
        return []
    before = view.people(Span(tokens[max(0, left - 5)].span.start, tokens[left - 1].span.end))
    if before and before[-1][1].genitive and before[-1][0].span.end == tokens[left - 1].span.end:
        return [before[-1][0].span]
    return []


def _right(view: View, tokens: Sequence[Token], start: int) -> _Reading:
    """Read the complements behind the noun: of whom, between whom, with whom, where, when."""
    reading = _Reading(end=start)
    i = start
    while i < len(tokens):
        here = (
            _people(view, tokens, i, reading)
            or _place(view, tokens, i, reading)
            or _time(view, tokens, i, reading)
            or _genitive_group(tokens, i, reading)
        )
        if not here:
            break
        i = reading.end = here
    return reading


def _people(view: View, tokens: Sequence[Token], i: int, reading: _Reading) -> int | None:
    word = tokens[i].text.lower()
    if word == "zwischen":
        return _between(view, tokens, i, reading)
    start = i + 1 if word in {"von", "mit", "vom", "bei", "und"} else i
    if start == i and word not in {"des", "der", "eines", "einer"}:
        return None
    if word == "und" and not reading.people:
        return None
    for mention, person in view.people(Span(tokens[i].span.start, tokens[-1].span.end)):
        opens = min(person.phrase.start, mention.span.start)
        first = tokens[start].span.start if start < len(tokens) else -1
        if opens == first or (word == "vom" and opens == tokens[i].span.start):
            reading.people.append(mention.span)
            end = max(person.phrase.end, mention.span.end)
            return next((k for k in range(start, len(tokens)) if tokens[k].span.start >= end), len(tokens))
        if opens > first:
            break
    return None


def _between(view: View, tokens: Sequence[Token], i: int, reading: _Reading) -> int | None:
    """ "zwischen X und Y", with whatever the two noun phrases carry before their names."""
    end = next((k for k in range(i, len(tokens)) if tokens[k].tag in _STOP or tokens[k].text == ","), len(tokens))
    inside = view.people(Span(tokens[i].span.start, tokens[end - 1].span.end))
    named = [(m, p) for m, p in inside if p.name]
    if len(named) != 2 or not any(
        t.text == "und" for t in tokens[i:end] if named[0][0].span.end <= t.span.start < named[1][0].span.start
    ):
        return None
    reading.people.extend(m.span for m, _ in named)
    return next((k for k in range(i, len(tokens)) if tokens[k].span.start >= named[1][0].span.end), len(tokens))


def _place(view: View, tokens: Sequence[Token], i: int, reading: _Reading) -> int | None:
    if tokens[i].tag not in {"APPR", "APPRART"} or reading.place:
        return None
    if tokens[i + 1 : i + 2] and tokens[i + 1].tag == "NN" and i + 2 < len(tokens):
        nested = _place(view, tokens, i + 2, reading)  # "im Hauptquartier in Brüssel"
        if nested:
            return nested
    for mention, place in view.places(Span(tokens[i].span.start, tokens[-1].span.end)):
        if place.phrase.start == tokens[i].span.start and place.preposition in {"in", "auf", "an", "bei", "nach", "von"}:
            reading.place = mention.span
            end = max(place.phrase.end, mention.span.end)
            return next((k for k in range(i, len(tokens)) if tokens[k].span.start >= end), len(tokens))
        if place.phrase.start > tokens[i].span.start:
            break
    return None


def _time(view: View, tokens: Sequence[Token], i: int, reading: _Reading) -> int | None:
    start = i + 1 if tokens[i].text.lower() in {"am", "im", "vom", "von"} else i
    if start >= len(tokens) or reading.time:
        return None
    for mention, _ in view.times(Kind.TIME, Span(tokens[i].span.start, tokens[-1].span.end)):
        if mention.span.start in {tokens[start].span.start, tokens[i].span.start}:
            reading.time = mention.span
            return next((k for k in range(i, len(tokens)) if tokens[k].span.start >= mention.span.end), len(tokens))
        break
    return None


def _genitive_group(tokens: Sequence[Token], i: int, reading: _Reading) -> int | None:
    """A genitive of a group or institution: "der EU-Außenminister", "der Staats- und Regierungschefs der Union"."""
    if tokens[i].text.lower() not in {"der", "des"} or reading.people or reading.place:
        return None
    j = i + 1
    while j < len(tokens) and tokens[j].tag in {"ADJA", "TRUNC", "KON", "CARD"}:
        j += 1
    if j >= len(tokens) or tokens[j].tag not in {"NN", "NE"}:
        return None
    words = [tokens[k].text for k in range(i, j + 1)]
    reading.group = (reading.group + " " if reading.group else "") + " ".join(words)
    return j + 1


def _tells(adjective: Token) -> bool:
    """Whether an adjective tells an event from others: its number or its country."""
    return _dictionary(adjective.text) in _ORDINALS or adjective_country(adjective.text) is not None


def _duration(view: View, tokens: Sequence[Token], i: int) -> Span | None:
    """A length right before the noun, nothing but adjectives between: "ein mehr als einstündiges vertrauliches Gespräch"."""
    for mention, _ in reversed(view.times(Kind.DURATION, Span(tokens[max(0, i - 6)].span.start, tokens[i].span.start))):
        between = [t for t in tokens[:i] if t.span.start >= mention.span.end]
        return mention.span if all(t.tag == "ADJA" for t in between) else None
    return None


def _time_before(view: View, start: int, end: int) -> Span | None:
    """A date inside the noun phrase, before the noun: "der für Anfang Juni 2014 geplante Gipfel"."""
    times = view.times(Kind.TIME, Span(start, end))
    return times[0][0].span if len(times) == 1 else None


def _during(tokens: Sequence[Token], left: int) -> bool:
    """Whether what stands before the noun phrase says that the event took place: "bei", "am Rande", "zum Auftakt"."""
    return any(t.text.lower() in _DURING for t in tokens[max(0, left - 1) : left + 1])


def _modality(tokens: Sequence[Token], i: int, adjectives: Sequence[Token]) -> Modality:
    if any(t.text.lower().startswith("kein") for t in tokens[max(0, i - 3) : i]):
        return "negated"
    own = adjective_modality(adjectives)
    if own != "actual":
        return own
    first = next((k + 1 for k in range(i, -1, -1) if tokens[k].text in {",", ";", ":", "–"}), 0)
    last = next((k for k in range(i, len(tokens)) if tokens[k].text in {",", ";", ":", "–"}), len(tokens))
    segment = tokens[first:last]
    found = modality(segment if any(t.tag in _STOP for t in segment) else tokens)
    return "actual" if found == "negated" else found  # what is denied need not be the event: the clause's own rule decides
