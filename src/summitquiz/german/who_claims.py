"""Who: the question that a main clause answers about its subject, and whether others must have done so too."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from summitquiz.german.asking import Asker
from summitquiz.german.nouns import EventNoun, event_noun
from summitquiz.german.verbs import arrives, meets, moves, takes_a_stand
from summitquiz.model import Claim, Kind

if TYPE_CHECKING:
    from summitquiz.german.clauses import Clause
    from summitquiz.german.subjects import Subject
    from summitquiz.german.view import View
    from summitquiz.model import Sentence

_GUEST = {"Gast", "Station"}
_COLLEAGUES = frozenset("Kollegen Kolleginnen Amtskollegen Amtskolleginnen Ressortkollegen".split())


def who(view: View, sentence: Sentence, clause: Clause, subject: Subject) -> Claim:
    """The question that asks for a clause's subject."""
    rule = f"de.{'aside' if clause.aside else 'clause'}.{'group' if subject.group else 'subject'}"
    people = tuple(m.span for m in subject.people)
    bare = (moves(clause) or arrives(clause.lemma) or is_guest(clause)) and only_where_and_when(view, clause, subject)
    common = takes_a_stand(clause)
    claim = Claim(
        "who", "clause", subject.span, sentence.span, rule, people=people, group=subject.group, bare=bare, common=common
    )
    asked = Asker(view, clause, subject).for_subject(claim, subject)
    if subject.group or not _among_many(clause):
        return asked
    if not subject.plural:
        return replace(asked, also=True)
    named = any(event.named for event in _events_in(clause))  # at a G7 summit there were more than three
    return replace(asked, gate=asked.gate or "one_of_several") if named else asked


def _among_many(clause: Clause) -> bool:
    """Whether others must have done so too: who took part in something, or went to a conference."""
    if any(t.tag == "PTKNEG" for t in clause.field):
        return False
    if any(t.text.lower() in {"zuletzt", "letztmals"} for t in clause.tokens):
        return True  # "war zuletzt 2009 im Vatikan": before and after him, others were
    several = any(t.text in _COLLEAGUES and left.tag in {"APPR", "PIAT", "CARD"} for left, t in pairwise(clause.field))
    if clause.lemma in {"teilnehmen", "beiwohnen"} or (several and meets(clause)):
        return True  # "beriet mit Kollegen aus der EU"
    sorts = {"meeting", "session"} if arrives(clause.lemma) else set()  # "ist zum Treffen der Anrainerstaaten eingetroffen"
    return (moves(clause) or bool(sorts)) and any(event.named or event.sort in sorts for event in _events_in(clause))


def _events_in(clause: Clause) -> list[EventNoun]:
    return [found[0] for t in (*clause.front, *clause.field) if t.tag == "NN" and (found := event_noun(t.text))]


def is_guest(clause: Clause) -> bool:
    """Whether the clause only says that somebody was somewhere: "war zu Gast", "machte Station"."""
    return any(t.text in _GUEST for t in clause.field)


def only_where_and_when(view: View, clause: Clause, subject: Subject) -> bool:
    """Whether nothing but place and time stands in a clause beside its subject and verb."""
    reach = clause.reach
    known = [subject.span, *(m.span for m, _ in view.places(reach)), *(m.span for m, _ in view.times(Kind.TIME, reach))]
    nouns = [t for t in clause.tokens if t.tag in {"NN", "NE"} and t.text not in _GUEST]
    return all(any(span.overlaps(t.span) for span in known) for t in nouns)
