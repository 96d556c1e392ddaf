"""The digests that stand in their channels, in every store."""

from dataclasses import replace

from bot.domain.posted_digest import PostedDigest
from bot.ports import Store
from tests.adapters.database.world import put_newsroom
from tests.builders import DAY, HOUR, NOON, a_channel, a_message_ref, a_newsroom, an_id

HERE = a_channel()
NEWSROOM = a_newsroom()
STANDING = PostedDigest(
    HERE.id,
    NEWSROOM.id,
    a_message_ref(),
    NOON,
    NOON,
    NOON - DAY,
    (an_id("one"), an_id("two")),
    NOON + DAY,
    "as it was",
)


async def test_a_change_makes_it_due_and_it_is_kept_whole(store: Store) -> None:
    async with store.transaction() as tx:
        await put_newsroom(tx, HERE)
        await tx.posted_digests.keep(STANDING)
        assert await tx.posted_digests.next_due(NOON, HOUR) is None
        await tx.posted_digests.refresh(NEWSROOM.id, NOON, NOON + HOUR)
        assert await tx.posted_digests.claim(NOON, HOUR, 10) == []
        (claimed,) = await tx.posted_digests.claim(NOON + HOUR, HOUR, 10)
        assert claimed == replace(
            STANDING, due_at=NOON + HOUR, attempts=1, lease_until=NOON + 2 * HOUR
        )
        await tx.posted_digests.record(claimed, claimed.showing("as it is", None))
        assert await tx.posted_digests.next_due(NOON, HOUR) is None


async def test_further_changes_do_not_put_it_off(store: Store) -> None:
    async with store.transaction() as tx:
        await put_newsroom(tx, HERE)
        await tx.posted_digests.keep(STANDING)
        await tx.posted_digests.refresh(NEWSROOM.id, NOON, NOON + HOUR)
        await tx.posted_digests.refresh(NEWSROOM.id, NOON, NOON + 2 * HOUR)
        assert await tx.posted_digests.next_due(NOON, HOUR) == NOON + HOUR


async def test_what_changes_while_it_is_edited_leaves_it_due(store: Store) -> None:
    async with store.transaction() as tx:
        await put_newsroom(tx, HERE)
        await tx.posted_digests.keep(replace(STANDING, due_at=NOON))
        (claimed,) = await tx.posted_digests.claim(NOON, HOUR, 10)
        await tx.posted_digests.refresh(NEWSROOM.id, NOON, NOON + HOUR)
        await tx.posted_digests.record(claimed, claimed.showing("as it is", None))
        assert await tx.posted_digests.next_due(NOON, HOUR) == NOON + HOUR


async def test_one_whose_day_is_over_is_left_alone(store: Store) -> None:
    async with store.transaction() as tx:
        await put_newsroom(tx, HERE)
        await tx.posted_digests.keep(STANDING)
        await tx.posted_digests.refresh(NEWSROOM.id, NOON + DAY, NOON + DAY)
        assert await tx.posted_digests.next_due(NOON, HOUR) is None


async def test_the_next_one_takes_its_place(store: Store) -> None:
    following = replace(STANDING, planned_at=NOON + DAY, due_at=NOON + DAY)
    async with store.transaction() as tx:
        await put_newsroom(tx, HERE)
        await tx.posted_digests.keep(replace(STANDING, due_at=NOON))
        (claimed,) = await tx.posted_digests.claim(NOON, HOUR, 10)
        await tx.posted_digests.keep(following)
        await tx.posted_digests.record(claimed, claimed.showing("as it is", None))
        assert await tx.posted_digests.next_due(NOON, HOUR) == NOON + DAY
