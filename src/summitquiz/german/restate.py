"""A clause put into other words: its answer taken out, its people full-named, its dates absolute, its links to the text dropped.

What cannot be understood without the article (a pronoun, "dort", "das Abkommen") makes the clause unfit, with the gate's name.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from summitquiz.errors import FormError
from summitquiz.german import lexicon
from summitquiz.german.forms import GermanForms
from summitquiz.german.nouns import event_noun
from summitquiz.model import Case, Kind, Mention, Person, Slot, Span, Stem, Timex, Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summitquiz.german.view import View

_FORMS = GermanForms()
_POINT_PREPOSITIONS = {"", "am", "im", "in", "an", "zu"}
_BINDING = {",", "und", "alle", "allen", "aller", "keine", "keinen", "unter", "viele", "vielen", "mehrere", "mehreren", "einige", "einigen"}
_AFTERWARDS = {"später", "zuvor", "danach", "darauf", "davor"}
_TIME_WORDS = {"ART", "PDAT", "APPR", "APPRART", "ADJA"}
_ARTICLE_CASES: dict[str, tuple[Case, ...]] = {
    "das": ("nom",),
    "dem": ("dat",),
    "den": ("acc",),
    "des": ("gen",),
    "die": ("nom",),
}


class Unfit(Exception):
    """The clause cannot be asked; `gate` says why."""

    def __init__(self, gate: str) -> None:
        super().__init__(gate)
        self.gate = gate


@cache
def _vague(group: str) -> frozenset[str]:
    return frozenset(lexicon.load("vague")[group])


class Restater:
    """Rewrites runs of tokens.

    `gender` and `plural` are those of the clause's subject, to which er, sie, sein and ihr may then refer; `pronoun` is where the
    subject itself is a pronoun, to be filled with a name.
    """

    def __init__(self, view: View, gender: str | None, plural: bool = False, pronoun: Span | None = None) -> None:
        self.view = view
        self.gender = gender
        self.plural = plural
        self.pronoun = pronoun
        self.also = False  # whether "auch" was left out: others did the same
        self.dated = False  # whether a time stands in what was rewritten
        self.parts: list[tuple[str | Slot, bool]] = []  # with: a blank stands before it

    def clear(self) -> None:
        """Begin anew."""
        self.parts.clear()
        self.dated = self.also = False

    def stem(self) -> Stem:
        """The parts so far, blanks and contractions in place."""
        parts: list[str | Slot] = []
        for part, blank in self.parts:
            if blank and parts:
                parts.append(" ")
            parts.append(part)
        return _merge(parts)

    def word(self, text: str) -> None:
        """Add a word that the article does not have in this form."""
        self.parts.append((text, True))

    def comma(self) -> None:
        """Add a comma."""
        self.parts.append((",", False))

    def add(self, tokens: Sequence[Token], without: Iterable[Span] = (), lower_first: bool = False, gap: Span | None = None) -> None:
        """Add tokens in order but those inside `without`; the words at `gap` become […]. Raises Unfit."""
        left_out = list(without)
        i = 0
        while i < len(tokens):
            token = tokens[i]
            if gap and gap.covers(token.span):
                if token.span.start == gap.start:
                    self.parts.append(("[…]", True))
                i += 1
            elif any(span.covers(token.span) for span in left_out):
                i += 1
            else:
                i = self._next(tokens, i, lower_first and i == 0)

    def _next(self, tokens: Sequence[Token], i: int, lower: bool) -> int:
        """Add what begins at `i`, whatever it is; the index behind it."""
        return self._time(tokens, i) or self._person(tokens, i) or self._event(tokens, i) or self._plain(tokens, i, lower)

    def _blank_before(self, tokens: Sequence[Token], i: int) -> bool:
        start = tokens[i].span.start
        return start > 0 and self.view.text[start - 1].isspace() if tokens[i].text not in {",", ":", ";"} else False

    def _time(self, tokens: Sequence[Token], i: int) -> int | None:
        """Rewrite a time adverbial that starts at `i`; the index behind it, None when none starts there."""
        here = self._adverbial(tokens, i)
        if here is None:
            return None
        (_, value), preposition, end = here
        self.dated = True
        if value.resolved and not value.anchored and preposition not in {"am", "im"}:
            return None
        if preposition not in _POINT_PREPOSITIONS:
            raise Unfit("relative_date") if value.anchored else Unfit("date_form")
        if value.resolved:
            try:
                self.parts.append((_FORMS.date(date_part(value.value), value.mod), self._blank_before(tokens, i)))
            except FormError as error:
                raise Unfit("date_form") from error
        else:
            self.dated = value.type == "TIME"
        return end

    def _adverbial(self, tokens: Sequence[Token], i: int) -> tuple[tuple[Mention, Timex], str, int] | None:
        j = i
        while j < len(tokens) and j < i + 3 and tokens[j].tag in _TIME_WORDS and not self._time_at(tokens[j]):
            j += 1
        if j >= len(tokens):
            return None
        found = self._time_at(tokens[j])
        if found is None:
            return None
        end = next((k for k in range(j, len(tokens)) if tokens[k].span.start >= found[0].span.end), len(tokens))
        first = tokens[i].text.lower()
        preposition = first if tokens[i].tag in {"APPR", "APPRART"} and j > i else ""
        if j > i and not preposition:
            return None
        return found, preposition, end

    def _time_at(self, token: Token) -> tuple[Mention, Timex] | None:
        reach = Span(token.span.start, token.span.start + 80)
        return next(((m, v) for m, v in self.view.times(Kind.TIME, reach) if m.span.start == token.span.start), None)

    def _person(self, tokens: Sequence[Token], i: int) -> int | None:
        if tokens[i].span == self.pronoun:
            self.parts.append((Slot(tokens[i].span, "person"), self._blank_before(tokens, i)))
            return i + 1
        reach = Span(tokens[i].span.start, tokens[-1].span.end)
        for mention, person in self.view.people(reach):
            span = mention.span if person.name else person.phrase
            if span.start > tokens[i].span.start:
                return None
            if span.start == tokens[i].span.start:
                case: Case = "gen" if person.genitive or (not person.name and self._genitive(tokens, i, person)) else "nom"
                self.parts.append((Slot(mention.span, "person", case), self._blank_before(tokens, i)))
                return next((k for k in range(i, len(tokens)) if tokens[k].span.start >= span.end), len(tokens))
        return None

    def _genitive(self, tokens: Sequence[Token], i: int, person: Person) -> bool:
        """Whether an office without a name stands in the genitive: "die Meinung der deutschen Kanzlerin"."""
        word = tokens[i].text.lower()
        after_noun = i > 0 and tokens[i - 1].tag in {"NN", "NE"}
        return word in {"des", "eines", "seines", "ihres"} or (after_noun and word in {"der", "seiner", "ihrer"} and person.gender == "f")

    def _event(self, tokens: Sequence[Token], i: int) -> int | None:
        """A bare "das Treffen": a gap for the event's full label."""
        if i + 1 >= len(tokens) or tokens[i].tag not in {"ART", "APPRART"} or tokens[i].text.lower().startswith("ein"):
            return None
        found = event_noun(tokens[i + 1].text)
        if not found or found[0].named or self._identified(tokens, i + 2) or self._placed(tokens, i + 2):
            return None
        word = tokens[i].text.lower()
        if tokens[i].tag == "APPRART":
            self.parts.append((_PREPOSITIONS.get(word, word), self._blank_before(tokens, i)))
            case: Case | None = "dat"
        else:
            case = article_case(word, found[0].gender, found[1], tokens[i - 1] if i else None)
        if case is None:
            raise Unfit("vague")
        self.parts.append((Slot(tokens[i + 1].span, "event", case), True))
        return i + 2

    def _identified(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether the words from `i` on tell an event from others: a genitive, "zwischen", "von" or "mit" and a name."""
        if i >= len(tokens):
            return False
        word = tokens[i].text.lower()
        if word in {"von", "mit", "bei"}:
            reach = Span(tokens[i].span.end, tokens[i].span.end + 60)
            return any(min(p.phrase.start, m.span.start) <= tokens[i].span.end + 1 for m, p in self.view.people(reach))
        return tokens[i].tag in {"NE"} or word in {"der", "des", "zwischen", "eines", "einer", "über", "zur", "zum", "für"}

    def _placed(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether a place stands right behind the noun: "an den Gesprächen in Wien"."""
        if i >= len(tokens):
            return False
        reach = Span(tokens[i].span.start, tokens[i].span.end + 60)
        return any(place.phrase.start == tokens[i].span.start for _, place in self.view.places(reach))

    def _plain(self, tokens: Sequence[Token], i: int, lower: bool) -> int:
        token = tokens[i]
        word = token.text.lower()
        if token.tag == "NN" and i + 1 < len(tokens) and tokens[i + 1].text.lower() in _AFTERWARDS:
            return i + 2  # "Stunden später": after what, only the article tells
        if word in _vague("links") and token.tag in {"ADV", "PROAV", "KON", "ADJD"} and not _comparison(tokens, i):
            self.also = self.also or word in {"auch", "ebenfalls", "ebenso", "sogar"}
            return i + 1
        self._refuse(tokens, i, word)
        text = token.text if not lower or token.tag in {"NN", "NE"} else token.text[0].lower() + token.text[1:]
        self.parts.append((text, self._blank_before(tokens, i)))
        return i + 1

    def _refuse(self, tokens: Sequence[Token], i: int, word: str) -> None:
        token = tokens[i]
        before = tokens[i - 1] if i else None
        bound = before is not None and (before.tag == "CARD" or before.text.lower() in _BINDING)
        if word in _vague("pointers") and not (bound and word.startswith(("ander", "weiter"))) and not (word in {"deren", "dessen"} and bound):
            raise Unfit("pointer")
        if token.tag == "PROAV" and not any(t.text == "," for t in tokens[i + 1 :]):
            raise Unfit("pointer")
        if token.tag in {"PPER", "PPOSAT"} and not self._own(word):
            raise Unfit("pronoun")
        definite = i and tokens[i - 1].text.lower() in {
            "der",
            "die",
            "das",
            "dem",
            "den",
            "des",
            "am",
            "im",
            "zum",
            "zur",
            "vom",
            "beim",
            "ins",
        }
        if definite and token.text in _vague("nouns") and not (i + 1 < len(tokens) and _complement(tokens[i + 1])):
            raise Unfit("vague")

    def _own(self, word: str) -> bool:
        """Whether a pronoun can mean the clause's own subject."""
        if word in {"es", "sich", "man"}:
            return True
        if word.startswith("ihr") and word not in {"ihr", "ihm", "ihn", "ihnen"}:
            return self.plural or self.gender == "f"
        if word.startswith("sein"):
            return not self.plural and self.gender != "f"
        return word.startswith(("er", "ihm", "ihn")) if self.gender == "m" else self.gender == "f" and word.startswith(("sie", "ihr"))


_PREPOSITIONS = {"beim": "bei", "im": "in", "am": "an", "zum": "zu", "zur": "zu", "vom": "von"}
_CONTRACTIONS = {
    "bei dem ": "beim ",
    "in dem ": "im ",
    "an dem ": "am ",
    "zu dem ": "zum ",
    "zu der ": "zur ",
    "von dem ": "vom ",
}


def contract(text: str) -> str:
    """A preposition at the start contracted with its article: "bei dem Treffen" → "beim Treffen"."""
    for long, short in _CONTRACTIONS.items():
        if text.startswith(long):
            return short + text.removeprefix(long)
    return text


def date_part(value: str) -> str:
    """A TIMEX3 value without its time of day: 2008-03-26TMO → 2008-03-26."""
    return value.split("T")[0] if not value.startswith("P") else value


def article_case(word: str, gender: str, plural: bool, before: Token | None) -> Case | None:
    """The case that a definite article shows; None when it stays open."""
    if word == "der":
        if gender == "m" and not plural:
            return "nom"
        return "dat" if before is not None and before.tag.startswith("APPR") else "gen"
    if word == "den" and plural:
        return "dat"
    return _ARTICLE_CASES.get(word, (None,))[0]


def _complement(token: Token) -> bool:
    """Whether a token opens what tells a noun from others of its kind: a genitive, a name, a relative clause, "von", "zwischen"."""
    return token.tag in {"NE", "CARD"} or token.text.lower() in {
        "der",
        "des",
        "von",
        "vom",
        "zwischen",
        "eines",
        "einer",
        "mit",
        "über",
        "zur",
        "zum",
        "in",
        "im",
        "für",
        "gegen",
    }


def _comparison(tokens: Sequence[Token], i: int) -> bool:
    """ "so groß wie", "sowohl … als auch", "nicht nur …, sondern auch": not a link to the text before."""
    return any(t.text.lower() in {"wie", "dass", "sondern", "sowohl", "weder"} for t in tokens)


def _merge(parts: Sequence[str | Slot]) -> Stem:
    merged: list[str | Slot] = []
    for part in parts:
        if isinstance(part, str) and merged and isinstance(merged[-1], str):
            merged[-1] += part
        else:
            merged.append(part)
    return tuple(merged)


def gender_of(people: Sequence[Mention]) -> str | None:
    """The gender of a single person, None when there are several or it is not known."""
    values = [m.value for m in people if isinstance(m.value, Person)]
    return values[0].gender if len(values) == 1 else None
