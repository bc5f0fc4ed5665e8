"""Words of questions, compared: what they have in common, and draws that are the same on every machine."""

from __future__ import annotations

import hashlib
import re

_LONG = 4  # letters: shorter words are prepositions, articles and auxiliaries
_MUCH = 0.5  # share of content words in common from which two questions ask much the same


def draw(text: str) -> int:
    """A number that is the same on every run and every Python."""
    return int(digest(text)[:8], 16)


def digest(text: str) -> str:
    """A fixed fingerprint of a text, in hexadecimal."""
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()


def content(text: str) -> set[str]:
    """The longer words of a text, folded, without numbers."""
    return {word.casefold() for word in re.findall(r"[^\W\d]+", text) if len(word) >= _LONG}


def alike(one: str, other: str) -> bool:
    """Whether two texts have much the same content words; an empty one is like none."""
    a, b = content(one), content(other)
    return bool(a and b) and len(a & b) >= _MUCH * min(len(a), len(b))
