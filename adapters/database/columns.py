"""Column types: each translates one kind of domain value, both ways, on either database."""

# ruff: noqa: ARG002  SQLAlchemy passes the dialect to every translation, wanted or not.

from collections.abc import Callable
from datetime import UTC, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import JSON, DateTime, Dialect, String, TypeDecorator
from sqlalchemy.dialects.postgresql import JSONB

from bot.domain.newsroom import QuietHours


class UtcDateTime(TypeDecorator[datetime]):
    """An aware time, kept in UTC and given back in UTC.

    SQLite forgets zones, so what it gives back gets its own again. A naive time is refused with
    ``ValueError``.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware time into UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value!r} is naive; only aware times are kept")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give back an aware time in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class ZoneName(TypeDecorator[ZoneInfo]):
    """An IANA time zone, kept by its key."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: ZoneInfo | None, dialect: Dialect) -> str | None:
        """Turn a zone into its key."""
        return None if value is None else value.key

    def process_result_value(self, value: str | None, dialect: Dialect) -> ZoneInfo | None:
        """Give back the zone of a key."""
        return None if value is None else ZoneInfo(value)


class Hours(TypeDecorator[QuietHours]):
    """Quiet hours, kept as ``23:00:00/06:00:00``."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: QuietHours | None, dialect: Dialect) -> str | None:
        """Turn quiet hours into their two wall times."""
        return None if value is None else f"{value.begin.isoformat()}/{value.end.isoformat()}"

    def process_result_value(self, value: str | None, dialect: Dialect) -> QuietHours | None:
        """Give back the quiet hours between two wall times."""
        if value is None:
            return None
        begin, _, end = value.partition("/")
        return QuietHours(time.fromisoformat(begin), time.fromisoformat(end))


class Packed(TypeDecorator[Any]):
    """A domain value kept as JSON, packed and unpacked by two functions."""

    impl = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
    cache_ok = True

    def __init__(self, pack: Callable[[Any], object], unpack: Callable[[Any], object]) -> None:
        super().__init__()
        self.pack = pack
        self.unpack = unpack

    def process_bind_param(self, value: object | None, dialect: Dialect) -> object | None:
        """Pack a domain value."""
        return None if value is None else self.pack(value)

    def process_result_value(self, value: object | None, dialect: Dialect) -> object | None:
        """Unpack a domain value."""
        return None if value is None else self.unpack(value)
