"""Mark persons and places in single sentences, so that the names can be scored against a gold.

usage: names.py SENTENCES.jsonl OUT.jsonl

Reads rows with id and text, writes {"id", "text", "spans": [{"start", "end", "label": "PER" | "LOC"}]}, offsets in
characters, half open. Every row is read as an article of its own.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from summitquiz.german.people import find_people
from summitquiz.german.places import find_places
from summitquiz.model import Article, Mention, Person, Span
from summitquiz.reading.document import read


def spans(text: str) -> list[dict[str, int | str]]:
    """The named persons and the places of a text; where they overlap, the person."""
    document = read(Article("row", text))
    people = find_people(document)
    named = [mention.span for mention in people if _is_named(mention)]
    places = [mention.span for mention in find_places(document, people)]
    free = [span for span in places if not any(span.overlaps(name) for name in named)]
    return [_row(span, "PER") for span in named] + [_row(span, "LOC") for span in free]


def _is_named(mention: Mention) -> bool:
    return isinstance(mention.value, Person) and mention.value.name is not None


def _row(span: Span, label: str) -> dict[str, int | str]:
    return {"start": span.start, "end": span.end, "label": label}


def main(source: Path, target: Path) -> None:
    """Read the sentences of `source`, write them with their names to `target`."""
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    marked = ({"id": row["id"], "text": row["text"], "spans": spans(row["text"])} for row in rows)
    target.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in marked), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
