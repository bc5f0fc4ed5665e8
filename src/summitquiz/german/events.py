"""Event mentions: nouns for meetings, visits and talks, and what their noun phrase says of who, where, when and how long."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.complements import complements
from summitquiz.german.countries import adjective_country
from summitquiz.german.cues import adjective_modality, given_up, hearsay, verb_lemmas
from summitquiz.german.event_modality import DATIVE, dictionary_form, event_modality, governs, is_over, words_around
from summitquiz.german.nouns import EventNoun, event_noun
from summitquiz.german.partners import TRAVEL
from summitquiz.german.segments import FINITE, without_brackets
from summitquiz.german.timeline import is_day
from summitquiz.german.topics import ABOUT, topic
from summitquiz.model import EventMention, Kind, Mention, Sentence, Span, Timex, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.view import View

_ORDINALS = {"letzte", "erste", "zweite", "dritte", "vierte", "fünfte", "sechste", "siebte", "achte", "neunte", "zehnte"}
_DURING = {
    "bei",
    "beim",
    "während",
    "nach",
    "seit",
    "im",
    "auf",
    "rande",
    "rahmen",
    "anlässlich",
    "beginn",
    "auftakt",
    "abschluss",
}
_SOME = {"Teil", "Teile", "Großteil", "Hälfte", "Drittel", "Viertel", "Mehrheit", "Mehrzahl", "Reihe", "Serie"}
_TOPICAL = ABOUT | {"um"}
_DAYS = re.compile(r"P(\d+)D")
_BOUNDS = {"Beginn", "Auftakt", "Start", "Eröffnung", "Ende", "Abschluss", "Schluss"}
_BOTH = {"ihr", "ihre", "ihrem", "ihren", "ihres", "ihrer"}
_LEFT = {"ART", "PDS", "PPOSAT", "PDAT", "ADJA", "CARD", "PIAT", "APPRART", "KOKOM", "ADV", "ADJD"}
_MOST_LEFT = 9  # words of an attribute before its noun: "der ursprünglich für Anfang Juni 2014 geplante Gipfel"


def find_events(view: View) -> list[EventMention]:
    """All event mentions of the document's prose, in text order."""
    found = []
    for sentence, zones in view.prose():
        tokens = without_brackets([t for t in sentence.tokens if not any(z.overlaps(t.span) for z in zones)])
        for i, token in enumerate(tokens):
            noun = event_noun(token.text) if token.tag in {"NN", "NE", "VVFIN", "VVINF"} else None
            if noun and not (_inside_name(view, token) or _half_named(tokens, i) or _each(tokens, i)):
                found.append(_mention(view, sentence, tokens, i, *noun))
    return found


def _inside_name(view: View, token: Token) -> bool:
    return any(
        mention.span.overlaps(token.span)
        for mention in view.within(Kind.ORGANISATION, Span(token.span.start - 60, token.span.end + 60))
    )


def _each(tokens: Sequence[Token], i: int) -> bool:
    """Whether every one of many is meant, or some: "jede zweite Tagung", "ein Teil der Gipfel"."""
    left = next((k for k in range(i - 1, -1, -1) if tokens[k].tag != "ADJA"), -1)
    some = left > 0 and tokens[left].text == "der" and tokens[left - 1].text in _SOME
    return left >= 0 and (some or tokens[left].text.lower().startswith("jede"))


def _half_named(tokens: Sequence[Token], i: int) -> bool:
    """Whether a compound's name begins before it, so that nobody knows where: "der Chaos Computer Club-Kongress"."""
    names = next((k for k in range(i - 1, -1, -1) if tokens[k].tag not in {"NN", "NE", "FM"}), -1)
    if "-" not in tokens[i].text or names == i - 1:
        return False
    genitive = tokens[i - 1].text.endswith("s")  # "Merkels EU-Gipfel"
    return not genitive or (names >= 0 and tokens[names].tag in {"ART", "APPRART"})


