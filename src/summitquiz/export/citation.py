"""What stands under an answer: the sentence with the answer's words marked, and where it was printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summitquiz.model import Card, Deck, Evidence, PartialDate, Source

MONTHS = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A piece of evidence ready to be set: `before + words + after` is the sentence, `words` are to be marked.

    `words` is empty when the sentence does not hold the evidence's words. `title` is the article's, or its id when it has
    none; `details` are publisher and date, as far as known; `url` is a web address or None.
    """

    before: str
    words: str
    after: str
    title: str
    details: str
    url: str | None


def citations(card: Card, deck: Deck) -> tuple[Citation, ...]:
    """The card's evidence, each with its source; a sentence that several evidences of one article share comes once."""
    sources = {source.id: source for source in deck.sources}
    firsts: dict[tuple[str, str], Evidence] = {}
    for evidence in card.evidence:
        firsts.setdefault((evidence.article, evidence.sentence), evidence)
    return tuple(_cite(evidence, sources.get(evidence.article)) for evidence in firsts.values())


def german_date(date: PartialDate) -> str:
    """A date as German prints it: 25. April 2019, April 2019 or 2019."""
    day = f"{date.day}. " if date.day else ""
    month = f"{MONTHS[date.month - 1]} " if date.month else ""
    return f"{day}{month}{date.year}"


def _cite(evidence: Evidence, source: Source | None) -> Citation:
    before, words, after = marked(evidence)
    if source is None:
        return Citation(before, words, after, evidence.article, "", None)
    parts = [source.publisher, german_date(source.published) if source.published else None]
    details = ", ".join(part for part in parts if part)
    return Citation(before, words, after, source.title or source.id, details, _web_address(source.url))


def marked(evidence: Evidence) -> tuple[str, str, str]:
    """Cut the sentence around the evidence's words: at their place, else where they stand as whole words, else anywhere."""
    sentence, words = evidence.sentence, evidence.text
    if not words:
        return sentence, "", ""
    start = evidence.span.start - evidence.sentence_start if evidence.sentence_start is not None else -1
    if start < 0 or sentence[start : start + len(words)] != words:
        whole = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", sentence)
        start = whole.start() if whole else sentence.find(words)
    if start < 0:
        return sentence, "", ""
    end = start + len(words)
    return sentence[:start], sentence[start:end], sentence[end:]


def _web_address(url: str | None) -> str | None:
    """The address if a reader may safely be sent there."""
    return url if url and url.lower().startswith(("http://", "https://")) else None
