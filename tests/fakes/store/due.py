"""What falls due and is held while it is worked off, in memory."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Generic, TypeVar
from uuid import UUID

from bot.domain.alert import Alert
from bot.domain.answer import Answer
from bot.domain.feed import Feed
from bot.domain.lift import Lift
from bot.domain.posted_digest import PostedDigest
from bot.domain.scheduled_digest import ScheduledDigest
from bot.domain.trouble import Trouble
from tests.fakes.store.kept import Kept

Row = TypeVar("Row", bound=ScheduledDigest | PostedDigest | Alert | Answer | Feed | Lift | Trouble)


class FakeDue(Generic[Row]):
    """Claims in one of the tables."""

    table: str

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    @property
    def _rows(self) -> dict[UUID, Row]:
        rows: dict[UUID, Row] = getattr(self._kept, self.table)
        return rows

    async def claim(self, now: datetime, lease: timedelta, limit: int) -> Sequence[Row]:
        for key, row in self._rows.items():
            if row.due_at and row.due_at <= now and _is_too_long(row, now, lease):
                self._rows[key] = replace(row, lease_until=now + lease)
        free = [(at, key) for key, row in self._rows.items() if (at := _free_at(row))]
        claimed = [key for at, key in sorted(free) if at <= now][:limit]
        self._rows.update({key: _held(self._rows[key], now, lease) for key in claimed})
        return [self._rows[key] for key in claimed]

    async def next_due(self, now: datetime, lease: timedelta) -> datetime | None:
        moments = [
            row.due_at if _is_too_long(row, now, lease) else _free_at(row)
            for row in self._rows.values()
        ]
        return min((moment for moment in moments if moment is not None), default=None)


def _free_at(row: Row) -> datetime | None:
    return None if row.due_at is None else max(row.due_at, row.lease_until or row.due_at)


def _is_too_long(row: Row, now: datetime, lease: timedelta) -> bool:
    return row.lease_until is not None and row.lease_until > now + 2 * lease


def _held(row: Row, now: datetime, lease: timedelta) -> Row:
    held = replace(row, lease_until=now + lease, attempts=row.attempts + 1)
    if isinstance(held, Answer | PostedDigest):
        return held
    return replace(held, tried_at=held.tried_at or now)
