"""The tables.

Columns bear the names of the domain's fields, so that a value is written and read by name.
Every row carries its newsroom. A foreign key stands where a row hangs from its nearest parent;
the newsroom of a row further down is its parent's and is not checked twice.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import (
    BigInteger,
    Enum,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from adapters.database import packing
from adapters.database.columns import Hours, Packed, UtcDateTime, ZoneName
from bot.domain.coverage import Coverage
from bot.domain.delivery import DeliveryState, MessageRef
from bot.domain.digest_time import DigestTime
from bot.domain.evidence import Evidence
from bot.domain.follow_up import FollowUpState, ReminderKind, Snooze
from bot.domain.language import Language
from bot.domain.newsroom import Platform, QuietHours, Role
from bot.domain.occurrence import Occurrence
from bot.domain.proposal import Proposal
from bot.domain.reminder import LeftOut, ReminderState
from bot.domain.rule import Rule
from bot.domain.story import StoryStatus
from bot.domain.subscription import TargetKind
from bot.domain.window import EventWindow

# Sorted by code point on either database, whatever language the server speaks.
Sortable = String().with_variant(String(collation="C"), "postgresql")


class Base(DeclarativeBase):
    """Says how each kind of value is kept."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {
        datetime: UtcDateTime(),
        ZoneInfo: ZoneName(),
        QuietHours: Hours(),
        EventWindow: Packed(packing.pack_window, packing.unpack_window),
        Snooze: Packed(packing.pack_snooze, packing.unpack_snooze),
        MessageRef: Packed(packing.pack_message, packing.unpack_message),
        DigestTime: Packed(packing.pack_digest_time, packing.unpack_digest_time),
        tuple[date, ...]: Packed(packing.pack_days, packing.unpack_days),
        packing.Json: Packed(dict, dict),
        tuple[str, ...]: Packed(list, tuple),
        tuple[Evidence, ...]: Packed(packing.pack_evidence, packing.unpack_evidence),
        Rule: Packed(packing.pack_rule, packing.unpack_rule),
        tuple[Rule, ...]: Packed(packing.pack_rules, packing.unpack_rules),
        tuple[Proposal, ...]: Packed(packing.pack_proposals, packing.unpack_proposals),
        # Kept by value, as plain text: a new member needs no migration.
        StrEnum: Enum(
            StrEnum,
            native_enum=False,
            length=20,
            values_callable=lambda members: [member.value for member in members],
        ),
    }


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


class StoryRow(Base):
    """A story."""

    __tablename__ = "story"
    __table_args__ = (
        UniqueConstraint("newsroom_id", "slugline"),
        Index(None, "newsroom_id", "status", "urgency", "slugline"),
    )
    id: Mapped[UUID] = mapped_column(primary_key=True)
    newsroom_id: Mapped[UUID] = mapped_column(ForeignKey("newsroom.id"))
    slugline: Mapped[str] = mapped_column(Sortable)
    headline: Mapped[str]
    opened_at: Mapped[datetime]
    urgency: Mapped[int]
    desk: Mapped[str]
    tags: Mapped[tuple[str, ...]]
    status: Mapped[StoryStatus]
    last_number: Mapped[int]
    merged_into: Mapped[UUID | None]


class FormerSluglineRow(Base):
    """A slugline that a story had, and that leads to it still."""

    __tablename__ = "former_slugline"
    newsroom_id: Mapped[UUID] = mapped_column(primary_key=True)
    slugline: Mapped[str] = mapped_column(Sortable, primary_key=True)
    story_id: Mapped[UUID] = mapped_column(ForeignKey("story.id"))


class FollowUpRow(Base):
    """A follow-up. ``starts_at`` and ``ends_at`` are its window in UTC, to compare and sort by."""

    __tablename__ = "follow_up"
    __table_args__ = (UniqueConstraint("story_id", "number"),)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    newsroom_id: Mapped[UUID]
    story_id: Mapped[UUID] = mapped_column(ForeignKey("story.id"))
    number: Mapped[int]
    title: Mapped[str]
    window: Mapped[EventWindow | None]
    starts_at: Mapped[datetime | None]
    ends_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    occurrence: Mapped[Occurrence]
    state: Mapped[FollowUpState]
    was: Mapped[EventWindow | None]
    note: Mapped[str]
    assignees: Mapped[tuple[str, ...]]
    evidence: Mapped[tuple[Evidence, ...]]
    source: Mapped[str]
    snooze: Mapped[Snooze | None]
    version: Mapped[int]
    coverage: Mapped[Coverage]
    taken_by: Mapped[str]
    ladder: Mapped[tuple[Rule, ...]]
    series_id: Mapped[UUID | None]
    lapses_at: Mapped[datetime | None]
    repeats: Mapped[str]


