"""How long something was that only its clause tells from others: "empfing ihn zu einem […] dauernden Gespräch"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.asking import Asker
from summitquiz.german.nouns import event_noun
from summitquiz.german.timeline import times_in
from summitquiz.german.verbs import bounds, happens
from summitquiz.model import Claim, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summitquiz.german.clauses import Clause
    from summitquiz.german.subjects import Subject
    from summitquiz.german.view import View
    from summitquiz.model import Sentence, Span, Token

RULE = "de.length.gap"
_ADJECTIVE = "de.duration.adjective"


def length_gaps(view: View, sentence: Sentence, clause: Clause, subject: Subject | None) -> Iterator[Claim]:
    """The length that an adjective gives what takes its time, which only a gap can ask: "zu einem [zweistündigen] Gespräch"."""
    if (happens(clause.lemma) or bounds(clause)) and not (view.people(clause.reach) or view.places(clause.reach)):
        return  # "Das zweitägige Treffen begann am Freitag": whose it was, nothing says
    for mention, value in times_in(view, clause, Kind.DURATION):
        noun = _noun_behind(clause, mention.span)
        if mention.rule != _ADJECTIVE or "X" in value.value or noun is None or not _takes_time(noun):
            continue
        bare = event_noun(noun.text) is not None  # "beim zweistündigen Treffen": only a headline tells which
        claim = Claim("how_long", "clause", mention.span, sentence.span, RULE, gap=mention.span, gapped=True, bare=bare)
        lasting = "dauernd" + mention.span.of(view.text).rpartition("ig")[2]  # "ein zweistündiges": "dauerndes"
        yield Asker(view, clause, subject).for_adverbial(claim, mention.span, "Welche Zeitspanne", behind=lasting)
        return


def _noun_behind(clause: Clause, length: Span) -> Token | None:
    """The noun of an attribute, with nothing but other adjectives between."""
    behind = [t for t in clause.tokens if t.span.start >= length.end]
    return next((t for t in behind if t.tag != "ADJA"), None)


def _takes_time(noun: Token) -> bool:
    """Whether a noun means what somebody does for some time: Gespräch, Debatte; no man's office, no child."""
    return event_noun(noun.text) is not None or noun.text.endswith(tuple(lexicon.load("lasting")["states"]))
