"""The publication date where an article's own text gives it: an agency's credit at the end, a date line at head or foot."""

from __future__ import annotations

import re
from functools import cache

from summitquiz.model import PartialDate
from summitquiz.reading.language import months, stamps

# "… zu Ende. (APA/Reuters, 2.8.2015)", "… zu Ende. (Eva Beispiel, 16. 5. 2016)": after a sentence, on its line. A date in
# parentheses on a line of its own belongs to something else, such as the title of an older article.
CREDIT = re.compile(r"[.!?“”\"»] *\((?:[^()\n]{2,60}[,;–-] ?)?(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})\)\.?\s*\Z")
EARLIEST, LATEST = 1945, 2100
HEAD_LINES, FOOT_LINES = 6, 3


def stamped_date(text: str) -> PartialDate | None:
    """The day an article was published, by its credit, its date line or the date in its dateline; None when it has none."""
    match = CREDIT.search(text, max(0, len(text) - 200))
    if match:
        return _date(*match.groups())
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    edge = lines[:HEAD_LINES] + lines[HEAD_LINES:][-FOOT_LINES:]
    found = [match for line in edge if len(line) < 100 and (match := _line().fullmatch(line))]
    ranked = sorted(found, key=lambda match: stamps().index(match["word"]) if match["word"] else 0)
    ranked += [match for line in lines[:HEAD_LINES] if (match := _dateline().match(line))]
    return _date(ranked[0]["day"], ranked[0]["month"], ranked[0]["year"]) if ranked else None


def after_stamps(text: str, start: int) -> int:
    """Where the text goes on after the date lines that stand at `start`: a date line is no title."""
    while match := re.compile(r"\s*([^\n]{1,99}?) *(?:\n|\Z)").match(text, start):
        if not _line().fullmatch(match.group(1)):
            break
        start = match.end()
    return start


@cache
def _line() -> re.Pattern[str]:
    """A line that is a date: "Stand: 25.04.2019 08:12 Uhr", "25. April 2019, 12:33 Uhr", "Donnerstag, 25.4.2019"."""
    word = "|".join(re.escape(stamp) for stamp in sorted(stamps(), key=len, reverse=True))
    weekday = r"(?:(?:[A-Z][a-z]+tag|Mittwoch|Sonnabend), (?:den )?)?"
    clock = r"(?:[ ,|–-]{1,3}(?:um )?\d{1,2}[:.]\d{2}(?: Uhr)?)?"
    return re.compile(rf"(?:(?P<word>{word})[: ] ?)?{weekday}{_day()}{clock}")


@cache
def _dateline() -> re.Pattern[str]:
    """The head of a line of prose: "Prag (Tschechien), 8. April 2010 – …", "Genf, 03.05.2012 – …"."""
    return re.compile(rf"[A-ZÄÖÜ][\w .'’()/-]{{1,50}}, (?:den )?{_day()} ?[–—-] ?[„»\"A-ZÄÖÜ]")


@cache
def _day() -> str:
    names = "|".join(re.escape(name) for name in sorted(months(), key=len, reverse=True))
    return rf"(?P<day>\d{{1,2}})\. ?(?P<month>\d{{1,2}}\.|{names}) ?(?P<year>\d{{4}})"


def _date(day: str, month: str, year: str) -> PartialDate | None:
    number = months().get(month) or int(month.rstrip("."))
    full = int(year) + (2000 if len(year) == 2 else 0)
    try:
        return PartialDate(full, number, int(day)) if EARLIEST <= full <= LATEST else None
    except ValueError:
        return None
