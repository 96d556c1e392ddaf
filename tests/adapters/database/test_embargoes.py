"""What is under embargo, in every store."""

from dataclasses import replace

from bot.domain.delivery import EMBARGOED, SUPERSEDED, DeliveryState
from bot.ports import Store, Transaction
from tests.adapters.database.hands import take_up
from tests.adapters.database.world import put_newsroom, put_story
from tests.builders import (
    DAY,
    HOUR,
    NOON,
    a_channel,
    a_delivery,
    a_follow_up,
    a_message_ref,
    a_newsroom,
    a_story,
    a_timeline_entry,
)

STORY = a_story()
OPEN = a_follow_up(STORY, 1)
HIDDEN = a_follow_up(STORY, 2, title="The verdict falls", embargoed_until=NOON + DAY, evidence=())
LIFTED = a_follow_up(STORY, 3, embargoed_until=NOON - HOUR)
NEWSROOM = a_newsroom()


async def put_all(tx: Transaction) -> None:
    await put_story(tx, STORY, follow_ups=0)
    for follow_up in (OPEN, HIDDEN, LIFTED):
        await tx.follow_ups.add(follow_up)


async def test_only_what_is_under_embargo_now_is_given(store: Store) -> None:
    async with store.transaction() as tx:
        await put_all(tx)
        assert await tx.follow_ups.embargoed(NEWSROOM.id, NOON) == [HIDDEN]
        assert await tx.follow_ups.embargoed(NEWSROOM.id, NOON + DAY) == []
        assert await tx.follow_ups.embargoed(a_newsroom("Other").id, NOON) == []


async def test_entries_of_a_timeline_can_be_under_embargo_as_well(store: Store) -> None:
    hidden = a_timeline_entry("The deal is signed", STORY, embargoed_until=NOON + HOUR)
    async with store.transaction() as tx:
        await put_story(tx, STORY, follow_ups=0)
        await tx.timeline.add(a_timeline_entry(story=STORY))
        await tx.timeline.add(hidden)
        assert await tx.timeline.embargoed(NEWSROOM.id, NOON) == [hidden]
        assert await tx.timeline.embargoed(NEWSROOM.id, NOON + HOUR) == []


async def test_a_channel_is_marked_to_see_embargoed_matter(store: Store) -> None:
    marked = a_channel(sees_embargoed=True)
    async with store.transaction() as tx:
        await put_newsroom(tx, marked)
    async with store.view() as view:
        assert await view.newsrooms.channel(marked.workspace_id, marked.key) == marked


async def test_a_search_can_leave_things_out(store: Store) -> None:
    async with store.transaction() as tx:
        await put_all(tx)
        find = tx.passages.find
        (found,) = await find(NEWSROOM.id, ["verdict"], 10)
        assert found.thing_id == HIDDEN.id
        assert await find(NEWSROOM.id, ["verdict"], 10, {HIDDEN.id}) == []


async def test_a_story_is_not_found_by_a_word_that_is_left_out(store: Store) -> None:
    async with store.transaction() as tx:
        await put_all(tx)
        find = tx.passages.find
        assert await find(NEWSROOM.id, ["verdict", "parties"], 10)
        assert await find(NEWSROOM.id, ["verdict", "parties"], 10, {HIDDEN.id}) == []


async def test_what_waits_can_be_held_until_a_lift(store: Store) -> None:
    delivery = a_delivery(HIDDEN)
    async with store.transaction() as tx:
        await put_newsroom(tx, a_channel())
        await put_all(tx)
        await tx.deliveries.queue([delivery])
        await tx.deliveries.amend([delivery.held(NOON + DAY)])
        assert await take_up(tx) == []
        assert await tx.deliveries.next_due() == NOON + DAY
        (waiting,) = await tx.deliveries.waiting([HIDDEN.id])
        assert (waiting.promised_at, waiting.reason) == (NOON + DAY, EMBARGOED)


async def test_what_is_in_a_workers_hands_is_not_amended(store: Store) -> None:
    delivery = a_delivery(HIDDEN)
    async with store.transaction() as tx:
        await put_newsroom(tx, a_channel())
        await put_all(tx)
        await tx.deliveries.queue([delivery])
        await take_up(tx)
        assert await tx.deliveries.waiting([HIDDEN.id]) == []
        await tx.deliveries.amend([delivery.skipped(SUPERSEDED)])
        (kept,) = await tx.deliveries.of_follow_up(HIDDEN.id, a_channel().id)
        assert kept.state is DeliveryState.PENDING


async def test_a_message_edited_while_its_follow_up_changed_is_edited_again(store: Store) -> None:
    """Even where it waits for a lift besides."""
    delivery = a_delivery(HIDDEN)
    async with store.transaction() as tx:
        await put_newsroom(tx, a_channel())
        await put_all(tx)
        await tx.deliveries.queue([delivery])
        (claimed,) = await take_up(tx)
        await tx.follow_ups.save(replace(HIDDEN, version=2))
        await tx.deliveries.record([claimed.sent(a_message_ref(), 1, until=NOON + DAY)])
        assert await tx.deliveries.next_due() == NOON
