"""What relative times are counted from: the publication date, and the dates that the text itself has named.

A `Frame` is made for one text and filled in text order. Nothing is resolved beyond what its reference knows: with a month, no
weekday; with a year, no month. What stays open keeps an X.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summitquiz.german.tense import SENTENCE_END, Tense, clause, intends, is_planned, speaks_of_plans, tense
from summitquiz.model import Kind, Mention, PartialDate, Span, Timex
from summitquiz.rules import calendar

if TYPE_CHECKING:
    from summitquiz.model import Mod

NEAR_DAYS = 120  # a date without a year this near is meant, whatever the tense
WEEK = 7
STORY_REACH = 400  # characters back to a date that a later one leans on
SINCE = re.compile(r"\b[Ss]eit (?:dem |Anfang |Mitte |Ende )*\Z")
PUT_OFF = re.compile(r"\bauf (?:[\w-]+ ){0,4}\Z")
PUTS_OFF = re.compile(r"verscho[bn]|vertag|verleg")
FORWARD = re.compile(r"\b(für|bis|bis zum)\s+(?:den |dem |die |das )?$")
ONWARD = re.compile(r"\b(?:[Aa]b|für|bis)\s+(?:dem )?\Z")  # the nearest is meant: ab November
BACK_THEN = re.compile(r"\b(?:[Dd]amals|[Ss]einerzeit)\b")  # to a time told elsewhere
PLUPERFECT = re.compile(r"\bhatten?\b|\bwar(?:en)?\b[^,.;:]{0,120}\b[a-zäöü]*ge[a-zäöüß]+(?:en|t)\b(?=[,.;:]|\s+und\b)")
AT = re.compile(r"\b(?:[Aa]m|[Vv]om)\s+\Z")
AFTER_EVENT = re.compile(r"\b(?:[Nn]ach|[Ss]eit)\s+(?:de[mnr]|[a-z]{3,6}e[mr])\s[^,.;:()]{3,70}\sam\s+\Z")
OPEN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "DE": "XXX",
    "CE": "XX",
}


@dataclass(slots=True)
class Frame:
    """A text, its reference date, and the dates read in it so far."""

    text: str
    reference: PartialDate | None
    said: list[tuple[Span, Timex]] = field(default_factory=list)

    @property
    def today(self) -> datetime.date | None:
        """The reference date, if its day is known."""
        return calendar.date_of(self.reference) if self.reference else None

    def note(self, mention: Mention) -> None:
        """Remember a mention that later ones may lean on; an interval too, as it hides what stands before it."""
        value = mention.value
        if mention.kind is Kind.TIME and isinstance(value, Timex) and (calendar.partial(value.value) or "/" in value.value):
            self.said.append((mention.span, value))

    def looks(self, span: Span) -> Tense | None:
        """Where the clause around a span looks; für looks forward, seit back, bis forward unless the clause looks back."""
        if SINCE.search(self.text, max(0, span.start - 20), span.start):
            return "past"
        put_off = PUT_OFF.search(self.text, max(0, span.start - 50), span.start)
        if put_off and PUTS_OFF.search(clause(self.text, span)):
            return "future"  # "wurde auf einen Sondergipfel im März verschoben"
        forward = FORWARD.search(self.text, max(0, span.start - 14), span.start)
        if forward and forward[1] == "für" and "gewesen" not in clause(self.text, span):
            return "future"
        return "future" if intends(self.text, span) else tense(self.text, span) or ("future" if forward else None)

    def story(self, before: int, sentences: int = 1, written: bool = False) -> PartialDate | None:
        """The date named last before an offset, at most `sentences` sentence ends away; `written`: only one given in full."""
        if not self.said:
            return None
        nearest = self._earliest(before, sentences)
        for span, value in reversed(self.said):
            if span.end < nearest or span.start >= before:
                return None
            date = calendar.partial(value.value)
            if SINCE.search(self.text, max(0, span.start - 12), span.start):
                continue  # "der erste Kontakt seit 1979": the story has not gone back there
            if not (written and value.anchored) or self._long_ago(date):
                return date
        return None

    def _long_ago(self, date: PartialDate | None) -> bool:
        """Whether a date lies so far back that it was told on from one given in full, not counted from the reference."""
        return bool(date and self.reference and self.reference.year - date.year > 1)

    def told_before(self, at: int) -> bool:
        """Whether the sentence before that at an offset tells what had been earlier, so that its day is not the next one's."""
        ends = [end.end() for end in SENTENCE_END.finditer(self.text, max(0, at - STORY_REACH), at)]
        start = ends[-2] if len(ends) > 1 else max(0, at - STORY_REACH)
        return bool(ends) and bool(PLUPERFECT.search(self.text, start, ends[-1]))

    def between_days(self, at: int) -> bool:
        """Whether the sentence before that at an offset names two days, so that "am Abend" may be that of either."""
        nearest = self._earliest(at, 1)
        days = {value.value[: len("2019-09-04")] for span, value in self.said if nearest <= span.end and span.start < at}
        return len([day for day in days if (date := calendar.partial(day)) and calendar.date_of(date)]) > 1

    def _earliest(self, before: int, sentences: int) -> int:
        """Where a date may end that something at an offset leans on: not more than so many sentence ends away."""
        reach = max(0, before - STORY_REACH)
        ends = [end.start() for end in SENTENCE_END.finditer(self.text, reach, before + 1)]
        return ends[-1 - sentences] if len(ends) > sentences else reach

    # --- resolving ---------------------------------------------------------------------------------------------------

    def day(self, span: Span, month: int, day: int) -> tuple[str, bool]:
        """The value of a day without its year, and whether it was resolved."""
        open_value = f"XXXX-{month:02}-{day:02}"
        story = self._story_year(span, month)
        if story:
            return f"{story:04}-{month:02}-{day:02}", True
        year = None if self._back_then(span) else self._year_of_day(span, month, day)
        return (
            (f"{year:04}-{month:02}-{day:02}", True) if year and calendar.valid_day(year, month, day) else (open_value, False)
        )

    def month(self, span: Span, month: int) -> tuple[str, bool]:
        """The value of a month without its year, and whether it was resolved."""
        onward = ONWARD.search(self.text, max(0, span.start - 8), span.start) and not is_planned(self.text, span)
        looks = None if onward else self.looks(span)
        year = self._story_year(span, month) or (None if self._back_then(span) else self._year_of_month(month, looks))
        return (f"{year:04}-{month:02}", True) if year else (f"XXXX-{month:02}", False)

    def weekday(self, span: Span, number: int, shift: int | None = None) -> tuple[str, bool]:
        """The value of a weekday (1 is Monday), and whether it was resolved.

        `shift`: −1 the last, 0 the one of this week, 1 the next, ±2 one further; None: as the tense says, else the last.
        """
        if not self.today:
            return f"XXXX-WXX-{number}", False
        back = (self.today.isoweekday() - number) % 7
        ahead = (number - self.today.isoweekday()) % 7
        if shift is None:
            forward = self.looks(span) == "future"
            if forward and AFTER_EVENT.search(self.text, max(0, span.start - 90), span.start):
                return f"XXXX-WXX-{number}", False  # nach dem Treffen am Mittwoch wird …: past or coming
            days = ahead if forward else -back
        elif shift == 0:
            days = ahead if self.looks(span) == "future" else number - self.today.isoweekday()
        else:
            days = (ahead or 7) + 7 * (shift - 1) if shift > 0 else -(back or 7) + 7 * (shift + 1)
        return _iso(calendar.shift_days(self.today, days)), True

    def _back_then(self, span: Span) -> bool:
        """Whether the sentence has sent the reader back to a time told elsewhere: "Damals, am 24. September, …"."""
        return bool(BACK_THEN.search(self.text, self._earliest(span.start, 0), span.start))

    def _story_year(self, span: Span, month: int) -> int | None:
        """The year of a month told on from a date given in full: "im März 1992 … im April"."""
        story = self.story(span.start, written=True)
        last = self.story(span.start)  # "Im Juni 2019 bat er …, im vergangenen November legte er …": the story has moved on
        if not story or not story.month or (self.reference and story.year == self.reference.year):
            return None
        if last and last.year > story.year:
            return None
        if self.reference and story.year > self.reference.year and not self.story(span.start, sentences=0):
            return None  # "Die Amtszeit endet im Januar 2009. Für den 17. Dezember ist ein Treffen geplant": the nearer one
        return story.year if month >= story.month and self.looks(span) != "future" else None

    def _year_of_month(self, month: int, looks: Tense | None) -> int | None:
        """The year in which the nearest such month lies, in the direction the clause looks."""
        if not self.reference or not self.reference.month:
            return None
        gap = month - self.reference.month
        if looks == "past":
            return in_calendar(self.reference.year - (gap > 0))
        if looks == "future":
            return in_calendar(self.reference.year + (gap < 0))
        return in_calendar(self.reference.year + (gap < -6) - (gap >= 6))

    def _year_of_day(self, span: Span, month: int, day: int) -> int | None:
        """The year of the nearest such day, if it is near; else as the clause looks."""
        if not self.today:
            return self._year_of_month(month, None) if self.reference else None
        distances = self._distances(self.today, span, month, day)
        if not distances:
            return None
        nearest = min(distances, key=lambda year: abs(distances[year]))
        at = distances[nearest] > 0 and AT.search(self.text, max(0, span.start - 6), span.start)
        if at and tense(self.text, span, clause_only=True) == "past" and not speaks_of_plans(self.text, span):
            return None  # neither the coming one nor, for sure, the last: "mit Gesetz vom 1. September wurden"
        if -NEAR_DAYS <= distances[nearest] < -WEEK and tense(self.text, span, clause_only=True) == "future":
            if is_planned(self.text, span):
                return nearest + 1  # "ist für den 17. Dezember geplant", in January
            return self._coming_year(span)  # "2007 übernimmt X den Vorsitz, der Gipfel findet am 6. Juni statt"
        looks = None if abs(distances[nearest]) <= NEAR_DAYS else self.looks(span)
        if looks == "past":
            return max((year for year, days in distances.items() if days <= 0), default=None)
        if looks == "future":
            return min((year for year, days in distances.items() if days >= 0), default=None)
        return nearest

    def _distances(self, today: datetime.date, span: Span, month: int, day: int) -> dict[int, int]:
        """How many days such a day of last, this and next year is away; since a day that is still to come nothing is."""
        years = [
            y for y in (today.year - 1, today.year, today.year + 1) if in_calendar(y) and calendar.valid_day(y, month, day)
        ]
        away = {year: (datetime.date(year, month, day) - today).days for year in years}
        since = SINCE.search(self.text, max(0, span.start - 20), span.start)
        return {year: days for year, days in away.items() if days <= 0 or not since}

    def _coming_year(self, span: Span) -> int | None:
        """The year after that of the article, where the text has just named it."""
        last = self.story(span.start)
        return last.year if last and self.today and last.year == self.today.year + 1 else None


