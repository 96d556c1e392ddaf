"""Subscriptions, in SQL."""

from collections.abc import Collection, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, Select, bindparam, delete, select, tuple_, update

from adapters.database.batches import among
from adapters.database.rows import SubscriptionRow
from adapters.database.work import Columns, Work, columns_of
from bot.domain.subscription import Subscription, Target, TargetKind


class SqlSubscriptions:
    """Implements ``bot.ports.Subscriptions``."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def add(self, subscription: Subscription) -> bool:
        """Keep a subscription; return False if the channel has it already."""
        return await self._work.insert_unless_there(SubscriptionRow, _columns(subscription))

    async def save(self, subscription: Subscription) -> None:
        """Keep a changed subscription."""
        await self._work.change(
            update(SubscriptionRow)
            .where(SubscriptionRow.id == subscription.id)
            .values(_columns(subscription))
        )

    async def remove(self, channel_id: UUID, target: Target) -> bool:
        """Forget a subscription; return False if the channel has none such."""
        removed = await self._work.change(
            delete(SubscriptionRow).where(
                SubscriptionRow.channel_id == channel_id,
                SubscriptionRow.target_kind == target.kind,
                SubscriptionRow.target_value == target.value,
            )
        )
        return removed > 0

    async def of_target(self, newsroom_id: UUID, target: Target) -> Sequence[Subscription]:
        """Return who of a newsroom follows just this, in no order."""
        rows = await self._work.all(
            select(SubscriptionRow).where(
                SubscriptionRow.newsroom_id == newsroom_id,
                SubscriptionRow.target_kind == target.kind,
                SubscriptionRow.target_value == target.value,
            )
        )
        return [_subscription(row) for row in rows]

    async def of_channel(self, channel_id: UUID) -> Sequence[Subscription]:
        """Return what a channel follows, in order of target as it is typed."""
        rows = await self._work.all(
            select(SubscriptionRow).where(SubscriptionRow.channel_id == channel_id)
        )
        found = [_subscription(row) for row in rows]
        return sorted(found, key=lambda subscription: str(subscription.target))

    async def following(
        self, newsroom_ids: Collection[UUID], targets: Collection[Target]
    ) -> Sequence[Subscription]:
        """Return these newsrooms' subscriptions to any of these, in no order."""
        values = {each.value for each in targets}
        rows = await self._work.all(
            _following(self._work.dialect), newsrooms=newsroom_ids, values=values
        )
        found = [_subscription(row) for row in rows]
        return [each for each in found if each.target in targets]

    async def channels_covering(self, newsroom_id: UUID, targets: Collection[Target]) -> set[UUID]:
        """Return the ids of a newsroom's channels that follow any of these."""
        wanted = [(target.kind, target.value) for target in targets]
        rows = await self._work.all(
            select(SubscriptionRow.channel_id).where(
                SubscriptionRow.newsroom_id == newsroom_id,
                tuple_(SubscriptionRow.target_kind, SubscriptionRow.target_value).in_(wanted),
            )
        )
        return {row["channel_id"] for row in rows}


@cache
def _following(dialect: str) -> Select[Any]:
    """Return what selects the subscriptions to ``values`` in ``newsrooms``."""
    columns = SubscriptionRow.__table__.columns
    return select(SubscriptionRow).where(
        among(columns["newsroom_id"], bindparam("newsrooms"), dialect),
        SubscriptionRow.target_kind.in_(list(TargetKind)),
        among(columns["target_value"], bindparam("values"), dialect),
    )


def _columns(subscription: Subscription) -> Columns:
    columns = columns_of(subscription)
    target = columns.pop("target")
    return columns | {"target_kind": target.kind, "target_value": target.value}


def _subscription(row: RowMapping) -> Subscription:
    return Subscription(
        row["id"],
        row["newsroom_id"],
        row["channel_id"],
        Target(row["target_kind"], row["target_value"]),
        row["notices"],
        row["leads"],
        row["mentions"],
    )
