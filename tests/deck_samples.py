"""A made-up deck for the tests of the exporters: every kind of card, and texts that try to break out of their format."""

from __future__ import annotations

from dataclasses import replace

from summitquiz.model import Ask, Card, CardKind, Deck, Evidence, PartialDate, Source, Span

SOURCES = (
    Source("merkur", "Erster Gipfel in Silberstadt: „Ein Anfang“", "Silberstädter Merkur", PartialDate(2019, 4, 25), None),
    Source("blatt", "Treffen & Reden <b>ohne</b> Ende", "Hafenblatt", PartialDate(2019, 4), "https://example.org/a?b=1&c=2"),
    Source("ohne-kopf", None, None, None, "javascript:alert(1)"),
)

_LONG = (
    "Nach Angaben der Kanzlei des Königreichs Nordmark, die sich auf Teilnehmer der Runde berief, sprachen die Königin und "
    "der Präsident am Abend zunächst im Beisein ihrer Außenministerinnen, Berater und Übersetzer miteinander, ehe sie sich "
    "für gut zwei Stunden in den Wintergarten des Schlosses zurückzogen, wo nach übereinstimmenden Berichten mehrerer "
    "Beobachter auch über die Fischerei, den Fährverkehr und die Donaudampfschifffahrtsgesellschaft gesprochen wurde."
)


def make_card(
    number: int,
    ask: Ask,
    kind: CardKind,
    question: str,
    answer: str,
    sentence: str,
    *,
    words: str = "",
    article: str = "merkur",
    choices: tuple[str, ...] = (),
    accept: tuple[str, ...] = (),
) -> Card:
    """A card whose one piece of evidence is `words` (the answer, if not given) in `sentence`."""
    words = words or answer
    start = max(sentence.find(words), 0)
    evidence = Evidence(article, Span(start, start + len(words)), words, sentence, "de.sample")
    fact = f"f{number:02}"
    return Card(f"{fact}-{kind}", fact, ask, kind, question, answer, (evidence,), "sample", None, choices, accept)


_OPEN: tuple[tuple[Ask, str, str, str, str], ...] = (
    (
        "who",
        "Wer empfing im April 2019 die Königin von Nordmark in Silberstadt?",
        "Präsident Ärmin Öztürk-Großmann",
        "Präsident Ärmin Öztürk-Großmann empfing die Königin am Vormittag am Hafen.",
        "merkur",
    ),
    (
        "where",
        "Wo trafen sich die Königin von Nordmark und der Präsident von Südsee im April 2019?",
        "in Silberstadt",
        "Die beiden trafen sich erstmals in Silberstadt, am Rande der Flottenschau.",
        "merkur",
    ),
    (
        "when",
        "Wann begann der Fährengipfel von Nordmark und Südsee?",
        "am 24. April 2019",
        "Der Fährengipfel begann am 24. April 2019 mit einem Abendessen.",
        "blatt",
    ),
    (
        "how_long",
        "Wie lange dauerte das Vier-Augen-Gespräch der beiden Staatsoberhäupter laut der Kanzlei von Nordmark?",
        "gut zwei Stunden",
        _LONG,
        "blatt",
    ),
    (
        "who",
        "Wer vertrat 2019 die Reederei „Möwe & Söhne“ bei der Unterzeichnung des <b>Fährabkommens</b>?",
        'Anna "Anni" O\'Neill',
        'Für die Reederei unterschrieb Anna "Anni" O\'Neill – das Papier trug die Aufschrift <b>Entwurf</b> & Siegel.',
        "blatt",
    ),
    (
        "where",
        "In welchem Gebäude wurde das Fährabkommen von 2019 unterzeichnet?",
        "im {{Kuppelsaal}} des Rathauses",
        "Unterzeichnet wurde im {{Kuppelsaal}} des Rathauses, Flügel A::B, vor {{c1::Zuschauern}}.",
        "ohne-kopf",
    ),
    (
        "when",
        "Wann reiste die Königin von Nordmark 2019 wieder ab?",
        "am 27. April 2019",
        "Sie reiste am 27. April 2019 ab.",
        "unbekannt",
    ),
)

_CLOZE: tuple[tuple[Ask, str, str], ...] = (
    ("how_long", "Das Abendessen zog sich über […] hin.", "mehr als drei Stunden"),
    ("where", "Die Abordnung übernachtete 2019 […] am Stadtrand.", "im Gästehaus „Möwenblick“"),
    ("who", "Neben der Königin sprach 2019 auch […] – „ein Freund des Hafens“ – vor dem Rat.", "Jörg Müßiggang"),
    ("when", "[…] legte die Fähre mit der Königin von Nordmark an.", "Am 23. April 2019"),
    ("where", "Der Vertrag liegt seit 2019 {im Archiv} […].", "in Schrank C::D}} links"),
    ("how_long", "Die Rede des Präsidenten dauerte 2019 <i>nur</i> […] & ein paar Sekunden.", "fast 20 Minuten"),
)

