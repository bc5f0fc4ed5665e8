"""Question templates: YAML files that say which facts they ask about and how.

A template has `{slot}` gaps and `[optional parts]` that vanish when a slot in them is empty. It runs no code: a slot is a key
of the fact's slots, or `answer`, and nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from summitquiz.errors import FormError, TemplateError
from summitquiz.model import ASKS, Ask, CardKind, Fact
from summitquiz.yaml_positions import load_mapping

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summitquiz.yaml_positions import Value

_GAP = re.compile(r"\{([a-z_.]+)\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_KEYS = ("id", "pattern", "ask", "kind", "if", "question", "answer", "examples")
_EXAMPLE_KEYS = ("slots", "question", "answer")
_KINDS: tuple[CardKind, ...] = ("question", "cloze")


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
    """

    id: str
    pattern: str
    ask: Ask
    kind: CardKind
    question: str
    answer: str
    conditions: Mapping[str, str]
    examples: tuple[Example, ...]

    def fits(self, fact: Fact) -> bool:
        """Whether the template asks about this fact."""
        if (self.pattern, self.ask) != (fact.pattern, fact.ask):
            return False
        slots = slots_of(fact)
        return all(_holds(wanted, slots.get(name, "")) for name, wanted in self.conditions.items())

    def render(self, slots: Mapping[str, str]) -> tuple[str, str]:
        """Question and answer; raises FormError when a slot outside of optional parts is empty."""
        return _fill(self.question, slots), _fill(self.answer, slots)


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
    for key in ("id", "pattern", "ask", "question", "examples"):
        if key not in fields:
            raise entry.fail(f"a template needs {key!r}")
    question = _checked(fields["question"])
    answer = _checked(fields["answer"]) if "answer" in fields else "{answer}"
    conditions = {name: value.as_text() for name, value in fields["if"].fields().items()} if "if" in fields else {}
    kind: CardKind = fields["kind"].as_choice(_KINDS) if "kind" in fields else "question"  # type: ignore[assignment]
    return Template(
        id=fields["id"].as_text(),
        pattern=fields["pattern"].as_text(),
        ask=fields["ask"].as_choice(ASKS),  # type: ignore[arg-type]
        kind=kind,
        question=question,
        answer=answer,
        conditions=conditions,
        examples=tuple(_example(value) for value in fields["examples"].as_list()),
    )


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


def _fill(text: str, slots: Mapping[str, str]) -> str:
    def optional(match: re.Match[str]) -> str:
        names = _GAP.findall(match[1])
        return match[1] if all(slots.get(name) for name in names) else ""

    def gap(match: re.Match[str]) -> str:
        value = slots.get(match[1])
        if not value:
            raise FormError(f"the slot {match[1]!r} is empty")
        return value

    return _GAP.sub(gap, _OPTIONAL.sub(optional, text))
