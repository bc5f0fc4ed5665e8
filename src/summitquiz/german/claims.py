"""What a main clause can be asked: who did it, where, when. The clause itself becomes the question.

"Am Montag traf Kerry in Wien die Unterhändler" gives "Wer traf … in Wien die Unterhändler?" and "Wo traf … die Unterhändler?".
The verb stays as the article has it, so what was planned, denied or only possible is asked as planned, denied or possible.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.as_of import was_last
from summitquiz.german.asides import asides
from summitquiz.german.audiences import audiences
from summitquiz.german.clause_ends import source_of
from summitquiz.german.clauses import Clause, main_clauses
from summitquiz.german.cues import reported
from summitquiz.german.first_since import first_since
from summitquiz.german.gapping import second_half
from summitquiz.german.lacking import lacks_something, may_be_given, names_nobody
from summitquiz.german.length_claims import after_how_long, after_what_time, for_how_long, how_long, within_what_time
from summitquiz.german.length_gaps import length_gaps
from summitquiz.german.nouns import event_noun
from summitquiz.german.offices import read_office
from summitquiz.german.partners import by_whom, invited, lacks_partner, met_some_day, whose_word, with_whom
from summitquiz.german.people_nouns import is_for_people
from summitquiz.german.place_claims import is_seat, where
from summitquiz.german.reporting_clauses import reporting_clause
from summitquiz.german.segments import FINITE
from summitquiz.german.subjects import Subject, find_subject
from summitquiz.german.time_claims import when
from summitquiz.german.timeline import is_day, times_in
from summitquiz.german.unmarked_speech import is_spoken
from summitquiz.german.verbs import lasts, meets, reports, takes_dative, wants_words
from summitquiz.german.visited_places import visited
from summitquiz.german.who_claims import is_guest, only_where_and_when, who

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summitquiz.german.view import View
    from summitquiz.model import Claim, EventMention, Sentence, Span

_CLASSES = {"Mitglied", "Mitglieder", "einer", "eine", "eines", "ein", "Teil", "Autor", "Autorin", "Gegner", "Anhänger"}


def find_claims(view: View, events: Sequence[EventMention], owned: Sequence[Span] = ()) -> list[Claim]:
    """The claims of all main clauses of a document, those that a gate stops among them, in text order.

    `events`: the document's event mentions, whose own places are not those of a clause about them. `owned`: noun phrases
    with their own date and place ("nach dem Anschlag vom Montag in Rom"), which are not those of their clause; those of events
    that were called off or only wished for are among them.
    """
    claims: list[Claim] = []
    theirs = {e.place: e for e in events if e.place and e.phrase.covers(e.place)}
    title = view.document.article.title_span
    for sentence, zones in view.prose():
        if (title and title.covers(sentence.span)) or is_spoken(view, sentence):
            continue
        whole = view.unbroken(sentence.span)
        behind = reporting_clause(sentence, zones, whole)
        said = behind is not None and reports(behind)  # ", sagte X": the rules for speech ask for what stands before it
        for clause in main_clauses(sentence, zones, whole) if not said else ():
            if any(lacks_partner(view, clause, event) for event in events):
                continue
            subject = find_subject(view, clause)
            claims.extend(_dated(view, sentence, clause, subject, theirs))
            if half := second_half(view, clause, subject):
                claims.extend(_dated(view, sentence, *half, theirs))
        for clause, doer in asides(view, sentence, zones, whole):
            if any(lacks_partner(view, clause, event) for event in events):
                continue
            some = doer is None and clause.front[0].text.startswith("ein")  # "eine Lehrerin, die …": whose matter it was
            claims.extend(replace(c, bare=c.bare or some) for c in _dated(view, sentence, clause, doer, theirs))
    return [claim for claim in claims if claim.whither or not any(phrase.covers(claim.answer) for phrase in owned)]


def _dated(
    view: View, sentence: Sentence, clause: Clause, subject: Subject | None, theirs: Mapping[Span, EventMention]
) -> Iterator[Claim]:
    """A clause's claims; of a meeting on no certain day nobody is asked where it was, and whom only if his office tells him."""
    floating = met_some_day(view, clause, subject)
    for claim in _claims(view, sentence, clause, subject, theirs):
        if floating and (claim.ask == "where" or (claim.ask == "who" and not claim.group)):
            claim = replace(claim, loose=True)
        elif floating and claim.ask != "when":
            claim = replace(claim, gate=claim.gate or "undated")
        yield claim


