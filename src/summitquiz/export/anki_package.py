"""Packing notes into an .apkg file whose bytes depend on nothing but the notes."""

from __future__ import annotations

import io
import itertools
import sqlite3
import zipfile
from typing import TYPE_CHECKING

from summitquiz.export.anki_lock import FIRST_MOD
from summitquiz.export.anki_types import LOOKS_MOD

if TYPE_CHECKING:
    from collections.abc import Mapping

    import genanki

# SQLite counts changes and notes its own version in the header (file format, 1.3); neither belongs to the notes.
_CHANGE_COUNTER = slice(24, 28)
_VERSION_VALID_FOR = slice(92, 96)
_SQLITE_VERSION = slice(96, 100)
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that the format knows


def pack(deck: genanki.Deck, mods: Mapping[str, int]) -> bytes:
    """The package of `deck` as bytes; `mods` gives each note's modification time in seconds since 1970, by GUID."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in (("collection.anki2", _database(deck, mods)), ("media", b"{}")):
            info = zipfile.ZipInfo(name, _ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3  # Unix, wherever it is built
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
    return packed.getvalue()


def _database(deck: genanki.Deck, mods: Mapping[str, int]) -> bytes:
    """Anki's database. It is built in memory, as genanki's own writer leaves a temporary file behind."""
    import genanki

    connection = sqlite3.connect(":memory:")
    try:
        cursor = connection.cursor()
        genanki.Package(deck).write_to_db(cursor, LOOKS_MOD, itertools.count(FIRST_MOD * 1000))
        notes = cursor.execute("SELECT id, guid FROM notes").fetchall()
        cursor.executemany("UPDATE notes SET mod = ? WHERE id = ?", [(mods[guid], note) for note, guid in notes])
        connection.commit()
        connection.execute("VACUUM")
        data = bytearray(connection.serialize())
    finally:
        connection.close()
    data[_CHANGE_COUNTER] = data[_VERSION_VALID_FOR] = (1).to_bytes(4, "big")
    data[_SQLITE_VERSION] = bytes(4)
    return bytes(data)
