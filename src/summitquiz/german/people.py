"""Persons in a document: names with and without their offices, and offices that stand for their holder.

First the sure names of all sentences: after an office or a title, or beginning with a first name. Their surnames then
identify the words that stand alone ("Putins"). A word alone that nothing else in the article explains is a person only
when the world's newspapers use that surname alone, or when the sentence makes it speak.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summitquiz.german import names
from summitquiz.german.chains import Chain, find_chains
from summitquiz.german.known_names import Known
from summitquiz.german.office_attributes import behind
from summitquiz.german.office_phrases import Front, as_office, front_of, with_office
from summitquiz.german.offices import OfficeWord, read_office
from summitquiz.german.place_words import is_place
from summitquiz.german.single_names import bare_rule, has_bracket, is_body, may_be_full_name
from summitquiz.model import Document, Gender, Kind, Mention, Person, Span, Token

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOSERS = frozenset({",", ".", "(", ")", ":", ";", "–", "-", "!", "?"})
_GENERIC = frozenset(
    ["Amt", "Amtes", "Amts", "Funktion", "Posten", "Postens", "Rolle", "Titel", "Titels", "Position", "Stelle", "Wahl", "Kandidat", "Kandidatin", "Kandidaten"]
)


@dataclass(frozen=True, slots=True)
class Named:
    """A chain held for a person's name: the phrase around it, and the rule that says so."""

    chain: Chain
    front: Front
    rule: str
    end: int  # the phrase's last token


def find_people(document: Document) -> list[Mention]:
    """All persons of a document in text order: Kind.PERSON with a Person as value.

    The mention's span is the name (with a genitive -s), or the office's noun where no name stands.
    """
    rows = [sentence.tokens for sentence in document.sentences]
    sure: list[Named] = []
    open_: list[Chain] = []
    for chain in (chain for row in rows for chain in find_chains(row)):
        if named := _sure(chain):
            sure.append(named)
        else:
            open_.append(chain)
    known = Known(named.chain for named in sure)
    open_ += _overlooked(rows, known, [*(named.chain for named in sure), *open_])
    singles = (single for chain in open_ for single in _split(chain, known))
    found = [*sure, *(named for chain in singles if (named := _bare(chain, known)))]
    found = [_with_apposition(_without_owner(named, known)) for named in found]
    taken = {token.span for named in found for token in named.chain.tokens[named.front.start : named.end + 1]}
    mentions = [_mention(named, known) for named in found]
    mentions += [mention for row in rows for mention in _offices_alone(row, taken)]
    return sorted(mentions, key=lambda mention: mention.span)


def _overlooked(rows: list[tuple[Token, ...]], known: Known, chains: list[Chain]) -> Iterator[Chain]:
    """The words that the tagger took for nouns or verbs though the article gives them as somebody's surname elsewhere."""
    seen = {token.span for chain in chains for token in chain.tokens[chain.first : chain.last + 1]}
    for row in rows:
        for index, token in enumerate(row):
            if token.span not in seen and token.text[:1].isupper() and known.knows((token.text,)):
                chain = Chain(row, index, index)
                if token.tag != "NN" or not (
                    chain.before and chain.before.tag in ("ART", "ADJA", "APPRART", "PPOSAT", "CARD", "PIAT")
                ):
                    yield chain


def _split(chain: Chain, known: Known) -> list[Chain]:
    """A chain, or its words apart when each is another person's surname: später holte [Niessl] [Doskozil] zurück."""
    if chain.last == chain.first or known.knows(chain.words) or not all(known.knows((word,)) for word in chain.words):
        return [chain]
    return [Chain(chain.tokens, index, index) for index in range(chain.first, chain.last + 1)]


def _without_owner(named: Named, known: Known) -> Named:
    """A name in the genitive owns what stands before it, and holds it not: der Sprecher Putins, Anhänger Mussawis."""
    front, office = named.front, named.front.office
    owns = office and (office.role or front.article or front.possessed) and known.nominative(named.chain)[1]
    return replace(named, front=Front(named.chain.first)) if owns else named


def _sure(chain: Chain) -> Named | None:
    """The person that a chain is by its own words or by what stands before it; None if neither says so."""
    front = front_of(chain.tokens, chain.first)
    holds = front.office and not front.office.role and _is_listed(chain)
    if (inner := chain.without_particles()) and not (front.titled or holds):
        return None if inner.last == inner.first else _sure(inner)
    if is_body(chain):
        return None
    if front.titled:
        return Named(chain, front, "de.person.title", chain.last)
    if front.office and (chain.last > chain.first or _fits_office(chain, front.office)):
        return Named(chain, front, "de.person.role" if front.office.role else "de.person.office", chain.last)
    if chain.begins_with_first_name() and not front.office:
        wider = _front_with_attribute(chain)
        return Named(chain, wider or front, "de.person.office" if wider else "de.person.full", chain.last)
    return Named(chain, front, "de.person.bracket", chain.last) if has_bracket(chain) else None


def _fits_office(chain: Chain, office: OfficeWord) -> bool:
    """Whether one word after an office is a name: tagged as one, or listed. After words that may mean firms too, only listed."""
    word = chain.words[0]
    if is_place(word) and word not in names.famous():
        return False
    listed = word in names.surnames() or names.is_first(word)
    loose = not (office.role and office.masculine.lower() in names.words("roles", "firms_too"))
    return listed or (loose and chain.tokens[chain.first].tag in ("NE", "FM", "XY"))