_CHOICE: tuple[tuple[Ask, str, str, tuple[str, ...]], ...] = (
    ("where", "Wo tagte 2018 der Fischereirat von Nordmark?", "in Graufurt", ("in Althafen", "in Graufurt", "auf Möwensund")),
    (
        "who",
        "Wer leitete 2019 die Gespräche über den Leuchtturm von Kap Stille?",
        "Botschafterin Käthe Löwe",
        ("Botschafterin Käthe Löwe", "Minister Ole <Düne>", "Admiral Sören & Söhne", "Kanzlerin Ruth Ähre"),
    ),
    (
        "when",
        "Wann vereinbarten Nordmark und Südsee den Austausch von Lotsen?",
        "im Februar 2018",
        ("im Februar 2017", "im Februar 2018", "im März 2018", "im Mai 2019"),
    ),
    (
        "how_long",
        "Wie lange blieb die Königin von Nordmark 2019 in der Südsee?",
        "fünf Tage",
        ("drei Tage", "fünf Tage", "zwei Wochen"),
    ),
    (
        "where",
        "Wo wurde 2017 der erste Lotsenvertrag geschlossen?",
        "in Kupferbucht",
        ("in Kupferbucht", "in Salzau", "in Torfmoor"),
    ),
    (
        "who",
        "Wer übersetzte 2019 beim Fährengipfel für die Königin von Nordmark?",
        "Dr. Çiğdem Łukasz",
        ("Prof. Bo Åkesson", "Dr. Çiğdem Łukasz", "Frau Îlse Ñandú"),
    ),
)

_TRUE_FALSE: tuple[tuple[Ask, str, str, str], ...] = (
    ("where", "Der Lotsenrat von Nordmark und Südsee tagte 2016 in Moordorf.", "richtig", "in Moordorf"),
    ("how_long", "Das Mittagessen der Abordnungen am 26. April 2019 dauerte anderthalb Stunden.", "falsch", "eine Stunde"),
    ("who", "Die Hafenmeisterin Grete Jürß begrüßte 2019 die Gäste aus Nordmark.", "richtig", "Grete Jürß"),
    ("when", "Das Seerecht-Treffen von Salzau fand im Juni 2015 statt.", "falsch", "im Juli 2015"),
    ("where", "Die Königin von Nordmark wohnte 2019 auf ihrer Yacht „Sturm & Drang“.", "falsch", "in der Botschaft"),
    (
        "how_long",
        "Der Rundgang durch die Werft von Althafen währte 2019 kaum eine Viertelstunde.",
        "richtig",
        "kaum eine Viertelstunde",
    ),
)


_MATCHING = (
    "Wer hatte im Mai 2018 welches Amt in Sturmland?",
    (("Hafenminister", "Jasper Quast"), ("Leuchtturmwart <Nord>", "Ebba & Co. Sund"), ("Fischereirat", "Tönnies Prahm")),
)
_ORDERING = (
    "In welcher Reihenfolge fand das statt?",
    (
        ("Mai 2003", "die Taufe der Barke"),
        ("3. Juli 2004", "der Stapellauf des Kutters"),
        ("Mai 2011", "der Umbau {{x}}"),
    ),
)


def _joint(number: int, ask: Ask, kind: CardKind, question: str, pairs: tuple[tuple[str, str], ...]) -> Card:
    """A card on as many facts as it has pairs."""
    prompts, choices = (tuple(pair[side] for pair in pairs) for side in (0, 1))
    sentence = "Im Jahrbuch steht: " + ", ".join(f"{one} {other}" for one, other in pairs) + "."
    answer = "; ".join(f"{other} – {one}" for one, other in pairs)
    card = make_card(number, ask, kind, question, answer, sentence, words=choices[0], choices=choices)
    facts = " ".join(f"f{number + place}" for place in range(len(pairs)))
    return replace(card, fact=facts, prompts=prompts)


def _cards() -> tuple[Card, ...]:
    cards = [
        make_card(n, ask, "question", question, answer, sentence, article=article)
        for n, (ask, question, answer, sentence, article) in enumerate(_OPEN, start=1)
    ]
    for ask, question, answer in _CLOZE:
        cards.append(make_card(len(cards) + 1, ask, "cloze", question, answer, question.replace("[…]", answer)))
    for ask, question, answer, choices in _CHOICE:
        sentence = f"Das Protokoll hält fest: {answer}, so war es."
        cards.append(make_card(len(cards) + 1, ask, "choice", question, answer, sentence, article="blatt", choices=choices))
    for ask, question, answer, words in _TRUE_FALSE:
        card = make_card(
            len(cards) + 1,
            ask,
            "true_false",
            question,
            answer,
            f"Im Bericht steht: {words}.",
            words=words,
            choices=("richtig", "falsch"),
        )
        cards.append(card)
    cards.append(_joint(60, "who", "matching", *_MATCHING))
    cards.append(_joint(70, "when", "ordering", *_ORDERING))
    return tuple(cards)


DECK = Deck("fährengipfel-2019", "Der Fährengipfel von Silberstadt 2019: „Nordmark & Südsee“", _cards(), SOURCES, seed=7)
