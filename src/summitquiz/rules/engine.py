"""A small rule engine: patterns over characters, tried only near words that may mean something; the longest match wins.

It knows no language. A language brings its rules, and a function that says of which classes a word is (a month, a unit, a
number …). A rule names the class of word without which it cannot match, and its pattern is searched only in the windows
around such words: most of a text is never looked at twice, which is what makes many rules cheap.

Patterns must be linear: no quantifier inside another without a bound.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from summitquiz.model import Kind, Mention, MentionValue, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

F = TypeVar("F")  # what a production needs to know besides the match, the same for a whole text

WORD = re.compile(r"[^\W_]+")
LONGEST_WORD = 40  # longer runs of letters are no words and are not classified
BEFORE, AFTER = 50, 60  # characters of a window before and after its word


@dataclass(frozen=True, slots=True)
class Reading:
    """What a production makes of a match. `span` narrows the match's span where the pattern had to look further."""

    kind: Kind
    value: MentionValue
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Rule(Generic[F]):
    """A name, the class of word it needs, a pattern and a production.

    `produce` gets the match and the frame and returns a reading, or None: then the words are taken, and mean nothing
    (an age is no duration). `guard` looks at what surrounds a match: False lets other rules have the words.
    The span is the group `span` if the pattern has one, else the whole match.
    """

    name: str
    needs: str
    pattern: re.Pattern[str]
    produce: Callable[[re.Match[str], F], Reading | None]
    guard: Callable[[re.Match[str]], bool] | None = None


@dataclass(frozen=True, slots=True)
class Match(Generic[F]):
    """A rule's match, and how it is ranked: the longer wins, then the earlier, then the rule named first."""

    rule: Rule[F]
    match: re.Match[str]
    order: int

    @property
    def span(self) -> Span:
        """The words that the rule claims."""
        group = "span" if "span" in self.rule.pattern.groupindex else 0
        return Span(*self.match.span(group))

    def rank(self) -> tuple[int, int, int]:
        """A sort key, best first."""
        start, end = self.span
        return (start - end, start, self.order)


class Ruleset(Generic[F]):
    """Rules that share a frame and a way to classify words."""

    def __init__(self, rules: Sequence[Rule[F]], classify: Callable[[str], Iterable[str]]) -> None:
        self.rules = tuple(rules)
        self._classify = classify

    def find(self, text: str, frame: F) -> Iterator[Mention]:
        """The mentions in `text`, in text order, none overlapping another."""
        for best in self.best(text):
            if mention := produced(best, frame):
                yield mention

    def best(self, text: str) -> list[Match[F]]:
        """The matches left when the better has displaced what overlaps it, in text order."""
        taken: list[Match[F]] = []
        claimed = bytearray(len(text))
        for candidate in sorted(self.matches(text), key=Match.rank):
            start, end = candidate.span
            if not any(claimed[start:end]):
                claimed[start:end] = b"\1" * (end - start)
                taken.append(candidate)
        return sorted(taken, key=lambda each: each.span)

    def matches(self, text: str) -> list[Match[F]]:
        """Everything that any rule matches in `text`, overlapping or not."""
        windows = self.windows(text)
        found = []
        for order, rule in enumerate(self.rules):
            for start, end in windows.get(rule.needs, ()):
                for match in rule.pattern.finditer(text, start, end):
                    cut = match.end() == end < len(text)  # the window's edge is no word's edge
                    if match.end() > match.start() and not cut and (rule.guard is None or rule.guard(match)):
                        found.append(Match(rule, match, order))
        return found

    def windows(self, text: str) -> dict[str, list[tuple[int, int]]]:
        """For each class of word, the stretches of text around its words; stretches that touch are one."""
        classes_of: dict[str, Iterable[str]] = {}
        windows: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for match in WORD.finditer(text):
            word = match.group()
            classes = classes_of.get(word)
            if classes is None:
                classes = classes_of[word] = tuple(self._classify(word)) if len(word) <= LONGEST_WORD else ()
            for name in classes:
                _widen(windows[name], max(0, match.start() - BEFORE), min(len(text), match.end() + AFTER))
        return windows


def _widen(windows: list[tuple[int, int]], start: int, end: int) -> None:
    """Add a window at the end of a list, joining it to the last one if they touch."""
    if windows and windows[-1][1] >= start:
        start = windows.pop()[0]
    windows.append((start, end))


def produced(found: Match[F], frame: F) -> Mention | None:
    """The mention that the rule's production makes of its match."""
    reading = found.rule.produce(found.match, frame)
    if reading is None:
        return None
    return Mention(reading.span or found.span, reading.kind, reading.value, found.rule.name)
