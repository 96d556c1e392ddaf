"""When a place may be spoken to next."""

from datetime import datetime, timedelta

from bot.domain.gate import Gate, Place
from bot.domain.newsroom import Platform
from bot.domain.pace import Pace, Rate
from bot.errors import DeliveryFailed
from tests.builders import HOUR, NOON, an_id

SECOND = timedelta(seconds=1)
PACES = {Platform.SLACK: Pace(Rate(2, 1.0), Rate(100, 100.0), at_once=8, held=100, together=1)}


def a_place(channel: str = "C1", workspace: str = "T1") -> Place:
    return Place(an_id(channel), an_id(workspace), Platform.SLACK)


def a_gate() -> Gate:
    return Gate(PACES, None)


def test_a_channel_takes_a_burst_and_then_one_a_second() -> None:
    gate = a_gate()
    opened: list[datetime] = []
    for _ in range(4):
        at = gate.opens_at(a_place(), NOON if not opened else opened[-1])
        gate.spoke(a_place(), at)
        opened.append(at)
    assert opened == [NOON, NOON, NOON + SECOND, NOON + 2 * SECOND]


def test_a_full_channel_holds_up_no_other() -> None:
    gate = a_gate()
    for _ in range(5):
        gate.spoke(a_place(), NOON)
    assert gate.opens_at(a_place("C2"), NOON) == NOON


def test_a_workspace_that_asks_for_a_minute_gets_it_and_others_go_on() -> None:
    gate = a_gate()
    until = gate.failed(a_place(), DeliveryFailed("ratelimited", retry_after=60), 1, NOON)
    assert until == NOON + timedelta(minutes=1)
    assert gate.opens_at(a_place("C2"), NOON) == until
    assert gate.opens_at(a_place("C2", "T2"), NOON) == NOON


def test_a_failure_of_a_call_under_way_cuts_no_rest_short() -> None:
    gate = a_gate()
    asked = gate.failed(a_place(), DeliveryFailed("ratelimited", retry_after=60), 1, NOON)
    for channel in ("C1", "C2", "C3"):
        gate.failed(a_place(channel), DeliveryFailed("no_answer"), 1, NOON)
    assert gate.rests_until(a_place(), NOON) == asked
    assert gate.rests_until(a_place("C4"), NOON) == asked


def test_a_rest_of_an_hour_is_kept_though_the_clock_is_put_right_by_a_second() -> None:
    gate = a_gate()
    asked = gate.failed(a_place(), DeliveryFailed("ratelimited", retry_after=3600), 1, NOON)
    assert gate.rests_until(a_place("C2"), NOON - SECOND) == asked


def test_a_channel_whose_edits_fail_is_waited_for_longer_and_longer() -> None:
    gate = a_gate()
    waits: list[timedelta] = []
    now = NOON
    for _ in range(4):  # of a message that stood at the first attempt
        until = gate.failed(a_place(), DeliveryFailed("http_500"), 1, now)
        waits.append(until - now)
        now = until
    assert waits == [2 * SECOND, 4 * SECOND, 8 * SECOND, 16 * SECOND]


def test_an_answer_shortens_the_next_wait_again() -> None:
    gate = a_gate()
    for _ in range(4):
        gate.failed(a_place(), DeliveryFailed("http_500"), 1, NOON)
    gate.answered(a_place())
    later = NOON + HOUR
    assert gate.failed(a_place(), DeliveryFailed("http_500"), 1, later) == later + 2 * SECOND


def test_one_channels_failure_leaves_its_workspace_open() -> None:
    gate = a_gate()
    gate.failed(a_place(), DeliveryFailed("no_answer"), 1, NOON)
    assert gate.rests_until(a_place(), NOON) is not None
    assert gate.rests_until(a_place("C2"), NOON) is None


def test_a_workspace_that_fails_again_and_again_rests_whole() -> None:
    gate = a_gate()
    for channel in ("C1", "C2", "C3"):
        gate.failed(a_place(channel), DeliveryFailed("cannot_connect"), 1, NOON)
    assert gate.rests_until(a_place("C4"), NOON) is not None


def test_an_answer_between_failures_keeps_the_workspace_open() -> None:
    gate = a_gate()
    for channel in ("C1", "C2", "C3"):
        gate.failed(a_place(channel), DeliveryFailed("no_answer"), 1, NOON)
        gate.answered(a_place(channel))
    assert gate.rests_until(a_place("C4"), NOON) is None


def test_a_clock_set_back_shuts_no_channel_for_long() -> None:
    gate = a_gate()
    for _ in range(5):
        gate.spoke(a_place(), NOON)
    assert gate.opens_at(a_place(), NOON - HOUR) <= NOON - HOUR + 4 * SECOND
