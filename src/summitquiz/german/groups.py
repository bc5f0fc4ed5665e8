"""Groups and bodies as subjects: die USA, Nordkorea, die Regierung Österreichs, die Außenminister der EU."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from summitquiz.german import lexicon
from summitquiz.german.adverbials import adverbial_at
from summitquiz.german.both_countries import both_countries
from summitquiz.german.countries import adjective_country, country_code
from summitquiz.german.members import members_end
from summitquiz.german.people_nouns import is_for_people, means_group
from summitquiz.german.vagueness import words
from summitquiz.model import Kind, Span, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.german.view import View
    from summitquiz.model import Place

_GENITIVE = {"der", "des"}
_AND = {"und", "sowie"}
_QUOTES = set("„“”\"»«‚‘’'")
_VAGUE = {"Länder", "Staaten", "Seiten", "Parteien", "Lager", "Landes", "Staates", "Regierung", "Partei", "Union"}
_REST = ("übrig", "restlich", "ander", "weiter", "verblieben", "verbleibend", "meist", "köpfig")  # tell nobody whom
_LISTING = {"die", "der", "das", "und", "sowie"}
_SOME = {"ein", "eine"}
_UNSURE = {"oder", "von", "aus", "in", "im", "für", "mit"}
_WHERE = {"in", "im", "auf", "am"}
_STATES = {"Staaten", "Länder"}
_NO_MATTER = {"geben", "sein", "gehen", "handeln", "bestehen", "kommen"}  # verbs with an es that means nothing
_SO_MANY = {"Sieben", "Acht", "Zwanzig"}  # "die Gruppe der Acht"
_SHE = ("agentur", "zeitung", "ung", "ion", "schaft", "partei", "behörde", "gruppe", "union", "kammer", "bank", "tät")


@cache
def _gathering() -> tuple[str, ...]:
    """Ends of the nouns for those who come to a place to meet there: "die EU-Außenminister in Brüssel"."""
    return tuple(word.lower() + ending for word in lexicon.load("groups")["gathering"] for ending in ("", "s", "n", "en", "e"))


def group_at(view: View, tokens: Sequence[Token]) -> tuple[Span, bool] | None:
    """The group, or list of groups, whose names or noun phrases in the nominative open `tokens`; whether it can be named alone.

    A country or an organisation names itself; a common noun needs an adjective, a genitive or "von" beside it.
    """
    if not tokens:
        return None
    found = _some(view, tokens) if tokens[0].text.lower() in _SOME else _group(view, tokens)
    if found is None:
        return None
    span, telling = found
    end = next((k for k, t in enumerate(tokens) if t.span.start >= span.end), len(tokens))
    if end + 1 >= len(tokens) or tokens[end].text not in {",", *_AND}:
        return found
    rest = group_at(view, tokens[end + 1 :])
    if rest is None:
        return None  # others are coordinated whom we cannot name
    return Span(span.start, rest[0].end), telling and rest[1]


def _group(view: View, tokens: Sequence[Token]) -> tuple[Span, bool] | None:
    """One group at the head of `tokens`; none where the words only open a person's: "der Staatschef [Juan Santos]"."""
    reach = Span(tokens[0].span.start, tokens[-1].span.end)
    if any(
        person.name and person.phrase.start == reach.start and m.span.start > reach.start for m, person in view.people(reach)
    ):
        return None
    start = 1 if tokens[0].text.lower() in {"die", "der", "das"} and tokens[0].tag == "ART" else 0
    i = start
    named = _name_end(view, tokens, i) if i < len(tokens) else None
    while named is None and i < len(tokens) and (tokens[i].tag in {"ADJA", "CARD", "TRUNC"} or _joins_halves(tokens, i)):
        i += 1
    if i >= len(tokens):
        return None
    named = named or _name_end(view, tokens, i)
    if named is not None and tokens[named - 1].text in _SO_MANY and [t.tag for t in tokens[named : named + 1]] == ["ADJA"]:
        named = None  # "die Gruppe der Acht führenden Industrienationen"
    if named is not None and tokens[named - 1].tag == "NN":
        named += _own_name(view, tokens, named)  # "die Linkspartei Podemos"
    if named is not None and not (named < len(tokens) and tokens[named].text in {"oder", "-", "/"}):
        return Span(tokens[0].span.start, tokens[named - 1].span.end), True
    if tokens[i].tag not in {"NN", "NE"} or not means_group(tokens[i]):
        return None
    dative = i > 1 and tokens[1].tag == "ADJA" and tokens[1].text.endswith("en")
    if tokens[0].text.lower() == "der" and (dative or (tokens[0].text == "der" and tokens[i].text.lower().endswith(_SHE))):
        return None  # "erzählte der Nachrichtenagentur", "Der neuen Organisation gehören …": no nominative
    return _common(view, tokens, start, i)


