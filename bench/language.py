"""Check the German of the cards of many articles: what does not agree, what is not spelt right.

usage: python -m bench.language TEXTS [MOST]

TEXTS is a folder of .txt files, with their publication dates in its index.yaml, or a .jsonl file whose rows have id, date and
text; MOST of them are read, spread over all. Each is built alone, in all wordings. Prints the cards with a fault, and totals.
To be started at the top of the checkout: the checks are those of the tests.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from tests.language import card_faults, every_card, known

if TYPE_CHECKING:
    from collections.abc import Iterator

ARGUMENTS = (2, 3)


def main(texts: str, most: str = "") -> None:
    """Print the cards with a fault, article by article, then the totals."""
    path = Path(texts)
    rows = list(_folder(path) if path.is_dir() else _rows(path))
    rows = rows[:: max(1, len(rows) // int(most))][: int(most)] if most else rows
    totals: Counter[str] = Counter(articles=len(rows))
    for name, published, text in rows:
        for card in every_card(known(text, published)):
            found = card_faults(card, text)
            totals["cards"] += 1
            totals["cards with a fault"] += bool(found)
            totals.update(fault.partition(":")[0] for fault in found)
            if found:
                print(f"{name}: {card.question} – {card.answer}", *found, sep="\n    ")
    print(*(f"{count:6} {what}" for what, count in totals.items()), sep="\n")


def _folder(folder: Path) -> Iterator[tuple[str, str | None, str]]:
    index = folder / "index.yaml"
    rows = yaml.safe_load(index.read_text(encoding="utf-8")) if index.exists() else []
    dates = {str(row["id"]): row["published"] for row in rows}
    for file in sorted(folder.glob("*.txt")):
        date = dates.get(file.stem)
        yield file.stem, str(date) if date else None, file.read_text(encoding="utf-8")


def _rows(file: Path) -> Iterator[tuple[str, str | None, str]]:
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield str(row["id"]), row.get("date"), row["text"]


if __name__ == "__main__":
    if len(sys.argv) not in ARGUMENTS:
        sys.exit(__doc__)
    main(*sys.argv[1:])
