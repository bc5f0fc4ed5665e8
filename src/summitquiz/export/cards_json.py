"""The cards as JSON, for other programs: NAME.json."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from summitquiz.export.files import write_text

if TYPE_CHECKING:
    from pathlib import Path

    from summitquiz.model import Card, Deck, Evidence, Source

SCHEMA = 1


def write(deck: Deck, path: Path) -> None:
    """Write the deck's sources and cards to `path`; the same deck gives the same bytes. Raises ExportError."""
    content = {
        "schema": SCHEMA,
        "deck": deck.name,
        "title": deck.title,
        "sources": [_source(source) for source in deck.sources],
        "cards": [_card(card) for card in deck.cards],
    }
    write_text(path, json.dumps(content, ensure_ascii=False, indent=2) + "\n")


def _source(source: Source) -> dict[str, Any]:
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "published": str(source.published) if source.published else None,
        "url": source.url,
    }


def _card(card: Card) -> dict[str, Any]:
    return {
        "id": card.id,
        "fact": card.fact,
        "ask": card.ask,
        "kind": card.kind,
        "question": card.question,
        "answer": card.answer,
        "value": card.value,
        "choices": list(card.choices),
        "prompts": list(card.prompts),
        "accept": list(card.accept),
        "evidence": [_evidence(evidence) for evidence in card.evidence],
        "template": card.template,
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "article": evidence.article,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "text": evidence.text,
        "sentence": evidence.sentence,
        "rule": evidence.rule,
    }
