"""The rule engine with a toy language: windows, guards, the longest match, words taken without a mention."""

from __future__ import annotations

import re

from summitquiz.model import Kind, Mention, Span
from summitquiz.rules.engine import AFTER, BEFORE, Reading, Rule, Ruleset

Match = re.Match[str]


def made(name: str, pattern: str, value: str | None = None, needs: str = "fruit") -> Rule[None]:
    """A rule that gives its own name, or nothing for an empty value."""
    word = name if value is None else value
    return Rule(name, needs, re.compile(pattern), lambda _match, _frame: Reading(Kind.CUE, word) if word else None)


def found(text: str, *rules: Rule[None]) -> list[tuple[str, str]]:
    """What rules find: the words and the rule."""
    ruleset = Ruleset(rules, lambda word: ["fruit"] if word in ("apple", "pear") else [])
    return [(mention.span.of(text), mention.rule) for mention in ruleset.find(text, None)]


def test_longest_match_wins() -> None:
    assert found("a green apple", made("short", "apple"), made("long", "green apple")) == [("green apple", "long")]


def test_order_decides_between_equals() -> None:
    assert found("apple", made("first", "apple"), made("second", "apple")) == [("apple", "first")]


def test_mentions_come_in_text_order_without_overlap() -> None:
    rules = made("pair", "apple pear"), made("apple", "apple"), made("pear", "pear")
    assert found("pear apple pear apple", *rules) == [("pear", "pear"), ("apple pear", "pair"), ("apple", "apple")]


def test_a_rule_may_take_words_and_say_nothing() -> None:
    assert found("apple pie, apple", made("pie", "apple pie", value=""), made("apple", "apple")) == [("apple", "apple")]


def test_a_guard_leaves_the_words_to_others() -> None:
    guarded: Rule[None] = Rule(
        "rotten", "fruit", re.compile("apple"), lambda _match, _frame: Reading(Kind.CUE, "x"), lambda match: match.start() > 0
    )
    assert found("apple apple", guarded, made("apple", "apple")) == [("apple", "apple"), ("apple", "rotten")]


def test_rules_are_tried_only_near_their_words() -> None:
    assert found("cake" + " " * BEFORE + "apple" + " " * AFTER + "cake", made("cake", "cake")) == []
    assert found("cake apple cake", made("cake", "cake")) == [("cake", "cake"), ("cake", "cake")]


def test_a_window_cuts_no_word() -> None:
    text = "apple" + "x" * (AFTER + 10)
    assert found("apple " + "x" * (AFTER + 10), made("xs", "x+")) == []
    assert found(text, made("any", r"\w+")) == []


def test_group_span_and_the_span_of_a_reading() -> None:
    grouped = made("grouped", r"green (?P<span>apple)")
    narrowed: Rule[None] = Rule(
        "narrowed",
        "fruit",
        re.compile("pear tree"),
        lambda match, _frame: Reading(Kind.CUE, "x", Span(match.start(), match.start() + 4)),
    )
    assert found("green apple pear tree", grouped, narrowed) == [("apple", "grouped"), ("pear", "narrowed")]


def test_productions_see_the_frame_and_the_mention_carries_the_rule() -> None:
    rule: Rule[dict[str, str]] = Rule(
        "colour", "fruit", re.compile("apple"), lambda match, frame: Reading(Kind.CUE, frame[match[0]])
    )
    mentions = list(Ruleset([rule], lambda word: ["fruit"] if word == "apple" else []).find("an apple", {"apple": "red"}))
    assert mentions == [Mention(Span(3, 8), Kind.CUE, "red", "colour")]
