"""What only a reader of the article understands: pronouns, "dort", "das Abkommen", words that link sentences.

Words: words/vague.yaml.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.countries import demonym_country
from summitquiz.german.definite import DEFINITE, INDEFINITE, complements, definite, idiom, in_capital, told_by
from summitquiz.german.nouns import event_noun
from summitquiz.german.people_nouns import names_people

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.model import Token

_BINDING = frozenset(", und alle allen aller keine keinen unter viele vielen mehrere mehreren einige einigen".split())
_POINTING = frozenset(
    "Land Landes Lande Länder Ländern Seiten Stadt Staat Insel Politiker Politikerin Inselstaat Republik Grund Bundesstaat "
    "Bundesland Provinz Region Ort Paar Ehepaar Duo Trio".split()
)
_PLACES = ("stadt", "ort", "insel")  # "im Grenzort Sapoá"
_TOWNS = frozenset(("Hauptstadt", "Altstadt", "Innenstadt"))
_NO_NOUN = frozenset("PTKNEG VVPP VAPP VVINF VVFIN VAFIN VMFIN PTKZU PTKVZ KON $, $.".split())
_PARTICLES = frozenset(("noch", "nicht", "auch", "schon", "bereits", "damals", "sich"))
_SUCCESSION = frozenset(("Stelle", "Nachfolge", "Nachfolger", "Nachfolgerin", "Vorgänger", "Vorgängerin"))
_SUCCESSORS = frozenset(("Nachfolger", "Nachfolgerin", "Vorgänger", "Vorgängerin", "Amtsinhaber", "Amtsinhaberin"))
_ROLES = frozenset(
    "Ersatz Ausgleich Gegenleistung Antwort Entschädigung Grund Begründung Ursache Anlass Beispiel Beleg Beweis Voraussetzung "
    "Bedingung Reaktion".split()
)
_BOTH = {"beide", "beiden", "beider"}
_HAD = frozenset("Ziel Thema Gegenstand Inhalt Partner".split())  # zum Ziel haben
_THEN = [["zu", "der"], ["zu", "dieser"], ["zu", "jener"], ["zur", "selben"], ["zur", "gleichen"]]
_OF_WHAT = frozenset("der des von vom einer eines dieser dieses seiner seines ihrer ihres".split())
_WOMEN = ("erin", "istin", "entin", "ogin", "antin", "archin")  # "die Pferdeliebhaberin"
_WOMEN_AND_BODIES = ("in", "ung", "schaft", "ion", "ei", "macht", "kraft", "behörde", "truppe")  # "die" is their singular
_BEFORE_IT = ("vorig", "vorherig", "vorangegangen", "vorangehend", "darauffolgend", "nachfolgend")
_DAY_WORDS = {"gestern", "morgen", "übermorgen", "vorgestern"}
_DAY_ALONE = re.compile(r"\d{1,2}\.")
_AGED = re.compile(r"\d(?:-J|-j|j)ährige[nrms]?\b")


class Unfit(Exception):
    """Words cannot be asked; `gate` says why."""

    def __init__(self, gate: str) -> None:
        super().__init__(gate)
        self.gate = gate


@cache
def words(group: str) -> frozenset[str]:
    """A list of words/vague.yaml."""
    return frozenset(lexicon.load("vague")[group])


def refuse_vague(tokens: Sequence[Token], i: int, gender: str | None, plural: bool, announced: bool) -> None:
    """Raise Unfit when the word at `i` is not understood outside its article.

    `gender` and `plural` are those of the clause's subject: its own pronouns are understood. `announced`: clauses hang on
    behind, which a "darauf" or "dazu" announces.
    """
    token, word = tokens[i], tokens[i].text.lower()
    before = tokens[i - 1] if i else None
    bound = before is not None and (before.tag == "CARD" or before.text.lower() in _BINDING)
    owner = word in {"dessen", "deren"} and any(t.tag in {"NE", "NN"} for t in tokens[max(0, i - 5) : i])
    # "beiden Kammern des …"
    both = word in {"beiden", "beider"} and i + 2 < len(tokens) and tokens[i + 2].text in {"des", "der"}
    both = both or (word in _BOTH and i + 1 < len(tokens) and tokens[i + 1].text == "Seiten")
    if word in words("pointers") and not (owner or both) and not (bound and word.startswith(("ander", "deren", "dessen"))):
        raise Unfit("pointer")
    further = word.startswith("weitere") and before is not None and before.text.lower() in INDEFINITE
    than = i + 1 < len(tokens) and tokens[i + 1].text.lower() == "als"
    edge = token.text == "Rande" and not (i + 1 < len(tokens) and tokens[i + 1].text.lower() in _OF_WHAT)
    if further or edge or word == "hier" or (word, token.tag) == ("da", "ADV") or (word == "anders" and not than):
        raise Unfit("pointer")  # "ein weiteres Konsulat": besides which? "wie alle hier", "am Rande"
    every = word == "alle" and i + 1 < len(tokens) and tokens[i + 1].tag == "CARD"  # "alle drei Staaten": which?
    if every or _stands_alone(tokens, i) or _then(tokens, i) or _told_elsewhere(tokens, i):
        raise Unfit("pointer")
    if token.tag == "PROAV" and not (announced or any(t.text == "," for t in tokens[i + 1 :])):
        raise Unfit("pointer")
    joined = token.tag == "PPOSAT" and i > 1 and tokens[i - 1].text in {"und", "sowie"} and tokens[i - 2].tag in {"NE", "NN"}
    if token.tag in {"PPER", "PPOSAT"} and not joined and not _own(word, gender, plural, token.tag == "PPOSAT"):
        raise Unfit("pronoun")
    if token.text in _ROLES and before is not None and before.text.lower() == "als" and not _for(tokens, i + 1):
        raise Unfit("pointer")  # for what, only the article tells
    if token.text in _SUCCESSION and before is not None and before.tag == "PPOSAT":
        raise Unfit("pronoun")  # "an seine Stelle": another's
    if _incomplete(tokens, i):
        raise Unfit("pointer")
    sides = token.text == "Seiten" and before is not None and before.text.lower() in _BOTH
    if _nobody_known(tokens, i) or (_points(token.text) and _definite_before(tokens, i) and not sides):
        raise Unfit("vague")


def _incomplete(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word lacks what it is nothing without: "Nachfolger wurde X" (whose?), "ist seit Mai im Amt" (in which?),
    "seinen Beitritt" (to what?), "auf der vorigen Tagung" (of whom?).
    """
    token, behind = tokens[i], tokens[i + 1 : i + 2]
    office = token.text == "Amt" and i > 0 and tokens[i - 1].text.lower() == "im"
    if token.text in _SUCCESSORS or office:
        return not (behind and complements(tokens, i + 1))
    if token.text in words("joined"):
        return not (behind and (behind[0].tag in {"APPR", "APPRART"} or complements(tokens, i + 1)))
    noun = next((k for k in range(i + 1, len(tokens)) if tokens[k].tag != "ADJA"), i)
    alone = token.tag == "ADJA" and not (noun + 1 < len(tokens) and complements(tokens, noun + 1))
    mere = event_noun(tokens[noun].text) and not re.search(r"\w-|[a-zäöü](?:gipfel|konferenz)$", tokens[noun].text)
    return alone and (
        token.text.lower().startswith(_BEFORE_IT) or (token.text.lower().startswith(("nächst", "letzt")) and bool(mere))
    )


