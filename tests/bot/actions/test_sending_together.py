"""Messages that several notices share, when one of them changes on the way."""

import asyncio
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import pytest

from bot.actions.do_what_is_due import begin_what_is_due, do_what_is_due
from bot.actions.send_deliveries import Sender
from bot.domain.delivery import OUTDATED, MessageRef
from bot.domain.message import Message
from bot.domain.newsroom import Platform
from bot.errors import DeliveryFailed
from tests.bot.ledger import read_ledger
from tests.stage import OSLO, FakeMessenger, Stage, commands_of, text_of

HEADS_UP = datetime(2025, 12, 4, 15, tzinfo=OSLO)
A_MINUTE = timedelta(minutes=1)
AWAY = DeliveryFailed("connection_lost")
LOST = DeliveryFailed("no_answer", posted_perhaps=True)
ALL = (1, 2, 3)


@pytest.fixture
async def stage() -> Stage:
    """A stage on which three notices are due in one channel at once, and will share a message."""
    stage = Stage()
    await stage.run("new budget The budget", "subscribe budget")
    for number in ALL:
        await stage.run(f"expect budget 5 December: Vote {number}")
    return stage


async def reasons(stage: Stage) -> list[str]:
    """Return why each heads-up was not posted, in order; nothing for those that were."""
    async with stage.store.view() as tx:
        ledger = await read_ledger(tx, "T1", ("foreign",))
    lives = sorted(ledger.lives, key=lambda life: life.follow_up.number)
    return ["" if (first := life.deliveries[0]).message else first.reason for life in lives]


@pytest.mark.parametrize("gone", ALL)
async def test_what_ends_before_a_shared_message_gets_through_is_left_out(
    stage: Stage, gone: int
) -> None:
    stage.messenger.failures = [AWAY]
    stage.clock.set(HEADS_UP)
    await stage.pass_time(HEADS_UP)
    await stage.run(f"happened budget#{gone}")
    (posted,) = await stage.pass_time(HEADS_UP + A_MINUTE)
    offered = {c for c in commands_of(posted.message) if c.startswith("happened ")}
    assert offered == {f"happened budget#{number}" for number in ALL if number != gone}
    assert await reasons(stage) == [OUTDATED if number == gone else "" for number in ALL]


@pytest.mark.parametrize("gone", ALL)
async def test_what_ends_when_a_shared_message_may_stand_is_told_of_in_it(
    stage: Stage, gone: int
) -> None:
    stage.messenger.failures = [LOST]
    stage.clock.set(HEADS_UP)
    await stage.pass_time(HEADS_UP)
    await stage.run(f"happened budget#{gone}")
    assert await stage.pass_time(HEADS_UP + A_MINUTE) == []
    (posted,) = stage.messenger.posted
    assert f"Vote {gone}: happened" in text_of(posted.message)
    assert await reasons(stage) == ["", "", ""]


@pytest.mark.parametrize("gone", ALL)
async def test_a_shared_message_stays_true_though_its_first_notice_never_stood_in_it(
    stage: Stage, gone: int
) -> None:
    stage.messenger.failures = [AWAY]
    stage.clock.set(HEADS_UP)
    await stage.pass_time(HEADS_UP)
    await stage.run(f"cancel budget#{gone} no quorum")
    (posted,) = await stage.pass_time(HEADS_UP + A_MINUTE)
    (other, another) = (number for number in ALL if number != gone)
    await stage.run(f"happened budget#{other}")
    assert await stage.pass_time(HEADS_UP + 2 * A_MINUTE) == []
    assert f"Vote {other}: happened" in text_of(posted.message)
    assert f"happened budget#{another}" in commands_of(posted.message)


async def test_nothing_is_posted_where_all_that_shared_a_message_has_ended(stage: Stage) -> None:
    stage.messenger.failures = [AWAY]
    stage.clock.set(HEADS_UP)
    await stage.pass_time(HEADS_UP)
    for number in ALL:
        await stage.run(f"happened budget#{number}")
    assert await stage.pass_time(HEADS_UP + timedelta(days=3)) == []
    assert await reasons(stage) == [OUTDATED] * 3


async def test_a_shared_message_that_is_refused_is_given_up_whole_and_tried_again_whole(
    stage: Stage,
) -> None:
    stage.messenger.failures = [DeliveryFailed("not_in_channel", permanent=True)]
    assert await stage.pass_time(HEADS_UP + A_MINUTE) == []
    assert await reasons(stage) == ["not_in_channel"] * 3
    await stage.run("retry foreign")
    (posted,) = await stage.pass_time(HEADS_UP + 2 * A_MINUTE)
    offered = {c for c in commands_of(posted.message) if c.startswith("happened ")}
    assert offered == {f"happened budget#{number}" for number in ALL}


@dataclass
class SlowEditor(FakeMessenger):
    """Lets an edit reach the platform when it may, and not before."""

    begun: asyncio.Event = field(default_factory=asyncio.Event)
    may_go: asyncio.Event = field(default_factory=asyncio.Event)

    async def edit(self, ref: MessageRef, message: Message) -> None:
        self.begun.set()
        await self.may_go.wait()
        await super().edit(ref, message)


async def test_an_edit_that_comes_late_wipes_out_nothing_that_another_worker_put_there(
    stage: Stage,
) -> None:
    (posted,) = await stage.pass_time(HEADS_UP)
    await stage.run("happened budget#1")
    slow = SlowEditor(stage.clock, posted=stage.messenger.posted)
    posting = replace(stage.posting, messengers={Platform.SLACK: slow})
    sender = Sender(posting)
    await begin_what_is_due(posting, sender)
    await slow.begun.wait()  # it has in hand what was so before the next thing happened
    await stage.run("happened budget#2")
    await do_what_is_due(stage.posting)
    slow.may_go.set()
    await sender.finish()
    await do_what_is_due(stage.posting)
    said = text_of(posted.message)
    assert "Vote 1: happened" in said
    assert "Vote 2: happened" in said
