"""Keeping what was changed, and with it who changed it, when, from where, before and after.

Nothing that the record follows is kept in any other way.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from uuid import UUID, uuid4

from bot.actions.tend_feeds import tend_feeds
from bot.domain.history import Act, Change, Thing, changed_fields
from bot.domain.lift import Lift
from bot.domain.posted_digest import EDITED_AFTER
from bot.domain.proposal import FiledReading
from bot.domain.series import Series
from bot.domain.story import Story, StoryStatus
from bot.domain.subscription import Subscription, Target, TargetKind
from bot.domain.timeline import TimelineEntry
from bot.ports import Transaction


async def record(
    tx: Transaction, act: Act, story_id: UUID | None, before: Thing | None, after: Thing | None
) -> None:
    """Write a change down; one that changed nothing but Daybook's own counts is passed over."""
    await record_each(tx, [Change(act, story_id, before, after)])


async def record_each(tx: Transaction, changes: Sequence[Change]) -> None:
    """Write changes down, as ``record`` does."""
    worth = [each for each in changes if _is_worth_recording(each.before, each.after)]
    if worth:
        await tx.history.add(*worth)


def _is_worth_recording(before: Thing | None, after: Thing | None) -> bool:
    return before is None or after is None or bool(changed_fields(before, after))


async def keep_story(tx: Transaction, act: Act, story: Story) -> None:
    """Keep a story, new or changed.

    Raises:
        Collision: If the newsroom has another of that slugline.
    """
    before = next(iter(await tx.stories.by_ids(story.newsroom_id, [story.id])), None)
    if before is None:
        await tx.stories.add(story)
    else:
        await tx.stories.save(story)
        await _let_follow(tx, act, before, story)
        if (before.status is StoryStatus.CLOSED) is not (story.status is StoryStatus.CLOSED):
            await tend_feeds(tx, story.newsroom_id, act.at)
    await record(tx, act, story.id, before, story)


async def forget_story(tx: Transaction, act: Act, story: Story) -> bool:
    """Forget a story; return False, and keep it, where there is something in it."""
    if not await tx.stories.remove(story.id):
        return False
    await record(tx, act, story.id, story, None)
    return True


async def keep_entry(tx: Transaction, act: Act, entry: TimelineEntry) -> None:
    """Keep an entry of a timeline, new or changed."""
    before = await tx.timeline.get(entry.id)
    if before is not None:
        await keep_entries(tx, act, [(before, entry)])
        return
    await tx.timeline.add(entry)
    await _plan_lift(tx, None, entry)
    await stir(tx, act, {entry.story_id})
    await record(tx, act, entry.story_id, None, entry)


async def keep_entries(
    tx: Transaction, act: Act, changes: Sequence[tuple[TimelineEntry, TimelineEntry]]
) -> None:
    """Keep changed entries of timelines, each given as it was and as it is."""
    await tx.timeline.save(*(entry for _, entry in changes))
    for before, entry in changes:
        await _plan_lift(tx, before, entry)
    await stir(tx, act, {each.story_id for change in changes for each in change})
    await record_each(tx, [Change(act, entry.story_id, before, entry) for before, entry in changes])


async def forget_entry(tx: Transaction, act: Act, entry: TimelineEntry) -> None:
    """Take an entry out of its timeline."""
    await tx.timeline.remove(entry.id)
    await tx.lifts.forget(entry.id)
    await stir(tx, act, {entry.story_id})
    await record(tx, act, entry.story_id, entry, None)


async def stir(tx: Transaction, act: Act, thing_ids: Collection[UUID]) -> None:
    """Have the answers edited before long that show these stories or follow-ups."""
    await tx.answers.refresh(thing_ids, act.at + EDITED_AFTER)


async def _plan_lift(tx: Transaction, before: TimelineEntry | None, entry: TimelineEntry) -> None:
    """Let the end of a fact's embargo be told; what came of a follow-up is told with that."""
    until = entry.embargoed_until
    if until == (before.embargoed_until if before else None) or entry.follow_up_id is not None:
        return
    if until is None:
        await tx.lifts.forget(entry.id)
    else:
        await tx.lifts.plan(Lift.of(entry, until))


async def keep_reading(
    tx: Transaction, act: Act, before: FiledReading, after: FiledReading
) -> None:
    """Keep a reading of which the editors have decided something."""
    await keep_readings(tx, act, [(before, after)])


async def keep_readings(
    tx: Transaction, act: Act, changes: Sequence[tuple[FiledReading, FiledReading]]
) -> None:
    """Keep changed readings, each given as it was and as it is."""
    await tx.readings.save(*(after for _, after in changes))
    await record_each(tx, [Change(act, after.story_id, before, after) for before, after in changes])


async def keep_series(tx: Transaction, act: Act, story_id: UUID, series: Series) -> None:
    """Keep a series, new or changed, of which one time is a follow-up of a story."""
    before = await tx.recurrences.get(series.id)
    await tx.recurrences.save(series)
    await record(tx, act, story_id, before, series)


async def keep_subscription(tx: Transaction, act: Act, subscription: Subscription) -> bool:
    """Keep a subscription, new or changed; return False if the channel has it just so already."""
    before = await _followed(tx, subscription.channel_id, subscription.target)
    if before is None:
        await tx.subscriptions.add(subscription)
        after = subscription
    else:
        after = replace(subscription, id=before.id)
        await tx.subscriptions.save(after)
    await record(tx, act, await _story_of(tx, after), before, after)
    return before != after


async def _followed(tx: Transaction, channel_id: UUID, target: Target) -> Subscription | None:
    found = await tx.subscriptions.of_channel(channel_id)
    return next((one for one in found if one.target == target), None)


async def forget_subscription(tx: Transaction, act: Act, channel_id: UUID, target: Target) -> bool:
    """Forget what a channel follows; return False if it does not follow it."""
    subscription = await _followed(tx, channel_id, target)
    if subscription is None:
        return False
    await tx.subscriptions.remove(channel_id, target)
    await record(tx, act, await _story_of(tx, subscription), subscription, None)
    return True


async def _let_follow(tx: Transaction, act: Act, before: Story, after: Story) -> None:
    """Let what shows a story, or bears its name or headline, follow it when these change."""
    if before.slugline != after.slugline:
        await tx.stories.remember(before)
    told: set[UUID] = set()
    if (before.slugline, before.headline) != (after.slugline, after.headline):
        told = {follow_up.id for follow_up in await tx.follow_ups.of_story(after.id)}
        await tx.deliveries.refresh(told, act.at)
    if changed_fields(before, after):
        await stir(tx, act, {after.id, *told})


async def redirect_followers(tx: Transaction, act: Act, old: Story, new: Story) -> None:
    """Let the channels that follow one story, by its slugline, follow another instead."""
    target = Target(TargetKind.STORY, new.slugline)
    old_target = Target(TargetKind.STORY, old.slugline)
    for subscription in await tx.subscriptions.of_target(old.newsroom_id, old_target):
        await forget_subscription(tx, act, subscription.channel_id, old_target)
        if await _followed(tx, subscription.channel_id, target) is None:
            await keep_subscription(tx, act, replace(subscription, id=uuid4(), target=target))


async def _story_of(tx: Transaction, subscription: Subscription) -> UUID | None:
    """Return the story that is followed, where it is just one."""
    if subscription.target.kind is not TargetKind.STORY:
        return None
    story = await tx.stories.get(subscription.newsroom_id, subscription.target.value)
    return None if story is None else story.id
