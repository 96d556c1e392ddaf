"""Everything that is kept, as one."""

from contextlib import AbstractAsyncContextManager
from typing import Protocol

from bot.ports.answers import Answers
from bot.ports.delivery import (
    Deliveries,
    Digests,
    Lifts,
    PostedDigests,
    Queues,
    Recurrences,
    Reminders,
    Subscriptions,
    Troubles,
)
from bot.ports.newsrooms import Links, Newsrooms
from bot.ports.stories import FollowUps, History, Passages, Readings, Stories, Timeline
from bot.ports.watches import Alerts, Feeds, Watches


class Transaction(Protocol):
    """One unit of work over everything that is kept."""

    newsrooms: Newsrooms
    stories: Stories
    follow_ups: FollowUps
    timeline: Timeline
    reminders: Reminders
    subscriptions: Subscriptions
    recurrences: Recurrences
    deliveries: Deliveries
    digests: Digests
    queues: Queues
    posted_digests: PostedDigests
    answers: Answers
    lifts: Lifts
    troubles: Troubles
    links: Links
    readings: Readings
    history: History
    passages: Passages
    watches: Watches
    feeds: Feeds
    alerts: Alerts


class Store(Protocol):
    """Keeps everything."""

    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        """Open a transaction: committed on leaving, rolled back on an error."""
        ...

    def view(self) -> AbstractAsyncContextManager[Transaction]:
        """Open a view for reading alone; it never waits for a writer."""
        ...
