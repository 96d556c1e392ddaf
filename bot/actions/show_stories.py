"""Showing stories: all of them, where one stands, what has happened in it."""

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar, assert_never
from uuid import UUID

from bot.actions.discretion import shown, veil_of
from bot.actions.finding import find_story
from bot.actions.request import Onlooker, Request
from bot.domain.coverage import Coverage, read_coverage
from bot.domain.delivery import Delivery
from bot.domain.follow_up import FollowUp, FollowUpState
from bot.domain.message import Message, Screen, ScreenKind
from bot.domain.newsroom import Channel
from bot.domain.story import Story, StoryStatus
from bot.domain.subscription import targets_covering
from bot.domain.timeline import TimelineEntry
from bot.errors import BotError
from bot.ports import Store, Transaction
from bot.wording import stories, timeline_picture
from bot.wording.stories import Missed, StoryView
from bot.wording.timeline_picture import Look

Meaning = TypeVar("Meaning")

MOST_STORIES = 50
_ALL_STORIES = 10_000
MOST_ENTRIES = 100
MOST_UNDELIVERED = 100


async def list_stories(request: Request, *, coverage: str = "") -> Message:
    """Show the newsroom's stories, the most urgent first; only those with something covered so."""
    wanted = read_coverage(coverage) if coverage else None
    async with request.store.view() as tx:
        open_ones = {StoryStatus.ACTIVE, StoryStatus.DORMANT}
        found = await tx.stories.of(request.newsroom.id, open_ones, _ALL_STORIES)
        if wanted is None:
            kept = found
            still_open = await _still_open(tx, request, kept[:MOST_STORIES])
        else:
            standing = shown(request, await tx.follow_ups.open_of([one.id for one in found]))
            still_open = Counter(one.story_id for one in standing if one.coverage is wanted)
            kept = [one for one in found if still_open.get(one.id)]
        first = kept[:MOST_STORIES]
        news = await tx.history.last_at([one.id for one in first])
    seen = [_seen(request, one, news.get(one.id), still_open.get(one.id, 0)) for one in first]
    listed = sorted(seen, key=lambda story: story.status is StoryStatus.DORMANT)
    return stories.listing(listed, still_open, len(kept), request.words, wanted)


async def _still_open(
    tx: Transaction, request: Request, listed: Sequence[Story]
) -> Mapping[UUID, int]:
    """Return how much is expected of each story, as far as the channel may know."""
    veil = await veil_of(tx, request)
    counted = await tx.follow_ups.count_open([one.id for one in listed])
    return {story_id: number - veil.open_in(story_id) for story_id, number in counted.items()}


async def show_status(request: Request, *, story: str = "", coverage: str = "") -> Message:
    """Show where a story stands, or what of it is covered so."""
    story, wanted = _either(story, coverage, lambda said: read_coverage(said) if said else None)
    async with request.store.view() as tx:
        return await _status(tx, request, await find_story(tx, request, story), wanted)


async def show_timeline(request: Request, *, story: str = "", look: str = "") -> Message:
    """Show what has happened in a story and what is expected, in words and as a picture."""
    story, wanted = _either(story, look, timeline_picture.read_look)
    async with request.store.view() as tx:
        found = await find_story(tx, request, story)
        happened, expected = await _on_timeline(tx, request, found)
    return await _timeline(request, found, happened, expected, wanted)


async def look_again(store: Store, onlooker: Onlooker, screen: Screen) -> Message | None:
    """Return what a screen shows now; None where its story does not stand for itself any more."""
    async with store.view() as tx:
        found = next(iter(await tx.stories.by_ids(onlooker.newsroom.id, [screen.story_id])), None)
        if found is None or found.merged_into is not None:
            return None
        match screen.kind:
            case ScreenKind.STATUS:
                wanted = Coverage(screen.narrowed) if screen.narrowed else None
                return await _status(tx, onlooker, found, wanted)
            case ScreenKind.TIMELINE:
                happened, expected = await _on_timeline(tx, onlooker, found)
            case _:
                assert_never(screen.kind)
    look = timeline_picture.read_look(screen.narrowed)
    return await _timeline(onlooker, found, happened, expected, look)


async def _status(
    tx: Transaction, onlooker: Onlooker, story: Story, wanted: Coverage | None
) -> Message:
    view = await view_of(tx, onlooker, story)
    narrowed = [one for one in view.follow_ups if wanted in {None, one.coverage}]
    message = stories.status(replace(view, follow_ups=narrowed), onlooker.words, onlooker.now)
    screen = Screen(ScreenKind.STATUS, story.id, wanted.value if wanted else "")
    return replace(stories.with_coverage(message, wanted, onlooker.words), screen=screen)


