"""The channels that take no messages, in SQL: one row a channel, and nearly always none at all."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, select, update

from adapters.database.leases import claim, next_due
from adapters.database.rows import TroubleRow
from adapters.database.work import Work, columns_of
from bot.domain.trouble import Trouble


class SqlTroubles:
    """Implements ``bot.ports.Troubles``."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def get(self, channel_id: UUID) -> Trouble | None:
        """Return the spell of a channel; in a transaction, locked until its end."""
        row = await self._work.one(
            TroubleRow, select(TroubleRow).where(TroubleRow.channel_id == channel_id)
        )
        return None if row is None else Trouble(**row)

    async def of_newsroom(self, newsroom_id: UUID) -> Sequence[Trouble]:
        """Return a newsroom's spells, those that are over left out, the longest first."""
        rows = await self._work.all(
            select(TroubleRow)
            .where(TroubleRow.newsroom_id == newsroom_id, TroubleRow.over_at.is_(None))
            .order_by(TroubleRow.since)
        )
        return [Trouble(**row) for row in rows]

    async def standing(self) -> Sequence[Trouble]:
        """Return all spells that are not over, of whatever newsroom, in no order."""
        rows = await self._work.all(select(TroubleRow).where(TroubleRow.over_at.is_(None)))
        return [Trouble(**row) for row in rows]

    async def save(self, trouble: Trouble) -> None:
        """Keep a spell, new or changed; one that another began meanwhile is left as it is."""
        self._work.wakes |= trouble.due_at is not None
        changed = await self._work.change(
            update(TroubleRow)
            .where(TroubleRow.channel_id == trouble.channel_id)
            .values(columns_of(trouble))
        )
        if not changed:
            await self._work.insert_unless_there(TroubleRow, columns_of(trouble))

    async def remove(self, channel_id: UUID) -> None:
        """Forget the spell of a channel."""
        await self._work.change(delete(TroubleRow).where(TroubleRow.channel_id == channel_id))

    async def claim(self, now: datetime, lease: timedelta, limit: int) -> Sequence[Trouble]:
        """Take what is to be told and held by nobody, until ``now + lease``."""
        rows = await claim(self._work, TroubleRow, now, lease, limit)
        return [Trouble(**row) for row in rows]

    async def next_due(self, now: datetime, lease: timedelta) -> datetime | None:
        """Return the earliest moment at which something can be claimed, in UTC."""
        return await next_due(self._work, TroubleRow, now, lease)
