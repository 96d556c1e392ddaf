"""Hearing, across processes, that something was planned: PostgreSQL's LISTEN."""

import asyncio
from collections.abc import Callable
from typing import Any

import psycopg
import structlog
from sqlalchemy.engine import URL
from tenacity import AsyncRetrying, retry_if_exception_type, wait_random_exponential

from adapters.database.engines import KEEPALIVES

CHANNEL = "daybook"
_LONGEST_WAIT = 30  # seconds between attempts to listen again

_log = structlog.get_logger()


async def listen(url: URL, own_name: str, wake: Callable[[], None]) -> None:
    """Call ``wake`` whenever another process plans something; runs until it is cancelled.

    A lost connection is opened again, and ``wake`` is called then, for what was missed. It has
    one connection of its own, beside the pool.

    Args:
        url: The PostgreSQL server.
        own_name: The payload of this process's own notices, which it need not hear.
        wake: Told that something may be due earlier than was known.
    """
    address = url.set(drivername="postgresql").render_as_string(hide_password=False)
    async for attempt in AsyncRetrying(
        retry=retry_if_exception_type((psycopg.Error, OSError)),  # a standby refuses it for a while
        wait=wait_random_exponential(multiplier=0.2, max=_LONGEST_WAIT),
        before_sleep=lambda state: _log.warning(
            "listening_interrupted", tries=state.attempt_number
        ),
    ):
        with attempt:
            await _listen_once(address, own_name, wake)


async def _listen_once(address: str, own_name: str, wake: Callable[[], None]) -> None:
    async with await psycopg.AsyncConnection.connect(
        address, autocommit=True, application_name="daybook listening", **KEEPALIVES
    ) as connection:
        await connection.execute(f"LISTEN {CHANNEL}")
        wake()
        while True:
            async for notice in connection.notifies(timeout=0):
                if notice.payload != own_name:
                    wake()
            await _something_to_read(connection)


async def _something_to_read(connection: psycopg.AsyncConnection[Any]) -> None:
    """Sleep until the server sends something, or is gone: psycopg would look ten times a second."""
    loop, there_is = asyncio.get_running_loop(), asyncio.Event()
    loop.add_reader(connection.fileno(), there_is.set)
    try:
        await there_is.wait()
    finally:
        loop.remove_reader(connection.fileno())
