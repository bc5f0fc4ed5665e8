"""Facts from claims: clauses and quotations whose gaps are filled with the people and events they mean."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summitquiz.errors import FormError
from summitquiz.knowledge.answers import answer_to
from summitquiz.knowledge.apart import doer_by_office, partner_by_office, told_apart
from summitquiz.knowledge.clarity import anchored, dated, does_as_others, floats, is_set
from summitquiz.knowledge.from_lengths import enter_length, has_lasted
from summitquiz.knowledge.headings import Asked, heading_of
from summitquiz.knowledge.pronouns import meant, others_before
from summitquiz.knowledge.scene import (
    Scene,
    current,
    digest,
    evidence,
    published_when,
    tells_of_before,
)
from summitquiz.knowledge.stems import fill
from summitquiz.knowledge.stopped import Stopped
from summitquiz.model import Claim, Mod, Slot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.knowledge.persons import Profile
    from summitquiz.model import Article, Document, Reading


_YEAR, _MONTH = 4, 7  # letters of a date in ISO form that give the year, and the month
_TWO = 2
_PARTNER = "de.clause.partner"
_MORE = re.compile(r"\b(?:weitere|andere|übrige)[nrms]?\b")
_UNKNOWN = {
    "person_unknown",
    "pronoun",
    "pointer",
    "event_unclear",
    "vague",
    "gives_away",
}  # gates of stems in which nobody knows who or what is meant, or that name who is asked for
_WHEN = {"Wann": False, "Für wann": True, "Auf wann": True}  # the question words for a date, and whether one was set


def enter_claims(scene: Scene, reading: Reading) -> None:
    """Turn one article's claims into facts; those that a gate stops are entered as abstained."""
    lasted = {c.answer for c in reading.claims if c.pattern == "length" and _tried(scene, reading.document, c)}
    for claim in sorted(reading.claims, key=lambda claim: claim.rule.endswith("length.gap")):
        if claim.rule.endswith("length.gap") and has_lasted(scene, reading.document, claim):
            continue  # "Wie lange dauerte das Treffen von X und Y?"
        told = claim.pattern in {"part", "length"} or (claim.ask == "how_long" and claim.answer in lasted)
        known = claim.pattern == "clause" and claim.event and scene.events.at(reading.document.article.id, claim.event)
        if not (told or known):  # parts are for from_parts.py, a length that an event has is not asked of its clause again
            _tried(scene, reading.document, claim)


def _tried(scene: Scene, document: Document, claim: Claim) -> bool:
    """Enter a claim's fact; whether that went."""
    try:
        if claim.gate:
            raise Stopped(claim.gate)
        if claim.rule.endswith("of_talks") and any(c.rule == _PARTNER for c in scene.claims[document.article.id]):
            raise Stopped("event_unclear")  # two have met: whose "die Beratungen" were, nobody knows
        talks = claim.rule.endswith(("of_talks", "of_days")) or (claim.rule.endswith("length.gap") and claim.bare)
        if talks and tells_of_before(document, claim.sentence):
            raise Stopped("event_unclear")  # "das zweitägige Treffen", told of one years ago, is not that of the headline
        if claim.pattern == "length":
            enter_length(scene, document, claim)
        else:
            _enter(scene, document, claim)
    except Stopped as stopped:
        if claim.shorter and str(stopped) in _UNKNOWN and _tried(scene, document, claim.shorter):
            return True
        scene.abstain(document.article, claim.answer, str(stopped))
    except FormError:
        scene.abstain(document.article, claim.answer, "form")
    else:
        return True
    return False


