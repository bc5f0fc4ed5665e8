"""How much a question tells of what it asks: whether it can stand alone, needs a heading, or floats."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summitquiz.knowledge.scene import tells_of_before
from summitquiz.model import Kind, Slot

if TYPE_CHECKING:
    from summitquiz.knowledge.scene import Scene
    from summitquiz.model import Claim, Document

_PLENTY = 8  # how much a dated question must tell to need no heading
_AMPLE = 11  # how much a question must tell of what many do, where nobody knows in which year it was
_DATED, _UNDATED = 4, 6  # how much a question with a date, and one without, must tell where it has no heading
_DATE = re.compile(r"\b(?:1\d|20)\d\d\b|\b\d{1,2}\. [A-ZÄÖÜ]")  # a year or a day
_TELLING = re.compile(r"\d\. |\b[A-ZÄÖÜ][\w-]{17,}")  # a day, a compound such as Militärratspräsident
_DAY = re.compile(r"\d{1,2}\. [A-ZÄÖÜ]")
_OWN_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
_FEW = 2  # nouns of a question that tell nothing of its report
_COMPOUND = 13  # letters of a noun that tells as much as two: Beschlusslage
_BODIES = {"Regierung", "Partei", "Kommission", "Delegation"}  # everybody has one
_AKIN = 6  # letters that two words for one matter share: Vertrag, Vertragsentwurf
_NAMING = {Kind.PERSON, Kind.PLACE, Kind.ORGANISATION}


def needs_heading(document: Document, claim: Claim, stem: str, slots: dict[str, str]) -> bool:
    """Whether a question tells too little by itself; less will do for what was long before: it is another matter."""
    known = document.article.published is not None
    if claim.bare or (claim.ask != "when" and not (dated(stem, slots) and known)) or (claim.present and not known):
        return True
    if claim.whither and not _DAY.search(stem):
        return True  # in a month, somebody goes to several places
    if claim.ask == "who" and not _OWN_YEAR.search(stem.replace(slots.get("when") or "-", "")):
        return True  # in a month, many do so; what somebody wants or must is dated by the report alone
    before = tells_of_before(document, claim.sentence)
    if claim.ask != "when" and not before and not _DAY.search(stem):
        return True  # "Wer begrüßte im November die Einigung in New York?"
    enough = (_UNDATED if claim.ask == "when" else _DATED) if before else _PLENTY  # "In welchem Monat verlangte X Klarheit?"
    return _told(document, claim, stem) + (claim.ask == "when") < enough


def floats(document: Document, claim: Claim, stem: str, slots: dict[str, str]) -> bool:
    """Whether a question has no heading and tells too little; without a date it must tell more, and "is" more than "was"."""
    known, has_date = document.article.published is not None, dated(stem, slots)
    told = _told(document, claim, stem)
    if claim.present and not known and (claim.ask == "who" or not has_date) and (told < _DATED or not slots.get("about")):
        return True  # "Wer fordert …?": as of when, nobody knows, or under what headline
    if known and claim.group and claim.common and not _DAY.search(stem) and told < _UNDATED:
        return True  # "Welches Land billigte im Mai … zu?": others did as well
    if slots.get("about"):
        return False
    several = claim.ask == "who" and claim.question_word.startswith("Welche ")
    if not known and (several or (claim.common and not has_date)) and told < _AMPLE:
        return True  # "Wer wollte nach New York weiterreisen?", "Welche beiden Personen sprachen …?": in which year?
    if claim.pattern in {"quote", "statement"} and not _names(document, claim, stem):
        return True  # "Wir müssen Hand in Hand gehen": said on what occasion?
    if not has_date and (known or claim.ask == "who"):
        return True  # "Wer hatte …?": long before the article, but when?
    own = "".join(part for part in claim.stem if isinstance(part, str))
    if not known and claim.ask == "who" and not re.search(r"[A-ZÄÖÜ\d]", own):
        return True  # "Wer traf Anna Berg und Carl Dorn?": many did
    moving = (claim.gapped or claim.whither) and not has_date  # "In welche Stadt wollte X weiterreisen?": in which year?
    if not known and claim.ask == "where" and (moving or not _placed(document, claim, own)):
        return True  # "Wo versprach die Kommissarin Anna Berg Transparenz?": she did so often
    needed = _DATED if has_date and known and not _unnamed(document, claim, stem) else _UNDATED + claim.present
    return told + (claim.group and bool(_DAY.search(stem))) < needed


def anchored(scene: Scene, document: Document, claim: Claim, about: str) -> bool:
    """Whether a question under a heading tells enough to be that of this report: a name, a country, a figure, a word of the
    heading, or more than two nouns; "Wer verteidigte die Haltung seiner Regierung?" many did."""
    own = "".join(part for part in claim.stem if isinstance(part, str))
    several = claim.pattern in {"quote", "statement"} or claim.question_word.endswith("Länder")
    if several or any(isinstance(part, Slot) and part.what != "time" for part in claim.stem) or re.search(r"\d", own):
        return True
    words = [w for w in re.findall(r"\b[A-ZÄÖÜ][\w-]+", own) if w not in _BODIES]
    known = _names(document, claim, own) - _BODIES or scene.phrasing.names_country(own)
    if not known and len(words) == 1 and claim.ask in {"when", "how_long"}:
        return _named_in(document, about) or scene.phrasing.names_country(about) or scene.phrasing.names_people(about)
    akin = any(w[:_AKIN].casefold() in about.casefold() for w in words)
    said = claim.rule.startswith("de.speech") and len(words) >= _FEW
    return bool(known) or akin or said or len(words) + sum(len(w) >= _COMPOUND for w in words) > _FEW


def _named_in(document: Document, about: str) -> bool:
    """Whether a heading names somebody or a body of the article: "das Treffen" is theirs."""
    named = (m.span.of(document.article.text) for m in document.mentions if m.kind in _NAMING - {Kind.PLACE})
    return any(name.split()[-1] in about for name in named)


def does_as_others(document: Document, claim: Claim, stem: str, slots: dict[str, str]) -> bool:
    """Whether a question tells too little of who took a stand to leave nobody else: in a month, or on no known day, many do."""
    if not claim.common or claim.also or claim.loose or slots.get("about") or _DAY.search(stem):
        return False
    if document.article.published:
        return _told(document, claim, stem) < _UNDATED
    return not _OWN_YEAR.search(stem) and _told(document, claim, stem) < _PLENTY


def _placed(document: Document, claim: Claim, own: str) -> bool:
    """Whether something named, or a figure, stands in a question beside persons and what they are."""
    text = document.article.text
    named = [m.span.of(text) for m in document.mentions if m.kind in _NAMING - {Kind.PERSON} and claim.sentence.covers(m.span)]
    return any(name in own for name in named) or bool(re.search(r"\d", own))


def _unnamed(document: Document, claim: Claim, stem: str) -> bool:
    """Whether a question asks who, and neither a name nor a day nor a long compound says on what occasion."""
    meant = any(isinstance(part, Slot) and part.what != "time" for part in claim.stem)
    tells = meant or claim.group or bool(_TELLING.search(stem)) or bool(_names(document, claim, stem))
    return claim.ask == "who" and not tells


def _names(document: Document, claim: Claim, stem: str) -> set[str]:
    """The last words of the names in a stem, and its acronyms."""
    text = document.article.text
    mentions = [m for m in document.mentions if m.kind in _NAMING and claim.sentence.covers(m.span)]
    last = {m.span.of(text).split()[-1] for m in mentions}
    return {word for word in last if word in stem} | set(re.findall(r"\b[A-ZÄÖÜ]{2,}\b", stem))


def _told(document: Document, claim: Claim, stem: str) -> int:
    """How much a question tells of what it asks: a name counts for two nouns, figures for one."""
    events = sum(slot.what == "event" for slot in claim.stem if isinstance(slot, Slot))
    nouns = len(re.findall(r"\b[A-ZÄÖÜ]\w+", stem))
    return nouns + len(_names(document, claim, stem)) + 2 * events + bool(re.search(r"\d", stem))


def dated(stem: str, slots: dict[str, str]) -> bool:
    """Whether a question has a date: what a clause tells has its own in the stem, where there is room for it."""
    when = slots.get("when", "")
    shown = when and ("words" in slots or when in stem)
    return bool(shown or slots.get("stand") or _DATE.search(stem))


def is_set(document: Document, claim: Claim, stem: str) -> bool:
    """Whether a stem has the place or the day of a meeting: in a month, many are met."""
    places = [
        m.span.of(document.article.text) for m in document.mentions if m.kind is Kind.PLACE and claim.sentence.covers(m.span)
    ]
    return any(place in stem for place in places) or bool(re.search(r"\d\. ", stem))
