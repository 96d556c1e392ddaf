"""Who is called when nobody has answered."""

from dataclasses import replace
from datetime import datetime

import pytest

from tests.stage import OSLO, Posted, Stage, an_asker, text_of, the_story

VOTE = ("new budget The budget", "subscribe budget", "expect budget 5 December: Vote")


@pytest.fixture
async def stage() -> Stage:
    """A newsroom in which Kari, Anna and Bo have been met, and a vote is expected."""
    stage = Stage()
    for person in ("anna", "bo"):
        await stage.type("list", person=person)
    await stage.run(*VOTE)
    async with stage.store.transaction() as tx:
        story = await the_story(tx, "budget")
        await tx.stories.save(replace(story, desk="Politics"))
    return stage


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


async def called(stage: Stage) -> dict[str, tuple[str, ...]]:
    """Return who was called by each kind of notice until the first escalation."""
    posted: list[Posted] = await stage.pass_time(at("2025-12-08T12:00"))
    return {p.message.title.removesuffix("Vote").rstrip(": "): p.message.mentions for p in posted}


async def test_an_escalation_calls_the_assignees_and_then_the_desks_duty(stage: Stage) -> None:
    await stage.run("assign budget#1 @anna", "duty politics @bo")
    assert await called(stage) == {
        "Coming up": (),
        "Today": (),
        "Did it happen?": (),
        "Nobody has answered": ("anna", "bo"),
    }


async def test_another_desks_duty_is_left_in_peace(stage: Stage) -> None:
    await stage.run("duty sport @bo")
    assert (await called(stage))["Nobody has answered"] == ()


async def test_one_whom_daybook_has_not_met_is_named_but_not_called(stage: Stage) -> None:
    await stage.run("assign budget#1 @stranger")
    posted = await stage.pass_time(at("2025-12-08T12:00"))
    assert posted[-1].message.mentions == ()
    assert "stranger" in text_of(posted[-1].message)


async def test_nobody_is_called_by_a_notice_that_tells_the_outcome(stage: Stage) -> None:
    await stage.run("assign budget#1 @anna")
    posted = await stage.pass_time(at("2025-12-08T12:00"))
    await stage.run("happened budget#1")
    await stage.pass_time(stage.clock.now())
    assert posted[-1].message.mentions == ()


async def test_a_first_duty_that_is_taken_back_leaves_nothing_but_its_record(stage: Stage) -> None:
    await stage.run("duty politics @bo", "undo")
    assert "politics" not in text_of(await stage.run("duty politics"))
    assert "on duty at politics: nobody" in text_of(await stage.run("history settings"))


async def test_the_duty_is_shown_and_can_be_given_up(stage: Stage) -> None:
    assert "Nobody has been named" in text_of(await stage.run("duty"))
    await stage.run("duty politics me and @bo")
    assert "politics kari, bo" in text_of(await stage.run("duty"))
    assert "politics nobody" in text_of(await stage.run("duty politics nobody"))


async def test_whoever_only_looks_sees_who_is_on_duty_and_names_nobody(stage: Stage) -> None:
    await stage.run("duty foreign @anna", "set editors me")
    assert "anna" in text_of(await stage.type("duty", person="ola"))
    assert (await stage.type("duty foreign @ola", person="ola")).refused
    assert "anna" in text_of(await stage.run("duty foreign"))


async def test_a_person_without_a_desk_is_asked_for_it(stage: Stage) -> None:
    assert "which desk?" in (await stage.type("duty @anna")).text


async def test_a_desk_is_completed_from_those_with_somebody_on_duty(stage: Stage) -> None:
    await stage.run("duty foreign me", "duty sport me")
    found = await stage.desk.complete(an_asker(), "duty", "desk", "fo")
    assert [one.value for one in found] == ["foreign"]