def _mention(view: View, sentence: Sentence, tokens: Sequence[Token], i: int, noun: EventNoun, plural: bool) -> EventMention:
    left = _left(view, tokens, i)
    before = tokens[left:i]
    right = complements(view, tokens, i + 1)
    if right.partners and noun.sort in TRAVEL:
        right.people.clear()  # "beriet bei einem Besuch in Ankara mit X": X is the host
    owner = _owner(view, tokens, left)
    adjectives = [t for t in before if t.tag == "ADJA"]
    determiner = before[0].text.lower() if before else ""
    plural = plural or (
        noun.plural == tokens[i].text
        and ((determiner == "die" and noun.gender != "f") or (determiner == "den" and noun.gender == "n"))
    )
    during = _during(tokens, left) and adjective_modality(adjectives) == "actual"  # not "nach ihrem abgesagten Besuch"
    act = during and _is_long(noun) and is_day(view, right.time)  # "beim Gipfel am 24. März schlossen sie …": one of its days
    act = act or _amid(tokens, left)
    acted_on = determiner in {"das", "den", "die"} and governs(tokens, i)  # "hatte das Treffen im Mai in Rom angeregt"
    left_by = determiner == "den" and not (left and tokens[left - 1].tag.startswith("APPR"))  # "verließ den Gipfel am Samstag"
    time = _time(view, tokens, left, i, None if act or acted_on or left_by else right.time)
    length = _duration(view, tokens, i)
    counted = any(t.text.lower() == "seit" for t in tokens[i + 1 : i + 4])  # "das erste Gespräch der beiden seit 2022"
    return EventMention(
        span=tokens[i].span,
        phrase=Span((tokens[left].span.start if not owner else owner[0].start), tokens[right.end - 1].span.end),
        noun=noun.noun,
        sort=noun.sort,
        sentence=sentence.span,
        definite=determiner in {"der", "die", "das", "dem", "den", "des", "im", "am", "beim", "zum", "zur", "vom"}
        or determiner.startswith("dies")
        or bool(owner),
        plural=plural,
        adjectives=""
        if counted
        else " ".join(dictionary_form(t.text) for t in adjectives if _tells(t) and not (time and is_over(t))),
        people=(*owner, *right.people),
        both=(determiner in _BOTH and noun.sort not in TRAVEL) or _of_both(tokens, i + 1),
        more=right.more,
        group=right.group,
        name=noun.named or any(_of_region(t) for t in adjectives),
        place=None if acted_on else right.place,
        time=time,
        duration=length[0].span if length else None,
        days=length is not None and (found := _DAYS.fullmatch(length[1].value)) is not None and int(found[1]) > 1,
        during=during,
        modality=event_modality(view, tokens, left, i, dated=time is not None),
        given_up=given_up(words_around(tokens, i)),
        hearsay=hearsay(tokens),
        other=any(dictionary_form(t.text) in lexicon.load("events")["other"] for t in adjectives),
        compound=noun.compound,
        ahead=_before_it(tokens, left),
        remembered=bool(verb_lemmas(words_around(tokens, i)) & set(lexicon.load("events")["remembering"])),
        large=_is_long(noun),
        small=noun.noun in lexicon.load("events")["of_few"],
        owned=tokens[left].text.lower() == "eines",
        topical=tokens[right.end].text.lower() in _TOPICAL if right.end < len(tokens) else False,
        topic="" if during else topic(tokens, right.end),  # "am Rande des Gipfels über die Ukraine sprechen"
    )


def _amid(tokens: Sequence[Token], left: int) -> bool:
    """Whether "nach" or "vor" stands before an event in the midst of a clause: the time behind may be the clause's own, as in
    "reiste nach ihrem Besuch in Kiew am Freitag weiter".
    """
    before = next((t for t in (tokens[left], *tokens[max(0, left - 1) : left]) if t.tag.startswith("APPR")), None)
    told = any(t.tag in FINITE for t in words_around(tokens, left) if t.span.start < tokens[left].span.start)
    return told and before is not None and before.text in {"nach", "vor"}


def _before_it(tokens: Sequence[Token], left: int) -> bool:
    """Whether what is told was before the event: "vor dem Treffen", "einen Tag vor Beginn des Gipfels"."""
    at = left - 1 - (left > 1 and tokens[left - 1].text in _BOUNDS)
    return at >= 0 and tokens[at].text.lower() == "vor"


def _of_both(tokens: Sequence[Token], i: int) -> bool:
    """Whether "der beiden" follows, and no noun that would say which: "das Gespräch der beiden"."""
    words = [t.text.lower() for t in tokens[i : i + 2]]
    return words == ["der", "beiden"] and all(t.tag not in {"NN", "NE", "ADJA"} for t in tokens[i + 2 : i + 3])


