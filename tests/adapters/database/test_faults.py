import asyncio
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import event

from adapters.database import migrate
from adapters.database.errors import (
    DatabaseBusy,
    DatabaseIsFolder,
    DatabaseUnavailable,
    ForeignDatabase,
)
from adapters.database.store import DatabaseStore
from tests.adapters.database.world import put_newsroom, put_story
from tests.builders import a_follow_up, a_newsroom, a_reminder, a_story
from tests.databases import sqlite_url

NO_PATIENCE = 0.05


@pytest.fixture
def sqlite_file(tmp_path: Path) -> Path:
    return Path(sqlite_url(tmp_path).removeprefix("sqlite:///"))


@pytest.fixture
def another_writer(sqlite_file: Path) -> Iterator[sqlite3.Connection]:
    """Another program that has begun to write to the same file."""
    connection = sqlite3.connect(sqlite_file, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    yield connection
    connection.close()


async def test_a_file_held_by_another_program_is_refused_and_nothing_changed(
    sqlite_file: Path, another_writer: sqlite3.Connection
) -> None:
    store = await DatabaseStore.open(f"sqlite:///{sqlite_file}", patience=NO_PATIENCE)
    with pytest.raises(DatabaseBusy, match="held by another program"):
        async with store.transaction():
            raise AssertionError("the transaction must not open")
    another_writer.execute("ROLLBACK")
    async with store.transaction() as tx:
        await put_newsroom(tx)
    await store.close()


async def test_a_file_held_for_a_moment_is_waited_for(
    sqlite_file: Path, another_writer: sqlite3.Connection
) -> None:
    store = await DatabaseStore.open(f"sqlite:///{sqlite_file}", patience=5)

    async def write() -> None:
        async with store.transaction() as tx:
            await put_newsroom(tx)

    writing = asyncio.create_task(write())
    await asyncio.sleep(0)
    another_writer.execute("COMMIT")
    await writing
    await store.close()


async def test_two_stores_share_one_file(sqlite_file: Path) -> None:
    url = f"sqlite:///{sqlite_file}"
    stores = [await DatabaseStore.open(url), await DatabaseStore.open(url)]
    async with stores[0].transaction() as tx:
        await put_story(tx, follow_ups=0)

    async def take_number(store: DatabaseStore) -> None:
        async with store.transaction() as tx:
            story = await tx.stories.get(a_newsroom().id, a_story().slugline)
            assert story is not None
            await tx.stories.save(story.with_next_number())

    await asyncio.gather(*(take_number(store) for store in stores * 5))
    async with stores[0].view() as view:
        story = await view.stories.get(a_newsroom().id, a_story().slugline)
    assert story is not None
    assert story.last_number == 10
    for store in stores:
        await store.close()


async def test_a_full_disk_is_told_and_nothing_is_kept(sqlite_file: Path) -> None:
    store = await DatabaseStore.open(f"sqlite:///{sqlite_file}")
    async with store.transaction() as tx:
        await put_newsroom(tx)
    await store._engine.dispose()
    with sqlite3.connect(sqlite_file) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.close()
    _limit_pages(store, pages)
    long_story = a_story(tags=("x" * 1_000_000,))
    with pytest.raises(DatabaseUnavailable, match="full"):
        async with store.transaction() as tx:
            await tx.stories.add(long_story)
    async with store.view() as view:
        assert await view.stories.get(long_story.newsroom_id, long_story.slugline) is None
    await store.close()


def _limit_pages(store: DatabaseStore, pages: int) -> None:
    """Let the file grow no further, as on a full disk."""

    @event.listens_for(store._engine.sync_engine, "connect")
    def limit(connection: sqlite3.Connection, _record: object) -> None:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA max_page_count = {pages}")
        cursor.close()


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "daybook.sqlite3"
    file.write_bytes(b"no database at all, " * 100)
    with pytest.raises(ForeignDatabase, match="not Daybook’s"):
        asyncio.run(DatabaseStore.open(f"sqlite:///{file}", patience=NO_PATIENCE))
    with pytest.raises(ForeignDatabase, match="not Daybook’s"):
        migrate.upgrade(f"sqlite:///{file}")
    assert file.read_bytes() == b"no database at all, " * 100


def test_a_folder_in_the_files_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatabaseIsFolder, match="is a folder"):
        migrate.upgrade(f"sqlite:///{tmp_path}")


def test_a_server_that_is_not_there_is_refused_without_the_password(tmp_path: Path) -> None:
    url = f"postgresql://kari:hemmelig@/daybook?host={tmp_path}"
    with pytest.raises(DatabaseUnavailable) as refusal:
        asyncio.run(DatabaseStore.open(url, patience=NO_PATIENCE))
    assert "hemmelig" not in str(refusal.value)


def cut_connections(url: str) -> None:
    """End every other connection, as a restarted server does."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


async def test_a_connection_lost_between_transactions_is_opened_again(
    postgresql_url: str,
) -> None:
    store = await DatabaseStore.open(postgresql_url)
    async with store.transaction() as tx:
        await put_newsroom(tx)
    cut_connections(postgresql_url)
    async with store.transaction() as tx:
        await tx.stories.add(a_story())
    await store.close()


async def test_a_connection_lost_in_the_middle_leaves_no_half_change(postgresql_url: str) -> None:
    store = await DatabaseStore.open(postgresql_url)
    async with store.transaction() as tx:
        await put_newsroom(tx)

    async def change() -> None:
        async with store.transaction() as tx:
            await tx.stories.add(a_story("first"))
            cut_connections(postgresql_url)
            await tx.stories.add(a_story("second"))

    with pytest.raises(DatabaseUnavailable):
        await change()
    async with store.view() as view:
        assert await view.stories.sluglines(a_newsroom().id, "", 5) == []
    await store.close()


async def test_another_process_hears_of_a_plan(postgresql_url: str) -> None:
    planner, hearer = [await DatabaseStore.open(postgresql_url) for _ in range(2)]
    woken = asyncio.Event()
    hearer.on_change(woken.set)
    async with asyncio.timeout(5):
        await woken.wait()  # it listens from now on
        woken.clear()
        async with planner.transaction() as tx:
            await put_story(tx)
            await tx.reminders.replan({a_follow_up().id: [a_reminder()]})
        await woken.wait()
    await planner.close()
    await hearer.close()


async def test_a_lost_listener_listens_again_and_looks_at_what_it_missed(
    postgresql_url: str,
) -> None:
    store = await DatabaseStore.open(postgresql_url)
    woken = asyncio.Event()
    store.on_change(woken.set)
    async with asyncio.timeout(10):
        await woken.wait()
        woken.clear()
        cut_connections(postgresql_url)
        await woken.wait()
    await store.close()
