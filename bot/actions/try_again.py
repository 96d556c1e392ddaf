"""Trying again what could not be delivered, on somebody's word."""

from datetime import UTC

from bot.actions.request import Request
from bot.domain.language import translatable
from bot.domain.message import Message
from bot.errors import BotError
from bot.wording import troubles


class NothingMissed(BotError):
    """A channel that has missed nothing, or is none."""

    reply = translatable("“{channel}” has missed nothing. What could not be delivered: {where}")


async def try_again(request: Request, *, channel: str = "") -> Message:
    """Let what the newsroom's channels missed, or one of them, be posted now.

    Raises:
        NothingMissed: If there is nothing for the channel that is named.
    """
    wanted = channel.strip().removeprefix("#").casefold()
    now = request.now.astimezone(UTC)
    async with request.store.transaction() as tx:
        lines = await tx.queues.overview(now, request.newsroom.id)
        missed = [each for each in lines if each.given_up]
        chosen = [e for e in missed if wanted in {"", e.key.casefold(), e.channel.casefold()}]
        if missed and not chosen:
            where = ", ".join(sorted({each.place for each in missed}))
            raise NothingMissed(channel=channel[:60], where=where)
        number = await tx.queues.retry(now, {each.channel_id for each in chosen})
    names = tuple(sorted({each.place for each in chosen}))
    return troubles.tried_again(number, names, request.words)
