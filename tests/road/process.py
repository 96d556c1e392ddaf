"""``daybook run`` as a process of its own, which can be killed."""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

PATIENCE = 30.0
"""Seconds after which a test that waits in vain fails."""

ROOT = Path(__file__).parents[2]


class Daybook:
    """A running ``daybook``."""

    def __init__(self, process: Process) -> None:
        self._process = process

    async def says(self, words: str) -> str:
        """Return the next line of its output with these words in it."""
        return await _line(self._process.stdout, words)

    async def notes(self, words: str) -> str:
        """Return the next line of its log with these words in it."""
        return await _line(self._process.stderr, words)

    async def type(self, *lines: str) -> None:
        """Type lines into its console."""
        assert self._process.stdin is not None
        self._process.stdin.write("".join(f"{line}\n" for line in lines).encode())
        await self._process.stdin.drain()

    def strike(self) -> None:
        """Kill it with SIGKILL: it has no time to put anything away."""
        self._process.kill()

    def tell_to_stop(self) -> None:
        """Ask it to end, as a service manager does."""
        self._process.terminate()

    async def kill(self) -> None:
        """Kill it, and wait until it is gone."""
        self.strike()
        await self.ends()

    async def ends(self) -> int:
        """Wait for its end, and return its exit status."""
        async with asyncio.timeout(PATIENCE):
            return await self._process.wait()

    async def errors(self) -> str:
        """Return what it has said on stderr, once it has ended."""
        assert self._process.stderr is not None
        return (await self._process.stderr.read()).decode()


async def _line(stream: asyncio.StreamReader | None, words: str) -> str:
    assert stream is not None
    async with asyncio.timeout(PATIENCE):
        async for line in stream:
            if words in (text := line.decode()):
                return text
    raise AssertionError(f"it ended without saying {words!r}")


@asynccontextmanager
async def a_process(
    home: Path, environ: Mapping[str, str], *arguments: str, types: bool = False
) -> AsyncIterator[Daybook]:
    """Run ``daybook run`` in English on the database in ``home``; it is killed at the end."""
    common = {
        "PATH": os.environ.get("PATH", ""),
        "HOME": str(home),
        "DAYBOOK_DATABASE_URL": f"sqlite:///{home / 'daybook.sqlite3'}",
        "DAYBOOK_LANGUAGE": "en",
        "DAYBOOK_CONSOLE_HISTORY": str(home / "history"),
        "PYTHONUNBUFFERED": "1",
    }
    command = "from adapters.main import main; main()"
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", command, "run", *arguments),
        cwd=ROOT,
        env={**common, **environ},
        stdin=PIPE if types else DEVNULL,
        stdout=PIPE,
        stderr=PIPE,
    )
    try:
        yield Daybook(process)
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()
