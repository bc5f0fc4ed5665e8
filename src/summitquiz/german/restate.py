"""A clause in other words: without its answer, people by full name, dates absolute, links to the text dropped.

What cannot be understood without the article makes the clause unfit, with the gate's name.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from summitquiz.german.afterwards import behind_later
from summitquiz.german.agreement import of_infinitive
from summitquiz.german.both_countries import both_countries
from summitquiz.german.datings import Datings
from summitquiz.german.floating import Floating, tells_which
from summitquiz.german.identified import refuse_own_talks, told_behind
from summitquiz.german.links import follows_on, is_link, says_also, shifts_time
from summitquiz.german.nouns import article_case, event_noun, full_preposition
from summitquiz.german.people_nouns import may_own
from summitquiz.german.segments import FINITE, quoted_at
from summitquiz.german.vagueness import Unfit, refuse_vague, words
from summitquiz.german.worth import merged
from summitquiz.model import Case, Person, Slot, Span, Stem, Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summitquiz.german.view import View

_CLOCKS = {"Ortszeit", "MEZ", "MESZ"}  # left of a time of day that falls away
HIM = {"ihn", "ihm"}
_THIS = {"diese": "die", "dieser": "der", "dieses": "das", "diesem": "dem", "diesen": "den"}
_THAT = {"jene": "die", "jener": "der", "jenes": "das", "jenem": "dem", "jenen": "den"}
_PAIR = 2  # a name and its comma


class Restater:
    """Rewrites runs of tokens.

    `gender` and `plural` are those of the clause's subject, to which er, sie, sein and ihr may then refer; `pronoun` is where
    the subject itself is a pronoun, to be filled with a name.
    """

    def __init__(self, view: View, gender: str | None, plural: bool = False, pronoun: Span | None = None) -> None:
        self.view, self.gender, self.plural = view, gender, plural
        self.pronoun = pronoun
        self.hung = self.announced = False  # whether clauses hang on behind, and are announced here: "darauf, dass"
        self.also = False  # whether "auch" was left out: others did the same
        self.times = Datings(view)
        self.subject_said = False  # whether the subject stands before all objects, or is asked for: a name shows no case
        self.tail: Sequence[Token] = ()  # the clauses hung on behind
        self.says = self.last = False  # whether the clause reports what somebody said; or is asked for when it last was so
        self.subject_known = False  # whether the clause has its nominative: another noun phrase is none
        self.asked = self.one_country = False  # whether the subject is asked for by "wer", masculine; or by "welches Land"
        self.speaks = False  # whether these are the subject's own words: "er" is who says so
        self.hers = self.his = False  # whether a "sie" or "er" in them means who is asked for
        self.blank = "[…]"  # what stands for the words at the gap
        self.parts: list[tuple[str | Slot, bool]] = []  # with: a blank stands before it
        self.floating = Floating()

    def clear(self) -> None:
        """Begin anew."""
        self.parts.clear()
        self.floating.clear()
        self.times.clear()
        self.also = self.hers = self.his = False

    def stem(self) -> Stem:
        """The parts so far, blanks and contractions in place."""
        if self.parts and self.parts[0][0] == ",":
            raise Unfit("torn")
        parts: list[str | Slot] = []
        for part, blank in self.parts:
            if blank and parts:
                parts.append(" ")
            parts.append(part)
        return merged(parts)

    def word(self, text: str) -> None:
        """Add a word that the article does not have in this form."""
        self.parts.append((text, True))

    def time_gap(self, at: Token) -> None:
        """Leave room for the date behind `at`."""
        self.parts.append((Slot(at.span, "time"), True))

    def comma(self) -> None:
        """Add a comma."""
        self.parts.append((",", False))

    def add(
        self, tokens: Sequence[Token], without: Iterable[Span] = (), lower_first: bool = False, gap: Span | None = None
    ) -> None:
        """Add tokens in order but those inside `without`; the words at `gap` become […]. Raises Unfit."""
        left_out = list(without)
        i = 0
        while i < len(tokens):
            token = tokens[i]
            if gap and gap.covers(token.span):
                self.parts += [(self.blank, True)] * (token.span.start == gap.start)
                i += 1 + self._closes(tokens, i + 1, [gap])
            elif any(span.covers(token.span) for span in left_out):
                i += 1 + self._closes(tokens, i + 1, left_out)
            else:
                i = self._next(tokens, i, lower_first and i == 0)

    def _closes(self, tokens: Sequence[Token], i: int, left_out: Sequence[Span]) -> bool:
        """Whether the comma at `i` closes an apposition inside what was left out before it."""
        if i >= len(tokens) or tokens[i].text != ",":
            return False
        return any(span.end == tokens[i - 1].span.end and "," in span.of(self.view.text) for span in left_out)

    def _next(self, tokens: Sequence[Token], i: int, lower: bool) -> int:
        """Add what begins at `i`, whatever it is; the index behind it."""
        dated = self.times.add(self.parts, tokens, i, self._blank_before(tokens, i))
        gap = dated or self._person(tokens, i) or self._both(tokens, i) or self._event(tokens, i)
        return gap or self._plain(tokens, i, lower)

    def _blank_before(self, tokens: Sequence[Token], i: int) -> bool:
        start = tokens[i].span.start
        return tokens[i].text not in {",", ":", ";"} and (i == 0 or not start or self.view.text[start - 1].isspace())

    def _person(self, tokens: Sequence[Token], i: int) -> int | None:
        if self.pronoun and tokens[i].span.start == self.pronoun.start:
            self.parts.append((Slot(self.pronoun, "person"), self._blank_before(tokens, i)))
            return next((k for k in range(i, len(tokens)) if tokens[k].span.start >= self.pronoun.end), len(tokens))
        reach = Span(tokens[i].span.start, tokens[-1].span.end)
        for mention, person in self.view.people(reach):
            span = mention.span if person.name else person.phrase
            if span.start > tokens[i].span.start:
                return None
            if span.start == tokens[i].span.start and self._apposed(tokens, i, person):
                return None
            if span.start == tokens[i].span.start:
                case: Case = "gen" if person.genitive or (not person.name and self._genitive(tokens, i, person)) else "nom"
                self.parts.append((Slot(mention.span, "person", case), self._blank_before(tokens, i)))
                end = next((k for k in range(i, len(tokens)) if tokens[k].span.start >= span.end), len(tokens))
                apposed = "," in span.of(self.view.text) and end < len(tokens) and tokens[end].text == ","
                return end + apposed  # the comma behind an apposition goes with it
        return None

    def _both(self, tokens: Sequence[Token], i: int) -> int | None:
        """ "beider Länder", "zwischen den beiden Staaten": a gap for the countries of the two who meet."""
        found = both_countries(tokens, i)
        if found is None:
            return None
        case, end = found
        self.parts.append((Slot(Span(tokens[i].span.start, tokens[end - 1].span.end), "countries", case), True))
        return end

    def _apposed(self, tokens: Sequence[Token], i: int, person: Person) -> bool:
        """Whether an office only says what the person before its comma is: "X, der Präsident Argentiniens"."""
        if person.name or i < _PAIR or tokens[i - 1].text != ",":
            return False
        reach = Span(tokens[0].span.start, tokens[i - 2].span.end)
        return any(m.span.end == reach.end and p.name for m, p in self.view.people(reach))

    def _genitive(self, tokens: Sequence[Token], i: int, person: Person) -> bool:
        """Whether an office without a name stands in the genitive: "die Meinung der deutschen Kanzlerin"."""
        word = tokens[i].text.lower()
        after_noun = i > 0 and tokens[i - 1].tag in {"NN", "NE"}
        named = after_noun and any(p.name for _, p in self.view.people(tokens[i - 1].span))
        if named and word == "der" and person.gender == "f":
            raise Unfit("torn")  # "hatte Gauck der Kanzlerin vorgeschlagen": a dative
        return word in {"des", "eines", "seines", "ihres"} or (
            after_noun and word in {"der", "seiner", "ihrer"} and person.gender == "f"
        )

    def _event(self, tokens: Sequence[Token], i: int) -> int | None:
        """A bare "das Treffen" or "dieses Treffen": a gap for the event's full label."""
        word = _THIS.get(tokens[i].text.lower(), tokens[i].text.lower())
        refuse_own_talks(self.view, tokens, i)
        if i + 1 >= len(tokens) or tokens[i].tag not in {"ART", "APPRART", "PDAT"} or word.startswith("ein") or word == "ins":
            return None  # "ins Gespräch gebracht": no event
        found = event_noun(tokens[i + 1].text)
        if not found or found[0].named or told_behind(self.view, tokens, i + 2):
            return None
        case: Case | None = "dat"
        if tokens[i].tag == "APPRART":
            self.parts.append((full_preposition(word), self._blank_before(tokens, i)))
        else:
            case = article_case(word, found[0].gender, found[1], governed=i > 0 and tokens[i - 1].tag.startswith("APPR"))
        if case is None:
            raise Unfit("vague")
        if case == "nom" and (of_infinitive(tokens, i) if tokens[i] in self.tail else self.subject_known):
            case = "acc"  # "Bush verließ die Konferenz"
        self.parts.append((Slot(tokens[i + 1].span, "event", case), True))
        return i + 2

    def _behind(self, token: Token) -> bool:
        """Whether a word stands behind the clause, and opens no aside in it: ", ebenfalls in Genf, mit …"."""
        aside = any(t.text == "," for t in self.tail[2:]) or all(t.tag not in FINITE for t in self.tail)
        return token in self.tail and not (aside and token == self.tail[1])

    def _plain(self, tokens: Sequence[Token], i: int, lower: bool) -> int:
        token = tokens[i]
        if later := behind_later(self.view, tokens, i):
            self.times.dated = True
            return later
        self.also = self.also or (says_also(token) and not (i and tokens[i - 1].text == ","))  # ", auch in Erinnerung an …"
        further = token.text.lower() == "weiter" and self.says and token not in self.tail  # "sagte in Genf weiter, …"
        kept = self.last and token.text.lower() == "zuletzt"
        if further or token.text in _CLOCKS or (not kept and is_link(tokens, i, self.announced)):
            opening = bool(i) and (tokens[i - 1].text == "," or tokens[i - 1].tag == "KON")
            clause_opens = opening and i + 1 < len(tokens) and tokens[i + 1].tag in FINITE
            if clause_opens or (token.text == "aber" and token in self.tail) or (i and tokens[i - 1].tag == "APPR"):
                raise Unfit("torn")  # "war geplant, wurde dann aber verschoben", "von dort": without it the two do not fit
            self.floating.dropped(token)
            self.times.dated = self.times.dated or shifts_time(token)
            between = bool(i) and tokens[i - 1].text == "," and i + 1 < len(tokens) and tokens[i + 1].text == ","
            if i and tokens[i - 1].text == "," and not between and not self._behind(token):
                raise Unfit("torn")  # ", ebenfalls in Genf,": without its first word no aside
            return i + 1 + between
        if token.text in HIM and token.tag == "PPER" and token not in self.tail and self.subject_said:
            self.parts.append((Slot(token.span, "person"), self._blank_before(tokens, i)))
            return i + 1
        if (token.text.lower() in words("first_person") and quoted_at(tokens, i)) or follows_on(tokens, i):
            self.parts.append((token.text, self._blank_before(tokens, i)))
            return i + 1
        if token.tag == "PPER":
            self._own_pronoun(token)
        if token.text in _THAT and tells_which(self.tail):
            self.parts.append((_THAT[token.text], self._blank_before(tokens, i)))
            return i + 1  # "unterschrieben jenen Vertrag, über den …"
        refuse_vague(tokens, i, self.gender, self.plural, self.announced)
        self.floating.note(self.view, tokens, i, self.tail if self.hung else ())
        token = self._his(tokens, i)
        if token.tag == "PPOSAT" and i and token.text[0].isupper() and not quoted_at(tokens, i):
            token = replace(token, text=token.text.lower())  # "schloss Russland aus Ihrer Gruppe aus"
        text = token.text if not lower or token.tag in {"NN", "NE"} else token.text[0].lower() + token.text[1:]
        self.parts.append((text, self._blank_before(tokens, i)))
        return i + 1

    def _own_pronoun(self, token: Token) -> None:
        """Look at a pronoun; in what hangs on behind, and in what somebody says, it may mean the subject. Raises Unfit."""
        word = token.text.lower()
        thing = word == "es" and self.subject_said and not self.hung  # "hat es abgesagt": what?
        if not (token in self.tail or self.speaks):
            if thing or word not in {"es", "sich", "man"}:
                raise Unfit("pronoun")  # of its own subject a clause says "sich"
        elif (self.asked or self.speaks) and not self.plural:
            self.hers = self.hers or (self.gender == "f" and word == "sie")
            self.his = self.his or (self.gender == "m" and word in {"er", *HIM})

    def _his(self, tokens: Sequence[Token], i: int) -> Token:
        """The word at `i`, "sein" for the "ihr" of who is asked for: "Wer hat die Bereitschaft [seines] Landes erklärt?"

        Raises Unfit where a noun in the plural or a feminine one before it may own it: "dankte den Amerikanern für ihre Hilfe".
        """
        token = tokens[i]
        hers = self.asked and token.tag == "PPOSAT" and token.text.lower().startswith("ihr")
        theirs = any(t.tag == "ART" and t.text == "die" for t in takewhile(lambda t: t != token, self.tail))
        two = hers and self.plural and not self.one_country and token not in self.tail
        self.hers = self.hers or two  # "Wer hat seinen Streit beigelegt?" is not asked of two
        if two or not hers or (token in self.tail and (self.plural or theirs)):  # "… , die USA hielten sich an ihre Gesetze"
            return token
        if any(a.text.lower() in {"die", "den", "der"} and may_own(b) for a, b in pairwise(tokens[:i])):
            raise Unfit("pronoun")
        return replace(token, text="sein" + token.text[3:])
