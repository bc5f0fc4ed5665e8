"""Who takes part in an event: the persons named with it, and whom "die beiden" or "das Telefonat" leave to be known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.knowledge.happening import FAMILY
from summitquiz.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.knowledge.persons import People, Profile
    from summitquiz.model import Document, EventMention

_TWO = 2
_OPENING, _LONGEST = 4, 7  # sentences: headline and lead name the main event, and the lead's whole paragraph


def opening_end(document: Document) -> int:
    """Where headline and lead end: behind the first sentences, and what else stands in their paragraph; 0 without text."""
    first = document.sentences[:_OPENING]
    lead = [s for s in document.sentences[:_LONGEST] if s in first or s.paragraph == first[-1].paragraph]
    return lead[-1].span.end if lead else 0


class Participants:
    """Finds the participants of event mentions among the persons of a deck."""

    def __init__(self, people: People) -> None:
        self._people = people

    def taking_part(self, document: Document, mention: EventMention, principals: list[Profile]) -> list[Profile]:
        """The participants that a mention names or means; `principals` are the two who meet. Empty where one is not known."""
        article = document.article.id
        named = [p for span in mention.people if (p := self._people.at(article, span))]
        if len(named) < len(mention.people):
            return []  # somebody takes part whom we cannot name
        if mention.both and not named:
            return self._couple(document, mention, principals)
        if mention.sort == "call" and mention.definite and not (named or mention.plural or mention.more):
            return principals or self._two_before(document, mention.sentence)  # "Das Telefonat": of whom the article is about
        if mention.name and len(named) == 1 and "mit " in document.article.text[mention.span.end : mention.people[0].start]:
            return []  # "eine Konferenz mit Minister X" is not his
        return named

    def named_before(self, document: Document, sentence: Span) -> list[Profile]:
        """The persons of the sentence right before."""
        before = [s.span for s in document.sentences if s.span.end <= sentence.start][-1:]
        return [p for span in before for p in self._people.within(document.article.id, span)]

    def _two_before(self, document: Document, sentence: Span) -> list[Profile]:
        """The two of the sentence right before, where headline or lead name them as well."""
        two, article = self.named_before(document, sentence), document.article.id
        opening = Span(0, opening_end(document))
        named = self._people.within(article, opening)
        return two if len(two) == _TWO and all(person in named for person in two) else []

    def _couple(self, document: Document, mention: EventMention, principals: list[Profile]) -> list[Profile]:
        """Whom "die beiden" means: the two of the sentence, or of the last one before it that has two, or those who meet."""
        article = document.article.id
        here = self._people.within(article, mention.sentence)
        if len(here) == _TWO:
            return here
        before = [s.span for s in document.sentences if s.span.end <= mention.sentence.start]
        earlier = (self._people.within(article, span) for span in reversed(before))
        found = next((two for two in earlier if len(two) == _TWO), principals)
        return found if all(p in found for p in here) else []

    def principals(self, article: str, mentions: Sequence[EventMention]) -> tuple[list[Profile], int]:
        """The two persons of the article's first meeting of two, whom "beide" means from there on, and where that is told."""
        for mention in mentions:
            named = [p for p in (self._people.at(article, span) for span in mention.people) if p]
            if len(named) == _TWO and FAMILY.get(mention.sort, mention.sort) in {"meeting", "call"}:
                return named, mention.sentence.start
        return [], 0
