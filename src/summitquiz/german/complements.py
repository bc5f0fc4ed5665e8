"""What stands behind an event noun and belongs to it: of whom, between whom, with whom, of which group, where, when."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from summitquiz.german.segments import FINITE
from summitquiz.model import Kind, Span, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.view import View
    from summitquiz.model import Place

_NOMINAL = {"ART", "ADJA", "NN", "NE", "CARD", "PPOSAT", "PIAT"}
_INSIDE = {"in", "im", "auf", "an", "am", "bei", "beim"}  # of a venue: not "ein Telefonat für Verärgerung in Peking"


@dataclass(slots=True)
class Complements:
    """The people, place, time and group found behind a noun; `end` is the index of the token behind them."""

    people: list[Span] = field(default_factory=list)
    place: Span | None = None
    time: Span | None = None
    group: str = ""
    more: bool = False  # behind the people stand others who took part: "mit X, dem Kanzler und den Regierungschefs"
    partners: bool = False  # the first of them stands behind "mit": with whom somebody else met
    end: int = 0


def complements(view: View, tokens: Sequence[Token], start: int) -> Complements:
    """Read the complements behind the noun: of whom, between whom, with whom, where, when."""
    reading = Complements(end=start)
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
    reading.more = bool(reading.people) and _goes_on(tokens, i)
    if reading.partners and len(reading.people) > 1:
        reading.people.clear()  # "Gespräche mit X und Y" are not those of X with Y
    return reading


def _goes_on(tokens: Sequence[Token], i: int) -> bool:
    """Whether a list goes on at `i`: "und den Regierungschefs", ", der Kommissarin Y und Z"."""
    behind = tokens[i + 1 : i + 2]
    if not behind or tokens[i].text not in {",", "und", "sowie"} or behind[0].tag not in _NOMINAL:
        return False
    rest = [t.text for t in takewhile(lambda t: t.tag not in FINITE, tokens[i + 1 :])]
    return tokens[i].text != "," or bool({"und", "sowie"} & set(rest))


def _people(view: View, tokens: Sequence[Token], i: int, reading: Complements) -> int | None:
    word = tokens[i].text.lower()
    if word == "zwischen":
        return _between(view, tokens, i, reading)
    start = i + 1 if word in {"von", "mit", "vom", "und"} else i  # whom "bei" names is visited
    if start == i and word not in {"des", "der", "eines", "einer"}:
        return None
    if word == "und" and not reading.people:
        return None
    if word == "von" and (reading.time or reading.place):
        return None  # "Angekündigt worden war die Reise Mitte November von Obama": by him
    for mention, person in view.people(Span(tokens[i].span.start, tokens[-1].span.end)):
        opens = min(person.phrase.start, mention.span.start)
        first = tokens[start].span.start if start < len(tokens) else -1
        if opens == first or (word == "vom" and opens == tokens[i].span.start):
            reading.partners = reading.partners or (word == "mit" and not reading.people)
            reading.people.append(mention.span)
            end = max(person.phrase.end, mention.span.end)
            return next((k for k in range(start, len(tokens)) if tokens[k].span.start >= end), len(tokens))
        if opens > first:
            break
    return None


def _between(view: View, tokens: Sequence[Token], i: int, reading: Complements) -> int | None:
    """ "zwischen X und Y", with whatever the two noun phrases carry before their names."""
    end = next((k for k in range(i, len(tokens)) if tokens[k].tag in FINITE or tokens[k].text == ","), len(tokens))
    inside = view.people(Span(tokens[i].span.start, tokens[end - 1].span.end))
    named = [(m, p) for m, p in inside if p.name]
    if len(named) != 2 or not any(
        t.text == "und" for t in tokens[i:end] if named[0][0].span.end <= t.span.start < named[1][0].span.start
    ):
        return None
    reading.people.extend(m.span for m, _ in named)
    return next((k for k in range(i, len(tokens)) if tokens[k].span.start >= named[1][0].span.end), len(tokens))


def _place(view: View, tokens: Sequence[Token], i: int, reading: Complements) -> int | None:
    if tokens[i].tag not in {"APPR", "APPRART"} or reading.place:
        return None
    for mention, venue in view.venues(Span(tokens[i].span.start, tokens[-1].span.end)):
        if venue.phrase.start == tokens[i].span.start:  # "im Rugbystadion von Durban"
            reading.place = mention.span
            return next((k for k in range(i, len(tokens)) if tokens[k].span.start >= mention.span.end), len(tokens))
    dated = view.times(Kind.TIME, tokens[i + 1].span) if i + 1 < len(tokens) else []
    inside = tokens[i].text.lower() in _INSIDE and tokens[i + 1 : i + 2] and tokens[i + 1].tag == "NN" and i + 2 < len(tokens)
    if inside and not dated:
        nested = _place(view, tokens, i + 2, reading)  # "im Hauptquartier in Brüssel"
        if nested:
            return nested
    for mention, place in view.places(Span(tokens[i].span.start, tokens[-1].span.end)):
        if place.phrase.start == tokens[i].span.start and place.preposition in {"in", "auf", "an", "bei", "nach", "von"}:
            end = max(place.phrase.end, mention.span.end)
            behind = next((k for k in range(i, len(tokens)) if tokens[k].span.start >= end), len(tokens))
            reading.place = None if _one_of_places(view, tokens, behind, place) else mention.span
            return behind
        if place.phrase.start > tokens[i].span.start:
            break
    return None


def _one_of_places(view: View, tokens: Sequence[Token], i: int, first: Place) -> bool:
    """Whether a list of places goes on at `i`: "nach Japan [und Südkorea]"; not "Großbritannien [und Nordirland]"."""
    if i + 1 >= len(tokens) or tokens[i].text not in {",", "und", "sowie"}:
        return False
    start = tokens[i + 1].span.start
    places = view.places(Span(tokens[i].span.start, tokens[-1].span.end))
    others = [p for m, p in places if start in {m.span.start, p.phrase.start}]
    return any(not (p.kind == "region" and p.country == first.country) for p in others)


def _time(view: View, tokens: Sequence[Token], i: int, reading: Complements) -> int | None:
    start = i + 1 if tokens[i].text.lower() in {"am", "im", "vom", "von"} else i
    if start >= len(tokens) or reading.time:
        return None
    for mention, _ in view.times(Kind.TIME, Span(tokens[i].span.start, tokens[-1].span.end)):
        if mention.span.start in {tokens[start].span.start, tokens[i].span.start}:
            reading.time = mention.span
            return next((k for k in range(i, len(tokens)) if tokens[k].span.start >= mention.span.end), len(tokens))
        break
    return None


def _genitive_group(tokens: Sequence[Token], i: int, reading: Complements) -> int | None:
    """A genitive of a group or institution: "der EU-Außenminister", "der Staats- und Regierungschefs der Union"."""
    if tokens[i].text.lower() not in {"der", "des"} or reading.people or reading.place:
        return None
    j = i + 1
    while j < len(tokens) and tokens[j].tag in {"ADJA", "TRUNC", "KON", "CARD"}:
        j += 1
    if j >= len(tokens) or tokens[j].tag not in {"NN", "NE"}:
        return None
    j += tokens[j].text.endswith("en") and tokens[j + 1 : j + 2] != [] and tokens[j + 1].tag == "NN"  # "des Kaspischen Meeres"
    words = [tokens[k].text for k in range(i, j + 1)]
    reading.group = (reading.group + " " if reading.group else "") + " ".join(words)
    return j + 1
