"""The digests that channels wait for, in SQL: one row a channel."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, select, update

from adapters.database.leases import claim, next_due
from adapters.database.rows import DigestRow
from adapters.database.work import Work, columns_of
from bot.domain.scheduled_digest import ScheduledDigest


class SqlDigests:
    """Implements ``bot.ports.Digests``."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def schedule(self, digest: ScheduledDigest) -> None:
        """Put this in place of what the channel waited for."""
        self._work.wakes = True
        await self.unschedule(digest.channel_id)
        await self._work.insert(DigestRow, columns_of(digest))

    async def unschedule(self, channel_id: UUID) -> None:
        """Let the channel wait for none."""
        await self._work.change(delete(DigestRow).where(DigestRow.channel_id == channel_id))

    async def of_channel(self, channel_id: UUID) -> ScheduledDigest | None:
        """Return what a channel waits for."""
        row = await self._work.first(select(DigestRow).where(DigestRow.channel_id == channel_id))
        return None if row is None else ScheduledDigest(**row)

    async def claim(self, now: datetime, lease: timedelta, limit: int) -> Sequence[ScheduledDigest]:
        """Take what is due and held by nobody, until ``now + lease``, counting the attempt."""
        rows = await claim(self._work, DigestRow, now, lease, limit)
        return [ScheduledDigest(**row) for row in rows]

    async def record(self, claimed: ScheduledDigest, outcome: ScheduledDigest) -> None:
        """Keep what has become of a claimed one, unless the channel waits for another by now."""
        await self._work.change(
            update(DigestRow)
            .where(
                DigestRow.channel_id == claimed.channel_id,
                DigestRow.planned_at == claimed.planned_at,
                DigestRow.attempts == claimed.attempts,
            )
            .values(columns_of(outcome))
        )

    async def next_due(self, now: datetime, lease: timedelta) -> datetime | None:
        """Return the earliest moment at which something can be claimed, in UTC."""
        return await next_due(self._work, DigestRow, now, lease)
