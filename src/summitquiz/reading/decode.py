"""Bytes of a file → text: encodings, line ends and invisible characters.

Everything after this file sees one kind of text: NFC, lines ended by a newline, plain blanks, no soft hyphens.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import TYPE_CHECKING

from summitquiz.errors import ArticleError

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 5_000_000

LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029\v\f]")
BLANKS = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Soft hyphens, zero-width characters, direction marks, the byte-order mark, and control characters but the newline.
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x09\x0b-\x1f\x7f]")

BINARY_STARTS = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"{\\rtf")


def read_text(path: Path) -> str:
    """The file's text, normalised. Raises ArticleError: missing, a folder, unreadable, empty, binary, over 5 MB."""
    text = normalise(decode(read_bytes(path), str(path)))
    if not text.strip():
        raise ArticleError("the file is empty; an article's text is wanted", str(path))
    return text


def read_bytes(path: Path) -> bytes:
    """The file's bytes, at most `MAX_BYTES`."""
    where = str(path)
    try:
        if path.is_dir():
            raise ArticleError("is a folder; name the article files in it", where)
        if not path.exists():
            raise ArticleError("no such file; check the spelling and the folder", where)
        if not path.is_file():
            raise ArticleError("is no ordinary file; an article is a .txt, .md or .html file", where)
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise ArticleError(f"the file has {size / 1e6:.1f} MB; an article may have 5 MB at most", where)
        return path.read_bytes()
    except OSError as problem:
        raise ArticleError(f"cannot be read ({problem.strerror}); check the file's permissions", where) from problem


def decode(data: bytes, where: str) -> str:
    """UTF-8 (with or without mark), UTF-16 with mark, else Windows-1252. Raises ArticleError for binary data."""
    for mark, encoding in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as problem:
                message = f"is marked as {encoding.upper()} but is not: byte {problem.start + len(mark)}; save it as UTF-8"
                raise ArticleError(message, where) from problem
    if is_binary(data):
        raise ArticleError("is a binary file; save the article as text (.txt, .md) or as a web page (.html)", where)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def is_binary(data: bytes) -> bool:
    """Whether the bytes are no text: a known file type's start, a zero byte, or many control characters."""
    head = data[:8192]
    controls = sum(byte < 32 and byte not in b"\t\n\v\f\r" for byte in head)
    return head.startswith(BINARY_STARTS) or b"\0" in data or controls > len(head) // 50


def normalise(text: str) -> str:
    """One kind of line end and blank, no invisible characters, umlauts composed (NFC)."""
    text = BLANKS.sub(" ", LINE_ENDS.sub("\n", text))
    return unicodedata.normalize("NFC", INVISIBLE.sub("", text))
