"""Sentences, tokens and documents: borders, exact offsets, tags and lemmas."""

from __future__ import annotations

import itertools
import random

import pytest

from summitquiz.model import Article, Span
from summitquiz.reading.document import read
from summitquiz.reading.sentences import split
from summitquiz.reading.tokens import tag, tokenise, tokens

# One line each; | marks the borders.
LINES = """
Am 24. April trafen sie sich.|Am 2. August war Schluss.
Königin Elisabeth II. empfing den Gast.|Er traf Abdullah II.|Bei dem Treffen ging es um Wasser.
George W. Bush war in Washington, D.C., zu Gast.|Er flog nach Washington, D.C.|Dort blieb er.
Das gilt z. B. für Nauru.|Es ist u. a. von Dr. Meier und Prof. Dr. Schulz.|Um 14.30 Uhr begann es.
„Das ist gut.“|Danach schwieg er.|„Das ist gut“, sagte er.|„Kommen Sie?“, fragte er.|„Nein!“|Er ging.
"Das ist gut."|Danach schwieg er.|"Wann kommen Sie?" fragte er.|»Gut.«|Er kam.
Die Lage sei "ernst".|Das sagte er.|Er sagte "Nein."|Und "Ja".
(Das war klar.)|Dann kam sie.
Er kam am 3. 5. 2016 an.|Er blieb bis zum 1. 6. und ging.
Das kostet 2,8 Mio. Euro.|Es waren ca. 30 Mio.|Danach kam nichts.
St. Pölten liegt bei Wien.|Die U.S. Army kam.|Sie auch...|Dann kam nichts …|Danach schon.
In der Nacht zum 24.|Dann begann es.
1. Die Abrüstung ist ein Ziel.|2. Der Handel ist das andere.
Er wird 60.|Das ist viel.|Präsident Xi.|Er ging.|John Muster Jr.|Er war da.
Der Papst, Johannes Paul II., kam.|Der Minister a. D. Müller kam.|Er kam im Jan. 2015 an.
Ergebnis für Muster.|Havanna – Am Rande des Besuchs sprachen sie.
52. Minute: Er trifft.|Danach Schluss.
Wann kommt er? fragten sie alle.
""".strip().splitlines()


@pytest.mark.parametrize("line", LINES)
def test_borders(line: str) -> None:
    parts = line.split("|")
    text = " ".join(parts)
    spans = split(text)
    assert [span.of(text) for span in spans] == parts


def test_a_line_break_ends_a_sentence() -> None:
    text = "  Ein Titel ohne Punkt\n\nBerlin\nSie kam an  \n"
    assert [span.of(text) for span in split(text)] == ["Ein Titel ohne Punkt", "Berlin", "Sie kam an"]


def test_a_start_leaves_out_what_stands_before() -> None:
    text = "date 2019-04 Sie kam. Er ging."
    assert [span.of(text) for span in split(text, 13)] == ["Sie kam.", "Er ging."]


