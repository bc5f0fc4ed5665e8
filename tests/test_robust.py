"""Torn and mutilated articles: the line may find nothing in them, but it never fails and never cites what is not there."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summitquiz.german.analyse import analyse
from summitquiz.german.phrasing import GermanPhrasing
from summitquiz.knowledge.establish import establish
from summitquiz.model import ASKS, Article, PartialDate
from summitquiz.questions.ask import ask_all, asked_cards
from summitquiz.questions.templates import load_templates

FOLDER = Path(__file__).parents[1] / "decks/wladiwostok-2019"
WORDS = " ".join(path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.md"))).split(" ")
NOISE = [
    "",
    ",",
    ".",
    "–",
    ":",
    "„",
    "“",
    "(",
    ")",
    "\n\n",
    "sagte",
    "er",
    "am",
    "im",
    "2019",
    "Kim",
    "der",
    "Putins",
    "24.",
    "\u00ad",
    "🙂",
]


@st.composite
def articles(draw: st.DrawFn) -> str:
    """A stretch of the sample articles with words dropped, doubled, moved and replaced by noise."""
    start = draw(st.integers(0, len(WORDS) - 40))
    words = WORDS[start : start + draw(st.integers(5, 60))]
    for _ in range(draw(st.integers(0, 12))):
        place = draw(st.integers(0, len(words) - 1))
        words[place : place + draw(st.integers(0, 2))] = draw(st.lists(st.sampled_from([*NOISE, *words]), max_size=3)) or [""]
    return " ".join(words)


# 150 texts take some ten seconds.
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(articles(), st.sampled_from([None, "2019", "2019-04", "2019-04-25"]))
def test_mutilated_article_gives_only_cards_that_cite_it(text: str, published: str | None) -> None:
    article = Article("a", text, published=PartialDate.parse(published) if published else None)
    knowledge = establish([analyse(article)], GermanPhrasing())
    outcomes = ask_all(knowledge, load_templates(), ASKS, seed=0)
    for card in asked_cards(outcomes):
        for evidence in card.evidence:
            assert evidence.span.of(text) == evidence.text
            assert evidence.sentence in text
    for one in (*knowledge.abstained, *(one.abstention for one in outcomes if one.abstention)):
        assert one.span.of(text) == one.text
        assert one.gate
