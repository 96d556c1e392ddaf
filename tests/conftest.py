"""What every test may count on."""

import logging
from collections.abc import Iterator

import pytest
import structlog
from hypothesis import settings

from adapters.database import migrate
from tests.databases import new_postgresql_database, postgresql_server

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
