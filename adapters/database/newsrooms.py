"""Newsrooms, workspaces, channels and people, in SQL."""

from collections.abc import Collection, Sequence
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import delete, exists, select, update

from adapters.database.rows import (
    ChannelRow,
    DutyRow,
    NewsroomRow,
    OwnPolicyRow,
    PersonRow,
    WorkspaceRow,
)
from adapters.database.work import Work, columns_of
from bot.domain.duty import Duty
from bot.domain.newsroom import (
    Address,
    Channel,
    Newsroom,
    Person,
    Platform,
    Workspace,
    homes_of,
)
from bot.domain.own_policy import OwnPolicy

IS_SHARED = exists().where(ChannelRow.workspace_id == WorkspaceRow.id, ~ChannelRow.direct)
"""What a workspace is like that holds more than direct messages."""

_Row = NewsroomRow | WorkspaceRow | ChannelRow | PersonRow | DutyRow | OwnPolicyRow
_TABLES: dict[type, type[_Row]] = {
    Newsroom: NewsroomRow,
    Workspace: WorkspaceRow,
    Channel: ChannelRow,
    Person: PersonRow,
    Duty: DutyRow,
    OwnPolicy: OwnPolicyRow,
}


class SqlNewsrooms:
    """Implements ``bot.ports.Newsrooms``."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def newsroom(self, newsroom_id: UUID) -> Newsroom:
        """Return a newsroom that is known to exist.

        Raises:
            LookupError: If it does not.
        """
        row = await self._work.first(select(NewsroomRow).where(NewsroomRow.id == newsroom_id))
        if row is None:
            raise LookupError(f"no newsroom {newsroom_id}")
        return Newsroom(**row)

    async def workspace(self, platform: Platform, key: str) -> Workspace | None:
        """Return a workspace by its platform's id."""
        row = await self._work.first(
            select(WorkspaceRow).where(WorkspaceRow.platform == platform, WorkspaceRow.key == key)
        )
        return None if row is None else Workspace(**row)

    async def workspace_of(self, channel: Channel) -> Workspace:
        """Return the workspace in which a channel is.

        Raises:
            LookupError: If the channel was never kept.
        """
        row = await self._work.first(
            select(WorkspaceRow).where(WorkspaceRow.id == channel.workspace_id)
        )
        if row is None:
            raise LookupError(f"no workspace {channel.workspace_id}")
        return Workspace(**row)

    async def channel(self, workspace_id: UUID, key: str) -> Channel | None:
        """Return a channel by its platform's id."""
        row = await self._work.first(
            select(ChannelRow).where(ChannelRow.workspace_id == workspace_id, ChannelRow.key == key)
        )
        return None if row is None else Channel(**row)

    async def channels(self, newsroom_id: UUID, ids: Collection[UUID]) -> Sequence[Channel]:
        """Return those of a newsroom's channels that have these ids, in order of name."""
        rows = await self._work.all(
            select(ChannelRow).where(ChannelRow.newsroom_id == newsroom_id, ChannelRow.id.in_(ids))
        )
        return sorted((Channel(**row) for row in rows), key=lambda channel: channel.name)

    async def channels_in(self, newsroom_id: UUID, zone: ZoneInfo) -> Sequence[Channel]:
        """Return those of a newsroom's channels whose readers are in a zone, in order of name."""
        rows = await self._work.all(
            select(ChannelRow).where(ChannelRow.newsroom_id == newsroom_id, ChannelRow.zone == zone)
        )
        return sorted((Channel(**row) for row in rows), key=lambda channel: channel.name)

    async def seeing_embargoed(self, newsroom_id: UUID) -> Sequence[Channel]:
        """Return a newsroom's channels that may see embargoed matter, in order of name."""
        rows = await self._work.all(
            select(ChannelRow).where(
                ChannelRow.newsroom_id == newsroom_id, ChannelRow.sees_embargoed
            )
        )
        return sorted((Channel(**row) for row in rows), key=lambda channel: channel.name)

    async def addresses(self, channel_ids: Collection[UUID]) -> Sequence[Address]:
        """Return these channels with what they stand in, of whatever newsroom."""
        channels = await self._work.by_ids(ChannelRow, channel_ids)
        workspaces = await self._work.by_ids(WorkspaceRow, {c["workspace_id"] for c in channels})
        newsrooms = await self._work.by_ids(NewsroomRow, {w["newsroom_id"] for w in workspaces})
        by_id = {row["id"]: Workspace(**row) for row in workspaces}
        rooms = {row["id"]: Newsroom(**row) for row in newsrooms}
        found = [Channel(**row) for row in channels]
        shared = await self._shared({each.newsroom_id for each in found if each.direct})
        return [
            Address(rooms[each.newsroom_id], by_id[each.workspace_id], each, homes_of(each, shared))
            for each in found
        ]

    async def _shared(self, newsroom_ids: Collection[UUID]) -> Sequence[Workspace]:
        """Return these newsrooms' workspaces but those of direct messages alone."""
        if not newsroom_ids:
            return ()
        rows = await self._work.all(
            select(WorkspaceRow).where(WorkspaceRow.newsroom_id.in_(newsroom_ids), IS_SHARED)
        )
        return [Workspace(**row) for row in rows]

    async def person(self, workspace_id: UUID, key: str) -> Person | None:
        """Return a person by their platform's id."""
        row = await self._work.first(
            select(PersonRow).where(PersonRow.workspace_id == workspace_id, PersonRow.key == key)
        )
        return None if row is None else Person(**row)

    async def people(self, newsroom_id: UUID) -> Sequence[Person]:
        """Return a newsroom's people in all its workspaces, in order of name."""
        rows = await self._work.all(select(PersonRow).where(PersonRow.newsroom_id == newsroom_id))
        return sorted((Person(**row) for row in rows), key=lambda person: person.name)

    async def duties(self, newsroom_id: UUID) -> Sequence[Duty]:
        """Return who is on duty at a newsroom's desks, in order of desk."""
        rows = await self._work.all(select(DutyRow).where(DutyRow.newsroom_id == newsroom_id))
        return sorted((Duty(**row) for row in rows), key=lambda duty: duty.desk)

    async def policies(self, newsroom_ids: Collection[UUID]) -> Sequence[OwnPolicy]:
        """Return what these newsrooms, their desks and their stories have set, in no order."""
        rows = await self._work.all(
            select(OwnPolicyRow).where(OwnPolicyRow.newsroom_id.in_(newsroom_ids))
        )
        return [OwnPolicy(**row) for row in rows]

    async def save(self, what: Newsroom | Workspace | Channel | Person | Duty | OwnPolicy) -> None:
        """Keep it, new or changed.

        Raises:
            Collision: If another has the platform's id of it already; that one stays.
        """
        table = _TABLES[type(what)]
        changed = await self._work.change(
            update(table).where(table.id == what.id).values(columns_of(what))
        )
        if not changed:
            await self._work.insert(table, columns_of(what))

    async def remove(self, duty: Duty) -> None:
        """Forget a desk's duty."""
        await self._work.change(delete(DutyRow).where(DutyRow.id == duty.id))
