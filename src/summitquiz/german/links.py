"""Words that link a sentence to the one before: a question leaves them out, or cannot be asked with them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from summitquiz.german.attachment import token_before
from summitquiz.german.definite import DEFINITE, INDEFINITE
from summitquiz.german.vagueness import Unfit, words
from summitquiz.german.verbs import meets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.clauses import Clause
    from summitquiz.german.subjects import Subject
    from summitquiz.model import Span, Token

_CORRELATES = frozenset("darauf daran darin damit dafür dazu davon darüber daraus darum davor dadurch dagegen danach".split())
_COMPARED = frozenset(("so", "ebenso", "auch", "selbst", "aber"))
_COMPARING = frozenset("wie sondern sowohl weder".split())
_LINK_TAGS = frozenset(("ADV", "PROAV", "KON", "ADJD"))
_NOWADAYS = ("aktuell", "derzeitig", "jetzig", "gegenwärtig", "heutig", "anstehend", "bevorstehend")
_FOCUS = frozenset(("erst", "schon", "kurz", "bereits", "noch", "gleich", "bald", "eben"))
_SHIFTING = frozenset("danach daraufhin anschließend später zuvor vorher dann schließlich zuletzt seither seitdem".split())
_COMPARATIVE = ("ere", "eren", "erem", "erer", "eres")
_NEXT = frozenset(("dann", "danach", "anschließend", "später", "daraufhin", "schließlich"))
_FIRST = frozenset(("erst", "zuerst", "zunächst"))
_TAKING_PART = frozenset(
    "teilnehmen antreten kandidieren angehören beteiligen sein mitreisen kommen erscheinen anreisen".split()
)
_NEARLY = frozenset(("fast", "nahezu", "beinahe", "annähernd", "etwa"))
_AT_ONCE = (["zeitgleich"], ["gleichzeitig"])  # both are left out, and what stands before them
_ALSO = frozenset(("auch", "ebenfalls", "ebenso", "sogar", "selbst", "ihrerseits", "seinerseits"))
_SOME_OF = frozenset(("anderem", "beispielsweise"))  # "unter anderem"


def is_link(tokens: Sequence[Token], i: int, announced: bool) -> bool:
    """Whether the word only links the sentence to the one before; not so in "so groß wie", "nicht nur …, sondern auch".

    `announced`: the clauses behind are announced here. Raises Unfit where the link cannot be left out.
    """
    token = tokens[i]
    if token.tag == "ADJA" and i and tokens[i - 1].text.lower() in DEFINITE and token.text.lower().startswith(_NOWADAYS):
        return True  # "die aktuellen Spannungen": of when, only the date tells
    fitting = token.tag == "ADJA" and i > 0 and tokens[i - 1].text.lower() in INDEFINITE
    if fitting and token.text.lower().startswith("entsprechend"):
        return True  # "unterzeichneten ein entsprechendes Abkommen"
    if _exemplifies(tokens, i) or (token.text.lower() in _NEARLY and [t.text for t in tokens[i + 1 : i + 2]] in _AT_ONCE):
        return True
    linking = token.text.lower() in words("links") and token.tag in _LINK_TAGS
    linking = linking or [t.text.lower() for t in tokens] == ["doch"]  # alone in front: "doch erhält X …"
    if _belongs(tokens, i) or not linking:
        return False
    if i and tokens[i - 1].text.lower() in _FOCUS:
        raise Unfit("pointer")  # "erst danach", "kurz zuvor": the two belong together
    opposed = token.text.lower() == "dagegen" and i + 1 < len(tokens) and _opposes(tokens[i - 1], tokens[i + 1])
    if announced and not opposed and (token.text.lower() in _CORRELATES or token.text == "so"):
        return False  # "darauf, dass"; not so außerdem
    return token.text.lower() not in _COMPARED or not any(t.text.lower() in _COMPARING for t in tokens)


def _opposes(before: Token, behind: Token) -> bool:
    """Whether "dagegen" only sets two against each other: "forderte den Rat dagegen auf", not "sprach sich dagegen aus"."""
    return not behind.tag.startswith(("VV", "PTKVZ")) or (behind.tag == "PTKVZ" and before.tag in {"NN", "NE"})


def says_also(token: Token) -> bool:
    """Whether the word says that others did the same."""
    return token.text.lower() in _ALSO


def more_than(token: Token | None) -> bool:
    """Whether the word before an answer says that there are others: "auch mit X", "unter anderem in Wien"."""
    return token is not None and (says_also(token) or token.text.lower() in _SOME_OF)


def others_too(clause: Clause, subject: Subject | None, gap: Span, *, said: bool) -> bool:
    """Whether others did so too: "Auch X nahm teil", "nahm auch X teil"; in "X verlangte auch …" it is what he did.

    `gap` is what is asked for; `said`: the words that are kept say so.
    """
    words = (*clause.front, *clause.field)
    company = [t.text for t in clause.tail[1:3]] in (["begleitet", "von"], ["begleitet", "vom"])
    if company and subject is not None and gap == subject.span:
        return True  # "war mit einem Sonderzug angereist, begleitet von X"
    others = clause.lemma in _TAKING_PART or any(says_also(t) and t.text.lower() != "auch" for t in words)
    before = token_before(clause, gap)
    if before is not None and before.text.lower() in _SOME_OF:
        return True
    if subject is None or gap != subject.span or others:
        further = meets(clause) and any(a.text == "noch" and b.text == "mit" for a, b in pairwise(words))
        return said or further or any(map(says_also, clause.front[:1]))  # "traf noch mit X zusammen"
    return bool(subject.front and says_also(clause.front[0])) or more_than(before)


def one_after_another(clause: Clause, gap: Span) -> bool:
    """Whether what is asked for stands behind another of its kind: "empfing zunächst X und danach [Y]"."""
    words = [t for t in (*clause.front, *clause.field) if t.span.end <= gap.start]
    return len(words) > 1 and words[-1].text in _NEXT and words[-2].tag == "KON"


def shifts_time(token: Token) -> bool:
    """Whether the word places what happened after or before something else: then no date can be put to it."""
    return token.text.lower() in _SHIFTING


def _belongs(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word that may link belongs to its neighbours: "auch wenn", ", aber aus Wien", "bis zuletzt", "erst …, dann …".

    Raises Unfit for "zuletzt 2015": others were there that year as well.
    """
    word, before = tokens[i].text.lower(), tokens[i - 1] if i else None
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    if word in {"auch", "selbst"} and behind is not None and (behind.text == "wenn" or behind.text.startswith("kein")):
        return True
    if word == "zuletzt" and behind is not None and behind.tag == "CARD":
        raise Unfit("pointer")
    if follows_on(tokens, i):
        return True
    if word == "zuletzt" and behind is not None and behind.tag == "APPRART":
        return True
    linking = tokens[i].tag == "KON" or word == "aber"
    joins = linking and before is not None and before.text == ","  # "der in Rom lebt, aber aus Wien stammt"
    return (
        joins
        or (word == "auch" and _widens(before, behind))
        or (word == "zuletzt" and before is not None and before.text.lower() == "bis")
    )


