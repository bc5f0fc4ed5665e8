"""Quotations worth asking about: words that say something on their own, with a speaker who is sure.

Words in quotation marks are asked as they stand; those without are for reported_claims.py.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.reported_claims import find_reported, named, sentence_at
from summitquiz.german.segments import FINITE
from summitquiz.model import Claim, Kind, Mention, Quotation, Span

if TYPE_CHECKING:
    from summitquiz.german.view import View

_LOOSE = {"dahin", "damit", "dabei", "dadurch"}  # understood without what was said before
_ANNOUNCED = {"KOUS", "KOUI", "PWS", "PWAV", "PTKZU", "VVIZU"}  # of clauses that a "darüber" announces
_FEWEST, _MOST = 6, 40  # words of a quotation that can be recognised, and read in one breath
_MARKS = "„“”\"»«‚‘’›‹' "


@cache
def _pointers() -> frozenset[str]:
    lists = lexicon.load("vague")
    return frozenset(lists["pointers"]) - frozenset(lists["first_person"])


def find_quote_claims(view: View) -> list[Claim]:
    """Direct quotations with a speaker, asked as "Wer sagte: …?"; those that a gate stops carry its name."""
    found = []
    for mention in view.document.mentions:
        if mention.kind is not Kind.QUOTE or not isinstance(mention.value, Quotation):
            continue
        marked = view.text[mention.span.start] in _MARKS
        claim = _direct(view, mention, mention.value) if marked else find_reported(view, mention, mention.value)
        if claim:
            found.append(claim)
    return found


def _direct(view: View, mention: Mention, quote: Quotation) -> Claim | None:
    sentence = sentence_at(view, quote.subject or quote.speaker or mention.span)
    if sentence is None:
        return None
    words = quote.words.of(view.text).strip(_MARKS).rstrip(",.")
    claim = Claim("who", "quote", quote.subject or quote.speaker or mention.span, sentence.span, mention.rule)
    if quote.speaker is None:
        return replace(claim, gate="speaker_unknown")
    people = [m.span for m, _ in named(view, quote.speaker)]
    if len(people) != 1:
        return replace(claim, gate="speaker_unknown")
    gate = _unfit(words) or _empty(view, quote.words)
    return replace(claim, people=tuple(people), stem=(f"„{_single(words)}“",), gate=gate)


def _empty(view: View, words: Span) -> str | None:
    """A few words without a verb before their first comma are a phrase that somebody used, no sentence that somebody said;
    "darüber", with no clause behind it, points to what was said before."""
    tokens = [t for s in view.document.sentences if s.span.overlaps(words) for t in s.tokens if words.covers(t.span)]
    first = takewhile(lambda token: token.text != ",", tokens)
    if any(
        t.tag == "PROAV" and t.text not in _LOOSE and not any(b.tag in _ANNOUNCED for b in tokens[i:])
        for i, t in enumerate(tokens)
    ):
        return "pointer"
    return None if any(t.tag in FINITE for t in first) else "too_little"


def _unfit(words: str) -> str | None:
    parts = re.findall(r"\w+", words)
    telling = [part for part in parts[1:] if part[0].isupper() or part[0].isdigit()]
    empty = all(part.startswith(tuple(lexicon.load("vague")["empty"])) for part in telling)
    few = len(parts) < _FEWEST - (len(telling) > 1 and not empty)  # "Es gibt keinen Planeten B"
    few = few or (len(telling) <= 1 and len(parts) <= _FEWEST)  # "Die Liste ist jetzt schon voll"
    if few or words[0].islower():  # a few words, or a piece of a sentence
        return "too_little"
    if len(parts) > _MOST:
        return "length"
    if len(telling) <= 1 and empty:
        return "too_little"  # "Wir hatten gute Gespräche"
    if "\n" in words or sum(map(words.count, "„»")) != sum(map(words.count, "“«")):
        return "torn"  # "„Über unsere Köpfe hinweg“ sei verhandelt worden": half of it is reported
    return (
        "pointer" if any(part.lower() in _pointers() | {"er", "sie", "ihm", "ihn", "ihr"} - {"Sie"} for part in parts) else None
    )


def _single(words: str) -> str:
    """Quotation marks inside a quotation are single ones."""
    return re.sub(r"[„»]([^“«]*)[“«]", r"‚\1‘", words)
