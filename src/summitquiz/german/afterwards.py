"""Words that place an act after another one that only the article tells: "Stunden später", "kurz danach", "im Anschluss"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.model import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.view import View
    from summitquiz.model import Token

_AFTERWARDS = {"später", "zuvor", "danach", "darauf", "davor"}
_SOON = {"wenig", "kurz", "bald", "unmittelbar", "gleich", "lange", "tags"}
_FOLLOWING = (["im", "Anschluss"], ["in", "der", "Folge"], ["in", "weiterer", "Folge"])
_COMPLEMENTS = {"an", "daran", "von", "des", "der", "eines", "einer"}
_REACH = 60  # characters before a word in which the length of time that ends with it begins


def behind_later(view: View, tokens: Sequence[Token], i: int) -> int | None:
    """The index behind such words at `i`; None without any, or where they say after what: "im Anschluss an das Treffen"."""
    follows = tokens[i + 1].text.lower() if i + 1 < len(tokens) else ""
    if follows in _AFTERWARDS and (_ends_length(view, tokens[i]) or tokens[i].text.lower() in _SOON):
        return i + 2
    for words in _FOLLOWING:
        end = i + len(words)
        said = [tokens[i].text.lower(), *(t.text for t in tokens[i + 1 : end])]
        if said == words and not (end < len(tokens) and tokens[end].text in _COMPLEMENTS):
            return end
    return None


def _ends_length(view: View, token: Token) -> bool:
    """Whether a length of time ends with the word: "zwei Stunden"."""
    reach = Span(max(0, token.span.start - _REACH), token.span.end)
    return any(m.span.end == token.span.end for m, _ in view.times(Kind.DURATION, reach))