def _points(noun: str) -> bool:
    """Whether a definite noun is a land or a place told of before: "in dem Wallfahrtsort"."""
    town = noun.endswith("stadt") and noun not in _TOWNS  # "in der Hansestadt"
    return noun in _POINTING or town or (noun.endswith("ort") and len(noun) > len("Export"))


def _then(tokens: Sequence[Token], i: int) -> bool:
    """Whether a noun only points to a time or a matter told before: "zu der Zeit", "in dem Zusammenhang"."""
    before = [t.text.lower() for t in tokens[max(0, i - 2) : i]]
    told = i + 1 < len(tokens) and tokens[i + 1].text in {"der", "des"}
    matter = (tokens[i].text == "Zusammenhang" and before[:1] == ["in"]) or (
        tokens[i].text == "Gegenzug" and before[-1:] == ["im"] and not _for(tokens, i + 1)
    )
    return not told and (matter or (tokens[i].text == "Zeit" and before in _THEN))


def _nobody_known(tokens: Sequence[Token], i: int) -> bool:
    """Whether a noun means people whom only the article tells: "der 60-Jährige", "mit dem Russen", "die Unterhändler"."""
    token = tokens[i]
    alone = i + 1 >= len(tokens) or tokens[i + 1].tag not in {"ADJA", "NN", "NE"}  # "der 75jährige", as it was written
    aged = token.tag != "ADJA" or "-J" in token.text or alone or _of_somebody(tokens, i)
    called = token.text.rpartition("-")[2] in words("epithets") or (
        token.text.endswith(_WOMEN) and token.text not in words("nouns")
    )
    epithet = token.tag == "NN" and (demonym_country(token.text) or called)
    if (aged and _AGED.search(token.text)) or (epithet and _alone(tokens, i)):
        return True
    return not _several(tokens, i) and some_people(tokens, i)


