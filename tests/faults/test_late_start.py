"""Everything was down for six hours: what fell due is caught up in order, and says how late."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from adapters.database.store import DatabaseStore
from bot.actions.queue_reminders import queue_reminders
from bot.domain.delivery import OUTDATED
from bot.domain.message import Message
from bot.domain.newsroom import Platform
from tests.bot.ledger import read_ledger
from tests.stage import OSLO, Stage

SIX_HOURS = timedelta(hours=6)


@pytest.fixture
async def stage(store: DatabaseStore) -> Stage:
    """A stage on which several notices of three follow-ups fall due within six hours."""
    stage = Stage(store=store)
    await stage.run("new budget The budget", "subscribe budget")
    for hour, title in ((17, "Debate"), (19, "Vote"), (20, "Speech")):
        await stage.run(f"expect budget 4 December at {hour}:00: {title}")
    await stage.pass_time(datetime(2025, 12, 4, 15, 30, tzinfo=OSLO))
    stage.messenger.posted.clear()
    paces = {Platform.SLACK: replace(stage.posting.paces[Platform.SLACK], together=1)}
    stage.posting = replace(stage.posting, paces=paces)
    return stage


async def test_what_fell_due_meanwhile_is_said_in_order_and_each_says_how_late(
    stage: Stage,
) -> None:
    stage.clock.set(stage.clock.now() + SIX_HOURS)
    posted = await stage.pass_time(stage.clock.now() + timedelta(minutes=1))
    late = [minutes_late(each.message) for each in posted]
    assert len(late) == len(posted) > 1
    assert late == sorted(late, reverse=True)


async def test_of_each_follow_up_only_the_latest_is_said(stage: Stage) -> None:
    stage.clock.set(stage.clock.now() + SIX_HOURS)
    posted = await stage.pass_time(stage.clock.now() + timedelta(minutes=1))
    of_the_vote = [each.message for each in posted if each.message.title.endswith("Vote")]
    assert [each.title for each in of_the_vote] == ["Did it happen? Vote"]
    assert OUTDATED in await reasons_of(stage, "Vote")


async def test_what_has_ended_meanwhile_is_skipped_and_the_reason_kept(stage: Stage) -> None:
    stage.clock.set(stage.clock.now() + SIX_HOURS)
    while await queue_reminders(stage.store, stage.clock.now()):
        pass
    await stage.run("happened budget#2: 85 votes to 84")
    posted = await stage.pass_time(stage.clock.now() + timedelta(minutes=1))
    assert not [each for each in posted if "Vote" in each.message.title]
    assert await reasons_of(stage, "Vote") == {OUTDATED}


async def test_a_second_start_says_nothing_again(stage: Stage) -> None:
    stage.clock.set(stage.clock.now() + SIX_HOURS)
    first = await stage.pass_time(stage.clock.now() + timedelta(minutes=1))
    assert first
    assert await stage.pass_time(stage.clock.now() + timedelta(minutes=5)) == []


def minutes_late(message: Message) -> int:
    """Return how late a message says that it is, in minutes."""
    number, unit = message.footnote.removesuffix(" late").split()[-2:]
    return int(number) * (60 if unit.startswith("hour") else 1)


async def reasons_of(stage: Stage, title: str) -> set[str]:
    """Return why what was not posted of a follow-up was not."""
    async with stage.store.view() as tx:
        ledger = await read_ledger(tx, "T1", ("foreign",))
    lives = [life for life in ledger.lives if life.follow_up.title == title]
    return {each.reason for life in lives for each in life.deliveries if not each.message}
