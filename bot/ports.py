"""What the core asks of the world: small Protocols in its own words."""

from collections.abc import Collection, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from bot.domain.article import Article
from bot.domain.channel_queue import ChannelQueue
from bot.domain.delivery import Delivery, Destination, MessageRef
from bot.domain.duty import Duty
from bot.domain.follow_up import FollowUp
from bot.domain.history import Change
from bot.domain.link import LinkCode
from bot.domain.message import Message
from bot.domain.newsroom import Address, Channel, Newsroom, Person, Platform, Workspace
from bot.domain.passage import Passage
from bot.domain.proposal import FiledReading
from bot.domain.reminder import LeftOut, Reminder
from bot.domain.scheduled_digest import ScheduledDigest
from bot.domain.series import Series
from bot.domain.story import Story, StoryStatus
from bot.domain.subscription import Subscription, Target
from bot.domain.timeline import TimelineEntry


class Clock(Protocol):
    """The one source of the time."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        ...


class Messenger(Protocol):
    """Posts on one platform.

    All three raise ``bot.errors.DeliveryFailed``, and nothing else, when the platform did not
    do what was asked; it says whether trying again may help, and when.
    """

    async def send(self, to: Destination, message: Message, nonce: str) -> MessageRef:
        """Post a message and return what it takes to find it again.

        Args:
            to: Where it shall stand.
            message: What it says.
            nonce: At most 25 characters that name this delivery; the platform is asked, where
                it can, to refuse a second message with the same nonce, and to keep it.
        """
        ...

    async def edit(self, ref: MessageRef, message: Message) -> None:
        """Let a posted message say this instead."""
        ...

    async def find(self, to: Destination, nonce: str, since: datetime) -> MessageRef | None:
        """Return the message that a delivery has posted already, or None.

        Asked after a crash or a lost answer, before sending again. A platform that can't tell
        answers None.

        Args:
            to: Where it would stand.
            nonce: As given to ``send``.
            since: Aware time of the first attempt; nothing older is looked at.
        """
        ...


class ArticleSource(Protocol):
    """Gets articles out of pages.

    Both raise a ``bot.errors.BotError`` that says in a sentence why there is none to be had.
    """

    async def fetch(self, link: str) -> Article:
        """Return the article behind a link, asking the public web alone and with little patience.

        Args:
            link: As somebody typed it.
        """
        ...

    async def extract(self, page: str) -> Article:
        """Return the article of a page's HTML."""
        ...


class Newsrooms(Protocol):
    """Newsrooms with their workspaces, channels and people."""

    async def newsroom(self, newsroom_id: UUID) -> Newsroom:
        """Return a newsroom that is known to exist."""
        ...

    async def workspace(self, platform: Platform, key: str) -> Workspace | None:
        """Return a workspace by its platform's id."""
        ...

    async def workspace_of(self, channel: Channel) -> Workspace:
        """Return the workspace in which a channel is."""
        ...

    async def channel(self, workspace_id: UUID, key: str) -> Channel | None:
        """Return a channel by its platform's id."""
        ...

    async def channels(self, newsroom_id: UUID, ids: Collection[UUID]) -> Sequence[Channel]:
        """Return those of a newsroom's channels that have these ids, in order of name."""
        ...

    async def addresses(self, channel_ids: Collection[UUID]) -> Sequence[Address]:
        """Return these channels with what they stand in, of whatever newsroom: for sending."""
        ...

    async def person(self, workspace_id: UUID, key: str) -> Person | None:
        """Return a person by their platform's id."""
        ...

    async def people(self, newsroom_id: UUID) -> Sequence[Person]:
        """Return a newsroom's people in all its workspaces, in order of name."""
        ...

    async def duties(self, newsroom_id: UUID) -> Sequence[Duty]:
        """Return who is on duty at a newsroom's desks, in order of desk."""
        ...

    async def save(self, what: Newsroom | Workspace | Channel | Person | Duty) -> None:
        """Keep it, new or changed.

        Two first meetings with the same workspace, channel or person may collide; the store
        then raises ``bot.errors.Collision`` and keeps the one that came first.
        """
        ...


