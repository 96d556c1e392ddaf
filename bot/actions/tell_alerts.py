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
from bot.domain.delivery import DEFECT, OUTDATED, MessageRef
from bot.domain.gate import Gate, Place
from bot.domain.message import Message
from bot.domain.newsroom import Address
from bot.domain.retry import is_hopeless, wait_after
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


class _Turns:
    """Lets each channel be told in turn, as it was heard, at the pace that its platform bears."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate
        self._locks: defaultdict[UUID, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._taken: dict[UUID, datetime] = {}

    async def tell(self, posting: Posting, alert: Alert) -> None:
        async with self._locks[alert.channel_id]:
            await _tell(posting, alert, self)

    def wait(self, place: Place, now: datetime) -> datetime | None:
        """Return until when to wait, behind all that waits already; None where one may speak."""
        opens = max(self._gate.opens_at(place, now), self._taken.get(place.channel_id, now))
        if opens <= now:
            self._gate.spoke(place, now)
            return None
        self._keep(place, opens)
        return opens

    def spoken(self, place: Place) -> None:
        """Note that the channel can be reached."""
        self._gate.answered(place)

    def failed(self, place: Place, failure: DeliveryFailed, alert: Alert, now: datetime) -> Alert:
        """Return an alert after an attempt in vain: given up, or to be tried again.

        A defect of ours is no fault of the channel, which need not rest for it.
        """
        if failure.permanent or is_hopeless(alert.attempts):
            return alert.undeliverable(failure.reason)
        if failure.reason == DEFECT:
            return alert.retried(now, wait_after(alert.attempts, None), failure.reason)
        until = self._gate.failed(place, failure, alert.attempts, now)
        self._keep(place, until)
        return alert.retried(now, until - now, failure.reason)

    def _keep(self, place: Place, slot: datetime) -> None:
        self._taken[place.channel_id] = slot + self._gate.interval(place)


async def tell_alerts(posting: Posting, gate: Gate | None = None) -> datetime | None:
    """Tell channels what their stories' watches heard.

    Args:
        posting: What telling works with.
        gate: When each place may be spoken to; one of its own where nobody else speaks.

    Returns:
        When to look again, in UTC; None where nothing is to be told.
    """
    turns = _Turns(gate or Gate(posting.paces, posting.chance))
    return await work_off(posting, lambda tx: tx.alerts, turns.tell)


async def _tell(posting: Posting, alert: Alert, turns: _Turns) -> None:
    """Tell one channel, and write down how that went."""
    facts = {"alert_id": str(alert.id), "channel_id": str(alert.channel_id)}
    now = posting.clock.now()
    telling = await _prepared(posting, alert, now)
    place = Place.of(telling.address.channel)
    signs: list[Sign] = []
    later: list[Alert] = []
    try:
        if telling.told and (opens := turns.wait(place, now)) is not None:
            outcome = alert.held(opens)
        elif telling.told:
            with defects_told(alert.attempts):
                outcome = alert.told(await _stands(posting, telling))
            turns.spoken(place)
            later = _held_back(telling)
            if alert.channel_id in posting.troubled:
                signs.append(Recovery(alert.channel_id, now))
            log.info("alert_told", extra=facts | {"hits": len(telling.told)})
        elif telling.hidden:
            outcome = alert.put_off(min(lift for _, lift in telling.hidden))
        else:
            outcome = alert.skipped(OUTDATED)
    except DeliveryFailed as failure:
        outcome = turns.failed(place, failure, alert, posting.clock.now())
        if outcome.due_at is None:
            signs.append(Refusal(alert.channel_id, alert.newsroom_id, failure.reason, now))
        log.warning("alert_failed", extra=facts | {"reason": failure.reason})
    async with posting.store.transaction() as tx:
        await tx.alerts.record(alert, outcome)
        for each in later:
            await tx.alerts.save(each)
        await note_signs(tx, signs)


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
