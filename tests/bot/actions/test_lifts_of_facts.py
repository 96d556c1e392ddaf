"""What channels are told when the embargo on a fact of a timeline is lifted."""

from datetime import datetime

import pytest

from bot.errors import DeliveryFailed
from tests.stage import OSLO, Posted, Stage

COURT = (
    "new court The trial",
    "subscribe court",
    "expect court 5 December at 10:00: The verdict falls",
)


@pytest.fixture
async def stage() -> Stage:
    """A newsroom whose channel "secret" may see embargoed matter, and whose "foreign" may not."""
    stage = Stage()
    await stage.run(*COURT)
    await stage.type("set embargo on", channel="secret")
    await stage.type("subscribe court", channel="secret")
    return stage


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


def told(posted: list[Posted], channel: str) -> list[str]:
    return [
        f"{p.at.astimezone(OSLO):%d %b %H:%M} {p.message.title}"
        for p in posted
        if p.channel == channel
    ]


async def test_the_lift_of_a_fact_is_told_to_who_follows(stage: Stage) -> None:
    await stage.run("note court: The jury was bribed, embargo until Friday 06:00")
    posted = await stage.pass_time(at("2025-11-28T07:00"))
    line = "28 Nov 06:00 The embargo was lifted at 06:00: The jury was bribed"
    assert told(posted, "foreign") == [line]
    assert told(posted, "secret") == [line]


async def test_the_lift_of_a_fact_waits_until_a_channel_wakes(stage: Stage) -> None:
    await stage.run("set quiet 23:00-07:00")
    await stage.run("note court: The jury was bribed, embargo until Friday 06:00")
    posted = await stage.pass_time(at("2025-11-28T08:00"))
    assert told(posted, "foreign")[0].startswith("28 Nov 07:00 The embargo was lifted at 06:00")


async def test_a_fact_that_was_taken_back_has_no_lift(stage: Stage) -> None:
    await stage.run("note court: The jury was bribed, embargo until Friday 06:00", "undo")
    assert await stage.pass_time(at("2025-11-28T08:00")) == []


async def test_a_fact_under_a_longer_embargo_is_told_of_at_its_new_lift(stage: Stage) -> None:
    await stage.type("note court: The jury was bribed, embargo until Friday 06:00", "secret")
    await stage.type("embargo court until Friday 09:00", "secret")
    posted = await stage.pass_time(at("2025-11-28T10:00"))
    assert [line[:12] for line in told(posted, "foreign")] == ["28 Nov 09:00"]


async def test_a_lift_whose_answer_was_lost_is_not_told_twice(stage: Stage) -> None:
    await stage.type("unsubscribe court", "secret")
    await stage.run("note court: The jury was bribed, embargo until Friday 06:00")
    stage.messenger.failures.append(DeliveryFailed("no_answer", posted_perhaps=True))
    assert len(await stage.pass_time(at("2025-11-28T10:00"))) == 1


async def test_a_channel_that_refuses_a_lift_is_told_of_to_the_admin_channel(stage: Stage) -> None:
    await stage.type("set admin here", channel="engine-room")
    await stage.run("note court: The jury was bribed, embargo until Friday 06:00")
    stage.messenger.refuses["foreign"] = DeliveryFailed("channel_not_found", permanent=True)
    posted = await stage.pass_time(at("2025-11-28T07:00"))
    assert told(posted, "engine-room") == ["28 Nov 06:00 Nothing reaches #foreign"]
