"""What is worked off together, each for itself: one that breaks, or hangs, harms no other."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import pytest

from bot.actions.send_digests import send_digests
from bot.actions.work_off import AT_ONCE
from bot.domain.delivery import DEFECT, Destination, MessageRef
from bot.domain.message import Message
from bot.domain.newsroom import Platform
from bot.domain.retry import LEASE, MOST_DEFECTS
from bot.errors import Collision
from bot.ports import Store, Transaction
from tests.stage import OSLO, FakeMessenger, Stage, the_newsroom

MORNING = datetime(2025, 11, 27, 7, tzinfo=OSLO)
CHANNELS = ("foreign", "sport", "culture")


@dataclass
class OneBreaks(FakeMessenger):
    """Trips over one channel, and answers the others after that."""

    breaks: str = "foreign"
    broken: asyncio.Event = field(default_factory=asyncio.Event)
    times: int = 0

    async def send(self, to: Destination, message: Message, nonce: str) -> MessageRef:
        if to.channel_key == self.breaks:
            self.times += 1
            self.broken.set()
            raise ValueError("a defect")
        await self.broken.wait()
        return await super().send(to, message, nonce)


@pytest.fixture
async def stage() -> Stage:
    stage = Stage()
    await stage.run("new budget The budget")
    for channel in CHANNELS:
        await stage.type("set digest 07:00", channel)
    stage.clock.set(MORNING)
    return stage


def trips_over_one(stage: Stage) -> OneBreaks:
    messenger = OneBreaks(stage.clock)
    stage.posting = replace(stage.posting, messengers={Platform.SLACK: messenger})
    return messenger


async def test_a_digest_that_breaks_keeps_no_other_from_its_channel(stage: Stage) -> None:
    messenger = trips_over_one(stage)
    await send_digests(stage.posting)
    assert {each.channel for each in messenger.posted} == set(CHANNELS) - {messenger.breaks}


async def test_a_digest_that_breaks_is_given_up_and_told_of(stage: Stage) -> None:
    messenger = trips_over_one(stage)
    for _ in range(10):
        await send_digests(stage.posting)
        stage.clock.set(stage.clock.now() + LEASE)
    assert messenger.times == MOST_DEFECTS
    async with stage.store.view() as tx:
        (spell,) = await tx.troubles.of_newsroom(await the_newsroom(tx))
    assert spell.reason == DEFECT


@dataclass
class FailsToRecord:
    """A store whose second transaction, the first record, comes to nothing."""

    store: Store
    failed: asyncio.Event
    opened: int = 0

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        async with self.store.transaction() as tx:
            yield tx
            self.opened += 1
            if self.opened == 2:
                self.failed.set()
                raise Collision

    def view(self) -> AbstractAsyncContextManager[Transaction]:
        return self.store.view()


@dataclass
class WaitsForAFault(FakeMessenger):
    """Answers one channel at once, and the others when the database has failed."""

    always: str = "foreign"
    failed: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, to: Destination, message: Message, nonce: str) -> MessageRef:
        if to.channel_key != self.always:
            await self.failed.wait()
        return await super().send(to, message, nonce)


async def test_what_is_under_way_ends_though_the_database_fails_another(stage: Stage) -> None:
    messenger = WaitsForAFault(stage.clock)
    store = FailsToRecord(stage.store, messenger.failed)
    posting = replace(stage.posting, store=store, messengers={Platform.SLACK: messenger})
    with pytest.raises(Collision):
        await send_digests(posting)
    assert {each.channel for each in messenger.posted} == set(CHANNELS)
    stage.clock.set(MORNING + LEASE)
    await send_digests(posting)
    assert len(messenger.posted) == len(CHANNELS)


@dataclass
class Counts(FakeMessenger):
    """Counts how many calls are under way together."""

    under_way: int = 0
    most: int = 0

    async def send(self, to: Destination, message: Message, nonce: str) -> MessageRef:
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        await asyncio.sleep(0)
        self.under_way -= 1
        return await super().send(to, message, nonce)


async def test_a_newsrooms_digests_do_not_all_come_at_once(stage: Stage) -> None:
    for number in range(3 * AT_ONCE):
        await stage.type("set digest 07:00", f"channel-{number}")
    stage.clock.set(MORNING + timedelta(days=1))
    messenger = Counts(stage.clock)
    await send_digests(replace(stage.posting, messengers={Platform.SLACK: messenger}))
    assert len(messenger.posted) == 3 * AT_ONCE
    assert messenger.most == AT_ONCE


async def test_a_newsroom_whose_platform_hangs_holds_up_no_others_digests(stage: Stage) -> None:
    for number in range(AT_ONCE):
        await stage.type("set digest 07:00", f"channel-{number}")
    await stage.type("set digest 07:00", "world", workspace="T2")
    stage.clock.set(MORNING + timedelta(days=1))
    messenger = WaitsForAFault(stage.clock, always="world")
    working = asyncio.ensure_future(
        send_digests(replace(stage.posting, messengers={Platform.SLACK: messenger}))
    )
    for _ in range(200):
        await asyncio.sleep(0)
    assert [each.channel for each in messenger.posted] == ["world"]
    messenger.failed.set()
    await working


@dataclass
class Slow(FakeMessenger):
    """Takes forty seconds for each message."""

    async def send(self, to: Destination, message: Message, nonce: str) -> MessageRef:
        await asyncio.sleep(0)
        self.clock.set(self.clock.now() + timedelta(seconds=40) / AT_ONCE)
        return await super().send(to, message, nonce)


async def test_nothing_begins_when_its_lease_is_nearly_over(stage: Stage) -> None:
    for number in range(3 * AT_ONCE):
        await stage.type("set digest 07:00", f"channel-{number}")
    morning = MORNING + timedelta(days=1)
    stage.clock.set(morning)
    messenger = Slow(stage.clock)
    posting = replace(stage.posting, messengers={Platform.SLACK: messenger})
    await send_digests(posting)
    begun = len(messenger.posted)
    assert 0 < begun < 3 * AT_ONCE
    assert messenger.posted[-1].at <= morning + LEASE
    stage.clock.set(morning + 2 * LEASE)
    await send_digests(posting)
    assert len({each.channel for each in messenger.posted}) > begun
