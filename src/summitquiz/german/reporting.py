"""Reporting verbs: the word list with its inflected forms, and where a frame has one.

Split verbs are put together again (teilte … mit, kündigte … an), perfects too (hat … gesagt).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from summitquiz.german import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summitquiz.german.frames import Frame

_INSEPARABLE = ("be", "ge", "er", "ver", "zer", "ent", "emp", "miss", "unter", "wider", "prophe")
_HAVE = {"hat", "haben", "hatte", "hatten", "habe", "hätte", "hätten"}
_PASSIVE = {"wird", "werden", "wurde", "wurden"}
_CLAUSE_END = {",", ".", ":", ";", "!", "?", "–", "-", "—", "und", "oder", "sowie", "", ")", "dass"}
_REACH = 40  # units between the parts of one verb: longer clauses are not news German


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb as the word list has it; `takes` says how it may report: direct, clause, phrase."""

    lemma: str
    takes: frozenset[str]
    particle: str | None = None
    not_with: frozenset[str] = frozenset()
    reflexive: bool | None = None
    frames: bool = True
    base: str | None = None


FormKind = Literal["finite", "participle", "joined"]


@dataclass(frozen=True, slots=True)
class Form:
    """What one word form may be; joined is a finite form at the end of a subordinate clause (mitteilte)."""

    verb: Verb
    kind: FormKind
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A reporting verb in a frame: unit indices of its finite part and of its last part."""

    verb: Verb
    at: int
    end: int
    plural: bool
    passive: bool = False
    joined: bool = False


@cache
def verb_list(key: str) -> frozenset[str]:
    """A list of lemmas of words/reporting_verbs.yaml beside the verbs themselves."""
    return frozenset(lexicon.load("reporting_verbs")[key])


@cache
def verb_forms() -> dict[str, tuple[Form, ...]]:
    """Every inflected form in lower case, to what it may be."""
    table: dict[str, list[Form]] = {}
    for group in lexicon.load("reporting_verbs")["groups"]:
        for row in group["verbs"]:
            verb = Verb(
                row["lemma"],
                frozenset(group["takes"]),
                row.get("particle"),
                frozenset(row.get("not_with", ())),
                row.get("reflexive"),
                row.get("frames", True),
                row.get("base"),
            )
            for word, form in _inflect(verb, row.get("forms")):
                table.setdefault(word, []).append(form)
    return {word: tuple(forms) for word, forms in table.items()}


def _inflect(verb: Verb, forms: list[str] | None) -> Iterator[tuple[str, Form]]:
    particle = verb.particle or ""
    base = verb.base or verb.lemma.removeprefix(particle)
    present, preterite, participle = forms or _weak(base, particle)
    past_plural = preterite + ("n" if preterite.endswith("e") else "en")
    for word, plural in ((present, False), (preterite, False), (base, True), (past_plural, True)):
        yield word, Form(verb, "finite", plural)
        if particle and not verb.base:
            yield particle + word, Form(verb, "joined", plural)
    yield participle, Form(verb, "participle")


def _weak(base: str, particle: str) -> tuple[str, str, str]:
    """Present, preterite and participle of a weak verb."""
    stem = base[:-1] if base.endswith(("ern", "eln")) else base.removesuffix("en")
    link = "e" if stem.endswith(("t", "d", "chn", "gn", "ffn", "dn")) else ""
    prefix = "" if base.endswith("ieren") or base.startswith(_INSEPARABLE) else "ge"
    return f"{stem}{link}t", f"{stem}{link}te", f"{particle}{prefix}{stem}{link}t"


def reports(frame: Frame) -> list[Report]:
    """The reporting verbs of a frame outside its quotations, in order."""
    found = []
    for index, unit in enumerate(frame.units):
        for form in sorted(verb_forms().get(unit.lower, ()), key=lambda form: form.kind != "participle"):
            report = _report(frame, index, form)
            if report:
                found.append(report)
                break
    return found


def _report(frame: Frame, index: int, form: Form) -> Report | None:
    verb = form.verb
    if form.kind == "participle":
        return _compound(frame, index, verb)
    if verb.reflexive is not None and verb.reflexive is not _reflexive(frame, index - 4, index + 8):
        return None
    if form.kind == "joined":
        return Report(verb, index, index, form.plural, joined=True)
    if frame.units[index].tag in {"VVINF", "VVIZU", "VVPP", "NN", "ADJA"} or _other_verb(frame, index, verb):
        return None
    end = _particle(frame, index, verb.particle) if verb.particle else index
    return Report(verb, index, end, form.plural) if end is not None else None


def _reflexive(frame: Frame, start: int, stop: int) -> bool:
    return any(unit.lower == "sich" for unit in frame.units[max(0, start) : stop])


def _compound(frame: Frame, index: int, verb: Verb) -> Report | None:
    """hat … gesagt, wird … zitiert: the participle closes its clause."""
    following = frame.units[index + 1] if index + 1 < len(frame.units) else None
    if following is not None and following.lower not in _CLAUSE_END:
        return None
    if verb.base and frame.units[index - 1].lower != verb.particle:
        return None
    for at in range(index - 1, max(-1, index - _REACH), -1):
        word = frame.units[at].lower
        if (word in _HAVE or word in _PASSIVE) and frame.units[at].finite:
            if verb.reflexive is not None and verb.reflexive is not _reflexive(frame, at, index):
                return None
            plural = word.endswith("n")
            return Report(verb, at, index, plural, passive=word in _PASSIVE)
        if frame.units[at].finite or word in {":", ";"}:
            return None
    return None


def _particle(frame: Frame, index: int, particle: str) -> int | None:
    """Where the split verb at `index` has its particle: at the end of its clause."""
    for at in range(index + 1, min(len(frame.units), index + _REACH)):
        unit = frame.units[at]
        if unit.lower == particle and (at + 1 == len(frame.units) or frame.units[at + 1].lower in _CLAUSE_END):
            return at
        if unit.text in {":", ";"}:
            return None
    return None


def _other_verb(frame: Frame, index: int, verb: Verb) -> bool:
    """Whether a particle makes another verb of it (sagte … ab)."""
    return any(_particle(frame, index, particle) is not None for particle in verb.not_with)
