"""The package, as the real Anki takes it in: every card is there and readable, corrections arrive, learning stays."""

from __future__ import annotations

import re
import tempfile
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

import pytest

from summitquiz.errors import ExportError
from summitquiz.export import anki
from summitquiz.export.anki_lock import FIRST_MOD
from summitquiz.model import OPEN_KINDS, Card, CardKind, Deck
from tests.anki_collection import Learner
from tests.deck_samples import DECK, make_card
from tests.html_text import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from anki.consts import CardQueue

LATER = FIRST_MOD + 50_000_000


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    someone = Learner(tmp_path)
    yield someone
    someone.collection.close()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Learner]:
    """A learner who has imported the sample deck; for reading only."""
    folder = tmp_path_factory.mktemp("whole")
    anki.write(DECK, folder / "deck.apkg")
    someone = Learner(folder)
    assert someone.import_package(folder / "deck.apkg") == {"new": len(DECK.cards)}
    yield someone
    someone.collection.close()


def with_card(deck: Deck, changed: Card) -> Deck:
    return replace(deck, cards=tuple(changed if card.id == changed.id else card for card in deck.cards))


def test_every_card_arrives_once_and_nothing_is_amiss(whole: Learner) -> None:
    collection = whole.collection
    assert collection.card_count() == collection.note_count() == len(DECK.cards)
    assert not collection.get_empty_cards().notes
    assert not collection.media.check().missing
    assert collection.fix_integrity()[1]


def test_cards_come_in_the_order_of_the_deck_and_into_it(whole: Learner) -> None:
    guids = whole.rows("select n.guid from notes n join cards c on c.nid = n.id order by c.due")
    assert guids == [anki.guid(card) for card in DECK.cards]
    assert {whole.collection.decks.name(whole.find(card).did) for card in DECK.cards} == {DECK.title}


@pytest.mark.parametrize("card", DECK.cards, ids=lambda card: card.id)
def test_every_card_reads_as_it_was_written(whole: Learner, card: Card) -> None:
    front, back = whole.faces(card)
    assert card.question.replace("[…]", "[...]") in text_of(front)
    assert all(choice in text_of(front) for choice in card.choices)
    assert card.choices or card.answer not in text_of(front)
    assert all(words in text_of(back) for words in card.prompts or (card.answer,))
    assert card.kind != "ordering" or not any(date in text_of(front) for date in card.prompts)
    evidence = card.evidence[0]
    assert evidence.sentence in text_of(back)
    assert text_of(back.partition("<mark>")[2].partition("</mark>")[0]) == evidence.text
    assert "style=" not in back


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        (0, "Erster Gipfel in Silberstadt: „Ein Anfang“ Silberstädter Merkur, 25. April 2019"),
        (2, "Treffen & Reden <b>ohne</b> Ende Hafenblatt, April 2019"),
        (5, "ohne-kopf"),
        (6, "unbekannt"),
    ],
)
def test_the_back_ends_with_where_it_was_printed(whole: Learner, number: int, printed: str) -> None:
    assert text_of(whole.faces(DECK.cards[number])[1]).endswith(printed)


def test_only_web_addresses_become_links(whole: Learner) -> None:
    assert 'href="https://example.org/a?b=1&amp;c=2"' in whole.faces(DECK.cards[2])[1]
    assert "javascript:" not in whole.faces(DECK.cards[5])[1]


def test_a_choice_names_the_letter_of_its_answer(whole: Learner) -> None:
    card = next(card for card in DECK.cards if card.kind == "choice")
    assert "B. in Graufurt" in text_of(whole.faces(card)[1])


def test_pairs_name_the_letters_under_which_they_were_shown(whole: Learner) -> None:
    for card in DECK.cards[-2:]:
        front, back = (text_of(face) for face in whole.faces(card))
        options = re.findall(r"<li>(.*?)</li>", whole.faces(card)[0].rpartition('<ol class="choices">')[2])
        assert sorted(map(text_of, options)) == sorted(card.choices)
        assert tuple(map(text_of, options)) != card.choices  # mixed
        for prompt, choice in zip(card.prompts, card.choices, strict=True):
            letter = "ABC"[list(map(text_of, options)).index(choice)]
            wanted = f"{letter}. {choice} ({prompt})" if card.kind == "ordering" else f"{prompt} – {letter}. {choice}"
            assert wanted in back
            assert wanted not in front


