"""The fact file: all that is known from a deck's articles, as YAML or JSON (schema 1)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.model import Abstention, Article, Entity, Event, Evidence, Fact, Knowledge

SCHEMA = 1


def dump_yaml(knowledge: Knowledge, abstained: Sequence[Abstention]) -> str:
    """The fact file as YAML text."""
    content = structure(knowledge, abstained)
    return yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)


def dump_json(knowledge: Knowledge, abstained: Sequence[Abstention]) -> str:
    """The fact file as JSON text."""
    return json.dumps(structure(knowledge, abstained), ensure_ascii=False, indent=2) + "\n"


def structure(knowledge: Knowledge, abstained: Sequence[Abstention]) -> dict[str, Any]:
    """The fact file as plain data."""
    asked = {fact.event for fact in knowledge.facts}
    return {
        "schema": SCHEMA,
        "articles": [_article(article) for article in knowledge.articles],
        "events": [_event(event) for event in knowledge.events if event.id in asked],
        "entities": [_entity(entity) for entity in knowledge.entities],
        "facts": [_fact(fact) for fact in knowledge.facts],
        "abstained": [_abstention(one) for one in abstained],
    }


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "published": str(article.published) if article.published else None,
        "publisher": article.publisher,
        "url": article.url,
        "sha256": article.sha256,
    }


def _event(event: Event) -> dict[str, Any]:
    return {"id": event.id, "kind": event.kind, "label": event.label, "participants": list(event.participants)}


def _entity(entity: Entity) -> dict[str, Any]:
    return {"id": entity.id, "kind": entity.kind, "name": entity.name, "aliases": list(entity.aliases), "office": entity.office,
            "country": entity.country}  # fmt: skip


def _fact(fact: Fact) -> dict[str, Any]:
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
        "slots": fact.slots,
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {"article": evidence.article, "start": evidence.span.start, "end": evidence.span.end, "text": evidence.text,
            "rule": evidence.rule, "sentence": evidence.sentence}  # fmt: skip


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
