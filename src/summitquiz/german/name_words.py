"""Whether one word of a sentence may be part of a person's name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from summitquiz.german import names
from summitquiz.german.countries import adjective_country, country_code, demonym_country
from summitquiz.german.offices import read_office

if TYPE_CHECKING:
    from summitquiz.model import Token

NAME_TAGS = frozenset({"NE", "FM", "XY"})
# What the tagger makes of surnames that are words too (Koch, Groß, Lang, Will, Eigen): only behind a first name.
_WORD_TAGS = frozenset(
    {"NN", "ADJA", "ADJD", "VVIMP", "VVFIN", "VVINF", "VVPP", "TRUNC", "ADV", "PIS", "CARD", "VMFIN", "ITJ"} | {"VAINF"}
)


def is_name_word(token: Token) -> bool:
    """Whether a word looks like a name by itself: tagged as one, or a first name or famous surname by the lists."""
    return is_possible(token) and (token.tag in NAME_TAGS or names.is_first(token.text) or token.text in names.famous())


def is_possible(token: Token) -> bool:
    """Whether a word may be a name where the words beside it want one: behind a first name or a title any noun will do."""
    text = token.text
    if len(text) < 2 or not names.is_word(text) or text in names.not_names() or names.is_title(text):
        return False
    usable = token.tag in NAME_TAGS or token.tag in _WORD_TAGS or names.is_first(text) or text[0].islower()  # al-Sisi
    return usable and not _is_other(text)


@cache
def _is_other(text: str) -> bool:
    """Whether a word names a country, its people, an office, or a compound of a name and a noun (Obama-Besuch)."""
    if text in names.famous():
        return bool(country_code(text))
    office = read_office(text)
    if office is not None:
        return not (office.role and text in names.surnames())
    if country_code(text) or adjective_country(text) or demonym_country(text):
        return True
    _head, hyphen, last = text.rpartition("-")
    return bool(hyphen) and last in names.words("not_names", "compound_nouns")
