"""Giving answers on any platform: whatever breaks, somebody is told, and whoever stops can wait."""

import asyncio
from collections.abc import Awaitable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import structlog

from bot.domain.message import Message
from bot.wording.refusals import failed
from bot.wording.words import Words

log = structlog.get_logger(__name__)


class UnderWay:
    """The answers that are being given just now."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    @contextmanager
    def one_more(self) -> Iterator[None]:
        """Count the task that runs this among them until the body has ended."""
        task = asyncio.current_task()
        assert task is not None  # every listener is called in a task of its own
        self._tasks.add(task)
        try:
            yield
        finally:
            self._tasks.discard(task)

    async def finish(self, patience: float) -> None:
        """Wait until they are given, ``patience`` seconds at the most."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=patience)


async def unbroken(answer: Awaitable[Message], words: Words) -> Message:
    """Return an answer; a defect of ours becomes an apology, with its reference in the log."""
    try:
        return await answer
    except Exception as error:  # noqa: BLE001  whatever it is, whoever asks must hear
        return apology(error, words)


def apology(error: Exception, words: Words) -> Message:
    """Log what broke under a reference; return an answer that tells the reference and no more."""
    reference = uuid4().hex[:8]
    log.error("command_failed", reference=reference, exc_info=error)
    return failed(reference, words)