def _claims(
    view: View, sentence: Sentence, clause: Clause, subject: Subject | None, theirs: Mapping[Span, EventMention]
) -> Iterator[Claim]:
    if reported(clause.verb) or source_of(view, clause) == "" or _cut_off(sentence, clause):
        return  # whose word it is, stands elsewhere
    if was_last(clause) or (wants_words(clause) and not clause.tail):
        return  # "Koch sagte am Rande des Spiels": what he said is not in this clause
    if _judges_others(clause) or _goes_home(view, clause) or _comes_of_age(clause) or _of_somebody(view, clause, subject):
        return
    if subject and subject.pronoun in {"er", "sie"} and clause.lemma in _of_things(clause):
        return
    if clause.hearsay or clause.unfinished or names_nobody(clause) or lacks_something(view, clause):
        return
    denied = any(t.tag == "PTKNEG" or t.text.lower().startswith("kein") for t in (*clause.front, *clause.field))
    many = subject is not None and (clause.lemma in {"teilnehmen", "beiwohnen"} or (subject.plural and _never(clause)))
    neither = any(t.text.lower() == "weder" for t in (*clause.front, *clause.field))
    if neither or (denied and (many or meets(clause))):
        return  # who did not take part, or did not meet somebody: many did not
    became = subject is not None and _became(clause, subject)
    expected = clause.passive and clause.lemma == "erwarten"  # "wird am Freitag in Rom erwartet": others, too
    nobody = (
        became
        or expected
        or _one_of_a_kind(clause)
        or takes_dative(clause)
        or lasts(clause)
        or _takes_place(view, clause, subject)
    )
    last = clause.field[-1] if clause.field else clause.verb
    verb = last if last.tag == "VAINF" and last.text.islower() else clause.verb  # "wird ihr erster Gast sein", not "Thein Sein"
    copula = verb.lemma.lower() == "sein" and not any(t.tag == "VVPP" for t in (*clause.front, *clause.field))
    there = copula and subject is not None and bool((subject.people or subject.pronoun) and view.places(clause.reach))
    there = there and subject is not None and only_where_and_when(view, clause, subject)
    nobody = nobody or (there and not is_guest(clause))  # "war am Samstag in Kiew gewesen": others were, too
    if subject and not nobody and not (subject.group and (denied or _done_to(clause) or may_be_given(clause, subject))):
        claim = who(view, sentence, clause, subject)
        mere = copula and not times_in(view, clause)
        thin = mere and claim.floating == "too_little"  # "Favoritin ist X": of what, no headline tells
        gate = "former" if mere and _had_been(clause, subject) else "too_little" if thin else ""
        yield replace(claim, gate=claim.gate or gate)
    yield from whose_word(view, sentence, clause, subject)
    if there and not denied and any(is_day(view, m.span) for m, _ in times_in(view, clause)):
        yield from where(view, sentence, clause, subject, theirs)
    if not denied:  # where and when something did not happen is no question
        yield from first_since(view, sentence, clause, subject)
        yield from length_gaps(view, sentence, clause, subject) if not copula else ()
        yield from _circumstances(view, sentence, clause, subject, theirs) if not copula else ()


def _circumstances(
    view: View, sentence: Sentence, clause: Clause, subject: Subject | None, theirs: Mapping[Span, EventMention]
) -> Iterator[Claim]:
    """With whom, where, when and for how long a clause says that it was done."""
    yield from with_whom(view, sentence, clause, subject)
    yield from by_whom(view, sentence, clause, subject)
    yield from invited(view, sentence, clause, subject)
    yield from audiences(view, sentence, clause, subject)
    yield from where(view, sentence, clause, subject, theirs)
    yield from visited(view, sentence, clause, subject)
    yield from when(view, sentence, clause, subject)
    yield from how_long(view, sentence, clause, subject)
    yield from after_how_long(view, sentence, clause, subject)
    yield from after_what_time(view, sentence, clause, subject)
    yield from within_what_time(view, sentence, clause, subject)
    yield from for_how_long(view, sentence, clause, subject)


def _of_things(clause: Clause) -> set[str]:
    """Verbs whose "er" or "sie" is a thing; in the passive what is done to treaties, too: "Unterzeichnet werden soll er"."""
    verbs = lexicon.load("event_verbs")
    passive = clause.passive or any(t.text == "werden" for t in (*clause.front, *clause.field))
    return {*verbs["of_things"], *(verbs["done_to_things"] if passive else ())}


def _comes_of_age(clause: Clause) -> bool:
    """Whether a clause only says how old somebody became: "wurde am Sonntag 79 Jahre alt", "wird im Juli 80"."""
    figure = bool(clause.field) and clause.field[-1].tag == "CARD"
    return clause.lemma == "werden" and (figure or any(t.text == "alt" for t in clause.field))


def _became(clause: Clause, subject: Subject) -> bool:
    """Whether the subject found is what somebody became: "Die Liberalen sind [stärkste Partei] geworden"."""
    last = clause.field[-1] if clause.field else None
    return bool(
        last and last.text == "geworden" and clause.front and not subject.front and last.span.start == subject.span.end + 1
    )


