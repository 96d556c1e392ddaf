from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.database.store import DatabaseStore
from tests.databases import (
    empty_postgresql,
    sqlite_url,
)
from tests.fakes.store import FakeStore


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty, migrated database of each kind."""
    if request.param == "sqlite":
        return sqlite_url(tmp_path)
    url: str = request.getfixturevalue("migrated_postgresql")
    empty_postgresql(url)
    return url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[DatabaseStore]:
    store = await DatabaseStore.open(database_url)
    yield store
    await store.close()


@pytest.fixture(params=["fake", "sqlite", "postgresql"])
async def store(
    request: pytest.FixtureRequest, tmp_path: Path
) -> AsyncIterator[FakeStore | DatabaseStore]:
    """Each store in turn: they must not differ in anything that a user of the port can see."""
    if request.param == "fake":
        yield FakeStore()
        return
    if request.param == "sqlite":
        url = sqlite_url(tmp_path)
    else:
        url = request.getfixturevalue("migrated_postgresql")
        empty_postgresql(url)
    opened = await DatabaseStore.open(url)
    yield opened
    await opened.close()
