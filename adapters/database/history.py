"""The record of changes, in SQL."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, Select, exists, func, insert, select
from sqlalchemy.orm import aliased

from adapters.database.rows import ChangeRow
from adapters.database.things import KINDS_OF_SETTINGS, kind_of, pack_thing, unpack_thing
from adapters.database.work import Columns, Work, columns_of
from bot.domain.history import Act, Change, Thing

_Undo = aliased(ChangeRow)


class SqlHistory:
    """Implements ``bot.ports.History``."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def add(self, *changes: Change) -> None:
        """Keep what was changed, in this order."""
        await self._work.change_each(insert(ChangeRow), [_columns(each) for each in changes])

    async def of_story(self, story_id: UUID, limit: int) -> Sequence[Change]:
        """Return the latest changes of a story and of all that is in it, in order."""
        return await self._latest(select(ChangeRow).where(ChangeRow.story_id == story_id), limit)

    async def of_thing(self, thing_id: UUID, limit: int) -> Sequence[Change]:
        """Return the latest changes of one thing, in order."""
        return await self._latest(select(ChangeRow).where(ChangeRow.thing_id == thing_id), limit)

    async def of_settings(self, newsroom_id: UUID, limit: int) -> Sequence[Change]:
        """Return the latest changes of what a newsroom and its channels set, in order."""
        of_newsroom = ChangeRow.newsroom_id == newsroom_id
        statement = select(ChangeRow).where(of_newsroom, ChangeRow.kind.in_(KINDS_OF_SETTINGS))
        return await self._latest(statement, limit)

    async def last_act(self, newsroom_id: UUID, person_id: UUID) -> Sequence[Change]:
        """Return, in order, what a person's latest act that still stands has changed."""
        latest = (
            select(ChangeRow.act_id)
            .where(
                ChangeRow.newsroom_id == newsroom_id, ChangeRow.person_id == person_id, _stands()
            )
            .order_by(ChangeRow.number.desc())
            .limit(1)
            .scalar_subquery()
        )
        rows = await self._work.all(
            select(ChangeRow).where(ChangeRow.act_id == latest).order_by(ChangeRow.number)
        )
        return [_change(row) for row in rows]

    async def later(self, act_id: UUID, thing_ids: Collection[UUID]) -> Sequence[Change]:
        """Return, in order, what acts after this one have changed of these things."""
        newest = (
            select(func.max(ChangeRow.number)).where(ChangeRow.act_id == act_id).scalar_subquery()
        )
        rows = await self._work.all(
            select(ChangeRow)
            .where(ChangeRow.thing_id.in_(thing_ids), ChangeRow.number > newest, _stands())
            .order_by(ChangeRow.number)
        )
        return [_change(row) for row in rows]

    async def of_things(self, thing_ids: Collection[UUID], since: datetime) -> Sequence[Change]:
        """Return, in order, all changes of these things from a moment on."""
        rows = await self._work.all(
            select(ChangeRow)
            .where(ChangeRow.thing_id.in_(thing_ids), ChangeRow.at >= since)
            .order_by(ChangeRow.number)
        )
        return [_change(row) for row in rows]

    async def last_at(self, story_ids: Collection[UUID]) -> dict[UUID, datetime]:
        """Return when each of these stories, or something in it, last changed."""
        rows = await self._work.all(
            select(ChangeRow.story_id, func.max(ChangeRow.at).label("last"))
            .where(ChangeRow.story_id.in_(story_ids))
            .group_by(ChangeRow.story_id)
        )
        return {row["story_id"]: row["last"] for row in rows}

    async def _latest(self, statement: Select[Any], limit: int) -> Sequence[Change]:
        rows = await self._work.all(statement.order_by(ChangeRow.number.desc()).limit(limit))
        return [_change(row) for row in reversed(rows)]


def _stands() -> ColumnElement[bool]:
    """What neither was taken back nor takes something back."""
    return ChangeRow.undoes.is_(None) & ~exists().where(_Undo.undoes == ChangeRow.act_id)


def _columns(change: Change) -> Columns:
    act = columns_of(change.act)
    act["act_id"] = act.pop("id")
    return act | {
        "story_id": change.story_id,
        "thing_id": change.thing.id,
        "kind": kind_of(change.thing),
        "before": _packed(change.before),
        "after": _packed(change.after),
    }


def _packed(thing: Thing | None) -> object:
    return None if thing is None else pack_thing(thing)


def _change(row: RowMapping) -> Change:
    before, after = (
        None if row[side] is None else unpack_thing(row["kind"], row[side])
        for side in ("before", "after")
    )
    act = Act(
        id=row["act_id"],
        newsroom_id=row["newsroom_id"],
        at=row["at"],
        verb=row["verb"],
        person_id=row["person_id"],
        person=row["person"],
        channel_id=row["channel_id"],
        channel=row["channel"],
        undoes=row["undoes"],
    )
    return Change(act, row["story_id"], before, after)