def _of_somebody(view: View, clause: Clause, subject: Subject | None) -> bool:
    """Whether the clause is about what belongs to somebody whom it does not name: "seine Amtszeit", "ihre Delegation"."""
    words = (*clause.front, clause.verb, *clause.field)
    owner = next((i for i, t in enumerate(words) if t.tag == "PPOSAT" and t.text.lower().startswith(("sein", "ihr"))), None)
    if owner is None or (subject is not None and not subject.group):
        return False
    dates = [m.span for m, _ in times_in(view, clause)]
    return not any(t.tag in {"NN", "NE"} and not any(d.covers(t.span) for d in dates) for t in words[:owner])


def _cut_off(sentence: Sentence, clause: Clause) -> bool:
    """Whether an aside behind the clause says who told so, ", so schilderte es X,", or its verb goes on there: "legte am Grab,
    einem Denkmal, Blumen nieder".
    """
    behind = [t for t in sentence.tokens if t.span.start >= clause.tokens[-1].span.end]
    told = [t.text for t in behind[:2]] == [",", "so"] and behind[2:3] != [] and behind[2].tag == "VVFIN"
    rest = list(takewhile(lambda t: t.tag not in FINITE, behind))
    parted = clause.verb.tag == "VVFIN" and any(t.tag == "PTKVZ" for t in rest)
    return told or (parted and not any(t.tag == "PTKVZ" for t in clause.tokens))


def _judges_others(clause: Clause) -> bool:
    """Whether somebody judges what is another's: "lobte seinen Einsatz", not "lobte seinen Gastgeber"."""
    if clause.lemma not in lexicon.load("event_verbs")["judging"]:
        return False
    own = next((i for i, t in enumerate(clause.field) if t.tag == "PPOSAT"), None)
    noun = next((t for t in clause.field[own:] if t.tag == "NN"), None) if own is not None else None
    if own is None or noun is None or is_for_people(noun.text):
        return False
    return not any(
        t.tag == "NE" and left.tag not in {"APPR", "APPRART"} for left, t in pairwise((clause.verb, *clause.field[:own]))
    )


def _goes_home(view: View, clause: Clause) -> bool:
    """Whether somebody goes back to a capital: "kehrte nach Moskau zurück"; from exile, that is another matter."""
    places = [p for _, p in view.places(clause.reach) if p.preposition == "nach"]
    from_exile = any(t.text == "Exil" or t.text.startswith(("Jahr", "Haft")) for t in clause.field)
    home = bool(places) and all(is_seat(p.name) for p in places)
    return clause.lemma in lexicon.load("event_verbs")["homing"] and home and not from_exile


def _had_been(clause: Clause, subject: Subject) -> bool:
    """Whether the clause tells which office somebody had, and not when: "sein Stellvertreter X war Generalsekretär"."""
    told = bool(clause.field) and read_office(clause.field[0].text) is not None
    return told and subject.front and clause.verb.text in {"war", "waren"} and not clause.field[0].text.startswith("Gast")


def _never(clause: Clause) -> bool:
    """Whether it happened at no time: "kein einziges Mal"."""
    return any(t.text == "Mal" and left.text.startswith("einzig") for left, t in pairwise(clause.field))


def _takes_place(view: View, clause: Clause, subject: Subject | None) -> bool:
    """Whether the subject is a meeting, and no body, though its noun may mean both: "Der Kongress dauert einen Tag"."""
    if subject is None or not subject.group:
        return False
    words = subject.span.of(view.text).split()
    return clause.lemma in {"dauern", *lexicon.load("event_verbs")["happening"]} and any(map(event_noun, words))


def _done_to(clause: Clause) -> bool:
    """Whether the clause only says what its subject is, or what was done to it: nothing that wer could ask of a body."""
    participle = any(t.tag in {"VVPP", "VAPP"} for t in clause.field)
    last = clause.field[-1].text if clause.field else ""
    if any(t.text == "worden" for t in clause.field) or (participle and last == "werden"):
        return True  # "soll verringert werden"
    return clause.verb.lemma.lower() == ("werden" if participle else "sein")


def _one_of_a_kind(clause: Clause) -> bool:
    """Whether the clause says only which class its subject belongs to: "ist Mitglied …", "gilt als einer der Väter …"."""
    verb = clause.verb.lemma.lower()
    if verb in {"zählen", "gehören"}:
        return any(t.text in {"zu", "zum", "zur"} for t in clause.field)  # "zählt zu den Pionieren"
    tells = verb in {"sein", "bleiben", "gelten"} and not any(t.tag == "VVPP" for t in clause.field)
    return tells and any(t.text in _CLASSES for t in clause.field)
