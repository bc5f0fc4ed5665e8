"""Tag a folder of TimeML files with the temporal rules, for scoring; prints documents and the speed of the rules.

usage: python bench/timex3.py RAWDIR OUTDIR

Reads each file's creation time from its DCT and its text from TEXT, and writes the same file with TIMEX3 tags in the text.
Habits of annotated corpora that no quiz needs are met here and not in the rules: see `annotated`.
"""

from __future__ import annotations

import html
import re
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from summitquiz.german.temporal import find_times, length_of
from summitquiz.model import Mention, PartialDate, Timex

DCT = re.compile(r'<DCT>.*?value="([^"]*)".*?</DCT>', re.S)
TEXT = re.compile(r"(<TEXT>)(.*)(</TEXT>)", re.S)
JOINT = re.compile(r"\s+(?:und|bis(?: zum)?|oder|sowie)\s+|,\s+|\s?[-–/]\s?")
SEASON = re.compile(r"\d{4}/\d\d$")
HALF = re.compile(r"P(T?)(\d+)([YHMD])T?(6M|30M|30S|12H)$")


@dataclass(frozen=True)
class Tag:
    """One TIMEX3 to write."""

    start: int
    end: int
    type: str
    value: str
    mod: str | None = None


def annotated(mention: Mention, text: str, created: PartialDate) -> list[Tag]:
    """The tags that annotators of running text give for a mention.

    They tag each end of a span of time by itself, give "vor zwei Jahren" as a duration from then to now, write halves as
    decimals, and let a time of day without a date belong to the day of publication.
    """
    value = mention.value
    assert isinstance(value, Timex)
    start, end = mention.span
    if mention.rule == "de.date.day.listed":
        end -= 1  # without the ordinal's point
    if mention.rule.startswith(("de.date.ago", "de.date.ahead")):
        return _as_duration(mention, text, created)
    if "/" in value.value and JOINT.search(text[start:end].lstrip("0123456789")) and not SEASON.search(text[start:end]):
        return _ends(mention, value, text, created)
    return [Tag(start, end, value.type, _written(value.value, created), value.mod)]


def _as_duration(mention: Mention, text: str, created: PartialDate) -> list[Tag]:
    """The length inside "vor zwei Jahren"."""
    value = length_of(mention, text)
    start = mention.span.end - len(mention.span.of(text).split(maxsplit=1)[1])
    return [Tag(start, mention.span.end, value.type, _written(value.value, created), value.mod)] if value else []


def _ends(mention: Mention, value: Timex, text: str, created: PartialDate) -> list[Tag]:
    """Both ends of an interval."""
    start, end = mention.span
    first, last = value.value.split("/")
    words = text[start:end]
    joints = [joint for joint in JOINT.finditer(words) if joint.start() > 0]
    joint = joints[-1] if value.type == "TIME" else joints[0]
    left = words[: joint.start()].rstrip(".")
    if value.type == "TIME":  # hours from and to without a day recur
        first, last = (end_.removeprefix("XXXX-XX-XX") for end_ in (first, last))
    return [
        Tag(start, start + len(left), value.type, _written(first, created)),
        Tag(start + joint.end(), end, value.type, _written(last, created)),
    ]


def _written(value: str, created: PartialDate) -> str:
    """A value as the corpus writes it."""
    half = HALF.match(value)
    if half:
        return f"P{half[1]}{half[2]}.5{half[3]}"
    return value.replace("XXXX-XX-XXT", f"{created}T") if value != "XXXX-XX-XXTXX:XX" else value.partition("/")[0]


def tagged(text: str, mentions: list[Mention], created: PartialDate) -> str:
    """The text as XML with its tags."""
    tags = [tag for mention in mentions for tag in annotated(mention, text, created)]
    out, done = [], 0
    for number, tag in enumerate(tags, 1):
        mod = f" mod={quoteattr(tag.mod.upper())}" if tag.mod else ""
        head = f'<TIMEX3 tid="t{number}" type="{tag.type}" value={quoteattr(tag.value)}{mod}>'
        out += [escape(text[done : tag.start]), head, escape(text[tag.start : tag.end]), "</TIMEX3>"]
        done = tag.end
    return "".join(out) + escape(text[done:])


def main(raw: Path, out: Path) -> None:
    """Tag every file of a folder."""
    out.mkdir(parents=True, exist_ok=True)
    find_times("", None)
    spent, size = 0.0, 0
    files = sorted(raw.iterdir())
    for path in files:
        source = path.read_text(encoding="utf-8")
        dct, body = DCT.search(source), TEXT.search(source)
        if not dct or not body:
            raise SystemExit(f"{path}: no DCT or no TEXT in it")
        text = html.unescape(body[2])
        created = PartialDate.parse(dct[1][:10])
        started = time.process_time()
        mentions = find_times(text, created)
        spent += time.process_time() - started
        marked = tagged(text, mentions, created)
        size += len(text.encode())
        (out / path.name).write_text(source[: body.start(2)] + marked + source[body.end(2) :], encoding="utf-8")
    print(f"{len(files)} documents, {size / 1000:.0f} KB, {size / 1000 / spent:.0f} KB/s")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
