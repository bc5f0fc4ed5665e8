"""When an article without a date was written, by whom it names in office."""

from __future__ import annotations

import pytest

from summitquiz.german.analyse import analyse
from summitquiz.model import Article, PartialDate

KERRY = "US-Außenminister John Kerry traf am Montag in Wien seinen Kollegen aus dem Iran."
CAMERON = "Der britische Premier David Cameron reiste zum Gipfel."
TUSK = "EU-Ratspräsident Donald Tusk empfing den Gast in Brüssel."
REAGAN = "Schon US-Präsident Ronald Reagan war einst in Genf."
MERKEL = "Bundeskanzlerin Angela Merkel lobte das Abkommen."
PAST = "Im Juni 2015 scheiterten die Gespräche."
AHEAD = "Bis 2030 sollen die Emissionen sinken."
FORMER = "Der frühere US-Präsident Bill Clinton war ebenfalls im Saal."
FILLED = "Das Wetter war schön. Die Stimmung war gut. Der Abend wurde lang."


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        (KERRY, "2013-02", "2017-01"),
        (f"{CAMERON} {TUSK}", "2014-12", "2016-07"),  # the months that their terms share
        (f"{KERRY} {PAST}", "2015", "2017-01"),  # not before what it tells of
        (f"{KERRY} {AHEAD}", "2013-02", "2017-01"),
        (f"{KERRY} {FORMER}", "2013-02", "2017-01"),
    ],
)
def test_the_terms_of_those_in_office_date_an_article(text: str, start: str, end: str) -> None:
    period = analyse(Article("a", text)).document.article.period
    assert period
    assert (str(period.start), str(period.end)) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        MERKEL,  # sixteen years
        f"{KERRY} {REAGAN}",  # nobody knows who of them is the present one
        f"{FILLED} {KERRY}",  # somebody named late and alone may be history
        "Außenminister Kerry kam nach Wien.",  # which Kerry?
        FILLED,
    ],
)
def test_what_leaves_too_much_open_dates_nothing(text: str) -> None:
    assert analyse(Article("a", text)).document.article.period is None


def test_a_known_date_needs_no_other() -> None:
    assert analyse(Article("a", KERRY, published=PartialDate(2015, 10))).document.article.period is None
