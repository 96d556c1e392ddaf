"""What is to be said, to whom, and what has been."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Protocol, TypeVar
from uuid import UUID

from bot.domain.channel_queue import Backlog, ChannelQueue
from bot.domain.delivery import Delivery, MessageRef, Shown
from bot.domain.lift import Lift
from bot.domain.posted_digest import PostedDigest
from bot.domain.reminder import LeftOut, Reminder
from bot.domain.scheduled_digest import ScheduledDigest
from bot.domain.series import Series
from bot.domain.subscription import Subscription, Target
from bot.domain.trouble import Trouble

Held_co = TypeVar("Held_co", covariant=True)


class Reminders(Protocol):
    """What is planned to be said."""

    async def replan(
        self, plans: Mapping[UUID, Sequence[Reminder]], why: LeftOut = LeftOut.CHANGED
    ) -> None:
        """Put these, by follow-up, in place of what was planned for each and not yet queued.

        What was planned and is not among these is withdrawn, and stands with the reason. One
        with the kind and time of a reminder that was queued or skipped is left out; one that
        was withdrawn is taken up again, unless it had passed when it was first planned: that
        was no news then, and is none now.
        """
        ...

    async def due(
        self, now: datetime, limit: int, but: Collection[UUID] = ()
    ) -> Sequence[Reminder]:
        """Return planned reminders that are due, earliest first; locked until the end.

        What another worker has locked is passed over.

        Args:
            now: Aware, in UTC.
            limit: How many at most.
            but: Ids of reminders to leave alone.
        """
        ...

    async def next_due(self, but: Collection[UUID] = ()) -> datetime | None:
        """Return when the earliest planned reminder is due, in UTC, but for some left alone."""
        ...

    async def mark(self, reminders: Sequence[Reminder]) -> None:
        """Keep what has become of them: their state, and why they were left out."""
        ...

    async def of_follow_up(self, follow_up_id: UUID) -> Sequence[Reminder]:
        """Return a follow-up's reminders in every state, in order of time."""
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


class Subscriptions(Protocol):
    """Which channels follow what."""

    async def add(self, subscription: Subscription) -> bool:
        """Keep a subscription; return False if the channel has it already."""
        ...

    async def save(self, subscription: Subscription) -> None:
        """Keep a changed subscription."""
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
        """Return what is due and held by nobody, earliest first; locked until the end.

        Each is returned as it stands once it is taken, which ``take`` writes down: held until
        ``now + lease``. Pending ones are to be sent, sent ones to be edited. A pending one's
        attempts are counted up, and its first attempt noted, before it is sent: so that whoever
        finds it after a crash knows that it may stand. What another worker has locked is passed
        over.

        What is to be said of one follow-up in one channel keeps its order: what comes later is
        taken together with what comes first, or when that is settled, and never before it.
        """
        ...

    async def take(self, claimed: Sequence[Delivery], shared: Mapping[UUID, UUID]) -> None:
        """Keep that these are held, as claimed in this transaction.

        Args:
            claimed: Those that are to be sent or edited now.
            shared: By their ids, the name of the message that they are to share with others from
                now on.
        """
        ...

    async def record(
        self, deliveries: Sequence[Delivery], edited: Mapping[UUID, Shown] | None = None
    ) -> None:
        """Keep how these went, in all their fields.

        One that was claimed again since, by a worker who took this one for dead, is left alone.

        Args:
            deliveries: As they stand now.
            edited: What shared messages show that were edited, by the message's name. One in
                which another worker's words were wiped out is due to be edited once more.
        """
        ...

    async def waiting(self, follow_up_ids: Collection[UUID]) -> Sequence[Delivery]:
        """Return what waits to be posted of these follow-ups, held by nobody; in no order."""
        ...

    async def amend(self, deliveries: Sequence[Delivery]) -> None:
        """Keep when these are due and promised, or that they are skipped, each with its reason.

        One that was claimed meanwhile is left alone.
        """
        ...

    async def put_back(self, deliveries: Sequence[Delivery]) -> None:
        """Let go of these, which were claimed and not tried, under the same condition."""
        ...

    async def joined(self, joined_ids: Collection[UUID]) -> Sequence[Delivery]:
        """Return all deliveries that share these messages, in no order."""
        ...

    async def first_messages(
        self, deliveries: Sequence[Delivery]
    ) -> Mapping[tuple[UUID, UUID], MessageRef]:
        """Return the first message that stands of each one's follow-up in its channel.

        By the ids of follow-up and channel; left out where none stands yet.
        """
        ...

    async def refresh(self, follow_up_ids: Collection[UUID], now: datetime) -> None:
        """Mark the posted messages of follow-ups as due to be edited."""
        ...

    async def next_due(self) -> datetime | None:
        """Return the earliest moment at which something can be claimed, in UTC."""
        ...

    async def of_follow_up(self, follow_up_id: UUID, channel_id: UUID) -> Sequence[Delivery]:
        """Return a follow-up's deliveries to one channel, in order of planned time."""
        ...


