"""A collection of the real Anki, for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

from summitquiz.export import anki

if TYPE_CHECKING:
    from pathlib import Path

    from anki.cards import Card as AnkiCard

    from summitquiz.model import Card


class Learner:
    """Somebody with an Anki collection of his own in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.collection = Collection(str(folder / "collection.anki2"))

    def import_package(self, package: Path) -> dict[str, int]:
        """Import with Anki's own defaults; how many notes were new, updated, duplicate, conflicting; zeros left out."""
        request = ImportAnkiPackageRequest(package_path=str(package), options=ImportAnkiPackageOptions())
        log = self.collection.import_anki_package(request).log
        counts = {name: len(getattr(log, name)) for name in ("new", "updated", "duplicate", "conflicting")}
        return {name: count for name, count in counts.items() if count}

    def rows(self, query: str, *values: str | int) -> list[object]:
        """The first column of a query to the collection's database."""
        assert self.collection.db is not None
        return list(self.collection.db.list(query, *values))

    def find(self, card: Card) -> AnkiCard:
        """The one Anki card that was made of `card`."""
        (number,) = self.rows("select c.id from cards c join notes n on n.id = c.nid where n.guid = ?", anki.guid(card))
        return self.collection.get_card(number)  # type: ignore[arg-type]

    def faces(self, card: Card) -> tuple[str, str]:
        """Front and back of `card` in HTML."""
        output = self.find(card).render_output()
        return output.question_text, output.answer_text
