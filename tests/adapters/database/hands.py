"""Deliveries passing through hands: queued, taken and recorded, each in a transaction."""

from datetime import datetime, timedelta

from bot.domain.delivery import Delivery
from bot.ports import Store, Transaction
from tests.adapters.database.world import put_story
from tests.builders import HOUR, NOON, a_story

LEASE = HOUR / 60


async def queue(store: Store, *deliveries: Delivery) -> None:
    """Queue deliveries of the follow-ups of one story."""
    async with store.transaction() as tx:
        await put_story(tx, a_story(), follow_ups=3)
        await tx.deliveries.queue(deliveries)


async def claim(store: Store, now: datetime = NOON, limit: int = 10) -> list[Delivery]:
    """Take what is due, for the time of a lease."""
    async with store.transaction() as tx:
        return await take_up(tx, now, limit)


async def take_up(
    tx: Transaction, now: datetime = NOON, limit: int = 10, lease: timedelta = LEASE
) -> list[Delivery]:
    """Take what is due within a transaction."""
    claimed = list(await tx.deliveries.claim(now, lease, limit))
    await tx.deliveries.take(claimed, {})
    return claimed


async def record(store: Store, *deliveries: Delivery) -> None:
    """Keep how these went."""
    async with store.transaction() as tx:
        await tx.deliveries.record(deliveries)


async def next_due(store: Store) -> datetime | None:
    """Return when there is something to take."""
    async with store.view() as view:
        return await view.deliveries.next_due()
