"""What a package last said of each note, so that a rebuilt deck updates the changed notes in Anki and only these.

Anki takes a note's new text only when its modification time is newer. The time cannot come from the text alone, and the clock
alone would make every build differ; so a small file beside the package, NAME.lock.json, keeps for each note its content hash
and its time. Keep it with the deck, under version control: without it, learners' notes are not corrected.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from summitquiz.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FIRST_MOD = 1_767_225_600  # 2026-01-01: any fixed time will do that lies before the first package was made
SCHEMA = 1


class Entry(NamedTuple):
    """A note as last written: hash of its content, and its modification time in seconds since 1970."""

    hash: str
    mod: int


Lock = dict[str, Entry]  # by GUID


def advance(old: Mapping[str, Entry], hashes: Mapping[str, str], now: int) -> Lock:
    """The lock after a build whose notes have `hashes`, by GUID.

    A note that changed gets `now`, or the next second when its time is not before that; a new one FIRST_MOD; the others keep
    theirs. Notes that are no longer in the deck stay, as they do in learners' collections, and may come back changed.
    """
    lock = dict(old)
    for guid, content in hashes.items():
        before = old.get(guid)
        if before is None:
            lock[guid] = Entry(content, FIRST_MOD)
        elif before.hash != content:
            lock[guid] = Entry(content, max(now, before.mod + 1))
    return lock


def read(path: Path) -> Lock:
    """The lock at `path`, empty when there is none; raises ExportError when it cannot be read."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["schema"] != SCHEMA:
            raise ValueError(f"schema {content['schema']!r}, not {SCHEMA}")
        return {guid: _entry(entry) for guid, entry in content["notes"].items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ExportError(
            f"not a readable lock file ({error!r}); restore it from a copy, or delete it: "
            "then Anki keeps the old text of corrected notes unless told to update always",
            where=str(path),
        ) from error


def render(lock: Lock) -> str:
    """The lock as the text of its file, in a fixed order."""
    notes = {guid: entry._asdict() for guid, entry in sorted(lock.items())}
    return json.dumps({"schema": SCHEMA, "notes": notes}, indent=2) + "\n"


def _entry(entry: Any) -> Entry:
    content, mod = entry["hash"], entry["mod"]
    if not (isinstance(content, str) and re.fullmatch(r"[0-9a-f]+", content) and type(mod) is int):
        raise ValueError(f"bad entry {entry!r}")
    return Entry(content, mod)
