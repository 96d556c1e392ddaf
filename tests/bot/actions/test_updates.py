"""What channels are told of that somebody has changed elsewhere."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.domain.newsroom import Inbox
from tests.stage import OSLO, Posted, Stage, an_asker, text_of

A_MINUTE = timedelta(minutes=1)


@pytest.fixture
async def stage() -> Stage:
    """A story that #desk follows with updates and #foreign works on; one thing is expected."""
    stage = Stage()
    await stage.run("new budget The budget", "expect budget 10 December: Vote")
    await stage.type("follow budget reminders updates", channel="desk")
    await later(stage)
    return stage


async def later(stage: Stage, wait: timedelta = A_MINUTE) -> list[Posted]:
    return await stage.pass_time(stage.clock.now() + wait)


async def titles(stage: Stage) -> list[tuple[str, str]]:
    return [(each.channel, each.message.title) for each in await later(stage)]


async def test_a_move_is_told_with_the_old_time_and_who_moved_it(stage: Stage) -> None:
    await stage.run("move budget#1 12 December")
    [update] = await later(stage)
    assert update.channel == "desk"
    assert update.message.title == "Moved: Vote"
    [line] = update.message.sections[0].items
    assert (line.lead, line.was, line.text) == (
        "budget#1",
        "Wednesday 10 December",
        "Friday 12 December",
    )
    assert update.message.footnote == "by kari in foreign · The budget"


@pytest.mark.parametrize(
    ("command", "title"),
    [
        ("happened budget#1", "Vote: happened"),
        ("postpone budget#1 : Storm", "Vote: postponed, no new date"),
        ("cancel budget#1 Storm", "Vote: cancelled"),
        ("confirm budget#1", "Vote: confirmed"),
        ("doubt budget#1", "Vote: highly uncertain"),
        ("drop budget#1", "Vote: no longer followed"),
        ("expect budget 3 January: Debate", "New: Debate"),
    ],
)
async def test_whatever_becomes_of_a_follow_up_is_told(
    stage: Stage, command: str, title: str
) -> None:
    await stage.run(command)
    assert await titles(stage) == [("desk", title)]


async def test_a_reopening_is_told(stage: Stage) -> None:
    await stage.run("cancel budget#1")
    await later(stage)
    await stage.run("reopen budget#1")
    assert await titles(stage) == [("desk", "Expected again: Vote")]


@pytest.mark.parametrize(
    "command",
    ["snooze budget#1 1d", "assign budget#1 me", "cover budget#1 yes", "remind budget#1 3d"],
)
async def test_who_works_on_it_and_when_it_is_reminded_of_is_no_news(
    stage: Stage, command: str
) -> None:
    await stage.run(command)
    assert await titles(stage) == []


async def test_the_channel_in_which_it_was_done_is_not_told(stage: Stage) -> None:
    await stage.type("move budget#1 12 December", channel="desk")
    assert await titles(stage) == []


async def test_a_channel_that_did_not_ask_is_not_told(stage: Stage) -> None:
    await stage.type("follow everything", channel="sport")
    await stage.run("move budget#1 12 December")
    assert [channel for channel, _ in await titles(stage)] == ["desk"]


async def test_what_is_taken_back_within_the_minute_is_not_told(stage: Stage) -> None:
    await stage.run("cancel budget#1", "undo")
    assert await titles(stage) == []


async def test_a_follow_up_taken_back_within_the_minute_was_never_there(stage: Stage) -> None:
    await stage.run("expect budget tomorrow: Slip", "undo")
    assert await titles(stage) == []
    assert "Slip" not in text_of(await stage.run("status budget"))


async def test_what_is_taken_back_later_is_told_as_well(stage: Stage) -> None:
    await stage.run("cancel budget#1")
    assert await titles(stage) == [("desk", "Vote: cancelled")]
    await stage.run("undo")
    assert await titles(stage) == [("desk", "Expected again: Vote")]


async def test_several_changes_within_the_minute_are_one_update(stage: Stage) -> None:
    await stage.run("move budget#1 12 December", "move budget#1 15 December")
    [update] = await later(stage)
    [line] = update.message.sections[0].items
    assert (line.was, line.text) == ("Wednesday 10 December", "Monday 15 December")


