"""The servers and templates that bursts share, and the table at a soak's end."""

import os
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from adapters.clock import stopwatch
from adapters.database.store import DatabaseStore
from bot.domain.newsroom import Platform
from tests.faults.bursts import Bursts
from tests.faults.figures import Figures, table
from tests.faults.walls import Wall, a_wall

SOAK = "DAYBOOK_SOAK" in os.environ
MESSAGES, ROUNDS, FEWER = (2_000, 20, 5) if SOAK else (120, 1, 1)


@pytest.fixture
def store(database: DatabaseStore) -> DatabaseStore:
    return database


@pytest.fixture(scope="session")
def figures() -> Iterator[list[Figures]]:
    """What is put in here is printed at the end of a soak."""
    rows: list[Figures] = []
    begun = stopwatch()
    yield rows
    if SOAK:
        took = (stopwatch() - begun) / 60
        sys.stdout.write(f"\n\n{table(rows)}\n\n{took:.1f} minutes in all\n")


@pytest.fixture(params=[Platform.SLACK, Platform.DISCORD])
async def wall(request: pytest.FixtureRequest) -> AsyncIterator[Wall]:
    """Each platform in turn, on loopback."""
    async with a_wall(request.param) as standing:
        yield standing


class Templates:
    """Makes the bursts of each kind once."""

    def __init__(self, folder: Path, request: pytest.FixtureRequest) -> None:
        self._folder = folder
        self._request = request
        self._made: dict[tuple[str, Platform, int], Bursts] = {}

    def of(self, kind: str, platform: Platform, messages: int = MESSAGES) -> Bursts:
        key = (kind, platform, messages)
        if key not in self._made:
            folder = self._folder / f"{kind}-{platform}-{messages}"
            folder.mkdir()
            server = self._request.getfixturevalue("server_url") if kind != "sqlite" else ""
            self._made[key] = Bursts(kind, folder, server, platform, messages)
        return self._made[key]


@pytest.fixture(scope="session")
def templates(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Templates:
    return Templates(tmp_path_factory.mktemp("bursts"), request)
