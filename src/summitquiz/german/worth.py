"""Whether a stem says enough to be asked, and not too much."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.countries import adjective_country
from summitquiz.german.vagueness import Unfit
from summitquiz.model import Slot

if TYPE_CHECKING:
    from summitquiz.model import Stem

_STAND_IN = {"person": "Vorname Name", "event": "Treffen Namen", "time": ""}  # how much a gap tells
_TORN = re.compile(
    r"\b(?:der|die|das|den|dem|und|oder), (?!d)| – |…|, hieß es|(?<!\d),\w"
    r"|\w (?:Der|Die|Das|Den(?! Haag)|Dem|Ein|Eine|Im|Am|Und|Doch) |\b(?:als|und|oder|wie|dass|ob)$|[^\d] und am \d"
)  # two sentences run together, or a piece of one
MOST_WORDS = 34  # a longer question is no longer read in one breath
_LEAST_TELLING = 2  # names, nouns and figures that a question must hold to ask for anything
_ALONE = [["hat"], ["haben"], ["hatte"], ["hatten"]]  # all that is left of "hatte X, der im Amt ist, Berlin besucht"


def worth_asking(stem: Stem, dated: bool = False) -> None:
    """Raise Unfit for a stem that is too long, says too little, or is torn. `dated`: a day counts as a noun."""
    words = " ".join(part if isinstance(part, str) else _STAND_IN[part.what] for part in stem).split()
    named = [w for w in words[1:] if w[:1].isupper() or adjective_country(w)]
    telling = [w for w in named if w not in lexicon.load("calendar")["months"]]
    if len(words) > MOST_WORDS:
        raise Unfit("length")
    if len(telling) + dated < _LEAST_TELLING:
        raise Unfit("too_little")
    own = "".join(part for part in stem if isinstance(part, str)).split()
    if own in _ALONE or any(not isinstance(part, Slot) and _TORN.search(part) for part in stem):
        raise Unfit("torn")
