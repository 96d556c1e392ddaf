"""Timelines, in SQL."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import RowMapping, bindparam, delete, select, text, update

from adapters.database import passages
from adapters.database.rows import IS_EMBARGOED, TimelineEntryRow
from adapters.database.work import Columns, Work, columns_of, row_without
from bot.domain.timeline import TimelineEntry

_IS_EMBARGOED = text(f"timeline_entry.{IS_EMBARGOED}")


class SqlTimeline:
    """Implements ``bot.ports.Timeline``."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def add(self, entry: TimelineEntry) -> None:
        """Keep a new entry."""
        await self._work.insert(TimelineEntryRow, _columns(entry))
        await passages.index(self._work, entry)

    async def save(self, *entries: TimelineEntry) -> None:
        """Keep changed entries."""
        await self._work.change_each(
            update(TimelineEntryRow).where(TimelineEntryRow.id == bindparam("which")),
            [_columns(each) | {"which": each.id} for each in entries],
        )
        await passages.index(self._work, *entries)

    async def remove(self, entry_id: UUID) -> None:
        """Forget an entry."""
        await passages.forget(self._work, entry_id)
        await self._work.change(delete(TimelineEntryRow).where(TimelineEntryRow.id == entry_id))

    async def get(self, entry_id: UUID) -> TimelineEntry | None:
        """Return an entry by its id."""
        row = await self._work.first(
            select(TimelineEntryRow).where(TimelineEntryRow.id == entry_id)
        )
        return None if row is None else _entry(row)

    async def of_follow_up(self, follow_up_id: UUID) -> Sequence[TimelineEntry]:
        """Return the entries that tell what became of a follow-up."""
        rows = await self._work.all(
            select(TimelineEntryRow).where(TimelineEntryRow.follow_up_id == follow_up_id)
        )
        return [_entry(row) for row in rows]

    async def embargoed(self, newsroom_id: UUID, now: datetime) -> Sequence[TimelineEntry]:
        """Return a newsroom's entries that are under embargo at a moment, in no order."""
        rows = await self._work.all(
            select(TimelineEntryRow).where(
                TimelineEntryRow.newsroom_id == newsroom_id,
                _IS_EMBARGOED,
                TimelineEntryRow.embargoed_until > now,
            )
        )
        return [_entry(row) for row in rows]

    async def of_story(self, story_id: UUID, limit: int) -> Sequence[TimelineEntry]:
        """Return a story's latest entries, in order of time, at most ``limit``."""
        rows = await self._work.all(
            select(TimelineEntryRow)
            .where(TimelineEntryRow.story_id == story_id)
            .order_by(
                TimelineEntryRow.happened_at.desc(),
                TimelineEntryRow.added_at.desc(),
                TimelineEntryRow.id.desc(),
            )
            .limit(limit)
        )
        return [_entry(row) for row in reversed(rows)]


def _columns(entry: TimelineEntry) -> Columns:
    return columns_of(entry) | {"happened_at": entry.window.start or entry.window.end}


def _entry(row: RowMapping) -> TimelineEntry:
    return TimelineEntry(**row_without(row, "happened_at"))
