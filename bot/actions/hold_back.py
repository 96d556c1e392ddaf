"""Letting what waits to be posted wait for the lift of an embargo, or no longer."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.actions.queue_reminders import BREAKS_THROUGH
from bot.domain.delivery import EMBARGOED, Delivery
from bot.domain.embargo import shown_from
from bot.domain.follow_up import FollowUp
from bot.domain.newsroom import Channel
from bot.domain.story import Story
from bot.ports import Transaction


async def hold_back(tx: Transaction, follow_ups: Sequence[FollowUp], now: datetime) -> None:
    """Put what waits of these follow-ups off to when each channel may be shown it.

    What waited for an embargo that has been lifted is due at once, or when its channel wakes.

    Args:
        tx: Where it stands.
        follow_ups: As they are from now on.
        now: Aware, in UTC.
    """
    by_id = {each.id: each for each in follow_ups}
    waiting = await tx.deliveries.waiting(by_id)
    if not waiting:
        return
    stories = {s.id: s for s in await tx.stories.across({f.story_id for f in follow_ups})}
    addresses = await tx.newsrooms.addresses({each.channel_id for each in waiting})
    channels = {each.channel.id: each.channel for each in addresses}
    put_off = [
        _put_off(each, channels[each.channel_id], concerned, stories[concerned.story_id], now)
        for each, concerned in ((each, by_id[each.follow_up_id]) for each in waiting)
    ]
    await tx.deliveries.amend([each for each in put_off if each not in waiting])


def _put_off(
    delivery: Delivery, channel: Channel, follow_up: FollowUp, story: Story, now: datetime
) -> Delivery:
    shown = shown_from(channel, follow_up, now)
    if shown == now and delivery.reason != EMBARGOED:
        return delivery
    awake = shown if story.urgency <= BREAKS_THROUGH else channel.awake_at(shown)
    if shown > now:
        return delivery.held(awake)
    return replace(delivery, due_at=awake, promised_at=awake, reason="")
