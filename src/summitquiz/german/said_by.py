"""By whose word something is: "laut dem Außenministerium"."""

from __future__ import annotations

import re

_DATIVE = {"der": "dem", "die": "der", "das": "dem"}


def according_to(source: str) -> str:
    """Who says so, in the dative after "laut"."""
    first, _, rest = source.partition(" ")
    if first in _DATIVE:
        rest = re.sub(r"^(\w+e)(?= [A-ZÄÖÜ])", lambda m: m[1] + "n", rest) if rest[:1].islower() else rest
        return f"laut {_DATIVE[first]} {rest}"
    return f"laut {source}"
