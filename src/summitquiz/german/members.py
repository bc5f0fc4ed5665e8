"""Whom a group is made of: "Unterhändler [aus 195 Staaten]", "die Spitzen [von CDU, CSU und SPD]"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.german.people_nouns import means_group
from summitquiz.model import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.view import View
    from summitquiz.model import Token

_AND = {"und", "sowie"}
_STATES = {"Staaten", "Ländern", "Nationen"}
_ABOUT = {"rund", "etwa", "fast", "knapp", "mehr", "als", "über", "gut"}
_SIDES = {"Bund", "Union", "Ländern", "Koalition", "Arbeitgebern", "Gewerkschaften"}


def members_end(view: View, tokens: Sequence[Token], end: int) -> int:
    """Index behind the members of a group whose noun phrase ends at `end`; `end` where nothing says who they are."""
    if end + 1 >= len(tokens):
        return end
    if tokens[end].text == "aus":
        return _states_end(tokens, end)
    return _sides_end(view, tokens, end) if tokens[end].text == "von" else end


def _states_end(tokens: Sequence[Token], end: int) -> int:
    """Behind "aus mehr als 190 Staaten"."""
    i = end + 1
    while i < len(tokens) and tokens[i].text in _ABOUT:
        i += 1
    if i >= len(tokens) or tokens[i].tag != "CARD":
        return end
    i += 1
    i += i < len(tokens) and tokens[i].tag == "ADJA"
    return i + 1 if i < len(tokens) and tokens[i].text in _STATES else end


def _sides_end(view: View, tokens: Sequence[Token], end: int) -> int:
    """Behind a country, or a list of countries, parties or bodies that "und" closes: "von Regierung und Opposition"."""
    i, joined = end + 1, False
    while (side := _side_end(view, tokens, i)) is not None:
        i, country = side
        if joined or i + 1 >= len(tokens) or tokens[i].text not in {",", *_AND}:
            return i if joined or country else end
        joined = tokens[i].text in _AND
        i += 1
    return end


def _side_end(view: View, tokens: Sequence[Token], i: int) -> tuple[int, bool] | None:
    """Behind the one country, party or body at `i`, and whether it is a country; None where none stands."""
    i += i < len(tokens) and tokens[i].tag == "ART"
    if i >= len(tokens):
        return None
    reach = Span(tokens[i].span.start, tokens[-1].span.end)
    countries = [m for m, place in view.places(reach) if place.kind == "country"]
    named = next((m for m in (*countries, *view.within(Kind.ORGANISATION, reach)) if m.span.start == reach.start), None)
    if named:
        behind = next((k for k in range(i, len(tokens)) if tokens[k].span.start >= named.span.end), len(tokens))
        return behind, named in countries
    return (i + 1, False) if tokens[i].text in _SIDES or means_group(tokens[i]) else None