def some_people(tokens: Sequence[Token], i: int) -> bool:
    """Whether a definite noun means people in public life, whose nobody says: "die Unterhändler", not "die EU-Staaten"."""
    token = tokens[i]
    whose = "-" in token.text or told_by(tokens, i + 1) or in_capital(tokens, i + 1)
    return names_people(token) and token.text not in words("unique") and definite(tokens, i) and not whose


def _several(tokens: Sequence[Token], i: int) -> bool:
    """Whether a noun stands in the plural behind "die" or "den": of such a report's headline may tell."""
    articles = {t.text.lower() for t in tokens[max(0, i - 2) : i]} & {"die", "den"}
    return bool(articles) and not (tokens[i].text == tokens[i].lemma and tokens[i].text.endswith(_WOMEN_AND_BODIES))


def _of_somebody(tokens: Sequence[Token], i: int) -> bool:
    """Whether an adjective stands behind a definite article and before a noun for somebody: "der 51-jährige Mann"."""
    noun = next((t.text for t in tokens[i + 1 :] if t.tag == "NN"), "")
    return i > 0 and tokens[i - 1].text.lower() in DEFINITE and noun in words("somebody")


def _told_elsewhere(tokens: Sequence[Token], i: int) -> bool:
    """Whether a day has no month, "am 16. treffen sie sich", or hangs on the day of writing, or who is meant on the order."""
    before = tokens[i - 1].text.lower() if i else ""
    day = _DAY_ALONE.fullmatch(tokens[i].text) and before == "am"
    alone = bool(day) and not any(t.tag in {"NN", "NE", "ADJA", "KON"} for t in tokens[i + 1 : i + 2])
    ordered = tokens[i].text in {"eine", "einen", "einem"} and before in {"der", "die", "den", "dem"}
    ordered = ordered and not any(t.tag in {"NN", "NE", "ADJA"} for t in tokens[i + 1 : i + 2])  # "der einen Markt schafft"
    return alone or ordered or tokens[i].text in _DAY_WORDS


