"""Whether an adverbial of a clause stands by itself or belongs to the noun before it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.nouns import event_noun
from summitquiz.german.people_nouns import is_for_people
from summitquiz.model import Kind, Span, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.clauses import Clause
    from summitquiz.german.subjects import Subject
    from summitquiz.german.view import View

ACCUSATIVES = {"den", "das", "die", "einen", "eine", "ein", "sein", "seine", "ihr", "ihre"}  # before an object
_BEFORE_ADVERBIAL = {"VVFIN", "VAFIN", "VMFIN", "ADV", "ADJD", "PRF", "PPER", "PROAV"}
_OPENING = {"ART", "PPOSAT", "PDAT", "PIAT"}
_INSIDE = {"APPR", "APPRART", "ADV", "ADJD", "ADJA", "CARD", "PTKA"}  # between an article and its noun, in an attribute
_OF_PHRASE = {"ART", "ADJA", "PPOSAT", "CARD"}
_GOVERNING = {"APPR", "APPRART", "CARD"}
_PARTICIPLE = re.compile(r"(?:t|en|nd)e[mnrs]?\Z")
_NEAR = 60  # characters
_ACCUSATIVE = re.compile(r"(?:(?:in|auf|an) (?:die|den|das|sein|ihr|eine?n?)|ins|ans|aufs)\b", re.IGNORECASE)


def ends_phrase(view: View, token: Token, subject: Subject | None) -> bool:
    """Whether an adverbial may begin behind this word: a verb, an adverb, the subject, a time, a name, what one signs.

    Any other noun claims it: "die Truppen in Mali".
    """
    own = subject is not None and subject.span.covers(token.span)
    if token.text == "," and subject is not None and subject.span.end == token.span.start:
        return True  # it closes the subject's apposition
    apposed = own and subject is not None and "," in Span(subject.span.start, token.span.start).of(view.text)
    if token.tag in _BEFORE_ADVERBIAL or (own and not (apposed and token.tag == "NN")):
        return True  # not in "saß X, Chef des Geheimdienstes [in Seoul], am Tisch"
    if token.tag == "NN" and token.text.lower().endswith(_documents()):
        return True
    reach = Span(token.span.start - _NEAR, token.span.end)
    if any(m.span.end == token.span.end for m, _ in view.times(Kind.TIME, reach)):
        return True
    return token.tag == "NE" and any(m.span.end == token.span.end for m, _ in view.people(reach))


def leads(phrase: str) -> bool:
    """Whether the words for a place say whither, by their accusative: "in die Hauptstadt", "ins Kanzleramt"."""
    return _ACCUSATIVE.match(phrase) is not None


def is_verbs(clause: Clause, before: Token, *, going: bool) -> bool:
    """Whether the verb itself asks for a place, whatever noun stands before it: "kamen die Chefs der EU [in Brüssel] zusammen",
    "flog zum Treffen mit X [nach Kairo]".

    Not so behind nouns with a place of their own: "traf den Botschafter in Wien", "beendete seine Reise nach Kairo".
    """
    lists = lexicon.load("attachment")
    if before.tag not in {"NN", "NE"}:
        return False
    noun = before.text.lower()
    if going:
        return not noun.endswith(tuple(lists["ways"]))
    if noun.endswith(tuple(lists["placed"])) or event_noun(before.text):
        return False
    met = clause.lemma in lists["seated"] and (before.tag == "NE" or is_for_people(noun))
    return met or clause.lemma in lists["arriving"]


def token_before(clause: Clause, span: Span) -> Token | None:
    """The word of the clause right before `span`; a relative clause begins with its pronoun, not with what that stands for."""
    begins = (clause.verb, *clause.field) if clause.aside else (*clause.front, clause.verb, *clause.field)
    before = [t for t in begins if t.span.end <= span.start]
    return before[-1] if before else None


def phrase_of(clause: Clause, noun: Token) -> list[Token]:
    """The words of a noun phrase up to its noun, and in front the word right before them: "auf das neue Gesetz"."""
    words = [t for t in (*clause.front, clause.verb, *clause.field) if t.span.end <= noun.span.end]
    start = next((k for k in range(len(words) - 2, -1, -1) if words[k].tag not in _OF_PHRASE), 0)
    return words[start:]


def token_behind(clause: Clause, span: Span) -> Token | None:
    """The word of the clause right behind `span`."""
    words = [t for t in (*clause.front, clause.verb, *clause.field) if t.span.start >= span.end]
    return min(words, key=lambda t: t.span.start, default=None)  # a subordinate clause has its verb last


def venue_before(clause: Clause, span: Span) -> Span | None:
    """The words for a building right before a city, with their preposition: "[im Präsidentenpalast] in Hanoi"."""
    words = [t for t in (*clause.front, *clause.field) if t.span.end <= span.start]
    if not words or words[-1].tag != "NN" or not words[-1].text.lower().endswith(_venues()):
        return None
    start = next((k for k in range(len(words) - 2, -1, -1) if words[k].tag not in {"ADJA", "ART", "NE"}), -1)
    inside = start >= 0 and words[start].text.lower() in {"im", "in", "auf", "am"}
    return Span(words[start].span.start, words[-1].span.end) if inside else None


def in_attribute(clause: Clause, span: Span) -> bool:
    """Whether words stand between an article and the participle of its noun: "ein [für Ende Juni] vorgesehener Gipfel"."""
    words = [*clause.front, clause.verb, *clause.field]
    left = _opener([t for t in words if t.span.end <= span.start])
    right = [t for t in words if t.span.start >= span.end]
    head = next((k for k, t in enumerate(right) if t.tag not in {*_INSIDE, "NE"}), len(right))
    participle, noun = right[head - 1 : head], right[head : head + 1]
    opened = left is not None and left.tag in _OPENING and left.text.lower() != "am"
    closed = [t.tag for t in (*participle, *noun)] == ["ADJA", "NN"] and _PARTICIPLE.search(participle[0].text)
    return opened and bool(closed)


def _opener(words: Sequence[Token]) -> Token | None:
    """The last of the words that is no part of an attribute's adverbials: "das [am Sonntag in Kairo] erwartete Urteil"."""
    k = len(words) - 1
    while k >= 0:
        length = k > 1 and words[k].tag == "NN" and words[k - 1].tag == words[k - 2].tag == "ART"  # "ein [eine Woche zuvor] …"
        if not (length or words[k].tag in _INSIDE or (k and words[k].tag == "NN" and words[k - 1].tag in _GOVERNING)):
            break
        k -= 2 if length else 1
    return words[k] if k >= 0 else None


@cache
def _documents() -> tuple[str, ...]:
    return tuple(lexicon.load("attachment")["documents"])


@cache
def _venues() -> tuple[str, ...]:
    return tuple(lexicon.load("places")["venues"])


def travels(clause: Clause, noun: Token) -> bool:
    """Whether a noun that no preposition governs means those who come from elsewhere: "haben die Minister [in Chengdu] …"."""
    first = phrase_of(clause, noun)[0]
    free = first.tag not in {"APPR", "APPRART", "KON"} and noun.tag == "NN"
    return free and noun.text.lower().endswith(tuple(lexicon.load("attachment")["travelling"]))
