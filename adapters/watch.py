"""Watching one process from within: what its health and its figures are read from."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import structlog

from adapters.clock import RunningClock
from adapters.metrics import PrometheusMeter
from adapters.ticks import Ticks
from adapters.web.health import Health
from adapters.web.server import serving
from bot.domain.channel_queue import Backlog
from bot.errors import BotError
from bot.ports import Store
from config.settings import WebAddress

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Watch:
    """What this process's health is read from.

    Attributes:
        ticks: What looks for what is due; None where this process posts nothing.
        platforms: Tells of each platform, by its name, whether it is connected.
    """

    store: Store
    clock: RunningClock
    meter: PrometheusMeter
    ticks: Ticks | None = None
    platforms: Mapping[str, Callable[[], Awaitable[bool]]] = field(default_factory=dict)

    async def health(self) -> Health:
        """Look at everything once."""
        now = self.clock.now()
        backlog = await self._backlog()
        platforms = {name: await connected() for name, connected in self.platforms.items()}
        return Health(now, backlog, self._tick_age(), platforms)

    def _tick_age(self) -> float | None:
        if self.ticks is None:
            return None
        began = self.ticks.worked_at or self.ticks.started_at
        return max(0.0, (self.clock.now() - began).total_seconds())

    async def _backlog(self) -> Backlog | None:
        try:
            async with self.store.view() as tx:
                return await tx.queues.backlog(self.clock.now())
        except BotError as error:
            log.warning("database_unreachable", reason=str(error))
            return None


@asynccontextmanager
async def watched(watch: Watch, address: WebAddress | None) -> AsyncIterator[None]:
    """Serve health and figures while the body runs, where there is an address for them.

    Raises:
        AddressTaken: If nothing can be served there.
    """
    if address is None:
        yield
        return
    async with serving(address, watch.health, watch.meter.exposition):
        yield
