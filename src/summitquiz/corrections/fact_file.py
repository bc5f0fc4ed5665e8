"""The fact file read back: what a teacher corrected in NAME-facts.yaml, as knowledge that questions are made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from summitquiz.corrections.facts import Known, read_all
from summitquiz.corrections.fields import by_id, items, record, reference, span, text, verbatim
from summitquiz.deck import DeckDefinition
from summitquiz.model import ASKS, Abstention, Article, Entity, Event, Gender, Knowledge
from summitquiz.reading.decode import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from summitquiz.corrections.follows import Wording
    from summitquiz.model import Fact
    from summitquiz.yaml_positions import Value

SCHEMA = 1
SUFFIX = "-facts"


@dataclass(frozen=True, slots=True)
class FactFile:
    """A fact file: the deck it makes, which has no article files, and what is known."""

    definition: DeckDefinition
    knowledge: Knowledge


def is_fact_file(root: Value) -> bool:
    """Whether the top of a YAML file is that of a fact file, not of a deck definition."""
    return {"schema", "facts"} <= root.fields().keys()


def read_facts(root: Value, path: Path, wording: Wording) -> FactFile:
    """Read and check the fact file at `path`, whose YAML top is `root`.

    In the text of its articles only the evidence stands, at its place, with blanks for the rest. Raises the root's error,
    `where` = file:line:column, for another schema, unknown or missing keys, wrong types and words, ids that name nothing or are
    used twice, evidence that is not in its sentence, and labels that have no forms.
    """
    top = record(root, ("schema", "articles", "events", "facts"), ("deck", "entities", "abstained"))
    if (schema := top["schema"].as_int()) != SCHEMA:
        raise top["schema"].fail(f"'schema' must be {SCHEMA}, but is {schema}")
    sources = by_id(top["articles"].as_list())
    entities = {name: _entity(name, value) for name, value in by_id(items(top, "entities")).items()}
    events = by_id(top["events"].as_list())
    happened = tuple(_event(name, value, entities) for name, value in events.items())
    labels = {name: value.fields()["label"] for name, value in events.items()}
    facts = read_all(top["facts"], Known(labels, sources, wording))
    return FactFile(
        _definition(top.get("deck"), path),
        Knowledge(
            articles=tuple(_article(name, value, facts) for name, value in sources.items()),
            events=happened,
            entities=tuple(entities.values()),
            facts=tuple(facts),
            abstained=tuple(_abstention(item, sources) for item in items(top, "abstained")),
        ),
    )


def _definition(value: Value | None, path: Path) -> DeckDefinition:
    """The deck as the definition said that the file was made from; its defaults for what is left out."""
    name = path.stem.removesuffix(SUFFIX) or path.stem
    fields = record(value, (), ("title", "ask", "questions", "seed", "templates")) if value else {}
    chosen = {item.as_choice(ASKS) for item in items(fields, "ask")}
    return DeckDefinition(
        name=name,
        title=text(fields, "title") or name,
        articles=(),
        ask=tuple(ask for ask in ASKS if ask in chosen) or ASKS,
        questions=fields["questions"].as_int(minimum=1) if "questions" in fields else None,
        seed=fields["seed"].as_int() if "seed" in fields else 0,
        templates=_templates(fields["templates"], path.parent) if "templates" in fields else None,
    )


def _templates(value: Value, folder: Path) -> Path:
    path = folder / value.as_text()
    if not path.is_dir():
        raise value.fail(f"no such folder: {value.as_text()!r} (looked in {folder})")
    return path.resolve()


def _article(name: str, value: Value, facts: Sequence[Fact]) -> Article:
    fields = record(value, ("id",), ("title", "published", "publisher", "url", "sha256", "characters"))
    evidence = [one for fact in facts for one in fact.evidence if one.article == name]
    length = max((one.span.end for one in evidence), default=0)
    if "characters" in fields:
        length = fields["characters"].as_int(minimum=length)
        if length > MAX_BYTES:
            raise fields["characters"].fail(f"'characters' must be {MAX_BYTES} or less, but is {length}")
    letters = [" "] * length
    for one in evidence:
        letters[one.span.start : one.span.end] = one.text
    return Article(
        id=name,
        text="".join(letters),
        title=text(fields, "title"),
        publisher=text(fields, "publisher"),
        url=text(fields, "url"),
        published=fields["published"].as_date() if "published" in fields else None,
        sha256=text(fields, "sha256") or "",
    )


def _event(name: str, value: Value, entities: Collection[str]) -> Event:
    fields = record(value, ("id", "kind", "label"), ("participants",))
    participants = tuple(reference(item, entities, "entity") for item in items(fields, "participants"))
    return Event(name, fields["kind"].as_text(), fields["label"].as_text(), participants)


def _entity(name: str, value: Value) -> Entity:
    fields = record(value, ("id", "kind", "name"), ("aliases", "office", "country", "gender"))
    return Entity(
        id=name,
        kind=fields["kind"].as_text(),
        name=fields["name"].as_text(),
        aliases=tuple(item.as_text() for item in items(fields, "aliases")),
        office=text(fields, "office"),
        country=text(fields, "country"),
        gender=fields["gender"].as_choice(get_args(Gender)) if "gender" in fields else None,  # type: ignore[arg-type]
    )


def _abstention(item: Value, sources: Collection[str]) -> Abstention:
    fields = record(item, ("article", "start", "end", "text", "gate"), ())
    article = reference(fields["article"], sources, "article")
    return Abstention(article, span(fields), verbatim(fields["text"]), fields["gate"].as_text())
