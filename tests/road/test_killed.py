"""Killed with SIGKILL anywhere on the road, Daybook has lost nothing when it starts again."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.adapters.slack.fake_slack import APP_TOKEN, BOT_TOKEN
from tests.adapters.slack.slack_payloads import Json, buttons
from tests.road.process import PATIENCE, Daybook, a_process
from tests.road.striking_slack import StrikingSlack

# A Friday. What is expected the week after is announced at 15:00.
NOON, HEADS_UP, LATER = "2025-11-28T12:00", "2025-11-28T15:00", "2025-11-28T16:00"
MONDAY_MORNING = "2025-12-01T08:30"  # the week opens
ON_SLACKS_CLOCK = datetime(2025, 11, 28, 15, 30, tzinfo=ZoneInfo("Europe/Oslo"))
ARTICLE = "read ukraine-peace The envoy Anna Berg is expected to travel to Oslo next week."

Run = Callable[[str], AbstractAsyncContextManager[Daybook]]


@pytest.fixture
async def slack() -> AsyncIterator[StrikingSlack]:
    async with StrikingSlack(ON_SLACKS_CLOCK.timestamp()) as fake:
        yield fake


@pytest.fixture
def run(tmp_path: Path, slack: StrikingSlack) -> Run:
    """Start Daybook in Slack, on a clock that starts when one likes."""
    environ = {
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_APP_TOKEN": APP_TOKEN,
        "SLACK_API_BASE_URL": slack.url,
    }
    return lambda start: a_process(tmp_path, environ, "--clock-start", start)


async def asked(slack: StrikingSlack, text: str) -> Json:
    await slack.slash(text)
    return await slack.next_answer()


async def opened(slack: StrikingSlack) -> None:
    """Wait for Daybook, open a story and let the channel follow it."""
    await slack.connected()
    await asked(slack, "new ukraine-peace The peace talks")
    await asked(slack, "subscribe ukraine-peace")


async def expecting(run: Run, slack: StrikingSlack) -> None:
    """Let something be expected the week after, in a process that is then killed."""
    async with run(NOON) as daybook:
        await opened(slack)
        await asked(slack, "expect ukraine-peace next week: Envoy to Moscow")
        await daybook.kill()


def titles(slack: StrikingSlack) -> list[str]:
    return [each.body["text"].splitlines()[0] for each in slack.posted]


def deliveries(folder: Path) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(folder / "daybook.sqlite3")
    try:
        return connection.execute("SELECT state, attempts FROM delivery").fetchall()
    finally:
        connection.close()


async def until(holds: Callable[[], bool]) -> None:
    """Wait for what another process writes down.

    Raises:
        TimeoutError: If it does not come true in time.
    """
    async with asyncio.timeout(PATIENCE):
        while not holds():  # noqa: ASYNC110  another process sends no event
            await asyncio.sleep(0.01)


async def test_a_story_outlives_the_process(run: Run, slack: StrikingSlack) -> None:
    async with run(NOON) as daybook:
        await opened(slack)
        await daybook.kill()
    async with run(NOON):
        await slack.connected(2)
        assert "The peace talks" in str(await asked(slack, "status ukraine-peace"))


async def test_what_was_read_can_be_kept_after_a_kill(run: Run, slack: StrikingSlack) -> None:
    async with run(NOON) as daybook:
        await opened(slack)
        proposals = await asked(slack, ARTICLE)
        await daybook.kill()
    async with run(NOON):
        await slack.connected(2)
        keep_all = next(b["value"] for b in buttons(proposals) if b["value"].endswith(":all"))
        await slack.press(proposals, keep_all)
        assert "Kept as ukraine-peace#1" in str(await slack.next_answer())


async def test_what_was_kept_is_reminded_of_after_a_kill(run: Run, slack: StrikingSlack) -> None:
    async with run(NOON) as daybook:
        await opened(slack)
        await asked(slack, ARTICLE)
        await asked(slack, "keep all")
        await daybook.kill()
    async with run(HEADS_UP):
        assert "Coming up" in (await slack.next_call("chat.postMessage"))["text"]


async def test_a_reminder_queued_before_a_kill_is_sent_after_it(
    run: Run, slack: StrikingSlack, tmp_path: Path
) -> None:
    await expecting(run, slack)
    async with run(HEADS_UP) as daybook:
        slack.strike_before("chat.postMessage", daybook.strike)
        await daybook.ends()
    assert slack.posted == []
    assert deliveries(tmp_path) == [("pending", 1)]
    async with run(LATER):
        posted = await slack.next_call("chat.postMessage")
    assert "Coming up" in posted["text"]
    assert "hour late" in posted["text"]
    assert titles(slack) == ["Coming up: Envoy to Moscow"]


async def test_a_reminder_posted_before_a_kill_is_found_and_not_repeated(
    run: Run, slack: StrikingSlack, tmp_path: Path
) -> None:
    await expecting(run, slack)
    async with run(HEADS_UP) as daybook:
        slack.strike_after("chat.postMessage", daybook.strike)
        await daybook.ends()
    assert deliveries(tmp_path) == [("pending", 1)]
    async with run(LATER):
        await until(lambda: deliveries(tmp_path) == [("sent", 2)])
    await slack.next_call("chat.postMessage")
    async with run(MONDAY_MORNING):
        await slack.next_call("chat.postMessage")
    assert titles(slack) == ["Coming up: Envoy to Moscow", "From now on: Envoy to Moscow"]


async def test_a_reminder_sent_and_noted_before_a_kill_is_not_repeated(
    run: Run, slack: StrikingSlack, tmp_path: Path
) -> None:
    await expecting(run, slack)
    async with run(HEADS_UP) as daybook:
        await slack.next_call("chat.postMessage")
        await until(lambda: deliveries(tmp_path) == [("sent", 1)])
        await daybook.kill()
    async with run(MONDAY_MORNING):
        await slack.next_call("chat.postMessage")
    assert titles(slack) == ["Coming up: Envoy to Moscow", "From now on: Envoy to Moscow"]


async def test_nothing_told_to_the_console_is_lost_by_a_kill(tmp_path: Path) -> None:
    async with a_process(tmp_path, {}, "--clock-start", NOON, types=True) as daybook:
        await daybook.type("new ukraine-peace The peace talks", "subscribe ukraine-peace")
        await daybook.type("expect ukraine-peace next week: Envoy to Moscow")
        await daybook.says("ukraine-peace#1: Envoy to Moscow")
        await daybook.kill()
    async with a_process(tmp_path, {}, "--clock-start", HEADS_UP, types=True) as daybook:
        assert "Envoy to Moscow" in await daybook.says("Coming up")
        await daybook.type("status ukraine-peace")
        await daybook.says("#1")