def _is_listed(chain: Chain) -> bool:
    """Whether the surname behind the particles is one that newspapers use: Außenminister von Weizsäcker."""
    return chain.words[-1] in names.famous()


def _front_with_attribute(chain: Chain) -> Front | None:
    """An office before the name with a genitive between them: der Chefunterhändler der Regierung, Humberto Pérez."""
    row = chain.tokens
    for index in range(chain.first - 2, max(-1, chain.first - 12), -1):
        office = read_office(row[index].text)
        if office is None or office.role:
            continue
        end, office = behind(row, index, office)
        if end == chain.first - 1 and end > index:
            return with_office(row, index, office)
        closed = chain.after is None or chain.after.text in _CLOSERS or chain.after.tag in ("VVFIN", "VAFIN", "VMFIN")
        if end == chain.first - 2 and end > index and row[end + 1].text == "," and closed:
            return with_office(row, index, office)
        return None
    return None


def _bare(chain: Chain, known: Known) -> Named | None:
    """A word that stands alone as a person's name, if something identifies it."""
    if (inner := chain.without_particles()) and not known.knows(chain.words):
        chain = inner
    front = front_of(chain.tokens, chain.first)
    rule = "de.person.again" if known.knows(chain.words) else bare_rule(chain)
    if rule is None and chain.last > chain.first and may_be_full_name(chain):
        apposed = _with_apposition(Named(chain, front, "de.person.apposed", chain.last))
        return apposed if apposed.front.office else None
    return Named(chain, front, rule, chain.last) if rule else None


def _with_apposition(named: Named) -> Named:
    """Add the office that follows a name: Wolodymyr Selenskyj, Präsident der Ukraine, …"""
    row, index = named.chain.tokens, named.chain.last + 1
    if named.front.office or index + 1 >= len(row):
        return named
    if row[index].text == "(" and index + 3 < len(row) and row[index + 2].text == ")":
        index += 3
    if row[index].text != ",":
        return named
    for position in range(index + 1, min(index + 6, len(row))):
        office = read_office(row[position].text)
        if office and not office.role:
            return _closed_apposition(named, index, position, office)
        if row[position].tag not in ("ART", "ADJA", "PPOSAT"):
            return named
    return named


def _closed_apposition(named: Named, comma: int, position: int, office: OfficeWord) -> Named:
    row = named.chain.tokens
    end, office = behind(row, position, office)
    front = with_office(row, position, office)
    closed = end + 1 >= len(row) or row[end + 1].text in _CLOSERS
    if not closed or front.start != comma + 1 or office.number == "pl" or (front.article in ("die",) and office.gender == "m"):
        return named
    return replace(named, front=replace(front, start=named.front.start), end=end)


def _mention(named: Named, known: Known) -> Mention:
    chain, front = named.chain, named.front
    name, genitive = known.nominative(chain)
    gender = _gender(chain, front)
    row = chain.tokens
    phrase = Span(row[front.start].span.start, row[named.end].span.end)
    person = Person(name, phrase, as_office(front.office, gender), gender, genitive)
    return Mention(chain.span, Kind.PERSON, person, named.rule)


def _gender(chain: Chain, front: Front) -> Gender | None:
    """From the title, the first name, the office's form, the article: the first that tells."""
    title = names.title_gender(chain.tokens[front.start].text) if front.titled else None
    first = names.first_gender(chain.words[0]) if chain.last > chain.first else None
    office = front.office.gender if front.office else None
    return title or (office if office != "n" else None) or first or (None if office else front.gender)


def _offices_alone(row: tuple[Token, ...], taken: set[Span]) -> Iterator[Mention]:
    """Offices that stand for their holder: der russische Staatschef, die Kanzlerin, Frankreichs Präsident."""
    for index, token in enumerate(row):
        office = read_office(token.text)
        if office is None or office.role or office.body or token.span in taken or office.number == "pl":
            continue
        front = with_office(row, index, office)
        end, whole = behind(row, index, front.office or office)
        gender = _holder(row, front, office)
        if gender:
            phrase = Span(row[front.start].span.start, row[end].span.end)
            held = whole.office(gender)
            yield Mention(token.span, Kind.PERSON, Person(None, phrase, held, gender), "de.person.holder")


def _holder(row: tuple[Token, ...], front: Front, office: OfficeWord) -> Gender | None:
    """The gender of the one person whom an office with its article means; None if it may be several, or anybody."""
    article, gender = front.article, office.gender
    if front.possessed and article is None:
        return gender if office.number == "sg" and gender != "n" else None
    if article in (None, "zum", "zur", "ein", "eine", "einen", "einem", "einer", "eines", "alle", "keine"):
        return None
    if front.start and row[front.start - 1].text in _GENERIC:
        return None
    if gender == "f":
        return "f"
    plural = _dative_before(row, front.start)
    if office.weak and article == "der" and row[front.at or 0].text.endswith("en"):
        return None
    if article == "der" and (gender == "m" or (office.masculine.endswith("er") and row[front.at or 0].text.endswith("e"))):
        return None if row[front.start - 1].tag == "NN" and front.start and office.number is None else "m"
    if article in ("dem", "des", "vom", "beim"):
        return "m"
    if article == "den":
        return None if plural else "m"
    if article == "die" and gender is None and row[front.at or 0].text.endswith("e"):
        return "f"
    return None


def _dative_before(row: tuple[Token, ...], start: int) -> bool:
    """Whether a preposition with the dative stands before an article: then "den Präsidenten" are several."""
    return start > 0 and row[start - 1].text.lower() in ("mit", "von", "zwischen", "bei", "nach", "unter", "zu", "aus", "seit")
