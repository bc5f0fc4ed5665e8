"""Sentences → words with part of speech and lemma: an exact tokeniser and the HanTa tagger."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from summitquiz.model import Span, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

# Longest first: abbreviations of single letters, numbers, words with hyphens and apostrophes, dots, any other sign. A full
# stop with a blank and more sentence after it ends no sentence: it belongs to an ordinal, an initial or an abbreviation.
WORD = re.compile(
    r"""
      (?:https?://|www\.)[^\s<>"]+
    | (?:[^\W\d_]\.){2,}                              # z.B.  D.C.  U.S.
    | \d+(?:\.\d+)*\.(?=[ ,]\ ?[^\W_]|[/–-]\d)        # 24. April  24./25. April  24.4. und
    | (?:[IVXLC]+|[^\W\d_]{1,4})\.(?=[ ,]\ ?[^\W_])     # Elisabeth II. von  George W. Bush  Dr. Meier
    | \d+(?:[.,:]\d+)*[^\W\d_]*(?:-[^\W_]+)*           # 14.30  1.000  2,5  2:1  20-jährige  90er-Jahre
    | [A-ZÄÖÜ]{2,}/[A-ZÄÖÜ]{2,}(?:-[^\W_]+)+           # CDU/CSU-Bundestagsfraktion
    | [^\W_]+(?:[-'’][^\W_]+)*-?                       # Vier-Augen-Gespräch  O'Neill  US-
    | \.{2,}
    | \S
    """,
    re.VERBOSE,
)
NOUNS = {"NNA": "NN", "NNI": "NN"}
MOST_WORDS = 400  # a longer sentence is no prose: it is not worth the tagger's time
MOST_LETTERS = 40  # the tagger's cost grows with the cube of a word's length; its end decides the tag
PRONOUNS = frozenset(("er", "sie", "es", "ihn", "ihm"))
SAME = str.maketrans("„“”»«‚‘›‹’–—", '"""""""""\'--') | {ord("…"): "..."}  # typographic signs as the tagger learned them


def tokenise(text: str, sentence: Span) -> list[Span]:
    """The words and signs of a sentence, in order; together they cover all of it but the blanks."""
    return [Span(*match.span()) for match in WORD.finditer(text, sentence.start, sentence.end)]


def tag(words: Sequence[str]) -> list[tuple[str, str]]:
    """Part of speech (STTS) and lemma for each word of one sentence."""
    if not words or len(words) > MOST_WORDS:
        return [("XY", word) for word in words]
    plain = [word.translate(SAME)[-MOST_LETTERS:] for word in words]
    tags = _tagger().tag_sent(plain, taglevel=0)
    named = ("NE" if _is_patronymic(words, i) else name for i, name in enumerate(tags))
    return [_reading(word, name) for word, name in zip(words, named, strict=True)]


def _is_patronymic(words: Sequence[str], i: int) -> bool:
    """Whether "bin" stands in a name, Mohammed bin Salman, and is no form of sein."""
    around = words[max(0, i - 1) : i + 2]
    return words[i] == "bin" and len(around) == 3 and around[0][0].isupper() and around[0] != "Ich" and around[2][0].isupper()


def tokens(text: str, sentence: Span) -> tuple[Token, ...]:
    """The tagged tokens of one sentence."""
    spans = tokenise(text, sentence)
    words = [span.of(text) for span in spans]
    return tuple(Token(span, word, *pair) for span, word, pair in zip(spans, words, tag(words), strict=True))


@lru_cache(maxsize=100_000)
def _reading(word: str, name: str) -> tuple[str, str]:
    """Tag and lemma of a word that HanTa tagged `name`. What a number is, its form says better than the tagger."""
    if word[0].isdigit() and word.strip("0123456789.,:") == "":
        return ("ADJA" if word[-1] == "." else "CARD"), word
    if name == "CARD" and word[0].isupper() and word[-1].isdigit():
        return "NE", word  # "die Minister der G20"
    if word in PRONOUNS and name == "FM":
        return "PPER", word  # beside a foreign name: "traf er Guy Parmelin"
    return _stts(name), _lemma(word, name)


def _stts(name: str) -> str:
    """HanTa writes VV(FIN) and ADJ(A), and has tags of its own for nouns made of adjectives and infinitives."""
    return name if name[0] == "$" else NOUNS.get(name, name.replace("(", "").replace(")", ""))


def _lemma(word: str, name: str) -> str:
    """The lemma of a word's last part after what stands before its last hyphen; names and acronyms stay as they are."""
    head, hyphen, last = word.rpartition("-")
    if name == "NE" or not last.isalpha() or last.isupper() or len(last) > MOST_LETTERS:
        return word
    lemma = str(_tagger().analyze(last, pos=name)[0])
    if name in NOUNS and lemma == last:
        lemma = str(_tagger().analyze(last, pos="NN")[0])  # "Vetomächte", taken for an adjective: Vetomacht
    return head + hyphen + lemma


@cache
def _tagger() -> Any:
    from HanTa.HanoverTagger import HanoverTagger

    tagger = HanoverTagger("morphmodel_ger.pgz")
    tagger.analyze_forward = lru_cache(maxsize=100_000)(tagger.analyze_forward)  # words return; their analysis costs most
    return tagger
