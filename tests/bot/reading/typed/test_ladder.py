from datetime import time

import pytest

from bot.domain.rule import Anchor, Rule
from bot.reading.typed.ladder import BadLadder, read_ladder


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("3d", Rule(Anchor.START, working_days=-3, at=time(15))),
        ("1d 16:00", Rule(Anchor.START, working_days=-1, at=time(16))),
        ("1 dag kl. 9", Rule(Anchor.START, working_days=-1, at=time(9))),
        ("2 days before at 9", Rule(Anchor.START, working_days=-2, at=time(9))),
        ("1 dag før kl. 16", Rule(Anchor.START, working_days=-1, at=time(16))),
        ("1 hour before", Rule(Anchor.START, hours=-1)),
        ("2 uker 08.30", Rule(Anchor.START, days=-14, at=time(8, 30))),
        ("1t", Rule(Anchor.START, hours=-1)),
        ("2h", Rule(Anchor.START, hours=-2)),
        ("30 min", Rule(Anchor.START, minutes=-30)),
    ],
)
def test_a_step_says_how_long_before(typed: str, rule: Rule) -> None:
    assert read_ladder(typed) == (rule,)


def test_steps_stand_with_commas_between_and_each_counts_once() -> None:
    assert len(read_ladder("3d, 1d 16:00 og 1t, 1t")) == 3


@pytest.mark.parametrize("typed", ["default", " Standard ", "policy"])
def test_the_policy_is_no_ladder_of_ones_own(typed: str) -> None:
    assert read_ladder(typed) == ()


@pytest.mark.parametrize(
    "typed", ["", "soon", "3x", "0d", "1t 16:00", "1d 25:00", "d3", ",".join(["1d"] * 11)]
)
def test_what_is_no_ladder_is_refused(typed: str) -> None:
    with pytest.raises(BadLadder):
        read_ladder(typed)
