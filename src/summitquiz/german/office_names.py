"""The name of an office that only one person holds at a time: "russischer Außenminister", "CSU-Chef", "Bundestagspräsident".

Words: words/office_names.yaml.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summitquiz.errors import FormError
from summitquiz.german import lexicon
from summitquiz.german.countries import adjective_country, is_former
from summitquiz.german.office_attributes import state_adjective
from summitquiz.german.offices import is_of_union, is_unique, names_seat, read_office
from summitquiz.german.titles import masculine

if TYPE_CHECKING:
    from summitquiz.german.forms import GermanForms
    from summitquiz.model import Gender, Office

_UNIONS = {"EU": "EU", "UN": "UN", "NATO": "Nato"}  # code → the first part of an office's name
_STATE_MINISTER = re.compile(r"Bundes[a-zäöüß]+minister(?:in)?$")
_ACRONYM = re.compile(r"[A-ZÄÖÜ][A-ZÄÖÜa-zäöü/]*[A-ZÄÖÜ]")
_LEAST = 2  # capitals in a body's name that is more than "der Kommission"


def office_name(office: Office, gender: Gender | None, forms: GermanForms, on: str = "") -> str:
    """An office as a predicate, as it was called `on` a date in ISO form.

    Raises FormError for one that several persons hold, or whose body or country is not known.
    """
    if office.former:
        raise FormError(f"{office.title!r} has more than one former holder")
    name = _alone(office) or _of_union(office) or _of_country(office, gender, forms, on) or _of_body(office, gender, forms)
    if not name:
        raise FormError(f"{office.title!r} names nobody without its country or body")
    return name


def says_whose(title: str) -> bool:
    """Whether a title tells by itself whose office it is: Kremlchef, Bundestagspräsident."""
    return masculine(title) in lexicon.load("office_names")["alone"]


def is_union(code: str | None) -> bool:
    """Whether a code is a union's."""
    return code in _UNIONS


def _alone(office: Office) -> str:
    """Bundestagspräsident, Bundesumweltminister, Kremlsprecher: nobody else is called so."""
    federal = _STATE_MINISTER.match(office.title) and office.country in (None, "DE")
    joined = f"{office.of}-{office.title}"
    if says_whose(joined):
        return joined  # Weltbank-Präsident
    return office.title if federal or says_whose(office.title) or _seated(office) else ""


def _seated(office: Office) -> bool:
    return names_seat(office.title) and is_unique(office.title)


def _of_union(office: Office) -> str:
    """UN-Generalsekretär, EU-Kommissionspräsidentin."""
    known = lexicon.load("office_names")["unions"].get(_base(office.title)) if office.of is None else None
    body = (office.of or "").upper()
    code = office.country or known or (body if body in _UNIONS else None)
    if code not in _UNIONS or not (is_unique(office.title) or _base(office.title) in lexicon.load("office_names")["of_unions"]):
        return ""
    prefix = _UNIONS[code]
    return office.title if office.title.startswith(prefix) else f"{prefix}-{office.title}"


def _base(title: str) -> str:
    """The masculine of a title as it stands behind "ein": Außenbeauftragte → Außenbeauftragter."""
    word = read_office(title)
    return word.masculine if word else title


def _of_country(office: Office, gender: Gender | None, forms: GermanForms, on: str) -> str:
    """Russischer Außenminister."""
    here = lexicon.load("office_names")["of_one_state"].get(_base(office.title))  # elsewhere there are several, or none
    if not office.country or office.country in _UNIONS or not (is_unique(office.title) or office.country == here):
        return ""
    if is_of_union(office.title):
        raise FormError(f"{office.title!r} is no office of a country")
    if is_former(office.country):
        raise FormError(f"{office.title!r} is of a country that is no more")
    adjective = forms.adjective(office.country, forms.office_gender(office.title, gender), "nom", definite=False, on=on)
    if adjective_country(adjective) != office.country:
        raise FormError(f"{adjective!r} may be of more than one country")  # kongolesischer Präsident
    return f"{adjective} {office.title}"


def _of_body(office: Office, gender: Gender | None, forms: GermanForms) -> str:
    """CSU-Chef, Präsident des Deutschen Landkreistages, niedersächsischer Ministerpräsident."""
    words = lexicon.load("office_names")
    body, title = office.of or "", _base(office.title)
    if office.country or not body or body in words["two_heads"]:
        return ""
    adjective = state_adjective(body)
    if adjective:
        ending = "er" if forms.office_gender(office.title, gender) == "m" else "e"
        alone = title in words["of_states"] or (title.endswith("minister") and is_unique(title))
        return f"{adjective}{ending} {office.title}" if alone else ""
    if _ACRONYM.fullmatch(body):
        alone = is_unique(office.title) and body not in words["parties"]  # there are several CDU-Ministerpräsidenten
        return f"{body}-{office.title}" if title in words["heads"] or alone else ""
    owner = office.owner or ""
    named = len(re.findall(r"\b[A-ZÄÖÜ]", owner)) >= _LEAST or owner.startswith("von ") or _ACRONYM.search(owner)
    told = named and title in words["heads"]
    return f"{office.title} {owner}" if told else ""
