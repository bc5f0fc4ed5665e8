"""The Anki note types: one for each kind of card, with ids that never change.

Anki knows a note type, its fields and its templates by their ids. Whoever has the deck keeps his learning history only as long
as these stay as they are: a new field takes a spare one, whose id it keeps, or goes to the end with an id of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summitquiz.export.rendering import theme_text

if TYPE_CHECKING:
    import genanki

    from summitquiz.model import CardKind

# Anki takes a note type's new looks only when this time (seconds since 1970) is newer: raise it with every change of
# fields, templates or style sheet. A test holds the two together.
LOOKS_MOD = 1_795_395_600  # 2026-11-23

# Field names, as the learner sees them in Anki's editor, with their ids. The spare ones let the deck grow without a
# conflict for those who have it already.
FIELDS: tuple[tuple[str, int], ...] = (
    ("Frage", 4_101_001),
    ("Antwort", 4_101_002),
    ("Auch richtig", 4_101_003),
    ("Auswahl", 4_101_004),
    ("Beleg", 4_101_005),
    ("Fakt", 4_101_006),
    ("Anlass", 4_101_007),  # once a spare field
    ("Reserve 2", 4_101_008),
    ("Reserve 3", 4_101_009),
)


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type: `front` and `back` name the theme's files; `id` and `template_id` are Anki's."""

    id: int
    name: str
    template_id: int
    front: str
    back: str
    cloze: bool = False


NOTE_TYPES: dict[CardKind, NoteType] = {
    "question": NoteType(1_795_305_601, "summitquiz Frage", 4_102_001, "question-front.html", "back.html"),
    "cloze": NoteType(1_795_305_602, "summitquiz Lücke", 4_102_002, "cloze-front.html", "cloze-back.html", cloze=True),
    "choice": NoteType(1_795_305_603, "summitquiz Auswahl", 4_102_003, "choice-front.html", "back.html"),
    "true_false": NoteType(1_795_305_604, "summitquiz Richtig oder falsch", 4_102_004, "true_false-front.html", "back.html"),
    "matching": NoteType(1_795_305_605, "summitquiz Zuordnung", 4_102_005, "matching-front.html", "pairs-back.html"),
    "ordering": NoteType(1_795_305_606, "summitquiz Reihenfolge", 4_102_006, "ordering-front.html", "pairs-back.html"),
}


def genanki_model(note_type: NoteType) -> genanki.Model:
    """The note type as genanki wants it, with looks from the theme."""
    import genanki

    template = {
        "id": note_type.template_id,
        "name": "Karte",
        "qfmt": theme_text(f"anki/{note_type.front}"),
        "afmt": theme_text(f"anki/{note_type.back}"),
    }
    return genanki.Model(
        note_type.id,
        note_type.name,
        fields=[{"name": name, "id": number} for name, number in FIELDS],
        templates=[template],
        css=theme_text("anki/style.css"),
        model_type=genanki.Model.CLOZE if note_type.cloze else genanki.Model.FRONT_BACK,
    )
