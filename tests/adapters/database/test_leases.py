"""What is held by somebody, and when the clock is set back meanwhile, in every table and store."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.lift import Lift
from bot.ports import Due, Store, Transaction
from tests.adapters.database.test_answers import an_answer
from tests.adapters.database.test_posted_digests import HERE, STANDING
from tests.adapters.database.world import put_newsroom
from tests.builders import HOUR, NOON, a_scheduled_digest, a_timeline_entry, a_trouble

LEASE = timedelta(minutes=2)
TABLES: dict[str, Callable[[Transaction], Due[Any]]] = {
    "digests": lambda tx: tx.digests,
    "posted digests": lambda tx: tx.posted_digests,
    "answers": lambda tx: tx.answers,
    "lifts": lambda tx: tx.lifts,
    "troubles": lambda tx: tx.troubles,
}

pytestmark = pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)


async def fill(tx: Transaction) -> None:
    """Put one thing that is due at noon into each table."""
    await put_newsroom(tx, HERE)
    await tx.digests.schedule(a_scheduled_digest(HERE))
    await tx.posted_digests.keep(replace(STANDING, due_at=NOON))
    await tx.answers.keep(an_answer(channel_id=HERE.id, due_at=NOON))
    await tx.lifts.plan(Lift.of(a_timeline_entry("The jury was bribed"), NOON))
    await tx.troubles.save(a_trouble(HERE))


async def test_a_lease_of_before_the_clock_was_set_back_is_shortened(
    store: Store, table: Callable[[Transaction], Due[Any]]
) -> None:
    async with store.transaction() as tx:
        await fill(tx)
        due = table(tx)
        assert len(await due.claim(NOON + HOUR, LEASE, 10)) == 1
        assert await due.next_due(NOON, LEASE) == NOON
        assert list(await due.claim(NOON, LEASE, 10)) == []
        assert await due.next_due(NOON, LEASE) == NOON + LEASE
        assert len(await due.claim(NOON + LEASE, LEASE, 10)) == 1


async def test_a_lease_that_runs_is_left_as_it_is(
    store: Store, table: Callable[[Transaction], Due[Any]]
) -> None:
    async with store.transaction() as tx:
        await fill(tx)
        due = table(tx)
        await due.claim(NOON, LEASE, 10)
        assert list(await due.claim(NOON + LEASE / 2, LEASE, 10)) == []
        assert await due.next_due(NOON + LEASE / 2, LEASE) == NOON + LEASE
