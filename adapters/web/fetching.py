"""Fetching an article from the web, within bounds."""

import asyncio
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version

import aiohttp
from yarl import URL

from adapters.web import robots
from adapters.web.addresses import WEB_PORTS, Gate, Network, NoLink, NotPublic
from adapters.web.extraction import Extractor, NoArticle, Page
from bot.domain.article import Article
from bot.domain.language import translatable
from bot.errors import BotError

HTML = frozenset({"text/html", "application/xhtml+xml"})
PLAIN = "text/plain"
ACCEPTED = "text/html, application/xhtml+xml, text/plain;q=0.8"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 64 * 1024
_PLAIN_CHARSETS = ("utf-", "iso-8859", "latin", "windows-125", "ascii", "us-ascii")
"""How these are written; a codec such as punycode can be made to take hours."""
_GZIP = 31  # zlib's sign for a gzip header


class Unreachable(BotError):
    """A site that does not answer as one should."""

    reply = translatable(
        "{site} can’t be reached just now. Try later, or paste the article’s text."
    )


class TooSlow(BotError):
    """A site that takes its time."""

    reply = translatable(
        "{site} didn’t send the page within {seconds} seconds. Try later, or paste the text."
    )


class NotThere(BotError):
    """A link to nothing."""

    reply = translatable("There is no page at that link ({status}). Check it, or paste the text.")


class NotLetIn(BotError):
    """A page the site does not show."""

    reply = translatable(
        "{site} doesn’t let me read that page ({status}). Paste the article’s text instead."
    )


class KeptFromPrograms(BotError):
    """A page that the site asks programs to leave alone."""

    reply = translatable(
        "{site} asks programs not to read that page. Paste the article’s text instead."
    )


class NotAPage(BotError):
    """A link to a picture, a PDF or the like."""

    reply = translatable(
        "That link leads to no article but to a file ({kind}). Paste the article’s text instead."
    )


class TooLarge(BotError):
    """A page larger than any article."""

    reply = translatable(
        "That page is larger than {megabytes} MB, so I don’t read it. Paste the article’s text."
    )