def follows_on(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word says what came behind something else that is told here: "erst in Genf, danach in Wien", "und dann"."""
    told = i > 0 and (tokens[i - 1].tag == "KON" or any(t.text.lower() in _FIRST for t in tokens[: i - 1]))
    return told and tokens[i].text.lower() in _NEXT


def two_acts(tokens: Sequence[Token]) -> bool:
    """Whether a second act follows the first: "wurde in Oslo eröffnet und danach verlegt"; of which of them a date is, is not
    sure in a question."""
    return any(
        i > 1 and tokens[i - 1].tag == "KON" and tokens[i - 2].tag == "VVPP" and t.text.lower() in _NEXT
        for i, t in enumerate(tokens)
    )


def _widens(before: Token | None, behind: Token | None) -> bool:
    """Whether an "auch" belongs to what follows it: "Kritik auch aus den eigenen Reihen", "auch längere Streiks"."""
    if before is None or behind is None:
        return False
    more = behind.tag == "ADJA" and behind.text.endswith(_COMPARATIVE)
    return more or (behind.tag in {"APPR", "APPRART"} and before.tag in {"NN", "NE", "$,"})


def _exemplifies(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word only says that something is an example, one of several, or different later: "wies etwa die Forderung
    zurück", "traf noch mit X zusammen", "war 1928 noch mit dem Schiff gekommen"."""
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    example = tokens[i].text == "etwa" and behind is not None and (behind.text in DEFINITE or behind.tag == "PPOSAT")
    further = behind is not None and behind.text == "mit"  # "traf noch mit X zusammen"
    return example or (tokens[i].text == "noch" and (further or (i > 0 and tokens[i - 1].tag == "CARD")))
