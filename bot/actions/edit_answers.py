"""Keeping answers true: a status, a card, a list that stands in a channel and shows follow-ups."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Self

from bot.actions.attempt_delivery import Posting
from bot.actions.show_stories import look_again
from bot.actions.work_off import defects_told, work_off
from bot.domain.answer import MOST_IN_A_CHANNEL, Answer
from bot.domain.embargo import lifts_at, may_see
from bot.domain.follow_up import FollowUp
from bot.domain.gate import Gate, Place
from bot.domain.history import Change
from bot.domain.message import Message, Shown, fingerprint
from bot.domain.newsroom import Address, Channel, Newsroom
from bot.errors import DeliveryFailed
from bot.ports import Transaction
from bot.wording import answers as wording
from bot.wording.answers import Told
from bot.wording.words import Words

_BACK = timedelta(minutes=1)
"""How long before an answer the record is read: what was under way when it was given."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Onlooker:
    """Whoever reads an answer where it stands; see ``bot.actions.request.Onlooker``."""

    newsroom: Newsroom
    channel: Channel
    now: datetime
    words: Words

    @classmethod
    def at(cls, address: Address, now: datetime) -> Self:
        """Return a channel at a moment; aware, in UTC."""
        channel = address.channel
        return cls(address.newsroom, channel, now.astimezone(channel.zone), Words(channel.language))


async def edit_answers(posting: Posting, gate: Gate | None = None) -> datetime | None:
    """Edit what is due, forget what is old, and return when to look again, in UTC.

    Args:
        posting: What editing works with.
        gate: Which places rest after a failure; one of its own where nobody else speaks. Edits
            take nothing of the pace at which reminders are posted there.
    """
    gate = gate or Gate(posting.paces, posting.chance)
    return await work_off(posting, lambda tx: tx.answers, partial(_look_after, gate))


async def _look_after(gate: Gate, posting: Posting, standing: Answer) -> None:
    """Let one answer say what is so now and write that down, put it off, or forget it."""
    now = posting.clock.now()
    try:
        with defects_told(standing.attempts):
            outcome = await _brought_up(posting, gate, standing, now)
    except DeliveryFailed as failure:
        log.info("answer_not_edited", extra={"reason": failure.reason})
        wait = posting.wait_after(failure, standing.attempts)
        # in vain: somebody deleted it, or Daybook may not speak there any more
        outcome = None if wait is None else standing.retried(now, wait)
    async with posting.store.transaction() as tx:
        if outcome is None:
            await tx.answers.forget(standing.id)
        else:
            await tx.answers.record(standing, outcome)


async def _brought_up(
    posting: Posting, gate: Gate, standing: Answer, now: datetime
) -> Answer | None:
    """Edit one answer where it says something else now; return it as it stands.

    None where it is to be forgotten: it is too old, too many came after it in its channel, or
    its channel belongs to another newsroom by now. Where its place rests, it is put off.

    Raises:
        DeliveryFailed: If the platform did not do it.
    """
    if now >= standing.expires_at:
        return None
    async with posting.store.view() as tx:
        (address,) = await tx.newsrooms.addresses([standing.channel_id])
        if address.newsroom.id != standing.newsroom_id:
            return None
        if await tx.answers.later(standing) >= MOST_IN_A_CHANNEL:
            return None
        told = await _told(tx, standing, address.channel, now)
    message = await _worded(posting, standing, told, _Onlooker.at(address, now))
    until = _next_lift(told, now)
    if (shown := fingerprint(message)) == standing.shown:
        return standing.showing(shown, until)
    place = Place.of(address.channel)
    if (rest := gate.rests_until(place, now)) is not None:
        return standing.held(rest)
    await _edit(posting, gate, place, standing, message)
    return standing.showing(shown, until)


async def _edit(
    posting: Posting, gate: Gate, place: Place, standing: Answer, message: Message
) -> None:
    """Edit an answer, and note whether its place can be reached.

    Raises:
        DeliveryFailed: If the platform did not do it.
    """
    try:
        await posting.messenger(place.platform).edit(standing.message, message)
    except DeliveryFailed as failure:
        if not failure.permanent:
            gate.failed(place, failure, standing.attempts, posting.clock.now())
        raise
    gate.answered(place)


async def _worded(
    posting: Posting, standing: Answer, told: Mapping[Shown, Told], onlooker: _Onlooker
) -> Message:
    """Return what an answer says now."""
    said, words, now = standing.said, onlooker.words, onlooker.now
    if said.screen is not None:
        fresh = await look_again(posting.store, onlooker, said.screen)
        if fresh is not None:
            fresh = replace(fresh, language=words.language)
            return wording.screen(fresh, said, told, words, now)
    return wording.brought_up(said, told, words, now)


async def _told(
    tx: Transaction, standing: Answer, channel: Channel, now: datetime
) -> dict[Shown, Told]:
    """Return what has become of each follow-up that an answer shows."""
    ids = standing.follow_up_ids
    current = {one.id: one for one in await tx.follow_ups.by_ids(ids)}
    changes = await tx.history.of_things(ids, standing.posted_at - _BACK)
    told: dict[Shown, Told] = {}
    for one in standing.said.shown:
        after = current.get(one.follow_up_id)
        hidden = after is not None and not may_see(channel, after, now)
        is_as_said = not hidden and _is_as_said(one, after, standing.posted_at, now)
        told[one] = Told(_as_shown(one, after, changes), after, hidden, is_as_said)
    return told


def _as_shown(one: Shown, after: FollowUp | None, changes: Sequence[Change]) -> FollowUp | None:
    """Return a follow-up in the version that an answer shows; None where nobody knows it."""
    known = [each.before for each in changes if isinstance(each.before, FollowUp)]
    versions = [*known, *([after] if after else [])]
    return next(
        (it for it in versions if (it.id, it.version) == (one.follow_up_id, one.version)), None
    )


def _is_as_said(one: Shown, after: FollowUp | None, posted_at: datetime, now: datetime) -> bool:
    """Whether all that was said of a follow-up is so still; an act is, once it is done."""
    if one.version is None or after is None:
        return one.version is None
    lift = lifts_at(after, posted_at)
    return (after.version, after.name, lifts_at(after, now)) == (one.version, one.name, lift)


def _next_lift(told: Mapping[Shown, Told], now: datetime) -> datetime | None:
    """Return when the next embargo of what an answer shows is lifted; None where there is none."""
    lifts = (lifts_at(one.after, now) for one in told.values() if one.after is not None)
    return min((lift for lift in lifts if lift is not None), default=None)
