"""Whether a name is a place's: countries, capitals, and the cities that are known far and wide (words/cities.txt)."""

from __future__ import annotations

from functools import cache

from summitquiz.german import lexicon
from summitquiz.german.countries import capital_country, country_code


def is_place(name: str) -> bool:
    """Whether a name, or what it is the genitive of, is a country, a capital or a well-known city."""
    return any(form in _cities() or country_code(form) or capital_country(form) for form in (name, name.removesuffix("s")))


@cache
def _cities() -> frozenset[str]:
    rows = (line.split(" ", 2) for line in lexicon.text("cities.txt").splitlines() if line and not line.startswith("#"))
    return frozenset(name for row in rows if row[1] == "city" for name in row[2].split(";"))
