"""Question templates: YAML files that say which facts they ask about and how.

A template has `{slot}` gaps, `{slot.cap}` for one with a capital, and `[optional parts]` that vanish when a slot in them is
empty. It runs no code: a slot is a key of the fact's slots, or one that its kind adds (`answer`, `said` …), and nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from summitquiz.errors import FormError, TemplateError
from summitquiz.model import ASKS, Ask, Card, CardKind, Fact
from summitquiz.yaml_positions import load_mapping

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summitquiz.yaml_positions import Value

_GAP = re.compile(r"\{([a-z_.]+)\}")
_CAPITAL = ".cap"
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_NEEDED = ("id", "pattern", "ask", "question", "examples")
_KEYS = (*_NEEDED, "kind", "if", "answer", "options", "prompt")
_EXAMPLE_KEYS = ("slots", "question", "answer")
_KINDS: tuple[CardKind, ...] = get_args(CardKind)
_OWN_KEYS: dict[CardKind, tuple[str, ...]] = {  # what a kind needs besides, and others must not have
    "true_false": ("answer", "options"),
    "matching": ("answer", "prompt"),
    "ordering": ("answer", "prompt"),
}


@dataclass(frozen=True, slots=True)
class Example:
    """What a template must give for some slots: exact question and answer."""

    slots: Mapping[str, str]
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Template:
    """One way to ask about facts of one pattern.

    `conditions` give for a slot its value (or values, `a|b`), `any` for a slot that is filled, `none` for an empty one.
    `options` are the words for a true and a false statement. `prompt` is what stands for one fact of a matching or ordering
    card, whose `answer` is written for each pair.
    """

    id: str
    pattern: str
    ask: Ask
    kind: CardKind
    question: str
    answer: str
    conditions: Mapping[str, str]
    examples: tuple[Example, ...]
    options: tuple[str, ...] = ()
    prompt: str = ""

    def fits(self, fact: Fact) -> bool:
        """Whether the template asks about this fact."""
        if (self.pattern, self.ask) != (fact.pattern, fact.ask):
            return False
        slots = slots_of(fact)
        return all(_holds(wanted, slots.get(name, "")) for name, wanted in self.conditions.items())

    def card(self, fact: Fact, question: str, answer: str, choices: tuple[str, ...] = (), accept: tuple[str, ...] = ()) -> Card:
        """The card of a fact whose question and answer this template rendered."""
        about = fact.slots.get("about", "")
        return Card(
            f"{fact.id}-{self.kind}",
            fact.id,
            fact.ask,
            self.kind,
            question,
            answer,
            fact.evidence,
            self.id,
            fact.value,
            choices,
            accept,
            heading=about if question.startswith(about) else "",
        )

    def render(self, slots: Mapping[str, str]) -> tuple[str, str]:
        """Question and answer; raises FormError when a slot outside of optional parts is empty."""
        return fill(self.question, slots), fill(self.answer, slots)


def slots_of(fact: Fact) -> dict[str, str]:
    """All that a template can use of a fact."""
    return {
        **fact.slots,
        "answer": fact.answer,
        "attribution": fact.attribution or "",
        "modality": fact.modality,
        "mod": fact.mod or "",
    }


def template_folder() -> Path:
    """The folder of the templates that come with the program: beside the package when installed, at the top of a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "question_templates"
    return inside if inside.is_dir() else package.parents[1] / "question_templates"


def load_templates(own: Path | None = None) -> tuple[Template, ...]:
    """The program's templates; those of the folder `own` add to them or, with an id that is there already, replace them."""
    found = {template.id: template for template in _folder(template_folder())}
    if own is not None:
        found |= {template.id: template for template in _folder(own)}
    return tuple(found.values())


@cache
def _folder(folder: Path) -> tuple[Template, ...]:
    found: dict[str, Template] = {}
    for path in sorted(folder.glob("*.yaml")):
        top = load_mapping(path, error=TemplateError)
        top.only("templates")
        fields = top.fields()
        if "templates" not in fields:
            raise top.fail("the file must hold a list `templates`")
        for entry in fields["templates"].as_list():
            template = _template(entry)
            if template.id in found:
                raise entry.fail(f"the id {template.id!r} is used twice in this folder")
            found[template.id] = template
    return tuple(found.values())


def _template(entry: Value) -> Template:
    entry.only(*_KEYS)
    fields = entry.fields()
    kind: CardKind = fields["kind"].as_choice(_KINDS) if "kind" in fields else "question"  # type: ignore[assignment]
    for key in (*_NEEDED, *_OWN_KEYS.get(kind, ())):
        if key not in fields:
            raise entry.fail(f"a template{f' of kind {kind}' if key not in _NEEDED else ''} needs {key!r}")
    for key in ("options", "prompt"):
        if key in fields and key not in _OWN_KEYS.get(kind, ()):
            raise fields[key].fail(f"{key!r} has no meaning for the kind {kind!r}")
    question = _checked(fields["question"])
    answer = _checked(fields["answer"]) if "answer" in fields else "{answer}"
    conditions = {name: value.as_text() for name, value in fields["if"].fields().items()} if "if" in fields else {}
    return Template(
        id=fields["id"].as_text(),
        pattern=fields["pattern"].as_text(),
        ask=fields["ask"].as_choice(ASKS),  # type: ignore[arg-type]
        kind=kind,
        question=question,
        answer=answer,
        conditions=conditions,
        examples=tuple(_example(value) for value in fields["examples"].as_list()),
        options=_options(fields["options"]) if "options" in fields else (),
        prompt=_checked(fields["prompt"]) if "prompt" in fields else "",
    )


def _options(value: Value) -> tuple[str, ...]:
    words = tuple(one.as_text() for one in value.as_list())
    if len(words) != 2 or words[0] == words[1]:
        raise value.fail(f"'options' must be two different words, for a true and a false statement, but are {len(words)}")
    return words


def _checked(value: Value) -> str:
    text = value.as_text()
    rest = _GAP.sub("", text)
    if "{" in rest or "}" in rest or rest.count("[") != rest.count("]"):
        raise value.fail(
            f"{value.label} has a brace or bracket that is not closed: gaps are written {{slot}}, optional parts [ …]"
        )
    return text


def _example(value: Value) -> Example:
    value.only(*_EXAMPLE_KEYS)
    fields = value.fields()
    for key in _EXAMPLE_KEYS:
        if key not in fields:
            raise value.fail(f"an example needs {key!r}")
    slots = {name: slot.as_text() for name, slot in fields["slots"].fields().items()}
    return Example(slots, fields["question"].as_text(), fields["answer"].as_text())


def _holds(wanted: str, actual: str) -> bool:
    if wanted == "any":
        return bool(actual)
    if wanted == "none":
        return not actual
    return actual in wanted.split("|")


def fill(text: str, slots: Mapping[str, str]) -> str:
    """The text with its gaps filled; raises FormError when a slot outside of optional parts is empty."""

    def value_of(name: str) -> str:
        value = slots.get(name.removesuffix(_CAPITAL), "")
        return value[:1].upper() + value[1:] if name.endswith(_CAPITAL) else value

    def optional(match: re.Match[str]) -> str:
        return match[1] if all(value_of(name) for name in _GAP.findall(match[1])) else ""

    def gap(match: re.Match[str]) -> str:
        if not value_of(match[1]):
            raise FormError(f"the slot {match[1]!r} is empty")
        return value_of(match[1])

    return _GAP.sub(gap, _OPTIONAL.sub(optional, text))
