"""Who does it: the subject of a clause, when it is a person or a few, or a pronoun."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summitquiz.german.adverbials import adverbial_at
from summitquiz.german.fronts import (
    acted_on,
    may_be_led,
    may_be_subject,
    one_of_them,
    plural_verb,
    second_nominative,
)
from summitquiz.german.groups import group_at
from summitquiz.german.people_nouns import is_for_people
from summitquiz.german.people_phrases import both_at, led_group, named_behind, people_at, span_of
from summitquiz.model import Kind, Person, Span, Token

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
        return Subject(span_of(tokens), (), True, True, "beide")
    people = people_at(view, tokens)
    end = people[1] if people else 0
    while people and end < len(tokens) and tokens[end].tag in {"ADV", "PROAV"}:
        end += 1  # "John Edwards dagegen, der …"
    if people and (
        end == len(tokens) or tokens[end].text == "," or _whence(tokens[end:])
    ):  # or an apposition, a relative clause
        return Subject(span_of(tokens), people[0], len(people[0]) > 1, True)
    if (named := named_behind(view, tokens)) and named[1] == len(tokens):
        return Subject(span_of(tokens), named[0], True, True)
    group = led_group(view, tokens) or group_at(view, tokens)
    while len(tokens) > 1 and tokens[-1].tag in {"ADV", "PROAV"} and group and group[0].end < tokens[-1].span.end:
        tokens = tokens[:-1]  # "Venezuela selbst", "die USA dagegen"
    predicate = clause.verb.lemma.lower() in _COPULAS and people_at(view, clause.field)  # "Stellvertreter wurde X"
    if group and group[1] and group[0].end == tokens[-1].span.end and not (predicate or may_be_led(view, clause)):
        return Subject(group[0], (), plural_verb(clause.verb), True, group=True)
    return None


def _after_verb(view: View, clause: Clause) -> Subject | None:
    predicate = clause.verb.lemma.lower() == "sein" and not any(t.tag == "VVPP" for t in clause.field)
    open_front = predicate or not may_be_subject(clause) or acted_on(view, clause)  # "Gastgeber des Gipfels ist X"
    start = _thing_end(clause)
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
            return Subject(span_of(clause.field[start : start + both]), (), True, False, "beide")
        group = people_at(view, clause.field[start:])
        behind = clause.field[start + group[1]].text.lower() if group and start + group[1] < len(clause.field) else ""
        whence = behind in {"von", "vom", "aus"} and group and not people_at(view, clause.field[start + group[1] + 1 :])
        if whence or one_of_them(clause.field[start + group[1] :] if group else ()):
            return None  # "Petra Pau von der Linksfraktion": where the phrase ends is not sure
        if group and (open_front or token.text.lower() == "der"):
            only = start > 0 and clause.field[start - 1].text == "nur"  # "trat nur X vor die Medien": it goes with him
            return Subject(span_of(clause.field[start - only : start + group[1]]), group[0], len(group[0]) > 1, False)
        if open_front and (several := _several(view, clause, clause.field[start:])):
            return several
        if token.tag not in _BETWEEN:
            return None
        start += 1
    return None


def _thing_end(clause: Clause) -> int:
    """Index behind the object that opens the field, where a participle stands in front: "Vermittelt hatte [die Vereinbarung]
    der frühere Generalsekretär X"; 0 where there is none.
    """
    if (
        not clause.field
        or clause.field[0].tag != "ART"
        or not (clause.front and clause.front[-1].tag == "VVPP")
        or clause.passive
    ):
        return 0
    noun = next((k for k, t in enumerate(clause.field) if t.tag in {"NN", "NE"}), 0)
    return 0 if is_for_people(clause.field[noun].text) or clause.field[0].text == "der" else noun + 1


def _whence(tokens: Sequence[Token]) -> bool:
    """Whether nothing but a body stands there to which somebody belongs: "Petra Pau [von der Linksfraktion]"."""
    words = [t for t in tokens[1:] if t.tag != "ART"]
    return tokens[0].text in {"von", "vom", "aus"} and len(words) == 1 and words[0].tag in {"NN", "NE"}


def _several(view: View, clause: Clause, tokens: Sequence[Token]) -> Subject | None:
    """The subject that opens `tokens`, when it is a list of persons behind their office, or a group."""
    if listed := named_behind(view, tokens):
        return Subject(span_of(tokens[: listed[1]]), listed[0], True, False)
    body = led_group(view, tokens) or group_at(view, tokens)
    return Subject(body[0], (), plural_verb(clause.verb), False, group=True) if body and body[1] else None


def _pronoun(view: View, token: Token, behind: Sequence[Token]) -> Subject | None:
    """The pronoun, or whom "sie" stands before: "empfing sie der Präsident"; not so sure is "empfing sie Präsident Gauck"."""
    people = people_at(view, behind) if token.text == "sie" else None
    if people is None:
        return Subject(token.span, (), False, False, token.text.lower())
    if behind[0].text != "der":
        return None
    return Subject(span_of(behind[: people[1]]), people[0], len(people[0]) > 1, False)


def _adverbial_end(view: View, tokens: Sequence[Token], i: int) -> int | None:
    """Index behind the time or place that stands at `i`, before a subject: "In Rom traf am Montag in der Früh X …"."""
    time = adverbial_at(view, tokens, i)
    if time:
        return time.end
    if tokens[i].tag not in {"APPR", "APPRART"}:
        return None
    if tokens[i].text == "für":  # "übernimmt für ein Jahr Indien"
        lengths = [m.span for m, _ in view.times(Kind.DURATION, Span(tokens[i].span.end, tokens[-1].span.end))]
        end = next((span.end for span in lengths if span.start == tokens[i].span.end + 1), None)
        return next((k for k in range(i, len(tokens)) if end and tokens[k].span.start >= end), None)
    for mention, place in view.places(Span(tokens[i].span.start, tokens[-1].span.end)):
        if place.phrase.start == tokens[i].span.start:
            end = max(place.phrase.end, mention.span.end)
            return next((k for k in range(i, len(tokens)) if tokens[k].span.start >= end), None)
    return None
