"""Words that link a sentence to the one before: a question leaves them out, or cannot be asked with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.german.vagueness import DEFINITE, Unfit, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.model import Token

_CORRELATES = frozenset("darauf daran darin damit dafür dazu davon darüber daraus darum davor dadurch dagegen danach".split())
_COMPARING = frozenset("wie sondern sowohl weder".split())
_LINK_TAGS = frozenset(("ADV", "PROAV", "KON", "ADJD"))
_NOWADAYS = ("aktuell", "derzeitig", "jetzig", "gegenwärtig", "heutig", "anstehend", "bevorstehend")
_FOCUS = frozenset(("erst", "schon", "kurz", "bereits", "noch", "gleich", "bald", "eben"))
_SHIFTING = frozenset("danach daraufhin anschließend später zuvor vorher dann schließlich zuletzt seither seitdem".split())
_COMPARATIVE = ("ere", "eren", "erem", "erer", "eres")
_ALSO = frozenset(("auch", "ebenfalls", "ebenso", "sogar", "selbst", "ihrerseits", "seinerseits"))


def is_link(tokens: Sequence[Token], i: int, announced: bool) -> bool:
    """Whether the word only links the sentence to the one before; not so in "so groß wie", "nicht nur …, sondern auch".

    `announced`: the clauses behind are announced here. Raises Unfit where the link cannot be left out.
    """
    token = tokens[i]
    if token.tag == "ADJA" and i and tokens[i - 1].text.lower() in DEFINITE and token.text.lower().startswith(_NOWADAYS):
        return True  # "die aktuellen Spannungen": of when, only the date tells
    if _exemplifies(tokens, i):
        return True
    linking = token.text.lower() in words("links") and token.tag in _LINK_TAGS
    if _belongs(tokens, i) or not linking:
        return False
    if i and tokens[i - 1].text.lower() in _FOCUS:
        raise Unfit("pointer")  # "erst danach", "kurz zuvor": the two belong together
    opposed = token.text.lower() == "dagegen" and i + 1 < len(tokens) and not tokens[i + 1].tag.startswith(("VV", "PTKVZ"))
    if announced and not opposed and (token.text.lower() in _CORRELATES or token.text == "so"):
        return False  # "darauf, dass"; not so außerdem
    return not any(t.text.lower() in _COMPARING for t in tokens)


def says_also(token: Token) -> bool:
    """Whether the word says that others did the same."""
    return token.text.lower() in _ALSO


def shifts_time(token: Token) -> bool:
    """Whether the word places what happened after or before something else: then no date can be put to it."""
    return token.text.lower() in _SHIFTING


def _belongs(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word that may link belongs to its neighbours: "auch wenn", ", aber aus Wien", "bis zuletzt".

    Raises Unfit for "zuletzt 2015": others were there that year as well.
    """
    word, before = tokens[i].text.lower(), tokens[i - 1] if i else None
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    if word in {"auch", "selbst"} and behind is not None and (behind.text == "wenn" or behind.text.startswith("kein")):
        return True
    if word == "zuletzt" and behind is not None and behind.tag == "CARD":
        raise Unfit("pointer")
    linking = tokens[i].tag == "KON" or word == "aber"
    joins = linking and before is not None and before.text == ","  # "der in Rom lebt, aber aus Wien stammt"
    return (
        joins
        or (word == "auch" and _widens(before, behind))
        or (word == "zuletzt" and before is not None and before.text == "bis")
    )


def _widens(before: Token | None, behind: Token | None) -> bool:
    """Whether an "auch" belongs to what follows it: "Kritik auch aus den eigenen Reihen", "auch längere Streiks"."""
    if before is None or behind is None:
        return False
    more = behind.tag == "ADJA" and behind.text.endswith(_COMPARATIVE)
    return more or (behind.tag in {"APPR", "APPRART"} and before.tag in {"NN", "NE", "$,"})


def _exemplifies(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word only says that something is an example, or different later: "wies etwa die Forderung zurück",
    "war 1928 noch mit dem Schiff gekommen"."""
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    example = tokens[i].text == "etwa" and behind is not None and (behind.text in DEFINITE or behind.tag == "PPOSAT")
    return example or (tokens[i].text == "noch" and i > 0 and tokens[i - 1].tag == "CARD")
