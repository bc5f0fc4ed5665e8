"""One word that names an office or an occupation: Außenminister, US-Präsidentin, Ex-Kanzlers, CDU-Vorsitzende.

Data: words/offices.yaml, roles.yaml and office_countries.yaml.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from summitquiz.german import lexicon
from summitquiz.german.countries import country_code
from summitquiz.german.names import words
from summitquiz.model import Gender, Office

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Number = Literal["sg", "pl"]
_SHORTEST_ROLE = 6  # letters of an occupation that is known at the end of a compound
_NO_EX = ("exekutiv", "export", "express", "extern", "exil", "exper")


@dataclass(frozen=True, slots=True)
class OfficeWord:
    """A noun for the holder of an office. `masculine` and `feminine` are the dictionary forms, "" where there is none.

    `gender` and `number` are None where the word's form leaves them open (Vorsitzende, Minister). `role`: an occupation or a
    relation (Trainer, Witwe), no office. `body`: the word names an office only with a person's name beside it.
    """

    masculine: str
    feminine: str
    gender: Gender | None
    number: Number | None
    weak: bool = False
    country: str | None = None
    of: str | None = None
    former: bool = False
    role: bool = False
    body: bool = False
    owner: str | None = None

    def office(self, gender: Gender | None) -> Office | None:
        """The office as held by a man or a woman; None for a role."""
        if self.role:
            return None
        title = self.feminine if (gender or self.gender) == "f" else self.masculine
        return Office(title or self.masculine or self.feminine, self.country, self.of, self.former, self.owner)


@cache
def is_of_union(title: str) -> bool:
    """Whether an office is a union's, so that a country beside it is only where its holder comes from."""
    word = read_office(title)
    return word is not None and word.masculine.lower() in words("offices", "unions")


@cache
def names_seat(title: str) -> bool:
    """Whether a title says whose office it is by the seat in it: Kremlsprecher, Palästinenserpräsident."""
    return title.startswith(tuple(_prefix_codes("seats")))


@cache
def is_unique(title: str) -> bool:
    """Whether one person at a time holds an office in its state, so that "Wer war russischer …?" has one answer.

    `title` is an Office's title, masculine or feminine. False for ambassadors, spokesmen, deputies, commissioners, colleagues.
    """
    word = read_office(title.rsplit(" ", 1)[-1])
    if word is None or word.role or (title.split(" ")[0].endswith(("ende", "ender")) and " " in title):
        return False
    base = word.masculine.lower()
    if base in words("offices", "unique"):
        return True
    deputy = base.startswith("vize")  # a minister has several
    return not deputy and base not in words("offices", "not_unique") and base.endswith(tuple(words("offices", "unique_heads")))


@cache
def read_office(word: str) -> OfficeWord | None:
    """The office that a word names, in any case and number; None if it names none."""
    if len(word) > 60 or not word[:1].isalpha():
        return None
    former, country, of, rest = _prefixes(word)
    found = _bare(rest)
    if found is None:
        return None
    seat = next((code for name, code in _prefix_codes("seats").items() if rest.startswith(name)), None)
    if country not in (None, "EU", "UN", "US") and _is_topical(found):
        return _whole(word)
    if found.role:
        return replace(found, former=former)
    return replace(found, country=country or seat, of=of, former=former)


def _is_topical(found: OfficeWord) -> bool:
    return any(topic in found.masculine.lower() for topic in words("office_countries", "topics"))


def _whole(word: str) -> OfficeWord | None:
    """A compound whose first part says what the office deals with: it stays in the title."""
    head, _, last = word.rpartition("-")
    found = _bare(last)
    return found and replace(found, masculine=f"{head}-{found.masculine}", feminine=f"{head}-{found.feminine}")


def _prefixes(word: str) -> tuple[bool, str | None, str | None, str]:
    """Split Ex-, US-, CDU-, … off: former, country, body, and the word that is left."""
    *parts, last = word.split("-")
    former, country, of = False, None, None
    while parts:
        part = parts[0]
        code = _prefix_codes("prefixes").get(part) or country_code(part)
        if part in words("office_countries", "former"):
            former = True
        elif code and code != "NATO" and not of:
            country = country or code
        elif (part in words("office_countries", "of") or (part.isupper() and len(part) > 1)) and not of:
            of = {"NATO": "Nato"}.get(part, part)
        elif part not in words("more_names", "surnames"):  # Merkel-Sprecher, but the Union in Unions-Fraktionschef stays
            break
        parts.pop(0)
    rest = "-".join([*parts, last])
    lower = rest.lower()
    if not parts and lower.startswith(("ex", "alt")) and not lower.startswith(_NO_EX):
        cut = 2 if lower.startswith("ex") else 3
        if (lower[cut:] in _forms() or lower[cut:].startswith("bundes")) and _bare(rest[cut:].capitalize()):
            return True, country, of, rest[cut:].capitalize()
    return former, country, of, rest


