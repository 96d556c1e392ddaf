"""The store in memory: one writer at a time."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from bot import ports
from tests.fakes.store.answers import FakeAnswers
from tests.fakes.store.delivery import (
    FakeDeliveries,
    FakeRecurrences,
    FakeReminders,
    FakeSubscriptions,
)
from tests.fakes.store.kept import Kept
from tests.fakes.store.newsrooms import FakeLinks, FakeNewsrooms
from tests.fakes.store.notices import FakeDigests, FakeLifts, FakePostedDigests, FakeTroubles
from tests.fakes.store.queues import FakeQueues
from tests.fakes.store.stories import (
    FakeFollowUps,
    FakeHistory,
    FakePassages,
    FakeReadings,
    FakeStories,
    FakeTimeline,
)
from tests.fakes.store.watches import FakeAlerts, FakeFeeds, FakeWatches


class FakeStore:
    """Implements ``bot.ports.Store``: one writer at a time, on a copy that is kept at the end."""

    def __init__(self) -> None:
        self._kept = Kept()
        self._one_writer = asyncio.Lock()
        self._wakers: list[Callable[[], None]] = []

    def on_change(self, waker: Callable[[], None]) -> None:
        """Have a function called after each commit that planned or queued something."""
        self._wakers.append(waker)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[ports.Transaction]:
        """Open a transaction: kept on leaving, forgotten on an error."""
        async with self._one_writer:
            draft = self._kept.copied()
            yield FakeTransaction(draft)
            self._kept = draft
        if draft.wakes:
            for waker in self._wakers:
                waker()

    @asynccontextmanager
    async def view(self) -> AsyncIterator[ports.Transaction]:
        """Open a view of this moment; what is written in it is forgotten."""
        yield FakeTransaction(self._kept.copied())

    async def close(self) -> None:
        """Let go of nothing."""


class FakeTransaction:
    """Implements ``bot.ports.Transaction``."""

    def __init__(self, kept: Kept) -> None:
        self.newsrooms: ports.Newsrooms = FakeNewsrooms(kept)
        self.stories: ports.Stories = FakeStories(kept)
        self.follow_ups: ports.FollowUps = FakeFollowUps(kept)
        self.timeline: ports.Timeline = FakeTimeline(kept)
        self.reminders: ports.Reminders = FakeReminders(kept)
        self.subscriptions: ports.Subscriptions = FakeSubscriptions(kept)
        self.recurrences: ports.Recurrences = FakeRecurrences(kept)
        self.deliveries: ports.Deliveries = FakeDeliveries(kept)
        self.digests: ports.Digests = FakeDigests(kept)
        self.queues: ports.Queues = FakeQueues(kept)
        self.posted_digests: ports.PostedDigests = FakePostedDigests(kept)
        self.answers: ports.Answers = FakeAnswers(kept)
        self.lifts: ports.Lifts = FakeLifts(kept)
        self.troubles: ports.Troubles = FakeTroubles(kept)
        self.links: ports.Links = FakeLinks(kept)
        self.readings: ports.Readings = FakeReadings(kept)
        self.history: ports.History = FakeHistory(kept)
        self.passages: ports.Passages = FakePassages(kept)
        self.watches: ports.Watches = FakeWatches(kept)
        self.feeds: ports.Feeds = FakeFeeds(kept)
        self.alerts: ports.Alerts = FakeAlerts(kept)
