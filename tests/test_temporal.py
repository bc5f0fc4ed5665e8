"""The temporal rules against their corpora: every row, and every rule in some row."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from summitquiz.german.reference import Frame
from summitquiz.german.temporal import bounded, find_times, ruleset
from summitquiz.model import Mention, PartialDate, Span, Timex
from summitquiz.rules.engine import produced
from tests.corpus import FOLDER, Row, load, problem

TYPES = {"dates": "DATE", "times": "TIME", "durations": "DURATION", "sets": "SET"}
ROWS = [(TYPES[name], row) for name in TYPES for row in load(FOLDER / "german" / f"{name}.yaml")]


def reference(row: Row) -> PartialDate | None:
    """The reference date that the row is read with."""
    given = row.given.get("reference")
    return PartialDate.parse(str(given)) if given else None


def plain(value: Any, type_: str) -> dict[str, Any]:
    """A row's value in full: a bare value has no modifier."""
    return {"type": type_, "mod": None, **(value if isinstance(value, dict) else {"value": value})}


def shown(mention: Mention) -> tuple[Span, dict[str, Any]]:
    """A mention as rows give it."""
    value = mention.value
    assert isinstance(value, Timex)
    return mention.span, {"type": value.type, "value": value.value, "mod": value.mod}


@pytest.mark.parametrize(("type_", "row"), ROWS, ids=lambda each: str(each))
def test_corpus(type_: str, row: Row) -> None:
    expected = Row(row.text, row.span, plain(row.value, type_), row.given, row.where) if row.span else row
    assert problem(expected, map(shown, find_times(row.text, reference(row)))) is None


@pytest.mark.parametrize(("type_", "row"), [each for each in ROWS if each[1].span], ids=lambda each: str(each))
def test_one_reading(type_: str, row: Row) -> None:
    """No two rules read the marked words differently and leave it to their order which one wins."""
    matches = [match for match in ruleset().matches(row.text) if match.span == row.span]
    frame = Frame(row.text, reference(row))
    readings = {str(shown(bounded(mention, row.text))) for match in matches if (mention := produced(match, frame))}
    assert len(readings) <= 1, f"{type_}: more than one reading of {row.text!r}: {readings}"


def test_every_rule_is_exercised() -> None:
    """A rule that finds something wins in a row that marks its words; one that finds nothing takes words in a row of none."""
    seen: Counter[str] = Counter()
    for _, row in ROWS:
        for match in ruleset().best(row.text):
            if row.span is None or match.span.overlaps(row.span):
                seen[match.rule.name] += 1
    assert [rule.name for rule in ruleset().rules if not seen[rule.name]] == []


def test_rule_names_are_unique() -> None:
    names = Counter(rule.name for rule in ruleset().rules)
    assert [name for name, count in names.items() if count > 1] == []
