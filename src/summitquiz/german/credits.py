"""Credits and bylines: who took the picture, who sent the text; and the captions that such credits mark."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from summitquiz.german.page import Line, agency_pattern, either, has_verb, inside, picture_pattern, words, zone
from summitquiz.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summitquiz.model import Mention, Sentence

_DATE = r"(?:\d{1,2}\. ?\d{1,2}\. ?(?:\d{2}|\d{4})|\d{1,2}\. [A-ZÄÖÜ][a-zäöü]+ \d{4})"
_SIGN = r"[a-zäöü]{2,5}\.?"  # a reporter's sign
_PERSON = r"(?!D(?:er|ie|as) |Eine? )(?:[A-ZÄÖÜÉŁŠČŽ][\w.'’-]{0,30} ){1,3}[A-ZÄÖÜÉŁŠČŽ][\w'’-]{1,30}"
LONGEST_CAPTION = 300
LONGEST_CREDIT = 90


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    agency, picture = agency_pattern(), picture_pattern()
    item = rf"(?:{agency}|{_SIGN}|{_PERSON}(?: aus {_PERSON}| aus [A-ZÄÖÜ][\w-]+)?)"
    mark = rf"(?:{agency}|{_SIGN})"
    row = rf"{item}(?:(?: ?[,/;] ?| und ){item}){{0,6}}"
    name = r"[A-ZÄÖÜÉŁŠČŽ][\w.'’-]{0,30}"
    author = rf"(?:{picture}(?: ?/ ?{picture})*(?:/{name}(?: {name})?)?|{_PERSON})"
    word = rf"(?:{either('credit_words')} ?:|©|\(c\))"
    return {
        # (APA/Reuters, 2.8.2015)  (dpa)  (Eva Beispiel aus Rom, 3. 4. 2016)  at the end of a line, after a sentence
        "mark": re.compile(
            rf"(?<=[.!?“”\"»)…]) *(?P<mark>\({item}(?: ?[,/;–-] ?{item}){{0,5}}(?:[,;]? ?[–-]? ?{_DATE})?\)|\({_DATE}\))\.?$"
        ),
        # kle/qu (dpa, afp)  mit dpa  dpa/AFP   alone on a line
        "signs": re.compile(rf"(?=.*{agency})(?:(?:[Mm]it |Mit Material von |Quellen?: )?{row}(?: ?\({row}\))?\.?)$"),
        # (dpa) Der …  (Reuters) – Der …  (mr/dpa) – Der …   at the start of a line
        "opening": re.compile(rf"\((?=[^()]*{agency}){mark}(?: ?[/,] ?{mark}){{0,4}}\)(?: ?[-–—·|])?(?= )"),
        # Foto: dpa/Eva Beispiel   © Eva Beispiel   (Bild: Keystone)
        "credit": re.compile(rf"[(\[]?{word} ?[^\s.:()][^.:()\n]{{1,60}}[)\]]?\.?$|[(\[]{word} ?[^():\n]{{2,60}}[)\]]"),
        # REUTERS/Eva Beispiel   dpa / Max Muster   picture alliance/AP Photo
        "agency": re.compile(rf"{picture}(?: ?[/|] ?(?:{picture}|{name}(?: {name}){{0,3}}(?=$| ?/|[.)])))+\.?$"),
        # AP/Eva Beispiel Ein Handschlag …   Foto: Reuters Ein Handschlag …   at the start of a line or a text
        "head": re.compile(rf"(?:{word} ?{author}|{picture} ?/ ?{name}(?: {name})?)(?= [„\"]?[A-ZÄÖÜ])"),
    }


def credits(line: Line, before: Line | None) -> Iterator[Mention]:
    """The credits in a line and the captions they mark; `before` is the line above, caption of a credit that stands alone."""
    yield from _agency_marks(line)
    span = _photo_credit(line)
    if span:
        yield zone("credit", span)
        yield from _caption(line, before, span)
        return
    yield from _credited_head(line)


def _agency_marks(line: Line) -> Iterator[Mention]:
    for name in ("mark", "signs", "opening"):
        pattern = _patterns()[name]
        match = pattern.search(line.text, max(0, len(line.text) - 160)) if name == "mark" else None
        if name != "mark" and (len(line.text) <= LONGEST_CREDIT or name == "opening"):
            match = pattern.match(line.text)
        if match and not (name == "signs" and has_verb(line.tokens)):
            start, end = match.span("mark") if name == "mark" else match.span()
            person = re.search(_PERSON, match.group())
            yield zone("byline" if person else "credit", Span(line.span.start + start, line.span.start + end), "agency-mark")
            return


def _photo_credit(line: Line) -> Span | None:
    """A credit at the end of a line, in parentheses anywhere in a short one, or alone on it."""
    for name in ("credit", "agency"):
        for match in _patterns()[name].finditer(line.text, max(0, len(line.text) - LONGEST_CREDIT)):
            span = Span(line.span.start + match.start(), line.span.start + match.end())
            before = line.text[: match.start()].rstrip()
            apart = (
                not before
                or before.endswith((".", "!", "?", "”", "“", '"', "»", ")", "|", "–", "-"))
                or match.group()[0] in "([©"
            )
            caption = len(line.text) <= LONGEST_CAPTION or name == "credit"
            if apart and caption and not has_verb(inside(line.tokens, span)):
                return span
    return None


def _caption(line: Line, before: Line | None, credit: Span) -> Iterator[Mention]:
    """The words that a credit at a line's end belongs to: the rest of a short line, else the sentence it stands in or after."""
    rest = [sentence for sentence in line.sentences if sentence.span.start < credit.start]
    if not rest:
        if before is not None and before.body >= 0 and len(before.sentences) == 1 and len(before.text) <= LONGEST_CAPTION // 2:
            yield zone("caption", before.span)
        return
    start = line.span.start if len(line.text) <= LONGEST_CAPTION else rest[-1].span.start
    end = credit.start - (
        len(line.text[: credit.start - line.span.start]) - len(line.text[: credit.start - line.span.start].rstrip())
    )
    yield zone("caption", Span(start, end))


