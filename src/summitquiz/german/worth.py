"""Whether a stem says enough to be asked, and not too much."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.countries import adjective_country
from summitquiz.german.vagueness import Unfit
from summitquiz.model import Slot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.model import Stem

_STAND_IN = {"person": "Vorname Name", "event": "Treffen Namen", "countries": "Land Land", "time": ""}  # how much a gap tells
_TORN = re.compile(
    r"\b(?:der|die|das|den|dem|und|oder), (?!d)| – |(?<!\[)…|, hieß es|(?<!\d),\w|, ?,"
    r"|\w (?:Der|Die|Das|Den(?! Haag)|Dem|Ein|Eine|Im|Am|Und|Doch) |\b(?:als|und|oder|wie|dass|ob)$|[^\d] und am \d"
)  # two sentences run together, or a piece of one
MOST_WORDS = 34  # a longer question is no longer read in one breath
_LEAST_TELLING = 2  # names, nouns and figures that a question must hold to ask for anything
_OPEN_END = re.compile(r", (?:sei|seien|habe|hätten|werde|würden|wolle|solle|könne|müsse)$")  # "…, sei[, sagte er, …]"
_ALONE = [["hat"], ["haben"], ["hatte"], ["hatten"]]  # all that is left of "hatte X, der im Amt ist, Berlin besucht"


def is_thin(stem: Stem, dated: bool = False) -> bool:
    """Whether a stem says too little to be asked by itself. `dated`: a day counts as a noun."""
    named = [w for w in _words(stem)[1:] if w[:1].isupper() or adjective_country(w)]
    telling = [w for w in named if w not in lexicon.load("calendar")["months"]]
    return len(telling) + dated < _LEAST_TELLING


def length(stem: Stem) -> int:
    """How many words a stem has, its gaps filled."""
    return len(_words(stem))


def names_something(stem: Stem) -> bool:
    """Whether a stem has a noun or name of its own beside those of its gaps."""
    own = " ".join(part for part in stem if isinstance(part, str))
    return any(word[:1].isupper() for word in own.split())


def refuse_torn(stem: Stem) -> None:
    """Raise Unfit for a stem that is too long or torn."""
    if length(stem) > MOST_WORDS:
        raise Unfit("length")
    own = "".join(part for part in stem if isinstance(part, str)).split()
    cut = own in _ALONE or bool(_OPEN_END.search(" ".join(own))) or _torn_quote(own)
    if cut or any(not isinstance(part, Slot) and _TORN.search(part) for part in stem):
        raise Unfit("torn")


def _torn_quote(own: Sequence[str]) -> bool:
    """Whether quotation marks are open, or only a verb stands before the first comma: "hat, dem Jahr, in dem …"."""
    text = " ".join(own)
    return text.count("„") != text.count("“") + text.count("”") or bool(own and own[0].endswith(","))


def _words(stem: Stem) -> list[str]:
    return " ".join(part if isinstance(part, str) else _STAND_IN[part.what] for part in stem).split()


def merged(parts: Sequence[str | Slot]) -> Stem:
    """A stem of these parts, words side by side made one."""
    found: list[str | Slot] = []
    for part in parts:
        if isinstance(part, str) and found and isinstance(found[-1], str):
            found[-1] += part
        else:
            found.append(part)
    return tuple(found)
