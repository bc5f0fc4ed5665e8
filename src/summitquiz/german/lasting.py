"""How long an event lasted or was to last: "Das Treffen dauerte gut zwei Stunden", "Geplant waren 50 Minuten"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.agreement import is_present
from summitquiz.german.cues import modality, perfect_infinitive, without_comparison
from summitquiz.german.fronts import plural_verb
from summitquiz.german.nouns import article, event_noun
from summitquiz.german.segments import FINITE
from summitquiz.model import Claim, Kind, Mention, Modality, Sentence, Span, Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summitquiz.german.view import View
    from summitquiz.model import EventMention

_LASTING = frozenset(
    "dauern währen andauern ziehen hinziehen verbringen sprechen verhandeln beraten tagen zusammensitzen reden diskutieren "
    "konferieren unterhalten austauschen".split()
)
_TALKS = {"talks", "meeting", "session", "ceremony", "press", "call"}
_FOR_DAYS = {"talks", "meeting", "session", "visit"}
_OVER = re.compile(r"\b(?:[Nn]ach|Abschluss|Abschluß|Ende) (?:\w+ )?\Z")
_ABOUT_THAT = re.compile(r"\s+(?:darüber|darum|dazu|hierüber|hierzu|davor|danach)\b")
_TALKING = frozenset("sprechen verhandeln beraten reden diskutieren konferieren unterhalten austauschen".split())
_ENDING = {"enden", "beenden"}
_PLANNED = {"vorgesehen", "geplant", "angesetzt", "eingeplant", "anberaumt", "veranschlagt"}
_REPORTED = {"habe", "hätten"}
_MORE = {"länger", "kürzer", "mehr", "weniger", "später", "früher"}
_POINTERS = {"damals", "seinerzeit"}  # the sentence tells of another event than the one the article is about
_NO_COURSE = ("verspätung", "verzögerung", "vorsprung", "rückstand", "abstand", "pause", "unterbrechung", "vorlauf", "rest")
_SHORT = re.compile(r"PT|P\d+D")  # hours or days: sanctions last for years
_NO_LENGTH = {"seit", "vor", "in", "binnen", "innerhalb", "alle", "nach", "von", "an", "zu"}


def find_lengths(view: View, events: Sequence[EventMention]) -> list[Claim]:
    """Lengths that a verb or participle gives to an event; `event` is the definite event noun of the sentence, if any."""
    found: list[Claim] = []
    before_it: list[EventMention] = []  # the events of the sentence before
    for sentence, zones in view.prose():
        words = [t for t in sentence.tokens if not any(z.overlaps(t.span) for z in zones)]
        taken = [e.duration for e in events if e.sentence == sentence.span]
        for mention, value in view.times(Kind.DURATION, sentence.span):
            tokens = _statement(words, mention.span)
            short = before_it if _SHORT.match(value.value) else ()
            inside = [e for e in events if any(t.span == e.span for t in tokens)] or _meant_by_pronoun(tokens, short)
            before = _before(tokens, mention.span)
            over = before == "nach" and _ends(tokens)
            if (
                _POINTERS & {t.text.lower() for t in tokens}
                or mention.span in taken
                or "X" in value.value
                or (before in _NO_LENGTH and not over)
            ):
                continue
            behind = next((t.text for t in tokens if t.span.start >= mention.span.end), "")
            if behind in _MORE or behind.lower().endswith(_NO_COURSE):
                continue  # "eine Stunde länger als vorgesehen", "mit 30 Stunden Verspätung"
            claims = _claim(sentence, tokens, inside, mention, over)
            sure = [] if _several_talk(events) else inside
            found.extend(replace(claim, shorter=_shorter(view, claim, sure)) for claim in claims)
        before_it = [e for e in events if e.sentence == sentence.span]
    return found


def _meant_by_pronoun(tokens: Sequence[Token], events: Sequence[EventMention]) -> list[EventMention]:
    """The only event of the sentence before that "Sie dauerten", "Er dauerte" can mean."""
    first, verb = ([*tokens, None, None])[:2]
    if first is None or verb is None or verb.lemma.lower() != "dauern" or first.text not in {"Sie", "Er"}:
        return []
    gender = "m" if first.text == "Er" else "f"
    fitting = [e for e in events if e.plural == plural_verb(verb) and (e.plural or _gender(e) == gender)]
    return [replace(fitting[0], definite=True)] if len(fitting) == 1 else []


def _gender(event: EventMention) -> str:
    noun = event_noun(event.noun)
    return noun[0].gender if noun else ""


def find_talk_lengths(view: View, events: Sequence[EventMention]) -> list[Claim]:
    """Lengths that stand before the definite noun of talks of which nothing else is said: "nach den rund zweistündigen
    Beratungen"; only under a headline does anybody know which.
    """
    several = _several_talk(events)
    lengths = (
        (event, mention)
        for event in events
        for mention, value in view.times(Kind.DURATION, event.phrase)
        if mention.span == event.duration and "X" not in value.value and (event.days or not several)
    )
    found = [claim for event, mention in lengths if (claim := _of_talks(view, event, mention.span))]
    gathering = "|".join(lexicon.load("lasting")["gatherings"])
    return [replace(claim, undefined=(gathering,)) if several else claim for claim in found]


def _several_talk(events: Sequence[EventMention]) -> bool:
    """Whether an article tells of talks of two, so that nobody knows whose "die Beratungen" are."""
    return any(event.people and event.sort in _TALKS for event in events)


def _shorter(view: View, claim: Claim, events: Sequence[EventMention]) -> Claim | None:
    """The same length of talks of which nothing else is known, for a headline to tell which."""
    event = next((e for e in events if e.span == claim.event), None)
    sourced = any(cue.rule.startswith("de.attribution") for cue in view.within(Kind.CUE, claim.sentence))
    plain = claim.modality == "actual" and not (claim.present or claim.reported or sourced)
    return _of_talks(view, event, claim.answer) if event and plain else None


def _of_talks(view: View, event: EventMention, length: Span) -> Claim | None:
    """How long talks were of which nobody says more than that they were: "Wie lange dauerten die Beratungen?"."""
    noun = event_noun(event.span.of(view.text))
    towns = [m.span for m, _ in view.places(event.phrase)]  # "das Treffen in Rom", not "im Kurhaus"
    told = event.people or event.group or event.place in towns or event.name or event.other or event.both
    told = told or bool(_ABOUT_THAT.match(view.text, event.phrase.end))  # "die Verhandlungen darüber": others
    sorts = _FOR_DAYS if event.days else _TALKS
    if noun is None or not event.definite or told or event.sort not in sorts or event.modality != "actual":
        return None
    subject = f"{article(noun[0].gender, 'nom', event.plural)} {noun[0].form('nom', event.plural)}"
    meant = event.days and not _OVER.search(view.text[: event.phrase.start])  # "das zweitägige Treffen": so long it was to be
    return Claim(
        "how_long",
        "clause",
        length,
        event.sentence,
        "de.length.of_days" if event.days else "de.length.of_talks",
        (f"war{'en' * event.plural} {subject} angesetzt" if meant else f"dauerte{'n' * event.plural} {subject}",),
        event=event.span,
        question_word="Für wie lange" if meant else "Wie lange",
        bare=True,
        anchor=False,
    )


def _ends(tokens: Sequence[Token]) -> bool:
    """Whether something comes to its end: "ging nach drei Stunden zu Ende"."""
    lemmas = {t.lemma.lower() for t in tokens if t.tag.startswith("VV")}
    return bool(lemmas & _ENDING) or ("gehen" in lemmas and any(t.text == "Ende" for t in tokens))


def _statement(tokens: Sequence[Token], span: Span) -> list[Token]:
    """The words around `span` that a colon or semicolon parts from the rest of the sentence."""
    marks = [t.span.start for t in tokens if t.text in {":", ";"}]
    start = max((at for at in marks if at < span.start), default=-1)
    end = min((at for at in marks if at >= span.end), default=None)
    return [t for t in tokens if start < t.span.start and (end is None or t.span.start < end)]


def _claim(
    sentence: Sentence, tokens: Sequence[Token], events: Sequence[EventMention], mention: Mention, over: bool
) -> Iterator[Claim]:
    near = without_comparison(_segment(tokens, mention.span))
    lemmas = {t.lemma.lower() for t in near if t.tag.startswith("VV")}
    planned = {t.text.lower() for t in near} & _PLANNED
    if not planned and not lemmas & _LASTING and not over:
        return
    here = [e for e in events if any(t.span == e.span for t in near)]
    aside = bool(lemmas & _TALKING)  # "am Rande des Gipfels", "vor dem Gipfel sprachen sie zwei Stunden"
    meant = [e for e in (*here, *events) if e.definite and not (aside and (e.during or e.ahead))]
    if _relative(near):
        noun = next((t for t in reversed(tokens) if t.span.end <= near[0].span.start and t.tag in {"NN", "NE"}), None)
        meant = [e for e in events if noun and e.phrase.covers(noun.span)]  # not "zu einem Essen getroffen, das … dauerte"
    about = meant[0].span if meant else None
    if about is None and not planned:
        return
    if not planned and any(t.tag == "VMFIN" for t in near) and perfect_infinitive(near):
        return  # "soll eine Stunde gedauert haben"
    mode: Modality = "planned" if planned else modality(near)
    told = False
    plain = [t for t in near if t.text.lower() not in _REPORTED]
    if mode == "hypothetical" and len(plain) < len(near) and modality(plain) == "actual":
        mode, told = "actual", True  # "habe eine Stunde gedauert, teilte X mit": it is asked as his word
    yield Claim(
        "how_long",
        "length",
        mention.span,
        sentence.span,
        "de.length.verb",
        event=about,
        modality=mode,
        anchor=False,
        reported=told,
        present=_in_present(near),
    )


def _relative(segment: Sequence[Token]) -> bool:
    """Whether the words between two commas are a relative clause: "das zwei Stunden dauerte"."""
    words = [t for t in segment if not t.tag.startswith("$")]
    return bool(words) and words[0].text.lower() in {"der", "die", "das", "den", "dem"} and words[-1].tag in FINITE


def _in_present(tokens: Sequence[Token]) -> bool:
    """Whether the words tell of what lasts still: "dauert zwei Tage", and not "haben zwei Tage verbracht"."""
    return any(t.tag in {"VVFIN", "VAFIN"} and is_present(t) for t in tokens) and all(
        t.tag not in {"VVPP", "VAPP"} for t in tokens
    )


def _segment(tokens: Sequence[Token], span: Span) -> list[Token]:
    """The words between the commas and dashes around `span`."""
    segment: list[Token] = []
    for token in tokens:
        if token.text in {",", ";", "–", "—"}:
            if segment and segment[0].span.start <= span.start < segment[-1].span.end:
                return segment
            segment = []
        else:
            segment.append(token)
    return segment


def _before(tokens: Sequence[Token], span: Span) -> str:
    words = [t.text.lower() for t in tokens if t.span.end <= span.start]
    return words[-1] if words else ""