def _bare(word: str) -> OfficeWord | None:
    """The office in a word without prefixes: the longest ending that is the form of an office."""
    lower = word.lower()
    after_hyphen = lower.rfind("-") + 1
    if lower[after_hyphen:] in _roles():
        return _roles()[lower[after_hyphen:]]
    for cut in range(len(lower) - 3):
        found = _forms().get(lower[cut:])
        if found and (cut in (0, after_hyphen) or (cut >= 2 and _compounds(found, lower, cut))):
            if lower[:cut] + found.masculine.lower() in words("offices", "never"):
                return None
            return replace(found, masculine=_join(word[:cut], found.masculine), feminine=_join(word[:cut], found.feminine))
    return _role_compound(lower)


def _role_compound(lower: str) -> OfficeWord | None:
    """The occupation in a compound that ends in one: Oppositionspolitiker, Hauptdarstellerin."""
    ends = (lower[cut:] for cut in range(3, len(lower) - _SHORTEST_ROLE + 1))
    return next((_roles()[end] for end in ends if end in _roles()), None)


def _compounds(found: OfficeWord, lower: str, cut: int) -> bool:
    base = found.masculine.lower()
    stem = _stem(base)
    if base not in words("offices", "whole") and stem not in words("offices", "whole"):
        return True
    compounds = words("offices", "compounds")
    return lower[:cut] + base in compounds or lower[:cut] + stem in compounds


def _stem(base: str) -> str:
    return base[:-2] if base.endswith(("ter", "ender", "ater")) and base[:-2] in words("offices", "adjectival") else base


def _join(prefix: str, base: str) -> str:
    if not base:
        return ""
    joined = prefix + (base if not prefix or prefix.endswith("-") else base.lower())
    return joined[0].upper() + joined[1:]


def _prefix_codes(key: str) -> Mapping[str, str]:
    data: Mapping[str, str] = lexicon_data()[key]
    return data


@cache
def lexicon_data() -> Mapping[str, Mapping[str, str]]:
    """The countries behind first parts of compounds."""
    data: Mapping[str, Mapping[str, str]] = lexicon.load("office_countries")
    return data


@cache
def _offices() -> Mapping[str, Mapping[str, str]]:
    data: Mapping[str, Mapping[str, str]] = lexicon.load("offices")
    return data


@cache
def _forms() -> Mapping[str, OfficeWord]:
    """Lower-case form → office word, for all cases and numbers; where forms coincide, number or gender is open."""
    forms: dict[str, OfficeWord] = {}
    for form, word in _all_forms():
        if (old := forms.get(form)) and old != word:
            word = replace(
                old,
                gender=old.gender if old.gender == word.gender else None,
                number=old.number if old.number == word.number else None,
            )
        forms[form] = word
    return forms


def _all_forms() -> Iterator[tuple[str, OfficeWord]]:
    for base in sorted(words("offices", "strong")):
        yield from _man(base, weak=False)
    for base in sorted(words("offices", "weak")):
        yield from _man(base, weak=True)
    for stem in sorted(words("offices", "adjectival")):
        both = OfficeWord(
            (stem + "er").capitalize(), (stem + "e").capitalize(), None, None, body=stem in words("offices", "bodies")
        )
        yield from ((stem + ending, both) for ending in ("e", "en", "em"))
        yield stem + "er", replace(both, number="sg")
    for base in sorted(words("offices", "women")):
        yield base, OfficeWord("", base.capitalize(), "f", "sg")
    for base in sorted(words("offices", "neuter")):
        word = OfficeWord(base.capitalize(), "", "n", "sg")
        yield from ((base + ending, word) for ending in ("", "s", "es"))


def _man(base: str, *, weak: bool) -> Iterator[tuple[str, OfficeWord]]:
    """The forms of a masculine office and of its feminine."""
    trunk = base.removesuffix("e")
    woman = _offices()["feminine"].get(base, trunk + "in")
    word = OfficeWord(base.capitalize(), woman.capitalize(), "m", "sg", weak, body=base in words("offices", "bodies"))
    plural = replace(word, number="pl")
    if weak:
        yield base, word
        oblique = base + ("n" if base.endswith("e") else "en")
        yield from ((oblique, replace(word, number=None)), (base + "s", word))
    else:
        many = _offices()["plurals"].get(base, base if base.endswith(("er", "el", "en")) else base + "e")
        yield from ((form, word) for form in (base, base + "s", base + "es"))
        yield many, plural
        yield many + "n", plural
    yield woman, replace(word, gender="f")
    yield woman + ("nen" if woman.endswith("in") else "en"), replace(word, gender="f", number="pl")


@cache
def _roles() -> Mapping[str, OfficeWord]:
    """Lower-case form → occupation or relation."""
    roles: dict[str, OfficeWord] = {}
    for role in sorted(words("roles", "roles")):
        word = OfficeWord(role.capitalize(), "", None, None, role=True)
        for form in (role, role + "s", role + "n", role + "en"):
            roles.setdefault(form, word)
        for form in (role + "in", role.removesuffix("e") + "in"):
            roles.setdefault(form, replace(word, gender="f"))
    return {form: word for form, word in roles.items() if form not in _forms()}
