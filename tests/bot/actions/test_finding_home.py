"""Which newsroom direct messages belong to that stand in no workspace."""

from dataclasses import replace
from datetime import datetime

import pytest

from bot.domain.newsroom import Asker, Inbox
from tests.stage import OSLO, Stage, an_asker, text_of

INBOX = Inbox("dm:kari", "@kari")


@pytest.fixture
async def stage() -> Stage:
    stage = Stage()
    await stage.run("new budget The budget")
    await stage.type("new strike The strike", workspace="T2")
    return stage


def directly(*servers: str) -> Asker:
    """Return Kari in her direct messages, who is in these servers."""
    asker = an_asker(INBOX.channel_key, workspace=INBOX.workspace_key)
    return replace(asker, direct=True, inbox=INBOX, servers=dict.fromkeys(servers, ()))


async def stories(stage: Stage, *servers: str) -> str:
    return text_of(await stage.desk.type(directly(*servers), "list"))


async def test_they_belong_to_the_newsroom_of_the_servers_their_person_is_in(
    stage: Stage,
) -> None:
    shown = await stories(stage, "T1", "T9")
    assert "budget" in shown
    assert "strike" not in shown


async def test_one_in_several_newsrooms_is_asked_which_by_name(stage: Stage) -> None:
    shown = await stories(stage, "T1", "T2")
    assert "Newsroom T1, Newsroom T2" in shown
    assert "budget" not in shown


async def test_following_from_a_channel_chooses_the_newsroom(stage: Stage) -> None:
    asker = replace(an_asker("desk", workspace="T2"), inbox=INBOX, servers=None)
    assert not (await stage.desk.type(asker, "follow strike me")).refused
    assert "strike" in await stories(stage, "T1", "T2")


async def test_what_belongs_to_one_newsroom_follows_nothing_of_another(stage: Stage) -> None:
    await stories(stage, "T1")
    asker = replace(an_asker("desk", workspace="T2"), inbox=INBOX)
    answer = await stage.desk.type(asker, "follow strike me")
    assert "belong to another newsroom" in answer.text


async def test_what_is_sent_there_asks_for_someone_in_the_newsrooms_servers(stage: Stage) -> None:
    asker = replace(an_asker("desk", workspace="T2"), inbox=INBOX)
    await stage.desk.type(asker, "follow strike me")
    await stage.type("expect strike 5 December: It ends", workspace="T2")
    posted = await stage.pass_time(datetime(2025, 12, 5, 9, tzinfo=OSLO))
    assert {each.to.homes for each in posted if each.channel == INBOX.channel_key} == {("T2",)}


async def test_who_has_left_the_newsroom_is_shown_nothing_of_it_any_more(stage: Stage) -> None:
    await stories(stage, "T1")
    shown = await stories(stage, "T2")
    assert "in no server of Newsroom T1 any more" in shown
    assert "budget" not in shown


async def refused(stage: Stage, **roles: tuple[str, ...]) -> bool:
    """Whether Kari may open no story from her direct messages, by her roles in each server."""
    asker = replace(directly(), servers=roles)
    return (await stage.desk.type(asker, "new garden The garden")).refused


async def test_who_edits_by_a_role_of_the_server_does_so_in_direct_messages_too(
    stage: Stage,
) -> None:
    await stage.type("set editors role:Vaktsjef", person="ola")
    assert await refused(stage, T1=())
    assert not await refused(stage, T1=("1234", "Vaktsjef"))


async def test_a_role_in_a_server_of_another_newsroom_makes_no_editor(stage: Stage) -> None:
    await stage.type("set editors role:Vaktsjef", person="ola")
    assert await refused(stage, T1=())
    assert await refused(stage, T1=(), T2=("1234", "Vaktsjef"))


async def test_who_edits_in_person_does_so_in_direct_messages_too(stage: Stage) -> None:
    await stage.run("set editors kari")
    assert not await refused(stage, T1=())


async def test_a_server_leaves_no_newsroom_to_direct_messages_alone(stage: Stage) -> None:
    await stories(stage, "T1")
    answer = await stage.run("unlink yes")
    assert "only workspace" in answer.text
    assert "budget" in text_of(await stage.run("list"))


async def test_one_in_no_server_has_a_newsroom_of_their_own(stage: Stage) -> None:
    await stage.desk.type(directly(), "new garden The garden")
    shown = await stories(stage)
    assert "garden" in shown
    assert "budget" not in shown
