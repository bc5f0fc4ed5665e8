"""An article's headline as the heading of a question: "Zur Meldung „…“ vom 24. April 2019: Wer …?"."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from summitquiz.knowledge.persons import Profile
    from summitquiz.knowledge.scene import Scene
    from summitquiz.model import Article

_LONGEST = 110  # letters of a headline that can stand before a question
_FEWEST = 2  # names and nouns that a headline must have to tell what its article is about
_STEM = 6  # letters that a name shares with what is formed from it: Österr for Österreich and österreichisch

_SENTENCE = 4  # words that can be a headline of their own
_SHORT = 3  # letters of words too short to be compared by likeness
_SAME = 0.8  # likeness of two spellings of a name


def headline(scene: Scene, article: Article, answer: str, people: Sequence[Profile], *, dates: bool) -> str:
    """The heading that names a report by its headline; "" without one, or where it would tell of the `answer`.

    `people`: the persons who answer. `dates`: the question has no date but that of the report.
    """
    title = _main_part(article.title or "")
    if len(title) > _LONGEST or len(_nouns(title, article.text)) < _FEWEST or _tells(title, answer, people):
        return ""
    return scene.phrasing.headline(title, str(article.published) if article.published and dates else None)


def _main_part(title: str) -> str:
    """A headline without the second one behind a dash, where the first tells enough."""
    first = re.split(r" [-–—] ", title)[0]
    return first if len(first.split()) >= _SENTENCE else title


def _nouns(title: str, text: str) -> list[str]:
    """The names and nouns of a headline: its capitalised words that the article never has in small letters."""
    return [w for w in re.findall(r"\b[A-ZÄÖÜ][\w-]{2,}", title) if not re.search(rf"\b{re.escape(w.lower())}\b", text)]


def names_all(heading: str, nouns: Collection[str]) -> bool:
    """Whether a heading has each of the nouns, alone or in a compound: "Referendum" in "EU-Referendum"."""
    said = heading.casefold()
    return all(noun.casefold() in said for noun in nouns)


def _tells(title: str, answer: str, people: Sequence[Profile]) -> bool:
    names = {word for p in people for name in (p.name, *p.aliases) for word in name.split()}
    words = {w.casefold() for w in (*names, *re.findall(r"[A-ZÄÖÜ\d][\w]*", answer)) if len(w) > 2 or w.isdigit()}
    said = re.findall(r"\w+", title.casefold())
    return any(one.startswith(word[:_STEM]) or _alike(one, word) for word in words for one in said)


def _alike(one: str, other: str) -> bool:
    """Whether two words may be spellings of one name: Karsai and Karzai."""
    return min(len(one), len(other)) > _SHORT and SequenceMatcher(None, one, other).ratio() >= _SAME