def _left(view: View, tokens: Sequence[Token], i: int) -> int:
    """Index of the first token of the noun phrase whose head stands at `i`."""
    near = Span(tokens[max(0, i - _MOST_LEFT)].span.start, tokens[i].span.start)
    lengths = [mention.span for mention, _ in view.times(Kind.DURATION, near)]
    j = i
    while j > 0 and (tokens[j - 1].tag in _LEFT or any(length.covers(tokens[j - 1].span) for length in lengths)):
        j -= 1
        if tokens[j].tag in {"ART", "PDS", "PPOSAT", "PDAT", "APPRART"}:
            return j
    if j > 1 and tokens[j - 2].tag == "ART" and tokens[j - 1].tag == "APPR" and tokens[i - 1].tag == "ADJA":
        return j - 2  # "der auf zwei Tage angesetzte Gipfel"
    if (
        j < i
        and tokens[j].tag == "ADJA"
        and view.times(Kind.TIME, Span(tokens[max(0, j - 4)].span.start, tokens[j].span.start))
    ):
        for k in range(j, max(-1, i - _MOST_LEFT), -1):
            if tokens[k].tag == "ART":
                return k
    return j


def _owner(view: View, tokens: Sequence[Token], left: int) -> list[Span]:
    """A genitive before the noun: "Kims erste Reise", "Nicolas Sarkozys Staatsbesuch"."""
    if not left:
        return []
    before = view.people(Span(tokens[max(0, left - 5)].span.start, tokens[left - 1].span.end))
    if before and before[-1][1].genitive and before[-1][0].span.end == tokens[left - 1].span.end:
        return [before[-1][0].span]
    return []


def _tells(adjective: Token) -> bool:
    """Whether an adjective tells an event from others: its number or its country."""
    return dictionary_form(adjective.text) in _ORDINALS or _of_region(adjective)


def _of_region(adjective: Token) -> bool:
    """Whether an adjective names a country or a part of the world."""
    return adjective_country(adjective.text) is not None or dictionary_form(adjective.text) in lexicon.load("events")["telling"]


def _duration(view: View, tokens: Sequence[Token], i: int) -> tuple[Mention, Timex] | None:
    """A length right before the noun, nothing but adjectives between: "ein mehr als einstündiges vertrauliches Gespräch"."""
    for mention, value in reversed(view.times(Kind.DURATION, Span(tokens[max(0, i - 6)].span.start, tokens[i].span.start))):
        between = [t for t in tokens[:i] if t.span.start >= mention.span.end]
        return (mention, value) if all(t.tag == "ADJA" for t in between) else None
    return None


def _time(view: View, tokens: Sequence[Token], left: int, i: int, behind: Span | None) -> Span | None:
    """The date of the noun phrase; in "vor Beginn der Konferenz am 24. März" it may be that of the beginning alone."""
    bounded = left and tokens[left].tag in {"ART", "PPOSAT"} and tokens[left - 1].text in _BOUNDS
    return None if bounded else behind or _time_before(view, tokens[left].span.start, tokens[i].span.start)


def _is_long(noun: EventNoun) -> bool:
    """Whether it may have several days: a summit or a conference, a Doppelgipfel too."""
    return noun.named or noun.noun.lower().endswith(_nameable())


@cache
def _nameable() -> tuple[str, ...]:
    """The nouns that make names of events: gipfel, konferenz."""
    return tuple(row["noun"].lower() for row in lexicon.load("events")["nouns"] if row.get("named"))


def _time_before(view: View, start: int, end: int) -> Span | None:
    """A date inside the noun phrase, before the noun: "der für Anfang Juni 2014 geplante Gipfel"."""
    times = view.times(Kind.TIME, Span(start, end))
    return times[0][0].span if len(times) == 1 else None


def _during(tokens: Sequence[Token], left: int) -> bool:
    """Whether what stands before the noun phrase says that the event took place: "bei", "am Rande", "zum Auftakt"."""
    if left and tokens[left - 1].text == "auf" and tokens[left].text.lower() not in DATIVE:
        return False  # "hofft auf ein Treffen"
    return any(t.text.lower() in _DURING for t in tokens[max(0, left - 1) : left + 1])
