"""The line: articles → readings → knowledge → cards → files. It composes the stages and holds no logic of its own."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summitquiz.export import cards_json
from summitquiz.export.facts_file import dump_yaml
from summitquiz.export.files import write_text
from summitquiz.model import ASKS, Card, Deck, Source

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from summitquiz.deck import DeckDefinition
    from summitquiz.model import Abstention, Article, Knowledge

FORMATS = ("apkg", "html", "json", "facts")


@dataclass(frozen=True, slots=True)
class Built:
    """A finished build: the deck, what is known, what was left out, and how many sentences each article has."""

    deck: Deck
    knowledge: Knowledge
    abstained: tuple[Abstention, ...]
    sentences: dict[str, int]


def load_articles(definition: DeckDefinition) -> list[Article]:
    """The articles of a deck definition, with what the definition says of them. Raises ArticleError."""
    from summitquiz.reading.article import load

    return [
        load(entry.path, published=entry.published, title=entry.title, publisher=entry.publisher, url=entry.url)
        for entry in definition.articles
    ]


def know(articles: Sequence[Article]) -> tuple[Knowledge, dict[str, int]]:
    """All that the articles say, and the number of sentences of each."""
    from summitquiz.german.analyse import analyse
    from summitquiz.german.phrasing import GermanPhrasing
    from summitquiz.knowledge.establish import establish

    readings = [analyse(article) for article in articles]
    counts = {reading.document.article.id: len(reading.document.sentences) for reading in readings}
    return establish(readings, GermanPhrasing()), counts


def build(definition: DeckDefinition) -> Built:
    """Build a deck in memory. Raises SummitquizError for bad input."""
    from summitquiz.questions.ask import ask_all
    from summitquiz.questions.rank import rank
    from summitquiz.questions.templates import load_templates

    templates = load_templates(definition.templates)
    knowledge, sentences = know(load_articles(definition))
    cards, stopped = ask_all(knowledge, templates, definition.ask, definition.seed)
    chosen = rank(cards, knowledge, definition.questions)
    sources = tuple(Source(a.id, a.title, a.publisher, a.published, a.url) for a in knowledge.articles)
    deck = Deck(definition.name, definition.title, tuple(chosen), sources, definition.seed)
    return Built(deck, knowledge, (*knowledge.abstained, *stopped), sentences)


def write(built: Built, folder: Path, formats: Sequence[str]) -> list[Path]:
    """Write the outputs wanted into `folder`, each whole or not at all; returns their paths. Raises ExportError."""
    from summitquiz.export import anki, quiz

    deck = built.deck
    written: list[Path] = []
    if "apkg" in formats:
        anki.write(deck, folder / f"{deck.name}.apkg")
        written.append(folder / f"{deck.name}.apkg")
    if "html" in formats:
        written += quiz.write(deck, folder)
    if "json" in formats:
        cards_json.write(deck, folder / f"{deck.name}.json")
        written.append(folder / f"{deck.name}.json")
    if "facts" in formats:
        path = folder / f"{deck.name}-facts.yaml"
        write_text(path, dump_yaml(built.knowledge, built.abstained))
        written.append(path)
    return written


def counts(built: Built, article: str) -> dict[str, int]:
    """The figures of one article for the summary: sentences, facts by question, cards, abstentions."""
    facts = [f for f in built.knowledge.facts if any(e.article == article for e in f.evidence)]
    figures = {"sentences": built.sentences[article]}
    figures |= {ask: sum(f.ask == ask for f in facts) for ask in ASKS}
    figures["cards"] = sum(_rests_on(card, article) for card in built.deck.cards)
    figures["abstained"] = sum(a.article == article for a in built.abstained)
    return figures


def gates(built: Built, article: str) -> list[tuple[str, int]]:
    """How often each gate stopped something of an article, the most frequent first."""
    return Counter(a.gate for a in built.abstained if a.article == article).most_common()


def _rests_on(card: Card, article: str) -> bool:
    return any(one.article == article for one in card.evidence)
