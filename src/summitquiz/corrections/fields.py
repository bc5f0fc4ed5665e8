"""Fields of the fact file: records with their keys, references by id, texts as they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.model import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from summitquiz.yaml_positions import Value

Fields = dict[str, "Value"]


def record(value: Value, needed: Sequence[str], allowed: Sequence[str]) -> Fields:
    """The fields of a mapping: all those `needed`, and of those `allowed` the ones that are not empty.

    Raises the value's error for other keys and for a needed one that is missing.
    """
    value.only(*needed, *allowed)
    fields = value.fields()
    for key in needed:
        if key not in fields:
            raise value.fail(f"{value.label} has no key {key!r}")
    return {key: field for key, field in fields.items() if key in needed or not field.is_null}


def by_id(values: Sequence[Value]) -> dict[str, Value]:
    """The mappings of a list by their `id`; raises the value's error where it is missing or used twice."""
    found: dict[str, Value] = {}
    for item in values:
        fields = item.fields()
        if "id" not in fields:
            raise item.fail(f"{item.label} has no key 'id'")
        name = fields["id"].as_text()
        if name in found:
            raise fields["id"].fail(f"the id {name!r} is used twice; ids tell entries of a list apart")
        found[name] = item
    return found


def reference(value: Value, known: Collection[str], what: str) -> str:
    """The id of something in the file; raises the value's error for an id that is not `known`."""
    name = value.as_text()
    if name not in known:
        raise value.fail(f"{value.label} must be the id of an {what} in this file, but there is no {name!r}")
    return name


def items(fields: Fields, key: str) -> tuple[Value, ...]:
    """The members of the list under `key`; none when it is left out."""
    return fields[key].as_list() if key in fields else ()


def text(fields: Fields, key: str) -> str | None:
    """The text under `key`; None when it is left out."""
    return fields[key].as_text() if key in fields else None


def verbatim(value: Value) -> str:
    """A text with the blanks at its ends."""
    value.as_text()
    return str(value.node.value)


def span(fields: Fields) -> Span:
    """`start` and `end`."""
    start = fields["start"].as_int(minimum=0)
    return Span(start, fields["end"].as_int(minimum=start))
