"""To whom something was said: before which assembly, in an interview with which medium.

Words: words/audiences.yaml.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.asking import Asker
from summitquiz.model import Claim, Sentence, Span, Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summitquiz.german.clauses import Clause
    from summitquiz.german.subjects import Subject
    from summitquiz.german.view import View

_OPENING, _CLOSING = set('„“»"‚«'), set('“”«"‘»')
_LONGEST = 8  # words of a medium's name, or of an assembly's
_NAMED = {"NE", "FM", "XY"}


def audiences(view: View, sentence: Sentence, clause: Clause, subject: Subject | None) -> Iterator[Claim]:
    """Claims for the assembly and the medium that the clause's own words are for; they answer in the words of the article."""
    yield from _before_whom(view, sentence, clause, subject)
    yield from _in_which_medium(view, sentence, clause, subject)


def _before_whom(view: View, sentence: Sentence, clause: Clause, subject: Subject | None) -> Iterator[Claim]:
    """ "hielt eine Rede vor dem Bundestag", "sprach vor der Vollversammlung der Vereinten Nationen"."""
    lists = lexicon.load("audiences")
    spoke = clause.lemma in lists["speaking"] or any(t.text.endswith(tuple(lists["speeches"])) for t in clause.field)
    for i, token in enumerate(clause.field if spoke else ()):
        behind = clause.field[i + 1 : i + 1 + _LONGEST]
        if token.text != "vor" or not behind or behind[0].text not in {"dem", "der"}:
            continue
        heads = [k for k, t in enumerate(behind) if t.text.lower().endswith(tuple(h.lower() for h in lists["assemblies"]))]
        if not heads or any(t.tag not in {"ART", "ADJA", "TRUNC", "KON", "NN"} for t in behind[: heads[-1]]):
            continue
        answer = Span(token.span.start, behind[_with_genitive(behind, heads[-1])].span.end)
        claim = Claim("where", "clause", answer, sentence.span, "de.clause.assembly", group=True)
        parliament = behind[heads[-1]].text.lower().endswith(tuple(p.lower() for p in lists["parliaments"]))
        yield Asker(view, clause, subject).for_adverbial(
            claim, answer, f"Vor welchem {'Parlament' if parliament else 'Gremium'}"
        )
        return


def _with_genitive(words: Sequence[Token], head: int) -> int:
    """The last word of an assembly's name with the genitive behind it: "der Vollversammlung der Vereinten Nationen"."""
    end = head
    if end + 1 < len(words) and words[end + 1].text in {"der", "des"}:
        end = next((k for k in range(end + 2, len(words)) if words[k].tag in {"NN", "NE"}), end)
    return end


def _in_which_medium(view: View, sentence: Sentence, clause: Clause, subject: Subject | None) -> Iterator[Claim]:
    """ "in einem Interview mit dem „Deutschlandfunk“", "im Gespräch mit der BBC"."""
    for words in (clause.front, clause.field):
        lower = [t.text.lower() for t in words]
        for i in range(len(words) - 3):
            opening = 2 if lower[i] == "in" and lower[i + 1] == "einem" else 1 if lower[i] == "im" else 0
            talk = lower[i + opening] if opening and i + opening + 1 < len(words) else ""
            if talk not in {"interview", "gespräch"} or lower[i + opening + 1] != "mit":
                continue
            name = _medium(words[i + opening + 2 :])
            if name is None:
                return
            gap = Span(words[i].span.start, name[1])
            claim = Claim("who", "clause", name[0], sentence.span, "de.clause.medium", gap=gap, group=True)
            asked = f"In einem {words[i + opening].text} mit welchem Medium"
            yield Asker(view, clause, subject).for_adverbial(claim, gap, asked)
            return


def _medium(words: Sequence[Token]) -> tuple[Span, int] | None:
    """The name of a medium behind "mit", and where its phrase ends: in quotation marks, or behind an article and its kind."""
    kinds = tuple(lexicon.load("audiences")["media"])
    i = next((k for k, t in enumerate(words) if t.tag not in {"ART", "ADJA"}), len(words))
    kind = i < len(words) and words[i].text.endswith(kinds)
    i += kind
    if i + 2 < len(words) and words[i].text in _OPENING:
        end = next((k for k in range(i + 1, min(len(words), i + _LONGEST)) if words[k].text in _CLOSING), None)
        return (Span(words[i + 1].span.start, words[end - 1].span.end), words[end].span.end) if end else None
    end = next((k for k in range(i, len(words)) if words[k].tag not in _NAMED), len(words))
    known = kind or any(t.text in lexicon.load("audiences")["known"] for t in words[i:end])
    return (Span(words[i].span.start, words[end - 1].span.end), words[end - 1].span.end) if end > i and known else None
