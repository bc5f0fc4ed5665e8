"""What little the reading room knows of German, and whether a text is German. A guard against wrong files, no model."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Any

import yaml

LEAST_SHARE = 0.12  # German news has 0.30 to 0.45, other languages below 0.06
FEW_WORDS = 20


def looks_german(text: str) -> bool:
    """Whether at least one word in eight is a German function word; texts of under 20 words are believed."""
    words = re.findall(r"[^\W\d_]+", text[:20_000].lower())
    return len(words) < FEW_WORDS or sum(word in function_words() for word in words) >= LEAST_SHARE * len(words)


@cache
def function_words() -> frozenset[str]:
    """The commonest function words, in small letters."""
    return frozenset(_data()["function_words"].split())


@cache
def months() -> dict[str, int]:
    """Names of months, and their numbers."""
    return dict(_data()["months"])


@cache
def stamps() -> tuple[str, ...]:
    """What stands before the date on a date line, the most telling first."""
    return tuple(_data()["stamps"])


@cache
def _data() -> dict[str, Any]:
    text = resources.files("summitquiz.reading").joinpath("words.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return data
