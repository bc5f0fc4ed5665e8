"""DATE rules for times counted from a date that the text itself has named: zwei Monate zuvor, am Tag darauf, im selben Jahr."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summitquiz.german.daywords import daypart_code
from summitquiz.german.patterns import words
from summitquiz.german.readings import Match, after, before, follows, hedge_mod, inflected, rule, shift_of, time
from summitquiz.german.reference import OPEN, Frame, shifted
from summitquiz.german.relative import COUNT, UNITS, half, moved
from summitquiz.rules import calendar

if TYPE_CHECKING:
    from summitquiz.model import PartialDate
    from summitquiz.rules.engine import Reading

SAME = r"(?P<shift>(?:de[mnr])?{textshift}|jene[mnrs]|(?:nächste|diese)[mnrs]?)"
INFLECTED_BEFORE = re.compile(r"\b(?:die|der|[a-zäöüß]*en)\s+\Z")  # in den beiden Stunden danach: a length
PLURAL = "Sekunden|Minuten|Stunden|Tage|Wochen|Monate|Jahre|Jahrzehnte|Jahrhunderte"
SENTENCES = 2  # how far back the date may stand


def _base(match: Match, frame: Frame) -> PartialDate | None:
    return frame.story(match.start(), SENTENCES)


def counted(match: Match, frame: Frame) -> Reading:
    """Zwei Monate zuvor, ein Jahr später."""
    sign = words("time_cues", "after_words")[match["after"]]
    count = half(match["n"]) if match["n"] else None
    value, mod = moved(_base(match, frame), words("units", "nouns")[match["unit"]], None if count is None else sign * count)
    return time(value, hedge_mod(match) or mod, True)


def next_to(match: Match, frame: Frame) -> Reading:
    """Am Tag darauf, im Jahr zuvor, tags darauf, am Abend zuvor."""
    sign = words("time_cues", "after_words")[match["after"]]
    word = match["unit"].lower()
    unit = next((code for name, code in UNITS.items() if word.startswith(name.lower())), "D")
    code = daypart_code(match["unit"]) if match["unit"] in words("calendar", "dayparts") else ""
    return time(shifted(_base(match, frame), unit, sign) + code, anchored=True)


def same(match: Match, frame: Frame) -> Reading:
    """Im selben Jahr, am folgenden Tag, an diesem Tag, in derselben Woche."""
    shift = inflected(
        words("time_cues", "text_shifts"), match["shift"].removeprefix("der").removeprefix("dem").removeprefix("den")
    )
    count = shift if isinstance(shift, int) else shift_of(match["shift"])
    code = daypart_code(match["daypart"]) if match["daypart"] else ""
    unit = "D" if code else next(code for name, code in UNITS.items() if match["unit"].startswith(name))
    return time(shifted(_base(match, frame), unit, count) + code, anchored=True)


def neighbour_day(match: Match, frame: Frame) -> Reading | None:
    """Am Vortag, am Folgetag, am Vorabend."""
    if re.match(r" (?:de[rs]|seine[rs]|ihre[rs]) ", after(match)):
        return None  # "am Vorabend der Eröffnung": of what, and not of the day named last
    sign = 1 if match["word"].startswith(("Folge", "Tags d", "tags d")) else -1
    return time(shifted(_base(match, frame), "D", sign) + ("TEV" if "abend" in match["word"] else ""), anchored=True)


def day_after(match: Match, frame: Frame) -> Reading:
    """Am 12. danach: the day of that number which follows the date named last."""
    base, number = _base(match, frame), int(match["day"])
    start = calendar.date_of(base) if base else None
    if not start:
        return time(OPEN["D"])
    month = calendar.shift_months(start.year, start.month, int(number <= start.day))
    year, number_of_month = (int(part) for part in month.split("-"))
    return time(f"{month}-{number:02}" if calendar.valid_day(year, number_of_month, number) else OPEN["D"], anchored=True)


RULES = [
    rule(
        "de.date.story",
        "unit",
        r"(?:(?P<hedge>{hedge}) )?" + COUNT + r" (?:(?P<hedgeadj>{hedgeadj}) )?(?P<unit>{unit}) (?P<after>{after})",
        counted,
        lambda match: not follows(match, "plural_article"),
    ),
    rule(
        "de.date.story.vague",
        "after",
        r"(?P<n>)(?P<hedge>)(?P<hedgeadj>)(?P<unit>" + PLURAL + r") (?P<after>{after})",
        counted,
        lambda match: not INFLECTED_BEFORE.search(before(match)),
    ),
    rule("de.date.story.next", "after", r"(?P<unit>Tag|[Tt]ags|Monat|Jahr|Woche|{daypart}) (?P<after>{after})", next_to),
    rule(
        "de.date.story.same",
        "unit",
        r"(?:{det} )?" + SAME + r" (?P<daypart>)(?P<unit>Tag(?:es)?)",
        same,
    ),
    rule("de.date.story.same.part", "daypart", r"(?:{det} )?" + SAME + r" (?P<daypart>{daypart})", same),
    rule(
        "de.date.story.same.unit",
        "unit",
        r"(?:{det} )?(?P<shift>(?:de[mnr])?{textshift}|jene[mnrs]) (?P<daypart>)(?P<unit>Woche|Monat|Jahr)e?s?",
        same,
    ),
    rule("de.date.story.neighbour", "edge", r"(?P<word>Vortage?s?|Vorabends?|Folgetage?s?)", neighbour_day),
    rule("de.date.story.day", "after", r"(?P<day>{day})\. (?:danach|darauf)", day_after),
]
