"""Readings and their proposals, in SQL."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, Select, and_, bindparam, or_, select, update

from adapters.database.rows import ReadingRow
from adapters.database.work import Columns, Work, columns_of, row_without
from bot.domain.proposal import FiledReading


class SqlReadings:
    """Implements ``bot.ports.Readings``."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def add(self, reading: FiledReading) -> None:
        """Keep a new reading with its proposals.

        Raises:
            Collision: If the newsroom has a reading of that code.
        """
        await self._work.insert(ReadingRow, _columns(reading))

    async def save(self, *readings: FiledReading) -> None:
        """Keep changed readings with their proposals."""
        await self._work.change_each(
            update(ReadingRow).where(ReadingRow.id == bindparam("which")),
            [_columns(each) | {"which": each.id} for each in readings],
        )

    async def get(self, newsroom_id: UUID, code: str) -> FiledReading | None:
        """Return a reading by its code; in a transaction, locked until its end."""
        return await self._one(
            select(ReadingRow).where(ReadingRow.newsroom_id == newsroom_id, ReadingRow.code == code)
        )

    async def of_story(self, story_id: UUID) -> Sequence[FiledReading]:
        """Return the readings that are filed with a story, in no order."""
        rows = await self._work.all(select(ReadingRow).where(ReadingRow.story_id == story_id))
        return [_reading(row) for row in rows]

    async def latest(self, channel_id: UUID) -> FiledReading | None:
        """Return the one last read in a channel; in a transaction, locked until its end."""
        return await self._one(_newest(ReadingRow.channel_id == channel_id))

    async def same_article(
        self, newsroom_id: UUID, fingerprint: str, source: str
    ) -> FiledReading | None:
        """Return the newest reading of the same text, or of the same non-empty source."""
        same = ReadingRow.fingerprint == fingerprint
        if source:
            same = or_(same, ReadingRow.source == source)
        row = await self._work.first(_newest(and_(ReadingRow.newsroom_id == newsroom_id, same)))
        return None if row is None else _reading(row)

    async def _one(self, statement: Select[Any]) -> FiledReading | None:
        row = await self._work.one(ReadingRow, statement)
        return None if row is None else _reading(row)


def _newest(condition: ColumnElement[bool]) -> Select[Any]:
    return select(ReadingRow).where(condition).order_by(ReadingRow.read_at.desc()).limit(1)


def _columns(reading: FiledReading) -> Columns:
    return columns_of(reading) | {"code": reading.code}


def _reading(row: RowMapping) -> FiledReading:
    return FiledReading(**row_without(row, "code"))