@pytest.mark.parametrize(
    "unit", ["am ", "Am. ", "1. ", ". ", "(a. ", "a", "„Ja.“ ", "Der Rat tagte am 3. Mai in Bonn. ", "z. B. ", "… "]
)
def test_long_lines_are_covered_in_order(unit: str) -> None:
    text = unit * (30_000 // len(unit))
    spans = split(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert "".join(span.of(text) for span in spans).replace(" ", "") == text.replace(" ", "")
    assert max(span.end - span.start for span in spans) <= 4000


def test_prose_is_split_alike_wherever_its_window_ends() -> None:
    sentence = "Der Rat tagte am 3. Mai in Bonn."
    text = " ".join([sentence] * 1000)
    assert {span.of(text) for span in split(text)} == {sentence}


WORDS = [
    ("Am 24. April um 14.30 Uhr kam er.", "Am 24. April um 14.30 Uhr kam er ."),
    ("US-Präsident George W. Bush traf Dr. Meier.", "US-Präsident George W. Bush traf Dr. Meier ."),
    ("Vier-Augen-Gespräch, z.B. in Washington, D.C.", "Vier-Augen-Gespräch , z.B. in Washington , D.C."),
    ("„Das ist’s“, sagte O'Neill – und ging…", "„ Das ist’s “ , sagte O'Neill – und ging …"),
    ("Wien/Berlin (dpa): 1.000,50 Euro, 2,5 %, 3:1", "Wien / Berlin ( dpa ) : 1.000,50 Euro , 2,5 % , 3:1"),
    ("Staats- und Regierungschefs", "Staats- und Regierungschefs"),
    ("der 35-Jährige am 2.8.2015", "der 35-Jährige am 2.8.2015"),
    ("Er empfing Elisabeth II.", "Er empfing Elisabeth II ."),
    ("Elisabeth II. empfing ihn.", "Elisabeth II. empfing ihn ."),
    ("siehe https://bote.example/a?b=1 dort", "siehe https://bote.example/a?b=1 dort"),
    ("Ende am 24.", "Ende am 24 ."),
    ("Am 24./25. April, vom 1.-3. Mai", "Am 24. / 25. April , vom 1. - 3. Mai"),
    ("Am 24.4. und 25.4. 2019.", "Am 24.4. und 25.4. 2019 ."),
    ("in den 1990er-Jahren und 90ern", "in den 1990er-Jahren und 90ern"),
]


@pytest.mark.parametrize(("text", "words"), WORDS, ids=[row[0] for row in WORDS])
def test_words(text: str, words: str) -> None:
    assert [span.of(text) for span in tokenise(text, Span(0, len(text)))] == words.split(" ")


TAGS = [
    ("Die USA und US-Präsident Muster", "USA", "NE", "USA"),
    ("Sie führten ein Vier-Augen-Gespräch", "Vier-Augen-Gespräch", "NN", "Vier-Augen-Gespräch"),
    ("Nach zwei Vier-Augen-Gesprächen gingen sie", "Vier-Augen-Gesprächen", "NN", "Vier-Augen-Gespräch"),
    ("Er war mit US-amerikanischen Kollegen dort", "US-amerikanischen", "ADJA", "US-amerikanisch"),
    ("Nach dem 50-minütigen Gespräch ging er", "50-minütigen", "ADJA", "50-minütig"),
    ("Sie haben sich getroffen", "getroffen", "VVPP", "treffen"),
    ("Sie haben sich getroffen", "haben", "VAFIN", "haben"),
    ("Er wolle kommen", "wolle", "VMFIN", "wollen"),
    ("Sie trafen sich am 24. April", "24.", "ADJA", "24."),
    ("Das war 2015 in Bonn", "2015", "CARD", "2015"),
    ("Er sprach mit António Guterres", "Guterres", "NE", "Guterres"),
    ("Das ist nicht so", "nicht", "PTKNEG", "nicht"),
    ("„Ja“, sagte sie", "„", "$(", "„"),
    ("Er kam – und ging", "–", "$(", "–"),
]


@pytest.mark.parametrize(("text", "word", "expected", "lemma"), TAGS, ids=[f"{row[1]}-{row[2]}" for row in TAGS])
def test_tags_and_lemmas(text: str, word: str, expected: str, lemma: str) -> None:
    found = {token.text: token for token in tokens(text, Span(0, len(text)))}
    assert (found[word].tag, found[word].lemma) == (expected, lemma)


def test_quotation_marks_of_any_kind_change_no_tag() -> None:
    tagged = [[name for name, _ in tag([mark, "Ja", mark, ",", "sagte", "sie", "."])] for mark in '"„“”«»']
    assert all(row == tagged[0] for row in tagged)


def test_no_words_and_too_many() -> None:
    assert tag([]) == []
    assert set(tag(["am"] * 2000)) == {("XY", "am")}


def test_document_of_an_article_with_head_and_title() -> None:
    text = "date 2019-04 Brücke bleibt\n\nSie kam. Er ging.\nDas war alles."
    start = text.index("Brücke")
    article = Article("a", text, title="Brücke bleibt", title_span=Span(start, start + 13), body_start=text.index("Sie"))
    document = read(article)
    assert [(sentence.paragraph, sentence.span.of(text)) for sentence in document.sentences] == [
        (0, "Brücke bleibt"),
        (1, "Sie kam."),
        (1, "Er ging."),
        (2, "Das war alles."),
    ]
    assert document.article is article
    assert document.mentions == ()


def test_offsets_hold_for_any_text() -> None:
    chance = random.Random(1)
    pieces = [
        "Am",
        "24.",
        " ",
        " ",
        "\n",
        "„",
        "“",
        "X.",
        "…",
        "(",
        ")",
        "-",
        "–",
        "'",
        "’",
        "3.5.2016",
        "usw.",
        "Ü",
        "é",
        "𝄞",
        "?",
        "!",
        ".",
        ",",
    ]
    for _ in range(300):
        text = "".join(chance.choice(pieces) for _ in range(40))
        document = read(Article("a", text))
        for sentence in document.sentences:
            covered = "".join(token.text for token in sentence.tokens)
            assert covered == "".join(sentence.span.of(text).split())
            assert all(token.span.of(text) == token.text and sentence.span.covers(token.span) for token in sentence.tokens)
