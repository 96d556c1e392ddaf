"""A store in memory: honest about locks, collisions and rollbacks, and nothing else."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Collection, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

from adapters.database.passages import stem_of
from bot import ports
from bot.domain.channel_queue import ChannelQueue
from bot.domain.delivery import UNLINKED, Delivery, DeliveryState
from bot.domain.duty import Duty
from bot.domain.follow_up import FollowUp, FollowUpState
from bot.domain.history import Change
from bot.domain.link import LinkCode
from bot.domain.newsroom import Address, Channel, Newsroom, Person, Platform, Workspace
from bot.domain.passage import Passage, passages_of, words_of
from bot.domain.proposal import FiledReading
from bot.domain.reminder import LeftOut, Reminder, ReminderState
from bot.domain.scheduled_digest import ScheduledDigest
from bot.domain.series import Series
from bot.domain.story import Story, StoryStatus
from bot.domain.subscription import Subscription, Target
from bot.domain.timeline import TimelineEntry
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
    stories: dict[UUID, Story] = field(default_factory=dict)
    follow_ups: dict[UUID, FollowUp] = field(default_factory=dict)
    entries: dict[UUID, TimelineEntry] = field(default_factory=dict)
    reminders: dict[UUID, Reminder] = field(default_factory=dict)
    subscriptions: dict[UUID, Subscription] = field(default_factory=dict)
    series: dict[UUID, Series] = field(default_factory=dict)
    deliveries: dict[UUID, Delivery] = field(default_factory=dict)
    digests: dict[UUID, ScheduledDigest] = field(default_factory=dict)
    codes: dict[UUID, LinkCode] = field(default_factory=dict)
    readings: dict[UUID, FiledReading] = field(default_factory=dict)
    changes: dict[int, Change] = field(default_factory=dict)
    former: dict[tuple[UUID, str], UUID] = field(default_factory=dict)
    wakes: bool = False

    def copied(self) -> "Kept":
        """Return a copy that changes by itself."""
        tables = {name: dict(table) for name, table in vars(self).items() if name != "wakes"}
        return Kept(**tables)  # type: ignore[arg-type]  # the one that is no table is left out


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
        self.links: ports.Links = FakeLinks(kept)
        self.readings: ports.Readings = FakeReadings(kept)
        self.history: ports.History = FakeHistory(kept)
        self.passages: ports.Passages = FakePassages(kept)


class FakeNewsrooms:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    async def newsroom(self, newsroom_id: UUID) -> Newsroom:
        return self._kept.newsrooms[newsroom_id]

    async def workspace(self, platform: Platform, key: str) -> Workspace | None:
        return _first(
            w for w in self._kept.workspaces.values() if (w.platform, w.key) == (platform, key)
        )

    async def workspace_of(self, channel: Channel) -> Workspace:
        return self._kept.workspaces[channel.workspace_id]

    async def channel(self, workspace_id: UUID, key: str) -> Channel | None:
        return _first(
            c
            for c in self._kept.channels.values()
            if (c.workspace_id, c.key) == (workspace_id, key)
        )

    async def channels(self, newsroom_id: UUID, ids: Collection[UUID]) -> Sequence[Channel]:
        channels = self._kept.channels.values()
        found = [c for c in channels if c.newsroom_id == newsroom_id and c.id in ids]
        return sorted(found, key=lambda channel: channel.name)

    async def addresses(self, channel_ids: Collection[UUID]) -> Sequence[Address]:
        kept = self._kept
        found = [kept.channels[id_] for id_ in channel_ids]
        return [
            Address(kept.newsrooms[c.newsroom_id], kept.workspaces[c.workspace_id], c)
            for c in found
        ]

    async def person(self, workspace_id: UUID, key: str) -> Person | None:
        return _first(
            p for p in self._kept.people.values() if (p.workspace_id, p.key) == (workspace_id, key)
        )

    async def people(self, newsroom_id: UUID) -> Sequence[Person]:
        found = [p for p in self._kept.people.values() if p.newsroom_id == newsroom_id]
        return sorted(found, key=lambda person: person.name)

    async def duties(self, newsroom_id: UUID) -> Sequence[Duty]:
        found = [d for d in self._kept.duties.values() if d.newsroom_id == newsroom_id]
        return sorted(found, key=lambda duty: duty.desk)

    async def save(self, what: Newsroom | Workspace | Channel | Person | Duty) -> None:
        match what:
            case Newsroom():
                self._kept.newsrooms[what.id] = what
            case Workspace():
                _put(self._kept.workspaces, what, lambda w: (w.platform, w.key))
            case Channel():
                _put(self._kept.channels, what, lambda c: (c.workspace_id, c.key))
            case Person():
                _put(self._kept.people, what, lambda p: (p.workspace_id, p.key))
            case Duty():
                _put(self._kept.duties, what, lambda d: (d.newsroom_id, d.desk))


class FakeStories:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    async def add(self, story: Story) -> None:
        _put(self._kept.stories, story, lambda s: (s.newsroom_id, s.slugline))

    async def save(self, story: Story) -> None:
        _put(self._kept.stories, story, lambda s: (s.newsroom_id, s.slugline))

    async def remove(self, story_id: UUID) -> bool:
        kept = self._kept
        for table in (kept.follow_ups, kept.entries, kept.readings):
            if any(thing.story_id == story_id for thing in table.values()):
                return False
        del self._kept.stories[story_id]
        return True

    async def remember(self, story: Story) -> None:
        self._kept.former[story.newsroom_id, story.slugline] = story.id

    async def get(self, newsroom_id: UUID, slugline: str) -> Story | None:
        named = _first(s for s in self._of(newsroom_id) if s.slugline == slugline)
        former = self._kept.former.get((newsroom_id, slugline))
        return named or (self._kept.stories.get(former) if former else None)

    async def by_ids(self, newsroom_id: UUID, ids: Collection[UUID]) -> Sequence[Story]:
        found = [s for s in self._of(newsroom_id) if s.id in ids]
        return sorted(found, key=lambda story: story.slugline)

    async def across(self, ids: Collection[UUID]) -> Sequence[Story]:
        return [story for story in self._kept.stories.values() if story.id in ids]

    async def of(
        self, newsroom_id: UUID, statuses: Collection[StoryStatus], limit: int
    ) -> Sequence[Story]:
        found = [s for s in self._of(newsroom_id) if s.status in statuses]
        return sorted(found, key=lambda story: (story.urgency, story.slugline))[:limit]

    async def sluglines(self, newsroom_id: UUID, typed: str, limit: int) -> Sequence[str]:
        part = typed.strip().lower()
        found = [s.slugline for s in self._of(newsroom_id) if part in s.slugline]
        return sorted(found, key=lambda slugline: (not slugline.startswith(part), slugline))[:limit]

    def _of(self, newsroom_id: UUID) -> list[Story]:
        return [s for s in self._kept.stories.values() if s.newsroom_id == newsroom_id]


class FakeFollowUps:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    async def add(self, follow_up: FollowUp) -> None:
        _put(self._kept.follow_ups, follow_up, lambda f: (f.story_id, f.number))

    async def save(self, follow_up: FollowUp) -> None:
        kept = self._kept.follow_ups.get(follow_up.id)
        if kept is None or kept.version != follow_up.version - 1:
            raise Collision
        self._kept.follow_ups[follow_up.id] = follow_up

    async def get(self, story_id: UUID, number: int) -> FollowUp | None:
        return _first(f for f in await self.of_story(story_id) if f.number == number)

    async def by_ids(self, ids: Collection[UUID]) -> Sequence[FollowUp]:
        return [self._named(f) for f in self._kept.follow_ups.values() if f.id in ids]

    async def of_story(self, story_id: UUID) -> Sequence[FollowUp]:
        found = [self._named(f) for f in self._kept.follow_ups.values() if f.story_id == story_id]
        return sorted(found, key=lambda follow_up: follow_up.number)

    async def open_of(self, story_ids: Collection[UUID]) -> Sequence[FollowUp]:
        is_open = {FollowUpState.EXPECTED, FollowUpState.POSTPONED}
        follow_ups = self._kept.follow_ups.values()
        return [
            self._named(f) for f in follow_ups if f.story_id in story_ids and f.state in is_open
        ]

    async def count_open(self, story_ids: Collection[UUID]) -> dict[UUID, int]:
        is_open = {FollowUpState.EXPECTED, FollowUpState.POSTPONED}
        follow_ups = self._kept.follow_ups.values()
        return dict(
            Counter(
                f.story_id for f in follow_ups if f.story_id in story_ids and f.state in is_open
            )
        )

    async def remove(self, follow_up_id: UUID) -> bool:
        if any(d.follow_up_id == follow_up_id for d in self._kept.deliveries.values()):
            return False
        for reminder in list(self._kept.reminders.values()):
            if reminder.follow_up_id == follow_up_id:
                del self._kept.reminders[reminder.id]
        del self._kept.follow_ups[follow_up_id]
        return True

    def _named(self, follow_up: FollowUp) -> FollowUp:
        return replace(follow_up, slugline=self._kept.stories[follow_up.story_id].slugline)


class FakeTimeline:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    async def add(self, entry: TimelineEntry) -> None:
        self._kept.entries[entry.id] = entry

    async def save(self, entry: TimelineEntry) -> None:
        self._kept.entries[entry.id] = entry

    async def remove(self, entry_id: UUID) -> None:
        self._kept.entries.pop(entry_id, None)

    async def get(self, entry_id: UUID) -> TimelineEntry | None:
        return self._kept.entries.get(entry_id)

    async def of_follow_up(self, follow_up_id: UUID) -> Sequence[TimelineEntry]:
        return [e for e in self._kept.entries.values() if e.follow_up_id == follow_up_id]

    async def of_story(self, story_id: UUID, limit: int) -> Sequence[TimelineEntry]:
        found = [e for e in self._kept.entries.values() if e.story_id == story_id]
        return sorted(found, key=_time_of_entry)[-limit:]


class FakeReminders:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    async def replan(
        self, follow_up_id: UUID, reminders: Sequence[Reminder], why: LeftOut = LeftOut.CHANGED
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
            elif stands.state in {ReminderState.PLANNED, ReminderState.WITHDRAWN}:
                table[stands.id] = replace(new, id=stands.id)
        self._kept.wakes |= any(r.state is ReminderState.PLANNED for r in reminders)

    async def due(self, now: datetime, limit: int) -> Sequence[Reminder]:
        return [reminder for reminder in self._planned() if reminder.due_at <= now][:limit]

    async def next_due(self) -> datetime | None:
        return min((reminder.due_at for reminder in self._planned()), default=None)

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
        return _put_if_free(
            self._kept.subscriptions, subscription, lambda s: (s.channel_id, s.target)
        )

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
            _put_if_free(self._kept.deliveries, delivery, _key_of_delivery)
        self._kept.wakes |= bool(deliveries)

    async def claim(self, now: datetime, lease: timedelta, limit: int) -> Sequence[Delivery]:
        free = [
            d
            for d in self._kept.deliveries.values()
            if d.due_at is not None
            and d.due_at <= now
            and (d.lease_until is None or not now < d.lease_until <= now + 2 * lease)
        ]
        claimed = [_claimed(d, now, lease) for d in sorted(free, key=_turn_of_delivery)[:limit]]
        self._kept.deliveries |= {d.id: d for d in claimed}
        return claimed

    async def record(self, deliveries: Sequence[Delivery]) -> None:
        for delivery in deliveries:
            kept = self._kept.deliveries.get(delivery.id)
            if kept is not None and kept.attempts <= delivery.attempts:
                self._kept.deliveries[delivery.id] = self._true_or_due(delivery)
                self._kept.wakes |= delivery.due_at is not None

    async def put_back(self, deliveries: Sequence[Delivery]) -> None:
        for delivery in deliveries:
            kept = self._kept.deliveries.get(delivery.id)
            counted = 1 if delivery.state is DeliveryState.PENDING else 0
            if kept is not None and kept.attempts == delivery.attempts + counted:
                self._kept.deliveries[delivery.id] = delivery

    async def join(self, deliveries: Sequence[Delivery]) -> None:
        for each in deliveries:
            kept = self._kept.deliveries[each.id]
            self._kept.deliveries[each.id] = replace(kept, joined_id=each.joined_id)

    async def joined(self, joined_ids: Collection[UUID]) -> Sequence[Delivery]:
        return [d for d in self._kept.deliveries.values() if d.joined_id in joined_ids]

    async def refresh(self, follow_up_id: UUID, now: datetime) -> None:
        posted = [
            d
            for d in self._kept.deliveries.values()
            if d.follow_up_id == follow_up_id and d.state is DeliveryState.SENT and d.message
        ]
        self._kept.deliveries |= {d.id: replace(d, due_at=now) for d in posted}
        self._kept.wakes |= bool(posted)

    async def next_due(self) -> datetime | None:
        waiting = [
            max(d.due_at, d.lease_until or d.due_at)
            for d in self._kept.deliveries.values()
            if d.due_at is not None
        ]
        return min(waiting, default=None)

    async def of_follow_up(self, follow_up_id: UUID, channel_id: UUID) -> Sequence[Delivery]:
        key = (follow_up_id, channel_id)
        deliveries = self._kept.deliveries.values()
        found = [d for d in deliveries if (d.follow_up_id, d.channel_id) == key]
        return sorted(found, key=lambda delivery: delivery.planned_at)

    async def overview(self, now: datetime) -> Sequence[ChannelQueue]:
        lines: dict[tuple[UUID, str], Counter[str]] = {}
        for each in self._kept.deliveries.values():
            if each.due_at is not None or each.state is DeliveryState.UNDELIVERABLE:
                key = (each.channel_id, each.reason)
                lines.setdefault(key, Counter())[_standing(each, now)] += 1
        found = []
        for (channel_id, reason), count in lines.items():
            channel = self._kept.channels[channel_id]
            numbers = (count["waiting"], count["late"], count["given_up"])
            found.append(ChannelQueue(channel.name, channel.platform, reason, *numbers))
        return sorted(found, key=lambda q: (-(q.waiting + q.late + q.given_up), q.channel))

    async def retry_given_up(self, now: datetime) -> int:
        again = [
            replace(d, state=DeliveryState.PENDING, due_at=now, attempts=1, reason="")
            for d in self._given_up()
        ]
        self._kept.deliveries |= {d.id: d for d in again}
        self._kept.wakes |= bool(again)
        return len(again)

    async def drop_given_up(self) -> int:
        dropped = [replace(d, state=DeliveryState.SKIPPED) for d in self._given_up()]
        self._kept.deliveries |= {d.id: d for d in dropped}
        return len(dropped)

    def _given_up(self) -> list[Delivery]:
        deliveries = self._kept.deliveries.values()
        return [d for d in deliveries if d.state is DeliveryState.UNDELIVERABLE]

    async def undeliverable(self, story_id: UUID, limit: int) -> Sequence[Delivery]:
        found = [
            d
            for d in self._kept.deliveries.values()
            if d.state is DeliveryState.UNDELIVERABLE
            and self._kept.follow_ups[d.follow_up_id].story_id == story_id
        ]
        return sorted(found, key=lambda delivery: delivery.planned_at, reverse=True)[:limit]

    def _true_or_due(self, delivery: Delivery) -> Delivery:
        outdated = (
            delivery.state is DeliveryState.SENT
            and delivery.due_at is None
            and not delivery.reason
            and delivery.shown_version < self._kept.follow_ups[delivery.follow_up_id].version
        )
        self._kept.wakes |= outdated
        return replace(delivery, due_at=delivery.planned_at) if outdated else delivery


class FakeDigests:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    async def schedule(self, digest: ScheduledDigest) -> None:
        self._kept.digests[digest.channel_id] = digest
        self._kept.wakes = True

    async def unschedule(self, channel_id: UUID) -> None:
        self._kept.digests.pop(channel_id, None)

    async def of_channel(self, channel_id: UUID) -> ScheduledDigest | None:
        return self._kept.digests.get(channel_id)

    async def claim(self, now: datetime, lease: timedelta, limit: int) -> Sequence[ScheduledDigest]:
        free = [d for d in self._kept.digests.values() if self._free_at(d) <= now]
        claimed = [
            replace(
                digest,
                lease_until=now + lease,
                attempts=digest.attempts + 1,
                tried_at=digest.tried_at or now,
            )
            for digest in sorted(free, key=lambda digest: digest.due_at)[:limit]
        ]
        self._kept.digests |= {digest.channel_id: digest for digest in claimed}
        return claimed

    async def record(self, claimed: ScheduledDigest, outcome: ScheduledDigest) -> None:
        kept = self._kept.digests.get(claimed.channel_id)
        if kept and (kept.planned_at, kept.attempts) == (claimed.planned_at, claimed.attempts):
            self._kept.digests[claimed.channel_id] = outcome

    async def next_due(self) -> datetime | None:
        return min(map(self._free_at, self._kept.digests.values()), default=None)

    @staticmethod
    def _free_at(digest: ScheduledDigest) -> datetime:
        return max(digest.due_at, digest.lease_until or digest.due_at)


class FakeLinks:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    async def save(self, code: LinkCode) -> None:
        _put(self._kept.codes, code, lambda c: c.name)

    async def code(self, name: str) -> LinkCode | None:
        return _first(code for code in self._kept.codes.values() if code.name == name)

    async def workspaces(self, newsroom_id: UUID) -> Sequence[Workspace]:
        found = [w for w in self._kept.workspaces.values() if w.newsroom_id == newsroom_id]
        return sorted(found, key=lambda workspace: (workspace.name, workspace.key))

    async def move(self, workspace: Workspace, to: Newsroom) -> None:
        kept = self._kept
        kept.workspaces[workspace.id] = replace(workspace, newsroom_id=to.id)
        for channel in list(kept.channels.values()):
            if channel.workspace_id == workspace.id:
                kept.channels[channel.id] = replace(channel, newsroom_id=to.id)
                self._cut(channel.id, to)
        for person in list(kept.people.values()):
            if person.workspace_id == workspace.id:
                moved = replace(person, newsroom_id=to.id, role=to.newcomers)
                kept.people[person.id] = moved

    def _cut(self, channel_id: UUID, to: Newsroom) -> None:
        kept = self._kept
        if digest := kept.digests.get(channel_id):
            kept.digests[channel_id] = replace(digest, newsroom_id=to.id)
        follows = [s.id for s in kept.subscriptions.values() if s.channel_id == channel_id]
        for subscription_id in follows:
            del kept.subscriptions[subscription_id]
        for delivery in list(kept.deliveries.values()):
            if delivery.channel_id == channel_id:
                kept.deliveries[delivery.id] = _let_go(delivery)


class FakeReadings:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    async def add(self, reading: FiledReading) -> None:
        _put(self._kept.readings, reading, lambda r: (r.newsroom_id, r.code))

    async def save(self, reading: FiledReading) -> None:
        self._kept.readings[reading.id] = reading

    async def get(self, newsroom_id: UUID, code: str) -> FiledReading | None:
        readings = self._kept.readings.values()
        return _first(r for r in readings if (r.newsroom_id, r.code) == (newsroom_id, code))

    async def refile(self, story_id: UUID, into_id: UUID) -> None:
        for reading in list(self._kept.readings.values()):
            if reading.story_id == story_id:
                self._kept.readings[reading.id] = reading.for_story(into_id)

    async def latest(self, channel_id: UUID) -> FiledReading | None:
        return self._newest(lambda reading: reading.channel_id == channel_id)

    async def same_article(
        self, newsroom_id: UUID, fingerprint: str, source: str
    ) -> FiledReading | None:
        def is_same(reading: FiledReading) -> bool:
            same = reading.fingerprint == fingerprint or (source and reading.source == source)
            return reading.newsroom_id == newsroom_id and bool(same)

        return self._newest(is_same)

    def _newest(self, matches: Callable[[FiledReading], bool]) -> FiledReading | None:
        found = filter(matches, self._kept.readings.values())
        return max(found, key=lambda reading: reading.read_at, default=None)


class FakeHistory:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    async def add(self, change: Change) -> None:
        self._kept.changes[len(self._kept.changes)] = change

    async def of_story(self, story_id: UUID, limit: int) -> Sequence[Change]:
        return [c for c in self._kept.changes.values() if c.story_id == story_id][-limit:]

    async def of_thing(self, thing_id: UUID, limit: int) -> Sequence[Change]:
        return [c for c in self._kept.changes.values() if c.thing.id == thing_id][-limit:]

    async def last_act(self, newsroom_id: UUID, person_id: UUID) -> Sequence[Change]:
        whose = (newsroom_id, person_id)
        theirs = [c for c in self._standing() if (c.act.newsroom_id, c.act.person_id) == whose]
        return [c for c in theirs if c.act.id == theirs[-1].act.id]

    async def later(self, act_id: UUID, thing_ids: Collection[UUID]) -> Sequence[Change]:
        changes = self._kept.changes.items()
        newest = max(number for number, change in changes if change.act.id == act_id)
        after = {change.act.id for number, change in changes if number > newest}
        return [c for c in self._standing() if c.act.id in after and c.thing.id in thing_ids]

    async def last_at(self, story_ids: Collection[UUID]) -> dict[UUID, datetime]:
        changes = self._kept.changes.values()
        return {c.story_id: c.act.at for c in changes if c.story_id in story_ids and c.story_id}

    def _standing(self) -> list[Change]:
        undone = {change.act.undoes for change in self._kept.changes.values()}
        return [
            change
            for change in self._kept.changes.values()
            if change.act.undoes is None and change.act.id not in undone
        ]


class FakePassages:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    async def find(self, newsroom_id: UUID, words: Sequence[str], limit: int) -> Sequence[Passage]:
        tables = (self._kept.stories, self._kept.follow_ups, self._kept.entries)
        things = [thing for table in tables for thing in table.values()]
        lines = [each for thing in things for each in passages_of(thing)]
        held = {word: [p for p in lines if _holds(p.line, word)] for word in words}
        common = set.intersection(*({p.story_id for p in each} for each in held.values()))
        matching = [p for p in lines if any(p in each for each in held.values())]
        found = [
            p for p in matching if (p.newsroom_id, p.story_id in common) == (newsroom_id, True)
        ]
        return found[::-1][:limit]


def _holds(line: str, word: str) -> bool:
    return any(each.startswith(stem_of(word)) for each in words_of(line))


def _let_go(delivery: Delivery) -> Delivery:
    if delivery.state is DeliveryState.PENDING:
        return delivery.skipped(UNLINKED)
    if delivery.state is DeliveryState.SENT:
        return replace(delivery, due_at=None, lease_until=None, message=None, reason=UNLINKED)
    return delivery


def _first(values: Iterable[Value]) -> Value | None:
    return next(iter(values), None)


def _put(table: dict[UUID, Any], value: Any, key: Callable[[Any], object]) -> None:  # noqa: ANN401
    if any(key(kept) == key(value) for kept in table.values() if kept.id != value.id):
        raise Collision
    table[value.id] = value


def _put_if_free(table: dict[UUID, Any], value: Any, key: Callable[[Any], object]) -> bool:  # noqa: ANN401
    if value.id in table or any(key(kept) == key(value) for kept in table.values()):
        return False
    table[value.id] = value
    return True


def _standing(delivery: Delivery, now: datetime) -> str:
    if delivery.state is DeliveryState.UNDELIVERABLE:
        return "given_up"
    is_pending = delivery.state is DeliveryState.PENDING
    late = (
        is_pending and delivery.due_at is not None and delivery.due_at < now - timedelta(minutes=1)
    )
    return "late" if late else "waiting" if is_pending else "edits"


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


def _time_of_entry(entry: TimelineEntry) -> tuple[datetime, datetime, str]:
    at = entry.window.start or entry.window.end
    assert at is not None
    return (at, entry.added_at, entry.id.hex)
