"""Everything that is due now, and when to look again."""

import logging
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.actions.attempt_delivery import Posting
from bot.actions.queue_reminders import queue_reminders
from bot.actions.repeat import continue_series
from bot.actions.send_deliveries import Sender
from bot.domain.counted import Counted
from bot.errors import BotError

LOOK_AGAIN = timedelta(seconds=1)
"""How long what falls due in the midst of a burst may wait to be queued behind it."""

log = logging.getLogger(__name__)


async def do_what_is_due(posting: Posting, sender: Sender | None = None) -> datetime | None:
    """Queue and send until nothing more is due, and wait until all of it is sent.

    Args:
        posting: What sending works with.
        sender: One that remembers the pace it has kept; a new one if left out.

    Returns:
        When the next thing is due, in UTC; None where nothing is planned.
    """
    sender = sender or Sender(posting)
    before: datetime | None = None
    while True:
        coming = await begin_what_is_due(posting, sender)
        await sender.finish()
        moment = await next_moment(posting)
        if moment is None or moment > posting.clock.now() or sender.has_stopped:
            return moment
        if moment == before:  # it was looked for, and can't be done now
            return coming
        before = moment


async def begin_what_is_due(posting: Posting, sender: Sender) -> datetime | None:
    """Make the next times of series, queue what is due and begin to send it.

    Sending goes on when this returns. Where nothing is due, nothing is written.

    Returns:
        When to look again, in UTC; None where nothing is planned.
    """
    moments, now = await _moments(posting), posting.clock.now()
    if not (sender.is_behind(now) or _has_come(moments.first, now)):
        return moments.first
    continued = not _has_come(moments.series, now) or await _continue_series(posting)
    queued = await _queue_and_send(posting, sender)
    moments = await _moments(posting)
    if not continued:
        moments = replace(moments, series=None)
    return moments.first if queued else replace(moments, reminder=None).first


async def _continue_series(posting: Posting) -> bool:
    """Make the next times of series; where that breaks in our own hands, the rest goes on.

    It is tried again whenever something else is looked for.
    """
    try:
        while await continue_series(posting.store, posting.policy, posting.clock.now()):
            pass
    except BotError:
        raise
    except Exception:
        log.exception("series_broke")
        return False
    return True


async def _queue_and_send(posting: Posting, sender: Sender) -> bool:
    """Queue and take up in turns; while much is sent, look for reminders only now and then.

    Returns:
        Whether all could be queued; where that breaks in our own hands, the rest is sent.
    """
    queued, looked_at = 0, None
    more = whole = True
    while more:
        now = posting.clock.now()
        if queued or looked_at is None or now - looked_at >= LOOK_AGAIN:
            queued, looked_at = 0, now
            try:
                queued = await queue_reminders(posting.store, now, posting.aside)
            except BotError:
                raise
            except Exception:
                log.exception("reminders_not_queued")
                whole = False
            posting.meter.count(Counted.QUEUED, queued)
        more = await sender.take_up() or queued > 0
    return whole


@dataclass(frozen=True, slots=True)
class _Moments:
    """When the next of each kind is due, in UTC; None where there is none."""

    series: datetime | None
    reminder: datetime | None
    delivery: datetime | None

    @property
    def first(self) -> datetime | None:
        moments = (self.series, self.reminder, self.delivery)
        return min((moment for moment in moments if moment is not None), default=None)


async def _moments(posting: Posting) -> _Moments:
    async with posting.store.view() as tx:
        return _Moments(
            await tx.recurrences.next_due(),
            await tx.reminders.next_due(posting.aside),
            await tx.deliveries.next_due(),
        )


def _has_come(moment: datetime | None, now: datetime) -> bool:
    return moment is not None and moment <= now


async def next_moment(posting: Posting) -> datetime | None:
    """Return when the next reminder or delivery is due, in UTC."""
    return (await _moments(posting)).first
