"""Reading feeds from a server of ours, which misbehaves as servers do."""

import asyncio
import gzip
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from aiohttp import web

from adapters.web.feeds import WebFeeds
from adapters.web.fetching import Bounds
from bot.domain.feed import Edition, FeedFailed, FeedFault, FeedItem, Stamp
from tests.adapters.web.site import LOOPBACK, Site, open_site

QUICK = Bounds(size=200_000, seconds=5, parsing_seconds=5)
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>The Harbour Post</title><link>http://example.com/</link>
<item><title>Envoy &amp; minister meet</title><guid>tag:1</guid>
<link>http://example.com/envoy</link><pubDate>Wed, 26 Nov 2025 10:30:00 +0100</pubDate>
<description>&lt;p&gt;Anna Berg &lt;b&gt;travels&lt;/b&gt;.&lt;/p&gt;</description></item>
<item><title>Talks broke down</title><link>/talks</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Havneposten</title>
<entry><id>urn:1</id><title type="html">Utsendingen &lt;i&gt;reiser&lt;/i&gt;</title>
<link href="http://example.com/a"/><updated>2025-11-26T09:30:00Z</updated>
<summary>Til Oslo</summary></entry></feed>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Harbour",
        "items": [
            {
                "id": 7,
                "url": "/seven",
                "content_html": "<p>The vote</p><p>is near</p>",
                "date_published": "2025-11-26T10:30:00+01:00",
            },
            {"nothing": "of use"},
            "no item",
        ],
    }
)
HALF_PAST_NINE = datetime(2025, 11, 26, 9, 30, tzinfo=UTC)


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with open_site() as opened:
        yield opened


def feeds(site: Site, bounds: Bounds = QUICK, *, locally: bool = True) -> WebFeeds:
    """Return a source that may read this server, or one as it runs in earnest."""
    networks = LOOPBACK if locally else ()
    return WebFeeds(allowed_networks=networks, allowed_ports={site.port, 80, 443}, bounds=bounds)


async def read(site: Site, body: str | bytes, kind: str = "application/rss+xml") -> Edition:
    edition = await feeds(site).fetch(site.put("/rss", body, kind))
    assert edition is not None
    return edition


async def fault_of(site: Site, link: str, bounds: Bounds = QUICK) -> FeedFault:
    with pytest.raises(FeedFailed) as failed:
        await feeds(site, bounds).fetch(link)
    return failed.value.fault


async def test_rss_is_read_as_plain_text(site: Site) -> None:
    edition = await read(site, RSS)
    assert edition.title == "The Harbour Post"
    first, second = edition.items
    assert first == FeedItem(
        "tag:1",
        "Envoy & minister meet",
        "Anna Berg travels.",
        "http://example.com/envoy",
        HALF_PAST_NINE,
    )
    assert second.link == site.link("/talks")
    assert second.published is None


async def test_atom_is_read(site: Site) -> None:
    (item,) = (await read(site, ATOM, "application/atom+xml")).items
    assert item == FeedItem(
        "urn:1", "Utsendingen reiser", "Til Oslo", "http://example.com/a", HALF_PAST_NINE
    )


async def test_a_json_feed_is_read(site: Site) -> None:
    edition = await read(site, JSON, "application/feed+json")
    assert edition.title == "Harbour"
    (item,) = edition.items
    assert (item.key, item.headline) == ("7", "The vote is near")
    assert item.link == site.link("/seven")
    assert item.published == HALF_PAST_NINE


async def test_an_old_charset_is_read(site: Site) -> None:
    body = RSS.replace("utf-8", "iso-8859-1").replace("Envoy", "Møte på øya")
    edition = await read(site, body.encode("latin-1"), "text/xml")
    assert edition.items[0].headline == "Møte på øya & minister meet"


async def test_a_packed_feed_is_unpacked(site: Site) -> None:
    link = site.put("/rss", gzip.compress(RSS.encode()), "text/xml", **{"Content-Encoding": "gzip"})
    edition = await feeds(site).fetch(link)
    assert edition is not None
    assert len(edition.items) == 2


async def test_an_unchanged_feed_is_not_sent_again(site: Site) -> None:
    async def answer(request: web.Request) -> web.Response:
        if request.headers.get("If-None-Match") == '"one"':
            return web.Response(status=304)
        headers = {"ETag": '"one"', "Last-Modified": "Wed, 26 Nov 2025 09:00:00 GMT"}
        return web.Response(text=RSS, content_type="text/xml", headers=headers)

    link = site.on("/rss", answer)
    edition = await feeds(site).fetch(link)
    assert edition is not None
    assert edition.stamp == Stamp('"one"', "Wed, 26 Nov 2025 09:00:00 GMT")
    assert await feeds(site).fetch(link, edition.stamp) is None
    assert site.asked[-1].headers["If-Modified-Since"] == edition.stamp.modified


async def test_a_moved_feed_is_followed(site: Site) -> None:
    there = site.put("/there", RSS, "text/xml")

    async def moved(request: web.Request) -> web.Response:
        return web.Response(status=301, headers={"Location": there})

    edition = await feeds(site).fetch(site.on("/here", moved))
    assert edition is not None
    assert edition.title == "The Harbour Post"


