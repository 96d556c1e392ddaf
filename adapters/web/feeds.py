"""Asking feeds what is new in them, within bounds."""

import asyncio
import json
import zlib
from datetime import datetime
from functools import cached_property
from typing import Any

import aiohttp
from yarl import URL

from adapters.retry_after import seconds_to_wait
from adapters.web.addresses import Gate, NoLink, NotPublic
from adapters.web.apart import BrokenOff, Workbench
from adapters.web.fetching import (
    EndlessRedirects,
    NotAPage,
    PublicWeb,
    TooLarge,
    body_of,
    followed,
    open_session,
    url_of,
)
from bot.domain.feed import Edition, FeedFailed, FeedFault, FeedItem, Stamp
from bot.domain.plain import plain

ACCEPTED = (
    "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9,"
    " text/xml;q=0.9, application/json;q=0.8, */*;q=0.1"
)
_LONGEST_STAMP = 500
_PATIENCE_ASKED = frozenset({429, 503})


class WebFeeds(PublicWeb):
    """Implements ``bot.ports.FeedSource``."""

    @cached_property
    def _workbench(self) -> Workbench:
        return Workbench("adapters.web.editions", self._bounds.parsing_seconds)

    async def fetch(self, link: str, stamp: Stamp | None = None) -> Edition | None:
        """Return a feed as it stands, or None. See ``bot.ports.FeedSource``."""
        gate = self.gate()
        try:
            at = gate.require_public(url_of(link))
        except (NoLink, NotPublic):
            raise FeedFailed(FeedFault.NOT_PUBLIC, link[:80]) from None
        site = at.host or ""
        try:
            async with asyncio.timeout(self._bounds.seconds):
                got = await self._ask(at, gate, stamp or Stamp())
        except TimeoutError:
            raise FeedFailed(FeedFault.SLOW, site) from None
        except TooLarge:
            raise FeedFailed(FeedFault.TOO_LARGE, site) from None
        except EndlessRedirects:
            raise FeedFailed(FeedFault.ENDLESS, site) from None
        except NotAPage:
            raise FeedFailed(FeedFault.NO_FEED, site) from None
        except (NoLink, NotPublic):
            raise FeedFailed(FeedFault.NOT_PUBLIC, site) from None
        except (aiohttp.ClientError, OSError, ValueError, zlib.error):
            fault = FeedFault.NOT_PUBLIC if gate.has_refused else FeedFault.UNREACHABLE
            raise FeedFailed(fault, site) from None
        return None if got is None else await self._edition(*got, at)

    async def _ask(self, at: URL, gate: Gate, stamp: Stamp) -> tuple[bytes, str, Stamp] | None:
        """Return what stands there, its media type and its stamp; None where nothing is new."""
        known = {"If-None-Match": stamp.etag, "If-Modified-Since": stamp.modified}
        headers = {name: value for name, value in known.items() if value}
        async with (
            open_session(gate, ACCEPTED) as session,
            followed(session, at, gate, self._bounds.redirects, headers=headers) as response,
        ):
            if response.status == 304 and headers:
                return None
            _require_found(response)
            content = await body_of(response, self._bounds.size)
            return content, response.headers.get("Content-Type", ""), _stamp_of(response)

    async def _edition(self, content: bytes, kind: str, stamp: Stamp, at: URL) -> Edition:
        """Return what a feed holds.

        Raises:
            FeedFailed: If it is none.
        """
        try:
            printed = await self._workbench.run(content, kind, str(at))
        except BrokenOff:
            raise FeedFailed(FeedFault.NO_FEED, at.host or "") from None
        found = json.loads(printed)
        if not found:
            raise FeedFailed(FeedFault.NO_FEED, at.host or "")
        return Edition(plain(found["title"]), tuple(map(_item, found["items"])), stamp)


def _require_found(response: aiohttp.ClientResponse) -> None:
    """Check that there is an answer.

    Raises:
        FeedFailed: If there is none.
    """
    site, status = response.url.host or "", response.status
    if status == 200:
        return
    if status in _PATIENCE_ASKED:
        raise FeedFailed(FeedFault.UNREACHABLE, site, seconds_to_wait(response.headers))
    if status in (404, 410):
        raise FeedFailed(FeedFault.MISSING, site)
    raise FeedFailed(FeedFault.CLOSED if 400 <= status < 500 else FeedFault.UNREACHABLE, site)


def _stamp_of(response: aiohttp.ClientResponse) -> Stamp:
    """Return by what the site will know this edition again; nothing that is no honest stamp."""
    etag, modified = (response.headers.get(name, "") for name in ("ETag", "Last-Modified"))
    honest = (each if len(each) <= _LONGEST_STAMP else "" for each in (etag, modified))
    return Stamp(*honest)


def _item(found: dict[str, Any]) -> FeedItem:
    published = found["published"]
    return FeedItem(
        found["key"],
        plain(found["headline"]),
        plain(found["summary"]),
        found["link"],
        datetime.fromisoformat(published) if published else None,
    )
