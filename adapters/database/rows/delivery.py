"""The tables of what is planned to be said, to whom, and what was said."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    ForeignKey,
    Index,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from adapters.database.rows.base import Base, partial_index
from bot.domain.delivery import DeliveryState, MessageRef
from bot.domain.follow_up import ReminderKind
from bot.domain.mention import Mention
from bot.domain.reminder import LeftOut, ReminderState
from bot.domain.rule import Rule
from bot.domain.subscription import Notice, TargetKind
from bot.domain.window import EventWindow

IS_PLANNED = "state = 'planned'"


class ReminderRow(Base):
    """A planned alert. The partial index holds what is still to come, and nothing else."""

    __tablename__ = "reminder"
    __table_args__ = (
        UniqueConstraint("follow_up_id", "kind", "due_at"),
        partial_index("ix_reminder_planned", "due_at", where=IS_PLANNED),
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
    leads: Mapped[tuple[tuple[Rule, ...], ...]]
    general: Mapped[bool]


IS_GOING_ON = "next_at IS NOT NULL"


class SeriesRow(Base):
    """What comes again and again. The partial index holds the series that go on."""

    __tablename__ = "series"
    __table_args__ = (partial_index("ix_series_going_on", "next_at", where=IS_GOING_ON),)
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
    """What one channel follows, and what it wants to hear of it."""

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
    notices: Mapped[frozenset[Notice]]
    leads: Mapped[tuple[Rule, ...]]
    mentions: Mapped[tuple[Mention, ...]]


IS_WAITING = "due_at IS NOT NULL"
IS_HELD = "lease_until IS NOT NULL"
IS_GIVEN_UP = "state = 'undeliverable'"
IS_JOINED = "joined_id IS NOT NULL"


class DeliveryRow(Base):
    """One notice to one channel. Partial indexes hold what is waiting, held, given up, joined."""

    __tablename__ = "delivery"
    __table_args__ = (
        UniqueConstraint("follow_up_id", "kind", "planned_at", "channel_id"),
        partial_index("ix_delivery_waiting", "due_at", "channel_id", where=IS_WAITING),
        partial_index("ix_delivery_held", "lease_until", where=IS_HELD),
        partial_index("ix_delivery_given_up", "follow_up_id", where=IS_GIVEN_UP),
        partial_index("ix_delivery_joined", "joined_id", where=IS_JOINED),
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


class PostedDigestRow(Base):
    """The digest that stands in a channel. The partial index holds those to be edited."""

    __tablename__ = "posted_digest"
    __table_args__ = (partial_index("ix_posted_digest_waiting", "due_at", where=IS_WAITING),)
    channel_id: Mapped[UUID] = mapped_column(ForeignKey("channel.id"), primary_key=True)
    newsroom_id: Mapped[UUID] = mapped_column(index=True)
    message: Mapped[MessageRef]
    planned_at: Mapped[datetime]
    posted_at: Mapped[datetime]
    since: Mapped[datetime]
    follow_up_ids: Mapped[tuple[UUID, ...]]
    expires_at: Mapped[datetime]
    shown: Mapped[str]
    due_at: Mapped[datetime | None]
    attempts: Mapped[int]
    lease_until: Mapped[datetime | None]


class LiftRow(Base):
    """The lift of an embargo on an entry, or that one channel is still to be told of it.

    Its entry may be forgotten before it, so that key is not enforced.
    """

    __tablename__ = "lift"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    newsroom_id: Mapped[UUID] = mapped_column(ForeignKey("newsroom.id"))
    entry_id: Mapped[UUID] = mapped_column(index=True)
    channel_id: Mapped[UUID | None] = mapped_column(ForeignKey("channel.id"))
    planned_at: Mapped[datetime]
    due_at: Mapped[datetime] = mapped_column(index=True)
    attempts: Mapped[int]
    tried_at: Mapped[datetime | None]
    lease_until: Mapped[datetime | None]


class TroubleRow(Base):
    """A spell in which a channel takes no messages. The partial index holds what is to be told."""

    __tablename__ = "trouble"
    __table_args__ = (partial_index("ix_trouble_waiting", "due_at", where=IS_WAITING),)
    channel_id: Mapped[UUID] = mapped_column(ForeignKey("channel.id"), primary_key=True)
    newsroom_id: Mapped[UUID] = mapped_column(index=True)
    reason: Mapped[str]
    since: Mapped[datetime]
    refused_at: Mapped[datetime]
    over_at: Mapped[datetime | None]
    due_at: Mapped[datetime | None]
    attempts: Mapped[int]
    tried_at: Mapped[datetime | None]
    lease_until: Mapped[datetime | None]
    message: Mapped[MessageRef | None]
