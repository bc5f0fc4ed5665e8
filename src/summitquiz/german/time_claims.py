"""When: the questions that a main clause answers about dates."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.adverbials import date_part, is_night, yearless
from summitquiz.german.agreement import is_present
from summitquiz.german.asking import Asker
from summitquiz.german.attachment import ends_phrase, in_attribute, phrase_of, token_before, token_behind
from summitquiz.german.links import more_than, two_acts
from summitquiz.german.nouns import is_eventive
from summitquiz.german.people_nouns import is_for_people, is_person
from summitquiz.german.timeline import times_in, to_come
from summitquiz.german.verbs import bounds, happens, orders, perfected, pluperfect, reports, speaks_publicly
from summitquiz.model import Claim, Kind, Sentence, Span, Timex, Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summitquiz.german.clauses import Clause
    from summitquiz.german.subjects import Subject
    from summitquiz.german.view import View
    from summitquiz.model import Mention

_WHEN = {"", "am", "im", "in", "an", "seit"}  # prepositions of a date that tells when
_NOW = {"heute", "jetzt", "dato"}
_NEAR = 400  # characters within which a year told counts for a date behind
_FOCUS = {"erst", "schon", "bereits", "noch", "nur", "gerade"}  # words that stand before a date: "erst am 19. Dezember"


def when(view: View, sentence: Sentence, clause: Clause, subject: Subject | None) -> Iterator[Claim]:
    """When it was, is or shall be: "Am Montag traf Kerry …", "Seit 2004 gibt es …", "bis Jahresende"."""
    times = times_in(view, clause)
    if not times or _tells_no_time(clause, subject):
        return
    mention, value = next((time for time in times if _stands_alone(view, clause, subject, *time)), times[0])
    before = _before(clause, mention.span)
    gap = _gap(clause, mention.span, before)
    until = next((t for t in before if t.text.lower() == "bis"), None)
    if gap is None or (is_night(mention) and gap.start == mention.span.start - len("die ")):
        return  # "arbeitete die Nacht zum Sonnabend durch": no adverbial
    if until is not None and (
        len(times) > 1
        or is_night(mention)
        or mention.rule.startswith("de.time.daypart")
        or mention.span.of(view.text).lower() in _NOW
    ):
        return  # "von Montag bis Mittwoch", "bis in den Morgen", "bis heute"
    behind = token_behind(clause, mention.span)
    if behind is not None and behind.text == "oder":
        return  # "für Ende Mai oder Anfang Juni"
    clause = replace(clause, tail=tuple(t for t in clause.tail if not gap.covers(t.span)))  # "gestern, Montag, …"
    preposition = next((t.text.lower() for t in before if t.tag.startswith("APPR") and gap.covers(t.span)), "")
    neighbour = token_before(clause, gap)
    attached = neighbour is not None and _attached(view, clause, neighbour, value, subject)
    ended = pluperfect(clause) or (perfected(clause) and _goes_on_with_but(sentence, clause))
    over = preposition == "seit" and ended  # "Seit 2007 hatten sie verhandelt": up to when, stands elsewhere
    ahead = _scheduled(clause, preposition)
    if (not ahead and ((preposition not in _WHEN and not until) or attached)) or over or _once_more(clause, value):
        return  # "Seit 1902 haben Schilder den Streit verhindert, aber nun …": no longer
    claim = Claim("when", "clause", mention.span, sentence.span, "de.clause.time")
    article = view.document.article
    undated = article.published is None and article.year_known and yearless(mention, value, view.text)
    if undated and not ahead and not _in_a_year(view, mention.span):
        bare = replace(claim, rule="de.clause.yearless", bare=True)  # whatever the year: the report is named
        word = "Bis wann" if until else "Seit wann" if preposition == "seit" else _which(value)
        yield Asker(view, clause, subject).for_adverbial(bare, gap, word)
        return
    past = is_present(clause.verb) and not perfected(clause) and preposition != "seit" and _over(view, value)
    coming = not ahead and not until and clause.verb.tag == "VVFIN" and not is_present(clause.verb) and to_come(view, value)
    if past or coming or not value.resolved or not date_part(value.value)[:4].isdigit() or "-W" in value.value:
        yield replace(claim, gate="reference_time")  # a noun's own: "schlug ein Treffen im Mai vor"; or one of two weekdays
        return
    since = "Seit wann" if preposition == "seit" else "In welcher Nacht" if is_night(mention) else "Wann"
    yield Asker(view, clause, subject).for_adverbial(claim, gap, ahead or ("Bis wann" if until else since))


def _before(clause: Clause, date: Span) -> list[Token]:
    """The three words before a date."""
    return [t for t in clause.tokens if t.span.end <= date.start][-3:]


def _stands_alone(view: View, clause: Clause, subject: Subject | None, mention: Mention, value: Timex) -> bool:
    """Whether a time is the clause's own: not "seit dem Ende des Krieges [vor 66 Jahren]"."""
    gap = _gap(clause, mention.span, _before(clause, mention.span))
    neighbour = token_before(clause, gap) if gap else None
    return gap is not None and not (neighbour and _attached(view, clause, neighbour, value, subject))


