"""Asking the feeds that stories listen to: claim, ask, hear, record."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.actions.attempt_delivery import Posting
from bot.actions.hear import Caught, Listener, caught_by, listeners, queue_hits
from bot.actions.let_stand import let_stand
from bot.actions.work_off import work_off
from bot.domain.alert import Hit, fingerprint_of
from bot.domain.delivery import MessageRef
from bot.domain.feed import (
    MOST_NEWS,
    Edition,
    Feed,
    FeedFailed,
    FeedItem,
    wait_after_fault,
    wait_between,
)
from bot.domain.newsroom import Address
from bot.domain.watch import Heard
from bot.errors import DeliveryFailed
from bot.ports import FeedSource
from bot.wording import watches as wording
from bot.wording.words import Words

_AT_ONCE = 25

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Listening:
    """What listening works with.

    Attributes:
        feeds: Where feeds are asked.
        interval: How long a feed is left alone after it was read.
        room: How many feeds are asked at once.
    """

    posting: Posting
    feeds: FeedSource
    interval: timedelta
    room: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_AT_ONCE))


async def listen(listening: Listening) -> datetime | None:
    """Ask every feed whose time has come, and queue alerts of what watches hear.

    Returns:
        When to ask again, in UTC; None where no story listens to a feed.
    """

    async def ask(_: Posting, feed: Feed) -> None:
        await _ask(listening, feed)

    return await work_off(listening.posting, lambda tx: tx.feeds, ask)


async def _ask(listening: Listening, feed: Feed) -> None:
    """Ask one feed and write down what came of it."""
    try:
        async with listening.room:
            # One that listens anew needs the whole of it, though nothing may have changed there.
            stamp = feed.stamp if feed.read_at is not None else None
            edition = await listening.feeds.fetch(feed.link, stamp)
    except FeedFailed as failure:
        await _failed(listening, feed, failure)
    else:
        await _read(listening, feed, edition)


async def _read(listening: Listening, feed: Feed, edition: Edition | None) -> None:
    """Note what stood in a feed; what is new there is heard, in the same transaction."""
    posting = listening.posting
    news = feed.news_in(edition) if edition is not None else ()
    if len(news) > MOST_NEWS:  # one that gives its items other ids each time, or none
        facts = {"feed_id": str(feed.id), "left_out": len(news) - MOST_NEWS}
        log.warning("feed_floods", extra=facts)
        news = news[-MOST_NEWS:]
    caught = await _caught(posting, feed, news) if news else []
    now = posting.clock.now()
    wait = wait_between(listening.interval, posting.chance)
    async with posting.store.transaction() as tx:
        recorded = await tx.feeds.record(feed, feed.read(edition, now, wait))
        if recorded and caught:
            await queue_hits(tx, caught, now)
    log.info("feed_read", extra={"feed_id": str(feed.id), "new": len(news), "heard": len(caught)})
    if feed.message is not None:
        await _tell_again(posting, feed, feed.message)


async def _caught(posting: Posting, feed: Feed, news: Sequence[FeedItem]) -> list[Caught]:
    """Return what a newsroom's watches hear of what is new in a feed."""
    async with posting.store.view() as tx:
        listening = await listeners(tx, feed.newsroom_id)
    # Many items and many watches take their time, in which others are to be answered.
    return await asyncio.to_thread(_heard_by, listening, feed, news, posting.clock.now())


def _heard_by(
    listening: Sequence[Listener], feed: Feed, news: Sequence[FeedItem], now: datetime
) -> list[Caught]:
    found = (
        caught_by(
            listening,
            Heard.of(f"{item.headline}\n{item.summary}", feed.link),
            fingerprint_of(item.link, f"{feed.link} {item.key}"),
            Hit(item.headline, item.link, feed.title, item.published, now, ()),
        )
        for item in news
    )
    return [one for one in found if one is not None]


async def _failed(listening: Listening, feed: Feed, failure: FeedFailed) -> None:
    """Note that a feed could not be read; of one long silent, tell its newsroom once."""
    posting, now = listening.posting, listening.posting.clock.now()
    wait = wait_after_fault(feed.attempts, listening.interval, failure.retry_after, posting.chance)
    outcome = feed.failed(failure.fault, now, wait)
    facts = {"feed_id": str(feed.id), "fault": failure.fault.value, "attempts": feed.attempts}
    log.info("feed_failed", extra=facts)
    if feed.message is None and feed.is_silent(now):
        message = await _tell_of_silence(posting, outcome)
        outcome = outcome if message is None else outcome.told(message)
    async with posting.store.transaction() as tx:
        await tx.feeds.record(feed, outcome)


async def _admin_of(posting: Posting, feed: Feed) -> Address | None:
    async with posting.store.view() as tx:
        newsroom = await tx.newsrooms.newsroom(feed.newsroom_id)
        admin_id = newsroom.admin_channel_id
        addresses = [] if admin_id is None else await tx.newsrooms.addresses([admin_id])
    return next(iter(addresses), None)


async def _tell_of_silence(posting: Posting, feed: Feed) -> MessageRef | None:
    """Tell the admin channel that nothing comes of a feed, unless it sleeps or stands there."""
    admin, now = await _admin_of(posting, feed), posting.clock.now()
    if admin is None or admin.channel.sleeps(now):
        return None
    channel, tried_at = admin.channel, feed.tried_at or now
    message = wording.silent(feed, Words(channel.language), now.astimezone(channel.zone))
    try:
        return await let_stand(posting, admin, message, feed.nonce, tried_at)
    except DeliveryFailed as failure:  # it is told at the next attempt that fails
        facts = {"feed_id": str(feed.id), "reason": failure.reason}
        log.warning("feed_silence_not_told", extra=facts)
        return None


async def _tell_again(posting: Posting, feed: Feed, message: MessageRef) -> None:
    """Let what was said of a feed's silence say that it is over."""
    admin = await _admin_of(posting, feed)
    if admin is None:
        return
    now = posting.clock.now().astimezone(admin.channel.zone)
    said = wording.heard_again(feed, Words(admin.channel.language), now)
    try:
        await posting.messenger(message.platform).edit(message, said)
    except DeliveryFailed as failure:
        facts = {"feed_id": str(feed.id), "reason": failure.reason}
        log.info("feed_return_not_told", extra=facts)
