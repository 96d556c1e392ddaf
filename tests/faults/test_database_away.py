"""The database goes away in the middle of a burst, and comes back: workers go on by themselves."""

import asyncio
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from bot.domain.newsroom import Platform
from tests.databases import PostgresqlServer, a_postgresql_server, new_postgresql_database
from tests.faults.bursts import seed, settled
from tests.faults.conftest import Templates
from tests.faults.processes import Worker, until
from tests.faults.walls import SlackWall, told
from tests.faults.worker import Hours, Orders

MESSAGES = 300
IMPATIENT = 0.3
SPEED = 10.0
QUICK = 40.0
"""Where one worker is alone: what it could not write down waits for its own lease to run out."""


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresqlServer]:
    with a_postgresql_server() as own:
        yield own


def restart(server: PostgresqlServer) -> None:
    """Restart it, with what lies between for longer than the workers are patient."""
    server.stop()
    time.sleep(2 * IMPATIENT)
    server.start()


def cut(server: PostgresqlServer) -> None:
    """End every connection but one's own."""
    with psycopg.connect(server.url, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
        )


@pytest.mark.parametrize("befalls", [restart, cut])
async def test_a_server_that_drops_everyone_in_a_burst_costs_nothing(
    server: PostgresqlServer, befalls: Callable[[PostgresqlServer], None]
) -> None:
    url = new_postgresql_database(server.url)
    seed(url, Platform.SLACK, MESSAGES)
    async with SlackWall() as wall:
        wall.hours = Hours(speed=SPEED, since=time.time())
        orders = Orders(url, wall.platform, wall.api, wall.hours, stays=True, patience=IMPATIENT)
        workers = [Worker(orders).start() for _ in range(2)]
        await until(lambda: len(wall.posted) >= MESSAGES // 4)
        await asyncio.to_thread(befalls, server)
        await until(lambda: settled(url) == MESSAGES)
        assert [await worker.stops() for worker in workers] == [0, 0]
        assert told(wall).total() == len(told(wall)) == MESSAGES


async def test_a_file_locked_by_another_program_in_a_burst_is_waited_for(
    templates: Templates,
) -> None:
    url = templates.of("sqlite", Platform.SLACK, MESSAGES).another()
    async with SlackWall() as wall:
        wall.hours = Hours(speed=QUICK, since=time.time())
        orders = Orders(url, wall.platform, wall.api, wall.hours, stays=True, patience=IMPATIENT)
        worker = Worker(orders).start()
        await until(lambda: len(wall.posted) >= MESSAGES // 4)
        other = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None, timeout=10)
        other.execute("BEGIN IMMEDIATE")
        await asyncio.sleep(3 * IMPATIENT)  # a real lock is waited for in real time
        other.execute("ROLLBACK")
        other.close()
        await until(lambda: settled(url) == MESSAGES)
        assert await worker.stops() == 0
        assert told(wall).total() == len(told(wall)) == MESSAGES


def size_of(file: Path) -> int:
    return file.stat().st_size


async def test_a_disk_that_fills_up_in_a_burst_costs_nothing_once_there_is_room(
    templates: Templates,
) -> None:
    url = templates.of("sqlite", Platform.SLACK, MESSAGES).another()
    log = Path(f"{url.removeprefix('sqlite:///')}-wal")
    async with SlackWall() as wall:
        wall.hours = Hours(speed=QUICK, since=time.time())
        orders = Orders(url, wall.platform, wall.api, wall.hours, stays=True, patience=IMPATIENT)
        worker = Worker(orders).start()
        await until(lambda: len(wall.posted) >= MESSAGES // 4)
        worker.may_write(size_of(log))
        await until(lambda: len(wall.posted) == MESSAGES)
        assert settled(url) < MESSAGES
        worker.may_write(None)
        await until(lambda: settled(url) == MESSAGES)
        assert await worker.stops() == 0
        assert told(wall).total() == len(told(wall)) == MESSAGES
