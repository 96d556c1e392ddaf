"""The digests that stand in their channels, in SQL: one row a channel."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, or_, update

from adapters.database.leases import claim, edited, next_due
from adapters.database.rows import PostedDigestRow
from adapters.database.work import Work, columns_of
from bot.domain.posted_digest import PostedDigest


class SqlPostedDigests:
    """Implements ``bot.ports.PostedDigests``."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def keep(self, digest: PostedDigest) -> None:
        """Put this in place of the digest that stood in the channel before."""
        self._work.wakes |= digest.due_at is not None
        await self._work.change(
            delete(PostedDigestRow).where(PostedDigestRow.channel_id == digest.channel_id)
        )
        await self._work.insert(PostedDigestRow, columns_of(digest))

    async def refresh(self, newsroom_id: UUID, now: datetime, due_at: datetime) -> None:
        """Let a newsroom's digests of this day be edited at a moment, or before it."""
        marked = await self._work.change(
            update(PostedDigestRow)
            .where(
                PostedDigestRow.newsroom_id == newsroom_id,
                PostedDigestRow.expires_at > now,
                or_(
                    PostedDigestRow.due_at.is_(None),
                    PostedDigestRow.due_at > due_at,
                    PostedDigestRow.lease_until.is_not(None),  # its edit may have missed this
                ),
            )
            .values(due_at=due_at)
        )
        self._work.wakes |= marked > 0

    async def claim(self, now: datetime, lease: timedelta, limit: int) -> Sequence[PostedDigest]:
        """Take what is to be edited and held by nobody, until ``now + lease``."""
        rows = await claim(self._work, PostedDigestRow, now, lease, limit)
        return [PostedDigest(**row) for row in rows]

    async def record(self, claimed: PostedDigest, outcome: PostedDigest) -> None:
        """Keep what has become of a claimed one, unless another stands there by now.

        What was changed while it was edited leaves it due.
        """
        self._work.wakes = True
        await self._work.change(
            update(PostedDigestRow)
            .where(
                PostedDigestRow.channel_id == claimed.channel_id,
                PostedDigestRow.planned_at == claimed.planned_at,
                PostedDigestRow.attempts == claimed.attempts,
            )
            .values(edited(PostedDigestRow, claimed.due_at, outcome))
        )

    async def next_due(self, now: datetime, lease: timedelta) -> datetime | None:
        """Return the earliest moment at which something can be claimed, in UTC."""
        return await next_due(self._work, PostedDigestRow, now, lease)
