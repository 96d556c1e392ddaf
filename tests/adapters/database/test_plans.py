"""However much is kept, what is due is read from the head of an index that holds little else."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from sqlalchemy import event, insert, text

from adapters.database import migrate
from adapters.database.rows import AlertRow
from adapters.database.store import DatabaseStore
from adapters.database.work import columns_of
from bot.ports import Transaction
from tests.adapters.database.world import put_story
from tests.builders import (
    DAY,
    HOUR,
    NOON,
    a_delivery,
    a_follow_up,
    a_message_ref,
    a_reminder,
    an_alert,
    an_id,
)
from tests.databases import new_postgresql_database, sqlite_url

MANY = 4_000


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def full(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a database with much in it, little of it due, whose planner knows it."""
    if request.param == "sqlite":
        url = sqlite_url(tmp_path_factory.mktemp("plans"))
    else:
        url = new_postgresql_database(request.getfixturevalue("server_url"))
        migrate.upgrade(url)
    asyncio.run(_fill(url))
    return url


async def _fill(url: str) -> None:
    follow_ups = [a_follow_up(number=number) for number in range(1, 101)]
    times = [NOON + DAY + timedelta(seconds=n) for n in range(MANY // len(follow_ups))]
    database = await DatabaseStore.open(url)
    async with database.transaction() as tx:
        await put_story(tx, follow_ups=len(follow_ups))
        for each in follow_ups:
            await tx.reminders.replan({each.id: [a_reminder(each, due_at=at) for at in times]})
            await tx.deliveries.queue([a_delivery(each, planned_at=at) for at in times])
    alerts = [an_alert(id=an_id("alert", n), promised_at=NOON + n * HOUR) for n in range(MANY)]
    told = [
        one.told(a_message_ref()) if n % 1_000 else one.undeliverable("is_archived")
        for n, one in enumerate(alerts)
    ]
    async with database._engine.connect() as connection:
        await connection.execute(insert(AlertRow), [columns_of(each) for each in told])
        await connection.execute(text("ANALYZE"))
        await connection.commit()
    await database.close()


async def plan_of(database: DatabaseStore, ask: Callable[[Transaction], Awaitable[None]]) -> str:
    """Return how the database would answer what a repository asks it."""
    asked: list[tuple[str, object]] = []

    def note(
        _conn: object, _cursor: object, statement: str, parameters: object, *_: object
    ) -> None:
        asked.append((statement, parameters))

    engine = database._engine.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    async with database.transaction() as tx:
        await ask(tx)
    event.remove(engine, "before_cursor_execute", note)
    explain = "EXPLAIN QUERY PLAN " if engine.dialect.name == "sqlite" else "EXPLAIN "
    lines: list[str] = []
    async with database._engine.connect() as connection:
        for statement, parameters in asked:
            if statement.startswith("BEGIN"):
                continue
            if isinstance(parameters, list):  # one statement for many rows; each is alike
                parameters = parameters[0]  # noqa: PLW2901
            rows = await connection.exec_driver_sql(explain + statement, parameters)  # type: ignore[arg-type]  # as the driver was given them
            lines += [str(row[-1]) for row in rows]
    return "\n".join(lines)


async def _due(tx: Transaction) -> None:
    await tx.reminders.due(NOON, 100)


async def _next_reminder(tx: Transaction) -> None:
    await tx.reminders.next_due()


async def _claim(tx: Transaction) -> None:
    await tx.deliveries.claim(NOON, DAY, 100)


async def _load(tx: Transaction) -> None:
    await tx.follow_ups.by_ids({an_id("another"), an_id("third")})
    await tx.deliveries.first_messages([a_delivery(), a_delivery(planned_at=NOON + DAY)])


async def _take(tx: Transaction) -> None:
    await tx.deliveries.take([a_delivery()], {an_id("another"): an_id("third")})


async def _record(tx: Transaction) -> None:
    await tx.deliveries.record([a_delivery().sent(a_message_ref(), version=1)])


async def _record_edit(tx: Transaction) -> None:
    edited = {an_id("another"): {a_delivery().id: 1}}
    await tx.deliveries.record([a_delivery().sent(a_message_ref(), version=1)], edited)


async def _next_delivery(tx: Transaction) -> None:
    await tx.deliveries.next_due()


async def _refresh(tx: Transaction) -> None:
    await tx.deliveries.refresh([an_id("another")], NOON)


async def _undeliverable(tx: Transaction) -> None:
    await tx.queues.undeliverable(an_id("another"), 5)


QUESTIONS = {
    "due": (_due, {"ix_reminder_planned"}),
    "next reminder": (_next_reminder, {"ix_reminder_planned"}),
    "claim": (_claim, {"ix_delivery_waiting"}),
    "load": (_load, set[str]()),
    "take": (_take, set[str]()),
    "record": (_record, set[str]()),
    "record an edit": (_record_edit, {"ix_delivery_joined"}),
    "next delivery": (_next_delivery, {"ix_delivery_waiting", "ix_delivery_held"}),
    "refresh": (_refresh, set[str]()),
    "undeliverable": (_undeliverable, {"ix_delivery_given_up"}),
}


@pytest.mark.parametrize("question", QUESTIONS)
async def test_an_index_answers_and_no_great_table_is_read_through(
    full: str, question: str
) -> None:
    ask, indexes = QUESTIONS[question]
    database = await DatabaseStore.open(full)
    plan = await plan_of(database, ask)
    await database.close()
    assert not [index for index in indexes if index not in plan]
    for table in ("delivery", "reminder"):
        read_through = re.compile(rf"^SCAN {table}$|Seq Scan on {table}\b", re.MULTILINE)
        assert not read_through.search(plan)


async def _backlog(tx: Transaction) -> None:
    await tx.queues.backlog(NOON)


async def _overview(tx: Transaction) -> None:
    await tx.queues.overview(NOON)


async def _retry(tx: Transaction) -> None:
    await tx.queues.retry(NOON)


async def _drop(tx: Transaction) -> None:
    await tx.queues.drop()


@pytest.mark.parametrize("ask", [_backlog, _overview, _retry, _drop])
async def test_alerts_that_were_given_up_are_found_among_all_that_were_told(
    full: str, ask: Callable[[Transaction], Awaitable[None]]
) -> None:
    database = await DatabaseStore.open(full)
    plan = await plan_of(database, ask)
    await database.close()
    assert "ix_alert_given_up" in plan
    assert not re.search(r"^SCAN alert$|Seq Scan on alert\b", plan, re.MULTILINE)
