"""Showing stories: all of them, where one stands, what has happened in it."""

import asyncio
from dataclasses import replace
from datetime import datetime

from bot.actions.finding import find_story
from bot.actions.request import Request
from bot.domain.follow_up import FollowUpState
from bot.domain.message import Message
from bot.domain.story import Story, StoryStatus
from bot.domain.subscription import targets_covering
from bot.ports import Transaction
from bot.wording import stories, timeline_picture
from bot.wording.stories import StoryView

MOST_STORIES = 50
MOST_ENTRIES = 100
MOST_UNDELIVERED = 5


async def list_stories(request: Request) -> Message:
    """Show the newsroom's stories, the most urgent first."""
    async with request.store.view() as tx:
        found = await tx.stories.of(
            request.newsroom.id, {StoryStatus.ACTIVE, StoryStatus.DORMANT}, MOST_STORIES
        )
        ids = [story.id for story in found]
        still_open = await tx.follow_ups.count_open(ids)
        news = await tx.history.last_at(ids)
    seen = [_seen(request, one, news.get(one.id), still_open.get(one.id, 0)) for one in found]
    listed = sorted(seen, key=lambda story: story.status is StoryStatus.DORMANT)
    return stories.listing(listed, still_open, request.words)


async def show_status(request: Request, *, story: str = "") -> Message:
    """Show where a story stands."""
    async with request.store.view() as tx:
        view = await view_of(tx, request, await find_story(tx, request, story))
    return stories.status(view, request.words, request.now)


async def show_timeline(request: Request, *, story: str = "", look: str = "") -> Message:
    """Show what has happened in a story and what is expected, in words and as a picture."""
    wanted = timeline_picture.read_look(look)
    async with request.store.view() as tx:
        found = await find_story(tx, request, story)
        entries = await tx.timeline.of_story(found.id, MOST_ENTRIES)
        follow_ups = await tx.follow_ups.of_story(found.id)
    expected = [one for one in follow_ups if one.state is FollowUpState.EXPECTED]
    message = stories.timeline(found, entries, expected, request.words, request.now)
    bars = timeline_picture.bars_of(entries, expected, request.words, request.now)
    if not bars:
        return message
    picture = await asyncio.to_thread(
        timeline_picture.picture, found, bars, request.words, request.now, wanted
    )
    return replace(message, picture=picture)


async def view_of(tx: Transaction, request: Request, story: Story) -> StoryView:
    """Return everything one screen says of a story."""
    follower_ids = await tx.subscriptions.channels_covering(
        story.newsroom_id, targets_covering(story)
    )
    failed = await tx.deliveries.undeliverable(story.id, MOST_UNDELIVERED)
    ids = follower_ids | {delivery.channel_id for delivery in failed}
    channels = {c.id: c for c in await tx.newsrooms.channels(request.newsroom.id, ids)}
    follow_ups = await tx.follow_ups.of_story(story.id)
    still_open = sum(not follow_up.has_ended for follow_up in follow_ups)
    news = await tx.history.last_at([story.id])
    return StoryView(
        story=_seen(request, story, news.get(story.id), still_open),
        follow_ups=follow_ups,
        timeline=await tx.timeline.of_story(story.id, stories.LATEST),
        followers=[c for c in channels.values() if c.id in follower_ids],
        undelivered=[(channels[d.channel_id], d.reason) for d in failed],
    )


def _seen(request: Request, story: Story, last_news: datetime | None, still_open: int) -> Story:
    """Return a story as it stands now: dormant where it has been quiet for long."""
    last_news = last_news or story.opened_at
    return story.seen_at(request.now, last_news, request.newsroom.quiet_days, still_open)
