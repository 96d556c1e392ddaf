"""The tables of the answers that are kept true."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from adapters.database.rows.base import Base
from bot.domain.delivery import MessageRef
from bot.domain.message import Message


class AnswerRow(Base):
    """An answer that stands in a channel and shows follow-ups."""

    __tablename__ = "answer"
    __table_args__ = (Index(None, "channel_id", "posted_at"),)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    newsroom_id: Mapped[UUID]
    channel_id: Mapped[UUID] = mapped_column(ForeignKey("channel.id"))
    message: Mapped[MessageRef]
    posted_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    said: Mapped[Message]
    shown: Mapped[str]
    due_at: Mapped[datetime] = mapped_column(index=True)
    attempts: Mapped[int]
    lease_until: Mapped[datetime | None]


class AnswerLineRow(Base):
    """That an answer shows a follow-up or a story, which may be forgotten before it."""

    __tablename__ = "answer_line"
    answer_id: Mapped[UUID] = mapped_column(ForeignKey("answer.id"), primary_key=True)
    thing_id: Mapped[UUID] = mapped_column(primary_key=True, index=True)
