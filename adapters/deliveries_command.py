"""What ``daybook deliveries`` does: show the queue, and put right by hand what was given up."""

import click

from adapters.database.store import DatabaseStore
from bot.domain.channel_queue import ChannelQueue
from bot.ports import Clock
from bot.wording.words import Words
from config.settings import Settings


async def act(settings: Settings, clock: Clock, action: str) -> int:
    """Show the queue, retry or drop what was given up, and return the exit status.

    A running Daybook takes up at its next look what was made due again: at once on PostgreSQL,
    within half a minute on SQLite.

    Args:
        settings: Where the database is, and what language to say it in.
        clock: What tells late from early.
        action: ``show``, ``retry`` or ``drop``.

    Raises:
        BotError: If the database can't be used.
    """
    words = Words(settings.language)
    store = await DatabaseStore.open(settings.database_url.reveal())
    try:
        match action:
            case "retry":
                async with store.transaction() as tx:
                    number = await tx.queues.retry(clock.now())
                click.echo(_retried(number, words))
            case "drop":
                async with store.transaction() as tx:
                    number = await tx.queues.drop()
                click.echo(_dropped(number, words))
            case _:
                async with store.view() as tx:
                    queues = await tx.queues.overview(clock.now())
                click.echo("\n".join(_line(each, words) for each in queues) or _nothing(words))
    finally:
        await store.close()
    return 0


def _line(queue: ChannelQueue, words: Words) -> str:
    parts = [f"{queue.platform} #{queue.channel}:"]
    if queue.waiting:
        parts.append(words.say("{number} waiting", number=queue.waiting))
    if queue.late:
        parts.append(words.say("{number} late", number=queue.late))
    if queue.given_up:
        parts.append(words.say("{number} given up", number=queue.given_up))
    if queue.reason:
        parts.append(f"({queue.reason})")
    return " ".join(parts)


def _nothing(words: Words) -> str:
    return words.say("Nothing waits, and nothing was given up.")


def _retried(number: int, words: Words) -> str:
    return words.count("{number} is tried again.", "{number} are tried again.", number)


def _dropped(number: int, words: Words) -> str:
    return words.count("{number} is dropped.", "{number} are dropped.", number)
