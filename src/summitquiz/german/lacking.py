"""What a clause lacks, so that nobody can be asked by it: its doer, a goal, what was asked for, to whom something was given."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.attachment import token_before
from summitquiz.german.segments import FINITE
from summitquiz.german.timeline import times_in

if TYPE_CHECKING:
    from summitquiz.german.clauses import Clause
    from summitquiz.german.subjects import Subject
    from summitquiz.german.view import View
    from summitquiz.model import Span

_DATIVES = frozenset("der dem den einem einer diesem dieser".split())
_GOALS = frozenset("zu zum zur nach in im ins auf an ans vor bei um ums unter hinzu".split())  # whither one comes, or to what


def names_nobody(clause: Clause) -> bool:
    """Whether man or es is the subject; not the es that means nothing ("es gibt", "es ist wichtig, dass …")."""
    first = (*clause.front[:1], *clause.field[:2])
    if any(t.text.lower() == "man" for t in first):
        return True
    if clause.lemma == "gehen" and not any(t.text.lower() in {"um", "darum"} for t in (*clause.front, *clause.field)):
        return any(t.text == "es" for t in (*clause.front[:1], *clause.field))  # "Danach ging es rasch"
    es = [t.text.lower() for t in clause.front] == ["es"] or any(t.text == "es" for t in clause.field[:1])
    return es and not clause.announces and clause.lemma not in lexicon.load("event_verbs")["impersonal"]


def lacks_something(view: View, clause: Clause) -> bool:
    """Whether what a clause is nothing without stands elsewhere: more than what, in what, to do what, whereto or when; or it is
    torn from the second name of its subject.
    """
    return (
        _parted(clause)
        or _urges_to_nothing(clause)
        or _compares(clause)
        or _took_part_in_nothing(clause)
        or _came_nowhere(view, clause)
        or _joined_nothing(clause)
        or _then(view, clause)
        or _tries_without_to(clause)
    )


def _tries_without_to(clause: Clause) -> bool:
    """Whether the article lost the "zu" of what somebody tried: "hat versucht, in Verhandlungen vermitteln"."""
    tags = {t.tag for t in clause.tail}
    return clause.lemma == "versuchen" and "VVINF" in tags and not tags & {"PTKZU", "VVIZU", *FINITE}


def _then(view: View, clause: Clause) -> bool:
    """Whether it tells of another time that only the words around it say: "weil der damalige Präsident in die USA reiste"."""
    once = any(t.text.lower().startswith("damalig") for t in (*clause.front, *clause.field))
    return once and not times_in(view, clause)


def _parted(clause: Clause) -> bool:
    """Whether a participle stands in front, and behind a second name of the subject: "Empfangen wurde der Emir, L. Sanusi"."""
    return [t.tag for t in clause.front] == ["VVPP"] and bool(clause.tail) and not any(t.tag in FINITE for t in clause.tail)


def _urges_to_nothing(clause: Clause) -> bool:
    """Whether somebody is asked to do what stands elsewhere: "bat ihn"."""
    told = clause.tail or any(t.tag in {"APPR", "APPRART", "PROAV", "PTKZU"} for t in clause.field)
    return clause.lemma in lexicon.load("event_verbs")["urging"] and not told


def _took_part_in_nothing(clause: Clause) -> bool:
    """Whether somebody takes part, and in what stands elsewhere: "Auf deutscher Seite nahm X teil"."""
    words = {t.text.lower() for t in (*clause.front, *clause.field)}
    return clause.lemma == "teilnehmen" and not words & {"am", "an", "daran", "woran"}


def _joined_nothing(clause: Clause) -> bool:
    """Whether somebody joins what only the text before names: "Indien trat 2017 bei"."""
    given = any(t.text.lower() in _DATIVES or t.tag == "PPER" for t in (*clause.front, *clause.field))
    joined = clause.lemma == "treten" and clause.field[-1:] != () and clause.field[-1].text == "bei"
    return (joined or clause.lemma == "beitreten") and not given


def _compares(clause: Clause) -> bool:
    """Whether a comparative opens the clause: "Länger hatte nur der Gipfel von Nizza gedauert"."""
    return bool(clause.front) and clause.front[0].text in {"Länger", "Mehr", "Weniger", "Häufiger", "Öfter", "Höher", "Größer"}


def _came_nowhere(view: View, clause: Clause) -> bool:
    """Whether somebody arrives, and where stands elsewhere: "war schon am Montag gelandet", "war mit dem Zug gekommen"."""
    came = clause.lemma == "kommen" and not any(t.text.lower() in _GOALS for t in (*clause.front, *clause.field))
    places = [place for _, place in view.places(clause.reach) if place.preposition]
    return (came or clause.lemma in {"landen", "eintreffen", "ankommen", "anreisen"}) and all(
        place.preposition in {"aus", "von"} and not _of_building(clause, place.phrase) for place in places
    )


def _of_building(clause: Clause, phrase: Span) -> bool:
    """Whether a place stands behind a noun: "auf dem Flughafen von San Francisco"."""
    before = token_before(clause, phrase)
    return before is not None and before.tag == "NN"


def may_be_given(clause: Clause, subject: Subject) -> bool:
    """Whether what looks like a genitive in the subject may be the one to whom something is given: "hatte die Gemeinschaft [der
    Junta] ein Ultimatum gestellt"."""
    words = [t for t in clause.field if subject.span.covers(t.span)]
    behind_noun = any(a.tag in {"NN", "NE"} and b.text == "der" and b.tag == "ART" for a, b in pairwise(words))
    return behind_noun and clause.lemma in lexicon.load("event_verbs")["giving"]