def _credited_head(line: Line) -> Iterator[Mention]:
    """A credit at a line's start, and the sentence after it: the caption."""
    match = _patterns()["head"].match(line.text)
    if not match:
        return
    credit = Span(line.span.start, line.span.start + match.end())
    yield zone("credit", credit)
    sentence = next((sentence for sentence in line.sentences if sentence.span.end > credit.end), None)
    if sentence:
        yield zone("caption", Span(max(credit.end + 1, sentence.span.start), sentence.span.end))


def byline(line: Line) -> Mention | None:
    """A line that only says who wrote the text: "Von Eva Beispiel, Rom", "Aus Rom berichtet Eva Beispiel"."""
    if len(line.text) > 140 or line.text.endswith((".", "!", "?", ":")):
        return None
    reports = re.match(
        rf"(?:Aus [A-ZÄÖÜ][\w /-]{{1,40}} berichtete?t? {_PERSON}|{_PERSON} (?:berichtet )?aus [A-ZÄÖÜ][\w /-]{{1,40}})$",
        line.text,
    )
    if reports or _names_only(line.sentences, line.text):
        return zone("byline", line.span)
    return None


def _names_only(sentences: Sequence[Sentence], text: str) -> bool:
    """Whether a line is a byline's opening words and then nothing but names, offices of the paper and small words."""
    opening = re.match(rf"{either('byline_starts')}:? ", text)
    if not opening:
        return False
    first = sentences[0].span.start
    site = re.search(r"[ ,]+[\w-]+\.(?:de|at|ch|com|net)$", text)  # the paper's own name, as in ", bote.de"
    part = Span(first + opening.end(), first + (site.start() if site else len(text)))
    rest = [token for sentence in sentences for token in inside(sentence.tokens, part)]
    small = set(words()["byline_words"])
    names = [token for token in rest if token.text not in small]
    named = all(token.text[0].isupper() and token.tag in ("NE", "NN", "FM", "XY", "ADJA", "ADJD") for token in names)
    proper = sum(token.tag == "NE" or token.text.isupper() for token in names)
    own = any(token.text.startswith("unser") for token in rest)
    return named and (own or (len(names) >= 2 and proper >= 1))
