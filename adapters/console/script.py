"""Piped input: one command a line."""

import asyncio
import threading
from contextlib import AbstractContextManager, nullcontext, suppress
from typing import TextIO

from adapters.console.parse import TEXT_ENDS
from bot.domain.message import Form
from bot.domain.newsroom import Values


class Script:
    """Lines of a stream, read beside the event loop so that reminders go on meanwhile."""

    asks = False

    def __init__(self, stream: TextIO) -> None:
        """Read from a stream that one may have to wait for."""
        self._stream = stream
        self._lines: asyncio.Queue[str] | None = None
        self._number = 0
        self._at = 0

    @property
    def where(self) -> str:
        """The number of the last entry's line, to stand before what is said of it."""
        return f"{self._at}: "

    def opened(self) -> AbstractContextManager[None]:
        """Return nothing in particular: a script needs no screen of its own."""
        return nullcontext()

    async def line(self) -> str:
        """Return the next line.

        Raises:
            EOFError: When there is none.
        """
        line = await self._read()
        self._at = self._number
        return line

    async def text(self) -> str:
        """Return the lines up to one that holds only a dot, or up to the end."""
        lines: list[str] = []
        with suppress(EOFError):
            while (line := await self._read()) != TEXT_ENDS:
                lines.append(line)
        return "\n".join(lines)

    async def answers(self, form: Form) -> Values | None:  # noqa: ARG002
        """Return None: a script is not asked, but told what its command lacks."""
        return None

    async def _read(self) -> str:
        if self._lines is None:
            self._lines = asyncio.Queue()
            # A daemon: a read that nobody ends must not keep the process from ending.
            threading.Thread(
                target=self._pump, args=(asyncio.get_running_loop(), self._lines), daemon=True
            ).start()
        line = await self._lines.get()
        if not line:
            self._lines.put_nowait(line)  # the end is the end, however often one asks
            raise EOFError
        self._number += 1
        return line.rstrip("\r\n")

    def _pump(self, loop: asyncio.AbstractEventLoop, lines: "asyncio.Queue[str]") -> None:
        with suppress(RuntimeError):  # the loop was closed meanwhile: nobody listens any more
            for line in self._stream:
                loop.call_soon_threadsafe(lines.put_nowait, line)
            loop.call_soon_threadsafe(lines.put_nowait, "")
