"""The system's clock jumps an hour, back or ahead: nothing is repeated, and nothing is lost."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from adapters.database.store import DatabaseStore
from adapters.ticks import Ticks
from bot.actions.attempt_delivery import Posting
from bot.actions.do_what_is_due import begin_what_is_due, do_what_is_due
from bot.actions.queue_reminders import queue_reminders
from bot.actions.send_deliveries import Sender
from bot.actions.send_digests import send_digests
from bot.actions.tell_lifts import tell_lifts
from bot.domain.delivery import Destination, MessageRef
from bot.domain.message import Message
from bot.domain.newsroom import Platform
from bot.domain.retry import LEASE
from bot.ports import Due, Transaction
from tests.stage import OSLO, FakeMessenger, Stage

VOTE = ("new budget The budget", "subscribe budget", "expect budget 5 December: Vote")
HEADS_UP = datetime(2025, 12, 4, 15, tzinfo=OSLO)
MORNING = datetime(2025, 12, 5, 6, tzinfo=OSLO)
BESIDE = {
    "digest": "set digest 06:00",
    "lift": "note budget: A leak, embargo until tomorrow 06:00",
}
QUEUES: dict[
    str, tuple[Callable[[Transaction], Due[Any]], Callable[[Posting], Awaitable[datetime | None]]]
] = {
    "digest": (lambda tx: tx.digests, send_digests),
    "lift": (lambda tx: tx.lifts, tell_lifts),
}
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


@dataclass
class SlowMessenger(FakeMessenger):
    """Answers only when it is let, and can't tell what stands."""

    asked: asyncio.Event = field(default_factory=asyncio.Event)
    answers: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, to: Destination, message: Message, nonce: str) -> MessageRef:
        self.asked.set()
        await self.answers.wait()
        return await super().send(to, message, nonce)

    async def find(self, to: Destination, nonce: str, since: datetime) -> MessageRef | None:
        return None


@pytest.fixture
async def stage(store: DatabaseStore) -> Stage:
    """A stage on which a heads-up is due an hour from now."""
    stage = Stage(store=store)
    await stage.run(*VOTE)
    await stage.pass_time(HEADS_UP - HOUR)
    return stage


def set_clock(stage: Stage, moment: datetime) -> None:
    """Set the system's clock: unlike time itself, it can go backwards."""
    stage.clock._now = moment


@pytest.mark.parametrize("jump", [-HOUR, HOUR])
async def test_a_message_under_way_while_the_clock_jumps_is_posted_and_recorded_once(
    stage: Stage, jump: timedelta
) -> None:
    messenger = SlowMessenger(stage.clock)
    posting = replace(stage.posting, messengers={Platform.SLACK: messenger})
    sender = Sender(posting)
    set_clock(stage, HEADS_UP)
    await begin_what_is_due(posting, sender)
    await messenger.asked.wait()
    set_clock(stage, HEADS_UP + jump)
    await begin_what_is_due(posting, sender)
    messenger.answers.set()
    await sender.finish()
    for later in (LEASE + MINUTE, HOUR + MINUTE):
        set_clock(stage, HEADS_UP + later)
        await do_what_is_due(posting, sender)
    assert len(messenger.posted) == 1
    assert await states(stage) == {"sent"}


@pytest.mark.parametrize("jump", [-HOUR, HOUR])
async def test_what_a_dead_worker_held_when_the_clock_jumped_is_taken_over_after_a_lease(
    stage: Stage, jump: timedelta
) -> None:
    sender = Sender(stage.posting)
    await do_what_is_due(stage.posting, sender)
    await queue_reminders(stage.store, HEADS_UP)
    set_clock(stage, HEADS_UP + HOUR)
    await do_and_die(stage)
    await do_what_is_due(stage.posting, sender)
    set_clock(stage, HEADS_UP + HOUR + jump)
    await do_what_is_due(stage.posting, sender)
    set_clock(stage, HEADS_UP + HOUR + jump + LEASE)
    await do_what_is_due(stage.posting, sender)
    assert len(stage.messenger.posted) == 1


async def test_a_living_workers_lease_is_not_taken_when_the_clock_goes_back(stage: Stage) -> None:
    await queue_reminders(stage.store, HEADS_UP)
    set_clock(stage, HEADS_UP + HOUR)
    await do_and_die(stage)
    set_clock(stage, HEADS_UP)
    await do_what_is_due(stage.posting)
    assert stage.messenger.posted == []


@pytest.mark.parametrize("jump", [-HOUR, HOUR])
async def test_a_running_process_says_everything_once_across_a_jump(
    stage: Stage, jump: timedelta
) -> None:
    ticks = Ticks(stage.clock, lambda: do_what_is_due(stage.posting))
    ticks.start()
    await stage.clock.advance(HOUR)
    set_clock(stage, stage.clock.now() + jump)
    ticks.wake()  # as the slow tick does
    await stage.clock.advance(timedelta(days=5))
    await ticks.stop()
    titles = [each.message.title for each in stage.messenger.posted]
    assert titles[:3] == ["Coming up: Vote", "Today: Vote", "Did it happen? Vote"]
    assert len(titles) == len(set(titles)) > 3


async def test_what_was_due_in_an_hour_skipped_by_the_clock_is_said_at_the_next_tick(
    stage: Stage,
) -> None:
    ticks = Ticks(stage.clock, lambda: do_what_is_due(stage.posting))
    ticks.start()
    await stage.clock.advance(timedelta())
    set_clock(stage, HEADS_UP + HOUR)
    ticks.wake()
    await stage.clock.advance(timedelta())
    await ticks.stop()
    (posted,) = stage.messenger.posted
    assert posted.message.footnote.endswith("1 hour late")


@pytest.mark.parametrize("told", ["digest", "lift"])
async def test_what_is_told_beside_reminders_waits_a_lease_and_no_longer(
    stage: Stage, told: str
) -> None:
    await stage.run(BESIDE[told])
    due, work = QUEUES[told]
    set_clock(stage, MORNING + HOUR)
    async with stage.store.transaction() as tx:  # as a worker does that dies after it
        await due(tx).claim(stage.clock.now(), LEASE, 10)
    set_clock(stage, MORNING)
    assert await work(stage.posting) == MORNING + LEASE
    assert stage.messenger.posted == []
    set_clock(stage, MORNING + LEASE)
    await work(stage.posting)
    assert len(stage.messenger.posted) == 1


async def do_and_die(stage: Stage) -> None:
    """Take what is due as a worker does that dies before anything is posted."""
    posting = replace(stage.posting, messengers={Platform.SLACK: SlowMessenger(stage.clock)})
    sender = Sender(posting)
    await begin_what_is_due(posting, sender)
    for task in sender._tasks:
        task.cancel()
    await asyncio.gather(*sender._tasks, return_exceptions=True)


async def states(stage: Stage) -> set[str]:
    async with stage.store.view() as tx:
        due = await tx.deliveries.next_due()
        assert due is None or due > HEADS_UP + HOUR + MINUTE
    assert isinstance(stage.store, DatabaseStore)
    async with stage.store._engine.connect() as connection:
        found = await connection.exec_driver_sql("SELECT state FROM delivery WHERE due_at IS NULL")
        return set(found.scalars())
