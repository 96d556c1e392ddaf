"""The web server: health for monitors, figures for Prometheus. It shows no story."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import structlog
from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST

from adapters.web.health import Health
from bot.domain.language import translatable
from bot.errors import BotError
from config.settings import WebAddress

CLOSING = 2.0
"""Seconds that answers being given have to end when we stop."""

log = structlog.get_logger(__name__)


class AddressTaken(BotError):
    """An address at which nothing can be served."""

    reply = translatable(
        "Nothing can be served at {address}: {reason}. Choose another in DAYBOOK_WEB."
    )


@asynccontextmanager
async def serving(
    address: WebAddress,
    health: Callable[[], Awaitable[Health]],
    figures: Callable[[Health], bytes],
) -> AsyncIterator[int]:
    """Serve while the body runs, and give the port: the one chosen by the machine for port 0.

    Args:
        address: Where.
        health: Tells how things stand.
        figures: Writes them for Prometheus.

    Raises:
        AddressTaken: If another program is there, or the machine has no such address.
    """
    pages = _Pages(health, figures)
    app = web.Application()
    app.router.add_get("/health", pages.health)
    app.router.add_get("/metrics", pages.metrics)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=CLOSING)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, address.host, address.port).start()
        except OSError as problem:
            reason = problem.strerror or str(problem)
            raise AddressTaken(address=address, reason=reason) from problem
        port: int = runner.addresses[0][1]
        log.info("web_serving", host=address.host, port=port)
        yield port
    finally:
        await runner.cleanup()


class _Pages:
    def __init__(
        self, health: Callable[[], Awaitable[Health]], figures: Callable[[Health], bytes]
    ) -> None:
        self._health = health
        self._figures = figures

    async def health(self, _: web.Request) -> web.Response:
        """Answer 200 where all is well, else 503; as JSON that says what is not."""
        health = await self._health()
        return web.json_response(health.as_json(), status=200 if health.is_well else 503)

    async def metrics(self, _: web.Request) -> web.Response:
        """Answer with all that is counted."""
        figures = self._figures(await self._health())
        return web.Response(body=figures, headers={"Content-Type": CONTENT_TYPE_LATEST})