class Stories(Protocol):
    """A newsroom's stories."""

    async def add(self, story: Story) -> None:
        """Keep a new story.

        Raises:
            Collision: If the newsroom has a story of that slugline.
        """
        ...

    async def save(self, story: Story) -> None:
        """Keep a changed story."""
        ...

    async def remove(self, story_id: UUID) -> bool:
        """Forget a story; return False, and keep it, where there is something in it."""
        ...

    async def remember(self, story: Story) -> None:
        """Let the slugline of a story lead to it still when it has another."""
        ...

    async def get(self, newsroom_id: UUID, slugline: str) -> Story | None:
        """Return a story by its slugline, or by one it had that is no other's now.

        In a transaction it is locked until its end.
        """
        ...

    async def by_ids(self, newsroom_id: UUID, ids: Collection[UUID]) -> Sequence[Story]:
        """Return those of a newsroom's stories that have these ids, in order of slugline."""
        ...

    async def across(self, ids: Collection[UUID]) -> Sequence[Story]:
        """Return the stories with these ids, of whatever newsroom: for sending."""
        ...

    async def of(
        self, newsroom_id: UUID, statuses: Collection[StoryStatus], limit: int
    ) -> Sequence[Story]:
        """Return stories, the most urgent first, then in order of slugline."""
        ...

    async def sluglines(self, newsroom_id: UUID, typed: str, limit: int) -> Sequence[str]:
        """Return sluglines that contain what is typed, those that begin with it first."""
        ...


class FollowUps(Protocol):
    """The follow-ups of stories."""

    async def add(self, follow_up: FollowUp) -> None:
        """Keep a new follow-up."""
        ...

    async def save(self, follow_up: FollowUp) -> None:
        """Keep a changed follow-up, whose version is one above the kept one's.

        Raises:
            Collision: If somebody changed it in the meantime.
        """
        ...

    async def get(self, story_id: UUID, number: int) -> FollowUp | None:
        """Return a follow-up by its number; in a transaction, locked until its end."""
        ...

    async def by_ids(self, ids: Collection[UUID]) -> Sequence[FollowUp]:
        """Return the follow-ups with these ids, in no order."""
        ...

    async def of_story(self, story_id: UUID) -> Sequence[FollowUp]:
        """Return all of a story's follow-ups, by number."""
        ...

    async def open_of(self, story_ids: Collection[UUID]) -> Sequence[FollowUp]:
        """Return these stories' follow-ups that are expected or postponed, in no order."""
        ...

    async def count_open(self, story_ids: Collection[UUID]) -> dict[UUID, int]:
        """Return how many follow-ups of each story are expected or postponed; 0s left out."""
        ...

    async def remove(self, follow_up_id: UUID) -> bool:
        """Forget a follow-up and its plan; return False, and keep it, where it was told of."""
        ...


class Timeline(Protocol):
    """The dated facts of stories."""

    async def add(self, entry: TimelineEntry) -> None:
        """Keep a new entry."""
        ...

    async def save(self, entry: TimelineEntry) -> None:
        """Keep a changed entry."""
        ...

    async def remove(self, entry_id: UUID) -> None:
        """Forget an entry."""
        ...

    async def get(self, entry_id: UUID) -> TimelineEntry | None:
        """Return an entry by its id."""
        ...

    async def of_follow_up(self, follow_up_id: UUID) -> Sequence[TimelineEntry]:
        """Return the entries that tell what became of a follow-up."""
        ...

    async def of_story(self, story_id: UUID, limit: int) -> Sequence[TimelineEntry]:
        """Return a story's latest entries, in order of time, at most ``limit``."""
        ...


class Reminders(Protocol):
    """What is planned to be said."""

    async def replan(
        self, follow_up_id: UUID, reminders: Sequence[Reminder], why: LeftOut = LeftOut.CHANGED
    ) -> None:
        """Put these in place of what was planned for a follow-up and not yet queued.

        What was planned and is not among these is withdrawn, and stands with the reason. One
        with the kind and time of a reminder that was queued or skipped is left out; one that
        was withdrawn is taken up again.
        """
        ...

    async def due(self, now: datetime, limit: int) -> Sequence[Reminder]:
        """Return planned reminders that are due, earliest first; locked until the end.

        What another worker has locked is passed over.
        """
        ...

    async def next_due(self) -> datetime | None:
        """Return when the earliest planned reminder is due, in UTC."""
        ...

    async def mark(self, reminders: Sequence[Reminder]) -> None:
        """Keep what has become of them: their state, and why they were left out."""
        ...

    async def of_follow_up(self, follow_up_id: UUID) -> Sequence[Reminder]:
        """Return a follow-up's reminders in every state, in order of time."""
        ...


