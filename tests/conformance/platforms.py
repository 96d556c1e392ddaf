"""Daybook as it runs, on each platform, with one person in it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from pathlib import Path

from adapters.clock import SteppedClock
from adapters.console import Console, Terminal
from adapters.console.channels import Channels
from adapters.house import House, open_house, reminding, run_platforms
from bot.domain.newsroom import Platform
from config.settings import Settings
from tests.adapters.discord.fake_discord import TOKEN, FakeDiscord
from tests.adapters.slack.fake_slack import APP_TOKEN, BOT_TOKEN, FakeSlack
from tests.conformance.chat import Person, Room
from tests.conformance.console import ConsolePerson, Typist, WatchedMessenger, WatchedScreen
from tests.conformance.discord import DiscordPerson
from tests.conformance.slack import SlackPerson


@asynccontextmanager
async def slack(database: Path, clock: SteppedClock) -> AsyncIterator[Person]:
    """Run Daybook in Slack."""
    async with FakeSlack(now=lambda: clock.now().timestamp()) as fake:
        environ = {
            "SLACK_BOT_TOKEN": BOT_TOKEN,
            "SLACK_APP_TOKEN": APP_TOKEN,
            "SLACK_API_BASE_URL": fake.url,
        }
        async with _house(database, clock, environ) as house, _on_platforms(house):
            await fake.connected()
            yield SlackPerson(fake)


@asynccontextmanager
async def discord(database: Path, clock: SteppedClock) -> AsyncIterator[Person]:
    """Run Daybook in Discord."""
    fake = FakeDiscord(now=clock.now)
    await fake.start()
    try:
        environ = {
            "DISCORD_TOKEN": TOKEN,
            "DISCORD_API_BASE_URL": fake.api_url,
            "DISCORD_GATEWAY_URL": fake.gateway_url,
        }
        async with _house(database, clock, environ) as house, _on_platforms(house):
            await fake.until(lambda: fake.commands and fake.gateway.connected.is_set())
            yield DiscordPerson(fake)
    finally:
        await fake.stop()


@asynccontextmanager
async def console(database: Path, clock: SteppedClock) -> AsyncIterator[Person]:
    """Run Daybook in the terminal."""
    async with _house(database, clock, {}) as house:
        screen, typist, words = WatchedScreen(house.words), Typist(), house.words
        channels = Channels(Room.DESK)
        terminal = Terminal(screen, channels, words, clock, house.settings.zone, "Kari")
        messenger = WatchedMessenger(terminal)
        chat = Console(
            house.desk,
            terminal=terminal,
            source=typist,
            help_words=frozenset({"help"}),
            clock=clock,
            words=words,
        )
        async with reminding(house, {Platform.CONSOLE: messenger}):
            running = asyncio.ensure_future(chat.run())
            try:
                yield ConsolePerson(house.desk, typist, terminal, screen, messenger, words)
            finally:
                running.cancel()
                with suppress(asyncio.CancelledError):
                    await running


PLATFORMS: dict[Platform, Callable[[Path, SteppedClock], AbstractAsyncContextManager[Person]]] = {
    Platform.CONSOLE: console,
    Platform.SLACK: slack,
    Platform.DISCORD: discord,
}


def _house(
    database: Path, clock: SteppedClock, environ: dict[str, str]
) -> AbstractAsyncContextManager[House]:
    common = {"DAYBOOK_DATABASE_URL": f"sqlite:///{database}", "DAYBOOK_LANGUAGE": "en"}
    return open_house(Settings.read({**common, **environ}), clock)


@asynccontextmanager
async def _on_platforms(house: House) -> AsyncIterator[None]:
    stopping = asyncio.Event()
    running = asyncio.ensure_future(run_platforms(house, stopping))
    try:
        yield
    finally:
        stopping.set()
        await running
