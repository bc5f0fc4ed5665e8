"""The two countries of those who meet: "die Delegationen beider Länder", "zwischen den beiden Staaten"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.model import Case, Token

_CASES: dict[tuple[str, ...], Case] = {
    ("beider",): "gen",
    ("der", "beiden"): "gen",
    ("den", "beiden"): "dat",
    ("beiden",): "dat",
}
_COUNTRIES = {"gen": {"Länder", "Staaten", "Nationen"}, "dat": {"Ländern", "Staaten", "Nationen"}}


def both_countries(tokens: Sequence[Token], i: int) -> tuple[Case, int] | None:
    """The case of the words at `i` that mean two countries, and the index behind them; None where no such words stand there."""
    for words, case in _CASES.items():
        end = i + len(words)
        if tuple(t.text for t in tokens[i:end]) == words and end < len(tokens) and tokens[end].text in _COUNTRIES[case]:
            return case, end + 1
    return None
