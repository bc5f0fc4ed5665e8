"""Quotations worth asking about: words that say something on their own, with a speaker who is sure.

Words in quotation marks are asked as they stand. Reported words before their reporting clause ("Die Lage sei ernst, sagte X")
are put behind the question ("Wer sagte, die Lage sei ernst?"); words behind it are left to the rules for clauses.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.agreement import is_present
from summitquiz.german.cues import reported
from summitquiz.german.fronts import plural_verb
from summitquiz.german.reporting import verb_list
from summitquiz.german.restate import Restater
from summitquiz.german.segments import FINITE
from summitquiz.german.vagueness import Unfit
from summitquiz.german.worth import refuse_torn
from summitquiz.model import Claim, Kind, Mention, Person, Quotation, Sentence, Span, Token

if TYPE_CHECKING:
    from summitquiz.german.view import View

_LOOSE = {"dahin", "damit", "dabei", "dadurch"}  # understood without what was said before
_ANNOUNCED = {"KOUS", "KOUI", "PWS", "PWAV", "PTKZU", "VVIZU"}  # of clauses that a "darüber" announces
_ENDS = {",", ";", ":", "–"}  # of a clause
_FEWEST, _MOST = 6, 40  # words of a quotation that can be recognised, and read in one breath
_MARKS = "„“”\"»«‚‘’›‹' "


@cache
def _pointers() -> frozenset[str]:
    lists = lexicon.load("vague")
    return frozenset(lists["pointers"]) - frozenset(lists["first_person"])


def find_quote_claims(view: View) -> list[Claim]:
    """Direct quotations with a speaker, asked as "Wer sagte: …?"; those that a gate stops carry its name."""
    found = []
    for mention in view.document.mentions:
        if mention.kind is not Kind.QUOTE or not isinstance(mention.value, Quotation):
            continue
        marked = view.text[mention.span.start] in _MARKS
        claim = _direct(view, mention, mention.value) if marked else _reported(view, mention, mention.value)
        if claim:
            found.append(claim)
    return found


def _direct(view: View, mention: Mention, quote: Quotation) -> Claim | None:
    sentence = _sentence(view, quote.subject or quote.speaker or mention.span)
    if sentence is None:
        return None
    words = quote.words.of(view.text).strip(_MARKS).rstrip(",.")
    claim = Claim("who", "quote", quote.subject or quote.speaker or mention.span, sentence.span, mention.rule)
    if quote.speaker is None:
        return replace(claim, gate="speaker_unknown")
    people = [m.span for m, _ in _named(view, quote.speaker)]
    if len(people) != 1:
        return replace(claim, gate="speaker_unknown")
    gate = _unfit(words) or _empty(view, quote.words)
    return replace(claim, people=tuple(people), stem=(f"„{_single(words)}“",), gate=gate)


def _named(view: View, speaker: Span) -> list[tuple[Mention, Person]]:
    """The persons whom a speaker's words name, not their owner: "[X'] Sprecherin"."""
    return [(m, p) for m, p in view.people(speaker) if not (p.genitive and p.phrase.end < speaker.end)]


