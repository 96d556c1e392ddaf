"""The store: everything Daybook keeps, in SQLite or PostgreSQL."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, nullcontext, suppress
from datetime import UTC, datetime
from typing import Self
from uuid import uuid4

from sqlalchemy import inspect, text
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_delay, wait_random

from adapters.database import migrate
from adapters.database.alerts import SqlAlerts
from adapters.database.answers import SqlAnswers
from adapters.database.bell import answered, ring
from adapters.database.deliveries import SqlDeliveries
from adapters.database.digests import SqlDigests
from adapters.database.engines import WRITES, open_engine, told_plainly
from adapters.database.errors import DatabaseNotMigrated, DatabaseTooNew, DatabaseUnavailable
from adapters.database.follow_ups import SqlFollowUps
from adapters.database.history import SqlHistory
from adapters.database.lifts import SqlLifts
from adapters.database.links import SqlLinks
from adapters.database.listening import CHANNEL, listen
from adapters.database.newsrooms import SqlNewsrooms
from adapters.database.passages import SqlPassages
from adapters.database.posted_digests import SqlPostedDigests
from adapters.database.queues import SqlQueues
from adapters.database.readings import SqlReadings
from adapters.database.recurrences import SqlRecurrences
from adapters.database.reminders import SqlReminders
from adapters.database.stories import SqlStories
from adapters.database.subscriptions import SqlSubscriptions
from adapters.database.timeline import SqlTimeline
from adapters.database.troubles import SqlTroubles
from adapters.database.urls import is_missing_file, is_sqlite, read_url, require_room, shown
from adapters.database.watches import SqlFeeds, SqlWatches
from adapters.database.work import Work
from bot import ports

PATIENCE = 5.0
"""Seconds that the opening of a transaction waits for a locked or lost database."""


class SqlTransaction:
    """Implements ``bot.ports.Transaction`` on one connection."""

    def __init__(self, work: Work) -> None:
        self.newsrooms: ports.Newsrooms = SqlNewsrooms(work)
        self.stories: ports.Stories = SqlStories(work)
        self.follow_ups: ports.FollowUps = SqlFollowUps(work)
        self.timeline: ports.Timeline = SqlTimeline(work)
        self.reminders: ports.Reminders = SqlReminders(work)
        self.subscriptions: ports.Subscriptions = SqlSubscriptions(work)
        self.recurrences: ports.Recurrences = SqlRecurrences(work)
        self.deliveries: ports.Deliveries = SqlDeliveries(work)
        self.digests: ports.Digests = SqlDigests(work)
        self.queues: ports.Queues = SqlQueues(work)
        self.posted_digests: ports.PostedDigests = SqlPostedDigests(work)
        self.answers: ports.Answers = SqlAnswers(work)
        self.lifts: ports.Lifts = SqlLifts(work)
        self.troubles: ports.Troubles = SqlTroubles(work)
        self.links: ports.Links = SqlLinks(work)
        self.readings: ports.Readings = SqlReadings(work)
        self.history: ports.History = SqlHistory(work)
        self.passages: ports.Passages = SqlPassages(work)
        self.watches: ports.Watches = SqlWatches(work)
        self.feeds: ports.Feeds = SqlFeeds(work)
        self.alerts: ports.Alerts = SqlAlerts(work)


class DatabaseStore:
    """Implements ``bot.ports.Store``.

    SQLite has one writer at a time: within the process transactions queue in order of arrival,
    between processes they wait for the file's lock. A view never waits for a writer.

    A transaction's opening is tried again for a while when the database is locked or away.
    Once open, a fault ends it whole: nothing of it is kept.
    """

    def __init__(self, url: URL, engine: AsyncEngine, patience: float) -> None:
        self._url = url
        self._engine = engine
        self._patience = patience
        self._writing = engine.execution_options(**{WRITES: True})
        self._viewing = engine if is_sqlite(url) else _snapshots(engine)
        self._one_writer = asyncio.Lock() if is_sqlite(url) else None
        self._name = uuid4().hex
        self._wakers: list[Callable[[], None]] = []
        self._listening: asyncio.Task[None] | None = None
        self._rings = is_sqlite(url)

    @classmethod
    async def open(cls, url: str, *, patience: float = PATIENCE) -> Self:
        """Open the store of a database that is migrated already.

        Args:
            url: As ``read_url`` takes it.
            patience: Seconds to wait for a locked or lost database before refusing.

        Raises:
            BadDatabaseUrl: If the URL names no database.
            NoFolder: If there is no folder for it.
            DatabaseIsFolder: If it is a folder.
            DatabaseNotMigrated: If its tables are missing or older than this code.
            DatabaseTooNew: If a newer Daybook has changed it.
            DatabaseBusy: If another process holds it.
            DatabaseUnavailable: If it can't be reached.
        """
        address = read_url(url)
        require_room(address)
        store = cls(address, open_engine(address, patience), patience)
        try:
            await store._require_migrated()
        except BaseException:
            await store.close()
            raise
        if not is_sqlite(address):
            store._listening = asyncio.create_task(listen(address, store._name, store._wake))
        return store

    async def close(self) -> None:
        """Let go of every connection."""
        if self._listening is not None:
            self._listening.cancel()
            with suppress(asyncio.CancelledError):
                await self._listening
        await self._engine.dispose()

    def on_change(self, waker: Callable[[], None]) -> None:
        """Have a function called after each commit that planned or queued something.

        It must be quick: setting an ``asyncio.Event`` is what it is for. On PostgreSQL it is
        called for other processes' commits as well, and when a lost connection is back.
        """
        self._wakers.append(waker)

    @contextmanager
    def running(self) -> Iterator[None]:
        """Hear other processes' commits on a SQLite file too, while the body runs.

        For the one process that runs on it; the others ring when they have planned something.
        """
        self._rings = False
        with answered(self._url, self._wake):
            yield

    async def server_time(self) -> datetime | None:
        """Return what the database's machine has for the time, in UTC; None on SQLite, our own's.

        Raises:
            DatabaseUnavailable: If it can't be reached.
        """
        if is_sqlite(self._url):
            return None
        async with self._connected(self._viewing) as connection:
            moment: datetime = (await connection.execute(_SERVER_TIME)).scalar_one()
        return moment.astimezone(UTC)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[ports.Transaction]:
        """Open a transaction: committed on leaving, rolled back on an error.

        Raises:
            Collision: If another took a unique key first, or the two waited for each other.
            DatabaseBusy: If another process holds the database.
            DatabaseUnavailable: If it can't be reached or written to.
        """
        async with self._one_writer or nullcontext(), self._connected(self._writing) as connection:
            work = Work(connection, locks=True)
            yield SqlTransaction(work)
            if work.wakes and self._listening is not None:
                await connection.execute(_NOTIFY, {"channel": CHANNEL, "name": self._name})
            await connection.commit()
        if work.wakes:
            self._wake()
            if self._rings:
                ring(self._url)

    @asynccontextmanager
    async def view(self) -> AsyncIterator[ports.Transaction]:
        """Open a view for reading alone, of one moment; it never waits for a writer.

        Raises:
            DatabaseUnavailable: If the database can't be reached.
        """
        async with self._connected(self._viewing) as connection:
            yield SqlTransaction(Work(connection, locks=False))

    @asynccontextmanager
    async def _connected(self, engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
        """Lend a connection with an open transaction; what is not committed is rolled back."""
        connection = await self._begun(engine)
        try:
            with told_plainly(self._url):
                yield connection
        finally:
            await connection.close()

    async def _begun(self, engine: AsyncEngine) -> AsyncConnection:
        async for attempt in AsyncRetrying(
            retry=retry_if_exception_type(DatabaseUnavailable),
            stop=stop_after_delay(self._patience),
            wait=wait_random(min=0.05, max=0.3),
            reraise=True,
        ):
            with attempt, told_plainly(self._url):
                connection = await engine.connect()
                try:
                    await connection.begin()
                except BaseException:
                    await connection.close()
                    raise
                return connection
        raise AssertionError("the last attempt either returns or raises")

    async def _require_migrated(self) -> None:
        database = shown(self._url)
        if is_missing_file(self._url):
            raise DatabaseNotMigrated(database=database)
        async with self._connected(self._viewing) as connection:
            found = await _revision(connection)
        if found is not None and not migrate.is_known(found):
            raise DatabaseTooNew(database=database, revision=found)
        if found != migrate.head():
            raise DatabaseNotMigrated(database=database)

    def _wake(self) -> None:
        for waker in self._wakers:
            waker()


_SERVER_TIME = text("SELECT clock_timestamp()")
_NOTIFY = text("SELECT pg_notify(:channel, :name)")


def _snapshots(engine: AsyncEngine) -> AsyncEngine:
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


async def _revision(connection: AsyncConnection) -> str | None:
    if not await connection.run_sync(lambda sync: inspect(sync).has_table("alembic_version")):
        return None
    revision: str | None = await connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision
