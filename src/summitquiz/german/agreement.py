"""Verb forms: a plural verb in the singular for a question with wer ("sie trafen" → "Wer traf?"), and the present tense."""

from __future__ import annotations

from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from summitquiz.errors import FormError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.model import Token

_OPENING = {"um", "ohne", "anstatt", "statt"}
_THIRD, _PLURAL = 2, 5  # places in a table of persons: er/sie/es, and sie


def third_singular(verb: Token) -> str:
    """The third person singular of a finite plural verb, in the same tense; raises FormError for any other form."""
    found = _singular(verb.lemma.lower(), verb.text.lower())
    if found is None:
        raise FormError(f"{verb.text!r} is no plural form of {verb.lemma!r}")
    return found


def of_infinitive(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word at `i` stands in a clause without a subject of its own: "um [das] Treffen vorzubereiten"."""
    before = takewhile(lambda t: t.text != ",", reversed(tokens[:i]))
    return any(t.text.lower() in _OPENING for t in before)


def is_present(verb: Token) -> bool:
    """Whether a finite verb stands in the present and cannot be taken for another tense; False for a verb that is not known."""
    return _present(verb.lemma.lower(), verb.text.lower())


@cache
def _present(lemma: str, form: str) -> bool:
    import ablaut  # slow to load, and few articles need it

    try:
        table = ablaut.conjugate(lemma)
    except ValueError:
        return False
    return form in (table.present[_THIRD], table.present[_PLURAL]) and form not in table.preterite


@cache
def _singular(lemma: str, form: str) -> str | None:
    import ablaut  # slow to load, and few articles need it

    try:
        table = ablaut.conjugate(lemma)
    except ValueError:
        return None
    for tense in (table.present, table.preterite):
        if tense[_PLURAL] == form:
            return str(tense[_THIRD])
    return None
