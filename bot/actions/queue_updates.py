"""Telling the channels that want to know what somebody has changed elsewhere."""

from uuid import uuid4

from bot.actions.followers import wishes_for
from bot.actions.queue_reminders import BREAKS_THROUGH
from bot.actions.request import Request
from bot.domain.delivery import Delivery
from bot.domain.embargo import may_see
from bot.domain.follow_up import FollowUp, ReminderKind
from bot.domain.history import Act
from bot.domain.newsroom import Channel
from bot.domain.story import Story
from bot.domain.subscription import Notice
from bot.domain.update import DELAY, is_end, is_worth_telling
from bot.ports import Transaction


async def queue_updates(
    tx: Transaction, request: Request, before: FollowUp | None, after: FollowUp
) -> None:
    """Queue an update of a follow-up for each channel that wants such.

    The channel in which it was changed is not told, nor whoever changed it. A channel for which
    an update waits already is told of all in that one.
    """
    if is_worth_telling(before, after):
        (story,) = await tx.stories.across([after.story_id])
        await _queue(tx, request, story, before, after)


async def queue_story_update(
    tx: Transaction, request: Request, before: Story, after: Story
) -> None:
    """Queue an update of a story that was closed or taken up again, beside its last follow-up.

    Of a story in which nothing was ever expected there is nothing to tell.
    """
    follow_ups = await tx.follow_ups.of_story(after.id)
    if is_end(before, after) and follow_ups:
        await _queue(tx, request, after, follow_ups[-1], follow_ups[-1])


async def _queue(
    tx: Transaction, request: Request, story: Story, before: FollowUp | None, after: FollowUp
) -> None:
    act = request.act
    wishes = (await wishes_for(tx, [story]))[story.id]
    wanting = {
        channel_id
        for channel_id, wish in wishes.items()
        if Notice.UPDATES in wish.notices and channel_id != act.channel_id
    }
    if not wanting:
        return
    waiting = await tx.deliveries.waiting([after.id])
    wanting -= {each.channel_id for each in waiting if each.kind is ReminderKind.UPDATE}
    found = [address.channel for address in await tx.newsrooms.addresses(wanting)]
    channels = [
        channel
        for channel in found
        if may_see(channel, after, act.at) and not _is_inbox_of(request, channel)
    ]
    await tx.deliveries.queue([_delivery(act, story, before, after, each) for each in channels])


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
