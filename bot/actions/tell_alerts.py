"""Telling channels of what watches heard: claim, post, record."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid5

from bot.actions.attempt_delivery import Posting
from bot.actions.discretion import veil_over
from bot.actions.followers import wishes_for
from bot.actions.hear import Listener, standing
from bot.actions.let_stand import let_stand
from bot.actions.note_trouble import Recovery, Refusal, Sign, note_signs
from bot.actions.work_off import defects_told, work_off
from bot.domain.alert import Alert, Hit
from bot.domain.delivery import OUTDATED, MessageRef
from bot.domain.message import Message
from bot.domain.newsroom import Address
from bot.domain.story import StoryStatus
from bot.errors import DeliveryFailed
from bot.ports import Transaction
from bot.wording import alerts as wording
from bot.wording import notices
from bot.wording.words import Words

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Telling:
    """An alert with all it takes to tell one channel of it.

    Attributes:
        told: What it tells of, each with the watches that heard it and listen still.
        hidden: What of it the channel may not be shown before a moment.
    """

    alert: Alert
    address: Address
    told: Sequence[wording.Told]
    hidden: Sequence[tuple[Hit, datetime]]


async def tell_alerts(posting: Posting) -> datetime | None:
    """Tell channels what their stories' watches heard.

    Returns:
        When to look again, in UTC; None where nothing is to be told.
    """
    turns: defaultdict[UUID, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def tell_in_turn(posting: Posting, alert: Alert) -> None:
        async with turns[alert.channel_id]:  # one after the other, as they were heard
            await _tell(posting, alert)

    return await work_off(posting, lambda tx: tx.alerts, tell_in_turn)


async def _tell(posting: Posting, alert: Alert) -> None:
    """Tell one channel, and write down how that went."""
    facts = {"alert_id": str(alert.id), "channel_id": str(alert.channel_id)}
    now = posting.clock.now()
    telling = await _prepared(posting, alert, now)
    signs: list[Sign] = []
    later: list[Alert] = []
    try:
        if telling.told:
            with defects_told(alert.attempts):
                outcome = alert.told(await _stands(posting, telling))
            later = _held_back(telling)
            if alert.channel_id in posting.troubled:
                signs.append(Recovery(alert.channel_id, now))
            log.info("alert_told", extra=facts | {"hits": len(telling.told)})
        elif telling.hidden:
            outcome = alert.put_off(min(lift for _, lift in telling.hidden))
        else:
            outcome = alert.skipped(OUTDATED)
    except DeliveryFailed as failure:
        outcome = _after(failure, posting, alert)
        if outcome.due_at is None:
            signs.append(Refusal(alert.channel_id, alert.newsroom_id, failure.reason, now))
        log.warning("alert_failed", extra=facts | {"reason": failure.reason})
    async with posting.store.transaction() as tx:
        await tx.alerts.record(alert, outcome)
        for each in later:
            await tx.alerts.save(each)
        await note_signs(tx, signs)


def _after(failure: DeliveryFailed, posting: Posting, alert: Alert) -> Alert:
    """Return an alert after an attempt in vain: given up, or to be tried again."""
    wait = posting.wait_after(failure, alert.attempts)
    if wait is None:
        return alert.undeliverable(failure.reason)
    return alert.retried(posting.clock.now(), wait, failure.reason)


def _held_back(telling: _Telling) -> list[Alert]:
    """Return alerts of what the channel may be shown only later."""
    alert = telling.alert
    return [
        Alert(uuid5(alert.id, str(place)), alert.newsroom_id, alert.channel_id, (hit,), lift, lift)
        for place, (hit, lift) in enumerate(telling.hidden)
    ]


async def _prepared(posting: Posting, alert: Alert, now: datetime) -> _Telling:
    """Return what is still to be told, as things stand now."""
    async with posting.store.view() as tx:
        (address,) = await tx.newsrooms.addresses([alert.channel_id])
        if address.newsroom.id != alert.newsroom_id:
            return _Telling(alert, address, (), ())
        heard = await _heard(tx, alert)
        veil = await veil_over(tx, address.channel, now)
    told, hidden = [], []
    for one in heard:
        hit = one.hit
        lift = veil.lift_of(hit.headline) if hit.reading else None  # a feed's is public already
        if lift is not None:
            hidden.append((hit, lift))
        elif address.channel.sees_embargoed or not hit.guarded:
            told.append(one)
    return _Telling(alert, address, told, hidden)


async def _heard(tx: Transaction, alert: Alert) -> list[wording.Told]:
    """Return what is still heard, by whom: no story was closed, no watch stopped since."""
    watches = await tx.watches.across(alert.watch_ids)
    stories = {
        story.id: story
        for story in await tx.stories.across({watch.story_id for watch in watches})
        if story.status is not StoryStatus.CLOSED
    }
    wishes = await wishes_for(tx, stories.values())
    listening: dict[UUID, Listener] = {
        watch.id: (watch, stories[watch.story_id]) for watch in watches if watch.story_id in stories
    }
    found = (
        (place, hit, standing(hit, listening, wishes, alert.channel_id))
        for place, hit in enumerate(alert.hits, start=1)
    )
    return [wording.Told(p, _still(hit, by), by) for p, hit, by in found if by]


def _still(hit: Hit, heard_by: Sequence[Listener]) -> Hit:
    """Return a hit with those of its terms for which somebody listens still."""
    terms = {term for watch, _ in heard_by for term in watch.terms}
    return replace(hit, terms=tuple(term for term in hit.terms if term in terms))


async def _stands(posting: Posting, telling: _Telling) -> MessageRef:
    """Let the channel be told, unless it is already, and return the message that says it.

    Raises:
        DeliveryFailed: If the platform did not do it.
    """
    alert, message = telling.alert, _message(posting, telling)
    return await let_stand(posting, telling.address, message, alert.nonce, alert.may_stand_since)


def _message(posting: Posting, telling: _Telling) -> Message:
    channel, now = telling.address.channel, posting.clock.now()
    words = Words(channel.language)
    message = wording.alert(telling.alert.id, telling.told, words, now.astimezone(channel.zone))
    return notices.late(message, now - telling.alert.promised_at, words)
