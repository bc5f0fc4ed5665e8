"""For how long: the questions that a main clause answers about lengths of time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.asking import Asker
from summitquiz.german.attachment import ends_phrase, in_attribute, token_before, token_behind
from summitquiz.german.first_since import resumed
from summitquiz.german.timeline import times_in
from summitquiz.german.verbs import goes_on
from summitquiz.model import Claim, Kind, Sentence, Span, Token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summitquiz.german.clauses import Clause
    from summitquiz.german.subjects import Subject
    from summitquiz.german.view import View

_FOCUS = {"insgesamt", "nur", "lediglich", "bloß", "gerade", "immerhin", "zusammen", "noch", "schon", "bereits"}
_WITHIN = {"binnen", "innerhalb"}
_SHIFTED = frozenset(
    "länger kürzer mehr weniger vor nach später früher zuvor danach darauf davor alt entfernt".split()
)  # "zwei Stunden später"


def how_long(view: View, sentence: Sentence, clause: Clause, subject: Subject | None) -> Iterator[Claim]:
    """How long it lasted or has lasted: "sprachen rund zwei Stunden miteinander", "Seit einem Jahr fliegen …"."""
    some = clause.aside and clause.front[:1] != () and clause.front[0].text.startswith("ein")
    for mention, value in times_in(view, clause, Kind.DURATION) if not some else ():  # "ein Gespräch, das … dauerte": which?
        clause = _uncompared(clause, mention.span)
        before, behind = token_before(clause, mention.span), token_behind(clause, mention.span)
        since = before is not None and before.text.lower() == "seit" and not resumed(clause, before)
        if before is not None and in_attribute(clause, Span(before.span.start, mention.span.end)):
            continue  # "ihrer seit 55 Jahren geteilten Länder"
        if since and before is not None and view.document.article.published and value.resolved:
            gap, rule, word = Span(before.span.start, mention.span.end), "de.clause.since", "Seit wie langer Zeit"
        elif _lasts(clause, before, behind) and "X" not in value.value:
            long = behind is not None and behind.text == "lang"
            end = behind.span.end if behind and long else mention.span.end
            gap, rule, word = Span(mention.span.start, end), "de.clause.length", "Wie lange"
        elif before is not None and before.text.lower() == "während" and "X" not in value.value:
            gap, rule, word = Span(before.span.start, mention.span.end), "de.clause.during", "Wie lange"
        else:
            continue
        gap = _with_focus(clause, gap)
        if _free(view, clause, gap, subject):
            claim = Claim("how_long", "clause", mention.span, sentence.span, rule, gap=gap)
            asked = Asker(view, clause, subject).for_adverbial(claim, gap, word)
            by_headline = clause.lemma == "dauern" and asked.floating == "too_little"  # "Wie lange dauerte der Festakt?"
            yield replace(asked, floating="", bare=True) if by_headline else asked
            return


def _with_focus(clause: Clause, gap: Span) -> Span:
    """A length with the adverbs right before it that only weigh it: "[insgesamt nur] rund 15 Stunden"."""
    before = token_before(clause, gap)
    while before is not None and before.text.lower() in _FOCUS:
        gap = Span(before.span.start, gap.end)
        before = token_before(clause, gap)
    return gap


def _uncompared(clause: Clause, length: Span) -> Clause:
    """Without what compares a length: "dauerte eine Stunde [und damit länger als geplant]", "dauerte [mit] vier Stunden [eine
    länger als vorgesehen]"."""
    at = next((i for i, t in enumerate(clause.field) if t.span.start >= length.end), len(clause.field))
    behind = [t.text.lower() for t in clause.field[at : at + 2]]
    first = next((i for i, t in enumerate(clause.field) if length.covers(t.span)), 0)
    of_many = clause.field[first - 1].text == "mit" if first else False
    if of_many and any(t.text.lower() in _SHIFTED for t in clause.field[at:]):
        return replace(clause, field=(*clause.field[: first - 1], *clause.field[first:at]), tail=())
    if behind[:1] in (["und"], ["also"]) and behind[1:2] in (["damit"], ["somit"], ["also"]):
        return replace(clause, field=clause.field[:at], tail=())
    return clause


def after_how_long(view: View, sentence: Sentence, clause: Clause, subject: Subject | None) -> Iterator[Claim]:
    """How long went on what came before: "Nach rund 16-stündigen Verhandlungen haben sich … verständigt"."""
    front = clause.front
    if clause.front_clause or len(front) < 3 or front[0].text != "Nach" or front[-1].tag != "NN":
        return
    for mention, value in view.times(Kind.DURATION, Span(front[0].span.start, front[-2].span.end)):
        between = [t for t in front[1:-1] if not mention.span.covers(t.span)]
        if mention.span.end != front[-2].span.end or any(t.tag != "ART" for t in between) or "X" in value.value:
            continue
        if front[-2].tag == "NN":
            continue  # "Nach zehn Wochen Luftkrieg": after_what_time knows such states
        ending = _strong_dative(front[1].text.lower() if between else "", front[-2].text)
        claim = Claim("how_long", "clause", mention.span, sentence.span, "de.clause.after")
        gap = Span(front[0].span.start, front[-1].span.end)
        yield Asker(view, clause, subject).for_adverbial(claim, gap, f"Nach wie lang{ending} {front[-1].text}")