@pytest.mark.parametrize(
    ("kind", "after"), [("question", ": Wer […]?"), ("cloze", ": Auch […] kam."), ("true_false", ". Stimmt das?")]
)
def test_a_heading_stands_above_the_question(learner: Learner, tmp_path: Path, kind: CardKind, after: str) -> None:
    heading = "Zur Meldung „Fähren & <Häfen>“"
    card = replace(make_card(1, "who", kind, heading + after, "Anna Berg", "Auch Anna Berg kam."), heading=heading)
    anki.write(Deck("d", "Deck", (card,), ()), tmp_path / "d.apkg")
    learner.import_package(tmp_path / "d.apkg")
    front = text_of(learner.faces(card)[0])
    assert front.startswith(heading)
    assert front.endswith(after.rpartition(" ")[2])
    assert front.count(heading) == 1


def test_other_right_answers_are_told(learner: Learner, tmp_path: Path) -> None:
    card = make_card(1, "who", "question", "Wer?", "Ole Düne", "Ole Düne war es.", accept=("Minister Düne", "<Ole>"))
    anki.write(Deck("d", "D", (card,), ()), tmp_path / "d.apkg")
    learner.import_package(tmp_path / "d.apkg")
    assert "Auch richtig: Minister Düne · <Ole>" in text_of(learner.faces(card)[1])


def test_tags_tell_what_is_asked(whole: Learner) -> None:
    assert set(whole.find(DECK.cards[3]).note().tags) == {"summitquiz", "ask::how_long", "kind::question"}


HOSTILE = "[sound:x.mp3] {{c1::a::b}} [latex]x[/latex] <img src=y.png> [$]z[/$] {{Frage}} &amp; <!-- "


@pytest.mark.parametrize("kind", get_args(CardKind))
def test_hostile_text_is_only_text(learner: Learner, tmp_path: Path, kind: str) -> None:
    question = f"Frage {HOSTILE} […]?" if kind == "cloze" else f"Frage {HOSTILE}?"
    choices = () if kind in OPEN_KINDS else (HOSTILE, "zwei")
    card = make_card(1, "who", kind, question, HOSTILE, f"Satz {HOSTILE}.", choices=choices)  # type: ignore[arg-type]
    if kind in ("matching", "ordering"):
        card = replace(card, prompts=(HOSTILE, "eins"))
    anki.write(Deck("d", HOSTILE, (card,), ()), tmp_path / "d.apkg")
    assert learner.import_package(tmp_path / "d.apkg") == {"new": 1}
    assert not learner.collection.media.check().missing
    assert not learner.collection.get_empty_cards().notes
    front, back = map(text_of, learner.faces(card))
    assert " ".join(question.replace("[…]", "[...]").split()) in front
    assert back.count(" ".join(HOSTILE.split())) >= 2
    assert not learner.find(card).render_output().question_av_tags


# --- again, and corrected ---------------------------------------------------------------------------------------------------


def test_the_same_deck_gives_the_same_bytes_and_nothing_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    for name, now in (("one", 1), ("two", LATER)):
        anki.write(DECK, tmp_path / name / "deck.apkg", now=now)
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two
    assert sorted(one) == ["deck.apkg", "deck.lock.json"]
    anki.write(DECK, tmp_path / "one" / "deck.apkg", now=LATER)  # with its lock file there
    assert {path.name: path.read_bytes() for path in (tmp_path / "one").iterdir()} == two
    assert list(scratch.iterdir()) == []


def test_an_unchanged_rebuild_changes_nothing(learner: Learner, tmp_path: Path) -> None:
    package = tmp_path / "deck.apkg"
    anki.write(DECK, package)
    learner.import_package(package)
    anki.write(DECK, package, now=LATER)
    assert learner.import_package(package) == {"duplicate": len(DECK.cards)}
    assert learner.collection.card_count() == len(DECK.cards)


