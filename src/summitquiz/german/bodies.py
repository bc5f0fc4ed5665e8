"""Whether a text names a country or an organisation."""

from __future__ import annotations

import re

from summitquiz.german.countries import country_code
from summitquiz.german.organisations import organisation_name


def names_body(body: str, text: str) -> bool:
    """Whether `text` names the country or organisation `body`, be it by another name or as the first part of a compound."""
    known = {name for word in _names_in(body) for name in (country_code(word), organisation_name(word)) if name}
    found = (part for word in re.findall(r"[\w-]+", text) for part in {word, *word.split("-")})
    return any(country_code(part) in known or organisation_name(part) in known for part in found)


def _names_in(body: str) -> list[str]:
    """The words of a body, alone and together: "die Vereinten Nationen"."""
    words = [word for word in body.split() if word[:1].isupper()]
    return [*words, " ".join(words)]
