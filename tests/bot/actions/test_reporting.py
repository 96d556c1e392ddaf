"""What is counted and logged of what the engine does."""

import logging
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.errors import DeliveryFailed
from tests.fakes.meter import FakeMeter
from tests.stage import OSLO, Stage

HEADS_UP = datetime(2025, 12, 4, 15, tzinfo=OSLO)
MINUTE = timedelta(minutes=1)


class MeteredStage(Stage):
    """A newsroom whose every move is counted."""

    def __init__(self) -> None:
        super().__init__()
        self.meter = FakeMeter()
        self.desk = replace(self.desk, meter=self.meter)
        self.posting = replace(self.posting, meter=self.meter)


@pytest.fixture
async def stage() -> MeteredStage:
    stage = MeteredStage()
    await stage.run("new budget The budget", "subscribe budget", "expect budget 5 December: Vote")
    return stage


async def test_what_is_planned_is_counted(stage: MeteredStage) -> None:
    assert stage.meter.counted["planned"] > 3


async def test_what_is_queued_and_sent_is_counted_with_its_lateness(stage: MeteredStage) -> None:
    stage.clock.set(HEADS_UP + MINUTE)
    await stage.pass_time(HEADS_UP + MINUTE)
    assert (stage.meter.counted["queued"], stage.meter.counted["sent"]) == (1, 1)
    assert stage.meter.delays == [MINUTE]


async def test_what_shares_a_message_is_counted(stage: MeteredStage) -> None:
    for number in range(3):
        await stage.run(f"expect budget 5 December: Vote {number}")
    await stage.pass_time(HEADS_UP + MINUTE)
    assert (stage.meter.counted["sent"], stage.meter.counted["joined"]) == (4, 4)


async def test_what_is_tried_again_is_counted(stage: MeteredStage) -> None:
    stage.messenger.failures = [DeliveryFailed("ratelimited", retry_after=30)] * 2
    await stage.pass_time(HEADS_UP + 2 * MINUTE)
    assert (stage.meter.counted["retried"], stage.meter.counted["sent"]) == (2, 1)


async def test_what_is_found_after_a_lost_answer_is_counted(stage: MeteredStage) -> None:
    stage.messenger.failures = [DeliveryFailed("no_answer", posted_perhaps=True)]
    await stage.pass_time(HEADS_UP + 2 * MINUTE)
    assert stage.meter.counted["found"] == 1


async def test_what_is_given_up_is_counted_by_reason(stage: MeteredStage) -> None:
    stage.messenger.failures = [DeliveryFailed("is_archived", permanent=True)]
    await stage.pass_time(HEADS_UP + MINUTE)
    assert stage.meter.counted["undeliverable:is_archived"] == 1
    assert stage.meter.delays == []


async def test_what_is_no_longer_meant_is_counted_by_reason(stage: MeteredStage) -> None:
    stage.messenger.failures = [DeliveryFailed("no_answer")]
    stage.clock.set(HEADS_UP)
    await stage.pass_time(HEADS_UP)
    await stage.run("cancel budget#1")
    await stage.pass_time(HEADS_UP + 2 * MINUTE)
    assert stage.meter.counted["skipped:outdated"] == 1


async def test_each_step_is_logged_with_its_delivery(
    stage: MeteredStage, caplog: pytest.LogCaptureFixture
) -> None:
    stage.messenger.failures = [
        DeliveryFailed("no_answer"),
        DeliveryFailed("no_answer", posted_perhaps=True),
    ]
    with caplog.at_level(logging.DEBUG, "bot.actions"):
        await stage.pass_time(HEADS_UP + 2 * MINUTE)
    lines = [line for line in caplog.records if line.message.startswith("delivery_")]
    assert [line.message.removeprefix("delivery_") for line in lines] == [
        *("claimed", "retried"),
        *("claimed", "retried"),
        *("claimed", "found", "sent"),
    ]
    assert len({line.delivery_id for line in lines}) == 1  # type: ignore[attr-defined]  # its extra
