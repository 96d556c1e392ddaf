"""Worker processes that start in a moment: forked from one that has imported everything."""

import asyncio
import multiprocessing
import os
import resource
import signal
from collections.abc import Callable

from tests.faults.worker import Orders, run

PATIENCE = 120.0
"""Seconds after which a worker that does not end fails its test."""

_FORKING = multiprocessing.get_context("forkserver")
_FORKING.set_forkserver_preload(["tests.faults.worker"])


class Worker:
    """A worker that runs; begun by ``start``."""

    def __init__(self, orders: Orders) -> None:
        self._process = _FORKING.Process(target=run, args=(orders,), daemon=True)

    def start(self) -> "Worker":
        self._process.start()
        return self

    def strike(self, number: signal.Signals) -> None:
        """Send it a signal, if it is still there."""
        if self._process.is_alive() and self._process.pid is not None:
            os.kill(self._process.pid, number)

    def may_write(self, most: int | None) -> None:
        """Let no file of its grow beyond so many bytes, as on a full disk; or let it again."""
        assert self._process.pid is not None
        limit = resource.RLIM_INFINITY if most is None else most
        resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))

    @property
    def is_alive(self) -> bool:
        return self._process.is_alive()

    async def ends(self) -> int:
        """Wait for its end; return its exit status, or the signal that killed it, negative.

        Raises:
            TimeoutError: If it does not end.
        """
        await asyncio.to_thread(self._process.join, PATIENCE)
        if self._process.exitcode is None:
            self._process.kill()
            raise TimeoutError("a worker did not end")
        return self._process.exitcode

    async def stops(self) -> int:
        """Tell it to stop, and wait for its end."""
        self.strike(signal.SIGTERM)
        return await self.ends()


async def until(holds: Callable[[], bool]) -> None:
    """Wait for what another process writes down.

    Raises:
        TimeoutError: If it does not come true in time.
    """
    async with asyncio.timeout(PATIENCE):
        while not holds():  # noqa: ASYNC110  another process sends no event
            await asyncio.sleep(0.05)
