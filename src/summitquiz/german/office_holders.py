"""Who held an office when, as far as words/office_holders.yaml knows: to tell persons apart, never to answer a question."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.titles import is_ruler, masculine

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summitquiz.model import Office, PartialDate, Period

    Terms = Sequence[tuple[str, str, str | None]]

_MONTH = 7  # letters of 2019-04
_DECEMBER = 12
_FULL = 2  # words of a first and a last name
_NUMERAL = re.compile(r" ([IVX]+)\b\.?")  # Abdullah II.
_OUT = "zurückgetreten|abgesetzt|gestürzt|entlassen|abgewählt|gestorben"
_LEFT = (
    r"\b(?:Rücktritts?|Abwahl|Absetzung|Entlassung) (?:von|des|der) (?:[\w-]+ ){{0,3}}{}\b",
    rf"\b{{}},? (?:der|die) [^,.;]{{{{0,60}}}}\b(?:zurücktrat|(?:{_OUT}) (?:war|ist|wurde))",
)
_ALIKE = 0.75  # likeness of two spellings of a surname: Selenskyj, Selenskij
_SPELT_ALIKE = {"y": "j", "z": "s", "w": "v", "k": "c", "q": "c"}  # first letters that stand for one sound: Jelzin, Yeltsin


def held_by(office: Office, published: PartialDate | None, name: str) -> bool | None:
    """Whether a person held an office when an article appeared, or ever where that is not known.

    None for an office that the list lacks, and for a time when nobody is known to have held it.
    """
    terms = _terms(office)
    if published is not None:
        known = str(published)[:_MONTH] <= str(lexicon.load("office_holders")["until"])
        terms = _within(terms, published) if known else ()
    return any(_same_person(name, holder) for holder, _, _ in terms) if terms else None


def stepped_down(name: str, text: str) -> bool:
    """Whether a text says that somebody has left an office: "nach dem Rücktritt von X", "X, der vor einer Woche zurücktrat"."""
    surname = re.escape(name.rpartition(" ")[2])
    return any(re.search(pattern.format(surname), text) for pattern in _LEFT)


def full_name(office: Office, published: PartialDate | None, surname: str) -> str | None:
    """The full name of who held an office when an article appeared, or ever where that is not known, and has this surname.

    The surname stays as the article spells it: Medwedjew gives Dmitri Medwedjew. Where nobody of the name held that office, who
    held any other then. None where nobody or more than one fits, and for rulers, who have no other name: König Hussein.
    """
    if is_ruler(office.title):
        return None
    own = [terms for (country, title), terms in _offices().items() if _is(office, country, title)]
    for rows in (own, list(_offices().values())):
        held = [term for terms in rows for term in (terms if published is None else _within(terms, published))]
        holders = {holder for holder, _, _ in held if _same_person(surname, holder) and not _NUMERAL.search(holder)}
        if holders:
            given = holders.pop().split()[: -len(surname.split())] if len(holders) == 1 else []
            return " ".join([*given, surname]) if given else None
    return None


def terms_of(office: Office, name: str) -> list[tuple[str, str]]:
    """From which month to which a person with this full name held an office; one whose country is not said fits any."""
    if len(name.split()) < _FULL:
        return []
    rows = [terms for (country, title), terms in _offices().items() if _is(office, country, title)]
    until = str(lexicon.load("office_holders")["until"])
    return [(start, end or until) for terms in rows for holder, start, end in terms if _same_person(name, holder)]


def years_in_office(office: Office, period: Period, name: str) -> list[int]:
    """The years that a period touches all through which a person held an office."""
    terms = terms_of(office, name)
    years = range(period.start.year, period.end.year + 1)
    return [y for y in years if any(start < f"{y}" and end > f"{y}-{_DECEMBER}" for start, end in terms)]


def sole_holder(office: Office, period: Period, name: str) -> bool:
    """Whether a person is the only one known to have held an office of one country within a period.

    Who left it in the first month of several, or came into it in the last one, is not counted: there the period begins or ends
    because of that.
    """
    start, end = str(period.start)[:_MONTH], str(period.end)[:_MONTH]
    terms = _within(_terms(office), period.start) if start == end else _terms(office)
    within = {h for h, first, last in terms if start == end or (first < end and (last or end) > start)}
    return bool(within) and all(_same_person(name, holder) for holder in within)


def _is(office: Office, country: str, title: str) -> bool:
    return masculine(office.title) == title and office.country in {None, country}


def holder_country(title: str | None, name: str, published: PartialDate | None = None) -> str | None:
    """The one state or union that had a person with this full name in an office of this title, or in any; None where that is
    not known. `published`: before others that which had him when an article appeared."""
    if len(name.split()) < _FULL:
        return None
    rows = [(country, terms) for (country, own), terms in _offices().items() if title is None or own == masculine(title)]
    then = [(country, _within(terms, published)) for country, terms in rows] if published else []
    for some in (then, rows):
        found = {country for country, terms in some if any(_same_person(name, holder) for holder, _, _ in terms)}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def changed_hands(office: Office, published: PartialDate) -> bool:
    """Whether several persons held an office in the month or year in which an article appeared."""
    return len({holder for holder, _, _ in _within(_terms(office), published)}) > 1


def _terms(office: Office) -> Terms:
    title = masculine(office.title)
    union = lexicon.load("office_names")["unions"].get(title, "")  # "Kommissionspräsident": of the EU, or of another union?
    return _offices().get((office.country or union, title), ())


def _within(terms: Terms, published: PartialDate) -> Terms:
    """The terms that the month or the year of a date falls into."""
    month = str(published)[:_MONTH]
    return [t for t in terms if t[1][: len(month)] <= month <= (t[2] or month)[: len(month)]]


def _same_person(name: str, holder: str) -> bool:
    """Whether a name, or a surname alone, can be a holder's: spellings differ."""
    ours, theirs = _plain(name), _plain(holder)
    if _NUMERAL.search(name) and _NUMERAL.findall(name) != _NUMERAL.findall(holder):
        return False  # "Abdullah II." of Jordan, Abdullah of Saudi Arabia
    ends = ours[-1], theirs[-1]
    alike = _SPELT_ALIKE.get(ends[0][0], ends[0][0]) == _SPELT_ALIKE.get(ends[1][0], ends[1][0])  # no Barak for Mubarak
    alike = alike and SequenceMatcher(None, *ends).ratio() >= _ALIKE
    return alike and (len(ours) == 1 or ours[0][0] == theirs[0][0])


def _plain(name: str) -> list[str]:
    bare = unicodedata.normalize("NFKD", _NUMERAL.sub("", name).replace("ı", "i").replace("-", " "))
    return "".join(c for c in bare if not unicodedata.combining(c)).casefold().split()


@cache
def _offices() -> Mapping[tuple[str, str], Terms]:
    rows = lexicon.load("office_holders")["offices"]
    return {(row["country"], title): row["holders"] for row in rows for title in row["titles"]}
