"""A machine whose clock is not the database's is warned of: workers go by their own."""

import logging
from datetime import datetime, timedelta

import pytest

from adapters.clock import SystemClock
from adapters.house import MOST_ASTRAY, open_house, reminding
from config.settings import Settings
from tests.databases import empty_postgresql

ASTRAY = timedelta(seconds=6 * MOST_ASTRAY)


class AstrayClock(SystemClock):
    """The real time, and some more."""

    def now(self) -> datetime:
        return super().now() + ASTRAY


async def warned_of(url: str, clock: SystemClock, caplog: pytest.LogCaptureFixture) -> list[int]:
    """Return by how many seconds each warning says that a worker's clock is ahead."""
    environ = {"DAYBOOK_DATABASE_URL": url}
    with caplog.at_level(logging.WARNING):
        async with open_house(Settings.read(environ), clock) as house, reminding(house, {}):
            pass
    found = [each for each in caplog.records if each.getMessage() == "clock_disagrees"]
    return [vars(each)["seconds_ahead"] for each in found]


async def test_a_worker_whose_clock_is_astray_says_so(
    migrated_postgresql: str, caplog: pytest.LogCaptureFixture
) -> None:
    empty_postgresql(migrated_postgresql)
    (seconds,) = await warned_of(migrated_postgresql, AstrayClock(), caplog)
    assert abs(seconds - ASTRAY.total_seconds()) < MOST_ASTRAY


async def test_a_worker_whose_clock_is_the_database_s_says_nothing(
    migrated_postgresql: str, caplog: pytest.LogCaptureFixture
) -> None:
    empty_postgresql(migrated_postgresql)
    assert await warned_of(migrated_postgresql, SystemClock(), caplog) == []
