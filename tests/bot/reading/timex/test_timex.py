"""How well expressions of time are found in English news, by the measure of TempEval-3."""

import pytest

from tests.bot.reading.timex import Document, Marked, documents
from tests.bot.reading.timex.scoring import Tally, score

TUNED_ON = [each for each in documents() if not each.is_held_out]
HELD_OUT = [each for each in documents() if each.is_held_out]


def test_documents_are_many_enough_to_judge_by() -> None:
    assert len(TUNED_ON) >= 20
    assert len(HELD_OUT) >= 10


@pytest.mark.parametrize("chosen", [TUNED_ON, HELD_OUT], ids=["tuned on", "held out"])
def test_expressions_of_time_are_found_and_valued_in_news(chosen: list[Document]) -> None:
    reached = score(chosen)
    assert reached.f1(reached.relaxed) >= 0.95
    assert reached.f1(reached.valued) >= 0.88


def test_a_score_counts_both_what_is_missed_and_what_is_too_much() -> None:
    reached = Tally(marked=4, found=2, relaxed=1)
    assert reached.f1(reached.relaxed) == pytest.approx(1 / 3)


def test_marks_stand_where_their_text_stands() -> None:
    for each in documents():
        assert all(stands_there(each.text, mark) for mark in each.marked)


def stands_there(text: str, mark: Marked) -> bool:
    return text[mark.start : mark.end] == mark.text