def _in_a_year(view: View, date: Span) -> bool:
    """Whether the paragraph names a year before a date: of that year it is, or of another."""
    start = view.text.rfind("\n", 0, date.start) + 1
    return any(
        value.value[:4].isdigit() for m, value in view.times(Kind.TIME, Span(max(start, date.start - _NEAR), date.start))
    )


def _which(value: Timex) -> str:
    """The question word for a day or a month without its year."""
    return "Wann" if value.mod else "An welchem Tag" if value.value.count("-") > 1 else "In welchem Monat"


def _tells_no_time(clause: Clause, subject: Subject | None) -> bool:
    """Whether nobody asks when it was: of what somebody merely said, of what only comes before or behind something."""
    told = any(t.tag == "NN" and not (subject and subject.span.covers(t.span)) for t in clause.field)
    to_do = any(t.tag in {"VVIZU", "PTKZU"} for t in clause.tail)  # "erklärte die Bereitschaft, … zu …", "bat, … zu …"
    said = bool(clause.tail) and not (to_do or clause.tail_optional)
    announced = clause.lemma in lexicon.load("event_verbs")["announcing"]
    together = any(t.text == "miteinander" for t in clause.field)
    mere = reports(clause) and not together and (said or not (told or to_do)) and not announced and not speaks_publicly(clause)
    return clause.lemma in {"dauern", "andauern"} or orders(clause.lemma) or two_acts(clause.field) or mere


def _gap(clause: Clause, date: Span, before: Sequence[Token]) -> Span | None:
    """A date with its article, prepositions and focus; None where it is not the clause's, or one of several."""
    behind = next((t for t in clause.tokens if t.span.start >= date.end), None)
    if before and before[-1].tag == "ART" and behind is not None and behind.tag == "ADJA":
        return None  # "dem heute 77-jährigen"
    if before and before[-1].tag == "ART" and behind is not None and behind.text in {"über", "hindurch", "lang"}:
        return None  # "den Freitag über"
    until = next((t.span.start for t in before if t.text.lower() == "bis"), date.start)
    gap = Span(min(_opens(before, date), until), date.end)  # "bis spätestens zum 1. Oktober"
    inside = [(t, n) for t, n in pairwise(before) if gap.covers(t.span) and gap.covers(n.span)]
    if any(t.tag == "ART" and n.tag.startswith("APPR") for t, n in inside) or in_attribute(clause, date):
        return None  # "der im Mai entlassene Minister": the date is the attribute's
    neighbour = token_before(clause, gap)
    beside = more_than(neighbour)  # "auch am Montag": on which other days?
    if neighbour is not None and neighbour.text in {"und", "sowie"} and neighbour.tag == "KON":
        return None  # "reist nach Birma und am Freitag nach Brisbane": only of the latter
    apposed = behind is not None and behind.text == "," and _apposed_to(clause, behind)
    starts = any(t.text.lower() == "ab" for t in before[-2:])  # when something starts is another question
    only = any(t.text.lower() == "nur" and gap.covers(t.span) for t in before)  # "blieb nur am Samstag": no longer
    return None if beside or apposed or starts or only else gap


