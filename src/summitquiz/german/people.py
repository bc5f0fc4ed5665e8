"""Persons in a document: names with and without their offices, and offices that stand for their holder.

First the sure names of all sentences: after an office or a title, or beginning with a first name. Their surnames then
identify the words that stand alone ("Putins"). A word alone that nothing else in the article explains is a person only
when the world's newspapers use that surname alone, or when the sentence makes it speak.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summitquiz.german import names
from summitquiz.german.appositions import Named, with_apposition
from summitquiz.german.chains import Chain, find_chains
from summitquiz.german.colleagues import with_colleagues
from summitquiz.german.countries import country_code
from summitquiz.german.holders import offices_alone
from summitquiz.german.home import home_country, party_country
from summitquiz.german.known_names import Known
from summitquiz.german.named import bare_name, sure_name
from summitquiz.german.office_holders import holder_country
from summitquiz.german.office_phrases import Front, as_office
from summitquiz.german.paired_offices import with_paired_offices
from summitquiz.german.parted_names import parted, split
from summitquiz.german.placepatterns import ends_house, kind_before
from summitquiz.german.segments import QUOTES
from summitquiz.german.single_names import speaks
from summitquiz.german.titles import feminine, is_ruler
from summitquiz.model import Document, Gender, Kind, Mention, Person, Span, Token
from summitquiz.reading.tokens import MOST_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_FUNCTION_WORDS = frozenset({"APPR", "APPRART", "ART", "KON", "KOUS"})
_ATTRIBUTES = frozenset({"ART", "ADJA", "APPRART", "PPOSAT", "CARD", "PIAT"})


def find_people(document: Document) -> list[Mention]:
    """All persons of a document in text order: Kind.PERSON with a Person as value.

    The mention's span is the name (with a genitive -s), or the office's noun where no name stands. Sentences too long for
    the tagger are passed over.
    """
    rows = [sentence.tokens for sentence in document.sentences if len(sentence.tokens) <= MOST_WORDS]
    sure: list[Named] = []
    open_: list[Chain] = []
    for chain in (chain for row in rows for chain in find_chains(row)):
        if chain.before is not None and (kind_before(chain.before) or ends_house(chain.before, chain.tokens[chain.last])):
            continue  # "auf der Insel Isla Margarita", "im Lancaster House"
        if named := sure_name(chain):
            sure.append(named)
        else:
            open_.append(chain)
    sure, behind = parted(sure)
    open_ = [chain for chain in open_ if not any(chain.span.overlaps(other.span) for other in behind)]
    for chain in behind:
        if named := sure_name(chain):
            sure.append(named)
        else:
            open_.append(chain)
    known = Known(named.chain for named in sure)
    sure, open_ = _with_partners(sure, open_)
    open_ += _speakers(rows, open_)
    open_ += _overlooked(rows, known, [*(named.chain for named in sure), *open_])
    singles = (single for chain in open_ for single in split(chain, known))
    found = [*sure, *(named for chain in singles if (named := bare_name(chain, known)))]
    found = [with_apposition(_without_owner(named, known)) for named in found]
    found = with_paired_offices(sorted(found, key=lambda named: named.chain.span))
    found = _shared_offices(found)
    found = [_with_realm(_with_bracket(_with_alias(named))) for named in found]
    found = with_colleagues(found, document.article.published)
    taken = {token.span for named in found for token in named.chain.tokens[named.front.start : named.end + 1]}
    mentions = [_mention(named, known) for named in found]
    mentions += [mention for row in rows for mention in offices_alone(row, taken)]
    mentions = _with_gender(mentions)
    return sorted((_of_woman(_at_home(document, mention)) for mention in mentions), key=lambda mention: mention.span)


def _with_gender(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions; a surname alone has the gender of those who bear it elsewhere in the document, where they have but one."""
    borne: dict[str, set[Gender]] = {}
    for person in (m.value for m in mentions):
        if isinstance(person, Person) and person.name and person.gender:
            borne.setdefault(person.name.split()[-1], set()).add(person.gender)
    return [_as_namesakes(mention, borne) for mention in mentions]


