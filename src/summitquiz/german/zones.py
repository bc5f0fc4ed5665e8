"""Zones: text that is no evidence. Datelines, captions, credits, bylines, notices, link lists and heads.

Whoever wrote them did not mean them as report: a dateline's place is where the paper sits, a caption may be years old.
"""

from __future__ import annotations

import re
from bisect import bisect
from functools import cache
from typing import TYPE_CHECKING

from summitquiz.german.credits import byline, credits
from summitquiz.german.datelines import datelines
from summitquiz.german.page import Line, either, lines_of, words, zone
from summitquiz.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summitquiz.model import Article, Mention, Sentence

LONGEST_NOTICE = 220
LONGEST_POINTER = 200
LONGEST_CAPTION = 120  # of a caption without a credit
LONGEST_CROSSHEAD = 80
LONGEST_OPEN_CAPTION = 300  # of one that ends without a full stop
_MONTHS = r"(?:Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)"
_DAY = rf"(?:(?:Mo|Di|Mi|Do|Fr|Sa|So)[a-z]*\.?,? (?:den )?)?\d{{1,2}}\. ?(?:\d{{1,2}}\.|{_MONTHS}) ?\d{{2,4}}"
_CLOCK = r"(?:,? ?(?:[-–|] ?|um )?\d{1,2}[:.]\d{2}(?: Uhr)?)"


def find_zones(article: Article, sentences: Sequence[Sentence]) -> list[Mention]:
    """The zones of an article in text order, none overlapping another. `sentences` are the article's, from `reading`.

    Each mention has kind ZONE and one of the values dateline, caption, credit, byline, notice, links, header.
    """
    lines = lines_of(article, sentences)
    found: list[Mention] = []
    for finder in (
        _header,
        _notices,
        _links,
        _heads_and_feet,
        _datelines,
        _credits,
        _bare_captions,
        _who_stands_where,
        _page_references,
        _unstopped,
    ):
        _add_apart(found, list(finder(article, lines, found)))
    return found


def _add_apart(found: list[Mention], new: Iterable[Mention]) -> None:
    """Put in order those new mentions among the found that overlap none: what an earlier rule found stays."""
    for mention in new:
        place = bisect(found, mention.span, key=lambda other: other.span)
        if not any(mention.span.overlaps(other.span) for other in found[max(0, place - 1) : place + 1]):
            found.insert(place, mention)


def _header(article: Article, _lines: Sequence[Line], _found: Sequence[Mention]) -> Iterator[Mention]:
    """What stands before title and prose, such as a wild `date 2019-04`."""
    end = article.title_span.start if article.title_span else article.body_start
    head = article.text[:end]
    if head.strip():
        yield zone("header", Span(len(head) - len(head.lstrip()), len(head.rstrip())))


def _notices(_article: Article, lines: Sequence[Line], _found: Sequence[Mention]) -> Iterator[Mention]:
    whole = {word.title() for word in words()["notice_lines"]}
    for line in lines:
        if len(line.text) < LONGEST_CROSSHEAD and line.text.strip(" -–—:|*+»›").title() in whole:
            yield zone("notice", line.span, "notice-line")
            continue
        for sentence in line.sentences:
            if _is_notice(sentence.span.of(_article.text)):
                yield zone("notice", sentence.span)


def _is_notice(text: str) -> bool:
    if len(text) > LONGEST_NOTICE:
        return False
    lower = text.lower()
    return any(all(part in lower for part in row) for row in words()["notices"])


@cache
def _pointer() -> re.Pattern[str]:
    return re.compile(rf"[-–—•*>»›+\s(]*{either('links')}")


def _links(article: Article, lines: Sequence[Line], _found: Sequence[Mention]) -> Iterator[Mention]:
    """Pointers to other texts and pictures, and the lists of titles below them."""
    listing = False
    for line in lines:
        if line.body < 0:
            continue
        if _is_pointer(line.text, alone=True):
            listing = not line.text.endswith((".", "!", "?"))
            yield zone("links", line.span)
        elif listing and not _is_prose(line):
            yield zone("links", line.span, "link-list")
        else:
            listing = False
            for sentence in line.sentences[1:]:
                if _is_pointer(sentence.span.of(article.text), alone=False):
                    yield zone("links", sentence.span)


def _is_pointer(text: str, *, alone: bool) -> bool:
    """Whether a line (`alone`) or a sentence inside one begins as a pointer does: with its words, and inside a line a colon."""
    match = _pointer().match(text)
    if not match or len(text) > LONGEST_POINTER:
        return False
    rest = text[match.end() :]
    imperative = match.group().strip(" -–—•*>»›+(").split(" ")[-1][:1].isupper() and " Sie" in match.group()
    return imperative or ":" in rest[:60] or (alone and not rest.rstrip().endswith((".", "!", "?")))


