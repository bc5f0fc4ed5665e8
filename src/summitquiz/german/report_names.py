"""How a report is named: by its headline with its date, or as the source of what it tells."""

from __future__ import annotations

import re

from summitquiz.german.forms import GermanForms
from summitquiz.model import PartialDate, Period

_FORMS = GermanForms()


def headline(title: str, appeared: PartialDate | Period | None) -> str:
    """The report that a question is about, with its date or the months between which it appeared, where one is given.

    "Zur Meldung „…“ vom 24. April 2019", "Zur Meldung „…“ (erschienen zwischen Mai 2012 und Juli 2016)"; quotation marks inside
    the title are single ones.
    """
    words = re.sub(r"[„“”»«\"]([^„“”»«\"]*)[„“”»«\"]", r"‚\1‘", title.strip().rstrip("."))
    whole = re.sub(r"[„“”»«\"]\s?", "", words)  # a mark whose other half stands elsewhere
    return f"Zur Meldung „{whole}“{_appeared(appeared)}"


def source(publisher: str | None, title: str | None, published: str | None) -> str:
    """An article as a source: its newspaper, else its title, else its date; "" where it has none."""
    if publisher:
        return f"„{publisher}“"
    if title:
        return f"dem Artikel „{title}“"
    return f"einem Bericht{_dated(published)}" if published else ""


def _appeared(time: PartialDate | Period | None) -> str:
    if time is None:
        return ""
    if isinstance(time, PartialDate):
        return _dated(str(time))
    if time.start.year == time.end.year:
        return f" (erschienen {time.start.year})"
    start, end = (_FORMS.date_answer(str(month), None) for month in (time.start, time.end))
    return f" (erschienen zwischen {start} und {end})"


def _dated(date: str) -> str:
    return f" {'vom' if '-' in date else 'von'} {_FORMS.date_answer(date, None)}"
