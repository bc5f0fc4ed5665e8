"""Text as laid out → text as written: lines broken at a fixed width are joined, Markdown's marks are taken off."""

from __future__ import annotations

import re
from statistics import median

WIDEST = 110  # characters; prose in longer lines is not broken at a width
NARROWEST = 40
SENTENCE_END = (".", "!", "?", ":", "“", "”", '"', "»", ")")

MARKDOWN = (
    (re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)"), ""),  # a picture
    (re.compile(r"\[([^\]\n]*)\]\([^)\n]*\)"), r"\1"),  # a link
    (re.compile(r"^[ ]{0,3}(?:#{1,6}|>|[-*+]) +", re.MULTILINE), ""),  # a heading, a quotation, a list's item
    (re.compile(r"(\*\*|__)(?=\S)([^\n*_]+)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\w)([*_])(?=\S)([^\n*_]+)(?<=\S)\1(?!\w)"), r"\2"),
)


def plain(text: str) -> str:
    """Markdown without its marks."""
    for pattern, replacement in MARKDOWN:
        text = pattern.sub(replacement, text)
    return text


def unwrap(text: str) -> str:
    """Join the lines of paragraphs that were broken at a fixed width; text that was not comes back as it is."""
    blocks = re.split(r"(\n(?: *\n)+)", text)
    inner = [line for block in blocks[::2] for line in block.strip("\n").split("\n")[:-1]]
    if not inner or not _broken_at_width(inner):
        return text
    return "".join(_joined(block) if number % 2 == 0 else block for number, block in enumerate(blocks))


def _broken_at_width(lines: list[str]) -> bool:
    """Whether lines that others follow directly are about equally long and mostly stop in the middle of a sentence."""
    lengths = [len(line) for line in lines]
    open_ended = sum(not line.rstrip().endswith(SENTENCE_END) for line in lines)
    return max(lengths) <= WIDEST and median(lengths) >= NARROWEST and len(lines) >= 3 and open_ended >= 0.6 * len(lines)


def _joined(block: str) -> str:
    """One paragraph on one line; a word parted at a line's end is made whole, "Ost-\\nund" is not."""
    block = re.sub(r"(?<=[a-zäöüß])-\n *(?!und\b|oder\b|bis\b|sowie\b)(?=[a-zäöüß])", "", block)
    return re.sub(r"(?<=\S) *\n *(?=\S)", " ", block)
