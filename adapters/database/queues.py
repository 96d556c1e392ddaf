"""What waits, is late or was given up, in SQL."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, CompoundSelect, and_, case, func, select, text, update
from sqlalchemy.orm import aliased

from adapters.database.rows import (
    IS_GIVEN_UP,
    IS_WAITING,
    ChannelRow,
    DeliveryRow,
    FollowUpRow,
)
from adapters.database.work import Work
from bot.domain.channel_queue import LATE, Backlog, ChannelQueue
from bot.domain.delivery import OUTDATED, Delivery, DeliveryState

_IS_WAITING = text(f"delivery.{IS_WAITING}")
_IS_GIVEN_UP = text(f"delivery.{IS_GIVEN_UP}")
_IS_PENDING = DeliveryRow.state == DeliveryState.PENDING
_WAS_GIVEN_UP = DeliveryRow.state == DeliveryState.UNDELIVERABLE


class SqlQueues:
    """Implements ``bot.ports.Queues``."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def backlog(self, now: datetime) -> Backlog:
        """Return how much waits for all channels of all newsrooms."""
        late = _is_late(now)
        waiting = await self._work.first(
            select(
                _count(_IS_PENDING).label("pending"),
                _count(late).label("late"),
                func.min(case((late, DeliveryRow.promised_at))).label("late_since"),
            ).where(_IS_WAITING)
        )
        given_up = await self._work.first(
            select(func.count().label("given_up")).select_from(DeliveryRow).where(_IS_GIVEN_UP)
        )
        assert waiting is not None
        assert given_up is not None
        return Backlog(**waiting, **given_up)

    async def overview(
        self, now: datetime, newsroom_id: UUID | None = None
    ) -> Sequence[ChannelQueue]:
        """Return a line for each channel and reason, the fullest first."""
        late = _is_late(now)
        lines = (
            select(
                ChannelRow.id.label("channel_id"),
                ChannelRow.name.label("channel"),
                ChannelRow.key,
                ChannelRow.platform,
                DeliveryRow.reason,
                _count(and_(_IS_PENDING, ~late)).label("waiting"),
                _count(late).label("late"),
                _count(_WAS_GIVEN_UP).label("given_up"),
            )
            .join(ChannelRow, DeliveryRow.channel_id == ChannelRow.id)
            .where(DeliveryRow.id.in_(_unsettled()))
            .group_by(
                ChannelRow.id,
                ChannelRow.name,
                ChannelRow.key,
                ChannelRow.platform,
                DeliveryRow.reason,
            )
            .order_by(func.count().desc(), ChannelRow.name)
        )
        if newsroom_id is not None:
            lines = lines.where(DeliveryRow.newsroom_id == newsroom_id)
        return [ChannelQueue(**row) for row in await self._work.all(lines)]

    async def undeliverable(self, story_id: UUID, limit: int) -> Sequence[Delivery]:
        """Return a story's deliveries that were given up, the latest first."""
        rows = await self._work.all(
            select(DeliveryRow)
            .join(FollowUpRow, DeliveryRow.follow_up_id == FollowUpRow.id)
            .where(FollowUpRow.story_id == story_id, _IS_GIVEN_UP)
            .order_by(DeliveryRow.planned_at.desc())
            .limit(limit)
        )
        return [Delivery(**row) for row in rows]

    async def retry(
        self,
        now: datetime,
        channel_ids: Collection[UUID] | None = None,
        limit: int | None = None,
        but: Collection[str] = (),
    ) -> int:
        """Make what was given up due again, and return how many."""
        await self._skip_overtaken(channel_ids)
        again = (
            select(DeliveryRow.id)
            .where(_IS_GIVEN_UP, *_there(channel_ids), DeliveryRow.reason.not_in(but))
            .order_by(DeliveryRow.planned_at)
            .limit(limit)
        )
        retried = await self._work.change(
            update(DeliveryRow)
            .where(DeliveryRow.id.in_(again))
            .values(state=DeliveryState.PENDING, due_at=now, attempts=1, reason="")
        )
        self._work.wakes |= retried > 0
        return retried

    async def drop(self, channel_ids: Collection[UUID] | None = None) -> int:
        """Give up for good what was given up; return how many."""
        return await self._work.change(
            update(DeliveryRow)
            .where(_IS_GIVEN_UP, *_there(channel_ids))
            .values(state=DeliveryState.SKIPPED)
        )

    async def _skip_overtaken(self, channel_ids: Collection[UUID] | None) -> None:
        later = aliased(DeliveryRow)
        overtaken = (
            select(later.id)
            .where(
                later.follow_up_id == DeliveryRow.follow_up_id,
                later.channel_id == DeliveryRow.channel_id,
                later.planned_at > DeliveryRow.planned_at,
                later.state != DeliveryState.SKIPPED,
            )
            .exists()
        )
        await self._work.change(
            update(DeliveryRow)
            .where(_IS_GIVEN_UP, overtaken, *_there(channel_ids))
            .values(state=DeliveryState.SKIPPED, reason=OUTDATED)
        )


def _there(channel_ids: Collection[UUID] | None) -> tuple[ColumnElement[bool], ...]:
    return () if channel_ids is None else (DeliveryRow.channel_id.in_(channel_ids),)


def _is_late(now: datetime) -> ColumnElement[bool]:
    return and_(_IS_PENDING, DeliveryRow.promised_at < now - LATE)


def _unsettled() -> CompoundSelect[UUID]:
    """Return the ids of what waits or was given up: each from its own index, not all there is."""
    waiting = select(DeliveryRow.id).where(_IS_WAITING)
    return waiting.union_all(select(DeliveryRow.id).where(_IS_GIVEN_UP))


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)
