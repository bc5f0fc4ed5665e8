"""Facts from event mentions: who met whom, where, when and for how long."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from summitquiz.errors import FormError
from summitquiz.knowledge.differences import called_alike, is_indoors, is_single_day
from summitquiz.knowledge.event_people import WhoFacts
from summitquiz.knowledge.event_words import EventWords
from summitquiz.knowledge.scene import Scene, evidence, place_answer, source_in
from summitquiz.model import Kind, Modality, Place, Timex

if TYPE_CHECKING:
    from summitquiz.model import EventMention

_TWO = 2
# "nach fast dreijährigen Verhandlungen": so long they were
_AFTER = re.compile(r"\b(?:[Nn]ach|Abschluss|Ende) (?:[\w-]+ ){0,3}$")
_SAYING_WHERE = {"in", "auf", "an", "bei", "nach", "von"}
_ASKED: tuple[Modality, ...] = ("actual", "planned")


def enter_events(scene: Scene) -> None:
    """Turn every event that can be named into facts."""
    for happening in scene.events.all():
        if not happening.known:
            continue
        try:
            _Maker(scene, happening).enter()
        except FormError:
            first = happening.mentions[0]
            scene.abstain(scene.documents[first[0]].article, first[1].span, "form")


class _Maker(WhoFacts):
    """Makes the facts of one event."""

    def enter(self) -> None:
        """Enter what is known; a negated or merely possible event is asked about by nobody."""
        if self.modality not in _ASKED:
            article, mention = self.it.mentions[0]
            self.scene.abstain(self._article(article), mention.span, self.modality)
            return
        if not all(p.full or (p.office and self.scene.phrasing.is_ruler(p.office)) for p in self.it.people):
            article, mention = self.it.mentions[0]
            self.scene.abstain(self._article(article), mention.span, "surname_only")
            return
        slots = self._slots()
        floating = not slots["when"] and not slots["stand"]
        vague = not (self.it.people or self.it.group) or (self.it.family == "visit" and not self.it.adjective)
        if floating and self.it.whole:
            return  # nothing is asked of the talks; their meeting is entered itself
        named = bool(self.it.people or self.it.group) or self._in_title()  # not "der UN-Gipfel": in which year?
        opens = self.words.opens and named
        if not (opens or self.words.own_time()) if self.undated else floating and (vague or not self.words.opens):
            article, mention = self.it.mentions[0]
            self.scene.abstain(self._article(article), mention.span, "undated")  # which of the G8's summits?
            return
        self._who()
        self._where()
        self._when()
        self._how_long()

    def _in_title(self) -> bool:
        """Whether a headline, or an article's first sentence, has the event's noun."""
        for article, mention in self.it.mentions:
            document = self.scene.documents[article]
            text = document.article.text
            first = document.article.title or document.sentences[0].span.of(text)
            if mention.span.of(text).casefold() in first.casefold():
                return True
        return False

    def _where(self) -> None:
        passing = self.it.family == "visit" and self.modality == "actual" and not (self.words.opens or self._on_a_day())
        if self.it.named_by_place or self.it.family == "call" or passing:
            return  # the label says it; a call is at two places; in a month or a year many cities are visited
        for article, mention in self.it.mentions:
            found = self._mention(article, mention.place, Kind.PLACE)
            place = found.value if found else None
            if found is None or not isinstance(place, Place) or place.preposition not in _SAYING_WHERE:
                continue
            if place.preposition == "an" and place.kind in {"city", "country", "region"}:
                continue  # "der Gipfel scheiterte an Kaschmir"
            whither = self.it.family in {"visit", "arrival"}
            if (place.preposition == "nach" and not whither) or (place.preposition == "von" and whither):
                continue
            answer = place_answer(self.scene, self._article(article), found, whither)
            proof = evidence(self._article(article), found.span, mention.sentence, "de.event.place")
            kinds = {"city": place.kind == "city", "whole_country": place.kind == "country"}
            kinds["building"] = place.kind == "building" and place.preposition == "in"
            slots = self._slots() | {"country": place.country or ""} | {k: "yes" if so else "" for k, so in kinds.items()}
            slots["inside"] = self._inside(place)
            words = place.phrase.of(self._article(article).text)
            slots["which"] = self.scene.phrasing.which_place(
                place, words, whither=whither, exact=self.scene.documents[article].says_where_else(place)
            )
            elsewhere = self.it.place is not None and not called_alike(self.it.place, found)
            self._fact("where", "place", answer, proof, slots, apart="building" if elsewhere and is_indoors(found) else "")

    def _inside(self, place: Place) -> str:
        """In which country a city lies, where the country's forms are known."""
        with suppress(FormError):
            return self.scene.phrasing.place_in(self.scene.phrasing.country(place.country or ""))
        return ""

    def _when(self) -> None:
        for article, mention in self.it.mentions:
            found = self._mention(article, mention.time, Kind.TIME)
            if found and isinstance(found.value, Timex) and self.it.days and is_single_day(found.value):
                continue  # one of its days
            if found and isinstance(found.value, Timex) and found.value.resolved and not self.scene.phrasing.is_night(found):
                value = found.value.value.split("T")[0]
                if self.modality == "planned" and self.outlook.over(found.value):
                    self.scene.abstain(self._article(article), found.span, "reference_time")
                    continue  # planned for a day that is past: one of the two is read wrongly
                answer = self.scene.phrasing.when_answer(value, found.value.mod)
                asked = self.scene.phrasing.which_time(value, found.value.mod)
                there = self._place_words(whither=self.it.sort == "journey")  # "der Besuch in Polen", "die Reise nach Polen"
                if not there and len(self.it.people) == _TWO and not self.words.opens:
                    continue  # the two met on other days as well
                slots = self._slots() | {"place": there, "when": "", "asked": asked}
                slots["stand"] = "" if self.modality == "actual" or slots["first"] else self.words.stand()
                proof = evidence(self._article(article), found.span, mention.sentence, "de.event.time")
                self._fact("when", "time", answer, proof, slots, replace(found.value, value=value))

    def _how_long(self) -> None:
        for article, mention in self.it.mentions:
            found = self._mention(article, mention.duration, Kind.DURATION)
            if found and isinstance(found.value, Timex):
                value = found.value
                answer = self.scene.phrasing.length(value.value, value.mod, found.span.of(self._article(article).text))
                days = found.rule.endswith("adjective") and not value.value.startswith("PT")
                over = _AFTER.search(self._article(article).text[: found.span.start])
                words = EventWords(self.scene, self.it, mention)
                so_far = over and mention.modality == "planned"  # "nach dreijährigen Verhandlungen wollten sie …": they went on
                how = (
                    {"so_far": "yes"} if so_far else {"scheduled": "yes"} if days and not over else {}
                )  # "der zweitägige Besuch"
                slots = words.placed(words.slots(self.modality)) | how
                proof = evidence(self._article(article), found.span, mention.sentence, "de.event.length")
                slots |= self._about(slots, answer, proof)
                if self._floats(slots, proof) or (over and mention.modality not in _ASKED):
                    continue
                self.scene.enter(
                    "how_long",
                    "length",
                    f"{self.it.key}|{value.value}",
                    self.event,
                    answer,
                    proof,
                    slots,
                    value.value,
                    value.mod,
                    "actual" if mention.during or so_far else mention.modality,
                    self._source(article, mention),
                )

    def _source(self, article: str, mention: EventMention) -> str | None:
        return source_in(self.scene.documents[article], mention.sentence, mention.duration or mention.span) or self.attribution
