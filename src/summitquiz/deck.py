"""The deck definition: which articles, which questions, how many. One YAML file a deck.

title: Gipfeltreffen 2019
articles:
- wladiwostok.txt
- {file: hanoi.html, published: 2019-02, publisher: Muster-Zeitung}
ask: [who, where, when, how_long]     # which questions; all four when left out
questions: 20                         # at most so many; no limit when left out
seed: 7                               # orders options and versions; 0 when left out
templates: vorlagen                   # a folder with the deck's own question templates
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from summitquiz.errors import DeckError
from summitquiz.model import ASKS, Ask
from summitquiz.yaml_positions import load_mapping

if TYPE_CHECKING:
    from summitquiz.model import PartialDate
    from summitquiz.yaml_positions import Value

KEYS = ("title", "articles", "ask", "questions", "seed", "templates")
ENTRY_KEYS = ("file", "title", "published", "publisher", "url")


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """One article of a deck: its file, and what the definition says better than the file does."""

    path: Path
    title: str | None = None
    published: PartialDate | None = None
    publisher: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class DeckDefinition:
    """A deck definition as written. `name` is the file's stem; all paths are resolved; `templates` is an own folder or None."""

    name: str
    title: str
    articles: tuple[ArticleEntry, ...]
    ask: tuple[Ask, ...] = ASKS
    questions: int | None = None
    seed: int = 0
    templates: Path | None = None


def load_deck(path: Path) -> DeckDefinition:
    """Read and check a deck definition.

    Every path in it stays inside the definition's folder. Raises DeckError, `where` = file:line:column, for unknown keys,
    wrong types, files that are missing or lie elsewhere, and articles that stand twice.
    """
    root = load_mapping(path, error=DeckError)
    root.only(*KEYS)
    fields = root.fields()
    if "articles" not in fields:
        raise DeckError("there is no key 'articles'; list the deck's article files under it", str(path))
    return DeckDefinition(
        name=path.stem,
        title=fields["title"].as_text() if "title" in fields else path.stem,
        articles=_articles(fields["articles"], path.parent),
        ask=_asks(fields["ask"]) if "ask" in fields else ASKS,
        questions=fields["questions"].as_int(minimum=1) if "questions" in fields else None,
        seed=fields["seed"].as_int() if "seed" in fields else 0,
        templates=_templates(fields["templates"], path.parent) if "templates" in fields else None,
    )


def _articles(value: Value, folder: Path) -> tuple[ArticleEntry, ...]:
    entries: list[ArticleEntry] = []
    for item in value.as_list():
        entry = _article(item, folder)
        for other in entries:
            if other.path == entry.path:
                raise item.fail(f"article {entry.path.name!r} stands twice; keep one")
            if other.path.stem == entry.path.stem:
                raise item.fail(
                    f"{other.path.name!r} and {entry.path.name!r} would share the id {entry.path.stem!r}; rename one"
                )
        entries.append(entry)
    if not entries:
        raise value.fail("'articles' is empty; list at least one article file")
    return tuple(entries)


def _article(item: Value, folder: Path) -> ArticleEntry:
    if not item.is_mapping:
        return ArticleEntry(_file(item, folder))
    item.only(*ENTRY_KEYS)
    fields = {key: value for key, value in item.fields().items() if not value.is_null}
    if "file" not in fields:
        raise item.fail("an article needs the key 'file'")
    texts = {key: fields[key].as_text() for key in ("title", "publisher", "url") if key in fields}
    published = fields["published"].as_date() if "published" in fields else None
    return ArticleEntry(_file(fields["file"], folder), published=published, **texts)


def _asks(value: Value) -> tuple[Ask, ...]:
    chosen = {item.as_choice(ASKS) for item in value.as_list()}
    if not chosen:
        raise value.fail(f"'ask' is empty; name one or more of {', '.join(ASKS)}")
    return tuple(ask for ask in ASKS if ask in chosen)


def _file(value: Value, folder: Path) -> Path:
    path = _inside(value, folder)
    if not path.exists():
        raise value.fail(f"no such file: {value.as_text()!r} (looked in {folder or '.'})")
    if not path.is_file():
        raise value.fail(f"{value.as_text()!r} is no file; name one article file")
    return path


def _templates(value: Value, folder: Path) -> Path:
    path = _inside(value, folder)
    if not path.is_dir():
        raise value.fail(f"no such folder: {value.as_text()!r} (looked in {folder or '.'})")
    return path


def _inside(value: Value, folder: Path) -> Path:
    """The path a value names, resolved, links followed; an error when it leaves the definition's folder."""
    text = value.as_text()
    inner = Path(text)
    if inner.is_absolute() or ".." in inner.parts or "\\" in text or "\0" in text:
        raise value.fail(f"{text!r} must be a path inside the folder of this file: no leading /, no .., no backslash")
    path = (folder / inner).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise value.fail(f"{text!r} leads out of the folder of this file through a link; copy the file into the folder")
    return path
