"""The part that somebody has in an event, as a noun: "Gastgeber des Gipfels, Präsident X", "X als Vermittler".

Words: words/parts.yaml.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.model import Claim, Span, Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summitquiz.german.view import View
    from summitquiz.model import EventMention, Mention, Sentence

_ENDINGS = ("", "s", "n", "en")  # of a role's noun in the singular: des Gastgebers, dem Schirmherrn
_SEVERAL = frozenset(
    "die den sein seine seinem ihr ihre ihrem alle beide beiden kein keine neue neuer ein eine".split()
)  # before the noun: of several, or of another


def find_parts(view: View, events: Sequence[EventMention]) -> list[Claim]:
    """Who is called host, mediator or the like, in text order: claims of the pattern "part", their question word the noun.

    `event` is the event named in the genitive behind the noun; None where none is named, and the article's own is meant.
    """
    found: list[Claim] = []
    for sentence, zones in view.prose():
        tokens = [t for t in sentence.tokens if not any(z.overlaps(t.span) for z in zones)]
        inside = [e for e in events if e.sentence == sentence.span]
        found.extend(_claims(view, sentence, tokens, inside))
    return found


def _claims(view: View, sentence: Sentence, tokens: Sequence[Token], events: Sequence[EventMention]) -> Iterator[Claim]:
    for i, token in enumerate(tokens):
        part = _parts().get(token.text)
        if part is None or (i and tokens[i - 1].text.lower() in _SEVERAL):
            continue
        event = next((e for e in events if _starts(tokens, i + 1, e)), None)
        end = next((k for k in range(i + 1, len(tokens)) if event and tokens[k].span.start >= event.phrase.end), i + 1)
        person = _person_behind(view, tokens, end) or _person_before(view, tokens, i)
        if person:
            yield Claim(
                "who", "part", person.span, sentence.span, "de.part.noun",
                people=(person.span,), event=event.span if event else None, question_word=part,
            )  # fmt: skip


def _starts(tokens: Sequence[Token], i: int, event: EventMention) -> bool:
    """Whether the event's phrase stands at `i`, in the genitive: "des Gipfels in Biarritz", "der Konferenz"."""
    return i < len(tokens) and tokens[i].text in {"des", "der"} and event.phrase.start == tokens[i].span.start


def _person_behind(view: View, tokens: Sequence[Token], i: int) -> Mention | None:
    """The person who follows at once, or behind a comma."""
    i += i < len(tokens) and tokens[i].text == ","
    if i >= len(tokens):
        return None
    reach = Span(tokens[i].span.start, tokens[-1].span.end)
    return next((m for m, p in view.people(reach) if p.name and reach.start in (m.span.start, p.phrase.start)), None)


def _person_before(view: View, tokens: Sequence[Token], i: int) -> Mention | None:
    """The person of "X als Gastgeber"."""
    if i < 2 or tokens[i - 1].text != "als":
        return None
    end = tokens[i - 2].span.end
    return next((m for m, p in view.people(Span(tokens[0].span.start, end)) if p.name and m.span.end == end), None)


@cache
def _parts() -> Mapping[str, str]:
    """Every form of the nouns → the noun in the nominative."""
    return {form + end: form for row in lexicon.load("parts")["parts"] for form in row.values() for end in _ENDINGS}
