from bot.domain.channel_queue import Backlog, ChannelQueue
from bot.domain.delivery import OUTDATED, Delivery, DeliveryState
from bot.domain.newsroom import Channel
from bot.ports import Store
from tests.adapters.database.hands import take_up
from tests.adapters.database.world import SPORT, UTENRIKS, put_story
from tests.builders import (
    DAY,
    HOUR,
    NOON,
    a_delivery,
    a_follow_up,
    a_message_ref,
    a_newsroom,
    a_story,
    an_id,
)

FIRST, SECOND = a_follow_up(), a_follow_up(number=2)
GONE = "channel_not_found"


async def queue(store: Store, *deliveries: Delivery) -> None:
    async with store.transaction() as tx:
        await put_story(tx, a_story(), follow_ups=2)
        await tx.deliveries.queue(deliveries)


async def of(store: Store, channel: Channel) -> dict[str, tuple[DeliveryState, str]]:
    """Return what has become of a channel's deliveries, by nonce."""
    async with store.view() as view:
        found = [
            delivery
            for follow_up in (FIRST, SECOND)
            for delivery in await view.deliveries.of_follow_up(follow_up.id, channel.id)
        ]
    return {each.nonce: (each.state, each.reason) for each in found}


def line(channel: Channel, reason: str, waiting: int, late: int, given_up: int) -> ChannelQueue:
    place = (channel.id, channel.name, channel.key, channel.platform)
    return ChannelQueue(*place, reason, waiting, late, given_up)


async def test_a_storys_given_up_deliveries_are_shown_the_latest_first(store: Store) -> None:
    early = a_delivery(FIRST, UTENRIKS, NOON - HOUR).undeliverable(GONE)
    late = a_delivery(FIRST, UTENRIKS).undeliverable(GONE)
    await queue(store, early, late, a_delivery(FIRST, SPORT))
    async with store.view() as view:
        assert list(await view.queues.undeliverable(a_story().id, 5)) == [late, early]
        assert list(await view.queues.undeliverable(a_story().id, 1)) == [late]
        assert list(await view.queues.undeliverable(an_id("another"), 5)) == []


async def test_the_queue_is_told_by_channel_and_reason(store: Store) -> None:
    late = a_delivery(FIRST, UTENRIKS, NOON - HOUR)
    given_up = a_delivery(FIRST, SPORT).undeliverable(GONE)
    await queue(store, a_delivery(FIRST, UTENRIKS), late, given_up)
    lines = [line(UTENRIKS, "", 1, 1, 0), line(SPORT, GONE, 0, 0, 1)]
    async with store.view() as view:
        assert list(await view.queues.overview(NOON)) == lines
        assert list(await view.queues.overview(NOON, a_newsroom().id)) == lines
        assert list(await view.queues.overview(NOON, an_id("another"))) == []


async def test_what_waits_in_all_is_counted(store: Store) -> None:
    late = a_delivery(FIRST, UTENRIKS, NOON - HOUR)
    given_up = a_delivery(FIRST, SPORT).undeliverable(GONE)
    await queue(store, a_delivery(FIRST, UTENRIKS), late, given_up)
    async with store.view() as view:
        assert await view.queues.backlog(NOON) == Backlog(2, 1, 1, NOON - HOUR)


async def test_nothing_waits_in_an_empty_queue(store: Store) -> None:
    async with store.view() as view:
        assert await view.queues.backlog(NOON) == Backlog(0, 0, 0, None)


async def test_what_is_put_off_after_a_failure_is_late_all_the_same(store: Store) -> None:
    failed = a_delivery(FIRST, UTENRIKS, NOON - HOUR).retried(NOON, HOUR, "no_answer")
    await queue(store, failed)
    async with store.view() as view:
        assert (await view.queues.backlog(NOON)).late == 1


