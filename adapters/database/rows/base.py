"""How each kind of value is kept, in every table."""

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import (
    Enum,
    Index,
    MetaData,
    String,
    text,
)
from sqlalchemy.orm import DeclarativeBase

from adapters.database import packing, said
from adapters.database.columns import Hours, Packed, UtcDateTime, ZoneName
from bot.domain.alert import Hit
from bot.domain.delivery import MessageRef
from bot.domain.digest_time import DigestTime
from bot.domain.evidence import Evidence
from bot.domain.follow_up import Snooze
from bot.domain.mention import Mention
from bot.domain.message import Message
from bot.domain.newsroom import QuietHours
from bot.domain.proposal import Proposal
from bot.domain.rule import Rule
from bot.domain.subscription import Notice
from bot.domain.window import EventWindow
from bot.domain.working_hours import WorkingHours

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
        Message: Packed(said.pack_said, said.unpack_said),
        WorkingHours: Packed(packing.pack_working_hours, packing.unpack_working_hours),
        DigestTime: Packed(packing.pack_digest_time, packing.unpack_digest_time),
        tuple[date, ...]: Packed(packing.pack_days, packing.unpack_days),
        packing.Json: Packed(dict, dict),
        tuple[str, ...]: Packed(list, tuple),
        tuple[UUID, ...]: Packed(packing.pack_ids, packing.unpack_ids),
        tuple[Evidence, ...]: Packed(packing.pack_evidence, packing.unpack_evidence),
        Rule: Packed(packing.pack_rule, packing.unpack_rule),
        tuple[Rule, ...]: Packed(packing.pack_rules, packing.unpack_rules),
        tuple[tuple[Rule, ...], ...]: Packed(packing.pack_ladders, packing.unpack_ladders),
        frozenset[Notice]: Packed(packing.pack_notices, packing.unpack_notices),
        tuple[Mention, ...]: Packed(packing.pack_mentions, packing.unpack_mentions),
        tuple[Hit, ...]: Packed(packing.pack_hits, packing.unpack_hits),
        tuple[Proposal, ...]: Packed(packing.pack_proposals, packing.unpack_proposals),
        # Kept by value, as plain text: a new member needs no migration.
        StrEnum: Enum(
            StrEnum,
            native_enum=False,
            length=20,
            values_callable=lambda members: [member.value for member in members],
        ),
    }


def partial_index(name: str, *columns: str, where: str) -> Index:
    """Return an index that holds only some rows, on either database.

    Args:
        name: Its name.
        columns: What it is sorted by.
        where: Which rows it holds, in SQL; what asks for them must say it in the same words.
    """
    return Index(name, *columns, sqlite_where=text(where), postgresql_where=text(where))
