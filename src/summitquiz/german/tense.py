"""Whether the clause around a span looks back or forward: finite verbs and cue words, without a tagger."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Literal

from summitquiz.german.lexicon import load
from summitquiz.german.nouns import is_eventive

if TYPE_CHECKING:
    from summitquiz.model import Span

Tense = Literal["past", "future"]

REACH = 240  # characters looked at on either side
SENTENCE_END = re.compile(r"[!?\n]|(?<![\d.])\.(?=\s+[\"„»“]?[A-ZÄÖÜ])|(?<=\d{4})\.(?=\s+[\"„»“]?[A-ZÄÖÜ])")
CLAUSE_END = re.compile(r",(?!\d)|[;:]| [–-] ")
WORD = re.compile(r"[^\W\d_]+")
PARTICIPLE = re.compile(
    r"\b(?:[a-zäöü]{2,7})?(?:ge|be|ver|er|ent|zer|über|unter)[a-zäöüß]{2,18}(?:t|en)\b|\b[a-zäöüß]{2,18}iert\b|\bworden\b"
)
PHRASE_START = re.compile(
    r"\b(?:[Dd](?:er|ie|as|en|em|es)|[Ee]ine?[mnrs]?)\s+(?:erst |bereits |schon |noch )?(?:am|im|vom|seit|zu[mr]?|in der)\s+\Z"
)
PHRASE_END = re.compile(
    r"\s[^,.;:()]{0,60}?\b((?:[a-zäöü]{2,6})?(?:ge|ver|be|er|ent|zer|zu)[a-zäöüß]{2,18}(?:t|en|end)e[mnrs]?|[a-zäöüß]{3,20}ende[mnrs]?)"
    r"\s(?:[a-zäöüß-]{2,20}e[mnrs]?\s)?[A-ZÄÖÜ]"
)
UNPARTED = ("be", "ent", "er", "miss", "ver", "zer", "unter", "über", "wider", "hinter", "durch", "um")
PARTED = tuple("ab an auf aus bei ein fort her hin los mit nach statt teil vor weg weiter wieder zu zurück zusammen".split())
RELATIVE = re.compile(r"\s*(?:(?:in|an|auf|zu|bei|mit) )?(?:der|die|das|den|dem|denen|dessen|deren|wo)\b")
PRESENT_END = re.compile(r"\b([a-zäöüß]{3,}(?<!te)t)\s*\Z")
INFINITIVE = re.compile(
    r"\b(?:zu |(?:ab|an|auf|aus|bei|ein|fort|mit|nach|statt|teil|vor|weg|weiter|wieder|zurück|zusammen)zu)"
    r"[a-zäöüß]{3,}n[.\s]*\Z"
)
INTENDED = re.compile(
    r"(?<!bei )(?<!nach )(?<!vor )(?<!auf )(?<!in )(?<!mit )(?<!seit )\b(?:[Ee]ine?[mnr]?|zu[mr]?|um)\s"
    r"(?:[a-zäöüß-]+\s){0,2}([A-ZÄÖÜ][\w-]+)\s(?:(?:in|nach|mit|von|auf|an)\s[^,;:.]{2,40}?\s)?"
    r"(?:(?:im|in|am|Anfang|Ende|Mitte)\s)?\Z"
)  # "zu einem Besuch nach Norwegen im"
WEAK = re.compile(r"\b(?!ge)[a-zäöüß]{2,16}te(?:n?\b(?=\s+[a-zäöü]|[.,;:])|(?=\s*\Z))")


@functools.cache
def _cues(name: str) -> frozenset[str]:
    return frozenset(load("tense")[name])


def sentence_bounds(text: str, span: Span) -> tuple[int, int]:
    """Start and end of the sentence around a span, roughly, and no farther than `REACH` characters away."""
    begin, finish = max(0, span.start - REACH), min(len(text), span.end + REACH)
    start = begin
    for end in SENTENCE_END.finditer(text, begin, span.start + 1):
        start = min(end.end(), span.start)
    after = SENTENCE_END.search(text, span.end, finish)
    return start, after.start() if after else finish


def tense(text: str, span: Span, clause_only: bool = False) -> Tense | None:
    """Where the clause around a span looks, or else its sentence; None when nothing says so."""
    inside = _attribute(text, span)
    if inside:
        return inside
    start, end = sentence_bounds(text, span)
    near = clause(text, span)
    found = _of(near) or _ends_in_present(near) or _ends_in_infinitive(near)
    if found or clause_only or not _cues("perfect").isdisjoint(WORD.findall(near)):
        return found
    return _of(text[start:end])


def _ends_in_present(clause: str) -> Tense | None:
    """future for a relative clause that a verb in the present ends: "der im Februar den Vorsitz übernimmt".

    No participle stands there without its auxiliary.
    """
    last = PRESENT_END.search(clause) if RELATIVE.match(clause) else None
    return "future" if last and last[1] not in _cues("past") else None


def _ends_in_infinitive(clause: str) -> Tense | None:
    """future for what somebody announced or offered, "im Juni in Bonn zu tagen"; not for what he says he has done."""
    return "future" if INFINITIVE.search(clause) and not PARTICIPLE.search(clause) else None


def is_planned(text: str, span: Span) -> bool:
    """Whether the clause around a span says in the present that something is to come: "ist für den 17. Dezember geplant"."""
    near = clause(text, span)
    return not _cues("ahead").isdisjoint(WORD.findall(near)) and _of(near) == "future"


def speaks_of_plans(text: str, span: Span) -> bool:
    """Whether the sentence around a span says in the past that something still to come was fixed, moved or called off."""
    start, end = sentence_bounds(text, span)
    return not _cues("plans").isdisjoint(WORD.findall(text[start:end]))


def intends(text: str, span: Span) -> bool:
    """Whether a time hangs on an event that somebody invites to, proposes or calls off: "lud zu einem Besuch im Mai ein"."""
    near, start = clause(text, span), sentence_bounds(text, span)[0]
    if (_cues("plans") | _cues("intends")).isdisjoint(WORD.findall(near)):
        return False
    before = INTENDED.search(text, start, span.start)
    return before is not None and (before[1] in _cues("intends") or is_eventive(before[1]))


def _attribute(text: str, span: Span) -> Tense | None:
    """The participle that a time inside a noun phrase belongs to: das am Mittwoch verabschiedete Gesetz."""
    if not PHRASE_START.search(text, max(0, span.start - 40), span.start):
        return None
    participle = PHRASE_END.match(text, span.end, min(len(text), span.end + 90))
    if not participle or participle[1] in _cues("future"):
        return None
    return "future" if re.search(r"ende[mnrs]?\Z", participle[1]) else "past"


def clause(text: str, span: Span) -> str:
    """The part of the sentence around a span that commas, dashes and brackets enclose."""
    start, end = sentence_bounds(text, span)
    before = list(CLAUSE_END.finditer(text, start, span.start))
    after = CLAUSE_END.search(text, span.end, end)
    return text[before[-1].end() if before else start : after.start() if after else end]


@functools.lru_cache(maxsize=64)  # several dates often stand in one sentence
def _of(clause: str) -> Tense | None:
    """The tense of a piece of text by its finite verbs and cue words; a past form outweighs a present one."""
    words = set(WORD.findall(clause))
    if not words.isdisjoint(_cues("past") | _said()) or any(map(_prefixed, words)) or _has_preterite(clause, words):
        return "past"
    future = words & _cues("future")
    if words & _cues("perfect") and not future & _cues("planned") and PARTICIPLE.search(clause):
        return "past"
    return "future" if future else None


@functools.cache
def _said() -> frozenset[str]:
    """The past forms of verbs that report what somebody says: a name may follow them, "bedauerte Merkel am Montag"."""
    verbs = [verb for group in load("reporting_verbs")["groups"] for verb in group["verbs"]]
    forms = {
        verb["forms"][1] if "forms" in verb else _weak(verb["lemma"].removeprefix(verb.get("particle", ""))) for verb in verbs
    }
    return frozenset(forms | {f"{form}n" if form.endswith("te") else f"{form}en" for form in forms})


def _weak(lemma: str) -> str:
    """The past of a weak verb: kritisieren → kritisierte, bedauern → bedauerte, melden → meldete."""
    stem = lemma.removesuffix("en") if lemma.endswith("en") else lemma.removesuffix("n")
    return f"{stem}ete" if stem.endswith(("d", "t")) else f"{stem}te"


@functools.cache
def _prefixed(word: str) -> bool:
    """Whether a word is a past form of the list with a prefix: unterhielt; at a clause's end one that is parted, aufhielt."""
    return any(word.startswith(prefix) and word[len(prefix) :] in _cues("past") for prefix in (*UNPARTED, *PARTED))


def _has_preterite(clause: str, words: set[str]) -> bool:
    """Whether a weak preterite stands there; the list of exceptions holds adjectives and infinitives that look alike."""
    if not any(word.endswith(("te", "ten")) and _may_look_back(word) for word in words):
        return False
    return any(_may_look_back(match.group()) for match in WEAK.finditer(clause))


def _may_look_back(word: str) -> bool:
    return word not in _cues("not_preterite") and not word.endswith(tuple(_cues("not_preterite_ends")))
