"""A spell in which a channel takes no messages, and how its newsroom is told of it."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Self
from uuid import UUID, uuid5

from bot.domain.delivery import DEFECT, MessageRef, nonce_of
from bot.domain.newsroom import Platform

SHUT_OUT = frozenset(
    {
        "access_denied",
        "account_inactive",
        "ekm_access_denied",
        "invalid_auth",
        "missing_scope",
        "not_authed",
        "org_login_required",
        "team_access_not_granted",
        "token_expired",
        "token_refused",
        "token_revoked",
    }
)
"""Refusals by which a whole workspace lets Daybook in no more: what one channel sees, all see."""

UNFIT = frozenset(
    {
        DEFECT,
        "invalid_arguments",
        "invalid_attachments",
        "invalid_blocks",
        "invalid_blocks_format",
        "invalid_form_body",
        "msg_blocks_too_long",
        "msg_too_long",
        "no_text",
    }
)
"""Refusals of one message for what it is: that others get through makes it no fitter."""

TOLD_ANEW_AFTER = timedelta(seconds=30)
"""How long further refusals are gathered before the notice of a spell is edited."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """One spell of trouble with one channel. All times are aware, in UTC.

    The newsroom's admin channel is told once, with one message, which is edited as the spell goes
    on and when it is over; then nothing is left of it.

    Attributes:
        reason: The platform's own word for the latest refusal; a code for the record.
        since: When the first notice was refused.
        refused_at: When the latest one was.
        over_at: When the channel took a message again, or was seen to be back; None before that.
        due_at: When the admin channel is to be told, or its message edited; None when it is true
            as it stands, or can't be said there.
        attempts: How often telling was tried.
        tried_at: When it was first tried; None before that.
        lease_until: Until when a worker holds it; None when nobody does.
        message: What stands in the admin channel; None before that.
    """

    channel_id: UUID
    newsroom_id: UUID
    reason: str
    since: datetime
    refused_at: datetime
    over_at: datetime | None = None
    due_at: datetime | None = None
    attempts: int = 0
    tried_at: datetime | None = None
    lease_until: datetime | None = None
    message: MessageRef | None = None

    @property
    def nonce(self) -> str:
        """By what its message is found."""
        return nonce_of(uuid5(self.channel_id, self.since.isoformat()))

    @property
    def may_stand_since(self) -> datetime | None:
        """When an earlier attempt may first have posted it unknown to us; None where none can."""
        return self.tried_at if self.attempts > 1 and self.message is None else None

    @property
    def is_done_with(self) -> bool:
        """Whether it is over, and nothing is left to say of it."""
        return self.over_at is not None and self.due_at is None

    def refused(self, reason: str, now: datetime) -> Self:
        """Return the spell with one more refusal; its message is edited before long."""
        return replace(
            self,
            reason=reason,
            refused_at=now,
            over_at=None,
            due_at=self.due_at or now + TOLD_ANEW_AFTER,
        )

    def over(self, now: datetime) -> Self:
        """Return the spell as over: its message is to say so, where there is one."""
        told = self.message is not None or self.lease_until is not None
        return replace(self, over_at=now, due_at=now if told else None)

    def told(self, message: MessageRef | None, then: Self) -> Self:
        """Return it with what stands in the admin channel now.

        Args:
            message: What stands there; None where it can't be said there.
            then: The spell as the message tells it; what has changed since is still to be said.
        """
        as_told = (then.reason, then.refused_at, then.over_at)
        changed = (self.reason, self.refused_at, self.over_at) != as_told
        return replace(
            self,
            message=message,
            due_at=self.due_at if changed and message else None,
            attempts=0,
            tried_at=None,
            lease_until=None,
        )

    def retried(self, now: datetime, wait: timedelta) -> Self:
        """Return it put off to be told again."""
        return replace(self, due_at=now + wait, lease_until=None)


@dataclass(frozen=True, slots=True)
class Returned:
    """A platform's word that Daybook may post again.

    Attributes:
        workspace_key: The platform's id of the workspace.
        channel_key: The platform's id of the channel; empty for all of the workspace.
    """

    platform: Platform
    workspace_key: str
    channel_key: str = ""
