"""Reported words without quotation marks before their reporting clause: "Die Lage sei ernst, sagte X".

They are put behind the question ("Wer sagte, die Lage sei ernst?"); words behind it are left to the rules for clauses.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from summitquiz.german.agreement import is_present
from summitquiz.german.attribution import words
from summitquiz.german.clauses import Clause
from summitquiz.german.cues import reported
from summitquiz.german.fronts import plural_verb
from summitquiz.german.reporting import verb_list
from summitquiz.german.restate import Restater
from summitquiz.german.segments import FINITE, segments_of
from summitquiz.german.subjects import find_subject
from summitquiz.german.vagueness import Unfit
from summitquiz.german.worth import refuse_torn
from summitquiz.model import Claim, Mention, Person, Quotation, Sentence, Span, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.view import View

_SO, _SAID = "so", "sagte"  # "…, so X": "Wer sagte, …?"
_ENDS = {",", ";", ":", "–"}  # of a clause


class _Speaker(NamedTuple):
    """Who speaks: the person's mention, or a body's words."""

    words: Span
    people: tuple[Span, ...]
    gender: str | None


def named(view: View, speaker: Span) -> list[tuple[Mention, Person]]:
    """The persons whom a speaker's words name, not their owner: "[X'] Sprecherin"."""
    return [(m, p) for m, p in view.people(speaker) if not (p.genitive and p.phrase.end < speaker.end)]


def sentence_at(view: View, span: Span) -> Sentence | None:
    """The first sentence that a span touches."""
    return next((s for s in view.document.sentences if s.span.overlaps(span)), None)


def find_reported(view: View, mention: Mention, quote: Quotation) -> Claim | None:
    """The claim that asks who said words that stand before their reporting clause; None where they stand elsewhere."""
    sentence = sentence_at(view, mention.span)
    verb = _verb_behind(sentence, quote.words) if sentence else None
    if sentence is None or verb is None or plural_verb(verb):
        return None
    speaker = _speaker(view, sentence, verb, quote)
    if speaker is None:
        return None
    said = [t for t in sentence.tokens if quote.words.covers(t.span)]
    subjunctive = _is_subjunctive(said)
    pattern = "clause" if subjunctive else "statement"  # an indicative is asked as the gist of what was said
    first = next((t for t in takewhile(lambda token: token.text != ",", said) if t.tag in FINITE), None)
    if not subjunctive and (first is None or not is_present(first)):
        return None  # "griffen an" may be reported or told
    claim = Claim(
        "who",
        pattern,
        speaker.words,
        sentence.span,
        mention.rule,
        people=speaker.people,
        question_word="Wer",
        group=not speaker.people,
    )
    restater = Restater(view, speaker.gender)
    restater.speaks = subjunctive and first is not None and not plural_verb(first)
    try:
        if said[0].tag in {"ADV", "PROAV"} or (said[0].tag == "PPER" and not subjunctive):
            raise Unfit("pointer")  # "Dabei sei es auch um … gegangen": without the first word the order breaks
        if subjunctive:
            if verb.text == _SO:
                restater.word(_SAID)
            else:
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
    if own and ((verb.lemma not in verb_list("of_oneself") and verb.text != _SO) or not speaker.people):
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


def _is_subjunctive(said: Sequence[Token]) -> bool:
    """Whether reported words are in the subjunctive, in their main clauses where they have a verb: not "von Erfolg, wie X
    behaupte, kann keine Rede sein"."""
    parts = [s.tokens[s.finite] for s in segments_of(said, ()) if s.finite is not None and not s.subordinate]
    return any(map(reported, parts or [t for t in said if t.tag in FINITE]))


def _speaker(view: View, sentence: Sentence, verb: Token, quote: Quotation) -> _Speaker | None:
    """The one person whom the reporting clause names, or the body: "teilte das russische Außenministerium mit"."""
    people = named(view, quote.speaker) if quote.speaker else []
    spoken = quote.subject or quote.speaker
    if spoken and len(people) == 1 and spoken.start >= verb.span.end:
        return _Speaker(spoken, (people[0][0].span,), people[0][1].gender or "m")
    if people:
        return None
    rest = tuple(t for t in _behind(sentence, verb) if t.tag != "PTKVZ")  # "das Ministerium mit" is no "mit"-phrase
    subject = find_subject(view, Clause((), verb, rest))
    if subject is None or not subject.group or _is_medium(subject.span.of(view.text)):
        return None
    return _Speaker(subject.span, (), None)


def _is_medium(body: str) -> bool:
    """Whether a body only passes on what others said: "meldete die Nachrichtenagentur Interfax"."""
    return any(word.lower().endswith(tuple(words("media"))) for word in body.split())


def _behind(sentence: Sentence, verb: Token) -> list[Token]:
    """What stands behind the verb, up to the next clause."""
    behind = [t for t in sentence.tokens if t.span.start > verb.span.end]
    return list(takewhile(lambda t: t.text not in _ENDS and t.tag != "$.", behind))


def _told_on(sentence: Sentence, verb: Token, speaker: Span) -> list[Token]:
    """What stands behind the verb, up to the next clause. Raises Unfit for an object: "…, begründete er [seine Weigerung]"."""
    clause = _behind(sentence, verb)
    if any(t.tag == "PPOSAT" and t.span.start == speaker.end + 1 for t in clause):
        raise Unfit("torn")
    return clause


def _verb_behind(sentence: Sentence, said: Span) -> Token | None:
    """The finite verb right behind the words and their comma, or the "so" that stands for it: "…, so X"."""
    behind = [t for t in sentence.tokens if t.span.start >= said.end]
    if len(behind) > 1 and behind[0].text == "," and (behind[1].tag == "VVFIN" or behind[1].text == _SO):
        return behind[1]
    return None
