"""Made-up facts in all templates: whatever is asked, the card that comes out is whole, and good German."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from summitquiz.corrections.follows import asked_when
from summitquiz.german import lexicon
from summitquiz.german.phrasing import GermanPhrasing
from summitquiz.model import ASKS, OPEN_KINDS, Article, Event, Evidence, Fact, Knowledge, Office, Span
from summitquiz.questions.ask import ask_all, asked_cards
from summitquiz.questions.templates import Template, load_templates
from tests.language import card_faults

if TYPE_CHECKING:
    from summitquiz.model import Ask, Card, Case, Mod

PHRASING = GermanPhrasing()
TEMPLATES = [template for template in load_templates() if template.kind in OPEN_KINDS]  # test_closed.py has the others
PEOPLE = ["Anna Berg", "Carl Dorn", "Merle Fuchs", "Friedrich Merz", "Kim Jong Un", "Johannes Paul II.", "Theresa May"]
PLACES = ["Genf", "Den Haag", "Iran", "Schweiz", "Niederlande", "Krim", "Philippinen", "Weißes Haus", "Schloss Elmau", "Kosovo"]
OFFICES = ["Präsident", "Außenministerin", "Staatsoberhaupt", "Regierungschef", "Parlamentspräsidentin"]
COUNTRIES = ["RU", "AT", "CH", "HK", "IR", "US", "KP", "EU"]
SOURCES = ["die Nachrichtenagentur Ria", "das russische Außenministerium", "der Kreml", "Anna Berg", "Medienberichten"]
DATES: list[tuple[str, Mod | None]] = [
    ("2019-04-25", None), ("2019-04-01", "approx"), ("2019-02", None), ("2019", None), ("2014-06", "start"), ("2014-SU", None),
    ("2009-09-24/2009-09-25", None), ("2014-Q2", None), ("2019-W17", None),
]  # fmt: skip
LENGTHS: list[tuple[str, Mod | None]] = [
    ("PT2H", "more_than"), ("PT1H", None), ("PT50M", "less_than"), ("P1D", None), ("P3D", "approx"), ("P2W", "at_least"),
    ("P18M", None), ("PT2.5H", None),
]  # fmt: skip
CLAUSES: dict[Ask, list[tuple[str, str]]] = {  # question word, stem with the event in a case
    "who": [("Wer", "verlangte bei {event.dat} eine Lockerung der Sanktionen"), ("Wer", "berichtete über {event.acc}")],
    "where": [
        ("Wo", "aßen die Berater am Rande {event.gen} zu Abend"),
        ("Wohin", "reisten die Berater nach {event.dat}"),
    ],
    "when": [("Wann", "wurde das Abkommen unterzeichnet"), ("Wann", "begann die Vorbereitung {event.gen}")],
    "how_long": [
        ("Wie lange", "warteten die Berater vor {event.dat}"),
        ("Wie lange", "sprachen beide über {event.acc}"),
    ],
}
FITS: dict[Ask, str] = {  # what an answer to each question looks like
    "who": r"\w+( [\w.]+)+",
    "where": r"(in|im|auf|nach|an|am|bei|beim|zum|zur|ins) .+",
    "when": r".*\d{4}.*",
    "how_long": r".*(Minute|Stunde|Tag|Woche|Monat|Jahr)(e|n|en)?",
}


def happenings(data: st.DataObject, sorts: list[str], plural: bool | None) -> dict[str, str]:
    """The slots of an invented event of one of the families `sorts`, of all when there is none."""
    nouns = [e for e in lexicon.load("events")["nouns"] if not sorts or e["sort"] in sorts]
    noun = data.draw(st.sampled_from(nouns))
    many = data.draw(st.booleans()) if plural is None else plural
    people = data.draw(st.lists(st.sampled_from(PEOPLE[:4]), max_size=3, unique=True))
    adjective = data.draw(st.sampled_from(["", "zweitägige", "erste", "russische"]))
    label = PHRASING.label(noun["noun"], many, adjective, people, "")
    cases: tuple[Case, ...] = ("gen", "dat", "acc")
    forms = {f"event.{case}": PHRASING.decline(label, case) for case in cases}
    return forms | {"event": label} | {"number": "p" if many else "s", "sort": noun["sort"]}


def slots_for(data: st.DataObject, template: Template) -> dict[str, str]:
    """Slots that fit the template's conditions, filled as knowledge fills them."""
    wanted = template.conditions
    sorts = wanted["sort"].split("|") if "sort" in wanted else []
    slots = happenings(data, sorts, {"s": False, "p": True}.get(wanted.get("number", "")))
    whither = template.pattern == "visitor"
    place = data.draw(st.sampled_from(PLACES))
    optional = {
        "when": PHRASING.when(*data.draw(st.sampled_from(DATES))),
        "place": (PHRASING.place_to if whither else PHRASING.place_in)(place),
        "according_to": PHRASING.according_to(data.draw(st.sampled_from(SOURCES))),
        "stand": "Stand April 2019",
        "about": "Das Treffen von Anna Berg und Carl Dorn",
        "differs": "yes",
        "scheduled": "yes",
        "so_far": "yes",
        "long_ago": "yes",
        "accept": "in der Schweiz",
        "city": "yes",
        "building": "yes",
        "inside": "in der Schweiz",
        "capital": "yes",
    }
    needed = {"when"} if template.pattern in {"office", "visitor", "members"} else set()
    for name, text in optional.items():
        known = wanted.get(name) == "any" or name in needed or (name not in wanted and data.draw(st.booleans()))
        slots[name] = text if known else ""
    if slots["about"]:
        slots["stand"] = ""  # the heading has it
    title = data.draw(st.sampled_from(OFFICES))
    country = data.draw(st.sampled_from(COUNTRIES))
    word, stem = data.draw(st.sampled_from(CLAUSES[template.ask]))
    stem = re.sub(r"\{([a-z.]+)\}", lambda gap: slots[gap[1]], stem)
    slots |= {"other": "Merle Fuchs", "office": PHRASING.office(Office(title, country), None), "word": word, "stem": stem}
    slots["part"] = "Gastgeber"
    where = "In welches Land" if slots["sort"] in {"visit", "arrival"} else "In welchem Land"
    which = "Welcher russische Außenminister" if template.pattern == "visitor" else where
    slots["which"] = which if wanted.get("which") == "any" else ""
    slots["gathering"] = PHRASING.gathering(data.draw(st.sampled_from(["Treffen", "Konferenz", "EU-Gipfel"])))
    slots["visit"] = PHRASING.visit(data.draw(st.sampled_from(["Staatsbesuch", "Reise"])))
    slots["words"] = "„Wir haben heute eine gute Lösung gefunden“"
    slots["missing"] = "Welche Stadt"
    slots["cloze"] = "[…] lobte die Gespräche" if template.ask == "who" else "Merle Fuchs lobte […] die Gespräche"
    slots |= {name: "" for name, condition in wanted.items() if condition == "none"}
    return slots | ({"place": "Genf"} if template.pattern == "country" else {})


