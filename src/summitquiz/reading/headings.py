"""What stands at the head of a text file before its prose: front matter, a wild date header, a title line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summitquiz.errors import ArticleError
from summitquiz.model import PartialDate, Span
from summitquiz.yaml_positions import parse_mapping

FRONT_MATTER = re.compile(r"\A\s*---[ ]*\n(.*?\n)?---[ ]*(?:\n|\Z)", re.DOTALL)
DATE_HEADER = re.compile(r"\A\s*date:? ?(\d{4}(?:-\d{2}){0,2})(?![\d-])(?:T[\d:.+Z-]+)?[ \n]*")
MAX_TITLE = 160
ABBREVIATED = re.compile(r"\b(?:[IVX]{1,5}|[A-ZÄÖÜ])\.$")  # Benedikt XVI.
BYLINE = re.compile(r"V(?:on|ON) (?:[A-ZÄÖÜ][\w.'’-]*(?:,? | und |$)){2,8}")  # Von Eva Beispiel und Max Muster, Rom
KEYS = ("title", "published", "publisher", "url")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What an article's head says of it; `end` is where the head ends in the file's text."""

    title: str | None = None
    published: PartialDate | None = None
    publisher: str | None = None
    url: str | None = None
    end: int = 0


def front_matter(text: str, where: str) -> FrontMatter:
    """Read a YAML head between `---` lines, if there is one; keys of other programs are left alone.

    Raises ArticleError with file:line:column for bad YAML, values of the wrong type and dates that are none.
    """
    match = FRONT_MATTER.match(text)
    if not match:
        if re.match(r"\s*---[ ]*\n\s*\w+:", text):
            raise ArticleError("the head begins with `---` but never ends; add a line `---` after it", f"{where}:1")
        return FrontMatter()
    line_offset = text[: match.start(1)].count("\n") if match.group(1) else 1
    head = parse_mapping(match.group(1) or "", where, error=ArticleError, line_offset=line_offset)
    fields = {key: value for key, value in head.fields().items() if key in KEYS and not value.is_null}
    texts = {key: value.as_text() for key, value in fields.items() if key != "published"}
    published = fields["published"].as_date() if "published" in fields else None
    return FrontMatter(texts.get("title"), published, texts.get("publisher"), texts.get("url"), match.end())


def date_header(text: str, where: str) -> tuple[PartialDate | None, int]:
    """The date of a wild head `date 2019-04`, and where the text after it begins; (None, 0) without one."""
    match = DATE_HEADER.match(text)
    if not match:
        return None, 0
    try:
        return PartialDate.parse(match.group(1)), match.end()
    except ValueError as problem:
        message = f"the date at the head, {match.group(1)!r}, is none; write 2019-04-24, 2019-04 or 2019"
        raise ArticleError(message, f"{where}:1") from problem


def title_line(text: str, start: int) -> Span | None:
    """The first line at or after `start` when it is a title: short, no full stop at its end, and more text after it.

    A line that the next one goes on with a small letter is the first of a paragraph, no title.
    """
    begin = start + len(text[start:]) - len(text[start:].lstrip())
    end = text.find("\n", begin)
    if end < 0 or end - begin > MAX_TITLE:
        return None
    line = text[begin:end].rstrip()
    following = text[end:].lstrip()
    wrapped = text[end + 1 : end + 2].islower()
    stopped = line.endswith((".", ",", ";", ":", "…")) and not ABBREVIATED.search(line)
    if not line or not following or stopped or wrapped or BYLINE.fullmatch(line):
        return None
    return Span(begin, begin + len(line))
