"""What the temporal rules share: making rules and readings, and reading months, years and modifiers from groups."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any

from summitquiz.german.patterns import either, expand, load_once, rule_pattern, words
from summitquiz.german.reference import Frame, date, in_calendar
from summitquiz.model import Kind, Mod, Span, Timex
from summitquiz.rules.engine import Reading, Rule

if TYPE_CHECKING:
    from collections.abc import Callable

Match = re.Match[str]

# A year written after a month: 2019, des Jahres 2019, '19, dieses Jahres, vorigen Jahres, des Vorjahres.
YEAR_AFTER = (
    r"(?: (?:im |des )?(?:Jahr(?:e|es)? )?(?P<year>{year})"
    r"| (?P<rel>(?:des |im )?Vorjahre?s?|(?:des )?{shift} Jahres)|,? ['’](?P<short>\d\d))"
)
PART = r"(?:(?P<part>(?:{part}|(?:{det} )?{partadj})) )?"


def rule(
    name: str,
    needs: str,
    pattern: str,
    produce: Callable[[Match, Frame], Reading | None],
    guard: Callable[[Match], bool] | None = None,
) -> Rule[Frame]:
    """A rule whose pattern is in the notation of `patterns`."""
    return Rule(name, needs, rule_pattern(pattern), produce, guard)


def time(value: str, mod: Mod | None = None, anchored: bool = False, span: Span | None = None) -> Reading:
    """A reading as DATE, or TIME when the value has a time of day."""
    return Reading(Kind.TIME, date(value, mod, anchored), span)


def duration(value: str, mod: Mod | None = None) -> Reading:
    """A reading as DURATION."""
    return Reading(Kind.DURATION, Timex("DURATION", value, mod))


def repeated(value: str, mod: Mod | None = None) -> Reading:
    """A reading as SET: the period, or the recurring date."""
    return Reading(Kind.SET, Timex("SET", value, mod))


def nothing(_: Match, __: Frame) -> None:
    """The production of words that look like a time and are none."""


def before(match: Match, length: int = 24) -> str:
    """The text just before a match."""
    return match.string[max(0, match.start() - length) : match.start()]


def after(match: Match, length: int = 24) -> str:
    """The text just after a match."""
    return match.string[match.end() : match.end() + length]


def follows(match: Match, key: str) -> bool:
    """Whether one of the words that words/before.yaml has under `key` stands just before a match."""
    return bool(_words_before(key).search(before(match)))


@functools.cache
def _words_before(key: str) -> re.Pattern[str]:
    return re.compile(expand(rf"\b{either(load_once('before')[key])}\s{{1,3}}\Z"))


def inflected(table: dict[str, Any], word: str) -> Any:
    """The entry for an adjective in any ending, None if there is none; the table has stems."""
    lower = word.strip().lower()
    return next((table[stem] for stem in _endless(lower) if stem in table), None)


def _endless(word: str) -> list[str]:
    return [word, *(word.removesuffix(ending) for ending in ("en", "em", "er", "es", "e") if word.endswith(ending))]


def month_number(name: str) -> int:
    """1 for Januar and for Jan."""
    table = words("calendar", "months") | words("calendar", "month_abbreviations")
    return int(table[name.rstrip(".")])


def ordinal_number(word: str) -> int:
    """3 for dritten, for 3. and for drittes; 0 for anything else."""
    if word[:1].isdigit():
        return int(word.rstrip("."))
    found = inflected(words("numbers", "ordinals"), word)
    return found if isinstance(found, int) else 0


def full_year(short: str) -> int:
    """Four digits for two: 69 is 2069, 70 is 1970."""
    year = int(short)
    return year if len(short) == 4 else year + (2000 if year < 70 else 1900)


def shift_of(text: str) -> int:
    """How far an adjective shifts: letzten −1, diesem 0, kommende 1, übernächste 2; Vorjahr −1."""
    if "Vorjahr" in text:
        return -1
    table = words("time_cues", "shifts")
    shifts = (inflected(table, word) for word in text.split())
    return next((shift for shift in shifts if isinstance(shift, int)), 0)


def year_of(match: Match, frame: Frame) -> tuple[int | None, bool]:
    """The year that the groups of YEAR_AFTER give, and whether it had to be counted from the reference."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"]), False
    if groups.get("short"):
        return full_year(groups["short"]), False
    if groups.get("rel") and frame.reference:
        return in_calendar(frame.reference.year + shift_of(groups["rel"])), True
    return None, False


@functools.cache
def _mod(word: str) -> Mod | None:
    parts = {key.lower(): mod for key, mod in words("time_cues", "parts").items()}
    if word in parts:
        return parts[word]  # type: ignore[no-any-return]
    return next((mod for stem, mod in words("time_cues", "part_adjectives").items() if stem in word), None)


def part_mod(match: Match) -> Mod | None:
    """start, mid or end from Anfang, Mitte, Ende, frühen, späten in the group `part`."""
    return _mod((match.groupdict().get("part") or "").strip().lower())


def hedge_mod(match: Match) -> Mod | None:
    """The modifier of the groups `hedge`, `hedgeadj` or `n`: etwa → approx, eine gute Stunde, eine gute halbe → more_than."""
    groups = match.groupdict()
    word = " ".join((groups.get("hedge") or "").lower().split())
    if word:
        return words("time_cues", "hedges").get(word)
    adjectives = ((groups.get("hedgeadj") or "") + " " + (groups.get("n") or "")).split()
    mods: list[Mod | None] = [inflected(words("time_cues", "hedge_adjectives"), one) for one in adjectives]
    return next(filter(None, mods), None)
