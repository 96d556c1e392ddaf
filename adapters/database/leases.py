"""When a row that somebody has claimed may be claimed by another."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, or_
from sqlalchemy.orm import InstrumentedAttribute


def is_free(
    lease_until: InstrumentedAttribute[datetime | None], now: datetime, lease: timedelta
) -> ColumnElement[bool]:
    """Return whether nobody holds a row.

    Args:
        lease_until: Until when somebody does.
        now: Aware, in UTC.
        lease: How long leases are; one much longer is of before the clock was set back.
    """
    return or_(lease_until.is_(None), lease_until <= now, lease_until > now + 2 * lease)
