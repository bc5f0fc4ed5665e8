"""What somebody says behind a colon without quotation marks: "X am Donnerstag: So geht es nicht. Y verwechselt …"."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from summitquiz.german.segments import FINITE

if TYPE_CHECKING:
    from summitquiz.german.view import View
    from summitquiz.model import Sentence

_MARKS = set('„“”"»«‚‘’›‹')
_LONGEST = 12  # words before the colon: "Vizekanzler Karl Meier am Donnerstag in Wien:"


def is_spoken(view: View, sentence: Sentence) -> bool:
    """Whether a sentence is, or may go on with, what a person named before a colon without a verb says in no marks."""
    _, before = view.document.with_before(sentence.span)
    return _names_speaker(view, sentence) or (before is not None and _names_speaker(view, before))


def _names_speaker(view: View, sentence: Sentence) -> bool:
    head = list(takewhile(lambda t: t.text != ":", sentence.tokens))
    behind = sentence.tokens[len(head) + 1 :]
    if not head or len(head) > _LONGEST or not behind or any(t.tag in FINITE for t in head):
        return False
    told = any(t.tag in FINITE for t in behind) and behind[0].text not in _MARKS
    return told and any(m.span.start <= head[-1].span.start for m, _ in view.people(sentence.span))