def _enter(scene: Scene, document: Document, claim: Claim) -> None:
    article = document.article
    answerers = _answerers(scene, document, claim) if claim.ask == "who" and not claim.group else []
    filled = fill(scene, document, claim, claim.stem, answerers)
    stem = filled.text
    if filled.floats:
        own = "".join(part if isinstance(part, str) else "" if part.what in {"time", "event"} else "X" for part in claim.stem)
        alone = not re.search(r"[A-ZÄÖÜ]", own)  # "Wie lange dauerte das Gespräch?"
        claim = replace(claim, floating="vague", undefined=(*claim.undefined, *[filled.floats] * alone))
    answer, value, mod = answer_to(scene, document, claim, answerers)
    _gives_nothing_away(stem, answer, answerers)
    partner = claim.rule == _PARTNER
    if partner and not claim.also and _met_others(scene, article, claim, answerers):
        raise Stopped("one_of_several")
    if partner and claim.group and _met_before(scene, article, claim):
        raise Stopped("one_of_several")
    asked = _asked(scene, claim, value, mod)
    slots = _slots(claim, asked, stem)
    if claim.anchor and current(document, claim.sentence):
        slots["when"] = published_when(scene, article)
    elif claim.stands or claim.present:
        slots["stand"] = _stand(scene, article, "" if claim.ask != "when" or asked != claim.question_word else answer)
    if claim.group:
        _names_all_and_none(scene, stem, answer)
    slots |= _cloze(scene, document, claim, answer, answerers)
    loose = partner and not is_set(document, claim, stem)
    undated = fill(scene, document, claim, claim.stem, answerers, beside="").text
    slots |= heading_of(scene, document, Asked(claim, stem, undated, answer, answerers), slots, loose=loose)
    slots |= told_apart(scene, article, claim, stem, answerers, set_by_heading=bool(slots.get("about")))
    _refuse_unsure(scene, document, claim, stem, slots, loose=loose)
    if (claim.gapped and not slots.get("cloze")) or (claim.self_said and others_before(scene, document, claim, answerers)):
        raise Stopped("pronoun")
    slots |= partner_by_office(scene, article, claim, answerers) if partner and scene.events.large(article.id) else {}
    slots |= doer_by_office(scene, article, claim, stem, answerers) if does_as_others(document, claim, stem, slots) else {}
    label = f"{claim.question_word} {stem}"
    if "stem" in slots:
        beside = [published_when(scene, article) if slots.get("when") else "", slots.pop("holding", "")]
        slots["stem"] = fill(scene, document, claim, claim.stem, answerers, beside=" ".join(filter(None, beside))).text
    if claim.gapped:
        label = slots["cloze"]
        slots = {name: words for name, words in slots.items() if name not in {"word", "stem"}}
        slots |= {"missing": claim.question_word} if claim.question_word.startswith("Welche") else {}
    event = scene.event_id(f"{claim.pattern}|{_bag(stem)}", claim.pattern, label, tuple(p.name for p in answerers))
    key = f"{claim.pattern}|{_bag(stem)}" + (f"|{answer}" if claim.ask == "who" else "")
    proof = evidence(article, claim.answer, claim.sentence, claim.rule)
    scene.enter(
        claim.ask, claim.pattern, key, event, answer, proof, slots, value, mod, claim.modality, claim.attribution
    )  # fmt: skip


def _names_all_and_none(scene: Scene, stem: str, answer: str) -> None:
    """Raise Stopped for a group that the question names, or that the answer does not: "und drei weitere Staaten"."""
    if scene.phrasing.names(answer, stem):
        raise Stopped("gives_away")
    if _MORE.search(answer):
        raise Stopped("one_of_several")


def _refuse_unsure(scene: Scene, document: Document, claim: Claim, stem: str, slots: dict[str, str], *, loose: bool) -> None:
    """Raise Stopped for a question that names somebody twice, or of which nobody knows on what occasion it was. `loose`: of a
    meeting on no certain day."""
    if any(stem.count(person.name) > 1 for person in scene.people.within(document.article.id, claim.sentence)):
        raise Stopped("torn")  # "Nach dem Treffen mit X setzten X und Y ihre Gespräche fort"
    about = slots.get("about", "")
    beside = claim.also and claim.ask == "who" and not dated(stem, slots)
    if (claim.bare and not about) or (beside and not _at_one_meeting(scene, document.article, about)):
        raise Stopped("one_of_several")  # "Auch der Außenminister […] traf …": of which year?
    up_to_when = claim.present and claim.ask == "when" and not document.article.published  # "Seit wann steht …?"
    floating = (loose or claim.loose or up_to_when) and not about
    if floating or (claim.ask != "when" and not claim.loose and floats(document, claim, stem, slots)):
        raise Stopped("undated")
    if about and not anchored(scene, document, claim, about):
        raise Stopped("vague")


def _asked(scene: Scene, claim: Claim, value: str | None, mod: Mod | None) -> str:
    """The question word; for a date with the month or year in which it lies: "Auf welchen Tag im Juli 2018"."""
    if not value or claim.question_word not in _WHEN:
        return claim.question_word
    word = scene.phrasing.which_time(value, mod, planned=_WHEN[claim.question_word])
    return word if not _WHEN[claim.question_word] else f"{claim.question_word.split()[0]} {word.partition(' ')[2]}"


