"""The deck for Anki: NAME.apkg, and beside it NAME.lock.json, which lets a rebuilt deck correct notes already learned."""

from __future__ import annotations

import hashlib
import html
import time
from typing import TYPE_CHECKING, NamedTuple

from summitquiz.errors import ExportError
from summitquiz.export import anki_lock
from summitquiz.export.anki_package import pack
from summitquiz.export.anki_types import NOTE_TYPES, genanki_model
from summitquiz.export.citation import citations
from summitquiz.export.files import write_bytes, write_text
from summitquiz.export.options import letter, shown
from summitquiz.export.rendering import render

if TYPE_CHECKING:
    from pathlib import Path

    from summitquiz.model import Card, CardKind, Deck

_GAP = "[…]"

# Anki reads these in a field as its own: {{c1::…}}, [sound:…], [latex]. As character references they are only text.
_SHIELD = str.maketrans({"{": "&#123;", "}": "&#125;", "[": "&#91;", "]": "&#93;"})


class _Content(NamedTuple):
    """A note as it goes into the package: fields are HTML, in the order of anki_types.FIELDS."""

    guid: str
    kind: CardKind
    fields: tuple[str, ...]
    tags: tuple[str, ...]

    @property
    def hash(self) -> str:
        """Changes whenever the learner would see something else."""
        return _digest("\x1e".join((self.kind, "\x1f".join(self.fields), " ".join(self.tags))))


def write(deck: Deck, path: Path, *, now: int | None = None) -> None:
    """Write the deck as an Anki package to `path`, and its lock file beside it.

    The same deck and lock file give the same bytes. `now` is the modification time of changed notes in seconds since 1970,
    the clock's when None. Raises ExportError when a file cannot be written or two cards share an id.
    """
    notes = [_content(card, deck) for card in deck.cards]
    _refuse_duplicates(deck)
    lock_path = path.with_suffix(".lock.json")
    old = anki_lock.read(lock_path)
    lock = anki_lock.advance(old, {note.guid: note.hash for note in notes}, int(time.time()) if now is None else now)
    package = pack(_genanki_deck(deck, notes), {guid: entry.mod for guid, entry in lock.items()})
    # The lock goes first: if the package then fails, the next build still gives the changed notes a newer time.
    write_text(lock_path, anki_lock.render(lock))
    write_bytes(path, package)


def guid(card: Card) -> str:
    """The note's id in Anki: from the card's stable id alone, so that a corrected wording stays the same note."""
    return _digest(f"summitquiz card {card.id}")


def deck_id(name: str) -> int:
    """Anki's number for the deck called `name`: always the same for the same name."""
    return (1 << 40) + int(hashlib.sha256(f"summitquiz deck {name}".encode()).hexdigest()[:10], 16)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:20]


def _refuse_duplicates(deck: Deck) -> None:
    """Anki would import both notes and later update only one of them."""
    seen: set[str] = set()
    for card in deck.cards:
        if card.id in seen:
            raise ExportError(f"two cards have the id {card.id!r}; give each fact in the fact file its own id")
        seen.add(card.id)


def _genanki_deck(deck: Deck, notes: list[_Content]) -> object:
    import genanki

    models = {kind: genanki_model(note_type) for kind, note_type in NOTE_TYPES.items()}
    title = (deck.title or deck.name).replace("::", ":")  # a double colon would make a deck within a deck
    packed = genanki.Deck(deck_id(deck.name), title)
    for position, note in enumerate(notes):
        packed.add_note(genanki.Note(models[note.kind], list(note.fields), guid=note.guid, tags=list(note.tags), due=position))
    return packed


def _content(card: Card, deck: Deck) -> _Content:
    fields = (
        _cloze(card) if card.kind == "cloze" else _escape(card.headless),
        _pairs(card, deck) if card.prompts else _escape(_labelled_answer(card)),
        _escape(" · ".join(card.accept)),
        _options(card, deck),
        _shield(render("citations.html", citations=citations(card, deck)).strip()),
        _escape(card.fact),
        _escape(card.heading),
        *("",) * 2,  # the spare fields
    )
    return _Content(guid(card), card.kind, fields, ("summitquiz", f"ask::{card.ask}", f"kind::{card.kind}"))


def _options(card: Card, deck: Deck) -> str:
    """What there is to choose from; above it what is to be matched with it."""
    prompts = render("anki/prompts.html", prompts=card.prompts) if card.kind == "matching" else ""
    choices = render("anki/choices.html", choices=shown(card, deck.seed)) if card.choices else ""
    return _shield(prompts + choices)


def _pairs(card: Card, deck: Deck) -> str:
    """What belongs together, or the order with its dates, each with the letter under which it was shown."""
    options = shown(card, deck.seed)
    pairs = [(one, letter(options.index(other)), other) for one, other in zip(card.prompts, card.choices, strict=True)]
    return _shield(render("anki/pairs.html", pairs=pairs, ordering=card.kind == "ordering"))


def _labelled_answer(card: Card) -> str:
    """The answer, with its letter in front when options stand above it."""
    if card.kind != "choice":
        return card.answer
    if card.answer not in card.choices:
        raise ExportError(f"the answer of card {card.id!r} is not among its choices")
    return f"{letter(card.choices.index(card.answer))}. {card.answer}"


def _cloze(card: Card) -> str:
    """The sentence with the answer in Anki's cloze brackets; without exactly one gap Anki would make no card of it."""
    parts = card.headless.split(_GAP)
    if len(parts) != 2:
        raise ExportError(f"card {card.id!r} has {len(parts) - 1} gaps {_GAP} instead of one")
    before, after = (_escape(part) for part in parts)
    return f"{before}{{{{c1::{_escape(card.answer)}}}}}{after}"


def _escape(text: str) -> str:
    """Plain text as HTML that Anki shows as it is."""
    return _shield(html.escape(text))


def _shield(markup: str) -> str:
    """HTML in which nothing but the markup means anything to Anki; colons in pairs would end a cloze early."""
    return markup.translate(_SHIELD).replace("::", "&#58;&#58;")
