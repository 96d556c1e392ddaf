"""A web server of ours, which misbehaves as it is told to."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from ipaddress import ip_network

from aiohttp import web
from aiohttp.test_utils import TestServer

from adapters.web.fetching import Bounds, WebArticles

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
LOOPBACK = (ip_network("127.0.0.0/8"),)

PAGE = """<!doctype html>
<html lang="en"><head><title>Envoy heads for Oslo - The Harbour Post</title>
<meta property="article:published_time" content="2025-11-20T08:15:00+01:00"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Envoy heads for Oslo</h1>
<p>The peace envoy Anna Berg is expected to travel to Oslo next week to meet the foreign minister,
her office says in a statement on the coming round of talks.</p>
<p>Talks broke down on 14 October, when the delegation left Geneva after a week of quarrels.</p>
</article><footer>About us</footer></body></html>"""


@dataclass
class Site:
    """What a server answers, by path, and what it was asked."""

    pages: dict[str, Handler] = field(default_factory=dict)
    asked: list[web.Request] = field(default_factory=list)
    port: int = 0

    def link(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def put(self, path: str, body: str | bytes, kind: str = "text/html", **headers: str) -> str:
        """Let a page be answered as it stands; return its link."""
        content = body.encode() if isinstance(body, str) else body

        async def answer(request: web.Request) -> web.StreamResponse:
            return web.Response(body=content, headers={"Content-Type": kind, **headers})

        return self.on(path, answer)

    def on(self, path: str, handler: Handler) -> str:
        self.pages[path] = handler
        return self.link(path)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request)
        handler = self.pages.get(request.path)
        return await handler(request) if handler else web.Response(status=404)

    def articles(self, bounds: Bounds | None = None, *, locally: bool = True) -> WebArticles:
        """Return a source that may read this server, or one as it runs in earnest."""
        networks = LOOPBACK if locally else ()
        return WebArticles(
            allowed_networks=networks, allowed_ports={self.port, 80, 443}, bounds=bounds
        )


@asynccontextmanager
async def open_site() -> AsyncIterator[Site]:
    site = Site()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", site.answer)
    async with TestServer(app, host="127.0.0.1") as server:
        assert server.port is not None
        site.port = server.port
        yield site
