"""Fetching from a server of ours, which misbehaves as servers do."""

import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator
from datetime import datetime, timedelta, timezone

import pytest
from aiohttp import web

from adapters.web.addresses import NotPublic
from adapters.web.extraction import NoArticle, TooTangled
from adapters.web.fetching import (
    Bounds,
    EndlessRedirects,
    KeptFromPrograms,
    NotAPage,
    NotLetIn,
    NotThere,
    TooLarge,
    TooSlow,
    Unreachable,
)
from tests.adapters.web.site import PAGE, Site, open_site

QUICK = Bounds(size=200_000, seconds=5, rules_seconds=0.1, parsing_seconds=5)


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with open_site() as opened:
        yield opened


async def test_an_article_comes_with_headline_link_and_time_of_publication(site: Site) -> None:
    article = await site.articles().fetch(site.put("/envoy", PAGE))
    assert article.headline == "Envoy heads for Oslo"
    assert article.text.startswith("Envoy heads for Oslo")
    assert "left Geneva after a week" in article.text
    assert "Sport" not in article.text
    assert article.source == site.link("/envoy")
    assert article.published == datetime(2025, 11, 20, 8, 15, tzinfo=timezone(timedelta(hours=1)))


async def test_a_packed_page_is_unpacked(site: Site) -> None:
    link = site.put("/packed", gzip.compress(PAGE.encode()), **{"Content-Encoding": "gzip"})
    assert "Anna Berg" in (await site.articles().fetch(link)).text


async def test_a_text_is_taken_as_it_stands(site: Site) -> None:
    link = site.put("/a.txt", "Møtet er i morgen.".encode("latin-1"), "text/plain; charset=latin-1")
    assert (await site.articles().fetch(link)).text == "Møtet er i morgen."


@pytest.mark.parametrize("charset", ["punycode", "unicode_escape", "no-such-thing", "utf-999"])
async def test_a_text_in_an_odd_charset_is_taken_for_utf_8(site: Site, charset: str) -> None:
    link = site.put("/a.txt", "Møtet er i morgen.", f"text/plain; charset={charset}")
    assert (await site.articles().fetch(link)).text == "Møtet er i morgen."


async def test_redirects_are_followed_to_the_article(site: Site) -> None:
    site.put("/envoy", PAGE)

    async def onward(request: web.Request) -> web.StreamResponse:
        raise web.HTTPFound("/envoy")

    article = await site.articles().fetch(site.on("/short", onward))
    assert article.source == site.link("/envoy")


async def test_redirects_without_end_are_given_up(site: Site) -> None:
    async def onward(request: web.Request) -> web.StreamResponse:
        raise web.HTTPFound("/round")

    with pytest.raises(EndlessRedirects):
        await site.articles().fetch(site.on("/round", onward))
    assert len([each for each in site.asked if each.path == "/round"]) == 6


@pytest.mark.parametrize(
    "inward", ["http://10.0.0.1/", "http://[::1]/", "http://169.254.169.254/latest", "//0x7f.1/"]
)
async def test_a_redirect_into_a_private_network_is_refused(site: Site, inward: str) -> None:
    async def onward(request: web.Request) -> web.StreamResponse:
        return web.Response(status=302, headers={"Location": inward})

    with pytest.raises(NotPublic):
        await site.articles().fetch(site.on("/trap", onward))


async def test_a_name_that_is_looked_up_as_a_private_address_is_refused(site: Site) -> None:
    site.put("/secret", PAGE)
    with pytest.raises(NotPublic):
        await site.articles(locally=False).fetch(site.link("/secret", "localhost"))
    assert site.asked == []


async def test_neither_cookies_nor_a_name_of_a_browser_are_sent(site: Site) -> None:
    site.put("/robots.txt", "", "text/plain", **{"Set-Cookie": "track=1"})
    site.put("/envoy", PAGE)
    await site.articles().fetch(site.link("/envoy", "localhost"))
    asked = site.asked[-1]
    assert "Cookie" not in asked.headers
    assert asked.headers["User-Agent"].startswith("Daybook/")