def _cloze(scene: Scene, document: Document, claim: Claim, answer: str, people: Sequence[Profile]) -> dict[str, str]:
    """The clause as a sentence with a gap, when it has one and names nowhere else what belongs there."""
    several = claim.group or len(people) > 1
    if (
        not claim.cloze
        or claim.also
        or claim.loose
        or (claim.ask != "who" and not claim.gapped)
        or (several and not claim.gapped)
    ):
        return {}
    try:
        text = fill(scene, document, claim, claim.cloze, people).text
        _gives_nothing_away(text, answer, people)
    except Stopped:
        return {}
    return {"cloze": (text[0].upper() + text[1:]).removesuffix(".")} if text.count("[…]") == 1 else {}


def _stand(scene: Scene, article: Article, answer: str) -> str:
    """ "Stand April 2019": dates a question about what somebody wants or must, or what is so; by the year alone where the month
    would be half of the date that is `answer`."""
    if not article.published:
        return ""
    month, year = (scene.phrasing.when_answer(str(article.published)[:end], None) for end in (_MONTH, _YEAR))
    return f"{scene.phrasing.as_of} {year if answer and month in answer else month}"


def _met_others(scene: Scene, article: Article, claim: Claim, partners: Sequence[Profile]) -> bool:
    """Whether the article knows that a person of the stem met somebody else as well, not at another place."""
    people = [scene.people.at(article.id, slot.span) for slot in claim.stem if isinstance(slot, Slot) and slot.what == "person"]
    met = [h for h in scene.events.all() if h.family == "meeting" and len(h.people) == 2 and any(p in people for p in h.people)]
    where = {h.place[1].span.of(article.text) for h in met if h.place}
    return len(where) < len(met) and any(p not in people and p not in partners for h in met for p in h.people)


def _met_before(scene: Scene, article: Article, claim: Claim) -> bool:
    """Whether the article told before of somebody else whom a person of the stem met."""

    def doers(one: Claim) -> set[str]:
        spans = [slot.span for slot in one.stem if isinstance(slot, Slot) and slot.what == "person"]
        return {person.name for span in spans if (person := scene.people.at(article.id, span))}

    before = [c for c in scene.claims[article.id] if c.rule == claim.rule and c.answer < claim.answer]
    return any(doers(one) & doers(claim) for one in before)


def _slots(claim: Claim, asked: str, stem: str) -> dict[str, str]:
    if claim.pattern in {"quote", "statement"}:
        return {"words": stem}
    return {"word": claim.question_word, "stem": stem} | ({"asked": asked} if claim.ask == "when" else {})


def _at_one_meeting(scene: Scene, article: Article, about: str) -> bool:
    """Whether a heading tells one meeting from others: it has a date, or names all who met."""
    main = scene.events.main(article.id)
    named = main is not None and len(main.people) > 1 and all(person.name in about for person in main.people)
    return named or bool(re.search(r"\d", about))


def _bag(stem: str) -> str:
    """The content words of a stem, sorted: what stays the same when its wording is polished."""
    return digest(" ".join(sorted({w.casefold() for w in re.findall(r"\w{4,}", stem)})))[:12]


def _answerers(scene: Scene, document: Document, claim: Claim) -> list[Profile]:
    article = document.article
    if claim.people:
        found = [scene.people.at(article.id, span) for span in claim.people]
        known = [p for p in found if p]
        if len(known) < len(found):
            raise Stopped("person_unknown")
    else:
        known = meant(scene, document, claim.sentence, claim.answer)
    if any(not p.full and not p.office for p in known):
        raise Stopped("surname_only")
    if any(p in known[:i] for i, p in enumerate(known)):
        raise Stopped("torn")  # one man by two of his offices
    return known


def _gives_nothing_away(stem: str, answer: str, people: Sequence[Profile]) -> None:
    words = {w.casefold() for p in people for name in (p.name, *p.aliases) for w in name.split() if len(w) > 2}
    words |= {w.casefold() for w in re.findall(r"[A-ZÄÖÜ]\w{2,}", answer)}
    asked = stem.casefold()
    if any(re.search(rf"\b{re.escape(w)}", asked) for w in words):
        raise Stopped("gives_away")
