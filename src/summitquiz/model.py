"""The words of summitquiz as frozen dataclasses: articles, spans, mentions, events, facts, cards.

This is the ground floor: it imports nothing of ours, and every stage speaks to the next only through it.
All offsets are characters into `Article.text`, half open, so that `article.text[start:end]` is the span's text, always.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, NamedTuple

# --- articles and their parts ---------------------------------------------------------------------------------------------


class Span(NamedTuple):
    """Half-open character offsets into an article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The span's words in `text`."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


Precision = Literal["day", "month", "year"]


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the day, the month or only the year; `str()` gives it in ISO form (2019-04-24, 2019-04, 2019)."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        datetime.date(self.year, self.month or 1, self.day or 1)
        if self.day and not self.month:
            raise ValueError("a day needs its month")

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read 2019, 2019-04 or 2019-04-24; raises ValueError for anything else."""
        if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", text):
            raise ValueError(f"not a date: {text!r}")
        return cls(*(int(part) for part in text.split("-")))

    @property
    def precision(self) -> Precision:
        """How much of the date is known."""
        return "day" if self.day else "month" if self.month else "year"

    def __str__(self) -> str:
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Period:
    """A time known by its first and its last month."""

    start: PartialDate
    end: PartialDate


@dataclass(frozen=True, slots=True)
class Article:
    """One article as loaded. `text` holds the title too when the file does; `title_span` then says where it stands.

    `period`: when an article without a date must have been written, by whom it names in office.
    """

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: PartialDate | None = None
    sha256: str = ""
    title_span: Span | None = None
    period: Period | None = None
    body_start: int = 0  # where the prose begins: after front matter, a wild `date 2019-04`, a title

    @property
    def year_known(self) -> bool:
        """Whether the year of writing is known: by its date, or by whom it names in office."""
        return self.published is not None or (self.period is not None and self.period.start.year == self.period.end.year)


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its STTS part-of-speech tag (NE, NN, VVFIN, APPR, …) and its lemma."""

    span: Span
    text: str  # as the article has it
    tag: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its tokens; `span` has no blanks at its ends; `paragraph` counts from 0."""

    span: Span
    tokens: tuple[Token, ...]
    paragraph: int


# --- mentions: what the language rules recognise --------------------------------------------------------------------------


class Kind(StrEnum):
    """What a mention is."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    TIME = "time"  # TIMEX3 DATE and TIME
    DURATION = "duration"
    SET = "set"
    EVENT = "event"
    QUOTE = "quote"
    CUE = "cue"
    ZONE = "zone"  # dateline, caption, credit, byline, notice, links, header: text that is no evidence


Mod = Literal["approx", "more_than", "less_than", "at_least", "at_most", "start", "mid", "end"]
Gender = Literal["m", "f", "n"]


# The month in which a part of a year begins: meteorological seasons, halves and quarters.
_BEGINNINGS = {
    "SP": "03",
    "SU": "06",
    "FA": "09",
    "WI": "12",
    "H1": "01",
    "H2": "07",
    "Q1": "01",
    "Q2": "04",
    "Q3": "07",
    "Q4": "10",
}


@dataclass(frozen=True, slots=True)
class Timex:
    """A temporal expression in TIMEX3 form.

    `value`: 2019-04-24, 2019-02, 2019-W17, 2019-SU, PT2H, PTXH, … An unresolved part is X (XXXX-02, XXXX-WXX-3), so that a
    value with an X never becomes a date. `anchored`: the words were relative and the reference time resolved them.
    """

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    mod: Mod | None = None
    anchored: bool = False

    @property
    def resolved(self) -> bool:
        """Whether the value names one place on the time line, or one length."""
        return bool(self.value) and "X" not in self.value and not self.value.endswith("_REF")

    @property
    def begins(self) -> str:
        """The day, month or year in which a date begins, as an ISO date that compares with others: 2019-04-22 for 2019-W17,
        2019-03 for 2019-SP, 2019-04-24 for 2019-04-24/2019-04-26; other values as they are, without their time of day."""
        value = self.value.partition("T")[0].partition("/")[0]
        year, _, part = value.partition("-")
        if week := re.fullmatch(r"W(\d\d)(-WE)?", part):
            return str(datetime.date.fromisocalendar(int(year), int(week[1]), 6 if week[2] else 1))
        return f"{year}-{_BEGINNINGS[part]}" if part in _BEGINNINGS else value


