from datetime import timedelta
from random import Random

import pytest

from bot.domain.retry import LONGEST_ASKED, LONGEST_WAIT, is_hopeless, wait_after


def test_waits_double_up_to_the_longest() -> None:
    waits = [wait_after(attempts, None) for attempts in (1, 2, 3, 50)]
    assert waits == [timedelta(seconds=2), timedelta(seconds=4), timedelta(seconds=8), LONGEST_WAIT]


def test_what_a_platform_asks_for_is_obeyed_to_the_letter() -> None:
    assert wait_after(9, 31.5, Random(1)) == timedelta(seconds=31.5)


@pytest.mark.parametrize("asked", [1e9, float("inf")])
def test_no_platform_may_ask_for_more_than_an_hour(asked: float) -> None:
    assert wait_after(1, asked) == LONGEST_ASKED


@pytest.mark.parametrize("asked", [0.0, -5.0, float("-inf")])
def test_a_platform_that_asks_for_no_time_at_all_is_given_a_second(asked: float) -> None:
    assert wait_after(1, asked) == timedelta(seconds=1)


def test_what_is_no_number_is_waited_for_as_if_nothing_was_said() -> None:
    assert wait_after(3, float("nan")) == timedelta(seconds=8)


def test_chance_spreads_waits_and_never_lengthens_them() -> None:
    chance = Random(3)
    waits = {wait_after(5, None, chance) for _ in range(20)}
    assert len(waits) > 10
    assert timedelta(seconds=24) <= min(waits) <= max(waits) <= timedelta(seconds=32)


def test_a_platform_down_for_half_a_day_is_not_given_up() -> None:
    waited = timedelta()
    attempts = 1
    while not is_hopeless(attempts):
        waited += wait_after(attempts, None)
        attempts += 1
    assert waited > timedelta(hours=12)