def after_what_time(view: View, sentence: Sentence, clause: Clause, subject: Subject | None) -> Iterator[Claim]:
    """How long it took until an end or an agreement, "endeten nach 16 Stunden ohne Ergebnis", or how long something had gone on
    before: "wurden nach 400 Tagen Haft entlassen"."""
    lists = lexicon.load("lasting")
    for mention, value in times_in(view, clause, Kind.DURATION):
        before, behind = token_before(clause, mention.span), token_behind(clause, mention.span)
        if before is None or before.text.lower() != "nach" or "X" in value.value or (behind and behind.text in _SHIFTED):
            continue
        ending = lists["states"].get(behind.text) if behind and behind.tag == "NN" else None
        end = behind.span.end if behind and ending else mention.span.end
        claim = Claim("how_long", "clause", mention.span, sentence.span, "de.clause.after")
        gap = Span(before.span.start, end)
        if behind and ending:
            yield Asker(view, clause, subject).for_adverbial(claim, gap, f"Nach wie lang{ending} {behind.text}")
        elif clause.lemma in lists["ending"] and (behind is None or behind.tag not in {"NN", "NE", "ADJA"}):
            yield Asker(view, clause, subject).for_adverbial(claim, gap, "Nach wie langer Zeit")


def within_what_time(view: View, sentence: Sentence, clause: Clause, subject: Subject | None) -> Iterator[Claim]:
    """In what time from then on: "will binnen 150 Tagen eine Konferenz ausrichten", "innerhalb von zwei Wochen"."""
    for mention, value in times_in(view, clause, Kind.DURATION):
        before = token_before(clause, mention.span)
        ahead = token_before(clause, before.span) if before is not None and before.text.lower() == "von" else None
        first = ahead or before
        if first is None or first.text.lower() not in _WITHIN or "X" in value.value:
            continue
        gap = Span(first.span.start, mention.span.end)
        claim = Claim("how_long", "clause", mention.span, sentence.span, "de.clause.within", gap=gap)
        yield Asker(view, clause, subject).for_adverbial(claim, gap, "Binnen welcher Frist")
        return


def for_how_long(view: View, sentence: Sentence, clause: Clause, subject: Subject | None) -> Iterator[Claim]:
    """For what time something is meant to last: "übernimmt für ein Jahr den Vorsitz", "reiste für drei Tage nach Moskau"."""
    for mention, value in times_in(view, clause, Kind.DURATION):
        before, behind = token_before(clause, mention.span), token_behind(clause, mention.span)
        counted = behind is not None and behind.tag in {"NN", "NE", "ADJA"}  # "für zwei Jahre Haft"
        if before is None or before.text.lower() != "für" or "X" in value.value or counted:
            continue
        gap = Span(before.span.start, mention.span.end)
        claim = Claim("how_long", "clause", mention.span, sentence.span, "de.clause.for", gap=gap)
        yield Asker(view, clause, subject).for_adverbial(claim, gap, "Für wie lange")
        return


def _strong_dative(determiner: str, adjective: str) -> str:
    """The ending of an adjective without an article, by what the noun phrase shows: einem zweistündigen → langem."""
    if determiner:
        return {"m": "em", "r": "er", "n": "en"}[determiner[-1]]
    return adjective[-2:]


def _free(view: View, clause: Clause, gap: Span, subject: Subject | None) -> bool:
    """Whether a length is not that of a noun before it: "Gespräche seit einem Jahr"."""
    ahead = token_before(clause, gap)
    if ahead is None or ahead.tag != "NN" or ends_phrase(view, ahead, subject):
        return True
    reach = Span(clause.tokens[0].span.start, ahead.span.end)
    places = [m for m, _ in (*view.places(reach), *view.venues(reach))]
    return any(m.span.end == ahead.span.end for m in (*places, *view.within(Kind.ORGANISATION, reach)))


def _lasts(clause: Clause, before: Token | None, behind: Token | None) -> bool:
    """Whether a length without a preposition says how long: beside "lang", or a verb of what goes on."""
    if behind is not None and behind.text == "lang":
        return True
    alone = behind is None or (behind.tag not in {"NN", "NE", "ART", "ADJA"} and behind.text not in _SHIFTED)
    return alone and goes_on(clause) and not (before and before.tag.startswith(("APPR", "ART", "ADJA")))
