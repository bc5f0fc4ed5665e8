"""Write the quotations with a speaker that the program finds, for scoring.

usage: quotes.py ARTICLES.jsonl OUT.jsonl
ARTICLES.jsonl has a row {"id", "title", "date", "text"} per article; OUT.jsonl gets {"id", "quotes": [{"start", "end",
"speaker", "speaker_start", "speaker_end"}]} with offsets into `text`.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summitquiz.german.organisations import find_organisations
from summitquiz.german.people import find_people
from summitquiz.german.speech import find_quotes
from summitquiz.model import Article, Document, Kind, Person, Quotation, Span
from summitquiz.reading.document import read

if TYPE_CHECKING:
    from collections.abc import Iterator


def main(source: str, target: str) -> None:
    """Read the articles, write the quotations."""
    with Path(target).open("w", encoding="utf-8") as out:
        for line in Path(source).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            json.dump({"id": row["id"], "quotes": list(quotes(row))}, out, ensure_ascii=False)
            out.write("\n")


def quotes(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The attributed quotations of one row."""
    document = read(Article(id=row["id"], text=row["text"]))
    document = replace(document, mentions=tuple(find_people(document)))
    document = replace(document, mentions=(*document.mentions, *find_organisations(document)))
    for mention in find_quotes(document):
        value = mention.value
        if isinstance(value, Quotation) and value.speaker:
            words = value.subject or value.speaker
            name = full_name(document, value.speaker)
            yield {**mention.span._asdict(), "speaker": name, "speaker_start": words.start, "speaker_end": words.end}


def full_name(document: Document, speaker: Span) -> str:
    """The fullest name of the person in the article when only one has that surname, else the words as they stand."""
    people = [m for m in document.mentions if m.kind is Kind.PERSON and isinstance(m.value, Person) and m.value.name]
    said = next((m.value.name for m in people if m.span == speaker and isinstance(m.value, Person)), None)
    if said is None:
        return speaker.of(document.article.text)
    names = {m.value.name for m in people if isinstance(m.value, Person) and m.value.name}
    fuller = {name for name in names if name.split()[-1] == said.split()[-1] and " " in name}
    return fuller.pop() if len(fuller) == 1 else said


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
