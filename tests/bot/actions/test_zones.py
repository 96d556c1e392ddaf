"""A channel abroad: its readers see and type the hours of their own clock."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.message import Message
from tests.bot.actions.test_digest import parts
from tests.stage import OSLO, Stage, text_of

NEW_YORK = ZoneInfo("America/New_York")


@pytest.fixture
async def stage() -> Stage:
    """A newsroom in Oslo whose channel "new-york" follows what "foreign" does."""
    stage = Stage()
    await stage.run("new ukraine-peace The peace talks", "subscribe ukraine-peace")
    for text in ("set zone America/New_York", "subscribe ukraine-peace"):
        await stage.type(text, channel="new-york")
    return stage


def at(text: str, zone: ZoneInfo = OSLO) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def when(message: Message) -> str:
    return next(item.text for item in message.sections[0].items if item.lead == "When")


async def test_an_hour_is_typed_by_the_channels_own_clock(stage: Stage) -> None:
    answer = await stage.type("expect ukraine-peace Friday at 10 am: Briefing", channel="new-york")
    assert when(answer) == "Friday 28 November at 10:00"
    status = await stage.type("status ukraine-peace")
    assert "Friday 28 November at 16:00 (10:00 in New York)" in text_of(status)


async def test_a_card_says_the_hour_where_its_readers_are(stage: Stage) -> None:
    await stage.run("expect ukraine-peace Friday at 21: Vote")
    posted = await stage.pass_time(at("2025-11-27T20:00"))
    assert {one.channel: when(one.message) for one in posted} == {
        "foreign": "Friday 28 November at 21:00",
        "new-york": "Friday 28 November at 15:00 (21:00 in Oslo)",
    }


async def test_whole_days_are_the_same_days_in_a_digest_abroad(stage: Stage) -> None:
    await stage.run(
        "expect ukraine-peace Friday: Report",
        "expect ukraine-peace Saturday at 02: Vote",
        "expect ukraine-peace Saturday evening: Speech",
    )
    stage.clock.set(at("2025-11-27T14:00"))
    assert parts(await stage.type("digest", channel="new-york")) == {
        "Tomorrow, Friday 28 November": [
            "ukraine-peace#1 | Report",
            "ukraine-peace#2 | 20:00 Vote | Saturday 29 November at 02:00 in Oslo",
        ],
        "Saturday 29 November": [
            "ukraine-peace#3 | Speech | in the evening · in Oslo",
        ],
    }


async def test_a_day_typed_abroad_is_asked_about_in_the_newsrooms_morning(stage: Stage) -> None:
    await stage.type("expect ukraine-peace Friday: Report", channel="new-york")
    posted = await stage.pass_time(at("2025-11-29T12:00"))
    here = [one.at for one in posted if one.channel == "foreign"]
    assert [f"{moment.astimezone(OSLO):%a %H:%M}" for moment in here] == [
        "Thu 15:00",
        "Fri 08:30",
        "Sat 08:30",
    ]


async def test_today_is_the_channels_day_where_the_newsroom_has_tomorrow(stage: Stage) -> None:
    stage.clock.set(at("2025-11-26T22:00", NEW_YORK))
    answer = await stage.type("expect ukraine-peace today: Report", channel="new-york")
    assert not answer.refused
    assert when(answer) == "Wednesday 26 November"
    assert "overdue" not in text_of(await stage.type("status ukraine-peace"))


async def test_by_a_day_counts_from_now_wherever_it_is_typed(stage: Stage) -> None:
    await stage.type("set zone Asia/Tokyo", channel="tokyo")
    answer = await stage.type("expect ukraine-peace by Friday: Answer", channel="tokyo")
    assert when(answer) == "by Friday 28 November"
    posted = await stage.pass_time(at("2025-11-28T12:00"))
    assert f"{posted[-1].at.astimezone(OSLO):%a %H:%M}" == "Fri 08:30"


async def test_a_snooze_ends_at_the_hour_of_the_channels_clock(stage: Stage) -> None:
    await stage.run("expect ukraine-peace next week: Journey")
    answer = await stage.type("snooze ukraine-peace#1 until Friday", channel="new-york")
    assert "Friday 28 November at 08:30" in answer.text
    stage.clock.set(at("2025-11-28T08:29", NEW_YORK))
    posted = await stage.pass_time(at("2025-11-28T08:31", NEW_YORK))
    assert [one.channel for one in posted] != []


async def test_channels_move_along_when_the_newsroom_does(stage: Stage) -> None:
    await stage.run("set newsroom-zone Europe/London", "expect ukraine-peace Friday at 10: Vote")
    for channel, said in (("foreign", "10:00"), ("new-york", "05:00 (10:00 in London)")):
        answer = await stage.type("status ukraine-peace", channel=channel)
        assert f"Friday 28 November at {said} ·" in text_of(answer)


async def test_a_shift_abroad_began_at_the_channels_own_midnight(stage: Stage) -> None:
    answer = await stage.type("handover since yesterday", channel="new-york")
    assert "ince Tuesday 25 November at 00:00" in answer.text