def _as_namesakes(mention: Mention, borne: Mapping[str, set[Gender]]) -> Mention:
    person = mention.value
    if not isinstance(person, Person) or person.gender:
        return mention
    genders = borne.get(person.name or "", set())
    return replace(mention, value=replace(person, gender=next(iter(genders)))) if len(genders) == 1 else mention


def _at_home(document: Document, mention: Mention) -> Mention:
    """The mention with the country of an office that its holder or the article tells: "Präsident Barack Obama"."""
    person = mention.value
    if not isinstance(person, Person) or person.office is None or person.office.country or person.office.of:
        return mention
    title, then = person.office.title, None if person.office.former else document.article.published
    country = holder_country(title, person.name or "", then) or home_country(document.article.text, title)
    return replace(mention, value=replace(person, office=replace(person.office, country=country)))


def _of_woman(mention: Mention) -> Mention:
    """The mention with the office of a woman in the feminine: "die Außenminister Albright und Primakow"."""
    person = mention.value
    if not isinstance(person, Person) or person.office is None or person.gender != "f":
        return mention
    office = replace(person.office, title=feminine(person.office.title))
    return replace(mention, value=replace(person, office=office))


def _with_partners(sure: list[Named], chains: list[Chain]) -> tuple[list[Named], list[Chain]]:
    """Take the second name behind an office in the plural for sure: die Minister Schäuble [und Lew]."""
    ends = {named.chain.span.end for named in sure if _is_plural(named.front)}
    seconds = [chain for chain in chains if chain.first > 1 and chain.before and chain.before.text in ("und", "sowie")]
    partners = [chain for chain in seconds if chain.tokens[chain.first - 2].span.end in ends]
    found = [Named(chain, Front(chain.first), "de.person.office", chain.last) for chain in partners]
    return [*sure, *found], [chain for chain in chains if chain not in partners]


def _speakers(rows: list[tuple[Token, ...]], chains: list[Chain]) -> list[Chain]:
    """The nouns without an article that a reporting clause makes speak: …, sagte [Ballack]."""
    seen = {token.span for chain in chains for token in chain.tokens[chain.first : chain.last + 1]}
    return [
        Chain(row, index, index)
        for row in rows
        for index in range(2, len(row))
        if row[index].span not in seen and speaks(row, index)
    ]


def _overlooked(rows: list[tuple[Token, ...]], known: Known, chains: list[Chain]) -> Iterator[Chain]:
    """The words that the tagger took for nouns or verbs though the article gives them as somebody's surname elsewhere."""
    seen = {token.span for chain in chains for token in chain.tokens[chain.first : chain.last + 1]}
    for row in rows:
        for index, token in enumerate(row):
            if token.tag in _FUNCTION_WORDS or token.span in seen:
                continue  # "In Washington": not Moon Jae In
            if token.text[:1].isupper() and known.knows((token.text,)):
                chain = Chain(row, index, index)
                if token.tag != "NN" or chain.before is None or chain.before.tag not in _ATTRIBUTES:
                    yield chain


def _without_owner(named: Named, known: Known) -> Named:
    """A name in the genitive owns what stands before it, and holds it not: der Sprecher Putins, Anhänger Mussawis."""
    front, office = named.front, named.front.office
    owns = office and (office.role or front.article or front.possessed) and known.nominative(named.chain)[1]
    return replace(named, front=Front(named.chain.first)) if owns else named


def _shared_offices(found: list[Named]) -> list[Named]:
    """Give both names an office in the plural: die Präsidenten Wladimir Putin [und Joe Biden]."""
    shared: list[Named] = []
    for named in found:
        last = shared[-1] if shared else None
        joined = last is not None and _joins(last, named)
        if joined and last is not None and last.front.office and named.front.office is None and _is_plural(last.front):
            named = replace(named, front=replace(named.front, office=last.front.office, article=last.front.article))
        shared.append(named)
    return shared