@dataclass(frozen=True, slots=True)
class Office:
    """A public office. `title` is the dictionary form for the holder (Präsident, Bundeskanzlerin); `country` an ISO 3166 code
    or a union's (EU, UN), None when the words do not say; `of` an organisation, party or region when it is no country, `owner`
    the words behind the title that name it ("des Deutschen Landkreistages")."""

    title: str
    country: str | None = None
    of: str | None = None
    former: bool = False
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person as one mention gives it. `name` is in the nominative, without the genitive -s, None when only the office stands
    there ("der russische Staatschef"). `phrase` is the whole noun phrase with article, adjectives and office."""

    name: str | None
    phrase: Span
    office: Office | None = None
    gender: Gender | None = None
    genitive: bool = False


PlaceKind = Literal["city", "country", "building", "region", "island", "water", "continent", "other"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place. `name` is the dictionary form (Wladiwostok, Iran, Weißes Haus); `country` an ISO 3166 code when known.
    `phrase` reaches from the preposition to the end of the noun phrase ("in der vietnamesischen Hauptstadt Hanoi").
    `preposition` is lower case without article (in, auf, nach, aus), None when there is none. `stated_country`: the
    country that the words themselves give ("der vietnamesischen Hauptstadt Hanoi" gives VN), never the gazetteer's."""

    name: str
    kind: PlaceKind
    phrase: Span
    country: str | None = None
    preposition: str | None = None
    stated_country: str | None = None
    capital: bool = False  # the words call it a capital


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words said by somebody: `words` without quotation marks; `speaker` the span that names who said it, if sure."""

    words: Span
    direct: bool
    speaker: Span | None
    verb: str | None = None  # lemma of the reporting verb
    subject: Span | None = None  # the reporting clause's own words for the speaker: a pronoun, a whole noun phrase


MentionValue = Timex | Person | Place | Quotation | str


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that a rule recognised. For EVENT, CUE, ZONE and ORGANISATION the value is a word of the rule's own."""

    span: Span
    kind: Kind
    value: MentionValue
    rule: str


@dataclass(frozen=True, slots=True)
class Document:
    """An article as read by the language rules: its sentences and everything recognised in it, in text order."""

    article: Article
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...] = ()

    def with_before(self, sentence: Span) -> tuple[Sentence, Sentence | None]:
        """The sentence at a span, and the one right before it in its paragraph. Raises StopIteration where none is there."""
        number = next(i for i, s in enumerate(self.sentences) if s.span == sentence)
        here, before = self.sentences[number], self.sentences[number - 1] if number else None
        return here, before if before and before.paragraph == here.paragraph else None

    def says_where_else(self, place: Place) -> bool:
        """Whether the article has another answer to "wo" for a city: a building, or the country around it ("im Iran")."""
        others = (m.value for m in self.mentions if isinstance(m.value, Place) and m.value.preposition)
        return any(o.kind == "building" or (o.kind == "country" and o.country == place.country) for o in others)


# --- claims: what a sentence says, before it is known who and which event is meant ------------------------------------------

Ask = Literal["who", "where", "when", "how_long"]
ASKS: tuple[Ask, ...] = ("who", "where", "when", "how_long")
Modality = Literal["actual", "planned", "negated", "hypothetical"]
Case = Literal["nom", "gen", "dat", "acc"]


