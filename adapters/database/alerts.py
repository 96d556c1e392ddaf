"""What channels are told of what watches heard, in SQL."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, select, update

from adapters.database.leases import claim, next_due
from adapters.database.rows import AlertRow, ToldItemRow
from adapters.database.work import Work, columns_of
from bot.domain.alert import Alert
from bot.domain.delivery import DeliveryState


class SqlAlerts:
    """Implements ``bot.ports.Alerts``."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def untold(
        self, newsroom_id: UUID, channel_id: UUID, fingerprints: Collection[str], now: datetime
    ) -> set[str]:
        """Note that a channel is told of items, and return those it was not told of before."""
        rows = await self._work.all(
            select(ToldItemRow.fingerprint).where(
                ToldItemRow.channel_id == channel_id,
                self._work.among(ToldItemRow.fingerprint, fingerprints),
            )
        )
        fresh = set(fingerprints) - {row["fingerprint"] for row in rows}
        told = {"newsroom_id": newsroom_id, "channel_id": channel_id, "told_at": now}
        # One by one: what another worker tells of at this moment is known by what is left out.
        return {
            each
            for each in sorted(fresh)
            if await self._work.insert_unless_there(ToldItemRow, told | {"fingerprint": each})
        }

    async def waiting(self, channel_id: UUID) -> Sequence[Alert]:
        """Return a channel's alerts that nobody has tried to post, in order."""
        rows = await self._work.all(
            select(AlertRow)
            .where(
                AlertRow.channel_id == channel_id,
                AlertRow.state == DeliveryState.PENDING,
                AlertRow.attempts == 0,
            )
            .order_by(AlertRow.promised_at, AlertRow.id)
            .with_for_update(skip_locked=True)
        )
        return [Alert(**row) for row in rows]

    async def save(self, alert: Alert) -> None:
        """Keep an alert, new or with more in it."""
        self._work.wakes = True
        values = columns_of(alert)
        changed = await self._work.change(
            update(AlertRow).where(AlertRow.id == alert.id).values(values)
        )
        if not changed:
            await self._work.insert(AlertRow, values)

    async def get(self, newsroom_id: UUID, alert_id: UUID) -> Alert | None:
        """Return an alert by its id."""
        row = await self._work.first(
            select(AlertRow).where(AlertRow.id == alert_id, AlertRow.newsroom_id == newsroom_id)
        )
        return None if row is None else Alert(**row)

    async def claim(self, now: datetime, lease: timedelta, limit: int) -> Sequence[Alert]:
        """Take what is due and held by nobody, until ``now + lease``, counting the attempt."""
        rows = await claim(self._work, AlertRow, now, lease, limit)
        claimed = [Alert(**row) for row in rows]
        return sorted(claimed, key=lambda alert: (alert.promised_at, alert.id))

    async def next_due(self, now: datetime, lease: timedelta) -> datetime | None:
        """Return the earliest moment at which something can be claimed, in UTC."""
        return await next_due(self._work, AlertRow, now, lease)

    async def record(self, claimed: Alert, outcome: Alert) -> None:
        """Keep how posting a claimed one went, unless it was claimed again since."""
        self._work.wakes |= outcome.due_at is not None
        await self._work.change(
            update(AlertRow)
            .where(AlertRow.id == claimed.id, AlertRow.attempts == claimed.attempts)
            .values(columns_of(outcome))
        )

    async def forget_before(self, moment: datetime) -> None:
        """Forget what was settled before a moment, and what channels were told by then."""
        await self._work.change(
            delete(AlertRow).where(AlertRow.promised_at < moment, AlertRow.due_at.is_(None))
        )
        await self._work.change(delete(ToldItemRow).where(ToldItemRow.told_at < moment))
