"""Writing how thousands of deliveries went: the statements that run hottest, by hand.

Each is one statement a batch on PostgreSQL, and one prepared statement on SQLite. A row is left
alone when it was claimed again since: claims count attempts.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from itertools import groupby
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
_PUT_BACK_ON_SQLITE = _sqlite(_PUT_BACK, "attempts <= ?")
_PUT_BACK_ON_POSTGRESQL = _postgresql(_PUT_BACK, "delivery.attempts <= new.claimed")

_SENT_ON_SQLITE = """
UPDATE delivery SET state = 'sent', lease_until = NULL, reason = '',
    message = ?, shown_version = ?, due_at = ?
WHERE id = ? AND attempts <= ?
"""
_SENT = """
UPDATE delivery SET state = 'sent', lease_until = NULL, reason = '',
    message = %s::jsonb -> new.message, shown_version = new.version, due_at = new.due_at
FROM unnest(%s::uuid[], %s::integer[], %s::integer[], %s::timestamptz[], %s::integer[])
    AS new (id, claimed, version, due_at, message)
WHERE delivery.id = new.id AND attempts <= new.claimed
"""
_TAKEN_ON_SQLITE = """
UPDATE delivery SET lease_until = ?, attempts = ?, tried_at = ?, joined_id = ? WHERE id = ?
"""
_TAKEN = """
UPDATE delivery SET lease_until = new.lease_until, attempts = new.attempts,
    tried_at = new.tried_at, joined_id = new.name
FROM unnest(%s::timestamptz[], %s::integer[], %s::timestamptz[], %s::uuid[], %s::uuid[])
    AS new (lease_until, attempts, tried_at, name, id)
WHERE delivery.id = new.id
"""


async def write_outcomes(connection: AsyncConnection, deliveries: Sequence[Delivery]) -> None:
    """Keep how these went, but for those that were claimed again since."""
    sent: list[tuple[Delivery, MessageRef]] = []
    others: list[Delivery] = []
    for each in deliveries:
        if (ref := _plainly_sent(each)) is None:
            others.append(each)
        else:
            sent.append((each, ref))
    await _write_sent(connection, sent)
    if not others:
        return
    if connection.dialect.name == "sqlite":
        rows = [_row(each, tuple(_COLUMNS), each.attempts) for each in others]
        await connection.exec_driver_sql(_OUTCOMES_ON_SQLITE, rows)
    else:
        document = _document(others, tuple(_COLUMNS), 0)
        await connection.exec_driver_sql(_OUTCOMES, (document,))


async def _write_sent(
    connection: AsyncConnection, sent: Sequence[tuple[Delivery, MessageRef]]
) -> None:
    """Keep what nearly every delivery comes to; what a claim wrote stands already."""
    if not sent:
        return
    messages, places = _numbered(ref for _, ref in sent)
    if connection.dialect.name == "sqlite":
        rows = [
            (messages[place], d.shown_version, _for_sqlite(d.due_at), d.id.hex, d.attempts)
            for (d, _), place in zip(sent, places, strict=True)
        ]
        await connection.exec_driver_sql(_SENT_ON_SQLITE, rows)
        return
    columns = (
        _array(d.id.hex for d, _ in sent),
        _array(str(d.attempts) for d, _ in sent),
        _array(str(d.shown_version) for d, _ in sent),
        _array(_quoted(d.due_at) for d, _ in sent),
        _array(map(str, places)),
    )
    await connection.exec_driver_sql(_SENT, (f"[{','.join(messages)}]", *columns))


def _numbered(refs: Iterable[MessageRef]) -> tuple[list[str], list[int]]:
    """Return messages packed, and which of them each of these is; neighbours mostly share one."""
    messages: list[str] = []
    places: list[int] = []
    for ref, same in groupby(refs):
        places += [len(messages)] * sum(1 for _ in same)
        messages.append(_packed(ref))
    return messages, places


def _plainly_sent(delivery: Delivery) -> MessageRef | None:
    """Return the message of what was posted or edited, and has nothing more to say."""
    stands = delivery.state is DeliveryState.SENT and not delivery.reason
    return delivery.message if stands else None


async def write_taken(
    connection: AsyncConnection, claimed: Sequence[Delivery], shared: Mapping[UUID, UUID]
) -> None:
    """Keep that these are held as claimed, and the names of messages they share from now on."""
    if not claimed:
        return
    names = [shared.get(each.id, each.joined_id) for each in claimed]
    if connection.dialect.name == "sqlite":
        rows = [
            (_for_sqlite(d.lease_until), d.attempts, _for_sqlite(d.tried_at), _hex(name), d.id.hex)
            for d, name in zip(claimed, names, strict=True)
        ]
        await connection.exec_driver_sql(_TAKEN_ON_SQLITE, rows)
        return
    columns = (
        _array(_quoted(each.lease_until) for each in claimed),
        _array(str(each.attempts) for each in claimed),
        _array(_quoted(each.tried_at) for each in claimed),
        _array(_hex(name) or "NULL" for name in names),
        _array(each.id.hex for each in claimed),
    )
    await connection.exec_driver_sql(_TAKEN, columns)


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
            return _as_text(value)
        case MessageRef():
            return _packed(value)
        case _:
            return value


@lru_cache
def _as_text(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")


@lru_cache
def _quoted(moment: datetime | None) -> str:
    """Return a moment as an element of an array."""
    return "NULL" if moment is None else f'"{moment.isoformat()}"'


def _hex(name: UUID | None) -> str | None:
    return None if name is None else name.hex


def _packed(ref: MessageRef) -> str:
    return json.dumps(packing.pack_message(ref), ensure_ascii=False, separators=(",", ":"))


def _array(values: Iterable[str]) -> str:
    """Return an array as PostgreSQL reads one; none of our values needs quoting for it."""
    return "{" + ",".join(values) + "}"


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
