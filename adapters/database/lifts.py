"""Lifts of embargoes on entries of timelines, in SQL: few rows, gone once they are told."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, update

from adapters.database.leases import claim, next_due
from adapters.database.rows import LiftRow
from adapters.database.work import Work, columns_of
from bot.domain.lift import Lift


class SqlLifts:
    """Implements ``bot.ports.Lifts``."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def plan(self, lift: Lift) -> None:
        """Put a lift in place of whatever was to be told of its entry."""
        await self.forget(lift.entry_id)
        await self.add([lift])

    async def forget(self, entry_id: UUID) -> None:
        """Tell nothing of an entry."""
        await self._work.change(delete(LiftRow).where(LiftRow.entry_id == entry_id))

    async def add(self, lifts: Sequence[Lift]) -> None:
        """Keep new lifts; one that is there already is left as it is."""
        self._work.wakes |= bool(lifts)
        await self._work.insert_missing(LiftRow, [columns_of(lift) for lift in lifts])

    async def claim(self, now: datetime, lease: timedelta, limit: int) -> Sequence[Lift]:
        """Take what is due and held by nobody, until ``now + lease``, counting the attempt."""
        rows = await claim(self._work, LiftRow, now, lease, limit)
        return [Lift(**row) for row in rows]

    async def put_off(self, lift: Lift) -> None:
        """Keep when a claimed one is due again, unless it was claimed again since."""
        self._work.wakes = True
        await self._work.change(
            update(LiftRow)
            .where(LiftRow.id == lift.id, LiftRow.attempts == lift.attempts)
            .values(due_at=lift.due_at, lease_until=None)
        )

    async def remove(self, lift: Lift) -> None:
        """Forget one that was told."""
        await self._work.change(delete(LiftRow).where(LiftRow.id == lift.id))

    async def next_due(self, now: datetime, lease: timedelta) -> datetime | None:
        """Return the earliest moment at which something can be claimed, in UTC."""
        return await next_due(self._work, LiftRow, now, lease)
