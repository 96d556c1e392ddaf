"""Why a channel was reminded of a follow-up, and why not."""

from dataclasses import replace
from datetime import datetime, time

import pytest

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


async def lines(stage: Stage, channel: str = "foreign") -> list[str]:
    answer = await stage.type("why budget#1", channel=channel)
    assert not answer.refused
    items = [item for section in answer.sections for item in section.items]
    return [" | ".join([item.lead, item.text, *item.details[1:]]) for item in items]


async def test_what_was_sent_and_what_is_planned_stand_with_their_rules(stage: Stage) -> None:
    await stage.pass_time(at("2025-12-04T16:00"))
    answer = text_of(await stage.run("why budget#1"))
    assert "Followed here through: budget" in answer
    assert "Thursday 4 December at 15:00 Heads-up: sent" in answer
    assert "Rule: the working day before at 15:00" in answer
    assert "Friday 5 December at 08:30 It begins: planned" in answer


async def test_a_channel_that_follows_nothing_is_told_so(stage: Stage) -> None:
    answer = await stage.type("why budget#1", channel="sport")
    assert "doesn’t follow it" in text_of(answer)
    assert all(
        "not planned | Because this channel does not follow it" in line
        for line in await lines(stage, "sport")
    )


async def test_one_who_followed_too_late_is_told_so(stage: Stage) -> None:
    await stage.pass_time(at("2025-12-04T16:00"))
    await stage.type("subscribe budget", channel="sport")
    assert (await lines(stage, "sport"))[0].endswith("did not follow it then")


async def test_what_quiet_hours_hold_back_says_until_when(stage: Stage) -> None:
    async with stage.store.transaction() as tx:
        channel = await the_channel(tx)
        await tx.newsrooms.save(replace(channel, quiet=QuietHours(time(14), time(16))))
    first = (await lines(stage))[0]
    assert first == (
        "Thursday 4 December at 15:00 | Heads-up: planned, comes Thursday 4 December at 16:00"
        " | Because this channel has quiet hours"
    )
    await stage.pass_time(at("2025-12-04T15:30"))
    assert "held back until Thursday 4 December at 16:00" in (await lines(stage))[0]
    await stage.pass_time(at("2025-12-04T17:00"))
    assert "sent Thursday 4 December at 16:00" in (await lines(stage))[0]


async def test_what_is_held_back_is_not_sent_to_a_channel_that_follows_no_longer(
    stage: Stage,
) -> None:
    await stage.run("set quiet 14:00-16:00")
    await stage.pass_time(at("2025-12-04T15:30"))
    await stage.run("unsubscribe budget")
    assert not await stage.pass_time(at("2025-12-04T17:00"))
    assert "not sent | Because this channel did not follow it then" in (await lines(stage))[0]


async def test_what_a_snooze_silenced_says_so(stage: Stage) -> None:
    await stage.pass_time(at("2025-12-04T16:00"))
    await stage.run("snooze budget#1 1d")
    told = await lines(stage)
    assert (
        told[1]
        == "Friday 5 December at 08:30 | It begins: will not be sent | Because somebody snoozed it"
    )
    assert told[2].startswith("Friday 5 December at 16:00 | Heads-up: planned")


async def test_what_was_planned_for_the_old_date_says_so(stage: Stage) -> None:
    await stage.run("postpone budget#1 to 10 December")
    told = await lines(stage)
    assert any("Wednesday 10 December at 08:30 | It begins: planned" in line for line in told)
    _, old = (await stage.run("why budget#1")).sections
    assert old.heading.startswith("Because another time, or other reminders, were set")
    first = old.items[0]
    assert (first.lead, first.text, first.details) == (
        "Thursday 4 December at 15:00",
        "Heads-up: will not be sent",
        (),
    )


async def test_what_ended_says_so(stage: Stage) -> None:
    await stage.run("cancel budget#1")
    assert all("Because it had ended" in line for line in await lines(stage))


async def test_what_was_past_when_planned_says_so(stage: Stage) -> None:
    stage.clock.set(at("2025-12-05T12:00"))
    await stage.run("expect budget today: Debate")
    answer = text_of(await stage.run("why budget#2"))
    assert "its time was past already when it was planned" in answer


async def test_what_could_not_be_delivered_says_why(stage: Stage) -> None:
    stage.messenger.failures = [DeliveryFailed("channel_not_found", permanent=True)]
    await stage.pass_time(at("2025-12-04T16:00"))
    assert "could not be delivered" in (await lines(stage))[0]


async def test_what_has_no_plan_says_so(stage: Stage) -> None:
    await stage.run("new other Another", "expect other next week: Talks", "drop other#1")
    stage_answer = await stage.run("why other#1")
    assert "Because it had ended" in text_of(stage_answer)


async def test_a_heads_up_that_quiet_hours_outlived_is_accounted_for(stage: Stage) -> None:
    await stage.run("set quiet 14:00-07:00")
    await stage.pass_time(at("2025-12-05T07:30"))
    assert (await lines(stage))[0] == (
        "Thursday 4 December at 15:00 | Heads-up: not sent"
        " | Because it waited for the end of quiet hours until the day itself"
    )
