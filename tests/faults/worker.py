"""A worker as a process of its own, posting in a Slack on loopback, on a clock of its own.

``python -m tests.faults.worker DATABASE_URL SLACK_URL SECONDS_AHEAD TOGETHER``

It ends when nothing more is due, or at SIGTERM with what is in flight.
"""

import asyncio
import signal
import sys
from dataclasses import replace
from datetime import datetime, timedelta

from slack_sdk.web.async_client import AsyncWebClient

from adapters.clock import SystemClock
from adapters.database.store import DatabaseStore
from adapters.slack.messenger import SlackMessenger
from bot.actions.attempt_delivery import Posting
from bot.actions.do_what_is_due import do_what_is_due
from bot.actions.send_deliveries import Sender
from bot.domain.newsroom import Platform
from config.reminders import read_policy
from tests.adapters.slack.fake_slack import BOT_TOKEN
from tests.bench.worker import UNHURRIED


class AheadClock(SystemClock):
    """The real time, and so much more: leases of before have run out on it."""

    def __init__(self, ahead: timedelta) -> None:
        self._ahead = ahead

    def now(self) -> datetime:
        return super().now() + self._ahead


async def work(database: str, slack: str, ahead: timedelta, together: int) -> None:
    """Send all that is due, or as much as begins before SIGTERM."""
    store = await DatabaseStore.open(database)
    messenger = SlackMessenger(AsyncWebClient(BOT_TOKEN, base_url=slack))
    paces = {Platform.SLACK: replace(UNHURRIED, at_once=8, together=together)}
    posting = Posting(store, {Platform.SLACK: messenger}, AheadClock(ahead), read_policy(), paces)
    sender = Sender(posting)
    working = asyncio.ensure_future(do_what_is_due(posting, sender))
    stopped = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopped.set)
    stopping = asyncio.ensure_future(stopped.wait())
    await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    await sender.stop(5)
    if not working.done():
        working.cancel()
    await store.close()


if __name__ == "__main__":
    url, slack_url, seconds, most = sys.argv[1:]
    asyncio.run(work(url, slack_url, timedelta(seconds=float(seconds)), int(most)))
