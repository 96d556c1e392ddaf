"""Opening connections, and telling plainly when they fail."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from types import MappingProxyType
from typing import Any

import psycopg
from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import URL, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolExhausted
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from adapters.database.errors import DatabaseBusy, DatabaseUnavailable, ForeignDatabase
from adapters.database.urls import blocking, is_sqlite, shown
from bot.errors import Collision

WRITES = "daybook_writes"
"""Execution option of connections that will write: SQLite takes its one write lock at once."""

KEEPALIVES: Mapping[str, Any] = MappingProxyType(
    {
        "keepalives_idle": 30,
        "keepalives_interval": 10,
        "keepalives_count": 3,
        "tcp_user_timeout": 30_000,
    }
)
"""By these libpq notices within a minute that a server is gone, though nothing says so.

Seconds, seconds, times and milliseconds.
"""

_LONGEST_PAUSE = 60
"""Seconds that a worker may keep a transaction open without a word, before the server ends it.

A machine that froze, or lost its network, would else keep what it was claiming from all others.
"""

_to_json = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))
_CACHE_KIB = 8_000


def open_engine(url: URL, patience: float) -> AsyncEngine:
    """Return an engine for the store's work; nothing is connected yet.

    Args:
        url: As ``read_url`` gives it.
        patience: Seconds to wait for a lock or for a server that does not answer.
    """
    if is_sqlite(url):
        engine = create_async_engine(
            url,
            json_serializer=_to_json,
            hide_parameters=True,  # an error that is logged tells nothing of a story
            pool_size=5,
            max_overflow=5,
            pool_timeout=patience,
        )
        _prepare_sqlite(engine.sync_engine, patience)
        return engine
    return create_async_engine(
        url,
        json_serializer=_to_json,
        hide_parameters=True,
        pool_size=10,
        max_overflow=10,
        pool_timeout=max(patience, 1),
        pool_pre_ping=True,
        pool_recycle=1800,
        connect_args=_server_settings(
            patience,
            idle_in_transaction_session_timeout=f"{_LONGEST_PAUSE}s",
            tcp_keepalives_idle=KEEPALIVES["keepalives_idle"],
            tcp_keepalives_interval=KEEPALIVES["keepalives_interval"],
            tcp_keepalives_count=KEEPALIVES["keepalives_count"],
        ),
    )


def open_blocking_engine(url: URL, patience: float) -> Engine:
    """Return an engine for migrations: it waits, and lets tables be rebuilt.

    Args:
        url: As ``read_url`` gives it.
        patience: Seconds to wait for a lock or for a server that does not answer.
    """
    if is_sqlite(url):
        engine = create_engine(blocking(url), poolclass=NullPool, hide_parameters=True)
        _prepare_sqlite(engine, patience, foreign_keys=False)
        return engine
    return create_engine(
        url, poolclass=NullPool, hide_parameters=True, connect_args=_server_settings(patience)
    )


@contextmanager
def told_plainly(url: URL) -> Iterator[None]:
    """Turn what a database driver raises into what a person can act upon.

    Raises:
        Collision: If a unique key is taken, or two transactions waited for each other.
        DatabaseBusy: If another process holds the database, or every connection is in use.
        DatabaseUnavailable: If it can't be reached, opened or written to.
        ForeignDatabase: If it is a file of something else.
    """
    try:
        yield
    except PoolExhausted as error:
        raise DatabaseBusy(database=shown(url)) from error
    except DBAPIError as error:
        plain = _plain(error.orig, shown(url))
        if plain is None:
            raise
        raise plain from error


def _server_settings(patience: float, **options: object) -> dict[str, Any]:
    """Return what a connection asks of libpq, and by these options of the server itself."""
    settings = {"timezone": "UTC", **options}
    return {
        "options": " ".join(f"-c {name}={value}" for name, value in settings.items()),
        "application_name": "daybook",
        "connect_timeout": max(2, round(patience)),  # libpq knows no shorter wait
        **KEEPALIVES,
    }


def _prepare_sqlite(engine: Engine, patience: float, *, foreign_keys: bool = True) -> None:
    settings = {
        "busy_timeout": round(patience * 1000),
        "journal_mode": "WAL",
        "synchronous": "FULL",  # what was committed outlives a power cut
        "foreign_keys": "ON" if foreign_keys else "OFF",
        "cache_size": -_CACHE_KIB,
    }

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:  # noqa: ANN401  the driver's own
        connection.isolation_level = None  # the driver would begin by itself, and too late
        cursor = connection.cursor()
        try:
            for name, value in settings.items():
                cursor.execute(f"PRAGMA {name} = {value}")
        except sqlite3.Error:
            connection.close()  # the pool never sees it, and nobody else would
            raise
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _plain(error: BaseException | None, database: str) -> Exception | None:
    """Return what to say of a driver's error; None if the mistake is ours."""
    match error:
        case psycopg.errors.UniqueViolation() | psycopg.errors.DeadlockDetected():
            return Collision()
        case psycopg.OperationalError() | psycopg.InterfaceError():
            return DatabaseUnavailable(database=database, reason=_first_line(error))
        case (
            psycopg.errors.IdleInTransactionSessionTimeout()
            | psycopg.errors.ReadOnlySqlTransaction()  # it became a standby
        ):
            return DatabaseUnavailable(database=database, reason=_first_line(error))
        case sqlite3.Error():
            return _plain_sqlite(error, database)
        case _:
            return None


def _plain_sqlite(error: sqlite3.Error, database: str) -> Exception | None:
    name = getattr(error, "sqlite_errorname", "")
    if name in {"SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"}:
        return Collision()
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return DatabaseBusy(database=database)
    if name.startswith("SQLITE_NOTADB"):
        return ForeignDatabase(database=database)
    outside = ("FULL", "IOERR", "CANTOPEN", "READONLY", "CORRUPT", "PERM", "AUTH")
    if name.startswith(tuple(f"SQLITE_{cause}" for cause in outside)):
        return DatabaseUnavailable(database=database, reason=_first_line(error))
    return None


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0].rstrip(".")
