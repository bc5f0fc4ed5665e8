"""Several articles, one fact: what is joined, what is told apart by its source, what cannot both be true."""

from __future__ import annotations

import pytest

from summitquiz.knowledge.merge import interval, merge
from summitquiz.model import Article, Evidence, Fact, Mod, Span

ARTICLES = [Article("a", "", publisher="Elbkurier"), Article("b", "", publisher="Saarbote")]


def length(article: str, value: str, mod: Mod | None = None, source: str | None = None) -> Fact:
    evidence = Evidence(article, Span(0, 1), value, f"sentence {article} {value}", "de.test")
    return Fact(f"id-{value}", "e1", "how_long", f"{value} {mod}", (evidence,), value, mod, "actual", source, pattern="length")


def merged(*facts: Fact) -> list[Fact]:
    return merge(facts, ARTICLES, lambda article: article.publisher or "", lambda source: f"laut {source}")


@pytest.mark.parametrize(
    ("value", "mod", "minutes"),
    [
        ("PT50M", None, (50, 50)),
        ("PT2H", "more_than", (120, float("inf"))),
        ("PT2H", "less_than", (0, 120)),
        ("PT2H", "approx", (102, 138)),
        ("PT1H30M", None, (90, 90)),
        ("P2D", None, (2880, 2880)),
    ],
)
def test_interval_of_a_length(value: str, mod: str | None, minutes: tuple[float, float]) -> None:
    assert interval(value, mod) == pytest.approx(minutes)


@pytest.mark.parametrize("value", ["PTXH", "P2", "", "2019-04-25"])
def test_what_is_no_length_has_no_interval(value: str) -> None:
    assert interval(value, None) is None


def test_equal_facts_become_one_with_both_sentences() -> None:
    (fact,) = merged(length("a", "PT2H"), length("b", "PT2H"))
    assert [evidence.article for evidence in fact.evidence] == ["a", "b"]
    assert fact.conflicts == ()


def test_agency_copy_counts_once() -> None:
    one = length("a", "PT2H")
    (fact,) = merged(one, one)
    assert len(fact.evidence) == 1


def test_compatible_lengths_are_asked_by_source_and_are_no_conflict() -> None:
    short, long = merged(length("a", "PT1H", "more_than"), length("b", "PT2H", "more_than", "die Agentur Ria"))
    assert (short.attribution, long.attribution) == ("Elbkurier", "die Agentur Ria")
    assert short.conflicts == long.conflicts == ()
    assert short.slots["according_to"] == "laut Elbkurier"


def test_lengths_that_exclude_each_other_are_conflicts() -> None:
    one, other = merged(length("a", "PT1H"), length("b", "PT2H"))
    assert one.conflicts == (other.id,)
    assert other.conflicts == (one.id,)


def test_two_lengths_of_one_article_without_a_source_have_none_to_name() -> None:
    one, other = merged(length("a", "PT1H"), length("a", "PT2H"))
    assert one.attribution is None
    assert one.slots["according_to"] == other.slots["according_to"] == ""
