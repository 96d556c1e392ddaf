"""What is to be said and was said, in memory."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from bot.domain.delivery import Delivery, DeliveryState, MessageRef, Shown, is_outdone
from bot.domain.reminder import LeftOut, Reminder, ReminderState
from bot.domain.series import Series
from bot.domain.subscription import Subscription, Target
from tests.fakes.store.kept import Kept, put_if_free


class FakeReminders:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    async def replan(
        self, plans: Mapping[UUID, Sequence[Reminder]], why: LeftOut = LeftOut.CHANGED
    ) -> None:
        for follow_up_id, reminders in plans.items():
            await self._replan(follow_up_id, reminders, why)

    async def _replan(
        self, follow_up_id: UUID, reminders: Sequence[Reminder], why: LeftOut
    ) -> None:
        table = self._kept.reminders
        standing = {(r.kind, r.due_at): r for r in await self.of_follow_up(follow_up_id)}
        for old in standing.values():
            if old.state is ReminderState.PLANNED:
                table[old.id] = replace(old, state=ReminderState.WITHDRAWN, left_out=why)
        for new in reminders:
            stands = standing.get((new.kind, new.due_at))
            if stands is None:
                table[new.id] = new
            elif stands.state is ReminderState.PLANNED or _can_be_taken_up(stands, new.made_at):
                table[stands.id] = replace(new, id=stands.id)
        self._kept.wakes |= any(r.state is ReminderState.PLANNED for r in reminders)

    async def due(
        self, now: datetime, limit: int, but: Collection[UUID] = ()
    ) -> Sequence[Reminder]:
        due = [reminder for reminder in self._planned() if reminder.due_at <= now]
        return [reminder for reminder in due if reminder.id not in but][:limit]

    async def next_due(self, but: Collection[UUID] = ()) -> datetime | None:
        planned = [reminder for reminder in self._planned() if reminder.id not in but]
        return min((reminder.due_at for reminder in planned), default=None)

    async def mark(self, reminders: Sequence[Reminder]) -> None:
        for reminder in reminders:
            if (kept := self._kept.reminders.get(reminder.id)) is not None:
                self._kept.reminders[reminder.id] = replace(
                    kept, state=reminder.state, left_out=reminder.left_out
                )

    async def of_follow_up(self, follow_up_id: UUID) -> Sequence[Reminder]:
        found = [r for r in self._kept.reminders.values() if r.follow_up_id == follow_up_id]
        return sorted(found, key=lambda reminder: (reminder.due_at, reminder.kind))

    def _planned(self) -> list[Reminder]:
        found = [r for r in self._kept.reminders.values() if r.state is ReminderState.PLANNED]
        return sorted(found, key=lambda reminder: reminder.due_at)


class FakeRecurrences:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    async def save(self, series: Series) -> None:
        self._kept.series[series.id] = series
        self._kept.wakes |= series.next_at is not None

    async def get(self, series_id: UUID) -> Series | None:
        return self._kept.series.get(series_id)

    async def due(self, now: datetime, limit: int) -> Sequence[Series]:
        found = [(s.next_at, s) for s in self._kept.series.values() if s.next_at is not None]
        due = sorted((pair for pair in found if pair[0] <= now), key=lambda pair: pair[0])
        return [series for _, series in due][:limit]

    async def next_due(self) -> datetime | None:
        moments = (series.next_at for series in self._kept.series.values())
        return min((moment for moment in moments if moment is not None), default=None)


class FakeSubscriptions:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    async def add(self, subscription: Subscription) -> bool:
        return put_if_free(
            self._kept.subscriptions, subscription, lambda s: (s.channel_id, s.target)
        )

    async def save(self, subscription: Subscription) -> None:
        if subscription.id in self._kept.subscriptions:
            self._kept.subscriptions[subscription.id] = subscription

    async def remove(self, channel_id: UUID, target: Target) -> bool:
        for subscription in await self.of_channel(channel_id):
            if subscription.target == target:
                del self._kept.subscriptions[subscription.id]
                return True
        return False

    async def of_target(self, newsroom_id: UUID, target: Target) -> Sequence[Subscription]:
        whose = (newsroom_id, target)
        return [s for s in self._kept.subscriptions.values() if (s.newsroom_id, s.target) == whose]

    async def of_channel(self, channel_id: UUID) -> Sequence[Subscription]:
        found = [s for s in self._kept.subscriptions.values() if s.channel_id == channel_id]
        return sorted(found, key=lambda subscription: str(subscription.target))

    async def following(
        self, newsroom_ids: Collection[UUID], targets: Collection[Target]
    ) -> Sequence[Subscription]:
        subscriptions = self._kept.subscriptions.values()
        return [s for s in subscriptions if s.newsroom_id in newsroom_ids and s.target in targets]

    async def channels_covering(self, newsroom_id: UUID, targets: Collection[Target]) -> set[UUID]:
        subscriptions = self._kept.subscriptions.values()
        return {
            s.channel_id
            for s in subscriptions
            if s.newsroom_id == newsroom_id and s.target in targets
        }


class FakeDeliveries:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    async def queue(self, deliveries: Sequence[Delivery]) -> None:
        for delivery in deliveries:
            put_if_free(self._kept.deliveries, delivery, _key_of_delivery)
        self._kept.wakes |= bool(deliveries)

    async def claim(self, now: datetime, lease: timedelta, limit: int) -> Sequence[Delivery]:
        self._shorten_leases(now, lease)
        free = [
            d
            for d in self._kept.deliveries.values()
            if d.due_at is not None
            and d.due_at <= now
            and not _is_held(d, now)
            and not any(_is_put_off(e, d) or _is_held(e, now) for e in self._before(d))
        ]
        return [_claimed(d, now, lease) for d in sorted(free, key=_turn_of_delivery)[:limit]]

    async def take(self, claimed: Sequence[Delivery], shared: Mapping[UUID, UUID]) -> None:
        for each in claimed:
            name = shared.get(each.id, each.joined_id)
            self._kept.deliveries[each.id] = replace(each, joined_id=name)

    async def record(
        self, deliveries: Sequence[Delivery], edited: Mapping[UUID, Shown] | None = None
    ) -> None:
        outdone = {
            name
            for name, shown in (edited or {}).items()
            if is_outdone(shown, await self.joined([name]))
        }
        for delivery in (each.unless_outdone(outdone) for each in deliveries):
            kept = self._kept.deliveries.get(delivery.id)
            if kept is not None and kept.attempts <= delivery.attempts:
                self._kept.deliveries[delivery.id] = self._true_or_due(_named(delivery, kept))
                self._kept.wakes |= delivery.due_at is not None or self._waits_after(delivery)

    async def waiting(self, follow_up_ids: Collection[UUID]) -> Sequence[Delivery]:
        return [
            d
            for d in self._kept.deliveries.values()
            if d.follow_up_id in follow_up_ids
            and d.state is DeliveryState.PENDING
            and d.due_at is not None
            and d.lease_until is None
        ]

    async def amend(self, deliveries: Sequence[Delivery]) -> None:
        for delivery in deliveries:
            kept = self._kept.deliveries[delivery.id]
            if kept.state is DeliveryState.PENDING and kept.lease_until is None:
                amended = replace(
                    kept,
                    state=delivery.state,
                    due_at=delivery.due_at,
                    promised_at=delivery.promised_at,
                    reason=delivery.reason,
                )
                self._kept.deliveries[delivery.id] = amended
        self._kept.wakes |= any(each.due_at is not None for each in deliveries)

    async def put_back(self, deliveries: Sequence[Delivery]) -> None:
        for delivery in deliveries:
            kept = self._kept.deliveries.get(delivery.id)
            counted = 1 if delivery.state is DeliveryState.PENDING else 0
            if kept is not None and kept.attempts <= delivery.attempts + counted:
                self._kept.deliveries[delivery.id] = _named(delivery, kept)

    async def joined(self, joined_ids: Collection[UUID]) -> Sequence[Delivery]:
        return [d for d in self._kept.deliveries.values() if d.joined_id in joined_ids]

    async def first_messages(
        self, deliveries: Sequence[Delivery]
    ) -> Mapping[tuple[UUID, UUID], MessageRef]:
        wanted = {(each.follow_up_id, each.channel_id) for each in deliveries}
        standing = [d for d in self._kept.deliveries.values() if d.message is not None]
        latest_first = sorted(standing, key=lambda d: (d.tried_at, d.planned_at), reverse=True)
        found = {(d.follow_up_id, d.channel_id): d.message for d in latest_first if d.message}
        return {key: ref for key, ref in found.items() if key in wanted}

    async def refresh(self, follow_up_ids: Collection[UUID], now: datetime) -> None:
        posted = [
            d
            for d in self._kept.deliveries.values()
            if d.follow_up_id in follow_up_ids and d.state is DeliveryState.SENT and d.message
        ]
        self._kept.deliveries |= {d.id: replace(d, due_at=now) for d in posted}
        self._kept.wakes |= bool(posted)

    async def next_due(self) -> datetime | None:
        waiting = [
            max(d.due_at, d.lease_until or d.due_at)
            for d in self._kept.deliveries.values()
            if d.due_at is not None
            and not any(_is_put_off(e, d) or _is_held_longer(e, d) for e in self._before(d))
        ]
        return min(waiting, default=None)

    async def of_follow_up(self, follow_up_id: UUID, channel_id: UUID) -> Sequence[Delivery]:
        key = (follow_up_id, channel_id)
        deliveries = self._kept.deliveries.values()
        found = [d for d in deliveries if (d.follow_up_id, d.channel_id) == key]
        return sorted(found, key=lambda delivery: delivery.planned_at)

    def _shorten_leases(self, now: datetime, lease: timedelta) -> None:
        for each in self._kept.deliveries.values():
            if _is_held(each, now + 2 * lease):
                self._kept.deliveries[each.id] = replace(each, lease_until=now + lease)

    def _before(self, delivery: Delivery) -> list[Delivery]:
        """Return what is to be said of the same follow-up in the same channel before it."""
        return [
            each
            for each in self._kept.deliveries.values()
            if each.follow_up_id == delivery.follow_up_id
            and each.channel_id == delivery.channel_id
            and each.planned_at < delivery.planned_at
            and each.state is delivery.state is DeliveryState.PENDING
        ]

    def _waits_after(self, delivery: Delivery) -> bool:
        return any(
            each.follow_up_id == delivery.follow_up_id
            and each.state is DeliveryState.PENDING
            and each.lease_until is None
            for each in self._kept.deliveries.values()
        )

    def _true_or_due(self, delivery: Delivery) -> Delivery:
        outdated = (
            delivery.state is DeliveryState.SENT
            and not delivery.reason
            and delivery.shown_version < self._kept.follow_ups[delivery.follow_up_id].version
        )
        self._kept.wakes |= outdated
        return replace(delivery, due_at=delivery.planned_at) if outdated else delivery


def _can_be_taken_up(reminder: Reminder, now: datetime) -> bool:
    """Whether what was withdrawn may be planned again: not what was no news once already."""
    no_news = reminder.left_out is LeftOut.PASSED and reminder.due_at <= now
    return reminder.state is ReminderState.WITHDRAWN and not no_news


def _is_held(delivery: Delivery, at: datetime) -> bool:
    return delivery.lease_until is not None and delivery.lease_until > at


def _is_held_longer(delivery: Delivery, than: Delivery) -> bool:
    if delivery.lease_until is None or than.lease_until is None:
        return delivery.lease_until is not None
    return delivery.lease_until > than.lease_until


def _is_put_off(delivery: Delivery, after: Delivery) -> bool:
    assert delivery.due_at is not None
    assert after.due_at is not None
    return delivery.due_at > after.due_at


def _named(delivery: Delivery, kept: Delivery) -> Delivery:
    """Return a delivery with the name of the message that was written down when it was taken."""
    return replace(delivery, joined_id=kept.joined_id)


def _key_of_delivery(delivery: Delivery) -> object:
    return (delivery.follow_up_id, delivery.kind, delivery.planned_at, delivery.channel_id)


def _turn_of_delivery(delivery: Delivery) -> tuple[datetime, datetime, str]:
    assert delivery.due_at is not None
    return (delivery.due_at, delivery.planned_at, delivery.id.hex)


def _claimed(delivery: Delivery, now: datetime, lease: timedelta) -> Delivery:
    claimed = replace(delivery, lease_until=now + lease)
    if delivery.state is not DeliveryState.PENDING:
        return claimed
    return replace(claimed, attempts=delivery.attempts + 1, tried_at=delivery.tried_at or now)
