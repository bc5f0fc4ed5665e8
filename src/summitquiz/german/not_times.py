"""What looks like a time and is none: ages, measures, scores, names. These rules take the words and give no mention."""

from __future__ import annotations

import re

from summitquiz.german.readings import Match, after, before, nothing, rule

PERSON = re.compile(
    r"\s+(?:[a-zäöüß-]+(?:e|en|er|n)\s+){0,2}(?:[A-ZÄÖÜ][\w-]*?(?:mann|frau|chef|chefin|präsident|minister|ling|ist|ent|ant|eur|ator|itor|oge|ologin|iker|ikerin|ler|lerin|ker|rer|rerin|ner|nerin"
    r"|ger|gerin|cher|cherin|der|derin|ter|terin|ser|serin|zer|zerin|innen)[sn]?|Mann(?:es)?|Frau|Junge[nr]?|Mädchen[s]?|Sohn(?:es|s)?|Tochter|Bub(?:en)?|Kind(?:es|er|ern)?|Bruders?|Schwester|Vaters?|Mutter"
    r"|Witwe|Zwillinge|Deutsche[rn]?|Sie|Er|Baby)\b"
)
AGE_NOUN = re.compile(
    r"\s+(?:[a-zäöüß]+e[nrs]?\s+)?(?:[A-Z][a-zäöüß]+(?:ung|schaft|zeit|keit|heit|tum|ion|krieg|kriege?s|haft|strafe|frist|dauer|pause|ehe|embargo|vertrag|jubiläum|mandat|besuch|arbeit|suche|kampf))"
)


def is_age(match: Match) -> bool:
    """20-jährig before a person."""
    return bool(PERSON.match(after(match, 60))) and not AGE_NOUN.match(after(match, 60))


RULES = [
    rule(
        "de.not.age.noun",
        "stem",
        r"(?:{digits}-?|{numword})(?:[Jj]ährige[mnrs]?|[Mm]onatige[mnrs]?)",
        nothing,
        lambda m: m[0][-9:].find("J") >= 0 or _noun(m),
    ),
    rule("de.not.age.adjective", "stem", r"(?:{hedge} )?(?:{digits}-?|{numword})jährige[mnrs]?", nothing, is_age),
    rule(
        "de.not.age.old",
        "unit",
        r"(?:{hedge} )?(?:{number}|{vague}) (?:Tage?|Wochen?|Monate?|Jahren?) (?:alt|alte[mnrs]?|jünger|jüngere[mnrs]?|älter|ältere[mnrs]?|jung)",
        nothing,
    ),
    rule(
        "de.not.age.at",
        "unit",
        r"(?:im Alter von|(?<!\w)[Mm]it|[Aa]lter von|[Uu]nter|ab) (?:{hedge} )?(?:{number}|{vague}) (?:bis {number} )?Jahren",
        nothing,
        lambda m: (
            not m[0].lower().startswith(("unter", "ab "))
            or bool(re.search(r"(?:Kinder|Jugendliche|Personen|Frauen|Männer|Menschen)n?\s+$", before(m)))
        ),
    ),
    rule("de.not.minute", "unit", r"(?:\d{1,3}\.|{ordinal}) (?:Minute|Sekunde)", nothing),
    rule("de.not.number", "number", r"\d{1,3}(?:\.\d{3}){1,4}", nothing),
    rule("de.not.score", "number", r"\d{1,3}:\d{1,3}", nothing, lambda m: not re.match(r"\s*(?:Uhr|h)\b", after(m))),
]


def _noun(match: Match) -> bool:
    """Einjährige with a capital inside a compound of digits, or a noun after an article with no noun after it."""
    return bool(
        re.search(r"\b(?:[Dd]er|[Dd]ie|[Dd]en|[Dd]em|[Dd]es|[Ee]in|[Ee]ine[nmrs]?)\s+$", before(match))
        and match[0][0].isupper()
    )
