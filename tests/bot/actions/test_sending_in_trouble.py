"""What takes longer than its lease, and what breaks in our own hands."""

import asyncio
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from bot.actions.attempt_delivery import Posting
from bot.actions.do_what_is_due import begin_what_is_due, do_what_is_due
from bot.actions.queue_reminders import queue_reminders
from bot.actions.send_deliveries import Sender
from bot.domain.delivery import Delivery, Destination, MessageRef, Shown
from bot.domain.follow_up import FollowUp
from bot.domain.message import Message
from bot.domain.newsroom import Platform
from bot.domain.retry import LEASE, MOST_DEFECTS
from bot.errors import Collision, DeliveryFailed
from bot.ports import Store, Transaction
from tests.bot.ledger import read_ledger
from tests.stage import OSLO, FakeMessenger, Stage, text_of

HEADS_UP = datetime(2025, 12, 4, 15, tzinfo=OSLO)
A_MINUTE = timedelta(minutes=1)


@pytest.fixture
async def stage() -> Stage:
    stage = Stage()
    await stage.run("new budget The budget", "subscribe budget", "expect budget 5 December: Vote")
    return stage


@dataclass
class SlowFinder(FakeMessenger):
    """Looks through a channel for long, and tells what stood there when it began."""

    asked: asyncio.Event = field(default_factory=asyncio.Event)
    answers: asyncio.Event = field(default_factory=asyncio.Event)

    async def find(self, to: Destination, nonce: str, since: datetime) -> MessageRef | None:
        found = await super().find(to, nonce, since)
        self.asked.set()
        await self.answers.wait()
        return found


async def looking(stage: Stage) -> tuple[SlowFinder, Posting, Sender]:
    """Let a worker look for what an attempt in vain may have posted, and get no answer yet."""
    stage.messenger.failures = [DeliveryFailed("connection_lost")]
    stage.clock.set(HEADS_UP)
    await do_what_is_due(stage.posting)
    slow = SlowFinder(stage.clock, posted=stage.messenger.posted)
    posting = replace(stage.posting, messengers={Platform.SLACK: slow})
    sender = Sender(posting)
    stage.clock.set(HEADS_UP + A_MINUTE)
    await begin_what_is_due(posting, sender)
    await slow.asked.wait()
    return slow, posting, sender


async def test_a_worker_that_looked_for_a_message_past_its_lease_posts_nothing(
    stage: Stage,
) -> None:
    slow, _, sender = await looking(stage)
    stage.clock.set(HEADS_UP + A_MINUTE + LEASE)
    await do_what_is_due(stage.posting)
    slow.answers.set()
    await sender.finish()
    assert len(stage.messenger.posted) == 1


async def test_what_was_looked_for_too_long_is_looked_for_again_at_once(stage: Stage) -> None:
    slow, posting, sender = await looking(stage)
    stage.clock.set(stage.clock.now() + LEASE - A_MINUTE / 2)
    slow.answers.set()
    await sender.finish()
    assert stage.messenger.posted == []
    await do_what_is_due(posting, sender)
    assert len(stage.messenger.posted) == 1


@dataclass
class Clumsy(FakeMessenger):
    """Trips over messages of a title, and over edits that say so."""

    trips_over: str = "Coming up: Vote"

    async def send(self, to: Destination, message: Message, nonce: str) -> MessageRef:
        if message.title == self.trips_over:
            raise ValueError("a defect")
        return await super().send(to, message, nonce)

    async def edit(self, ref: MessageRef, message: Message) -> None:
        self.edited += 1
        if message.title == self.trips_over:
            raise ValueError("a defect")
        await super().edit(ref, message)


def trips_over(stage: Stage, title: str) -> Clumsy:
    messenger = Clumsy(stage.clock, trips_over=title)
    paces = {Platform.SLACK: replace(stage.posting.paces[Platform.SLACK], together=1)}
    stage.posting = replace(stage.posting, messengers={Platform.SLACK: messenger}, paces=paces)
    stage.messenger = messenger
    return messenger


