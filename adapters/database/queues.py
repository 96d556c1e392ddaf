"""What waits, is late or was given up, in SQL."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Executable,
    TextClause,
    and_,
    case,
    func,
    select,
    text,
    update,
)
from sqlalchemy.orm import aliased

from adapters.database.rows import (
    IS_GIVEN_UP,
    IS_WAITING,
    AlertRow,
    ChannelRow,
    DeliveryRow,
    FollowUpRow,
)
from adapters.database.work import Work
from bot.domain.channel_queue import LATE, Backlog, ChannelQueue, added_up
from bot.domain.delivery import OUTDATED, Delivery, DeliveryState

Queued = type[DeliveryRow] | type[AlertRow]
"""A table of what is to be posted."""


class SqlQueues:
    """Implements ``bot.ports.Queues``."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def backlog(self, now: datetime) -> Backlog:
        """Return how much waits for all channels of all newsrooms."""
        reminders, alerts = [await self._backlog_of(each, now) for each in (DeliveryRow, AlertRow)]
        return reminders.with_those_of(alerts)

    async def _backlog_of(self, table: Queued, now: datetime) -> Backlog:
        late = _is_late(now, table)
        waiting = await self._work.first(
            select(
                _count(table.state == DeliveryState.PENDING).label("pending"),
                _count(late).label("late"),
                func.min(case((late, table.promised_at))).label("late_since"),
            ).where(_of(table, IS_WAITING))
        )
        given_up = await self._work.first(
            select(func.count().label("given_up")).select_from(table).where(_of(table, IS_GIVEN_UP))
        )
        assert waiting is not None
        assert given_up is not None
        return Backlog(**waiting, **given_up)

    async def overview(
        self, now: datetime, newsroom_id: UUID | None = None
    ) -> Sequence[ChannelQueue]:
        """Return a line for each channel and reason, the fullest first."""
        lines = [
            ChannelQueue(**row)
            for table in (DeliveryRow, AlertRow)
            for row in await self._work.all(_lines_of(table, now, newsroom_id))
        ]
        return added_up(lines)

    async def undeliverable(self, story_id: UUID, limit: int) -> Sequence[Delivery]:
        """Return a story's deliveries that were given up, the latest first."""
        rows = await self._work.all(
            select(DeliveryRow)
            .join(FollowUpRow, DeliveryRow.follow_up_id == FollowUpRow.id)
            .where(FollowUpRow.story_id == story_id, _of(DeliveryRow, IS_GIVEN_UP))
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
            .where(
                _of(DeliveryRow, IS_GIVEN_UP),
                *_there(channel_ids),
                DeliveryRow.reason.not_in(but),
            )
            .order_by(DeliveryRow.planned_at)
            .limit(limit)
        )
        retried = await self._work.change(
            update(DeliveryRow)
            .where(DeliveryRow.id.in_(again))
            .values(state=DeliveryState.PENDING, due_at=now, attempts=1, reason="")
        )
        rest = None if limit is None else limit - retried
        retried += await self._retry_alerts(now, channel_ids, rest, but)
        self._work.wakes |= retried > 0
        return retried

    async def _retry_alerts(
        self,
        now: datetime,
        channel_ids: Collection[UUID] | None,
        limit: int | None,
        but: Collection[str],
    ) -> int:
        again = (
            select(AlertRow.id)
            .where(
                _of(AlertRow, IS_GIVEN_UP),
                *_there(channel_ids, AlertRow),
                AlertRow.reason.not_in(but),
            )
            .order_by(AlertRow.promised_at)
            .limit(limit)
        )
        return await self._work.change(
            update(AlertRow)
            .where(AlertRow.id.in_(again))
            .values(state=DeliveryState.PENDING, due_at=now, attempts=1, reason="")
        )

    async def drop(self, channel_ids: Collection[UUID] | None = None) -> int:
        """Give up for good what was given up; return how many."""
        dropped = [
            await self._work.change(
                update(table)
                .where(_of(table, IS_GIVEN_UP), *_there(channel_ids, table))
                .values(state=DeliveryState.SKIPPED)
            )
            for table in (DeliveryRow, AlertRow)
        ]
        return sum(dropped)

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
            .where(_of(DeliveryRow, IS_GIVEN_UP), overtaken, *_there(channel_ids))
            .values(state=DeliveryState.SKIPPED, reason=OUTDATED)
        )


def _lines_of(table: Queued, now: datetime, newsroom_id: UUID | None) -> Executable:
    """Return a line for each channel and reason of a table."""
    late = _is_late(now, table)
    lines = (
        select(
            ChannelRow.id.label("channel_id"),
            ChannelRow.name.label("channel"),
            ChannelRow.key,
            ChannelRow.platform,
            table.reason,
            _count(and_(table.state == DeliveryState.PENDING, ~late)).label("waiting"),
            _count(late).label("late"),
            _count(table.state == DeliveryState.UNDELIVERABLE).label("given_up"),
        )
        .join(ChannelRow, table.channel_id == ChannelRow.id)
        .where(table.id.in_(_unsettled(table)))
        .group_by(ChannelRow.id, ChannelRow.name, ChannelRow.key, ChannelRow.platform, table.reason)
    )
    return lines if newsroom_id is None else lines.where(table.newsroom_id == newsroom_id)


def _there(
    channel_ids: Collection[UUID] | None, table: Queued = DeliveryRow
) -> tuple[ColumnElement[bool], ...]:
    return () if channel_ids is None else (table.channel_id.in_(channel_ids),)


def _is_late(now: datetime, table: Queued = DeliveryRow) -> ColumnElement[bool]:
    return and_(table.state == DeliveryState.PENDING, table.promised_at < now - LATE)


def _unsettled(table: Queued) -> CompoundSelect[UUID]:
    """Return the ids of what waits or was given up: each from its own index, not all there is."""
    waiting = select(table.id).where(_of(table, IS_WAITING))
    return waiting.union_all(select(table.id).where(_of(table, IS_GIVEN_UP)))


def _of(table: Queued, condition: str) -> TextClause:
    """Return what a partial index holds, in its own words: only so is the index used."""
    return text(f"{table.__tablename__}.{condition}")


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)
