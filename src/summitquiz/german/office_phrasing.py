"""Offices in words, and what is known of who held them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.errors import FormError
from summitquiz.german import office_holders
from summitquiz.german.countries import is_former
from summitquiz.german.forms import GermanForms
from summitquiz.german.nouns import article
from summitquiz.german.office_names import is_union, office_name, says_whose
from summitquiz.german.offices import is_of_union, is_unique
from summitquiz.german.titles import is_ruler, same_office

if TYPE_CHECKING:
    from summitquiz.model import Case, Gender, Office, PartialDate, Period

_WHICH = {"der": "Welcher", "die": "Welche", "das": "Welches", "den": "Welchen", "dem": "Welchem"}


class OfficePhrasing:
    """The part of the phrasing that is about offices."""

    def __init__(self) -> None:
        self._forms = GermanForms()

    def office(self, office: Office, gender: Gender | None, on: PartialDate | None = None) -> str:
        """An office as a predicate, as it was called `on` a date: "russischer Außenminister", "UN-Generalsekretär".

        Raises FormError for an office whose country or body is not known: "Minister" alone names nobody.
        """
        return office_name(office, gender, self._forms, str(on or ""))

    def holding(self, office: Office, gender: Gender | None) -> str:
        """In which office somebody did something: "als russischer Außenminister"."""
        return f"als {self.office(office, gender)}"

    def which(self, office: Office, gender: Gender | None, case: Case = "nom") -> str:
        """The question word for one holder among others, with the country where it is known: "Welchen russischen Präsidenten".

        An office that several hold needs its owner, "Welcher Sprecher der Fraktion": else FormError is raised, as for an
        adjective used as a noun (Vorsitzender).
        """
        owner = "" if is_unique(office.title) else office.owner
        if owner is None:
            raise FormError(f"{office.title!r} tells nobody apart")
        if office.title.endswith(("ender", "ter", "ende", "te")) and not office.title.endswith(("ister", "ster", "chter")):
            raise FormError(f"{office.title!r} is inflected like an adjective")
        of_title = self._forms.office_gender(office.title, gender)
        country = None if is_union(office.country) or is_of_union(office.title) else office.country
        adjective = ""
        if country and not is_former(country) and not says_whose(office.title):
            adjective = self._forms.adjective(country, of_title, case, definite=True)
        words = (_WHICH[article(of_title, case)], adjective, self._forms.office(office.title, case), owner)
        return " ".join(word for word in words if word)

    def sole_holder(self, office: Office, period: Period, name: str) -> bool:
        """Whether nobody but this person is known to have held an office of one country in any month of a period."""
        return is_unique(office.title) and office_holders.sole_holder(office, period, name)

    def full_name(self, office: Office, published: PartialDate | None, surname: str) -> str | None:
        """The full name of who held an office at a time and has this surname; None where that is not known."""
        return office_holders.full_name(office, published, surname)

    def country_of(self, name: str, title: str | None = None, published: PartialDate | None = None) -> str | None:
        """The code of the one state that had a person with this full name in an office, or the titled one; None if unknown."""
        return office_holders.holder_country(title, name, published)

    def held_by(self, office: Office, published: PartialDate | None, name: str) -> bool | None:
        """Whether somebody held an office when an article appeared; None where the list does not know."""
        return office_holders.held_by(office, published, name)

    def stepped_down(self, name: str, text: str) -> bool:
        """Whether a text says that somebody has left an office."""
        return office_holders.stepped_down(name, text)

    def is_ruler(self, office: Office) -> bool:
        """Whether who holds an office is known by the first name alone: a king, a pope."""
        return is_ruler(office.title)

    def years_in_office(self, office: Office, period: Period, name: str) -> list[int]:
        """The years that a period touches all through which a person is known to have held an office."""
        return office_holders.years_in_office(office, period, name)

    def changed_hands(self, office: Office, published: PartialDate) -> bool:
        """Whether several persons are known to have held an office in the month of a date."""
        return office_holders.changed_hands(office, published)

    def same_office(self, one: str, other: str) -> bool:
        """Whether two titles can mean one office."""
        return same_office(one, other)
