"""Where: the question that a main clause answers about its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.agreement import is_present
from summitquiz.german.asking import Asker
from summitquiz.german.attachment import (
    ACCUSATIVES,
    ends_phrase,
    in_attribute,
    is_verbs,
    leads,
    phrase_of,
    token_before,
    token_behind,
    travels,
    venue_before,
)
from summitquiz.german.countries import capital_country
from summitquiz.german.links import more_than, two_acts
from summitquiz.german.place_questions import missing_place, place_question
from summitquiz.german.timeline import inside
from summitquiz.german.venue_phrases import RULE
from summitquiz.german.verbs import bids, happens, meets, moves, perfected, reports, says_so, speaks_publicly, stays
from summitquiz.model import Claim, Kind, Sentence, Span, Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from summitquiz.german.clauses import Clause
    from summitquiz.german.subjects import Subject
    from summitquiz.german.view import View
    from summitquiz.model import EventMention, Mention, Place

_TOWNS = {"Stadt", "Hauptstadt", "Altstadt", "Innenstadt", "Hafenstadt", "Metropole", "Landes", "Ortes", "Dorfes"}
_NOWHERE = {"heißen", "dauern", "anrufen", "gehören", "zählen", "gelten"}
_WITH_VENUES = {"city", "region", "island", "water", "other"}  # where a building stands: "im Hotel auf dem Bürgenstock"
_PLACE_PREPOSITIONS = {"in", "auf", "an", "bei"}
_EVENT_PREPOSITIONS = {"in", "auf", "von", "an"}
_SEATS = {"New York", "Genf", "Bonn", "Straßburg", "Strassburg", "Den Haag"}  # where those sit who speak for many
_NO_SHORE = {"city", "country", "region", "continent"}
_AT = {"bei", "beim", "auf", "während", "am"}  # before an event at which something was done
_TRAVEL = {"visit", "journey"}
_MATTERS = {"auf", "über", "gegen", "für", "um"}  # prepositions of what something is about
_EDGE = " Rande "  # "am Rande des Gipfels"


def where(
    view: View, sentence: Sentence, clause: Clause, subject: Subject | None, theirs: Mapping[Span, EventMention]
) -> Iterator[Claim]:
    """Where it was done: "traf in Wien die Unterhändler"."""
    at_event = any(e.during and inside(clause, span) for span, e in theirs.items())  # "nannte ihn bei einer Rede in Wien …"
    mere = says_so(clause) and not at_event
    nowhere = clause.lemma in _NOWHERE or clause.lemma in lexicon.load("events")["remembering"]
    if nowhere or mere or two_acts(clause.field) or any(t.text == "Station" for t in clause.field):
        return  # "In Tiflis hieß es, …"; "Im Kreml dauerte das Gespräch drei Stunden"
    for mention, place in (*view.places(clause.reach), *view.venues(clause.reach)):
        event = theirs.get(mention.span)
        led = _led_to(clause, place, event)
        if not inside(clause, mention.span) or _unasked(clause, subject, place, None if led else event):
            continue
        venue = venue_before(clause, place.phrase) if place.kind in _WITH_VENUES else None
        before = token_before(clause, place.phrase)
        attached = not led and _attached(view, clause, subject, place, event)
        venue = venue if attached else None
        there = clause.aside and clause.front[:1] != () and clause.front[0].span.start == place.phrase.start  # "nach Rom, wo …"
        preposition = "in" if there else place.preposition
        going = _whither(clause) and (preposition == "nach" or leads(place.phrase.of(view.text)))
        attached = attached and not (before and is_verbs(clause, before, going=going))
        if (attached and not venue) or not _fits(clause, place, preposition, going=going):
            continue
        behind = token_behind(clause, place.phrase)
        if (behind is not None and behind.tag == "KON") or (going and _many_ways(view, clause)) or _goes_on(view, mention):
            continue  # "in Wien und Graz"
        gap = Span((venue or place.phrase).start, max(place.phrase.end, mention.span.end))  # "in Washington, D.C."
        gap = _with_region(view, clause, _with_owner(clause, gap)) if place.kind in {"building", "other"} else gap
        claim = Claim("where", "clause", mention.span, sentence.span, "de.clause.place", gap=gap, whither=going)
        indoors = place.kind == "building" and place.preposition == "in"  # of the city, too, it would be right to say so
        words = place.phrase.of(view.text)
        word = place_question(place, words, whither=going, indoors=indoors, exact=view.document.says_where_else(place))
        word = "Wo genau" if word == "Wo" and mention.rule == RULE else word
        yield Asker(view, clause, subject).for_adverbial(claim, gap, word)
        return
    yield from _of_event(view, sentence, clause, subject, theirs)


def _of_event(
    view: View, sentence: Sentence, clause: Clause, subject: Subject | None, theirs: Mapping[Span, EventMention]
) -> Iterator[Claim]:
    """Where an event was of which the clause tells: "Der Gipfel in […] endete ohne Einigung", which only a gap can ask."""
    for mention, place in view.places(clause.reach):
        event = theirs.get(mention.span)
        ours = event  # not "Das Format geht auf … zurück"
        if ours and inside(clause, mention.span) and place.preposition in _EVENT_PREPOSITIONS:
            gap = Span(place.phrase.start, max(place.phrase.end, mention.span.end))
            claim = Claim("where", "clause", mention.span, sentence.span, "de.clause.event_place", gap=gap, gapped=True)
            yield Asker(view, clause, subject).for_adverbial(claim, gap, missing_place(place))
            return


def is_seat(city: str) -> bool:
    """Whether those sit in a city who speak for many: a government, a union."""
    return capital_country(city) is not None or city in _SEATS


def _with_region(view: View, clause: Clause, gap: Span) -> Span:
    """A place in front with the region behind it that ends the front field: "Auf Schloss Elmau [in Oberbayern] hat …"."""
    end = clause.front[-1].span.end if clause.front and gap.start == clause.front[0].span.start else gap.end
    region = any(p.phrase.end == end and gap.end <= p.phrase.start <= gap.end + 1 for _, p in view.places(clause.reach))
    return Span(gap.start, end) if region else gap


def _with_owner(clause: Clause, gap: Span) -> Span:
    """The words for a place with the genitive behind them: "auf dem Roten Platz [der Hauptstadt]"."""
    article, noun, *_ = [*(t for t in clause.tokens if t.span.start >= gap.end), None, None]
    owned = article and noun and article.tag == "ART" and article.text in {"der", "des"} and noun.text in _TOWNS
    return Span(gap.start, noun.span.end) if owned and noun else gap


def _unasked(clause: Clause, subject: Subject | None, place: Place, event: EventMention | None) -> bool:
    """Whether nobody says that it was done just there: "sagte das Treffen in Wien ab", "auch in Brüssel", "verschob das
    in Kairo erwartete Urteil"; or it is so only today: "hält sich zurzeit in Rom auf".
    """
    remark = (reports(clause) or clause.lemma == "zeigen") and not (event or clause.passive or meets(clause))
    remark = remark or (clause.lemma == "sprechen" and not event and any(t.text in {"von", "vom"} for t in clause.field))
    remark = remark and not speaks_publicly(clause)
    if remark and place.kind == "city" and is_seat(place.name):
        return True
    before = token_before(clause, place.phrase)
    if (event and _elsewhere(clause, event, subject)) or in_attribute(clause, place.phrase):
        return True
    return more_than(before) or (stays(clause.lemma) and is_present(clause.verb))


def _attached(view: View, clause: Clause, subject: Subject | None, place: Place, event: EventMention | None) -> bool:
    """Whether a place belongs to the noun before it: "die Truppen in Mali", "nach dem Anschlag 2008 in Mumbai"."""
    before = token_before(clause, place.phrase)
    if before is None:
        return False
    if before.tag == "CARD":
        before = _noun_of_year(clause, before)
    elif noun := _matter_of_date(view, clause, before):
        before = noun
    if travels(clause, before):
        return False
    claimed = (before is not clause.verb and not ends_phrase(view, before, subject)) or _of_governed(clause, before)
    if before.tag == "NN" and clause.lemma in lexicon.load("event_verbs")["at_object"] and _is_object(clause, before):
        return False
    return claimed and not (event and before.span == event.span and _acted_at(view, clause, event, subject))


def _is_object(clause: Clause, noun: Token) -> bool:
    """Whether no preposition governs a noun: "besichtigte das Werk [in Tianjin]"."""
    before, *phrase = phrase_of(clause, noun)
    return before.tag not in {"APPR", "APPRART"} and bool(phrase) and phrase[0].text.lower() in ACCUSATIVES


def _fits(clause: Clause, place: Place, preposition: str | None, *, going: bool) -> bool:
    """Whether the preposition tells where it was done, or whither somebody went; and of a country, that it is past."""
    before = preposition == "vor" and place.kind == "building" and (meets(clause) is not None or happens(clause.lemma))
    if preposition not in _PLACE_PREPOSITIONS and not (going or before):
        return False
    if (preposition == "bei" and place.kind == "country") or (preposition == "an" and place.kind in _NO_SHORE):
        return False  # "bedankte sich bei China", "scheitert an Kaschmir"
    lasting = is_present(clause.verb) and not perfected(clause) and not any(t.text.lower() == "seit" for t in clause.tokens)
    if place.kind == "country" and lasting and not going:
        return False  # "In Österreich stoßen die Verhandlungen auf Skepsis": elsewhere too, perhaps
    return going or preposition != "in" or not moves(clause)


def _many_ways(view: View, clause: Clause) -> bool:
    """Whether the clause leads to several places: "zunächst nach Kiew und am Freitag dann nach Moskau"."""
    return sum(place.preposition == "nach" for _, place in view.places(clause.reach)) > 1


def _elsewhere(clause: Clause, event: EventMention, subject: Subject | None) -> bool:
    """Whether an event's place need not be where the subject acts: it is called off, others take part in it, or it stands only
    beside what the clause tells ("Neben einem Gespräch in der Hofburg waren Reden geplant")."""
    before = token_before(clause, event.phrase)
    first = [t.text.lower() for t in clause.front if event.phrase.covers(t.span)][:1]
    beside = bool({*first, before.text.lower() if before else ""} & {"neben", "außer", "nebst", "vor"})
    if before and before.text.lower() == "auf" and not event.during:
        return True  # "wurde auf einen Gipfel in Brüssel verschoben"
    if subject is None or beside:
        travels = event.sort in _TRAVEL
        return beside or (travels and not event.during and _is_free(clause, event))  # "der Besuch in Tokio ging zu Ende"
    others = bool(event.people) and not any(person.span in event.people for person in subject.people)
    return others or not event.during


def _whither(clause: Clause) -> bool:
    """Whether somebody goes somewhere, or bids or takes another there."""
    return moves(clause) or bids(clause)


def _led_to(clause: Clause, place: Place, event: EventMention | None) -> bool:
    """Whether somebody goes where an event is: "reist zu Gesprächen mit X [nach Ottawa] weiter"."""
    words = [t for t in (*clause.front, *clause.field) if event and t.span.end <= event.span.start]
    governed = next((t.text.lower() for t in reversed(words) if t.tag in {"APPR", "APPRART"}), "")
    return _whither(clause) and place.preposition == "nach" and governed in {"zu", "zum", "zur"}


def _acted_at(view: View, clause: Clause, event: EventMention, subject: Subject | None) -> bool:
    """Whether the clause tells what was done at an event: "warb am Rande des Gipfels [in Paris] für …"."""
    words = [t for t in (*clause.front, clause.verb, *clause.field) if t.span.end <= event.span.start]
    if event.sort == "ceremony" and [t.text.lower() for t in clause.front[:1]] == ["mit"]:
        return True  # "Mit einer Feier [im Stadion] ist … gegründet worden"
    opening = next((k for k in range(len(words) - 1, -1, -1) if words[k].text.lower() in _AT), None)
    if event.sort in _TRAVEL or opening is None or words[opening].span.end < event.phrase.start - len(_EDGE):
        return False  # where a visit led, is asked of itself
    return opening == 0 or ends_phrase(view, words[opening - 1], subject)


def _of_governed(clause: Clause, noun: Token) -> bool:
    """Whether a preposition governs a noun that is no name: "verwies auf das Gesetz [in Österreich]", also in a list,
    "auf X und das Gesetz"."""
    first = phrase_of(clause, noun)[0]
    if first.tag == "KON":
        before = [t for t in (*clause.front, *clause.field) if t.span.end <= first.span.start]
        first = next((t for t in reversed(before) if t.tag in {"APPR", "APPRART"}), first)
    return noun.tag == "NN" and first.text.lower() in _MATTERS


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


def _matter_of_date(view: View, clause: Clause, last: Token) -> Token | None:
    """The noun of which a clause speaks with a date that ends at `last`: "über die Wahl am 21. Mai [in Montenegro]"."""
    date = next((m.span for m, _ in view.times(Kind.TIME, clause.reach) if m.span.end == last.span.end), None)
    preposition = token_before(clause, date) if date else None
    noun = token_before(clause, preposition.span) if preposition and preposition.tag in {"APPR", "APPRART"} else None
    return noun if noun and _of_governed(clause, noun) else None


def _goes_on(view: View, mention: Mention) -> bool:
    """Whether more of a place stands behind its comma: "in Athen, Griechenland, …", "nach Rom, in die Hauptstadt Italiens"."""
    end = mention.span.end
    if view.text[end : end + 5] in {", in ", ", im "}:
        return True
    behind = any(m.span.start == end + 2 and p.kind == "country" for m, p in view.places(Span(end, end + 60)))
    return behind and view.text[end : end + 2] == ", "
