"""Keeping what a channel follows, with the plans that hang on how early it wants to hear."""

from collections.abc import Collection

from bot.actions.record import forget_subscription, keep_subscription
from bot.actions.replan import replan
from bot.actions.request import Request
from bot.domain.story import Story, StoryStatus
from bot.domain.subscription import Leads, Notice, Subscription, Target, targets_covering
from bot.ports import Transaction

ALL_STORIES = 100_000


async def follow(tx: Transaction, request: Request, subscription: Subscription) -> bool:
    """Let a channel follow something, or follow it otherwise; return False where nothing changed.

    The follow-ups that it reaches are planned anew, where it asks for heads-ups of its own.
    """
    before = await followed(tx, subscription)
    if not await keep_subscription(tx, request.act, subscription):
        return False
    if _asked(before) != _asked(subscription):
        await _replan(tx, request, {subscription.target})
    return True


async def follow_no_longer(tx: Transaction, request: Request, gone: Subscription) -> bool:
    """Let a channel follow something no longer; return False if it does not follow it."""
    before = await followed(tx, gone)
    if before is None:
        return False
    await forget_subscription(tx, request.act, before.channel_id, before.target)
    if _asked(before):
        await _replan(tx, request, {before.target})
    return True


async def followed(tx: Transaction, like: Subscription) -> Subscription | None:
    """Return by what a channel follows the target of a subscription; None where it doesn't."""
    found = await tx.subscriptions.of_channel(like.channel_id)
    return next((one for one in found if one.target == like.target), None)


async def replan_covered(tx: Transaction, request: Request, before: Story, after: Story) -> None:
    """Plan a story anew that is covered by other subscriptions now, where any asks for leads."""
    changed = targets_covering(before) ^ targets_covering(after)
    found = await tx.subscriptions.following([after.newsroom_id], changed) if changed else []
    if any(_asked(each) for each in found):
        await _replan_stories(tx, request, [after])


def _asked(subscription: Subscription | None) -> Leads:
    """Return the heads-ups that a subscription has planned for it alone."""
    if subscription is None or Notice.REMINDERS not in subscription.notices:
        return ()
    return subscription.leads


async def _replan(tx: Transaction, request: Request, targets: Collection[Target]) -> None:
    stories = await tx.stories.of(request.newsroom.id, set(StoryStatus), ALL_STORIES)
    reached = [story for story in stories if not targets_covering(story).isdisjoint(targets)]
    await _replan_stories(tx, request, reached)


async def _replan_stories(tx: Transaction, request: Request, stories: Collection[Story]) -> None:
    await replan(tx, request, await tx.follow_ups.open_of([story.id for story in stories]))
