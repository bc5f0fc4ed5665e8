"""Persons beside the subject: whom it met, who did what the passive tells, who invited, whose word it is."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from summitquiz.german.asking import Asker
from summitquiz.german.groups import group_at
from summitquiz.german.links import more_than
from summitquiz.german.people_nouns import is_for_people
from summitquiz.german.people_phrases import people_at
from summitquiz.german.timeline import times_in
from summitquiz.german.verbs import Meeting, meets
from summitquiz.model import Claim, Sentence, Span, Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summitquiz.german.clauses import Clause
    from summitquiz.german.subjects import Subject
    from summitquiz.german.view import View
    from summitquiz.model import EventMention, Mention

_SAYINGS = {"Angaben", "Aussage", "Aussagen", "Worten", "Darstellung", "Einschätzung", "Ansicht", "Auffassung", "Meinung"}
MEETING = {"meeting", "session", "talks", "call"}  # sorts of events in which people talk to each other
TRAVEL = {"visit", "journey", "arrival"}  # sorts of events in which somebody comes: "ihr Besuch" is hers
_LINKING = {"ADV", "PROAV", "APPR"}
_NO_OBJECT = {"der", "des", "dem"}  # articles that no accusative has


def with_whom(view: View, sentence: Sentence, clause: Clause, subject: Subject | None) -> Iterator[Claim]:
    """The other side of a meeting: "traf sich mit X", "traf X", "empfing X"."""
    how = meets(clause)
    others = partners(view, clause, subject, how) if how and subject and not clause.passive else None
    if how and others:
        people, gap, also = others
        answer = Span(gap.start + len(how.preposition) + 1, gap.end) if how.preposition else gap
        claim = Claim("who", "clause", answer, sentence.span, "de.clause.partner", people=tuple(m.span for m in people))
        word = f"{how.preposition.capitalize()} wem" if how.preposition else "Wen"
        asked = Asker(view, clause, subject).for_adverbial(claim, gap, word)
        yield replace(asked, also=asked.also or also)
    elif how and subject and not clause.passive and (body := _group(view, clause, subject, how)):
        claim = Claim("who", "clause", body, sentence.span, "de.clause.partner", group=True)
        word = f"{how.preposition.capitalize()} wem" if how.preposition else "Wen"
        yield Asker(view, clause, subject).for_adverbial(claim, body, word)


def _group(view: View, clause: Clause, subject: Subject, how: Meeting) -> Span | None:
    """The words of a group on the other side, its preposition included: "traf [die Unterhändler der FARC]".

    None where no people stand there, nobody knows whose, or others follow.
    """
    for i, token in enumerate(clause.field):
        start = i + 1 if how.preposition else i
        before = clause.field[i - 1] if i else clause.verb
        fits = token.text.lower() == how.preposition if how.preposition else token.text == "die" or token.tag in {"NN", "ADJA"}
        if not fits or subject.span.covers(token.span) or before.tag in {"APPR", "APPRART", "ART", "ADJA"} or more_than(before):
            continue
        here = clause.field[start:]
        if here and here[0].text == "den":
            here = (replace(here[0], text="die"), *here[1:])
        group = group_at(view, here) if here and here[0].tag in {"ART", "NN", "ADJA", "CARD", "TRUNC"} else None
        if group is None or not group[1] or people_at(view, here, oblique=True):
            return None
        end = next((k for k, t in enumerate(here) if t.span.start >= group[0].end), len(here))
        end = next((k for k in range(end, len(here)) if here[k].tag != "NE"), len(here))  # "der Organisation [FARC]"
        people = any(t.tag == "NN" and is_for_people(t.text) for t in here[:end])
        goes_on = end < len(here) and here[end].tag in {"KON", "NN", "ART", "$,"}
        return Span(token.span.start, here[end - 1].span.end) if people and not goes_on else None
    return None


def met_some_day(view: View, clause: Clause, subject: Subject | None) -> bool:
    """Whether persons meet on no certain day, in an article without a date, or only talk, nobody says where or of what:
    they may have met often, and met many others."""
    how = meets(clause)
    others = partners(view, clause, subject, how) if how and subject else None
    if how is None or subject is None or others is None:
        return False
    known = view.document.article.year_known or any(value.resolved for _, value in times_in(view, clause))
    return not known or (not how.noun and _only_talked(view, clause, (subject.span, others.words)))


def _only_talked(view: View, clause: Clause, persons: Sequence[Span]) -> bool:
    """Whether nothing but `persons` and times is named in a clause."""
    told = [*persons, *(mention.span for mention, _ in times_in(view, clause))]
    return not any(t.tag in {"NN", "NE"} and not any(span.overlaps(t.span) for span in told) for t in clause.tokens)


def by_whom(view: View, sentence: Sentence, clause: Clause, subject: Subject | None) -> Iterator[Claim]:
    """Who did what the passive tells: "wurde von X empfangen", "lässt sich von X vertreten"."""
    if clause.verb.lemma.lower() == "lassen" and clause.reflexive and clause.field[-1].tag in {"VVINF", "VVPP"}:
        yield from _governed(view, sentence, clause, subject, ("von",), "Von wem", "de.clause.agent")
        yield from _governed(view, sentence, clause, subject, ("durch",), "Durch wen", "de.clause.agent")
    if clause.passive:
        yield from _governed(view, sentence, clause, subject, ("von",), "Von wem", "de.clause.agent")
        yield from _governed(view, sentence, clause, subject, ("vom",), "Von wem", "de.clause.agent")
        yield from _by_body(view, sentence, clause, subject)


def _by_body(view: View, sentence: Sentence, clause: Clause, subject: Subject | None) -> Iterator[Claim]:
    """Which body did what the passive tells: "wurde vom spanischen Verfassungsgericht verboten"; it answers with its "vom"."""
    done = any(t.tag == "VVPP" for t in clause.field)  # "Stellvertreter wurde X von der Partei Y": nothing was done
    for i, token in enumerate(clause.field[:-1] if done else ()):
        if token.text not in {"von", "vom"}:
            continue
        first = clause.field[i + 1]
        start = i + 1 + (first.tag == "ART")
        words = (replace(first, text="die", tag="ART"), *clause.field[start:])
        group = group_at(view, words) if token.text == "vom" or first.tag == "ART" else None
        state = any(p.kind == "country" and p.phrase.start == token.span.start for _, p in view.places(sentence.span))
        if group and group[1] and not state and not people_at(view, clause.field[i + 1 :], oblique=True):
            answer = Span(token.span.start, group[0].end)
            claim = Claim("who", "clause", answer, sentence.span, "de.clause.agent", group=True)
            yield Asker(view, clause, subject).for_adverbial(claim, answer, "Von wem")
            return


def invited(view: View, sentence: Sentence, clause: Clause, subject: Subject | None) -> Iterator[Claim]:
    """Who invited: "auf Einladung von X"."""
    yield from _governed(view, sentence, clause, subject, ("auf", "einladung", "von"), "Auf wessen Einladung", "de.clause.host")


def whose_word(view: View, sentence: Sentence, clause: Clause, subject: Subject | None) -> Iterator[Claim]:
    """Whose word it is: "Nach Angaben von X ist …"."""
    front = clause.front
    if len(front) < 4 or (front[0].text, front[2].text) != ("Nach", "von") or front[1].text not in _SAYINGS:
        return
    group = people_at(view, front[3:], oblique=True)
    if group and group[1] == len(front) - 3:
        answer = Span(front[3].span.start, front[-1].span.end)
        claim = Claim("who", "clause", answer, sentence.span, "de.clause.source", people=tuple(m.span for m in group[0]))
        gap = Span(front[0].span.start, front[-1].span.end)
        yield Asker(view, clause, subject).for_adverbial(claim, gap, f"Nach wessen {front[1].text}")


def _governed(
    view: View, sentence: Sentence, clause: Clause, subject: Subject | None, words: tuple[str, ...], ask: str, rule: str
) -> Iterator[Claim]:
    """A claim for the persons behind `words` in the middle field."""
    lower = [token.text.lower() for token in clause.field]
    for i in range(len(lower) - len(words)):
        start = i + len(words)
        group = people_at(view, clause.field[start:], oblique=True) if tuple(lower[i:start]) == words else None
        behind = [t.text.lower() for t in (*clause.field[start + group[1] :], *clause.tail)[:2]] if group else []
        more = behind[:1] in (["vom"], ["aus"]) or (behind[:1] in ([","], ["und"], ["sowie"]) and behind[1:] == [words[0]])
        if group and not _joined(clause.field[:i]) and not more:  # "von X vom rechten Flügel", "von X, von Y und von Z"
            end = clause.field[start + group[1] - 1].span.end
            answer = Span(clause.field[start].span.start, end)
            claim = Claim("who", "clause", answer, sentence.span, rule, people=tuple(m.span for m in group[0]))
            yield Asker(view, clause, subject).for_adverbial(claim, Span(clause.field[i].span.start, end), ask)
            return


class Partners(NamedTuple):
    """The persons on the other side of a meeting, and the words that name them, preposition included.

    `also`: the words say that others were met as well ("traf auch X").
    """

    people: tuple[Mention, ...]
    words: Span
    also: bool


def partners(view: View, clause: Clause, subject: Subject, how: Meeting) -> Partners | None:
    """The other side of a meeting; None where no list of known persons stands there."""
    for i, token in enumerate(clause.field):
        start = i + 1 if how.preposition else i
        before = clause.field[i - 1] if i else clause.verb
        if not how.preposition and (token.text in _NO_OBJECT or before.tag in {"APPR", "APPRART"}):
            continue  # "besuchte die Hochzeit der Ministerin Karin Kneissl", "empfing mit X …"
        if subject.span.covers(token.span) or (how.preposition and token.text.lower() != how.preposition):
            continue
        here = clause.field[start:]
        group = people_at(view, here, oblique=True) or _one_then_other(view, here, how.preposition)
        if group and _joined(clause.field[:i]):
            return None
        if group:
            end = start + group[1]
            if _list_goes_on(view, (*clause.field[end:], *clause.tail)):
                return None
            return Partners(group[0], Span(token.span.start, clause.field[end - 1].span.end), more_than(before))
    return None


def receiver(view: View, clause: Clause) -> Partners | None:
    """The one person by whom somebody was received: "wurde am Montag [von Kanzlerin Merkel] empfangen"."""
    for i, token in enumerate(clause.field):
        group = people_at(view, clause.field[i + 1 :], oblique=True) if token.text in {"von", "vom"} else None
        if group and clause.lemma == "empfangen":
            end = i + 1 + group[1]
            one = len(group[0]) == 1 and not (end < len(clause.field) and clause.field[end].text in {"und", "sowie", ","})
            return Partners(group[0], Span(token.span.start, clause.field[end - 1].span.end), not one) if one else None
    return None


def _one_then_other(view: View, tokens: Sequence[Token], preposition: str) -> tuple[tuple[Mention, ...], int] | None:
    """The persons of two lists, "X und anschließend auch mit Y", and how many tokens they take; None where there are none."""
    middle = next((k for k, t in enumerate(tokens) if t.text in {"und", "sowie"}), 0)
    again = middle + 1
    while again < len(tokens) and tokens[again].tag in {"ADV", "PROAV", "ADJD"}:
        again += 1
    if not middle or again + 1 >= len(tokens) or tokens[again].text != preposition:
        return None
    first, second = people_at(view, tokens[:middle], oblique=True), people_at(view, tokens[again + 1 :], oblique=True)
    if first is None or second is None or first[1] != middle:
        return None
    return (*first[0], *second[0]), again + 1 + second[1]


def _joined(before: Sequence[Token]) -> bool:
    """Whether an "und" links what follows to somebody else: "mit X und anschließend auch [mit Y]"."""
    words = [t.text for t in before if t.tag not in {"ADV", "ADJD"}]
    return words[-1:] in (["und"], ["sowie"])


def _list_goes_on(view: View, behind: Sequence[Token]) -> bool:
    """Whether one more named person follows a comma: "mit Werner Faymann, dem Präsidenten Heinz Fischer und …", "…, dann X"."""
    linking = len(list(takewhile(lambda t: t.tag in _LINKING, behind[1:]))) if behind else 0
    behind = [*behind[:1], *behind[1 + linking :]]
    if len(behind) < 2 or behind[0].text != ",":
        return False
    following = view.people(Span(behind[1].span.start, behind[-1].span.end))
    return any(p.name and min(p.phrase.start, m.span.start) == behind[1].span.start for m, p in following)


def lacks_partner(view: View, clause: Clause, event: EventMention) -> bool:
    """Whether a clause tells of a meeting with somebody, and not whose: "Das Treffen mit Begin fand in Ismailia statt"."""
    opens = bool(clause.front) and event.phrase.start == clause.front[0].span.start
    if not opens or len(event.people) != 1 or event.both or event.people[0].start < event.span.end:
        return False
    return " mit " in Span(event.span.end, event.people[0].start).of(view.text) and len(list(view.people(clause.reach))) == 1


def with_owner(view: View, event: EventMention) -> EventMention:
    """The event with the one other person of its sentence, who stands before it, as owner: "… hat X in Y sein Treffen mit Z
    kommentiert", where no clause could be read."""
    words = event.phrase.of(view.text).lower()
    if event.sort not in MEETING or len(event.people) != 1 or not words.startswith(("sein", "ihr")):
        return event
    others = [(m, p) for m, p in view.people(event.sentence) if p.name and m.span not in event.people]
    if len(others) != 1 or others[0][0].span.start > event.span.start or others[0][1].genitive:
        return event
    fits = others[0][1].gender in ({"f", None} if words.startswith("ihr") else {"m", None})
    return replace(event, people=(others[0][0].span, *event.people)) if fits else event
