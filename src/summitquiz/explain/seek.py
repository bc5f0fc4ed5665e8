"""What CARD means on the command line: a card or fact by its id or its beginning, or a place in an article."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from summitquiz.errors import SummitquizError
from summitquiz.explain.row import one_line
from summitquiz.model import Fact, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from summitquiz.build import Built
    from summitquiz.model import Abstention

    Found = tuple[Built, Fact | Abstention]

_SHORTEST = 4  # characters of an id that may stand for the whole
_MOST = 5  # suggestions
_PLACE = re.compile(r"(.+):(\d{1,9})-(\d{1,9})", re.DOTALL)


def seek(wanted: str, decks: Sequence[Built]) -> list[Found]:
    """The facts and abstentions that `wanted` names, each with its deck: several at one place, or of one id in several decks.

    Raises SummitquizError when nothing is named so, or facts with different ids.
    """
    found = _by_id(decks, lambda name: name == wanted)
    if not found and len(wanted) >= _SHORTEST:
        found = _by_id(decks, lambda name: name.startswith(wanted))
    if not found and (place := _PLACE.fullmatch(wanted)):
        return _at(decks, place[1], Span(int(place[2]), int(place[3])))
    if not found:
        raise _unknown(wanted, decks)
    _refuse_several(wanted, [fact for _, fact in found])
    return [*found]


def place_of(article: str, span: Span) -> str:
    """A place as `summitquiz facts` prints it and `seek` reads it."""
    return f"{article}:{span.start}-{span.end}"


def _by_id(decks: Sequence[Built], fits: Callable[[str], bool]) -> list[tuple[Built, Fact]]:
    return [(built, fact) for built in decks for fact, names in _named(built) if any(fits(name) for name in names)]


def _named(built: Built) -> list[tuple[Fact, list[str]]]:
    """All facts with the ids under which they are known: their own and their card's."""
    cards = {id(one.fact): [one.card.id] for one in built.outcomes if one.card}
    return [(fact, [fact.id, *cards.get(id(fact), [])]) for fact in built.knowledge.facts]


def _at(decks: Sequence[Built], article: str, span: Span) -> list[Found]:
    """All that rests on the words at a place, or was left out there."""
    known = [(built, one) for built in decks for one in _known(built)]
    found = [(built, one) for built, one in known if (article, span) in _places(one)]
    if not found:
        raise _nothing_at(article, span, [place for _, one in known for place in _places(one)])
    return found


def _known(built: Built) -> list[Fact | Abstention]:
    """Facts, and what was left out before it was one: a fact that a gate stopped says so itself."""
    stopped = {one.abstention for one in built.outcomes}
    return [*built.knowledge.facts, *(left for left in built.abstained if left not in stopped)]


def _places(known: Fact | Abstention) -> list[tuple[str, Span]]:
    if isinstance(known, Fact):
        return [(one.article, one.span) for one in known.evidence]
    return [(known.article, known.span)]


def _refuse_several(wanted: str, facts: Sequence[Fact]) -> None:
    answers = {fact.id: fact.answer for fact in facts}
    if len(answers) > 1:
        near = _some(f"{name} ({answer})" for name, answer in answers.items())
        raise SummitquizError(f"{wanted!r} begins the ids of {len(answers)} facts: {near}; write more of the one you mean")


def _unknown(wanted: str, decks: Sequence[Built]) -> SummitquizError:
    ids = dict.fromkeys(fact.id for built in decks for fact in built.knowledge.facts)
    if len(wanted) < _SHORTEST:
        return SummitquizError(f"{wanted!r} is too short; write at least {_SHORTEST} characters of the id")
    near = _some(difflib.get_close_matches(wanted, ids, _MOST, cutoff=0.5))
    hint = f"; near are {near}" if near else ""
    return SummitquizError(f"no card or fact has an id that begins with {wanted!r}{hint}; `summitquiz facts` prints all ids")


def _nothing_at(article: str, span: Span, places: Sequence[tuple[str, Span]]) -> SummitquizError:
    """What to say of a place where nothing was found: the nearest ones of the article, or the articles there are."""
    here = sorted({known for name, known in places if name == article}, key=lambda known: _distance(known, span))
    if here:
        near = _some((place_of(article, known) for known in here[:_MOST]), len(here))
        return SummitquizError(f"nothing was found at {place_of(article, span)!r}; near are {near}")
    articles = _some(dict.fromkeys(name for name, _ in places)) or "none"
    return SummitquizError(f"nothing was found in an article {article!r}; articles with findings are {articles}")


def _distance(one: Span, other: Span) -> tuple[int, Span]:
    """How far two spans lie apart, in characters of their ends."""
    return abs(one.start - other.start) + abs(one.end - other.end), one


def _some(texts: Iterable[str], total: int = 0) -> str:
    """The first few of some texts, and a mark that there are more."""
    found = [one_line(text) for text in texts]
    return ", ".join(found[:_MOST]) + (", …" if max(total, len(found)) > _MOST else "")