def answer_for(data: st.DataObject, template: Template, slots: dict[str, str]) -> tuple[str, str | None, Mod | None]:
    """An answer of the kind that knowledge gives to the template's question, with value and mod."""
    if template.ask == "when":
        date = data.draw(st.sampled_from(DATES))
        return PHRASING.when_answer(*date), *date
    if template.ask == "how_long":
        length = data.draw(st.sampled_from(LENGTHS))
        return PHRASING.length(*length), *length
    if template.ask == "who":
        return data.draw(st.sampled_from(PEOPLE)), None, None
    to = slots["sort"] in {"visit", "arrival"} or slots["word"] == "Wohin"
    return (PHRASING.place_to if to else PHRASING.place_in)(data.draw(st.sampled_from(PLACES))), None, None


def card_of(template: Template, slots: dict[str, str], answer: str, value: str | None, mod: Mod | None) -> Card | None:
    """The template's card of a fact with these slots; None when a gate stops it."""
    proof = Evidence("a", Span(0, len(answer)), answer, answer, "de.test")
    modality: Any = template.conditions.get("modality", "actual")
    fact = Fact("1", "e", template.ask, answer, (proof,), value, mod, modality, pattern=template.pattern, slots=slots)
    fact = asked_when(fact, PHRASING)
    assert template.fits(fact)
    known = Knowledge((Article("a", answer),), (Event("e", "Treffen", slots["event"]),), (), (fact,), ())
    cards = asked_cards(ask_all(known, [template], ASKS, seed=0))
    return cards[0] if cards else None


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
@settings(deadline=None, max_examples=30)
@given(data=st.data())
def test_whatever_the_fact_the_card_is_whole(template: Template, data: st.DataObject) -> None:
    slots = slots_for(data, template)
    card = card_of(template, slots, *answer_for(data, template, slots))
    assume(card)
    assert card
    assert not re.search(rf"\b{re.escape(card.answer)}(?!\w)", card.question, re.IGNORECASE)
    for text in (card.question, card.answer):
        assert not re.search(r"[{}]|\s\s|\s[,.?]|^\s|\s$", text)
        assert not re.search(r"\b(\w+) \1\b", text, re.IGNORECASE)
        assert not re.search(r"\b(der|die|das|dem|den|des|ein|eine) (der|die|das|dem|den|des|ein|eine)\b", text)
    if card.kind == "cloze":
        assert card.question.count("[…]") == 1
        assert card.question.endswith(".")
    else:
        assert re.fullmatch(r"[A-ZÄÖÜ].*[^.,;:!?]\?", card.question)
    assert re.fullmatch(FITS[card.ask], card.answer)
    assert card_faults(card, "") == []
