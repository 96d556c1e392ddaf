"""What ``daybook deliveries`` does: show the queue, and put right by hand what was given up."""

import json
from collections.abc import Sequence
from typing import Any

import click

from adapters.database.store import DatabaseStore
from bot.domain.channel_queue import ChannelQueue
from bot.domain.language import translatable
from bot.errors import BotError
from bot.ports import Clock, Store
from bot.wording.reasons import reason
from bot.wording.words import Words
from config.settings import Settings


class NothingThere(BotError):
    """A channel for which nothing waits, or which is none."""

    reply = translatable("Nothing waits for “{channel}”, and nothing was given up there.")


async def act(
    settings: Settings, clock: Clock, action: str, channel: str = "", *, wants_json: bool = False
) -> int:
    """Show the queue, retry or drop what was given up, and return the exit status.

    A running Daybook takes up at once what was made due again, on either database.

    Args:
        settings: Where the database is, and what language to say it in.
        clock: What tells late from early.
        action: ``show``, ``retry`` or ``drop``.
        channel: The name or the platform's id of the only channel meant; empty for all.
        wants_json: Whether to print JSON instead of sentences.

    Raises:
        BotError: If the database can't be used, or nothing is there for the channel.
    """
    words = Words(settings.language)
    store = await DatabaseStore.open(settings.database_url.reveal())
    try:
        queues = await _queues(store, clock, channel)
        if channel and not queues and not wants_json:
            raise NothingThere(channel=channel)
        if action == "show":
            told: object = [_as_json(each, words) for each in queues]
            text = "\n".join(_line(each, words) for each in queues) or _nothing(words)
        else:
            number = await _put_right(store, clock, action, queues)
            told = {"retried" if action == "retry" else "dropped": number}
            text = _retried(number, words) if action == "retry" else _dropped(number, words)
    finally:
        await store.close()
    click.echo(json.dumps(told, ensure_ascii=False, indent=2) if wants_json else text)
    return 0


async def _queues(store: Store, clock: Clock, channel: str) -> list[ChannelQueue]:
    """Return the lines of the channel that is meant, or of all."""
    wanted = channel.removeprefix("#").casefold()
    async with store.view() as tx:
        queues = await tx.queues.overview(clock.now())
    return [each for each in queues if wanted in {"", each.channel.casefold(), each.key.casefold()}]


async def _put_right(
    store: Store, clock: Clock, action: str, queues: Sequence[ChannelQueue]
) -> int:
    ids = {each.channel_id for each in queues if each.given_up}
    async with store.transaction() as tx:
        if action == "retry":
            return await tx.queues.retry(clock.now(), ids)
        return await tx.queues.drop(ids)


def _line(queue: ChannelQueue, words: Words) -> str:
    numbers = []
    if queue.waiting:
        numbers.append(words.say("{number} waiting", number=queue.waiting))
    if queue.late:
        numbers.append(words.say("{number} late", number=queue.late))
    if queue.given_up:
        numbers.append(words.say("{number} given up", number=queue.given_up))
    line = f"{queue.platform} {queue.place}: {', '.join(numbers)}"
    return f"{line}. {reason(queue.reason, words)}" if queue.reason else line


def _as_json(queue: ChannelQueue, words: Words) -> dict[str, Any]:
    return {
        "platform": queue.platform.value,
        "channel": queue.channel,
        "key": queue.key,
        "waiting": queue.waiting,
        "late": queue.late,
        "given_up": queue.given_up,
        "reason": queue.reason,
        "why": reason(queue.reason, words),
    }


def _nothing(words: Words) -> str:
    return words.say("Nothing waits, and nothing was given up.")


def _retried(number: int, words: Words) -> str:
    return words.count("{number} is tried again.", "{number} are tried again.", number)


def _dropped(number: int, words: Words) -> str:
    return words.count("{number} is dropped.", "{number} are dropped.", number)
