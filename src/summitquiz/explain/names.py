"""The names of the gates: under which of the ten something was left out, and what that means to a person."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml


@dataclass(frozen=True, slots=True)
class GateName:
    """A name under which something is left out. `gate` is one of the ten, None for a name that no version of ours gave."""

    name: str
    gate: int | None
    means: str
    remedy: str = ""


def titles() -> dict[int, str]:
    """What each of the ten gates is about, in a word or two."""
    return _data()[0]


def names() -> dict[str, GateName]:
    """All names under which something is left out."""
    return _data()[1]


def named(name: str) -> GateName:
    """What a name means; a fact file may hold one that nobody knows."""
    return names().get(name) or GateName(name, None, "This version of summitquiz has no gate of that name.")


@cache
def _data() -> tuple[dict[int, str], dict[str, GateName]]:
    text = resources.files("summitquiz.explain").joinpath("gates.yaml").read_text(encoding="utf-8")
    data = yaml.safe_load(text)
    return data["gates"], {entry["name"]: GateName(**entry) for entry in data["names"]}
