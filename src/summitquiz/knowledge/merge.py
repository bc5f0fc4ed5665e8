"""Several articles, one fact: equal facts become one with all their evidence; lengths and places that differ are told apart."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from summitquiz.model import Article, Evidence, Fact

_UNITS = {"H": 60.0, "M": 1.0, "S": 1 / 60}
_DAYS = {"Y": 365.25, "M": 30.44, "W": 7.0, "D": 1.0}
_SLACK = 0.15  # how far "rund zwei Stunden" may be from two hours, as a share


def merge(
    facts: Sequence[Fact], articles: Sequence[Article], source: Callable[[Article], str], says: Callable[[str], str]
) -> list[Fact]:
    """Facts with one id joined, then those about one event and question compared.

    `source` names an article as the one who says so, "" when it cannot be named; `says` puts a source into words ("laut …").
    """
    by_id = {article.id: article for article in articles}
    joined = [replace(fact, evidence=tuple(sorted(fact.evidence, key=lambda e: _headline(e, by_id)))) for fact in _join(facts)]
    joined = _most_precise(joined)
    groups: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in joined:
        if fact.pattern in {"length", "place", "time"}:
            groups[fact.event, fact.ask, fact.modality, fact.slots.get("building", "")].append(fact)  # no city excludes one
    changed: dict[int, Fact] = {}
    for group in groups.values():
        if len({fact.value or fact.answer for fact in group}) > 1:
            for fact in group:
                article = fact.evidence[0].article
                alone = not any(other is not fact and other.evidence[0].article == article for other in group)
                name = fact.attribution or (source(by_id[article]) if alone else "")
                changed[id(fact)] = _by_source(fact, group, name, says(name) if name else "")
    return [changed.get(id(fact), fact) for fact in joined]


def _join(facts: Iterable[Fact]) -> list[Fact]:
    """One fact for each id and answer, in order of first appearance."""
    known: dict[tuple[str, str], Fact] = {}
    for fact in facts:
        key = (fact.id, fact.value or fact.answer)
        have = known.get(key)
        if have is None:
            known[key] = fact
        else:
            best = have if have.slots.get("when") or not fact.slots.get("when") else replace(have, slots=fact.slots)
            known[key] = replace(best, evidence=_unique([*have.evidence, *fact.evidence]))
    return list(known.values())


def _headline(evidence: Evidence, articles: dict[str, Article]) -> bool:
    """Whether the words stand in a headline: a sentence of the text proves more."""
    title = articles[evidence.article].title_span
    return title is not None and title.covers(evidence.span)


def _most_precise(facts: Sequence[Fact]) -> list[Fact]:
    """An event's city and the city's country are one place: the city is the answer, with the evidence of both."""
    kept: list[Fact] = []
    for fact in facts:
        cities = [f for f in facts if f.pattern == "place" and f.event == fact.event and not f.slots.get("whole_country")]
        inside = [f for f in cities if f.slots.get("country") == fact.slots.get("country")]
        if fact.pattern != "place":
            kept.append(fact)
        elif fact.slots.get("whole_country"):
            kept += [] if inside else [fact]
        else:
            wider = [f for f in facts if f.pattern == "place" and f.event == fact.event and f.slots.get("whole_country")]
            proof = [e for f in wider if f.slots.get("country") == fact.slots.get("country") for e in f.evidence]
            accept = next((f.answer for f in wider if f.slots.get("country") == fact.slots.get("country")), "")
            slots = fact.slots | ({"accept": accept} if accept else {"inside": ""})
            kept.append(replace(fact, evidence=_unique([*fact.evidence, *proof]), slots=slots))
    return kept


def _unique(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    kept: list[Evidence] = []
    for one in evidence:
        if not any(one.article == other.article and one.sentence == other.sentence for other in kept):
            kept.append(one)
    return tuple(kept)


def _by_source(fact: Fact, group: Sequence[Fact], name: str, words: str) -> Fact:
    """A fact that others of its group differ from: it is asked with its source; what cannot both be true is noted."""
    conflicts = tuple(other.id for other in group if other is not fact and _exclude(fact, other))
    return replace(
        fact, conflicts=conflicts, attribution=name or None, slots=fact.slots | {"differs": "yes", "according_to": words}
    )


def _exclude(one: Fact, other: Fact) -> bool:
    """Whether two facts cannot both be true: disjoint intervals, or different places."""
    if one.ask != "how_long":
        return one.answer != other.answer
    a, b = interval(one.value or "", one.mod), interval(other.value or "", other.mod)
    if a is None or b is None:
        return False
    return a[1] < b[0] or b[1] < a[0]


def interval(value: str, mod: str | None) -> tuple[float, float] | None:
    """The lengths in minutes that a TIMEX3 duration allows: "mehr als eine Stunde" is anything from 60 upwards."""
    minutes = _minutes(value)
    if minutes is None:
        return None
    if mod in {"more_than", "at_least"}:
        return minutes, float("inf")
    if mod in {"less_than", "at_most"}:
        return 0.0, minutes
    slack = minutes * _SLACK if mod == "approx" else 0.0
    return minutes - slack, minutes + slack


def _minutes(value: str) -> float | None:
    found = re.fullmatch(r"P((?:[\d.]+[YMWD])*)(?:T((?:[\d.]+[HMS])+))?", value)
    if not found:
        return None
    days = sum(float(n) * _DAYS[u] for n, u in re.findall(r"([\d.]+)([YMWD])", found[1] or ""))
    return days * 24 * 60 + sum(float(n) * _UNITS[u] for n, u in re.findall(r"([\d.]+)([HMS])", found[2] or ""))
