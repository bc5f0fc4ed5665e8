"""Nouns that name events: their family, gender and forms, found by the last part of a compound."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from summitquiz.errors import FormError
from summitquiz.german import lexicon
from summitquiz.german.countries import country_code

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summitquiz.model import Case, Gender

_ARTICLES: dict[tuple[str, Case], str] = {
    ("m", "nom"): "der", ("m", "gen"): "des", ("m", "dat"): "dem", ("m", "acc"): "den",
    ("f", "nom"): "die", ("f", "gen"): "der", ("f", "dat"): "der", ("f", "acc"): "die",
    ("n", "nom"): "das", ("n", "gen"): "des", ("n", "dat"): "dem", ("n", "acc"): "das",
    ("p", "nom"): "die", ("p", "gen"): "der", ("p", "dat"): "den", ("p", "acc"): "die",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class EventNoun:
    """An entry of words/events.yaml, applied to a compound: `noun` is the whole word in the nominative singular.

    `compound`: what stands before the entry's noun tells the event from others: EU-Gipfel, Vierertreffen; not Sondergipfel.
    """

    noun: str
    sort: str
    gender: Gender
    genitive: str
    plural: str
    named: bool
    compound: bool

    def form(self, case: Case, plural: bool) -> str:
        """The noun in a case: (des) Treffens, (den) Verhandlungen."""
        if plural:
            return self.plural + ("n" if case == "dat" and not self.plural.endswith(("n", "s")) else "")
        return self.genitive if case == "gen" else self.noun


@cache
def _entries() -> list[dict[str, str]]:
    entries: list[dict[str, str]] = lexicon.load("events")["nouns"]
    return sorted(entries, key=lambda entry: -len(entry["noun"]))


@cache
def _unnamed() -> frozenset[str]:
    return frozenset(lexicon.load("events")["unnamed"])


@cache
def _lookalikes() -> tuple[str, ...]:
    """Words that only look like compounds of event nouns, and the ends of such words: -preise is no -reise."""
    words: list[str] = lexicon.load("events")["not"]
    return (*words, *(word.lower() for word in words))


@cache
def event_noun(word: str) -> tuple[EventNoun, bool] | None:
    """The event noun that a word is a form of, and whether it is plural; None for other words.

    A form that may be both ("Treffen", "Gipfel") is given as singular: the article decides.
    """
    if not word[:1].isupper():
        return None
    for entry in _entries():
        for form, plural in (
            (entry["noun"], False),
            (entry["genitive"], False),
            (_long_genitive(entry), False),
            (entry["plural"], True),
            (entry["plural"] + "n", True),
        ):
            head = _compound(word, form)
            if head is not None:
                named = bool(entry.get("named")) and bool(head) and head not in _unnamed()
                named = named or (plural and head.endswith("-") and country_code(head[:-1]) is not None)  # die Zypern-Gespräche
                noun = EventNoun(
                    _join(head, entry["noun"]), entry["sort"], entry["gender"], _join(head, entry["genitive"]),  # type: ignore[arg-type]
                    _join(head, entry["plural"]), named, bool(head) and head not in lexicon.load("events")["any"],
                )  # fmt: skip
                return None if noun.noun.endswith(_lookalikes()) else (noun, plural)
    return None


def is_eventive(word: str) -> bool:
    """Whether a noun means what happens, so that a date behind it may be its own: Treffen, Wahl, Eröffnung."""
    return event_noun(word) is not None or word.lower().endswith(tuple(lexicon.load("attachment")["eventive"]))


def _long_genitive(entry: Mapping[str, str]) -> str:
    """The other genitive of a noun with -s: Besuches beside Besuchs; the noun itself where there is none."""
    genitive = entry["genitive"]
    two = genitive == entry["noun"] + "s" and not entry["noun"].endswith(("e", "el", "en", "er", "um"))
    return genitive[:-1] + "es" if two else entry["noun"]


def _compound(word: str, form: str) -> str | None:
    """What stands before `form` in `word`: "" for the word itself, None when `word` does not end in it."""
    if word == form:
        return ""
    if not word.lower().endswith(form.lower()):
        return None
    head = word[: -len(form)]
    return head if len(head) >= 2 and (head.endswith("-") or word[len(head)].islower()) else None


def _join(head: str, noun: str) -> str:
    return head + (noun if not head or head.endswith("-") else noun[0].lower() + noun[1:])


def article(gender: Gender, case: Case, plural: bool = False) -> str:
    """The definite article."""
    return _ARTICLES["p" if plural else gender, case]


def decline(label: str, case: Case) -> str:
    """An event's label ("das erste Treffen von …") in another case; raises FormError for a head noun that is none of ours.

    The label starts with a definite article in the nominative, adjectives in the weak declension, and the head noun.
    """
    words = label.split(" ")
    i, noun, plural = _head(label)
    adjectives = [weak(a, case, noun.gender, plural) for a in words[1:i]]
    return " ".join([article(noun.gender, case, plural), *adjectives, noun.form(case, plural), *words[i + 1 :]])


def is_plural(label: str) -> bool:
    """Whether a label names several ("die Gespräche von …"); raises FormError when it is no nominative with its article."""
    _, noun, plural = _head(label)
    wanted = article(noun.gender, "nom", plural)
    if label.split(" ")[0] != wanted:
        raise FormError(f"the label {label!r} must begin with {wanted!r}")
    return plural


def _head(label: str) -> tuple[int, EventNoun, bool]:
    """The label's head noun: which of its words, its entry, and whether it is plural."""
    words = label.split(" ")
    for i, word in enumerate(words):
        found = event_noun(word)
        if i and found:
            noun, plural = found
            return i, noun, plural or (words[0] == "die" and noun.gender != "f")
    raise FormError(f"no event noun in the label {label!r}")


def weak(adjective: str, case: Case, gender: Gender, plural: bool) -> str:
    """A weak adjective after the definite article: -e in the singular nominative (and accusative but of the masculine)."""
    if not adjective.endswith(("e", "en")):
        return adjective  # "mehr als", "G8-"
    stem = adjective.removesuffix("n") if adjective.endswith("en") else adjective
    short = not plural and (case == "nom" or (case == "acc" and gender != "m"))
    return stem if short else stem + "n"


_FULL = {"beim": "bei", "im": "in", "am": "an", "zum": "zu", "zur": "zu", "vom": "von"}
_CONTRACTIONS = {("bei", "dem"): "beim", ("in", "dem"): "im", ("an", "dem"): "am", ("zu", "dem"): "zum", ("zu", "der"): "zur",
                 ("von", "dem"): "vom"}  # fmt: skip
_SHOWN: dict[str, Case] = {"das": "nom", "dem": "dat", "den": "acc", "des": "gen", "die": "nom"}


def full_preposition(word: str) -> str:
    """The preposition of a contraction: beim → bei."""
    return _FULL.get(word, word)


def contract(text: str) -> str:
    """A preposition at the start contracted with its article: "bei dem Treffen" → "beim Treffen"."""
    first, _, rest = text.partition(" ")
    second, _, others = rest.partition(" ")
    short = _CONTRACTIONS.get((first, second))
    return f"{short} {others}" if short else text


def article_case(word: str, gender: Gender, plural: bool, governed: bool) -> Case | None:
    """The case that a definite article shows; `governed` by a preposition or not. The nominative stands for the accusative that
    looks like it; None for a word that is no definite article."""
    if word == "der":
        return "nom" if gender == "m" and not plural else "dat" if governed else "gen"
    return "dat" if word == "den" and plural else _SHOWN.get(word)
