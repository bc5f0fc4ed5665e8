"""What happened once, by its noun with a date: "seit der Annexion der Krim im März 2014" says when that was.

Words: words/history.yaml.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from summitquiz.german import lexicon
from summitquiz.german.adverbials import date_part
from summitquiz.german.countries import adjective_country
from summitquiz.german.nouns import article, weak
from summitquiz.german.timeline import to_come
from summitquiz.german.vagueness import Unfit, refuse_vague, undefined
from summitquiz.model import Claim, Kind, Span, Timex, Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summitquiz.german.view import View
    from summitquiz.model import Gender, Mention, Sentence

_PARTS = {"ART", "ADJA", "NN", "NE", "APPR", "APPRART", "CARD", "KON"}
_LONGEST = 8  # words of what tells a noun from others
_DETERMINERS = {"ART", "APPRART"}
_SURE = {"seit", "bei", "beim"}  # what stands behind them is one phrase: its date is the noun's


class _Noun(NamedTuple):
    """A noun of the list as a text has it; `plural` by its form."""

    text: str
    gender: Gender
    plural: bool


def find_dated_nouns(view: View) -> list[Claim]:
    """When the events of history named with a date were, in text order."""
    found: list[Claim] = []
    for sentence, zones in view.prose():
        tokens = [t for t in sentence.tokens if not any(z.overlaps(t.span) for z in zones)]
        found += [claim for i in range(1, len(tokens)) for claim in _claims(view, sentence, tokens, i)]
    return found


def _claims(view: View, sentence: Sentence, tokens: Sequence[Token], i: int) -> Iterator[Claim]:
    noun = _noun(tokens[i].text) if tokens[i].tag == "NN" else None
    left = next((k for k in range(i - 1, max(-1, i - 4), -1) if tokens[k].tag != "ADJA"), -1)
    if noun is None or left < 0 or tokens[left].tag not in _DETERMINERS or tokens[left].text.lower().startswith("ein"):
        return
    dated = _date_behind(view, tokens, i)
    if dated is None:
        return
    mention, value, start = dated
    place = _place_behind(view, tokens, mention.span.end)
    told = [*tokens[i + 1 : start], *([] if start > i + 1 else place)]
    phrase = [*tokens[left + 1 : i], tokens[i], *told]
    ahead = to_come(view, value)
    if not (_told(phrase) or ahead) or not _is_own(tokens, left, start, mention):
        return  # of what is still to come, a headline can tell which it is; "das Erdbeben" of before may be another one
    whole = Span(tokens[left].span.start, place[-1].span.end if place else mention.span.end)
    claim = Claim(
        "when", "clause", mention.span, sentence.span, "de.noun.dated", gap=whole, anchor=False, question_word="Wann"
    )  # fmt: skip
    try:
        for k in range(left, start):
            refuse_vague(tokens, k, None, False, False)
            if undefined(tokens, k):
                raise Unfit("vague")
        label = _label(noun, tokens[left + 1 : i], told)
        verb = ("sollen" if noun.plural else "soll") if ahead else ("waren" if noun.plural else "war")
        needs = "" if _told(phrase) else "vague"
        yield replace(claim, stem=(f"{verb} {label}{' sein' if ahead else ''}",), stands=ahead, floating=needs)
    except Unfit as unfit:
        yield replace(claim, gate=unfit.gate)


@cache
def _noun(word: str) -> _Noun | None:
    """The noun of the list that a word is a form of, alone or as the end of a compound."""
    lists = lexicon.load("history")
    for entry in lists["nouns"] if not word.startswith(tuple(lists["not"])) else ():
        one, many = entry["noun"], entry["plural"]
        for form, base, plural in _forms(one, many):
            head = word.removesuffix(form if word == form else form.lower())
            if form and head != word and (not head or head[:1].isupper()):
                return _Noun(head + (base if not head or head.endswith("-") else base.lower()), entry["gender"], plural)
    return None


def _forms(one: str, many: str) -> tuple[tuple[str, str, bool], ...]:
    """The forms of a noun with their nominative, and whether they are plural."""
    return (
        (one, one, False),
        (f"{one}s", one, False),
        (f"{one}es", one, False),
        (many, many, True),
        (f"{many}n" if many else "", many, True),
    )


def _date_behind(view: View, tokens: Sequence[Token], i: int) -> tuple[Mention, Timex, int] | None:
    """The date that follows a noun and what tells it from others, and where its words begin."""
    reach = Span(tokens[i].span.end, tokens[-1].span.end)
    for mention, value in view.times(Kind.TIME, reach)[:1]:
        at = next(k for k in range(i + 1, len(tokens)) if tokens[k].span.start >= mention.span.start)
        start = at
        while start > i + 1 and (tokens[start - 1].text.lower() in {"am", "im", "vom", "von", "in", "jahr", "jahre"}):
            start -= 1
        between = tokens[i + 1 : start]
        known = value.resolved and date_part(value.value)[:4].isdigit() and "-W" not in value.value
        if known and len(between) <= _LONGEST and all(t.tag in _PARTS for t in between):
            return mention, value, start
    return None


def _place_behind(view: View, tokens: Sequence[Token], end: int) -> list[Token]:
    """The words of a place right behind a date: "vom 13. November in Paris"."""
    behind = [t for t in tokens if t.span.start >= end]
    reach = Span(behind[0].span.start, behind[-1].span.end) if behind else Span(end, end)
    found = next((p.phrase for _, p in view.places(reach) if p.phrase.start == reach.start), None)
    return [t for t in behind if found and found.covers(t.span)]


def _told(phrase: Sequence[Token]) -> bool:
    """Whether a name or a country's adjective tells the event from others."""
    return any(t.tag == "NE" or (t.tag == "ADJA" and adjective_country(t.text)) for t in phrase)


def _is_own(tokens: Sequence[Token], left: int, start: int, mention: Mention) -> bool:
    """Whether a date belongs to the noun, and not to its clause: "vom 16. März", a bare year, or behind seit and bei."""
    first = tokens[start]
    if first.text.lower() == "vom" or (first.tag == "CARD" and first.span.start == mention.span.start):
        return True
    governed = tokens[left - 1].text.lower() if left and tokens[left].tag == "ART" else tokens[left].text.lower()
    return governed in _SURE


def _label(noun: _Noun, adjectives: Sequence[Token], behind: Sequence[Token]) -> str:
    """ "die Annexion der Krim"."""
    told = [weak(t.text, "nom", noun.gender, noun.plural) for t in adjectives]
    parts = [article(noun.gender, "nom", noun.plural), *told, noun.text, *(t.text for t in behind)]
    return " ".join(parts)
