"""What a store holds of one newsroom, to hold answers and messages against."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.delivery import Delivery, DeliveryState
from bot.domain.follow_up import FollowUp, ReminderKind
from bot.domain.newsroom import Channel, Platform
from bot.domain.reminder import Reminder, ReminderState
from bot.domain.story import Story, StoryStatus
from bot.domain.subscription import Leads, Notice, Subscription, targets_covering
from bot.domain.timeline import TimelineEntry
from bot.ports import Transaction

MANY = 1000


@dataclass(frozen=True, slots=True)
class Life:
    """One follow-up with all that was planned, queued and sent of it."""

    story: Story
    follow_up: FollowUp
    reminders: tuple[Reminder, ...]
    deliveries: tuple[Delivery, ...]

    def delivered(self, reminder: Reminder, channel: Channel) -> list[Delivery]:
        """Return what became of a reminder in a channel."""
        moment = (reminder.kind, reminder.due_at, channel.id)
        return [d for d in self.deliveries if (d.kind, d.planned_at, d.channel_id) == moment]


@dataclass(frozen=True, slots=True)
class Ledger:
    """A newsroom's stories, with all that hangs on them, and the channels that may follow."""

    channels: tuple[Channel, ...]
    stories: tuple[Story, ...]
    lives: tuple[Life, ...]
    timeline: tuple[TimelineEntry, ...]
    subscriptions: tuple[Subscription, ...]

    def followers(self, story: Story) -> list[Channel]:
        """Return the channels that follow a story."""
        covering = targets_covering(story)
        ids = {each.channel_id for each in self.subscriptions if each.target in covering}
        return [channel for channel in self.channels if channel.id in ids]

    def wishes(self, story: Story, channel: Channel) -> list[Subscription]:
        """Return by what a channel follows a story."""
        covering = targets_covering(story)
        mine = [each for each in self.subscriptions if each.channel_id == channel.id]
        return [each for each in mine if each.target in covering]

    def hearers(self, life: Life, reminder: Reminder) -> list[Channel]:
        """Return the channels that want a reminder: all, but of heads-ups those it is meant for."""
        return [
            channel
            for channel in self.channels
            if any(
                Notice.REMINDERS in each.notices and _is_for(life, reminder, each.leads)
                for each in self.wishes(life.story, channel)
            )
        ]

    def in_state(self, state: ReminderState) -> set[object]:
        """Return by name what stands in a state: a plan made again gives new ids."""
        return {
            (life.follow_up.id, one.kind, one.due_at, one.leads, one.general)
            for life in self.lives
            for one in life.reminders
            if one.state is state
        }

    def sent(self) -> set[object]:
        """Return the ids of all that was sent."""
        deliveries = [each for life in self.lives for each in life.deliveries]
        return {each.id for each in deliveries if each.state is DeliveryState.SENT}

    def undoable(self) -> object:
        """Return all that taking back restores; what only ever counts up is left out."""
        return (
            [replace(story, last_number=0) for story in self.stories],
            [replace(life.follow_up, version=1) for life in self.lives],
            self.in_state(ReminderState.PLANNED),
            sorted(self.timeline, key=lambda entry: str(entry.id)),
            {
                (each.channel_id, each.target, each.notices, each.leads, each.mentions)
                for each in self.subscriptions
            },
        )


def _is_for(life: Life, reminder: Reminder, leads: Leads) -> bool:
    """Whether a reminder is for a subscription with these leads."""
    if reminder.kind is not ReminderKind.HEADS_UP or reminder.rule is None:
        return True
    mine = reminder.general if not leads else leads in reminder.leads
    return mine or (reminder.general and bool(life.follow_up.ladder))


async def read_ledger(tx: Transaction, workspace_key: str, channels: Sequence[str]) -> Ledger:
    """Return what is kept of the newsroom of a workspace whose channels have all spoken."""
    workspace = await tx.newsrooms.workspace(Platform.SLACK, workspace_key)
    assert workspace is not None
    found = [await tx.newsrooms.channel(workspace.id, key) for key in channels]
    met = tuple(channel for channel in found if channel is not None)
    stories = await tx.stories.of(workspace.newsroom_id, set(StoryStatus), MANY)
    followed = [await tx.subscriptions.of_channel(channel.id) for channel in met]
    told = [await tx.timeline.of_story(story.id, MANY) for story in stories]
    return Ledger(
        met,
        tuple(stories),
        tuple([life for story in stories for life in await _lives(tx, story, met)]),
        tuple(entry for entries in told for entry in entries),
        tuple(each for subscriptions in followed for each in subscriptions),
    )


async def _lives(tx: Transaction, story: Story, channels: Sequence[Channel]) -> list[Life]:
    lives = []
    for follow_up in await tx.follow_ups.of_story(story.id):
        reminders = tuple(await tx.reminders.of_follow_up(follow_up.id))
        queued = [await tx.deliveries.of_follow_up(follow_up.id, c.id) for c in channels]
        lives.append(Life(story, follow_up, reminders, tuple(d for each in queued for d in each)))
    return lives
