"""Everything that is due now, and when to look again."""

from datetime import datetime

from bot.actions.queue_reminders import queue_reminders
from bot.actions.send_deliveries import Posting, send_deliveries


async def do_what_is_due(posting: Posting) -> datetime | None:
    """Queue and send until nothing more is due.

    Returns:
        When the next thing is due, in UTC; None where nothing is planned.
    """
    while await queue_reminders(posting.store, posting.clock.now()):
        pass
    while await send_deliveries(posting):
        pass
    async with posting.store.view() as tx:
        moments = (await tx.reminders.next_due(), await tx.deliveries.next_due())
    return min((moment for moment in moments if moment is not None), default=None)
