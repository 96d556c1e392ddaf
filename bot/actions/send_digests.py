"""Posting the digests that are due: claim, post, record; nothing is open meanwhile."""

import logging
from datetime import datetime, timedelta

from bot.actions.attempt_delivery import Posting
from bot.actions.edit_digests import edit_digests, posted_digest
from bot.actions.let_stand import let_stand
from bot.actions.note_trouble import Refusal, Sign, note_signs
from bot.actions.show_digest import digest_of, stories_of
from bot.actions.work_off import defects_told, work_off
from bot.domain.delivery import OUTDATED
from bot.domain.digest import DAYS_AHEAD, Digest
from bot.domain.message import Message
from bot.domain.newsroom import Address
from bot.domain.posted_digest import PostedDigest
from bot.domain.scheduled_digest import ScheduledDigest
from bot.errors import DeliveryFailed
from bot.wording import digest as wording
from bot.wording import notices
from bot.wording.words import Words

DAY_OFF = "day_off"
"""Why a digest stayed away: the day became one off after it was scheduled."""

log = logging.getLogger(__name__)


async def send_digests(posting: Posting) -> datetime | None:
    """Post what is due, all channels at once, and return when to look again, in UTC.

    What stands is edited where it is no longer so.
    A digest that could not be posted for hours is let go: the channel's next one says it all.
    """
    following = await work_off(posting, lambda tx: tx.digests, _send)
    moments = (following, await edit_digests(posting))
    return min((moment for moment in moments if moment is not None), default=None)


async def _send(posting: Posting, due: ScheduledDigest) -> None:
    """Post one digest and write down what comes next."""
    async with posting.store.view() as tx:
        (address,) = await tx.newsrooms.addresses([due.channel_id])
    channel, now = address.channel, posting.clock.now()
    if channel.digest is None:
        return
    following = channel.digest.next_after(
        max(now, due.planned_at), channel.zone, address.newsroom.calendar
    )
    signs: list[Sign] = []
    standing = None
    try:
        with defects_told(due.attempts):
            reason, standing = await _post(posting, due, address)
        outcome = due.followed_by(following, reason)
    except DeliveryFailed as failure:
        facts = {"channel_id": str(channel.id), "reason": failure.reason}
        wait = posting.wait_after(failure, due.attempts)
        if wait is None:
            log.warning("digest_given_up", extra=facts)
            outcome = due.followed_by(following, failure.reason)
            signs.append(Refusal(channel.id, due.newsroom_id, failure.reason, now))
        else:
            log.info("digest_failed", extra=facts)
            outcome = due.retried(posting.clock.now(), wait, failure.reason)
    async with posting.store.transaction() as tx:
        await tx.digests.record(due, outcome)
        if standing is not None:
            await tx.posted_digests.keep(standing)
        await note_signs(tx, signs)


async def _post(
    posting: Posting, due: ScheduledDigest, address: Address
) -> tuple[str, PostedDigest | None]:
    """Let the digest stand in its channel; return why it was let go, or nothing, and what stands.

    Raises:
        DeliveryFailed: If the platform did not do it.
    """
    channel, now = address.channel, posting.clock.now()
    if due.is_too_late(now):
        return OUTDATED, None
    day = due.planned_at.astimezone(channel.zone).date()
    if channel.digest and not channel.digest.comes_on(day, address.newsroom.calendar):
        return DAY_OFF, None
    made, since, message = await _made(posting, due, address, now)
    if message is None:
        return "", None
    ref = await let_stand(posting, address, message, due.nonce, due.may_stand_since)
    return "", posted_digest(due, made, ref, message, now, since, address)


async def _made(
    posting: Posting, due: ScheduledDigest, address: Address, now: datetime
) -> tuple[Digest, datetime, Message | None]:
    """Return the digest as it is now, since when it tells what is new, and how it is said.

    An empty one that is to stay away is not said.
    """
    channel = address.channel
    digest = channel.digest
    assert digest is not None
    words, local = Words(channel.language), now.astimezone(channel.zone)
    since = digest.last_before(due.planned_at, channel.zone, address.newsroom.calendar)
    until = local.date() + timedelta(days=DAYS_AHEAD)
    async with posting.store.view() as tx:
        stories, follows = await stories_of(tx, channel)
        made = await digest_of(tx, channel, stories, local, until, since)
    if made.is_empty and digest.unless_empty:
        return made, since, None
    where = channel.name if follows else address.newsroom.name
    message = wording.digest(made, where, words, local)
    return made, since, notices.late(message, now - due.planned_at, words)
