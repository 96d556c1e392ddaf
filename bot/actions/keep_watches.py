"""Keeping what stories listen to, with the record of it and the feeds that are asked for it."""

from uuid import uuid4

from bot.actions.record import record, stir
from bot.actions.tend_feeds import tend_feeds
from bot.domain.feed import Feed
from bot.domain.history import Act
from bot.domain.story import Story
from bot.domain.watch import Watch
from bot.ports import Transaction


async def keep_watch(tx: Transaction, act: Act, watch: Watch) -> None:
    """Keep a watch, new or changed."""
    before = next(iter(await tx.watches.across([watch.id])), None)
    if before is None:
        await tx.watches.add(watch)
    else:
        await tx.watches.save(watch)
    if watch.feed:
        link, at = watch.feed, act.at
        await tx.feeds.save(Feed(uuid4(), watch.newsroom_id, link, link, due_at=at))
        await tend_feeds(tx, watch.newsroom_id, at)
    await stir(tx, act, {watch.story_id})
    await record(tx, act, watch.story_id, before, watch)


async def forget_watch(tx: Transaction, act: Act, watch: Watch) -> None:
    """Let a story listen no longer."""
    if await tx.watches.remove(watch.id):
        if watch.feed:
            await tend_feeds(tx, watch.newsroom_id, act.at)
        await stir(tx, act, {watch.story_id})
        await record(tx, act, watch.story_id, watch, None)


async def move_watches(tx: Transaction, act: Act, source: Story, target: Story) -> None:
    """Let a story listen to what another listened to; what it hears already is let go."""
    watches = await tx.watches.of_newsroom(source.newsroom_id)
    standing = [watch for watch in watches if watch.story_id == target.id]
    await stir(tx, act, {source.id, target.id})
    for before in (watch for watch in watches if watch.story_id == source.id):
        after = before.in_story(target.id)
        if any(after.listens_like(other) for other in standing):
            await tx.watches.remove(before.id)
            await record(tx, act, source.id, before, None)
        else:
            await tx.watches.save(after)
            await record(tx, act, target.id, before, after)
