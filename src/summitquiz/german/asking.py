"""A clause turned into a question: the question word, the verb, and the rest in the order that German wants."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from summitquiz.errors import FormError
from summitquiz.german.agreement import third_singular
from summitquiz.german.as_of import anchorable, counts_to_now, is_now, stands
from summitquiz.german.attachment import token_before
from summitquiz.german.circumstances import can_be_missed
from summitquiz.german.clause_ends import participle_last, source_of
from summitquiz.german.fronts import event_told_of, one_thing, plural_verb, subject_in_front
from summitquiz.german.gap_sentences import write_sentence
from summitquiz.german.groups import says_it, which_countries
from summitquiz.german.hung_on import closed_behind, tails
from summitquiz.german.links import one_after_another, others_too
from summitquiz.german.restate import HIM, Restater
from summitquiz.german.said_by import according_to
from summitquiz.german.subject_place import apposed, date_first, him_first, manner_last, needs_comma, subject_end
from summitquiz.german.timeline import signs
from summitquiz.german.vagueness import Unfit
from summitquiz.german.verbs import gathers, meets, plain_verb, says
from summitquiz.german.worth import length, names_something, refuse_torn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.clauses import Clause
    from summitquiz.german.subjects import Subject
    from summitquiz.german.view import View
    from summitquiz.model import Claim, Span, Stem, Token

_CUT = re.compile(r"\[…\], [a-zäöü]+\.?$")  # a comma that belonged to the answer: "in Washington, D. C., stattfinden"
_CIRCUMSTANCES = {"nachdem", "während", "weil", "obwohl", "obgleich", "da", "bevor", "als", "seit", "seitdem", "indem", "um"}


class Asker:
    """Asks one clause, for its subject or for an adverbial."""

    def __init__(self, view: View, clause: Clause, subject: Subject | None) -> None:
        self._clause, self._subject = participle_last(clause), subject
        gender = subject.gender if subject else None
        body = subject.span.of(view.text).lower() if subject and subject.group and not subject.plural else ""
        if body.startswith(("die ", "eine ")):
            gender = "f"  # "die Regierung … ihre"
        pronoun = subject.span if subject and subject.pronoun else None
        self._word = ""  # the question word
        self._opened = True  # whether the front field is written
        self._dated_behind = False  # whether only the clauses hung on behind say a day
        self._text = Restater(view, gender, subject.plural if subject else plural_verb(clause.verb), pronoun)
        self._text.subject_known = clause.lemma not in {"sein", "werden", "bleiben"} and (
            subject is not None or subject_in_front(view, clause)
        )
        self._text.says = says(clause.verb.lemma.lower())
        self._text.tail, self._text.times.now = clause.tail, is_now(clause)
        self._text.floating.signed = signs(view, clause)
        self._reflexive = [clause.reflexive.span] if clause.reflexive else []
        self._told = plain_verb(clause)
        self._source = source_of(view, clause)

    def for_subject(self, claim: Claim, subject: Subject) -> Claim:
        """The claim with its stem, asked with wer or welche."""
        return self._finish(
            claim, subject.span, (subject.group and which_countries(self._text.view, subject.span)) or subject.who
        )

    def for_adverbial(self, claim: Claim, gap: Span, word: str, behind: str = "") -> Claim:
        """The claim with its stem, asked with `word` for the words at `gap`; `behind` follows the gap of a sentence."""
        self._text.blank = f"[…] {behind}".rstrip()
        return self._finish(claim, gap, word)

    def _finish(self, claim: Claim, gap: Span, word: str) -> Claim:
        """Write the stem; when what hangs on behind or opens the clause is unfit or too long, and can be missed, without it."""
        gate, self._word = "", word
        self._text.last = claim.ask == "when" and counts_to_now(self._clause)
        found: list[Claim] = []
        if counts_to_now(self._clause) and not is_now(self._clause) and not self._text.view.document.article.published:
            return replace(claim, gate="undated")  # "als bisher letzter Bundeskanzler": up to when?
        if one_after_another(self._clause, gap):
            return replace(claim, gate="one_of_several")
        ways = tails(self._clause, self._subject, gap, word)
        opens = (self._subject and self._subject.front) or any(gap.covers(t.span) for t in self._clause.front)
        without = not opens and can_be_missed(self._clause.front, self._clause.lemma)
        for tail, self._opened in product(ways, (True, False) if without else (True,)):
            self._text.clear()
            try:
                if claim.gapped:
                    self._sentence(self._text, gap, tail)
                else:
                    self._write(gap, tail)
                stem = self._text.stem()
                refuse_torn(stem)
                needs = self._text.floating.gate(stem, dated=self._text.times.days > 0, placed=self._placed())
            except Unfit as unfit:
                gate = gate or unfit.gate
            except FormError:
                gate = gate or "form"
            else:
                cloze = stem if claim.gapped else self._cloze(claim, tail)
                if self._text.hers and not cloze:
                    gate = gate or "pronoun"  # "Wer hält an seiner Reise fest, auf der sie …"
                    continue
                asked = replace(
                    claim,
                    stem=stem,
                    gapped=claim.gapped or self._text.hers,
                    floating=needs,
                    bare=claim.bare or (self._dated_behind and claim.ask != "when"),
                    undefined=tuple(self._text.floating.nouns),
                    attribution=self._source,
                    cloze=cloze,
                    question_word=word,
                    also=others_too(self._clause, self._subject, gap, said=self._text.also),
                    stands=stands(self._clause),
                    present=is_now(self._clause) or word.startswith("Seit") or counts_to_now(self._clause),
                    anchor=claim.ask != "when"
                    and not self._text.times.dated
                    and anchorable(self._text.view, self._clause, self._subject),
                )
                found.append(asked)
        if not found:
            return replace(claim, gate=gate)
        best = next((one for one in found if not one.floating), found[0])
        clear = {"", best.floating} - {"too_little"}  # a headline may tell what the shorter one means
        rest = [one for one in found[found.index(best) + 1 :] if one.floating in clear and length(one.stem) < length(best.stem)]
        return replace(best, shorter=next((one for one in rest if names_something(one.stem)), None))

    def _placed(self) -> bool:
        """Whether it needs no place: somebody speaks, two meet, it has a day, or the clause has one."""
        told = not gathers(self._clause.lemma) and (self._text.says or self._text.times.days or meets(self._clause))
        return bool(told or self._text.view.places(self._clause.reach))

    def _write(self, gap: Span, tail: bool) -> None:
        asks_subject = self._subject is not None and gap == self._subject.span
        if asks_subject and self._clause.resumed and self._clause.field and gap.end >= self._clause.field[-1].span.end:
            raise Unfit("torn")  # "sprach Biden, der in Elmau weilte, mit Erdogan": the relative clause is the subject's
        self._text.hung = tail and bool(self._clause.tail)
        group = bool(self._subject and self._subject.group)
        if asks_subject and group and tail and says_it(self._clause.tail):
            raise Unfit("pronoun")
        many = self._word.endswith("Länder")
        self._text.one_country = self._word == "Welches Land"
        self._text.asked = asks_subject and not many and (group or (self._text.gender == "f" and not self._text.plural))
        self._text.subject_said = asks_subject or bool(self._subject and self._subject.front)
        self._text.announced = False  # by the front field: "Dazu sagte X, dass …" links to what was before
        self._verb(asks_subject)
        self._text.add([self._clause.reflexive] if self._clause.reflexive else ())
        if asks_subject:
            self._text.time_gap(self._clause.verb)
            self._say_source()
            front = [] if self._subject and self._subject.front else self._front()
            dated = date_first(self._text.view, self._clause.field) if front else 0
            if one_thing(self._clause):
                dated += him_first(self._clause, self._subject)  # "Wer hat [X] den Auftrag erteilt"
            self._text.add(self._clause.field[:dated])  # "am 25. April vor beiden Kammern", not the other way round
            self._text.add(front, lower_first=True)
            self._text.announced = tail and self._clause.announces
            self._text.add(self._clause.field[dated:], without=[gap, *self._reflexive])
        else:
            if self._clause.aside and any(t.text in HIM for t in self._clause.field):
                raise Unfit("pronoun")  # "X, der ihn empfing": of two names side by side nobody knows who is whose guest
            self._rest(gap)
        if self._text.times.days > 1:
            raise Unfit("two_dates")
        if not tail and closed_behind(self._clause):
            raise Unfit("torn")  # "hatte der Präsident, der seit Mai im Amt ist, Berlin besucht": its verb stands behind
        dated, days = self._text.times.dated, self._text.times.days
        self._text.add(self._clause.tail if tail else ())
        self._text.times.dated = dated  # what hangs on behind has dates of its own
        self._dated_behind = days == 0 < self._text.times.days

    def _front(self) -> Sequence[Token]:
        """The front field as it stands in a question; a clause there that only says when or why is left out."""
        front = self._clause.front
        if not self._opened or (self._clause.front_clause and front[0].text.lower() in _CIRCUMSTANCES):
            return ()
        told = event_told_of(front) if self._clause.front_clause else front
        if self._clause.front_clause and not told:
            raise Unfit("word_order")  # a condition, a relative clause: it would have to stand between commas
        return told

    def _verb(self, asks_subject: bool) -> None:
        subject = self._subject
        if asks_subject and subject and subject.group and subject.plural and not self._word.endswith("Länder"):
            self._text.word(third_singular(self._told))
        else:
            self._text.add([self._told])

    def _rest(self, gap: Span) -> None:
        """Subject, front field, middle field without the words at `gap`; a subject behind the verb stays there."""
        front, field, gaps = self._front(), self._clause.field, [gap, *self._reflexive]
        gaps += self._subject.whose(self._text.view.text) if self._subject else []
        in_front = bool(front) and gap.covers(front[0].span)
        if in_front and any(not gap.covers(t.span) for t in front):
            raise Unfit("word_order")
        if not self._subject:
            if one_thing(self._clause):
                raise Unfit("word_order")
            front, field = manner_last(self._clause, front, field)
            es = field[: int(field[:1] != () and field[0].text == "es")]
            self._text.add(es)  # "Wo gibt es im April"
            field = field[len(es) :]
            self._text.time_gap(self._clause.verb)
        timed = False  # whether the time is said before the front field
        if not in_front:
            end = subject_end(self._clause, self._subject)
            behind = next((k for k, token in enumerate(field) if token.span.end > end), len(field))
            behind += apposed(self._subject, self._text.view.text, field[behind:])
            him = field[: him_first(self._clause, self._subject)]
            if him and one_thing(self._clause):
                raise Unfit("word_order")  # "Den Auftrag hat ihm X erteilt": of two names side by side, which is whose?
            self._text.add(field[len(him) : behind], without=gaps)
            self._text.subject_said = self._text.subject_said or bool(him)
            field = (*him, *field[behind:])
            started = len(self._text.parts)
            if timed := bool(self._subject and front) and all(t.tag == "ADV" for t in front):  # "im Mai zunächst"
                self._text.time_gap(self._clause.verb)
            self._text.add(front, without=[gap], lower_first=True)
            if needs_comma(self._subject, self._text.view.text, [part for part, _ in self._text.parts[started:]]):
                self._text.comma()
        elif self._subject and field and self._subject.span.covers(field[0].span):  # before the date: "Wo traf X im Mai Y?"
            behind = next((k for k, token in enumerate(field) if token.span.start >= self._subject.span.end), len(field))
            behind += apposed(self._subject, self._text.view.text, field[behind:])
            self._text.add(field[:behind], without=gaps)
            field = field[behind:]
        if self._subject and not timed:
            self._text.time_gap(self._clause.verb)
        self._say_source()
        self._text.announced = self._text.hung and self._clause.announces
        self._text.add(field, without=gaps)

    def _say_source(self) -> None:
        """ "laut dem Außenministerium", where "Wie das Außenministerium mitteilte" stood in front."""
        if self._source:
            self._text.word(according_to(self._source))

    def _cloze(self, claim: Claim, tail: bool) -> Stem:
        """The clause in its own order with a gap for the answer; empty when it does not stand on its own so."""
        gap, clause = claim.gap or claim.answer, self._clause
        before = token_before(clause, gap)
        if before is not None and before.tag in {"ART", "APPRART"}:
            return ()  # "vom Sozialisten X": a noun of the answer's phrase went with it
        own = Restater(self._text.view, self._text.gender, self._text.plural, self._text.pronoun)
        own.says, own.subject_known = self._text.says, self._text.subject_known
        try:
            self._sentence(own, gap, tail)
            stem = own.stem()
            torn = any(isinstance(part, str) and _CUT.search(part) for part in stem)
            return () if torn or (own.floating.vague and not self._text.floating.vague) else stem
        except Unfit:
            return ()

    def _sentence(self, text: Restater, gap: Span, tail: bool) -> None:
        first = bool(self._subject and self._subject.front)
        write_sentence(text, self._clause, self._told, gap, tail=tail, opened=self._opened, subject_first=first)
