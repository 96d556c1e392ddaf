"""Telling of lifted embargoes on facts of timelines: claim, post, forget."""

import logging
from dataclasses import dataclass
from datetime import datetime

from bot.actions.attempt_delivery import Posting
from bot.actions.followers import wishes_for
from bot.actions.let_stand import let_stand
from bot.actions.note_trouble import Refusal, note_refusals
from bot.actions.queue_reminders import BREAKS_THROUGH
from bot.actions.work_off import defects_told, work_off
from bot.domain.embargo import lifts_at
from bot.domain.lift import Lift
from bot.domain.newsroom import Address
from bot.domain.story import Story
from bot.domain.subscription import Notice
from bot.domain.timeline import TimelineEntry
from bot.errors import DeliveryFailed
from bot.ports import Transaction
from bot.wording import embargo as wording
from bot.wording.words import Words

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Telling:
    """A lift with all it takes to tell one channel of it."""

    lift: Lift
    entry: TimelineEntry
    story: Story
    address: Address


async def tell_lifts(posting: Posting) -> datetime | None:
    """Tell each channel that follows of what may be shown from now on.

    Returns:
        When to look again, in UTC; None where no lift is to come.
    """
    return await work_off(posting, lambda tx: tx.lifts, _tell_or_part)


async def _tell_or_part(posting: Posting, lift: Lift) -> None:
    if lift.channel_id is not None:
        await _tell(posting, lift)
        return
    async with posting.store.transaction() as tx:
        await _part(tx, lift, posting.clock.now())


async def _part(tx: Transaction, lift: Lift, now: datetime) -> None:
    """Put in place of a lift one for each channel that wants to hear of the story."""
    await tx.lifts.remove(lift)
    entry = await tx.timeline.get(lift.entry_id)
    if entry is None or lifts_at(entry, now) is not None:
        return
    (story,) = await tx.stories.across([entry.story_id])
    wishes = (await wishes_for(tx, [story]))[story.id]
    wanting = [one for one, wish in wishes.items() if Notice.REMINDERS in wish.notices]
    wakes = story.urgency <= BREAKS_THROUGH
    found = [address.channel for address in await tx.newsrooms.addresses(wanting)]
    await tx.lifts.add([lift.told_in(c.id, now if wakes else c.awake_at(now)) for c in found])


async def _tell(posting: Posting, lift: Lift) -> None:
    """Tell one channel, and forget that it was to be told, or put it off.

    A channel that refuses it for good is in trouble, of which its newsroom is told.
    """
    assert lift.channel_id is not None
    refusals: list[Refusal] = []
    telling = await _prepared(posting, lift)
    facts = {"lift_id": str(lift.id), "channel_id": str(lift.channel_id)}
    try:
        if telling is not None:
            with defects_told(lift.attempts):
                await _post(posting, telling)
    except DeliveryFailed as failure:
        wait = posting.wait_after(failure, lift.attempts)
        if wait is not None:
            log.info("lift_failed", extra=facts | {"reason": failure.reason})
            async with posting.store.transaction() as tx:
                await tx.lifts.put_off(lift.retried(posting.clock.now(), wait))
            return
        log.warning("lift_given_up", extra=facts | {"reason": failure.reason})
        now = posting.clock.now()
        refusals = [Refusal(lift.channel_id, lift.newsroom_id, failure.reason, now)]
    async with posting.store.transaction() as tx:
        await tx.lifts.remove(lift)
        await note_refusals(tx, refusals)


async def _prepared(posting: Posting, lift: Lift) -> _Telling | None:
    """Return what it takes to tell; None where there is nothing to tell any more."""
    assert lift.channel_id is not None
    now = posting.clock.now()
    async with posting.store.view() as tx:
        entry = await tx.timeline.get(lift.entry_id)
        (address,) = await tx.newsrooms.addresses([lift.channel_id])
        if entry is None or lifts_at(entry, now) is not None:
            return None
        if address.newsroom.id != entry.newsroom_id:
            return None
        (story,) = await tx.stories.across([entry.story_id])
    return _Telling(lift, entry, story, address)


async def _post(posting: Posting, telling: _Telling) -> None:
    """Let the channel say that the embargo is lifted, unless it says so already.

    Raises:
        DeliveryFailed: If the platform did not do it.
    """
    lift, channel = telling.lift, telling.address.channel
    words, local = Words(channel.language), posting.clock.now().astimezone(channel.zone)
    message = wording.lifted(telling.entry, telling.story, lift.planned_at, words, local)
    await let_stand(posting, telling.address, message, lift.nonce, lift.may_stand_since)
