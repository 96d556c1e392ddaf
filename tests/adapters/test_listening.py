"""Feeds as they are in earnest: asked over HTTP, kept in a database, heard by one of several."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import web

from adapters.clock import SteppedClock
from adapters.database.store import DatabaseStore
from adapters.house import open_house, reminding
from adapters.web.feeds import WebFeeds
from bot.actions.listen import listen
from bot.actions.tell_alerts import tell_alerts
from bot.domain.feed import INTERVAL
from bot.domain.newsroom import Platform
from config.settings import Settings
from tests.adapters.web.site import LOOPBACK, Site, open_site
from tests.fakes.feeds import FakeFeedSource
from tests.stage import WEDNESDAY_NOON, FakeMessenger, Stage, an_asker, text_of


class Wire:
    """A feed on a server, which knows what its readers have."""

    def __init__(self, site: Site) -> None:
        self.headlines: list[str] = []
        self.statuses: list[int] = []
        self.link = site.on("/rss", self._answer)

    async def _answer(self, request: web.Request) -> web.Response:
        etag = f'"{len(self.headlines)}"'
        if request.headers.get("If-None-Match") == etag:
            self.statuses.append(304)
            return web.Response(status=304)
        self.statuses.append(200)
        items = "".join(
            f"<item><title>{each}</title><guid isPermaLink='false'>{each}</guid></item>"
            for each in reversed(self.headlines)
        )
        body = f"<rss version='2.0'><channel><title>Wire</title>{items}</channel></rss>"
        return web.Response(text=body, content_type="text/xml", headers={"ETag": etag})


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with open_site() as opened:
        yield opened


@pytest.fixture
def store(database: DatabaseStore) -> DatabaseStore:
    return database


@pytest.fixture
async def stage(site: Site, store: DatabaseStore) -> Stage:
    """A newsroom that may read the server's feeds, and that follows a story."""
    feeds = WebFeeds(allowed_networks=LOOPBACK, allowed_ports={site.port})
    stage = Stage(store=store, feeds=feeds)
    await stage.run("new fish The fish treaty", "subscribe fish")
    return stage


async def test_what_comes_over_the_wire_is_told_once(stage: Stage, site: Site) -> None:
    wire = Wire(site)
    wire.headlines += ["Old news of Aune"]
    await stage.run(f"watch fish {wire.link} Aune")
    wire.headlines += ["Aune &amp; co. head for &lt;!channel&gt;", "Nothing of note"]
    posted = await stage.pass_time(stage.clock.now() + timedelta(minutes=35))
    assert [each.message.title for each in posted] == ["Alert: Aune & co. head for <!channel>"]
    assert "Source: Wire" in text_of(posted[0].message)
    assert wire.statuses == [200, 200, 304, 304]


async def test_of_several_workers_one_asks_and_one_tells(stage: Stage, site: Site) -> None:
    wire = Wire(site)
    await stage.run(f"watch fish {wire.link}")
    wire.headlines += [f"Item {number}" for number in range(12)]
    stage.clock.set(stage.clock.now() + INTERVAL)
    workers = [replace(stage.listening) for _ in range(4)]
    await asyncio.gather(*(listen(each) for each in workers))
    assert wire.statuses == [200, 200]
    await asyncio.gather(*(tell_alerts(stage.posting) for _ in workers))
    told = "\n".join(text_of(each.message) for each in stage.messenger.posted)
    assert all(told.count(f"Item {number}\n") == 1 for number in range(12))
    assert len(stage.messenger.posted) == 3


async def test_a_worker_that_dies_between_asking_and_writing_loses_nothing(
    stage: Stage, site: Site
) -> None:
    wire = Wire(site)
    await stage.run(f"watch fish {wire.link} Aune")
    wire.headlines += ["Aune heads for London"]
    stage.clock.set(stage.clock.now() + INTERVAL)
    async with stage.store.transaction() as tx:  # one takes it up, and is never heard of again
        assert await tx.feeds.claim(stage.clock.now(), timedelta(minutes=2), 10)
    posted = await stage.pass_time(stage.clock.now() + timedelta(minutes=5))
    assert [each.message.title for each in posted] == ["Alert: Aune heads for London"]


async def test_a_running_daybook_asks_when_it_is_time_and_tells(tmp_path: Path) -> None:
    clock, source = SteppedClock(WEDNESDAY_NOON), FakeFeedSource()
    source.put("https://news.example/rss")
    environ = {
        "DAYBOOK_DATABASE_URL": f"sqlite:///{tmp_path / 'd.sqlite3'}",
        "DAYBOOK_FEED_MINUTES": "20",
        "DAYBOOK_LANGUAGE": "en",
    }
    async with open_house(Settings.read(environ), clock) as opened:
        house = replace(opened, desk=replace(opened.desk, feeds=source))
        messenger = FakeMessenger(clock)
        for text in ("new fish The treaty", "subscribe fish"):
            await house.desk.type(an_asker(), text)
        async with reminding(house, {Platform.SLACK: messenger}):
            await house.desk.type(an_asker(), "watch fish https://news.example/rss Aune")
            source.put("https://news.example/rss", "Aune heads for London")
            await clock.advance(timedelta(minutes=15))
            source.put("https://news.example/rss", "Aune is back")
            await clock.advance(timedelta(minutes=10))
            first = [each.message.title for each in messenger.posted]
            await clock.advance(timedelta(minutes=15))
    assert first == ["Alert: Aune heads for London"]
    assert [each.message.title for each in messenger.posted[1:]] == ["Alert: Aune is back"]
