"""One process a SQLite file: the second is told so, and nothing of it is touched."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.engine import URL

from adapters.database.errors import DatabaseUnavailable
from adapters.database.urls import beside, is_sqlite, require_room, shown
from bot.domain.language import translatable
from bot.errors import BotError


class DatabaseTaken(BotError):
    """A SQLite file on which another Daybook runs."""

    reply = translatable(
        "Another Daybook runs on {database}. Stop that one, or use PostgreSQL for several."
    )


@contextmanager
def alone(url: URL) -> Iterator[None]:
    """Be the only one that runs on a SQLite file; anyone may on PostgreSQL.

    The lock stands beside the file and goes with the process, however that ends. Whoever only
    looks, or puts a delivery right by hand, needs none: SQLite itself keeps transactions apart.

    Raises:
        DatabaseTaken: If another process is running on it.
        NoFolder: If its folder is not there.
        DatabaseIsFolder: If it is a folder.
        DatabaseUnavailable: If its folder can't be written to, or knows no locks.
    """
    if not is_sqlite(url) or url.database in {None, "", ":memory:"}:
        yield
        return
    require_room(url)
    handle = _opened(url)
    try:
        _lock(handle, url)
        yield
    finally:
        os.close(handle)


def _opened(url: URL) -> int:
    try:
        return os.open(beside(url, ".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as problem:
        raise DatabaseUnavailable(database=shown(url), reason=problem.strerror) from problem


def _lock(handle: int, url: URL) -> None:
    """Take the lock; a file system that knows none, as some shared ones, can't be relied upon."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise DatabaseTaken(database=shown(url)) from None
    except OSError as problem:
        raise DatabaseUnavailable(database=shown(url), reason=problem.strerror) from problem
