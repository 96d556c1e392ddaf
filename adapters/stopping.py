"""Being told to stop: heard at any moment, and obeyed in time, whatever hangs."""

import asyncio
import os
import signal
from collections.abc import Coroutine
from typing import Any

import structlog

LONGEST = 9.5
"""Seconds from being told to the end of the process; most service managers kill it after ten."""

log = structlog.get_logger()


def hear_when_to_stop(stopping: asyncio.Event, longest: float = LONGEST) -> None:
    """Set an event at SIGTERM or SIGINT, and end the process by force where that takes too long.

    Nothing is lost then: what was under way is found again, as after a crash. To be told twice
    is to be told once.

    Args:
        stopping: What everything waits for.
        longest: Seconds after which the process ends, whatever it waits for.
    """
    loop = asyncio.get_running_loop()

    def told() -> None:
        if not stopping.is_set():
            stopping.set()
            loop.call_later(longest, _end_by_force)

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, told)


async def unless_told(stopping: asyncio.Event, work: Coroutine[Any, Any, None]) -> bool:
    """Do some work, or break it off when it is time to stop; return whether it was done."""
    working = asyncio.ensure_future(work)
    told = asyncio.ensure_future(stopping.wait())
    try:
        await asyncio.wait({working, told}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        told.cancel()
        working.cancel()
        await asyncio.wait({working, told})
    if working.cancelled():
        return False
    working.result()
    return True


async def in_time(seconds: float, *works: Coroutine[Any, Any, None]) -> None:
    """Do all of this at once, and break off what takes longer."""
    try:
        async with asyncio.timeout(seconds):
            await asyncio.gather(*works)
    except TimeoutError:
        log.warning("stopping_broken_off", seconds=seconds)


def _end_by_force() -> None:
    log.error("stopped_by_force")
    os._exit(1)
