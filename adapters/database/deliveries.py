"""Deliveries, in SQL: the queue is the table.

Whatever the size of the table, a claim reads the head of an index that holds only what waits.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields, replace
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CTE,
    ColumnElement,
    CompoundSelect,
    Select,
    bindparam,
    case,
    exists,
    func,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.orm import aliased
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from adapters.database.batches import among, as_they_are, decoded
from adapters.database.columns import UtcDateTime
from adapters.database.outcomes import write_outcomes, write_put_back, write_taken
from adapters.database.rows import (
    IS_HELD,
    IS_JOINED,
    IS_WAITING,
    DeliveryRow,
    FollowUpRow,
)
from adapters.database.work import Work, columns_of
from bot.domain.delivery import Delivery, DeliveryState, MessageRef, Shown, is_outdone

_IS_WAITING = text(f"delivery.{IS_WAITING}")
_IS_HELD = text(f"delivery.{IS_HELD}")
_IS_JOINED = text(f"delivery.{IS_JOINED}")
_IS_PENDING = DeliveryRow.state == DeliveryState.PENDING

_KEPT = [DeliveryRow.__table__.columns[field.name] for field in fields(Delivery)]


class SqlDeliveries:
    """Implements ``bot.ports.Deliveries``."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def queue(self, deliveries: Sequence[Delivery]) -> None:
        """Keep new deliveries; those that stand already by their unique key are left as is."""
        self._work.wakes |= bool(deliveries)
        await self._work.insert_missing(DeliveryRow, [columns_of(each) for each in deliveries])

    async def claim(self, now: datetime, lease: timedelta, limit: int) -> Sequence[Delivery]:
        """Return what is due and held by nobody, earliest first, as it stands once taken."""
        await self._shorten_leases(now, lease)
        rows = await self._work.tuples(_CLAIMED, now=now, until=now + lease, most=limit)
        return [Delivery(*each) for each in decoded(rows, _KEPT)]

    async def take(self, claimed: Sequence[Delivery], shared: Mapping[UUID, UUID]) -> None:
        """Keep that these are held, and which message they are to share with others."""
        await write_taken(self._work.connection, claimed, shared)

    async def record(
        self, deliveries: Sequence[Delivery], edited: Mapping[UUID, Shown] | None = None
    ) -> None:
        """Keep how these went.

        A message that was posted while its follow-up changed shows what is no longer true; it
        is due to be edited at once. The follow-ups are locked first, as whoever changes them
        locks them first, so that one of the two sees what the other did. So are all that share
        a message that was edited: of two workers that edited it, the one who writes it down last
        sees what the other put there.
        """
        sharing = await self.joined(edited) if edited else ()
        settled = [*(each for each in deliveries if _is_settled(each)), *sharing]
        newest = await self._lock_follow_ups({each.follow_up_id for each in settled})
        true = [_true_or_due(each, newest) for each in deliveries]
        if edited:
            outdone = await self._outdone(edited)
            true = [each.unless_outdone(outdone) for each in true]
        await write_outcomes(self._work.connection, true)
        self._work.wakes |= any(each.due_at is not None for each in true)

    async def waiting(self, follow_up_ids: Collection[UUID]) -> Sequence[Delivery]:
        """Return what waits to be posted of these follow-ups, held by nobody; in no order."""
        rows = await self._work.all(
            select(DeliveryRow).where(
                DeliveryRow.follow_up_id.in_(follow_up_ids),
                _IS_PENDING,
                _IS_WAITING,
                DeliveryRow.lease_until.is_(None),
            )
        )
        return [Delivery(**row) for row in rows]

    async def amend(self, deliveries: Sequence[Delivery]) -> None:
        """Keep when these are due and promised, or that they are skipped, each with its reason."""
        self._work.wakes |= any(each.due_at is not None for each in deliveries)
        await self._work.change_each(
            update(DeliveryRow)
            .where(
                DeliveryRow.id == bindparam("delivery"),
                DeliveryRow.state == DeliveryState.PENDING,
                DeliveryRow.lease_until.is_(None),
            )
            .values(
                state=bindparam("becomes"),
                due_at=bindparam("due"),
                promised_at=bindparam("promised"),
                reason=bindparam("why"),
            ),
            [
                {
                    "delivery": each.id,
                    "becomes": each.state,
                    "due": each.due_at,
                    "promised": each.promised_at,
                    "why": each.reason,
                }
                for each in deliveries
            ],
        )

    async def put_back(self, deliveries: Sequence[Delivery]) -> None:
        """Let go of these, which were claimed and not tried, unless claimed again since."""
        await write_put_back(self._work.connection, deliveries)

    async def joined(self, joined_ids: Collection[UUID]) -> Sequence[Delivery]:
        """Return all deliveries that share these messages, in no order."""
        return [Delivery(**row) for row in await self._work.all(_sharing(joined_ids))]

    async def first_messages(
        self, deliveries: Sequence[Delivery]
    ) -> Mapping[tuple[UUID, UUID], MessageRef]:
        """Return the first message that stands of each one's follow-up in its channel."""
        if not deliveries:
            return {}
        follow_up_ids = {each.follow_up_id for each in deliveries}
        channel_ids = {each.channel_id for each in deliveries}
        posted = _posted(self._work.dialect)
        rows = await self._work.tuples(posted, follow_ups=follow_up_ids, channels=channel_ids)
        return {(follow_up_id, channel_id): ref for follow_up_id, channel_id, ref in rows}

    async def refresh(self, follow_up_ids: Collection[UUID], now: datetime) -> None:
        """Mark the posted messages of follow-ups as due to be edited."""
        posted = await self._work.change(
            update(DeliveryRow)
            .where(
                self._work.among(DeliveryRow.follow_up_id, follow_up_ids),
                DeliveryRow.state == DeliveryState.SENT,
                DeliveryRow.message.is_not(None),
            )
            .values(due_at=now)
        )
        self._work.wakes |= posted > 0

    async def next_due(self) -> datetime | None:
        """Return the earliest moment at which something can be claimed, in UTC."""
        found = [row["at"] for row in await self._work.all(_NEXT_DUE)]
        return min((at for at in found if at is not None), default=None)

    async def of_follow_up(self, follow_up_id: UUID, channel_id: UUID) -> Sequence[Delivery]:
        """Return a follow-up's deliveries to one channel, in order of planned time."""
        rows = await self._work.all(
            select(DeliveryRow)
            .where(DeliveryRow.follow_up_id == follow_up_id, DeliveryRow.channel_id == channel_id)
            .order_by(DeliveryRow.planned_at)
        )
        return [Delivery(**row) for row in rows]

    async def _shorten_leases(self, now: datetime, lease: timedelta) -> None:
        """Let what was claimed before the clock was set back be held no longer than usual."""
        await self._work.change(_SHORTENED, longest=now + 2 * lease, until=now + lease)

    async def _outdone(self, edited: Mapping[UUID, Shown]) -> set[UUID]:
        """Lock all that shares these messages; return those whose edit wiped another's out."""
        locked = _sharing(edited).order_by(DeliveryRow.id).with_for_update()
        sharing: defaultdict[UUID | None, list[Delivery]] = defaultdict(list)
        for row in await self._work.all(locked):
            sharing[row["joined_id"]].append(Delivery(**row))
        return {name for name, shown in edited.items() if is_outdone(shown, sharing[name])}

    async def _lock_follow_ups(self, ids: set[UUID]) -> dict[UUID, int]:
        """Lock them for reading and return their versions.

        Where anything of theirs waits to come after what is settled now, sleepers shall look.
        """
        rows = await self._work.tuples(_locked(self._work.dialect), ids=ids)
        self._work.wakes |= any(row[-1] for row in rows)
        return dict(decoded([row[:-1] for row in rows], _VERSIONED))


