from datetime import timedelta

from bot.ports import Store, Transaction
from tests.adapters.database.world import SPORT, UTENRIKS, put_newsroom
from tests.builders import DAY, HOUR, NOON, a_scheduled_digest

LEASE = timedelta(minutes=2)


async def put_digest(tx: Transaction) -> None:
    await put_newsroom(tx)
    await tx.digests.schedule(a_scheduled_digest(UTENRIKS))


async def test_a_channel_waits_for_one_digest(store: Store) -> None:
    async with store.transaction() as tx:
        await put_digest(tx)
        await tx.digests.schedule(a_scheduled_digest(UTENRIKS, NOON + DAY))
    async with store.view() as view:
        assert await view.digests.of_channel(UTENRIKS.id) == a_scheduled_digest(
            UTENRIKS, NOON + DAY
        )
        assert await view.digests.next_due(NOON, LEASE) == NOON + DAY


async def test_a_channel_can_wait_for_none(store: Store) -> None:
    async with store.transaction() as tx:
        await put_digest(tx)
        await tx.digests.unschedule(UTENRIKS.id)
    async with store.view() as view:
        assert await view.digests.of_channel(UTENRIKS.id) is None
        assert await view.digests.next_due(NOON, LEASE) is None


async def test_what_is_due_is_claimed_once_until_its_lease_runs_out(store: Store) -> None:
    async with store.transaction() as tx:
        await put_digest(tx)
        await tx.digests.schedule(a_scheduled_digest(SPORT, NOON + HOUR))
        (claimed,) = await tx.digests.claim(NOON, LEASE, 10)
        assert (claimed.channel_id, claimed.attempts) == (UTENRIKS.id, 1)
        assert claimed.tried_at == NOON
        assert list(await tx.digests.claim(NOON, LEASE, 10)) == []
        assert await tx.digests.next_due(NOON, LEASE) == NOON + LEASE
        (again,) = await tx.digests.claim(NOON + LEASE, LEASE, 10)
        assert (again.attempts, again.tried_at) == (2, NOON)


async def test_what_became_of_a_digest_is_kept(store: Store) -> None:
    async with store.transaction() as tx:
        await put_digest(tx)
        (claimed,) = await tx.digests.claim(NOON, LEASE, 10)
        await tx.digests.record(claimed, claimed.followed_by(NOON + DAY, "channel_not_found"))
        assert await tx.digests.of_channel(UTENRIKS.id) == a_scheduled_digest(
            UTENRIKS, NOON + DAY, reason="channel_not_found"
        )


async def test_a_time_that_was_set_meanwhile_stays(store: Store) -> None:
    async with store.transaction() as tx:
        await put_digest(tx)
        (claimed,) = await tx.digests.claim(NOON, LEASE, 10)
        set_meanwhile = a_scheduled_digest(UTENRIKS, NOON + HOUR)
        await tx.digests.schedule(set_meanwhile)
        await tx.digests.record(claimed, claimed.followed_by(NOON + DAY))
        assert await tx.digests.of_channel(UTENRIKS.id) == set_meanwhile
