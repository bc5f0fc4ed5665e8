"""Whether a text is German: the share of its commonest small words. No language model, only a guard against wrong files."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

import yaml

LEAST_SHARE = 0.12  # German news has 0.30 to 0.45, other languages below 0.06
FEW_WORDS = 20


def looks_german(text: str) -> bool:
    """Whether at least one word in eight is a German function word; texts of under 20 words are believed."""
    words = re.findall(r"[^\W\d_]+", text[:20_000].lower())
    return len(words) < FEW_WORDS or sum(word in _function_words() for word in words) >= LEAST_SHARE * len(words)


@cache
def _function_words() -> frozenset[str]:
    data = resources.files("summitquiz.reading").joinpath("function_words.yaml").read_text(encoding="utf-8")
    return frozenset(yaml.safe_load(data))
