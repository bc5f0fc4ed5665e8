"""The quiz as seen: on narrow and wide screens in Chromium, and on A4 paper by Chromium and WeasyPrint."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pymupdf
import pytest
import weasyprint

from summitquiz.export import quiz
from summitquiz.model import Card, Deck
from tests.browser import new_page
from tests.deck_samples import DECK, make_card

if TYPE_CHECKING:
    from pathlib import Path

SHEETS = ["quiz", "key"]
A4 = (595, 842)  # points


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return dict(zip(SHEETS, quiz.write(DECK, tmp_path_factory.mktemp("sheets")), strict=True))


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("width", [320, 360, 800, 1600])
def test_nothing_runs_off_the_screen(sheets: dict[str, Path], sheet: str, width: int) -> None:
    page = new_page(width)
    page.goto(sheets[sheet].as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    outside = page.evaluate(
        "[...document.body.querySelectorAll('*')].map(e => [e.outerHTML, e.getBoundingClientRect()])"
        ".filter(([html, box]) => box.left < 0 || box.right > innerWidth)"
    )
    assert outside == []
    page.close()


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_browser_has_nothing_to_complain_about_and_nothing_to_fetch(sheets: dict[str, Path], sheet: str) -> None:
    page = new_page(800)
    complaints: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(sheets[sheet].as_uri(), wait_until="networkidle")
    assert complaints == []
    assert requests == [sheets[sheet].as_uri()]
    page.close()


def test_the_quiz_can_be_filled_in_without_seeing_it(sheets: dict[str, Path]) -> None:
    """Everything to fill in has a name; headings go down one step at a time; options are a group named by their question."""
    page = new_page(800)
    page.goto(sheets["quiz"].as_uri())
    outline = page.locator("main").aria_snapshot()
    assert re.findall(r"\[level=(\d)\]", outline) == ["1", "2"]
    names = re.findall(r"- (textbox|radio|radiogroup)(.*)", outline)
    assert len(names) > 50
    assert [kind for kind, name in names if not name.strip(" :")] == []
    for label, kind in (("Name", "textbox"), ("Klasse", "textbox"), ("Datum", "textbox"), ("Lücke in Frage 8", "textbox")):
        assert f'- {kind} "{label}"' in outline
    assert 'radiogroup "Wo tagte 2018 der Fischereirat von Nordmark?"' in outline
    assert '- textbox "1 Hafenminister"' in outline
    assert re.search(r'- textbox "[A-C] die Taufe der Barke"', outline)
    group = page.get_by_role("radiogroup").first
    group.get_by_label("in Graufurt").check()
    group.get_by_label("in Althafen").check()
    assert group.locator(":checked").count() == 1
    page.close()


def printed(path: Path, folder: Path, engine: str) -> list[Any]:
    """The pages that come out of the printer, as pymupdf reads them."""
    target = folder / "sheet.pdf"
    if engine == "chromium":
        page = new_page(800)
        page.goto(path.as_uri())
        page.pdf(path=str(target), prefer_css_page_size=True)
        page.close()
    else:
        weasyprint.HTML(path).write_pdf(target)
    open_pdf: Any = pymupdf.open  # which has no types
    return list(open_pdf(target))


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("engine", ["chromium", "weasyprint"])
def test_on_paper(sheets: dict[str, Path], tmp_path: Path, sheet: str, engine: str) -> None:
    pages = printed(sheets[sheet], tmp_path, engine)
    assert len(pages) in (4, 5)
    numbers: list[int] = []
    for index, page in enumerate(pages, start=1):
        assert (round(page.rect.width), round(page.rect.height)) == A4
        words = page.get_text("words")
        text = page.get_text()
        assert f"Seite {index} von {len(pages)}" in text
        assert "Der Fährengipfel von Silberstadt 2019: „Nordmark & Südsee“ · " in text
        assert min(word[0] for word in words) > 50  # points: margins that every printer can do
        assert max(word[2] for word in words) < A4[0] - 50
        numbers += [int(word[4].rstrip(".")) for word in words if re.fullmatch(r"\d+\.", word[4]) and word[0] < 75]
    assert numbers == list(range(1, len(DECK.cards)))


@pytest.mark.parametrize("engine", ["chromium", "weasyprint"])
def test_no_question_is_split_over_two_pages(tmp_path: Path, engine: str) -> None:
    """Each question begins and ends with a word of its own, and many of them make many page ends."""
    cards = tuple(marked_card(number) for number in range(40))
    quiz_path, key_path = quiz.write(Deck("lang", "Lang", cards, ()), tmp_path)
    for path, end in ((quiz_path, "Schluss"), (key_path, "Beleg")):
        texts = [page.get_text() for page in printed(path, tmp_path, engine)]
        assert len(texts) > 4
        begun, ended = ([re.findall(rf"{word}(\d+)", text) for text in texts] for word in ("Anfang", end))
        assert begun == ended
        assert [int(number) for numbers in begun for number in numbers] == list(range(40))


def marked_card(number: int) -> Card:
    """A choice of a few lines."""
    question = f"Anfang{number} " + "und so weiter " * (5 + number % 20)
    choices = (f"eins{number}", "zwei", f"Schluss{number}")
    sentence = "Es war zwei, " + "wie man hier lesen kann, " * (number % 15) + f"Beleg{number}."
    return make_card(number, "who", "choice", question, "zwei", sentence, choices=choices)
