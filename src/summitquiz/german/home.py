"""Whose office a bare "Bundeskanzlerin" or "Außenminister … (SPD)" is: the party tells, or what the article names besides.

Words: words/office_names.yaml.
"""

from __future__ import annotations

import re
from functools import cache

from summitquiz.german import lexicon
from summitquiz.german.titles import masculine


def party_country(party: str, title: str) -> str | None:
    """The state of an office by the party in brackets behind its holder; None where a part of the state may have it too."""
    words = lexicon.load("office_names")
    country: str | None = words["parties"].get(party)
    return country if country and masculine(title) in words["federal"][country] else None


def home_country(text: str, title: str) -> str | None:
    """The state whose chancellor or president a text means, if it names the like of one of the states that have both."""
    if masculine(title) not in lexicon.load("office_names")["shared"]:
        return None
    named = [country for country in lexicon.load("office_names")["home"] if _marks(country).search(text)]
    return named[0] if len(named) == 1 else None


@cache
def _marks(country: str) -> re.Pattern[str]:
    words = lexicon.load("office_names")["home"][country]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")
