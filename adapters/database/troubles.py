"""The channels that take no messages, in SQL: one row a channel, and nearly always none at all."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import case, delete, func, select, text, update

from adapters.database.leases import is_free
from adapters.database.rows import IS_WAITING, TroubleRow
from adapters.database.work import Work, columns_of
from bot.domain.trouble import Trouble

_IS_WAITING = text(f"trouble.{IS_WAITING}")


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

    async def channels(self) -> set[UUID]:
        """Return the ids of all channels whose spell is not over, of whatever newsroom."""
        rows = await self._work.tuples(
            select(TroubleRow.channel_id).where(TroubleRow.over_at.is_(None))
        )
        return {row[0] for row in rows}

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
        free = (
            select(TroubleRow.channel_id)
            .where(TroubleRow.due_at <= now, is_free(TroubleRow.lease_until, now, lease))
            .order_by(TroubleRow.due_at)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        rows = await self._work.all(
            update(TroubleRow)
            .where(TroubleRow.channel_id.in_(free))
            .values(
                lease_until=now + lease,
                attempts=TroubleRow.attempts + 1,
                tried_at=func.coalesce(TroubleRow.tried_at, now),
            )
            .returning(TroubleRow)
        )
        return [Trouble(**row) for row in rows]

    async def next_due(self) -> datetime | None:
        """Return the earliest moment at which something can be claimed, in UTC."""
        free_at = case(
            (TroubleRow.lease_until > TroubleRow.due_at, TroubleRow.lease_until),
            else_=TroubleRow.due_at,
        )
        row = await self._work.first(select(func.min(free_at).label("at")).where(_IS_WAITING))
        assert row is not None
        at: datetime | None = row["at"]
        return at
