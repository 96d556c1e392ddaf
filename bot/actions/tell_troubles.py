"""Telling a newsroom's admin channel of channels that take no messages: claim, post, record."""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.actions.attempt_delivery import Posting
from bot.actions.let_stand import find_posted
from bot.actions.note_trouble import Refusal, note_refusals
from bot.actions.resume import knock
from bot.actions.work_off import defects_told, work_off
from bot.domain.delivery import Destination, MessageRef
from bot.domain.newsroom import Address, Channel
from bot.domain.trouble import Trouble
from bot.errors import DeliveryFailed
from bot.wording import troubles as wording
from bot.wording.words import Words

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Telling:
    """A spell with all it takes to tell of it."""

    spell: Trouble
    channel: Channel
    admin: Address
    missed: int


async def tell_troubles(posting: Posting) -> datetime | None:
    """Tell of each new spell, put right what was told of the others, and knock where one may.

    Returns:
        When to look again, in UTC; None where nothing is to be told.
    """
    async with posting.store.view() as tx:
        standing = await tx.troubles.standing()
    posting.troubled.clear()
    posting.troubled.update(spell.channel_id for spell in standing)
    await knock(posting.store, standing, posting.clock.now())
    return await work_off(posting, lambda tx: tx.troubles, _tell)


async def _tell(posting: Posting, spell: Trouble) -> None:
    """Tell of one spell and write down how that went."""
    telling = await _prepared(posting, spell)
    facts = {"channel_id": str(spell.channel_id), "reason": spell.reason}
    if telling is None:
        log.warning("trouble_untold", extra=facts)
        await _record(posting, spell, None)
        return
    now, admin = posting.clock.now(), telling.admin.channel
    if spell.message is None and spell.over_at is None and admin.sleeps(now):
        await _put_off(posting, spell, admin.awake_at(now) - now)
        return
    try:
        with defects_told(spell.attempts):
            message = await _post(posting, telling)
        log.info("trouble_told", extra=facts | {"over": spell.over_at is not None})
        await _record(posting, spell, message)
    except DeliveryFailed as failure:
        log.warning("trouble_not_told", extra=facts | {"failure": failure.reason})
        wait = posting.wait_after(failure, spell.attempts)
        if wait is None:
            await _record(posting, spell, spell.message, _refusal(telling, failure, now))
        else:
            await _put_off(posting, spell, wait)


async def _prepared(posting: Posting, spell: Trouble) -> _Telling | None:
    """Return what it takes to tell; None where nobody is to be told but the channel itself."""
    async with posting.store.view() as tx:
        (address,) = await tx.newsrooms.addresses([spell.channel_id])
        admin_id = address.newsroom.admin_channel_id
        if admin_id is None or admin_id == spell.channel_id:
            return None
        (admin,) = await tx.newsrooms.addresses([admin_id])
        queues = await tx.queues.overview(posting.clock.now(), spell.newsroom_id)
    missed = sum(each.given_up for each in queues if each.channel_id == spell.channel_id)
    return _Telling(spell, address.channel, admin, missed)


async def _post(posting: Posting, telling: _Telling) -> MessageRef | None:
    """Let the admin channel say how the spell stands, and return the message that says it.

    Raises:
        DeliveryFailed: If the platform did not do it.
    """
    spell, admin = telling.spell, telling.admin
    messenger = posting.messenger(admin.channel.platform)
    words = Words(admin.channel.language)
    local = posting.clock.now().astimezone(admin.channel.zone)
    message = wording.notice(spell, telling.channel, telling.missed, words, local)
    stands = spell.message
    if stands is None:
        stands = await find_posted(posting, admin, spell.nonce, spell.may_stand_since)
    if stands is not None:
        await messenger.edit(stands, message)
        return stands
    if spell.over_at is not None:  # it was over before anyone was told
        return None
    return await messenger.send(Destination.at(admin), message, spell.nonce)


def _refusal(telling: _Telling, failure: DeliveryFailed, now: datetime) -> Refusal | None:
    """Return that the admin channel itself takes no messages; an edit's refusal tells nothing."""
    if telling.spell.message is not None:
        return None
    admin = telling.admin
    return Refusal(admin.channel.id, admin.newsroom.id, failure.reason, now)


async def _record(
    posting: Posting, spell: Trouble, message: MessageRef | None, refusal: Refusal | None = None
) -> None:
    async with posting.store.transaction() as tx:
        standing = await tx.troubles.get(spell.channel_id)
        if standing is not None and standing.attempts == spell.attempts:
            told = standing.told(message, spell)
            if told.is_done_with:
                await tx.troubles.remove(spell.channel_id)
            else:
                await tx.troubles.save(told)
        if refusal is not None:
            await note_refusals(tx, [refusal])


async def _put_off(posting: Posting, spell: Trouble, wait: timedelta) -> None:
    async with posting.store.transaction() as tx:
        standing = await tx.troubles.get(spell.channel_id)
        if standing is not None and standing.attempts == spell.attempts:
            await tx.troubles.save(standing.retried(posting.clock.now(), wait))