@dataclass(frozen=True, slots=True)
class Slot:
    """A gap in a stem, filled once it is known which person or event the words at `span` mean.

    A gap for the time takes the month of publication, when that may date the clause; one for countries takes
    those of the two who meet.
    """

    span: Span
    what: Literal["person", "event", "countries", "time"]
    case: Case = "nom"


Stem = tuple[str | Slot, ...]  # the words of a question without its question word, in order, with gaps for who and what


@dataclass(frozen=True, slots=True)
class EventMention:
    """A noun that names a meeting, visit, talk, … with what its noun phrase says of it.

    `noun` is the dictionary form, `sort` its family (meeting, visit, …). `people` are spans of person mentions, `both` says
    that the words mean the two principals ("ihr Gespräch", "die beiden"). `group` is a participant that is no person, in the
    words of the text ("der EU-Außenminister"). `name`: the noun names the event by itself (G8-Gipfel). `topical`: what it was
    about stands behind ("das Gespräch über …"), and is its `topic` when that tells it from others.
    """

    span: Span
    phrase: Span
    noun: str
    sort: str
    sentence: Span
    definite: bool
    plural: bool
    adjectives: str = ""
    people: tuple[Span, ...] = ()
    both: bool = False
    group: str = ""
    name: bool = False
    place: Span | None = None
    time: Span | None = None
    duration: Span | None = None
    days: bool = False  # its duration is more than one day: "das zweitägige Treffen"
    modality: Modality = "actual"
    during: bool = False  # "bei", "während", "nach", "seit" before it: it took place
    told: bool = False  # the clause tells of the event itself: that it takes place, begins, fails
    also: bool = False  # the person named last was met beside others
    more: bool = False  # others took part as well: "mit X, dem Kanzler und den Regierungschefs"
    hearsay: bool = False  # only reports tell it: "Medienberichten zufolge"
    topical: bool = False
    topic: str = ""
    large: bool = False  # a summit or a conference
    small: bool = False  # a talk of few, never what a summit is called
    owned: bool = False  # "das Publikum eines Kongresses": it is not what is told of
    ahead: bool = False  # "vor dem Treffen": this does not say whether it took place
    compound: bool = False  # its noun says more than the bare one: Vierertreffen
    given_up: bool = False  # "das ursprünglich geplante", "abgesagte Treffen": how it was to be, not how it is
    other: bool = False  # "das nächste Treffen", "ein früheres Gespräch": none that was spoken of
    remembered: bool = False  # "jährt sich", "liegt zurück": long past, however near the day named beside it


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a sentence says, with its answer taken out.

    `answer` are the words that answer; `people` the person mentions in it, when persons answer. `pattern` names the kind of
    statement (clause, quote, office, event): the templates' main condition. `event`: span of the event mention it is about.
    """

    ask: Ask
    pattern: str
    answer: Span
    sentence: Span
    rule: str
    stem: Stem = ()
    gap: Span | None = None  # the words to leave out, when they are more than the answer: "in Wladiwostok"
    cloze: Stem = ()  # the clause in its own order with […] for the answer, where it stands on its own
    people: tuple[Span, ...] = ()
    event: Span | None = None
    modality: Modality = "actual"
    attribution: str | None = None
    anchor: bool = True  # whether the publication date may stand in the question: no other time is named or meant
    present: bool = False  # it tells what is so at the time of writing
    stands: bool = False  # it tells what somebody wants, must or can at the time of writing
    question_word: str = ""
    bare: bool = False  # it only tells that somebody came or went: on what occasion, a heading must say
    also: bool = False  # others did the same: the answer must be told from them
    common: bool = False  # what many say, want or do in a month: to go somewhere, to meet, to call for something
    loose: bool = False  # of a meeting on no certain day: the same people met others, and often
    group: bool = False  # the answer is a body or a group, in the words of the article
    whither: bool = False  # it asks for a goal
    reported: bool = False  # in the subjunctive of reported speech: no claim without its source
    gapped: bool = False  # only a gap can ask: "[…] sagte, sie habe …" (not "Wer": that is another), "Der Gipfel […] endete"
    self_said: bool = False  # "Er werde …, sagte X": X himself, unless another man was spoken of
    floating: str = ""  # the gate that stops it unless a headline says what it is about: too_little, vague
    undefined: tuple[str, ...] = ()  # nouns that the headline then must have, with synonyms: "Abkommen|Vertrag"
    gate: str | None = None  # the gate that stops it, when the language rules already know
    shorter: Claim | None = None  # without what hangs on behind, should nobody know who is meant there


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the language rules found in one article: its mentions, its event mentions and what can be asked."""

    document: Document
    events: tuple[EventMention, ...]
    claims: tuple[Claim, ...]