def _attached(view: View, clause: Clause, last: Token, value: Timex, subject: Subject | None) -> bool:
    """Whether a time belongs to the noun that ends with the word before it; no body has a date of its own."""
    if any(m.span.end == last.span.end for m in view.within(Kind.ORGANISATION, clause.reach)):
        return False
    free = last.tag == "NN" and phrase_of(clause, last)[0].tag not in {"APPR", "APPRART", "NN"}
    if free and (bounds(clause) or happens(clause.lemma) or not is_eventive(last.text)):
        return False  # "Begonnen hatte der Besuch [am Samstag]", "hatte den Text [am Freitag] ausgehandelt"
    if last.tag == "NN" and not ends_phrase(view, last, subject) and not _dateless(clause, last):
        return True
    if value.anchored and _owns(clause, last, subject):
        return True
    return value.value.isdigit() and _of_noun_there(view, clause, last, subject)


def _dateless(clause: Clause, noun: Token) -> bool:
    """Whether a noun has no date of its own, people, bodies, "auf höchster Ebene", nor the noun before it, whose it is: "beim
    Gipfel der Außenminister [am Montag]"."""
    ends = tuple(word.lower() for word in lexicon.load("attachment")["dateless"])
    if not (is_for_people(noun.text) or is_person(noun.text) or noun.text.lower().endswith(ends)):
        return False
    head = phrase_of(clause, noun)[0]
    return head is noun or head.tag != "NN" or _dateless(clause, head)


def _opens(before: Sequence[Token], gap: Span) -> int:
    """Where a date begins, with the article, the preposition and the focus before it: "erst am 19. Dezember"."""
    start = gap.start
    for token in reversed(before):
        if token.tag not in {"ART", "PDAT", "APPR", "APPRART", "ADJA"} and token.text.lower() not in _FOCUS:
            break
        if token.tag == "PDAT" and start != gap.start:
            break  # "legte diesen [am Montag] zurück"
        start = token.span.start
    return start


def _apposed_to(clause: Clause, comma: Token) -> bool:
    """Whether what a time is stands behind its comma: ", dem Jahr, in dem …"."""
    behind = [t for t in clause.tokens if t.span.start >= comma.span.end][:2]
    return len(behind) > 1 and behind[0].tag == "ART" and behind[1].text in {"Jahr", "Tag", "Monat", "Datum", "Zeitpunkt"}


def _of_noun_there(view: View, clause: Clause, last: Token, subject: Subject | None) -> bool:
    """Whether a year follows a place that belongs to a noun, as it then may itself: "zu einem Anschlag in Kuba [1997]"."""
    place = next((p for m, p in view.places(clause.reach) if m.span.end == last.span.end), None)
    before = token_before(clause, place.phrase) if place else None
    return before is not None and before.tag == "NN" and not ends_phrase(view, before, subject)


def _scheduled(clause: Clause, preposition: str) -> str:
    """The question word where a verb sets a day for something: "wurde auf den 3. Juli verschoben"; "" where none does."""
    sets = clause.lemma in lexicon.load("event_verbs")["scheduling"]
    return {"für": "Für wann", "auf": "Auf wann"}.get(preposition, "") if sets else ""


def _once_more(clause: Clause, value: Timex) -> bool:
    """Whether it was so at other times too: "Dieses Jahr gab es wieder einen Markt", "Am Montag kam es erneut zu Protesten"."""
    again = any(t.text in {"wieder", "erneut", "abermals"} for t in clause.field)
    return again and ((value.anchored and value.value.isdigit()) or any(t.text == "es" for t in clause.field[:1]))


def _goes_on_with_but(sentence: Sentence, clause: Clause) -> bool:
    """Whether a contrast follows the clause."""
    behind = [t.text.lower() for t in sentence.tokens if t.span.start >= clause.tokens[-1].span.end]
    return behind[:1] == [","] and behind[1:2] in (["aber"], ["doch"], ["jedoch"])


def _owns(clause: Clause, name: Token, subject: Subject | None) -> bool:
    """Whether a name in the genitive stands behind its noun: "die Spaltung Chinas [vor 66 Jahren]"."""
    noun = token_before(clause, name.span)
    owned = name.tag == "NE" and name.text.endswith("s") and noun is not None and noun.tag == "NN"
    return owned and not (subject and subject.span.covers(name.span))


def _over(view: View, value: Timex) -> bool:
    """Whether a time lies before the article's own."""
    published = view.document.article.published
    return published is not None and date_part(value.value)[: len(str(published))] < str(published)