def _with_bracket(named: Named) -> Named:
    """The office with the country that stands in brackets behind the name, or whose the party there is: Heiko Maas (SPD)."""
    row, index, office = named.chain.tokens, named.chain.last + 1, named.front.office
    if office is None or office.country or office.of or not _has_bracket(row, index):
        return named
    behind = row[index + 1].text
    code = country_code(behind) or party_country(behind, office.masculine)
    return replace(named, front=replace(named.front, office=replace(office, country=code)))


def _with_alias(named: Named) -> Named:
    """The name with another that its bearer goes by: Rodrigo Londoño [alias „Timochenko“]."""
    row, index = named.chain.tokens, named.end + 1
    if named.end != named.chain.last or index + 1 >= len(row) or row[index].text != "alias":
        return named
    quoted = row[index + 1].text in QUOTES
    behind = row[index + 2 :] if quoted else row[index + 1 :]
    more = next((k for k, t in enumerate(behind) if (t.text in QUOTES if quoted else t.tag != "NE")), 0)
    return replace(named, end=index + more + 2 * quoted) if more else named


def _with_realm(named: Named) -> Named:
    """The ruler's country behind the name: Fürst Albert II. [von Monaco]."""
    row, index, office = named.chain.tokens, named.chain.last + 1, named.front.office
    if office is None or office.country or office.of or index + 1 >= len(row) or row[index].text != "von":
        return named
    code = country_code(row[index + 1].text)
    ruler = names.is_royal(named.chain.words[-1]) or is_ruler(office.masculine)
    if not code or not ruler:
        return named
    return replace(named, end=index + 1, front=replace(named.front, office=replace(office, country=code)))


def _has_bracket(row: tuple[Token, ...], index: int) -> bool:
    """Whether one word in brackets stands at `index`."""
    return index + 2 < len(row) and row[index].text == "(" and row[index + 2].text == ")"


def _joins(left: Named, right: Named) -> bool:
    """Whether only an "und" or a comma stands between two names, besides a word in brackets."""
    row, middle = left.chain.tokens, left.chain.last + 1
    if _has_bracket(row, middle):
        middle += 3
    return row is right.chain.tokens and right.chain.first == middle + 1 and row[middle].text in ("und", "sowie", ",")


def _is_plural(front: Front) -> bool:
    """Whether the office before a name is in the plural by its form or its article."""
    office = front.office
    return office is not None and (
        office.number == "pl" or (office.number is None and front.article in ("die", "beide", "beiden"))
    )


def _mention(named: Named, known: Known) -> Mention:
    chain, front = named.chain, named.front
    name, genitive = known.nominative(chain)
    gender = _gender(chain, front)
    row = chain.tokens
    phrase = Span(row[front.start].span.start, row[named.end].span.end)
    person = Person(name, phrase, as_office(front.office, gender), gender, genitive)
    return Mention(chain.span, Kind.PERSON, person, named.rule)


def _article_gender(chain: Chain, front: Front) -> Gender | None:
    """The gender that the article tells, with the ending of an adjectival office: der Gesandte, die Gesandte."""
    if front.office and front.office.role:  # die Autoren Chris und Ann: several
        return "m" if front.article in ("der", "dem", "den", "des") else None
    if front.gender or front.at is None:
        return front.gender
    return "m" if front.article == "der" and chain.tokens[front.at].text.endswith("e") else None


def _gender(chain: Chain, front: Front) -> Gender | None:
    """From the title, the office's form, the first name, the article: the first that tells; no plural tells of its women."""
    title = names.title_gender(chain.tokens[front.start].text) if front.titled else None
    first = chain.gender()
    office = front.office.gender if front.office else None
    if first == "f" and office == "m" and _is_plural(front):
        return "f"
    return title or (office if office != "n" else None) or first or (None if office else _article_gender(chain, front))
