"""Keeping what a newsroom and its channels set, with the record of it and all that follows."""

from collections.abc import Sequence
from datetime import UTC
from uuid import UUID

from bot.actions.hold_back import hold_back
from bot.actions.record import record
from bot.actions.replan_all import Rules, all_stories, replan_stories
from bot.actions.request import Request
from bot.domain.duty import Duty
from bot.domain.newsroom import Channel, Newsroom, Person
from bot.domain.own_policy import OwnPolicy, holders_of
from bot.domain.rule import OwnerKind
from bot.domain.scheduled_digest import ScheduledDigest
from bot.domain.story import Story
from bot.ports import Transaction

PolicyChange = tuple[OwnPolicy | None, OwnPolicy]
"""A row of somebody's policy as it stands, None for none, and as it shall be."""


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
    if (before.calendar, before.zone, before.hours) == (after.calendar, after.zone, after.hours):
        return None
    own = await tx.newsrooms.policies([after.id])
    old, new = Rules(before, own), Rules(after, own)
    stories = await all_stories(tx, after.id)
    return await replan_stories(
        tx, request, {s.id: (old.planning(request, s), new.planning(request, s)) for s in stories}
    )


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


async def forget_duty(tx: Transaction, request: Request, duty: Duty) -> None:
    """Forget that anybody was ever on duty at a desk."""
    await tx.newsrooms.remove(duty)
    await record(tx, request.act, None, duty, None)


async def _show_anew(tx: Transaction, request: Request) -> None:
    """Have what is under embargo edited, held back or sent as channels may see it now."""
    now = request.now.astimezone(UTC)
    follow_ups = await tx.follow_ups.embargoed(request.newsroom.id, now)
    entries = await tx.timeline.embargoed(request.newsroom.id, now)
    ids = {follow_up.id for follow_up in follow_ups}
    await tx.deliveries.refresh(ids, now)
    await tx.posted_digests.refresh(request.newsroom.id, now, now)
    stories = {one.story_id for one in follow_ups} | {one.story_id for one in entries}
    await tx.answers.refresh(ids | stories, now)
    await hold_back(tx, follow_ups, now)


async def keep_policies(tx: Transaction, request: Request, changes: Sequence[PolicyChange]) -> int:
    """Keep what somebody has set for some rows of the policy, and plan anew what it concerns.

    Args:
        tx: Where it is kept.
        request: Who has set it, where and when.
        changes: All of one holder's.

    Returns:
        How many follow-ups were planned anew.
    """
    if not changes:
        return 0
    old = await tx.newsrooms.policies([request.newsroom.id])
    for before, after in changes:
        await tx.newsrooms.save(after)
        story_id = UUID(after.key) if after.kind is OwnerKind.STORY else None
        await record(tx, request.act, story_id, before, after)
    new = await tx.newsrooms.policies([request.newsroom.id])
    rules = Rules(request.newsroom, old), Rules(request.newsroom, new)
    return await _replan(tx, request, rules, changes[-1][1])


async def keep_desk(tx: Transaction, request: Request, before: Story, after: Story) -> None:
    """Plan a story's follow-ups anew where it has come to a desk of other reminders."""
    own = await tx.newsrooms.policies([after.newsroom_id])
    if before.desk == after.desk or not own:
        return
    rules = Rules(request.newsroom, own)
    plannings = rules.planning(request, before), rules.planning(request, after)
    await replan_stories(tx, request, {after.id: plannings})


async def _replan(
    tx: Transaction, request: Request, rules: tuple[Rules, Rules], changed: OwnPolicy
) -> int:
    """Plan anew what a policy concerns, under the rules before and after it was changed."""
    old, new = rules
    concerned = [
        story
        for story in await all_stories(tx, changed.newsroom_id)
        if any(holder.holds(changed) for holder in holders_of(story))
    ]
    return await replan_stories(
        tx, request, {s.id: (old.planning(request, s), new.planning(request, s)) for s in concerned}
    )


async def _schedule_digest(tx: Transaction, request: Request, channel: Channel) -> None:
    """Let a channel wait for its next digest, or for none."""
    if channel.digest is None:
        await tx.digests.unschedule(channel.id)
        return
    now = request.now.astimezone(UTC)
    at = channel.digest.next_after(now, channel.zone, request.calendar)
    await tx.digests.schedule(ScheduledDigest(channel.id, channel.newsroom_id, at, at))