class TimelineEntryRow(Base):
    """A dated fact. ``happened_at`` is where its window begins, in UTC, to sort by."""

    __tablename__ = "timeline_entry"
    __table_args__ = (Index(None, "story_id", "happened_at"), Index(None, "follow_up_id"))
    id: Mapped[UUID] = mapped_column(primary_key=True)
    newsroom_id: Mapped[UUID]
    story_id: Mapped[UUID] = mapped_column(ForeignKey("story.id"))
    title: Mapped[str]
    window: Mapped[EventWindow]
    happened_at: Mapped[datetime]
    added_at: Mapped[datetime]
    evidence: Mapped[tuple[Evidence, ...]]
    source: Mapped[str]
    follow_up_id: Mapped[UUID | None]
    outcome: Mapped[FollowUpState | None]
    note: Mapped[str]


IS_PLANNED = "state = 'planned'"


class ReminderRow(Base):
    """A planned alert. The partial index holds what is still to come, and nothing else."""

    __tablename__ = "reminder"
    __table_args__ = (
        UniqueConstraint("follow_up_id", "kind", "due_at"),
        Index(
            "ix_reminder_planned",
            "due_at",
            sqlite_where=text(IS_PLANNED),
            postgresql_where=text(IS_PLANNED),
        ),
    )
    id: Mapped[UUID] = mapped_column(primary_key=True)
    newsroom_id: Mapped[UUID]
    follow_up_id: Mapped[UUID] = mapped_column(ForeignKey("follow_up.id"))
    kind: Mapped[ReminderKind]
    due_at: Mapped[datetime]
    made_at: Mapped[datetime]
    state: Mapped[ReminderState]
    rule: Mapped[Rule | None]
    left_out: Mapped[LeftOut | None]


IS_GOING_ON = "next_at IS NOT NULL"


class SeriesRow(Base):
    """What comes again and again. The partial index holds the series that go on."""

    __tablename__ = "series"
    __table_args__ = (
        Index(
            "ix_series_going_on",
            "next_at",
            sqlite_where=text(IS_GOING_ON),
            postgresql_where=text(IS_GOING_ON),
        ),
    )
    id: Mapped[UUID] = mapped_column(primary_key=True)
    newsroom_id: Mapped[UUID] = mapped_column(ForeignKey("newsroom.id"))
    title: Mapped[str]
    said: Mapped[str]
    rule: Mapped[str]
    first: Mapped[EventWindow]
    last: Mapped[EventWindow]
    last_id: Mapped[UUID]
    next_at: Mapped[datetime | None]


class SubscriptionRow(Base):
    """What one channel follows."""

    __tablename__ = "subscription"
    __table_args__ = (
        UniqueConstraint("channel_id", "target_kind", "target_value"),
        Index(None, "newsroom_id", "target_kind", "target_value"),
    )
    id: Mapped[UUID] = mapped_column(primary_key=True)
    newsroom_id: Mapped[UUID]
    channel_id: Mapped[UUID] = mapped_column(ForeignKey("channel.id"))
    target_kind: Mapped[TargetKind]
    target_value: Mapped[str]


IS_WAITING = "due_at IS NOT NULL"
IS_HELD = "lease_until IS NOT NULL"
IS_GIVEN_UP = "state = 'undeliverable'"
IS_JOINED = "joined_id IS NOT NULL"


