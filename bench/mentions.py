"""How many of the persons and places that hand-made facts name are recognised in their words.

usage: mentions.py ARTICLES GOLD INDEX.yaml [--list]

ARTICLES is a folder of ID.txt, GOLD one of ID.yaml with `facts` (ask, answer, span, sentence), INDEX.yaml when each appeared.
A who-fact whose answer is persons counts when the persons found in its span, or for a pronoun the one it stands for, have its
answer as their full name; a where-fact counts when a place in its span has the answer's name. Facts about bodies are left out.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import yaml

from summitquiz.german.analyse import analyse
from summitquiz.german.countries import country_name
from summitquiz.german.phrasing import GermanPhrasing
from summitquiz.knowledge.persons import People
from summitquiz.model import Kind, PartialDate, Place, Quotation, Reading, Span
from summitquiz.reading.article import load

_BODIES = re.compile(
    "Staaten|Union|Post|Föderation|stelle|Nationen|Haus|Regierung|ericht|Delegation|precher|inister|Korea|vertreter|Vertreter|"
    "Angehörige|dienst|Rebellen"
)


def main(articles: str, gold: str, index: str, *options: str) -> None:
    """Print recall of persons and of places, and with --list what was missed."""
    dates = {str(row["id"]).zfill(3): row["published"] for row in yaml.safe_load(Path(index).read_text(encoding="utf-8"))}
    tally = {"who": [0, 0], "where": [0, 0]}
    for path in sorted(Path(gold).glob("*.yaml")):
        published = dates.get(path.stem)
        article = load(Path(articles) / f"{path.stem}.txt", published=PartialDate.parse(str(published)) if published else None)
        reading = analyse(article)
        people = People(GermanPhrasing())
        people.read([reading.document])
        for fact in yaml.safe_load(path.read_text(encoding="utf-8"))["facts"]:
            span = _span(article.text, fact)
            if fact["ask"] not in tally or span is None or (fact["ask"] == "who" and not _persons(fact)):
                continue
            found = _right_person(reading, people, fact, span) if fact["ask"] == "who" else _right_place(reading, fact, span)
            tally[fact["ask"]][0] += found
            tally[fact["ask"]][1] += 1
            if not found and "--list" in options:
                print(f"{path.stem} {fact['ask']}: {fact['answer']} | {fact['span']}")
    for ask, (right, wanted) in tally.items():
        print(f"{ask:6} {right}/{wanted} {right / wanted:.3f}")


def _span(text: str, fact: dict[str, Any]) -> Span | None:
    """Where the fact's words stand, counted from its sentence."""
    start = text.find(fact["sentence"])
    place = text.find(fact["span"], max(0, start))
    return Span(place, place + len(fact["span"])) if place >= 0 else None


def _names(answer: str) -> list[str]:
    return re.split(r", | und ", answer)


def _persons(fact: dict[str, Any]) -> bool:
    """Whether the answer is made of persons: names of two words or more that no body has."""
    full = all(re.match(r"(?:König(?:in)? )?[A-ZÄÖÜ]\S+ (?:\S+ )*[A-ZÄÖÜ]\S*$", name) for name in _names(fact["answer"]))
    return full and not _BODIES.search(fact["answer"])


def _right_person(reading: Reading, people: People, fact: dict[str, Any], span: Span) -> bool:
    article = reading.document.article.id
    found = {profile.name for profile in people.within(article, _widened(reading, span))}
    for mention in reading.document.mentions:
        value = mention.value
        if isinstance(value, Quotation) and value.speaker and value.subject and span.overlaps(value.subject):
            speaker = people.at(article, value.speaker)
            found |= {speaker.name} if speaker else set()
    wanted = {re.sub(r"^König(?:in)? ", "", name) for name in _names(fact["answer"])}
    return all(any(name == one or one.endswith(" " + name) for one in found) for name in wanted)


def _widened(reading: Reading, span: Span) -> Span:
    """The span with the person mentions that it cuts into."""
    cut = [m.span for m in reading.document.mentions if m.kind is Kind.PERSON and m.span.overlaps(span)]
    return Span(min([span.start, *(s.start for s in cut)]), max([span.end, *(s.end for s in cut)]))


def _right_place(reading: Reading, fact: dict[str, Any], span: Span) -> bool:
    wanted = {str(fact["answer"]), *map(str, fact.get("accept") or [])}
    places = [m for m in reading.document.mentions if isinstance(m.value, Place) and m.span.overlaps(span)]
    names = {m.value.name for m in places if isinstance(m.value, Place)} | {
        m.span.of(reading.document.article.text) for m in places
    }
    names |= {country_name(m.value.stated_country) for m in places if isinstance(m.value, Place) and m.value.stated_country}
    return any(name in one or one in name for name in names for one in wanted)


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
