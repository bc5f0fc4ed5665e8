"""The agreement checker: what it must let pass, what it must find."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.agreement import disagreeing

TABLE = yaml.safe_load((Path(__file__).parent / "corpus/german/agreement.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", TABLE["right"])
def test_what_agrees_passes(text: str) -> None:
    assert disagreeing(text) == []


@pytest.mark.parametrize(("text", "group"), TABLE["wrong"])
def test_what_does_not_agree_is_found(text: str, group: str) -> None:
    assert disagreeing(text) == [group]
