"""Watches, feeds and alerts, in every store."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.channel_queue import Backlog
from bot.domain.delivery import DeliveryState
from bot.domain.feed import Edition, FeedFault, FeedItem, Stamp
from bot.ports import Store
from tests.adapters.database.world import SPORT, UTENRIKS, put_newsroom, put_story
from tests.builders import (
    DAY,
    HOUR,
    NOON,
    a_feed,
    a_hit,
    a_message_ref,
    a_newsroom,
    a_story,
    a_watch,
    an_alert,
)

HERE = a_newsroom().id
MINUTE = timedelta(minutes=1)


async def test_a_watch_is_kept_changed_and_forgotten(store: Store) -> None:
    other = a_story("oil")
    first, second = a_watch(terms=("Aune", "quota")), a_watch("second", made_at=NOON + HOUR)
    async with store.transaction() as tx:
        await put_story(tx)
        await tx.stories.add(other)
        await tx.watches.add(second)
        await tx.watches.add(first)
        assert await tx.watches.of_newsroom(HERE) == [first, second]
        await tx.watches.save(first.in_story(other.id))
        assert await tx.watches.across([first.id]) == [first.in_story(other.id)]
        assert await tx.watches.remove(second.id)
        assert not await tx.watches.remove(second.id)
        assert await tx.watches.of_newsroom(a_newsroom("Elsewhere").id) == []


async def test_a_story_that_listens_is_not_forgotten(store: Store) -> None:
    async with store.transaction() as tx:
        await put_story(tx, follow_ups=0)
        await tx.watches.add(a_watch())
        assert not await tx.stories.remove(a_story().id)
        await tx.watches.remove(a_watch().id)
        assert await tx.stories.remove(a_story().id)


async def test_a_feed_is_kept_whole(store: Store) -> None:
    feed = a_feed(
        seen=("one", "two"), etag='"e"', modified="m", fault=FeedFault.SLOW, message=a_message_ref()
    )
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.feeds.save(a_feed())
        await tx.feeds.save(feed)
    async with store.view() as view:
        assert await view.feeds.of_newsroom(HERE) == [feed]


async def test_a_link_is_one_feed_of_a_newsroom(store: Store) -> None:
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.feeds.save(a_feed())
        await tx.feeds.save(replace(a_feed(), id=HERE))
        assert await tx.feeds.of_newsroom(HERE) == [a_feed()]
        await tx.feeds.remove(a_feed().id)
        assert await tx.feeds.of_newsroom(HERE) == []


async def test_a_feed_is_asked_by_one_and_recorded_once(store: Store) -> None:
    edition = Edition("The Wire", (FeedItem("1", "Headline"),), Stamp("e", "m"))
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.feeds.save(a_feed())
        await tx.feeds.save(a_feed("https://asleep.example/rss", due_at=None))
        (claimed,) = await tx.feeds.claim(NOON, HOUR, 10)
        assert (claimed.attempts, claimed.tried_at) == (1, NOON)
        assert await tx.feeds.claim(NOON, HOUR, 10) == []
        assert await tx.feeds.next_due(NOON, HOUR) == NOON + HOUR
        outcome = claimed.read(edition, NOON, 10 * MINUTE)
        assert await tx.feeds.record(claimed, outcome)
        assert not await tx.feeds.record(claimed, outcome)
        assert await tx.feeds.next_due(NOON, HOUR) == NOON + 10 * MINUTE
    async with store.view() as view:
        assert outcome in await view.feeds.of_newsroom(HERE)


async def test_a_feed_that_was_begun_anew_meanwhile_is_not_recorded(store: Store) -> None:
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.feeds.save(a_feed())
        (claimed,) = await tx.feeds.claim(NOON, HOUR, 10)
        await tx.feeds.save(claimed.asleep().awake(NOON))
        assert not await tx.feeds.record(claimed, claimed.read(None, NOON, HOUR))


async def test_an_alert_gathers_until_it_is_tried(store: Store) -> None:
    alert = an_alert(UTENRIKS, a_hit(published=NOON - HOUR, guarded=True, reading="1a2b3c4d"))
    fuller = alert.with_hits([a_hit("Another", published=None, terms=())])
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.alerts.save(alert)
        assert await tx.alerts.waiting(UTENRIKS.id) == [alert]
        await tx.alerts.save(fuller)
        assert await tx.alerts.waiting(UTENRIKS.id) == [fuller]
        assert await tx.alerts.waiting(SPORT.id) == []
        (claimed,) = await tx.alerts.claim(NOON, HOUR, 10)
        assert claimed.hits == fuller.hits
        assert await tx.alerts.waiting(UTENRIKS.id) == []


async def test_an_alert_is_claimed_once_and_settled(store: Store) -> None:
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.alerts.save(an_alert(UTENRIKS))
        assert await tx.alerts.next_due(NOON, HOUR) == NOON
        assert await tx.queues.backlog(NOON + HOUR) == Backlog(1, 1, 0, NOON)
        (claimed,) = await tx.alerts.claim(NOON, HOUR, 10)
        assert await tx.alerts.claim(NOON, HOUR, 10) == []
        told = claimed.told(a_message_ref())
        await tx.alerts.record(claimed, told)
        await tx.alerts.record(replace(claimed, attempts=7), claimed.skipped("outdated"))
        assert await tx.alerts.next_due(NOON, HOUR) is None
        assert await tx.alerts.get(HERE, told.id) == told
        assert await tx.alerts.get(a_newsroom("Elsewhere").id, told.id) is None


async def test_a_channel_is_told_of_an_item_once(store: Store) -> None:
    async with store.transaction() as tx:
        await put_newsroom(tx)
        assert await tx.alerts.untold(HERE, UTENRIKS.id, {"a", "b"}, NOON) == {"a", "b"}
        assert await tx.alerts.untold(HERE, UTENRIKS.id, {"b", "c"}, NOON) == {"c"}
        assert await tx.alerts.untold(HERE, SPORT.id, {"b"}, NOON) == {"b"}
        assert await tx.alerts.untold(HERE, SPORT.id, set(), NOON) == set()


async def test_what_a_channel_refused_is_counted_and_tried_again(store: Store) -> None:
    async with store.transaction() as tx:
        await put_newsroom(tx)
        for channel in (UTENRIKS, SPORT):
            await tx.alerts.save(an_alert(channel))
        for claimed in await tx.alerts.claim(NOON, HOUR, 10):
            await tx.alerts.record(claimed, claimed.undeliverable("is_archived"))
        assert await tx.queues.backlog(NOON) == Backlog(0, 0, 2, None)
        lines = await tx.queues.overview(NOON, HERE)
        assert [(line.channel, line.reason, line.given_up) for line in lines] == [
            ("sport", "is_archived", 1),
            ("utenriks", "is_archived", 1),
        ]
        assert await tx.queues.retry(NOON, [UTENRIKS.id], but={"is_archived"}) == 0
        assert await tx.queues.retry(NOON + DAY, [UTENRIKS.id], limit=1) == 1
        (again,) = await tx.alerts.claim(NOON + DAY, HOUR, 10)
        assert (again.channel_id, again.state) == (UTENRIKS.id, DeliveryState.PENDING)
        assert again.may_stand_since
        assert await tx.queues.drop() == 1
        assert await tx.queues.retry(NOON + DAY) == 0


async def test_what_was_settled_long_ago_is_forgotten(store: Store) -> None:
    waiting = an_alert(SPORT)
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.alerts.save(an_alert(UTENRIKS))
        (claimed,) = await tx.alerts.claim(NOON, HOUR, 10)
        await tx.alerts.record(claimed, claimed.told(a_message_ref()))
        await tx.alerts.save(waiting)
        await tx.alerts.untold(HERE, UTENRIKS.id, {"old"}, NOON)
        await tx.alerts.untold(HERE, UTENRIKS.id, {"new"}, NOON + DAY)
        await tx.alerts.forget_before(NOON + HOUR)
        assert await tx.alerts.get(HERE, claimed.id) is None
        assert await tx.alerts.get(HERE, waiting.id) == waiting
        assert await tx.alerts.untold(HERE, UTENRIKS.id, {"old", "new"}, NOON + DAY) == {"old"}