def _is_prose(line: Line) -> bool:
    return len(line.text) > 60 and line.text.rstrip('“”"»)').endswith((".", "!", "?"))


@cache
def _stamp() -> re.Pattern[str]:
    word = either("stamps")
    return re.compile(rf"(?:{word}:? ?)?(?:am |vom )?{_DAY}{_CLOCK}?(?: ?[|–-] ?.{{0,60}})?$|{word}: ?(?:{_DAY}|\d).{{0,60}}$")


def _heads_and_feet(_article: Article, lines: Sequence[Line], _found: Sequence[Mention]) -> Iterator[Mention]:
    """Lines that only date the article or name its writer."""
    for line in lines:
        if line.body >= 0 and _stamp().match(line.text):
            yield zone("header", line.span, "stamp")
        written = byline(line)
        if written:
            yield written


def _datelines(_article: Article, lines: Sequence[Line], _found: Sequence[Mention]) -> Iterator[Mention]:
    for line in lines:
        yield from datelines(line)


def _credits(_article: Article, lines: Sequence[Line], _found: Sequence[Mention]) -> Iterator[Mention]:
    for before, line in zip([None, *lines], lines, strict=False):
        yield from credits(line, before)


def _bare_captions(_article: Article, lines: Sequence[Line], found: Sequence[Mention]) -> Iterator[Mention]:
    """Captions without a credit: lines of one short sentence between the title and the paragraph with the dateline."""
    dated = {mention.span.start for mention in found if mention.value == "dateline"}
    body = [line for line in lines if line.body >= 0]
    first = next((number for number, line in enumerate(body) if line.span.start in dated), 0)
    if len(body) == len(lines) or first > 3:
        return
    for line in body[:first]:
        if len(line.sentences) == 1 and len(line.text) <= LONGEST_CAPTION:
            yield zone("caption", line.span, "caption-bare")


_STANDING = re.compile(r"\((?:[vV]\. ?l\.[^()]{0,20}|von links|von rechts|rechts|links|Mitte|r\.|l\.|M\.)\)")


def _who_stands_where(_article: Article, lines: Sequence[Line], _found: Sequence[Mention]) -> Iterator[Mention]:
    """Captions by what they explain: "Bundespräsident Maurer (rechts) begrüsst seinen Gast"."""
    for line in lines:
        for sentence in line.sentences:
            if _STANDING.search(sentence.span.of(_article.text)):
                yield zone("caption", sentence.span, "caption-standing")


_SEE = re.compile(
    r"\((?:[Ss]iehe |[Ss]\. |[Vv]gl\. |[Mm]ehr |[Ww]eiter )?(?:[A-ZÄÖÜ]\w+ )?(?:auf )?"
    r"S(?:eiten?|EITEN?|\.) ?[A-Z]?\d{1,3}[^()]{0,40}\)"
    r"|(?<=[.!?“”»] )(?:[Ss]iehe |[Mm]ehr |[A-ZÄÖÜ]\w+ )(?:auf )?Seiten? [A-Z]?\d{1,3}\.?$"
)


def _page_references(_article: Article, lines: Sequence[Line], _found: Sequence[Mention]) -> Iterator[Mention]:
    """Pointers into the printed paper: (siehe Seite 3), Kommentar Seite 8."""
    for line in lines:
        for match in _SEE.finditer(line.text):
            yield zone("links", Span(line.span.start + match.start(), line.span.start + match.end()), "page-reference")


def _unstopped(_article: Article, lines: Sequence[Line], _found: Sequence[Mention]) -> Iterator[Mention]:
    """Lines between others that end without a full stop: headings between paragraphs when short, else captions.

    The last line may be a sentence that the file cuts off, one that goes on with a small letter was broken by the layout.
    """
    for line, after in zip(lines, [*lines[1:], None], strict=False):
        open_ended = len(line.sentences) == 1 and not line.text.rstrip('“”"»)').endswith((".", "!", "?", ":", ",", ";", "…"))
        if not open_ended or line.body < 0 or not any(character.isalpha() for character in line.text):
            continue
        if len(line.text) <= LONGEST_CROSSHEAD and line.body > 0:
            yield zone("header", line.span, "crosshead")
        elif len(line.text) <= LONGEST_OPEN_CAPTION and after is not None and not after.text[0].islower():
            yield zone("caption", line.span, "caption-bare")