async def test_what_is_not_public_is_not_asked(site: Site) -> None:
    link = site.put("/rss", RSS, "text/xml")
    with pytest.raises(FeedFailed) as failed:
        await feeds(site, locally=False).fetch(link)
    assert failed.value.fault is FeedFault.NOT_PUBLIC
    assert not site.asked


@pytest.mark.parametrize("link", ["", "no link", "file:///etc/passwd", "http://10.0.0.1/rss"])
async def test_what_is_no_link_to_the_web_is_not_asked(site: Site, link: str) -> None:
    assert await fault_of(site, link) is FeedFault.NOT_PUBLIC


async def test_a_feed_that_leads_inside_is_not_followed(site: Site) -> None:
    async def inside(request: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": "http://10.0.0.1/rss"})

    assert await fault_of(site, site.on("/rss", inside)) is FeedFault.NOT_PUBLIC


@pytest.mark.parametrize(
    ("status", "fault"),
    [
        (404, FeedFault.MISSING),
        (410, FeedFault.MISSING),
        (403, FeedFault.CLOSED),
        (500, FeedFault.UNREACHABLE),
        (304, FeedFault.UNREACHABLE),
    ],
)
async def test_what_a_site_answers_is_told_apart(site: Site, status: int, fault: FeedFault) -> None:
    async def answer(request: web.Request) -> web.Response:
        return web.Response(status=status)

    assert await fault_of(site, site.on("/rss", answer)) is fault


@pytest.mark.parametrize("asked", ["900", "Wed, 26 Nov 2025 11:15:00 GMT"])
async def test_a_site_that_asks_for_patience_gets_it(site: Site, asked: str) -> None:
    async def busy(request: web.Request) -> web.Response:
        headers = {"Date": "Wed, 26 Nov 2025 11:00:00 GMT", "Retry-After": asked}
        return web.Response(status=429, headers=headers)

    with pytest.raises(FeedFailed) as failed:
        await feeds(site).fetch(site.on("/rss", busy))
    assert failed.value.retry_after == 900


async def test_a_feed_without_end_is_broken_off(site: Site) -> None:
    link = site.put("/rss", RSS + " " * 300_000, "text/xml")
    assert await fault_of(site, link) is FeedFault.TOO_LARGE


async def test_a_slow_site_is_not_waited_for(site: Site) -> None:
    async def slow(request: web.Request) -> web.Response:
        await asyncio.Event().wait()
        return web.Response()

    bounds = Bounds(seconds=0.2)
    assert await fault_of(site, site.on("/rss", slow), bounds) is FeedFault.SLOW


async def test_a_site_that_leads_in_circles_is_left(site: Site) -> None:
    async def around(request: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": "/rss"})

    assert await fault_of(site, site.on("/rss", around)) is FeedFault.ENDLESS


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<html><body><p>A page</p></body></html>",
        "{}",
        "{" * 100_000,
        '{"version": "https://example.com/", "items": []}',
        "[1, 2]",
        "plain words",
    ],
)
async def test_what_is_no_feed_is_refused(site: Site, body: str) -> None:
    link = site.put("/rss", body, "text/xml")
    assert await fault_of(site, link) is FeedFault.NO_FEED


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + '<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
    + "<rss version='2.0'><channel><title>&secret;</title>"
    + "<item><guid>1</guid><title>Boom &i; &secret;</title></item></channel></rss>"
)


async def test_an_entity_bomb_does_not_go_off(site: Site) -> None:
    edition = await read(site, BOMB, "text/xml")
    (item,) = edition.items
    assert len(item.headline) <= 300
    assert "root:" not in item.headline + edition.title


async def test_a_tangled_feed_is_broken_off(site: Site) -> None:
    bounds = Bounds(parsing_seconds=0.01)
    link = site.put("/rss", RSS, "text/xml")
    assert await fault_of(site, link, bounds) is FeedFault.NO_FEED


async def test_a_feed_of_many_long_items_is_cut(site: Site) -> None:
    item = f"<item><title>{'word ' * 100}</title><description>{'x ' * 50}</description></item>"
    body = f"<rss version='2.0'><channel>{item * 600}</channel></rss>"
    bounds = Bounds(size=2_000_000, seconds=5, parsing_seconds=10)
    edition = await feeds(site, bounds).fetch(site.put("/rss", body, "text/xml"))
    assert edition is not None
    assert len(edition.items) == 500
    assert edition.items[0].headline.endswith("word…")


async def test_what_could_steer_a_screen_is_left_out(site: Site) -> None:
    body = RSS.replace("Talks broke down", "Talks \u202ebroke\u202c down &#x85;")
    assert (await read(site, body)).items[1].headline == "Talks broke down"


async def test_a_link_that_is_none_of_the_webs_is_left_out(site: Site) -> None:
    body = RSS.replace("http://example.com/envoy", "javascript:alert(1)")
    assert (await read(site, body)).items[0].link == ""