async def test_what_a_site_asks_of_programs_is_respected(site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /inner\n", "text/plain")
    inner, outer = site.put("/inner/a", PAGE), site.put("/outer", PAGE)
    with pytest.raises(KeptFromPrograms):
        await site.articles().fetch(inner)
    assert (await site.articles().fetch(outer)).text


async def test_a_site_whose_rules_do_not_come_is_read(site: Site) -> None:
    async def silence(request: web.Request) -> web.StreamResponse:
        await asyncio.Event().wait()
        raise AssertionError

    site.on("/robots.txt", silence)
    assert (await site.articles(QUICK).fetch(site.put("/envoy", PAGE))).text


async def test_a_page_of_too_many_bytes_is_refused(site: Site) -> None:
    with pytest.raises(TooLarge):
        await site.articles(QUICK).fetch(site.put("/large", b"a" * 200_001))


async def test_a_page_that_unpacks_without_end_is_refused(site: Site) -> None:
    bomb = gzip.compress(bytes(50_000_000))
    with pytest.raises(TooLarge):
        await site.articles(QUICK).fetch(site.put("/bomb", bomb, **{"Content-Encoding": "gzip"}))


async def test_a_page_packed_as_nobody_asked_is_refused(site: Site) -> None:
    packed = zlib.compress(PAGE.encode())
    with pytest.raises(NotAPage):
        await site.articles().fetch(site.put("/odd", packed, **{"Content-Encoding": "br"}))


async def test_a_page_that_is_packed_wrongly_is_refused(site: Site) -> None:
    with pytest.raises(Unreachable):
        await site.articles().fetch(site.put("/bad", "no", **{"Content-Encoding": "gzip"}))


async def test_a_server_that_trickles_is_given_up(site: Site) -> None:
    async def trickle(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/html"})
        await response.prepare(request)
        await response.write(b"<p>")
        await asyncio.Event().wait()
        raise AssertionError

    with pytest.raises(TooSlow):
        await site.articles(Bounds(seconds=0.2)).fetch(site.on("/slow", trickle))


@pytest.mark.parametrize("kind", ["application/pdf", "image/jpeg", "video/mp4", "application/json"])
async def test_a_link_to_a_file_is_refused(site: Site, kind: str) -> None:
    with pytest.raises(NotAPage) as refused:
        await site.articles().fetch(site.put("/file", b"%PDF", kind))
    assert kind in str(refused.value)


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (404, NotThere),
        (410, NotThere),
        (401, NotLetIn),
        (402, NotLetIn),
        (403, NotLetIn),
        (451, NotLetIn),
        (500, Unreachable),
        (503, Unreachable),
    ],
)
async def test_a_page_that_is_not_shown_is_told_apart(
    site: Site, status: int, error: type[Exception]
) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        return web.Response(status=status, text="no", content_type="text/html")

    with pytest.raises(error):
        await site.articles().fetch(site.on("/page", answer))


async def test_a_server_that_is_not_there_is_unreachable() -> None:
    async with open_site() as gone:
        link, articles = gone.put("/envoy", PAGE), gone.articles()
    with pytest.raises(Unreachable):
        await articles.fetch(link)


@pytest.mark.parametrize("body", ["", "<html><body></body></html>", "<p>Log in</p>\x00"])
async def test_a_page_without_an_article_is_told(site: Site, body: str) -> None:
    with pytest.raises(NoArticle):
        await site.articles().fetch(site.put("/empty", body))


async def test_tags_nested_without_end_hold_nothing_up(site: Site) -> None:
    nested = "<div>" * 100_000 + "Words" + "</div>" * 100_000
    with pytest.raises((NoArticle, TooTangled)):
        await site.articles().fetch(site.put("/deep", nested))


async def test_a_page_no_parser_comes_to_an_end_with_is_given_up(site: Site) -> None:
    endless = "<div " + " ".join(f"a{number}=1" for number in range(200_000)) + ">x</div>"
    with pytest.raises(TooTangled):
        await site.articles(Bounds(parsing_seconds=0.5)).fetch(site.put("/attributes", endless))


async def test_a_page_that_was_pasted_is_taken_apart_too(site: Site) -> None:
    article = await site.articles().extract(PAGE)
    assert article.headline == "Envoy heads for Oslo"
    assert article.source == ""
