"""One person, one entity: full names, surnames and offices of a deck's articles resolved, or left open where unsure."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Protocol

from summitquiz.model import Entity, Gender, Kind, Mention, Office, Person, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summitquiz.model import Document, PartialDate

_ALIKE = 0.8  # likeness of two spellings of a first name: Sergej, Sergei; Baschar, Bashar


@dataclass(slots=True)
class Profile:
    """What the articles say of one person, gathered while reading."""

    name: str
    aliases: set[str] = field(default_factory=set)
    offices: list[Office] = field(default_factory=list)
    gender: Gender | None = None
    articles: set[str] = field(default_factory=set)

    @property
    def full(self) -> bool:
        """Whether more than a surname is known."""
        return " " in self.name

    @property
    def office(self) -> Office | None:
        """The office named first, one with a country before one without."""
        held = [o for o in self.offices if not o.former]
        return next((o for o in held if o.country), held[0] if held else None)


class Titles(Protocol):
    """What a language knows of titles and of who bore them."""

    def same_office(self, one: str, other: str) -> bool:
        """Whether two titles can mean one office."""

    def full_name(self, office: Office, published: PartialDate | None, surname: str) -> str | None:
        """The full name of who held an office at a time and has this surname; None where that is not known."""

    def held_by(self, office: Office, published: PartialDate | None, name: str) -> bool | None:
        """Whether somebody held an office at a time; None where that is not known."""


class People:
    """Who each person mention of a deck means."""

    def __init__(self, titles: Titles) -> None:
        self._titles = titles
        self._profiles: list[Profile] = []
        self._mentions: dict[tuple[str, Span], Profile] = {}

    def at(self, article: str, span: Span) -> Profile | None:
        """The person that the mention at `span` means; None where that is not sure."""
        return self._mentions.get((article, span))

    def within(self, article: str, span: Span) -> list[Profile]:
        """The different persons whose mentions lie inside `span`, in text order."""
        found: list[Profile] = []
        for (where, place), profile in sorted(self._mentions.items(), key=lambda item: item[0][1]):
            if where == article and span.covers(place) and profile not in found:
                found.append(profile)
        return found

    def entities(self) -> list[Entity]:
        """All persons as entities, in order of first mention."""
        return [
            Entity(
                id=f"p{i}",
                kind="person",
                name=p.name,
                aliases=tuple(sorted(p.aliases - {p.name})),
                office=p.office.title if p.office else None,
                country=p.office.country if p.office else None,
                gender=p.gender,
            )
            for i, p in enumerate(self._profiles, 1)
        ]

    def read(self, documents: Sequence[Document]) -> None:
        """Resolve the mentions of all documents: full names first, then surnames, then offices."""
        named = [(d.article.id, m, m.value) for d in documents for m in d.mentions if isinstance(m.value, Person)]
        for article, mention, person in named:
            if person.name and " " in person.name:
                self._note(self._full(person.name), article, mention, person)
        short = [(article, mention, person) for article, mention, person in named if person.name and " " not in person.name]
        genders = {(article, person.name, person.gender) for article, _, person in short}
        for article, mention, person in short:
            profile = self._short(person.name or "", article)
            other: Gender = "f" if profile and profile.gender == "m" else "m"
            if profile and not (profile.gender and (article, person.name, other) in genders):
                self._note(profile, article, mention, person)  # "Minister Guttenberg" is not Stephanie: then nobody is sure
        for document in documents:
            self._offices(document)
            self._complete(document)

    def _complete(self, document: Document) -> None:
        """Give those whom an article names by office and surname alone the first name of who held that office then."""
        for profile in self._profiles:
            if profile.full or document.article.id not in profile.articles:
                continue
            held = [o for o in profile.offices if not o.former]
            found = {self._titles.full_name(office, document.article.published, profile.name) for office in held}
            if len(found - {None}) == 1:
                profile.aliases.add(profile.name)
                profile.name = next(name for name in found if name)

    def _note(self, profile: Profile, article: str, mention: Mention, person: Person) -> None:
        self._mentions[article, mention.span] = profile
        profile.articles.add(article)
        profile.gender = profile.gender or person.gender
        if person.name:
            profile.aliases.add(person.name)
        if person.office and person.office not in profile.offices:
            profile.offices.append(person.office)

    def _full(self, name: str) -> Profile:
        for profile in self._profiles:
            if profile.full and _same_name(profile.name, name):
                if len(name) > len(profile.name):
                    profile.aliases.add(profile.name)
                    profile.name = name
                return profile
        self._profiles.append(Profile(name))
        return self._profiles[-1]

    def _short(self, name: str, article: str) -> Profile | None:
        """The person that a lone surname means: one of this article before one of the others; None if two share it."""
        for near in (True, False):
            pool = [p for p in self._profiles if (article in p.articles) == near]
            for part in (_last_part, _first_part):
                fitting = [p for p in pool if part(p.name, name)]
                if len(fitting) > 1:
                    return None
                if fitting:
                    return fitting[0]
        self._profiles.append(Profile(name))
        return self._profiles[-1]

    def _offices(self, document: Document) -> None:
        """ "der russische Präsident" means the one person of this article who has that office, if there is just one."""
        article = document.article.id
        before_names = {t.span.start - 1 for s in document.sentences for t in s.tokens if t.tag == "NE"}
        for mention in document.mentions:
            person = mention.value
            if mention.kind is not Kind.PERSON or not isinstance(person, Person) or person.name or not person.office:
                continue
            if person.phrase.end in before_names:
                continue  # "der Chef des Gasmonopolisten Naftogas …": the name behind may be another's
            if self._several_bear(document, person.office):
                continue  # "der Präsident", where beside the Bundespräsident an "US-Präsident" without a name stands
            here = [p for p in self._profiles if article in p.articles and {p.gender, person.gender} != {"m", "f"}]
            holders = [p for p in here if self._holds(p, person.office)]
            if not (holders and person.office.country):  # who is known to bear it, though the article gives him no title
                published = document.article.published
                known = [p for p in here if self._titles.held_by(person.office, published, p.name)]
                holders += [p for p in known if p not in holders and (not holders or self._named_before(article, p, mention))]
            if len(holders) == 1:
                self._note(holders[0], article, mention, Person(None, person.phrase))

    def _several_bear(self, document: Document, office: Office) -> bool:
        """Whether an article gives an office that is told without its country to those of several countries."""
        if office.country:
            return False
        held = (m.value.office for m in document.mentions if isinstance(m.value, Person) and m.value.office)
        return len({o.country for o in held if o.country and self._titles.same_office(o.title, office.title)}) > 1

    def _named_before(self, article: str, profile: Profile, mention: Mention) -> bool:
        """Whether an article has named somebody before a mention."""
        own = (span for (where, span), p in self._mentions.items() if where == article and p is profile)
        return any(span < mention.span for span in own)

    def _holds(self, profile: Profile, office: Office) -> bool:
        """Whether a person has an office; "der Emir von Kano" is nobody of whom the article says no more than "Staatschef"."""
        return any(
            self._titles.same_office(held.title, office.title)
            and office.country in (None, held.country)
            and (office.of == held.of or office.of is None or (held.of is None and held.title == office.title))
            and held.former == office.former
            for held in profile.offices
        )


def _same_name(one: str, other: str) -> bool:
    """Whether two full names are spellings of one, or one lacks a middle name: Franz-Josef Jung, Franz Josef Jung."""
    a, b = one.replace("-", " ").split(), other.replace("-", " ").split()
    if a == b:
        return True
    if a == b[: len(a)] or b == a[: len(b)]:
        return True
    if a[-1] != b[-1]:
        return False
    firsts = (a[:-1], b[:-1])
    shorter, longer = sorted(firsts, key=len)
    return all(any(SequenceMatcher(None, x, y).ratio() >= _ALIKE for y in longer) for x in shorter)


def _last_part(full: str, name: str) -> bool:
    return full == name or full.endswith((" " + name, "-" + name))


def _first_part(full: str, name: str) -> bool:
    return full.startswith(name + " ")


def names(profiles: Iterable[Profile]) -> tuple[str, ...]:
    """The fullest names of some persons."""
    return tuple(p.name for p in profiles)
