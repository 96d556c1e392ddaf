"""What stories listen to, and what channels are told of it."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from bot.domain.alert import Alert
from bot.domain.feed import Edition, Feed, Stamp
from bot.domain.watch import Watch
from bot.ports.delivery import Due


class FeedSource(Protocol):
    """Asks feeds what stands in them."""

    async def fetch(self, link: str, stamp: Stamp | None = None) -> Edition | None:
        """Return a feed as it stands, asking the public web alone and with little patience.

        Args:
            link: As somebody typed it.
            stamp: That of the edition one has; None while one has none.

        Returns:
            None where nothing has changed since that edition.

        Raises:
            FeedFailed: If there is no feed to be had.
        """
        ...


class Watches(Protocol):
    """What stories listen to."""

    async def add(self, watch: Watch) -> None:
        """Keep a new watch."""
        ...

    async def save(self, watch: Watch) -> None:
        """Keep a changed watch."""
        ...

    async def remove(self, watch_id: UUID) -> bool:
        """Forget a watch; return False if there is none such."""
        ...

    async def of_newsroom(self, newsroom_id: UUID) -> Sequence[Watch]:
        """Return a newsroom's watches, the earliest first."""
        ...

    async def across(self, ids: Collection[UUID]) -> Sequence[Watch]:
        """Return the watches with these ids, of whatever newsroom: for sending."""
        ...


class Feeds(Due[Feed], Protocol):
    """The feeds to which newsrooms listen, each newsroom for itself."""

    async def of_newsroom(self, newsroom_id: UUID) -> Sequence[Feed]:
        """Return a newsroom's feeds in order of link; in a transaction, locked until its end."""
        ...

    async def save(self, feed: Feed) -> None:
        """Keep a feed, new or changed; one that another began meanwhile is left as it is."""
        ...

    async def remove(self, feed_id: UUID) -> None:
        """Forget a feed and all that was seen in it."""
        ...

    async def record(self, claimed: Feed, outcome: Feed) -> bool:
        """Keep how asking a claimed one went.

        Returns:
            False, with nothing kept, where it was claimed again or changed since.
        """
        ...


class Alerts(Due[Alert], Protocol):
    """What channels are to be told of what watches heard, and what they were told."""

    async def untold(
        self, newsroom_id: UUID, channel_id: UUID, fingerprints: Collection[str], now: datetime
    ) -> set[str]:
        """Note that a channel is told of items, and return those it was not told of before."""
        ...

    async def waiting(self, channel_id: UUID) -> Sequence[Alert]:
        """Return a channel's alerts that nobody has tried to post, in order; locked until the end.

        What another worker has locked is passed over.
        """
        ...

    async def save(self, alert: Alert) -> None:
        """Keep an alert, new or with more in it."""
        ...

    async def get(self, newsroom_id: UUID, alert_id: UUID) -> Alert | None:
        """Return an alert by its id."""
        ...

    async def record(self, claimed: Alert, outcome: Alert) -> None:
        """Keep how posting a claimed one went, unless it was claimed again since."""
        ...

    async def forget_before(self, moment: datetime) -> None:
        """Forget what was settled before a moment, and what channels were told by then."""
        ...
