"""What one channel is told of what its stories' watches heard."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Self
from uuid import UUID

from bot.domain.delivery import DeliveryState, MessageRef, nonce_of

KEPT_FOR = timedelta(days=30)
"""How long it is known what a channel was told of, and its buttons work."""


def fingerprint_of(link: str, otherwise: str) -> str:
    """Return by what an item is known, whichever way it came: its link, or what else names it."""
    return sha256((link or otherwise).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Hit:
    """One item that watches heard, as one channel is told of it.

    Attributes:
        headline: In plain text, of one line.
        link: Where it leads; empty for a text that was pasted.
        source: Where it stood: the feed's name, or who read it.
        published: When it says it was published, aware; None where it doesn't.
        heard_at: When it came in, aware, in UTC.
        watch_ids: The watches that heard it, the most urgent story's first.
        terms: What they listened for that it holds; none where they hear a feed whole.
        reading: The code of its reading, where somebody has read it; else empty.
        guarded: Whether it was read in a channel that may see what is under embargo.
    """

    headline: str
    link: str
    source: str
    published: datetime | None
    heard_at: datetime
    watch_ids: tuple[UUID, ...]
    terms: tuple[str, ...] = ()
    reading: str = ""
    guarded: bool = False


@dataclass(frozen=True, slots=True)
class Alert:
    """One message to one channel, of one hit or of several. All times are aware, in UTC.

    Until it is first tried, more may be added to it.

    Attributes:
        hits: What it tells of; never none.
        promised_at: When it should stand; what comes after that is late.
        due_at: When it is to be tried next; None when it is settled.
        attempts: How often it was tried.
        tried_at: When it was first tried; None before that.
        lease_until: Until when a worker holds it; None when nobody does.
        message: Where it stands; None while it doesn't.
        reason: Why it was left out, put off or given up; a code for the record.
    """

    id: UUID
    newsroom_id: UUID
    channel_id: UUID
    hits: tuple[Hit, ...]
    promised_at: datetime
    due_at: datetime | None
    state: DeliveryState = DeliveryState.PENDING
    attempts: int = 0
    tried_at: datetime | None = None
    lease_until: datetime | None = None
    message: MessageRef | None = None
    reason: str = ""

    @property
    def nonce(self) -> str:
        """By what its message is found."""
        return nonce_of(self.id)

    @property
    def may_stand_since(self) -> datetime | None:
        """When an earlier attempt may first have posted it unknown to us; None where none can."""
        return self.tried_at if self.attempts > 1 else None

    @property
    def watch_ids(self) -> frozenset[UUID]:
        """The ids of all the watches whose hits it tells of."""
        return frozenset(watch_id for hit in self.hits for watch_id in hit.watch_ids)

    def with_hits(self, more: Iterable[Hit]) -> Self:
        """Return it with more to tell."""
        return replace(self, hits=(*self.hits, *more))

    def told(self, message: MessageRef) -> Self:
        """Return it as posted."""
        return self._settled(DeliveryState.SENT, message=message)

    def skipped(self, reason: str) -> Self:
        """Return it as no longer worth telling."""
        return self._settled(DeliveryState.SKIPPED, reason)

    def undeliverable(self, reason: str) -> Self:
        """Return it as given up, for a reason of the platform's."""
        return self._settled(DeliveryState.UNDELIVERABLE, reason)

    def _settled(
        self, state: DeliveryState, reason: str = "", message: MessageRef | None = None
    ) -> Self:
        return replace(
            self, state=state, message=message, due_at=None, lease_until=None, reason=reason
        )

    def put_off(self, until: datetime) -> Self:
        """Return it to be tried later, as if it had not been claimed."""
        return replace(
            self,
            due_at=until,
            promised_at=until,
            lease_until=None,
            attempts=self.attempts - 1,
            tried_at=self.may_stand_since,
        )

    def held(self, until: datetime) -> Self:
        """Return it to be tried later, as if it had not been claimed; it is late by then."""
        return replace(self.put_off(until), promised_at=self.promised_at)

    def retried(self, now: datetime, wait: timedelta, reason: str) -> Self:
        """Return it to be tried again after a failure."""
        return replace(self, due_at=now + wait, lease_until=None, reason=reason)
