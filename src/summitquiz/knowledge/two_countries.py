"""Which two countries an article means by "beide Länder"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summitquiz.knowledge.stopped import Stopped
from summitquiz.model import Kind, Place

if TYPE_CHECKING:
    from summitquiz.knowledge.scene import Scene
    from summitquiz.model import Case, Document

_TWO = 2
_OF_BOTH = re.compile(r"\b(?:beider|der beiden) (?:Länder|Staaten|Nationen)\b")


def two_countries(scene: Scene, document: Document, case: Case) -> str:
    """The two in words, "Nordkoreas und Russlands": those of the two who meet, or the two that headline or lead name.

    Raises Stopped where nobody is sure to have two.
    """
    two = scene.events.principals(document.article.id)
    held = [p.office.country if p.office else scene.phrasing.country_of(p.name) for p in two]
    codes = {code for code in held if code}
    if len(codes) < _TWO or None in held:
        codes = _named(document)
    if len(codes) != _TWO:
        raise Stopped("pointer")
    order = [code for code in (*held, *sorted(codes)) if code in codes]
    return scene.phrasing.countries(list(dict.fromkeys(code for code in order if code)), case)


def named_in(scene: Scene, document: Document, words: str) -> str:
    """Words with the countries that "beider Länder" in them means. Raises Stopped where those are not known."""
    return _OF_BOTH.sub(lambda _: two_countries(scene, document, "gen"), words)


def _named(document: Document) -> set[str]:
    """The countries that the first lines name: the headline's, or those of the first sentence where that names any."""
    for sentence in document.sentences[:_TWO]:
        places = [m.value for m in document.mentions if m.kind is Kind.PLACE and sentence.span.covers(m.span)]
        found = {p.country for p in places if isinstance(p, Place) and p.kind == "country" and p.country}
        if found:
            return found
    return set()