async def test_a_defect_holds_up_nothing_but_its_own_message(stage: Stage) -> None:
    await stage.run("expect budget 5 December: Speech", "expect budget 5 December: Walk")
    messenger = trips_over(stage, "Coming up: Vote")
    await stage.pass_time(HEADS_UP + A_MINUTE)
    titles = [each.message.title for each in messenger.posted]
    assert titles == ["Coming up: Speech", "Coming up: Walk"]


async def test_what_breaks_again_and_again_is_given_up_and_told_of(stage: Stage) -> None:
    trips_over(stage, "Coming up: Vote")
    await stage.pass_time(HEADS_UP + timedelta(hours=1))
    status = text_of(await stage.run("status budget"))
    assert "#foreign Daybook could not make the message. Its log says why." in status


async def test_what_was_given_up_for_a_defect_blocks_no_later_notice(stage: Stage) -> None:
    messenger = trips_over(stage, "Coming up: Vote")
    await stage.pass_time(HEADS_UP + timedelta(hours=24))
    assert [each.message.title for each in messenger.posted] == ["Today: Vote"]


async def test_an_edit_that_breaks_is_not_tried_for_ever(stage: Stage) -> None:
    messenger = trips_over(stage, "Vote: happened")
    await stage.pass_time(HEADS_UP + A_MINUTE)
    await stage.run("happened budget#1")
    await stage.pass_time(HEADS_UP + timedelta(hours=6))
    assert messenger.edited == 1


class Unwritable:
    """Deliveries of which one's outcome can't be written down, by a defect."""

    def __init__(self, deliveries: Any, unwritable: UUID) -> None:  # noqa: ANN401  passed on whole
        self._deliveries = deliveries
        self._unwritable = unwritable

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  whatever there is
        return getattr(self._deliveries, name)

    async def record(
        self, deliveries: Sequence[Delivery], edited: Mapping[UUID, Shown] | None = None
    ) -> None:
        if self._unwritable in {each.follow_up_id for each in deliveries}:
            raise ValueError("a defect")
        await self._deliveries.record(deliveries, edited)


@dataclass
class Smudged:
    """A store in which that is so of one follow-up."""

    store: Store
    spoilt: UUID

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        async with self.store.transaction() as tx:
            self.spoil(tx)
            yield tx

    def spoil(self, tx: Transaction) -> None:
        smudged: Any = Unwritable(tx.deliveries, self.spoilt)
        tx.deliveries = smudged

    def view(self) -> AbstractAsyncContextManager[Transaction]:
        return self.store.view()


async def test_an_outcome_that_cannot_be_written_keeps_no_other_from_being_so(
    stage: Stage,
) -> None:
    await stage.run("expect budget 5 December: Speech", "expect budget 5 December: Walk")
    store = Smudged(stage.store, await follow_up_id(stage, "budget#1"))
    paces = {Platform.SLACK: replace(stage.posting.paces[Platform.SLACK], together=1)}
    posting = replace(stage.posting, store=store, paces=paces)
    sender = Sender(posting)
    for minutes in (0, 3, 6, 9):
        stage.clock.set(HEADS_UP + minutes * A_MINUTE)
        await do_what_is_due(posting, sender)
    titles = sorted(each.message.title for each in stage.messenger.posted)
    assert titles == ["Coming up: Speech", "Coming up: Vote", "Coming up: Walk"]
    stage.clock.set(HEADS_UP + timedelta(hours=18))
    await do_what_is_due(posting, sender)
    assert "Today: Speech" in [each.message.title for each in stage.messenger.posted]


