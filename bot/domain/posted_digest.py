"""A digest that stands in its channel, and is true for as long as its day lasts."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Self
from uuid import UUID
from zoneinfo import ZoneInfo

from bot.domain.delivery import MessageRef

EDITED_AFTER = timedelta(seconds=10)
"""How long further changes are gathered before a digest is edited."""


@dataclass(frozen=True, slots=True)
class PostedDigest:
    """The latest digest of one channel. All times are aware, in UTC.

    Attributes:
        message: Where it stands.
        planned_at: When it should have come.
        posted_at: As of when it was made.
        since: What it called new is younger than this.
        follow_up_ids: Those it lists.
        expires_at: When its day ends; it is not edited any more then.
        shown: Names what it says now; one that would say the same is not edited.
        due_at: When it is to be edited; None when it is true as it stands.
        attempts: How often the edit that is due was tried.
        lease_until: Until when a worker holds it; None when nobody does.
    """

    channel_id: UUID
    newsroom_id: UUID
    message: MessageRef
    planned_at: datetime
    posted_at: datetime
    since: datetime
    follow_up_ids: tuple[UUID, ...]
    expires_at: datetime
    shown: str
    due_at: datetime | None = None
    attempts: int = 0
    lease_until: datetime | None = None

    def showing(self, shown: str, until: datetime | None) -> Self:
        """Return it as true again.

        Args:
            shown: Names what it says.
            until: When it is to be edited again; None where only a change asks for it.
        """
        return replace(self, shown=shown, due_at=until, attempts=0, lease_until=None)

    def retried(self, now: datetime, wait: timedelta) -> Self:
        """Return it put off to be edited later."""
        return replace(self, due_at=now + wait, lease_until=None)


def end_of_day(moment: datetime, zone: ZoneInfo) -> datetime:
    """Return the midnight after a moment, by a zone's clock."""
    following = moment.astimezone(zone).date() + timedelta(days=1)
    return datetime.combine(following, time(), tzinfo=zone)
