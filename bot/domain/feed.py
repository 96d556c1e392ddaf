"""A feed that stories listen to: what stood in it, what was seen, and when it is asked again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from random import Random
from typing import Self
from uuid import UUID

from bot.domain.delivery import MessageRef
from bot.domain.retry import wait_after

INTERVAL = timedelta(minutes=10)
"""How long a feed is left alone after it was read, where nobody has set it otherwise."""

MOST_NEWS = 100
"""How many new items of a feed are heard at once, the newest; no honest feed has more."""

MOST_SEEN = 2_000
"""How many items of a feed are remembered; several times as many as any edition holds."""

LONGEST_PAUSE = timedelta(hours=1)
"""How long a feed that fails is left alone at the most."""

SILENT_FOR = timedelta(hours=6)
"""How long a feed must have failed before its newsroom is told."""

JITTER = 0.1
"""The share of an interval by which a feed is asked earlier or later than others."""


class FeedFault(StrEnum):
    """Why a feed could not be read."""

    UNREACHABLE = "unreachable"
    SLOW = "slow"
    MISSING = "missing"
    CLOSED = "closed"
    NOT_PUBLIC = "not_public"
    NO_FEED = "no_feed"
    TOO_LARGE = "too_large"
    ENDLESS = "endless"


class FeedFailed(Exception):
    """A feed could not be read.

    Attributes:
        fault: Why.
        site: Whose it is.
        retry_after: Seconds that the site asks to wait, where it says so.
    """

    def __init__(self, fault: FeedFault, site: str, retry_after: float | None = None) -> None:
        super().__init__(f"{site}: {fault}")
        self.fault = fault
        self.site = site
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One item of a feed, in plain text.

    Attributes:
        key: What names it in its feed: its id, or else its link, or else what it says.
        link: Where it leads; may be empty.
        published: When it says it was published, aware; None where it doesn't.
    """

    key: str
    headline: str
    summary: str = ""
    link: str = ""
    published: datetime | None = None

    @property
    def fingerprint(self) -> str:
        """What it is remembered by: as short for a long key as for a short one."""
        return sha256(self.key.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Stamp:
    """By what a site knows which edition one has: an ETag, and the time of its last change."""

    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """A feed as it stood when it was asked for.

    Attributes:
        title: What it calls itself; may be empty.
        items: As they stand in it, the newest first as a rule.
    """

    title: str
    items: tuple[FeedItem, ...]
    stamp: Stamp = Stamp()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed to which stories of one newsroom listen. All times are aware, in UTC.

    Attributes:
        title: What it calls itself, or its link where it doesn't.
        seen: The fingerprints of items that stood in it, the latest first.
        read_at: When it was last read; None while nobody has, and what stands in it is old.
        due_at: When it is to be asked; None while only closed stories listen to it.
        attempts: How often it was asked since it was last read.
        tried_at: When that began; None before it.
        lease_until: Until when a worker holds it; None when nobody does.
        fault: Why it could not be read the last time; None when it could.
        message: What stands in the admin channel about its silence; None where nothing does.
    """

    id: UUID
    newsroom_id: UUID
    link: str
    title: str
    due_at: datetime | None
    seen: tuple[str, ...] = ()
    read_at: datetime | None = None
    etag: str = ""
    modified: str = ""
    attempts: int = 0
    tried_at: datetime | None = None
    lease_until: datetime | None = None
    fault: FeedFault | None = None
    message: MessageRef | None = None

    @property
    def stamp(self) -> Stamp:
        """By what its site knows which edition was read."""
        return Stamp(self.etag, self.modified)

    @property
    def nonce(self) -> str:
        """A name for what is said of its silence, another for each: 25 characters."""
        return sha256(f"{self.id} {self.tried_at}".encode()).hexdigest()[:25]

    def news_in(self, edition: Edition) -> tuple[FeedItem, ...]:
        """Return the items that did not stand in it before, oldest first; none the first time."""
        if self.read_at is None:
            return ()
        seen = set(self.seen)
        return tuple(item for item in reversed(edition.items) if item.fingerprint not in seen)

    def read(self, edition: Edition | None, now: datetime, wait: timedelta) -> Self:
        """Return it as read.

        Args:
            edition: What stood in it; None where nothing has changed.
            now: Aware, in UTC.
            wait: How long it is left alone now.
        """
        fine = replace(
            self,
            read_at=now,
            due_at=now + wait,
            attempts=0,
            tried_at=None,
            lease_until=None,
            fault=None,
            message=None,
        )
        if edition is None:
            return fine
        return replace(
            fine,
            title=edition.title or self.link,
            seen=_remembered(edition.items, self.seen),
            etag=edition.stamp.etag,
            modified=edition.stamp.modified,
        )

    def failed(self, fault: FeedFault, now: datetime, wait: timedelta) -> Self:
        """Return it as not read, to be asked again later."""
        return replace(self, due_at=now + wait, lease_until=None, fault=fault)

    def told(self, message: MessageRef) -> Self:
        """Return it as one of whose silence its newsroom knows."""
        return replace(self, message=message)

    def is_silent(self, now: datetime) -> bool:
        """Whether it has failed for so long that its newsroom is to know."""
        return self.tried_at is not None and self.tried_at + SILENT_FOR <= now

    def asleep(self) -> Self:
        """Return it as one to which nobody listens for now."""
        return replace(self, due_at=None, lease_until=None)

    def awake(self, now: datetime) -> Self:
        """Return it as listened to anew: what has come meanwhile is no news."""
        return replace(
            self, due_at=now, read_at=None, attempts=0, tried_at=None, etag="", modified=""
        )


def _remembered(items: Iterable[FeedItem], seen: Iterable[str]) -> tuple[str, ...]:
    standing = (item.fingerprint for item in items)
    return tuple(dict.fromkeys([*standing, *seen]))[:MOST_SEEN]


def wait_between(interval: timedelta, chance: Random | None = None) -> timedelta:
    """Return how long to leave a feed alone after reading it, spread a little by chance."""
    return interval * (1 + JITTER * (2 * chance.random() - 1)) if chance else interval


def wait_after_fault(
    attempts: int, interval: timedelta, asked: float | None, chance: Random | None = None
) -> timedelta:
    """Return how long to leave a feed alone that failed so often: doubling, or what it asks for.

    Args:
        attempts: How often it has failed in a row, from 1.
        interval: How long it is left alone when it does not fail; never is it asked sooner.
        asked: Seconds that its site asks to wait; None where it says nothing.
        chance: What spreads the waits; None for none of it.
    """
    if asked is not None:
        return max(interval, wait_after(attempts, asked))
    doublings: int = min(max(attempts, 1) - 1, 10)
    longest = max(interval, LONGEST_PAUSE)
    return wait_between(min(longest, interval * (1 << doublings)), chance)
