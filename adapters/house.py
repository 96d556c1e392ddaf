"""The running whole: the store, the desk, the platforms and what wakes them, wired once."""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from adapters.clock import MovableClock, RunningClock, stopwatch
from adapters.console import ConsoleMessenger, Streams, open_console, open_terminal
from adapters.database import migrate
from adapters.database.alone import alone
from adapters.database.store import DatabaseStore
from adapters.database.urls import is_sqlite, read_url
from adapters.discord import DiscordAdapter
from adapters.memory import settle
from adapters.metrics import PrometheusMeter
from adapters.slack import SlackAdapter
from adapters.stopping import in_time, unless_told
from adapters.ticks import Ticks
from adapters.watch import Watch, watched
from adapters.web.feeds import WebFeeds
from adapters.web.fetching import WebArticles
from bot.actions.attempt_delivery import Posting
from bot.actions.do_what_is_due import begin_what_is_due, do_what_is_due
from bot.actions.edit_answers import edit_answers
from bot.actions.listen import Listening, listen
from bot.actions.meet import Defaults
from bot.actions.send_deliveries import Sender
from bot.actions.send_digests import send_digests
from bot.actions.tell_alerts import tell_alerts
from bot.actions.tell_lifts import tell_lifts
from bot.actions.tell_troubles import tell_troubles
from bot.commands.declared import COMMANDS
from bot.commands.desk import Desk
from bot.domain.gate import Gate
from bot.domain.newsroom import Platform
from bot.domain.policy import ReminderPolicy
from bot.ports import Messenger
from bot.wording.words import Words, learn
from config.pace import read_paces
from config.reminders import read_policy
from config.settings import DiscordSettings, Settings, SlackSettings

PATIENCE = 8.0
"""Seconds that what is in flight has to end when Daybook is told to stop."""

MOST_ASTRAY = 10.0
"""Seconds by which this clock may differ from the database's before it is worth a warning."""

