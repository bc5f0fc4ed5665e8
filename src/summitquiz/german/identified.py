"""Whether the words behind an event noun tell which event is meant: "das Treffen von A und B", "die Gespräche in Wien"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.german.adverbials import adverbial_at
from summitquiz.german.nouns import event_noun
from summitquiz.german.vagueness import Unfit
from summitquiz.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.view import View
    from summitquiz.model import Token

_OPENING = {"der", "des", "zwischen", "eines", "einer", "über", "zur", "zum", "für"}
_BEFORE_NAMES = {"von", "mit", "bei"}
_NEXT = 60  # characters behind a noun in which its complement begins


def told_behind(view: View, tokens: Sequence[Token], i: int) -> bool:
    """Whether a genitive, "zwischen", a name with its preposition or a place stands at `i`, right behind the noun."""
    if i < len(tokens) and (time := adverbial_at(view, tokens, i)):
        i = time.end  # "bei dem Gipfel am 16. Juni in Genf"
    if i >= len(tokens):
        return False
    token, reach = tokens[i], Span(tokens[i].span.end, tokens[i].span.end + _NEXT)
    if any(place.phrase.start == token.span.start for _, place in view.places(Span(token.span.start, reach.end))):
        return True
    word = token.text.lower()
    if word not in _BEFORE_NAMES:
        return token.tag == "NE" or word in _OPENING
    if i + 1 < len(tokens) and tokens[i + 1].tag == "PPER":
        return True  # "nach dem Gespräch mit ihm"
    return any(min(p.phrase.start, m.span.start) <= token.span.end + 1 for m, p in view.people(reach))


def refuse_own_talks(view: View, tokens: Sequence[Token], i: int) -> None:
    """Raise Unfit for "bei seinen Gesprächen": with whom, only the article tells."""
    found = event_noun(tokens[i + 1].text) if tokens[i].tag == "PPOSAT" and i + 1 < len(tokens) else None
    if found and found[0].sort in {"meeting", "talks"} and not told_behind(view, tokens, i + 2):
        raise Unfit("vague")
