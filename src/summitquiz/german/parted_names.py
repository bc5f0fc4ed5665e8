"""Names that stand side by side though they are of two persons."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summitquiz.german import names
from summitquiz.german.chains import Chain

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from summitquiz.german.appositions import Named
    from summitquiz.german.known_names import Known

_TWO = 2  # first name and surname


def parted(sure: Sequence[Named]) -> tuple[list[Named], list[Chain]]:
    """The names without another's behind them, and those: "Erwin Pröll [Mitterlehner]", "traf Angela Merkel [Xi Jinping]"."""
    kept: list[Named] = []
    behind: list[Chain] = []
    pairs = {named.chain.words for named in sure if len(named.chain.words) == _TWO}
    for named in sure:
        chain = named.chain
        other = _full_name_behind(chain, pairs) or _surname_behind(named, sure)
        kept.append(named if other is None else _without(named, other))
        behind += [other] if other else []
    return kept, behind


def _without(named: Named, other: Chain) -> Named:
    last = other.first - 1
    return replace(named, chain=Chain(named.chain.tokens, named.chain.first, last), end=last)


def _surname_behind(named: Named, sure: Sequence[Named]) -> Chain | None:
    """The last word of a name, where others bear it and the word before it is a famous surname."""
    chain = named.chain
    firsts = {n.chain.words[0] for n in sure if len(n.chain.words) > 1 and n.chain.words[-1] == chain.words[-1]}
    anothers = len(chain.words) > _TWO and chain.words[-2] in names.famous() and bool(firsts - {chain.words[0]})
    fits = anothers and named.end == chain.last and chain.words[-1][0].isupper()  # not "Ahmad Nasser al-Sabah"
    return Chain(chain.tokens, chain.last, chain.last) if fits else None


def _full_name_behind(chain: Chain, pairs: Collection[tuple[str, ...]]) -> Chain | None:
    """A name known from elsewhere that begins with the last word, or what follows the first two words that stand alone
    elsewhere, where it begins as names do."""
    behind = chain.after.text if chain.after is not None else ""
    if len(chain.words) > _TWO and (chain.words[-1], behind) in pairs:
        return Chain(chain.tokens, chain.last, chain.last + 1)
    if len(chain.words) <= _TWO or chain.words[:_TWO] not in pairs:
        return None
    word = chain.words[_TWO]
    begins = names.is_first(word) or word in names.words("titles", "family_first")
    if not begins or names.is_royal(word) or word in names.words("titles", "suffixes"):
        return None
    first, last = chain.first + _TWO, chain.last
    if first == last and last + 1 < len(chain.tokens) and chain.tokens[last + 1].tag == "NE":
        last += 1  # "Angela Merkel Xi" was too long already
    return Chain(chain.tokens, first, last)


def split(chain: Chain, known: Known) -> list[Chain]:
    """A chain, or its words apart when each is another person's surname: später holte [Niessl] [Doskozil] zurück."""
    if chain.last == chain.first or known.knows(chain.words) or not all(known.knows((word,)) for word in chain.words):
        return [chain]
    return [Chain(chain.tokens, index, index) for index in range(chain.first, chain.last + 1)]