def _sharing(names: Collection[UUID]) -> Select[Any]:
    """Return what selects all that shares these messages."""
    return select(DeliveryRow.__table__).where(_IS_JOINED, DeliveryRow.joined_id.in_(names))


_VERSIONED = [FollowUpRow.__table__.columns[name] for name in ("id", "version")]


@cache
def _locked(dialect: str) -> Select[Any]:
    """Return what locks the follow-ups of ``ids``, with how much of each waits.

    It is counted, since a planner would look for ``EXISTS`` through the whole table.
    """
    waits = select(func.count()).where(
        DeliveryRow.follow_up_id == FollowUpRow.id,
        _IS_PENDING,
        DeliveryRow.lease_until.is_(None),
    )
    return (
        select(*as_they_are(_VERSIONED), waits.scalar_subquery())
        .where(among(FollowUpRow.__table__.columns["id"], bindparam("ids"), dialect))
        .order_by(FollowUpRow.id)
        .with_for_update(of=FollowUpRow, read=True)
    )


@cache
def _posted(dialect: str) -> Select[UUID, UUID, MessageRef | None]:
    """Return what selects messages of ``follow_ups`` in ``channels``, the first one last."""
    columns = DeliveryRow.__table__.columns
    return (
        select(DeliveryRow.follow_up_id, DeliveryRow.channel_id, DeliveryRow.message)
        .where(
            among(columns["follow_up_id"], bindparam("follow_ups"), dialect),
            among(columns["channel_id"], bindparam("channels"), dialect),
            DeliveryRow.message.is_not(None),
        )
        .order_by(DeliveryRow.tried_at.desc(), DeliveryRow.planned_at.desc())
    )


