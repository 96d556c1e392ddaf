"""What stories listen to, in SQL."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, select, update

from adapters.database.leases import claim, next_due
from adapters.database.rows import FeedRow, WatchRow
from adapters.database.work import Work, columns_of
from bot.domain.feed import Feed
from bot.domain.watch import Watch


class SqlWatches:
    """Implements ``bot.ports.Watches``."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def add(self, watch: Watch) -> None:
        """Keep a new watch."""
        await self._work.insert(WatchRow, columns_of(watch))

    async def save(self, watch: Watch) -> None:
        """Keep a changed watch."""
        await self._work.change(
            update(WatchRow).where(WatchRow.id == watch.id).values(columns_of(watch))
        )

    async def remove(self, watch_id: UUID) -> bool:
        """Forget a watch; return False if there is none such."""
        return await self._work.change(delete(WatchRow).where(WatchRow.id == watch_id)) > 0

    async def of_newsroom(self, newsroom_id: UUID) -> Sequence[Watch]:
        """Return a newsroom's watches, the earliest first."""
        rows = await self._work.all(
            select(WatchRow)
            .where(WatchRow.newsroom_id == newsroom_id)
            .order_by(WatchRow.made_at, WatchRow.id)
        )
        return [Watch(**row) for row in rows]

    async def across(self, ids: Collection[UUID]) -> Sequence[Watch]:
        """Return the watches with these ids, of whatever newsroom."""
        rows = await self._work.by_ids(WatchRow, ids)
        return [Watch(**row) for row in rows]


class SqlFeeds:
    """Implements ``bot.ports.Feeds``."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def of_newsroom(self, newsroom_id: UUID) -> Sequence[Feed]:
        """Return a newsroom's feeds in order of link; in a transaction, locked until its end."""
        listed = select(FeedRow).where(FeedRow.newsroom_id == newsroom_id)
        if self._work.locks:
            listed = listed.with_for_update()
        rows = await self._work.all(listed.order_by(FeedRow.link))
        return [Feed(**row) for row in rows]

    async def save(self, feed: Feed) -> None:
        """Keep a feed, new or changed; one that another began meanwhile is left as it is."""
        self._work.wakes |= feed.due_at is not None
        values = columns_of(feed)
        changed = await self._work.change(
            update(FeedRow).where(FeedRow.id == feed.id).values(values)
        )
        if not changed:
            await self._work.insert_unless_there(FeedRow, values)

    async def remove(self, feed_id: UUID) -> None:
        """Forget a feed and all that was seen in it."""
        await self._work.change(delete(FeedRow).where(FeedRow.id == feed_id))

    async def claim(self, now: datetime, lease: timedelta, limit: int) -> Sequence[Feed]:
        """Take what is to be asked and held by nobody, until ``now + lease``."""
        rows = await claim(self._work, FeedRow, now, lease, limit)
        return [Feed(**row) for row in rows]

    async def next_due(self, now: datetime, lease: timedelta) -> datetime | None:
        """Return the earliest moment at which something can be claimed, in UTC."""
        return await next_due(self._work, FeedRow, now, lease)

    async def record(self, claimed: Feed, outcome: Feed) -> bool:
        """Keep how asking a claimed one went; return False where it was changed since."""
        recorded = await self._work.change(
            update(FeedRow)
            .where(
                FeedRow.id == claimed.id,
                FeedRow.attempts == claimed.attempts,
                FeedRow.lease_until.is_not(None),
            )
            .values(columns_of(outcome))
        )
        return recorded > 0