def test_a_correction_reaches_the_learner_who_keeps_his_schedule(learner: Learner, tmp_path: Path) -> None:
    package = tmp_path / "deck.apkg"
    anki.write(DECK, package)
    learner.import_package(package)
    learned = learner.find(DECK.cards[0])
    learned.type, learned.queue, learned.ivl, learned.due, learned.reps = 2, _REVIEW, 30, 90, 7  # type: ignore[assignment]
    learner.collection.update_card(learned)

    corrected = replace(DECK.cards[0], answer="Präsidentin Ärmine Öztürk", question="Wer hieß sie 2019 willkommen?")
    anki.write(with_card(DECK, corrected), package, now=LATER)
    assert learner.import_package(package) == {"updated": 1, "duplicate": len(DECK.cards) - 1}
    front, back = map(text_of, learner.faces(corrected))
    assert "willkommen" in front
    assert "Ärmine" in back
    after = learner.find(corrected)
    assert (after.id, after.ivl, after.due, after.reps) == (learned.id, 30, 90, 7)


_REVIEW: CardQueue = 2  # type: ignore[assignment]


def test_corrections_one_after_the_other_all_arrive_even_when_the_clock_stands_still(learner: Learner, tmp_path: Path) -> None:
    package = tmp_path / "deck.apkg"
    for answer in ("eins", "zwei", "drei"):
        card = replace(DECK.cards[0], answer=answer)
        anki.write(replace(DECK, cards=(card,)), package, now=LATER)
        learner.import_package(package)
        assert answer in text_of(learner.faces(card)[1])


def test_a_card_that_comes_back_changed_arrives(learner: Learner, tmp_path: Path) -> None:
    package = tmp_path / "deck.apkg"
    anki.write(DECK, package)
    learner.import_package(package)
    anki.write(replace(DECK, cards=DECK.cards[1:]), package, now=LATER)
    changed = replace(DECK.cards[0], answer="jemand anderes")
    anki.write(with_card(DECK, changed), package, now=LATER + 1)
    assert learner.import_package(package)["updated"] == 1
    assert learner.collection.card_count() == len(DECK.cards)


def test_two_decks_live_side_by_side(whole: Learner, learner: Learner, tmp_path: Path) -> None:
    other = Deck("anderes", "Ein anderes Deck", (make_card(99, "where", "question", "Wo?", "dort", "Es war dort."),), ())
    anki.write(DECK, tmp_path / "a.apkg")
    anki.write(other, tmp_path / "b.apkg")
    learner.import_package(tmp_path / "a.apkg")
    assert learner.import_package(tmp_path / "b.apkg") == {"new": 1}
    assert learner.collection.card_count() == whole.collection.card_count() + 1
    assert len({learner.find(card).did for card in (*DECK.cards, *other.cards)}) == 2


def test_ids_hang_on_stable_ids_alone() -> None:
    card = DECK.cards[0]
    assert anki.guid(replace(card, question="anders", answer="anders")) == anki.guid(card)
    assert len({anki.guid(card) for card in DECK.cards}) == len(DECK.cards)
    # Literal, as no later version may give other ones: learners' decks know the old.
    assert anki.guid(card) == "0623d02292ee7a93c555"
    assert anki.deck_id("fährengipfel-2019") == 1806644703490


# --- refusals -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cards", "message"),
    [
        ((DECK.cards[0], DECK.cards[0]), "two cards have the id 'f01-question'"),
        ((replace(DECK.cards[7], question="Kein Loch."),), "'f08-cloze' has 0 gaps"),
        ((replace(DECK.cards[7], question="[…] und […]"),), "'f08-cloze' has 2 gaps"),
        ((replace(DECK.cards[13], choices=("x", "y")),), "'f14-choice' is not among its choices"),
    ],
)
def test_cards_that_anki_would_swallow_are_refused(tmp_path: Path, cards: tuple[Card, ...], message: str) -> None:
    with pytest.raises(ExportError, match=message):
        anki.write(replace(DECK, cards=cards), tmp_path / "deck.apkg")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{", '{"schema": 2, "notes": {}}', '{"schema": 1}', '{"schema": 1, "notes": {"a": {"hash": "ab", "mod": "x"}}}'],
)
def test_a_broken_lock_file_is_named_and_kept(tmp_path: Path, content: str) -> None:
    lock = tmp_path / "deck.lock.json"
    lock.write_text(content)
    with pytest.raises(ExportError, match="not a readable lock file") as caught:
        anki.write(DECK, tmp_path / "deck.apkg")
    assert caught.value.where == str(lock)
    assert lock.read_text() == content


def test_an_empty_deck_can_be_imported(learner: Learner, tmp_path: Path) -> None:
    anki.write(Deck("leer", "Leer", (), ()), tmp_path / "leer.apkg")
    assert learner.import_package(tmp_path / "leer.apkg") == {}