def _common(view: View, tokens: Sequence[Token], start: int, i: int) -> tuple[Span, bool] | None:
    """A group whose name is the common noun at `i`; its phrase begins at `start` or, with an article, before it."""
    theirs = both_countries(tokens, i + 1)
    if theirs and theirs[0] == "gen":
        return Span(tokens[0].span.start, tokens[theirs[1] - 1].span.end), True  # "die Delegationen beider Länder"
    end = _genitives(tokens, i + 1 + _own_name(view, tokens, i + 1))
    end = members_end(view, tokens, end)
    if not start and end == i + 1 and not (i and _attributes(tokens[i - 1], tokens[i])):
        return None  # "Rebellen griffen an": which?
    if end < len(tokens) and tokens[end].text in _QUOTES:
        return None  # its name: die Partei „Neue Rechte“
    end = _seat_end(view, tokens, end)
    judged = [t.tag for t in tokens[end : end + 2]] == ["APPR", "ADJD"]  # "für unzulässig erklärt"
    meet = end < len(tokens) and tokens[end].text in _WHERE and tokens[i].text.lower().endswith(_gathering())
    if end < len(tokens) and tokens[end].text.lower() in _UNSURE and not (judged or meet or adverbial_at(view, tokens, end)):
        return None  # what belongs to the phrase is not sure
    return Span(tokens[0].span.start, tokens[end - 1].span.end), _tells(tokens[start:end], i - start)


def _seat_end(view: View, tokens: Sequence[Token], end: int) -> int:
    """Index behind the seat of a government that ends at `end`: "die Regierung in Kiew"; `end` where none stands there."""
    behind = tokens[end + 1 : end + 2]
    seated = behind and any(m.rule.endswith("metonym") for m in view.within(Kind.PLACE, behind[0].span))
    return end + 2 if seated and tokens[end].text == "in" else end


def _some(view: View, tokens: Sequence[Token]) -> tuple[Span, bool] | None:
    """One of a body, or a body of which there are several: "ein Sprecher des Weißen Hauses", "ein Gericht in Kairo"."""
    i = next((k for k, t in enumerate(tokens) if k and t.tag != "ADJA"), 0)
    heads = tuple(head.lower() for head in lexicon.load("groups")["one_of"])
    if tokens[i].tag != "NN" or not tokens[i].text.lower().endswith(heads):
        return None
    end = _genitives(tokens, i + 1)
    if end > i + 1 and all(t.tag == "ART" or {t.text, t.lemma} & words("nouns") for t in tokens[i + 1 : end]):
        return None  # "ein Sprecher des Ministeriums": of which?
    if end == i + 1:
        reach = Span(tokens[i].span.end, tokens[-1].span.end)
        city = next((p.phrase for _, p in view.places(reach) if _seated_in(p, reach)), None)
        end += sum(city.covers(t.span) for t in tokens[end:]) if city else 0
    return (Span(tokens[0].span.start, tokens[end - 1].span.end), True) if end > i + 1 else None


def _seated_in(place: Place, behind: Span) -> bool:
    """Whether a city right behind a body says where it is: "ein Gericht in Kairo", not "eine Delegation nach Kairo"."""
    return place.kind == "city" and place.phrase.start == behind.start + 1 and place.preposition != "nach"


def _attributes(adjective: Token, noun: Token) -> bool:
    """Whether an adjective says which people a noun in the plural means: "politische Beobachter" are nobody in particular."""
    if any(adjective.text.lower().startswith(stem) for stem in lexicon.load("groups")["not_telling"]):
        return False
    anonymous = noun.lemma in lexicon.load("groups")["anonymous"] or noun.text in lexicon.load("groups")["anonymous"]
    return adjective.tag == "ADJA" and (not anonymous or adjective_country(adjective.text) is not None)


def _joins_halves(tokens: Sequence[Token], i: int) -> bool:
    """Whether an "und" stands in "Staats- und Regierungschefs"."""
    return 0 < i < len(tokens) - 1 and tokens[i].text in _AND and tokens[i - 1].tag == "TRUNC"


