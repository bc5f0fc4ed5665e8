"""Quotations worth asking about: words that say something on their own, with a speaker who is sure."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.model import Claim, Kind, Mention, Quotation, Sentence, Span

if TYPE_CHECKING:
    from summitquiz.german.view import View

_FEWEST, _MOST = 6, 40  # words of a quotation that can be recognised, and read in one breath
_MARKS = "„“”\"»«‚‘’›‹' "


@cache
def _pointers() -> frozenset[str]:
    lists = lexicon.load("vague")
    return frozenset(lists["pointers"]) - {
        "wir",
        "uns",
        "unser",
        "unsere",
        "unserem",
        "unseren",
        "unserer",
        "ich",
        "mir",
        "mich",
        "mein",
        "meine",
    }


def find_quote_claims(view: View) -> list[Claim]:
    """Direct quotations with a speaker, asked as "Wer sagte: …?"; those that a gate stops carry its name."""
    found = []
    for mention in view.document.mentions:
        if mention.kind is Kind.QUOTE and isinstance(mention.value, Quotation) and mention.value.direct:
            claim = _claim(view, mention, mention.value)
            if claim:
                found.append(claim)
    return found


def _claim(view: View, mention: Mention, quote: Quotation) -> Claim | None:
    sentence = _sentence(view, quote.speaker or mention.span)
    if sentence is None:
        return None
    words = quote.words.of(view.text).strip(_MARKS).rstrip(",")
    claim = Claim("who", "quote", quote.speaker or mention.span, sentence.span, mention.rule)
    if quote.speaker is None:
        return replace(claim, gate="speaker_unknown")
    people = [m.span for m, _ in view.people(quote.speaker)]
    if len(people) != 1:
        return replace(claim, gate="speaker_unknown")
    gate = _unfit(words)
    return replace(claim, people=tuple(people), stem=(f"„{_single(words)}“",), gate=gate)


def _unfit(words: str) -> str | None:
    parts = re.findall(r"\w+", words)
    if len(parts) < _FEWEST:
        return "too_little"
    if len(parts) > _MOST:
        return "length"
    if "\n" in words:
        return "torn"
    return (
        "pointer" if any(part.lower() in _pointers() | {"er", "sie", "ihm", "ihn", "ihr"} - {"Sie"} for part in parts) else None
    )


def _single(words: str) -> str:
    """Quotation marks inside a quotation are single ones."""
    return re.sub(r"[„»]([^“«]*)[“«]", r"‚\1‘", words)


def _sentence(view: View, span: Span) -> Sentence | None:
    return next((s for s in view.document.sentences if s.span.overlaps(span)), None)
