"""Keeping what a newsroom and its channels set, with the record of it and all that follows."""

from dataclasses import replace
from datetime import UTC

from bot.actions.hold_back import hold_back
from bot.actions.record import record
from bot.actions.replan import replan_ahead
from bot.actions.request import Request
from bot.domain.duty import Duty
from bot.domain.newsroom import Channel, Newsroom, Person
from bot.domain.scheduled_digest import ScheduledDigest
from bot.domain.story import StoryStatus
from bot.ports import Transaction

_ALL_STORIES = 100_000


async def keep_newsroom(tx: Transaction, request: Request, after: Newsroom) -> int | None:
    """Keep a changed newsroom; where its days or clocks have changed, plan all reminders anew.

    Returns:
        How many follow-ups were planned anew; None where nothing asked for it.
    """
    before = await tx.newsrooms.newsroom(after.id)
    if after == before:
        return None
    await tx.newsrooms.save(after)
    await record(tx, request.act, None, before, after)
    if (before.calendar, before.zone) == (after.calendar, after.zone):
        return None
    return await _replan_all(tx, replace(request, newsroom=after))


async def keep_channel(tx: Transaction, request: Request, after: Channel) -> None:
    """Keep a changed channel, and let it wait for its next digest by what it has set now."""
    (before,) = await tx.newsrooms.channels(after.newsroom_id, [after.id])
    if after == before:
        return
    await tx.newsrooms.save(after)
    await record(tx, request.act, None, before, after)
    if before.sees_embargoed is not after.sees_embargoed:
        await _show_anew(tx, request)
    if (before.digest, before.zone) != (after.digest, after.zone):
        await _schedule_digest(tx, request, after)


async def keep_person(tx: Transaction, request: Request, before: Person, after: Person) -> None:
    """Keep somebody who may do other things than before."""
    await tx.newsrooms.save(after)
    await record(tx, request.act, None, before, after)


async def keep_duty(tx: Transaction, request: Request, before: Duty | None, after: Duty) -> None:
    """Keep who is on duty at a desk."""
    await tx.newsrooms.save(after)
    await record(tx, request.act, None, before, after)


async def _show_anew(tx: Transaction, request: Request) -> None:
    """Have what is under embargo edited, held back or sent as channels may see it now."""
    now = request.now.astimezone(UTC)
    follow_ups = await tx.follow_ups.embargoed(request.newsroom.id, now)
    for follow_up in follow_ups:
        await tx.deliveries.refresh(follow_up.id, now)
    await tx.posted_digests.refresh(request.newsroom.id, now, now)
    await hold_back(tx, follow_ups, now)


async def _schedule_digest(tx: Transaction, request: Request, channel: Channel) -> None:
    """Let a channel wait for its next digest, or for none."""
    if channel.digest is None:
        await tx.digests.unschedule(channel.id)
        return
    now = request.now.astimezone(UTC)
    at = channel.digest.next_after(now, channel.zone, request.calendar)
    await tx.digests.schedule(ScheduledDigest(channel.id, channel.newsroom_id, at, at))


async def _replan_all(tx: Transaction, request: Request) -> int:
    """Plan the newsroom's open follow-ups anew and return how many they are."""
    stories = await tx.stories.of(request.newsroom.id, set(StoryStatus), _ALL_STORIES)
    follow_ups = await tx.follow_ups.open_of([story.id for story in stories])
    for follow_up in follow_ups:
        await replan_ahead(tx, request, follow_up)
    return len(follow_ups)
