"""Subordinate clauses that state something, as the main clauses that say the same: relative ones about a person, a city or a
thing, and those that say when, why or although what.

"Moon, der Kim am 27. April in Panmunjom getroffen hatte" gives "Moon hatte Kim am 27. April in Panmunjom getroffen";
"nach Brüssel, wo sie am Montag Tusk traf" gives "in Brüssel traf sie am Montag Tusk";
"weil die USA am Montag absagten" gives "sagten die USA am Montag ab", which can only be a question.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.agreement import is_present
from summitquiz.german.clauses import Clause, main_clauses
from summitquiz.german.cues import reported
from summitquiz.german.fronts import plural_verb
from summitquiz.german.nouns import event_noun
from summitquiz.german.segments import (
    CLOSING,
    FINITE,
    QUOTES,
    Segment,
    quotes_speech,
    segments_of,
    without_asides,
    without_brackets,
)
from summitquiz.german.subjects import Subject, find_subject
from summitquiz.german.things import thing_before
from summitquiz.german.timeline import times_in
from summitquiz.german.verbs import happens
from summitquiz.model import Person, Span, Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summitquiz.german.view import View
    from summitquiz.model import Mention, Sentence

_PRONOUNS = {"der": "m", "die": "f"}
_GENDERS = {"er": "m", "sie": "f"}
_WORDS_FOLLOW = {"dass", "ob", "wie"}
_FACTUAL = frozenset("nachdem während weil da als obwohl obgleich sodass indem seit seitdem bevor ehe woraufhin".split())
_TWO = 2
_TOWARDS = {"in", "nach", "aus"}
_COMPARING = {"mehr", "weniger", "anders", "eher", "lieber", "öfter", "andere", "anderen", "anderes", "so"}


def asides(
    view: View, sentence: Sentence, skip: Sequence[Span], whole: Sequence[Span]
) -> Iterator[tuple[Clause, Subject | None]]:
    """The subordinate clauses of a sentence that state something, each as a main clause with its subject, None for a thing, in
    text order; none of reported speech.
    """
    tokens = [t for t in sentence.tokens if not any(zone.overlaps(t.span) for zone in skip)]
    words = _own_words(without_asides(without_brackets(tokens)))
    segments = list(segments_of(words, whole))
    main = _main_subject(view, sentence, skip, whole)
    for number, segment in enumerate(segments):
        before = segments[number - 1] if number else None
        behind = segments[number + 1] if number + 1 < len(segments) else None
        for part in _halves(segment):
            found = _stated(view, before, part, main) if _is_whole(part, behind) else None
            if found:
                yield found


def _stated(view: View, before: Segment | None, segment: Segment, main: Mention | None) -> tuple[Clause, Subject | None] | None:
    """What one subordinate clause states; `before` is what stands before its comma, `main` the main clause's subject."""
    compares = before is not None and segment.tokens[0].text.lower() == "als" and _comparative(before)
    found = None if compares else _circumstance(view, segment)
    if found or before is None or segment.mark is None or segment.mark.text != ",":
        return found
    return _of_person(view, before, segment) or _of_place(view, before, segment, main) or _of_thing(view, before, segment)


def _halves(segment: Segment) -> list[Segment]:
    """A subordinate clause with two predicates as two: "der im Juni gewählt wurde und [der] im August das Amt antrat".

    Only of whom a relative pronoun stands for both are told; of "als X kam und ihn traf" the first.
    """
    verbs = [i for i, t in enumerate(segment.tokens) if t.tag in FINITE]
    joined = len(verbs) == _TWO and segment.verb_last() and segment.tokens[verbs[0] + 1].text == "und"
    if not joined:
        return [segment]
    first, behind = replace(segment, tokens=segment.tokens[: verbs[0] + 1]), segment.tokens[verbs[0] + 2 :]
    relative = segment.tokens[0].text in _PRONOUNS and segment.tokens[0].text != behind[0].text
    return [first, replace(segment, tokens=(segment.tokens[0], *behind))] if relative and len(behind) > 1 else [first]


def _own_words(words: list[Token]) -> list[Token]:
    """The words of a sentence behind all that it quotes or reports: "„…“, scherzte [X, der seit Mai im Amt ist]"."""
    marks = [i for i, t in enumerate(words) if t.text in QUOTES] if quotes_speech(words) else []
    told = [i for i, t in enumerate(words) if t.tag in FINITE and reported(t)]
    last = max([-1, *marks, *told])
    if not told or last > told[-1]:
        return words[last + 1 :]
    own = next((i for i in range(last + 1, len(words)) if words[i].tag in FINITE), len(words))
    return words[own:]


def _comparative(before: Segment) -> bool:
    """Whether what stands before "als" compares: "mehr, [als X 1995 erreicht hatte]"."""
    return any(t.text.lower() in _COMPARING or (t.tag == "ADJD" and t.text.endswith("er")) for t in before.tokens)


def _circumstance(view: View, segment: Segment) -> tuple[Clause, Subject] | None:
    """A clause that says when, why or although what, and names its subject."""
    at = int(segment.tokens[0].tag in {"ADV", "ADJD"})  # "erst als", "kurz nachdem"
    word = segment.tokens[at].text.lower() if at + 1 < len(segment.tokens) else ""
    if word not in _FACTUAL:
        return None
    clause = _main((), segment.tokens[at + 1 :])
    if word == "als" and not times_in(view, clause):
        return None  # it was when the main clause says
    if word in {"seit", "seitdem"} and is_present(clause.verb):
        return None  # "seit Merkel Kanzlerin ist": a state that only dates the rest
    subject = find_subject(view, clause)
    return (clause, subject) if subject and not subject.pronoun else None


