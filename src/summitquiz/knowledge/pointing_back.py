"""Which event a mention means that only points back: "das Treffen", "nach den Gesprächen", "nach langen Verhandlungen"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.knowledge.differences import called_otherwise, is_indoors, long_past, outlasts, places_differ
from summitquiz.knowledge.happening import FAMILY, PLACED, Happening
from summitquiz.knowledge.scene import tells_of_before
from summitquiz.model import Kind, Mention, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summitquiz.knowledge.persons import People, Profile
    from summitquiz.model import Document, EventMention

_NEAR = 2  # sentences that "das Treffen" may look back to one meeting among several
TALKING = {"meeting", "talks", "call"}  # families of events in which two talk: "das Gespräch" may be that of a meeting
_TWO = 2


class PointingBack:
    """Finds what a mention points back to among the events of the mentions read so far."""

    def __init__(self, people: People, mentions: Mapping[tuple[str, Span], Happening]) -> None:
        self._people, self._mentions = people, mentions

    def meant(self, document: Document, mention: EventMention) -> Happening | None:
        """What a bare "das Treffen" means: the only event of its family so far, or the one just spoken of."""
        article = document.article.id
        number = next(i for i, s in enumerate(document.sentences) if s.span == mention.sentence)
        near = document.sentences[max(0, number - _NEAR)].span.start
        paragraph = next(s for s in document.sentences if s.paragraph == document.sentences[number].paragraph).span.start
        family = FAMILY.get(mention.sort, mention.sort)
        families = PLACED if mention.plural and family in PLACED else {family}
        earlier, recent = list[Happening](), list[Happening]()
        for (where, span), happening in self._mentions.items():
            if where == article and span < mention.span and happening.family in families and happening.plural == mention.plural:
                if mention.plural and span.start < paragraph:
                    continue  # "die Gespräche" are many: only those of the same paragraph are meant
                earlier.append(happening) if happening not in earlier else None
                if span.start >= near and happening not in recent:
                    recent.append(happening)
        place = place_of(document, mention)
        earlier, recent = ([h for h in some if not places_differ(h.place, place)] for some in (earlier, recent))
        if mention.place and mention.phrase.covers(mention.place) and not is_indoors(place):
            fitting = [h for h in earlier if h.place]  # "das Treffen in Pittsburgh"
        else:
            fitting = earlier if len(earlier) == 1 else [h for h in recent if h.noun == mention.noun or len(recent) == 1]
        one = fitting[0] if len(fitting) == 1 else None
        return None if one and self._is_another(one, len(earlier) > 1, document, mention) else one

    def talks_of(self, document: Document, mention: EventMention) -> Happening | None:
        """The talks of the two who meet, "Die Gespräche dauerten", where the article has spoken of no other two."""
        if mention.sort not in TALKING or mention.topical or (mention.place and not is_indoors(place_of(document, mention))):
            return None  # a summit or a conference is more than the talks of two
        before = [h for (a, span), h in self._mentions.items() if a == document.article.id and span < mention.span]
        earlier = [h for h in before if h.family in TALKING and len(h.people) == _TWO and not h.whole]
        if len({frozenset(p.name for p in h.people) for h in earlier}) != 1:
            return None
        if self._others_between(document, earlier[0], mention) or self._at_edge(document, mention):
            return None
        whole = next((h for h in earlier if not h.adjective), earlier[0])
        if (mention.plural and whole.sort == "call") or called_otherwise(whole, mention) or outlasts(mention, whole):
            return None  # "die Gespräche" that a telephone call agreed on are to come
        return Happening(mention.noun, mention.sort, mention.plural, False, whole.people, time=whole.time, whole=whole)

    def spoken_after(self, document: Document, mention: EventMention, principals: list[Profile]) -> bool:
        """Whether one of the two who meet is named beside a talk of which nothing else is said: "sagte X nach einem gut
        einstündigen Gespräch"."""
        here = self._people.within(document.article.id, mention.sentence)
        alone = mention.duration is not None and mention.during and not (mention.people or mention.group or mention.place)
        return alone and bool(here) and all(person in principals for person in here)

    def lasted(self, article: str, mention: EventMention) -> Happening | None:
        """ "nach dreijährigen Verhandlungen" means the article's only "Friedensverhandlungen"."""
        if not mention.duration:
            return None
        alike = [h for (a, _), h in self._mentions.items() if a == article and h.plural == mention.plural]
        fitting = {id(h): h for h in alike if h.noun.lower().endswith(mention.noun.lower())}
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def _is_another(self, one: Happening, several: bool, document: Document, mention: EventMention) -> bool:
        """Whether a mention means another event than the one that fits; `several`: others were told before."""
        if one.people and self._others_between(document, one, mention):
            return True  # "Merkel sprach mit Erdogan. Die Begegnung dauerte": not that of Obama and Putin, told before
        told = [m.sentence for a, m in one.mentions if a == document.article.id]
        before = not (mention.adjectives or mention.time) and tells_of_before(document, mention.sentence)
        if before and not any(tells_of_before(document, sentence) for sentence in told):
            return True  # "Zuletzt trafen sich alle im August 2019. Das dreitägige Treffen endete": not this year's
        if len(one.people) == _TWO and not one.large and self._at_edge(document, mention):
            return True  # "am Rande des Treffens": two who meet have none
        if several and one.name and one.noun != mention.noun and not one.opens:
            return True  # "die Begegnung" behind the name of another summit: that, or what the article is about
        if outlasts(mention, one):
            return True  # "das zweitägige Treffen" behind a talk at its edge
        time = next((m for m in document.mentions if m.span == mention.time and m.kind is Kind.TIME), None)
        if one.opens and long_past(time, [document.article.published]):
            return True  # "die Wahl vom 7. Februar" is not the one that the article opens with
        compounds = mention.compound and any(m.compound for _, m in one.mentions)
        return one.noun != mention.noun and compounds  # "das Vierertreffen" is not the "EU-Gipfel"

    def _at_edge(self, document: Document, mention: EventMention) -> bool:
        """Whether "am Rande" stands before a mention: something happened beside it."""
        return document.article.text[: mention.phrase.start].endswith((" Rande ", " Rand "))

    def _others_between(self, document: Document, one: Happening, mention: EventMention) -> bool:
        """Whether a sentence behind the last mention of a meeting names two who are not of it, or its own only others."""
        article = document.article.id
        here = self._people.within(article, Span(mention.sentence.start, mention.span.start))
        if here and not any(p in one.people for p in here):
            return True  # "Peres war zu Gesprächen am Toten Meer, das Treffen dauerte vier Stunden"
        last = max((m.sentence.end for a, m in one.mentions if a == article and m.span < mention.span), default=0)
        between = (s.span for s in document.sentences if last <= s.span.start and s.span.end <= mention.sentence.start)
        others = ([p for p in self._people.within(article, span) if p not in one.people] for span in between)
        return any(len(two) >= _TWO for two in others)


def place_of(document: Document, mention: EventMention) -> Mention | None:
    """The place that a mention names, if any."""
    return next((m for m in document.mentions if m.span == mention.place and m.kind is Kind.PLACE), None)
