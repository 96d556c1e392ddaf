"""The answers that are kept true, in SQL, each with what it shows."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, func, or_, select, update

from adapters.database.leases import claim, edited, next_due
from adapters.database.rows import AnswerLineRow, AnswerRow
from adapters.database.work import Work, columns_of
from bot.domain.answer import Answer


class SqlAnswers:
    """Implements ``bot.ports.Answers``."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._refreshed: dict[UUID, datetime] = {}

    async def keep(self, answer: Answer) -> None:
        """Keep an answer that was just given; one that is kept already is left as it is."""
        if await self._work.insert_unless_there(AnswerRow, columns_of(answer)):
            lines = [{"answer_id": answer.id, "thing_id": one} for one in answer.thing_ids]
            await self._work.insert_missing(AnswerLineRow, lines)
            self._work.wakes = True

    async def refresh(self, thing_ids: Collection[UUID], due_at: datetime) -> None:
        """Let what shows these follow-ups or stories be edited at a moment, or before it.

        What this transaction has let be edited so already is not asked for again.
        """
        known = self._refreshed
        more = {one for one in thing_ids if one not in known or known[one] > due_at}
        if not more:
            return
        known.update(dict.fromkeys(more, due_at))
        showing = (
            select(AnswerRow.id)
            .where(
                AnswerRow.id.in_(
                    select(AnswerLineRow.answer_id).where(
                        self._work.among(AnswerLineRow.thing_id, more)
                    )
                ),
                or_(
                    AnswerRow.due_at > due_at,
                    AnswerRow.lease_until.is_not(None),  # its edit may have missed this
                ),
            )
            .order_by(AnswerRow.id)  # in one order, so that no two changes wait for each other
            .with_for_update()
        )
        marked = await self._work.change(
            update(AnswerRow).where(AnswerRow.id.in_(showing)).values(due_at=due_at)
        )
        self._work.wakes |= marked > 0

    async def later(self, answer: Answer) -> int:
        """Return how many of those kept were given in the same channel after it."""
        row = await self._work.first(
            select(func.count().label("number")).where(
                AnswerRow.channel_id == answer.channel_id, AnswerRow.posted_at > answer.posted_at
            )
        )
        assert row is not None
        number: int = row["number"]
        return number

    async def claim(self, now: datetime, lease: timedelta, limit: int) -> Sequence[Answer]:
        """Take what is due and held by nobody, until ``now + lease``."""
        rows = await claim(self._work, AnswerRow, now, lease, limit)
        return [Answer(**row) for row in rows]

    async def record(self, claimed: Answer, outcome: Answer) -> None:
        """Keep what has become of a claimed one, unless it was claimed again since.

        What was changed while it was edited leaves it due.
        """
        self._work.wakes = True
        await self._work.change(
            update(AnswerRow)
            .where(AnswerRow.id == claimed.id, AnswerRow.attempts == claimed.attempts)
            .values(edited(AnswerRow, claimed.due_at, outcome))
        )

    async def forget(self, answer_id: UUID) -> None:
        """Let an answer stand as it is from now on."""
        await self._work.change(delete(AnswerLineRow).where(AnswerLineRow.answer_id == answer_id))
        await self._work.change(delete(AnswerRow).where(AnswerRow.id == answer_id))

    async def next_due(self, now: datetime, lease: timedelta) -> datetime | None:
        """Return the earliest moment at which something can be claimed, in UTC."""
        return await next_due(self._work, AnswerRow, now, lease)