def _tells(tokens: Sequence[Token], head: int) -> bool:
    """Whether a noun phrase says whom it means: by an adjective or a genitive, not "der drei Länder"."""
    behind = [t for t in tokens[head + 1 :] if t.tag not in {"ART", "CARD"}]
    vague = bool(behind) and all(t.text in _VAGUE for t in behind)
    league, _, members = tokens[head].text.rpartition("-")  # "die EU-Außenminister", "die Nato-Staaten"
    named = league.isupper() or league in lexicon.load("groups")["leagues"] or tokens[head].text in words("unique")
    named = named or (members in _STATES and league not in lexicon.load("groups")["no_leagues"] and bool(league))
    told = named or any(
        t.tag == "ADJA" and not t.text.removesuffix("n").removesuffix("e").endswith(_REST) for t in tokens[:head]
    )
    return told or (bool(behind) and not vague)


def _name_end(view: View, tokens: Sequence[Token], i: int) -> int | None:
    """Index behind the country or organisation that starts at `i`."""
    reach = Span(tokens[i].span.start, tokens[-1].span.end)
    for mention, place in view.places(reach):
        if mention.span.start == tokens[i].span.start and place.kind == "country" and place.preposition is None:
            if mention.span.of(view.text) != place.name and country_code(mention.span.of(view.text)[:-1]):
                return None  # a genitive
            return next((k for k in range(i, len(tokens)) if tokens[k].span.start >= mention.span.end), len(tokens))
    for mention in view.within(Kind.ORGANISATION, reach):
        if mention.span.start == tokens[i].span.start and mention.rule.endswith("name"):
            return next((k for k in range(i, len(tokens)) if tokens[k].span.start >= mention.span.end), len(tokens))
    return None


def _own_name(view: View, tokens: Sequence[Token], i: int) -> int:
    """How many words of a name stand at `i`, beside its noun: "die Regierungspartei AKP"; none of a person or a place."""
    others = [m.span for m in view.document.mentions if m.kind in {Kind.PERSON, Kind.PLACE}]
    ends = (t.tag not in {"NE", "FM"} or any(other.covers(t.span) for other in others) for t in tokens[i:])
    return next((k for k, end in enumerate(ends) if end), len(tokens) - i)


def _owner(tokens: Sequence[Token], i: int) -> bool:
    """Whether a name in the genitive stands at `i`."""
    return i < len(tokens) and tokens[i].tag == "NE" and tokens[i].text.endswith("s")


def _genitives(tokens: Sequence[Token], i: int) -> int:
    """Index behind the genitives that follow a noun: "der Mitgliedsstaaten der Union", "Russlands, der Ukraine und Chinas"."""
    end = _genitive(tokens, i)
    while end > i:
        i = end
        joined = i < len(tokens) and tokens[i].text in {",", *_AND}
        end = _genitive(tokens, i + joined)
        if joined and end == i + 1:
            return i
    return i


def _genitive(tokens: Sequence[Token], i: int) -> int:
    """Index behind the one genitive at `i`; `i` where none stands."""
    if _owner(tokens, i):
        return i + 1
    if i >= len(tokens) or tokens[i].text.lower() not in _GENITIVE:
        return i
    j = i + 1
    while j < len(tokens) and (tokens[j].tag in {"ADJA", "CARD"} or tokens[j].text in _SO_MANY):
        j += 1
    if j > i + 1 and tokens[j - 1].text in _SO_MANY and (j >= len(tokens) or tokens[j].tag not in {"NN", "NE"}):
        return j  # no noun behind it
    return j + 1 if j < len(tokens) and tokens[j].tag in {"NN", "NE"} else i


def which_countries(view: View, span: Span) -> str:
    """ "Welches Land", "Welche beiden Länder" where a subject is countries: "wer" would be a government and its minister as
    well; "" for any other subject."""
    named = [m.span.of(view.text) for m, place in view.places(span) if place.kind == "country"]
    said = [w for w in re.findall(r"[\w-]+", span.of(view.text)) if w.lower() not in _LISTING]
    if not named or said != re.findall(r"[\w-]+", " ".join(named)):
        return ""
    return {1: "Welches Land", 2: "Welche beiden Länder"}.get(len(named), "Welche Länder")


def nominative_plural(genitive: str) -> str | None:
    """A group of people in the nominative by its genitive, "der EU-Außenminister" → "die EU-Außenminister"; None for a body."""
    article, _, rest = genitive.partition(" ")
    head = next((word for word in rest.split(" ") if word[:1].isupper() and not word.endswith("-")), "")
    return f"die {rest}" if article == "der" and is_for_people(head) else None


def says_it(tail: Sequence[Token]) -> bool:
    """Whether a body calls itself "es" in what it says: "das Ministerium teilte mit, es betrachte …"; not "es gebe"."""
    return any(a.text == "es" and a.tag == "PPER" and b.lemma.lower() not in _NO_MATTER for a, b in pairwise(tail))
