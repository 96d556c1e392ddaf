"""The lifts of embargoes on facts, in every store."""

from datetime import UTC

from bot.domain.lift import Lift
from bot.ports import Store
from tests.adapters.database.world import put_newsroom
from tests.builders import DAY, HOUR, NOON, a_channel, a_timeline_entry

ENTRY = a_timeline_entry("The jury was bribed")
HERE, THERE = a_channel(), a_channel("sport")


async def test_a_lift_is_claimed_when_it_has_come_and_then_held(store: Store) -> None:
    lift = Lift.of(ENTRY, NOON)
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.lifts.plan(lift)
        assert await tx.lifts.next_due(NOON, HOUR) == NOON
        assert await tx.lifts.claim(NOON - HOUR, HOUR, 10) == []
        (claimed,) = await tx.lifts.claim(NOON, HOUR, 10)
        assert (claimed.id, claimed.attempts, claimed.tried_at) == (lift.id, 1, NOON)
        assert await tx.lifts.claim(NOON, HOUR, 10) == []
        assert await tx.lifts.next_due(NOON, HOUR) == NOON + HOUR


async def test_a_new_lift_of_an_entry_takes_the_place_of_the_old_one(store: Store) -> None:
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.lifts.plan(Lift.of(ENTRY, NOON))
        await tx.lifts.plan(Lift.of(ENTRY, NOON + DAY))
        assert await tx.lifts.next_due(NOON, HOUR) == NOON + DAY
        await tx.lifts.forget(ENTRY.id)
        assert await tx.lifts.next_due(NOON, HOUR) is None


async def test_each_channel_is_to_be_told_once(store: Store) -> None:
    lift = Lift.of(ENTRY, NOON)
    told = [lift.told_in(HERE.id, NOON), lift.told_in(THERE.id, NOON + HOUR)]
    async with store.transaction() as tx:
        await put_newsroom(tx, HERE, THERE)
        await tx.lifts.add(told)
        await tx.lifts.add(told)
        (claimed,) = await tx.lifts.claim(NOON, HOUR, 10)
        assert claimed.channel_id == HERE.id
        await tx.lifts.remove(claimed)
        assert await tx.lifts.next_due(NOON, HOUR) == NOON + HOUR


async def test_one_that_was_put_off_is_due_later(store: Store) -> None:
    async with store.transaction() as tx:
        await put_newsroom(tx, HERE)
        await tx.lifts.add([Lift.of(ENTRY, NOON).told_in(HERE.id, NOON)])
        (claimed,) = await tx.lifts.claim(NOON, HOUR, 10)
        await tx.lifts.put_off(claimed.retried(NOON, DAY))
        assert await tx.lifts.next_due(NOON, HOUR) == (NOON + DAY).astimezone(UTC)
