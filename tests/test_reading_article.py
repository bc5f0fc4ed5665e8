"""Files → Article: formats, encodings, heads, dates, and what is refused."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

import pytest

from summitquiz.errors import ArticleError
from summitquiz.model import PartialDate
from summitquiz.reading.article import load

if TYPE_CHECKING:
    from pathlib import Path

PROSE = "Die Ministerin ist am Montag nach Musterstadt gereist. Dort hat sie mit dem Bürgermeister über die Brücke gesprochen."


def write(folder: Path, content: str | bytes, name: str = "bericht.txt") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_text_that_starts_at_once_has_no_title(tmp_path: Path) -> None:
    article = load(write(tmp_path, PROSE))
    assert (article.id, article.text, article.title, article.title_span, article.body_start) == (
        "bericht",
        PROSE,
        None,
        None,
        0,
    )
    assert article.sha256 == hashlib.sha256(PROSE.encode()).hexdigest()


@pytest.mark.parametrize(
    "title", ["Königin empfängt Ludwig XIV.", "Kommt die Brücke?", "Nauru: „Wir bauen“", "Prozess gegen Max M."]
)
def test_titles_with_signs_at_their_end(tmp_path: Path, title: str) -> None:
    assert load(write(tmp_path, f"{title}\n\n{PROSE}")).title == title


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n \n\n"])
def test_title_line_stays_in_the_text(tmp_path: Path, gap: str) -> None:
    article = load(write(tmp_path, f"Brücke soll bleiben – Ministerin reist an{gap}{PROSE}"))
    assert article.title == "Brücke soll bleiben – Ministerin reist an"
    assert article.title_span is not None
    assert article.title_span.of(article.text) == article.title
    assert article.text[article.body_start :] == PROSE


@pytest.mark.parametrize(
    "first",
    [
        "Die Ministerin ist angereist.",  # a sentence
        "Die Ministerin ist,",  # goes on
        "Von Eva Beispiel und Max Muster, Rom",  # a byline
        "Die Ministerin ist am Montag nach Musterstadt gereist, um dort " + "mit dem Bürgermeister " * 6,  # too long
    ],
)
def test_a_first_line_that_is_no_title(tmp_path: Path, first: str) -> None:
    article = load(write(tmp_path, f"{first}\n{PROSE}"))
    assert article.title is None
    assert article.body_start == 0


def test_a_paragraph_that_goes_on_with_a_small_letter_has_no_title(tmp_path: Path) -> None:
    assert load(write(tmp_path, f"Die Ministerin ist am Montag\nnach Musterstadt gereist. {PROSE}")).title is None


@pytest.mark.parametrize(
    ("header", "date"),
    [(" date 2017-03 ", "2017-03"), ("date 2017\n", "2017"), ("date: 2017-03-05T10:00:00+01:00 ", "2017-03-05")],
)
def test_wild_date_header(tmp_path: Path, header: str, date: str) -> None:
    article = load(write(tmp_path, header + PROSE))
    assert str(article.published) == date
    assert article.text[article.body_start :] == PROSE


@pytest.mark.parametrize("stamp", ["24. April 2019, 18:55 Uhr", "Stand: 24.04.2019 18:55 Uhr", "Mittwoch, 24.04.2019"])
def test_a_date_line_is_no_title(tmp_path: Path, stamp: str) -> None:
    article = load(write(tmp_path, f"{stamp}\n\nBrücke soll bleiben\n\n{PROSE}"))
    assert (article.title, str(article.published)) == ("Brücke soll bleiben", "2019-04-24")


def test_front_matter_is_not_text(tmp_path: Path) -> None:
    head = (
        "---\ntitle: Die Brücke\npublished: 2016-11-05\npublisher: Musterbote\nurl: https://bote.example/1\ntags: [a, b]\n---\n"
    )
    article = load(write(tmp_path, head + PROSE, "a.md"))
    assert (article.title, str(article.published), article.publisher) == ("Die Brücke", "2016-11-05", "Musterbote")
    assert article.url == "https://bote.example/1"
    assert article.text == PROSE


def test_keywords_override_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, f"---\ntitle: Alt\npublished: 2016\npublisher: A\nurl: b\n---\n{PROSE}")
    article = load(path, title="Neu", published=PartialDate(2017, 2), publisher="C", url="d")
    assert (article.title, str(article.published), article.publisher, article.url) == ("Neu", "2017-02", "C", "d")


@pytest.mark.parametrize(
    ("ending", "date"),
    [
        (" (APA/Reuters, 2.8.2015)", "2015-08-02"),
        (" (dpa, 12.3.2016)\n", "2016-03-12"),
        (" (red, 16. 5. 2016)", "2016-05-16"),
        (" (Eva Beispiel aus Rom, 30.12.15)", "2015-12-30"),
        (" (APA; 1.9.2015)", "2015-09-01"),
        (" (APA/red – 8.8. 2015)", "2015-08-08"),
        (" (APA, 30.9.3015)", None),
        (" (APA, 31.2.2015)", None),
        (" (dpa)", None),
        ("\n\nÄhnlicher Artikel (26.12.2005)", None),
        ("\n(26.12.2005)", None),
        ("\n\nStand: 25.04.2019 08:12 Uhr", "2019-04-25"),
        ("\n\nPrag (Tschechien), 08.04.2010 – Die Präsidentin ist am Montag abgereist.", "2010-04-08"),
        ("\n\nGenf, 3. Mai 2012 – Die Präsidentin ist am Montag abgereist.", "2012-05-03"),
        ("\n\nStand: 25.04.2019 08:12 Uhr\nVeröffentlicht am 24. April 2019", "2019-04-24"),
        ("\n\nDonnerstag, 25. April 2019, 12:33 Uhr", "2019-04-25"),
        ("\n\nAm 25. April 2019 kehrt sie zurück", None),
    ],
)
def test_the_date_that_the_text_gives(tmp_path: Path, ending: str, date: str | None) -> None:
    published = load(write(tmp_path, PROSE + ending)).published
    assert (str(published) if published else None) == date


def test_a_head_goes_before_an_agency_credit(tmp_path: Path) -> None:
    assert str(load(write(tmp_path, f"---\npublished: 2015-08\n---\n{PROSE} (APA, 2.9.2015)")).published) == "2015-08"


@pytest.mark.parametrize(
    "data",
    [
        PROSE.encode("utf-8"),
        b"\xef\xbb\xbf" + PROSE.encode("utf-8"),
        b"\xff\xfe" + PROSE.encode("utf-16-le"),
        b"\xfe\xff" + PROSE.encode("utf-16-be"),
        PROSE.encode("cp1252"),
        PROSE.replace("ü", "u\u0308").encode(),
    ],
)
def test_encodings(tmp_path: Path, data: bytes) -> None:
    assert load(write(tmp_path, data)).text == PROSE


def test_windows_signs(tmp_path: Path) -> None:
    assert "„Brücke“ – 5 €" in load(write(tmp_path, f"{PROSE} „Brücke“ – 5 €".encode("cp1252"))).text


def test_invisible_signs(tmp_path: Path) -> None:
    text = load(write(tmp_path, f"Brü\u00adcken\u00adbau\r\n\r\nam 3.\u00a0Mai\u202f2017\u200b.\r{PROSE}")).text
    assert text == f"Brückenbau\n\nam 3. Mai 2017.\n{PROSE}"


def test_lines_broken_at_a_width_are_joined(tmp_path: Path) -> None:
    lines = [
        "Die Ministerin ist am Montag nach Musterstadt gereist. Dort hat",
        "sie mit dem Bürgermeister über die Brücke gesprochen. Das Ge-",
        "spräch dauerte zwei Stunden. Danach fuhr sie weiter, um sich mit",
        "der Ost- und West-",
        "und Nordgruppe zu treffen.",
    ]
    assert load(write(tmp_path, "Brücke bleibt\n\n" + "\n".join(lines))).text == (
        "Brücke bleibt\n\nDie Ministerin ist am Montag nach Musterstadt gereist. Dort hat sie mit dem Bürgermeister über die "
        "Brücke gesprochen. Das Gespräch dauerte zwei Stunden. Danach fuhr sie weiter, um sich mit der Ost- und West- und "
        "Nordgruppe zu treffen."
    )


def test_paragraphs_of_one_line_stay(tmp_path: Path) -> None:
    text = "\n".join([PROSE] * 5)
    assert load(write(tmp_path, text)).text == text


def test_markdown(tmp_path: Path) -> None:
    prose = f"{PROSE} Mehr **dazu** [hier](https://bote.example)."
    article = load(write(tmp_path, f"# Die *neue* Brücke\n\n![Bild](b.png)\n{prose}\n\n- ein_wort und zwei_wort\n", "a.md"))
    assert article.title == "Die neue Brücke"
    assert article.text == f"Die neue Brücke\n\n\n{PROSE} Mehr dazu hier.\n\nein_wort und zwei_wort\n"


PAGE = """<!doctype html><html lang="de"><head><title>Brücke bleibt | Musterbote</title><meta charset="utf-8">
<meta property="og:title" content="Brücke bleibt"><meta property="og:site_name" content="Musterbote">
<meta property="article:published_time" content="2018-06-12T10:00:00+02:00"><link rel="canonical" href="https://bote.example/1">
</head><body><nav><a href="/">Start</a><a href="/p">Politik</a></nav><article><h1>Brücke bleibt</h1>{}</article>
<footer>Impressum</footer></body></html>"""


@pytest.mark.parametrize("name", ["a.html", "a.htm", "A.HTML"])
def test_web_page(tmp_path: Path, name: str) -> None:
    body = "".join(f"<p>{PROSE} Das war ihr Besuch Nummer {number}&nbsp;in der Stadt.</p>" for number in range(1, 6))
    article = load(write(tmp_path, PAGE.format(body), name))
    assert (article.title, str(article.published), article.publisher) == ("Brücke bleibt", "2018-06-12", "Musterbote")
    assert article.url == "https://bote.example/1"
    assert article.title_span is not None
    assert article.title_span.of(article.text) == "Brücke bleibt"
    assert article.text[article.body_start :].startswith(f"{PROSE} Das war ihr Besuch Nummer 1 in der Stadt.\n")
    assert "Impressum" not in article.text


REFUSED = [
    ("leer.txt", "", "leer.txt", "empty"),
    ("leer.txt", " \n\u200b\n", "leer.txt", "empty"),
    ("kopf.txt", "---\ntitle: Nur ein Kopf\n---\n\n", "kopf.txt", "no text after the head"),
    ("bild.txt", b"\x89PNG\r\n\x1a\n" + bytes(100), "bild.txt", "binary"),
    ("null.txt", b"Hallo \x00 Welt", "null.txt", "binary"),
    ("utf.txt", b"\xff\xfea", "utf.txt", "UTF-16"),
    ("gross.txt", b"am " * 1_700_000, "gross.txt", "5.1 MB"),
    ("a.pdf", PROSE, "a.pdf", "'.pdf'"),
    ("ohne", PROSE, "ohne", "without suffix"),
    ("datum.txt", f"---\ntitle: A\npublished: gestern\n---\n{PROSE}", "datum.txt:3:12", "must be a date"),
    ("datum.txt", f"---\npublished: 2019-13\n---\n{PROSE}", "datum.txt:2:12", "must be a date"),
    ("kopf.txt", f"---\ntitle: [a\n---\n{PROSE}", "kopf.txt:3:1", "not valid YAML"),
    ("kopf.txt", f"---\ntitle: {{a: b}}\n---\n{PROSE}", "kopf.txt:2:8", "must be a text"),
    ("kopf.txt", f"---\ntitle: A\n{PROSE}", "kopf.txt:1", "never ends"),
    ("wild.txt", f"date 2019-17 {PROSE}", "wild.txt:1", "is none"),
    (
        "english.txt",
        "The minister went to the town on Monday and she talked to the mayor about the old bridge. " * 3,
        "english.txt",
        "German",
    ),
    (
        "dutch.txt",
        "De minister is maandag naar de stad gereisd en heeft daar met de burgemeester over de brug gesproken. " * 3,
        "dutch",
        "German",
    ),
    ("leer.html", "<html><body></body></html>", "leer.html", "no article text"),
]


@pytest.mark.parametrize(("name", "content", "where", "message"), REFUSED, ids=[f"{row[0]}-{row[3]}" for row in REFUSED])
def test_refused(tmp_path: Path, name: str, content: str | bytes, where: str, message: str) -> None:
    with pytest.raises(ArticleError) as caught:
        load(write(tmp_path, content, name))
    assert caught.value.where is not None
    assert caught.value.where.startswith(str(tmp_path / where))
    assert message in caught.value.message
    assert "\n" not in str(caught.value)


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no such file"):
        load(tmp_path / "fehlt.txt")
    (tmp_path / "ordner.txt").mkdir()
    with pytest.raises(ArticleError, match="folder"):
        load(tmp_path / "ordner.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rohr.txt")
    with pytest.raises(ArticleError, match="no ordinary file"):
        load(tmp_path / "rohr.txt")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_unreadable_file(tmp_path: Path) -> None:
    path = write(tmp_path, PROSE)
    path.chmod(0)
    with pytest.raises(ArticleError, match="permissions"):
        load(path)


def test_a_short_text_is_believed_to_be_german(tmp_path: Path) -> None:
    assert load(write(tmp_path, "Kanzler Muster traf Ministerin Beispiel.")).text
