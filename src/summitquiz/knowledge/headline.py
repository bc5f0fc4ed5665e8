"""An article's headline as the heading of a question: "Zur Meldung „…“ vom 24. April 2019: Wer …?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from summitquiz.knowledge.persons import Profile
    from summitquiz.knowledge.scene import Scene
    from summitquiz.model import Article

_LONGEST = 110  # letters of a headline that can stand before a question
_FEWEST = 2  # names and nouns that a headline must have to tell what its article is about
_STEM = 6  # letters that a name shares with what is formed from it: Österr for Österreich and österreichisch


def headline(scene: Scene, article: Article, answer: str, people: Sequence[Profile], *, dates: bool) -> str:
    """The heading that names a report by its headline; "" without one, or where it would tell of the `answer`.

    `people`: the persons who answer. `dates`: the question has no date but that of the report.
    """
    title = article.title or ""
    nouns = re.findall(r"\b[A-ZÄÖÜ][\w-]{2,}", title)
    if len(title) > _LONGEST or len(nouns) < _FEWEST or _tells(title, answer, people):
        return ""
    return scene.phrasing.headline(title, str(article.published) if article.published and dates else None)


def names_all(heading: str, nouns: Collection[str]) -> bool:
    """Whether a heading has each of the nouns, alone or in a compound: "Referendum" in "EU-Referendum"."""
    said = heading.casefold()
    return all(noun.casefold() in said for noun in nouns)


def _tells(title: str, answer: str, people: Sequence[Profile]) -> bool:
    names = {word for p in people for name in (p.name, *p.aliases) for word in name.split()}
    words = {w.casefold() for w in (*names, *re.findall(r"[A-ZÄÖÜ\d][\w]*", answer)) if len(w) > 2 or w.isdigit()}
    return any(re.search(rf"\b{re.escape(word[:_STEM])}", title.casefold()) for word in words)
