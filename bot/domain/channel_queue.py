"""What waits for a channel, and for all, for whoever looks after the deliveries."""

from dataclasses import dataclass
from datetime import datetime, timedelta
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
