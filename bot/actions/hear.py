"""Holding what comes in against all watches, and queueing alerts of what they hear."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from bot.actions.followers import Wishes, wishes_for
from bot.actions.queue_reminders import BREAKS_THROUGH
from bot.actions.tend_feeds import awake
from bot.domain.alert import KEPT_FOR, Alert, Hit
from bot.domain.newsroom import Channel
from bot.domain.story import Story
from bot.domain.subscription import Notice
from bot.domain.watch import Heard, Watch
from bot.ports import Transaction

MOST_HITS = 5
"""How many hits one message tells of: as many as are read, and can have their buttons."""

Listener = tuple[Watch, Story]
"""A watch that listens, and its story."""


@dataclass(frozen=True, slots=True)
class Caught:
    """Something that watches heard.

    Attributes:
        fingerprint: By what it is known, whichever way it came.
        hit: What is to be told of it; by whom it was heard is left open.
        heard_by: Which watches heard it, with the terms of theirs that it holds, those of the
            most urgent story first.
    """

    fingerprint: str
    hit: Hit
    heard_by: tuple[tuple[Listener, tuple[str, ...]], ...]


async def listeners(tx: Transaction, newsroom_id: UUID) -> list[Listener]:
    """Return a newsroom's watches that listen, those of the most urgent stories first."""
    watches = await awake(tx, newsroom_id, await tx.watches.of_newsroom(newsroom_id))
    if not watches:
        return []
    stories = await tx.stories.by_ids(newsroom_id, {watch.story_id for watch in watches})
    by_id = {story.id: story for story in stories}
    found = [(watch, by_id[watch.story_id]) for watch in watches]
    return sorted(found, key=lambda one: (one[1].urgency, one[1].slugline))


def caught_by(
    listening: Iterable[Listener], heard: Heard, fingerprint: str, hit: Hit
) -> Caught | None:
    """Return what watches hear of a text; None where none of them does."""
    found = (((watch, story), watch.hears(heard)) for watch, story in listening)
    heard_by = tuple((one, terms) for one, terms in found if terms is not None)
    return Caught(fingerprint, hit, heard_by) if heard_by else None


async def queue_hits(
    tx: Transaction, caught: Sequence[Caught], now: datetime, *, read_in: UUID | None = None
) -> None:
    """Queue what was heard for each channel that wants alerts of a story that heard it.

    However many watches and subscriptions lead there, a channel is told of an item once.

    Args:
        tx: Where it is queued.
        caught: Of one newsroom.
        now: Aware, in UTC.
        read_in: The id of the channel where it was read, which knows it; None for a feed's.
    """
    stories = {story.id: story for one in caught for (_, story), _ in one.heard_by}
    wishes = await wishes_for(tx, stories.values())
    wanting = {
        channel_id
        for found in wishes.values()
        for channel_id, wish in found.items()
        if Notice.ALERTS in wish.notices and channel_id != read_in
    }
    addresses = await tx.newsrooms.addresses(wanting) if wanting else ()
    for channel in sorted((each.channel for each in addresses), key=lambda one: one.id):
        await _queue(tx, channel, _meant_for(channel, caught, wishes), now)
    if addresses:
        await tx.alerts.forget_before(now - KEPT_FOR)


@dataclass(frozen=True, slots=True)
class _Meant:
    """A hit as one channel is to be told of it, and how urgent its story is."""

    hit: Hit
    urgency: int


def _meant_for(
    channel: Channel, caught: Iterable[Caught], wishes: Mapping[UUID, Wishes]
) -> dict[str, _Meant]:
    """Return what a channel is to be told, by fingerprint."""
    meant: dict[str, _Meant] = {}
    for one in caught:
        heard_by = [
            (watch, story, terms)
            for (watch, story), terms in one.heard_by
            if _wants(wishes, story, channel.id)
        ]
        if heard_by and (channel.sees_embargoed or not one.hit.guarded):
            terms = dict.fromkeys(term for _, _, held in heard_by for term in held)
            watch_ids = tuple(watch.id for watch, _, _ in heard_by)
            hit = replace(one.hit, watch_ids=watch_ids, terms=tuple(terms))
            meant.setdefault(one.fingerprint, _Meant(hit, heard_by[0][1].urgency))
    return meant


async def _queue(
    tx: Transaction, channel: Channel, meant: Mapping[str, _Meant], now: datetime
) -> None:
    """Queue what a channel was not told of yet, a few hits a message."""
    untold = await tx.alerts.untold(channel.newsroom_id, channel.id, meant.keys(), now)
    rested = channel.awake_at(now)
    for due_at, wakes in ((now, True), (rested, False)):
        hits = [
            one.hit
            for fingerprint, one in meant.items()
            if fingerprint in untold and (one.urgency <= BREAKS_THROUGH) is wakes
        ]
        if hits:
            await _add(tx, channel, hits, max(due_at, now))


async def _add(tx: Transaction, channel: Channel, hits: Sequence[Hit], due_at: datetime) -> None:
    """Add hits to the alerts that wait until that moment, and make more where these are full."""
    most = MOST_HITS if channel.joins else 1
    rest = list(hits)
    for alert in await tx.alerts.waiting(channel.id):
        if alert.due_at != due_at:  # one that waits for the morning is not told at night
            continue
        room = most - len(alert.hits)
        if room > 0 and rest:
            await tx.alerts.save(alert.with_hits(rest[:room]))
            rest = rest[room:]
    batches = list(_batches(rest, most))
    ids = sorted(uuid4() for _ in batches)  # what is due at one moment is told in order of id
    for alert_id, batch in zip(ids, batches, strict=True):
        await tx.alerts.save(
            Alert(alert_id, channel.newsroom_id, channel.id, batch, due_at, due_at)
        )


def _batches(hits: Sequence[Hit], most: int) -> Iterable[tuple[Hit, ...]]:
    return (tuple(hits[first : first + most]) for first in range(0, len(hits), most))


def standing(
    hit: Hit, watches: Mapping[UUID, Listener], wishes: Mapping[UUID, Wishes], channel_id: UUID
) -> tuple[Listener, ...]:
    """Return by whom a hit was heard, as far as they listen still and the channel wants it."""
    found = (watches[each] for each in hit.watch_ids if each in watches)
    return tuple((watch, story) for watch, story in found if _wants(wishes, story, channel_id))


def _wants(wishes: Mapping[UUID, Wishes], story: Story, channel_id: UUID) -> bool:
    wish = wishes[story.id].get(channel_id)
    return wish is not None and Notice.ALERTS in wish.notices
