"""The tables of stories and all that is in them, of readings, and of the record."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ForeignKey,
    Index,
    Integer,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from adapters.database import packing
from adapters.database.rows.base import Base, Sortable, partial_index
from bot.domain.coverage import Coverage
from bot.domain.evidence import Evidence
from bot.domain.follow_up import FollowUpState, Snooze
from bot.domain.language import Language
from bot.domain.occurrence import Occurrence
from bot.domain.proposal import Proposal
from bot.domain.rule import Rule
from bot.domain.story import StoryStatus
from bot.domain.window import EventWindow


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


IS_EMBARGOED = "embargoed_until IS NOT NULL"


class FollowUpRow(Base):
    """A follow-up. ``starts_at`` and ``ends_at`` are its window in UTC, to compare and sort by.

    A partial index holds those that are or were under embargo.
    """

    __tablename__ = "follow_up"
    __table_args__ = (
        UniqueConstraint("story_id", "number"),
        partial_index(
            "ix_follow_up_embargoed", "newsroom_id", "embargoed_until", where=IS_EMBARGOED
        ),
    )
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
    embargoed_until: Mapped[datetime | None]


class TimelineEntryRow(Base):
    """A dated fact. ``happened_at`` is where its window begins, in UTC, to sort by."""

    __tablename__ = "timeline_entry"
    __table_args__ = (
        Index(None, "story_id", "happened_at"),
        Index(None, "follow_up_id"),
        partial_index(
            "ix_timeline_entry_embargoed", "newsroom_id", "embargoed_until", where=IS_EMBARGOED
        ),
    )
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
    embargoed_until: Mapped[datetime | None]


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
    """One line that can be found. Its words are indexed, as each database does it."""

    __tablename__ = "passage"
    __table_args__ = (Index(None, "thing_id"),)
    number: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer(), "sqlite"), primary_key=True
    )
    newsroom_id: Mapped[UUID]
    story_id: Mapped[UUID]
    thing_id: Mapped[UUID]
    line: Mapped[str]
    words: Mapped[str]
