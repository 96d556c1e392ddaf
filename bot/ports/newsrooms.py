"""Newsrooms, and which workspace belongs to which."""

from collections.abc import Collection, Sequence
from typing import Protocol
from uuid import UUID
from zoneinfo import ZoneInfo

from bot.domain.duty import Duty
from bot.domain.link import LinkCode
from bot.domain.newsroom import Address, Channel, Newsroom, Person, Platform, Workspace
from bot.domain.own_policy import OwnPolicy


class Newsrooms(Protocol):
    """Newsrooms with their workspaces, channels and people."""

    async def newsroom(self, newsroom_id: UUID) -> Newsroom:
        """Return a newsroom that is known to exist."""
        ...

    async def workspace(self, platform: Platform, key: str) -> Workspace | None:
        """Return a workspace by its platform's id."""
        ...

    async def workspace_of(self, channel: Channel) -> Workspace:
        """Return the workspace in which a channel is."""
        ...

    async def channel(self, workspace_id: UUID, key: str) -> Channel | None:
        """Return a channel by its platform's id."""
        ...

    async def channels(self, newsroom_id: UUID, ids: Collection[UUID]) -> Sequence[Channel]:
        """Return those of a newsroom's channels that have these ids, in order of name."""
        ...

    async def channels_in(self, newsroom_id: UUID, zone: ZoneInfo) -> Sequence[Channel]:
        """Return those of a newsroom's channels whose readers are in a zone, in order of name."""
        ...

    async def seeing_embargoed(self, newsroom_id: UUID) -> Sequence[Channel]:
        """Return a newsroom's channels that may see embargoed matter, in order of name."""
        ...

    async def addresses(self, channel_ids: Collection[UUID]) -> Sequence[Address]:
        """Return these channels with what they stand in, of whatever newsroom: for sending."""
        ...

    async def person(self, workspace_id: UUID, key: str) -> Person | None:
        """Return a person by their platform's id."""
        ...

    async def people(self, newsroom_id: UUID) -> Sequence[Person]:
        """Return a newsroom's people in all its workspaces, in order of name."""
        ...

    async def duties(self, newsroom_id: UUID) -> Sequence[Duty]:
        """Return who is on duty at a newsroom's desks, in order of desk."""
        ...

    async def policies(self, newsroom_ids: Collection[UUID]) -> Sequence[OwnPolicy]:
        """Return what these newsrooms, their desks and their stories have set, in no order."""
        ...

    async def save(self, what: Newsroom | Workspace | Channel | Person | Duty | OwnPolicy) -> None:
        """Keep it, new or changed.

        Two first meetings with the same workspace, channel or person may collide; the store
        then raises ``bot.errors.Collision`` and keeps the one that came first.
        """
        ...

    async def remove(self, duty: Duty) -> None:
        """Forget a desk's duty."""
        ...


class Links(Protocol):
    """Which newsroom a workspace belongs to."""

    async def save(self, code: LinkCode) -> None:
        """Keep a code, new or tried.

        Raises:
            Collision: If another has its name already.
        """
        ...

    async def code(self, name: str) -> LinkCode | None:
        """Return a code by its name; in a transaction, locked until its end."""
        ...

    async def workspaces(self, newsroom_id: UUID) -> Sequence[Workspace]:
        """Return a newsroom's workspaces but those of direct messages alone, in order of name."""
        ...

    async def move(self, workspace: Workspace, to: Newsroom) -> None:
        """Put a workspace, its channels and its people into another newsroom.

        What its channels followed is forgotten, what waits for them is skipped, and what stands
        in them is edited no more. Its people may do what newcomers may, and its channels see
        nothing that is under embargo until somebody marks them anew.
        """
        ...