def _is_whole(segment: Segment, behind: Segment | None) -> bool:
    """Whether a segment is one clause with its verb at the end, and nothing that the verb demands hangs on behind."""
    one = sum(t.tag in FINITE for t in segment.tokens) == 1 and segment.verb_last()
    demanded = behind is not None and (
        behind.tokens[0].text.lower() in _WORDS_FOLLOW or any(t.tag in {"PTKZU", "VVIZU"} for t in behind.tokens)
    )
    return one and not demanded


def _of_person(view: View, before: Segment, segment: Segment) -> tuple[Clause, Subject] | None:
    """A clause about the person named right before it, who does what it tells."""
    gender = _PRONOUNS.get(segment.tokens[0].text)
    end = before.tokens[-1].span.end
    named = [(m, p) for m, p in view.people(Span(before.tokens[0].span.start, end)) if m.span.end == end]
    if gender is None or not named:
        return None
    mention, person = named[-1]
    nominative = gender == "m" or not _bare_person(view, segment)
    meant = person.gender == gender or (person.gender is None and gender == "m")  # a name without an office often has none
    if not person.name or person.genitive or not meant or not nominative:
        return None
    name = tuple(t for t in before.tokens if mention.span.covers(t.span))
    clause = _main(name, segment.tokens[1:])
    if happens(clause.lemma) and any(event_noun(t.text) for t in before.tokens):
        return None  # "der Gipfel mit Donald Trump, der im Mai beginnen soll": it is the summit
    return clause, Subject(mention.span, (mention,), False, True)


def _of_thing(view: View, before: Segment, segment: Segment) -> tuple[Clause, Subject | None] | None:
    """A clause about the thing named right before it: what happened or was done to it, or who did so: "den X unterschrieb"."""
    pronoun, verb = segment.tokens[0], segment.tokens[-1]
    thing = thing_before(before.tokens, pronoun, plural_verb(verb) and pronoun.text == "die")
    clause = _main(thing, segment.tokens[1:]) if thing else None
    if clause is None or clause.passive or happens(clause.lemma):
        return (clause, None) if clause and pronoun.text != "den" else None
    subject = find_subject(view, clause)
    did = subject is not None and not subject.pronoun and not subject.front
    return (
        (clause, subject) if did and (pronoun.text == "den" or clause.lemma in lexicon.load("event_verbs")["acting"]) else None
    )


def _bare_person(view: View, segment: Segment) -> bool:
    """Whether a clause has a person that no preposition governs: "die Putin empfing" may be said of either."""
    tags = {t.span.end: t.tag for t in segment.tokens}
    people = view.people(Span(segment.tokens[0].span.start, segment.tokens[-1].span.end))
    return any(tags.get(min(p.phrase.start, m.span.start) - 1) not in {"APPR", "APPRART"} for m, p in people)


def _of_place(view: View, before: Segment, segment: Segment, subject: Mention | None) -> tuple[Clause, Subject] | None:
    """A clause with "wo" about the city named right before it; its er or sie is the main clause's `subject`."""
    end = next((t.span.end for t in reversed(before.tokens) if t.tag not in CLOSING), before.tokens[-1].span.end)
    cities = [(m, p) for m, p in view.places(Span(before.tokens[0].span.start, end)) if m.span.end == end and p.kind == "city"]
    if segment.tokens[0].text != "wo" or not cities or cities[-1][1].preposition not in _TOWARDS:
        return None
    place = tuple(t for t in before.tokens if cities[-1][1].phrase.covers(t.span))
    place = (replace(place[0], text="in"), *place[1:])
    clause = _main(place, segment.tokens[1:])
    if len(clause.field) > 1 and clause.field[0].tag == "PPER" and subject:
        person = subject.value
        meant = isinstance(person, Person) and bool(person.name) and _GENDERS.get(clause.field[0].text) == person.gender
        if not meant:
            return None
        name = tuple(t for s in view.document.sentences for t in s.tokens if subject.span.covers(t.span))
        clause = replace(clause, field=(*name, *clause.field[1:]))
        return clause, Subject(subject.span, (subject,), False, False)
    found = find_subject(view, clause)
    return (clause, found) if found and not found.pronoun else None


def _main_subject(view: View, sentence: Sentence, skip: Sequence[Span], whole: Sequence[Span]) -> Mention | None:
    """The one person who is the subject of a sentence's only main clause."""
    clauses = main_clauses(sentence, skip, whole)
    subject = find_subject(view, clauses[0]) if len(clauses) == 1 else None
    return subject.people[0] if subject and len(subject.people) == 1 else None


def _main(front: tuple[Token, ...], words: tuple[Token, ...]) -> Clause:
    """The main clause with a front field, and the rest in the order of a subordinate clause, its verb last."""
    *field, verb = words
    split = _split(verb.lemma.lower(), verb.text.lower()) if verb.tag == "VVFIN" else None
    if split:
        form, particle = split
        field.append(replace(verb, text=particle, tag="PTKVZ", lemma=particle))
        verb = replace(verb, text=form, lemma=verb.lemma[len(particle) :])
    return Clause(front, verb, tuple(field), aside=True)


@cache
def _split(lemma: str, form: str) -> tuple[str, str] | None:
    """A verb at the end of its clause in two, as a main clause has it: teilnahm → nahm, teil; None for one not parted."""
    import ablaut  # slow to load, and few articles need it

    try:
        table = ablaut.conjugate(lemma)
    except ValueError:
        return None
    parted = [words.split() for words in (*table.present, *table.preterite) if " " in words]
    return next(((words[0], words[1]) for words in parted if "".join(reversed(words)) == form), None)
