"""A worker as a process of its own, posting on a platform on loopback, by a clock of its own."""

import asyncio
import signal
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from adapters.clock import SystemClock
from adapters.database.store import DatabaseStore
from adapters.discord import DiscordAdapter
from adapters.slack import SlackAdapter
from adapters.ticks import Ticks
from bot.actions.attempt_delivery import Posting
from bot.actions.do_what_is_due import begin_what_is_due, do_what_is_due
from bot.actions.send_deliveries import Sender
from bot.domain.language import Language
from bot.domain.newsroom import Platform
from bot.ports import Messenger
from bot.wording.words import Words
from config.reminders import read_policy
from tests.adapters.discord.fake_daybook import FakeDaybook
from tests.adapters.discord.fake_server import TOKEN
from tests.adapters.slack.fake_slack import APP_TOKEN, BOT_TOKEN
from tests.bench.worker import UNHURRIED
from tests.faults.doom import Doom, DoomedMessenger, DoomedStore, Step

AT_ONCE = 8
"""Calls to one workspace that a worker has under way together."""


@dataclass(frozen=True, slots=True)
class Hours:
    """How a clock runs that all of one test go by.

    Attributes:
        ahead: Seconds it is ahead of the real time, so that leases of before have run out.
        speed: Its seconds in a real one, counted from ``since``.
        since: A moment of the real clock, in seconds since 1970.
    """

    ahead: float = 0.0
    speed: float = 1.0
    since: float = 0.0

    def time(self) -> float:
        """Return what it shows, in seconds since 1970."""
        return self.since + (time.time() - self.since) * self.speed + self.ahead


class HurriedClock(SystemClock):
    """Shows the time by given hours."""

    def __init__(self, hours: Hours) -> None:
        self._hours = hours

    def now(self) -> datetime:
        return datetime.fromtimestamp(self._hours.time(), UTC)

    def real_delay_until(self, moment: datetime) -> float:
        return super().real_delay_until(moment) / self._hours.speed


@dataclass(frozen=True, slots=True)
class Orders:
    """What a worker is told.

    Attributes:
        database: The URL of a migrated database.
        platform: Where to post.
        api: The platform's address.
        hours: How its clock runs.
        together: How many notices one message may join.
        dies_at: The step at which it dies, if it does; it passes it ``spared`` times before.
        stays: Whether it waits for more when nothing is due, until SIGTERM.
        patience: Seconds it waits for a database that is locked or away, before that is a fault.
    """

    database: str
    platform: Platform
    api: str
    hours: Hours = Hours()
    together: int = 1
    dies_at: Step | None = None
    spared: int = 0
    stays: bool = False
    patience: float = 5.0


def run(orders: Orders) -> None:
    """Do as ordered; the process ends with it."""
    asyncio.run(work(orders))


async def work(orders: Orders) -> None:
    """Send all that is due, or as much as begins before SIGTERM."""
    stopped = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopped.set)
    doom = Doom(orders.dies_at, orders.spared)
    store = await DatabaseStore.open(orders.database, patience=orders.patience)
    async with connected(orders) as messenger:
        clock = HurriedClock(orders.hours)
        posting = Posting(
            DoomedStore(store, doom),
            {orders.platform: DoomedMessenger(messenger, doom)},
            clock,
            read_policy(),
            {orders.platform: replace(UNHURRIED, at_once=AT_ONCE, together=orders.together)},
        )
        sender = Sender(posting)
        if orders.stays:
            ticks = Ticks(clock, lambda: begin_what_is_due(posting, sender))
            store.on_change(ticks.wake)
            ticks.start()
            await stopped.wait()
            await ticks.stop(5)
        else:
            await drain(posting, sender, stopped)
        await sender.stop(5)
    await store.close()


async def drain(posting: Posting, sender: Sender, stopped: asyncio.Event) -> None:
    """Send until nothing more is due, or told to stop."""
    working = asyncio.ensure_future(do_what_is_due(posting, sender))
    stopping = asyncio.ensure_future(stopped.wait())
    await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if working.done():
        working.result()
    else:
        working.cancel()


@asynccontextmanager
async def connected(orders: Orders) -> AsyncIterator[Messenger]:
    """Let a messenger of the platform post, without listening."""
    adapter: SlackAdapter | DiscordAdapter
    if orders.platform is Platform.SLACK:
        adapter = SlackAdapter(
            bot_token=BOT_TOKEN,
            app_token=APP_TOKEN,
            daybook=FakeDaybook(),
            words=Words(Language.EN),
            api_base_url=orders.api,
        )
    else:
        adapter = DiscordAdapter(TOKEN, FakeDaybook(), (), api_base_url=orders.api)
    await adapter.start(listening=False)
    yield adapter.messenger
    await adapter.stop()
