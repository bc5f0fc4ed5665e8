"""ISO 8601 durations in German words: "zwei Stunden", "mehr als eine Stunde", "anderthalb Jahre"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summitquiz.errors import FormError

if TYPE_CHECKING:
    from summitquiz.model import Mod

_NUMBERS = ("null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")
_HEDGES: dict[Mod, str] = {
    "approx": "rund",
    "more_than": "mehr als",
    "less_than": "knapp",
    "at_least": "mindestens",
    "at_most": "höchstens",
}


_SAID = {"gut", "knapp", "fast", "nahezu", "beinahe", "über", "etwa", "rund", "ungefähr"}


class _Unit(NamedTuple):
    """A unit of time: "eine Stunde", "Stunden", "eine halbe Stunde" (None where nobody says so)."""

    one: str
    many: str
    half: str | None = None


_UNITS = {
    "TH": _Unit("eine Stunde", "Stunden", "eine halbe Stunde"),
    "TM": _Unit("eine Minute", "Minuten", "eine halbe Minute"),
    "TS": _Unit("eine Sekunde", "Sekunden"),
    "D": _Unit("einen Tag", "Tage", "einen halben Tag"),
    "W": _Unit("eine Woche", "Wochen"),
    "WE": _Unit("ein Wochenende", "Wochenenden"),
    "M": _Unit("einen Monat", "Monate"),
    "Q": _Unit("ein Quartal", "Quartale"),
    "Y": _Unit("ein Jahr", "Jahre", "ein halbes Jahr"),
    "DE": _Unit("ein Jahrzehnt", "Jahrzehnte"),
    "CE": _Unit("ein Jahrhundert", "Jahrhunderte", "ein halbes Jahrhundert"),
    "ML": _Unit("ein Jahrtausend", "Jahrtausende"),
}
_HALVES = {("TH", "30", "TM"), ("Y", "6", "M")}  # a unit and half of one
_DURATION = re.compile(r"P(?=.)(?:(?:\d+(?:\.\d+)?|X)(?:DE|CE|ML|WE|[YMWDQ]))*(?:T(?:(?:\d+(?:\.\d+)?|X)[HMS])+)?")
_AMOUNT = re.compile(r"(\d+(?:\.\d+)?|X)(DE|CE|ML|WE|[YMWDQHS])")


def duration(value: str, mod: Mod | None = None, said: str = "") -> str:
    """A length of time in the accusative: "zwei Stunden", "mehr als eine Stunde", "mehrere Tage"; raises FormError.

    `said`: a text's own words for it, whose hedge stays: "gut einstündig" is "gut eine Stunde".
    """
    if mod and mod not in _HEDGES:
        raise FormError(f"no wording for the duration {value} with {mod}")
    words = " und ".join(_amount(number, unit) for number, unit in _amounts(value))
    if "X" in value and mod:
        raise FormError(f"no wording for the open duration {value} with {mod}")
    hedge = said.partition(" ")[0].lower()
    return f"{hedge if hedge in _SAID else _HEDGES[mod]} {words}" if mod else words


def accusative(words: str) -> str:
    """A length in the words of a text, from the dative into the accusative: "gut zwei Tagen" → "gut zwei Tage"."""
    words = re.sub(r"\b(Tage|Monate|Jahre|Jahrzehnte|Jahrhunderte)n\b", r"\1", words)
    words = re.sub(r"\b(mehrere|einige|viele|wenige)n\b", r"\1", words)
    words = re.sub(r"\beiner((?: halb| dreiviertel)e)?n? (?=Stunde|Woche|Minute)", r"eine\1 ", words)
    words = re.sub(r"\beinem (?=Tag|Monat)", "einen ", words)
    return re.sub(r"\beinem (?=Jahr\b|Jahrzehnt\b|Wochenende\b)", "ein ", words)


def _amounts(value: str) -> list[tuple[str, str]]:
    """The parts of a duration as number and unit, clock units behind a T: PT1H30M → [(1, TH), (30, TM)]."""
    if not _DURATION.fullmatch(value):
        raise FormError(f"no wording for the duration {value!r}")
    date, _, clock = value[1:].partition("T")
    clock_amounts = re.findall(r"(\d+(?:\.\d+)?|X)([HMS])", clock)
    amounts = [*_AMOUNT.findall(date), *((number, f"T{unit}") for number, unit in clock_amounts)]
    if len(amounts) > 2:
        raise FormError(f"the duration {value!r} is too exact for words")
    if len(amounts) == 2 and (amounts[0][1], *amounts[1]) in _HALVES and amounts[0][0].isdigit():
        return [(f"{amounts[0][0]}.5", amounts[0][1])]  # anderthalb Stunden, dreieinhalb Jahre
    return amounts


def _amount(number: str, unit_code: str) -> str:
    unit = _UNITS[unit_code]
    if number == "X":
        return f"mehrere {unit.many}"
    count = float(number)
    if count == 1:
        return unit.one
    if count == 0.5 and unit.half:
        return unit.half
    return f"{_count(count, number)} {unit.many}"


def _count(count: float, written: str) -> str:
    whole = int(count)
    if count == whole and count > 0:
        return _NUMBERS[whole] if whole < len(_NUMBERS) else _grouped(whole)
    if count - whole == 0.5 and 0 < whole < len(_NUMBERS):
        return "anderthalb" if whole == 1 else f"{_NUMBERS[whole]}einhalb"
    if count <= 0:
        raise FormError("a duration of nothing has no wording")
    return written.replace(".", ",")


def _grouped(number: int) -> str:
    """Thousands with a full stop from five digits on, as German has it: 1500, 10.000."""
    return f"{number:,}".replace(",", ".") if number >= 10_000 else str(number)
