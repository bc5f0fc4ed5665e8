"""How one person is told from others who did the same: by the office that he alone held."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from summitquiz.errors import FormError
from summitquiz.knowledge.stopped import Stopped
from summitquiz.model import Period, Slot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.knowledge.persons import Profile
    from summitquiz.knowledge.scene import Scene
    from summitquiz.model import Article, Case, Claim

_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
_COLLOQUIAL = ("Kreml", "Élysée", "Elysée")  # "Mit welchem Kremlchef …?" nobody asks
_CASES: dict[str, Case] = {"Wer": "nom", "Wen": "acc", "Mit wem": "dat", "Von wem": "dat"}


def told_apart(
    scene: Scene, article: Article, claim: Claim, stem: str, people: Sequence[Profile], *, set_by_heading: bool
) -> dict[str, str]:
    """ "Auch Außenminister Lawrow nahm teil": others did too, so the office tells him: "Welcher Außenminister …?".

    An office without its country tells only where a heading has set the scene. Raises Stopped where no office tells the person.
    """
    if claim.ask != "who" or not claim.also:
        return {}
    case = _CASES.get("Wer" if claim.question_word == "Welches Land" else claim.question_word)
    if case is None or len(people) != 1 or not people[0].office:
        raise Stopped("one_of_several")
    one, office = people[0], people[0].office
    if not (office.country or office.of or set_by_heading):
        raise Stopped("one_of_several")  # "Welcher Kommissar …?"
    which = scene.phrasing.which(office, one.gender, case)
    if holding := _holding(scene, article, claim, one, stem):
        return holding
    if _made_for_wer(one, stem):
        raise Stopped("pronoun")
    return {"word": _behind_preposition(claim, which)}


def _behind_preposition(claim: Claim, which: str) -> str:
    """The question word by office with the preposition of the claim's own: "Mit wem" gives "Mit welchem Präsidenten"."""
    before = claim.question_word.rpartition(" ")[0]
    return f"{before} {which[0].lower()}{which[1:]}" if before else which


def by_office(scene: Scene, article: Article, one: Profile, case: Case) -> str:
    """ "Welcher russische Außenminister", where nobody else was so in all the time when the article may have been written;
    "" otherwise."""
    time = Period(article.published, article.published) if article.published else article.period
    formal = one.office and not one.office.title.startswith(_COLLOQUIAL)
    sole = formal and one.office and time and scene.phrasing.sole_holder(one.office, time, one.name)
    return scene.phrasing.which(one.office, one.gender, case) if sole and one.office else ""


def doer_by_office(scene: Scene, article: Article, claim: Claim, stem: str, people: Sequence[Profile]) -> dict[str, str]:
    """What tells by his office the one who did what others did as well; empty where no office does."""
    if claim.question_word != "Wer" or len(people) != 1:
        return {}
    word = by_office(scene, article, people[0], "nom")
    if word and (holding := _holding(scene, article, claim, people[0], stem)):
        return holding
    return {"word": word, "cloze": ""} if word and not _made_for_wer(people[0], stem) else {}


def partner_by_office(scene: Scene, article: Article, claim: Claim, people: Sequence[Profile]) -> dict[str, str]:
    """What tells by his office the one whom somebody met where many met; empty where no office does."""
    case = _CASES.get(claim.question_word)
    if case is None or len(people) != 1:
        return {}
    which = by_office(scene, article, people[0], case)
    return {"word": _behind_preposition(claim, which)} if which else {}


def _holding(scene: Scene, article: Article, claim: Claim, one: Profile, stem: str) -> dict[str, str]:
    """ "Wer sprach [als russischer Außenminister] in Genf?", where the stem has room for it; empty otherwise, and of another
    year than the article's: what he was then, nobody says."""
    if article.published and {year[0] for year in _YEAR.finditer(stem)} - {str(article.published)[:4]}:
        return {}
    room = any(isinstance(part, Slot) and part.what == "time" for part in claim.stem)
    if claim.question_word != "Wer" or not room or one.office is None or _made_for_wer(one, stem):
        return {}
    with suppress(FormError):
        return {"holding": scene.phrasing.holding(one.office, one.gender), "cloze": ""}
    return {}


def _made_for_wer(one: Profile, stem: str) -> bool:
    """Whether a stem says "sein" of a woman: "Welche Kanzlerin … seines Landes"."""
    return one.gender == "f" and bool(re.search(r"\bsein(?:e[mnrs]?)?\b", stem))