async def test_what_was_given_up_is_tried_again_and_looked_for_first(store: Store) -> None:
    await queue(store, a_delivery(FIRST, UTENRIKS).undeliverable(GONE))
    async with store.transaction() as tx:
        assert await tx.queues.retry(NOON + HOUR) == 1
        [again] = await take_up(tx, NOON + HOUR)
    assert (again.state, again.may_stand) == (DeliveryState.PENDING, True)


async def test_one_channel_alone_is_tried_again(store: Store) -> None:
    here = a_delivery(FIRST, UTENRIKS).undeliverable(GONE)
    there = a_delivery(FIRST, SPORT).undeliverable(GONE)
    await queue(store, here, there)
    async with store.transaction() as tx:
        assert await tx.queues.retry(NOON, [UTENRIKS.id]) == 1
    assert await of(store, UTENRIKS) == {here.nonce: (DeliveryState.PENDING, "")}
    assert await of(store, SPORT) == {there.nonce: (DeliveryState.UNDELIVERABLE, GONE)}


async def test_what_was_given_up_for_a_reason_that_is_named_stays_so(store: Store) -> None:
    unfit = a_delivery(FIRST, UTENRIKS).undeliverable("msg_too_long")
    await queue(store, unfit, a_delivery(FIRST, SPORT).undeliverable(GONE))
    async with store.transaction() as tx:
        assert await tx.queues.retry(NOON, but={"msg_too_long"}) == 1
    assert await of(store, UTENRIKS) == {unfit.nonce: (DeliveryState.UNDELIVERABLE, "msg_too_long")}


async def test_as_many_are_tried_again_as_asked_the_earliest_first(store: Store) -> None:
    late = a_delivery(FIRST, UTENRIKS).undeliverable(GONE)
    early = a_delivery(SECOND, UTENRIKS, NOON - HOUR).undeliverable(GONE)
    await queue(store, late, early)
    async with store.transaction() as tx:
        assert await tx.queues.retry(NOON, [UTENRIKS.id], limit=1) == 1
    assert await of(store, UTENRIKS) == {
        late.nonce: (DeliveryState.UNDELIVERABLE, GONE),
        early.nonce: (DeliveryState.PENDING, ""),
    }


async def test_of_what_one_follow_up_missed_the_latest_alone_is_tried_again(store: Store) -> None:
    early = a_delivery(FIRST, UTENRIKS, NOON - DAY).undeliverable(GONE)
    late = a_delivery(FIRST, UTENRIKS).undeliverable(GONE)
    await queue(store, early, late)
    async with store.transaction() as tx:
        assert await tx.queues.retry(NOON + HOUR) == 1
    assert await of(store, UTENRIKS) == {
        early.nonce: (DeliveryState.SKIPPED, OUTDATED),
        late.nonce: (DeliveryState.PENDING, ""),
    }


async def test_what_a_later_notice_has_overtaken_is_not_tried_again(store: Store) -> None:
    missed = a_delivery(FIRST, UTENRIKS, NOON - DAY).undeliverable(GONE)
    posted = a_delivery(FIRST, UTENRIKS).sent(a_message_ref(), version=1)
    await queue(store, missed, posted)
    async with store.transaction() as tx:
        assert await tx.queues.retry(NOON + HOUR) == 0
    assert (await of(store, UTENRIKS))[missed.nonce] == (DeliveryState.SKIPPED, OUTDATED)


async def test_what_was_given_up_and_dropped_is_told_of_no_more(store: Store) -> None:
    here = a_delivery(FIRST, UTENRIKS).undeliverable(GONE)
    there = a_delivery(FIRST, SPORT).undeliverable(GONE)
    await queue(store, here, there)
    async with store.transaction() as tx:
        assert await tx.queues.drop([UTENRIKS.id]) == 1
        assert await tx.queues.drop() == 1
    async with store.view() as view:
        assert list(await view.queues.overview(NOON)) == []
        assert list(await view.queues.undeliverable(a_story().id, 5)) == []
