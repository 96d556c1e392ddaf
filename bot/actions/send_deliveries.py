"""Sending what is due: claim, send, record; no transaction is open while a platform answers."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from bot.domain.delivery import Delivery, DeliveryState, Destination
from bot.domain.follow_up import FollowUp
from bot.domain.message import Message
from bot.domain.newsroom import Channel, Newsroom, Platform, Workspace
from bot.domain.reminder import ReminderPolicy, is_planned
from bot.domain.retry import is_hopeless, wait_after
from bot.domain.story import Story
from bot.errors import DeliveryFailed
from bot.ports import Clock, Messenger, Store, Transaction
from bot.wording import notices
from bot.wording.words import Words

LEASE = timedelta(minutes=2)
BATCH = 200
_NO_MESSENGER_WAIT = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Posting:
    """What sending works with.

    Attributes:
        messengers: One for each platform that is connected.
        policy: What tells whether a reminder is still meant when its turn comes.
    """

    store: Store
    messengers: Mapping[Platform, Messenger]
    clock: Clock
    policy: ReminderPolicy


@dataclass(frozen=True, slots=True)
class _Parcel:
    """A claimed delivery with all it takes to render it."""

    delivery: Delivery
    newsroom: Newsroom
    follow_up: FollowUp
    story: Story
    channel: Channel
    workspace: Workspace


async def send_deliveries(posting: Posting) -> int:
    """Send or edit what is due, one batch, and return how many were claimed.

    Messages to one channel keep their order; channels don't wait for each other.
    """
    async with posting.store.transaction() as tx:
        claimed = await tx.deliveries.claim(posting.clock.now(), LEASE, BATCH)
    if not claimed:
        return 0
    async with posting.store.view() as tx:
        parcels = await _parcels(tx, claimed)
    by_channel: dict[UUID, list[_Parcel]] = {}
    for parcel in parcels:
        by_channel.setdefault(parcel.channel.id, []).append(parcel)
    async with asyncio.TaskGroup() as group:
        for queue in by_channel.values():
            group.create_task(_send_in_order(posting, queue))
    return len(claimed)


async def _send_in_order(posting: Posting, parcels: Sequence[_Parcel]) -> None:
    """Send what goes to one channel, recording each as soon as it stands."""
    for parcel in parcels:
        outcome = await _attempt(posting, parcel)
        async with posting.store.transaction() as tx:
            await tx.deliveries.record([outcome])


async def _attempt(posting: Posting, parcel: _Parcel) -> Delivery:
    """Return the delivery as it stands after one attempt."""
    delivery, now = parcel.delivery, posting.clock.now()
    if delivery.state is DeliveryState.PENDING and not _is_still_meant(parcel, posting.policy):
        return delivery.skipped("outdated")
    messenger = posting.messengers.get(parcel.channel.platform)
    if messenger is None:
        return delivery.retried(now, _NO_MESSENGER_WAIT, "platform_not_connected")
    try:
        return await _post(messenger, parcel, now)
    except DeliveryFailed as failure:
        if failure.permanent or is_hopeless(delivery.attempts):
            return delivery.undeliverable(failure.reason)
        wait = wait_after(delivery.attempts, failure.retry_after)
        return delivery.retried(posting.clock.now(), wait, failure.reason)


async def _post(messenger: Messenger, parcel: _Parcel, now: datetime) -> Delivery:
    """Post the message, or edit the one that stands."""
    delivery, version = parcel.delivery, parcel.follow_up.version
    message = _render(parcel, now)
    if delivery.message is not None:
        await messenger.edit(delivery.message, message)
        return delivery.sent(delivery.message, version)
    to = Destination(parcel.channel.platform, parcel.workspace.key, parcel.channel.key)
    if delivery.may_stand and delivery.tried_at is not None:
        standing = await messenger.find(to, delivery.nonce, delivery.tried_at)
        if standing is not None:
            await messenger.edit(standing, message)
            return delivery.sent(standing, version)
    return delivery.sent(await messenger.send(to, message, delivery.nonce), version)


def _is_still_meant(parcel: _Parcel, policy: ReminderPolicy) -> bool:
    """Whether the reminder still belongs to the follow-up as it stands now."""
    newsroom, delivery = parcel.newsroom, parcel.delivery
    return is_planned(
        delivery.kind,
        delivery.planned_at,
        parcel.follow_up,
        policy,
        newsroom.calendar,
        newsroom.zone,
    )


def _render(parcel: _Parcel, now: datetime) -> Message:
    """Return the reminder as it reads now, and how late it is where it is sent first."""
    words = Words(parcel.channel.language)
    local = now.astimezone(parcel.channel.zone)
    delivery = parcel.delivery
    message = notices.reminder(delivery.kind, parcel.follow_up, parcel.story, words, local)
    message = replace(message, language=words.language)
    if delivery.message is not None:
        return message
    return notices.late(message, now - delivery.promised_at, words)


async def _parcels(tx: Transaction, claimed: Sequence[Delivery]) -> list[_Parcel]:
    follow_ups = {f.id: f for f in await tx.follow_ups.by_ids({d.follow_up_id for d in claimed})}
    stories: dict[UUID, Story] = {}
    channels: dict[UUID, Channel] = {}
    newsrooms: dict[UUID, Newsroom] = {}
    for newsroom_id in {d.newsroom_id for d in claimed}:
        newsrooms[newsroom_id] = await tx.newsrooms.newsroom(newsroom_id)
        own = [d for d in claimed if d.newsroom_id == newsroom_id]
        story_ids = {follow_ups[d.follow_up_id].story_id for d in own}
        stories |= {s.id: s for s in await tx.stories.by_ids(newsroom_id, story_ids)}
        channel_ids = {d.channel_id for d in own}
        channels |= {c.id: c for c in await tx.newsrooms.channels(newsroom_id, channel_ids)}
    workspaces = {
        channel.workspace_id: await tx.newsrooms.workspace_of(channel)
        for channel in {c.workspace_id: c for c in channels.values()}.values()
    }
    return [
        _Parcel(
            delivery,
            newsrooms[delivery.newsroom_id],
            follow_up := follow_ups[delivery.follow_up_id],
            stories[follow_up.story_id],
            channel := channels[delivery.channel_id],
            workspaces[channel.workspace_id],
        )
        for delivery in claimed
    ]
