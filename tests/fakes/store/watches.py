"""What stories listen to, in memory, and what channels are told of it."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from bot.domain.alert import Alert
from bot.domain.delivery import DeliveryState
from bot.domain.feed import Feed
from bot.domain.watch import Watch
from tests.fakes.store.due import FakeDue
from tests.fakes.store.kept import Kept, put, put_if_free


class FakeWatches:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    async def add(self, watch: Watch) -> None:
        put(self._kept.watches, watch, lambda w: w.id)

    async def save(self, watch: Watch) -> None:
        self._kept.watches[watch.id] = watch

    async def remove(self, watch_id: UUID) -> bool:
        return self._kept.watches.pop(watch_id, None) is not None

    async def of_newsroom(self, newsroom_id: UUID) -> Sequence[Watch]:
        found = [w for w in self._kept.watches.values() if w.newsroom_id == newsroom_id]
        return sorted(found, key=lambda watch: (watch.made_at, watch.id))

    async def across(self, ids: Collection[UUID]) -> Sequence[Watch]:
        return [watch for watch in self._kept.watches.values() if watch.id in ids]


class FakeFeeds(FakeDue[Feed]):
    table = "feeds"

    async def of_newsroom(self, newsroom_id: UUID) -> Sequence[Feed]:
        found = [feed for feed in self._kept.feeds.values() if feed.newsroom_id == newsroom_id]
        return sorted(found, key=lambda feed: feed.link)

    async def save(self, feed: Feed) -> None:
        self._kept.wakes |= feed.due_at is not None
        if feed.id in self._kept.feeds:
            self._kept.feeds[feed.id] = feed
        else:
            put_if_free(self._kept.feeds, feed, lambda f: (f.newsroom_id, f.link))

    async def remove(self, feed_id: UUID) -> None:
        self._kept.feeds.pop(feed_id, None)

    async def record(self, claimed: Feed, outcome: Feed) -> bool:
        kept = self._kept.feeds.get(claimed.id)
        if kept is None or kept.lease_until is None or kept.attempts != claimed.attempts:
            return False
        self._kept.feeds[claimed.id] = outcome
        return True


class FakeAlerts(FakeDue[Alert]):
    table = "alerts"

    async def untold(
        self, newsroom_id: UUID, channel_id: UUID, fingerprints: Collection[str], now: datetime
    ) -> set[str]:
        told = self._kept.told_items
        fresh = {each for each in fingerprints if (channel_id, each) not in told}
        told.update({(channel_id, each): now for each in fresh})
        return fresh

    async def waiting(self, channel_id: UUID) -> Sequence[Alert]:
        found = [
            alert
            for alert in self._kept.alerts.values()
            if alert.channel_id == channel_id
            and alert.state is DeliveryState.PENDING
            and not alert.attempts
        ]
        return sorted(found, key=lambda alert: (alert.promised_at, alert.id))

    async def save(self, alert: Alert) -> None:
        self._kept.alerts[alert.id] = alert
        self._kept.wakes = True

    async def get(self, newsroom_id: UUID, alert_id: UUID) -> Alert | None:
        alert = self._kept.alerts.get(alert_id)
        return alert if alert and alert.newsroom_id == newsroom_id else None

    async def record(self, claimed: Alert, outcome: Alert) -> None:
        kept = self._kept.alerts.get(claimed.id)
        if kept is not None and kept.attempts == claimed.attempts:
            self._kept.alerts[claimed.id] = outcome
        self._kept.wakes |= outcome.due_at is not None

    async def forget_before(self, moment: datetime) -> None:
        kept = self._kept
        kept.alerts = {
            key: alert
            for key, alert in kept.alerts.items()
            if alert.due_at is not None or alert.promised_at >= moment
        }
        kept.told_items = {key: at for key, at in kept.told_items.items() if at >= moment}