class Unreadable:
    """Follow-ups of which one can't be fetched, by a defect."""

    def __init__(self, follow_ups: Any, unreadable: UUID) -> None:  # noqa: ANN401  passed on whole
        self._follow_ups = follow_ups
        self._unreadable = unreadable

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  whatever there is
        return getattr(self._follow_ups, name)

    async def by_ids(self, ids: Collection[UUID]) -> Sequence[FollowUp]:
        if self._unreadable in ids:
            raise ValueError("a defect")
        found: Sequence[FollowUp] = await self._follow_ups.by_ids(ids)
        return found


@dataclass
class Torn(Smudged):
    """A store in which that is so of one follow-up."""

    def spoil(self, tx: Transaction) -> None:
        torn: Any = Unreadable(tx.follow_ups, self.spoilt)
        tx.follow_ups = torn


async def send_torn(stage: Stage, moment: datetime, number: int = 1) -> None:
    """Send what is due of a budget whose follow-up of a number can't be fetched."""
    stage.clock.set(moment)
    while await queue_reminders(stage.store, moment):
        pass
    store = Torn(stage.store, await follow_up_id(stage, f"budget#{number}"))
    sender = Sender(replace(stage.posting, store=store))
    while await sender.take_up():
        await sender.finish()


async def test_what_cannot_be_fetched_holds_up_no_other(stage: Stage) -> None:
    await stage.run("expect budget 5 December: Speech", "expect budget 5 December: Walk")
    await send_torn(stage, HEADS_UP, number=2)
    titles = [each.message.title for each in stage.messenger.posted]
    assert titles == ["Coming up: Vote", "Coming up: Walk"]


async def test_what_could_not_be_fetched_comes_late_once_it_can_be(stage: Stage) -> None:
    await send_torn(stage, HEADS_UP)
    assert stage.messenger.posted == []
    posted = await stage.pass_time(HEADS_UP + LEASE + A_MINUTE)
    assert [each.message.title for each in posted] == ["Coming up: Vote"]


async def test_what_cannot_be_fetched_again_and_again_is_given_up_and_told_of(
    stage: Stage,
) -> None:
    for attempt in range(MOST_DEFECTS):
        await send_torn(stage, HEADS_UP + attempt * (LEASE + A_MINUTE))
    status = text_of(await stage.run("status budget"))
    assert "#foreign Daybook could not make the message. Its log says why." in status


@pytest.mark.parametrize("changed", [1, 2])
async def test_a_message_of_which_a_part_cannot_be_fetched_is_not_edited_without_end(
    stage: Stage, changed: int
) -> None:
    await stage.run("expect budget 5 December: Speech", "expect budget 5 December: Walk")
    await stage.pass_time(HEADS_UP)
    await stage.run("happened budget#3", f"happened budget#{changed}")
    store = Torn(stage.store, await follow_up_id(stage, "budget#2"))
    sender = Sender(replace(stage.posting, store=store))
    for _ in range(3):
        await sender.take_up()
        await sender.finish()
    assert stage.messenger.edited == 1


async def test_a_reminder_that_cannot_be_addressed_holds_up_no_other(stage: Stage) -> None:
    await stage.run("expect budget 5 December: Speech", "expect budget 5 December: Walk")
    store = Torn(stage.store, await follow_up_id(stage, "budget#2"))
    posting = replace(stage.posting, store=store)
    stage.clock.set(HEADS_UP)
    next_moment = await do_what_is_due(posting)
    titles = [each.message.title for each in stage.messenger.posted]
    assert titles == ["Coming up: Vote", "Coming up: Walk"]
    assert next_moment is not None
    assert next_moment > HEADS_UP  # nobody goes on looking for it in vain


async def test_a_reminder_that_could_not_be_addressed_comes_late_after_another_start(
    stage: Stage,
) -> None:
    store = Torn(stage.store, await follow_up_id(stage, "budget#1"))
    stage.clock.set(HEADS_UP)
    await do_what_is_due(replace(stage.posting, store=store, aside=set()))
    assert stage.messenger.posted == []
    await do_what_is_due(stage.posting)
    assert [each.message.title for each in stage.messenger.posted] == ["Coming up: Vote"]


