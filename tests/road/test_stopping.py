"""Told to stop, Daybook finishes what is in flight and lets go of the rest."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
from aiohttp import web

from adapters import house as house_of
from adapters.clock import SteppedClock
from bot.commands.desk import Desk
from bot.domain.newsroom import Platform
from config.pace import read_paces
from config.settings import Settings
from tests.adapters.slack.fake_slack import (
    APP_TOKEN,
    BOT_TOKEN,
    FakeSlack,
    body_of,
    is_answer,
)
from tests.road.process import PATIENCE, a_process
from tests.stage import an_asker

NOON, HEADS_UP = "2025-11-28T12:00", "2025-11-28T15:00"
AT_ONCE = read_paces()[Platform.SLACK].at_once
CHANNELS = AT_ONCE + 4
SOON = 8.0
"""Seconds within which a service manager wants to see the end."""


class SlowSlack(FakeSlack):
    """A Slack that takes its time for the notices posted, or whatever method it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.slow = "chat.postMessage"
        self.begun = 0
        self.may_answer = asyncio.Event()

    async def _on_api(self, request: web.Request) -> web.StreamResponse:
        method, body = request.match_info["method"], await body_of(request)
        if method == self.slow and not is_answer(method, body):
            self.begun += 1
            await self.may_answer.wait()
        return await super()._on_api(request)


@pytest.fixture
async def slack() -> AsyncIterator[SlowSlack]:
    async with SlowSlack() as fake:
        yield fake


def in_slack(slack: SlowSlack, home: Path) -> dict[str, str]:
    return {
        "DAYBOOK_DATABASE_URL": f"sqlite:///{home / 'daybook.sqlite3'}",
        "DAYBOOK_LANGUAGE": "en",
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_APP_TOKEN": APP_TOKEN,
        "SLACK_API_BASE_URL": slack.url,
    }


def deliveries(folder: Path) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(folder / "daybook.sqlite3")
    try:
        counted = "SELECT state, lease_until IS NULL, count(*) FROM delivery GROUP BY 1, 2"
        return connection.execute(counted).fetchall()
    finally:
        connection.close()


async def test_what_is_in_flight_is_finished_and_the_rest_let_go(
    slack: SlowSlack, tmp_path: Path
) -> None:
    environ = in_slack(slack, tmp_path)
    async with a_process(tmp_path, environ, "--clock-start", NOON, "--only", "chat") as daybook:
        await slack.connected()
        for text in ("new budget The budget", "expect budget next week: Vote"):
            await slack.slash(text)
            await slack.next_answer()
        for number in range(CHANNELS):
            await slack.slash("subscribe budget", channel=f"C{number}")
            await slack.next_answer()
        await daybook.kill()
    async with a_process(tmp_path, environ, "--clock-start", HEADS_UP) as daybook:
        async with asyncio.timeout(PATIENCE):
            while slack.begun == 0:  # noqa: ASYNC110  the other process sends no event
                await asyncio.sleep(0.01)
        daybook.tell_to_stop()
        await asyncio.sleep(0.1)
        begun = slack.begun
        slack.may_answer.set()
        assert await daybook.ends() == 0
    assert 0 < begun < CHANNELS
    assert (len(slack.posted), slack.begun) == (begun, begun)
    assert deliveries(tmp_path) == [("pending", 1, CHANNELS - begun), ("sent", 1, begun)]


async def test_what_is_never_answered_holds_nobody_up_and_the_rest_is_let_go(
    slack: SlowSlack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(house_of, "PATIENCE", 0.05)
    clock, stopping = SteppedClock(datetime.fromisoformat(f"{NOON}+01:00")), asyncio.Event()
    async with house_of.open_house(Settings.read(in_slack(slack, tmp_path)), clock) as house:
        await asked(house.desk, "new budget The budget", "expect budget next week: Vote")
        for number in range(CHANNELS):
            await asked(house.desk, "subscribe budget", channel=f"C{number}")
        clock.set(datetime.fromisoformat(f"{HEADS_UP}+01:00"))
        running = asyncio.ensure_future(house_of.run_platforms(house, stopping))
        async with asyncio.timeout(PATIENCE):
            while slack.begun < AT_ONCE:  # noqa: ASYNC110  the fake sends no event
                await asyncio.sleep(0.01)
        stopping.set()
        await asyncio.wait_for(running, PATIENCE)
    assert slack.posted == []
    assert deliveries(tmp_path) == [("pending", 0, AT_ONCE), ("pending", 1, CHANNELS - AT_ONCE)]


async def test_a_slack_that_lets_nobody_in_holds_nobody_up(
    slack: SlowSlack, tmp_path: Path
) -> None:
    slack.slow = "auth.test"
    clock, stopping = SteppedClock(datetime.fromisoformat(f"{NOON}+01:00")), asyncio.Event()
    async with house_of.open_house(Settings.read(in_slack(slack, tmp_path)), clock) as house:
        running = asyncio.ensure_future(house_of.run_platforms(house, stopping))
        async with asyncio.timeout(PATIENCE):
            while slack.begun == 0:  # noqa: ASYNC110  the fake sends no event
                await asyncio.sleep(0.01)
        stopping.set()
        await asyncio.wait_for(running, SOON)


async def test_a_database_that_does_not_answer_holds_nobody_up(
    slack: SlowSlack, tmp_path: Path, postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(house_of, "PATIENCE", 0.05)
    environ = in_slack(slack, tmp_path) | {"DAYBOOK_DATABASE_URL": postgresql_url}
    clock, stopping = SteppedClock(datetime.fromisoformat(f"{NOON}+01:00")), asyncio.Event()
    async with house_of.open_house(Settings.read(environ), clock) as house:
        await asked(house.desk, "new budget The budget", "expect budget next week: Vote")
        await asked(house.desk, "subscribe budget")
        clock.set(datetime.fromisoformat(f"{HEADS_UP}+01:00"))
        running = asyncio.ensure_future(house_of.run_platforms(house, stopping))
        async with asyncio.timeout(PATIENCE):
            while slack.begun == 0:  # noqa: ASYNC110  the fake sends no event
                await asyncio.sleep(0.01)
        with psycopg.connect(postgresql_url) as other:
            await asyncio.to_thread(other.execute, "LOCK TABLE delivery")  # nothing is recorded
            slack.may_answer.set()
            stopping.set()
            await asyncio.wait_for(running, SOON)
    assert len(slack.posted) == 1


async def asked(desk: Desk, *texts: str, channel: str = "C1") -> None:
    for text in texts:
        answer = await desk.type(an_asker(channel), text)
        assert not answer.refused, answer.text
