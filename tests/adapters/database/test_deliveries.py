from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest

from bot.domain.delivery import Delivery, DeliveryState
from bot.ports import Store
from tests.adapters.database.hands import LEASE, claim, next_due, queue, record
from tests.adapters.database.world import SPORT, UTENRIKS, put_story
from tests.builders import DAY, HOUR, NOON, a_delivery, a_follow_up, a_message_ref, an_id

FOLLOW_UP = a_follow_up()
DELIVERY = a_delivery(FOLLOW_UP, UTENRIKS)


async def test_a_claimed_delivery_is_held_counted_and_noted(store: Store) -> None:
    await queue(store, DELIVERY)
    assert await claim(store) == [
        replace(DELIVERY, attempts=1, tried_at=NOON, lease_until=NOON + LEASE)
    ]


async def test_a_held_delivery_is_not_claimed_twice(store: Store) -> None:
    await queue(store, DELIVERY)
    await claim(store)
    assert await claim(store, NOON + LEASE / 2) == []


async def test_a_lapsed_lease_is_taken_over_and_the_first_attempt_remembered(
    store: Store,
) -> None:
    await queue(store, DELIVERY)
    await claim(store)
    [taken] = await claim(store, NOON + LEASE)
    assert (taken.attempts, taken.tried_at) == (2, NOON)
    assert taken.may_stand


async def test_what_is_not_yet_due_is_not_claimed(store: Store) -> None:
    await queue(store, DELIVERY)
    assert await claim(store, NOON - LEASE) == []


async def test_claims_come_earliest_first_as_many_as_asked(store: Store) -> None:
    deliveries = [
        a_delivery(a_follow_up(number=number), UTENRIKS, NOON - HOUR * hours)
        for number, hours in ((1, 1), (2, 3), (3, 2))
    ]
    await queue(store, *deliveries)
    first = await claim(store, limit=2)
    assert [delivery.id for delivery in first] == [deliveries[1].id, deliveries[2].id]
    assert [delivery.id for delivery in await claim(store)] == [deliveries[0].id]


async def test_queueing_twice_delivers_once(store: Store) -> None:
    await queue(store, DELIVERY)
    async with store.transaction() as tx:
        await tx.deliveries.queue([replace(DELIVERY, id=an_id("again")), DELIVERY])
    assert [delivery.id for delivery in await claim(store)] == [DELIVERY.id]


async def test_a_sent_delivery_is_done(store: Store) -> None:
    await queue(store, DELIVERY)
    [claimed] = await claim(store)
    await record(store, claimed.sent(a_message_ref(), version=1))
    assert await claim(store, NOON + DAY) == []
    assert await next_due(store) is None


async def test_a_change_makes_a_posted_message_due_to_be_edited(store: Store) -> None:
    await queue(store, DELIVERY)
    [claimed] = await claim(store)
    sent = claimed.sent(a_message_ref(), version=1)
    await record(store, sent)
    async with store.transaction() as tx:
        await tx.deliveries.refresh([FOLLOW_UP.id], NOON + HOUR)
    assert await claim(store, NOON + HOUR) == [
        replace(sent, due_at=NOON + HOUR, lease_until=NOON + HOUR + LEASE)
    ]


async def test_a_change_leaves_what_was_never_posted_alone(store: Store) -> None:
    given_up = a_delivery(FOLLOW_UP, SPORT)
    await queue(store, DELIVERY, given_up)
    await record(store, given_up.undeliverable("channel_not_found"))
    async with store.transaction() as tx:
        await tx.deliveries.refresh([FOLLOW_UP.id], NOON + HOUR)
    assert [(each.id, each.due_at) for each in await claim(store, NOON + HOUR)] == [
        (DELIVERY.id, NOON)
    ]


async def test_a_change_while_the_message_is_on_its_way_makes_it_due_at_once(
    store: Store,
) -> None:
    await queue(store, DELIVERY)
    [claimed] = await claim(store)
    async with store.transaction() as tx:
        await tx.follow_ups.save(FOLLOW_UP.cancelled())
        await tx.deliveries.refresh([FOLLOW_UP.id], NOON)
    await record(store, claimed.sent(a_message_ref(), version=1))
    [again] = await claim(store)
    assert (again.state, again.message) == (DeliveryState.SENT, a_message_ref())


async def test_an_edit_refused_for_good_is_not_asked_for_again(store: Store) -> None:
    await queue(store, DELIVERY)
    [claimed] = await claim(store)
    sent = claimed.sent(a_message_ref(), version=1)
    await record(store, sent)
    async with store.transaction() as tx:
        await tx.follow_ups.save(FOLLOW_UP.cancelled())
        await tx.deliveries.refresh([FOLLOW_UP.id], NOON)
    await claim(store)
    await record(store, sent.undeliverable("message_not_found"))
    assert await next_due(store) is None


async def test_a_failed_delivery_waits_for_its_next_time(store: Store) -> None:
    await queue(store, DELIVERY)
    [claimed] = await claim(store)
    await record(store, claimed.retried(NOON, HOUR, "ratelimited"))
    assert await next_due(store) == NOON + HOUR
    assert await claim(store, NOON + HOUR / 2) == []
    [again] = await claim(store, NOON + HOUR)
    assert (again.attempts, again.reason) == (2, "ratelimited")


async def test_the_next_moment_is_when_something_can_be_claimed(store: Store) -> None:
    later = a_delivery(FOLLOW_UP, SPORT, NOON + DAY)
    await queue(store, DELIVERY, later)
    assert await next_due(store) == NOON
    await claim(store)
    assert await next_due(store) == NOON + LEASE
    [claimed] = await claim(store, NOON + LEASE)
    await record(store, claimed.skipped("ended"))
    assert await next_due(store) == NOON + DAY


