"""Whether what stands before the verb may be its subject, or must be something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.groups import group_at
from summitquiz.german.nouns import event_noun
from summitquiz.german.people_nouns import is_for_people, means_group
from summitquiz.german.verbs import says
from summitquiz.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.clauses import Clause
    from summitquiz.german.view import View
    from summitquiz.model import Token

NO_NOMINATIVE = {
    "den",
    "dem",
    "des",
    "einen",
    "einem",
    "eines",
    "seinen",
    "seinem",
    "seines",
    "seiner",
    "ihren",
    "ihrem",
    "ihres",
    "ihrer",
}


_PLURALS = ("e", "en", "n", "er", "s")
_ADJECTIVAL = ("isch", "lich", "ig", "iert", "end", "ordnet", "tragt", "klagt", "sandt")  # lemmas: Einheimisch, Gesandt


def plural_verb(verb: Token) -> bool:
    """Whether a finite verb is plural: no third person singular ends in -en, -ern or -eln."""
    return verb.text.endswith(("en", "ern", "eln")) or verb.text in {"sind", "tun"}


_FEMININE = ("e", "ung", "heit", "keit", "schaft", "ion", "tät", "ik", "enz", "anz")
_MANY = ("eihe", "ehrheit", "enge", "älfte", "ruppe", "inderheit", "eute")
_COPULAS = {"sein", "bleiben", "werden"}
_FROM_THEN = {"vor", "nach", "später", "danach", "darauf", "zuvor", "früher"}
_ONE = {"Ein", "Eine", "1"}
_AROUND = 2  # commas of one relative clause
_PHRASE = 2  # words of the shortest noun phrase with an article
_ACCUSATIVES = {"Einen", "Den", "Diesen", "Keinen", "Seinen", "Ihren", "Jeden"}


def one_thing(clause: Clause) -> bool:
    """Whether the object stands before the verb, by its article, or as one thing before a plural: "Die erste Partnerschaft
    schlossen X und Y"."""
    front = clause.front
    if front and front[0].text in _ACCUSATIVES:
        return True  # "Einen ersten Krieg hatte 1942 das Protokoll beendet"
    if len(front) < _PHRASE:
        return False
    if front[0].tag == "CARD" and front[1].tag in {"NN", "ADJA"} and not (_is_time(clause) or front[0].text in _ONE):
        return not plural_verb(clause.verb)  # "3500 Polizisten hatte Rom aufgeboten"
    one = front[1].text.endswith("e") if front[1].tag == "ADJA" else _is_single(front[1])
    thing = front[0].text in {"Das", "Der"} and front[1].tag in {"ADJA", "NN"} and clause.lemma not in _COPULAS
    single = thing or (front[0].text in {"Die", "Eine"} and one)
    return single and plural_verb(clause.verb) and not any(t.text in {"und", "sowie"} for t in front)


def _is_single(noun: Token) -> bool:
    """Whether a noun behind "die" is a singular by its ending, and none of many: "Die Aufnahme", not "Die Mehrheit"."""
    return noun.tag == "NN" and noun.text == noun.lemma and noun.text.endswith(_FEMININE) and not noun.text.endswith(_MANY)


def may_be_subject(clause: Clause) -> bool:
    """Whether the front field may be the subject: a noun phrase that no preposition governs and no ending excludes."""
    if not clause.front:
        return False
    first = clause.front[0]
    if first.tag in {"PPER", "PIS", "PDS", "NE"}:
        return True
    if first.text == "Die" and _is_several(clause.front) and not plural_verb(clause.verb):
        return False  # "Die Verhandlungen hatte die Sowjetunion abgebrochen"
    return (
        first.tag in {"ART", "PPOSAT", "PDAT", "PIAT", "ADJA", "NN", "CARD"}
        and first.text.lower() not in NO_NOMINATIVE
        and not _is_time(clause)
    )


def _is_several(front: Sequence[Token]) -> bool:
    """Whether the first noun is a plural: an event's that looks so, or behind "die" a form that is not its own lemma."""
    head = next((t for t in front if t.tag == "NN"), None)
    event = event_noun(head.text) if head else None
    if head is None or event:
        return bool(event and event[1])
    inflected = head.text != head.lemma and head.text.endswith(_PLURALS) and not head.lemma.endswith(_ADJECTIVAL)
    return inflected and not is_for_people(head.text)


