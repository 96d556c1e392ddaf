"""The running whole: the store, the desk, the platforms and what wakes them, wired once."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from adapters.clock import MovableClock, RunningClock
from adapters.console import ConsoleMessenger, Streams, open_console, open_terminal
from adapters.database import migrate
from adapters.database.alone import alone
from adapters.database.store import DatabaseStore
from adapters.database.urls import is_sqlite, read_url
from adapters.discord import DiscordAdapter
from adapters.memory import settle
from adapters.slack import SlackAdapter
from adapters.ticks import Ticks
from adapters.web.fetching import WebArticles
from bot.actions.attempt_delivery import Posting
from bot.actions.do_what_is_due import begin_what_is_due, do_what_is_due
from bot.actions.meet import Defaults
from bot.actions.send_deliveries import Sender
from bot.actions.send_digests import send_digests
from bot.actions.tell_lifts import tell_lifts
from bot.actions.tell_troubles import tell_troubles
from bot.commands.declared import COMMANDS
from bot.commands.desk import Desk
from bot.domain.newsroom import Platform
from bot.domain.reminder import ReminderPolicy
from bot.ports import Messenger
from bot.wording.words import Words, learn
from config.reminders import read_policy
from config.settings import DiscordSettings, Settings, SlackSettings

PATIENCE = 8.0
"""Seconds that what is in flight has to end when Daybook is told to stop."""


@dataclass(frozen=True, slots=True)
class House:
    """What every way of running Daybook stands on."""

    settings: Settings
    clock: RunningClock
    store: DatabaseStore
    desk: Desk

    @property
    def words(self) -> Words:
        """The language of what an adapter itself has to say."""
        return Words(self.settings.language)


@asynccontextmanager
async def open_house(settings: Settings, clock: RunningClock) -> AsyncIterator[House]:
    """Open the database, bringing a SQLite file up to date first, and set up the desk.

    Raises:
        BotError: If the database or the reminder policy can't be used, or another process runs on
            the SQLite file.
    """
    url = settings.database_url.reveal()
    policy = read_policy(settings.reminders)
    with alone(read_url(url)):
        if is_sqlite(read_url(url)):
            await asyncio.to_thread(migrate.upgrade, url)
        store = await DatabaseStore.open(url)
        try:
            yield _house(settings, clock, store, policy)
        finally:
            await store.close()


def _house(
    settings: Settings, clock: RunningClock, store: DatabaseStore, policy: ReminderPolicy
) -> House:
    defaults = Defaults(settings.zone, settings.country, settings.language)
    return House(settings, clock, store, Desk(store, clock, policy, defaults, WebArticles()))


@asynccontextmanager
async def reminding(house: House, messengers: dict[Platform, Messenger]) -> AsyncIterator[Ticks]:
    """Let what is due be posted while the body runs."""
    learn()
    settle()
    chance = Random()  # noqa: S311  it spreads waits, and guards nothing
    posting = Posting(house.store, messengers, house.clock, house.desk.policy, chance=chance)
    sender = Sender(posting)
    # A simulated clock is not to run on while something is sent; real time is not waited for.
    waits = isinstance(house.clock, MovableClock)
    work = do_what_is_due if waits else begin_what_is_due
    ticks = Ticks(house.clock, lambda: work(posting, sender))
    digests = Ticks(house.clock, lambda: send_digests(posting))
    lifts = Ticks(house.clock, lambda: tell_lifts(posting))
    troubles = Ticks(house.clock, lambda: tell_troubles(posting))
    for each in (ticks, digests, lifts, troubles):
        house.store.on_change(each.wake)
        each.start()
    try:
        yield ticks
    finally:
        stopping = [each.stop(PATIENCE) for each in (ticks, digests, lifts, troubles, sender)]
        await asyncio.gather(*stopping)


async def run_console(house: House, streams: Streams) -> int:
    """Chat in the terminal, or run a script, and return the exit status."""
    settings = house.settings
    terminal = open_terminal(streams, words=house.words, clock=house.clock, zone=settings.zone)
    console = open_console(
        house.desk,
        COMMANDS,
        terminal,
        streams,
        words=house.words,
        clock=house.clock,
        history=settings.console_history,
    )
    async with reminding(house, {Platform.CONSOLE: ConsoleMessenger(terminal)}):
        return await console.run()


class Role(StrEnum):
    """What one process may do alone, where several share the work."""

    CHAT = "chat"  # hear and answer
    WORKER = "worker"  # post what is due


async def run_platforms(
    house: House, stopping: asyncio.Event, roles: frozenset[Role] = frozenset(Role)
) -> None:
    """Be on every platform whose token is set, until told to stop.

    Args:
        house: What it stands on.
        stopping: Set when it is time to go.
        roles: What this process does.

    Raises:
        BotError: If a platform refuses a token.
    """
    adapters: dict[Platform, SlackAdapter | DiscordAdapter] = {}
    if house.settings.slack is not None:
        adapters[Platform.SLACK] = slack_adapter(house, house.settings.slack)
    if house.settings.discord is not None:
        adapters[Platform.DISCORD] = discord_adapter(house, house.settings.discord)
    messengers: dict[Platform, Messenger] = {
        platform: adapter.messenger for platform, adapter in adapters.items()
    }
    try:
        for adapter in adapters.values():
            await adapter.start(listening=Role.CHAT in roles)
        posting = reminding(house, messengers) if Role.WORKER in roles else nullcontext()
        async with posting:
            await stopping.wait()
    finally:
        for adapter in adapters.values():
            await adapter.stop()


def slack_adapter(house: House, settings: SlackSettings) -> SlackAdapter:
    """Return Daybook in Slack, not started."""
    return SlackAdapter(
        bot_token=settings.bot_token.reveal(),
        app_token=settings.app_token.reveal(),
        daybook=house.desk,
        words=house.words,
        api_base_url=settings.api_base_url,
    )


def discord_adapter(house: House, settings: DiscordSettings) -> DiscordAdapter:
    """Return Daybook in Discord, not started."""
    return DiscordAdapter(
        settings.token.reveal(),
        house.desk,
        COMMANDS,
        api_base_url=settings.api_base_url,
        gateway_url=settings.gateway_url,
    )
