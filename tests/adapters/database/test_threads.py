"""The first message of a follow-up in a channel, in every store."""

from bot.ports import Store
from tests.adapters.database.hands import take_up
from tests.adapters.database.world import put_newsroom, put_story
from tests.builders import (
    DAY,
    NOON,
    a_channel,
    a_delivery,
    a_follow_up,
    a_message_ref,
    a_story,
)

STORY = a_story()
FOLLOW_UP, OTHER = a_follow_up(STORY, 1), a_follow_up(STORY, 2)
HERE, THERE = a_channel(), a_channel("sport")


async def test_it_is_the_earliest_that_stands_of_the_same_follow_up_in_the_channel(
    store: Store,
) -> None:
    async with store.transaction() as tx:
        await put_newsroom(tx, HERE, THERE)
        await put_story(tx, STORY, follow_ups=0)
        for each in (FOLLOW_UP, OTHER):
            await tx.follow_ups.add(each)
        queued = [
            a_delivery(FOLLOW_UP, HERE, NOON + DAY),
            a_delivery(FOLLOW_UP, HERE, NOON),
            a_delivery(FOLLOW_UP, THERE, NOON),
            a_delivery(OTHER, HERE, NOON),
        ]
        await tx.deliveries.queue(queued)
        for now in (NOON, NOON + DAY):
            claimed = await take_up(tx, now)
            sent = [each.sent(a_message_ref(f"M-{each.id}"), 1) for each in claimed]
            await tx.deliveries.record(sent)
        later = a_delivery(FOLLOW_UP, HERE, NOON + 2 * DAY)
        found = await tx.deliveries.first_messages([later])
    assert found == {(FOLLOW_UP.id, HERE.id): a_message_ref(f"M-{queued[1].id}")}


async def test_there_is_none_before_anything_was_posted(store: Store) -> None:
    waiting = a_delivery(FOLLOW_UP, HERE)
    async with store.transaction() as tx:
        await put_newsroom(tx, HERE)
        await put_story(tx, STORY, follow_ups=0)
        await tx.follow_ups.add(FOLLOW_UP)
        await tx.deliveries.queue([waiting])
        assert await tx.deliveries.first_messages([waiting]) == {}
        assert await tx.deliveries.first_messages([]) == {}
