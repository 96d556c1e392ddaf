"""With 100,000 rows of everything, the planner itself chooses the indexes that keep costs flat."""

import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from uuid import UUID

import pytest

from adapters.database.store import DatabaseStore
from bot.domain.story import StoryStatus
from bot.ports import Transaction
from tests.adapters.database.test_plans import plan_of
from tests.bench.seeding import Seed, Size
from tests.builders import DAY, HOUR, NOON
from tests.databases import new_postgresql_database

SIZE = Size(newsrooms=50, channels=500, stories=10_000, follow_ups=100_000)
EVERY = 30.0  # seconds from one due moment to the next: a handful is due at noon
MOST_ARE_SENT = """
    UPDATE delivery SET state = 'sent', due_at = NULL WHERE channel_id NOT IN
    (SELECT id FROM channel WHERE key IN ('C1', 'C2', 'C3', 'C4', 'C5'))
"""
NEWSROOM, STORY = [UUID(f"{1:016x}{table:016x}") for table in (1, 4)]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    if request.param == "sqlite":
        made = f"sqlite:///{tmp_path_factory.mktemp('scale') / 'daybook.sqlite3'}"
    else:
        made = new_postgresql_database(request.getfixturevalue("server_url"))
    seeding = Seed(made)
    seeding.newsrooms(SIZE, NOON)
    seeding.reminders(SIZE, NOON - HOUR, every=EVERY)
    seeding.deliveries(SIZE, NOON + DAY)
    with seeding._engine.begin() as connection:
        connection.exec_driver_sql(MOST_ARE_SENT)
    seeding.settle()
    return made


async def _due(tx: Transaction) -> None:
    await tx.reminders.due(NOON, 500)


async def _next_reminder(tx: Transaction) -> None:
    await tx.reminders.next_due()


async def _claim(tx: Transaction) -> None:
    await tx.deliveries.claim(NOON, timedelta(minutes=2), 500)


async def _claim_in_a_burst(tx: Transaction) -> None:
    await tx.deliveries.claim(NOON + 2 * DAY, timedelta(minutes=2), 500)


async def _next_delivery(tx: Transaction) -> None:
    await tx.deliveries.next_due()


async def _status(tx: Transaction) -> None:
    await tx.follow_ups.of_story(STORY)
    await tx.queues.undeliverable(STORY, 5)


async def _list(tx: Transaction) -> None:
    await tx.stories.of(NEWSROOM, {StoryStatus.ACTIVE}, 20)


async def _overview(tx: Transaction) -> None:
    await tx.queues.overview(NOON)


QUESTIONS = {
    "due": _due,
    "next reminder": _next_reminder,
    "claim": _claim,
    "claim in a burst": _claim_in_a_burst,
    "next delivery": _next_delivery,
    "overview": _overview,
    "status": _status,
    "list": _list,
}
READ_THROUGH = re.compile(
    r"^SCAN (?:delivery|before|reminder|follow_up|story)\b(?!.* USING )"
    r"|Seq Scan on (?:delivery|reminder|follow_up|story)\b",
    re.MULTILINE,
)


@pytest.mark.parametrize("question", QUESTIONS)
async def test_no_great_table_is_read_through(url: str, question: str) -> None:
    ask: Callable[[Transaction], Awaitable[None]] = QUESTIONS[question]
    store = await DatabaseStore.open(url)
    plan = await plan_of(store, ask)
    await store.close()
    assert not READ_THROUGH.findall(plan), plan


def test_a_reading_through_is_told_from_a_search() -> None:
    assert READ_THROUGH.search("  ->  Seq Scan on delivery before  (cost=0)")
    assert READ_THROUGH.search("SCAN delivery")
    assert not READ_THROUGH.search("SEARCH delivery USING INDEX ix_delivery_waiting (due_at<?)")
