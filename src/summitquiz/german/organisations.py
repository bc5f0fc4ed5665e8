"""Organisations in a document: unions, parties, agencies, media, ministries, and seats that speak for a government.

Data: words/organisations.yaml. Names of several words are looked up word by word, the longest first; compounds are known by
how they end (Außenministerium, Regierungspartei).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from summitquiz.german import lexicon
from summitquiz.model import Kind, Mention, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from summitquiz.model import Document, Token

_GROUPS = ("unions", "agencies", "media", "parties", "seats")
_QUOTES = frozenset("\"'„“”»«‚‘›‹")


def find_organisations(document: Document) -> list[Mention]:
    """All organisations of a document in text order: Kind.ORGANISATION with the dictionary name as value.

    A word known only by its ending (Außenministerium) is its own name, without a genitive -s.
    """
    return [mention for sentence in document.sentences for mention in _in_sentence(sentence.tokens)]


def organisation_words(row: tuple[Token, ...], index: int) -> int:
    """How many tokens from `index` on are the name of an organisation in the lexicon; 0 if none are."""
    found = _longest(row, index)
    return found[0] if found else 0


def organisation_name(words: str) -> str | None:
    """The dictionary name of an organisation in the lexicon, given in any of its forms; None for other words."""
    return _names().get(words)


def _in_sentence(row: tuple[Token, ...]) -> Iterator[Mention]:
    index = 0
    while index < len(row):
        found = _longest(row, index)
        size, name, rule = (*found, "de.organisation.name") if found else (1, _by_ending(row[index]), "de.organisation.ending")
        if name:
            yield Mention(Span(row[index].span.start, row[index + size - 1].span.end), Kind.ORGANISATION, name, rule)
        index += size


def _longest(row: tuple[Token, ...], index: int) -> tuple[int, str] | None:
    """The longest name in the lexicon that begins at `index`: how many tokens, and its dictionary form."""
    for size in range(min(_most_words(row[index].text), len(row) - index), 0, -1):
        words = " ".join(token.text for token in row[index : index + size])
        name = _names().get(words)
        if name and (size > 1 or not _is_word_too(row, index)):
            return size, name
    return None


def _is_word_too(row: tuple[Token, ...], index: int) -> bool:
    """Whether a one-word medium or party that is an ordinary word (Stern, Spiegel, Times), or a member's rank,
    stands there as that: Bundesrat Didier B."""
    text = row[index].text
    if text in _ranks() and index + 1 < len(row) and row[index + 1].tag == "NE":
        return True
    if text not in _ambiguous():
        return False
    return not (0 < index < len(row) - 1 and row[index - 1].text in _QUOTES and row[index + 1].text in _QUOTES)


def _by_ending(token: Token) -> str | None:
    """The name of a compound that ends as organisations do, None for other words."""
    text, lower = token.text, token.text.lower()
    if token.tag not in ("NN", "NE") or not text[:1].isupper():
        return None
    data = _data()
    if lower in data["not_endings"].split() or not lower.endswith(tuple(data["endings"].split())):
        return text if text in data["sole"].split() else None
    for ending in data["endings"].split():
        if lower.endswith(ending) and len(lower) >= len(ending) + 2:
            return _nominative(text)
    return text if text in data["sole"].split() else None


def _nominative(text: str) -> str:
    """The compound without a genitive ending: Außenministeriums → Außenministerium."""
    known = _data()["endings"].split()
    for cut in (2, 1):
        if text.endswith(("es", "s")[cut == 1]) and any(text[:-cut].lower().endswith(ending) for ending in known):
            return text[:-cut]
    return text


def _most_words(first: str) -> int:
    return _sizes().get(first, 0)


@cache
def _sizes() -> Mapping[str, int]:
    """First word of a name → the number of words of the longest name that begins with it."""
    sizes: dict[str, int] = {}
    for form in _names():
        words = form.split()
        sizes[words[0]] = max(sizes.get(words[0], 0), len(words))
    return sizes


@cache
def _names() -> Mapping[str, str]:
    """Every form, with genitives, → the dictionary name."""
    forms: dict[str, str] = {}
    for group in _GROUPS:
        for name, others in _data()[group].items():
            for form in (name, *others):
                forms.setdefault(form, name)
                if " " not in form and form[-1] not in "sxzß":
                    forms.setdefault(form + "s", name)
    return forms


@cache
def _ranks() -> frozenset[str]:
    words: str = _data()["ranks"]
    return frozenset(words.split())


@cache
def _ambiguous() -> frozenset[str]:
    words: str = _data()["ambiguous"]
    return frozenset(words.split())


@cache
def _data() -> Any:
    return lexicon.load("organisations")
