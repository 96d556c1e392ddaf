"""Waking the process that runs on a SQLite file from another: a named pipe beside the file.

Whoever puts something right by hand rings; whoever runs hears it at once. Nobody polls.
"""

import asyncio
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import structlog
from sqlalchemy.engine import URL

from adapters.database.urls import beside, is_sqlite

_ENOUGH = 4096  # bytes read at once: however often it rang, one look is enough

_log = structlog.get_logger()


def ring(url: URL) -> None:
    """Wake whoever runs on a SQLite file; nobody may."""
    path = _path(url)
    if path is None:
        return
    if not path.is_fifo():  # nobody has ever run there
        return
    with suppress(OSError):  # nobody does now
        bell = os.open(path, os.O_WRONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            os.write(bell, b"!")
        finally:
            os.close(bell)


@contextmanager
def answered(url: URL, wake: Callable[[], None]) -> Iterator[None]:
    """Call ``wake`` whenever another process rings, while the body runs.

    Where the file system knows no pipes nobody is heard; the slow tick finds what was missed.

    Args:
        url: A SQLite file that no other process runs on.
        wake: Told that something may be due earlier than was known.
    """
    bell = _hung(_path(url))
    if bell is None:
        yield
        return
    loop = asyncio.get_running_loop()
    loop.add_reader(bell, _hear, bell, wake)
    try:
        yield
    finally:
        loop.remove_reader(bell)
        os.close(bell)


def _hear(bell: int, wake: Callable[[], None]) -> None:
    with suppress(BlockingIOError):
        os.read(bell, _ENOUGH)
    wake()


def _hung(path: Path | None) -> int | None:
    """Return the open pipe, made where there is none yet."""
    if path is None:
        return None
    try:
        with suppress(FileExistsError):
            os.mkfifo(path, 0o600)
        if not path.is_fifo():  # a copy of the folder may have made a file of it
            path.unlink()
            os.mkfifo(path, 0o600)
        # Open for writing too, so that it doesn't end when the one who rang has gone.
        return os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as problem:
        _log.info("bell_missing", reason=problem.strerror)
        return None


def _path(url: URL) -> Path | None:
    if not is_sqlite(url) or url.database in {None, "", ":memory:"}:
        return None
    return beside(url, ".bell")
