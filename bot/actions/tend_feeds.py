"""Asking the feeds that an open story listens to, and no others."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from bot.domain.story import StoryStatus
from bot.domain.watch import Watch
from bot.ports import Transaction


async def tend_feeds(tx: Transaction, newsroom_id: UUID, now: datetime) -> None:
    """Let a newsroom's feeds be asked, left alone or forgotten, as its watches stand now.

    A feed to which only closed stories listen is left alone; taken up again, it begins anew:
    what came meanwhile is no news.

    Args:
        tx: Where they are kept.
        newsroom_id: Whose.
        now: Aware, in UTC.
    """
    feeds = await tx.feeds.of_newsroom(newsroom_id)
    watches = await tx.watches.of_newsroom(newsroom_id) if feeds else ()
    wanted = {watch.feed for watch in watches}
    heard = {watch.feed for watch in await awake(tx, newsroom_id, watches)}
    for feed in feeds:
        if feed.link not in wanted:
            await tx.feeds.remove(feed.id)
        elif feed.link in heard and feed.due_at is None:
            await tx.feeds.save(feed.awake(now))
        elif feed.link not in heard and feed.due_at is not None:
            await tx.feeds.save(feed.asleep())


async def awake(
    tx: Transaction, newsroom_id: UUID, watches: Collection[Watch]
) -> tuple[Watch, ...]:
    """Return those of a newsroom's watches that listen: a closed story's sleep."""
    story_ids = {watch.story_id for watch in watches}
    stories = await tx.stories.by_ids(newsroom_id, story_ids) if story_ids else ()
    is_open = {story.id for story in stories if story.status is not StoryStatus.CLOSED}
    return tuple(watch for watch in watches if watch.story_id in is_open)
