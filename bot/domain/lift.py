"""The lift of an embargo on an entry of a timeline, and how each channel is told of it."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Self
from uuid import UUID, uuid5

from bot.domain.delivery import nonce_of
from bot.domain.timeline import TimelineEntry


@dataclass(frozen=True, slots=True)
class Lift:
    """One lift that is to come, or that one channel is to be told of. All times are in UTC.

    Once it has come, it is parted into one for each channel that follows; told, nothing is left
    of it. Ids follow from what they name, so that nothing is told twice.

    Attributes:
        channel_id: Who is to be told; None for the lift itself.
        planned_at: When the embargo ends.
        due_at: When it is to be told, or tried again.
        attempts: How often telling was tried.
        tried_at: When it was first tried; None before that.
        lease_until: Until when a worker holds it; None when nobody does.
    """

    id: UUID
    newsroom_id: UUID
    entry_id: UUID
    channel_id: UUID | None
    planned_at: datetime
    due_at: datetime
    attempts: int = 0
    tried_at: datetime | None = None
    lease_until: datetime | None = None

    @classmethod
    def of(cls, entry: TimelineEntry, at: datetime) -> Self:
        """Return the lift of an entry's embargo at a moment."""
        lift_id = uuid5(entry.id, at.isoformat())
        return cls(lift_id, entry.newsroom_id, entry.id, None, at, at)

    @property
    def nonce(self) -> str:
        """By what its message is found."""
        return nonce_of(self.id)

    @property
    def may_stand_since(self) -> datetime | None:
        """When an earlier attempt may first have posted it unknown to us; None where none can."""
        return self.tried_at if self.attempts > 1 else None

    def told_in(self, channel_id: UUID, due_at: datetime) -> Self:
        """Return it as one channel is to be told of it."""
        return replace(
            self,
            id=uuid5(self.id, channel_id.hex),
            channel_id=channel_id,
            due_at=due_at,
            attempts=0,
            tried_at=None,
            lease_until=None,
        )

    def retried(self, now: datetime, wait: timedelta) -> Self:
        """Return it put off to be told again."""
        return replace(self, due_at=now + wait, lease_until=None)
