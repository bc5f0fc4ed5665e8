"""Facts about offices: who is called Russia's foreign minister."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from summitquiz.errors import FormError
from summitquiz.knowledge.headline import report
from summitquiz.knowledge.scene import Scene, current, evidence, full_years, published_when, year_of
from summitquiz.model import Kind, Person, Timex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summitquiz.knowledge.persons import Profile
    from summitquiz.model import Document, Office, Reading, Span

_MONTH = len("2019-04")
_MERE = ("ein ", "eine ", "einer ", "einem ", "einen ", "eines ")


class _Holder(NamedTuple):
    """A fully named person with an office, as the article gives them at one place."""

    profile: Profile
    office: Office
    phrase: Span
    name: Span
    sentence: Span


def enter_offices(scene: Scene, reading: Reading) -> None:
    """One fact for each office that the article gives a fully named person."""
    article = reading.document.article
    entered: list[tuple[Profile, Office]] = []
    written = article.published or (article.period.end if article.period else None)
    for one in sorted(_holders(scene, reading.document), key=lambda one: one.name.of(article.text) != one.profile.name):
        if any(one.profile is p and _same(scene, one.office, o) for p, o in entered):
            continue  # "Staatspräsident" of whom it calls "Präsident" elsewhere: one office
        try:
            office = scene.phrasing.office(one.office, one.profile.gender, written)
        except FormError:
            scene.abstain(article, one.phrase, "office_unclear")
            continue
        gate = _doubt(scene, reading.document, one)
        dated = {} if gate else _dated(scene, reading.document, one)
        if not dated:
            scene.abstain(article, one.phrase, gate or "undated")
            continue
        entered.append((one.profile, one.office))
        key = f"office|{one.office.title}|{one.office.country or one.office.of}|{one.profile.name}"
        event = scene.event_id(key, "Amt", office, (one.profile.name,))
        proof = evidence(article, one.name, one.sentence, "de.office.holder")
        slots = {"office": office} | dated
        scene.enter("who", "office", key, event, one.profile.name, proof, slots)


def _holders(scene: Scene, document: Document) -> Iterator[_Holder]:
    """Whom the prose of an article names in full with an office."""
    zones = [m.span for m in document.mentions if m.kind is Kind.ZONE]
    for mention in document.mentions:
        person = mention.value
        if not isinstance(person, Person) or not (person.name and person.office) or any(z.covers(mention.span) for z in zones):
            continue
        profile = scene.people.at(document.article.id, mention.span)
        sentence = next((s for s in document.sentences if s.span.covers(mention.span)), None)
        if profile and profile.full and sentence:
            office = person.office
            if office.country is None and office.of is None:  # "Präsident Macron", whose first name is known by now
                office = replace(
                    office, country=scene.phrasing.country_of(profile.name, office.title, document.article.published)
                )
            yield _Holder(profile, office, person.phrase, mention.span, sentence.span)


def _same(scene: Scene, one: Office, other: Office) -> bool:
    """Whether two titles are names of one office."""
    return one.title != other.title and one.country == other.country and scene.phrasing.same_office(other.title, one.title)


def _doubt(scene: Scene, document: Document, one: _Holder) -> str:
    """The gate that stops an office: its holder may have had it at another time; "" where none does."""
    article, name = document.article, one.profile.name
    if article.published and scene.phrasing.changed_hands(one.office, article.published):
        return "former"  # in November 2005, two were chancellor
    held = scene.phrasing.held_by(one.office, article.published, name)
    if held is False or one.phrase.of(article.text).lower().startswith(_MERE):
        return "former"  # "gegen eine Kanzlerin Merkel"; long ago, or not yet
    if scene.phrasing.stepped_down(name, article.text):
        return "former"  # "nach dem Rücktritt von Kanzler X"
    if any(o.former and scene.phrasing.same_office(o.title, one.office.title) for o in one.profile.offices):
        return "former"  # "der zurückgetretene Präsident": from when on, nobody says
    sure = article.period or (held and not _told_of_then(document, one.sentence)) or current(document, one.sentence)
    return "" if sure else "undated"


def _told_of_then(document: Document, sentence: Span) -> bool:
    """Whether a sentence names an older month than that in which its article appeared: so long ago somebody had his office."""
    published = str(document.article.published or "")[:_MONTH]
    values = (m.value for m in document.mentions if m.kind is Kind.TIME and sentence.covers(m.span))
    return any(isinstance(t, Timex) and t.resolved and t.begins[:_MONTH] < published[: len(t.begins)] for t in values)


def _dated(scene: Scene, document: Document, one: _Holder) -> dict[str, str]:
    """What tells when an office was held: the month of the article, or the year in which it must have been written.

    Where no year tells, the report by its headline; where that tells of the holder, the whole years between which it may be
    written. Nothing where somebody else may have held it then.
    """
    article, period = document.article, document.article.period
    if period is None:
        when = published_when(scene, article, lasting=True)
        return {"when": when} if when else {}
    name, year = one.profile.name, year_of(period)
    if not scene.phrasing.sole_holder(one.office, period, name):
        return {}
    if year:
        whole = year in scene.phrasing.years_in_office(one.office, period, name)
        return {"when": scene.phrasing.between(year, year)} if whole else {}
    title, years = report(scene, document, one.sentence, name, [one.profile]), full_years(period)
    if title:
        return {"about": title, "when": scene.phrasing.then}
    return {"when": scene.phrasing.between(*years)} if years else {}
