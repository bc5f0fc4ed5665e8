"""Which place somebody came to, saw or left, where it is the object of the clause: "besuchte am Montag [Myanmar]"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.asking import Asker
from summitquiz.german.attachment import ACCUSATIVES, ends_phrase, in_attribute, token_before, token_behind
from summitquiz.german.place_questions import visited_place
from summitquiz.german.timeline import inside, times_in
from summitquiz.model import Claim, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summitquiz.german.clauses import Clause
    from summitquiz.german.subjects import Subject
    from summitquiz.german.view import View
    from summitquiz.model import Place, Sentence

_NEXT = 40  # characters: the next place of a list stands inside


def visited(view: View, sentence: Sentence, clause: Clause, subject: Subject | None) -> Iterator[Claim]:
    """Which country, town or building it was: "Welches Land besuchte …?"; nothing where there are several."""
    places = lexicon.load("places")
    seen = clause.lemma in places["sight_verbs"]
    if clause.passive or not subject or not (subject.people or subject.pronoun):
        return
    if not seen and clause.lemma not in places["travel_verbs"]:
        return
    if any(value.value.isdigit() for _, value in times_in(view, clause)):
        return  # in a year somebody visits many places
    here = [(m, p) for m, p in view.places(clause.reach) if inside(clause, m.span) and not subject.span.covers(m.span)]
    objects = [(m, p) for m, p in here if _is_object(view, clause, subject, p)]
    if len(objects) != 1:
        return  # "besuchte Kiew und Odessa"
    mention, place = objects[0]
    word = visited_place(place) if seen or place.kind != "building" else ""
    if word:
        answer = mention.span if place.kind == "city" else place.phrase  # "die Hauptstadt [Peking]", "[das Weiße Haus]"
        claim = Claim("where", "clause", answer, sentence.span, "de.clause.visited", gap=place.phrase, group=True)
        behind = token_behind(clause, place.phrase)
        told = behind is None or behind.tag.startswith("V")  # what comes behind it tells of it: "betrat das Stadion, in dem …"
        yield Asker(view, replace(clause, tail=()) if told else clause, subject).for_adverbial(claim, place.phrase, word)


def _is_object(view: View, clause: Clause, subject: Subject | None, place: Place) -> bool:
    """Whether a place stands alone, neither governed by a preposition nor a part of another phrase."""
    before, behind = token_before(clause, place.phrase), token_behind(clause, place.phrase)
    phrase = " ".join(place.phrase.of(view.text).split())
    by_name = place.name.casefold() in phrase.casefold()  # not "die dortige Hauptstadt"
    accusative = phrase.split()[0].lower() in ACCUSATIVES or phrase == place.name  # not "Russlands", "der Stadt Wien"
    alone = before is None or before is clause.verb or ends_phrase(view, before, subject)
    listed = behind is not None and (behind.tag == "KON" or behind.text in {"der", "des"})
    others = view.places(Span(place.phrase.end, place.phrase.end + _NEXT))
    listed = listed or any(p.phrase.start == place.phrase.end + len(", ") for _, p in others)
    return (
        by_name and accusative and alone and place.preposition is None and not listed and not in_attribute(clause, place.phrase)
    )
