"""A worker, a server or a network that vanishes without a word, and what errors give away."""

import asyncio
from collections.abc import AsyncIterator

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from adapters.database import listening
from adapters.database.errors import DatabaseUnavailable
from adapters.database.store import DatabaseStore
from tests.adapters.database.hands import claim, queue, take_up
from tests.adapters.database.world import UTENRIKS, put_newsroom
from tests.builders import NOON, a_delivery, a_follow_up

DUE = a_delivery(a_follow_up(), UTENRIKS, NOON)
PATIENCE = 10.0


@pytest.fixture
async def store(postgresql_url: str) -> AsyncIterator[DatabaseStore]:
    opened = await DatabaseStore.open(postgresql_url, patience=0.1)
    yield opened
    await opened.close()


async def setting(store: DatabaseStore, name: str) -> str:
    async with store._engine.connect() as connection:
        found: str = await connection.scalar(text(f"SHOW {name}"))
    return found


async def freeze_while_claiming(store: DatabaseStore, url: str) -> None:
    """Claim, and say nothing more until the server has ended it."""
    async with store.transaction() as tx:
        connection = tx.deliveries._work.connection  # type: ignore[attr-defined]  # SQL's own
        await connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 20")
        worker = await connection.scalar(text("SELECT pg_backend_pid()"))
        assert await take_up(tx)
        async with asyncio.timeout(PATIENCE):
            while is_served(url, worker):  # noqa: ASYNC110  a server sends no event
                await asyncio.sleep(0.01)
        await tx.deliveries.next_due()


def is_served(url: str, worker: int) -> bool:
    with psycopg.connect(url) as connection:
        question = "SELECT 1 FROM pg_stat_activity WHERE pid = %s"
        return connection.execute(question, (worker,)).fetchone() is not None


async def test_what_a_frozen_worker_was_just_claiming_is_left_to_others(
    store: DatabaseStore, postgresql_url: str
) -> None:
    await queue(store, DUE)
    with pytest.raises(DatabaseUnavailable, match="can’t be used now"):
        await freeze_while_claiming(store, postgresql_url)
    assert [each.id for each in await claim(store)] == [DUE.id]


async def test_a_server_gives_a_silent_transaction_a_minute(store: DatabaseStore) -> None:
    assert await setting(store, "idle_in_transaction_session_timeout") == "1min"


async def test_a_gone_server_is_noticed_within_a_minute(store: DatabaseStore) -> None:
    async with store._engine.connect() as connection:
        raw = (await connection.get_raw_connection()).driver_connection
        assert isinstance(raw, psycopg.AsyncConnection)
        asked = raw.info.get_parameters()
    idle, interval = int(asked["keepalives_idle"]), int(asked["keepalives_interval"])
    assert idle + interval * int(asked["keepalives_count"]) <= 60
    assert int(asked["tcp_user_timeout"]) <= 60_000


async def test_a_server_that_became_a_standby_is_refused_in_a_sentence(
    store: DatabaseStore,
) -> None:
    with pytest.raises(DatabaseUnavailable, match="read-only"):
        await write_where_nothing_may_be(store)


async def write_where_nothing_may_be(store: DatabaseStore) -> None:
    async with store.transaction() as tx:
        await tx.deliveries._work.connection.exec_driver_sql(  # type: ignore[attr-defined]  # SQL's own
            "SET LOCAL transaction_read_only = on"
        )
        await put_newsroom(tx)


async def test_a_listener_that_is_refused_for_a_while_listens_again(
    postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusals = [psycopg.errors.ReadOnlySqlTransaction("cannot execute LISTEN during recovery")]
    listen_once = listening._listen_once

    async def refused_once(*args: object) -> None:
        if refusals:
            raise refusals.pop()
        await listen_once(*args)  # type: ignore[arg-type]  # passed on whole

    monkeypatch.setattr(listening, "_listen_once", refused_once)
    woken = asyncio.Event()
    store = await DatabaseStore.open(postgresql_url)
    store.on_change(woken.set)
    await asyncio.wait_for(woken.wait(), PATIENCE)
    await store.close()


async def test_an_error_of_the_database_tells_nothing_of_a_story(database: DatabaseStore) -> None:
    with pytest.raises(DBAPIError) as error:
        async with database._engine.connect() as connection:
            await connection.execute(
                text("INSERT INTO nowhere VALUES (:said)"), {"said": "Witkoff flies to Moscow"}
            )
    assert "Witkoff" not in str(error.value)
