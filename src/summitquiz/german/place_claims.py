"""Where: the question that a main clause answers about its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.agreement import is_present
from summitquiz.german.asking import Asker
from summitquiz.german.attachment import ends_phrase, token_before, token_behind, venue_before
from summitquiz.german.links import says_also
from summitquiz.german.place_questions import place_question
from summitquiz.german.timeline import inside
from summitquiz.german.verbs import moves, perfected, says_so, stays
from summitquiz.model import Claim, Sentence, Span, Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from summitquiz.german.clauses import Clause
    from summitquiz.german.subjects import Subject
    from summitquiz.german.view import View
    from summitquiz.model import EventMention, Mention

_NOWHERE = {"heißen", "dauern", "anrufen"}
_WITH_VENUES = {"city", "region", "island", "water", "other"}  # where a building stands: "im Hotel auf dem Bürgenstock"
_PLACE_PREPOSITIONS = {"in", "auf", "an", "bei"}


def where(
    view: View, sentence: Sentence, clause: Clause, subject: Subject | None, theirs: Mapping[Span, EventMention]
) -> Iterator[Claim]:
    """Where it was done: "traf in Wien die Unterhändler"."""
    for mention, place in view.places(clause.reach) if not any(t.text == "Station" for t in clause.field) else ():
        event = theirs.get(mention.span)
        if not inside(clause, mention.span) or (event and _elsewhere(clause, event, subject)):
            continue  # "sagte das Treffen in Wien ab": nobody says where he did so
        before = token_before(clause, place.phrase)
        if (before is not None and says_also(before)) or (stays(clause.lemma) and is_present(clause.verb)):
            continue  # "auch in Brüssel": where else?; "hält sich zurzeit in Rom auf": today
        if before is not None and before.tag == "CARD":
            before = _noun_of_year(clause, before)
        attached = before is not None and not ends_phrase(view, before, subject) and before is not clause.verb
        attached = attached or (before is not None and _of_governed(clause, before))
        venue = venue_before(clause, place.phrase) if attached and place.kind in _WITH_VENUES else None
        attached = attached and venue is None
        there = clause.aside and clause.front[0].span.start == place.phrase.start  # "nach Rom, wo …"
        preposition = "in" if there else place.preposition
        if clause.lemma in _NOWHERE or says_so(clause):
            return  # "In Tiflis hieß es, …"; "Im Kreml dauerte das Gespräch drei Stunden"
        if preposition == "bei" and place.kind == "country":
            continue  # "bedankte sich bei China"
        going = preposition == "nach" and moves(clause)
        behind = token_behind(clause, place.phrase)
        listed = (behind is not None and behind.tag == "KON") or (going and _many_ways(view, clause)) or _goes_on(view, mention)
        if (preposition not in _PLACE_PREPOSITIONS and not going) or attached or listed:
            continue
        if preposition == "in" and moves(clause) and not going:
            continue
        lasting = is_present(clause.verb) and not perfected(clause) and not any(t.text.lower() == "seit" for t in clause.tokens)
        if place.kind == "country" and lasting:
            continue  # "In Österreich stoßen die Verhandlungen auf Skepsis": elsewhere too, perhaps
        gap = Span((venue or place.phrase).start, max(place.phrase.end, mention.span.end))  # "in Washington, D.C."
        claim = Claim("where", "clause", mention.span, sentence.span, "de.clause.place", gap=gap, whither=going)
        indoors = place.kind == "building" and place.preposition == "in"  # of the city, too, it would be right to say so
        words = place.phrase.of(view.text)
        word = place_question(place, words, whither=going, indoors=indoors, in_venue=venue is not None and place.kind == "city")
        yield Asker(view, clause, subject).for_adverbial(claim, gap, word)
        return


def _many_ways(view: View, clause: Clause) -> bool:
    """Whether the clause leads to several places: "zunächst nach Kiew und am Freitag dann nach Moskau"."""
    return sum(place.preposition == "nach" for _, place in view.places(clause.reach)) > 1


def _elsewhere(clause: Clause, event: EventMention, subject: Subject | None) -> bool:
    """Whether an event's place need not be where the subject acts: it is called off, others take part in it, or it stands only
    beside what the clause tells ("Neben einem Gespräch in der Hofburg waren Reden geplant")."""
    before = token_before(clause, event.phrase)
    first = [t.text.lower() for t in clause.front if event.phrase.covers(t.span)][:1]
    beside = bool({*first, before.text.lower() if before else ""} & {"neben", "außer", "nebst"})
    if subject is None or beside:
        travels = event.sort in {"visit", "journey"}
        return beside or (travels and not event.during and _is_free(clause, event))  # "der Besuch in Tokio ging zu Ende"
    others = bool(event.people) and not any(person.span in event.people for person in subject.people)
    return others or not event.during


def _of_governed(clause: Clause, noun: Token) -> bool:
    """Whether a preposition governs a noun that is no name: "verwies auf das Gesetz [in Österreich]"."""
    words = [t for t in (*clause.front, clause.verb, *clause.field) if t.span.end <= noun.span.start]
    left = next((t for t in reversed(words) if t.tag not in {"ART", "ADJA", "PPOSAT"}), None)
    return noun.tag == "NN" and left is not None and left.text.lower() in {"auf", "über", "gegen", "für", "um"}


def _is_free(clause: Clause, event: EventMention) -> bool:
    """Whether no preposition governs an event: it may be what the clause is about."""
    before = token_before(clause, event.phrase)
    first = next((t for t in (*clause.front, *clause.field) if t.span.start == event.phrase.start), None)
    governed = first is not None and first.tag in {"APPR", "APPRART"}
    return not governed and not (before is not None and before.tag in {"APPR", "APPRART"})


def _noun_of_year(clause: Clause, year: Token) -> Token:
    """The noun before a bare year, which belongs to it: "nach dem Anschlag 2008 in Mumbai"; else the year itself."""
    before = token_before(clause, year.span)
    return (
        before if before is not None and before.tag == "NN" and before.text not in lexicon.load("calendar")["months"] else year
    )


def _goes_on(view: View, mention: Mention) -> bool:
    """Whether a country stands behind the comma of a place: "in Athen, Griechenland, …"."""
    end = mention.span.end
    behind = any(m.span.start == end + 2 and p.kind == "country" for m, p in view.places(Span(end, end + 60)))
    return behind and view.text[end : end + 2] == ", "