class Subscriptions(Protocol):
    """Which channels follow what."""

    async def add(self, subscription: Subscription) -> bool:
        """Keep a subscription; return False if the channel has it already."""
        ...

    async def remove(self, channel_id: UUID, target: Target) -> bool:
        """Forget a subscription; return False if the channel has none such."""
        ...

    async def of_target(self, newsroom_id: UUID, target: Target) -> Sequence[Subscription]:
        """Return who of a newsroom follows just this, in no order."""
        ...

    async def of_channel(self, channel_id: UUID) -> Sequence[Subscription]:
        """Return what a channel follows, in order of target."""
        ...

    async def following(
        self, newsroom_ids: Collection[UUID], targets: Collection[Target]
    ) -> Sequence[Subscription]:
        """Return these newsrooms' subscriptions to any of these, in no order."""
        ...

    async def channels_covering(self, newsroom_id: UUID, targets: Collection[Target]) -> set[UUID]:
        """Return the ids of a newsroom's channels that follow any of these."""
        ...


class Deliveries(Protocol):
    """What is to be posted, and what was."""

    async def queue(self, deliveries: Sequence[Delivery]) -> None:
        """Keep new deliveries; those that stand already by their unique key are left as is."""
        ...

    async def claim(self, now: datetime, lease: timedelta, limit: int) -> Sequence[Delivery]:
        """Take what is due and held by nobody, earliest first, until ``now + lease``.

        Pending ones are to be sent, sent ones to be edited. A pending one's attempts are
        counted up, and its first attempt noted, by the claim itself: so that whoever finds it
        after a crash knows that it may stand. What another worker has locked is passed over.
        """
        ...

    async def record(self, deliveries: Sequence[Delivery]) -> None:
        """Keep how these went, in all their fields.

        One that was claimed again since, by a worker who took this one for dead, is left alone.
        """
        ...

    async def put_back(self, deliveries: Sequence[Delivery]) -> None:
        """Let go of these, which were claimed and not tried, under the same condition."""
        ...

    async def join(self, deliveries: Sequence[Delivery]) -> None:
        """Keep which message each of these claimed ones is to share."""
        ...

    async def joined(self, joined_ids: Collection[UUID]) -> Sequence[Delivery]:
        """Return all deliveries that share these messages, in no order."""
        ...

    async def refresh(self, follow_up_id: UUID, now: datetime) -> None:
        """Mark the posted messages of a follow-up as due to be edited."""
        ...

    async def next_due(self) -> datetime | None:
        """Return the earliest moment at which something can be claimed, in UTC."""
        ...

    async def of_follow_up(self, follow_up_id: UUID, channel_id: UUID) -> Sequence[Delivery]:
        """Return a follow-up's deliveries to one channel, in order of planned time."""
        ...

    async def overview(self, now: datetime) -> Sequence[ChannelQueue]:
        """Return how the queue stands, a line for each channel and reason, the fullest first."""
        ...

    async def retry_given_up(self, now: datetime) -> int:
        """Make all that was given up due again; return how many."""
        ...

    async def drop_given_up(self) -> int:
        """Give up for good what was given up, so that nobody is told of it; return how many."""
        ...

    async def undeliverable(self, story_id: UUID, limit: int) -> Sequence[Delivery]:
        """Return a story's deliveries that were given up, the latest first."""
        ...


class Readings(Protocol):
    """Articles that were read."""

    async def add(self, reading: FiledReading) -> None:
        """Keep a new reading with its proposals."""
        ...

    async def save(self, reading: FiledReading) -> None:
        """Keep a changed reading with its proposals."""
        ...

    async def get(self, newsroom_id: UUID, code: str) -> FiledReading | None:
        """Return a reading by its code; in a transaction, locked until its end."""
        ...

    async def refile(self, story_id: UUID, into_id: UUID) -> None:
        """Let the readings of a story be another's from now on."""
        ...

    async def latest(self, channel_id: UUID) -> FiledReading | None:
        """Return the one last read in a channel; in a transaction, locked until its end."""
        ...

    async def same_article(
        self, newsroom_id: UUID, fingerprint: str, source: str
    ) -> FiledReading | None:
        """Return the newest reading of the same text, or of the same non-empty source."""
        ...


