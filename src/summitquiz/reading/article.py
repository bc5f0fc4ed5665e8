"""Files → Article: the only place that knows file formats."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from summitquiz.errors import ArticleError
from summitquiz.model import Article, PartialDate, Span
from summitquiz.reading.datestamps import after_stamps, stamped_date
from summitquiz.reading.decode import normalise, read_text
from summitquiz.reading.headings import date_header, front_matter, title_line
from summitquiz.reading.language import looks_german
from summitquiz.reading.layout import plain, unwrap

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (".txt", ".md")
WEB = (".html", ".htm")


def load(
    path: Path,
    *,
    published: PartialDate | None = None,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
) -> Article:
    """Read one article from a text file or a saved web page.

    The keywords override what the file says. The article's `id` is the file's stem; `text` is normalised (see `decode`) and
    without front matter. Raises ArticleError, `where` = file[:line[:column]].
    """
    suffix = path.suffix.lower()
    if suffix not in TEXT + WEB:
        raise ArticleError(f"unknown kind of file {suffix or 'without suffix'!r}; known are {', '.join(TEXT + WEB)}", str(path))
    raw = read_text(path)
    article = _from_web(raw, path) if suffix in WEB else _from_text(raw, path)
    if not looks_german(article.text):
        raise ArticleError("the text does not look German; summitquiz reads German articles only", str(path))
    return Article(
        id=path.stem,
        text=article.text,
        title=title or article.title,
        publisher=publisher or article.publisher,
        url=url or article.url,
        published=published or article.published,
        sha256=hashlib.sha256(article.text.encode()).hexdigest(),
        title_span=article.title_span,
        body_start=article.body_start,
    )


def _from_text(raw: str, path: Path) -> Article:
    head = front_matter(raw, str(path))
    text = raw[head.end :]
    text = unwrap(plain(text) if path.suffix.lower() == ".md" else text)
    if not text.strip():
        raise ArticleError("there is no text after the head; an article's text is wanted", str(path))
    header_date, start = date_header(text, str(path))
    start = after_stamps(text, start)
    span = title_line(text, start)
    return Article(
        id=path.stem,
        text=text,
        title=head.title or (span.of(text) if span else None),
        publisher=head.publisher,
        url=head.url,
        published=head.published or header_date or stamped_date(text),
        title_span=span,
        body_start=_skip_blanks(text, span.end if span else start),
    )


def _from_web(raw: str, path: Path) -> Article:
    from summitquiz.reading.web import extract

    page = extract(raw, str(path))
    body = normalise(page.text)
    title = normalise(page.title).strip() if page.title else None
    text = f"{title}\n\n{body}" if title and not body.startswith(title) else body
    span = Span(0, len(title)) if title else None
    return Article(
        id=path.stem,
        text=text,
        title=title,
        publisher=page.publisher,
        url=page.url,
        published=page.published or stamped_date(text),
        title_span=span,
        body_start=_skip_blanks(text, span.end if span else 0),
    )


def _skip_blanks(text: str, start: int) -> int:
    return len(text) - len(text[start:].lstrip())
