"""What a relative clause tells of the thing named right before it: the noun phrase in the nominative.

"die Freilassung einer französischen Lehrerin, die am 1. Juli in Teheran festgenommen wurde" gives "eine französische Lehrerin".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.model import Gender, Token

_GENDERS: dict[str, Gender] = {"der": "m", "den": "m", "die": "f", "das": "n"}
_CONTRACTED = dict.fromkeys(("im", "am", "vom", "zum", "beim"), "dem") | {"zur": "der", "ins": "das", "ans": "das"}
_DEFINITE = {"der", "die", "das", "den", "dem", "des"}
_ARTICLES: dict[Gender, str] = {"m": "der", "f": "die", "n": "das"}
_INDEFINITE: dict[Gender, str] = {"m": "ein", "f": "eine", "n": "ein"}
_FITTING: dict[Gender, set[str]] = {
    "m": {"der", "den", "dem", "des", "ein", "einen", "einem", "eines"},
    "f": {"die", "der", "eine", "einer"},
    "n": {"das", "dem", "des", "ein", "einem", "eines"},
}
_STRONG: dict[Gender, str] = {"m": "er", "f": "e", "n": "es"}
_ENDINGS = ("en", "em", "er", "es", "e")
_NOUNS = {"NN", "NE"}
_HANGING = {"ART", "APPR", "APPRART", "ADJA", "CARD", "KON"}  # "der Gipfel zwischen X und Y, der …"
_INSIDE = {"ADJA", "CARD"}


def thing_before(words: Sequence[Token], pronoun: Token, plural: bool) -> tuple[Token, ...]:
    """The noun phrase that ends `words`, in the nominative or accusative of the relative pronoun that stands for it.

    Empty where its form is not sure. `plural`: the verb says that it is.

    What hangs on its noun goes with it: "das Abkommen der Vereinten Nationen, das …".
    """
    found: tuple[Token, ...] = ()
    for end in range(len(words) - 1, -1, -1):
        if words[end].tag not in _NOUNS:
            if words[end].tag not in _HANGING:
                break
            continue
        thing = _thing(words[: end + 1], pronoun, plural)
        if thing and found:
            return ()  # "den Beschluss des Rates, der": which of the two?
        if thing and thing[0].text.lower().startswith("ein"):
            return (*thing, *words[end + 1 :])
        if end == len(words) - 1 and pronoun.text == "die" and not thing and _may_be_feminine(words[end - 1]):
            return ()  # "für Kultur, die"
        found = (*thing, *words[end + 1 :]) if thing else found
    return found


def _may_be_feminine(before: Token) -> bool:
    """Whether the word before a noun leaves open that it is feminine."""
    return before.text.lower() == "zur" or before.tag not in {"ART", "ADJA", "APPRART"}


def _thing(words: Sequence[Token], pronoun: Token, plural: bool) -> tuple[Token, ...]:
    """The noun phrase with an article that `words` end with, if it agrees with the pronoun."""
    gender = _GENDERS.get(pronoun.text)
    noun = words[-1]
    left = next((k for k in range(len(words) - 2, -1, -1) if words[k].tag not in _INSIDE), -1)
    if gender is None or left < 0 or words[left].tag not in {"ART", "APPRART"}:
        return ()
    article = _CONTRACTED.get(words[left].text.lower(), words[left].text.lower())
    if plural:
        return tuple(words[left:]) if words[left].tag == "ART" and pronoun.text == "die" and article == "die" else ()
    definite, acted_on = article in _DEFINITE, pronoun.text == "den"
    ending = "en" if acted_on else "e" if definite else _STRONG[gender]
    adjectives = [_inflected(t, ending) for t in words[left + 1 : -1] if t.tag == "ADJA"]
    if len(adjectives) < len(words) - left - 2 or article not in _FITTING[gender]:
        return ()
    if (gender, article) == ("m", "der") and left and not words[left - 1].tag.startswith("V"):
        return ()  # in front and behind the verb it is a nominative; elsewhere "der Vereinten Nationen"
    if article == "eines" and gender == "m":
        return ()  # "Ausflug zum Grab eines Heiligen, der": which of them?
    one = ("den" if definite else "einen") if acted_on else (_ARTICLES if definite else _INDEFINITE)[gender]
    return (replace(words[left], text=one, tag="ART"), *adjectives, replace(noun, text=_nominative(noun, article)))


def _inflected(adjective: Token, ending: str) -> Token:
    if adjective.text[0].isupper() and adjective.text.endswith("er"):
        return adjective  # "der Prager Frühling"
    stem = next((adjective.text[: -len(e)] for e in _ENDINGS if adjective.text.endswith(e)), adjective.text)
    return replace(adjective, text=stem + ending)


def _nominative(noun: Token, article: str) -> str:
    """A noun without the ending of its genitive: "des Referendums"."""
    if article not in {"des", "eines"}:
        return noun.text
    return noun.lemma if noun.text.startswith(noun.lemma) else noun.text.removesuffix("s")
