"""Every notice of one follow-up in one channel stands in one thread."""

from datetime import datetime

import pytest

from bot.errors import DeliveryFailed
from tests.stage import OSLO, Posted, Stage

VOTE = ("new budget The budget", "subscribe budget", "expect budget 5 December: Vote")
JOINED = tuple(f"expect budget 5 December: Vote {number}" for number in (2, 3, 4))


@pytest.fixture
async def stage() -> Stage:
    stage = Stage()
    await stage.run(*VOTE)
    return stage


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


def answered(posted: list[Posted]) -> list[str]:
    return [each.to.reply_to for each in posted]


async def test_the_second_reminder_and_all_after_it_answer_the_first(stage: Stage) -> None:
    posted = await stage.pass_time(at("2025-12-06T12:00"))
    assert answered(posted) == ["", "0", "0"]


async def test_each_channel_has_a_thread_of_its_own(stage: Stage) -> None:
    await stage.type("subscribe budget", channel="world")
    posted = await stage.pass_time(at("2025-12-05T12:00"))
    firsts = [each.channel for each in posted if not each.to.reply_to]
    assert sorted(firsts) == ["foreign", "world"]
    for each in posted:
        if each.to.reply_to:
            assert stage.messenger.posted[int(each.to.reply_to)].channel == each.channel


async def test_each_follow_up_has_a_thread_of_its_own(stage: Stage) -> None:
    await stage.run("expect budget 5 December: Debate")
    posted = await stage.pass_time(at("2025-12-05T12:00"))
    assert len(set(answered(posted)) - {""}) == 2


async def test_reminders_are_seen_in_the_channel_too_but_not_asking_day_after_day(
    stage: Stage,
) -> None:
    posted = await stage.pass_time(at("2025-12-10T12:00"))
    aloud = {each.message.title: each.to.aloud for each in posted}
    assert aloud["Today: Vote"]
    assert aloud["Did it happen? Vote"]
    assert aloud["Nobody has answered: Vote"]
    assert not aloud["Still no answer: Vote"]


async def test_what_is_joined_stands_alone_and_is_answered_later(stage: Stage) -> None:
    await stage.run(*JOINED)
    together = await stage.pass_time(at("2025-12-04T16:00"))
    assert answered(together) == [""]
    await stage.run("drop budget#2", "drop budget#3")
    later = await stage.pass_time(at("2025-12-05T12:00"))
    assert answered(later) == ["0", "0"]


async def test_an_edit_leaves_a_message_where_it_stands(stage: Stage) -> None:
    posted = await stage.pass_time(at("2025-12-05T12:00"))
    await stage.run("happened budget#1")
    await stage.pass_time(at("2025-12-05T12:01"))
    assert answered(posted) == ["", "0"]


async def test_after_a_lost_answer_it_is_looked_for_in_its_thread(stage: Stage) -> None:
    await stage.pass_time(at("2025-12-04T16:00"))
    stage.messenger.failures.append(DeliveryFailed("no_answer", posted_perhaps=True))
    await stage.pass_time(at("2025-12-05T12:00"))
    assert [each.reply_to for each in stage.messenger.sought] == ["0"]
