"""Roles of their own: what each process does, and what it leaves to the others."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import aiohttp
import pytest
from click.testing import CliRunner, Result

from adapters.main import main
from tests.adapters.discord.fake_discord import TOKEN, FakeDiscord
from tests.adapters.slack.fake_slack import APP_TOKEN, BOT_TOKEN, FakeSlack, Fault
from tests.road.process import Daybook, a_process

NOON, HEADS_UP = "2025-11-28T12:00", "2025-11-28T15:00"
FAR_AHEAD = "2070-11-27T16:00"  # whoever looks in by the real time is never ahead of it
ON_SLACKS_CLOCK = 1_764_340_200.0  # that Friday, half past three

Run = Callable[..., AbstractAsyncContextManager[Daybook]]


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with FakeSlack(now=lambda: ON_SLACKS_CLOCK) as fake:
        yield fake


@pytest.fixture
async def discord() -> AsyncIterator[FakeDiscord]:
    fake = FakeDiscord()
    await fake.start()
    yield fake
    await fake.stop()


@pytest.fixture
def in_slack(tmp_path: Path, slack: FakeSlack) -> Run:
    environ = {
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_APP_TOKEN": APP_TOKEN,
        "SLACK_API_BASE_URL": slack.url,
    }
    return lambda start, *only: a_process(tmp_path, environ, "--clock-start", start, *only)


@pytest.fixture
def in_discord(tmp_path: Path, discord: FakeDiscord) -> Run:
    environ = {
        "DISCORD_TOKEN": TOKEN,
        "DISCORD_API_BASE_URL": discord.api_url,
        "DISCORD_GATEWAY_URL": discord.gateway_url,
    }
    return lambda start, *only: a_process(tmp_path, environ, "--clock-start", start, *only)


async def expecting(run: Run, slack: FakeSlack) -> None:
    """Let something be expected the week after, in a process that hears and does not post."""
    async with run(NOON, "--only", "chat") as daybook:
        await slack.connected()
        for text in (
            "new ukraine-peace The peace talks",
            "subscribe ukraine-peace",
            "expect ukraine-peace next week: Envoy to Moscow",
        ):
            await slack.slash(text)
            await slack.next_answer()
        daybook.tell_to_stop()
        assert await daybook.ends() == 0


async def test_who_only_hears_answers_and_posts_nothing(in_slack: Run, slack: FakeSlack) -> None:
    await expecting(in_slack, slack)
    async with in_slack(HEADS_UP, "--only", "chat"):
        await slack.connected(2)
        await slack.slash("status ukraine-peace")
        assert "Envoy to Moscow" in str(await slack.next_answer())
        assert slack.posted == []


async def test_who_only_posts_opens_no_socket(in_slack: Run, slack: FakeSlack) -> None:
    await expecting(in_slack, slack)
    async with in_slack(HEADS_UP, "--only", "worker"):
        assert "Coming up" in (await slack.next_call("chat.postMessage"))["text"]
        assert slack.connections == 1


async def test_who_only_posts_in_discord_never_enters_the_gateway(
    in_discord: Run, discord: FakeDiscord
) -> None:
    async with in_discord(NOON) as daybook:
        await discord.until(lambda: discord.commands and discord.gateway.connected.is_set())
        await discord.slash("new", {"slugline": "budget", "headline": "The budget"})
        await discord.slash("subscribe", {"target": "budget"})
        expected = {"story": "budget", "when": "next week", "title": "Vote"}
        await discord.slash("expect", expected)
        await daybook.kill()
    discord.commands.clear()
    async with in_discord(HEADS_UP, "--only", "worker"):
        await discord.until(lambda: discord.posted)
        assert "Vote" in str(discord.posted)
        assert (discord.gateway.identified, discord.commands) == (1, [])


async def test_a_second_process_on_one_file_is_refused(in_slack: Run, slack: FakeSlack) -> None:
    async with in_slack(NOON):
        await slack.connected()
        async with in_slack(NOON, "--only", "worker") as second:
            assert await second.ends() == 2
            assert "Another Daybook runs on" in await second.errors()


async def test_who_only_serves_looks_on_beside_another(
    in_slack: Run, slack: FakeSlack, tmp_path: Path
) -> None:
    async with in_slack(NOON):
        await slack.connected()
        watching = {"DAYBOOK_WEB": "127.0.0.1:0", "DAYBOOK_LOG_LEVEL": "info"}
        async with a_process(tmp_path, watching, "--only", "web") as web:
            port = (await web.notes("web_serving")).rpartition("port=")[2].strip()
            async with (
                aiohttp.ClientSession() as session,
                session.get(f"http://127.0.0.1:{port}/health") as answer,
            ):
                assert (answer.status, (await answer.json())["database"]) == (200, "ok")
            web.tell_to_stop()
            assert await web.ends() == 0


async def test_what_is_put_right_by_hand_wakes_who_runs(
    in_slack: Run, slack: FakeSlack, tmp_path: Path
) -> None:
    slack.fail_next("chat.postMessage", Fault(error="not_in_channel"))
    async with in_slack(FAR_AHEAD) as daybook:
        await slack.connected()
        for text in ("new budget The budget", "subscribe budget", "expect budget tomorrow: Vote"):
            await slack.slash(text)
            await slack.next_answer()
        await daybook.notes("trouble_untold")  # so the refusal is written down
        done = await asyncio.to_thread(retry, tmp_path)
        assert (done.exit_code, done.stdout) == (0, "1 is tried again.\n")
        assert "Vote" in (await slack.next_call("chat.postMessage"))["text"]


def retry(home: Path) -> Result:
    """Put right, in this process, what another could not deliver."""
    database = f"sqlite:///{home / 'daybook.sqlite3'}"
    environ = {"DAYBOOK_DATABASE_URL": database, "DAYBOOK_LANGUAGE": "en"}
    return CliRunner().invoke(main, ["deliveries", "retry"], env=environ)


async def test_a_role_that_needs_a_platform_is_refused_without_one(tmp_path: Path) -> None:
    async with a_process(tmp_path, {}, "--only", "chat", "--only", "web") as process:
        assert await process.ends() == 2
        assert "--only chat --only web needs a platform" in await process.errors()
