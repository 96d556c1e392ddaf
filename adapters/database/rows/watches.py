"""The tables of what stories listen to, and of what channels are told of it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from adapters.database.rows.base import Base, partial_index
from adapters.database.rows.delivery import IS_GIVEN_UP, IS_WAITING
from bot.domain.alert import Hit
from bot.domain.delivery import DeliveryState, MessageRef
from bot.domain.feed import FeedFault


class WatchRow(Base):
    """What one story listens to."""

    __tablename__ = "watch"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    newsroom_id: Mapped[UUID] = mapped_column(index=True)
    story_id: Mapped[UUID] = mapped_column(ForeignKey("story.id"), index=True)
    feed: Mapped[str]
    terms: Mapped[tuple[str, ...]]
    made_at: Mapped[datetime]


class FeedRow(Base):
    """A feed to which a newsroom listens. The partial index holds those that are asked."""

    __tablename__ = "feed"
    __table_args__ = (
        UniqueConstraint("newsroom_id", "link"),
        partial_index("ix_feed_due", "due_at", where=IS_WAITING),
    )
    id: Mapped[UUID] = mapped_column(primary_key=True)
    newsroom_id: Mapped[UUID] = mapped_column(ForeignKey("newsroom.id"))
    link: Mapped[str]
    title: Mapped[str]
    due_at: Mapped[datetime | None]
    seen: Mapped[tuple[str, ...]]
    read_at: Mapped[datetime | None]
    etag: Mapped[str]
    modified: Mapped[str]
    attempts: Mapped[int]
    tried_at: Mapped[datetime | None]
    lease_until: Mapped[datetime | None]
    fault: Mapped[FeedFault | None]
    message: Mapped[MessageRef | None]


class AlertRow(Base):
    """One message to one channel of what watches heard.

    Partial indexes hold what waits and what was given up. What was settled is kept for a
    while: its buttons still lead to its items.
    """

    __tablename__ = "alert"
    __table_args__ = (
        partial_index("ix_alert_due", "due_at", where=IS_WAITING),
        partial_index("ix_alert_given_up", "promised_at", where=IS_GIVEN_UP),
        Index(None, "channel_id", "state"),
        Index(None, "promised_at"),
    )
    id: Mapped[UUID] = mapped_column(primary_key=True)
    newsroom_id: Mapped[UUID]
    channel_id: Mapped[UUID] = mapped_column(ForeignKey("channel.id"))
    hits: Mapped[tuple[Hit, ...]]
    promised_at: Mapped[datetime]
    due_at: Mapped[datetime | None]
    state: Mapped[DeliveryState]
    attempts: Mapped[int]
    tried_at: Mapped[datetime | None]
    lease_until: Mapped[datetime | None]
    message: Mapped[MessageRef | None]
    reason: Mapped[str]


class ToldItemRow(Base):
    """That a channel was told of an item, so that it is told but once."""

    __tablename__ = "told_item"
    channel_id: Mapped[UUID] = mapped_column(ForeignKey("channel.id"), primary_key=True)
    fingerprint: Mapped[str] = mapped_column(primary_key=True)
    newsroom_id: Mapped[UUID]
    told_at: Mapped[datetime] = mapped_column(index=True)