TO_RECORD = 0.5
"""Seconds beyond that for writing down how it went, where the database does not answer."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class House:
    """What every way of running Daybook stands on."""

    settings: Settings
    clock: RunningClock
    store: DatabaseStore
    desk: Desk
    meter: PrometheusMeter

    @property
    def words(self) -> Words:
        """The language of what an adapter itself has to say."""
        return Words(self.settings.language)


@asynccontextmanager
async def open_house(
    settings: Settings, clock: RunningClock, *, looks_only: bool = False
) -> AsyncIterator[House]:
    """Open the database, bringing a SQLite file up to date first, and set up the desk.

    Args:
        settings: What the operator has decided.
        clock: What tells the time.
        looks_only: Whether nothing is to be written; then it may run beside another process on
            a SQLite file, and leaves its form as it is.

    Raises:
        BotError: If the database or the reminder policy can't be used, or another process runs on
            the SQLite file.
    """
    url = settings.database_url.reveal()
    policy = read_policy(settings.reminders)
    with nullcontext() if looks_only else alone(read_url(url)):
        if is_sqlite(read_url(url)) and not looks_only:
            await asyncio.to_thread(migrate.upgrade, url)
        store = await DatabaseStore.open(url)
        try:
            with nullcontext() if looks_only else store.running():
                yield _house(settings, clock, store, policy)
        finally:
            await store.close()


def _house(
    settings: Settings, clock: RunningClock, store: DatabaseStore, policy: ReminderPolicy
) -> House:
    defaults = Defaults(settings.zone, settings.country, settings.language, settings.newsroom)
    meter = PrometheusMeter()
    articles, feeds = WebArticles(), WebFeeds()
    lasting = settings.answers_last
    desk = Desk(store, clock, policy, defaults, articles, feeds, meter, lasting)
    return House(settings, clock, store, desk, meter)


@asynccontextmanager
async def reminding(house: House, messengers: dict[Platform, Messenger]) -> AsyncIterator[Ticks]:
    """Let what is due be posted while the body runs."""
    learn()
    settle()
    chance = Random()  # noqa: S311  it spreads waits, and guards nothing
    posting = Posting(
        house.store,
        messengers,
        house.clock,
        house.desk.policy,
        read_paces(house.settings.pace),
        chance=chance,
        meter=house.meter,
    )
    gate = Gate(posting.paces, chance)
    sender = Sender(posting, gate=gate)
    # A simulated clock is not to run on while something is sent; real time is not waited for.
    waits = isinstance(house.clock, MovableClock)
    work = do_what_is_due if waits else begin_what_is_due
    ticks = Ticks(house.clock, lambda: work(posting, sender))
    digests = Ticks(house.clock, lambda: send_digests(posting))
    lifts = Ticks(house.clock, lambda: tell_lifts(posting))
    alerts = Ticks(house.clock, lambda: tell_alerts(posting, gate))
    listening = Listening(posting, house.desk.feeds, house.settings.feed_interval)
    feeds = Ticks(house.clock, lambda: listen(listening))
    troubles = Ticks(house.clock, lambda: tell_troubles(posting))
    answers = Ticks(house.clock, lambda: edit_answers(posting, gate))
    if not waits:
        await _compare_clocks(house)
    clockwork = (ticks, digests, lifts, troubles, answers, feeds, alerts)
    for each in clockwork:
        house.store.on_change(each.wake)
        each.start()
    try:
        yield ticks
    finally:
        stopping = [each.stop(PATIENCE) for each in (*clockwork, sender)]
        await in_time(PATIENCE + TO_RECORD, *stopping)
        await in_time(TO_RECORD, sender.stop(0))  # what was being claimed meanwhile is let go


async def _compare_clocks(house: House) -> None:
    """Warn where this machine's clock is not the database's: several workers go by their own."""
    theirs = await house.store.server_time()
    if theirs is None:
        return
    ahead = (house.clock.now() - theirs).total_seconds()
    if abs(ahead) > MOST_ASTRAY:
        log.warning("clock_disagrees", extra={"seconds_ahead": round(ahead)})


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
    messenger = ConsoleMessenger(terminal)
    async with reminding(house, {Platform.CONSOLE: messenger}) as ticks:
        watch = Watch(house.store, house.clock, house.meter, ticks)
        async with watched(watch, settings.web):
            return await console.run()


class Role(StrEnum):
    """What one process may do alone, where several share the work."""

    CHAT = "chat"  # hear and answer
    WORKER = "worker"  # post what is due
    WEB = "web"  # serve health and figures, where the settings say where


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
    adapters = _adapters(house) if roles & {Role.CHAT, Role.WORKER} else {}
    stopped_at = stopwatch()
    try:
        if not await unless_told(stopping, _start(adapters.values(), roles)):
            return
        async with _posting(house, adapters, roles) as ticks:
            platforms = {str(key): adapter.is_connected for key, adapter in adapters.items()}
            watch = Watch(house.store, house.clock, house.meter, ticks, platforms)
            async with watched(watch, house.settings.web if Role.WEB in roles else None):
                await stopping.wait()
            stopped_at = stopwatch()
    finally:
        left = max(0.5, PATIENCE - (stopwatch() - stopped_at))
        await asyncio.gather(*(adapter.stop(left) for adapter in adapters.values()))


async def _start(adapters: Iterable[SlackAdapter | DiscordAdapter], roles: frozenset[Role]) -> None:
    for adapter in adapters:
        await adapter.start(listening=Role.CHAT in roles)


def _adapters(house: House) -> dict[Platform, SlackAdapter | DiscordAdapter]:
    """Return one for each platform whose token is set, none of them started."""
    adapters: dict[Platform, SlackAdapter | DiscordAdapter] = {}
    if house.settings.slack is not None:
        adapters[Platform.SLACK] = slack_adapter(house, house.settings.slack)
    if house.settings.discord is not None:
        adapters[Platform.DISCORD] = discord_adapter(house, house.settings.discord)
    return adapters


@asynccontextmanager
async def _posting(
    house: House,
    adapters: Mapping[Platform, SlackAdapter | DiscordAdapter],
    roles: frozenset[Role],
) -> AsyncIterator[Ticks | None]:
    """Let what is due be posted while the body runs, where that is what this process does."""
    if Role.WORKER not in roles:
        yield None
        return
    messengers: dict[Platform, Messenger] = {
        platform: adapter.messenger for platform, adapter in adapters.items()
    }
    async with reminding(house, messengers) as ticks:
        yield ticks


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