async def _on_timeline(
    tx: Transaction, onlooker: Onlooker, story: Story
) -> tuple[list[TimelineEntry], list[FollowUp]]:
    """Return what has happened in a story and what is expected, as far as one may see it."""
    entries = shown(onlooker, await tx.timeline.of_story(story.id, MOST_ENTRIES))
    follow_ups = shown(onlooker, await tx.follow_ups.of_story(story.id))
    return entries, [one for one in follow_ups if one.state is FollowUpState.EXPECTED]


async def _timeline(
    onlooker: Onlooker,
    story: Story,
    entries: Sequence[TimelineEntry],
    expected: Sequence[FollowUp],
    look: Look,
) -> Message:
    words, now = onlooker.words, onlooker.now
    screen = Screen(ScreenKind.TIMELINE, story.id, look.said)
    message = replace(stories.timeline(story, entries, expected, words, now), screen=screen)
    bars = timeline_picture.bars_of(entries, expected, words, now)
    if not bars:
        return message
    note = timeline_picture.left_out(entries, expected, bars, words)
    picture = await asyncio.to_thread(timeline_picture.picture, story, bars, words, now, look, note)
    return replace(message, picture=picture)


async def view_of(tx: Transaction, onlooker: Onlooker, story: Story) -> StoryView:
    """Return everything one screen says of a story."""
    follower_ids = await tx.subscriptions.channels_covering(
        story.newsroom_id, targets_covering(story)
    )
    follow_ups = await tx.follow_ups.of_story(story.id)
    seen = shown(onlooker, follow_ups)
    seen_ids = {follow_up.id for follow_up in seen}
    given_up = await tx.queues.undeliverable(story.id, MOST_UNDELIVERED)
    failed = [delivery for delivery in given_up if delivery.follow_up_id in seen_ids]
    ids = follower_ids | {delivery.channel_id for delivery in failed}
    channels = {c.id: c for c in await tx.newsrooms.channels(onlooker.newsroom.id, ids)}
    still_open = sum(not follow_up.has_ended for follow_up in follow_ups)
    news = await tx.history.last_at([story.id])
    entries = shown(onlooker, await tx.timeline.of_story(story.id, MOST_ENTRIES))
    watches = await tx.watches.of_newsroom(story.newsroom_id)
    return StoryView(
        story=_seen(onlooker, story, news.get(story.id), still_open),
        follow_ups=seen,
        timeline=entries[-stories.LATEST :],
        followers=[c for c in channels.values() if c.id in follower_ids],
        watches=sum(one.story_id == story.id for one in watches),
        undelivered=_missed(failed, channels),
        deaf_admin=await _deaf_admin(tx, onlooker),
    )


def _missed(failed: Sequence[Delivery], channels: Mapping[UUID, Channel]) -> list[Missed]:
    """Return what could not be delivered, a line for each channel and reason."""
    numbers = Counter((delivery.channel_id, delivery.reason) for delivery in failed)
    return [Missed(channels[key], why, number) for (key, why), number in numbers.items()]


async def _deaf_admin(tx: Transaction, onlooker: Onlooker) -> Missed | None:
    """Return the channel for troubles where it takes no messages itself."""
    admin_id = onlooker.newsroom.admin_channel_id
    spell = None if admin_id is None else await tx.troubles.get(admin_id)
    if spell is None or spell.over_at is not None:
        return None
    (admin,) = await tx.newsrooms.channels(onlooker.newsroom.id, [spell.channel_id])
    return Missed(admin, spell.reason, 0)


def _either(story: str, words: str, read: Callable[[str], Meaning]) -> tuple[str, Meaning]:
    """Return a story's name and what the words behind it mean.

    Where no story was named, words without that meaning are taken for a story's name, so that
    a misspelt one is told so.

    Raises:
        BotError: If a story was named, and the words behind it mean nothing.
    """
    try:
        return story, read(words)
    except BotError:
        if story:
            raise
        return words, read("")


def _seen(onlooker: Onlooker, story: Story, last_news: datetime | None, still_open: int) -> Story:
    """Return a story as it stands now: dormant where it has been quiet for long."""
    last_news = last_news or story.opened_at
    return story.seen_at(onlooker.now, last_news, onlooker.newsroom.quiet_days, still_open)
