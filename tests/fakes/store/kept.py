"""What the store in memory holds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from bot.domain.alert import Alert
from bot.domain.answer import Answer
from bot.domain.delivery import Delivery
from bot.domain.duty import Duty
from bot.domain.feed import Feed
from bot.domain.follow_up import FollowUp
from bot.domain.history import Change
from bot.domain.lift import Lift
from bot.domain.link import LinkCode
from bot.domain.newsroom import Channel, Newsroom, Person, Workspace
from bot.domain.own_policy import OwnPolicy
from bot.domain.posted_digest import PostedDigest
from bot.domain.proposal import FiledReading
from bot.domain.reminder import Reminder
from bot.domain.scheduled_digest import ScheduledDigest
from bot.domain.series import Series
from bot.domain.story import Story
from bot.domain.subscription import Subscription
from bot.domain.timeline import TimelineEntry
from bot.domain.trouble import Trouble
from bot.domain.watch import Watch
from bot.errors import Collision

Value = TypeVar("Value")


@dataclass
class Kept:
    """Everything by id; the values are frozen, so a copy of the dicts is a copy of all."""

    newsrooms: dict[UUID, Newsroom] = field(default_factory=dict)
    workspaces: dict[UUID, Workspace] = field(default_factory=dict)
    channels: dict[UUID, Channel] = field(default_factory=dict)
    people: dict[UUID, Person] = field(default_factory=dict)
    duties: dict[UUID, Duty] = field(default_factory=dict)
    policies: dict[UUID, OwnPolicy] = field(default_factory=dict)
    stories: dict[UUID, Story] = field(default_factory=dict)
    follow_ups: dict[UUID, FollowUp] = field(default_factory=dict)
    entries: dict[UUID, TimelineEntry] = field(default_factory=dict)
    reminders: dict[UUID, Reminder] = field(default_factory=dict)
    subscriptions: dict[UUID, Subscription] = field(default_factory=dict)
    series: dict[UUID, Series] = field(default_factory=dict)
    deliveries: dict[UUID, Delivery] = field(default_factory=dict)
    digests: dict[UUID, ScheduledDigest] = field(default_factory=dict)
    posted_digests: dict[UUID, PostedDigest] = field(default_factory=dict)
    answers: dict[UUID, Answer] = field(default_factory=dict)
    lifts: dict[UUID, Lift] = field(default_factory=dict)
    troubles: dict[UUID, Trouble] = field(default_factory=dict)
    codes: dict[UUID, LinkCode] = field(default_factory=dict)
    readings: dict[UUID, FiledReading] = field(default_factory=dict)
    changes: dict[int, Change] = field(default_factory=dict)
    former: dict[tuple[UUID, str], UUID] = field(default_factory=dict)
    watches: dict[UUID, Watch] = field(default_factory=dict)
    feeds: dict[UUID, Feed] = field(default_factory=dict)
    alerts: dict[UUID, Alert] = field(default_factory=dict)
    told_items: dict[tuple[UUID, str], datetime] = field(default_factory=dict)
    wakes: bool = False

    def copied(self) -> "Kept":
        """Return a copy that changes by itself."""
        tables = {name: dict(table) for name, table in vars(self).items() if name != "wakes"}
        return Kept(**tables)  # type: ignore[arg-type]  # the one that is no table is left out


def first(values: Iterable[Value]) -> Value | None:
    return next(iter(values), None)


def put(table: dict[UUID, Any], value: Any, key: Callable[[Any], object]) -> None:  # noqa: ANN401
    if any(key(kept) == key(value) for kept in table.values() if kept.id != value.id):
        raise Collision
    table[value.id] = value


def put_if_free(table: dict[UUID, Any], value: Any, key: Callable[[Any], object]) -> bool:  # noqa: ANN401
    if value.id in table or any(key(kept) == key(value) for kept in table.values()):
        return False
    table[value.id] = value
    return True
