"""The last gates over a finished card: what they stop, and what is close and passes."""

from __future__ import annotations

import pytest

from summitquiz.questions.gates import names_no_answer
from tests.deck_samples import make_card

ROWS = [
    ("Wer sprach mit Carl Dorn?", "Anna Berg", True),
    ("Wer begleitete Anna Berg?", "Anna Berg", False),
    ("Wer leitet die Bergmann-Stiftung?", "Anna Berg", False),  # its stem
    ("Wo begannen die Genfer Gespräche?", "in Genf", False),
    ("Für wann war das Treffen geplant?", "Mai 2019", True),
    ("Stand April 2019: Für wann war das Treffen geplant?", "Mai 2019", True),
    ("Stand Mai 2019: Für wann war das Treffen geplant?", "Mai 2019", False),
    ("Stand Mai 2019: Für wann war das Treffen geplant?", "2019", False),
    ("Wann endete die Resolution 20190?", "2019", True),
    ("Wie lange dauerte nach drei Stunden Pause das Treffen?", "drei Tage", True),
]


@pytest.mark.parametrize(("question", "answer", "passes"), ROWS)
def test_a_question_does_not_name_its_answer(question: str, answer: str, passes: bool) -> None:
    assert names_no_answer(make_card(1, "who", "question", question, answer, answer)) == passes
