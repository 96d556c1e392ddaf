"""One newsroom in two workspaces."""

from datetime import datetime, timedelta

import pytest

from tests.stage import OSLO, Stage, an_asker, commands_of, text_of

OTHER = "T2"


@pytest.fixture
async def stage() -> Stage:
    stage = Stage()
    await stage.run("new budget The budget", "expect budget 5 December: Vote")
    return stage


async def a_code(stage: Stage) -> str:
    answer = await stage.run("link")
    assert answer.private
    return answer.title.removeprefix("Code: ")


async def joined(stage: Stage) -> Stage:
    answer = await stage.type(f"link {await a_code(stage)}", workspace=OTHER)
    assert answer.title == "This workspace belongs to “Newsroom T1” now"
    return stage


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


async def test_a_linked_workspace_sees_and_changes_the_same_stories(stage: Stage) -> None:
    await joined(stage)
    assert "Vote" in text_of(await stage.type("status budget", workspace=OTHER))
    await stage.type("happened budget#1", workspace=OTHER)
    assert "Nothing is expected" in text_of(await stage.run("status budget"))


async def test_an_outcome_set_in_one_is_seen_in_the_other(stage: Stage) -> None:
    await joined(stage)
    await stage.type("subscribe budget", channel="abroad", workspace=OTHER)
    (posted,) = await stage.pass_time(at("2025-12-04T16:00"))
    assert posted.channel == "abroad"
    await stage.run("happened budget#1: 85 to 84")
    await stage.pass_time(at("2025-12-04T16:01"))
    assert posted.message.title == "Vote: happened"


async def test_a_code_is_taken_however_it_is_typed(stage: Stage) -> None:
    code = (await a_code(stage)).replace("-", " ").lower()
    assert not (await stage.type(f"link {code}", workspace=OTHER)).refused


async def test_a_code_works_once(stage: Stage) -> None:
    code = await a_code(stage)
    await stage.type(f"link {code}", workspace=OTHER)
    answer = await stage.type(f"link {code}", workspace="T3")
    assert answer.refused
    assert "opens nothing" in answer.text


async def test_a_code_works_for_ten_minutes(stage: Stage) -> None:
    code = await a_code(stage)
    stage.clock.set(stage.clock.now() + timedelta(minutes=10))
    assert (await stage.type(f"link {code}", workspace=OTHER)).refused


@pytest.mark.parametrize(("wrong", "opens"), [(4, True), (5, False)])
async def test_a_code_stands_five_wrong_tries(stage: Stage, wrong: int, *, opens: bool) -> None:
    code = await a_code(stage)
    for _ in range(wrong):
        assert (await stage.type(f"link {code[:4]}-XXXX-XXXX", workspace=OTHER)).refused
    assert (await stage.type(f"link {code}", workspace=OTHER)).refused is not opens


async def test_a_code_that_nobody_made_is_refused(stage: Stage) -> None:
    assert (await stage.type("link ABCD-EFGH-JKMN", workspace=OTHER)).refused


async def test_a_code_does_not_lead_to_where_one_is(stage: Stage) -> None:
    code = await a_code(stage)
    assert "already" in (await stage.type(f"link {code}")).text
    assert not (await stage.type(f"link {code}", workspace=OTHER)).refused  # and is not spent


async def test_a_workspace_with_stories_of_its_own_leaves_none_behind(stage: Stage) -> None:
    code = (await stage.type("link", workspace=OTHER)).title.removeprefix("Code: ")
    answer = await stage.type(f"link {code}")
    assert "stories of its own" in answer.text
    assert "Make the code here instead" in answer.text
    assert "budget" in text_of(await stage.run("list"))


async def test_two_newsrooms_with_stories_are_told_that_neither_can_join(stage: Stage) -> None:
    await stage.type("new budget Their own budget", workspace=OTHER)
    answer = await stage.type(f"link {await a_code(stage)}", workspace=OTHER)
    assert "both have stories of their own" in answer.text
    assert "Their own budget" in text_of(await stage.type("status budget", workspace=OTHER))
    assert "Their own" not in text_of(await stage.run("status budget"))


async def test_where_editors_are_named_those_who_join_are_readers(stage: Stage) -> None:
    await stage.run("set editors kari")
    await joined(stage)
    assert (await stage.type("drop budget#1", workspace=OTHER)).refused


async def test_a_reader_makes_no_code(stage: Stage) -> None:
    await stage.run("set editors kari")
    assert (await stage.type("link", person="ola")).refused


async def test_a_workspace_asks_before_it_leaves(stage: Stage) -> None:
    await joined(stage)
    question = await stage.type("unlink", workspace=OTHER)
    assert commands_of(question) == ["unlink yes"]
    assert "budget" in text_of(await stage.type("list", workspace=OTHER))


async def test_a_workspace_that_left_sees_nothing_more(stage: Stage) -> None:
    await joined(stage)
    await stage.type("subscribe everything", channel="abroad", workspace=OTHER)
    (posted,) = await stage.pass_time(at("2025-12-04T16:00"))
    await stage.type("unlink yes", channel="abroad", workspace=OTHER)
    await stage.run("happened budget#1")
    assert await stage.pass_time(at("2025-12-12T12:00")) == []
    assert posted.message.title == "Coming up: Vote"
    for typed in ("list", "subscriptions", "digest", "status budget"):
        assert "Vote" not in text_of(await stage.type(typed, channel="abroad", workspace=OTHER))


async def test_a_workspace_that_left_is_offered_nothing_it_read_before(stage: Stage) -> None:
    await joined(stage)
    elsewhere = an_asker("abroad", workspace=OTHER)
    await stage.type(
        "read budget: The vote is expected to fall next week.", "abroad", "kari", OTHER
    )
    assert len(await stage.desk.complete(elsewhere, "revise", "which", "")) == 1
    await stage.type("unlink yes", channel="abroad", workspace=OTHER)
    assert await stage.desk.complete(elsewhere, "revise", "which", "") == ()


async def test_what_waited_for_a_workspace_that_left_is_not_said(stage: Stage) -> None:
    await joined(stage)
    await stage.type("subscribe budget", workspace=OTHER)
    await stage.type("set quiet 14-20", workspace=OTHER)
    await stage.pass_time(at("2025-12-04T16:00"))
    await stage.type("unlink yes", workspace=OTHER)
    assert await stage.pass_time(at("2025-12-04T21:00")) == []


async def test_the_only_workspace_of_a_newsroom_stays(stage: Stage) -> None:
    assert "only workspace" in (await stage.type("unlink yes")).text
