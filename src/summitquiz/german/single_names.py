"""A name that stands alone: is it a person though nothing else in the article says so?"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from summitquiz.german import lexicon, names
from summitquiz.german.countries import country_code
from summitquiz.german.place_words import is_place

if TYPE_CHECKING:
    from summitquiz.german.chains import Chain
    from summitquiz.model import Token

_PLACE_PREPOSITIONS = frozenset({"in", "im", "aus", "am", "nach", "ins", "beim", "zum", "zur"})
_QUOTES = frozenset("\"'„“”»«‚‘›‹")


def bare_rule(chain: Chain) -> str | None:
    """The rule by which a chain alone is a person: known to the world's newspapers, or made to speak; None if neither."""
    if any(is_place(word) for word in (*chain.words, " ".join(chain.words))):
        return None
    if chain.last > chain.first:
        return "de.person.names" if _is_full_name(chain) else None
    word, tag = chain.words[0], chain.tokens[chain.first].tag
    base = word.removesuffix("s")
    if tag == "NE" and (word in names.famous() or base in names.famous()):
        return "de.person.famous"
    if _is_amid_names(chain) or _is_quoted(chain):
        return None
    listed = word in names.surnames() or base in names.surnames() or names.is_first(word)
    if _speaks(chain) and (tag == "NE" or listed):
        return "de.person.speaks"
    if (
        chain.before
        and chain.before.text.lower() in _PLACE_PREPOSITIONS
        or chain.before
        and chain.before.tag in ("ART", "ADJA")
    ):
        return None
    return "de.person.listed" if listed and tag == "NE" else None


def is_body(chain: Chain) -> bool:
    """Whether what follows makes the name a firm's or a prize's (Jack Rouse [Associates]), or the words name a place."""
    after = chain.after
    if after is not None and after.text in names.words("not_names", "bodies"):
        return True
    return chain.last > chain.first and is_place(" ".join(chain.words))


def has_bracket(chain: Chain) -> bool:
    """Whether a country or a party in brackets follows two or more words tagged as names: Bharrat Jagdeo (Guyana)."""
    row, index = chain.tokens, chain.last + 1
    if chain.last == chain.first or index + 2 >= len(row) or row[index].text != "(" or row[index + 2].text != ")":
        return False
    inside = row[index + 1].text
    return bool(country_code(inside)) or inside in names.words("office_countries", "of")


def _is_full_name(chain: Chain) -> bool:
    """Whether two or three words, the first no first name that we know, are one person: surname listed, all tagged as names."""
    tagged = all(token.tag == "NE" for token in chain.tokens[chain.first : chain.last + 1])
    last = chain.words[-1]
    listed = last in names.surnames() or last.removesuffix("s") in names.surnames()
    return tagged and listed and chain.last - chain.first < 3 and not _is_quoted(chain) and not _is_amid_names(chain)


def _is_amid_names(chain: Chain) -> bool:
    """Whether another capitalised name touches the chain: then it is part of a title or a body (Wall Street Journal)."""
    return any(
        token is not None and token.tag in ("NE", "FM", "XY") and token.text[:1].isupper()
        for token in (chain.before, chain.after)
    )


def _is_quoted(chain: Chain) -> bool:
    """Whether quotation marks enclose the chain alone: a title, a brand, a nickname."""
    return bool(chain.before and chain.after and chain.before.text in _QUOTES and chain.after.text in _QUOTES)


def _speaks(chain: Chain) -> bool:
    """Whether a verb of speaking in the singular stands right beside the word, or "so" before it."""
    beside = [token for token in (chain.before, chain.after) if token is not None]
    return any(_is_speech_verb(token) for token in beside) or _is_source(chain)


def _is_source(chain: Chain) -> bool:
    """ "…", so Müller."""
    before, after = chain.before, chain.after
    return bool(
        before and before.text == "so" and (after is None or after.tag[:1] == "$" or after.tag in ("APPR", "ADV", "ADJD"))
    )


def _is_speech_verb(token: Token) -> bool:
    return token.tag == "VVFIN" and token.lemma in _speech_verbs() and not token.text.endswith("en")


@cache
def _speech_verbs() -> frozenset[str]:
    verbs = (verb for group in lexicon.load("reporting_verbs")["groups"] for verb in group["verbs"])
    return frozenset(verb["lemma"] for verb in verbs if "particle" not in verb)
