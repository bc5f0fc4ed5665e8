"""Noun phrases of a frame: where one begins and ends, and whether it can be a subject."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.frames import QUOTE, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

_NOUNS = {"NN", "NE", "FM", "XY", "TRUNC"}
_ATTRIBUTE = 8  # units before the adjective of a long attribute
_TITLE = 4  # words that a name in quotation marks may have
_MODIFIERS = {"ADJA", "CARD", "VVPP", "PIDAT"}
_BOTH = {"beiden", "beide"}
_DETERMINERS = {"ART", "PPOSAT", "PDAT", "PIAT", "PIDAT"}
GENITIVE = {"des", "der", "eines", "einer", "seines", "seiner", "ihres", "ihrer", "dieser", "dieses"}
_ATTRIBUTE_PREPOSITIONS = {"von", "vom", "für", "in", "im", "aus", "bei", "beim", "zum", "zur"}
_OBLIQUE = {"dem", "den", "einem", "einen", "einer", "des", "eines", "diesem", "diesen", "ihrem", "seinem", "ihren", "seinen"}
_OBLIQUE |= {"ihrer", "seiner", "wenig", "viel", "kein", "keine", "keinen", "keinem", "jedem", "jeden", "allem", "allen"}
# Endings of feminine nouns: "der Zeitung" is then a dative, and no subject.
_FEMININE = (
    *("ung", "heit", "keit", "schaft", "ion", "tät", "ik", "enz", "anz", "ur", "ei", "in", "presse", "post", "welt", "behörde"),
    *(
        "frage",
        "woche",
        "seite",
        "gruppe",
        "liga",
        "bank",
        "kammer",
        "zeit",
        "show",
        "runde",
        "macht",
        "rede",
        "stunde",
        "messe",
    ),
)
_TIMES = (
    *("woche", "monat", "jahr", "tag", "abend", "morgen", "mittag", "nacht", "montag", "dienstag", "mittwoch", "samstag"),
    *("stunde", "stunden", "minuten", "tage", "wochen", "monate", "jahre", "mal", "wochenende", "sonnabend"),
)
_MASCULINE = ("minister", "verein", "termin", "eur", "spion", "champion")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase in a frame by unit indices: `core` ends where its own nouns end, `end` where its attributes do."""

    start: int
    core: int
    end: int


def noun_phrase(units: Sequence[Unit], start: int) -> Phrase | None:
    """The noun phrase that begins at `start`, if one does."""
    at = start
    if at < len(units) and (units[at].tag in _DETERMINERS or _possessor(units, at)):
        at += 1
    at = _participle(units, at) if at > start else at
    while at < len(units) and (units[at].tag in _MODIFIERS or units[at].lower in _BOTH or _adverb_before_adjective(units, at)):
        at += 1
    core = _nouns(units, at)
    if at < core < len(units) - 1 and at > start and _second_office(units, core):
        core = _nouns(units, core + 1)
    if core == at and start < at < len(units) and 0 < units[at].words <= _TITLE and units[at].content[:1].isupper():
        core = at + 1  # der „New York Times“
    if core == at:
        return None
    return Phrase(start, core, _attributes(units, core))


def _participle(units: Sequence[Unit], at: int) -> int:
    """Past the start of an attribute like (die) [in London] ansässige (Stelle): to its adjective."""
    if at >= len(units) or units[at].tag not in {"APPR", "APPRART"}:
        return at
    for end in range(at + 2, min(len(units) - 1, at + _ATTRIBUTE)):
        if units[end].tag == "ADJA" and units[end - 1].tag in _NOUNS and units[end + 1].tag in {*_NOUNS, "ADJA"}:
            return end
        if units[end].is_comma or units[end].finite:
            return at
    return at


def _second_office(units: Sequence[Unit], at: int) -> bool:
    """Der frühere Bürgermeister [und] Senator: a second noun under the same article, and a singular."""
    article = next((unit for unit in reversed(units[:at]) if unit.tag in _DETERMINERS), None)
    nouns = units[at - 1].tag == units[at + 1].tag == "NN"
    return units[at].text == "und" and nouns and article is not None and article.lower == "der"


@cache
def _audience() -> tuple[str, ...]:
    return tuple(lexicon.load("attribution")["audience"])


def _possessor(units: Sequence[Unit], at: int) -> bool:
    """A name in the genitive before an adjective: [Mannheims] oberster Richter."""
    return (
        units[at].tag == "NE"
        and units[at].text.endswith(("s", "'", "’"))
        and at + 1 < len(units)
        and units[at + 1].tag == "ADJA"
    )


def _adverb_before_adjective(units: Sequence[Unit], at: int) -> bool:
    return units[at].tag in {"ADJD", "ADV"} and at + 1 < len(units) and units[at + 1].tag in {"ADJA", "VVPP"}


def _nouns(units: Sequence[Unit], at: int) -> int:
    begin = at
    while at < len(units):
        unit = units[at]
        noun = unit.tag in _NOUNS or (unit.tag == "ADJA" and unit.text[:1].isupper() and at > 0)
        joined = unit.tag == "KON" and at > begin and units[at - 1].text.endswith("-")  # Umwelt- und Entwicklungsorganisation
        short_quote = unit.tag == QUOTE and unit.words <= 3 and at > begin
        if not (noun or short_quote or joined):
            break
        at += 1
    return at


def _attributes(units: Sequence[Unit], at: int) -> int:
    """Genitives, prepositional attributes and brackets after the nouns."""
    while at < len(units):
        unit = units[at]
        if unit.text == "(":
            closing = next((k for k in range(at, min(len(units), at + 12)) if units[k].text == ")"), None)
            if closing is None:
                return at
            at = closing + 1
        elif unit.lower in GENITIVE and unit.tag != "PRELS":
            inner = noun_phrase(units, at)
            if inner is None or (unit.lower == "der" and units[_first_noun(units, inner)].lower.endswith(_audience())):
                return at
            at = inner.end
        elif unit.lower in _ATTRIBUTE_PREPOSITIONS and unit.tag in {"APPR", "APPRART"}:
            inner = noun_phrase(units, at + 1)
            if inner is None:
                return at
            at = inner.end
        else:
            return at
    return at


def may_be_subject(units: Sequence[Unit], phrase: Phrase) -> bool:
    """Whether the noun phrase can be a speaking nominative: der Minister, Putin; not der Zeitung, dem Sender, a time."""
    first, noun = units[phrase.start].lower, units[_first_noun(units, phrase)]
    if noun.tag == "NN" and noun.lower.endswith(_TIMES) and not noun.lower.endswith(("landtag", "bundestag", "reichstag")):
        return False
    if first == "der":
        return not feminine(noun.text) and not (noun.tag == "NN" and _plural_only(noun))
    return first not in _OBLIQUE


def _plural_only(noun: Unit) -> bool:
    """A plural by its end: der Behörden is a genitive."""
    return noun.text != noun.lemma and noun.text.endswith(
        ("ungen", "ionen", "heiten", "keiten", "schaften", "medien", "staaten")
    )


def is_bare(units: Sequence[Unit], phrase: Phrase) -> bool:
    """Whether it has no article: a name, or a plural like Diplomaten."""
    return units[phrase.start].tag not in _DETERMINERS


def _first_noun(units: Sequence[Unit], phrase: Phrase) -> int:
    return next((k for k in range(phrase.start + 1, phrase.core) if units[k].tag not in _MODIFIERS), phrase.core - 1)


def feminine(noun: str) -> bool:
    """Whether the noun's end makes it feminine."""
    low = noun.lower()
    return low.endswith(_FEMININE) and not low.endswith(_MASCULINE)
