"""Names that stand side by side though they are of two persons."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summitquiz.german import names
from summitquiz.german.chains import Chain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.appositions import Named
    from summitquiz.german.known_names import Known

_TWO = 2  # first name and surname


def parted(sure: Sequence[Named]) -> tuple[list[Named], list[Chain]]:
    """The names without another's surname behind them, and those surnames: "Erwin Pröll [Mitterlehner]"."""
    kept: list[Named] = []
    behind: list[Chain] = []
    for named in sure:
        chain = named.chain
        firsts = {n.chain.words[0] for n in sure if len(n.chain.words) > 1 and n.chain.words[-1] == chain.words[-1]}
        anothers = len(chain.words) > _TWO and chain.words[-2] in names.famous() and bool(firsts - {chain.words[0]})
        if anothers and named.end == chain.last and chain.words[-1][0].isupper():  # not "Ahmad Nasser al-Sabah"
            behind.append(Chain(chain.tokens, chain.last, chain.last))
            kept.append(replace(named, chain=Chain(chain.tokens, chain.first, chain.last - 1), end=chain.last - 1))
        else:
            kept.append(named)
    return kept, behind


def split(chain: Chain, known: Known) -> list[Chain]:
    """A chain, or its words apart when each is another person's surname: später holte [Niessl] [Doskozil] zurück."""
    if chain.last == chain.first or known.knows(chain.words) or not all(known.knows((word,)) for word in chain.words):
        return [chain]
    return [Chain(chain.tokens, index, index) for index in range(chain.first, chain.last + 1)]
