"""What every test may count on."""

import logging
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import structlog
from hypothesis import settings

from adapters.database import migrate
from adapters.database.store import DatabaseStore
from tests.databases import (
    empty_postgresql,
    new_postgresql_database,
    postgresql_server,
    sqlite_url,
)

# The same examples in every run: what passed once passes again, here and in CI. To look for
# new ones: pytest --hypothesis-profile=default
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def logs_as_they_were() -> Iterator[None]:
    """Put logging back as it was: a command that a test runs sets it up for the whole process."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


@pytest.fixture(scope="session")
def server_url() -> Iterator[str]:
    """A PostgreSQL server for all tests of a process."""
    with postgresql_server() as url:
        yield url


@pytest.fixture(scope="session")
def migrated_postgresql(server_url: str) -> str:
    """A database on it with every table."""
    url = new_postgresql_database(server_url)
    migrate.upgrade(url)
    return url


@pytest.fixture
def postgresql_url(migrated_postgresql: str) -> str:
    """A PostgreSQL database with every table, and nothing in them."""
    empty_postgresql(migrated_postgresql)
    return migrated_postgresql


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty, migrated database of each kind."""
    if request.param == "sqlite":
        return sqlite_url(tmp_path)
    url: str = request.getfixturevalue("postgresql_url")
    return url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[DatabaseStore]:
    """An empty store of each kind."""
    store = await DatabaseStore.open(database_url)
    yield store
    await store.close()
