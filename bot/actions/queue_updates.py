"""Telling the channels that want to know what somebody has changed elsewhere."""

from collections.abc import Iterable, Sequence
from uuid import UUID, uuid4

from bot.actions.followers import wishes_for
from bot.actions.queue_reminders import BREAKS_THROUGH
from bot.actions.request import Request
from bot.domain.delivery import Delivery
from bot.domain.embargo import may_see
from bot.domain.follow_up import FollowUp, ReminderKind
from bot.domain.history import Act
from bot.domain.newsroom import Channel
from bot.domain.story import Story
from bot.domain.subscription import Notice, Wish
from bot.domain.update import DELAY, is_end, is_worth_telling
from bot.ports import Transaction

Change = tuple[FollowUp | None, FollowUp]
"""A follow-up as it was, None where it is new, and as it is."""


async def queue_updates(tx: Transaction, request: Request, changes: Sequence[Change]) -> None:
    """Queue an update of each follow-up for each channel that wants such.

    The channel in which it was changed is not told, nor whoever changed it. A channel for which
    an update waits already is told of all in that one.
    """
    told = [each for each in changes if is_worth_telling(*each)]
    if told:
        stories = await tx.stories.across({after.story_id for _, after in told})
        await _queue(tx, request, stories, told)


async def queue_story_update(
    tx: Transaction, request: Request, before: Story, after: Story
) -> None:
    """Queue an update of a story that was closed or taken up again, beside its last follow-up.

    Of a story in which nothing was ever expected there is nothing to tell.
    """
    follow_ups = await tx.follow_ups.of_story(after.id)
    if is_end(before, after) and follow_ups:
        await _queue(tx, request, [after], [(follow_ups[-1], follow_ups[-1])])


async def _queue(
    tx: Transaction, request: Request, stories: Iterable[Story], changes: Sequence[Change]
) -> None:
    by_id = {story.id: story for story in stories}
    wishes = await wishes_for(tx, by_id.values())
    wanting = {
        story_id: [id_ for id_, wish in theirs.items() if _wants(request.act, id_, wish)]
        for story_id, theirs in wishes.items()
    }
    if not any(wanting.values()):
        return
    waiting = await tx.deliveries.waiting([after.id for _, after in changes])
    told = {(d.follow_up_id, d.channel_id) for d in waiting if d.kind is ReminderKind.UPDATE}
    found = await tx.newsrooms.addresses({id_ for ids in wanting.values() for id_ in ids})
    channels = {each.channel.id: each.channel for each in found}
    await tx.deliveries.queue(
        [
            _delivery(request.act, by_id[after.story_id], before, after, channels[channel_id])
            for before, after in changes
            for channel_id in wanting[after.story_id]
            if (after.id, channel_id) not in told
            and _may_be_told(request, channels[channel_id], after)
        ]
    )


def _wants(act: Act, channel_id: UUID, wish: Wish) -> bool:
    return Notice.UPDATES in wish.notices and channel_id != act.channel_id


def _may_be_told(request: Request, channel: Channel, after: FollowUp) -> bool:
    return may_see(channel, after, request.act.at) and not _is_inbox_of(request, channel)


def _is_inbox_of(request: Request, channel: Channel) -> bool:
    """Whether a channel is the direct messages of whoever asks."""
    return request.inbox is not None and channel.direct and channel.key == request.inbox.channel_key


def _delivery(
    act: Act, story: Story, before: FollowUp | None, after: FollowUp, channel: Channel
) -> Delivery:
    planned_at = act.at + DELAY
    wakes = story.urgency <= BREAKS_THROUGH
    promised_at = planned_at if wakes else channel.awake_at(planned_at)
    return Delivery(
        uuid4(),
        after.newsroom_id,
        channel.id,
        after.id,
        ReminderKind.UPDATE,
        planned_at=planned_at,
        promised_at=promised_at,
        due_at=promised_at,
        shown_version=before.version if before else 0,
    )
