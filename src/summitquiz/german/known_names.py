"""The names that an article gives in full, and what they tell about a surname that stands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.german import names
from summitquiz.german.offices import read_office

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summitquiz.german.chains import Chain

_APOSTROPHES = ("'", "’")


class Known:
    """The surnames of an article's sure names; a surname is everything behind the first names, or its last word."""

    def __init__(self, full: Iterable[Chain]) -> None:
        self._surnames: set[str] = set()
        self._full: set[str] = set()
        self._plain: set[str] = set()  # names in -s that no noun stands beside: no genitives
        for chain in full:
            name = self.nominative(chain)[0].split(" ")
            self._full.add(" ".join(name))
            self._surnames.update(_surnames(tuple(name)))
            if name[-1] == chain.words[-1] and name[-1].endswith("s"):
                self._plain.add(name[-1])

    def knows(self, words: tuple[str, ...]) -> bool:
        """Whether a chain is one of the surnames, or its genitive."""
        text = " ".join(words)
        return text in self._surnames or self._base(text) in self._surnames

    def nominative(self, chain: Chain) -> tuple[str, bool]:
        """The name without its genitive ending, and whether it had one."""
        text = " ".join(chain.words)
        if names.is_royal(chain.words[-1]) and chain.last > chain.first:
            return text if text.endswith(".") else f"{text}.", False
        row, after = chain.tokens, chain.last + 1
        if text.endswith(_APOSTROPHES):
            return text[:-1], True
        if (
            after < len(row)
            and row[after].text in _APOSTROPHES
            and text[-1] in "szxß"
            and row[after].span.start == chain.span.end
        ):
            return text, True
        last = chain.words[-1]
        if " " in text and text.endswith("s") and text[:-1] in self._full:
            return text[:-1], True
        if not last.endswith("s") or len(last) < 4:
            return text, False
        return (text[:-1], True) if self._is_genitive(chain, last) else (text, False)

    def _is_genitive(self, chain: Chain, last: str) -> bool:
        base = last[:-1]
        if base in self._surnames and last not in self._plain:
            return True
        if last in names.famous() and base not in names.famous():
            return False
        if chain.last > chain.first and chain.before and read_office(chain.before.text) and not _before_noun(chain):
            return base in names.famous()  # der Maler Emil Jonas: the name stands in apposition
        if not (_before_noun(chain) or _behind_noun(chain)):
            return False
        listed, plain = _is_listed(base), _is_listed(last)
        return listed if listed != plain else not last.endswith(("ss", "es", "is", "us", "as", "os"))

    def _base(self, text: str) -> str:
        return text.rstrip("'’").removesuffix("s")


def _surnames(words: tuple[str, ...]) -> Iterable[str]:
    """What may stand for a name: its last word, its surname with particles, the family name that East Asia puts first."""
    while len(words) > 1 and (names.is_royal(words[-1]) or words[-1] in names.words("titles", "suffixes")):
        words = words[:-1]
    yield words[-1]
    for index in range(1, len(words)):
        if words[index] in names.words("titles", "particles"):
            yield " ".join(words[index:])
            break
    if len(words) > 2 or (words[-1][:1].isupper() and "-" in words[-1]):
        if words[0] in names.words("titles", "family_first"):
            yield words[0]
    elif words[0] in names.words("titles", "family_first"):
        yield words[0]


def _is_listed(word: str) -> bool:
    bare = word.partition("-")[2] if word[0].islower() else word  # as-Sadat
    return bare in names.surnames() or names.is_first(bare)


def _behind_noun(chain: Chain) -> bool:
    """Whether a noun with an article stands right before, and no office or occupation: die Ermordung Sadats."""
    before = chain.before
    if before is None or before.tag != "NN" or read_office(before.text):
        return before is not None and read_office(before.text) is not None and _has_article(chain)
    return True


def _has_article(chain: Chain) -> bool:
    """Whether an article stands within three tokens before the word that precedes the chain: [der] neue Sprecher Putins."""
    window = chain.tokens[max(0, chain.first - 4) : chain.first - 1]
    return any(token.tag in ("ART", "PPOSAT", "APPRART") for token in window)


def _before_noun(chain: Chain) -> bool:
    """Whether a noun follows, with or without adjectives: Putins neuer Sprecher."""
    for token in chain.tokens[chain.last + 1 : chain.last + 4]:
        if token.tag in ("NN", "NE"):
            return True
        if token.tag not in ("ADJA", "CARD"):
            return False
    return False
