"""A channel's next digest: when it comes, and how it is tried again."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Self
from uuid import UUID, uuid5

from bot.domain.delivery import nonce_of

TOO_LATE = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class ScheduledDigest:
    """The one digest that a channel waits for. All times are aware, in UTC.

    Attributes:
        planned_at: When it should stand in the channel.
        due_at: When it is to be tried next; later than planned after a failure.
        attempts: How often it has been tried.
        tried_at: When it was first tried; None before that.
        lease_until: Until when a worker holds it; None when nobody does.
        reason: Why the last attempt, or the digest before, came to nothing; a code.
    """

    channel_id: UUID
    newsroom_id: UUID
    planned_at: datetime
    due_at: datetime
    attempts: int = 0
    tried_at: datetime | None = None
    lease_until: datetime | None = None
    reason: str = ""

    @property
    def nonce(self) -> str:
        """By what its message is found."""
        return nonce_of(uuid5(self.channel_id, self.planned_at.isoformat()))

    @property
    def may_stand_since(self) -> datetime | None:
        """When an earlier attempt may first have posted it unknown to us; None where none can."""
        return self.tried_at if self.attempts > 1 else None

    def is_too_late(self, now: datetime) -> bool:
        """Whether it would tell of a morning that is long over."""
        return now - self.planned_at > TOO_LATE

    def followed_by(self, planned_at: datetime, reason: str = "") -> Self:
        """Return the next one, after this one stands or was let go for a reason."""
        return replace(
            self,
            planned_at=planned_at,
            due_at=planned_at,
            attempts=0,
            tried_at=None,
            lease_until=None,
            reason=reason,
        )

    def retried(self, now: datetime, wait: timedelta, reason: str) -> Self:
        """Return it put off to be tried again."""
        return replace(self, due_at=now + wait, lease_until=None, reason=reason)
