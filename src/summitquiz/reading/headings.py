"""What stands before and after the prose of a text file: front matter, a wild date header, a title line, an agency's date."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summitquiz.errors import ArticleError
from summitquiz.model import PartialDate, Span
from summitquiz.yaml_positions import Value, parse_mapping

FRONT_MATTER = re.compile(r"\A\s*---[ ]*\n(.*?\n)?---[ ]*(?:\n|\Z)", re.DOTALL)
DATE_HEADER = re.compile(r"\A\s*date:? ?(\d{4}(?:-\d{2}){0,2})(?![\d-])[ \n]*")
AGENCY_DATE = re.compile(r"\([^()\n]{2,60}, ?(\d{1,2})\.(\d{1,2})\.(\d{4})\)\s*\Z")
MAX_TITLE = 160
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
    """Read a YAML head between `---` lines, if there is one. Raises ArticleError with file:line:column."""
    match = FRONT_MATTER.match(text)
    if not match:
        if re.match(r"\s*---[ ]*\n\s*\w+:", text):
            raise ArticleError("the head begins with `---` but never ends; add a line `---` after it", f"{where}:1")
        return FrontMatter()
    line_offset = text[: match.start(1)].count("\n") if match.group(1) else 1
    head = parse_mapping(match.group(1) or "", where, error=ArticleError, line_offset=line_offset)
    fields = {key: value for key, value in head.fields().items() if key in KEYS and not value.is_null}
    texts = {key: value.as_text() for key, value in fields.items() if key != "published"}
    published = date_of(fields["published"]) if "published" in fields else None
    return FrontMatter(texts.get("title"), published, texts.get("publisher"), texts.get("url"), match.end())


def date_of(value: Value) -> PartialDate:
    """The date in a YAML field; raises the field's error for anything but 2019, 2019-04 or 2019-04-24."""
    text = value.as_text()
    try:
        return PartialDate.parse(text)
    except ValueError as problem:
        raise value.fail(f"{value.label} must be a date such as 2019-04-24, 2019-04 or 2019, but is {text!r}") from problem


def date_header(text: str, where: str) -> tuple[PartialDate | None, int]:
    """The date of a wild head `date 2019-04`, and where the text after it begins; (None, 0) without one."""
    match = DATE_HEADER.match(text)
    if not match:
        return None, 0
    try:
        return PartialDate.parse(match.group(1)), match.end()
    except ValueError as problem:
        raise ArticleError(
            f"the head's date {match.group(1)!r} is no date; write 2019-04-24, 2019-04 or 2019", f"{where}:1"
        ) from problem


def title_line(text: str, start: int) -> Span | None:
    """The first line at or after `start` when it is a title: short, no full stop at its end, with prose after it."""
    match = re.compile(r"\s*([^\n]+?) *\n(\s*)(\S)").match(text, start)
    if not match:
        return None
    line, gap, following = match.groups()
    wrapped = "\n" not in gap and following.islower()
    if len(line) > MAX_TITLE or line.endswith((".", ",", ";", ":", "…")) or wrapped:
        return None
    return Span(*match.span(1))


def agency_date(text: str) -> PartialDate | None:
    """The date of an agency's credit at the text's end, as in "(APA/Reuters, 2.8.2015)"."""
    match = AGENCY_DATE.search(text, max(0, len(text) - 200))
    if not match:
        return None
    day, month, year = (int(part) for part in match.groups())
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None
