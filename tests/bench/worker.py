"""One worker as a process of its own: it sends what is due, or waits, and prints figures as JSON.

``python -m tests.bench.worker burst|apart|idle|steady URL SECONDS``
"""

import asyncio
import json
import resource
import sys
from dataclasses import replace
from datetime import datetime, timedelta

import psutil

from adapters.clock import SteppedClock, SystemClock, stopwatch
from adapters.database.store import DatabaseStore
from adapters.memory import settle
from adapters.slack.present import present
from adapters.ticks import Ticks
from bot.actions.attempt_delivery import Posting
from bot.actions.do_what_is_due import begin_what_is_due, do_what_is_due
from bot.actions.send_deliveries import Sender
from bot.domain.delivery import Destination, MessageRef
from bot.domain.message import Message
from bot.domain.newsroom import Platform
from bot.domain.pace import Pace, Rate
from bot.wording.words import Words, learn
from config.pace import read_paces
from config.reminders import read_policy

Figures = dict[str, float | list[float]]

MANY = 1_000_000
UNHURRIED = replace(
    read_paces()[Platform.SLACK], channel=Rate(MANY, MANY), workspace=Rate(MANY, MANY)
)
"""As operated, but for the messages a second that Slack takes: what is due at once is joined."""

APART = replace(UNHURRIED, at_once=1_000, held=MANY, together=1)
"""A message for each notice."""


class Instant:
    """Presents for Slack, and has it posted at once."""

    def __init__(self) -> None:
        self.posted = 0
        self.moments: list[datetime] = []

    async def send(self, to: Destination, message: Message, nonce: str) -> MessageRef:
        present(message, Words(message.language))
        self.posted += 1
        self.moments.append(SystemClock().now())
        return MessageRef(to.platform, to.workspace_key, to.channel_key, str(self.posted))

    async def edit(self, ref: MessageRef, message: Message) -> None:
        present(message, Words(message.language))

    async def find(self, to: Destination, nonce: str, since: datetime) -> MessageRef | None:
        return None


def posting_to(store: DatabaseStore, messenger: Instant, pace: Pace = UNHURRIED) -> Posting:
    """Return what the real path works with, but for the messenger and the pace."""
    learn()
    settle()
    paces = {Platform.SLACK: pace}
    return Posting(store, {Platform.SLACK: messenger}, SystemClock(), read_policy(), paces)


async def burst(url: str, wait_until: float, pace: Pace = UNHURRIED) -> Figures:
    """Send all that is due; return how many messages there were, and the seconds."""
    store = await DatabaseStore.open(url)
    messenger = Instant()
    posting = posting_to(store, messenger, pace)
    # It has been running for a while: what is made ready at the first look has been.
    yesterday = SteppedClock(SystemClock().now() - timedelta(days=1))
    await do_what_is_due(replace(posting, clock=yesterday))
    await asyncio.sleep(max(0.0, wait_until - SystemClock().now().timestamp()))
    begun = stopwatch()
    await do_what_is_due(posting)
    seconds = stopwatch() - begun
    await store.close()
    return {"posted": messenger.posted, "seconds": seconds}


async def run_for(url: str, seconds: float) -> Figures:
    """Run as in operation; return start-up, memory, CPU, and the moments of what was posted."""
    begun = stopwatch()
    store = await DatabaseStore.open(url)
    messenger = Instant()
    posting = posting_to(store, messenger)
    sender = Sender(posting)
    ticks = Ticks(SystemClock(), lambda: begin_what_is_due(posting, sender))
    store.on_change(ticks.wake)
    ticks.start()
    await begin_what_is_due(posting, sender)
    started = stopwatch() - begun
    await asyncio.sleep(0.5)
    before, at = _cpu_seconds(), stopwatch()
    await asyncio.sleep(seconds)
    percent = 100 * (_cpu_seconds() - before) / (stopwatch() - at)
    await ticks.stop()
    await sender.stop(5)
    await store.close()
    return {
        "start_s": started,
        "rss_mb": psutil.Process().memory_info().rss / 2**20,
        "cpu_percent": percent,
        "posted": float(messenger.posted),
        "moments": [moment.timestamp() for moment in messenger.moments],
    }


def _cpu_seconds() -> float:
    """Return what the process has used; to the microsecond, where a clock tick takes ten ms."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def main(kind: str, url: str, seconds: float) -> None:
    """Do one of these and print what was measured."""
    match kind:
        case "burst":
            work = burst(url, seconds)
        case "apart":
            work = burst(url, seconds, APART)
        case _:
            work = run_for(url, seconds)
    sys.stdout.write(json.dumps(asyncio.run(work)))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]))
