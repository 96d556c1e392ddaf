"""Writing how thousands of deliveries went: the statements that run hottest, by hand.

Each is one statement a batch on PostgreSQL, fed with one JSON document, and one prepared
statement on SQLite. A row is left alone when it was claimed again since: claims count attempts.
"""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.database import packing
from bot.domain.delivery import Delivery, DeliveryState, MessageRef

_COLUMNS = {
    "state": "text",
    "due_at": "timestamptz",
    "attempts": "integer",
    "tried_at": "timestamptz",
    "lease_until": "timestamptz",
    "message": "jsonb",
    "shown_version": "integer",
    "reason": "text",
}
_PUT_BACK = ("due_at", "attempts", "tried_at", "lease_until")


def _sqlite(columns: Sequence[str], condition: str) -> str:
    changes = ", ".join(f"{name} = ?" for name in columns)
    return f"UPDATE delivery SET {changes} WHERE id = ? AND {condition}"  # noqa: S608  our own words


def _postgresql(columns: Sequence[str], condition: str) -> str:
    changes = ", ".join(f"{name} = new.{name}" for name in columns)
    types = ", ".join(f"{name} {_COLUMNS[name]}" for name in columns)
    return (
        f"UPDATE delivery SET {changes} FROM"  # noqa: S608  our own words
        f" jsonb_to_recordset(%s::jsonb) AS new (id uuid, claimed integer, {types})"
        f" WHERE delivery.id = new.id AND {condition}"
    )


_OUTCOMES_ON_SQLITE = _sqlite(list(_COLUMNS), "attempts <= ?")
_OUTCOMES = _postgresql(list(_COLUMNS), "delivery.attempts <= new.claimed")
_PUT_BACK_ON_SQLITE = _sqlite(_PUT_BACK, "attempts = ?")
_PUT_BACK_ON_POSTGRESQL = _postgresql(_PUT_BACK, "delivery.attempts = new.claimed")


async def write_outcomes(connection: AsyncConnection, deliveries: Sequence[Delivery]) -> None:
    """Keep how these went, but for those that were claimed again since."""
    if not deliveries:
        return
    if connection.dialect.name == "sqlite":
        rows = [_row(each, tuple(_COLUMNS), each.attempts) for each in deliveries]
        await connection.exec_driver_sql(_OUTCOMES_ON_SQLITE, rows)
    else:
        document = _document(deliveries, tuple(_COLUMNS), 0)
        await connection.exec_driver_sql(_OUTCOMES, (document,))


async def write_put_back(connection: AsyncConnection, deliveries: Sequence[Delivery]) -> None:
    """Let go of what was claimed and not tried; ``attempts`` is what it was before the claim."""
    if not deliveries:
        return
    if connection.dialect.name == "sqlite":
        rows = [_row(each, _PUT_BACK, each.attempts + _counted(each)) for each in deliveries]
        await connection.exec_driver_sql(_PUT_BACK_ON_SQLITE, rows)
    else:
        document = _document(deliveries, _PUT_BACK, 1)
        await connection.exec_driver_sql(_PUT_BACK_ON_POSTGRESQL, (document,))


def _counted(delivery: Delivery) -> int:
    """Return by how much its claim counted the attempts up: an edit's are not counted."""
    return 1 if delivery.state is DeliveryState.PENDING else 0


def _row(delivery: Delivery, columns: Sequence[str], claimed: int) -> tuple[Any, ...]:
    values = [_for_sqlite(getattr(delivery, name)) for name in columns]
    return (*values, delivery.id.hex, claimed)


def _for_sqlite(value: object) -> object:
    """Return a value as the column types write it."""
    match value:
        case datetime():
            return value.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
        case MessageRef():
            return json.dumps(
                packing.pack_message(value), ensure_ascii=False, separators=(",", ":")
            )
        case _:
            return value


def _document(deliveries: Sequence[Delivery], columns: Sequence[str], counted: int) -> str:
    rows = [
        {"id": each.id, "claimed": each.attempts + counted * _counted(each)}
        | {name: getattr(each, name) for name in columns}
        for each in deliveries
    ]
    return json.dumps(rows, ensure_ascii=False, default=_for_json)


def _for_json(value: object) -> object:
    match value:
        case UUID():
            return value.hex
        case datetime():
            return value.isoformat()
        case MessageRef():
            return packing.pack_message(value)
        case _:
            raise TypeError(f"no outcome holds {value!r}")
