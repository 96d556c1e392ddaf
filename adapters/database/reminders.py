"""Planned reminders, in SQL."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, bindparam, func, or_, select, text, update

from adapters.database.rows import IS_PLANNED, ReminderRow
from adapters.database.work import Work, columns_of
from bot.domain.reminder import LeftOut, Reminder, ReminderState

# Spelt out in the statement, word for word as in the partial index, so that it is used.
_IS_PLANNED = text(f"reminder.{IS_PLANNED}")

_NEXT_DUE = select(func.min(ReminderRow.due_at).label("at")).where(_IS_PLANNED)
_DUE = (
    select(ReminderRow)
    .where(_IS_PLANNED, ReminderRow.due_at <= bindparam("now"))
    .order_by(ReminderRow.due_at)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_MARKED = (
    update(ReminderRow)
    .where(ReminderRow.id == bindparam("reminder"))
    .values(state=bindparam("becomes"), left_out=bindparam("why"))
)


class SqlReminders:
    """Implements ``bot.ports.Reminders``."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def replan(
        self, plans: Mapping[UUID, Sequence[Reminder]], why: LeftOut = LeftOut.CHANGED
    ) -> None:
        """Put these, by follow-up, in place of what was planned for each and not yet queued."""
        theirs = self._work.among(ReminderRow.follow_up_id, plans)
        withdrawn = {"state": ReminderState.WITHDRAWN, "left_out": why}
        await self._work.change(update(ReminderRow).where(theirs, _IS_PLANNED).values(withdrawn))
        await self._take_up([each for reminders in plans.values() for each in reminders])

    async def _take_up(self, reminders: Sequence[Reminder]) -> None:
        """Keep what is planned, but for what stands and was queued, skipped or no news once."""
        if not reminders:
            return
        now = max(each.made_at for each in reminders)
        self._work.wakes |= any(each.state is ReminderState.PLANNED for each in reminders)
        await self._work.insert_or_renew(
            ReminderRow,
            [columns_of(each) for each in reminders],
            key=("follow_up_id", "kind", "due_at"),
            renewed=("state", "made_at", "rule", "left_out", "leads", "general"),
            where=or_(
                ReminderRow.state == ReminderState.PLANNED,
                and_(
                    ReminderRow.state == ReminderState.WITHDRAWN,
                    or_(ReminderRow.left_out != LeftOut.PASSED, ReminderRow.due_at > now),
                ),
            ),
        )

    async def due(
        self, now: datetime, limit: int, but: Collection[UUID] = ()
    ) -> Sequence[Reminder]:
        """Return planned reminders that are due, but for some; earliest first, and locked."""
        rows = await self._work.all(_but(_DUE, but), now=now, most=limit)
        return [Reminder(**row) for row in rows]

    async def next_due(self, but: Collection[UUID] = ()) -> datetime | None:
        """Return when the earliest planned reminder is due, in UTC, but for some left alone."""
        row = await self._work.first(_but(_NEXT_DUE, but))
        assert row is not None
        at: datetime | None = row["at"]
        return at

    async def mark(self, reminders: Sequence[Reminder]) -> None:
        """Keep what has become of them: their state, and why they were left out."""
        await self._work.change_each(
            _MARKED,
            [
                {"reminder": each.id, "becomes": each.state, "why": each.left_out}
                for each in reminders
            ],
        )

    async def of_follow_up(self, follow_up_id: UUID) -> Sequence[Reminder]:
        """Return a follow-up's reminders in every state, in order of time."""
        rows = await self._work.all(
            select(ReminderRow)
            .where(ReminderRow.follow_up_id == follow_up_id)
            .order_by(ReminderRow.due_at, ReminderRow.kind)
        )
        return [Reminder(**row) for row in rows]


def _but(planned: Select[Any], left_alone: Collection[UUID]) -> Select[Any]:
    return planned.where(ReminderRow.id.not_in(left_alone)) if left_alone else planned
