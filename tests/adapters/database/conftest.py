from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.database.store import DatabaseStore
from tests.databases import sqlite_url
from tests.fakes.store import FakeStore


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
        url = request.getfixturevalue("postgresql_url")
    opened = await DatabaseStore.open(url)
    yield opened
    await opened.close()
