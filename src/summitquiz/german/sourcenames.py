"""How a source is named on its own: the noun phrase of an attribution in the nominative (des Kremls → der Kreml)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from summitquiz.german.attribution import words
from summitquiz.german.phrases import feminine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.frames import Unit
    from summitquiz.model import Span

_NOUNS = {"NN", "NE", "FM", "XY", "TRUNC"}
_WEAK = ("ent", "ant", "ist", "at", "oge", "e")  # masculine nouns with -en in every other form, and feminine ones in -e
Number = Literal["singular", "plural"]


def nominative(units: Sequence[Unit], contracted: bool = False) -> str:
    """The words of a source in the nominative; `units` begin with its article, if it has one, in the dative or genitive.

    `contracted`: the article is in the preposition before (im Bericht → der Bericht).
    """
    head = next((k for k, unit in enumerate(units) if unit.tag in _NOUNS), None)
    if head is None:
        return _title(units)
    first, noun = "dem" if contracted else units[0].lower, units[head]
    number: Number = "plural" if first in {"den", "ihren", "seinen"} or _plural(first, noun) else "singular"
    determined = head > 0 and units[0].tag in {"ART", "PPOSAT"}
    article = _article(first, noun.lemma, number) if determined or contracted else None
    adjectives = [_adjective(unit, article, number, noun.lemma) for unit in units[determined:head]]
    rest = [unit.text or f"„{unit.content}“" for unit in units[head + 1 :]]
    parts = [article, *adjectives, _noun(noun, number, bare=article is None, genitive=first in {"des", "eines"}), *rest]
    return " ".join(part for part in parts if part).replace(" ,", ",").replace("( ", "(").replace(" )", ")")


def _title(units: Sequence[Unit]) -> str:
    """A source that is only a name in quotation marks, with or without its article: dem „Figaro“."""
    names = [f"„{unit.content}“" if unit.content else unit.text for unit in units]
    article = {"dem": "der", "der": "die", "den": "die", "des": "der"}.get(names[0].lower())
    return " ".join([article, *names[1:]] if article else names)


def behind_preposition(units: Sequence[Unit], at: int, words_of: Span) -> str:
    """The source whose preposition stands at `at` and whose words are `words_of`, in the nominative."""
    named = [unit for unit in units if words_of.covers(unit.span)]
    return nominative(named, contracted=units[at].lower in {"im", "vom", "beim"})


def _plural(first: str, noun: Unit) -> bool:
    """A noun that differs from its dictionary form and has no article of the singular before it."""
    return first not in {"dem", "des", "einem", "eines", "einer", "ein"} and noun.tag == "NN" and noun.text != noun.lemma


def _neuter(lemma: str) -> bool:
    return lemma.lower().endswith(tuple(words("neuter")))


def _article(first: str, lemma: str, number: Number) -> str | None:
    if number == "plural":
        return {"ihren": "ihre", "seinen": "seine"}.get(first, "die")
    sure = {"der": "die", "einer": "eine", "die": "die", "das": "das", "einem": "ein", "eines": "ein"}
    if first in {"dem", "des"}:
        return "das" if _neuter(lemma) else "der"
    return sure.get(first, first)


def _adjective(unit: Unit, article: str | None, number: Number, lemma: str) -> str:
    if unit.tag != "ADJA" or not unit.text.endswith(("en", "em", "er")) or unit.text[:1].isupper():
        return unit.text
    if article is not None and number == "plural":
        return unit.text
    if article == "ein":
        return unit.text[:-2] + ("es" if _neuter(lemma) else "er")
    return unit.text[:-1]


def _noun(noun: Unit, number: Number, bare: bool, genitive: bool) -> str:
    text, lemma = noun.text, noun.lemma
    if genitive and text == lemma and text.endswith("s") and not text.endswith(("ss", "us", "is", "as", "os")):
        return text[:-1]
    if noun.tag != "NN":
        return text
    if number == "singular":
        return lemma if text.lower().startswith(lemma.lower()[:-2]) and lemma[:1].isupper() and not bare else text
    if lemma.endswith(("er", "el")):
        return lemma
    if text.endswith("en") and not lemma.endswith(_WEAK) and not feminine(lemma) and lemma + "en" == text:
        return text[:-1]
    return text
