"""How one person is told from others who did the same: by the office that he alone held."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summitquiz.knowledge.stems import Stopped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.knowledge.persons import Profile
    from summitquiz.knowledge.scene import Scene
    from summitquiz.model import Article, Case, Claim

_CASES: dict[str, Case] = {"Wer": "nom", "Wen": "acc", "Mit wem": "dat", "Von wem": "dat"}


def told_apart(scene: Scene, article: Article, claim: Claim, stem: str, people: Sequence[Profile]) -> dict[str, str]:
    """ "Auch Außenminister Lawrow nahm teil": others did too, so the office tells him: "Welcher Außenminister …?".

    Nobody knows which of many meetings an article without a date means: there the office must be one that in all the time when
    it may have been written nobody else held. Raises Stopped where no office tells the person.
    """
    if claim.ask != "who" or not (claim.also or claim.loose):
        return {}
    gate = "one_of_several" if claim.also else "undated"
    case = _CASES.get("Wer" if claim.question_word == "Welches Land" else claim.question_word)
    if case is None or len(people) != 1 or not people[0].office:
        raise Stopped(gate)
    one, office = people[0], people[0].office
    if claim.loose and not by_office(scene, article, one, case):
        raise Stopped(gate)
    if one.gender == "f" and re.search(r"\bsein(?:e[mnrs]?)?\b", stem):
        raise Stopped("pronoun")  # "Welche Kanzlerin … seines Landes": the stem was made for wer
    before = claim.question_word.rpartition(" ")[0]
    which = scene.phrasing.which(office, one.gender, case)
    word = f"{before} {which[0].lower()}{which[1:]}" if before else which
    beside = claim.also and case == "nom"
    return {"word": word} | ({"also": f"{scene.phrasing.the_holder(office, one.gender)} […]"} if beside else {})


def by_office(scene: Scene, article: Article, one: Profile, case: Case) -> str:
    """ "Welcher russische Außenminister", where nobody else was so in all the time when an article without a date may have been
    written; "" otherwise."""
    sole = one.office and article.period and scene.phrasing.sole_holder(one.office, article.period, one.name)
    return scene.phrasing.which(one.office, one.gender, case) if sole and one.office else ""
