"""Timelines, in SQL."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from adapters.database.rows import TimelineEntryRow
from adapters.database.work import Work, columns_of, row_without
from bot.domain.timeline import TimelineEntry


class SqlTimeline:
    """Implements ``bot.ports.Timeline``."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def add(self, entry: TimelineEntry) -> None:
        """Keep a new entry."""
        happened_at = entry.window.start or entry.window.end
        await self._work.insert(TimelineEntryRow, columns_of(entry) | {"happened_at": happened_at})

    async def of_story(self, story_id: UUID, limit: int) -> Sequence[TimelineEntry]:
        """Return a story's latest entries, in order of time, at most ``limit``."""
        rows = await self._work.all(
            select(TimelineEntryRow)
            .where(TimelineEntryRow.story_id == story_id)
            .order_by(TimelineEntryRow.happened_at.desc(), TimelineEntryRow.added_at.desc())
            .limit(limit)
        )
        return [TimelineEntry(**row_without(row, "happened_at")) for row in reversed(rows)]
