"""YAML read with the place of every value, so that a complaint can name file, line and column.

Part of the ground floor, beside `errors`: deck definitions, front matter and question templates all read their fields with it.

    root = load_mapping(path, error=DeckError)      # or parse_mapping(text, name, error=…)
    root.only("title", "articles")                  # unknown keys are errors, with the nearest known one suggested
    fields = root.fields()                          # key → Value, each with its own `where`
    title = fields["title"].as_text()               # wrong types are errors at the value's line and column
    for entry in fields["articles"].as_list(): …
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from summitquiz.model import PartialDate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from summitquiz.errors import SummitquizError

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_DEEPEST = 50  # levels of nesting; a fact file has five


@dataclass(frozen=True, slots=True)
class Value:
    """One YAML value and where it stands. The checks raise `error` with that place; `label` names the value in messages."""

    node: yaml.Node
    file: str
    error: type[SummitquizError]
    label: str = "the file"
    line_offset: int = 0

    @property
    def where(self) -> str:
        """file:line:column, counted from 1."""
        mark = self.node.start_mark
        return f"{self.file}:{mark.line + 1 + self.line_offset}:{mark.column + 1}"

    def fail(self, message: str) -> SummitquizError:
        """The exception to raise about this value."""
        return self.error(message, self.where)

    @property
    def is_mapping(self) -> bool:
        """Whether the value is a mapping."""
        return isinstance(self.node, yaml.MappingNode)

    @property
    def is_null(self) -> bool:
        """Whether the value is empty (null)."""
        return self.node.tag == "tag:yaml.org,2002:null"

    def fields(self) -> dict[str, Value]:
        """The entries of a mapping by key; raises `error` for another type, a key that is no text, or a key given twice."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.fail(f"{self.label} must be a mapping of `key: value` lines, but is {self._kind()}")
        found: dict[str, Value] = {}
        for key_node, value_node in self.node.value:
            key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else ""
            place = Value(key_node, self.file, self.error, f"key {key}", self.line_offset)
            if not key:
                raise place.fail(f"a key of {self.label} must be a word")
            if key in found:
                raise place.fail(f"key {key!r} stands twice; keep one")
            found[key] = Value(value_node, self.file, self.error, f"{key!r}", self.line_offset)
        return found

    def only(self, *known: str) -> None:
        """Raise `error` at the first key that is not among `known`."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.fail(f"{self.label} must be a mapping of `key: value` lines, but is {self._kind()}")
        for key_node, _ in self.node.value:
            if key_node.value not in known:
                place = Value(key_node, self.file, self.error, "key", self.line_offset)
                raise place.fail(f"unknown key {key_node.value!r}{suggestion(str(key_node.value), known)}")

    def as_list(self) -> tuple[Value, ...]:
        """The members of a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.fail(f"{self.label} must be a list (one `- …` a line), but is {self._kind()}")
        return tuple(
            Value(node, self.file, self.error, f"an entry of {self.label}", self.line_offset) for node in self.node.value
        )

    def as_text(self) -> str:
        """A non-empty text. Numbers and dates are taken as they are written."""
        if not isinstance(self.node, yaml.ScalarNode) or self.is_null or not self.node.value.strip():
            raise self.fail(f"{self.label} must be a text, but is {self._kind()}")
        return str(self.node.value).strip()

    def as_int(self, minimum: int | None = None) -> int:
        """A whole number, not below `minimum`."""
        if not isinstance(self.node, yaml.ScalarNode) or self.node.tag != "tag:yaml.org,2002:int":
            raise self.fail(f"{self.label} must be a whole number, but is {self._kind()}")
        number = int(yaml.safe_load(self.node.value))
        if minimum is not None and number < minimum:
            raise self.fail(f"{self.label} must be {minimum} or more, but is {number}")
        return number

    def as_choice(self, choices: Sequence[str]) -> str:
        """One of `choices`."""
        word = self.as_text()
        if word not in choices:
            raise self.fail(f"{self.label} must be one of {', '.join(choices)}, but is {word!r}{suggestion(word, choices)}")
        return word

    def as_date(self) -> PartialDate:
        """A date: 2019, 2019-04 or 2019-04-24."""
        text = self.as_text()
        try:
            return PartialDate.parse(text)
        except ValueError as problem:
            message = f"{self.label} must be a date such as 2019-04-24, 2019-04 or 2019, but is {text!r}"
            raise self.fail(message) from problem

    def _kind(self) -> str:
        if isinstance(self.node, yaml.MappingNode):
            return "a mapping"
        if isinstance(self.node, yaml.SequenceNode):
            return "a list"
        return "empty" if self.is_null or not str(self.node.value).strip() else repr(str(self.node.value))


def parse_mapping(text: str, file: str, *, error: type[SummitquizError], line_offset: int = 0) -> Value:
    """Read YAML text whose top is a mapping (empty text is an empty mapping).

    `file` stands in messages; `line_offset` is added to lines when the YAML stands inside a larger file.
    Raises `error` with file:line:column for bad YAML, aliases that blow up included.
    """
    try:
        _refuse_depth(text, file, error, line_offset)
        node = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        where = f"{file}:{mark.line + 1 + line_offset}:{mark.column + 1}" if mark else file
        raise error(f"not valid YAML: {problem.problem or problem.context}", where) from problem
    except yaml.YAMLError as problem:
        raise error(f"not valid YAML: {' '.join(str(problem).split())}", file) from problem
    if node is None:
        start = yaml.Mark(file, 0, 0, 0, None, 0)
        node = yaml.MappingNode("tag:yaml.org,2002:map", [], start, start)
    value = Value(node, file, error, line_offset=line_offset)
    value.fields()
    return value


def _refuse_depth(text: str, file: str, error: type[SummitquizError], line_offset: int) -> None:
    """Raise `error` for lists in lists without end: the loader recurses, and would take the whole program down."""
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            depth += 1
            if depth > _DEEPEST:
                mark = event.start_mark
                where = f"{file}:{mark.line + 1 + line_offset}:{mark.column + 1}" if mark else file
                raise error(f"more than {_DEEPEST} lists or mappings lie inside each other", where)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            depth -= 1


def load_mapping(path: Path, *, error: type[SummitquizError]) -> Value:
    """Read a YAML file whose top is a mapping; raises `error` when it is missing, unreadable, not UTF-8 or not YAML."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as problem:
        raise error("no such file", str(path)) from problem
    except IsADirectoryError as problem:
        raise error("is a folder; a YAML file is wanted", str(path)) from problem
    except UnicodeDecodeError as problem:
        raise error("is not UTF-8 text; save it as UTF-8", str(path)) from problem
    except OSError as problem:
        raise error(f"cannot be read: {problem.strerror}", str(path)) from problem
    return parse_mapping(text, str(path), error=error)


def suggestion(word: str, known: Sequence[str]) -> str:
    """'; did you mean …?' with the nearest known word, or the known words when none is near."""
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return f"; did you mean {near[0]!r}?" if near else f"; known are {', '.join(known)}"