class History(Protocol):
    """The record of all that was changed. What was written into it is never altered."""

    async def add(self, change: Change) -> None:
        """Keep what was changed."""
        ...

    async def of_story(self, story_id: UUID, limit: int) -> Sequence[Change]:
        """Return the latest changes of a story and of all that is in it, in order."""
        ...

    async def of_thing(self, thing_id: UUID, limit: int) -> Sequence[Change]:
        """Return the latest changes of one thing, in order."""
        ...

    async def last_act(self, newsroom_id: UUID, person_id: UUID) -> Sequence[Change]:
        """Return, in order, what a person's latest act that still stands has changed.

        An act that was taken back no longer stands; taking back is none that can be.
        """
        ...

    async def later(self, act_id: UUID, thing_ids: Collection[UUID]) -> Sequence[Change]:
        """Return, in order, what acts after this one have changed of these things.

        Acts that no longer stand are left out.
        """
        ...

    async def last_at(self, story_ids: Collection[UUID]) -> dict[UUID, datetime]:
        """Return when each of these stories, or something in it, last changed; in UTC."""
        ...


class Recurrences(Protocol):
    """What comes again and again."""

    async def save(self, series: Series) -> None:
        """Keep a series, new or changed."""
        ...

    async def get(self, series_id: UUID) -> Series | None:
        """Return a series; in a transaction, locked until its end."""
        ...

    async def due(self, now: datetime, limit: int) -> Sequence[Series]:
        """Return series whose next time is to be made, earliest first; locked until the end.

        What another worker has locked is passed over.
        """
        ...

    async def next_due(self) -> datetime | None:
        """Return when the next time of any series is to be made, in UTC."""
        ...


class Digests(Protocol):
    """The digest that each channel waits for."""

    async def schedule(self, digest: ScheduledDigest) -> None:
        """Put this in place of what the channel waited for."""
        ...

    async def unschedule(self, channel_id: UUID) -> None:
        """Let the channel wait for none."""
        ...

    async def of_channel(self, channel_id: UUID) -> ScheduledDigest | None:
        """Return what a channel waits for."""
        ...

    async def claim(self, now: datetime, lease: timedelta, limit: int) -> Sequence[ScheduledDigest]:
        """Take what is due and held by nobody, until ``now + lease``, counting the attempt.

        What another worker has locked is passed over.
        """
        ...

    async def record(self, claimed: ScheduledDigest, outcome: ScheduledDigest) -> None:
        """Keep what has become of a claimed one, unless the channel waits for another by now."""
        ...

    async def next_due(self) -> datetime | None:
        """Return the earliest moment at which something can be claimed, in UTC."""
        ...


class Passages(Protocol):
    """The lines of all that stories hold, kept with it: they are only looked up."""

    async def find(self, newsroom_id: UUID, words: Sequence[str], limit: int) -> Sequence[Passage]:
        """Return lines that hold any of the words, of stories that hold them all; newest first.

        Args:
            newsroom_id: Whose stories.
            words: As ``search_words`` gives them; each is found in its other forms too.
            limit: How many lines at most.
        """
        ...


class Links(Protocol):
    """Which newsroom a workspace belongs to."""

    async def save(self, code: LinkCode) -> None:
        """Keep a code, new or tried.

        Raises:
            Collision: If another has its name already.
        """
        ...

    async def code(self, name: str) -> LinkCode | None:
        """Return a code by its name; in a transaction, locked until its end."""
        ...

    async def workspaces(self, newsroom_id: UUID) -> Sequence[Workspace]:
        """Return a newsroom's workspaces, in order of name."""
        ...

    async def move(self, workspace: Workspace, to: Newsroom) -> None:
        """Put a workspace, its channels and its people into another newsroom.

        What its channels followed is forgotten, what waits for them is skipped, and what stands
        in them is edited no more. Its people may do what newcomers may.
        """
        ...


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
    links: Links
    readings: Readings
    history: History
    passages: Passages


class Store(Protocol):
    """Keeps everything."""

    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        """Open a transaction: committed on leaving, rolled back on an error."""
        ...

    def view(self) -> AbstractAsyncContextManager[Transaction]:
        """Open a view for reading alone; it never waits for a writer."""
        ...