def subject_in_front(view: View, clause: Clause) -> bool:
    """Whether what stands before the verb is most likely its subject, though nobody known: "Der Kronprinz leitete …"."""
    event = any(t.tag == "NN" and event_noun(t.text) for t in clause.front)
    return may_be_subject(clause) and not (event or acted_on(view, clause) or one_thing(clause) or second_nominative(clause))


def acted_on(view: View, clause: Clause) -> bool:
    """Whether the front field is a thing, and the verb one of what only people do: "Eine Verschiebung lehnte X ab"."""
    lists = lexicon.load("event_verbs")
    head = next((t for t in clause.front if t.tag == "NN"), None)
    several = head is not None and clause.front[0].text == "Die" and _is_several(clause.front) and not means_group(head)
    thing = head is not None and head.text not in lists["speaking"] and (several or _is_thing(head))
    named = view.people(Span(clause.front[0].span.start, clause.front[-1].span.end)) or group_at(view, clause.front)
    return thing and not named and (says(clause.lemma) or clause.lemma in lists["acting"])


def _is_thing(noun: Token) -> bool:
    """Whether a noun means what one does or decides, for sure nobody who acts: Verschiebung, Vertrag, Treffen."""
    lists, word = lexicon.load("vague"), noun.lemma
    if means_group(noun) or word in {*lists["actors"], *lists["somebody"], *lexicon.load("event_verbs")["acting_nouns"]}:
        return False
    abstract = word.lower().endswith(tuple(lexicon.load("event_verbs")["matters"]))
    return abstract or word in lists["papers"] or event_noun(noun.text) is not None


def _is_time(clause: Clause) -> bool:
    """ "Ende April", "Anfang des Jahres", "Eine halbe Stunde lang": a noun phrase that says when or how long."""
    units = lexicon.load("units")
    words = [t.text for t in clause.front if t.text != "lang"]
    ends = [i for i, word in enumerate(words) if word in units["nouns"] or word in units["compounds"]]
    if clause.front[0].tag in {"ART", "CARD", "PIAT", "ADJA"} and ends:
        return words[ends[0] + 1 :][:1] == [] or words[ends[0] + 1] in _FROM_THEN  # "Zwei Tage vor dem Gipfel"
    return clause.front[0].text in {
        "Anfang",
        "Mitte",
        "Ende",
        "Montag",
        "Dienstag",
        "Mittwoch",
        "Donnerstag",
        "Freitag",
        "Samstag",
        "Sonntag",
    }


def event_told_of(front: Sequence[Token]) -> Sequence[Token]:
    """The event before a relative clause that only tells of it, "Der EU-Gipfel[, der am Montag begonnen hatte,]" or nothing."""
    comma = next((i for i, t in enumerate(front) if t.text == ","), 0)
    head = next((t for t in front[:comma] if t.tag == "NN"), None)
    relative = comma and front[comma + 1 :] and front[comma + 1].tag == "PRELS" and front[0].tag == "ART"
    alone = sum(t.text == "," for t in front) <= _AROUND
    return front[:comma] if relative and alone and head and event_noun(head.text) else ()


def may_be_led(view: View, clause: Clause) -> bool:
    """Whether the front field may be an object: "Die Delegation leitete Außenminister Ri"."""
    leads = clause.lemma in lexicon.load("event_verbs")["leading"] and clause.front[0].text != "Der"
    return leads and bool(view.people(Span(clause.field[0].span.start, clause.field[-1].span.end)) if clause.field else False)


def second_nominative(clause: Clause) -> bool:
    """Whether a nominative follows the verb, so that what stands before it is none: "Merkel empfing der Präsident".

    The passive has no accusative: "Müller wurde ein Strafmaß auferlegt".
    """
    if not clause.field or clause.field[0].tag != "ART" or plural_verb(clause.verb):
        return False
    return clause.field[0].text == "der" or (clause.passive and clause.field[0].text in {"ein", "eine", "die", "das"})


def one_of_them(tokens: Sequence[Token]) -> bool:
    """Whether a nominative follows: "holt X [einer der größten Skandale] ein"."""
    return [t.text.lower() for t in tokens[:2]] in (["einer", "der"], ["einer", "seiner"], ["einer", "ihrer"])
