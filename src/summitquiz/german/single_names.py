"""A name that stands alone: is it a person though nothing else in the article says so?"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from summitquiz.german import lexicon, names
from summitquiz.german.countries import country_code
from summitquiz.german.name_words import is_possible
from summitquiz.german.place_words import is_place, may_be_place

if TYPE_CHECKING:
    from summitquiz.german.chains import Chain
    from summitquiz.model import Token

_PLACE_PREPOSITIONS = frozenset({"in", "im", "aus", "am", "nach", "ins", "beim", "zum", "zur"})
_ATTRIBUTES = frozenset({"ART", "ADJA", "APPRART", "PPOSAT", "PDAT", "CARD"})
# Verbs behind which a reporting clause names its speaker, and hardly ever an object without an article.
_INQUIT = frozenset(
    {"sagen", "meinen", "erklären", "erläutern", "klagen", "betonen", "versichern", "ergänzen", "erzählen", "glauben"}
)
_QUOTES = frozenset("\"'„“”»«‚‘›‹")


def bare_rule(chain: Chain) -> str | None:
    """The rule by which a chain alone is a person: known to the world's newspapers, or made to speak; None if neither."""
    if chain.last > chain.first:
        return "de.person.names" if _is_full_name(chain) else None
    if may_be_place(chain.words[0]) and chain.words[0] not in names.famous():
        return None
    word, tag = chain.words[0], chain.tokens[chain.first].tag
    base = word.removesuffix("s")
    common = bool({word, base} & names.words("not_names", "common_surnames", "word_firsts"))
    if tag == "NE" and not common and (word in names.famous() or base in names.famous()):
        return "de.person.famous"
    if chain.before and chain.before.text in names.words("not_names", "named_things"):
        return None
    if _is_amid_names(chain) or _is_quoted(chain) or (chain.before and chain.before.tag in _ATTRIBUTES):
        return None
    listed = word in names.surnames() or base in names.surnames() or names.is_first(word)
    if speaks(chain.tokens, chain.first):
        return "de.person.speaks"
    if (tag == "NE" or listed) and _speaks(chain, listed=listed):
        return "de.person.speaks"
    if common or (chain.before and (chain.before.text.lower() in _PLACE_PREPOSITIONS or chain.before.tag == "NN")):
        return None
    return "de.person.listed" if listed and tag == "NE" else None


def is_there(chain: Chain) -> bool:
    """Whether a preposition of place makes a surname the town's: "in Washington" is not George Washington."""
    before = chain.before.text.lower() if chain.before and chain.last == chain.first else ""
    return before in {"in", "nach"} and may_be_place(chain.words[0])


def is_body(chain: Chain) -> bool:
    """Whether what follows makes the name a firm's or a prize's (Jack Rouse [Associates]), or the words name a place."""
    after = chain.after
    bodies = names.words("not_names", "bodies")
    if (after is not None and after.text in bodies) or (chain.last > chain.first and chain.words[-1] in bodies):
        return True
    return chain.last > chain.first and is_place(" ".join(chain.words))


def is_eponym(chain: Chain) -> bool:
    """Whether a noun before the name says that it is a thing's: Flughafen Charles de Gaulle, Hurrikan Katrina."""
    return chain.before is not None and chain.before.text in names.words("not_names", "eponyms")


def has_bracket(chain: Chain) -> bool:
    """Whether a country, a party or an age in brackets follows two or more words tagged as names: Bharrat Jagdeo (Guyana)."""
    row, index = chain.tokens, chain.last + 1
    if chain.last == chain.first or index + 2 >= len(row) or row[index].text != "(" or row[index + 2].text != ")":
        return False
    inside = row[index + 1].text
    if inside == "".join(word[0] for word in chain.words):  # African National Congress (ANC)
        return False
    age = len(inside) == 2 and inside.isdigit()
    return age or bool(country_code(inside)) or inside in names.words("office_countries", "of")


def _is_full_name(chain: Chain) -> bool:
    """Whether two or three words, the first no first name that we know, are one person because the surname is listed."""
    last = chain.words[-1]
    if last in names.words("not_names", "not_last"):
        return False
    if chain.words[0] in names.words("titles", "family_first"):  # Yu Nan
        return may_be_full_name(chain) and not _is_amid_names(chain)
    listed = last in names.surnames() or last.removesuffix("s") in names.surnames()
    known = last in names.famous() or chain.words[0] in names.surnames()
    return listed and known and may_be_full_name(chain) and not _is_amid_names(chain)


def may_be_full_name(chain: Chain) -> bool:
    """Whether two or three words are all tagged as names, name no place, and stand in no quotation marks of their own."""
    tagged = all(token.tag == "NE" for token in chain.tokens[chain.first : chain.last + 1])
    places = any(map(is_place, chain.words)) or may_be_place(" ".join(chain.words))
    return tagged and chain.last - chain.first < 3 and not _is_quoted(chain) and not places


def _is_amid_names(chain: Chain) -> bool:
    """Whether another capitalised name touches the chain: then it is part of a title or a body (Wall Street Journal)."""
    return any(
        token is not None and token.tag in ("NE", "FM", "XY") and token.text[:1].isupper()
        for token in (chain.before, chain.after)
    )


def _is_quoted(chain: Chain) -> bool:
    """Whether quotation marks enclose the chain alone: a title, a brand, a nickname."""
    return bool(chain.before and chain.after and chain.before.text in _QUOTES and chain.after.text in _QUOTES)


def _speaks(chain: Chain, *, listed: bool) -> bool:
    """Whether a verb of speaking in the singular stands right beside the word, or "so" before it."""
    behind_preposition = chain.before is not None and chain.before.tag in ("APPR", "APPRART")  # gegenüber X sagte er
    beside = [] if behind_preposition else [token for token in (chain.before, chain.after) if token is not None]
    verbs = [token for token in beside if _is_speech_verb(token)]
    return any(listed or token.lemma in _INQUIT for token in verbs) or _is_source(chain)


def speaks(row: tuple[Token, ...], index: int) -> bool:
    """Whether a noun without an article is who speaks, right behind the verb or the "so" of a reporting clause."""
    if index < 2:
        return False
    token, verb, mark = row[index], row[index - 1], row[index - 2]
    if token.tag != "NN" or not is_possible(token) or mark.tag[:1] != "$" or (mark.text != "," and mark.text not in _QUOTES):
        return False
    if token.text.endswith(("e", "en")) and token.text not in names.surnames():  # Sachverständige, Experten
        return False
    following = row[index + 1] if index + 1 < len(row) else None
    alone = following is None or (following.tag[:1] == "$" or following.tag in ("APPR", "APPRART", "ADV", "ADJD", "PROAV"))
    inquit = verb.text == "so" or (_is_speech_verb(verb) and verb.lemma in _INQUIT)
    return alone and inquit


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
