"""Writing outputs whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from summitquiz.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_REMEDIES = {
    errno.EACCES: "allow writing there or choose another folder",
    errno.EPERM: "allow writing there or choose another folder",
    errno.EROFS: "choose a folder on a disk that can be written",
    errno.ENOSPC: "free some space on the disk or choose another folder",
    errno.EDQUOT: "free some space on the disk or choose another folder",
    errno.EISDIR: "a folder has the name of the file: move the folder or choose another name",
    errno.ENOTDIR: "a file stands where a folder must be: move the file or choose another folder",
    errno.EEXIST: "a file stands where a folder must be: move the file or choose another folder",
    errno.ENAMETOOLONG: "choose a shorter name",
}


@contextmanager
def writing(path: Path) -> Iterator[Path]:
    """Yield a temporary path in the folder of `path`, and move what was written there to `path` when the block ends well.

    Missing folders are made. When the block fails, nothing stays behind and an older file at `path` is as it was.
    Raises ExportError, naming `path` and a way out, for every OSError of the system.
    """
    # The name does not grow with that of the output, so that a name that fits its folder always fits here too.
    beside = path.parent / f".summitquiz-{secrets.token_hex(8)}.part"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield beside
        beside.replace(path)
    except OSError as error:
        raise _explained(error, path) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """Write `text` to `path` in UTF-8 with Unix line ends, whole or not at all; raises ExportError."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Write `data` to `path`, whole or not at all; raises ExportError."""
    with writing(path) as beside:
        beside.write_bytes(data)


def _explained(error: OSError, path: Path) -> ExportError:
    """The system's refusal in words for people."""
    reason = os.strerror(error.errno).lower() if error.errno else str(error)
    remedy = _REMEDIES.get(error.errno or 0, "choose another folder")
    return ExportError(f"cannot be written ({reason}); {remedy}", where=str(path))
