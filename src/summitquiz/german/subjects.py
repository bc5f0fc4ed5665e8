"""Who does it: the subject of a clause, when it is a person or a few, or a pronoun."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summitquiz.german.adverbials import adverbial_at
from summitquiz.german.fronts import NO_NOMINATIVE, acted_on, may_be_led, may_be_subject, plural_verb, second_nominative
from summitquiz.german.groups import group_at
from summitquiz.german.people_nouns import is_for_people, is_person
from summitquiz.model import Person, Span, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.clauses import Clause
    from summitquiz.german.view import View
    from summitquiz.model import Mention

_COPULAS = {"sein", "werden", "bleiben"}
_BEFORE = {"auch", "sogar", "selbst", "nur", "sowohl", "allein"}
_GENDERS = {"er": "m", "sie": "f"}
_NUMBERS = {2: "beiden ", 3: "drei ", 4: "vier ", 5: "fünf ", 6: "sechs "}
_BETWEEN = {"PRF", "PPER", "ADV", "PROAV"}


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject's words and the people they name; `pronoun` when er, sie or beide stands there, `front` when it opens
    the clause.

    `group`: it is a country, a body or a group of people.
    """

    span: Span
    people: tuple[Mention, ...]
    plural: bool
    front: bool
    pronoun: str = ""
    group: bool = False

    def whose(self, text: str) -> list[Span]:
        """What the subject is to somebody told of before: "[sein irischer Kollege] Bertie Ahern"."""
        if len(self.people) != 1:
            return []
        before = Span(self.span.start, self.people[0].span.start)
        return [before] if before.of(text).lower().startswith(("sein", "ihr")) else []

    @property
    def gender(self) -> str | None:
        """The gender of a single person; None when there are several or it is not known."""
        values = [m.value for m in self.people if isinstance(m.value, Person)]
        return _GENDERS.get(self.pronoun) or (values[0].gender if len(values) == 1 else None)

    @property
    def who(self) -> str:
        """The question word for it: wer, or how many persons are wanted."""
        if self.group or not self.plural:
            return "Wer"
        count = 2 if self.pronoun == "beide" else len(self.people)
        return f"Welche {_NUMBERS.get(count, '')}Personen"


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
    pronoun = tokens[0].text.lower() if len(tokens) == 1 else ""
    if pronoun != "er" and second_nominative(clause):
        return None
    if pronoun in {"er", "sie"}:
        return Subject(tokens[0].span, (), False, True, pronoun)
    if tokens and both_at(tokens) == len(tokens):
        return Subject(_span(tokens), (), True, True, "beide")
    people = people_at(view, tokens)
    end = people[1] if people else 0
    while people and end < len(tokens) and tokens[end].tag in {"ADV", "PROAV"}:
        end += 1  # "John Edwards dagegen, der …"
    if people and (end == len(tokens) or tokens[end].text == ","):  # with an apposition or a relative clause behind
        return Subject(_span(tokens), people[0], len(people[0]) > 1, True)
    if named := _named_behind(view, tokens):
        return Subject(_span(tokens), named, True, True)
    group = _led_group(view, tokens) or group_at(view, tokens)
    while len(tokens) > 1 and tokens[-1].tag in {"ADV", "PROAV"} and group and group[0].end < tokens[-1].span.end:
        tokens = tokens[:-1]  # "Venezuela selbst", "die USA dagegen"
    predicate = clause.verb.lemma.lower() in _COPULAS and people_at(view, clause.field)  # "Stellvertreter wurde X"
    if group and group[1] and group[0].end == tokens[-1].span.end and not (predicate or may_be_led(view, clause)):
        return Subject(group[0], (), plural_verb(clause.verb), True, group=True)
    return None