def shifted(base: PartialDate | None, unit: str, count: int) -> str:
    """The value of the unit `count` units from a date: year, month, week or day; open if the date is less precise."""
    if base is None:
        return OPEN.get(unit, OPEN["D"])
    day = calendar.date_of(base)
    if unit in ("D", "W", "WE") and day:
        moved = calendar.shift_days(day, count if unit == "D" else 7 * count)
        if moved:
            return {"D": _iso(moved), "W": calendar.week(moved), "WE": calendar.week(moved) + "-WE"}[unit]
    if unit == "M" and base.month:
        return _checked(calendar.shift_months(base.year, base.month, count), "M")
    if unit == "Q" and base.month:
        quarter = base.year * 4 + (base.month - 1) // 3 + count
        return _checked(f"{quarter // 4:04}-Q{quarter % 4 + 1}", "Q")
    years = {"Y": 1, "DE": 10, "CE": 100}.get(unit)
    if years:
        return _checked(f"{base.year + years * count:04}"[: {"Y": 4, "DE": 3, "CE": 2}[unit]], unit)
    return OPEN.get(unit, OPEN["D"])


def in_calendar(year: int) -> int | None:
    """A year counted from another, unless it left the calendar."""
    return year if datetime.MINYEAR <= year <= datetime.MAXYEAR else None


def _checked(value: str, unit: str) -> str:
    """A value, unless its year left the calendar."""
    year = value.partition("-")[0]
    return value if year.isdigit() and len(year) <= 4 and int(year) > 0 else OPEN[unit]


def _iso(day: datetime.date | None) -> str:
    return day.isoformat() if day else OPEN["D"]


def date(value: str, mod: Mod | None = None, anchored: bool = False) -> Timex:
    """A TIMEX3 DATE, or TIME when the value has a time of day."""
    resolved = anchored and "X" not in value and not value.endswith("_REF")
    of_day = "T" in value and not value.endswith("_REF")
    return Timex("TIME" if of_day else "DATE", value, mod, resolved)