class DeliveryRow(Base):
    """One notice to one channel. Partial indexes hold what is waiting, held, given up, joined."""

    __tablename__ = "delivery"
    __table_args__ = (
        UniqueConstraint("follow_up_id", "kind", "planned_at", "channel_id"),
        Index(
            "ix_delivery_waiting",
            "due_at",
            "channel_id",
            sqlite_where=text(IS_WAITING),
            postgresql_where=text(IS_WAITING),
        ),
        Index(
            "ix_delivery_held",
            "lease_until",
            sqlite_where=text(IS_HELD),
            postgresql_where=text(IS_HELD),
        ),
        Index(
            "ix_delivery_given_up",
            "follow_up_id",
            sqlite_where=text(IS_GIVEN_UP),
            postgresql_where=text(IS_GIVEN_UP),
        ),
        Index(
            "ix_delivery_joined",
            "joined_id",
            sqlite_where=text(IS_JOINED),
            postgresql_where=text(IS_JOINED),
        ),
    )
    id: Mapped[UUID] = mapped_column(primary_key=True)
    newsroom_id: Mapped[UUID]
    channel_id: Mapped[UUID] = mapped_column(ForeignKey("channel.id"))
    follow_up_id: Mapped[UUID] = mapped_column(ForeignKey("follow_up.id"))
    kind: Mapped[ReminderKind]
    planned_at: Mapped[datetime]
    promised_at: Mapped[datetime]
    due_at: Mapped[datetime | None]
    state: Mapped[DeliveryState]
    attempts: Mapped[int]
    tried_at: Mapped[datetime | None]
    lease_until: Mapped[datetime | None]
    message: Mapped[MessageRef | None]
    shown_version: Mapped[int]
    reason: Mapped[str]
    joined_id: Mapped[UUID | None]


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


class DigestRow(Base):
    """The one digest that a channel waits for."""

    __tablename__ = "digest"
    channel_id: Mapped[UUID] = mapped_column(ForeignKey("channel.id"), primary_key=True)
    newsroom_id: Mapped[UUID]
    planned_at: Mapped[datetime]
    due_at: Mapped[datetime] = mapped_column(index=True)
    attempts: Mapped[int]
    tried_at: Mapped[datetime | None]
    lease_until: Mapped[datetime | None]
    reason: Mapped[str]


class ReadingRow(Base):
    """An article that was read, with its proposals. ``code`` is its short name."""

    __tablename__ = "reading"
    __table_args__ = (
        UniqueConstraint("newsroom_id", "code"),
        Index(None, "channel_id", "read_at"),
        Index(None, "newsroom_id", "fingerprint"),
        Index(None, "newsroom_id", "source"),
    )
    id: Mapped[UUID] = mapped_column(primary_key=True)
    newsroom_id: Mapped[UUID]
    channel_id: Mapped[UUID] = mapped_column(ForeignKey("channel.id"))
    story_id: Mapped[UUID | None] = mapped_column(ForeignKey("story.id"))
    code: Mapped[str]
    headline: Mapped[str]
    source: Mapped[str]
    fingerprint: Mapped[str]
    read_at: Mapped[datetime]
    proposals: Mapped[tuple[Proposal, ...]]
    language: Mapped[Language]
    published: Mapped[datetime | None]
    called_off: Mapped[tuple[Evidence, ...]]


class ChangeRow(Base):
    """One thing that an act changed. Numbers grow, so that they tell the order of acts.

    Nothing here hangs from what was changed: the record outlives it.
    """

    __tablename__ = "change"
    __table_args__ = (
        Index(None, "story_id", "number"),
        Index(None, "thing_id", "number"),
        Index(None, "newsroom_id", "person_id", "number"),
        Index(None, "act_id"),
        Index(None, "undoes"),
    )
    number: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer(), "sqlite"), primary_key=True
    )
    act_id: Mapped[UUID]
    newsroom_id: Mapped[UUID] = mapped_column(ForeignKey("newsroom.id"))
    at: Mapped[datetime]
    verb: Mapped[str]
    person_id: Mapped[UUID | None]
    person: Mapped[str]
    channel_id: Mapped[UUID | None]
    channel: Mapped[str]
    undoes: Mapped[UUID | None]
    story_id: Mapped[UUID | None]
    thing_id: Mapped[UUID]
    kind: Mapped[str]
    before: Mapped[packing.Json | None]
    after: Mapped[packing.Json | None]


class PassageRow(Base):
    """One line that can be found. Its words are indexed beside it, as each database does it."""

    __tablename__ = "passage"
    __table_args__ = (Index(None, "thing_id"),)
    number: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer(), "sqlite"), primary_key=True
    )
    newsroom_id: Mapped[UUID]
    story_id: Mapped[UUID]
    thing_id: Mapped[UUID]
    line: Mapped[str]