def undefined(tokens: Sequence[Token], i: int) -> bool:
    """Whether a definite noun means a thing that only the article, or its headline, tells: "das Abkommen"."""
    token = tokens[i]
    if token.text == "Seiten" and i and tokens[i - 1].text.lower() in _BOTH:
        return True  # "Vertreter beider Seiten"
    if not {token.text, token.lemma} & words("nouns") or idiom(tokens, i):
        return False
    if mere_paper(tokens, i):
        return True
    if token.text in _HAD and i and tokens[i - 1].text.lower() in {"zum", "zur"}:
        return False  # "hat einen Markt zum Ziel"
    if not definite(tokens, i):
        return False
    actor = bool({token.text, token.lemma} & words("actors"))  # "die Mannschaft [im Finale]": that is where it acted
    return not (
        told_by(tokens, i + 1) or in_capital(tokens, i + 1) if actor else i + 1 < len(tokens) and complements(tokens, i + 1)
    )


def synonyms(noun: str) -> str:
    """A noun with what a report may call the same thing, parted by strokes: "Abkommen|Vertrag|Pakt"."""
    return next(("|".join(alike) for alike in lexicon.load("vague")["alike"] if noun in alike), noun)


def mere_paper(tokens: Sequence[Token], i: int) -> bool:
    """Whether nothing behind a paper says what it is about: "verabschiedete eine Resolution"."""
    token = tokens[i]
    if not (i and tokens[i - 1].text.lower() in INDEFINITE and {token.text, token.lemma} & words("papers")):
        return False
    return i + 1 >= len(tokens) or not complements(tokens, i + 1)


def _for(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].text in {"für", "dafür", "auf", "darauf", "gegen", "von", "des"}


def _alone(tokens: Sequence[Token], i: int) -> bool:
    """Whether an article in the singular stands before the noun at `i`, and no name behind it."""
    article = tokens[i - 1].text.lower() if i else ""
    genitive = article == "der" and i > 1 and tokens[i - 2].tag == "NN"  # "die Mehrheit der Italiener"
    woman = article in {"die", "der"} and tokens[i].text.endswith("in")  # "die Britin"
    man = (article == "der" and not genitive) or article == "den"
    single = woman or article in {"dem", "des"} or (man and not tokens[i].text.endswith("n"))
    return single and (i + 1 >= len(tokens) or tokens[i + 1].tag != "NE")


def _stands_alone(tokens: Sequence[Token], i: int) -> bool:
    """Whether der, die, das is a pronoun: "hatte sich dem noch nicht angeschlossen"; not so behind a comma, as a relative."""
    if tokens[i].text.lower() not in {"der", "die", "das", "dem", "den"} or (i and tokens[i - 1].text == ","):
        return False
    behind = tokens[i + 1].tag if i + 1 < len(tokens) else "$."
    if tokens[i].tag == "PDS":
        return True  # "lehnte das unter Hinweis auf … ab"
    adverb = (
        i + 2 < len(tokens) and tokens[i + 1].text in _PARTICLES and tokens[i + 2].tag not in {"ADJA", "ADV", "ADJD", "CARD"}
    )
    return behind in _NO_NOUN or adverb


def _definite_before(tokens: Sequence[Token], i: int) -> bool:
    """Whether a definite article opens the noun phrase, adjectives between or not: "in dem südamerikanischen Land"."""
    j = i - 1
    while j >= 0 and tokens[j].tag in {"ADJA", "CARD"}:
        j -= 1
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    named = behind is not None and (behind.tag == "NE" or (tokens[i].text.endswith(_PLACES) and behind.text[0].isupper()))
    return not named and j >= 0 and tokens[j].text.lower() in DEFINITE


def _own(word: str, gender: str | None, plural: bool, possessive: bool) -> bool:
    """Whether a pronoun can mean the clause's own subject; "X und sein Amtskollege" is said of X."""
    if word in {"es", "sich", "man"}:
        return True
    if possessive and word.startswith("ihr"):
        return plural or gender == "f"
    if word.startswith("sein"):
        return not plural and gender != "f"
    if plural:
        return word in {"sie", "ihnen"}
    return word in {"er", "ihm", "ihn"} if gender == "m" else gender == "f" and word in {"sie", "ihr"}