def _reported(view: View, mention: Mention, quote: Quotation) -> Claim | None:
    """Words without marks, with their reporting clause behind them; None where they stand elsewhere."""
    sentence = _sentence(view, mention.span)
    if sentence is None or quote.speaker is None:
        return None
    verb = _verb_behind(sentence, quote.words)
    people = _named(view, quote.speaker)
    if verb is None or (quote.subject or quote.speaker).start < verb.span.end or plural_verb(verb) or len(people) != 1:
        return None
    said = [t for t in sentence.tokens if quote.words.covers(t.span)]
    subjunctive = any(reported(t) for t in said if t.tag in FINITE)
    pattern = "clause" if subjunctive else "statement"  # an indicative is asked as the gist of what was said
    first = next((t for t in takewhile(lambda token: token.text != ",", said) if t.tag in FINITE), None)
    if not subjunctive and (first is None or not is_present(first)):
        return None  # "griffen an" may be reported or told
    claim = Claim(
        "who",
        pattern,
        quote.subject or quote.speaker,
        sentence.span,
        mention.rule,
        people=(people[0][0].span,),
        question_word="Wer",
    )
    restater = Restater(view, people[0][1].gender or "m")
    restater.speaks = subjunctive and first is not None and not plural_verb(first)
    try:
        if said[0].tag in {"ADV", "PROAV"} or (said[0].tag == "PPER" and not subjunctive):
            raise Unfit("pointer")  # "Dabei sei es auch um … gegangen": without the first word the order breaks
        if subjunctive:
            restater.add([verb])
            restater.time_gap(verb)
            restater.add([t for t in _told_on(sentence, verb, claim.answer)[-1:] if t.tag == "PTKVZ"])
            restater.comma()
        restater.add(said, lower_first=subjunctive)
        stem = restater.stem()
        refuse_torn(stem)
        needs = restater.floating.gate(stem, dated=False, placed=True)
    except Unfit as unfit:
        return replace(claim, gate=unfit.gate)
    own = restater.his or restater.hers
    if own and verb.lemma not in verb_list("of_oneself"):
        return replace(claim, gate="pronoun")  # "bescheinigte ihm Trump": of another
    cloze = ("[…] ", *(part for part in stem if isinstance(part, str) or part.what != "time")) if own else ()
    return replace(
        claim,
        stem=stem,
        cloze=cloze,
        gapped=restater.hers,
        self_said=own,
        floating=needs,
        undefined=tuple(restater.floating.nouns),
    )


def _told_on(sentence: Sentence, verb: Token, speaker: Span) -> list[Token]:
    """What stands behind the verb, up to the next clause. Raises Unfit for an object: "…, begründete er [seine Weigerung]"."""
    behind = [t for t in sentence.tokens if t.span.start > verb.span.end]
    clause = list(takewhile(lambda t: t.text not in _ENDS and t.tag != "$.", behind))
    if any(t.tag == "PPOSAT" and t.span.start == speaker.end + 1 for t in clause):
        raise Unfit("torn")
    return clause


def _verb_behind(sentence: Sentence, words: Span) -> Token | None:
    """The finite verb right behind the words and their comma."""
    behind = [t for t in sentence.tokens if t.span.start >= words.end]
    if len(behind) > 1 and behind[0].text == "," and behind[1].tag in {"VVFIN"}:
        return behind[1]
    return None


def _empty(view: View, words: Span) -> str | None:
    """A few words without a verb before their first comma are a phrase that somebody used, no sentence that somebody said;
    "darüber", with no clause behind it, points to what was said before."""
    tokens = [t for s in view.document.sentences if s.span.overlaps(words) for t in s.tokens if words.covers(t.span)]
    first = takewhile(lambda token: token.text != ",", tokens)
    if any(
        t.tag == "PROAV" and t.text not in _LOOSE and not any(b.tag in _ANNOUNCED for b in tokens[i:])
        for i, t in enumerate(tokens)
    ):
        return "pointer"
    return None if any(t.tag in FINITE for t in first) else "too_little"


def _unfit(words: str) -> str | None:
    parts = re.findall(r"\w+", words)
    telling = [part for part in parts[1:] if part[0].isupper() or part[0].isdigit()]
    empty = all(part.startswith(tuple(lexicon.load("vague")["empty"])) for part in telling)
    few = len(parts) < _FEWEST - (len(telling) > 1 and not empty)  # "Es gibt keinen Planeten B"
    few = few or (len(telling) <= 1 and len(parts) <= _FEWEST)  # "Die Liste ist jetzt schon voll"
    if few or words[0].islower():  # a few words, or a piece of a sentence
        return "too_little"
    if len(parts) > _MOST:
        return "length"
    if len(telling) <= 1 and empty:
        return "too_little"  # "Wir hatten gute Gespräche"
    if "\n" in words or sum(map(words.count, "„»")) != sum(map(words.count, "“«")):
        return "torn"  # "„Über unsere Köpfe hinweg“ sei verhandelt worden": half of it is reported
    return (
        "pointer" if any(part.lower() in _pointers() | {"er", "sie", "ihm", "ihn", "ihr"} - {"Sie"} for part in parts) else None
    )


def _single(words: str) -> str:
    """Quotation marks inside a quotation are single ones."""
    return re.sub(r"[„»]([^“«]*)[“«]", r"‚\1‘", words)


def _sentence(view: View, span: Span) -> Sentence | None:
    return next((s for s in view.document.sentences if s.span.overlaps(span)), None)
