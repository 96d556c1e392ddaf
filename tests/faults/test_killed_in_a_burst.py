"""Workers killed in the middle of a burst: nothing is lost, and nothing stands twice."""

import asyncio
import os
import random
import signal
import sys
from asyncio.subprocess import Process
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest

from adapters.clock import SystemClock
from tests.adapters.slack.fake_slack import FakeSlack
from tests.adapters.slack.slack_rules import Json
from tests.bench.seeding import Seed, Size
from tests.databases import new_postgresql_database, postgresql_server

SOAK = "DAYBOOK_SOAK" in os.environ
MESSAGES, ROUNDS = (2_000, 20) if SOAK else (120, 1)
LEASE_OVER = 150.0  # seconds: longer than a lease
PATIENCE = 120.0
CHANCE = random.Random(7)


class StrikingSlack(FakeSlack):
    """Kills a worker when a number of messages stand: before it can read the last answer."""

    def __init__(self) -> None:
        super().__init__()
        self.victim: Process | None = None
        self.strikes_at = 0

    def _answer(self, method: str, body: Json, authorization: str) -> Json:
        answer = super()._answer(method, body, authorization)
        if self.victim is not None and len(self.posted) >= self.strikes_at:
            victim, self.victim = self.victim, None
            if victim.returncode is None:
                victim.kill()
        return answer


@pytest.fixture
async def slack() -> AsyncIterator[StrikingSlack]:
    async with StrikingSlack() as fake:
        yield fake


@pytest.fixture(scope="module")
def server_url() -> Iterator[str]:
    with postgresql_server() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'burst.sqlite3'}"
    return new_postgresql_database(request.getfixturevalue("server_url"))


def seed(url: str, number: int = MESSAGES) -> None:
    """Queue a burst, due now, in 20 channels of 4 workspaces."""
    size, due = Size(4, 20, 40, number), SystemClock().now() - timedelta(seconds=5)
    seeding = Seed(url)
    seeding.newsrooms(size, due)
    seeding.deliveries(size, due)


async def start(url: str, slack: FakeSlack, ahead: float = 0.0, together: int = 1) -> Process:
    command = (sys.executable, "-m", "tests.faults.worker", url, slack.url, str(ahead))
    return await asyncio.create_subprocess_exec(*command, str(together))


async def ends(process: Process) -> int:
    async with asyncio.timeout(PATIENCE):
        return await process.wait()


def twice(slack: FakeSlack) -> list[str | None]:
    return [nonce for nonce, times in Counter(m.nonce for m in slack.posted).items() if times > 1]


def lines(slack: FakeSlack) -> int:
    """Return how many follow-ups are told of: each has one button that says it happened."""
    told = [str(message.body["blocks"]).count("'happened ") for message in slack.posted]
    return sum(told)


@pytest.mark.parametrize("together", [1, 8])
async def test_a_worker_killed_again_and_again_loses_and_repeats_nothing(
    url: str, slack: StrikingSlack, together: int
) -> None:
    for _ in range(ROUNDS):
        seed_and_forget(url, slack)
        ahead = 0.0
        for share in (0.0, 0.2, 0.5, 0.8):
            worker = await start(url, slack, ahead, together)
            slack.victim = worker
            slack.strikes_at = int(MESSAGES / together * share) + CHANCE.randrange(5)
            await ends(worker)
            ahead += LEASE_OVER
        slack.victim = None
        assert await ends(await start(url, slack, ahead, together)) == 0
        assert (twice(slack), lines(slack)) == ([], MESSAGES)


async def test_a_worker_told_to_stop_leaves_nothing_held(url: str, slack: StrikingSlack) -> None:
    seed(url)
    worker = await start(url, slack)
    while len(slack.posted) < MESSAGES // 4 and worker.returncode is None:  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    worker.send_signal(signal.SIGTERM)
    assert await ends(worker) == 0
    assert await ends(await start(url, slack)) == 0  # at the same time: no lease has run out
    assert (twice(slack), lines(slack)) == ([], MESSAGES)


async def test_two_workers_of_which_one_is_killed_share_the_work(
    server_url: str, slack: StrikingSlack
) -> None:
    url = new_postgresql_database(server_url)
    seed(url)
    lasting, victim = await start(url, slack), await start(url, slack)
    slack.victim, slack.strikes_at = victim, MESSAGES // 2
    await ends(victim)
    assert await ends(lasting) == 0
    assert await ends(await start(url, slack, LEASE_OVER)) == 0
    assert (twice(slack), lines(slack)) == ([], MESSAGES)


def seed_and_forget(url: str, slack: FakeSlack) -> None:
    """Begin a round: with a database that holds only this burst."""
    slack.posted.clear()
    if url.startswith("sqlite"):
        for path in Path(url.removeprefix("sqlite:///")).parent.glob("burst.sqlite3*"):
            path.unlink()
    else:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    seed(url)
