"""Who and where: the newsroom, its workspaces, channels and people."""

from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Self
from uuid import UUID
from zoneinfo import ZoneInfo

from bot.domain.calendar import WorkingCalendar
from bot.domain.digest_time import DigestTime
from bot.domain.language import Language
from bot.domain.mention import Mention
from bot.domain.working_hours import USUAL, WorkingHours


class Platform(StrEnum):
    """Where a workspace lives."""

    CONSOLE = "console"
    SLACK = "slack"
    DISCORD = "discord"


class Role(StrEnum):
    """What a person may do: an editor may change stories, a reader may look and subscribe."""

    READER = "reader"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True)
class Newsroom:
    """The tenant. Nothing of one is ever shown in another.

    Attributes:
        zone: Where its days begin and end.
        country: ISO 3166-1 alpha-2 code, for holidays and working days.
        language: What new channels read.
        admin_channel_id: Where troubles are told; None until someone names one.
        days_off: Its own, beside the country's public holidays; in order.
        newcomers: What someone may do whom Daybook meets for the first time.
        editor_roles: The platforms' roles whose holders are editors, by name or id, in lower
            case.
        quiet_days: After how many days without news a story is dormant.
        hours: Its working days, and when it is reminded on them.
    """

    id: UUID
    name: str
    zone: ZoneInfo
    country: str
    language: Language
    admin_channel_id: UUID | None = None
    days_off: tuple[date, ...] = ()
    newcomers: Role = Role.EDITOR
    editor_roles: tuple[str, ...] = ()
    quiet_days: int = 14
    hours: WorkingHours = USUAL

    @property
    def calendar(self) -> WorkingCalendar:
        """Its working days."""
        return WorkingCalendar(self.country, frozenset(self.days_off), self.hours.weekdays)


@dataclass(frozen=True, slots=True)
class Workspace:
    """One Slack workspace, Discord server or terminal, linked to exactly one newsroom."""

    id: UUID
    newsroom_id: UUID
    platform: Platform
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class QuietHours:
    """The hours in which a channel sleeps, by its own wall clock; they may span midnight."""

    begin: time
    end: time

    def __post_init__(self) -> None:
        """Refuse a night without length."""
        if self.begin == self.end:
            raise ValueError("quiet hours must begin and end at different times")

    def covers(self, moment: time) -> bool:
        """Whether the channel sleeps at this wall time."""
        if self.begin < self.end:
            return self.begin <= moment < self.end
        return moment >= self.begin or moment < self.end


@dataclass(frozen=True, slots=True)
class Channel:
    """A place in a workspace where Daybook speaks.

    Attributes:
        key: The platform's own id of it.
        zone: Where its readers are: quiet hours and shown times follow it.
        direct: Whether it is one person's direct messages.
        digest: When it gets its digest; None for never.
        sees_embargoed: Whether what is under embargo may be shown in it.
        joins: Whether notices that are due there at once may share a message.
    """

    id: UUID
    newsroom_id: UUID
    workspace_id: UUID
    platform: Platform
    key: str
    name: str
    language: Language
    zone: ZoneInfo
    quiet: QuietHours | None = None
    direct: bool = False
    digest: DigestTime | None = None
    sees_embargoed: bool = False
    joins: bool = True

    @property
    def called(self) -> str:
        """What people call it: ``#utenriks``; direct messages are called as they are named."""
        return self.name if self.direct else f"#{self.name}"

    def sleeps(self, moment: datetime) -> bool:
        """Whether the channel's quiet hours cover this moment."""
        return self.quiet is not None and self.quiet.covers(moment.astimezone(self.zone).time())

    def awake_at(self, moment: datetime) -> datetime:
        """Return the moment itself, or the end of the quiet hours that cover it, in UTC."""
        if self.quiet is None or not self.sleeps(moment):
            return moment.astimezone(UTC)
        local = moment.astimezone(self.zone)
        day = local.date() + timedelta(days=1 if local.time() >= self.quiet.end else 0)
        return datetime.combine(day, self.quiet.end, tzinfo=self.zone).astimezone(UTC)

    def renamed(self, name: str) -> Self:
        """Return the channel under the name its platform shows now."""
        return replace(self, name=name)


@dataclass(frozen=True, slots=True)
class Address:
    """A channel with all that it stands in.

    Attributes:
        homes: Of direct messages that stand in no workspace, the platform's keys of the workspaces
            that their newsroom has there; empty for any other place.
    """

    newsroom: Newsroom
    workspace: Workspace
    channel: Channel
    homes: tuple[str, ...] = ()


def homes_of(channel: Channel, shared: Iterable[Workspace]) -> tuple[str, ...]:
    """Return the keys of the workspaces in which a channel's person must be; see ``Address``.

    Args:
        channel: Whose.
        shared: Workspaces of its newsroom, and perhaps of others, that hold more than direct
            messages.
    """
    theirs = [
        each
        for each in shared
        if (each.newsroom_id, each.platform) == (channel.newsroom_id, channel.platform)
    ]
    if not channel.direct or any(each.id == channel.workspace_id for each in theirs):
        return ()
    return tuple(sorted(each.key for each in theirs))


@dataclass(frozen=True, slots=True)
class Person:
    """Someone in a workspace."""

    id: UUID
    newsroom_id: UUID
    workspace_id: UUID
    platform: Platform
    key: str
    name: str
    role: Role = Role.EDITOR

    def renamed(self, name: str) -> Self:
        """Return the person under the name their platform shows now."""
        return replace(self, name=name)


def may_edit(person: Person, newsroom: Newsroom, roles: Collection[str]) -> bool:
    """Whether somebody is an editor, in person or by a role that the platform gives them."""
    held = {role.lower() for role in roles}
    return person.role is Role.EDITOR or not held.isdisjoint(newsroom.editor_roles)


@dataclass(frozen=True, slots=True)
class Inbox:
    """Where a person's direct messages with Daybook are, in the platform's own keys."""

    workspace_key: str
    channel_key: str


RoleSource = Callable[[], Awaitable[Collection[str]]]
"""Asks a platform for somebody's roles or groups, by id and by name."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Who gives a command, and where, as a platform tells it.

    Attributes:
        workspace_key: The platform's id of the workspace; a Discord server's guild id.
        channel_key: The platform's id of the channel.
        person_key: The platform's id of the person.
        language: What the platform says the person or workspace reads, a BCP 47 tag; used only
            when Daybook meets the workspace for the first time.
        direct: Whether the channel is the person's direct messages.
        roles: The roles or groups the platform gives the person, by id and by name.
        further_roles: Asks the platform for those that it doesn't give with each command; raises
            ``bot.errors.DeliveryFailed`` where it doesn't tell. None where there are none.
        mentioned: Those whom the platform names in what is asked, as they are called there.
        inbox: Where the person's direct messages are; None where the platform has none.
        servers: Of direct messages that stand in no workspace, the person's roles in each of
            the workspaces in which they are, by its key; None for any other place.
    """

    platform: Platform
    workspace_key: str
    workspace_name: str
    channel_key: str
    channel_name: str
    person_key: str
    person_name: str
    language: str = ""
    direct: bool = False
    roles: tuple[str, ...] = ()
    further_roles: RoleSource | None = field(default=None, compare=False)
    mentioned: tuple[Mention, ...] = ()
    inbox: Inbox | None = None
    servers: Mapping[str, tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One completion of what is being typed: what is shown, and what is filled in."""

    label: str
    value: str


Values = Mapping[str, str]
"""A command's parameters by name, as typed."""
