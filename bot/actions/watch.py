"""Letting a story listen to feeds and for words, and no longer."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC
from uuid import uuid4

from bot.actions.finding import find_story
from bot.actions.followers import wishes_for
from bot.actions.keep_watches import forget_watch, keep_watch
from bot.actions.request import Request
from bot.actions.tend_feeds import awake
from bot.domain.feed import INTERVAL, Edition, Feed, FeedFailed
from bot.domain.language import translatable
from bot.domain.message import Message
from bot.domain.story import Story, StoryStatus
from bot.domain.subscription import Notice, Target, TargetKind, at_first
from bot.domain.watch import MOST_WATCHES, Watch, read_watch
from bot.errors import BotError
from bot.ports import Transaction
from bot.wording import watches as wording


class CantListen(BotError):
    """A link at which there is no feed to be read."""

    reply = translatable("I can’t listen to {link}. {why}")


class ListensAlready(BotError):
    """A watch that stands already."""

    reply = translatable("{slugline} listens to that already. See all: /story watches {slugline}")


class TooManyWatches(BotError):
    """More watches than a newsroom can have."""

    reply = translatable("A newsroom has up to {most} watches. Stop one first: /story watches")


class ClosedCantListen(BotError):
    """A watch for a story that nobody follows any more."""

    reply = translatable("{slugline} is closed. To take it up again: /story reopen {slugline}")


class NoSuchWatch(BotError):
    """A code that no watch has."""

    reply = translatable("There is no watch “{which}”. See them all: /story watches")


class DoesNotListen(BotError):
    """A story without watches."""

    reply = translatable("{slugline} listens to nothing. To let it: /story watch {slugline} …")


async def watch(request: Request, *, story: str = "", what: str) -> Message:
    """Let a story listen to a feed, for words, or for words in a feed."""
    link, terms = read_watch(what)
    now = request.now.astimezone(UTC)
    async with request.store.view() as tx:
        found = await find_story(tx, request, story)
        wanted = Watch(uuid4(), request.newsroom.id, found.id, link, terms, now)
        await _require_new(tx, wanted, found)
        is_read = bool(link) and await _is_read(tx, wanted)
    edition = await _edition_of(request, link) if link and not is_read else None
    async with request.store.transaction() as tx:
        found = await find_story(tx, request, story)
        await _require_new(tx, wanted, found)
        if edition is not None:
            await _begin(tx, wanted, edition)
        await keep_watch(tx, request.act, wanted)
        (listed,) = await _listed(tx, [wanted], [found])
        told_here, to_be_told = await _wish(tx, request, found)
    old = len(edition.items) if edition is not None else 0
    return wording.watching(listed, old, request.words, told_here=told_here, to_be_told=to_be_told)


async def show_watches(request: Request, *, story: str = "") -> Message:
    """Show what the newsroom's stories listen to, or one of them."""
    async with request.store.view() as tx:
        watches = await tx.watches.of_newsroom(request.newsroom.id)
        if story:
            found = await find_story(tx, request, story)
            watches = [one for one in watches if one.story_id == found.id]
            if not watches:
                raise DoesNotListen(slugline=found.slugline)
        ids = {one.story_id for one in watches}
        stories = await tx.stories.by_ids(request.newsroom.id, ids) if ids else ()
        listed = await _listed(tx, watches, stories)
    in_order = sorted(
        listed, key=lambda one: (one.story.slugline, one.watch.made_at, one.watch.terms)
    )
    return wording.watches(in_order, request.words, request.now)


async def unwatch(request: Request, *, which: str) -> Message:
    """Let a story listen to something no longer, or to nothing at all.

    Args:
        request: Who asks.
        which: A watch's code, or a story's slugline for all of its watches.
    """
    async with request.store.transaction() as tx:
        watches = await tx.watches.of_newsroom(request.newsroom.id)
        gone = [one for one in watches if one.code == which.strip().lower()]
        story = await _story_of(tx, request, gone, which)
        gone = gone or [one for one in watches if one.story_id == story.id]
        if not gone:
            raise DoesNotListen(slugline=story.slugline)
        for each in gone:
            await forget_watch(tx, request.act, each)
    return wording.stopped(gone, story, request.words)


async def _story_of(
    tx: Transaction, request: Request, watches: Sequence[Watch], which: str
) -> Story:
    """Return the story of a watch, or the one that was named.

    Raises:
        NoSuchWatch: If neither is there.
    """
    if watches:
        (story,) = await tx.stories.by_ids(request.newsroom.id, [watches[0].story_id])
        return story
    try:
        return await find_story(tx, request, which)
    except BotError:
        raise NoSuchWatch(which=which.strip()[:60]) from None


async def _require_new(tx: Transaction, wanted: Watch, story: Story) -> None:
    """Refuse a watch of a closed story, one that stands already, and one too many."""
    if story.status is StoryStatus.CLOSED:
        raise ClosedCantListen(slugline=story.slugline)
    standing = await tx.watches.of_newsroom(wanted.newsroom_id)
    if any(wanted.listens_like(other) for other in standing):
        raise ListensAlready(slugline=story.slugline)
    if len(standing) >= MOST_WATCHES:
        raise TooManyWatches(most=MOST_WATCHES)


async def _is_read(tx: Transaction, wanted: Watch) -> bool:
    """Whether a feed is read already for another watch."""
    watches = await tx.watches.of_newsroom(wanted.newsroom_id)
    listening = await awake(tx, wanted.newsroom_id, watches)
    return any(other.feed == wanted.feed for other in listening)


async def _edition_of(request: Request, link: str) -> Edition:
    """Return what stands in a feed.

    Raises:
        CantListen: If it can't be read.
    """
    try:
        edition = await request.feeds.fetch(link)
    except FeedFailed as failure:
        why = wording.why_not(failure.fault, failure.site, request.words)
        raise CantListen(link=link[:80], why=why) from None
    return edition or Edition("", ())


async def _begin(tx: Transaction, wanted: Watch, edition: Edition) -> None:
    """Keep a feed as read: what stands in it now is no news."""
    feeds = await tx.feeds.of_newsroom(wanted.newsroom_id)
    standing = next((feed for feed in feeds if feed.link == wanted.feed), None)
    begun = Feed(uuid4(), wanted.newsroom_id, wanted.feed, wanted.feed, wanted.made_at)
    feed = replace(standing or begun, seen=())
    await tx.feeds.save(feed.awake(wanted.made_at).read(edition, wanted.made_at, INTERVAL))


async def _listed(
    tx: Transaction, watches: Collection[Watch], stories: Collection[Story]
) -> list[wording.Listed]:
    if not watches:
        return []
    feeds = await tx.feeds.of_newsroom(next(iter(watches)).newsroom_id)
    by_link = {feed.link: feed for feed in feeds}
    by_id = {story.id: story for story in stories}
    return [wording.Listed(w, by_id[w.story_id], by_link.get(w.feed)) for w in watches]


async def _wish(tx: Transaction, request: Request, story: Story) -> tuple[bool, str]:
    """Return whether the asker's channel is told of a story's alerts, and how it would be."""
    wishes = (await wishes_for(tx, [story]))[story.id]
    wish = wishes.get(request.channel.id)
    target = Target(TargetKind.STORY, story.slugline)
    followed = await tx.subscriptions.of_channel(request.channel.id)
    heard = next((one.notices for one in followed if one.target == target), at_first(target))
    wanted = " ".join(notice for notice in Notice if notice in heard | {Notice.ALERTS})
    told_here = wish is not None and Notice.ALERTS in wish.notices
    return told_here, f"subscribe {story.slugline} {wanted}"
