"""What the verb of a clause does: meet, move, report."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from summitquiz.german import lexicon

if TYPE_CHECKING:
    from summitquiz.german.clauses import Clause
    from summitquiz.model import Token

_PERFECT = {"hatte": "hat", "hatten": "haben", "war": "ist", "waren": "sind"}


@dataclass(frozen=True, slots=True)
class Meeting:
    """How a verb of meeting joins the other side: by `preposition`, "" for a direct object; `noun` names the event or is ""."""

    preposition: str
    noun: str


@cache
def _meeting() -> dict[tuple[str, bool], Meeting]:
    entries = lexicon.load("event_verbs")["meeting"]
    return {
        (entry["lemma"], bool(entry.get("reflexive"))): Meeting(entry.get("with", ""), entry.get("noun", ""))
        for entry in entries
    }


@cache
def _moving() -> frozenset[str]:
    return frozenset(lexicon.load("event_verbs")["moving"])


@cache
def _reporting() -> frozenset[str]:
    groups = lexicon.load("reporting_verbs")["groups"]
    return frozenset(verb["lemma"] for group in groups for verb in group["verbs"])


def meets(clause: Clause) -> Meeting | None:
    """How the other side is joined, if the clause tells of a meeting; None for any other verb."""
    reflexive = any(token.text.lower() == "sich" for token in clause.field)
    return _meeting().get((clause.lemma, reflexive))


def moves(clause: Clause) -> bool:
    """Whether the verb is one of going somewhere."""
    standing = lexicon.load("attachment")["standing"]
    return clause.lemma in _moving() and not (
        clause.lemma in {"gehen", "kommen"} and any(t.text in standing for t in clause.field)
    )


def reports(clause: Clause) -> bool:
    """Whether the verb reports what somebody said."""
    return says(clause.lemma)


def says(lemma: str) -> bool:
    """Whether a verb reports what somebody says."""
    return lemma in _reporting()


def takes_a_stand(clause: Clause) -> bool:
    """Whether many say, want or do the same in a month: to call for something, to say so, to meet, to go somewhere."""
    comments = clause.lemma == "nehmen" and any(t.text == "Stellung" for t in clause.field)
    stance = comments or clause.lemma in lexicon.load("event_verbs")["stance"]
    return stance or reports(clause) or moves(clause) or meets(clause) is not None


def says_so(clause: Clause) -> bool:
    """Whether somebody only says what he thinks: nobody need learn where he did so, but of a press conference or a speech."""
    return clause.lemma in lexicon.load("event_verbs")["opining"] and not clause.passive and not speaks_publicly(clause)


def speaks_publicly(clause: Clause) -> bool:
    """Whether somebody speaks to the press, or gives a speech."""
    nouns = tuple(lexicon.load("event_verbs")["in_public"])
    return any(t.tag == "NN" and t.text.startswith(nouns) for t in (*clause.front, *clause.field))


def happens(lemma: str) -> bool:
    """Whether a verb tells that an event takes place, begins, ends or is planned."""
    return lemma in _happening()


def is_set(lemma: str) -> bool:
    """Whether a verb, without its particle, tells what is set for a day: to travel, to meet, to begin; not to laugh."""
    lists = lexicon.load("event_verbs")
    meeting = any(row["lemma"] == lemma for row in lists["meeting"])
    return meeting or happens(lemma) or lemma in lists["moving"] or lemma in lists["scheduled"]


@cache
def _happening() -> frozenset[str]:
    return frozenset(lexicon.load("event_verbs")["happening"])


def arrives(lemma: str) -> bool:
    """Whether a verb says that a visitor has come, or is there."""
    return lemma in lexicon.load("event_verbs")["arriving"]


def gathers(lemma: str) -> bool:
    """Whether a verb says that many come to a place to meet, which it is nothing without: "kommen [dort] zusammen"."""
    return lemma in lexicon.load("event_verbs")["gathering"]


def bids(clause: Clause) -> bool:
    """Whether somebody is only sent or asked to come: "lud X zu einem Besuch ein"."""
    return clause.lemma in lexicon.load("event_verbs")["bidding"]


def stays(lemma: str) -> bool:
    """Whether a verb says where somebody is for a time."""
    return lemma in lexicon.load("event_verbs")["staying"]


def bounds(clause: Clause) -> bool:
    """Whether a clause tells only when an event begins or ends: "endet", "ging zu Ende"."""
    ended = clause.lemma == "gehen" and any(t.text == "Ende" for t in clause.field)
    return ended or clause.lemma in lexicon.load("event_verbs")["bounding"]


def orders(lemma: str) -> bool:
    """Whether a verb sets one event after another: a time in its clause may be that of either."""
    return lemma in lexicon.load("event_verbs")["ordering"]


def wants_words(clause: Clause) -> bool:
    """Whether the verb tells nothing without the words that were said, or the company joined."""
    return clause.lemma in lexicon.load("event_verbs")["wanting"]


def lasts(clause: Clause) -> bool:
    """Whether the verb says how the world is made, which has no date: "Russland grenzt an Nordkorea"."""
    return clause.lemma in lexicon.load("event_verbs")["lasting"]


def goes_on(clause: Clause) -> bool:
    """Whether the verb tells what goes on for a time: to talk, to rule, to wait."""
    return clause.lemma in lexicon.load("event_verbs")["going_on"]


def takes_dative(clause: Clause) -> bool:
    """Whether a name before the verb may be its dative: "Griechenland droht die Pleite"."""
    return clause.lemma in lexicon.load("event_verbs")["dative"]


def pluperfect(clause: Clause) -> bool:
    """Whether the clause tells what had been before something else; "war geplant" may be a mere state and counts as well."""
    return clause.verb.text in _PERFECT and perfected(clause)


def perfected(clause: Clause) -> bool:
    """Whether a participle closes the clause, or an infinitive that stands for one or looks like one: "hat wissen lassen",
    "haben beraten"."""
    last = clause.field[-1].tag if clause.field else ""
    if clause.verb.lemma == "lassen":
        return False  # "lässt sich vertreten": an infinitive
    if clause.verb.lemma == "haben" and last == "VVINF" and all(t.tag != "PTKZU" for t in clause.field):
        return True
    if clause.verb.lemma == "haben" and [t.tag for t in clause.field[-2:]] == ["VVINF", "VMINF"]:
        return True  # "haben nicht ausräumen können"
    opens = clause.front[0].tag == "VVPP" if clause.front else False  # "Begonnen hatte der Besuch am Samstag"
    return opens or any(t.tag in {"VVPP", "VAPP"} or (t.text == "lassen" and t.tag == "VVINF") for t in clause.field)


def plain_verb(clause: Clause) -> Token:
    """The clause's finite verb, that of a pluperfect as in the perfect: before what it was, only the article tells."""
    passive = any(t.text.lower() == "worden" for t in (*clause.front, *clause.field))
    moved = clause.lemma in lexicon.load("event_verbs")["with_sein"]
    told = pluperfect(clause) and (clause.verb.text.startswith("hatte") or passive or moved)
    return replace(clause.verb, text=_PERFECT[clause.verb.text]) if told else clause.verb