class Queues(Protocol):
    """What waits, is late or was given up, for whoever looks after it."""

    async def backlog(self, now: datetime) -> Backlog:
        """Return how much waits for all channels of all newsrooms."""
        ...

    async def overview(
        self, now: datetime, newsroom_id: UUID | None = None
    ) -> Sequence[ChannelQueue]:
        """Return a line for each channel and reason, the fullest first.

        Args:
            now: Aware; what tells late from early.
            newsroom_id: Whose; None for all.
        """
        ...

    async def undeliverable(self, story_id: UUID, limit: int) -> Sequence[Delivery]:
        """Return a story's deliveries that were given up, the latest first."""
        ...

    async def retry(
        self,
        now: datetime,
        channel_ids: Collection[UUID] | None = None,
        limit: int | None = None,
        but: Collection[str] = (),
    ) -> int:
        """Make what was given up due again, and return how many.

        Of several notices of one follow-up that a channel missed, the latest alone is still
        meant; the others are skipped as outdated.

        Args:
            now: Aware; when it is due.
            channel_ids: Where; None for everywhere.
            limit: How many at most, the earliest planned first; None for all.
            but: Reasons; what was given up for one of them stays so.
        """
        ...

    async def drop(self, channel_ids: Collection[UUID] | None = None) -> int:
        """Give up for good what was given up, so that nobody is told of it; return how many."""
        ...


class Due(Protocol[Held_co]):
    """What falls due, and is held by whoever works it off until it is done or a lease runs out.

    A lease much longer than those asked for is of before the clock was set back, and is shortened.
    """

    async def claim(self, now: datetime, lease: timedelta, limit: int) -> Sequence[Held_co]:
        """Take what is due and held by nobody, until ``now + lease``, counting the attempt.

        What another worker has locked is passed over.
        """
        ...

    async def next_due(self, now: datetime, lease: timedelta) -> datetime | None:
        """Return when something can be claimed, or its lease shortened: the earliest, in UTC."""
        ...


class Digests(Due[ScheduledDigest], Protocol):
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

    async def record(self, claimed: ScheduledDigest, outcome: ScheduledDigest) -> None:
        """Keep what has become of a claimed one, unless the channel waits for another by now."""
        ...


class PostedDigests(Due[PostedDigest], Protocol):
    """The digest that stands in each channel, which is edited for as long as its day lasts."""

    async def keep(self, digest: PostedDigest) -> None:
        """Put this in place of the digest that stood in the channel before."""
        ...

    async def refresh(self, newsroom_id: UUID, now: datetime, due_at: datetime) -> None:
        """Let a newsroom's digests of this day be edited at a moment, or before it."""
        ...

    async def record(self, claimed: PostedDigest, outcome: PostedDigest) -> None:
        """Keep what has become of a claimed one, unless another stands there by now.

        What was changed while it was edited leaves it due.
        """
        ...


class Lifts(Due[Lift], Protocol):
    """The lifts of embargoes on entries of timelines, until they are told."""

    async def plan(self, lift: Lift) -> None:
        """Put a lift in place of whatever was to be told of its entry."""
        ...

    async def forget(self, entry_id: UUID) -> None:
        """Tell nothing of an entry."""
        ...

    async def add(self, lifts: Sequence[Lift]) -> None:
        """Keep new lifts; one that is there already is left as it is."""
        ...

    async def put_off(self, lift: Lift) -> None:
        """Keep when a claimed one is due again, unless it was claimed again since."""
        ...

    async def remove(self, lift: Lift) -> None:
        """Forget one that was told."""
        ...


class Troubles(Due[Trouble], Protocol):
    """The channels that take no messages, one spell each."""

    async def get(self, channel_id: UUID) -> Trouble | None:
        """Return the spell of a channel; in a transaction, locked until its end."""
        ...

    async def of_newsroom(self, newsroom_id: UUID) -> Sequence[Trouble]:
        """Return a newsroom's spells, those that are over left out, the longest first."""
        ...

    async def standing(self) -> Sequence[Trouble]:
        """Return all spells that are not over, of whatever newsroom, in no order."""
        ...

    async def save(self, trouble: Trouble) -> None:
        """Keep a spell, new or changed; one that another began meanwhile is left as it is."""
        ...

    async def remove(self, channel_id: UUID) -> None:
        """Forget the spell of a channel."""
        ...
