"""From a plan to what stands in the channels."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from bot.actions.do_what_is_due import do_what_is_due
from bot.domain.newsroom import QuietHours
from bot.errors import DeliveryFailed
from tests.stage import OSLO, Stage, text_of, the_channel

VOTE = ("new budget The budget", "subscribe budget", "expect budget 5 December: Vote")


@pytest.fixture
async def stage() -> Stage:
    stage = Stage()
    await stage.run(*VOTE)
    return stage


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


async def put_to_sleep(stage: Stage, begin: time, end: time) -> None:
    """Give the channel quiet hours."""
    async with stage.store.transaction() as tx:
        channel = await the_channel(tx)
        await tx.newsrooms.save(replace(channel, quiet=QuietHours(begin, end)))


async def test_each_reminder_stands_in_the_channel_at_its_time(stage: Stage) -> None:
    posted = await stage.pass_time(at("2025-12-08T12:00"))
    assert [f"{p.at.astimezone(OSLO):%d %b %H:%M} {p.message.title}" for p in posted] == [
        "04 Dec 15:00 Coming up: Vote",
        "05 Dec 08:30 Today: Vote",
        "06 Dec 08:30 Did it happen? Vote",
        "08 Dec 08:30 Nobody has answered: Vote",
    ]


async def test_several_subscriptions_of_one_channel_give_one_notice(stage: Stage) -> None:
    await stage.run("subscribe everything")
    assert len(await stage.pass_time(at("2025-12-04T16:00"))) == 1


async def test_looking_twice_says_nothing_twice(stage: Stage) -> None:
    await stage.pass_time(at("2025-12-04T16:00"))
    await do_what_is_due(stage.posting)
    assert len(stage.messenger.posted) == 1


async def test_an_outcome_takes_the_place_of_the_buttons(stage: Stage) -> None:
    (posted,) = await stage.pass_time(at("2025-12-04T16:00"))
    assert posted.message.buttons
    await stage.run("happened budget#1: 85 votes to 84")
    await stage.pass_time(at("2025-12-04T16:01"))
    assert posted.message.title == "Vote: happened"
    assert not posted.message.buttons
    assert "85 votes to 84" in text_of(posted.message)


async def test_a_postponement_strikes_the_old_date_through(stage: Stage) -> None:
    (posted,) = await stage.pass_time(at("2025-12-04T16:00"))
    await stage.run("postpone budget#1 to 10 December: Strike")
    await stage.pass_time(at("2025-12-04T16:01"))
    (when,) = [i for s in posted.message.sections for i in s.items if i.lead == "When"]
    assert (when.was, when.text) == ("Friday 5 December", "Wednesday 10 December")


async def test_what_has_ended_is_not_reminded_of(stage: Stage) -> None:
    await stage.run("cancel budget#1")
    assert await stage.pass_time(at("2025-12-20T12:00")) == []


async def test_a_snoozed_follow_up_comes_again_later(stage: Stage) -> None:
    await stage.pass_time(at("2025-12-04T16:00"))
    answer = await stage.run("snooze budget#1 2h")
    assert "Thursday 4 December at 18:00" in answer.text
    (again,) = await stage.pass_time(at("2025-12-04T19:00"))
    assert (again.at.astimezone(OSLO), again.message.title) == (
        at("2025-12-04T18:00"),
        "Coming up: Vote",
    )


async def test_a_sleeping_channel_is_told_when_it_wakes(stage: Stage) -> None:
    await put_to_sleep(stage, time(14), time(16))
    (posted,) = await stage.pass_time(at("2025-12-04T20:00"))
    assert posted.at.astimezone(OSLO) == at("2025-12-04T16:00")
    assert "late" not in posted.message.footnote


async def test_what_moved_while_the_channel_slept_is_not_said(stage: Stage) -> None:
    await put_to_sleep(stage, time(14), time(16))
    await stage.pass_time(at("2025-12-04T15:30"))
    await stage.run("postpone budget#1 to 12 December")
    assert await stage.pass_time(at("2025-12-05T12:00")) == []


async def test_urgency_breaks_through_quiet_hours(stage: Stage) -> None:
    await put_to_sleep(stage, time(14), time(16))
    async with stage.store.transaction() as tx:
        channel = await the_channel(tx)
        story = await tx.stories.get(channel.newsroom_id, "budget")
        assert story is not None
        await tx.stories.save(replace(story, urgency=2))
    (posted,) = await stage.pass_time(at("2025-12-04T15:30"))
    assert posted.at.astimezone(OSLO) == at("2025-12-04T15:00")


async def test_what_comes_late_says_how_late(stage: Stage) -> None:
    stage.clock.set(at("2025-12-04T18:00"))
    (posted,) = await stage.pass_time(at("2025-12-04T18:01"))
    assert posted.message.footnote.endswith("3 hours late")


async def test_what_was_planned_after_its_time_is_not_late(stage: Stage) -> None:
    stage.clock.set(at("2025-11-26T16:00"))  # the heads-up of tomorrow was due at 15:00
    await stage.run("expect budget tomorrow: Press conference")
    (posted,) = await stage.pass_time(at("2025-11-26T16:01"))
    assert posted.message.title == "Coming up: Press conference"
    assert "late" not in posted.message.footnote


async def test_a_failure_is_tried_again(stage: Stage) -> None:
    stage.messenger.failures = [DeliveryFailed("ratelimited", retry_after=30)]
    (posted,) = await stage.pass_time(at("2025-12-04T16:00"))
    assert posted.at.astimezone(OSLO) == at("2025-12-04T15:00") + timedelta(seconds=30)


async def test_a_lost_answer_posts_nothing_twice(stage: Stage) -> None:
    stage.messenger.failures = [DeliveryFailed("timeout", posted_perhaps=True)]
    assert len(await stage.pass_time(at("2025-12-04T16:00"))) == 1


async def test_a_channel_that_is_gone_is_told_of_in_the_status(stage: Stage) -> None:
    stage.messenger.failures = [DeliveryFailed("channel_not_found", permanent=True)]
    assert await stage.pass_time(at("2025-12-04T16:00")) == []
    status = text_of(await stage.run("status budget"))
    assert "Not delivered\n#foreign The channel is gone" in status


async def test_a_crash_while_sending_is_made_good_when_the_lease_runs_out(stage: Stage) -> None:
    stage.clock.set(at("2025-12-04T15:00"))
    stage.messenger.crash_after_posting = True
    await do_what_is_due(stage.posting)
    assert len(stage.messenger.posted) == 1  # it stands, but nobody wrote it down
    await stage.pass_time(at("2025-12-04T16:00"))
    assert len(stage.messenger.posted) == 1
    await stage.run("happened budget#1")
    await stage.pass_time(at("2025-12-04T16:01"))
    assert stage.messenger.posted[0].message.title == "Vote: happened"


async def test_a_heads_up_held_back_until_the_day_itself_is_not_said(stage: Stage) -> None:
    await put_to_sleep(stage, time(14), time(7))
    posted = await stage.pass_time(at("2025-12-05T12:00"))
    assert [one.message.title for one in posted] == ["Today: Vote"]


async def test_a_heads_up_held_back_until_the_day_of_an_hour_is_said(stage: Stage) -> None:
    await put_to_sleep(stage, time(14), time(7))
    await stage.run("move budget#1 5 December at 13:00")
    posted = await stage.pass_time(at("2025-12-05T11:00"))
    assert [one.message.title for one in posted] == ["Coming up: Vote"]