# --- knowledge ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place or organisation that mentions resolve to; `country` is an ISO 3166 code."""

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    office: str | None = None
    country: str | None = None
    gender: Gender | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting, visit, talk, signing, journey or speech act. `label` names it so that nobody needs the article."""

    id: str
    kind: str
    label: str
    participants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that state a fact: their span, the whole sentence verbatim, and the rule that fired."""

    article: str
    span: Span
    text: str
    sentence: str
    rule: str
    sentence_start: int | None = None  # offset of the sentence, where the article is at hand


@dataclass(frozen=True, slots=True)
class Fact:
    """One answerable statement: event + role + value + evidence. A fact without evidence does not exist."""

    id: str
    event: str
    ask: Ask
    answer: str
    evidence: tuple[Evidence, ...]
    value: str | None = None
    mod: Mod | None = None
    modality: Modality = "actual"
    attribution: str | None = None
    conflicts: tuple[str, ...] = ()
    pattern: str = ""  # which kind of statement this is: the templates' main condition
    slots: dict[str, str] = field(default_factory=dict)  # what else the templates may say


@dataclass(frozen=True, slots=True)
class Abstention:
    """Something seen and not asked, and the gate that stopped it."""

    article: str
    span: Span
    text: str
    gate: str


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known from a deck's articles: the fact file in other words."""

    articles: tuple[Article, ...]
    events: tuple[Event, ...]
    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]
    abstained: tuple[Abstention, ...]


# --- what learners get ----------------------------------------------------------------------------------------------------

CardKind = Literal["question", "cloze", "choice", "true_false", "matching", "ordering"]
OPEN_KINDS: tuple[CardKind, ...] = ("question", "cloze")  # a fact's main card is one of these
_AFTER_HEADING = ":. "  # what parts a heading from its question


@dataclass(frozen=True, slots=True)
class Source:
    """An article as a card cites it."""

    id: str
    title: str | None
    publisher: str | None
    published: PartialDate | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """One question with its key. Texts are plain, never markup.

    For kind `cloze` the question is the sentence with `[…]` for the answer; for `choice` and `true_false`, `choices` holds
    all options in the order to show, the key among them, or for `true_false` its first word. `accept` are other answers that
    are right too. In `matching` and `ordering`, `prompts[i]` belongs to `choices[i]`, and exporters mix the choices: offices
    with their holders; dates, which only the key shows, with their events from the earliest on. `fact` then names all facts,
    with blanks between. `heading` is how the question opens where it first has to say what report or event it is about.
    """

    id: str
    fact: str
    ask: Ask
    kind: CardKind
    question: str
    answer: str
    evidence: tuple[Evidence, ...]
    template: str
    value: str | None = None
    choices: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()
    heading: str = ""

    @property
    def headless(self) -> str:
        """The question without its heading, for where that stands above it."""
        return self.question.removeprefix(self.heading).lstrip(_AFTER_HEADING) if self.heading else self.question


@dataclass(frozen=True, slots=True)
class Deck:
    """The finished deck: all that an exporter sees. `name` is the stem of the output files; `seed` orders the choices."""

    name: str
    title: str
    cards: tuple[Card, ...]
    sources: tuple[Source, ...]
    seed: int = 0
