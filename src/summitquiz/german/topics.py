"""What talks are about, as their noun phrase says it: "über das iranische Atomprogramm", "zur Lage in Syrien"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.german.countries import adjective_country

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.model import Token

ABOUT = {"über", "zu", "zum", "zur", "wegen"}
_OF = {"der", "des", "von", "vom"}
_WITH = {"in", "im", "mit", "zwischen", "für", "gegen"}
_LONG = 12  # letters of a compound that says enough alone: Finanzrahmen
_POINTING = {"PPOSAT", "PDAT", "PIAT"}


def topic(tokens: Sequence[Token], start: int) -> str:
    """The topic that opens at an index, with its preposition; "" where none does, or one that only the article explains.

    A name, a country's adjective or a long compound must tell it from others.
    """
    if start >= len(tokens) or tokens[start].text.lower() not in ABOUT:
        return ""
    end = _phrase(tokens, start + 1)
    if end is None:
        return ""
    if end < len(tokens) and tokens[end].text.lower() in _OF:
        end = _phrase(tokens, end if tokens[end].tag == "ART" else end + 1) or end
    if not _tells(tokens[start:end]) and end + 1 < len(tokens) and tokens[end].text.lower() in _WITH:
        end = end + 2 if tokens[end + 1].tag == "NE" else end
    return " ".join(t.text for t in tokens[start:end]) if _tells(tokens[start:end]) else ""


def _phrase(tokens: Sequence[Token], i: int) -> int | None:
    """Index behind the noun phrase that opens at `i`; None where none does."""
    while i < len(tokens) and tokens[i].tag in {"ART", "ADJA", "CARD"}:
        i += 1
    if i >= len(tokens) or tokens[i].tag not in {"NN", "NE"}:
        return None
    return next((k for k in range(i + 1, len(tokens)) if tokens[k].tag != "NE"), len(tokens))


def _tells(words: Sequence[Token]) -> bool:
    named = any(t.tag == "NE" or (t.tag == "ADJA" and adjective_country(t.text)) for t in words)
    any_such = any(
        t.tag == "ART" and t.text.lower().startswith("ein") for t in words
    )  # "über ein Freihandelsabkommen": of many
    return named or (not any_such and any(t.tag == "NN" and ("-" in t.text or len(t.text) >= _LONG) for t in words))