def _true_or_due(delivery: Delivery, newest: Mapping[UUID, int]) -> Delivery:
    """Return a delivery whose message shows an older version than the newest as due to be edited.

    An edit that was refused, and says why, is not tried again.
    """
    stands = delivery.state is DeliveryState.SENT and not delivery.reason
    if stands and delivery.shown_version < newest.get(delivery.follow_up_id, 0):
        return replace(delivery, due_at=delivery.planned_at)
    return delivery


def _is_settled(delivery: Delivery) -> bool:
    """Whether it is done, or stands and is edited again only when an embargo is lifted."""
    stands = delivery.state is DeliveryState.SENT and not delivery.reason
    return delivery.due_at is None or stands


_BEFORE = aliased(DeliveryRow, name="before")
"""What is to be said of the same follow-up in the same channel before a delivery."""

_EVER_HELD = _BEFORE.lease_until.is_not(None)
_HELD_LONGER = _BEFORE.lease_until > DeliveryRow.lease_until


def _claimed() -> Select[Any]:
    """Return what claims ``most`` deliveries at ``now``, to be held ``until`` a moment.

    They come in turn: ids break ties, so that every worker sees one order. Columns are those of
    a delivery, in its fields' order, as they are once it is taken. They come from the rows as
    they were locked, which may be newer than what the statement saw first.
    """
    now = bindparam("now", type_=UtcDateTime)
    counted = {
        "attempts": DeliveryRow.attempts + case((_IS_PENDING, 1), else_=0),
        "tried_at": case(
            (_IS_PENDING, func.coalesce(DeliveryRow.tried_at, now)), else_=DeliveryRow.tried_at
        ),
        "lease_until": bindparam("until", type_=UtcDateTime),
    }
    free = (
        select(*(counted.get(each.name, each).label(each.name) for each in _KEPT))
        .where(
            DeliveryRow.due_at <= now,
            or_(DeliveryRow.lease_until.is_(None), DeliveryRow.lease_until <= now),
            ~_has_one_before(_BEFORE.lease_until > now),
        )
        .order_by(*_turn(DeliveryRow.__table__.columns))
        .limit(bindparam("most"))
        .with_for_update(of=DeliveryRow, skip_locked=True)
        .cte("free")
    )
    kept = [free.c[each.name] for each in _KEPT]
    return select(*as_they_are(kept)).where(_comes_after_none_but(free)).order_by(*_turn(free.c))


def _turn(columns: ReadOnlyColumnCollection[str, Any]) -> list[ColumnElement[Any]]:
    return [columns[name] for name in ("due_at", "channel_id", "planned_at", "id")]


def _has_one_before(is_held: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether something that comes first has been put off, or is in a worker's hands."""
    return exists().where(*_comes_first(), or_(_BEFORE.due_at > DeliveryRow.due_at, is_held))


def _comes_after_none_but(free: CTE) -> ColumnElement[bool]:
    """Whether nothing that comes first was locked by another, who is claiming it just now.

    It is counted, since a planner would join ``NOT EXISTS`` to the whole table.
    """
    others = _BEFORE.id.not_in(select(free.c.id))
    locked = select(func.count()).where(*_comes_first(free.c), others)
    return locked.scalar_subquery() == 0


def _comes_first(
    columns: ReadOnlyColumnCollection[str, Any] = DeliveryRow.__table__.columns,
) -> tuple[ColumnElement[bool], ...]:
    return (
        _BEFORE.follow_up_id == columns["follow_up_id"],
        _BEFORE.channel_id == columns["channel_id"],
        _BEFORE.planned_at < columns["planned_at"],
        _BEFORE.state == DeliveryState.PENDING,
        columns["state"] == DeliveryState.PENDING,
    )


def _next_due() -> CompoundSelect[Any]:
    """Return the earliest moment at which something is due, and at which something comes free."""
    free = (
        select(DeliveryRow.due_at.label("at"))
        .where(_IS_WAITING, DeliveryRow.lease_until.is_(None), ~_has_one_before(_EVER_HELD))
        .order_by(DeliveryRow.due_at)
        .limit(1)
        .subquery()
    )
    held = select(
        func.min(
            case(
                (DeliveryRow.due_at > DeliveryRow.lease_until, DeliveryRow.due_at),
                else_=DeliveryRow.lease_until,
            )
        ).label("at")
    ).where(_IS_HELD, _IS_WAITING, ~_has_one_before(_HELD_LONGER))
    return select(free.c.at).union_all(held)


_CLAIMED = _claimed()
_NEXT_DUE = _next_due()
_SHORTENED = (
    update(DeliveryRow)
    .where(DeliveryRow.lease_until > bindparam("longest"))
    .values(lease_until=bindparam("until"))
)
