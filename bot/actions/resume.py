"""Taking up again what a channel missed, once there is a sign that it can be reached."""

from datetime import datetime, timedelta

from bot.actions.note_trouble import note_recovery
from bot.domain.newsroom import Channel
from bot.domain.trouble import Returned, Trouble
from bot.ports import Store

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
        await tx.queues.retry(now, [channel.id], limit=1)
