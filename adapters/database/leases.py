"""What falls due and is held while somebody works it off, in the tables that are alike in that."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, case, func, or_, select, update

from adapters.database.rows import (
    AlertRow,
    AnswerRow,
    DigestRow,
    FeedRow,
    LiftRow,
    PostedDigestRow,
    TroubleRow,
)
from adapters.database.work import Work
from bot.domain.answer import Answer
from bot.domain.posted_digest import PostedDigest

Leased = (
    type[AlertRow]
    | type[AnswerRow]
    | type[DigestRow]
    | type[FeedRow]
    | type[LiftRow]
    | type[PostedDigestRow]
    | type[TroubleRow]
)
"""A table whose rows are due at a moment, and are in somebody's hands until another."""


async def claim(
    work: Work, table: Leased, now: datetime, lease: timedelta, limit: int
) -> Sequence[RowMapping]:
    """Take what is due and held by nobody, the earliest, until ``now + lease``.

    The attempt is counted, and the first one noted where the table has a place for it.
    What another worker has locked is passed over.
    """
    await _shorten_leases(work, table, now, lease)
    (key,) = table.__table__.primary_key
    free = (
        select(key)
        .where(table.due_at <= now, or_(table.lease_until.is_(None), table.lease_until <= now))
        .order_by(table.due_at, key)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    held = {"lease_until": now + lease, "attempts": table.attempts + 1}
    if not issubclass(table, AnswerRow | PostedDigestRow):
        held["tried_at"] = func.coalesce(table.tried_at, now)
    return await work.all(update(table).where(key.in_(free)).values(held).returning(table))


async def next_due(work: Work, table: Leased, now: datetime, lease: timedelta) -> datetime | None:
    """Return the earliest moment at which something can be claimed, in UTC.

    What was claimed before the clock was set back counts as free, so that its lease is shortened.
    """
    free_at = case(
        (_is_too_long(table, now, lease), table.due_at),
        (table.lease_until > table.due_at, table.lease_until),
        else_=table.due_at,
    )
    row = await work.first(select(func.min(free_at).label("at")).where(table.due_at.is_not(None)))
    assert row is not None
    at: datetime | None = row["at"]
    return at


def edited(
    table: type[AnswerRow] | type[PostedDigestRow],
    was_due_at: datetime | None,
    outcome: Answer | PostedDigest,
) -> dict[str, Any]:
    """Return what is kept of an edit; what was changed while it was made leaves it due."""
    as_claimed = table.due_at == was_due_at
    return {
        "shown": outcome.shown,
        "attempts": outcome.attempts,
        "lease_until": None,
        "due_at": case((as_claimed, outcome.due_at), else_=table.due_at),
    }


async def _shorten_leases(work: Work, table: Leased, now: datetime, lease: timedelta) -> None:
    """Let what was claimed before the clock was set back be held no longer than usual."""
    await work.change(
        update(table)
        .where(table.due_at <= now, _is_too_long(table, now, lease))
        .values(lease_until=now + lease)
    )


def _is_too_long(table: Leased, now: datetime, lease: timedelta) -> ColumnElement[bool]:
    return table.lease_until > now + 2 * lease
