import asyncio
from contextlib import suppress
from itertools import chain

import pytest

from adapters.database.errors import DatabaseUnavailable
from adapters.database.store import DatabaseStore
from bot.ports import Store
from tests.adapters.database.hands import take_up
from tests.adapters.database.world import put_newsroom, put_story
from tests.builders import (
    NOON,
    a_delivery,
    a_follow_up,
    a_message_ref,
    a_newsroom,
    a_reminder,
    a_story,
)
from tests.fakes.store import FakeStore

NEWSROOM = a_newsroom()
STORY = a_story()


class Misfortune(Exception):
    pass


async def test_an_error_leaves_nothing_behind(store: Store) -> None:
    with suppress(Misfortune):
        async with store.transaction() as tx:
            await put_story(tx)
            raise Misfortune
    async with store.transaction() as tx:
        await put_newsroom(tx)
        assert await tx.stories.get(NEWSROOM.id, STORY.slugline) is None


async def test_what_is_written_in_a_view_is_forgotten(store: FakeStore | DatabaseStore) -> None:
    with suppress(DatabaseUnavailable):  # PostgreSQL refuses it outright
        async with store.view() as view:
            await view.newsrooms.save(NEWSROOM)
    async with store.view() as view:
        with pytest.raises(LookupError):
            await view.newsrooms.newsroom(NEWSROOM.id)


async def test_a_view_does_not_wait_for_a_writer_nor_sees_its_work(store: Store) -> None:
    async with store.transaction() as tx:
        await put_story(tx)
        async with store.view() as view:
            assert await view.stories.get(NEWSROOM.id, STORY.slugline) is None


async def test_a_view_shows_one_moment(store: Store) -> None:
    async with store.view() as view:
        assert await view.stories.get(NEWSROOM.id, STORY.slugline) is None
        async with store.transaction() as tx:
            await put_story(tx)
        assert await view.stories.get(NEWSROOM.id, STORY.slugline) is None


async def test_numbers_taken_at_the_same_moment_differ(store: Store) -> None:
    async with store.transaction() as tx:
        await put_story(tx, follow_ups=0)

    async def take_number() -> int:
        async with store.transaction() as tx:
            story = await tx.stories.get(NEWSROOM.id, STORY.slugline)
            assert story is not None
            await asyncio.sleep(0)
            await tx.stories.save(story.with_next_number())
            return story.last_number + 1

    numbers = await asyncio.gather(*(take_number() for _ in range(8)))
    assert sorted(numbers) == [1, 2, 3, 4, 5, 6, 7, 8]


async def test_workers_claiming_at_once_share_without_overlap(store: Store) -> None:
    # One of each follow-up: of several of one, the later wait for the earlier.
    deliveries = [a_delivery(a_follow_up(number=number)) for number in range(1, 41)]
    async with store.transaction() as tx:
        await put_story(tx, follow_ups=40)
        await tx.deliveries.queue(deliveries)

    async def claim() -> list[str]:
        async with store.transaction() as tx:
            claimed = await take_up(tx)
            return [delivery.id.hex for delivery in claimed]

    batches = await asyncio.gather(*(claim() for _ in range(4)))
    assert sorted(chain.from_iterable(batches)) == sorted(
        delivery.id.hex for delivery in deliveries
    )


async def test_planning_wakes_whoever_waits_for_what_is_due(
    store: FakeStore | DatabaseStore,
) -> None:
    async with store.transaction() as tx:
        await put_story(tx)
    woken = asyncio.Event()
    store.on_change(woken.set)
    async with store.transaction() as tx:
        await tx.reminders.replan({a_follow_up().id: [a_reminder()]})
    assert woken.is_set()


async def test_where_nothing_was_planned_nobody_is_woken(store: FakeStore | DatabaseStore) -> None:
    async with store.transaction() as tx:
        await put_story(tx)
    woken: list[str] = []
    store.on_change(lambda: woken.append("woken"))
    async with store.transaction() as tx:
        await tx.reminders.replan({a_follow_up().id: []})
        await tx.deliveries.queue([])
        await tx.deliveries.refresh([a_follow_up().id], NOON)
        await tx.stories.save(STORY)
    assert woken == []


async def test_a_plan_that_was_rolled_back_wakes_nobody(store: FakeStore | DatabaseStore) -> None:
    async with store.transaction() as tx:
        await put_story(tx)
    woken: list[str] = []
    store.on_change(lambda: woken.append("woken"))
    with suppress(Misfortune):
        async with store.transaction() as tx:
            await tx.reminders.replan({a_follow_up().id: [a_reminder()]})
            raise Misfortune
    async with store.transaction() as tx:
        await tx.stories.save(STORY)
    assert woken == []


async def test_a_change_and_a_record_at_once_never_leave_a_message_untrue(
    database: DatabaseStore,
) -> None:
    async with database.transaction() as tx:
        await put_story(tx)
        await tx.deliveries.queue([a_delivery()])
    async with database.transaction() as tx:
        [claimed] = await take_up(tx)

    async def change() -> None:
        async with database.transaction() as tx:
            follow_up = await tx.follow_ups.get(STORY.id, 1)
            assert follow_up is not None
            await tx.follow_ups.save(follow_up.cancelled())
            await tx.deliveries.refresh([follow_up.id], NOON)

    async def record() -> None:
        async with database.transaction() as tx:
            await tx.deliveries.record([claimed.sent(a_message_ref(), version=1)])

    await asyncio.gather(change(), record())
    async with database.view() as view:
        assert await view.deliveries.next_due() == NOON
