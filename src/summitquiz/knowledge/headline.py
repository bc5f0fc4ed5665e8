"""A report's headline, or its first sentence, as the heading of a question: "Zur Meldung „…“ vom 24. April 2019: Wer …?"."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from summitquiz.model import Kind, Person

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from summitquiz.knowledge.persons import Profile
    from summitquiz.knowledge.scene import Scene
    from summitquiz.model import Article, Document, PartialDate, Period, Span

_AMERICA = re.compile(r"\bUSA\b|\bVereinigte[nr]? Staaten\b")  # told of by "US-"
_LONGEST = 130  # letters of a headline that can stand before a question
_LONGEST_UNDATED = 190  # letters of a sentence that can, where nothing but its names tells which report is meant
_FEWEST = 2  # names and nouns that a headline must have to tell what its article is about
_STEM = 6  # letters that a name shares with what is formed from it: Österr for Österreich and österreichisch

_SENTENCE = 4  # words that can be a headline of their own
_SHORT = 3  # letters of words too short to be compared by likeness
_TWO = 2
_LENGTH = re.compile(r"(?i)(?:sekunden|minuten|stunden?|tag|tagen?|nacht|nächten?|wochen?|monaten?|jahr|jahren?)\b")
_SAME = 0.8  # likeness of two spellings of a name

_BYLINE = re.compile(r"[.,;|]? (?:Von|VON|Aus [A-ZÄÖÜ]\w+ (?:von|berichtet)) (?:[A-ZÄÖÜ][\w.-]+ ?){2,4}$")

# A byline, a date, the name of a column, a time of day.
_NO_HEADLINE = re.compile(
    r"(?:Von|Serie|Foto|Bild|Interview|Kommentar|Analyse|Aus|Stand)\b|.*\bTeil \d|.*\d{4}\b|.*\b\d\d:\d\d\b"
)


def headline(
    scene: Scene, document: Document, answer: str, people: Sequence[Profile], *, dates: bool, masked: bool = False
) -> str:
    """The heading that names a report by its headline; "" without one, or where it would tell of the `answer`.

    `people`: the persons who answer. `dates`: the question has no date but that of the report. `masked`: dots stand for the
    words that tell of the answer.
    """
    article = document.article
    lines = [_main_part(line) for line in ([article.title, _second_line(article)] if article.title else _teasers(document))]
    lines = [line for line in lines if len(line) <= _LONGEST]
    if lines and not (masked or article.published or article.title):
        named = max(_names(scene, article, line, offices=False) for line in lines)
        first = _first(document, None)  # "US-Außenminister sucht Ausweg": whose, and where, the first sentence may tell
        lines += [line for line in first if _names(scene, article, line, offices=False) > named + 1]
    told = [_masked(line, answer, people) for line in lines] if masked else lines
    return _heading(scene, article, told, answer, people, dates=dates)


def lead(scene: Scene, document: Document, sentence: Span, answer: str, people: Sequence[Profile], *, dates: bool) -> str:
    """The heading that names a report by its first sentence, where its headline tells of the answer or where it has neither
    headline nor date; "" where that is the `sentence` asked about, names nobody and no place, or tells of the answer too.
    """
    article = document.article
    if article.published and not article.title:
        return ""  # a date, and what the article is about, tell more
    first = [line for line in _first(document, sentence) if _names(scene, article, line)]
    return _heading(scene, article, first, answer, people, dates=dates)


def report(scene: Scene, document: Document, sentence: Span, answer: str, people: Sequence[Profile]) -> str:
    """The heading that names a report without a date: its headline, or its first sentence where that tells of the answer."""
    title = headline(scene, document, answer, people, dates=True) or lead(scene, document, sentence, answer, people, dates=True)
    return title or headline(scene, document, answer, people, dates=True, masked=True)


def _heading(
    scene: Scene, article: Article, lines: Sequence[str], answer: str, people: Sequence[Profile], *, dates: bool
) -> str:
    fitting = [
        line
        for line in lines
        if len(line) <= (_LONGEST if article.published else _LONGEST_UNDATED)
        and len(_nouns(line, article.text)) >= _FEWEST
        and (article.published or _names(scene, article, line))
        and not (_LENGTH.search(line) and _LENGTH.search(answer))
        and not _tells(line, answer, people)
        and not scene.phrasing.named_by_capital(answer, line)
    ]
    if not fitting:
        return ""
    title = max(fitting, key=lambda line: _names(scene, article, line))  # the first of two that name as many
    return scene.phrasing.headline(title, _appeared(article, answer, dates=dates))


def _appeared(article: Article, answer: str, *, dates: bool) -> PartialDate | Period | None:
    """When a report appeared, as far as its heading has to say so: without a date, whom it names in office tells about when,
    which a question needs unless it asks for a year itself."""
    if article.published:
        return article.published if dates else None
    return article.period if dates and not re.search(r"\b\d{4}\b", answer) else None


def _main_part(title: str) -> str:
    """A headline without its byline, and without what stands behind a dash or a stroke, where the first part tells enough."""
    title = _BYLINE.sub("", title)
    first = re.split(r" [-–—/] ", title)[0]
    return first if len(first.split()) >= _SENTENCE else title


def _second_line(article: Article) -> str:
    """The line below a headline, where it is one too: no sentence with its full stop."""
    behind = article.text[article.title_span.end :].lstrip() if article.title_span else ""
    line, _, rest = behind.partition("\n")
    closed = line.rstrip().endswith((".", "!", "?", ":", ",", "“", '"'))
    return line.strip() if rest.strip() and not closed and not _NO_HEADLINE.match(line) else ""


def _teasers(document: Document) -> list[str]:
    """What stands before the prose of a text without headline: the sentences before its dateline."""
    dateline = _dateline(document)
    before = [s.span for s in document.sentences if dateline and s.span.end <= dateline.start]
    return [span.of(document.article.text).rstrip(".") for span in before]


def _first(document: Document, sentence: Span | None) -> list[str]:
    """The first sentence of the prose, without its dateline, where it is not this one."""
    article, dateline = document.article, _dateline(document)
    start = max(article.title_span.end if article.title_span else 0, article.body_start)
    if dateline:
        start = dateline.end
    zones = [m.span for m in document.mentions if m.kind is Kind.ZONE]
    first = next((s.span for s in document.sentences if s.span.end > start and not any(z.covers(s.span) for z in zones)), None)
    if first is None or first == sentence:
        return []
    begin = max([start, first.start, *(z.end for z in zones if z.start <= first.start)])  # behind "(dpa) –"
    return [article.text[begin : first.end].strip().rstrip(".")]


def _dateline(document: Document) -> Span | None:
    return next((m.span for m in document.mentions if m.kind is Kind.ZONE and m.value == "dateline"), None)


def _names(scene: Scene, article: Article, line: str, *, offices: bool = True) -> int:
    """How many persons, places and bodies of the article a line names; with `offices`, those who have no name there too."""
    kinds = {Kind.PERSON, Kind.PLACE, Kind.ORGANISATION}
    mentions = [m for m in scene.documents[article.id].mentions if m.kind in kinds]
    known = [m for m in mentions if offices or not isinstance(m.value, Person) or m.value.name]
    named = {m.span.of(article.text).split()[-1] for m in known}
    words = re.findall(r"[\w-]+", line)
    return len(named & {part for word in words for part in (word, *word.split("-"))})  # EU-Syrien-Fonds


def _nouns(title: str, text: str) -> list[str]:
    """The names and nouns of a headline: its capitalised words that the article never has in small letters."""
    return [w for w in re.findall(r"\b[A-ZÄÖÜ][\w-]{2,}", title) if not re.search(rf"\b{re.escape(w.lower())}\b", text)]


def names_all(heading: str, nouns: Collection[str]) -> bool:
    """Whether a heading has each of the nouns, alone or in a compound, or what stands behind its "|" for the same: "Referendum"
    in "EU-Referendum", "Abkommen|Vertrag" in "Friedensvertrag paraphiert"."""
    said = heading.casefold()
    return all(any(alike.casefold() in said for alike in noun.split("|")) for noun in nouns)


def _tells(title: str, answer: str, people: Sequence[Profile]) -> bool:
    names = {word for p in people for name in (p.name, *p.aliases) for word in name.split()}
    words = {w.casefold() for w in (*names, *re.findall(r"[A-ZÄÖÜ\d][\w]*", answer)) if len(w) > 2 or re.search(r"\d", w)}
    said = re.findall(r"\w+", title.casefold())
    short = {name for name in names if len(name) == _TWO and name.istitle()}  # Xi; not the "in" of Moon Jae In
    if _AMERICA.search(answer) and re.search(r"\bUS-", title):
        return True
    if _abbreviates(title, answer) or _abbreviates(answer, title):
        return True
    return bool(short & set(re.findall(r"\w+", title))) or any(
        one == word or (not word.isdigit() and (one.startswith(word[:_STEM]) or _alike(one, word)))
        for word in words
        for one in said
    )


def _abbreviates(one: str, other: str) -> bool:
    """Whether an acronym in `one` may stand for a name of some words in `other`: IStGH, Internationaler Strafgerichtshof."""
    runs = re.findall(r"[A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+)+", other)
    for short in re.findall(r"\b\w*[A-ZÄÖÜ]\w*[A-ZÄÖÜ]\w*\b", one):
        letters = re.compile(".*".join(map(re.escape, short)), re.IGNORECASE)
        if any({w[0] for w in run.split()} <= set(short) and run[0] == short[0] and letters.match(run) for run in runs):
            return True
    return False


def _masked(line: str, answer: str, people: Sequence[Profile]) -> str:
    """A headline with dots for each word that tells of the answer: "Tunesischer Präsident … nach Saudi-Arabien geflohen"."""
    line = re.sub(r"\bUS-", "…-", line) if _AMERICA.search(answer) else line
    hidden = re.sub(r"\w[\w'’-]*", lambda word: "…" if _tells(word[0], answer, people) else word[0], line)
    return re.sub(r"…(?: …)+", "…", hidden)


def _alike(one: str, other: str) -> bool:
    """Whether two words may be spellings of one name: Karsai and Karzai."""
    return min(len(one), len(other)) > _SHORT and SequenceMatcher(None, one, other).ratio() >= _SAME