async def test_what_one_act_does_to_several_is_one_message(stage: Stage) -> None:
    await stage.run("expect budget 3 January: Debate")
    await later(stage)
    await stage.run("close budget drop")
    [update] = await later(stage)
    said = text_of(update.message)
    assert update.message.title == "2 updates"
    assert "budget#1 Vote: no longer followed" in said
    assert "budget#2 Debate: no longer followed" in said


async def test_a_story_that_becomes_part_of_another_is_told(stage: Stage) -> None:
    await stage.run("new state State finances", "merge budget state")
    [update] = await later(stage)
    assert update.message.title == "Vote: was budget#1 until now"


async def test_quiet_hours_hold_updates_and_join_them(stage: Stage) -> None:
    await stage.type("set quiet 11:00-18:00", channel="desk")
    await stage.run("move budget#1 12 December")
    assert await later(stage, timedelta(hours=2)) == []
    await stage.run("cancel budget#1")
    [update] = await later(stage, timedelta(hours=5))
    assert update.at.astimezone(OSLO) == datetime(2025, 11, 26, 18, tzinfo=OSLO)
    assert update.message.title == "Vote: cancelled"
    assert "late" not in update.message.footnote


async def test_an_urgent_story_wakes_the_channel(stage: Stage) -> None:
    await stage.type("set quiet 11:00-18:00", channel="desk")
    await stage.run("urgency budget 1", "cancel budget#1")
    assert await titles(stage) == [("desk", "Vote: cancelled")]


async def test_a_posted_update_stays_true(stage: Stage) -> None:
    await stage.run("move budget#1 12 December")
    [update] = await later(stage)
    await stage.run("cancel budget#1 Storm")
    await later(stage)
    assert update.message.title == "Vote: cancelled"


async def test_updates_are_explained_beside_the_reminders(stage: Stage) -> None:
    await stage.run("move budget#1 12 December")
    await later(stage)
    answer = text_of(await stage.type("why budget#1", channel="desk"))
    assert "Wednesday 26 November at 12:02 Update: sent\nRule: this channel wants updates" in answer


async def test_an_update_no_longer_wanted_is_skipped_with_its_reason(stage: Stage) -> None:
    await stage.run("move budget#1 12 December")
    await stage.type("follow budget reminders", channel="desk")
    assert await titles(stage) == []
    answer = text_of(await stage.type("why budget#1", channel="desk"))
    assert "this channel did not want it any more" in answer


async def test_an_update_is_told_once_though_a_crash_loses_the_answer(stage: Stage) -> None:
    stage.messenger.crash_after_posting = True
    await stage.run("move budget#1 12 December")
    await later(stage, timedelta(minutes=10))
    posted = [each for each in stage.messenger.posted if each.message.title == "Moved: Vote"]
    assert len(posted) == 1


async def test_what_is_under_embargo_is_not_told_where_it_may_not_be_seen(stage: Stage) -> None:
    await stage.type("set embargo on", channel="foreign")
    await stage.run("embargo budget#1 until 8 December 06:00", "move budget#1 12 December")
    assert await titles(stage) == []


async def test_whoever_changed_it_is_not_told_in_their_own_direct_messages(stage: Stage) -> None:
    asker = replace(an_asker(), inbox=Inbox("T1", "@kari"))
    await stage.desk.type(asker, "follow everything updates me")
    await stage.desk.type(asker, "move budget#1 12 December")
    assert [channel for channel, _ in await titles(stage)] == ["desk"]
    await stage.type("cancel budget#1", person="ola")
    assert {channel for channel, _ in await titles(stage)} == {"desk", "@kari"}


async def test_a_closed_story_is_told_and_that_it_is_open_again(stage: Stage) -> None:
    await stage.run("close budget keep")
    assert await titles(stage) == [("desk", "Story closed: budget")]
    await stage.run("undo")
    assert await titles(stage) == [("desk", "Story taken up again: budget")]


async def test_a_story_closed_by_mistake_is_not_told(stage: Stage) -> None:
    await stage.run("close budget keep", "undo")
    assert await titles(stage) == []
