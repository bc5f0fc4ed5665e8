"""Whether a chain of words is a person's name: by the office or title before it, its first name, or the rest of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.german import names
from summitquiz.german.appositions import CLOSERS, Named, agrees, goes_on, over_bracket, with_apposition
from summitquiz.german.name_words import NAME_TAGS
from summitquiz.german.office_attributes import behind
from summitquiz.german.office_phrases import Front, front_of, with_office
from summitquiz.german.offices import OfficeWord, read_office
from summitquiz.german.place_words import is_place
from summitquiz.german.single_names import bare_rule, has_bracket, is_body, is_eponym, is_there, may_be_full_name

if TYPE_CHECKING:
    from summitquiz.german.chains import Chain
    from summitquiz.german.known_names import Known
    from summitquiz.model import Token

_FARTHEST_ARTICLE = 12  # tokens between an office and its article: des bei dem Absturz ums Leben gekommenen Präsidenten
FARTHEST_OFFICE = 12  # tokens between an office and the name behind its attributes


def sure_name(chain: Chain) -> Named | None:
    """The person that a chain is by its own words or by what stands before it; None if neither says so."""
    front = front_of(chain.tokens, chain.first)
    holds = front.office and not front.office.role and _is_listed(chain)
    if (inner := chain.without_particles()) and not (front.titled or holds):
        return None if inner.last == inner.first else sure_name(inner)
    if is_body(chain) or is_eponym(chain):
        return None
    if front.titled:
        wider = None if front.office else _front_with_attribute(chain, front.start, honour=True)
        return Named(chain, wider or front, "de.person.title", chain.last)
    if front.office and _fits_office(chain, front.office):
        rule = "de.person.role" if front.office.role else "de.person.office"
        honoured = front.office.body or front.office.masculine.lower() in names.words("offices", "honours")
        wider = _front_with_attribute(chain, front.start, honour=True) if honoured else None
        return Named(chain, wider or front, rule, chain.last)
    if chain.begins_with_first_name() and not front.office:
        wider = _front_with_attribute(chain, chain.first)
        return Named(chain, wider or front, "de.person.office" if wider else "de.person.full", chain.last)
    return Named(chain, front, "de.person.bracket", chain.last) if has_bracket(chain) else None


def _fits_office(chain: Chain, office: OfficeWord) -> bool:
    """Whether what follows an office is a name: tagged as one or listed; after words that may mean firms only listed."""
    if is_place(" ".join(chain.words)) and chain.words[0] not in names.famous():
        return False
    if chain.begins_with_first_name() or any(word in names.surnames() or names.is_first(word) for word in chain.words):
        return True
    sure_person = not office.role or bool(
        office.masculine and office.masculine.lower() not in names.words("roles", "firms_too")
    )
    return sure_person and (chain.last > chain.first or chain.tokens[chain.first].tag in NAME_TAGS)


def _is_listed(chain: Chain) -> bool:
    """Whether the surname behind the particles is one that newspapers use: Außenminister von Weizsäcker."""
    return chain.words[-1] in names.famous()


def _front_with_attribute(chain: Chain, first: int, *, honour: bool = False) -> Front | None:
    """An office before the name with a genitive between them: der Chefunterhändler der Regierung, Humberto Pérez.

    `first`: where the name begins, with its title. `honour`: an office stands there already, so that only one before a comma
    is meant: der Emir von Katar, Scheich Hamad.
    """
    row = chain.tokens
    if honour and (first == 0 or row[first - 1].text != ","):
        return None
    for index in range(first - 2, max(-1, first - FARTHEST_OFFICE), -1):
        office = read_office(row[index].text)
        if office is None or office.role:
            continue
        end, office = behind(row, index, office)
        end = over_bracket(row, end)
        # A verb does not close: in "sagte der Präsident der Ukraine, Boris Lenkow wolle …" a sentence begins with the name.
        closed = chain.after is None or chain.after.text in ((",", "(", "alias") if end == index else CLOSERS)
        apposed = end == first - 2 and row[end + 1].text == "," and closed and not (goes_on(chain) or _owned(row, index))
        direct = end == first - 1 and not honour
        found = (apposed or (direct and end > index)) and agrees(chain, office)
        return with_office(row, index, office) if found else None
    return None


def _owned(row: tuple[Token, ...], index: int) -> bool:
    """Whether the office is a genitive behind another noun: in "der Bruder des Präsidenten, X" the name is the brother's."""
    for j in range(index - 1, max(0, index - _FARTHEST_ARTICLE), -1):
        if row[j].tag in {"ART", "PPOSAT"} and not row[j - 1].tag.startswith("APPR"):  # "des bei dem Absturz gestorbenen"
            return row[j].text == "des" and row[j - 1].tag == "NN"
    return False


def bare_name(chain: Chain, known: Known) -> Named | None:
    """A word that stands alone as a person's name, if something identifies it."""
    if is_eponym(chain) or is_there(chain):
        return None
    if (inner := chain.without_particles()) and not known.knows(chain.words):
        chain = inner
    front = front_of(chain.tokens, chain.first)
    rule = "de.person.again" if known.knows(chain.words) else bare_rule(chain)
    if rule is None and chain.last > chain.first and may_be_full_name(chain):
        apposed = with_apposition(Named(chain, front, "de.person.apposed", chain.last))
        return apposed if apposed.front.office else None
    if rule == "de.person.names" and not front.office:
        front = _front_with_attribute(chain, chain.first) or front
    return Named(chain, front, rule, chain.last) if rule else None
