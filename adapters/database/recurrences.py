"""Series, in SQL."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select, text, update

from adapters.database.rows import IS_GOING_ON, SeriesRow
from adapters.database.work import Work, columns_of
from bot.domain.series import Series

_IS_GOING_ON = text(f"series.{IS_GOING_ON}")

_NEXT_DUE = select(func.min(SeriesRow.next_at).label("at")).where(_IS_GOING_ON)


class SqlRecurrences:
    """Implements ``bot.ports.Recurrences``."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def save(self, series: Series) -> None:
        """Keep a series, new or changed."""
        self._work.wakes |= series.next_at is not None
        values = columns_of(series)
        changed = await self._work.change(
            update(SeriesRow).where(SeriesRow.id == series.id).values(values)
        )
        if not changed:
            await self._work.insert(SeriesRow, values)

    async def get(self, series_id: UUID) -> Series | None:
        """Return a series; in a transaction, locked until its end."""
        row = await self._work.one(SeriesRow, select(SeriesRow).where(SeriesRow.id == series_id))
        return None if row is None else Series(**row)

    async def due(self, now: datetime, limit: int) -> Sequence[Series]:
        """Return series whose next time is to be made, earliest first; locked until the end."""
        rows = await self._work.all(
            select(SeriesRow)
            .where(_IS_GOING_ON, SeriesRow.next_at <= now)
            .order_by(SeriesRow.next_at)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        return [Series(**row) for row in rows]

    async def next_due(self) -> datetime | None:
        """Return when the next time of any series is to be made, in UTC."""
        row = await self._work.first(_NEXT_DUE)
        assert row is not None
        at: datetime | None = row["at"]
        return at
