"""What waits, is late or was given up, in memory."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from bot.domain.alert import Alert
from bot.domain.channel_queue import LATE, Backlog, ChannelQueue
from bot.domain.delivery import OUTDATED, Delivery, DeliveryState
from tests.fakes.store.kept import Kept


class FakeQueues:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    async def backlog(self, now: datetime) -> Backlog:
        queued: list[Delivery | Alert] = [*self._deliveries(), *self._kept.alerts.values()]
        pending = [each for each in queued if each.state is DeliveryState.PENDING]
        late = [each.promised_at for each in pending if each.promised_at < now - LATE]
        given_up = [each for each in queued if each.state is DeliveryState.UNDELIVERABLE]
        return Backlog(len(pending), len(late), len(given_up), min(late, default=None))

    async def overview(
        self, now: datetime, newsroom_id: UUID | None = None
    ) -> Sequence[ChannelQueue]:
        lines: dict[tuple[UUID, str], Counter[str]] = {}
        queued: list[Delivery | Alert] = [*self._deliveries(), *self._kept.alerts.values()]
        for each in queued:
            stands = each.due_at is not None or each.state is DeliveryState.UNDELIVERABLE
            if stands and newsroom_id in {None, each.newsroom_id}:
                key = (each.channel_id, each.reason)
                lines.setdefault(key, Counter())[_standing(each, now)] += 1
        found = []
        for (channel_id, reason), count in lines.items():
            channel = self._kept.channels[channel_id]
            place = (channel.id, channel.name, channel.key, channel.platform)
            numbers = (count["waiting"], count["late"], count["given_up"])
            found.append(ChannelQueue(*place, reason, *numbers))
        return sorted(found, key=lambda q: (-(q.waiting + q.late + q.given_up), q.channel))

    async def undeliverable(self, story_id: UUID, limit: int) -> Sequence[Delivery]:
        follow_ups = self._kept.follow_ups
        found = [d for d in self._given_up() if follow_ups[d.follow_up_id].story_id == story_id]
        return sorted(found, key=lambda delivery: delivery.planned_at, reverse=True)[:limit]

    async def retry(
        self,
        now: datetime,
        channel_ids: Collection[UUID] | None = None,
        limit: int | None = None,
        but: Collection[str] = (),
    ) -> int:
        given_up = self._given_up(channel_ids)
        overtaken = [d for d in given_up if self._is_overtaken(d)]
        self._keep([replace(d.skipped(OUTDATED)) for d in overtaken])
        meant = sorted(
            (d for d in given_up if d not in overtaken and d.reason not in but),
            key=lambda d: d.planned_at,
        )
        again = {"state": DeliveryState.PENDING, "due_at": now, "attempts": 1, "reason": ""}
        self._keep([replace(d, **again) for d in meant[:limit]])  # type: ignore[arg-type]  # by name
        self._kept.wakes |= bool(meant)
        return len(meant[:limit]) + self._retry_alerts(now, channel_ids, limit, len(meant), but)

    def _retry_alerts(
        self,
        now: datetime,
        channel_ids: Collection[UUID] | None,
        limit: int | None,
        retried: int,
        but: Collection[str],
    ) -> int:
        found = [a for a in self._alerts_given_up(channel_ids) if a.reason not in but]
        rest = None if limit is None else max(0, limit - retried)
        again = {"state": DeliveryState.PENDING, "due_at": now, "attempts": 1, "reason": ""}
        chosen = sorted(found, key=lambda alert: alert.promised_at)[:rest]
        self._kept.alerts |= {a.id: replace(a, **again) for a in chosen}  # type: ignore[arg-type]  # by name
        self._kept.wakes |= bool(chosen)
        return len(chosen)

    async def drop(self, channel_ids: Collection[UUID] | None = None) -> int:
        given_up = self._given_up(channel_ids)
        self._keep([replace(d, state=DeliveryState.SKIPPED) for d in given_up])
        alerts = self._alerts_given_up(channel_ids)
        self._kept.alerts |= {a.id: replace(a, state=DeliveryState.SKIPPED) for a in alerts}
        return len(given_up) + len(alerts)

    def _alerts_given_up(self, channel_ids: Collection[UUID] | None) -> list[Alert]:
        return [
            alert
            for alert in self._kept.alerts.values()
            if alert.state is DeliveryState.UNDELIVERABLE
            and (channel_ids is None or alert.channel_id in channel_ids)
        ]

    def _is_overtaken(self, delivery: Delivery) -> bool:
        return any(
            later.planned_at > delivery.planned_at
            and (later.follow_up_id, later.channel_id)
            == (delivery.follow_up_id, delivery.channel_id)
            and later.state is not DeliveryState.SKIPPED
            for later in self._deliveries()
        )

    def _deliveries(self) -> list[Delivery]:
        return list(self._kept.deliveries.values())

    def _given_up(self, channel_ids: Collection[UUID] | None = None) -> list[Delivery]:
        return [
            d
            for d in self._deliveries()
            if d.state is DeliveryState.UNDELIVERABLE
            and (channel_ids is None or d.channel_id in channel_ids)
        ]

    def _keep(self, deliveries: Sequence[Delivery]) -> None:
        self._kept.deliveries |= {d.id: d for d in deliveries}


def _standing(delivery: Delivery | Alert, now: datetime) -> str:
    match delivery.state:
        case DeliveryState.UNDELIVERABLE:
            return "given_up"
        case DeliveryState.PENDING:
            return "late" if delivery.promised_at < now - LATE else "waiting"
        case _:
            return "edits"
