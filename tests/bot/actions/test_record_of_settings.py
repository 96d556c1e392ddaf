"""What the record keeps of settings, and what taking one back restores."""

from dataclasses import replace
from datetime import datetime

import pytest

from bot.domain.message import Message
from bot.domain.retry import LEASE
from tests.stage import OSLO, Stage, an_asker, text_of


@pytest.fixture
def stage() -> Stage:
    return Stage()


def lines(message: Message) -> list[str]:
    return [item.text for section in message.sections for item in section.items]


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


async def test_the_history_of_settings_tells_who_set_what_and_how_it_stood(stage: Stage) -> None:
    await stage.run("set quiet 23-6", "set country GB", "set days-off 24 December")
    await stage.type("set dormant 30", channel="sport", person="ola")
    await stage.run("duty foreign me", "set admin here", "set editors kari")
    history = await stage.run("history settings")
    assert history.title == "History: the settings"
    assert lines(history) == [
        "foreign · Quiet hours: none → 23:00–06:00",
        "Country: Norway (NO) → United Kingdom (GB)",
        "Days off of our own: none → 24 Dec 2025",
        "Stories are dormant: after 14 days without news → after 30 days without news",
        "on duty at foreign: kari",
        "another channel is told of trouble",
        "ola is no editor",
        "other editors",
    ]
    item = history.sections[0].items[3]
    assert (item.lead, item.details) == ("26 Nov 12:00", ("ola · sport",))


async def test_a_setting_that_changes_nothing_is_not_written_down(stage: Stage) -> None:
    await stage.run("set quiet 23-6", "set quiet 23-6", "set country NO")
    assert len(lines(await stage.run("history settings"))) == 1


async def test_what_others_set_for_their_direct_messages_is_theirs(stage: Stage) -> None:
    alone = replace(an_asker("D1", "ola"), direct=True)
    await stage.desk.type(alone, "set quiet 22-7")
    assert lines(await stage.run("history settings")) == []
    own = await stage.desk.type(alone, "history settings")
    assert lines(own) == ["Quiet hours: none → 22:00–07:00"]


@pytest.mark.parametrize(
    "typed",
    [
        "set language nb",
        "set zone Europe/London",
        "set quiet 23-6",
        "set digest 07:00 mon-fri unless empty",
        "set name The Echo",
        "set newsroom-language nn",
        "set newsroom-zone UTC",
        "set country GB",
        "set days-off 24 December",
        "set working-hours 07:00-14:00 mon-sun",
        "set admin here",
        "set editors role:desk",
        "set dormant 30",
        "duty foreign me",
    ],
)
async def test_a_setting_is_taken_back(stage: Stage, typed: str) -> None:
    seen = ("settings", "duty")
    before = [await stage.run(each) for each in seen]
    await stage.run(typed)
    assert [await stage.run(each) for each in seen] != before
    await stage.run("undo")
    assert [await stage.run(each) for each in seen] == before


async def test_a_day_off_is_taken_back_with_its_reminders(stage: Stage) -> None:
    await stage.run("new budget The budget", "subscribe budget", "expect budget 5 December: Vote")
    await stage.run("set days-off 4 December", "undo")
    posted = await stage.pass_time(at("2025-12-05T07:00"))
    assert [p.at.astimezone(OSLO) for p in posted] == [at("2025-12-04T15:00")]


async def test_a_digest_that_is_taken_back_does_not_come(stage: Stage) -> None:
    await stage.run("set digest 07:00", "undo")
    async with stage.store.view() as tx:
        assert await tx.digests.next_due(stage.clock.now(), LEASE) is None


async def test_a_setting_others_have_set_since_is_not_taken_back(stage: Stage) -> None:
    await stage.run("set country GB")
    await stage.type("set country SE", person="ola")
    answer = await stage.type("undo")
    assert answer.refused
    assert "ola has changed this since" in answer.text
    assert "Country: United Kingdom (GB) → Sweden (SE)" in answer.text


async def test_another_setting_stands_in_nobodys_way(stage: Stage) -> None:
    await stage.run("set country GB")
    await stage.type("set dormant 30", person="ola")
    await stage.run("undo")
    shown = text_of(await stage.run("settings"))
    assert "Country Norway (NO)" in shown
    assert "after 30 days without news" in shown
