"""By whose word something is: "laut dem Außenministerium"."""

from __future__ import annotations

import re

from summitquiz.errors import FormError
from summitquiz.german import lexicon

_DATIVE = {"der": "dem", "die": "der", "das": "dem"}
_SOME = {"ein": "einem", "eine": "einer"}
_UNCHANGED = re.compile(r"[A-ZÄÖÜ][\w-]*(?<!mt)(?<!net)(?<!ndt)(?:er|in)\b")  # Sprecher, Vertreterin; not Beamter, Abgeordneter
_SEVERAL = re.compile(r"^((?:[a-zäöüß-]+e )+)([A-ZÄÖÜ][\w-]+)")  # no article: "russische Angaben", "übereinstimmende Berichte"


def according_to(source: str) -> str:
    """Who says so, in the dative after "laut". Raises FormError for one of whom it is not known: "ein Diplomat"."""
    first, _, rest = source.partition(" ")
    if first in _DATIVE:
        rest = re.sub(r"^(\w+e)(?= [A-ZÄÖÜ])", lambda m: m[1] + "n", rest)  # "das Weiße Haus", "die russische Agentur"
        return f"laut {_DATIVE[first]} {rest}"
    if first in _SOME:
        if not _UNCHANGED.match(rest):
            raise FormError(f"no dative of {source!r}")
        return f"laut {_SOME[first]} {rest}"
    if not rest and first.lower().endswith(tuple(lexicon.load("attribution")["several"])):
        return f"laut {first}n"
    return "laut " + _SEVERAL.sub(lambda m: f"{m[1].replace(' ', 'n ')}{m[2]}{'' if m[2][-1] in 'ns' else 'n'}", source)
