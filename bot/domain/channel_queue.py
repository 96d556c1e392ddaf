"""What waits for a channel, for whoever looks after the deliveries."""

from dataclasses import dataclass

from bot.domain.newsroom import Platform


@dataclass(frozen=True, slots=True)
class ChannelQueue:
    """What waits for one channel, or was given up there, for one reason.

    Attributes:
        reason: Why they were held up or given up; empty for what simply waits.
        waiting: Not due yet, or not tried.
        late: Due since more than a minute.
        given_up: Undeliverable.
    """

    channel: str
    platform: Platform
    reason: str
    waiting: int
    late: int
    given_up: int
