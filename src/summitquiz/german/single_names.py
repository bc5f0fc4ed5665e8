"""A word that stands alone: is it a person though nothing else in the article says so?"""

from __future__ import annotations

from functools import cache

from summitquiz.german import lexicon, names
from summitquiz.german.chains import Chain
from summitquiz.german.countries import capital_country, country_code


def bare_rule(chain: Chain) -> str | None:
    """The rule by which a chain alone is a person: known to the world's newspapers, or made to speak; None if neither."""
    if any(_is_place(word) for word in chain.words):
        return None
    if chain.last > chain.first:
        tags = [token.tag for token in chain.tokens[chain.first : chain.last + 1]]
        return "de.person.names" if all(tag in ("NE", "FM") for tag in tags) and len(tags) < 4 else None
    word = chain.words[0]
    if word in names.famous() or word.removesuffix("s") in names.famous():
        return "de.person.famous"
    if _speaks(chain):
        return "de.person.speaks"
    listed = word in names.surnames() or names.is_first(word)
    return "de.person.listed" if listed and chain.tokens[chain.first].tag == "NE" else None


def _speaks(chain: Chain) -> bool:
    """Whether a verb of speaking in the singular stands right beside the word."""
    row = chain.tokens
    beside = [row[index] for index in (chain.first - 1, chain.last + 1) if 0 <= index < len(row)]
    return row[chain.first].tag == "NE" and any(token.lemma in _speech_verbs() and token.tag == "VVFIN" for token in beside)


@cache
def _speech_verbs() -> frozenset[str]:
    return frozenset(
        ["sagen", "erklären", "betonen", "meinen", "fordern", "warnen", "mahnen", "berichten", "kritisieren", "erläutern", "klagen", "fragen"]
    )


def _is_place(word: str) -> bool:
    return any(form in _cities() or country_code(form) or capital_country(form) for form in (word, word.removesuffix("s")))


@cache
def _cities() -> frozenset[str]:
    """The cities that are known far and wide."""
    rows = (line.split(" ", 2) for line in lexicon.text("cities.txt").splitlines() if line and not line.startswith("#"))
    return frozenset(name for row in rows if row[1] == "city" for name in row[2].split(";"))
