"""Datelines: the place at the head of a report, where the paper or its reporter sat and not where things happened."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from summitquiz.german.gazetteer import lookup
from summitquiz.german.offices import read_office
from summitquiz.german.page import NAMES, Line, agency_pattern, inside, zone
from summitquiz.model import Span
from summitquiz.reading.language import function_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from summitquiz.model import Mention, Sentence, Token

    Check = Callable[[Sequence[Token], Token | None], bool]

_NAME = r"[A-ZÄÖÜÉŁŠČ][\w.'’-]{0,30}"
_MONTH = r"(?:Jan|Feb|März|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Jän)[a-zäöü]{0,7}\.?"
_DATE = rf"(?:,? (?:den |im )?(?:\d{{1,2}}\. ?(?:{_MONTH}|\d{{1,2}}\.)|{_MONTH})(?: ?\d{{4}})?)"
_OPENS = r"(?=[„“»\"‚›]?[A-ZÄÖÜ0-9])"  # what follows a dateline begins like a sentence
SMALL = frozenset(("/", "(", ")", "-", "am", "an", "der", "in", "im", "bei", "de", "la", "do", "ob"))
TEASERS = 4  # in a text of one line, so many sentences may stand before the dateline
FUNCTION_WORDS = frozenset(  # the tags of what may open a sentence with a capital that it would not have inside one
    (
        "ART",
        "APPR",
        "APPRART",
        "ADV",
        "PPER",
        "PPOSAT",
        "PDAT",
        "PDS",
        "PIAT",
        "PIS",
        "KOUS",
        "PROAV",
        "ADJA",
        "ADJD",
        "PWAV",
        "KON",
        "CARD",
    )
)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    openers = "|".join(sorted(word.capitalize() for word in function_words() - {"den"}))  # Den Haag
    name = rf"(?!(?:{openers})\b){_NAME}"
    place = rf"{name}(?: (?:{name}|am|an|der|de|do|dos|du|la|in|im|bei|ob|upon)){{0,3}}"
    region = r"(?: \([A-ZÄÖÜ][\w. -]{2,30}\))?"  # Sunrise (Florida)
    places = rf"(?P<places>{place}{region}(?: ?/ ?{place}){{0,3}})"
    agency = rf"(?: ?\((?:[^()]{{0,20}}[/,; ])?{agency_pattern()}[^()]{{0,30}}\)| {agency_pattern()}(?=[ ]?[-–—|:.]))"
    mark = r" ?(?:[-–—|·:]|\.(?! ?[-–—|])|\. ?[-–—]|(?=\s))\s?"
    return (
        re.compile(
            rf"{places}{_DATE}?\.?{agency}{_DATE}?{mark}{_OPENS}"
        ),  # Berlin (dpa) -   BERLIN taz |   Wien, 3. Mai (APA).
        re.compile(rf"{places}{_DATE}?(?: {{1,2}}[-–—|]+ *| ?[-–—|]+ +){_OPENS}"),  # Havanna –   Wien/Berlin –   Genf, 3. Mai –
        re.compile(
            rf"(?:[a-zA-Zäöü.]{{2,8}}\. )?{places}(?:{_DATE}\.?|(?<=\w\w\w)\.)(?: [-–—])? {_OPENS}"
        ),  # Pjöngjang.   elo. BONN, 3. Mai.
        re.compile(rf"{places} {_OPENS}"),  # Wladiwostok/Düsseldorf Der …
        re.compile(rf"{places}\.? \([A-ZÄÖÜ]{{2,4}}\)\.?{mark}{_OPENS}"),  # Prag. (LVZ) Der …
    )


def datelines(line: Line) -> Iterator[Mention]:
    """The dateline of a line: at its start, or in the first line of the prose after one to four sentences of teaser."""
    if line.body < 0:
        return
    starts = line.sentences[: TEASERS + 1] if line.body == 0 else line.sentences[:1]
    for number, sentence in enumerate(starts):
        span = _at(line, sentence, number)
        if span:
            yield zone("dateline", span)
            return


def with_datelines(sentences: Sequence[Sentence], zones: Sequence[Mention]) -> tuple[Sentence, ...]:
    """The sentences, each dateline in one with what follows it: "WIEN. Gescheitert sind …", "Bern. – Mit einem Eklat …"."""
    headed = {mention.span.start: mention.span.end for mention in zones if mention.value == "dateline"}
    joined: list[Sentence] = []
    for sentence in sentences:
        before = joined[-1] if joined else None
        if before and before.paragraph == sentence.paragraph and before.span.end <= headed.get(before.span.start, -1):
            joined[-1] = replace(
                before, span=Span(before.span.start, sentence.span.end), tokens=(*before.tokens, *sentence.tokens)
            )
        else:
            joined.append(sentence)
    return tuple(joined)


def _at(line: Line, sentence: Sentence, number: int) -> Span | None:
    """The dateline that begins with this sentence. The weaker the mark, the surer the place must be."""
    offset = line.span.start
    with_agency, with_dash, with_stop, bare, with_paper = _patterns()
    checks: list[tuple[re.Pattern[str], Check]] = [(with_agency, _any_place)]
    if number == 0:
        checks += [(with_dash, _known_place), (with_stop, _only_place), (bare, _place_before_article), (with_paper, _listed)]
    else:  # after a teaser only a dash or an agency tells a dateline from a sentence
        checks += [(with_dash, _known_place), (with_dash, _before_article)]
    for pattern, check in checks:
        match = pattern.match(line.text, sentence.span.start - offset)
        if match:
            places = Span(match.start("places") + offset, match.end("places") + offset)
            end = match.start() + len(match.group().rstrip()) + offset
            following = next((token for token in line.tokens if token.span.start >= end), None)
            if check(inside(line.tokens, places), following):
                return Span(match.start() + offset, end)
    return None


def _any_place(names: Sequence[Token], _following: Token | None) -> bool:
    return bool(names)


def _listed(names: Sequence[Token], _following: Token | None) -> bool:
    """A place of the gazetteer, and nobody before his party: "Merkel (CDU) Der …"."""
    return lookup(" ".join(token.text for token in names if token.text != ".")) is not None


def _known_place(names: Sequence[Token], _following: Token | None) -> bool:
    """Nothing but names, one of them tagged as a proper name, or a place of the gazetteer."""
    if lookup(" ".join(token.text for token in names)):
        return True
    return _all_names(names) and any(token.tag == "NE" for token in names)


def _only_place(names: Sequence[Token], following: Token | None) -> bool:
    """A sentence of proper names only, the last of them no initial, and more text after it."""
    proper = all(token.tag in ("NE", "$(") or (token.text.isupper() and len(token.text) > 3) for token in names)
    return proper and following is not None and bool(names) and len(names[-1].text.rstrip(".")) > 2


def _before_article(names: Sequence[Token], following: Token | None) -> bool:
    """Names, and then a function word with a capital that it could only have at a sentence's start."""
    opens = (
        following is not None
        and following.tag in FUNCTION_WORDS
        and following.text[0].isupper()
        and not following.text.isupper()
    )
    return opens and _all_names(names)


def _place_before_article(names: Sequence[Token], following: Token | None) -> bool:
    if any(read_office(token.text) for token in names):
        return False  # "Außenminister Sebastian [Kurz] hatte …", for which the tagger knows only an adverb
    return _known_place(names, following) and _before_article(names, following)


def _all_names(names: Sequence[Token]) -> bool:
    """Whether all are names or their small words. Many a town is tagged as a noun, and "Bad", "Wiener", "Neu" as adjectives."""
    if not names or (names[0].tag not in NAMES and (names[0].tag not in ("ADJA", "ADJD") or len(names) > 2)):
        return False
    return all(token.tag in NAMES or token.text[0].isupper() or token.text in SMALL for token in names)
