"""What is said of one follow-up in one channel never overtakes itself, whoever says it."""

import asyncio
from dataclasses import replace

from adapters.database.store import DatabaseStore
from bot.ports import Store
from tests.adapters.database.hands import LEASE, claim, next_due, queue, record, take_up
from tests.adapters.database.world import SPORT, UTENRIKS
from tests.builders import HOUR, NOON, a_delivery, a_follow_up, a_message_ref, an_id
from tests.fakes.store import FakeStore

FOLLOW_UP = a_follow_up()
HEADS_UP = a_delivery(FOLLOW_UP, UTENRIKS, NOON - HOUR)
OPENS = a_delivery(FOLLOW_UP, UTENRIKS, NOON)


async def test_what_comes_after_one_in_other_hands_waits(store: Store) -> None:
    await queue(store, HEADS_UP, OPENS)
    await claim(store, NOON - HOUR)
    assert await claim(store, NOON - HOUR + LEASE / 2) == []
    [in_other_hands] = await claim(store, NOON - LEASE / 2)
    assert in_other_hands.id == HEADS_UP.id
    assert await claim(store, NOON) == []


async def test_what_comes_after_one_that_is_put_off_waits_for_it(store: Store) -> None:
    await queue(store, HEADS_UP, OPENS)
    [claimed] = await claim(store, NOON - LEASE / 2)
    await record(store, claimed.retried(NOON, LEASE, "no_answer"))
    assert await claim(store, NOON) == []
    assert await next_due(store) == NOON + LEASE
    assert [each.id for each in await claim(store, NOON + LEASE)] == [HEADS_UP.id]


async def test_two_of_which_the_first_is_due_later_come_one_after_the_other(store: Store) -> None:
    await queue(store, replace(HEADS_UP, due_at=NOON + LEASE), OPENS)
    [first] = await claim(store, NOON + HOUR)
    await record(store, first.sent(a_message_ref(), version=1))
    [second] = await claim(store, NOON + HOUR)
    assert (first.id, second.id) == (HEADS_UP.id, OPENS.id)


async def test_one_worker_takes_both_that_are_due_in_their_order(store: Store) -> None:
    both = [replace(each, due_at=NOON) for each in (HEADS_UP, OPENS)]
    await queue(store, *reversed(both))
    assert [each.id for each in await claim(store)] == [each.id for each in both]


async def test_the_first_of_two_is_taken_where_there_is_room_for_one(store: Store) -> None:
    both = [replace(each, due_at=NOON) for each in (HEADS_UP, OPENS)]
    await queue(store, *reversed(both))
    assert [each.id for each in await claim(store, limit=1)] == [HEADS_UP.id]
    assert await claim(store) == []


async def test_another_channel_waits_for_nobody(store: Store) -> None:
    await queue(store, HEADS_UP, a_delivery(FOLLOW_UP, SPORT, NOON))
    await claim(store, NOON - LEASE / 2)
    assert [each.channel_id for each in await claim(store)] == [SPORT.id]


async def test_another_follow_up_waits_for_nobody(store: Store) -> None:
    other = a_delivery(a_follow_up(number=2), UTENRIKS, NOON)
    await queue(store, HEADS_UP, other)
    await claim(store, NOON - LEASE / 2)
    assert [each.id for each in await claim(store)] == [other.id]


async def test_what_was_given_up_holds_nothing_up(store: Store) -> None:
    await queue(store, HEADS_UP, OPENS)
    [claimed] = await claim(store, NOON - LEASE / 2)
    await record(store, claimed.undeliverable("channel_not_found"))
    assert [each.id for each in await claim(store)] == [OPENS.id]


async def test_an_edit_waits_for_nothing(store: Store) -> None:
    await queue(store, HEADS_UP, OPENS)
    posted = replace(OPENS, attempts=1).sent(a_message_ref(), version=1)
    await record(store, posted)
    await claim(store, NOON)
    async with store.transaction() as tx:
        await tx.deliveries.refresh([FOLLOW_UP.id], NOON)
    assert [each.id for each in await claim(store, NOON)] == [OPENS.id]


async def test_the_end_of_what_came_first_wakes_whoever_waits_behind_it(
    store: FakeStore | DatabaseStore,
) -> None:
    await queue(store, HEADS_UP, OPENS)
    [claimed] = await claim(store, NOON - LEASE / 2)
    woken: list[str] = []
    store.on_change(lambda: woken.append("now"))
    await record(store, claimed.sent(a_message_ref(), version=1))
    assert woken


async def test_the_end_of_what_nobody_waits_behind_wakes_nobody(
    store: FakeStore | DatabaseStore,
) -> None:
    await queue(store, OPENS)
    [claimed] = await claim(store)
    woken: list[str] = []
    store.on_change(lambda: woken.append("now"))
    await record(store, claimed.sent(a_message_ref(), version=1))
    assert not woken


async def test_what_is_due_at_one_moment_is_taken_in_one_order(store: Store) -> None:
    same_moment = [
        replace(a_delivery(a_follow_up(number=number), UTENRIKS), id=an_id(f"{number}"))
        for number in (3, 1, 2)
    ]
    await queue(store, *same_moment)
    taken = [await claim(store, limit=1) for _ in same_moment]
    assert [each.id for [each] in taken] == sorted(each.id for each in same_moment)


async def test_what_comes_first_is_not_passed_while_another_is_just_taking_it(
    postgresql_url: str,
) -> None:
    one, other = [await DatabaseStore.open(postgresql_url) for _ in range(2)]
    both = [replace(each, due_at=NOON) for each in (HEADS_UP, OPENS)]
    await queue(one, *both)
    async with one.transaction() as tx:
        assert len(await take_up(tx, limit=1)) == 1
        assert await asyncio.wait_for(claim(other), 5) == []
    await one.close()
    await other.close()
