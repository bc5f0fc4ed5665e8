"""Who does it: the subject of a clause, when it is a person or a few, or a pronoun."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summitquiz.german.groups import group_at
from summitquiz.model import Span, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.clauses import Clause
    from summitquiz.german.view import View
    from summitquiz.model import Mention, Person

_NO_NOMINATIVE = {
    "den",
    "dem",
    "des",
    "einen",
    "einem",
    "eines",
    "seinen",
    "seinem",
    "seines",
    "seiner",
    "ihren",
    "ihrem",
    "ihres",
    "ihrer",
}
_BEFORE = {"auch", "sogar", "selbst", "nur", "sowohl", "allein"}
_BETWEEN = {"PRF", "PPER", "ADV", "PROAV"}


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject's words and the people they name; `pronoun` when er or sie stands there, `front` when it opens the clause.

    `group`: it is a country, a body or a group of people.
    """

    span: Span
    people: tuple[Mention, ...]
    plural: bool
    front: bool
    pronoun: str = ""
    group: bool = False


def plural_verb(verb: Token) -> bool:
    """Whether a finite verb is plural: no third person singular ends in -en."""
    return verb.text.endswith("en") or verb.text in {"sind", "tun"}


def find_subject(view: View, clause: Clause) -> Subject | None:
    """The clause's subject if it is made of persons, a group, or a singular pronoun; None for any other or an unsure one."""
    subject = _at_front(view, clause) or _after_verb(view, clause)
    if subject is None or (not subject.group and subject.plural != plural_verb(clause.verb)):
        return None
    return subject


def _at_front(view: View, clause: Clause) -> Subject | None:
    tokens = list(clause.front)
    while len(tokens) > 1 and tokens[0].text.lower() in _BEFORE:
        tokens = tokens[1:]
    if len(tokens) == 1 and tokens[0].text.lower() in {"er", "sie"}:
        return Subject(tokens[0].span, (), False, True, tokens[0].text.lower())
    if _second_nominative(clause):
        return None
    people = people_at(view, tokens)
    end = people[1] if people else 0
    while people and end < len(tokens) and tokens[end].tag in {"ADV", "PROAV"}:
        end += 1  # "John Edwards dagegen, der …"
    if people and (end == len(tokens) or tokens[end].text == ","):  # with an apposition or a relative clause behind
        return Subject(_span(tokens), people[0], len(people[0]) > 1, True)
    group = group_at(view, tokens)
    if group and group[1] and group[0].end == tokens[-1].span.end:
        return Subject(group[0], (), plural_verb(clause.verb), True, group=True)
    return None


def _after_verb(view: View, clause: Clause) -> Subject | None:
    open_front = not _may_be_subject(clause)
    for start, token in enumerate(clause.field[:6]):
        if token.text.lower() == "es":
            return None
        if token.text.lower() in {"er", "sie"} and token.tag == "PPER":
            return Subject(token.span, (), False, False, token.text.lower())
        group = people_at(view, clause.field[start:])
        behind = clause.field[start + group[1]].text.lower() if group and start + group[1] < len(clause.field) else ""
        if behind in {"von", "vom", "aus"}:
            return None  # "Petra Pau von der Linksfraktion": where the phrase ends is not sure
        if group and (open_front or token.text.lower() == "der"):
            return Subject(_span(clause.field[start : start + group[1]]), group[0], len(group[0]) > 1, False)
        body = group_at(view, clause.field[start:])
        if body and body[1] and open_front:
            return Subject(body[0], (), plural_verb(clause.verb), False, group=True)
        if token.tag not in _BETWEEN:
            return None
    return None


def _may_be_subject(clause: Clause) -> bool:
    """Whether the front field may be the subject: a noun phrase that no preposition governs and no ending excludes."""
    if not clause.front:
        return False
    first = clause.front[0]
    if first.tag in {"PPER", "PIS", "PDS", "NE"}:
        return True
    return (
        first.tag in {"ART", "PPOSAT", "PDAT", "PIAT", "ADJA", "NN", "CARD"}
        and first.text.lower() not in _NO_NOMINATIVE
        and not _is_time(clause)
    )


def _is_time(clause: Clause) -> bool:
    """ "Ende April", "Anfang des Jahres": a noun phrase that says when."""
    return clause.front[0].text in {
        "Anfang",
        "Mitte",
        "Ende",
        "Montag",
        "Dienstag",
        "Mittwoch",
        "Donnerstag",
        "Freitag",
        "Samstag",
        "Sonntag",
    }


def _second_nominative(clause: Clause) -> bool:
    """Whether a nominative follows the verb, so that what stands before it is none: "Merkel empfing der Präsident".

    The passive has no accusative: "Müller wurde ein Strafmaß auferlegt".
    """
    if not clause.field or clause.field[0].tag != "ART" or plural_verb(clause.verb):
        return False
    return clause.field[0].text == "der" or (clause.passive and clause.field[0].text in {"ein", "eine", "die", "das"})


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
    return word not in _NO_NOMINATIVE and not (word == "der" and person.gender == "f")


def _span(tokens: Sequence[Token]) -> Span:
    return Span(tokens[0].span.start, tokens[-1].span.end)