@dataclass
class Lost(Torn):
    """A store that is lost as well: nothing is committed."""

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        async with super().transaction() as tx:
            yield tx
            raise Collision


async def test_a_reminder_that_broke_as_the_database_was_lost_is_not_left_alone(
    stage: Stage,
) -> None:
    store = Lost(stage.store, await follow_up_id(stage, "budget#1"))
    with pytest.raises(Collision):
        await queue_reminders(store, HEADS_UP, stage.posting.aside)
    posted = await stage.pass_time(HEADS_UP)
    assert [each.message.title for each in posted] == ["Coming up: Vote"]


class Unqueueable(Unwritable):
    """Deliveries that nothing can be added to, by a defect."""

    async def queue(self, deliveries: Sequence[Delivery]) -> None:
        raise ValueError("a defect")


@dataclass
class Stuck(Smudged):
    """A store in which that is so."""

    def spoil(self, tx: Transaction) -> None:
        stuck: Any = Unqueueable(tx.deliveries, self.spoilt)
        tx.deliveries = stuck


async def test_what_is_queued_is_sent_though_nothing_more_can_be(stage: Stage) -> None:
    stage.clock.set(HEADS_UP)
    await queue_reminders(stage.store, HEADS_UP)
    await stage.run("expect budget today at 15:30: Walk")
    stage.clock.set(HEADS_UP + 30 * A_MINUTE)
    store = Stuck(stage.store, await follow_up_id(stage, "budget#1"))
    await do_what_is_due(replace(stage.posting, store=store))
    assert [each.message.title for each in stage.messenger.posted] == ["Coming up: Vote"]


async def test_a_series_that_cannot_be_continued_holds_up_no_reminder(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    await stage.run("expect budget every Thursday at 14: Press conference")
    async with stage.store.view() as tx:
        ledger = await read_ledger(tx, "T1", ("foreign",))
    (series,) = [each for each in ledger.lives if each.follow_up.series_id is not None]
    store = Torn(stage.store, series.follow_up.id)
    stage.clock.set(HEADS_UP)
    next_moment = await do_what_is_due(replace(stage.posting, store=store))
    assert next_moment is not None
    assert next_moment > HEADS_UP  # nobody goes on looking for it in vain
    assert "series_broke" in caplog.text
    assert "Coming up: Vote" in [each.message.title for each in stage.messenger.posted]


async def follow_up_id(stage: Stage, name: str) -> UUID:
    async with stage.store.view() as tx:
        ledger = await read_ledger(tx, "T1", ("foreign",))
    (found,) = [life.follow_up.id for life in ledger.lives if life.follow_up.name == name]
    return found


@dataclass
class SlowStore:
    """A store whose transactions end only when they are let."""

    store: Store
    begun: asyncio.Event = field(default_factory=asyncio.Event)
    may_end: asyncio.Event = field(default_factory=asyncio.Event)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        async with self.store.transaction() as tx:
            yield tx
            self.begun.set()
            await self.may_end.wait()

    def view(self) -> AbstractAsyncContextManager[Transaction]:
        return self.store.view()


async def test_what_is_being_claimed_when_it_is_time_to_stop_is_let_go(stage: Stage) -> None:
    stage.clock.set(HEADS_UP)
    await queue_reminders(stage.store, HEADS_UP)
    store = SlowStore(stage.store)
    sender = Sender(replace(stage.posting, store=store))
    claiming = asyncio.ensure_future(sender.take_up())
    await store.begun.wait()
    await sender.stop(0)
    store.may_end.set()
    assert not await claiming
    await sender.stop(0)  # which may be called twice
    assert stage.messenger.posted == []
    await do_what_is_due(stage.posting)
    assert len(stage.messenger.posted) == 1
    assert stage.messenger.sought == []  # nobody needs to ask whether it stands
