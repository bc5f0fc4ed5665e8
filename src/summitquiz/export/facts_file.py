"""The fact file: all that is known from a deck's articles, as YAML or JSON (schema 1).

A teacher may correct it and build from it (see `corrections`). So that a correction has to be made in one place only, a fact's
slots leave out what follows from its event's label and from its attribution: `corrections.follows` fills it in again.
"""

from __future__ import annotations

import hashlib
import json
import os
from typing import TYPE_CHECKING, Any, Protocol

import yaml

from summitquiz.errors import ExportError
from summitquiz.export.files import write_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from summitquiz.model import Abstention, Article, Ask, Entity, Event, Evidence, Fact, Knowledge

SCHEMA = 1
_SEAL = "# Of the lines above, so that corrections are not overwritten: sha256 "
_FORMS = ("event", "event.gen", "event.dat", "number")
_WHOLE = {"office": "office", "country": "place"}  # by pattern: the slot that is the whole label


class Settings(Protocol):
    """What a deck definition says of the deck, apart from its articles."""

    @property
    def title(self) -> str:
        """The deck's title."""

    @property
    def ask(self) -> tuple[Ask, ...]:
        """Which questions."""

    @property
    def questions(self) -> int | None:
        """How many at most."""

    @property
    def seed(self) -> int:
        """What orders options and draws templates."""

    @property
    def templates(self) -> Path | None:
        """A folder with question templates of the deck's own."""


def write(path: Path, text: str) -> None:
    """Write the fact file `text` to `path`, with a last line by which corrections are noticed later. Raises ExportError."""
    write_text(path, f"{text}{_SEAL}{_digest(text)}\n")


def refuse_corrected(path: Path) -> None:
    """Raise ExportError when the fact file at `path` is not as `write` left it: writing it anew would undo corrections."""
    if not path.is_file():
        return
    try:
        text, _, seal = path.read_text(encoding="utf-8", errors="replace").rpartition(_SEAL)
    except OSError as problem:
        raise ExportError("cannot be read, and may hold corrections; move it away first", str(path)) from problem
    if seal.strip() != _digest(text):
        raise ExportError("holds corrections that would be lost; build from this file, or move it away first", str(path))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def dump_yaml(knowledge: Knowledge, abstained: Sequence[Abstention], settings: Settings, folder: Path) -> str:
    """The fact file as YAML text. `folder` is where it will lie: paths in it are counted from there."""
    content = structure(knowledge, abstained, settings, folder)
    return yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)


def dump_json(knowledge: Knowledge, abstained: Sequence[Abstention], settings: Settings, folder: Path) -> str:
    """The fact file as JSON text."""
    return json.dumps(structure(knowledge, abstained, settings, folder), ensure_ascii=False, indent=2) + "\n"


def structure(knowledge: Knowledge, abstained: Sequence[Abstention], settings: Settings, folder: Path) -> dict[str, Any]:
    """The fact file as plain data."""
    asked = {fact.event for fact in knowledge.facts}
    labels = {event.id: event.label for event in knowledge.events}
    return {
        "schema": SCHEMA,
        "deck": _deck(settings, folder),
        "articles": [_article(article) for article in knowledge.articles],
        "events": [_event(event) for event in knowledge.events if event.id in asked],
        "entities": [_entity(entity) for entity in knowledge.entities],
        "facts": [_fact(fact, labels[fact.event]) for fact in knowledge.facts],
        "abstained": [_abstention(one) for one in abstained],
    }


def _deck(settings: Settings, folder: Path) -> dict[str, Any]:
    return {
        "title": settings.title,
        "ask": list(settings.ask),
        "questions": settings.questions,
        "seed": settings.seed,
        "templates": os.path.relpath(settings.templates, folder.resolve()) if settings.templates else None,
    }


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "published": str(article.published) if article.published else None,
        "publisher": article.publisher,
        "url": article.url,
        "sha256": article.sha256 or None,
        "characters": len(article.text),
    }


def _event(event: Event) -> dict[str, Any]:
    return {"id": event.id, "kind": event.kind, "label": event.label, "participants": list(event.participants)}


def _entity(entity: Entity) -> dict[str, Any]:
    return {"id": entity.id, "kind": entity.kind, "name": entity.name, "aliases": list(entity.aliases), "office": entity.office,
            "country": entity.country, "gender": entity.gender}  # fmt: skip


def _fact(fact: Fact, label: str) -> dict[str, Any]:
    return {
        "id": fact.id,
        "event": fact.event,
        "ask": fact.ask,
        "answer": fact.answer,
        "value": fact.value,
        "mod": fact.mod,
        "modality": fact.modality,
        "attribution": fact.attribution,
        "evidence": [_evidence(one) for one in fact.evidence],
        "conflicts": list(fact.conflicts),
        "pattern": fact.pattern,
        "slots": _slots(fact, label),
    }


def _slots(fact: Fact, label: str) -> dict[str, str]:
    """The slots that say more than the label of the fact's event and its attribution, without empty ones."""
    slots = fact.slots
    follow = {"according_to"} if fact.attribution else set()
    if "sort" in slots and slots.get("event") == label:
        follow |= {*_FORMS}
    if fact.pattern == "clause" and label == f"{slots.get('word')} {slots.get('stem')}":
        follow.add("stem")
    if fact.pattern == "clause" and "stem" not in slots and slots.get("cloze") == label:
        follow.add("cloze")
    whole = _WHOLE.get(fact.pattern)
    if whole and slots.get(whole) == label:
        follow.add(whole)
    return {name: words for name, words in slots.items() if words and name not in {*follow, "asked"}}


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "article": evidence.article,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "text": evidence.text,
        "rule": evidence.rule,
        "sentence": evidence.sentence,
        "sentence_start": evidence.sentence_start,
    }


def _abstention(one: Abstention) -> dict[str, Any]:
    return {"article": one.article, "start": one.span.start, "end": one.span.end, "text": one.text, "gate": one.gate}


class _Dumper(yaml.SafeDumper):
    """Lists indented under their key, no aliases: a file that people edit."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002  # as the base class calls it
        """Indent list entries too."""
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002  # the base class asks for each datum
        """Write equal values out each time."""
        return True
