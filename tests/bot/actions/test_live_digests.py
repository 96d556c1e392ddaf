"""A posted digest stays true until its day is over."""

from dataclasses import replace
from datetime import datetime

import pytest

from bot.actions.send_digests import send_digests
from bot.domain.language import Language
from bot.domain.message import Item
from bot.domain.newsroom import Platform
from bot.domain.retry import MOST_DEFECTS
from bot.errors import DeliveryFailed
from tests.stage import OSLO, BreaksAtEdits, Posted, Stage, text_of


@pytest.fixture
async def stage() -> Stage:
    stage = Stage()
    await stage.run(
        "new budget The budget",
        "expect budget tomorrow at 14:00: The vote",
        "expect budget 28 November: The debate",
        "set digest 07:00",
    )
    await pass_time(stage, "2025-11-27T08:00")
    return stage


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


async def pass_time(stage: Stage, until: str) -> None:
    while (due := await send_digests(stage.posting)) is not None and due <= at(until):
        stage.clock.set(max(due, stage.clock.now()))
    stage.clock.set(max(at(until), stage.clock.now()))


def the_digest(stage: Stage, number: int = 0) -> Posted:
    return stage.messenger.posted[number]


def line(stage: Stage, name: str, number: int = 0) -> Item:
    sections = the_digest(stage, number).message.sections
    (found,) = [item for section in sections for item in section.items if item.lead == name]
    return found


async def test_an_outcome_stands_beside_the_line_struck_through(stage: Stage) -> None:
    await stage.run("happened budget#1: 85 votes to 84")
    await pass_time(stage, "2025-11-27T15:00")
    told = line(stage, "budget#1")
    assert (told.was, told.text) == ("14:00 The vote", "happened")
    assert told.details == ("85 votes to 84",)
    assert line(stage, "budget#2").was == ""


async def test_a_move_says_where_to(stage: Stage) -> None:
    await stage.run("move budget#2 to 10 December")
    await pass_time(stage, "2025-11-27T15:00")
    assert line(stage, "budget#2").text == "moved to Wednesday 10 December"


async def test_what_an_empty_digest_says_comes_next_stays_true(stage: Stage) -> None:
    await stage.run("drop budget#1", "drop budget#2", "expect budget 20 January: Another vote")
    await pass_time(stage, "2025-11-28T08:00")
    assert line(stage, "budget#3", 1).text == "Another vote"
    await stage.run("move budget#3 to 22 January")
    await pass_time(stage, "2025-11-28T15:00")
    assert line(stage, "budget#3", 1).text == "moved to Thursday 22 January 2026"


async def test_what_is_taken_back_stands_as_it_stood(stage: Stage) -> None:
    before = the_digest(stage).message
    await stage.run("cancel budget#1")
    await pass_time(stage, "2025-11-27T15:00")
    await stage.run("undo")
    await pass_time(stage, "2025-11-27T16:00")
    assert the_digest(stage).message == before


async def test_what_is_no_news_edits_nothing(stage: Stage) -> None:
    before = the_digest(stage).message
    await stage.run("assign budget#1 me", "expect budget tomorrow: Another vote")
    await pass_time(stage, "2025-11-27T15:00")
    assert the_digest(stage).message is before


async def test_a_digest_of_yesterday_is_left_alone(stage: Stage) -> None:
    await stage.run("set digest off")
    await pass_time(stage, "2025-11-28T00:01")
    before = the_digest(stage).message
    await stage.run("cancel budget#2")
    await pass_time(stage, "2025-11-28T12:00")
    assert the_digest(stage).message is before


async def test_the_next_digest_takes_its_place(stage: Stage) -> None:
    await pass_time(stage, "2025-11-28T08:00")
    await stage.run("cancel budget#2")
    await pass_time(stage, "2025-11-28T12:00")
    assert line(stage, "budget#2", 0).text == "The debate"
    assert line(stage, "budget#2", 1).text == "cancelled"


async def test_an_edit_that_fails_is_tried_again(stage: Stage) -> None:
    await stage.run("cancel budget#1")
    stage.messenger.failures.append(DeliveryFailed("no_answer", retry_after=60))
    await pass_time(stage, "2025-11-27T15:00")
    assert line(stage, "budget#1").text == "cancelled"


async def test_a_line_under_embargo_is_hidden_and_shown_again_at_the_lift(stage: Stage) -> None:
    before = the_digest(stage).message
    await stage.run("embargo budget#1 until 13:00")
    await pass_time(stage, "2025-11-27T12:00")
    assert line(stage, "budget#1").text == "🔒 Embargo until Thursday 27 November at 13:00"
    assert "The vote" not in text_of(the_digest(stage).message)
    await pass_time(stage, "2025-11-27T13:01")
    assert the_digest(stage).message == before


async def test_changes_in_quick_succession_make_one_edit(stage: Stage) -> None:
    await stage.run("cancel budget#1", "cancel budget#2")
    edits = stage.messenger.edited
    await pass_time(stage, "2025-11-27T15:00")
    assert stage.messenger.edited == edits + 1


async def test_an_edited_digest_is_in_its_channels_language(stage: Stage) -> None:
    await stage.run("set language nb", "happened budget#1")
    await pass_time(stage, "2025-11-27T15:00")
    assert line(stage, "budget#1").text == "skjedde"
    assert the_digest(stage).message.language is Language.NB


async def test_an_edit_that_breaks_is_not_tried_all_day(stage: Stage) -> None:
    messenger = BreaksAtEdits(stage.clock)
    stage.posting = replace(stage.posting, messengers={Platform.SLACK: messenger})
    await stage.run("happened budget#1")
    await pass_time(stage, "2025-11-27T15:00")
    assert messenger.times == MOST_DEFECTS
