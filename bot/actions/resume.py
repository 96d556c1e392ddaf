"""Taking up again what a channel missed, once there is a sign that it can be reached."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from bot.actions.note_trouble import note_recovery
from bot.domain.newsroom import Channel
from bot.domain.trouble import SHUT_OUT, UNFIT, Returned, Trouble
from bot.ports import Store, Transaction

KNOCK_AFTER = timedelta(minutes=15)
"""How long after the last refusal a workspace that shut Daybook out is tried again."""

PATIENCE = timedelta(minutes=1)
"""How long after a refusal a mere sign of life in the channel makes no new attempt."""


async def resume(store: Store, returned: Returned, now: datetime) -> int:
    """Let all that channels missed be posted now that they are back; return how much it is.

    Args:
        store: Where it is kept.
        returned: Which channels.
        now: Aware, in UTC.
    """
    async with store.view() as tx:
        workspace = await tx.newsrooms.workspace(returned.platform, returned.workspace_key)
        if workspace is None:
            return 0
        spells = await tx.troubles.of_newsroom(workspace.newsroom_id)
        ids = {spell.channel_id for spell in spells}
        channels = await tx.newsrooms.channels(workspace.newsroom_id, ids)
    back = [
        channel.id
        for channel in channels
        if channel.workspace_id == workspace.id and returned.channel_key in {"", channel.key}
    ]
    if not back:
        return 0
    async with store.transaction() as tx:
        return await note_recovery(tx, back, now)


async def probe(store: Store, channel: Channel, spell: Trouble, now: datetime) -> None:
    """Try one of the notices that a channel missed, for somebody has just spoken there.

    If it gets through, the others follow. That somebody may speak does not mean that Daybook
    may; so it is one, and not more often than once a minute.
    """
    if now - spell.refused_at < PATIENCE:
        return
    async with store.transaction() as tx:
        await tx.queues.retry(now, [channel.id], limit=1, but=UNFIT)


async def knock(store: Store, standing: Sequence[Trouble], now: datetime) -> None:
    """Try one notice of each workspace that has shut Daybook out for a while.

    Nothing tells when a token is good again, or has been replaced.

    Args:
        store: Where it is kept.
        standing: All spells that are not over.
        now: Aware, in UTC.
    """
    shut_out = {spell.channel_id: spell for spell in standing if spell.reason in SHUT_OUT}
    if not any(_is_long_ago(spell, now) for spell in shut_out.values()):
        return
    async with store.transaction() as tx:
        by_workspace: defaultdict[UUID, list[Trouble]] = defaultdict(list)
        for address in await tx.newsrooms.addresses(set(shut_out)):
            by_workspace[address.workspace.id].append(shut_out[address.channel.id])
        for spells in by_workspace.values():
            if all(_is_long_ago(spell, now) for spell in spells):
                await _try_one(tx, spells, now)


async def _try_one(tx: Transaction, spells: Sequence[Trouble], now: datetime) -> None:
    for spell in spells:
        if await tx.queues.retry(now, [spell.channel_id], limit=1, but=UNFIT):
            return


def _is_long_ago(spell: Trouble, now: datetime) -> bool:
    return now - spell.refused_at >= KNOCK_AFTER
