"""One notice to one channel: where it goes, how it went, and how it is tried again."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Self
from uuid import UUID

from bot.domain.follow_up import ReminderKind
from bot.domain.newsroom import Address, Platform


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a message is to stand, in the platform's own keys.

    Attributes:
        reply_to: The key of the message it answers, in whose thread it stands where the platform
            has threads; empty for none.
        aloud: Whether an answer in a thread is to be seen in the channel as well.
        homes: Of direct messages that stand in no workspace, the keys of those in one of which
            their person must be still; empty where that is no question.
    """

    platform: Platform
    workspace_key: str
    channel_key: str
    reply_to: str = ""
    aloud: bool = True
    homes: tuple[str, ...] = ()

    @classmethod
    def at(cls, address: Address) -> Self:
        """Return where a channel's messages go."""
        channel = address.channel
        key = address.workspace.key
        return cls(channel.platform, key, channel.key, homes=address.homes)


@dataclass(frozen=True, slots=True)
class MessageRef:
    """A message that stands, in the platform's own keys: enough to edit it."""

    platform: Platform
    workspace_key: str
    channel_key: str
    message_key: str


OUTDATED = "outdated"
"""The reason of what was no longer meant when its turn came."""

UNLINKED = "unlinked"
"""The reason of what was let go when its channel's workspace left the newsroom."""

OUTLIVED = "outlived"
"""The reason of a heads-up that quiet hours held back until the day that it announces."""

EMBARGOED = "embargoed"
"""The reason of what waits for the lift of an embargo."""

SUPERSEDED = "superseded"
"""The reason of what waited for it in vain: a later notice of the same follow-up waited too."""

TOLD_WITH_ANOTHER = "told_with_another"
"""The reason of a lift of which the notice tells that is due at the same moment."""

DEFECT = "defect"
"""The reason of what Daybook itself could not make or send."""


class DeliveryState(StrEnum):
    """What has become of a delivery."""

    PENDING = "pending"
    SENT = "sent"
    SKIPPED = "skipped"  # outdated before it was sent
    UNDELIVERABLE = "undeliverable"


Shown = Mapping[UUID, int]
"""What a shared message shows: by delivery, the version of its follow-up."""


def nonce_of(name: UUID) -> str:
    """Return a message's name as it fits every platform's nonce: 25 characters of an id."""
    return name.hex[:25]


@dataclass(frozen=True, slots=True)
class Delivery:
    """One reminder to one channel. All times are aware, in UTC.

    Unique by follow-up, kind, planned time and channel: queueing twice delivers once.

    Attributes:
        planned_at: When the plan wanted it said.
        promised_at: When it should stand in this channel: as planned, but not before it was
            planned, and not in the channel's quiet hours. What comes after that is late.
        due_at: When it is to be tried next; later than planned after quiet hours or a failure.
            For a sent one, when its message is to be edited; None when it is true as it stands.
        attempts: How often it has been tried.
        tried_at: When it was first tried; None before that.
        lease_until: Until when a worker holds it; None when nobody does.
        message: The posted message.
        shown_version: The follow-up's version which that message shows; before it is posted,
            the one it was queued for.
        reason: Why it was skipped, held up or given up; a code for the record.
        joined_id: Names the one message that it shares with others; None when it stands alone.
    """

    id: UUID
    newsroom_id: UUID
    channel_id: UUID
    follow_up_id: UUID
    kind: ReminderKind
    planned_at: datetime
    promised_at: datetime
    due_at: datetime | None
    state: DeliveryState = DeliveryState.PENDING
    attempts: int = 0
    tried_at: datetime | None = None
    lease_until: datetime | None = None
    message: MessageRef | None = None
    shown_version: int = 0
    reason: str = ""
    joined_id: UUID | None = None

    @property
    def nonce(self) -> str:
        """By what its message is found."""
        return nonce_of(self.joined_id or self.id)

    @property
    def may_stand(self) -> bool:
        """Whether an earlier attempt may have posted it without our knowing."""
        return self.attempts > 1 and self.message is None

    def sent(self, message: MessageRef, version: int, until: datetime | None = None) -> Self:
        """Return it as posted, or as edited, showing this version.

        Args:
            message: Where it stands.
            version: The follow-up's, which it shows.
            until: When it is to be edited again; None where nothing but a change asks for it.
        """
        return replace(
            self,
            state=DeliveryState.SENT,
            message=message,
            shown_version=version,
            due_at=until,
            lease_until=None,
            reason="",
        )

    def unless_outdone(self, outdone: Collection[UUID]) -> Self:
        """Return it as due to be edited once more where its message is one of these.

        An edit that was refused, and says why, is not made again.
        """
        stands = self.state is DeliveryState.SENT and not self.reason
        return (
            replace(self, due_at=self.planned_at) if stands and self.joined_id in outdone else self
        )

    def skipped(self, reason: str) -> Self:
        """Return it as no longer worth sending."""
        return replace(
            self, state=DeliveryState.SKIPPED, due_at=None, lease_until=None, reason=reason
        )

    def held(self, until: datetime) -> Self:
        """Return it held back for the lift of an embargo, to be said then."""
        return replace(self, due_at=until, promised_at=until, lease_until=None, reason=EMBARGOED)

    def undeliverable(self, reason: str) -> Self:
        """Return it as given up; a message that stands already just stays as it is."""
        state = DeliveryState.UNDELIVERABLE if self.message is None else DeliveryState.SENT
        return replace(self, state=state, due_at=None, lease_until=None, reason=reason)

    def put_back(self, due_at: datetime) -> Self:
        """Return it let go untried, to be claimed again then; as if it had not been claimed."""
        counted = 1 if self.state is DeliveryState.PENDING else 0
        attempts = self.attempts - counted
        return replace(
            self,
            due_at=due_at,
            attempts=attempts,
            tried_at=self.tried_at if attempts else None,
            lease_until=None,
        )

    def retried(self, now: datetime, wait: timedelta, reason: str) -> Self:
        """Return it put off to be tried again."""
        return replace(self, due_at=now + wait, lease_until=None, reason=reason)


def is_outdone(shown: Shown, sharing: Iterable[Delivery]) -> bool:
    """Whether an edit of a shared message wiped out what another worker had put there meanwhile.

    Args:
        shown: What the edit shows.
        sharing: All that shares the message, as they stand once the edit is made.
    """
    standing = (each for each in sharing if each.message is not None)
    return any(each.shown_version > shown.get(each.id, -1) for each in standing)
