"""What the core asks of the world: small Protocols in its own words."""

from bot.ports.answers import Answers
from bot.ports.delivery import (
    Deliveries,
    Digests,
    Due,
    Lifts,
    PostedDigests,
    Queues,
    Recurrences,
    Reminders,
    Subscriptions,
    Troubles,
)
from bot.ports.newsrooms import Links, Newsrooms
from bot.ports.outside import ArticleSource, Clock, Messenger, Meter
from bot.ports.store import Store, Transaction
from bot.ports.stories import FollowUps, History, Passages, Readings, Stories, Timeline
from bot.ports.watches import Alerts, Feeds, FeedSource, Watches

__all__ = [
    "Alerts",
    "Answers",
    "ArticleSource",
    "Clock",
    "Deliveries",
    "Digests",
    "Due",
    "FeedSource",
    "Feeds",
    "FollowUps",
    "History",
    "Lifts",
    "Links",
    "Messenger",
    "Meter",
    "Newsrooms",
    "Passages",
    "PostedDigests",
    "Queues",
    "Readings",
    "Recurrences",
    "Reminders",
    "Store",
    "Stories",
    "Subscriptions",
    "Timeline",
    "Transaction",
    "Troubles",
    "Watches",
]
