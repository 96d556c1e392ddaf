"""The disk is full, or locked, or the server gone: one sentence, nothing half, and on it goes."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, event, text
from sqlalchemy.exc import TimeoutError as PoolExhausted

from adapters.database import migrate
from adapters.database.store import DatabaseStore
from adapters.ticks import AFTER_A_FAULT, Ticks
from bot.actions.do_what_is_due import do_what_is_due
from tests.databases import a_postgresql_server, new_postgresql_database, sqlite_url
from tests.stage import OSLO, Stage, text_of

HEADS_UP = datetime(2025, 12, 4, 15, tzinfo=OSLO)
NO_PATIENCE = 0.05
FOLLOWERS = 60
MOST_LENT = 10
"""Connections to a file that one process may have open."""


class FullDisk:
    """A SQLite file that may grow no further, as long as one likes."""

    def __init__(self, store: DatabaseStore) -> None:
        self._most: int | None = None
        event.listen(store._engine.sync_engine, "begin", self._limit)

    async def fills_up(self, store: DatabaseStore) -> None:
        async with store._engine.connect() as connection:
            self._most = await connection.scalar(text("PRAGMA page_count"))

    def is_emptied(self) -> None:
        self._most = 2**30

    def _limit(self, connection: Connection) -> None:
        if self._most is not None:
            connection.exec_driver_sql(f"PRAGMA max_page_count = {self._most}")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[DatabaseStore]:
    opened = await DatabaseStore.open(sqlite_url(tmp_path), patience=NO_PATIENCE)
    yield opened
    await opened.close()


async def expecting(store: DatabaseStore, followers: int = 1) -> Stage:
    """Return a stage on which a heads-up falls due in so many channels at once."""
    stage = Stage(store=store)
    await stage.run("new budget The budget", "expect budget 5 December: Vote")
    for number in range(followers):
        assert not (await stage.type("subscribe budget", f"channel-{number}")).refused
    return stage


async def test_a_full_disk_queues_nothing_by_halves_and_the_engine_goes_on_when_there_is_room(
    store: DatabaseStore,
) -> None:
    stage, disk = await expecting(store, FOLLOWERS), FullDisk(store)
    await disk.fills_up(store)
    ticks = Ticks(stage.clock, lambda: do_what_is_due(stage.posting))
    ticks.start()
    await stage.clock.advance(HEADS_UP - stage.clock.now())
    assert stage.messenger.posted == []
    async with store.view() as tx:
        assert await tx.deliveries.next_due() is None  # not one of them was queued alone
    disk.is_emptied()
    await stage.clock.advance(2 * AFTER_A_FAULT)
    await ticks.stop()
    assert len({each.channel for each in stage.messenger.posted}) == FOLLOWERS
    assert len(stage.messenger.posted) == FOLLOWERS


async def test_when_every_connection_is_lent_out_the_engine_waits_for_one(
    store: DatabaseStore,
) -> None:
    stage = await expecting(store)
    ticks = Ticks(stage.clock, lambda: do_what_is_due(stage.posting))
    async with AsyncExitStack() as lent:
        for _ in range(MOST_LENT):
            await lent.enter_async_context(store._engine.connect())
        with pytest.raises(PoolExhausted):
            await store._engine.connect()
        stage.clock.set(HEADS_UP)
        ticks.start()
        await stage.clock.advance(AFTER_A_FAULT)
        assert stage.messenger.posted == []
    await stage.clock.advance(2 * AFTER_A_FAULT)
    await ticks.stop()
    assert len(stage.messenger.posted) == 1


async def test_a_command_on_a_full_disk_is_refused_in_a_sentence(store: DatabaseStore) -> None:
    stage, disk = await expecting(store), FullDisk(store)
    await disk.fills_up(store)
    answer = await stage.type(f"read budget {'The vote is expected on Friday. ' * 4_000}")
    assert answer.refused
    assert "can’t be used now: database or disk is full" in answer.text
    disk.is_emptied()
    assert not (await stage.type("status budget")).refused


async def test_a_command_on_a_locked_file_is_refused_in_a_sentence(
    store: DatabaseStore,
) -> None:
    stage = await expecting(store)
    assert store._url.database is not None
    other = sqlite3.connect(store._url.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    answer = await stage.type("expect budget 6 December: Another vote")
    other.execute("ROLLBACK")
    other.close()
    assert answer.refused
    assert "is held by another program" in answer.text
    assert "Another vote" not in text_of(await stage.run("status budget"))


async def test_a_command_without_its_server_is_refused_in_a_sentence_until_it_is_back() -> None:
    with a_postgresql_server() as server:
        url = new_postgresql_database(server.url)
        migrate.upgrade(url)
        store = await DatabaseStore.open(url, patience=NO_PATIENCE)
        stage = Stage(store=store)
        await stage.run("new budget The budget")
        server.stop()
        answer = await stage.type("expect budget 6 December: Vote")
        server.start()
        again = await stage.type("expect budget 6 December: Vote")
        await store.close()
    assert answer.refused
    assert "can’t be used now" in answer.text
    assert not again.refused
