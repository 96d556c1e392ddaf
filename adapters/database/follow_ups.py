"""Follow-ups, in SQL."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, bindparam, delete, func, select, text, update
from sqlalchemy.sql.elements import KeyedColumnElement

from adapters.database import passages
from adapters.database.batches import among, as_they_are, decoded
from adapters.database.rows import (
    IS_EMBARGOED,
    DeliveryRow,
    FollowUpRow,
    ReminderRow,
    StoryRow,
)
from adapters.database.work import Columns, Work, columns_of
from bot.domain.follow_up import FollowUp, FollowUpState, ReminderKind
from bot.errors import Collision

_OPEN = (FollowUpState.EXPECTED, FollowUpState.POSTPONED)
_IS_EMBARGOED = text(f"follow_up.{IS_EMBARGOED}")
_FOR_THE_DATABASE = {"starts_at", "ends_at"}
_KEPT = [column for column in FollowUpRow.__table__.columns if column.name not in _FOR_THE_DATABASE]


class SqlFollowUps:
    """Implements ``bot.ports.FollowUps``."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def add(self, follow_up: FollowUp) -> None:
        """Keep a new follow-up.

        Raises:
            Collision: If its story has one of that number.
        """
        await self._work.insert(FollowUpRow, _columns(follow_up))
        await passages.index(self._work, follow_up)

    async def save(self, *follow_ups: FollowUp) -> None:
        """Keep changed follow-ups, each of a version that is one above the kept one's.

        Raises:
            Collision: If somebody changed one in the meantime.
        """
        changed = await self._work.change_each(
            update(FollowUpRow).where(
                FollowUpRow.id == bindparam("which"), FollowUpRow.version == bindparam("seen")
            ),
            [_columns(each) | {"which": each.id, "seen": each.version - 1} for each in follow_ups],
        )
        if changed != len(follow_ups):
            raise Collision
        await passages.index(self._work, *follow_ups)

    async def get(self, story_id: UUID, number: int) -> FollowUp | None:
        """Return a follow-up by its number; in a transaction, locked until its end."""
        row = await self._work.one(
            FollowUpRow,
            _select().where(FollowUpRow.story_id == story_id, FollowUpRow.number == number),
        )
        return None if row is None else FollowUp(**row)

    async def by_ids(self, ids: Collection[UUID]) -> Sequence[FollowUp]:
        """Return the follow-ups with these ids, in no order."""
        rows = await self._work.tuples(_by_ids(self._work.dialect), ids=ids)
        return [FollowUp(*values) for values in decoded(rows, _IN_ORDER)]

    async def of_story(self, story_id: UUID) -> Sequence[FollowUp]:
        """Return all of a story's follow-ups, by number."""
        rows = await self._work.all(
            _select().where(FollowUpRow.story_id == story_id).order_by(FollowUpRow.number)
        )
        return [FollowUp(**row) for row in rows]

    async def open_of(self, story_ids: Collection[UUID]) -> Sequence[FollowUp]:
        """Return these stories' follow-ups that are expected or postponed, in no order."""
        rows = await self._work.all(
            _select().where(FollowUpRow.story_id.in_(story_ids), FollowUpRow.state.in_(_OPEN))
        )
        return [FollowUp(**row) for row in rows]

    async def count_open(self, story_ids: Collection[UUID]) -> dict[UUID, int]:
        """Return how many follow-ups of each story are expected or postponed; 0s left out."""
        rows = await self._work.all(
            select(FollowUpRow.story_id, func.count().label("open"))
            .where(FollowUpRow.story_id.in_(story_ids), FollowUpRow.state.in_(_OPEN))
            .group_by(FollowUpRow.story_id)
        )
        return {row["story_id"]: row["open"] for row in rows}

    async def embargoed(self, newsroom_id: UUID, now: datetime) -> Sequence[FollowUp]:
        """Return a newsroom's follow-ups that are under embargo at a moment, in no order."""
        rows = await self._work.all(
            _select().where(
                FollowUpRow.newsroom_id == newsroom_id,
                _IS_EMBARGOED,
                FollowUpRow.embargoed_until > now,
            )
        )
        return [FollowUp(**row) for row in rows]

    async def lapse(self, lapses: Mapping[UUID, datetime | None]) -> None:
        """Keep, by follow-up, when it has been asked about often enough, and nothing else."""
        await self._work.change_each(
            update(FollowUpRow)
            .where(FollowUpRow.id == bindparam("which"))
            .values(lapses_at=bindparam("then")),
            [{"which": which, "then": then} for which, then in lapses.items()],
        )

    async def remove(self, follow_up_id: UUID) -> bool:
        """Forget a follow-up and its plan; return False, and keep it, where it was told of."""
        queued = DeliveryRow.follow_up_id == follow_up_id
        untold = and_(DeliveryRow.kind == ReminderKind.UPDATE, DeliveryRow.attempts == 0)
        told = select(DeliveryRow.id).where(queued, ~untold).limit(1)
        if await self._work.first(told) is not None:
            return False
        await self._work.change(delete(DeliveryRow).where(queued))
        await passages.forget(self._work, follow_up_id)
        await self._work.change(delete(ReminderRow).where(ReminderRow.follow_up_id == follow_up_id))
        await self._work.change(delete(FollowUpRow).where(FollowUpRow.id == follow_up_id))
        return True


def _select() -> Select[Any]:
    """Select follow-ups with their story's slugline, which is kept once, with the story."""
    return select(*_KEPT, StoryRow.slugline).join_from(
        FollowUpRow, StoryRow, FollowUpRow.story_id == StoryRow.id
    )


def _in_order() -> list[KeyedColumnElement[Any]]:
    """Return the columns in the order of the value's fields."""
    columns = {column.name: column for column in (*_KEPT, StoryRow.__table__.columns["slugline"])}
    return [columns[field.name] for field in fields(FollowUp)]


_IN_ORDER = _in_order()


@cache
def _by_ids(dialect: str) -> Select[Any]:
    """Return what selects follow-ups by position, whose ``ids`` it is given."""
    return (
        select(*as_they_are(_IN_ORDER))
        .join_from(FollowUpRow, StoryRow, FollowUpRow.story_id == StoryRow.id)
        .where(among(FollowUpRow.__table__.columns["id"], bindparam("ids"), dialect))
    )


def _columns(follow_up: FollowUp) -> Columns:
    columns = columns_of(follow_up)
    del columns["slugline"]
    window = follow_up.window
    return columns | {
        "starts_at": None if window is None else window.start,
        "ends_at": None if window is None else window.end,
    }
