"""The line: articles → readings → knowledge → cards → files. It composes the stages and holds no logic of its own.

A fact file that somebody corrected enters it at knowledge.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summitquiz.export import cards_json, facts_file
from summitquiz.model import ASKS, Card, Deck, Source

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from summitquiz.corrections.fact_file import FactFile
    from summitquiz.deck import DeckDefinition
    from summitquiz.model import Abstention, Article, Knowledge, Reading
    from summitquiz.questions.ask import Outcome

VERSIONS = ("A", "B")  # of the quiz, for neighbours at one desk


@dataclass(frozen=True, slots=True)
class Built:
    """A finished build: the deck and its definition, what is known, what was left out.

    `outcomes` say what became of each fact; `ranked` are all cards that could be asked, the deck's own first; `readings` are
    the articles as read, none for a deck made from a fact file.
    """

    definition: DeckDefinition
    deck: Deck
    knowledge: Knowledge
    abstained: tuple[Abstention, ...]
    outcomes: tuple[Outcome, ...]
    ranked: tuple[Card, ...]
    readings: tuple[Reading, ...]


def load(path: Path) -> DeckDefinition | FactFile:
    """Read a YAML file: a deck definition or a fact file, which has `schema` and `facts` at its top. Raises DeckError."""
    from summitquiz.corrections.fact_file import is_fact_file, read_facts
    from summitquiz.deck import load_deck
    from summitquiz.errors import DeckError
    from summitquiz.german.phrasing import GermanPhrasing
    from summitquiz.yaml_positions import load_mapping

    root = load_mapping(path, error=DeckError)
    return read_facts(root, path, GermanPhrasing()) if is_fact_file(root) else load_deck(path)


def load_articles(definition: DeckDefinition) -> list[Article]:
    """The articles of a deck definition, with what the definition says of them. Raises ArticleError."""
    from summitquiz.reading.article import load

    return [
        load(entry.path, published=entry.published, title=entry.title, publisher=entry.publisher, url=entry.url)
        for entry in definition.articles
    ]


def know(articles: Sequence[Article]) -> tuple[Knowledge, tuple[Reading, ...]]:
    """All that the articles say, and the articles as read."""
    from summitquiz.german.analyse import analyse
    from summitquiz.german.phrasing import GermanPhrasing
    from summitquiz.knowledge.establish import establish

    readings = tuple(analyse(article) for article in articles)
    return establish(readings, GermanPhrasing()), readings


def known(work: DeckDefinition | FactFile) -> tuple[DeckDefinition, Knowledge, tuple[Reading, ...]]:
    """The definition, all that is known, and the articles as read, none for a fact file. Raises ArticleError."""
    from summitquiz.corrections.fact_file import FactFile

    if isinstance(work, FactFile):
        return work.definition, work.knowledge, ()
    return work, *know(load_articles(work))


def build(work: DeckDefinition | FactFile) -> Built:
    """Build a deck in memory. Raises SummitquizError for bad input."""
    from summitquiz.german.alternatives import GermanAlternatives
    from summitquiz.questions.ask import ask_all, asked_cards
    from summitquiz.questions.closed import close
    from summitquiz.questions.groups import group
    from summitquiz.questions.rank import rank
    from summitquiz.questions.templates import load_templates

    definition, knowledge, readings = known(work)
    templates, seed = load_templates(definition.templates), definition.seed
    outcomes = tuple(ask_all(knowledge, templates, definition.ask, seed))
    cards = asked_cards(outcomes)
    cards += group(knowledge, cards, templates, seed) + close(knowledge, cards, templates, GermanAlternatives(), seed)
    ranked = rank(cards, knowledge, definition.questions)
    sources = tuple(Source(a.id, a.title, a.publisher, a.published, a.url) for a in knowledge.articles)
    deck = Deck(definition.name, definition.title, tuple(ranked[: definition.questions]), sources, definition.seed)
    stopped = [one.abstention for one in outcomes if one.abstention]
    abstained = tuple(dict.fromkeys((*knowledge.abstained, *stopped)))  # a fact file names what was stopped before already
    return Built(definition, deck, knowledge, abstained, outcomes, tuple(ranked), readings)


def write(built: Built, folder: Path, formats: Sequence[str]) -> list[Path]:
    """Write the outputs wanted into `folder`, each whole or not at all; returns their paths. Raises ExportError.

    A deck made from a fact file has no fact file written: it would take the place of the corrected one, without its comments.
    A fact file that was corrected is not overwritten either: then nothing is written.
    """
    from summitquiz.export import anki, quiz

    deck = built.deck
    facts = folder / f"{deck.name}-facts.yaml" if "facts" in formats and built.definition.articles else None
    if facts:
        facts_file.refuse_corrected(facts)
    written: list[Path] = []
    if "apkg" in formats:
        anki.write(deck, folder / f"{deck.name}.apkg")
        written.append(folder / f"{deck.name}.apkg")
    if "html" in formats:
        for version in VERSIONS:
            written += quiz.write(deck, folder, version)
    if "json" in formats:
        cards_json.write(deck, folder / f"{deck.name}.json")
        written.append(folder / f"{deck.name}.json")
    if facts:
        facts_file.write(facts, facts_file.dump_yaml(built.knowledge, built.abstained, built.definition, folder))
        written.append(facts)
    return written


def counts(built: Built, article: str) -> dict[str, int | None]:
    """The figures of one article for the summary: sentences (None: not known), facts by question, cards, abstentions."""
    facts = [f for f in built.knowledge.facts if any(e.article == article for e in f.evidence)]
    sentences = {reading.document.article.id: len(reading.document.sentences) for reading in built.readings}
    figures: dict[str, int | None] = {"sentences": sentences.get(article)}
    figures |= {ask: sum(f.ask == ask for f in facts) for ask in ASKS}
    figures["cards"] = sum(_rests_on(card, article) for card in built.deck.cards)
    figures["abstained"] = sum(a.article == article for a in built.abstained)
    return figures


def gates(built: Built, article: str) -> list[tuple[str, int]]:
    """How often each gate stopped something of an article, the most frequent first."""
    return Counter(a.gate for a in built.abstained if a.article == article).most_common()


def _rests_on(card: Card, article: str) -> bool:
    return any(one.article == article for one in card.evidence)
