"""The temporal rules on texts that nobody wrote: no exception, only spans of the text, only well-formed values.

The number of examples is kept to a few seconds; with SUMMITQUIZ_EXAMPLES=5000 two tests run 10,000 in some twenty.
"""

from __future__ import annotations

import os
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summitquiz.german.temporal import find_times, length_of
from summitquiz.model import PartialDate, Timex
from tests.corpus import FOLDER, load

EXAMPLES = int(os.environ.get("SUMMITQUIZ_EXAMPLES", "1000"))
ROWS = [row.text for name in ("dates", "times", "durations", "sets") for row in load(FOLDER / "german" / f"{name}.yaml")]
WORDS = sorted({word for row in ROWS for word in row.split()})

DATE = r"(?:BC)?[0-9X]{2,4}(?:-(?:[0-9X]{2}(?:-[0-9X]{2})?|W[0-9X]{2}(?:-(?:WE|[1-7]))?|Q[1-4]|H[12]|S[PU]|FA|WI|QX))?"
CLOCK = r"T(?:\d\d:\d\d|XX:XX|MO|MI|AF|EV|NI)"
PERIOD = r"P(?=.)(?:[0-9.X]+(?:Y|M|W|D|Q|WE|DE|CE|ML))*(?:T(?:[0-9.X]+[HMS])+)?"
VALUES = {
    "DATE": rf"{DATE}(?:/{DATE})?|(?:PAST|PRESENT|FUTURE)_REF",
    "TIME": rf"{DATE}{CLOCK}(?:/{DATE}{CLOCK})?",
    "DURATION": rf"{PERIOD}(?:/{PERIOD})?",
    "SET": rf"{PERIOD}|XXXX-WXX-(?:[1-7]|XX)(?:{CLOCK})?|XXXX-XX-XX{CLOCK}|XXXX-(?:SP|SU|FA|WI|\d\d)",
}

years = st.integers(1, 9999)
references = st.one_of(
    st.none(),
    st.builds(PartialDate, years),
    st.builds(PartialDate, years, st.integers(1, 12)),
    st.dates().map(lambda day: PartialDate(day.year, day.month, day.day)),
)
glue = st.sampled_from([" ", " ", " ", "", "\n", "  ", ".", ", ", "-", "–", "/", ":", " und ", " bis ", "\u00a0"])
pieces = st.one_of(st.sampled_from(WORDS), st.integers(0, 99999).map(str), st.text(max_size=4))
mixtures = st.lists(st.tuples(pieces, glue), max_size=14).map(lambda parts: "".join(word + joint for word, joint in parts))


@st.composite
def mutations(draw: st.DrawFn) -> str:
    """A row of the corpora with a piece cut out, doubled, or replaced."""
    text = draw(st.sampled_from(ROWS))
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(len(text), start + 12)))
    middle = draw(st.one_of(st.just(""), st.just(text[start:end] * 2), st.text(max_size=5), st.sampled_from(WORDS)))
    return text[:start] + middle + text[end:]


def check(text: str, reference: PartialDate | None) -> None:
    done = 0
    for mention in find_times(text, reference):
        start, end = mention.span
        assert done <= start < end <= len(text), "spans are in order, not empty, and inside the text"
        done = end
        value = mention.value
        assert isinstance(value, Timex)
        assert re.fullmatch(VALUES[value.type], value.value), f"{mention.span.of(text)!r} in {text!r} is {value}"
        assert value.resolved or not value.anchored
        length_of(mention, text)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mixtures, references)
def test_random_texts(text: str, reference: PartialDate | None) -> None:
    check(text, reference)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutations(), references)
def test_mutated_rows(text: str, reference: PartialDate | None) -> None:
    check(text, reference)


@pytest.mark.parametrize(
    ("piece", "found"),
    [("am ", 0), ("1.1.", 0), ("1.000.", 0), ("zweiund", 0), ("3., ", 0), ("12:12:", 0), ("im Jahr ", 0), ("2015/16/", None)],
)
def test_long_lines_end(piece: str, found: int | None) -> None:
    """A rule that backtracks would not come back from these."""
    mentions = find_times(piece * (250_000 // len(piece)), PartialDate(2019, 4, 25))
    assert found is None or len(mentions) == found
