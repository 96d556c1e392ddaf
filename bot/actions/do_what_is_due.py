"""Everything that is due now, and when to look again."""

from datetime import datetime

from bot.actions.attempt_delivery import Posting
from bot.actions.queue_reminders import queue_reminders
from bot.actions.repeat import continue_series
from bot.actions.send_deliveries import Sender


async def do_what_is_due(posting: Posting, sender: Sender | None = None) -> datetime | None:
    """Queue and send until nothing more is due, and wait until all of it is sent.

    Args:
        posting: What sending works with.
        sender: One that remembers the pace it has kept; a new one if left out.

    Returns:
        When the next thing is due, in UTC; None where nothing is planned.
    """
    sender = sender or Sender(posting)
    while True:
        await begin_what_is_due(posting, sender)
        await sender.finish()
        moment = await next_moment(posting)
        if moment is None or moment > posting.clock.now():
            return moment


async def begin_what_is_due(posting: Posting, sender: Sender) -> datetime | None:
    """Make the next times of series, queue what is due and begin to send it.

    Sending goes on when this returns.

    Returns:
        When to look again, in UTC; None where nothing is planned.
    """
    while await continue_series(posting.store, posting.policy, posting.clock.now()):
        pass
    more = True
    while more:
        queued = await queue_reminders(posting.store, posting.clock.now())
        more = await sender.take_up() or queued > 0
    return await next_moment(posting)


async def next_moment(posting: Posting) -> datetime | None:
    """Return when the next reminder or delivery is due, in UTC."""
    async with posting.store.view() as tx:
        moments = (
            await tx.recurrences.next_due(),
            await tx.reminders.next_due(),
            await tx.deliveries.next_due(),
        )
    return min((moment for moment in moments if moment is not None), default=None)
