"""What waits for a channel, and for all, for whoever looks after the deliveries."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Self
from uuid import UUID

from bot.domain.newsroom import Platform

LATE = timedelta(minutes=1)
"""How long after its promise a notice is late."""


@dataclass(frozen=True, slots=True)
class ChannelQueue:
    """What waits for one channel, or was given up there, for one reason.

    Attributes:
        channel: Its name.
        key: The platform's own id of it.
        reason: Why they were held up or given up; empty for what simply waits.
        waiting: Not due yet, or not late.
        late: Promised more than a minute ago.
        given_up: Undeliverable.
    """

    channel_id: UUID
    channel: str
    key: str
    platform: Platform
    reason: str
    waiting: int
    late: int
    given_up: int

    @property
    def place(self) -> str:
        """The channel as people call it: ``#utenriks``, and direct messages ``@kari``."""
        return self.channel if self.channel.startswith("@") else f"#{self.channel}"

    def with_those_of(self, other: Self) -> Self:
        """Return it with what another line of the same channel and reason counts."""
        return replace(
            self,
            waiting=self.waiting + other.waiting,
            late=self.late + other.late,
            given_up=self.given_up + other.given_up,
        )


def added_up(lines: Iterable[ChannelQueue]) -> list[ChannelQueue]:
    """Return one line for each channel and reason, the fullest first, then in order of name."""
    by_key: dict[tuple[UUID, str], ChannelQueue] = {}
    for line in lines:
        key = (line.channel_id, line.reason)
        other = by_key.get(key)
        by_key[key] = line if other is None else line.with_those_of(other)
    return sorted(
        by_key.values(),
        key=lambda line: (-(line.waiting + line.late + line.given_up), line.channel),
    )


@dataclass(frozen=True, slots=True)
class Backlog:
    """What waits for all channels together.

    Attributes:
        pending: To be posted, late ones included.
        late: Promised more than a minute ago.
        given_up: Undeliverable.
        late_since: What the longest late one was promised for, in UTC; None when none is late.
    """

    pending: int
    late: int
    given_up: int
    late_since: datetime | None

    def with_those_of(self, other: Self) -> Self:
        """Return it with what another table holds."""
        since = [each for each in (self.late_since, other.late_since) if each is not None]
        return replace(
            self,
            pending=self.pending + other.pending,
            late=self.late + other.late,
            given_up=self.given_up + other.given_up,
            late_since=min(since, default=None),
        )
