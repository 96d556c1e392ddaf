"""Reading thousands of rows at a time, column by column.

What SQLAlchemy's types do for each value of each row is done here once for each value that
differs: what is due together shares its moments, windows and channels.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cache, lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Dialect,
    Enum,
    Text,
    TypeDecorator,
    Uuid,
    bindparam,
    cast,
    func,
    select,
    type_coerce,
)
from sqlalchemy.dialects import postgresql
from sqlalchemy.sql.elements import KeyedColumnElement
from sqlalchemy.types import NullType

from adapters.database.columns import Packed, UtcDateTime

REMEMBERED = 4_096
"""Values of one column that stay decoded; all of them are frozen, so that they can be shared."""

Decode = Callable[[Any], Any]
Wanted = Collection[UUID | str]


class _AsJson(TypeDecorator[Wanted]):
    """Ids or words, as an array in JSON."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Wanted | None, dialect: Dialect) -> str:  # noqa: ARG002
        """Write them as SQLite keeps them."""
        return json.dumps([_text(each) for each in value or ()])


class _AsArray(TypeDecorator[Wanted]):
    """Ids, as PostgreSQL reads an array in text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Wanted | None, dialect: Dialect) -> str:  # noqa: ARG002
        """Write them at once, where a driver would take long for hundreds."""
        return f"{{{','.join(map(_text, value or ()))}}}"


class _Listed(TypeDecorator[Wanted]):
    """Ids or words, as the driver writes an array."""

    impl = postgresql.ARRAY
    cache_ok = True

    def process_bind_param(self, value: Wanted | None, dialect: Dialect) -> list[Any]:  # noqa: ARG002
        """Give the driver a list, whatever they came in."""
        return list(value or ())


def among(
    column: ColumnElement[Any], wanted: Wanted | BindParameter[Any], dialect: str
) -> ColumnElement[bool]:
    """Return whether a value is one of these, in one and the same statement for any number.

    Args:
        column: Where ids or words stand.
        wanted: Which ones, or what they are given to the statement as.
        dialect: Of which database, as SQLAlchemy names it.
    """
    given = wanted if isinstance(wanted, BindParameter) else bindparam(None, wanted)
    if dialect == "postgresql":
        return column == func.any(_array(column, given))
    listed = func.json_each(type_coerce(given, _AsJson())).table_valued("value")
    return column.in_(select(type_coerce(listed.c.value, column.type)))


def _array(column: ColumnElement[Any], given: BindParameter[Any]) -> ColumnElement[Any]:
    """Return an array of values for a column to be among.

    Of one that is written as text, the planner knows neither what is in it nor how much, which
    does no harm where each can be only one row's.
    """
    if not column.primary_key:
        return type_coerce(given, _Listed(column.type))
    return cast(type_coerce(given, _AsArray()), postgresql.ARRAY(column.type))


def _text(value: UUID | str) -> str:
    return value.hex if isinstance(value, UUID) else value


def as_they_are(columns: Iterable[KeyedColumnElement[Any]]) -> list[ColumnElement[Any]]:
    """Return columns to select, or to give back, whose values nothing translates on the way.

    JSON comes as text on either database.
    """
    return [
        cast(each, Text) if isinstance(each.type, Packed) else type_coerce(each, NullType())
        for each in columns
    ]


def decoded(
    rows: Sequence[Sequence[Any]], columns: Sequence[KeyedColumnElement[Any]]
) -> Iterator[tuple[Any, ...]]:
    """Return rows of ``as_they_are``, with their values as the domain has them."""
    by_column = zip(zip(*rows, strict=True), columns, strict=True) if rows else ()
    return zip(*(_decoded(values, column) for values, column in by_column), strict=True)


def _decoded(values: Sequence[Any], column: KeyedColumnElement[Any]) -> Iterable[Any]:
    decode = _decoder(column)
    return values if decode is None or _are_as_wanted(values) else map(decode, values)


def _are_as_wanted(values: Sequence[Any]) -> bool:
    """Whether a column's values are the domain's already: PostgreSQL knows ids and times in UTC."""
    known = next((each for each in values if each is not None), None)
    return isinstance(known, UUID | datetime)


@cache
def _decoder(column: KeyedColumnElement[Any]) -> Decode | None:
    """Return what makes a domain value of a column's; None where they are the same."""
    match column.type:
        case Uuid():
            return _uuid if column.primary_key else lru_cache(REMEMBERED)(_uuid)
        case UtcDateTime():
            return lru_cache(REMEMBERED)(_moment)
        case Packed(unpack=unpack):
            return lru_cache(REMEMBERED)(_unpacking(unpack))
        case Enum(enum_class=members) if members is not None:
            return {None: None, **{member.value: member for member in members}}.__getitem__
        case _:
            return None


def _uuid(value: str | None) -> UUID | None:
    return None if value is None else UUID(value)


def _moment(value: str | None) -> datetime | None:
    """Return a moment in UTC: SQLite keeps it as text and forgets the zone."""
    return None if value is None else datetime.fromisoformat(value).replace(tzinfo=UTC)


def _unpacking(unpack: Callable[[Any], object]) -> Callable[[str | None], object]:
    def unpacked(value: str | None) -> object:
        return None if value is None else unpack(json.loads(value))

    return unpacked
