"""Saved web pages → their article: text, title, date and publisher, by trafilatura."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from summitquiz.errors import ArticleError
from summitquiz.model import PartialDate


@dataclass(frozen=True, slots=True)
class Page:
    """What a web page says: its main text and its own metadata."""

    text: str
    title: str | None
    published: PartialDate | None
    publisher: str | None
    url: str | None


def extract(html: str, where: str) -> Page:
    """Find the article in a page. Raises ArticleError when the page holds none."""
    import trafilatura

    # Only a date that the page states as its own: guesses from the text would make "am Mittwoch" a wrong day.
    found: Any = trafilatura.bare_extraction(
        html,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params={"extensive_search": False},
    )
    if found is None or not (found.text or "").strip():
        raise ArticleError("no article text was found in this web page; save its text as .txt instead", where)
    return Page(found.text, found.title, _date(found.date), found.sitename, found.url)


def _date(text: str | None) -> PartialDate | None:
    try:
        return PartialDate.parse(text) if text else None
    except ValueError:
        return None
