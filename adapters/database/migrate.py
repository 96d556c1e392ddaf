"""Bringing a database to this version's form, and back.

Everything here waits while it works; call it before the event loop, or in a thread.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, inspect, text

from adapters.database.engines import WRITES, open_blocking_engine, told_plainly
from adapters.database.errors import DatabaseTooNew, ForeignDatabase
from adapters.database.urls import is_sqlite, read_url, require_room, shown

PATIENCE = 30.0
"""Seconds to wait for another process that is migrating the same database."""

_ADVISORY_LOCK = 0x6461_7962_6F6F_6B  # "daybook", in ASCII


def upgrade(url: str, to: str = "head") -> None:
    """Bring a database up to a version; a SQLite file is made if there is none.

    All steps are one transaction, and two processes never migrate at once.

    Raises:
        BadDatabaseUrl: If the URL names no database.
        NoFolder: If there is no folder for it.
        DatabaseIsFolder: If it is a folder.
        DatabaseTooNew: If a newer Daybook has changed it; nothing is touched.
        ForeignDatabase: If somebody else's tables stand where ours would; nothing is touched.
        DatabaseBusy: If another process holds it too long.
        DatabaseUnavailable: If it can't be reached or written to.
    """
    with _migrating(url) as config:
        command.upgrade(config, to)


def downgrade(url: str, to: str) -> None:
    """Take a database down to a version: one of ours, ``-1`` for a step, ``base`` for nothing.

    Raises:
        BotError: As ``upgrade`` does.
    """
    with _migrating(url) as config:
        command.downgrade(config, to)


def current(url: str) -> str | None:
    """Return the version of a database; None for an empty one.

    Raises:
        BadDatabaseUrl: If the URL names no database.
        DatabaseUnavailable: If it can't be reached.
    """
    address = read_url(url)
    engine = open_blocking_engine(address, PATIENCE)
    with told_plainly(address), engine.connect() as connection:
        return _revision(connection)


def head() -> str:
    """Return the version of the tables that this code works with."""
    with _scripts() as config:
        newest = ScriptDirectory.from_config(config).get_current_head()
    assert newest is not None
    return newest


def is_known(revision: str) -> bool:
    """Whether a version is one of this code's, the newest or an older one."""
    with _scripts() as config:
        try:
            ScriptDirectory.from_config(config).get_revision(revision)
        except CommandError:
            return False
    return True


@contextmanager
def _migrating(url: str) -> Iterator[Config]:
    address = read_url(url)
    require_room(address)
    engine = open_blocking_engine(address, PATIENCE).execution_options(**{WRITES: True})
    with _scripts() as config, told_plainly(address), engine.begin() as connection:
        if not is_sqlite(address):
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})
        found = _revision(connection)
        if found is not None and not is_known(found):
            raise DatabaseTooNew(database=shown(address), revision=found)
        if found is None and _tables() & set(inspect(connection).get_table_names()):
            raise ForeignDatabase(database=shown(address))
        config.attributes["connection"] = connection
        yield config


@contextmanager
def _scripts() -> Iterator[Config]:
    with as_file(files("migrations")) as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        yield config


def _tables() -> set[str]:
    from adapters.database.rows import Base  # noqa: PLC0415  needed for an empty database alone

    return set(Base.metadata.tables)


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()
