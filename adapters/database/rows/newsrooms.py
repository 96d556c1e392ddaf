"""The tables of newsrooms, their workspaces, channels and people."""

from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import (
    ForeignKey,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from adapters.database.columns import Packed
from adapters.database.packing import pack_ladder, unpack_ladder
from adapters.database.rows.base import Base
from bot.domain.digest_time import DigestTime
from bot.domain.language import Language
from bot.domain.newsroom import Platform, QuietHours, Role
from bot.domain.policy import Ladder, PolicyRow
from bot.domain.rule import OwnerKind
from bot.domain.working_hours import WorkingHours


class NewsroomRow(Base):
    """A newsroom. Its admin channel hangs from it in turn, so that key is not enforced."""

    __tablename__ = "newsroom"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    zone: Mapped[ZoneInfo]
    country: Mapped[str]
    language: Mapped[Language]
    admin_channel_id: Mapped[UUID | None]
    days_off: Mapped[tuple[date, ...]]
    newcomers: Mapped[Role]
    editor_roles: Mapped[tuple[str, ...]]
    quiet_days: Mapped[int]
    hours: Mapped[WorkingHours]


class WorkspaceRow(Base):
    """A workspace of a platform."""

    __tablename__ = "workspace"
    __table_args__ = (UniqueConstraint("platform", "key"),)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    newsroom_id: Mapped[UUID] = mapped_column(ForeignKey("newsroom.id"))
    platform: Mapped[Platform]
    key: Mapped[str]
    name: Mapped[str]


class ChannelRow(Base):
    """A channel of a workspace."""

    __tablename__ = "channel"
    __table_args__ = (UniqueConstraint("workspace_id", "key"),)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    newsroom_id: Mapped[UUID]
    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspace.id"))
    platform: Mapped[Platform]
    key: Mapped[str]
    name: Mapped[str]
    language: Mapped[Language]
    zone: Mapped[ZoneInfo]
    quiet: Mapped[QuietHours | None]
    direct: Mapped[bool]
    digest: Mapped[DigestTime | None]
    sees_embargoed: Mapped[bool]
    joins: Mapped[bool]


class PersonRow(Base):
    """A person of a workspace."""

    __tablename__ = "person"
    __table_args__ = (UniqueConstraint("workspace_id", "key"),)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    newsroom_id: Mapped[UUID]
    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspace.id"))
    platform: Mapped[Platform]
    key: Mapped[str]
    name: Mapped[str]
    role: Mapped[Role]


class DutyRow(Base):
    """Who is on duty at a desk."""

    __tablename__ = "duty"
    __table_args__ = (UniqueConstraint("newsroom_id", "desk"),)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    newsroom_id: Mapped[UUID] = mapped_column(ForeignKey("newsroom.id"))
    desk: Mapped[str]
    names: Mapped[tuple[str, ...]]


class OwnPolicyRow(Base):
    """What a newsroom, a desk or a story has set for one row of the reminder policy."""

    __tablename__ = "own_policy"
    __table_args__ = (UniqueConstraint("newsroom_id", "kind", "key", "row"),)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    newsroom_id: Mapped[UUID] = mapped_column(ForeignKey("newsroom.id"))
    kind: Mapped[OwnerKind]
    key: Mapped[str]
    row: Mapped[PolicyRow]
    ladder: Mapped[Ladder] = mapped_column(Packed(pack_ladder, unpack_ladder))
    name: Mapped[str]


class LinkCodeRow(Base):
    """A one-time code by which a workspace joins a newsroom."""

    __tablename__ = "link_code"
    __table_args__ = (UniqueConstraint("name"),)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    newsroom_id: Mapped[UUID] = mapped_column(ForeignKey("newsroom.id"))
    name: Mapped[str]
    secret_hash: Mapped[str]
    expires_at: Mapped[datetime]
    tries_left: Mapped[int]
