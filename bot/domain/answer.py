"""An answer that stands in a channel, and is kept true for some days."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Self
from uuid import UUID, uuid5

from bot.domain.delivery import MessageRef
from bot.domain.message import Message, fingerprint
from bot.domain.posted_digest import EDITED_AFTER

LASTS = timedelta(days=7)
"""How long an answer is kept true, where the operator says nothing else."""

MOST_IN_A_CHANNEL = 20
"""The latest answers of a channel that are kept true; nobody scrolls back to older ones."""

_BY_PLACE = UUID("a0f6b0a4-3f6e-5a0b-9a52-6f0f6a1b7c11")


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer that shows follow-ups, as it was given. All times are aware, in UTC.

    Attributes:
        id: Follows from where it stands, so that one message is kept once.
        message: Where it stands.
        posted_at: As of when it speaks.
        expires_at: When it is forgotten, and stays as it is.
        said: What it said at first, without its picture.
        shown: Names what it says now; one that would say the same is not edited.
        due_at: When it is to be looked at: to be edited, or in the end to be forgotten.
        attempts: How often the look that is due was tried.
        lease_until: Until when a worker holds it; None when nobody does.
    """

    id: UUID
    newsroom_id: UUID
    channel_id: UUID
    message: MessageRef
    posted_at: datetime
    expires_at: datetime
    said: Message
    shown: str
    due_at: datetime
    attempts: int = 0
    lease_until: datetime | None = None

    @classmethod
    def of(cls, message: Message, ref: MessageRef, lasts: timedelta) -> Self | None:
        """Return an answer as it is kept; None where there is nothing to keep true.

        It is looked at once soon after, for what was changed while it was on its way.

        Args:
            message: What it says.
            ref: Where it stands.
            lasts: How long it is kept true.
        """
        given = message.given
        if given is None:
            return None
        said = replace(message, picture=None, given=None)
        at = given.at.astimezone(UTC)
        return cls(
            place(ref),
            given.newsroom_id,
            given.channel_id,
            ref,
            at,
            at + lasts,
            said,
            fingerprint(said),
            at + EDITED_AFTER,
        )

    @property
    def follow_up_ids(self) -> tuple[UUID, ...]:
        """The follow-ups that it shows."""
        return tuple(dict.fromkeys(one.follow_up_id for one in self.said.shown))

    @property
    def thing_ids(self) -> tuple[UUID, ...]:
        """All that it shows: follow-ups, and the story that it is a look at."""
        screen = self.said.screen
        return (*self.follow_up_ids, *([screen.story_id] if screen else []))

    def showing(self, shown: str, until: datetime | None) -> Self:
        """Return it as true again.

        Args:
            shown: Names what it says.
            until: When it is to be edited again; None where only a change asks for it.
        """
        due_at = min(self.expires_at, until or self.expires_at)
        return replace(self, shown=shown, due_at=due_at, attempts=0, lease_until=None)

    def held(self, until: datetime) -> Self:
        """Return it to be looked at later, as if it had not been claimed."""
        return replace(self, due_at=until, attempts=self.attempts - 1, lease_until=None)

    def retried(self, now: datetime, wait: timedelta) -> Self:
        """Return it put off to be edited later."""
        return replace(self, due_at=now + wait, lease_until=None)


def place(ref: MessageRef) -> UUID:
    """Return the id of whatever is kept of a message."""
    keys = (ref.platform.value, ref.workspace_key, ref.channel_key, ref.message_key)
    return uuid5(_BY_PLACE, "/".join(keys))