async def test_an_empty_queue_has_no_next_moment(store: Store) -> None:
    assert await next_due(store) is None


async def test_many_outcomes_are_recorded_together(store: Store) -> None:
    deliveries = [a_delivery(FOLLOW_UP, UTENRIKS, NOON - HOUR * hours) for hours in range(20)]
    await queue(store, *deliveries)
    claimed = await claim(store, limit=20)
    await record(store, *(each.sent(a_message_ref(each.nonce), version=1) for each in claimed))
    async with store.transaction() as tx:
        await tx.deliveries.refresh([FOLLOW_UP.id], NOON)
    refreshed = await claim(store, limit=20)
    assert {each.id: each.message for each in refreshed} == {
        each.id: a_message_ref(each.nonce) for each in deliveries
    }


async def test_one_channels_deliveries_of_a_follow_up_come_in_order(store: Store) -> None:
    early, late = a_delivery(channel=UTENRIKS), a_delivery(channel=UTENRIKS, planned_at=NOON + DAY)
    elsewhere = a_delivery(channel=SPORT)
    async with store.transaction() as tx:
        await put_story(tx)
        await tx.deliveries.queue([late, elsewhere, early])
    async with store.view() as view:
        found = await view.deliveries.of_follow_up(early.follow_up_id, UTENRIKS.id)
    assert [one.id for one in found] == [early.id, late.id]


async def test_what_was_not_tried_is_let_go_as_if_never_claimed(store: Store) -> None:
    await queue(store, DELIVERY)
    [claimed] = await claim(store)
    async with store.transaction() as tx:
        await tx.deliveries.put_back([claimed.put_back(NOON + HOUR)])
    assert await next_due(store) == NOON + HOUR
    [again] = await claim(store, NOON + HOUR)
    assert (again.attempts, again.tried_at, again.may_stand) == (1, NOON + HOUR, False)


async def test_an_outcome_that_comes_after_a_take_over_changes_nothing(store: Store) -> None:
    await queue(store, DELIVERY)
    [slow] = await claim(store)
    [taken] = await claim(store, NOON + LEASE)
    await record(store, taken.sent(a_message_ref(), version=1))
    await record(store, slow.retried(NOON, HOUR, "no_answer"))
    assert await next_due(store) is None


async def test_a_lease_of_before_the_clock_was_set_back_lasts_no_longer_than_any(
    store: Store,
) -> None:
    await queue(store, a_delivery(FOLLOW_UP, UTENRIKS, NOON - 2 * HOUR))
    await claim(store)
    assert await claim(store, NOON - HOUR) == []  # whoever holds it may be sending it
    assert await next_due(store) == NOON - HOUR + LEASE
    assert len(await claim(store, NOON - HOUR + LEASE)) == 1


async def test_what_shares_a_message_is_found_by_its_name(store: Store) -> None:
    other = a_delivery(FOLLOW_UP, UTENRIKS, NOON - HOUR)
    await queue(store, DELIVERY, other)
    async with store.transaction() as tx:
        claimed = await tx.deliveries.claim(NOON, LEASE, 10)
        await tx.deliveries.take(claimed, dict.fromkeys({DELIVERY.id, other.id}, DELIVERY.id))
    async with store.view() as view:
        found = await view.deliveries.joined({DELIVERY.id})
    assert {each.id for each in found} == {DELIVERY.id, other.id}
    assert {each.nonce for each in found} == {DELIVERY.nonce}


async def put_in_one_message(store: Store, *deliveries: Delivery) -> list[Delivery]:
    """Queue deliveries and take them, in a message that is named after the first."""
    await queue(store, *deliveries)
    names = dict.fromkeys((each.id for each in deliveries), deliveries[0].id)
    async with store.transaction() as tx:
        claimed = await tx.deliveries.claim(NOON, LEASE, 10)
        await tx.deliveries.take(claimed, names)
    taken = [replace(each, joined_id=names[each.id]) for each in claimed]
    return sorted(taken, key=lambda each: [one.id for one in deliveries].index(each.id))


async def due_of(store: Store, delivery: Delivery) -> datetime | None:
    async with store.view() as view:
        found = await view.deliveries.of_follow_up(delivery.follow_up_id, delivery.channel_id)
    return next(each.due_at for each in found if each.id == delivery.id)


OTHER = a_delivery(a_follow_up(number=2), UTENRIKS)


@pytest.mark.parametrize(
    ("shown", "is_due"),
    [
        ({DELIVERY.id: 1, OTHER.id: 1}, False),
        ({DELIVERY.id: 1, OTHER.id: 0}, True),  # the other was edited since
        ({DELIVERY.id: 1}, True),  # the other was put there since
    ],
)
async def test_an_edit_that_wiped_out_what_another_put_there_is_due_again(
    store: Store, shown: dict[UUID, int], is_due: bool
) -> None:
    mine, others = await put_in_one_message(store, DELIVERY, OTHER)
    await record(store, others.sent(a_message_ref(), version=1))
    async with store.transaction() as tx:
        edited = {DELIVERY.id: shown}
        await tx.deliveries.record([mine.sent(a_message_ref(), version=1)], edited)
    assert (await due_of(store, mine) is not None) == is_due
    assert await due_of(store, others) is None


async def test_an_edit_beside_what_was_never_posted_is_true(store: Store) -> None:
    mine, _ = await put_in_one_message(store, DELIVERY, OTHER)
    async with store.transaction() as tx:
        edited = {DELIVERY.id: {DELIVERY.id: 1}}
        await tx.deliveries.record([mine.sent(a_message_ref(), version=1)], edited)
    assert await due_of(store, mine) is None