def _after_verb(view: View, clause: Clause) -> Subject | None:
    predicate = clause.verb.lemma.lower() == "sein" and not any(t.tag == "VVPP" for t in clause.field)
    open_front = predicate or not may_be_subject(clause) or acted_on(view, clause)  # "Gastgeber des Gipfels ist X"
    start = 0
    while start < len(clause.field):
        token = clause.field[start]
        adverbial = _adverbial_end(view, clause.field, start)
        if adverbial:
            start = adverbial
            continue
        if token.text.lower() == "es":
            return None
        if token.text.lower() in {"er", "sie"} and token.tag == "PPER":
            return _pronoun(view, token, clause.field[start + 1 :])
        both = both_at(clause.field[start:])
        if both and open_front:
            return Subject(_span(clause.field[start : start + both]), (), True, False, "beide")
        group = people_at(view, clause.field[start:])
        behind = clause.field[start + group[1]].text.lower() if group and start + group[1] < len(clause.field) else ""
        if behind in {"von", "vom", "aus"} or _one_of(clause.field[start + group[1] :] if group else ()):
            return None  # "Petra Pau von der Linksfraktion": where the phrase ends is not sure
        if group and (open_front or token.text.lower() == "der"):
            only = start > 0 and clause.field[start - 1].text == "nur"  # "trat nur X vor die Medien": it goes with him
            return Subject(_span(clause.field[start - only : start + group[1]]), group[0], len(group[0]) > 1, False)
        body = _led_group(view, clause.field[start:]) or group_at(view, clause.field[start:])
        if body and body[1] and open_front:
            return Subject(body[0], (), plural_verb(clause.verb), False, group=True)
        if token.tag not in _BETWEEN:
            return None
        start += 1
    return None


def _one_of(tokens: Sequence[Token]) -> bool:
    """Whether a nominative follows: "holt X [einer der größten Skandale] ein"."""
    return [t.text.lower() for t in tokens[:2]] in (["einer", "der"], ["einer", "seiner"], ["einer", "ihrer"])


def _named_behind(view: View, tokens: Sequence[Token]) -> tuple[Mention, ...]:
    """The persons who are named behind what they are: "die Präsidenten Polens und Russlands, X und Y,"; nobody else."""
    comma = next((i for i, t in enumerate(tokens) if t.text == ","), 0)
    head = next((t.text for t in tokens[:comma] if t.tag == "NN"), "")
    if not comma or tokens[0].text.lower() != "die" or not is_for_people(head) or view.people(_span(tokens[:comma])):
        return ()
    behind = [t for t in tokens[comma + 1 :] if t is not tokens[-1] or t.text != ","]
    named = people_at(view, behind)
    return named[0] if named and named[1] == len(behind) and len(named[0]) > 1 else ()


def _led_group(view: View, tokens: Sequence[Token]) -> tuple[Span, bool] | None:
    """A person and a group: "Bundeskanzler Olaf Scholz und die Regierungschefs der Länder"."""
    first = _phrase_at(view, tokens, 0, oblique=False) if tokens else None
    if first is None or [t.text for t in tokens[first[1] : first[1] + 1]] != ["und"]:
        return None
    others = group_at(view, tokens[first[1] + 1 :])
    return (Span(tokens[0].span.start, others[0].end), True) if others else None


def _pronoun(view: View, token: Token, behind: Sequence[Token]) -> Subject | None:
    """The pronoun, or whom "sie" stands before: "empfing sie der Präsident"; not so sure is "empfing sie Präsident Gauck"."""
    people = people_at(view, behind) if token.text == "sie" else None
    if people is None:
        return Subject(token.span, (), False, False, token.text.lower())
    if behind[0].text != "der":
        return None
    return Subject(_span(behind[: people[1]]), people[0], len(people[0]) > 1, False)


def _adverbial_end(view: View, tokens: Sequence[Token], i: int) -> int | None:
    """Index behind the time or place that stands at `i`, before a subject: "In Rom traf am Montag in der Früh X …"."""
    time = adverbial_at(view, tokens, i)
    if time:
        return time.end
    if tokens[i].tag not in {"APPR", "APPRART"}:
        return None
    for mention, place in view.places(Span(tokens[i].span.start, tokens[-1].span.end)):
        if place.phrase.start == tokens[i].span.start:
            end = max(place.phrase.end, mention.span.end)
            return next((k for k in range(i, len(tokens)) if tokens[k].span.start >= end), None)
    return None


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


def _span(tokens: Sequence[Token]) -> Span:
    return Span(tokens[0].span.start, tokens[-1].span.end)
