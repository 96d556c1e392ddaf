"""The answers that are kept true, in every store."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from adapters.database.store import DatabaseStore
from bot.actions.keep_answer import keep_answer
from bot.domain.answer import Answer
from bot.domain.message import (
    Button,
    ButtonStyle,
    Fact,
    Given,
    Item,
    Message,
    Picture,
    Screen,
    ScreenKind,
    Section,
    Shown,
    Tone,
)
from bot.ports import Store
from tests.adapters.database.test_queries import counted
from tests.adapters.database.world import SPORT, UTENRIKS, put_newsroom
from tests.builders import DAY, HOUR, NOON, a_message_ref, a_newsroom, a_workspace, an_id

LEASE = timedelta(minutes=2)
ONE, TWO = an_id("one"), an_id("two")
SAID = Message(
    title="peace: The talks",
    text="As things stand.",
    tone=Tone.WARNING,
    facts=(Fact("Status", "active"),),
    sections=(
        Section(
            "Expected",
            (
                Item(
                    "The vote",
                    lead="#1",
                    was="Monday",
                    details=("Tuesday · confirmed",),
                    quote="They are to vote.",
                    buttons=(Button("Drop", "drop peace#1", ButtonStyle.DANGER),),
                    shows=Shown(ONE, 3, "peace#1"),
                ),
                Item("A fact", lead="1 December"),
            ),
        ),
    ),
    buttons=(Button("Happened", "happened peace#2"),),
    footnote="peace",
    card=Shown(TWO, 1, "peace#2"),
    screen=Screen(ScreenKind.STATUS, an_id("story"), "int"),
)


def an_answer(name: str = "1", **changes: object) -> Answer:
    given = Given(a_newsroom().id, UTENRIKS.id, NOON)
    ref = replace(a_message_ref(), message_key=name)
    answer = Answer.of(replace(SAID, given=given), ref, 7 * DAY)
    assert answer is not None
    return replace(answer, **changes)  # type: ignore[arg-type]  # the keywords are the test's own


async def test_it_is_kept_whole_and_looked_at_once(store: Store) -> None:
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.answers.keep(an_answer())
        soon = NOON + timedelta(seconds=10)
        assert await tx.answers.next_due(NOON, LEASE) == soon
        (claimed,) = await tx.answers.claim(soon, LEASE, 10)
        assert claimed == an_answer(attempts=1, lease_until=soon + LEASE)
        assert claimed.said == SAID
        await tx.answers.record(claimed, claimed.showing("as it is", None))
        assert await tx.answers.next_due(soon, LEASE) == NOON + 7 * DAY


async def test_its_picture_is_not_kept(store: Store) -> None:
    picture = Picture("peace.png", "image/png", b"png", "The timeline")
    given = Given(a_newsroom().id, UTENRIKS.id, NOON)
    answer = Answer.of(replace(SAID, given=given, picture=picture), a_message_ref(), DAY)
    assert answer is not None
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.answers.keep(answer)
        (claimed,) = await tx.answers.claim(NOON + HOUR, LEASE, 10)
        assert claimed.said.picture is None


async def test_one_that_is_kept_already_is_left_as_it_is(store: Store) -> None:
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.answers.keep(an_answer())
        await tx.answers.keep(an_answer(shown="another"))
        (claimed,) = await tx.answers.claim(NOON + HOUR, LEASE, 10)
        assert claimed.shown == an_answer().shown


@pytest.mark.parametrize("thing_id", [ONE, TWO, an_id("story")])
async def test_a_change_of_what_it_shows_makes_it_due(store: Store, thing_id: UUID) -> None:
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.answers.keep(an_answer(due_at=NOON + DAY))
        await tx.answers.refresh([an_id("another")], NOON)
        assert await tx.answers.next_due(NOON, LEASE) == NOON + DAY
        await tx.answers.refresh([thing_id, an_id("another")], NOON + HOUR)
        assert await tx.answers.next_due(NOON, LEASE) == NOON + HOUR


async def test_further_changes_do_not_put_it_off(store: Store) -> None:
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.answers.keep(an_answer(due_at=NOON))
        await tx.answers.refresh([ONE], NOON + HOUR)
        assert await tx.answers.next_due(NOON, LEASE) == NOON


async def test_what_changes_while_it_is_edited_leaves_it_due(store: Store) -> None:
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.answers.keep(an_answer(due_at=NOON))
        (claimed,) = await tx.answers.claim(NOON, LEASE, 10)
        await tx.answers.refresh([ONE], NOON + HOUR)
        await tx.answers.record(claimed, claimed.showing("as it is", None))
        assert await tx.answers.next_due(NOON, LEASE) == NOON + HOUR


async def test_what_another_worker_took_over_is_not_recorded(store: Store) -> None:
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.answers.keep(an_answer(due_at=NOON))
        (claimed,) = await tx.answers.claim(NOON, LEASE, 10)
        (again,) = await tx.answers.claim(NOON + LEASE, LEASE, 10)
        await tx.answers.record(claimed, claimed.showing("as it was", None))
        assert await tx.answers.next_due(NOON + LEASE, LEASE) == again.lease_until


async def test_those_after_it_in_its_channel_are_counted(store: Store) -> None:
    async with store.transaction() as tx:
        await put_newsroom(tx)
        for number in range(3):
            await tx.answers.keep(an_answer(str(number), posted_at=NOON + number * HOUR))
        await tx.answers.keep(an_answer("elsewhere", channel_id=SPORT.id, posted_at=NOON + DAY))
        assert await tx.answers.later(an_answer("0")) == 2
        assert await tx.answers.later(an_answer("2", posted_at=NOON + 2 * HOUR)) == 0


async def test_a_forgotten_one_is_gone_with_what_it_shows(store: Store) -> None:
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.answers.keep(an_answer())
        await tx.answers.forget(an_answer().id)
        await tx.answers.forget(an_answer().id)
        assert await tx.answers.next_due(NOON, LEASE) is None
        await tx.answers.keep(an_answer())
        assert await tx.answers.next_due(NOON, LEASE) is not None


async def test_those_of_a_workspace_that_moves_are_forgotten(store: Store) -> None:
    other = a_newsroom("Other")
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.newsrooms.save(other)
        await tx.answers.keep(an_answer())
        await tx.links.move(a_workspace(), other)
        assert await tx.answers.next_due(NOON, LEASE) is None


async def test_old_ones_leave_nothing_behind(database: DatabaseStore) -> None:
    async with database.transaction() as tx:
        await put_newsroom(tx)
        await tx.answers.keep(an_answer())
        await tx.answers.forget(an_answer().id)
    async with database._viewing.connect() as connection:
        for table in ("answer", "answer_line"):
            assert await connection.scalar(text(f"SELECT count(*) FROM {table}")) == 0


async def test_keeping_one_takes_two_statements_and_keeping_none_takes_none(
    database: DatabaseStore,
) -> None:
    async with database.transaction() as tx:
        await put_newsroom(tx)
    given = Given(a_newsroom().id, UTENRIKS.id, NOON)
    with counted(database) as counter:
        await keep_answer(database, SAID, a_message_ref(), DAY)
        await keep_answer(database, replace(SAID, given=given), a_message_ref(), timedelta())
    assert counter.statements == []
    with counted(database) as counter:
        await keep_answer(database, replace(SAID, given=given), a_message_ref(), DAY)
    about_the_whole = ("BEGIN", "SELECT pg_notify")
    assert len([it for it in counter.statements if not it.startswith(about_the_whole)]) == 2


async def test_changes_at_the_same_time_do_not_hold_each_other_up(database: DatabaseStore) -> None:
    async with database.transaction() as tx:
        await put_newsroom(tx)
        for number in range(30):
            await tx.answers.keep(an_answer(str(number), due_at=NOON + DAY))

    async def change(thing_id: UUID, number: int) -> None:
        async with database.transaction() as tx:
            await tx.answers.refresh([thing_id], NOON + HOUR - timedelta(minutes=number))

    await asyncio.gather(*(change(one, number) for number in range(10) for one in (ONE, TWO)))
    async with database.view() as tx:
        assert await tx.answers.next_due(NOON, LEASE) == NOON + timedelta(minutes=51)
