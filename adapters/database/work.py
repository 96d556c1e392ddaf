"""One unit of work on one connection, in the few moves that the repositories need."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import ColumnElement, Executable, RowMapping, Select, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import InstrumentedAttribute

from adapters.database import batches
from adapters.database.rows import Base
from bot.errors import Collision

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Columns = dict[str, Any]

_COUNTED = {"preserve_rowcount": True}  # else it is known for inserts on one database only


@dataclass(slots=True)
class Work:
    """An open transaction.

    Attributes:
        connection: Where its statements run.
        locks: Whether what is fetched one by one is locked until the end.
        wakes: Whether something was planned, so that sleepers shall look again at the end.
    """

    connection: AsyncConnection
    locks: bool
    wakes: bool = False

    @property
    def dialect(self) -> str:
        """Of which database, as SQLAlchemy names it."""
        return self.connection.dialect.name

    async def all(self, statement: Executable, **values: object) -> Sequence[RowMapping]:
        """Return all rows, by column name."""
        return (await self.connection.execute(statement, values or None)).mappings().all()

    async def tuples(self, statement: Executable, **values: object) -> Sequence[Sequence[Any]]:
        """Return all rows, by position: cheaper than by name where there are thousands."""
        return (await self.connection.execute(statement, values or None)).all()

    async def by_ids(self, table: type[Base], ids: Collection[UUID]) -> Sequence[RowMapping]:
        """Return a table's rows with these ids, in no order."""
        return await self.all(_by_ids(table, self.dialect), ids=ids)

    def among(
        self, column: InstrumentedAttribute[Any], wanted: Collection[UUID | str]
    ) -> ColumnElement[bool]:
        """Return whether a column holds one of these ids or words."""
        return batches.among(column.expression, wanted, self.dialect)

    async def first(self, statement: Executable) -> RowMapping | None:
        """Return the first row, by column name, or None."""
        return (await self.connection.execute(statement)).mappings().first()

    async def one(self, table: type[Base], statement: Select[Any]) -> RowMapping | None:
        """Return the first row; where this may change it, the table's part is locked until the end.

        SQLite has one writer at a time and needs no lock.
        """
        if self.locks:
            statement = statement.with_for_update(of=table)
        return await self.first(statement)

    async def change(self, statement: Executable, **values: object) -> int:
        """Run a statement and return how many rows it changed."""
        result = await self.connection.execute(
            statement, values or None, execution_options=_COUNTED
        )
        return result.rowcount

    async def change_each(self, statement: Executable, values: Sequence[Columns]) -> int:
        """Run a statement once for each set of values, in one batch; return as ``change`` does."""
        if not values:
            return 0
        options = {"execution_options": _COUNTED}
        return (await self.connection.execute(statement, values, **options)).rowcount

    async def insert(self, table: type[Base], values: Columns) -> None:
        """Insert a row.

        Raises:
            Collision: If one of its unique keys is taken. The transaction lives on.
        """
        if not await self.insert_unless_there(table, values):
            raise Collision

    async def insert_unless_there(self, table: type[Base], values: Columns) -> bool:
        """Insert a row; return False, and leave all as it is, if a unique key of it is taken."""
        return await self.change(_insert_or_leave(table, self.dialect).values(values)) > 0

    async def insert_missing(self, table: type[Base], rows: Sequence[Columns]) -> None:
        """Insert those of the rows whose unique keys are free, in one batch."""
        await self.change_each(_insert_or_leave(table, self.dialect), rows)

    async def insert_or_renew(
        self,
        table: type[Base],
        rows: Sequence[Columns],
        *,
        key: Sequence[str],
        renewed: tuple[str, ...],
        where: ColumnElement[bool],
    ) -> None:
        """Insert rows in one batch, or renew some columns of those that stand already.

        Args:
            table: Where they stand.
            rows: All their columns.
            key: The columns of the unique key by which one stands already.
            renewed: The columns that are then taken from the new row.
            where: What a row that stands must be like to be renewed.
        """
        insert = _insert(table, self.dialect)
        values = {name: insert.excluded[name] for name in renewed}
        await self.change_each(
            insert.on_conflict_do_update(index_elements=key, set_=values, where=where), rows
        )


def _insert(table: type[Base], dialect: str) -> postgresql.Insert | sqlite.Insert:
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)


@cache
def _insert_or_leave(table: type[Base], dialect: str) -> postgresql.Insert | sqlite.Insert:
    return _insert(table, dialect).on_conflict_do_nothing()


@cache
def _by_ids(table: type[Base], dialect: str) -> Select[Any]:
    key = table.__table__.columns["id"]
    return select(table).where(batches.among(key, bindparam("ids"), dialect))


def columns_of(value: "DataclassInstance") -> Columns:
    """Return a domain value's fields by name; rows bear the same names."""
    return {field.name: getattr(value, field.name) for field in fields(value)}


def row_without(row: RowMapping, *names: str) -> Columns:
    """Return a row's columns but for those that only the database needs."""
    return {str(name): value for name, value in row.items() if name not in names}
