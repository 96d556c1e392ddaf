import asyncio
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from adapters.database import migrate
from adapters.database.engines import open_blocking_engine
from adapters.database.errors import DatabaseNotMigrated, DatabaseTooNew
from adapters.database.rows import Base
from adapters.database.store import DatabaseStore
from adapters.database.urls import read_url
from bot.domain.subscription import Notice, at_first
from tests.adapters.database.world import UTENRIKS, put_story
from tests.builders import (
    NOON,
    a_change,
    a_delivery,
    a_duty,
    a_feed,
    a_filed_reading,
    a_follow_up,
    a_link_code,
    a_newsroom,
    a_person,
    a_reminder,
    a_scheduled_digest,
    a_series,
    a_subscription,
    a_target,
    a_timeline_entry,
    a_trouble,
    a_watch,
    an_alert,
)
from tests.databases import new_postgresql_database


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database of each kind that is empty, or not there at all."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'new.sqlite3'}"
    return new_postgresql_database(request.getfixturevalue("server_url"))


def tables(url: str) -> set[str]:
    with open_blocking_engine(read_url(url), 1).connect() as connection:
        found = set(inspect(connection).get_table_names()) - {"alembic_version"}
    return {name for name in found if is_mapped(name)}


def is_mapped(name: str | None, *_: object) -> bool:
    """Whether a table or index is one of ours, not one that a database searches words by."""
    return not (name or "").startswith("passage_words")


def run(url: str, statement: str) -> None:
    with open_blocking_engine(read_url(url), 1).begin() as connection:
        connection.execute(text(statement))


async def fill(url: str) -> None:
    """Put a row into every table."""
    store = await DatabaseStore.open(url)
    async with store.transaction() as tx:
        await put_story(tx)
        await tx.newsrooms.save(a_person())
        await tx.newsrooms.save(a_duty())
        await tx.timeline.add(a_timeline_entry())
        await tx.reminders.replan({a_follow_up().id: [a_reminder()]})
        await tx.subscriptions.add(a_subscription(UTENRIKS))
        await tx.recurrences.save(a_series())
        await tx.deliveries.queue([a_delivery()])
        await tx.digests.schedule(a_scheduled_digest())
        await tx.troubles.save(a_trouble())
        await tx.links.save(a_link_code())
        await tx.readings.add(a_filed_reading())
        await tx.history.add(a_change())
        await tx.watches.add(a_watch())
        await tx.feeds.save(a_feed())
        await tx.alerts.save(an_alert())
        await tx.alerts.untold(a_newsroom().id, UTENRIKS.id, {"an item"}, NOON)
    await store.close()


def test_the_migrations_make_exactly_the_mapped_tables(url: str) -> None:
    migrate.upgrade(url)
    with open_blocking_engine(read_url(url), 1).connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_name": is_mapped}
        )
        assert compare_metadata(context, Base.metadata) == []


def test_each_step_goes_down_and_up_again_with_data_in_it(url: str) -> None:
    migrate.upgrade(url)
    asyncio.run(fill(url))
    while migrate.current(url) is not None:
        migrate.downgrade(url, "-1")
    assert tables(url) == set()
    while migrate.current(url) != migrate.head():
        migrate.upgrade(url, "+1")
    asyncio.run(fill(url))


def test_who_followed_a_story_is_told_of_what_its_watches_hear(url: str) -> None:
    migrate.upgrade(url)
    asyncio.run(fill(url))
    migrate.downgrade(url, "0021")
    migrate.upgrade(url)
    assert asyncio.run(heard(url)) == at_first(a_target())


async def heard(url: str) -> frozenset[Notice]:
    store = await DatabaseStore.open(url)
    async with store.view() as view:
        (subscription,) = await view.subscriptions.of_channel(UTENRIKS.id)
    await store.close()
    return subscription.notices


async def found(url: str, word: str) -> list[str]:
    store = await DatabaseStore.open(url)
    async with store.view() as view:
        lines = [each.line for each in await view.passages.find(a_newsroom().id, [word], 9)]
    await store.close()
    return lines


def test_what_was_kept_before_there_was_a_search_can_be_found(url: str) -> None:
    migrate.upgrade(url)
    asyncio.run(fill(url))
    migrate.downgrade(url, "0010")
    migrate.upgrade(url)
    assert asyncio.run(found(url, "parties")) == [a_follow_up().title]
    assert asyncio.run(found(url, "møter")) == ["Partene møtes igjen neste uke."]
    assert asyncio.run(found(url, "strike")) != []


def test_what_was_kept_with_accents_can_be_found_without_them(url: str) -> None:
    migrate.upgrade(url)
    asyncio.run(fill(url))
    migrate.downgrade(url, "0019")
    migrate.upgrade(url)
    assert asyncio.run(found(url, "moter")) == ["Partene møtes igjen neste uke."]


def test_migrating_twice_changes_nothing(url: str) -> None:
    migrate.upgrade(url)
    asyncio.run(fill(url))
    migrate.upgrade(url)
    assert migrate.current(url) == migrate.head()
    assert tables(url) == set(Base.metadata.tables)


def test_processes_that_migrate_at_once_do_it_once(url: str) -> None:
    with ProcessPoolExecutor(2, get_context("spawn")) as processes:
        list(processes.map(migrate.upgrade, [url, url]))
    assert migrate.current(url) == migrate.head()


def test_a_newer_databases_tables_are_left_alone(url: str) -> None:
    migrate.upgrade(url)
    run(url, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseTooNew, match="9999"):
        migrate.upgrade(url)
    assert migrate.current(url) == "9999"


async def test_a_newer_database_is_not_opened(url: str) -> None:
    migrate.upgrade(url)
    run(url, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseTooNew, match="newer Daybook"):
        await DatabaseStore.open(url)


async def test_a_database_that_was_never_migrated_is_not_opened(url: str) -> None:
    with pytest.raises(DatabaseNotMigrated, match="daybook migrate"):
        await DatabaseStore.open(url)


def test_opening_makes_no_empty_file(tmp_path: Path) -> None:
    with pytest.raises(DatabaseNotMigrated):
        asyncio.run(DatabaseStore.open(f"sqlite:///{tmp_path / 'new.sqlite3'}"))
    assert list(tmp_path.iterdir()) == []
