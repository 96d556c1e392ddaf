"""How fast each platform may be spoken to, as data, and a bucket that keeps the pace."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.newsroom import Platform


@dataclass(frozen=True, slots=True)
class Rate:
    """So many messages at once, and so many a second in the long run."""

    burst: int
    per_second: float

    def __post_init__(self) -> None:
        """Refuse a rate at which nothing would ever go."""
        if self.burst < 1 or self.per_second <= 0:
            raise ValueError("a rate lies above 0")


@dataclass(frozen=True, slots=True)
class Pace:
    """What one platform bears.

    Attributes:
        channel: For each channel.
        workspace: For each workspace.
        at_once: Calls to one workspace that may be under way together.
        held: Deliveries to one workspace that one process takes up together; more wait in the
            database, so that a workspace that hangs leaves room for the others.
        together: How many notices that are due at once one message may join; 1 joins none.
    """

    channel: Rate
    workspace: Rate
    at_once: int
    held: int
    together: int

    def __post_init__(self) -> None:
        """Refuse a pace at which nothing would ever go."""
        if min(self.at_once, self.held, self.together) < 1:
            raise ValueError("at_once, held and together are at least 1")


Paces = Mapping[Platform, Pace]


class Bucket:
    """Lets messages through at a rate, and says when the next one may go."""

    def __init__(self, rate: Rate) -> None:
        self._rate = rate
        self._full_at: datetime | None = None

    def opens_at(self, now: datetime) -> datetime:
        """Return when the next message may go: ``now``, or later."""
        if self._full_at is None:
            return now
        # A clock that was set back must not keep the bucket shut for longer than it can be.
        span = timedelta(seconds=self._rate.burst / self._rate.per_second)
        self._full_at = min(self._full_at, now + 2 * span)
        free = self._full_at - span + timedelta(seconds=1 / self._rate.per_second)
        return max(now, free)

    def take(self, now: datetime) -> None:
        """Count a message that goes now."""
        begin = now if self._full_at is None else max(now, self._full_at)
        self._full_at = begin + timedelta(seconds=1 / self._rate.per_second)
