"""Whether a text names a country or an organisation."""

from __future__ import annotations

import re
from itertools import pairwise

from summitquiz.german.countries import capital_country, country_code
from summitquiz.german.organisations import organisation_name

_PLACING = frozenset(("in", "nach", "aus", "bei", "von", "vor", "um", "über"))


def names_body(body: str, text: str) -> bool:
    """Whether `text` names the country or organisation `body`, be it by another name, its capital or as a compound's part."""
    codes = {country_code(word) for word in _names_in(body)} - {None}
    if codes and any(capital_country(word) in codes for word in re.findall(r"[\w-]+", text)):
        return True
    known = {name for word in _names_in(body) for name in (country_code(word), organisation_name(word)) if name}
    found = (part for word in re.findall(r"[\w-]+", text) for part in {word, *word.split("-")})
    return any(country_code(part) in known or organisation_name(part) in known for part in found)


def named_by_capital(body: str, text: str) -> bool:
    """Whether `text` means a country of `body` by its capital: "Athen und Skopje einigen sich", not "Gipfel in Athen"."""
    codes = {country_code(word) for word in _names_in(body)} - {None}
    words = re.findall(r"[\w-]+", text)
    named = [word for before, word in pairwise(["", *words]) if before.lower() not in _PLACING]
    return bool(codes) and any(capital_country(word) in codes for word in named)


def _names_in(body: str) -> list[str]:
    """The words of a body, alone and together: "die Vereinten Nationen"."""
    words = [word for word in body.split() if word[:1].isupper()]
    return [*words, " ".join(words)]