class EndlessRedirects(BotError):
    """A link that leads on and on."""

    reply = translatable(
        "That link leads from page to page without end. Open it, and paste the article’s text."
    )


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much patience and room a page is given.

    Attributes:
        size: Bytes of a page, unpacked.
        seconds: For all of fetching, redirects and the site's rules included.
        rules_seconds: For the site's rules; a site that doesn't tell them in time has none.
        parsing_seconds: For taking the page apart.
        redirects: How often a link may lead on.
    """

    size: int = 5 * 1024 * 1024
    seconds: float = 10
    rules_seconds: float = 3
    parsing_seconds: float = 10
    redirects: int = 5


class PublicWeb:
    """What may be reached of the web, and how far."""

    def __init__(
        self,
        *,
        allowed_networks: Collection[Network] = (),
        allowed_ports: Collection[int] = WEB_PORTS,
        bounds: Bounds | None = None,
    ) -> None:
        """Read the public web.

        Args:
            allowed_networks: What may be reached besides, as a test's own server.
            allowed_ports: The ports that may be reached.
            bounds: Other than the usual ones.
        """
        self._networks = allowed_networks
        self._ports = allowed_ports
        self._bounds = bounds or Bounds()

    def gate(self) -> Gate:
        """Return a gate that lets only what is public through, for one fetch."""
        return Gate(self._networks, self._ports)


class WebArticles(PublicWeb):
    """Implements ``bot.ports.ArticleSource``."""

    @cached_property
    def _extractor(self) -> Extractor:
        return Extractor(self._bounds.parsing_seconds)

    async def fetch(self, link: str) -> Article:
        """Return the article behind a link. See ``bot.ports.ArticleSource``."""
        gate = self.gate()
        at = gate.require_public(url_of(link))
        try:
            async with asyncio.timeout(self._bounds.seconds):
                page, kind = await self._follow(at, gate)
        except TimeoutError:
            raise TooSlow(site=at.host, seconds=round(self._bounds.seconds)) from None
        except (aiohttp.ClientError, OSError, ValueError, zlib.error):
            if gate.has_refused:
                raise NotPublic(link=link[:80]) from None
            raise Unreachable(site=at.host) from None
        return _plain(page) if kind == PLAIN else await self._extractor.article_of(page)

    async def extract(self, page: str) -> Article:
        """Return the article of a page that was pasted. See ``bot.ports.ArticleSource``."""
        return await self._extractor.article_of(Page(page.encode("utf-8", "replace"), "utf-8"))

    async def _follow(self, link: URL, gate: Gate) -> tuple[Page, str]:
        """Return the page a link leads to in the end, and its media type."""
        asked: set[URL] = set()
        async with open_session(gate, ACCEPTED) as session:

            async def ask_leave(link: URL) -> None:
                if link.origin() not in asked:
                    await self._ask_leave(session, link)
                    asked.add(link.origin())

            redirects = self._bounds.redirects
            async with followed(session, link, gate, redirects, ask_leave=ask_leave) as response:
                return await self._page(response), response.content_type

    async def _ask_leave(self, session: aiohttp.ClientSession, link: URL) -> None:
        """Ask a site's rules about a page; where it tells none, it has none.

        Raises:
            KeptFromPrograms: If they forbid it.
        """
        rules = b""
        try:
            async with (
                asyncio.timeout(self._bounds.rules_seconds),
                session.get(robots.rules_of(link), allow_redirects=False) as response,
            ):
                if response.status == 200:
                    rules = await body_of(response, robots.LONGEST)
        except (TimeoutError, aiohttp.ClientError, OSError, zlib.error, BotError):
            return  # the page itself will tell what is wrong
        if not robots.allows(rules, link):
            raise KeptFromPrograms(site=link.host)

    async def _page(self, response: aiohttp.ClientResponse) -> Page:
        _require_page(response)
        content = await body_of(response, self._bounds.size)
        return Page(content, response.charset or "", str(response.url))


@asynccontextmanager
async def followed(
    session: aiohttp.ClientSession,
    link: URL,
    gate: Gate,
    redirects: int,
    *,
    headers: Mapping[str, str] | None = None,
    ask_leave: Callable[[URL], Awaitable[None]] | None = None,
) -> AsyncIterator[aiohttp.ClientResponse]:
    """Open what a link leads to in the end.

    Args:
        session: As ``open_session`` gives it.
        link: Where to begin; the gate has let it through.
        gate: Asked about each link that it leads on to.
        redirects: How often it may lead on.
        headers: What to send along.
        ask_leave: Told each link before it is followed; raises where it must not be.

    Raises:
        EndlessRedirects: If it leads on for longer.
        BotError: If it leads where the gate lets nobody through.
    """
    for _ in range(redirects + 1):
        if ask_leave is not None:
            await ask_leave(link)
        async with session.get(link, allow_redirects=False, headers=headers) as response:
            onward = response.headers.get("Location")
            if response.status not in _REDIRECTS or not onward:
                yield response
                return
            link = gate.require_public(link.join(url_of(onward)))
    raise EndlessRedirects


@asynccontextmanager
async def open_session(gate: Gate, accepted: str) -> AsyncIterator[aiohttp.ClientSession]:
    """Open a session without cookies or proxies, whose every connection passes the gate.

    Args:
        gate: What lets connections through.
        accepted: The media types that are asked for, as HTTP's ``Accept`` has them.
    """
    connector = aiohttp.TCPConnector(socket_factory=gate.open_socket, force_close=True)
    async with aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        headers={
            "User-Agent": f"{robots.NAME}/{version('daybook')} (reads what people ask it to)",
            "Accept": accepted,
            "Accept-Encoding": "gzip",
        },
        auto_decompress=False,
        trust_env=False,
    ) as session:
        yield session


def _require_page(response: aiohttp.ClientResponse) -> None:
    """Check that an answer is a page of text.

    Raises:
        NotThere: If there is none.
        NotLetIn: If it is not shown to us.
        Unreachable: If the site is in trouble.
        NotAPage: If it is something else.
    """
    site, status = response.url.host, response.status
    if status in (404, 410):
        raise NotThere(status=status)
    if 400 <= status < 500:
        raise NotLetIn(site=site, status=status)
    if status != 200:
        raise Unreachable(site=site)
    typed = "Content-Type" in response.headers
    if typed and response.content_type not in {*HTML, PLAIN}:
        raise NotAPage(kind=response.content_type[:60])


async def body_of(response: aiohttp.ClientResponse, most: int) -> bytes:
    """Return an answer's bytes, unpacked as they come, so that no bomb goes off.

    Raises:
        TooLarge: If there are more than ``most``.
        NotAPage: If they are packed in a way nobody asked for.
    """
    packing = response.headers.get("Content-Encoding", "identity").strip().lower()
    if packing not in ("identity", "gzip", "x-gzip", ""):
        raise NotAPage(kind=packing[:60])
    unpacker = zlib.decompressobj(_GZIP) if "gzip" in packing else None
    body = bytearray()
    async for chunk in response.content.iter_chunked(_CHUNK):
        body += unpacker.decompress(chunk, most + 1 - len(body)) if unpacker else chunk
        if len(body) > most:
            raise TooLarge(megabytes=max(1, most // 1024**2))
    return bytes(body)


def _plain(page: Page) -> Article:
    """Return a text as an article.

    Raises:
        NoArticle: If it is blank.
    """
    written = page.charset.lower()
    charset = written if written.startswith(_PLAIN_CHARSETS) else "utf-8-sig"
    try:
        text = page.content.decode(charset, "replace").strip()
    except LookupError:
        text = page.content.decode("utf-8-sig", "replace").strip()
    if not text:
        raise NoArticle
    return Article(text, headline="", source=page.link)


def url_of(text: str) -> URL:
    """Return a link, read as a browser would.

    Raises:
        NoLink: If it is none.
    """
    try:
        return URL(text.strip())
    except ValueError:
        raise NoLink(link=text[:80]) from None
