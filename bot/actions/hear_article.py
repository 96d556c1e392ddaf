"""Holding an article that was read against all watches."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

from bot.actions.hear import Caught, caught_by, listeners, queue_hits
from bot.actions.request import Request
from bot.domain.alert import Hit, fingerprint_of
from bot.domain.proposal import FiledReading
from bot.domain.watch import Heard
from bot.ports import Transaction


async def hear_article(
    request: Request, filed: FiledReading, text: str, published: datetime | None
) -> Sequence[Caught]:
    """Return what watches hear of an article; what is read in direct messages stays there.

    Args:
        request: Who reads it, and where.
        filed: Its reading.
        text: What it says.
        published: When it was published, if anybody said so.
    """
    if request.channel.direct:
        return ()
    async with request.store.view() as tx:
        listening = await listeners(tx, request.newsroom.id)
    if not listening:
        return ()
    heard = await asyncio.to_thread(Heard.of, f"{filed.headline}\n{text}")
    hit = Hit(
        filed.headline,
        filed.source if filed.source.startswith(("http://", "https://")) else "",
        f"{request.person.name}, #{request.channel.name}",
        published,
        request.now.astimezone(UTC),
        watch_ids=(),
        reading=filed.code,
        guarded=request.channel.sees_embargoed,
    )
    fingerprint = fingerprint_of(hit.link, filed.fingerprint)
    caught = caught_by(listening, heard, fingerprint, hit)
    return () if caught is None else (caught,)


async def queue_heard(tx: Transaction, request: Request, caught: Sequence[Caught]) -> None:
    """Queue alerts of what was heard, for all channels but the one where it was read."""
    if caught:
        now = request.now.astimezone(UTC)
        await queue_hits(tx, caught, now, read_in=request.channel.id)
