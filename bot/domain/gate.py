"""When each channel and workspace may be spoken to next: its pace, and what it asked for."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Self
from uuid import UUID

from bot.domain.newsroom import Channel, Platform
from bot.domain.pace import Bucket, Paces
from bot.domain.retry import LONGEST_ASKED, wait_after
from bot.errors import DeliveryFailed

FAILURES_OF_ONE = 3
"""Failures in a row, with nothing posted between, after which a whole workspace rests."""


@dataclass(frozen=True, slots=True)
class Place:
    """A channel with what it stands in."""

    channel_id: UUID
    workspace_id: UUID
    platform: Platform

    @classmethod
    def of(cls, channel: Channel) -> Self:
        """Return where a channel stands."""
        return cls(channel.id, channel.workspace_id, channel.platform)


class Gate:
    """Remembers, in one process, how fast each place was spoken to and how it answered.

    What must wait waits in the database; nothing is lost with this memory.
    """

    def __init__(self, paces: Paces, chance: Random | None) -> None:
        self._paces = paces
        self._chance = chance
        self._channels: dict[UUID, Bucket] = {}
        self._workspaces: dict[UUID, Bucket] = {}
        self._resting: dict[UUID, datetime] = {}
        self._failures: defaultdict[UUID, int] = defaultdict(int)

    def opens_at(self, place: Place, now: datetime) -> datetime:
        """Return when this place may be spoken to next: ``now``, or later."""
        channel, workspace = self._buckets(place)
        rests = (self._rest_of(place.channel_id, now), self._rest_of(place.workspace_id, now))
        return max(channel.opens_at(now), workspace.opens_at(now), *rests)

    def rests_until(self, place: Place, now: datetime) -> datetime | None:
        """Return until when this place is to be left alone after a failure, or None."""
        rest = max(self._rest_of(place.channel_id, now), self._rest_of(place.workspace_id, now))
        return rest if rest > now else None

    def interval(self, place: Place) -> timedelta:
        """Return the time between two messages to a channel, in the long run."""
        return timedelta(seconds=1 / self._paces[place.platform].channel.per_second)

    def spoke(self, place: Place, now: datetime) -> None:
        """Count a message that goes now."""
        for bucket in self._buckets(place):
            bucket.take(now)

    def answered(self, place: Place) -> None:
        """Note that the channel, and with it the workspace, can be reached."""
        self._failures.pop(place.channel_id, None)
        self._failures.pop(place.workspace_id, None)

    def failed(
        self, place: Place, failure: DeliveryFailed, attempts: int, now: datetime
    ) -> datetime:
        """Note a passing failure; return when to try again.

        The channel rests until then, so that what comes after keeps its place behind it. The
        whole workspace rests where it asked to, or where it seems to be away. A channel that
        fails again and again is waited for longer and longer, whatever is tried there: the
        attempts of edits are counted nowhere else.
        """
        for key in (place.channel_id, place.workspace_id):
            self._failures[key] += 1
        in_a_row = max(attempts, self._failures[place.channel_id])
        until = now + wait_after(in_a_row, failure.retry_after, self._chance)
        self._rest(place.channel_id, until, now)
        away = self._failures[place.workspace_id] >= FAILURES_OF_ONE
        if failure.retry_after is not None or away:
            self._rest(place.workspace_id, until, now)
        return until

    def _rest(self, key: UUID, until: datetime, now: datetime) -> None:
        """Let a place rest; what it asked for before is not cut short by another failure."""
        self._resting[key] = max(until, self._rest_of(key, now))

    def _buckets(self, place: Place) -> tuple[Bucket, Bucket]:
        pace = self._paces[place.platform]
        if place.channel_id not in self._channels:
            self._channels[place.channel_id] = Bucket(pace.channel)
        if place.workspace_id not in self._workspaces:
            self._workspaces[place.workspace_id] = Bucket(pace.workspace)
        return self._channels[place.channel_id], self._workspaces[place.workspace_id]

    def _rest_of(self, key: UUID, now: datetime) -> datetime:
        """Return until when a place rests; a clock set back must not make it longer than it can."""
        until = self._resting.get(key)
        if until is None:
            return now
        if until <= now or until > now + 2 * LONGEST_ASKED:
            del self._resting[key]
            return now
        return until
