"""Noun phrases that name persons: one alone, several joined, and the list behind what they are.

"Angela Merkel", "Präsident Wladimir Putin und sein Kollege", "die Präsidenten Polens und Russlands, X und Y,".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.german.fronts import NO_NOMINATIVE
from summitquiz.german.groups import group_at
from summitquiz.german.people_nouns import is_for_people, is_person
from summitquiz.model import Person, Span, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.view import View
    from summitquiz.model import Mention


def both_at(tokens: Sequence[Token]) -> int:
    """How many words at the head of some are "die beiden" or "beide", alone or with a noun for people: "beide Präsidenten"."""
    words = [t.text.lower() for t in tokens[:2]]
    size = 2 if words == ["die", "beiden"] else int(words[:1] == ["beide"])
    behind = tokens[size] if size and size < len(tokens) else None
    if behind is None or behind.tag not in {"NN", "NE", "ADJA", "CARD"}:
        return size
    return size + 1 if is_person(behind.text) else 0


def people_at(view: View, tokens: Sequence[Token], oblique: bool = False) -> tuple[tuple[Mention, ...], int] | None:
    """The persons whose noun phrases, coordinated or one alone, open `tokens`, and how many tokens they take.

    They stand in the nominative, or with `oblique` in the dative or accusative.
    """
    found: list[Mention] = []
    position = 0
    while position < len(tokens):
        here = _phrase_at(view, tokens, position, oblique)
        if here is None:
            return None
        mention, position = here
        found.append(mention)
        if (
            position + 1 < len(tokens)
            and tokens[position].text in {"und", "sowie", ","}
            and _phrase_at(view, tokens, position + 1, oblique)
        ):
            position += 1
            continue
        if position + 1 < len(tokens) and tokens[position].text in {"und", "sowie", "oder"}:
            return None  # somebody else is coordinated whom we do not know
        return tuple(found), position
    return None


def _phrase_at(view: View, tokens: Sequence[Token], start: int, oblique: bool) -> tuple[Mention, int] | None:
    reach = Span(tokens[start].span.start, tokens[-1].span.end)
    for mention, person in view.people(reach):
        opens = min(person.phrase.start, mention.span.start)
        if opens > tokens[start].span.start:
            return None
        if opens == tokens[start].span.start and _fits(person, tokens[start], oblique):
            end = max(person.phrase.end, mention.span.end)
            behind = next((i for i in range(start, len(tokens)) if tokens[i].span.start >= end), len(tokens))
            if person.name is None and behind < len(tokens) and tokens[behind].tag == "NE":
                return None  # a name follows that the rules for persons did not join: it may be anybody's
            return mention, behind
    return None


def _fits(person: Person, first: Token, oblique: bool) -> bool:
    word = first.text.lower()
    if person.genitive:
        return False
    if oblique:
        return word != "des" and not (word == "der" and person.gender == "m")
    return word not in NO_NOMINATIVE and not (word == "der" and person.gender == "f")


def named_behind(view: View, tokens: Sequence[Token]) -> tuple[tuple[Mention, ...], int] | None:
    """The persons who are named behind what they are, and how many tokens that takes with its closing comma: "die Präsidenten
    Polens und Russlands, X und Y,"; nobody else."""
    names = [m.span.start for m, p in view.people(span_of(tokens)) if p.name] if tokens else []
    comma = next((i for i, t in enumerate(tokens[:-1]) if t.text == "," and tokens[i + 1].span.start in names), 0)
    head = next((t.text for t in tokens[:comma] if t.tag == "NN"), "")
    if not comma or tokens[0].text.lower() != "die" or not is_for_people(head) or view.people(span_of(tokens[:comma])):
        return None
    named = people_at(view, tokens[comma + 1 :])
    if not named or len(named[0]) < 2:
        return None
    end = comma + 1 + named[1]
    return named[0], end + (tokens[end : end + 1] != [] and end < len(tokens) and tokens[end].text == ",")


def led_group(view: View, tokens: Sequence[Token]) -> tuple[Span, bool] | None:
    """A person and a group: "Bundeskanzler Olaf Scholz und die Regierungschefs der Länder"."""
    first = _phrase_at(view, tokens, 0, oblique=False) if tokens else None
    if first is None or [t.text for t in tokens[first[1] : first[1] + 1]] != ["und"]:
        return None
    others = group_at(view, tokens[first[1] + 1 :])
    return (Span(tokens[0].span.start, others[0].end), True) if others else None


def span_of(tokens: Sequence[Token]) -> Span:
    """From the first to the last of some words."""
    return Span(tokens[0].span.start, tokens[-1].span.end)
