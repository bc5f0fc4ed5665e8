"""Offices that stand for the one who holds them: der russische Staatschef, die Kanzlerin, Frankreichs Präsident."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.german.office_attributes import behind
from summitquiz.german.office_phrases import Front, with_office
from summitquiz.german.offices import OfficeWord, read_office
from summitquiz.german.segments import FINITE
from summitquiz.model import Gender, Kind, Mention, Person, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summitquiz.model import Token

# Behind these words an office means itself, and nobody who holds it: das Amt des Präsidenten.
_GENERIC = frozenset({"Amt", "Amtes", "Amts", "Funktion", "Posten", "Rolle", "Titel", "Position", "Stelle", "Wahl", "Kandidat"})
_INDEFINITE = frozenset(
    {"zum", "zur", "ein", "eine", "einen", "einem", "einer", "eines", "alle", "keine", "kein", "jeder", "jede"}
)
_DATIVE = frozenset({"mit", "von", "zwischen", "bei", "nach", "unter", "zu", "aus", "seit"})


def offices_alone(row: tuple[Token, ...], taken: set[Span]) -> Iterator[Mention]:
    """Offices that stand for their holder: der russische Staatschef, die Kanzlerin, Frankreichs Präsident."""
    for index, token in enumerate(row):
        office = read_office(token.text)
        if office is None or office.role or office.body or token.span in taken or office.number == "pl":
            continue
        front = with_office(row, index, office)
        end, whole = behind(row, index, front.office or office)
        gender = _holder(row, front, office)
        if gender and not _named_behind(row, end + 1):
            phrase = Span(row[front.start].span.start, row[end].span.end)
            held = whole.office(gender)
            yield Mention(token.span, Kind.PERSON, Person(None, phrase, held, gender), "de.person.holder")


def _named_behind(row: tuple[Token, ...], i: int) -> bool:
    """Whether a second office without an article follows, and its holder: "der Präsident des Senats [und Parteichef X]"."""
    return [t.text for t in row[i : i + 1]] == ["und"] and [t.tag for t in row[i + 1 : i + 3]] == ["NN", "NE"]


def _holder(row: tuple[Token, ...], front: Front, office: OfficeWord) -> Gender | None:
    """The gender of the one person whom an office with its article means; None if it may be several, or anybody."""
    before = row[front.start - 1] if front.start else None
    if front.article in _INDEFINITE or (before and before.text in _GENERIC):
        return None
    if front.possessed:  # Russlands Präsident, sein russischer Kollege; but "sein Minister" may be anybody's
        owned = front.office and (front.office.country or front.office.of)
        return office.gender if owned and office.number == "sg" and office.gender != "n" else None
    if front.article is None:
        return office.gender if _headline(row, front) and office.gender != "n" else None
    return "f" if office.gender == "f" else _man(front, office, row[front.at or 0].text, before)


def _headline(row: tuple[Token, ...], front: Front) -> bool:
    """Whether the office opens a sentence right before its verb, as headlines have it: "US-Außenminister traf Abbas"."""
    at = front.at if front.at is not None else front.start
    verb = row[at + 1] if not front.start and at + 1 < len(row) else None
    return verb is not None and verb.tag in FINITE and not verb.text.endswith(("n", "d"))  # no plural


def _man(front: Front, office: OfficeWord, form: str, before: Token | None) -> Gender | None:
    """The gender of the one holder of an office whose form may be a man's, or a woman's (die Vorsitzende); None if unsure."""
    open_gender = office.gender is None  # der/die Vorsitzende
    if front.article in ("dem", "des", "vom", "beim"):
        return "m"
    if front.article == "den":  # mit den Präsidenten: several
        return None if before and before.text.lower() in _DATIVE else "m"
    if front.article == "die":
        return "f" if open_gender and form.endswith("e") else None
    if front.article != "der" or (office.weak and form.endswith("en")):  # einer der Präsidenten
        return None
    if open_gender:
        return "m" if form.endswith("e") else None
    several = before is not None and before.tag == "NN" and office.number is None  # das Treffen der Minister
    return None if several else "m"
