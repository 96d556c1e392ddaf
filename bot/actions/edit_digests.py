"""Keeping posted digests true: what has become of their lines in the course of the day."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from bot.actions.attempt_delivery import Posting
from bot.actions.show_digest import stories_of
from bot.actions.work_off import defects_told, work_off
from bot.domain.delivery import MessageRef
from bot.domain.digest import DAYS_AHEAD, Digest, make_digest
from bot.domain.embargo import lifts_at, may_see, seen_by
from bot.domain.follow_up import FollowUp
from bot.domain.message import Message, fingerprint
from bot.domain.newsroom import Address
from bot.domain.posted_digest import PostedDigest, end_of_day
from bot.domain.scheduled_digest import ScheduledDigest
from bot.domain.update import is_worth_telling
from bot.errors import DeliveryFailed
from bot.ports import Transaction
from bot.wording import digest as wording
from bot.wording import notices
from bot.wording.words import Words

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Lines:
    """What a posted digest lists: as it was posted, and as it stands now."""

    digest: Digest
    follows: bool
    posted: dict[UUID, FollowUp]
    now: dict[UUID, FollowUp]


def posted_digest(
    due: ScheduledDigest,
    made: Digest,
    ref: MessageRef,
    message: Message,
    posted_at: datetime,
    since: datetime,
    address: Address,
) -> PostedDigest:
    """Return a digest that was just posted, as it is kept to be edited.

    Args:
        due: What was due.
        made: What it says.
        ref: Where it stands.
        message: How it says so.
        posted_at: As of when it was made; aware.
        since: When the digest before it came; aware.
        address: Where it went.
    """
    listed = made.listed()
    return PostedDigest(
        due.channel_id,
        due.newsroom_id,
        ref,
        due.planned_at,
        posted_at.astimezone(UTC),
        since.astimezone(UTC),
        tuple(one.id for one in listed),
        end_of_day(posted_at, address.channel.zone).astimezone(UTC),
        fingerprint(message),
        due_at=_next_lift(listed, posted_at),
    )


async def edit_digests(posting: Posting) -> datetime | None:
    """Edit what is due, and return when to look again, in UTC."""
    return await work_off(posting, lambda tx: tx.posted_digests, _edit)


async def _edit(posting: Posting, standing: PostedDigest) -> None:
    """Let one digest say what is so now, and write that down; or put it off."""
    now = posting.clock.now()
    try:
        with defects_told(standing.attempts):
            outcome = await _brought_up(posting, standing, now)
    except DeliveryFailed as failure:
        log.info("digest_not_edited", extra={"reason": failure.reason})
        wait = posting.wait_after(failure, standing.attempts)
        given_up = standing.showing(standing.shown, None)
        outcome = given_up if wait is None else standing.retried(now, wait)
    async with posting.store.transaction() as tx:
        await tx.posted_digests.record(standing, outcome)


async def _brought_up(posting: Posting, standing: PostedDigest, now: datetime) -> PostedDigest:
    """Edit one digest where it says something else now; return it as it stands.

    Raises:
        DeliveryFailed: If the platform did not do it.
    """
    if now >= standing.expires_at:
        return standing.showing(standing.shown, None)
    async with posting.store.view() as tx:
        (address,) = await tx.newsrooms.addresses([standing.channel_id])
        lines = await _lines(tx, standing, address)
    message = _render(standing, lines, address, now)
    lift = _next_lift(lines.now.values(), now)
    if (shown := fingerprint(message)) == standing.shown:
        return standing.showing(shown, lift)
    messenger = posting.messenger(address.channel.platform)
    await messenger.edit(standing.message, message)
    return standing.showing(shown, lift)


async def _lines(tx: Transaction, standing: PostedDigest, address: Address) -> _Lines:
    """Return what a digest lists, as it stood when it was posted, by the record, and as it is."""
    current = {one.id: one for one in await tx.follow_ups.by_ids(standing.follow_up_ids)}
    changes = await tx.history.of_things(list(current), standing.posted_at)
    posted = dict(current)
    for change in reversed(changes):
        if isinstance(change.before, FollowUp):
            posted[change.before.id] = change.before
    channel = address.channel
    local = standing.posted_at.astimezone(channel.zone)
    stories, follows = await stories_of(tx, channel)
    others = await tx.stories.across({one.story_id for one in posted.values()})
    by_id = {story.id: story for story in (*stories, *others)}
    made = make_digest(
        list(by_id.values()),
        seen_by(channel, posted.values(), local),
        await tx.history.last_at(list(by_id)),
        since=standing.since,
        now=local,
        until=local.date() + timedelta(days=DAYS_AHEAD),
    )
    return _Lines(made, follows, posted, current)


def _render(standing: PostedDigest, lines: _Lines, address: Address, now: datetime) -> Message:
    channel = address.channel
    words, local = Words(channel.language), standing.posted_at.astimezone(channel.zone)
    where = channel.name if lines.follows else address.newsroom.name
    message = wording.digest(lines.digest, where, words, local)
    message = notices.late(message, local - standing.planned_at, words)
    hidden = {
        lines.posted[key].name: one
        for key, one in lines.now.items()
        if not may_see(channel, one, now)
    }
    changed = {
        lines.posted[key].name: (lines.posted[key], one)
        for key, one in lines.now.items()
        if is_worth_telling(lines.posted[key], one)
    }
    return wording.brought_up(message, changed, hidden, words, now.astimezone(channel.zone))


def _next_lift(follow_ups: Iterable[FollowUp], now: datetime) -> datetime | None:
    """Return when the next embargo of these is lifted; None where there is none."""
    lifts = (lifts_at(one, now) for one in follow_ups)
    return min((lift for lift in lifts if lift is not None), default=None)
